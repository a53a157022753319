import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { type CheerioAPI, load } from 'cheerio'
import { readingThread, readNext } from '../src/suggestions/reader.ts'
import { openTestDesk } from './support/desk.ts'
import {
  giveVerdictOn,
  makeAccount,
  makeDocument,
  next,
  pressRecording,
  recordOn,
  signIn,
  stateClaim,
  visitor,
} from './support/world.ts'

const { app, db, close } = await openTestDesk()
after(close)
const account = await makeAccount(db, 'editor')
const colleague = await makeAccount(db, 'reviewer', { name: 'Rita Reviewer' })
const editor = await signIn(app, account)
const json = { Accept: 'application/json' }

const ratingOf = async (axis: 'attribution' | 'accuracy', slug: string) =>
  (await db.rating.findUniqueOrThrow({ where: { axis_slug: { axis, slug } } })).id
const confirmed = await ratingOf('attribution', 'confirmed')
const relayed = await ratingOf('attribution', 'relayed-only')
const unproven = await ratingOf('accuracy', 'unproven')
const isTrue = await ratingOf('accuracy', 'true')
const reasons = 'We heard the tape.'
const tape = { kind: 'recording', url: 'https://portansel.example/tape' }
const quotes = [
  'Port Ansel will close its old harbour to freight',
  'Not one container ship will dock here after December',
  'the quay had moved four centimetres since 2019',
]

/** A document with three statements, in the text's order though the last was recorded first. */
async function makeStory() {
  const document = await makeDocument(db)
  const ids: number[] = []
  for (const quote of quotes.toReversed()) ids.unshift((await recordOn(db, document.id, { quote })).id)
  const [first = 0, second = 0, third = 0] = ids
  return { document, first, second, third }
}

type Answered = { url: string; errors: Record<string, string[]>; stored: Record<string, string> }
const answered = ({ body }: { body: unknown }) => body as Answered

const send = (id: number, body: object, accept = json) => editor.post(`/statements/${id}/check`).set(accept).send(body)

/** All that a check may write, counted. */
async function everything() {
  const counted = [db.verdict, db.evidence, db.claim, db.statementClaim, db.topic, db.note, db.event] as const
  return Promise.all(counted.map((table) => (table as typeof db.verdict).count()))
}

test('a check says each step as a sentence says it, and what was found of it', async () => {
  const document = await makeDocument(db)
  const hops = [
    { source: 'Olga Brandt', cue: 'told', addressee: 'reporters' },
    { source: 'Port Radio', cue: 'said', addressee: 'its listeners' },
  ].map((hop) => ({ ...hop, naming: 'named' as const }))
  const { id } = await recordOn(db, document.id, { hops })
  const page = load((await editor.get(`/statements/${id}/check`).expect(200)).text)
  const rows = page('.check-chain li').map((_, row) => page(row).text().replace(/\s+/g, ' ').trim())
  const [first, second] = rows.get()
  assert.equal(first, 'Olga Brandt told reporters ? not checked')
  assert.equal(second, 'Port Radio said to its listeners ? not checked')
})

