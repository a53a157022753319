import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { load } from 'cheerio'
import { withdrawVerdict } from '../src/verdicts/verdicts.ts'
import { openTestDesk } from './support/desk.ts'
import {
  giveVerdictOn,
  makeAccount,
  makeDocument,
  next,
  publish,
  recordOn,
  signIn,
  stateClaim,
  visitor,
} from './support/world.ts'

const { app, db, close } = await openTestDesk()
after(close)
const account = await makeAccount(db, 'editor')
const editor = await signIn(app, account)
const reader = visitor(app)

type Hops = NonNullable<Parameters<typeof recordOn>[2]>['hops']
const named = (source: string, cue = 'said') => ({ naming: 'named' as const, source, cue })

/** A statement that a document reports, with what was found of it and of the claim it makes. */
async function quote(
  publisher: string,
  hops: Hops,
  { rating, accuracy, topics = '' }: { rating?: string; accuracy?: string; topics?: string } = {},
) {
  const document = await makeDocument(db, { publisher })
  const statement = await recordOn(db, document.id, { hops })
  const claim = await stateClaim(db, statement.id, { sentence: `The quay sinks, measurement ${next()}`, topics })
  const by = account.id
  const found = [
    ...(rating ? [await giveVerdictOn(db, { statementId: statement.id }, { by, rating })] : []),
    ...(accuracy ? [await giveVerdictOn(db, { claimId: claim.id }, { by, rating: accuracy })] : []),
  ]
  return { document, statement, claim, verdictIds: found.map(({ id }) => id) }
}

async function show({ document, claim, verdictIds }: Awaited<ReturnType<typeof quote>>) {
  await publish(db, document.id, { claimIds: [claim.id], verdictIds, by: account.id })
}

async function idOf(name: string): Promise<number> {
  return (await db.source.findFirstOrThrow({ where: { name } })).id
}

async function look(path: string, who = reader) {
  const page = load((await who.get(path).redirects(1).expect(200)).text)
  return { page, numbers: page('section[aria-labelledby=numbers]').text().replace(/\s+/g, ' ') }
}

test('a source’s page counts what they are quoted as saying, how directly, through whom and what was found, each with its base', async () => {
  const n = next()
  const speaker = named(`Ola ${n}`)
  const topics = `Quay ${n}`
  await show(await quote(`Wire ${n}`, [speaker], { rating: 'confirmed', accuracy: 'true', topics }))
  await show(await quote(`Wire ${n}`, [speaker], { rating: 'misquoted', topics }))
  await show(await quote(`Post ${n}`, [speaker, named(`Radio ${n}`, 'reported')], { rating: 'out-of-context' }))
  await show(await quote(`Post ${n}`, [speaker, { naming: 'described', description: 'local media', cue: 'report' }]))
  await show(await quote(`Post ${n}`, [named(`Mayor ${n}`), speaker]))
  const { page, numbers } = await look(`/sources/${await idOf(`Ola ${n}`)}`)
  assert.match(
    numbers,
    /quoted first in 4 statements\. In 2 of them the report has it from them directly, in 2 it came through others\./,
  )
  assert.match(numbers, /Of 4 statements 3 were checked: 1 confirmed, 1 misquoted and 1 out of context\./)
  assert.match(numbers, /Misquoted .*: 2 of 3 checked\./)
  assert.match(numbers, /Of 4 claims 1 was checked: 1 true\./)
  assert.match(numbers, /passed on what others said in 1 statement/)
  assert.match(numbers, /can’t show: how truthful anybody is/)
  assert.doesNotMatch(numbers, /score|%/)
  const through = page('table.numbers')
    .first()
    .find('tbody tr')
    .map((_, row) => page(row).text().trim().replace(/\s+/g, ' '))
  assert.deepEqual(
    through.get().sort(),
    [`Radio ${n} 1`, 'Somebody not named 1', `Wire ${n} 2`].map((row) => row.replace(/ (\d)$/, '$1')).sort(),
  )
  const bar = page('svg.shares').first()
  assert.equal(bar.attr('role'), 'img')
  assert.equal(bar.attr('aria-label'), 'Confirmed: 1, Misquoted: 1, Out of context: 1, Not checked yet: 1')
  const widths = bar.find('rect').map((_, rect) => Number(page(rect).attr('width')))
  assert.equal(
    widths.get().reduce((sum, width) => sum + width, 0),
    600,
  )
  assert.match(page('.topics').text(), new RegExp(`Quay ${n}\\s+\\(2\\)`))
})

