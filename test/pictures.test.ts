import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { load } from 'cheerio'
import { findCircles } from '../src/pictures/circles.ts'
import type { Graph } from '../src/pictures/graph.ts'
import { placeGraph } from '../src/pictures/layout.ts'
import { mergeThings } from '../src/merging/merge.ts'
import { sources } from '../src/merging/sources.ts'
import { unlinkCopy } from '../src/documents/copies.ts'
import { publishClaim } from '../src/claims/claims.ts'
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

const { app, db, pool, close } = await openTestDesk()
after(close)
const account = await makeAccount(db, 'editor')
const editor = await signIn(app, account)
const reviewer = await signIn(app, await makeAccount(db, 'reviewer'))
const reader = visitor(app)
const json = { Accept: 'application/json' }

type Hops = NonNullable<Parameters<typeof recordOn>[2]>['hops']

/** A claim that documents report, each with a chain of its own. */
async function report(documents: { publisher: string; published?: string; hops: Hops }[], topics = '') {
  let claimId: number | undefined
  const made = []
  for (const { hops, ...given } of documents) {
    const document = await makeDocument(db, given)
    const statement = await recordOn(db, document.id, { hops })
    const sentence = `No ship will dock there, says report ${next()}`
    const claim = await stateClaim(db, statement.id, claimId === undefined ? { sentence, topics } : { claimId })
    claimId ??= claim.id
    made.push({ document, statement })
  }
  return { claimId: claimId ?? assert.fail('no document'), made }
}

async function show({ claimId, made }: Awaited<ReturnType<typeof report>>) {
  for (const { document } of made) await publish(db, document.id)
  await publishClaim(db, { claimId, by: account.id })
}

const named = (source: string, cue: string) => ({ naming: 'named' as const, source, cue })

async function look(path: string, who = reader) {
  return load((await who.get(path).expect(200)).text)
}

/** The table that says what a picture does: from whom, how and to whom. */
function rowsOf(page: Awaited<ReturnType<typeof look>>): string[] {
  return page('tbody tr')
    .map((_, row) =>
      page(row)
        .find('td')
        .slice(0, 3)
        .map((_, td) => page(td).text())
        .get()
        .join(' | '),
    )
    .get()
}

test('a reader sees who told whom: one origin of two reports stands out, and the table says what the picture does', async () => {
  const told = await report([
    { publisher: 'Coast Wire', hops: [{ ...named('Lena Okafor', 'told'), addressee: 'reporters' }] },
    {
      publisher: 'Harbour Gazette',
      hops: [named('Lena Okafor', 'announced'), { naming: 'described', description: 'local media', cue: 'report' }],
    },
  ])
  await show(told)
  const page = await look(`/claims/${told.claimId}/graph`)
  assert.match(page('svg title').text(), /^Chain of reports: No ship will dock/)
  assert.match(
    page('svg > desc').text(),
    /3 sources, 1 voice without a name and 2 documents.*Lena Okafor is the only origin/,
  )
  assert.match(page('.picture-box.origin').text(), /the only origin\s*Lena Okafor/)
  assert.equal(page('.picture-box.round, .picture-line.round').length, 0)
  assert.equal(page('.picture-box.unnamed').text(), 'local medianot named')
  const widths = page('svg rect')
    .map((_, box) => Number(page(box).attr('width')))
    .get()
  assert.deepEqual(
    widths.map((width) => width < 170),
    widths.map(() => true),
    'boxes are as wide as their short names',
  )
  assert.equal(page('svg a').length, 5, 'whoever has a page is a link')

  const rows = rowsOf(page)
  assert.deepEqual(rows, [
    'Lena Okafor | “told” | Coast Wire',
    'Coast Wire | published | Port Ansel to close its old harbour, mayor says',
    'Lena Okafor | “announced” | local media',
    'local media | “report” | Harbour Gazette',
    'Harbour Gazette | published | Port Ansel to close its old harbour, mayor says',
  ])
  assert.equal(page('.picture-line').length, rows.length)
  const { body } = await reader.get(`/claims/${told.claimId}/graph`).set(json).expect(200)
  assert.equal(body.steps.length, rows.length)
  assert.equal(body.svg, undefined)
  const claim = await reader.get(`/claims/${told.claimId}`).redirects(1).expect(200)
  assert.match(claim.text, new RegExp(`href="/claims/${told.claimId}/graph"`))
})

