import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { load } from 'cheerio'
import { withdrawClaim } from '../src/claims/claims.ts'
import { sendToReview, withdrawDocument } from '../src/review/publishing.ts'
import { withdrawVerdict } from '../src/verdicts/verdicts.ts'
import { openTestDesk } from './support/desk.ts'
import {
  giveVerdictOn,
  makeAccount,
  makeDocument,
  noteOn,
  publish,
  recordOn,
  signIn,
  stateClaim,
  visitor,
} from './support/world.ts'

const { app, db, config, close } = await openTestDesk()
after(close)
const by = (await makeAccount(db, 'editor')).id
const reviewer = await signIn(app, await makeAccount(db, 'reviewer'))
const reader = visitor(app)

const document = await makeDocument(db)
const statement = await recordOn(db, document.id)
const claim = await stateClaim(db, statement.id, { topics: 'Harbours, Shipping' })
const accuracy = await giveVerdictOn(db, { claimId: claim.id }, { by })
const attribution = await giveVerdictOn(db, { statementId: statement.id }, { by })
const mayor = statement.hops[0]?.sourceId ?? assert.fail('nobody said it')
const { id: topic } = await db.topic.findFirstOrThrow({ where: { name: 'Harbours' } })

async function feed(path: string, asked = reader) {
  const answer = await asked.get(path).responseType('blob').expect(200)
  const xml = String(answer.body)
  const $ = load(xml, { xml: true })
  const entries = $('entry')
    .map((_, entry) => ({
      id: $('id', entry).text(),
      title: $('title', entry).text(),
      summary: $('summary', entry).text(),
      author: $('author name', entry).text(),
      updated: $('updated', entry).text(),
    }))
    .get()
  return { answer, xml, $, entries, titles: entries.map(({ title }) => title) }
}

test('before anything is published there is a feed with nothing in it', async () => {
  assert.deepEqual((await feed('/feed.atom')).entries, [])
  await reader.get(`/topics/${topic}/feed.atom`).expect(404)
  await reader.get(`/sources/${mayor}/feed.atom`).expect(404)
})

test('what is published is told in the feed, the newest first, each at an address that lasts', async () => {
  await publish(db, document.id, { claimIds: [claim.id], verdictIds: [accuracy.id, attribution.id] })
  const { answer, $, entries, titles } = await feed('/feed.atom')
  assert.match(answer.headers['content-type'] ?? '', /^application\/atom\+xml/)
  assert.deepEqual(titles, [
    'Confirmed: “Not one container ship will dock here after December”',
    'True: No container ship will dock in Port Ansel after December 2025',
    'We look into a claim: No container ship will dock in Port Ansel after December 2025',
    'On record: Port Ansel to close its old harbour, mayor says',
  ])
  assert.match(entries[1]?.id ?? '', new RegExp(`^${config.baseUrl}/claims/${claim.id}#event-\\d+$`))
  assert.equal(entries[1]?.summary, 'We heard the recording of the press conference.')
  assert.equal(entries[1]?.author, 'Edda Nowak')
  assert.equal($('feed > link[rel=self]').attr('href'), `${config.baseUrl}/feed.atom`)
  assert.equal($('feed > updated').text(), entries[0]?.updated)

  const page = load((await reader.get(`/claims/${claim.id}`).redirects(1).expect(200)).text)
  const [, anchor] = (entries[1]?.id ?? '').split('#')
  assert.equal(page(`#${anchor}`).length, 1, 'the entry leads to where the page tells of it')
})

test('a topic and a source have feeds of their own, which their pages name', async () => {
  assert.deepEqual(
    (await feed(`/topics/${topic}/feed.atom`)).titles.map((title) => title.split(':')[0]),
    ['True', 'We look into a claim'],
  )
  const { titles } = await feed(`/sources/${mayor}/feed.atom`)
  assert.deepEqual(titles, [
    'Confirmed: “Not one container ship will dock here after December”',
    '“Not one container ship will dock here after December”',
  ])
  assert.deepEqual((await feed(`/sources/${document.publisherId}/feed.atom`)).titles, [
    'On record: Port Ansel to close its old harbour, mayor says',
  ])
  for (const path of ['/', `/topics/${topic}`, `/sources/${mayor}`]) {
    const page = load((await reader.get(path).redirects(1).expect(200)).text)
    const href = path === '/' ? '/feed.atom' : `${path}/feed.atom`
    assert.equal(page('head link[type="application/atom+xml"]').attr('href'), href)
    assert.ok(page(`a[href="${href}"]`).length > 0, `no visible link to ${href}`)
  }
})

test('a feed that has not changed is not sent again', async () => {
  const { answer } = await feed('/feed.atom')
  await reader.get('/feed.atom').set('If-None-Match', String(answer.headers['etag'])).expect(304)
})