test('an editor checks a statement on one page, without a script, and goes on to the next', async () => {
  const { document, first, second, third } = await makeStory()
  const page = load((await editor.get(`/statements/${first}/check`).expect(200)).text)
  assert.match(page('h2').first().text(), /Port Ansel will close/)
  assert.match(page('.back-to-desk').text(), /Back to the desk · next unchecked \(3 left\)/)
  assert.equal(page('.back-to-desk a').last().attr('href'), `/statements/${second}/check`)
  const choice = page(`input[name=ratingId][value=${confirmed}]`).closest('label').text()
  assert.match(choice, /Confirmed[^]*Needs a primary source/, 'before it is chosen')
  assert.match(page('fieldset.scale').first().text(), /A primary source is a recording, a transcript/)

  const form = page('#check-form')
  const sent = {
    once: form.find('[name=once]').val(),
    ratingId: confirmed,
    reasons,
    'evidence[0][kind]': 'recording',
    'evidence[0][url]': tape.url,
    sentence: `The old harbour of Port Ansel closes ${next()}`,
    stance: 'asserts',
    topics: 'Harbours, Freight',
    claimRatingId: unproven,
    note: 'Look again in spring, @rita-reviewer',
    then: 'next',
  }
  const saved = await editor.post(`/statements/${first}/check`).type('form').send(sent).expect(303)
  assert.equal(saved.headers.location, `/statements/${second}/check`)
  const landed = load((await editor.get(`/statements/${second}/check`).expect(200)).text)
  assert.match(landed('body').text(), /Saved\. 2 left to check\./)

  const verdict = await db.verdict.findFirstOrThrow({
    where: { statementId: first },
    include: { evidence: true, rating: true },
  })
  assert.deepEqual([verdict.rating.slug, verdict.reasons, verdict.accountId], ['confirmed', reasons, account.id])
  assert.deepEqual(
    verdict.evidence.map(({ kind, url }) => [kind, url]),
    [['recording', tape.url]],
  )
  const [link] = await db.statementClaim.findMany({
    where: { statementId: first },
    include: {
      claim: {
        include: { topics: { include: { topic: true } }, verdicts: { include: { rating: true, evidence: true } } },
      },
    },
  })
  assert.equal(link?.claim.sentence, sent.sentence)
  assert.deepEqual(link?.claim.topics.map(({ topic }) => topic.name).sort(), ['Freight', 'Harbours'])
  const [accuracy] = link?.claim.verdicts ?? []
  assert.deepEqual([accuracy?.rating.slug, accuracy?.reasons], ['unproven', reasons], 'the reasons above, left empty')
  assert.deepEqual(accuracy?.evidence, [], 'what shows that they said it shows not that it is true')
  const note = await db.note.findFirstOrThrow({ where: { statementId: first }, include: { mentions: true } })
  assert.deepEqual([note.visibility, note.mentions.length], ['internal', 1])
  assert.equal(note.mentions[0]?.accountId, colleague.id)
  const events = await db.event.findMany({ where: { OR: [{ statementId: first }, { claimId: link?.claimId }] } })
  for (const action of ['verdict_given', 'claim_stated', 'claim_linked', 'note_written'])
    assert.ok(
      events.some((event) => event.action === action),
      action,
    )
  assert.equal(events.filter(({ action }) => action === 'verdict_given').length, 2)

  // The form that is sent twice is done once, and leads to the same place.
  const before = await everything()
  const again = await editor.post(`/statements/${first}/check`).type('form').send(sent).expect(303)
  assert.equal(again.headers.location, saved.headers.location)
  assert.deepEqual(await everything(), before)

  await send(third, { ratingId: relayed, reasons }).expect(201)
  const last = await send(second, { ratingId: relayed, reasons }).expect(201)
  assert.match(answered(last).url, new RegExp(`^/documents/${document.id}/desk`), 'nothing is left')
})

test('readers are asked to sign in, and a token that only reads may not check', async () => {
  const { first } = await makeStory()
  await visitor(app).get(`/statements/${first}/check`).set(json).expect(401)
  await visitor(app).post(`/statements/${first}/check`).set(json).send({ ratingId: relayed, reasons }).expect(401)
  assert.equal(await db.verdict.count({ where: { statementId: first } }), 0)
  await editor.get('/statements/99999999/check').set(json).expect(404)
  await send(99_999_999, { ratingId: relayed, reasons }).expect(404)
})

for (const [what, given, field, said] of [
  ['nothing at all', {}, 'form', /Nothing is filled in yet/],
  ['a rating without reasons', { ratingId: 'relayed' }, 'reasons', /Give the reasons/],
  ['reasons without a rating', { reasons }, 'ratingId', /Choose a rating/],
  ['evidence without a rating', { evidence: [tape] }, 'ratingId', /Choose a rating/],
  ['topics without a claim', { ratingId: 'relayed', reasons, topics: ['Harbours'] }, 'topics', /Topics are those of a/],
  ['a rating of no claim', { claimRatingId: 'unproven', claimReasons: reasons }, 'known', /Choose the claim/],
  ['a claim’s rating without reasons', { sentence: 'It closes', claimRatingId: 'unproven' }, 'claimReasons', /reasons/],
  ['a claim’s reasons without a rating', { sentence: 'It closes', claimReasons: reasons }, 'claimRatingId', /whether/],
  ['an unknown rating', { ratingId: 4711, reasons }, 'ratingId', /Choose a rating from the list/],
  ['a rating of the other scale', { ratingId: 'unproven', reasons }, 'ratingId', /Choose a rating from the list/],
] as const) {
  test(`a check with ${what} is refused at its field, and nothing is stored`, async () => {
    const { first } = await makeStory()
    const before = await everything()
    const ids: Record<string, number> = { relayed, unproven }
    const body = Object.fromEntries(
      Object.entries(given).map(([name, value]) => [name, ids[String(value)] ?? (value as unknown)]),
    )
    const refused = await send(first, body).expect(422)
    assert.match(answered(refused).errors[field]?.[0] ?? `nothing at ${field}`, said)
    assert.deepEqual(await everything(), before)
  })
}

