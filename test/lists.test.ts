import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { type CheerioAPI, load } from 'cheerio'
import { foldName } from '../src/words/names.ts'
import { openTestDesk } from './support/desk.ts'
import {
  giveVerdictOn,
  makeAccount,
  makeDocument,
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
const json = { Accept: 'application/json' }

/* Three documents; readers see the first two, with a statement each, by Zara Quist and by somebody not named. */
const zebras = await makeDocument(db, { title: 'zebras at the quay', publisher: 'Anchor', published: '2024-03' })
const arks = await makeDocument(db, { title: 'Árks and boats', publisher: 'Buoy', published: '2024-01-02' })
await makeDocument(db, { title: 'Masts', publisher: 'Capstan', published: '2023' })
const said = (who: string) =>
  ({ quote: 'The quay is sinking', hops: [{ naming: 'named', source: who, cue: 'said' }] }) as const
const zara = await recordOn(db, zebras.id, said('Zara Quist'))
const unnamed = await recordOn(db, arks.id, {
  quote: 'The quay is sinking',
  hops: [{ naming: 'described', description: 'an official', source: 'Xaver Hidden', cue: 'said' }],
})
const seen = await stateClaim(db, zara.id, { sentence: 'Quays sink', topics: 'Quays' })
await giveVerdictOn(db, { claimId: seen.id }, { rating: 'false', by: account.id })
await publish(db, zebras.id, { claimIds: [seen.id] })
await publish(db, arks.id)
await recordOn(db, arks.id, { ...said('Yves Unseen'), quote: 'everyone knows it', unfinished: 'true' })
await recordOn(db, arks.id, { ...said('Yves Unseen'), quote: 'Mayor Lena Okafor', unfinished: 'true' })
await stateClaim(db, unnamed.id, { sentence: 'A boat sinks', topics: 'Boats' })
await stateClaim(db, unnamed.id, { sentence: 'A quay leaks', topics: 'Quays' })

const open = async (as: typeof reader, path: string) => load((await as.get(path).expect(200)).text)
const titles = ($: CheerioAPI) =>
  $('tbody .title')
    .map((_, cell) => $(cell).text())
    .get()
const sorted = ($: CheerioAPI) =>
  $('thead th[aria-sort]')
    .map((_, head) => `${$(head).text().trim()} ${$(head).attr('aria-sort')}`)
    .get()

test('a list is sorted by the heads of its columns, which keep its filters and turn the order round', async () => {
  const $ = await open(editor, '/documents?kind=article')
  assert.deepEqual(titles($), ['Masts', 'Árks and boats', 'zebras at the quay'], 'the newest first')
  assert.deepEqual(sorted($), [])
  const byTitle = $('thead a')
    .filter((_, link) => $(link).text() === 'Title')
    .attr('href')
  assert.equal(byTitle, '/documents?kind=article&sort=title')
  const up = await open(editor, byTitle ?? '')
  assert.deepEqual(titles(up), ['Árks and boats', 'Masts', 'zebras at the quay'], 'without case and accents')
  assert.deepEqual(sorted(up), ['Title ↑ ascending'])
  const turned = up('thead [aria-sort] a').attr('href')
  assert.equal(turned, '/documents?kind=article&sort=-title')
  assert.deepEqual(titles(await open(editor, turned ?? '')), ['zebras at the quay', 'Masts', 'Árks and boats'])
  assert.equal(up('select[name=sort] [selected]').attr('value'), 'title', 'a search keeps the order')

  const first = async (path: string) => titles(await open(editor, path))[0]
  assert.equal(await first('/documents?sort=publisher'), 'zebras at the quay')
  assert.equal(await first('/documents?sort=date'), 'Masts')
  assert.equal(await first('/documents?sort=-statements'), 'Árks and boats')
  assert.equal(await first('/documents?sort=-unchecked'), 'Árks and boats')
  assert.equal(await first('/claims?sort=claim'), 'A boat sinks')
  assert.equal(await first('/claims?sort=rating'), 'Quays sink')
  assert.equal(await first('/topics?sort=-claims'), 'Quays')
  const speakers = (await open(editor, '/statements?sort=speaker'))('tbody .about')
  assert.match(speakers.first().text(), /^an official/, 'who is only described stands under those words')
  assert.match(speakers.last().text(), /^Zara/)

  const { body } = await editor.get('/documents?sort=size').set(json).expect(400)
  assert.match((body as { detail: string }).detail, /title, publisher, date/)
})

/** What a browser sends of the page's form. */
function formOf($: CheerioAPI): URLSearchParams {
  const sent = new URLSearchParams()
  for (const field of $('form[method=post] input').get()) {
    const [name, type] = [$(field).attr('name'), $(field).attr('type')]
    if (name && (type === 'hidden' || $(field).is('[checked]'))) sent.append(name, String($(field).val()))
  }
  return sent
}

/** The same, as a program sends it. */
function sentAs(form: URLSearchParams) {
  return { survivorId: form.get('survivorId'), seen: form.getAll('seen') }
}

const makeTopic = (name: string) => db.topic.create({ data: { name, folded: foldName(name) } })

test('for readers nothing that they may not see has a place in the order, nor is counted', async () => {
  const order = async (path: string) => {
    const $ = await open(reader, path)
    return { titles: titles($), text: $('main').text() }
  }
  const counted = await order('/documents?sort=-statements')
  assert.deepEqual(counted.titles, ['Árks and boats', 'zebras at the quay'], 'one statement each: the newest first')
  assert.match(counted.text, /2 documents/)
  const sources = await order('/sources?sort=-statements')
  assert.equal(sources.titles[0], 'Zara Quist')
  assert.doesNotMatch(sources.text, /Hidden|Unseen|Capstan/)
  const letters = (await open(reader, '/sources'))('.letters a')
  assert.equal(letters.text(), 'AllABZ', 'no letter of a source that readers do not see')
  assert.deepEqual((await order('/topics')).titles, ['Quays'])
  assert.equal((await open(reader, '/topics'))('.letters a').text(), 'AllQ')
  assert.deepEqual((await order('/claims?sort=claim')).titles, ['Quays sink'])
  const rated = (await open(reader, '/claims?sort=-rating'))('tbody').text()
  assert.match(rated, /Not checked yet/, 'the verdict is a draft')
  for (const path of ['/documents?sort=assignee', '/documents?sort=-unchecked', '/claims?sort=state']) {
    await reader.get(path).set(json).expect(401)
  }
})

test('below a list its columns are added up, over all pages, as far as the viewer sees them', async () => {
  const sums = async (as: typeof reader, path: string) => {
    const $ = await open(as, path)
    return $('tfoot [data-label]')
      .map((_, cell) => `${$(cell).attr('data-label')} ${$(cell).text()}`)
      .get()
  }
  assert.deepEqual(await sums(editor, '/documents'), ['statements 4', 'undecided 0', 'to check 4'])
  assert.deepEqual(await sums(editor, '/documents?limit=1&sort=title'), ['statements 4', 'undecided 0', 'to check 4'])
  assert.deepEqual(await sums(editor, '/documents?q=Masts'), [], 'one row is its own sum')
  assert.deepEqual(await sums(reader, '/documents'), ['statements 2'])
  assert.deepEqual(await sums(editor, '/claims'), ['statements 2'], 'a statement with two claims counts once')
  assert.deepEqual(await sums(editor, '/topics'), ['claims 3'])
  assert.deepEqual(await sums(editor, '/sources'), ['statements 3'], 'one is described, not named')
  assert.deepEqual(await sums(reader, '/sources'), ['statements 1'])
})

test('a thousand sources are found by their letter, by the number of a page, and sorted', async () => {
  const names = Array.from({ length: 1000 }, (_, i) => `${i % 2 ? 'Moen' : 'Ødegård'} ${String(i).padStart(4, '0')}`)
  await db.source.createMany({
    data: names.map((name) => ({
      name,
      folded: name.toLowerCase().replace('ø', 'o').replace('å', 'a'),
      kind: 'person',
    })),
  })
  const $ = await open(editor, '/sources')
  assert.match($('.under-list').text(), /1,0\d\d sources; these are 1 to 50/)
  assert.equal($('tbody tr').length, 50)
  const m = $('.letters a')
    .filter((_, link) => $(link).text() === 'M')
    .attr('href')
  const ms = await open(editor, m ?? '')
  assert.equal(titles(ms)[0], 'Moen 0001')
  assert.equal(ms('.letters [aria-current]').text(), 'M')
  assert.match(ms('.under-list').text(), /500 sources/)
  const last = ms('.pages a').last()
  assert.match(last.text(), /10/)
  assert.equal(titles(await open(editor, last.attr('href') ?? '')).at(-1), 'Moen 0999')
  assert.equal(titles(await open(editor, '/sources?sort=-statements'))[0], 'Yves Unseen')
  assert.equal(titles(await open(editor, '/sources?letter=o'))[0], 'Ødegård 0000')

  const { body } = await editor.get('/sources?letter=m').set(json).expect(200)
  const { next } = body as { next: string }
  assert.equal(next, '/sources?letter=m&page=2')
  const second = await editor.get(next).set(json).expect(200)
  assert.equal((second.body as { sources: { name: string }[] }).sources[0]?.name, 'Moen 0051')
  await editor.get('/sources?letter=mo').set(json).expect(400)
  await editor.get('/sources?page=0').set(json).expect(400)
})

test('what is ticked in a list of documents or claims is changed at once, also what is published', async () => {
  const works = await db.work.findMany({ where: { documentId: { in: [zebras.id, arks.id] } } })
  const $ = await open(editor, '/documents')
  assert.equal($('input.tick[form=bulk][name=only]').length, 3)
  const fields = $('#bulk input[type=hidden]')
    .map((_, field) => [[$(field).attr('name'), $(field).val()]])
    .get() as unknown as [string, string][]
  const asked = new URLSearchParams(fields)
  for (const { id } of works) asked.append('only', String(id))
  asked.set('action', 'assign')
  asked.set('assignTo', '@edda-nowak')
  const page = await open(editor, `${$('#bulk').attr('action')}?${asked}`)
  assert.match(page('#preview').text(), /2 things would be assigned to Edda Nowak/)
  const sent = page('form[method=post] input')
    .map((_, field) => [[page(field).attr('name'), page(field).val()]])
    .get() as unknown as [string, string][]
  await editor.post('/desk/bulk').type('form').send(new URLSearchParams(sent).toString()).expect(303)
  const $2 = await open(editor, '/documents?sort=assignee')
  assert.match($2('tbody tr').first().text(), /You/)
  assert.deepEqual(titles(await open(editor, '/documents?assignee=me')), ['Árks and boats', 'zebras at the quay'])
  assert.deepEqual(titles(await open(editor, '/documents?assignee=nobody')), ['Masts'])
  await reader.get('/documents?assignee=nobody').set('Accept', 'text/html').expect(303)
  assert.deepEqual(titles($2).at(-1), 'Masts', 'who has nobody comes last')
  assert.equal((await open(editor, '/claims'))('#bulk option[value=tag]').length, 1)
  assert.equal($('#bulk option[value=tag]').length, 0, 'documents have no topics')
  assert.equal((await open(reader, '/documents'))('.tick, #bulk').length, 0)
})

test('several that were ticked in their list become one, after a look at what moves; each merge is undone by itself', async () => {
  const harbours = await Promise.all(['Harbour A', 'Harbour B', 'Harbour C'].map((name) => makeTopic(name)))
  const [a, b, c] = harbours.map(({ id }) => id)
  const sentence = 'Harbours are deep'
  await stateClaim(db, unnamed.id, { sentence, topics: 'Harbour B' })
  const $ = await open(editor, '/topics')
  assert.equal($('input.tick[form=bulk][name=only]').length, $('tbody tr').length)
  const asked = `only=${a}&only=${b}&only=${c}`
  const page = await open(editor, `${$('#bulk').attr('action')}?${asked}`)
  assert.match(page('h1').text(), /Merge 3 topics into one/)
  assert.match(page('#stays ~ dl').text(), /Harbour B/, 'the one with the most on it stays')
  assert.match(page('.merging li').first().text(), /Harbour A.*Nothing else moves/s)
  const turned = await open(editor, page('.merging li').first().find('a:contains(Keep this one)').attr('href') ?? '')
  assert.match(turned('#stays ~ dl').text(), /Harbour A/)
  assert.match(turned('.merging li').first().text(), /Harbour B.*What moves: 1 claim\./s)
  const left = await open(editor, turned('.merging li').last().find('a:contains(Leave it out)').attr('href') ?? '')
  assert.match(left('h1').text(), /Merge 2 topics/)

  const sent = formOf(turned)
  sent.set('named', String(c))
  const { headers } = await editor.post('/topics/merge').type('form').send(sent.toString()).expect(303)
  assert.equal(headers['location'], `/topics/${a}`)
  const survivor = load(
    (
      await editor
        .get(headers['location'] ?? '')
        .redirects(1)
        .expect(200)
    ).text,
  )
  assert.match(survivor('h1').text(), /Harbour C/)
  assert.match(survivor('main').text(), new RegExp(sentence))
  assert.equal(survivor('#merged ~ ul > li').length, 2)
  const again = await editor.post('/topics/merge').set(json).send(sentAs(sent)).expect(409)
  assert.match(JSON.stringify(again.body), /changed after you opened this page/)
  for (const undo of survivor('#merged ~ ul form').get()) {
    await editor.post(survivor(undo).attr('action') ?? '').expect(303)
  }
  const names = await db.topic.findMany({ where: { mergedIntoId: null, name: { startsWith: 'Harbour' } } })
  assert.deepEqual(names.map(({ name }) => name).toSorted(), ['Harbour A', 'Harbour B', 'Harbour C'])
})

test('several claims or sources become one like topics do', async () => {
  const said = await recordOn(db, zebras.id, { quote: 'everyone knows it', unfinished: 'true' })
  const claims = [
    await stateClaim(db, said.id, { sentence: 'The mole is low' }),
    await stateClaim(db, said.id, { sentence: 'The mole is too low' }),
    await stateClaim(db, said.id, { sentence: 'The mole lies low' }),
  ]
  const sources = await db.source.createManyAndReturn({
    data: ['Port Office', 'The Port Office', 'Office of the Port'].map((name) => ({
      ...{ name, folded: name.toLowerCase(), kind: 'organisation' as const },
    })),
  })
  for (const [room, things] of [
    ['claims', claims],
    ['sources', sources],
  ] as const) {
    const page = await open(editor, `/${room}/merge?${things.map(({ id }) => `only=${id}`).join('&')}`)
    const { headers } = await editor.post(`/${room}/merge`).type('form').send(formOf(page).toString()).expect(303)
    const survivor = Number(/\d+/.exec(headers['location'] ?? '')?.[0])
    assert.ok(things.some(({ id }) => id === survivor))
    const ids = { in: things.map(({ id }) => id) }
    const merged =
      room === 'claims'
        ? await db.claim.findMany({ where: { id: ids, mergedIntoId: survivor } })
        : await db.source.findMany({ where: { id: ids, mergedIntoId: survivor } })
    assert.equal(merged.length, 2, room)
  }
})

test('what stands in the way of merging several is named before, and nothing is merged in part', async () => {
  const said = await recordOn(db, zebras.id, { quote: 'everyone knows it', unfinished: 'true' })
  const [one, two, three] = [
    await stateClaim(db, said.id, { sentence: 'The quay has sunk' }),
    await stateClaim(db, said.id, { sentence: 'The quay sank' }),
    await stateClaim(db, said.id, { sentence: 'The quay is under water' }),
  ]
  await giveVerdictOn(db, { claimId: one.id }, { rating: 'false', by: account.id })
  await giveVerdictOn(db, { claimId: two.id }, { rating: 'true', by: account.id })
  const $ = await open(editor, '/claims')
  assert.equal($('#bulk option[value=merge]').length, 1)
  const ticked = await db.work.findMany({ where: { claimId: { in: [one.id, two.id, three.id] } } })
  const only = ticked.map(({ id }) => `only=${id}`).join('&')
  const { headers } = await editor.get(`/desk/bulk?view=all&action=merge&${only}`).expect(302)
  const page = await open(editor, headers['location'] ?? '')
  assert.match(page('.merging .errors').text(), /both checked, and found differently.*Merge these two by themselves/s)
  assert.equal(page('form[method=post][action="/claims/merge"]').length, 0)

  // What stands in the way only between two of those that go is found when they are merged.
  const now = await db.claim.findMany({ where: { id: { in: [one.id, two.id, three.id] } } })
  const sent = { survivorId: three.id, seen: now.map(({ id, revision }) => `${id}.${revision}`) }
  const { body } = await editor.post('/claims/merge').set(json).send(sent).expect(422)
  assert.match(JSON.stringify(body), /found differently/)
  const ids = [one.id, two.id, three.id]
  assert.equal(await db.claim.count({ where: { id: { in: ids }, mergedIntoId: { not: null } } }), 0)
  await editor
    .post('/claims/merge')
    .set(json)
    .send({ survivorId: one.id, seen: [`${one.id}.1`] })
    .expect(422)
  const seenByReaders = await open(editor, `/claims/merge?only=${seen.id}&only=${three.id}`)
  assert.match(seenByReaders('.merging .errors').text(), /Readers see “Quays sink”\. Ask a reviewer/)
  const alone = await editor.get('/sources/merge?only=1').expect(422)
  assert.match(load(alone.text)('.errors').text(), /Tick at least two sources/)
})