test('readers’ counts leave out drafts of statements, claims and verdicts', async () => {
  const n = next()
  const topics = `Crane ${n}`
  await show({
    ...(await quote(`Wire ${n}`, [named(`Ola ${n}`)], { rating: 'misquoted', accuracy: 'false', topics })),
    verdictIds: [],
  })
  await quote(`Secret ${n}`, [named(`Ola ${n}`)], { topics })
  const draft = await makeDocument(db, { publisher: `Wire ${n}` })
  const statement = await recordOn(db, draft.id, { hops: [named(`Ola ${n}`)] })
  await stateClaim(db, statement.id, { sentence: `Hidden claim ${n}`, topics })
  await publish(db, draft.id)
  const id = await idOf(`Ola ${n}`)
  const { id: topicId } = await db.topic.findFirstOrThrow({ where: { name: topics } })
  for (const path of [`/sources/${id}`, `/sources/${id}?topic=${topicId}`, `/topics/${topicId}`]) {
    const { page, numbers } = await look(path)
    assert.doesNotMatch(page.html(), new RegExp(`Secret ${n}|Hidden claim ${n}`), path)
    assert.match(numbers, /Of \d statements? 0 were checked\./, path)
    assert.match(numbers, /Of 1 claim 0 were checked\./, path)
    const { body } = await reader
      .get(path.replace('?', '-x?'))
      .redirects(0)
      .set('Accept', 'application/json')
      .expect(200)
    assert.equal(body.counts.claims.accuracy.of, 1)
    assert.deepEqual(body.counts.claims.checked, [])
  }
  assert.match((await look(`/sources/${id}`)).numbers, /quoted first in 2 statements/)
  const atDesk = (await look(`/sources/${id}`, editor)).numbers
  assert.match(atDesk, /quoted first in 3 statements/)
  assert.match(atDesk, /Of 3 statements 1 was checked: 1 misquoted/)
  assert.match(atDesk, /Of 3 claims 1 was checked: 1 false/)
})

test('the verdict that holds counts, and one on their own step before one on the whole', async () => {
  const n = next()
  const { document, claim, statement, verdictIds } = await quote(`Wire ${n}`, [named(`Ola ${n}`)], {
    rating: 'fabricated',
  })
  const by = account.id
  const own = await giveVerdictOn(db, { hopId: statement.hops[0]?.id ?? 0 }, { by, rating: 'confirmed' })
  await show({ document, claim, statement, verdictIds: [...verdictIds, own.id] })
  const { numbers } = await look(`/sources/${await idOf(`Ola ${n}`)}`)
  assert.match(numbers, /Of 1 statement 1 was checked: 1 confirmed\./)
})

test('a verdict on the whole statement counts for who said it, and not for those who passed it on', async () => {
  const n = next()
  const said = await quote(`Wire ${n}`, [named(`Pia ${n}`), named(`Relay ${n}`, 'reports')], { rating: 'confirmed' })
  await show(said)
  assert.match((await look(`/sources/${await idOf(`Pia ${n}`)}`)).numbers, /1 was checked: 1 confirmed/)
  const relay = await idOf(`Relay ${n}`)
  const rows = await db.sourceFacts.findMany({ where: { sourceId: relay }, orderBy: { forReaders: 'asc' } })
  assert.deepEqual(
    rows.map(({ position, ratingId }) => [position, ratingId]),
    [
      [1, null],
      [1, null],
    ],
  )
})

test('a verdict that was withdrawn holds no more: the one before it does, or none', async () => {
  const n = next()
  const said = await quote(`Wire ${n}`, [named(`Quin ${n}`)], { rating: 'confirmed' })
  await show(said)
  const [verdictId = 0] = said.verdictIds
  await withdrawVerdict(db, { verdictId, reason: 'The tape was cut.', by: account.id })
  assert.doesNotMatch((await look(`/sources/${await idOf(`Quin ${n}`)}`)).numbers, /1 confirmed/)
  for (const path of [`/statements/${said.statement.id}`, `/documents/${said.document.id}`]) {
    const page = load((await reader.get(path).redirects(1).expect(200)).text)
    assert.equal(page('a.mark.tone-good, mark.tone-good').length, 0, path)
    assert.doesNotMatch(page('.chain, .card, .statement').text(), /Confirmed/, path)
  }
  const list = await reader.get('/statements').set({ Accept: 'application/json' }).expect(200)
  const line = (list.body as { statements: { id: number; rating: { slug: string } }[] }).statements.find(
    ({ id }) => id === said.statement.id,
  )
  assert.equal(line?.rating.slug, 'none')

  // Who works here has the withdrawn one among the others, and must not take it for the one that holds.
  type Held = { statement: { verdict: { id: number } | null; rating: { slug: string } } }
  const held = async () => {
    const { body } = await editor
      .get(`/statements/${said.statement.id}`)
      .redirects(1)
      .set({ Accept: 'application/json' })
    return (body as Held).statement
  }
  assert.equal((await held()).verdict, null)
  assert.equal((await held()).rating.slug, 'none')
  const on = { statementId: said.statement.id }
  const first = await giveVerdictOn(db, on, { by: account.id, rating: 'relayed-only', supersedesId: verdictId })
  const second = await giveVerdictOn(db, on, { by: account.id, supersedesId: first.id })
  await withdrawVerdict(db, { verdictId: second.id, reason: 'Too early.', by: account.id })
  assert.equal((await held()).verdict?.id, first.id)
})