test('one part that is refused leaves nothing of the others, and all that is to mend is said at once', async () => {
  const { first } = await makeStory()
  const opened = load((await editor.get(`/statements/${first}/check`).expect(200)).text)
  const before = await everything()
  const sent = {
    once: opened('#check-form [name=once]').val(),
    ratingId: confirmed,
    reasons,
    sentence: `A new claim ${next()}`,
    topics: 'A new topic',
    claimRatingId: isTrue,
    'claimEvidence[0][documentId]': '99999999',
    note: 'Half a thought',
  }
  const { text } = await editor.post(`/statements/${first}/check`).type('form').send(sent).expect(422)
  assert.deepEqual(await everything(), before)
  const page = load(text)
  assert.match(page('#check-evidence-error').text(), /“Confirmed” needs a primary source/)
  assert.match(page('#check-claimEvidence-0-documentId-error').text(), /There is no document 99999999/)
  assert.match(page('.errors').text(), /There is a problem/)
  assert.equal(page('#check-reasons').val(), reasons)
  assert.equal(page('#check-sentence').val(), sent.sentence)
  assert.equal(page('#check-note').val(), sent.note)
  assert.ok(page(`input[name=ratingId][value=${confirmed}]`).is('[checked]'))
  assert.ok(page('#check-note').closest('details').is('[open]'), 'nothing that was typed is folded away')
  const kept = load((await editor.get(`/statements/${first}/check`).expect(200)).text)
  assert.equal(kept('#check-sentence').val(), sent.sentence, 'and is there when the page is opened again')
})

test('who checks what somebody else judged meanwhile is shown both, and keeps their words', async () => {
  const { first } = await makeStory()
  const claim = await stateClaim(db, first, { sentence: `It closes for good ${next()}` })
  const other = await giveVerdictOn(db, { statementId: first }, { by: colleague.id, rating: 'misquoted' })
  const before = await everything()
  const conflict = await send(first, { ratingId: relayed, reasons, sentence: 'Something else' }).expect(409)
  assert.equal(answered(conflict).stored['rating'], 'Misquoted')
  assert.deepEqual(await everything(), before)

  const given = await giveVerdictOn(db, { claimId: claim.id }, { by: colleague.id, rating: 'false' })
  const judge = { linkedId: String(claim.id), claimRatingId: unproven, claimReasons: 'Nobody knows.', then: 'desk' }
  const shown = await editor.post(`/statements/${first}/check`).type('form').send(judge).expect(409)
  const page = load(shown.text)
  assert.match(page('.conflict').text(), /Is it true\?[^]*Unproven[^]*False/)
  assert.match(page('#check-form').text(), /Evidence of the current verdict: The recording/)
  const seen = page('input[name=seen]')
    .map((_, field) => page(field).val())
    .get()
  assert.ok(seen.includes(`${claim.id}:${given.id}`))
  const claimId = page('input[name=claimId][checked]').val() ?? ''
  await editor
    .post(`/statements/${first}/check`)
    .type('form')
    .send({ ...judge, claimId, seen })
    .expect(303)
  const newest = await db.verdict.findFirstOrThrow({ where: { claimId: claim.id }, orderBy: { id: 'desc' } })
  assert.deepEqual([newest.supersedesId, newest.reasons], [given.id, judge.claimReasons])
  await send(first, { ratingId: relayed, reasons, supersedesId: other.id }).expect(201)
})

