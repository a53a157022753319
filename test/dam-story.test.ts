import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { load } from 'cheerio'
import { formatPercent } from '../src/words/dates.ts'
import { makeDamStory } from './support/dam-story.ts'
import { openTestDesk } from './support/desk.ts'
import { makeAccount, publish, visitor } from './support/world.ts'

/* How a story with every kind of result leaves the desk: in feeds, in frames on other sites, and as a reader's text. */

const { app, db, close } = await openTestDesk()
after(close)
const story = await makeDamStory(db, { by: await makeAccount(db, 'editor') })
await publish(db, story.documentId, { claimIds: Object.values(story.claims), verdictIds: story.verdicts })
const reader = visitor(app)

type Feed = { items: { title: string; content_text: string }[] }

test('a feed tells both answers of each statement, with what it makes of the claim', async () => {
  const { items } = (await reader.get('/feed.json').expect(200)).body as Feed
  const told = (words: string) => items.find(({ title }) => title.includes(words)) ?? assert.fail(words)
  assert.equal(told('the wall had moved').title, 'Confirmed (Denies a claim rated True): “the wall had moved at all”')
  assert.match(told('The spillway is').title, /^Confirmed \(Is it true\? False\)/)
  assert.match(
    told('The spillway is').content_text,
    /Did they say it\? Confirmed\. Is it true\? False \(1 of 3 claims\)\.$/,
  )
  assert.match(told('nobody had read').title, /^Misquoted: /)
  assert.match(told('The wall has').content_text, /Did they say it\? Confirmed\. Is it true\? True\.$/)
  const atom = String((await reader.get('/feed.atom').responseType('blob').expect(200)).body)
  const titles = load(atom, { xml: true })('entry > title')
  assert.deepEqual(
    titles.map((_, title) => load(atom, { xml: true })(title).text()).get(),
    items.map(({ title }) => title),
  )
  const { id } = await db.source.findFirstOrThrow({ where: { name: 'Tobias Ferrant' } })
  const own = (await reader.get(`/sources/${id}/feed.json`).expect(200)).body as Feed
  assert.match(own.items[0]?.content_text ?? '', /The claim it doubts: Not checked yet\.$/)
})

test('a frame on another site has the colour and the words of the rating', async () => {
  for (const [claim, tone, words] of [
    ['moved', 'good', 'True'],
    ['siren', 'bad', 'False'],
    ['drains', 'open', 'Not checked yet'],
  ] as const) {
    const page = load((await reader.get(`/embed/claims/${story.claims[claim]}`).expect(200)).text)
    assert.ok(page('.embed').hasClass(`tone-${tone}`), claim)
    assert.ok(page('.rating').hasClass(`tone-${tone}`) && page('.rating').text().includes(words), claim)
  }
})

test('a paragraph that begins with a name from right to left stays in the direction of most of its letters', async () => {
  const page = load((await reader.get(`/documents/${story.documentId}`).redirects(2).expect(200)).text)
  const paragraph = page('[data-quotable] p').filter((_, p) => page(p).text().startsWith('ليلى'))
  assert.deepEqual([paragraph.length, paragraph.attr('dir')], [1, 'ltr'])
  const statement = load((await reader.get(`/statements/${story.statements.gauges}`).redirects(2).expect(200)).text)
  assert.equal(statement('blockquote.passage p').attr('dir'), 'ltr')
  assert.equal(statement('h1').attr('dir'), undefined)
})

test('what is nearly all is not called 100 %', () => {
  assert.deepEqual([0.9962, 1, 0.994, 0, 0.5].map(formatPercent), ['99 %', '100 %', '99 %', '0 %', '50 %'])
})