test('the same feed is a JSON Feed, goes back page by page, and says its language', async () => {
  const { answer, entries, $ } = await feed('/feed.atom')
  assert.equal($('feed').attr('xml:lang'), 'en')
  const got = await reader.get('/feed.json').expect(200)
  assert.match(String(got.headers['content-type']), /^application\/feed\+json/)
  const read = (text: string) =>
    JSON.parse(text) as { items: { id: string; url: string }[]; next_url?: string; version: string }
  const json = read(String(got.text ?? got.body))
  assert.equal(json.version, 'https://jsonfeed.org/version/1.1')
  assert.deepEqual(
    json.items.map(({ id }) => id),
    entries.map(({ id }) => id),
  )
  for (const path of [`/topics/${topic}/feed.json`, `/sources/${mayor}/feed.json`]) await reader.get(path).expect(200)
  await reader.get('/topics/4711/feed.json').expect(404)

  const event = await db.event.findFirstOrThrow({ where: { action: 'claim_published' }, orderBy: { id: 'asc' } })
  const { createdAt } = event
  const { id: _, before, after, ...rest } = event
  const many = Array.from({ length: 60 }, () => ({
    ...rest,
    before: before ?? undefined,
    after: after ?? undefined,
    createdAt,
  }))
  await db.event.createMany({ data: many as never })
  const all: string[] = []
  let next: string | undefined = '/feed.atom'
  while (next) {
    const page = await feed(next)
    all.push(...page.entries.map(({ id }) => id))
    assert.ok(page.entries.length <= 50)
    assert.equal(page.$('feed > id').text(), `${config.baseUrl}/feed.atom`, 'one feed, whichever page of it')
    const first: string | undefined = next === '/feed.atom' ? undefined : `${config.baseUrl}/feed.atom`
    assert.equal(page.$('feed > link[rel=first]').attr('href'), first)
    next = page.$('feed > link[rel=next]').attr('href')?.slice(config.baseUrl.length)
  }
  assert.equal(all.length, entries.length + 60)
  assert.equal(new Set(all).size, all.length)
  await reader.get('/feed.atom?before=x').expect(400)
  await reader.get('/feed.atom?utm_source=x').expect(200)
  assert.ok(answer.headers['etag'])
})

test('a claim that is reworded keeps its entry’s id, and the entry says that it changed', async () => {
  const find = async () => {
    const { entries } = await feed('/feed.atom')
    return entries
      .filter(({ id }) => id.startsWith(`${config.baseUrl}/claims/${claim.id}#`))
      .map(({ id, updated }) => ({ id, updated }))
  }
  const before = await find()
  await db.correction.create({ data: { claimId: claim.id, reason: 'A word was wrong', accountId: by } })
  const after = await find()
  assert.deepEqual(
    after.map(({ id }) => id),
    before.map(({ id }) => id),
  )
  for (const [i, { updated }] of after.entries())
    assert.ok(updated > (before[i]?.updated ?? ''), 'feed readers show it again')

  const search = async () => (await feed('/search.atom?q=container')).entries.map(({ id }) => id)
  const ids = await search()
  assert.ok(ids.includes(`${config.baseUrl}/claims/${claim.id}`), ids.join())
})

test('drafts, notes of the newsroom and what nobody has published are in no feed, not even an editor’s', async () => {
  const hidden = await makeDocument(db, { title: 'SECRET draft' })
  const said = await recordOn(db, hidden.id)
  const unsaid = await stateClaim(db, said.id, { sentence: 'SECRET claim', topics: 'Harbours' })
  await noteOn(db, { claimId: claim.id }, { by, body: 'SECRET note' })
  await giveVerdictOn(db, { claimId: unsaid.id }, { by, reasons: 'SECRET reasons' })
  const { verdicts } = await db.claim.findUniqueOrThrow({ where: { id: claim.id }, include: { verdicts: true } })
  await giveVerdictOn(db, { claimId: claim.id }, { by, reasons: 'SECRET', supersedesId: verdicts[0]?.id })
  await sendToReview(db, { documentId: hidden.id, by })
  for (const asked of [reader, reviewer]) {
    for (const path of ['/feed.atom', `/topics/${topic}/feed.atom`, `/sources/${mayor}/feed.atom`]) {
      assert.doesNotMatch((await feed(path, asked)).xml, /SECRET/)
    }
  }
})

test('what is withdrawn is told with the reason, and its words are gone from every entry', async () => {
  await withdrawVerdict(db, { verdictId: accuracy.id, reason: 'The recording was of another day', by })
  assert.equal(
    (await feed('/feed.atom')).titles[0],
    'Our verdict “True” was withdrawn: No container ship will dock in Port Ansel after December 2025',
  )
  await withdrawClaim(db, { claimId: claim.id, reason: 'Nobody claimed it', by })
  await withdrawDocument(db, { documentId: document.id, reason: 'It was a rehearsal', by })
  const { entries, xml } = await feed('/feed.atom')
  assert.deepEqual(
    entries.map(({ title, summary }) => [title, summary]),
    [
      ['Withdrawn: a document', 'Because: It was a rehearsal'],
      ['Withdrawn: a claim', 'Because: Nobody claimed it'],
    ],
  )
  assert.doesNotMatch(xml, /container|harbour/i)
})

test('quotation marks within a statement’s words are single in a feed, too', async () => {
  const text = 'She said the wall “moves” each year, and more words for the text.'
  const moved = await makeDocument(db, { text })
  const { id } = await recordOn(db, moved.id, { quote: 'the wall “moves” each year', mode: 'mixed' })
  const said = await giveVerdictOn(db, { statementId: id }, { by })
  await publish(db, moved.id, { verdictIds: [said.id] })
  assert.equal((await feed('/feed.atom')).titles[0], 'Confirmed: “the wall ‘moves’ each year”')
})
