import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, test } from 'node:test'
import { load } from 'cheerio'
import { countCodePoints } from '../src/anchoring/code-points.ts'
import { cutParts, mostInPart } from '../src/anchoring/parts.ts'
import { mostCards } from '../src/documents/parts.ts'
import { openTestDesk } from './support/desk.ts'
import { makeAccount, makeDocument, noteOn, publish, recordOn, signIn, visitor } from './support/world.ts'

const desk = await openTestDesk()
after(() => desk.close())
const { app, db } = desk
const reader = visitor(app)
const account = await makeAccount(db, 'reviewer')
const editor = await signIn(app, account)
const json = { Accept: 'application/json' }

/** Paragraphs that can be told apart, with letters of two UTF-16 units in them. */
const paragraph = (n: number) => `Paragraph ${n}: “🚢 ship ${n} docks”, said Lena Okafor of pier ${n}.`
const manyParagraphs = Array.from({ length: 1000 }, (_, i) => paragraph(i + 1)).join('\n\n')
const long = await makeDocument(db, { title: 'A long hearing', url: 'https://a.example/long', text: manyParagraphs })
const words = [paragraph(1), paragraph(450), paragraph(900)].map((text) => /“(.*)”/.exec(text)?.[1] ?? '')
const [first, second, third] = await Promise.all(words.map((quote) => recordOn(db, long.id, { quote })))
const note = await noteOn(
  db,
  { documentId: long.id },
  { by: account.id, visibility: 'public', passage: true, quote: 'said Lena Okafor of pier 905.' },
)
await publish(db, long.id, { by: account.id })
const home = `/documents/${long.id}-a-long-hearing`

test('a usual document is one page at one address, and says nothing of parts', async () => {
  const short = await makeDocument(db)
  const statement = await recordOn(db, short.id)
  await publish(db, short.id)
  const page = await reader.get(`/documents/${short.id}`).redirects(1).expect(200)
  const $ = load(page.text)
  assert.equal($('.parts, script[src*=find-part]').length, 0)
  assert.equal($('link[rel=next], link[rel=prev]').length, 0)
  assert.equal($('.text p').length, 5)
  assert.doesNotMatch($('link[rel=canonical]').attr('href') ?? '', /\?/)
  const { body } = await editor.get(`/documents/${short.id}/desk`).set(json).expect(200)
  assert.deepEqual([body.document.part.count, body.document.part.query, body.next], [1, '', null])
  const sent = await editor
    .post(`/statements/${statement.id}/withdrawal`)
    .type('form')
    .send({ reason: 'No' })
    .expect(303)
  assert.equal(sent.headers['location'], `/documents/${short.id}/desk`)
})

test('a long document is read in parts, each at an address of its own, and no word is lost between them', async () => {
  const cut = { codePoints: countCodePoints(manyParagraphs), partStarts: cutParts(manyParagraphs) }
  assert.deepEqual(long.text.partStarts, cut.partStarts)
  const count = cut.partStarts.length + 1
  assert.ok(count >= 3)

  const shown: string[] = []
  let next: string | null = home
  for (let part = 1; next !== null; part++) {
    const at: string = next
    const page = await reader.get(at).expect(200)
    const $ = load(page.text)
    assert.ok(page.text.length < 400_000)
    assert.match($('.parts p').first().text(), new RegExp(`^Part ${part} of ${count}$`))
    assert.equal(
      $('link[rel=canonical]').attr('href'),
      `http://desk.example.org${home}${part > 1 ? `?part=${part}` : ''}`,
    )
    const before = part === 1 ? undefined : part === 2 ? home : `${home}?part=${part - 1}`
    assert.equal($('link[rel=prev]').attr('href'), before)
    for (const p of $('.text p').toArray()) shown.push($(p).text())
    next = $('link[rel=next]').attr('href') ?? null
    assert.equal(next, part === count ? null : `${home}?part=${part + 1}`)
    assert.equal(/<([^>]*)>; rel="next"/.exec(String(page.headers['link'] ?? ''))?.[1] ?? null, next)
    assert.ok($('.text p').length <= mostInPart.paragraphs)
  }
  assert.equal(shown.join('\n\n'), manyParagraphs)

  await reader.get(`${home}?part=${count + 1}`).expect(404, new RegExp(`This document has ${count} parts`))
  for (const bad of [
    'part=0',
    'part=-1',
    'part=x',
    'part=1.5',
    'at=-1',
    'at=1e99',
    'statement=x',
    'cards=0',
    'part=9999999999',
  ])
    await reader.get(`${home}?${bad}`).expect(400)
  await reader.get(`/documents/${long.id}?part=2`).expect(301).expect('Location', `${home}?part=2`)
})