test('the evidence of the statement above is taken over as it stands there, and of no other document', async () => {
  const { first, second, third } = await makeStory()
  const archived = { ...pressRecording, archiveUrl: 'https://archive.example/1', reliability: 'Whole and uncut' }
  const above = await giveVerdictOn(db, { statementId: first }, { by: account.id, evidence: [archived] })
  const page = load((await editor.get(`/statements/${third}/check`).expect(200)).text)
  assert.equal(page('input[name=sameAs]').attr('value'), String(above.id))
  assert.match(page('#check-sameAs-what').text(), /Recording · The recording of the press conference/)
  const none = load((await editor.get(`/statements/${first}/check`).expect(200)).text)
  assert.equal(none('input[name=sameAs]').length, 0)

  const claimed = { sentence: `The quay sinks ${next()}`, claimRatingId: isTrue, claimSame: true }
  await send(third, { ratingId: confirmed, reasons, sameAs: above.id, ...claimed }).expect(201)
  const copied = await db.evidence.findMany({
    where: { verdict: { OR: [{ statementId: third }, { claim: { sentence: claimed.sentence } }] } },
  })
  assert.deepEqual(
    copied.map(({ kind, url, archiveUrl, reliability }) => [kind, url, archiveUrl, reliability]),
    [1, 2].map(() => ['recording', archived.url, archived.archiveUrl, archived.reliability]),
  )
  const elsewhere = await makeStory()
  const refused = await send(elsewhere.first, { ratingId: confirmed, reasons, sameAs: above.id }).expect(422)
  assert.match(answered(refused).errors['sameAs']?.[0] ?? '', /Give the evidence itself/)
  assert.equal(await db.verdict.count({ where: { statementId: elsewhere.first } }), 0)
  assert.equal(await db.verdict.count({ where: { statementId: second } }), 0)
})

test('claims that were checked are offered first, with their rating, and one that is linked is not linked again', async () => {
  const { first, second } = await makeStory()
  const like = await stateClaim(db, first, { sentence: `Container ships dock in December ${next()}` })
  const judged = await stateClaim(db, first, { sentence: `No container ship docks after December ${next()}` })
  const verdict = await giveVerdictOn(db, { claimId: judged.id }, { by: account.id, rating: 'mostly-false' })
  const newer = await stateClaim(db, first, { sentence: `A container fell off a ship in December ${next()}` })

  const page = load((await editor.get(`/statements/${second}/check`).expect(200)).text)
  const offered = page('[data-offered] label').slice(1)
  assert.match(
    offered.first().text(),
    /No container ship docks after[^]*Checked .* · 1 statement · \d+ % alike: [^]*Mostly false/,
  )
  const ids = offered.map((_, label) => Number(page(label).find('input').val())).get()
  assert.ok(ids.includes(like.id) && ids.includes(newer.id))
  const found = await editor.get('/claims/suggestions?q=december+container').expect(200)
  assert.deepEqual(found.body[0], {
    id: judged.id,
    sentence: judged.sentence,
    statementCount: 1,
    alike: null,
    hasWords: true,
    about: `Checked ${found.body[0].verdict.on} · 1 statement`,
    verdict: { slug: 'mostly-false', label: 'Mostly false', tone: 'bad', on: found.body[0].verdict.on },
    newestVerdictId: verdict.id,
  })

  await send(second, { claimId: judged.id, stance: 'denies', topics: ['Ships'] }).expect(200)
  const links = () => db.event.count({ where: { statementId: second, action: 'claim_linked' } })
  assert.equal(await links(), 1)
  await send(second, { linkedId: judged.id, note: 'Seen.' }).expect(200)
  await send(second, { claimId: judged.id, stance: 'denies', note: 'Seen twice.' }).expect(200)
  assert.equal(await links(), 1)
  const { stance, claim } = await db.statementClaim.findFirstOrThrow({
    where: { statementId: second },
    include: { claim: { include: { topics: { include: { topic: true } } } } },
  })
  assert.deepEqual([stance, claim.topics.map(({ topic }) => topic.name)], ['denies', ['Ships']])
  await send(first, { linkedId: 99_999_999, claimRatingId: unproven, claimReasons: reasons }).expect(422)
})

test('the pages of a statement and of its claim lead back to the desk and on to what nobody has checked', async () => {
  const { document, first, second } = await makeStory()
  const claim = await stateClaim(db, first, { sentence: `It closes ${next()}` })
  for (const path of [`/statements/${first}`, `/claims/${claim.id}`]) {
    const page = load((await editor.get(path).redirects(1).expect(200)).text)
    const [desk, onwards] = page('.back-to-desk a')
      .map((_, a) => page(a).attr('href'))
      .get()
    assert.match(desk ?? '', new RegExp(`^/documents/${document.id}/desk`))
    assert.equal(onwards, `/statements/${second}/check`)
    assert.match(page('.back-to-desk').text(), /next unchecked \(3 left\)/)
  }
})