test('what somebody said on one topic stands side by side in the order of time', async () => {
  const n = next()
  const topics = `Ferry ${n}`
  for (const said of ['2024-03', '2021-05-02', undefined]) {
    await show(await quote(`Wire ${n}`, [{ ...named(`Ola ${n}`), ...(said && { said }) }], { topics }))
  }
  await show(await quote(`Wire ${n}`, [named(`Ola ${n}`)], { topics: `Other ${n}` }))
  const id = await idOf(`Ola ${n}`)
  const { id: topicId } = await db.topic.findFirstOrThrow({ where: { name: topics } })
  const { page } = await look(`/sources/${id}?topic=${topicId}`)
  const dates = page('.side-by-side h3').map((_, h3) => page(h3).text().trim())
  assert.deepEqual(dates.get(), ['2 May 2021', 'March 2024', '12 March 2024, when it was printed'])
  assert.match(page('.side-by-side').text(), /It asserts: The quay sinks/)
  assert.equal(page('.topics a[aria-current=true]').text(), topics)
  await reader.get(`/sources/${id}?topic=x`).expect(400)
  await reader.get(`/sources/${id}-ola-${n}?topic=999999`).expect(404)
})

test('a topic’s page says who is quoted on it, how directly, and what was found', async () => {
  const n = next()
  const topics = `Lock ${n}`
  await show(await quote(`Wire ${n}`, [named(`Ola ${n}`)], { rating: 'misquoted', accuracy: 'false', topics }))
  await show(await quote(`Post ${n}`, [named(`Ola ${n}`), named(`Radio ${n}`, 'reports')], { topics }))
  await show(await quote(`Post ${n}`, [], { topics }))
  const { id } = await db.topic.findFirstOrThrow({ where: { name: topics } })
  const { page, numbers } = await look(`/topics/${id}`)
  assert.match(
    numbers,
    /Something is said about it in 3 statements\. In 2 of them .* directly, in 1 it came through others/,
  )
  assert.match(numbers, /Of 3 statements 1 was checked: 1 misquoted/)
  assert.match(numbers, /Of 3 claims 1 was checked: 1 false/)
  const rows = page('table.numbers')
    .first()
    .find('tbody tr')
    .map((_, row) =>
      page(row)
        .find('td')
        .map((_, td) => page(td).text())
        .get()
        .join(' | '),
    )
  assert.deepEqual(rows.get(), [`Ola ${n} | 2 | 1 | 1 | 1 of 1`, `Post ${n} | 1 | 1 | 0 | –`])
  assert.match(page('table.numbers a').first().attr('href') ?? '', new RegExp(`^/sources/\\d+-ola-${n}\\?topic=${id}$`))
})

test('a publisher’s page lists its documents, the newest first, and readers only those that are published', async () => {
  const publisher = `Gazette ${next()}`
  const [first, second] = [await makeDocument(db, { publisher }), await makeDocument(db, { publisher })]
  await publish(db, first.id)
  const path = `/sources/${first.publisherId}`
  const listed = async (who: typeof reader) => {
    const { body } = await who.get(path).set('Accept', 'application/json').expect(200)
    return (body as { source: { documents: { id: number }[] } }).source.documents.map(({ id }) => id)
  }
  assert.deepEqual(await listed(reader), [first.id])
  assert.deepEqual(await listed(editor), [second.id, first.id])
  assert.equal((await look(path)).page(`a[href^="/documents/${second.id}"]`).length, 0)
})

test('a source of whom nothing is recorded has no numbers, and no bar', async () => {
  const n = next()
  const document = await makeDocument(db, { publisher: `Quiet ${n}` })
  await publish(db, document.id)
  const { page, numbers } = await look(`/sources/${await idOf(`Quiet ${n}`)}`)
  assert.match(numbers, /Nothing they said is counted yet/)
  assert.equal(page('svg.shares').length, 0)
})