test('reports that have it from each other are drawn as a circle, through their documents', async () => {
  const told = await report([
    { publisher: 'Halden Radio', hops: [named('Island Courier', 'reports')] },
    { publisher: 'Island Courier', hops: [named('Halden Radio', 'reported')] },
  ])
  const [radio, courier] = told.made
  assert.ok(radio && courier)
  const join = (one: typeof radio, other: typeof radio) =>
    db.hop.updateMany({ where: { statementId: one.statement.id }, data: { upstreamId: other.statement.id } })
  await join(radio, courier)
  await join(courier, radio)
  await show(told)
  const page = await look(`/claims/${told.claimId}/graph`)
  assert.equal(page('.picture-line.round').length, 4)
  assert.equal(page('.picture-box.round').length, 4)
  assert.match(page('.picture-cue.round').text(), /in a circle: report/)
  assert.match(
    page('svg > desc').text(),
    /In a circle: Island Courier and Halden Radio|In a circle: Halden Radio and Island Courier/,
  )
  assert.equal(page('tbody strong').length, 4)
  assert.equal(page('.origin').length, 0)
})

test('wire copy is drawn from whoever printed it first, as the only origin, until it is unlinked', async () => {
  const wire =
    'Ships that used to wait for an hour at the pilot station now wait for two days, and some of them sail on to the next harbour with everything they carry. The port wrote to its tenants that the basin closes in autumn, all berths included. Nobody at the harbour office would say who is going to pay for the dredging of the channel that was promised last winter.'
  const print = (publisher: string, day: number, text: string) =>
    makeDocument(db, { publisher, text, published: `2024-03-${day}`, url: `https://wire.example/${next()}` })
  const agency = await print('Northern Agency', 11, wire)
  const copies = [
    await print('Sound Courier', 12, wire.replace('all berths', 'every berth')),
    await print('Sound Echo', 13, wire.replace('two days', 'three days')),
  ]
  let claimId: number | undefined
  for (const { id } of copies) {
    const statement = await recordOn(db, id, {
      quote: 'The port wrote to its tenants that the basin closes in autumn',
      hops: [],
    })
    claimId ??= (await stateClaim(db, statement.id, { sentence: `The basin closes, says report ${next()}` })).id
    await stateClaim(db, statement.id, { claimId })
  }
  const warning = 'Both reports go back to a single origin: Northern Agency.'
  const picture = () => look(`/claims/${claimId}/graph`, editor)

  assert.ok((await editor.get(`/claims/${claimId}`).redirects(1).expect(200)).text.includes(warning))
  const page = await picture()
  assert.match(page('.picture-box.origin').text(), /the only origin\s*Northern Agency/)
  assert.match(page('svg > desc').text(), /Northern Agency is the only origin/)
  assert.deepEqual(
    rowsOf(page).filter((row) => row.startsWith('Northern')),
    ['Courier', 'Echo'].map((copy) => `Northern Agency | “printed it first” | Sound ${copy}`),
  )

  for (const { id } of copies) await unlinkCopy(db, { id, otherId: agency.id, by: null })
  await unlinkCopy(db, { id: copies[0]?.id ?? 0, otherId: copies[1]?.id ?? 0, by: null })
  assert.equal((await picture())('.picture-box.origin').length, 0)
  assert.ok(!(await editor.get(`/claims/${claimId}`).redirects(1).expect(200)).text.includes('single origin'))
})

test('two who quote each other about different things are not drawn as a circle', async () => {
  const n = next()
  const topics = `Trade ${n}`
  for (const [publisher, source] of [
    [`North ${n}`, `South ${n}`],
    [`South ${n}`, `North ${n}`],
  ] as const) {
    await show(await report([{ publisher, hops: [named(source, 'said')] }], topics))
  }
  const { id } = await db.topic.findFirstOrThrow({ where: { name: topics } })
  const page = await look(`/topics/${id}/graph`)
  assert.equal(page('.picture-line').length, 4)
  assert.equal(page('.round').length, 0)
})