/** A browser without a script: it opens pages, and sends the forms that they have. Both are counted. */
function plainBrowser(browser: typeof editor) {
  const counted = { pages: 0, forms: 0 }
  const open = async (path: string) => {
    counted.pages++
    return load((await browser.get(path).redirects(2).expect(200)).text)
  }
  const send = async ($: CheerioAPI, selector: string, filled: Record<string, unknown> = {}) => {
    const form = $(`form${selector}`).first()
    assert.equal(form.length, 1, `no form ${selector}`)
    counted.forms++
    const fields = form.serializeArray().filter(({ name }) => !(name in filled))
    const sent = [
      ...fields.map(({ name, value }) => [name, value]),
      ...Object.entries(filled).map(([k, v]) => [k, String(v)]),
    ]
    const { headers } = await browser
      .post(form.attr('action') ?? '')
      .type('form')
      .send(new URLSearchParams(sent).toString())
      .expect(303)
    return open(headers['location'] ?? '')
  }
  return { counted, open, send }
}

/** A form and its page for each of twenty decisions and fourteen checks, for import, review and publication; four pages opened. */
const mostPlain = { pages: 41, forms: 37 }

test('a wire story is imported, decided, checked, reviewed and published by plain forms alone', async (t) => {
  const text = [
    'Night ferry to Skerry Island stops in March',
    ...Array.from(
      { length: 20 },
      (_, i) => `“Boat number ${i + 1} will not sail this winter,” Tomas Reyk said on Monday.`,
    ),
  ].join('\n\n')
  const plain = plainBrowser(editor)
  const form = await plain.open('/documents/new')
  await plain.send(form, '#import-form', { text, publisher: 'Skerry Ledger', published: 'yesterday' })
  const { id } = await db.document.findFirstOrThrow({ orderBy: { id: 'desc' } })
  const thread = readingThread()
  await readNext(db, thread, undefined, id)
  await thread.end()

  let page = await plain.open(`/documents/${id}/desk`)
  for (let decided = 0; decided < 20; decided++) {
    page = await plain.send(page, `[data-decide=${decided < 14 ? 'accept' : 'dismiss'}]`)
  }
  assert.match(page('main').text(), /20 of 20 suggestions decided/)
  const first = await db.statement.findFirstOrThrow({ where: { version: { documentId: id } }, orderBy: { id: 'asc' } })
  page = await plain.open(`/statements/${first.id}/check`)
  for (let checked = 1; checked <= 14; checked++) {
    const evidence = { 'evidence[0][kind]': 'recording', 'evidence[0][url]': tape.url }
    const claim = {
      sentence: `Boat number ${checked} stays in its harbour`,
      stance: 'asserts',
      claimRatingId: unproven,
    }
    page = await plain.send(page, '#check-form', { ratingId: confirmed, reasons, ...evidence, ...claim, then: 'next' })
  }
  assert.match(page('main').text(), /All statements of this document are checked/)
  await plain.send(page, `[action^="/documents/${id}/review"]`)

  const reading = plainBrowser(await signIn(app, colleague))
  page = await reading.open(`/documents/${id}/publication`)
  const ticks = page('#publication input[type=checkbox]:not([disabled])').get()
  assert.equal(ticks.filter((box) => page(box).is('[checked]')).length, 0, 'nothing is ticked for a reviewer')
  for (const box of ticks) page(box).attr('checked', '')
  await reading.send(page, '#publication')
  assert.deepEqual(
    await Promise.all([
      db.statement.count({ where: { version: { documentId: id }, state: 'published' } }),
      db.verdict.count({ where: { state: 'published', statement: { version: { documentId: id } } } }),
      db.verdict.count({ where: { state: 'published', claim: { sentence: { startsWith: 'Boat number' } } } }),
    ]),
    [14, 14, 14],
  )
  const [pages, sent] = [plain.counted.pages + reading.counted.pages, plain.counted.forms + reading.counted.forms]
  t.diagnostic(`${pages} pages and ${sent} forms`)
  assert.ok(pages <= mostPlain.pages && sent <= mostPlain.forms, `${pages} pages and ${sent} forms`)
})