test('each part has its statements and notes with places that count from the beginning of the whole text', async () => {
  const pages = await Promise.all([1, 2, 3].map((part) => reader.get(`${home}?part=${part}`).set(json).expect(200)))
  const ids = pages.map(({ body }) => body.document.statements.map(({ id }: { id: number }) => id) as number[])
  assert.deepEqual(ids, [[first!.id], [second!.id], [third!.id]])
  for (const [i, { body }] of pages.entries()) {
    const marked = body.document.paragraphs.flatMap(
      ({ pieces }: { pieces: { opens?: object; text: string; start: number }[] }) =>
        pieces.filter(({ opens }) => opens),
    )
    assert.deepEqual(
      marked.map(({ text }: { text: string }) => text),
      [words[i]],
    )
    assert.equal(marked[0].start, [first, second, third][i]!.spans[0]!.start)
    assert.equal(body.document.notes.length, i === 2 ? 1 : 0)
  }
  const $ = load((await reader.get(`${home}?part=3`)).text)
  assert.equal($(`#note-${note.id}`).length, 1)
  assert.equal($(`${$(`#note-${note.id}`).parent().find('a[href^="#from-"]').attr('href')}`).length, 1)
})

test('whatever leads into a long document leads to the part that it is in', async () => {
  const to = async (path: string) => {
    const { body } = await reader.get(path).set(json).expect(200)
    return body.document.part.number as number
  }
  assert.equal(await to(`${home}?statement=${third!.id}`), 3)
  assert.equal(await to(`${home}?at=${second!.spans[0]!.start}`), 2)
  assert.equal(await to(`${home}?statement=999999`), 1)
  const { headers } = await reader.get(`/notes/${note.id}`).expect(302)
  assert.equal(headers['location'], `${home}?part=3#note-${note.id}`)
  const hits = (await reader.get('/search?q=420').set(json).expect(200)).body.hits as {
    kind: string
    path: string
  }[]
  assert.equal(hits.find(({ kind }) => kind === 'document')?.path, `${home}?part=2`)
  const page = load((await reader.get(`/statements/${third!.id}`).redirects(1).expect(200)).text)
  assert.equal(page('blockquote mark').text(), words[2])
  assert.equal(page('blockquote p').length, 1)
  const { partStarts } = long.text
  const spans = [{ start: (partStarts[0] ?? 0) - 10, end: (partStarts[1] ?? 0) + 10 }]
  const { body } = await editor
    .post(`/documents/${long.id}/statements`)
    .set(json)
    .send({ spans, mode: 'direct', hops: [] })
    .expect(201)
  const { id } = body as { id: number }
  const over = load((await editor.get(`/statements/${id}`).redirects(1).expect(200)).text)
  assert.equal(
    over('blockquote p').length,
    mostInPart.paragraphs + 2,
    'it goes from one part over the next into a third',
  )
  await editor.post(`/statements/${id}/withdrawal`).set(json).send({ reason: 'A test' }).expect(200)
})

test('at the desk every form comes back to the part it was sent from', async () => {
  const desk = `/documents/${long.id}/desk`
  const $ = load((await editor.get(`${desk}?part=2`).expect(200)).text)
  for (const form of $('form[method=post][action^="/documents/"]').toArray()) {
    const action = $(form).attr('action') ?? ''
    if (!/\/work$/.test(action)) assert.match(action, /\?part=2$/, action)
  }
  const quote = 'ship 455 docks'
  const at = Array.from(manyParagraphs.slice(0, manyParagraphs.indexOf(quote))).length
  const steps = { mode: 'direct', hops: [{ naming: 'named', source: 'Lena Okafor', cue: 'said' }] }
  const recorded = await editor
    .post(`/documents/${long.id}/statements?part=2`)
    .set(json)
    .send({ quote, at: String(at), ...steps })
  const { id, url } = recorded.body as { id: number; url: string }
  assert.match(url, /\/desk\?statement=(\d+)#statement-\1$/)
  const shown = load((await editor.get(url.split('#')[0] ?? '').expect(200)).text)
  assert.equal(shown(`#statement-${id}`).length, 1)
  const refused = load(
    (
      await editor
        .post(`/documents/${long.id}/statements`)
        .type('form')
        .send({ quote: 'not there', at: String(at), ...steps })
        .expect(422)
    ).text,
  )
  assert.match(refused('.parts p').first().text(), /^Part 2/)
  const undone = await editor.post(`/documents/${long.id}/undo?part=2`).type('form').send({}).expect(303)
  assert.equal(undone.headers['location'], `${desk}?part=2`)
  const asked = await editor.post(`/documents/${long.id}/readings?part=2`).type('form').send({}).expect(303)
  assert.equal(asked.headers['location'], `${desk}?part=2#suggestions`)
  const edit = load((await editor.get(`/statements/${third!.id}/edit`).expect(200)).text)
  assert.match(edit('.parts p').first().text(), /^Part 3/)
})

test('a kept text is shown in parts, too, and to be had as a whole', async () => {
  const path = `/documents/${long.id}/versions/1`
  const page = load((await reader.get(`${path}?part=2`).expect(200)).text)
  assert.match(page('.plain-text').text(), /^Paragraph 401:/)
  assert.equal(page(`a[href="${path}/text"]`).length, 1)
  const { text, headers } = await reader.get(`${path}/text`).expect(200)
  assert.match(String(headers['content-type']), /^text\/plain/)
  assert.equal(text, manyParagraphs)
  const { body } = await reader.get(path).set(json).expect(200)
  assert.ok(body.version.text.content.length < 40_000)
  assert.equal(body.next, `${path}?part=2`)
  const draft = await makeDocument(db)
  await reader.get(`/documents/${draft.id}/versions/1/text`).expect(404)
})

test('very many statements on a page have pages of their own', async () => {
  const quotes = Array.from({ length: mostCards + 20 }, (_, i) => `word${1000 + i}`)
  const document = await makeDocument(db, { title: 'Dense', url: 'https://a.example/dense', text: quotes.join(' ') })
  const ids: number[] = []
  for (const quote of quotes) ids.push((await recordOn(db, document.id, { quote, hops: [] })).id)
  await publish(db, document.id)
  const $ = load((await reader.get(`/documents/${document.id}`).redirects(1).expect(200)).text)
  assert.equal($('.card').length, mostCards)
  assert.equal($('a.mark').length, quotes.length)
  assert.equal($('.parts').length, 0)
  const last = $(`#at-${ids.at(-1)}`).attr('href')
  assert.equal(last, `/documents/${document.id}-dense?cards=2#statement-${ids.at(-1)}`)
  const rest = load((await reader.get(last.split('#')[0] ?? '').expect(200)).text)
  assert.equal(rest('.card').length, 20)
  assert.equal(rest(`#statement-${ids.at(-1)}`).length, 1)
  assert.equal(rest(`#at-${ids[0]}`).attr('href'), `/documents/${document.id}-dense#statement-${ids[0]}`)
  const found = load((await reader.get(`/documents/${document.id}-dense?statement=${ids.at(-1)}`).expect(200)).text)
  assert.equal(found(`#statement-${ids.at(-1)}`).length, 1)
})

test('a page of a document of 200,000 paragraphs is no larger than one of a short one', async () => {
  const huge = await makeDocument(db, {
    title: 'Huge',
    url: 'https://a.example/huge',
    text: Array.from({ length: 200_000 }, (_, i) => `Line ${i}.`).join('\n\n'),
  })
  await publish(db, huge.id)
  for (const path of [`/documents/${huge.id}-huge`, `/documents/${huge.id}/versions/1`, `/documents/${huge.id}/desk`])
    for (const part of [1, 250, 500]) {
      const { text } = await (path.endsWith('desk') ? editor : reader).get(`${path}?part=${part}`).expect(200)
      assert.ok(text.length < 200_000, `${path}: ${text.length}`)
    }
})

test('texts that were stored before are cut by the migration as new ones are', async () => {
  const sentence = 'The quay is sinking, and everyone knows it. '
  const texts = [
    'a 🚢 '.repeat(30_000),
    sentence.repeat(3000),
    'x'.repeat(100_000),
    Array.from({ length: 5000 }, (_, i) => `${sentence.repeat(3)}${i}`).join('\n'),
    Array.from({ length: 900 }, (_, i) => sentence.repeat(i % 40)).join('\n\n'),
    `${'short\n\n'.repeat(399)}${'y'.repeat(90_000)}\n\nend`,
  ]
  for (const [i, text] of texts.entries())
    await makeDocument(db, { title: `Stored ${i}`, url: `https://a.example/stored-${i}`, text })
  const stored = await db.storedText.findMany({ orderBy: { id: 'asc' } })
  assert.ok(stored.filter(({ partStarts }) => partStarts.length > 1).length >= 7)

  const migration = readFileSync('prisma/migrations/20261129134500_text_parts/migration.sql', 'utf8')
  await db.storedText.updateMany({ data: { partStarts: [] } })
  await desk.pool.query(migration.slice(migration.indexOf('DO $$')))
  const again = await db.storedText.findMany({ orderBy: { id: 'asc' } })
  for (const [i, { content, partStarts }] of again.entries()) {
    assert.deepEqual(partStarts, stored[i]?.partStarts, content.slice(0, 40))
    assert.deepEqual(partStarts, cutParts(content))
  }
})