test('readers see nothing of drafts in a picture, nor that they are there', async () => {
  const n = next()
  const told = await report([
    { publisher: `Open ${n}`, hops: [named(`Speaker ${n}`, 'said')] },
    { publisher: `Hidden ${n}`, hops: [named(`Secret ${n}`, 'whispered'), named(`Speaker ${n}`, 'repeated')] },
  ])
  const [open] = told.made
  for (const tail of ['graph', 'graph.svg', 'timeline', 'timeline.svg']) {
    await reader.get(`/claims/${told.claimId}/${tail}`).expect(404)
    await editor.get(`/claims/${told.claimId}/${tail}`).expect(200)
  }
  await publish(db, open?.document.id ?? 0)
  await publishClaim(db, { claimId: told.claimId, by: account.id })
  const { id: sourceId } = await db.source.findFirstOrThrow({ where: { name: `Speaker ${n}` } })
  const { id: secretId } = await db.source.findFirstOrThrow({ where: { name: `Secret ${n}` } })
  for (const path of [`/claims/${told.claimId}`, `/sources/${sourceId}`]) {
    for (const tail of ['graph', 'graph.svg', 'timeline', 'timeline.svg']) {
      for (const accept of ['*/*', 'application/json']) {
        const { text, body } = await reader.get(`${path}/${tail}`).set('Accept', accept).expect(200)
        const whole = text ?? (body as Buffer).toString()
        assert.doesNotMatch(
          whole,
          new RegExp(`Hidden ${n}|Secret ${n}|whispered|"statementId":${told.made[1]?.statement.id}`),
        )
      }
    }
    assert.match((await editor.get(`${path}/graph`).expect(200)).text, new RegExp(`Secret ${n}`))
  }
  await reader.get(`/sources/${secretId}/graph`).expect(404)
  await reader.get(`/sources/${secretId}/timeline.svg`).expect(404)
})

test('a document that something was said in is shown only where readers may see it', async () => {
  const n = next()
  const paper = await makeDocument(db, { publisher: `Ministry ${n}`, title: `Communiqué ${n}` })
  const told = await report([
    { publisher: 'Coast Wire', hops: [{ ...named(`Ministry ${n}`, 'said'), mediumDocumentId: paper.id }] },
  ])
  await show(told)
  assert.doesNotMatch((await look(`/claims/${told.claimId}/graph`)).text(), new RegExp(`Communiqué ${n}`))
  await publish(db, paper.id)
  // Another address: what changed without a request may stay unseen on a kept page for a moment.
  const page = await look(`/claims/${told.claimId}/graph?utm_source=again`)
  assert.match(page('table').text(), new RegExp(`Ministry ${n}\\s+“said”\\s+Communiqué ${n}`))
})

test('a picture is a file that stands by itself, and no name in it is taken for markup', async () => {
  const hostile = `<script>alert(1)</script> "&' ]]> \u202e${'ﷺ'.repeat(60)}`
  const told = await report([{ publisher: hostile, hops: [named(`</text>${hostile}`, '<b onload=x>said</b>')] }])
  await show(told)
  for (const [tail, name] of [
    ['graph.svg', 'who-told-whom'],
    ['timeline.svg', 'over-time'],
  ] as const) {
    const shown = await reader
      .get(`/claims/${told.claimId}/${tail}`)
      .expect(200)
      .expect('Content-Type', /^image\/svg\+xml/)
    assert.equal(shown.headers['content-disposition'], undefined)
    assert.match(shown.headers['content-security-policy'] ?? '', /^default-src 'none'; style-src 'sha256-[^']+'/)
    const file = (shown.body as Buffer).toString()
    assert.match(file, /^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg xmlns=/)
    const svg = load(file, { xml: true })
    assert.equal(svg('script, b, svg svg').length, 0)
    assert.equal(svg('style').length, 1)
    assert.ok(
      svg('a')
        .get()
        .every((a) => svg(a).attr('href')?.startsWith('http://desk.example.org/')),
    )
    const saved = await reader.get(`/claims/${told.claimId}/${tail}?download`).expect(200)
    assert.equal(saved.headers['content-disposition'], `attachment; filename=claims-${told.claimId}-${name}.svg`)
  }
  const page = await look(`/claims/${told.claimId}/graph`)
  assert.equal(page('main script, svg b').length, 0)
  assert.match(page('svg').text(), /<script>alert\(1\)/)
  assert.equal(page('main [style], main style').length, 0, 'the page’s rules for what may stand in it are kept')
})

test('a claim’s spread is drawn by day, month or year, and what has no date is told below', async () => {
  const told = await report([
    {
      publisher: 'Coast Wire',
      published: '2024-03-12',
      hops: [{ ...named('Lena Okafor', 'told'), said: '2024-03-11' }],
    },
    { publisher: 'Harbour Gazette', published: '2024-04', hops: [named('Lena Okafor', 'told')] },
    { publisher: 'Quay Letters', published: '', hops: [named('Lena Okafor', 'told')] },
  ])
  await show(told)
  const verdict = await giveVerdictOn(db, { claimId: told.claimId }, { by: account.id })
  const rows = async (who: typeof reader) => {
    const page = await look(`/claims/${told.claimId}/timeline`, who)
    const cells = page('tbody tr').map((_, row) =>
      page(row)
        .find('td')
        .slice(0, 2)
        .map((_, td) => page(td).text().trim())
        .get()
        .join(' | '),
    )
    return { page, cells: cells.get() }
  }
  const { page, cells } = await rows(reader)
  assert.deepEqual(cells, [
    '11 March 2024, said | When it was said',
    '12 March 2024, printed | Coast Wire',
    'April 2024, printed | Harbour Gazette',
    'No date is known | Quay Letters',
  ])
  assert.equal(page('.picture-at').length, 3)
  assert.equal(page('circle.picture-at.said').length, 1)
  assert.ok(Number(page('rect.picture-at.printed').last().attr('width')) > 100, 'a month is long')
  assert.equal(page('path.picture-rise').length, 1)
  assert.match(page('svg > desc').text(), /3 things from 11 March 2024 to April 2024. Without a date, .*: 1\./)
  const atDesk = await rows(editor)
  assert.match(atDesk.cells[3] ?? '', /, what we found \| What we found/, 'a draft verdict is the desk’s')
  await reviewer.post(`/verdicts/${verdict.id}/publication`).expect(303)
  const found = await rows(reader)
  assert.equal(found.page('.picture-at.found').length, 1)
})

test('a time axis leaves out years in which nothing was said, shows the break, and names the years at both its sides', async () => {
  const story = (title: string, published: string) => ({ publisher: title, published, hops: [named(title, 'said')] })
  const told = await report([
    story('Old Gazette', '2016-05-11'),
    story('New Gazette', '2024-03-05'),
    story('Newer Gazette', '2024-03-06'),
  ])
  await show(told)
  const page = await look(`/claims/${told.claimId}/timeline`)
  assert.equal(page('.picture-break').length, 1)
  const years = page('.picture-date').map((_, date) => page(date).text())
  assert.deepEqual(
    [...years.get()].filter((date) => /^\d{4}$/.test(date)),
    ['2016', '2024'],
  )
  const [first, second, third] = page('rect.picture-at.printed')
    .map((_, mark) => Number(page(mark).attr('x')))
    .get()
  assert.ok(first && second && third && third - second > 20, 'days of one week are not one mark')

  const close = await report([story('Early Gazette', '2020-01'), story('Late Gazette', '2024-11')])
  await show(close)
  assert.equal((await look(`/claims/${close.claimId}/timeline`))('.picture-break').length, 0, 'less than five years')
})

test('what is said, denied and doubted on one day stands side by side, and a verdict is drawn as what was found', async () => {
  const told = await report(
    ['who says so', 'who denies it', 'who doubts it'].map((speaker) => ({
      publisher: 'One Day Wire',
      published: '2024-03-05',
      hops: [named(speaker, 'said')],
    })),
  )
  const stances = ['asserts', 'denies', 'doubts'] as const
  for (const [i, { statement }] of told.made.entries())
    await db.statementClaim.update({
      where: { statementId_claimId: { statementId: statement.id, claimId: told.claimId } },
      data: { stance: stances[i] ?? 'asserts' },
    })
  await show(told)
  const verdict = await giveVerdictOn(db, { claimId: told.claimId }, { by: account.id, rating: 'false' })
  await reviewer.post(`/verdicts/${verdict.id}/publication`).expect(303)
  const page = await look(`/claims/${told.claimId}/timeline`)
  const places = page('rect.picture-at.printed')
    .map((_, mark) => Number(page(mark).attr('x')))
    .get()
    .toSorted((a, b) => a - b)
  assert.equal(places.length, 3)
  for (const [i, x] of places.entries()) assert.ok(i === 0 || x - (places[i - 1] ?? x) > 14, places.join(', '))
  assert.equal(page('.picture-at.found.tone-bad').length, 1)
  assert.match(page('.picture-later').text(), /^✕ False, \d{1,2} \w+ \d{4}$/)
})

test('quotation marks within the passages of a picture’s tables are single', async () => {
  const document = await makeDocument(db, { text: 'He said the wall “moves” each year, and more words for the text.' })
  const statement = await recordOn(db, document.id, { quote: 'the wall “moves” each year', mode: 'mixed' })
  const { id: claimId } = await stateClaim(db, statement.id, { sentence: 'The wall moves each year in this test' })
  await show({ claimId, made: [{ document, statement }] })
  for (const picture of ['graph', 'timeline']) {
    const page = await look(`/claims/${claimId}/${picture}`)
    assert.match(page('table').text(), /“the wall ‘moves’ each year”/)
  }
})

test('a source’s statements are drawn by topic, and a merged source leads to what it is now', async () => {
  const n = next()
  const told = await report(
    [{ publisher: 'Coast Wire', published: '2024-03-12', hops: [{ ...named(`Ada ${n}`, 'said'), said: '2024' }] }],
    `Fishing ${n}, Quays ${n}`,
  )
  await show(told)
  const { id, revision } = await db.source.findFirstOrThrow({ where: { name: `Ada ${n}` } })
  const page = await look(`/sources/${id}/timeline`)
  assert.deepEqual(
    page('.picture-row')
      .map((_, row) => page(row).text())
      .get(),
    [`Fishing ${n}`, `Quays ${n}`],
  )
  const survivor = await db.source.create({ data: { name: `Ada K ${n}`, folded: `ada k ${n}`, kind: 'person' } })
  await mergeThings(db, sources, id, {
    survivorId: survivor.id,
    revision,
    survivorRevision: survivor.revision,
    keep: 'survivor',
    aliases: [],
    ...{ found: '', correction: '' },
    permitSeen: () => {},
    by: account.id,
  })
  for (const tail of ['graph', 'graph.svg', 'timeline', 'timeline.svg']) {
    const led = await reader.get(`/sources/${id}/${tail}`).expect(301)
    assert.equal(led.headers['location'], `/sources/${survivor.id}/${tail}`)
  }
})

test('what has nothing to draw says so, and what is no number is refused with a sentence', async () => {
  const claim = await db.claim.create({
    data: { sentence: 'Nobody says it', state: 'published', publishedAt: new Date() },
  })
  for (const tail of ['graph', 'timeline']) {
    const page = await look(`/claims/${claim.id}/${tail}`)
    assert.equal(page('main svg').length, 0)
    assert.ok(page('.empty').text())
    await reader.get(`/claims/${claim.id}/${tail}.svg`).expect(200)
  }
  for (const path of ['/claims/x/graph', '/topics/0/graph.svg', '/sources/99999999999/timeline']) {
    assert.ok([400, 404].includes((await reader.get(path)).status), path)
  }
})

test('of more than 500 statements the newest are drawn, and the page says that there are more', async () => {
  const { rows } = await pool.query<{ id: number }>(manyStatements)
  const id = rows[0]?.id ?? 0
  await pool.query('SELECT refresh_all_facts()')
  const page = await look(`/sources/${id}/graph`)
  assert.match(page('main').text(), /these are the newest 500/)
  const { body } = await reader.get(`/sources/${id}/graph`).set(json).expect(200)
  assert.equal(body.count, 500)
  const passages = body.steps.filter(({ from }: { from: { name: string } }) => from.name === 'Much quoted')
  assert.equal(
    passages.reduce((sum: number, { count }: { count: number }) => sum + count, 0),
    500,
  )
  assert.match(page('.picture-name').text(), /\d+ documents/, 'the documents of one publisher are a stack')
  const source = await look(`/sources/${id}-much-quoted`)
  assert.match(source('#numbers ~ p').text(), /100 statements, of the newest 100/)
})

const manyStatements = `
  WITH speaker AS (INSERT INTO "Source" ("name", "folded", "kind") VALUES ('Much quoted', 'much quoted', 'person') RETURNING "id"),
  papers AS (
    INSERT INTO "Source" ("name", "folded", "kind")
    SELECT 'Paper ' || n, 'paper ' || n, 'outlet' FROM generate_series(1, 8) n RETURNING "id"
  ),
  texts AS (
    INSERT INTO "StoredText" ("content", "sha256", "codePoints")
    SELECT t, encode(sha256(convert_to(t, 'UTF8')), 'hex'), char_length(t)
    FROM generate_series(1, 60) n, LATERAL (SELECT 'A long report, number ' || n AS t) x RETURNING "id"
  ),
  documents AS (
    INSERT INTO "Document" ("title", "kind", "publisherId", "language", "textId", "state", "publishedAt")
    SELECT 'Report ' || t."id", 'article', (SELECT min("id") FROM papers) + t."id" % 8, 'en', t."id", 'published', now() FROM texts t
    RETURNING "id", "textId"
  ),
  versions AS (
    INSERT INTO "Version" ("documentId", "number", "textId", "method") SELECT "id", 1, "textId", 'pasted' FROM documents RETURNING "id"
  ),
  statements AS (
    INSERT INTO "Statement" ("versionId", "words", "mode", "state", "publishedAt")
    SELECT v."id", 'a long', 'indirect', 'published', now() FROM versions v, generate_series(1, 9) RETURNING "id"
  ),
  spans AS (INSERT INTO "Span" ("statementId", "position", "start", "end") SELECT "id", 0, 0, 6 FROM statements),
  hops AS (
    INSERT INTO "Hop" ("statementId", "position", "naming", "sourceId", "cue")
    SELECT s."id", 0, 'named', p."id", 'said' FROM statements s, speaker p
  )
  SELECT "id" FROM speaker`

test('circles are found whatever hangs on them', () => {
  const circles = findCircles([
    ['a', 'b'],
    ['b', 'c'],
    ['c', 'a'],
    ['c', 'd'],
    ['d', 'e'],
    ['e', 'd'],
    ['x', 'a'],
    ['e', 'y'],
  ])
  assert.deepEqual([...circles.keys()].sort(), ['a', 'b', 'c', 'd', 'e'])
  assert.equal(circles.get('a'), circles.get('c'))
  assert.notEqual(circles.get('a'), circles.get('d'))
  assert.equal(findCircles(Array.from({ length: 50_000 }, (_, i) => [`${i}`, `${i + 1}`] as const)).size, 0)
})

test('a tangle that no layout draws quickly has every box in its place and every line', () => {
  const node = (i: number) =>
    ({
      key: `s:${i}`,
      kind: 'source',
      name: `Source ${i}`,
      detail: 'person',
      path: null,
      sourceId: i,
      mark: null,
      inCircle: false,
    }) as const
  const nodes = Array.from({ length: 200 }, (_, i) => node(i))
  const edges = Array.from({ length: 500 }, (_, i) => {
    const [from, to] = [`s:${(i * 7919) % 200}`, `s:${(i * i + 1) % 200}`]
    return { from, to, cues: ['said'], statementIds: [i], stances: ['asserts' as const], inCircle: false }
  }).filter(({ from, to }) => from !== to)
  const { boxes, arrows, width, height } = placeGraph({ nodes: [...nodes], edges } satisfies Graph)
  assert.equal(new Set(boxes.map(({ x, y }) => `${x} ${y}`)).size, 200)
  assert.equal(arrows.length, edges.length)
  assert.ok(boxes.every((box) => box.x > 0 && box.x < width && box.y > 0 && box.y < height))
  assert.ok(arrows.every(({ points }) => points.length >= 2))
})

test('an arrow tells a denial or a doubt once, whether by its verb or after it', () => {
  const ends = ['a', 'b'].map((key) => ({
    ...{ key, kind: 'source' as const, name: key, detail: 'person', path: null, sourceId: null },
    ...{ mark: null, inCircle: false },
  }))
  const labelled = (cue: string, ...stances: ('asserts' | 'denies' | 'doubts')[]) => {
    const edge = { from: 'a', to: 'b', cues: [cue], statementIds: stances.map((_, i) => i), stances, inCircle: false }
    return placeGraph({ nodes: ends, edges: [edge] }).arrows[0]?.label
  }
  assert.equal(labelled('doubted', 'doubts'), 'doubted')
  assert.equal(labelled('has denied', 'denies'), 'has denied')
  assert.equal(labelled('said', 'denies'), 'said · denies')
  assert.equal(labelled('did not deny', 'denies'), 'did not deny · denies')
  assert.equal(labelled('denied', 'doubts'), 'denied · doubts')
  assert.equal(labelled('denied', 'denies', 'denies'), 'denied ×2')
  assert.equal(labelled('denied', 'asserts', 'denies'), 'denied ×2 · 1 denies')
})
