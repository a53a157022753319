import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { load } from 'cheerio'
import request from 'supertest'
import { countDecided, learnFromDecided } from '../src/suggestions/counts.ts'
import { type Decided, learn } from '../src/suggestions/learned.ts'
import { readingThread, readNext, startReader } from '../src/suggestions/reader.ts'
import { beginReading } from '../src/suggestions/readings.ts'
import { inOrder } from '../src/suggestions/shown.ts'
import { tenthsReached } from '../src/words/dates.ts'
import { skipOnEmbedded } from './support/database.ts'
import { openTestDesk, type TestDesk } from './support/desk.ts'
import {
  giveVerdictOn,
  harbourStory,
  makeAccount,
  makeDocument,
  next,
  publish,
  recordOn,
  sameOrigin,
  signIn,
  stateClaim,
} from './support/world.ts'
import { pino } from 'pino'

let desk: TestDesk
const thread = readingThread()
before(async () => {
  desk = await openTestDesk()
})
after(async () => {
  await thread.end()
  await desk.close()
})

const silent = pino({ level: 'silent' })

/** An editor, and the harbour story, which they have brought in and had read. */
async function readStory(text: string = harbourStory.text) {
  const account = await makeAccount(desk.db, 'editor')
  const browser = await signIn(desk.app, account)
  const n = next()
  const story = { ...harbourStory, url: `${harbourStory.url}/${n}`, publisher: `Coast Wire ${n}`, text, suggest: 'on' }
  const { headers } = await browser.post('/documents').set(sameOrigin).type('form').send(story).expect(303)
  const id = Number(/documents\/(\d+)/.exec(String(headers.location))?.[1])
  assert.equal(await readNext(desk.db, thread, silent, id), true)
  const page = async () => load((await browser.get(`/documents/${id}/desk`).expect(200)).text)
  const suggestions = () =>
    desk.db.suggestion.findMany({ where: { version: { documentId: id } }, orderBy: { start: 'asc' } })
  const post = (path: string, body: object = {}) => browser.post(path).set(sameOrigin).type('form').send(body)
  return { id, account, browser, page, post, suggestions }
}

test('a text that is brought in is read at once, and its suggestions stand in it for the editor', async () => {
  const { id, page, suggestions } = await readStory()
  const found = await suggestions()
  assert.ok(found.length >= 5, `${found.length} suggestions`)

  const $ = await page()
  assert.equal($('.suggestion').length, found.length)
  assert.match($('.decided').text(), new RegExp(`0 of ${found.length} suggestions decided`))
  const told = $('.suggestion .chain-line').text()
  assert.match(told, /Lena Okafor \(Mayor\) told reporters/)
  const first = $('a.mark.suggested').first()
  assert.equal($(`#suggestion-${first.attr('data-suggestion')}`).length, 1)
  assert.equal($(`#${first.attr('aria-describedby')}`).length, 1)
  assert.match($('[data-quotable]').text().replace(/\s+/g, ' '), /Port Ansel will close its old harbour/)

  const reader = load((await request(desk.app).get(`/documents/${id}`)).text)
  assert.equal(reader('[data-suggestion]').length, 0)
})

test('a text that says what was recorded before says so at the desk, with how like it is and why, and links nothing', async () => {
  const { db } = desk
  const account = await makeAccount(db, 'editor')
  const { id: documentId } = await makeDocument(db, { by: account.id })
  const other = await recordOn(db, documentId)
  const sentence = `The tidal mill at Quernmore will be torn down in ${2030 + next()}`
  const checked = await stateClaim(db, other.id, { sentence })
  await giveVerdictOn(db, { claimId: checked.id }, { by: account.id, rating: 'false' })
  const unchecked = await stateClaim(db, other.id, { sentence: 'Herring are caught off Quernmore by night' })
  const withdrawn = await stateClaim(db, other.id, { sentence: 'The lighthouse keeper of Quernmore sells salted cod' })
  const text = [
    `“${sentence.replace('will be torn', 'is to be torn')},” Mayor Ada Brandt said on Monday.`,
    '“Herring are caught by night off Quernmore,” Mayor Ada Brandt said.',
    '“The lighthouse keeper of Quernmore sells salted cod,” Mayor Ada Brandt said.',
    '“Our choir needs two tenors and a bass,” Mayor Ada Brandt said.',
  ].join('\n\n')
  const linksBefore = await db.statementClaim.count()
  const { page, browser, id } = await readStory(text)
  await db.claim.update({
    where: { id: withdrawn.id },
    data: { state: 'withdrawn', withdrawnAt: new Date(), withdrawnReason: 'Wrong' },
  })
  const $ = await page()
  const told = $('.suggestion')
    .toArray()
    .map((card) => [$(card).find('.words').text().slice(1, 12), $(card).find('.alike').text().replaceAll(/\s+/g, ' ')])
  const of = (words: string) => told.find(([begin]) => words.startsWith(begin ?? '?'))?.[1] ?? ''
  assert.match(of(sentence), /^Checked .*: False\. The tidal mill .*\(\d\d % alike: the one has a few words more\)/)
  assert.match(of('Herring are caught'), /^Stated before, not checked\. Herring .* % alike: /)
  assert.deepEqual([of('The lighthouse'), of('Our choir needs')], ['', ''])
  assert.match($('.checked-before summary').text(), /was recorded before: 2 suggestions/)
  assert.equal($('.suggestion .alike a').first().attr('href')?.startsWith(`/claims/${checked.id}-`), true)
  assert.equal(await db.statementClaim.count(), linksBefore)
  const { body } = await browser.get(`/documents/${id}/desk`).set('Accept', 'application/json').expect(200)
  assert.match(JSON.stringify(body), new RegExp(`"alike":\\[\\{"id":${unchecked.id},`))

  // What was merged since leads on to the claim that it became part of, once.
  const survivor = await stateClaim(db, other.id, { sentence: 'At night the boats of Quernmore go out for herring' })
  await db.claim.update({ where: { id: unchecked.id }, data: { mergedIntoId: survivor.id } })
  const like = { id: unchecked.id, score: 0.9, why: 'nearly the same words' }
  const kept = await db.suggestion.findFirstOrThrow({
    where: { version: { documentId: id }, alike: { path: ['0', 'id'], equals: unchecked.id } },
  })
  await db.suggestion.update({
    where: { id: kept.id },
    data: { alike: [like, { id: survivor.id, score: 0.5, why: '4 of 8 words' }] },
  })
  const links = (await page())(`.suggestion .alike a[href^="/claims/${survivor.id}-"]`)
  assert.equal(links.length, 1)
  assert.match(links.closest('.alike').text(), /90 % alike: nearly the same words, in a claim merged into it/)
})

test('a text that cannot be compared with the claims keeps the suggestions that were found in it', async () => {
  await desk.pool.query('ALTER TABLE "ClaimSigns" RENAME TO "ClaimSignsAway"')
  try {
    const { suggestions, page } = await readStory()
    assert.ok((await suggestions()).length >= 5)
    assert.doesNotMatch((await page())('main').text(), /could not read/)
  } finally {
    await desk.pool.query('ALTER TABLE "ClaimSignsAway" RENAME TO "ClaimSigns"')
  }
})

test('accepting records the words, the sources, the chain and the date in one step', async () => {
  const { id, page, post, suggestions } = await readStory()
  const [first] = await suggestions()
  const { headers } = await post(`/suggestions/${first?.id}/acceptance`).expect(303)
  assert.equal(headers.location, `/documents/${id}/desk#suggestions`)

  const accepted = await desk.db.suggestion.findUniqueOrThrow({
    where: { id: first!.id },
    include: { statement: { include: { hops: { include: { source: true } }, spans: true } } },
  })
  assert.equal(accepted.state, 'accepted')
  const [hop] = accepted.statement?.hops ?? []
  assert.equal(hop?.source?.name, 'Lena Okafor')
  assert.equal(hop?.cue, 'told')
  assert.equal(hop?.addressee, 'reporters')
  assert.equal(hop?.saidOn?.toISOString().slice(0, 10), '2024-03-12')
  assert.equal(accepted.statement?.state, 'ready')
  const $ = await page()
  assert.match($('#statements').parent().text(), /Port Ansel will close/)
  assert.match($('.decided').text(), /1 of .* decided, 1 accepted/)
})

test('a source that is known under another name is used, not made again', async () => {
  const known = await desk.db.source.create({
    data: {
      name: 'Mayor L. Okafor',
      folded: 'mayor l. okafor',
      kind: 'person',
      aliases: { create: { name: 'Zelda Quinn', folded: 'zelda quinn' } },
    },
  })
  const { post, suggestions } = await readStory(
    'Zelda Quinn told reporters that the quay had moved by four centimetres.',
  )
  const [first] = await suggestions()
  await post(`/suggestions/${first?.id}/acceptance`).expect(303)
  const { statement } = await desk.db.suggestion.findUniqueOrThrow({
    where: { id: first!.id },
    include: { statement: { include: { hops: true } } },
  })
  assert.equal(statement?.hops[0]?.sourceId, known.id)
})

test('where two sources have one name, the editor is led to the form to choose, and nothing is recorded', async () => {
  for (const description of ['of Port Ansel', 'of Port Brann'])
    await desk.db.source.create({ data: { name: 'Maro Teel', folded: 'maro teel', kind: 'person', description } })
  const { id, browser, post, suggestions } = await readStory('Maro Teel said that the dockers would strike again.')
  const [first] = await suggestions()
  const { headers } = await post(`/suggestions/${first?.id}/acceptance`).expect(303)
  assert.equal(headers.location, `/documents/${id}/desk?suggestion=${first?.id}#record`)
  const $ = load((await browser.get(String(headers.location))).text)
  assert.match($('.notice').text(), /Several sources are called “Maro Teel”/)
  assert.match(String($('#quote').val()), /the dockers would strike again/)
  assert.equal($('input[name=suggestionId]').val(), String(first?.id))
  assert.equal(await desk.db.statement.count({ where: { version: { documentId: id } } }), 0)

  const asked = await browser
    .post(`/suggestions/${first?.id}/acceptance`)
    .set(sameOrigin)
    .set('Accept', 'application/json')
    .expect(422)
  assert.match(String((asked.body as { detail: string }).detail), /choose which/)
})

test('a suggestion that is edited first is recorded as edited, and counts as accepted', async () => {
  const { id, post, suggestions } = await readStory()
  const [first] = await suggestions()
  const form = {
    quote: 'Port Ansel will close its old harbour',
    mode: 'indirect',
    suggestionId: first?.id,
    'hops[0][source]': 'Lena Okafor',
    'hops[0][cue]': 'told',
  }
  await post(`/documents/${id}/statements`, form).expect(303)
  const [now] = await suggestions()
  assert.equal(now?.state, 'accepted')
  await post(`/documents/${id}/statements`, form).expect(422)
  assert.equal(await desk.db.statement.count({ where: { version: { documentId: id } } }), 1)
})

test('a dismissed passage does not come back when the text is read again, until somebody brings it back', async () => {
  const { id, page, post, suggestions } = await readStory()
  const [first, second] = await suggestions()
  await post(`/suggestions/${first?.id}/dismissal`).expect(303)
  await post(`/suggestions/${second?.id}/acceptance`).expect(303)

  await post(`/documents/${id}/readings`).expect(303)
  assert.equal(await readNext(desk.db, thread, silent, id), true)
  const again = await suggestions()
  assert.equal(again.find((one) => one.id === first?.id)?.state, 'dismissed')
  assert.equal(again.filter((one) => one.state === 'open').length, again.length - 2)

  const $ = await page()
  assert.equal($(`form[action="/suggestions/${first?.id}/reopening"]`).length, 1)
  await post(`/suggestions/${first?.id}/reopening`).expect(303)
  assert.equal((await suggestions())[0]?.state, 'open')
  const events = await desk.db.event.findMany({ where: { documentId: id, action: { startsWith: 'suggestion_' } } })
  assert.deepEqual(events.map((event) => event.action).sort(), ['suggestion_dismissed', 'suggestion_reopened'])
})

test('accepting is undone: the statement is withdrawn, and the suggestion stands open again', async () => {
  const { post, suggestions } = await readStory()
  const [first] = await suggestions()
  await post(`/suggestions/${first?.id}/acceptance`).expect(303)
  const { statementId } = await desk.db.suggestion.findUniqueOrThrow({ where: { id: first!.id } })
  await post(`/suggestions/${first?.id}/reopening`).expect(303)
  assert.equal((await suggestions())[0]?.state, 'open')
  assert.equal((await desk.db.statement.findUniqueOrThrow({ where: { id: statementId! } })).state, 'withdrawn')

  await post(`/suggestions/${first?.id}/acceptance`).expect(303)
  assert.equal((await suggestions())[0]?.state, 'accepted')
})

test('what readers have seen is not undone by a key', async () => {
  const { id, account, post, suggestions } = await readStory()
  const [first] = await suggestions()
  await post(`/suggestions/${first?.id}/acceptance`).expect(303)
  await publish(desk.db, id, { by: account.id })
  const { headers } = await post(`/suggestions/${first?.id}/reopening`).expect(303)
  assert.equal(headers.location, `/documents/${id}/desk#suggestions`)
  assert.equal((await suggestions())[0]?.state, 'accepted')
})

test('all that the rules are sure of are accepted at once, in the order of the text', async () => {
  const { id, post, suggestions } = await readStory()
  const sure = (await suggestions()).filter(({ confidence }) => confidence >= 0.8)
  const { headers } = await post(`/documents/${id}/acceptances`, { confidence: '0.8' }).expect(303)
  assert.equal(headers.location, `/documents/${id}/desk#suggestions`)
  const now = await suggestions()
  assert.deepEqual(
    now.filter(({ state }) => state === 'accepted').map((one) => one.id),
    sure.map((one) => one.id),
  )
  await post(`/documents/${id}/acceptances`, { confidence: 'all' }).expect(400)
})

test('two editors who decide on one suggestion make one statement, and the second is told who was quicker', async () => {
  const { id, page, post, suggestions } = await readStory()
  const [first, second] = await suggestions()
  const both = await Promise.all([1, 2].map(() => post(`/suggestions/${first?.id}/acceptance`)))
  assert.deepEqual(
    both.map(({ status }) => status),
    [303, 303],
  )
  assert.equal(await desk.db.statement.count({ where: { version: { documentId: id } } }), 1)
  await post(`/suggestions/${second?.id}/dismissal`).expect(303)
  await post(`/suggestions/${second?.id}/acceptance`).expect(303)
  assert.match((await page())('.notice').text(), /has dismissed this suggestion/)
})

test('readers see nothing of suggestions, and may decide nothing', async () => {
  const { id, suggestions } = await readStory()
  const [first] = await suggestions()
  for (const path of [
    `/suggestions/${first?.id}/acceptance`,
    `/suggestions/${first?.id}/dismissal`,
    `/suggestions/${first?.id}/reopening`,
    `/documents/${id}/readings`,
    `/documents/${id}/acceptances`,
  ]) {
    await request(desk.app).post(path).set(sameOrigin).set('Accept', 'application/json').expect(401)
  }
  await request(desk.app).get(`/documents/${id}/reading`).set('Accept', 'application/json').expect(401)
  assert.equal((await suggestions())[0]?.state, 'open')
})

test('a suggestion that is not there is not found', async () => {
  const { id, browser, post } = await readStory()
  for (const what of ['acceptance', 'dismissal', 'reopening']) await post(`/suggestions/999999/${what}`).expect(404)
  await post('/documents/999999/readings').expect(404)
  const { headers } = await browser.get(`/documents/${id}/desk?suggestion=999999`).expect(303)
  assert.equal(headers.location, `/documents/${id}/desk#suggestions`)
  await browser.get(`/documents/${id}/desk?suggestion=x`).expect(400)
})

test('the page says how far the reading is while a text waits', async () => {
  const { id, browser, page, post } = await readStory()
  await post(`/documents/${id}/readings`).expect(303)
  const $ = await page()
  assert.equal($('#reading-progress').attr('value'), '0')
  assert.match($('.reading').text(), /It is next|It waits for/)
  const { body } = await browser.get(`/documents/${id}/reading`).expect(200)
  assert.deepEqual({ ...(body as object), ahead: 0 }, { state: 'waiting', progress: 0, problem: null, ahead: 0 })
  await readNext(desk.db, thread, silent, id)
})

test('another language gets its direct quotes, and the page says so', async () => {
  const { page } = await readStory(
    'Der Hafen von Port Ansel wird geschlossen, wie die Stadt mitteilte. „Hier legt kein Schiff mehr an“, sagte die Bürgermeisterin Lena Okafor am Dienstag vor Journalisten in der Stadt.',
  )
  assert.match((await page())('#suggestions').text(), /another language than English \(de\): only quotations/)
})

test('what was under way when a desk ended is read by the next one, in the background', async () => {
  const { id, post } = await readStory()
  await post(`/documents/${id}/readings`).expect(303)
  assert.ok(await beginReading(desk.db, id))
  assert.equal(await beginReading(desk.db, id), null, 'nobody else takes it meanwhile')

  const reader = startReader(desk.db, silent, { alone: true })
  try {
    await eventually(async () => {
      const reading = await desk.db.reading.findFirstOrThrow({ where: { version: { documentId: id } } })
      return reading.state === 'done'
    })
  } finally {
    await reader.stop()
  }
})

test('a text on which the reading ends again and again is given up, with a sentence', async () => {
  const { id, page, post } = await readStory()
  await post(`/documents/${id}/readings`).expect(303)
  const past = new Date(Date.now() - 1000)
  await desk.db.reading.updateMany({
    where: { version: { documentId: id } },
    data: { state: 'reading', attempts: 3, heldUntil: past },
  })
  assert.equal(await readNext(desk.db, thread, silent, id), false)
  assert.match((await page())('#suggestions .error').text(), /started several times/)
})

async function eventually(isSo: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 3000; i++) {
    if (await isSo()) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  assert.fail('It did not come to be so within minutes')
}

test('a suggestion of what somebody recorded meanwhile is not recorded twice: the statement that is there is named', async () => {
  const { id, browser, post, suggestions } = await readStory()
  const [first] = await suggestions()
  await post(`/suggestions/${first?.id}/acceptance`).expect(303)
  const { statementId } = await desk.db.suggestion.findUniqueOrThrow({ where: { id: first?.id ?? 0 } })
  // As if the statement had been recorded by hand while the suggestion was open.
  const open = { state: 'open', statementId: null, decidedById: null, decidedAt: null } as const
  await desk.db.suggestion.update({ where: { id: first?.id ?? 0 }, data: open })

  const json = { ...sameOrigin, Accept: 'application/json' }
  const { body } = await browser.post(`/suggestions/${first?.id}/acceptance`).set(json).expect(422)
  assert.match((body as { detail: string }).detail, new RegExp(`Statement ${statementId} has this passage`))
  await post(`/documents/${id}/acceptances`, { confidence: '0' }).expect(303)
  const left = await desk.db.suggestion.findUniqueOrThrow({ where: { id: first?.id ?? 0 } })
  assert.equal(left.state, 'open')
})

const attitudes = [
  'The dockers demanded that the quay be closed at once. The mayor plans to open a new harbour in May.',
  'Ana Holm said that the old quay was sinking. Bo Berg reportedly saw the crack.',
  '“We will not wait for it any longer,” said Cy Dorn, a fisherman.',
].join('\n\n')

test('none that pages show as less sure stands before one that is surer', () => {
  const [less, more] = [
    { confidence: 0.65, start: 0 },
    { confidence: 0.7, start: 9 },
  ]
  assert.deepEqual(inOrder([less, more], { alsoAttitudes: false, inTextOrder: false }), [more, less])
})

test('words from right to left stand so in the title, the text and each suggestion', async () => {
  const { page } = await readStory('قال وزير النقل سامر الحداد إن الميناء مغلق. وأضاف: «لن نخاطر بحياة العمال».')
  const $ = await page()
  const cards = $('.suggestion .words')
  assert.equal(cards.length, 2)
  for (const [place, direction] of Object.entries({
    '.suggestion .words a': 'auto',
    '[data-quotable] p': 'rtl',
    '.doc-bar h1': 'auto',
  }))
    assert.deepEqual(
      $(place)
        .map((_, one) => $(one).attr('dir'))
        .get(),
      Array($(place).length).fill(direction),
      place,
    )
})

test('sayings are shown, the surest first; attitudes and intentions only where the newsroom wants them', async () => {
  const { id, browser, page, post, suggestions } = await readStory(attitudes)
  const all = await suggestions()
  const sayings = all.filter(({ isSaying }) => isSaying)
  const hidden = all.length - sayings.length
  assert.ok(hidden > 0 && sayings.length >= 2, `${hidden} of ${all.length}`)
  const listed = ($: Awaited<ReturnType<typeof page>>) =>
    $('.suggestion')
      .map((_, card) => Number($(card).attr('data-card')))
      .get()

  const $ = await page()
  assert.deepEqual(
    listed($),
    sayings
      .toSorted((a, b) => tenthsReached(b.confidence) - tenthsReached(a.confidence) || a.start - b.start)
      .map((row) => row.id),
  )
  assert.notDeepEqual(
    listed($),
    sayings.map((row) => row.id),
  )
  assert.equal($('a.mark.suggested[id]').length, sayings.length, 'nor does the text show the others')
  assert.match($('.decided').text(), new RegExp(`0 of ${sayings.length} suggestions`))
  assert.equal($('.shown-suggestions button').first().text(), `Also attitudes and intentions (${hidden})`)
  assert.match($('#confidence option').last().text(), new RegExp(`(All )?${sayings.length}\\b`))

  const next = `/documents/${id}/desk#suggestions`
  try {
    const { headers } = await post('/suggestions/shown', { alsoAttitudes: 'true', next }).expect(303)
    assert.equal(headers.location, next)
    await post('/suggestions/shown', { inTextOrder: 'true', next: 'https://elsewhere.example/' }).expect(303)
    // Kept for the newsroom: a colleague sees the same.
    const colleague = await signIn(desk.app, await makeAccount(desk.db, 'editor'))
    const shown = load((await colleague.get(`/documents/${id}/desk`).expect(200)).text)
    assert.deepEqual(
      listed(shown),
      all.map((row) => row.id),
    )
    assert.match(shown('.decided').text(), new RegExp(`0 of ${all.length} suggestions`))
  } finally {
    await desk.db.shownSuggestions.deleteMany()
  }
  // Accepting together takes what is shown.
  await browser.post(`/documents/${id}/acceptances`).set(sameOrigin).type('form').send({ confidence: '0' }).expect(303)
  const after = await suggestions()
  assert.equal(after.filter(({ state }) => state === 'open').length, hidden)
  await request(desk.app)
    .post('/suggestions/shown')
    .set({ ...sameOrigin, Accept: 'application/json' })
    .send({ alsoAttitudes: true })
    .expect(401)
})

test('a dismissal may say why, which is undone with it and done again with it', async () => {
  const { id, page, post, suggestions, browser } = await readStory()
  const [first, second] = await suggestions()
  await post(`/suggestions/${first!.id}/dismissal`).expect(303)
  const asked = await page()
  assert.match(asked('#asked-why').text(), /^Why was “.+” dismissed\?$/)
  const forms = asked(`.asked-why form[action="/suggestions/${first!.id}/dismissal"]`)
  assert.deepEqual(
    forms
      .find('button[name=reason]')
      .map((_, one) => asked(one).attr('value'))
      .get(),
    ['not_said', 'cut_wrong', 'no_claim'],
  )
  assert.deepEqual(
    forms
      .find('button')
      .map((_, one) => asked(one).attr('data-key'))
      .get(),
    ['1', '2', '3'],
  )

  await post(`/suggestions/${first!.id}/dismissal`, { reason: 'cut_wrong' }).expect(303)
  const why = async () => (await suggestions()).slice(0, 2).map(({ state, dismissedFor }) => [state, dismissedFor])
  assert.deepEqual((await why())[0], ['dismissed', 'cut_wrong'])
  assert.equal((await page())('.asked-why').length, 0)
  await post(`/suggestions/${first!.id}/dismissal`, { reason: 'because' }).expect(400)
  await post(`/suggestions/${first!.id}/dismissal`, { reason: 'cut_wrong' }).expect(303)
  const explained = await desk.db.event.findMany({
    where: { documentId: id, action: 'suggestion_dismissal_explained' },
    select: { accountId: true, after: true },
  })
  assert.equal(explained.length, 1, 'the same reason is said once')
  assert.deepEqual(explained[0]?.after, {
    body: asked('#asked-why').text().slice('Why was “'.length, -'” dismissed?'.length),
    suggestionId: first!.id,
    reason: 'cut_wrong',
  })
  const history = load((await browser.get(`/documents/${id}`).redirects(1).expect(200)).text)
  assert.match(history('main').text(), /said why they dismissed a suggestion[\s\S]*Cut wrong: “/)

  await post(`/documents/${id}/undo`).expect(303)
  assert.deepEqual((await why())[0], ['open', null])
  await post(`/documents/${id}/redo`).expect(303)
  assert.deepEqual((await why())[0], ['dismissed', 'cut_wrong'])

  // With its reason at once, as a program sends it.
  await post(`/suggestions/${second!.id}/dismissal`, { reason: 'no_claim' }).expect(303)
  assert.deepEqual((await why())[1], ['dismissed', 'no_claim'])
})

test('what is decided is counted by rule and verb for admins, and moves how sure the desk is', async () => {
  const sentence = (n: number) => `Vera Quill quipped that the quay number ${n} was sinking into the harbour.`
  const text = Array.from({ length: 12 }, (_, n) => sentence(n)).join('\n\n')
  const { id, browser, post, suggestions } = await readStory(text)
  const all = await suggestions()
  const quipped = all.filter(({ found }) => JSON.stringify(found).includes('quipped'))
  assert.equal(quipped.length, 12)
  const { confidence: own } = quipped[0]!.found as { confidence: number }
  for (const { id: one } of quipped.slice(0, 9)) await post(`/suggestions/${one}/dismissal`, { reason: 'not_said' })
  /** Its form as it stands, with other words perhaps. */
  const record = async (suggestion: number, words?: string) => {
    const $ = load((await browser.get(`/documents/${id}/desk?suggestion=${suggestion}`).expect(200)).text)
    const fields = $(`form[action^="/documents/${id}/statements"]`).serializeArray()
    const sent = Object.fromEntries(fields.map(({ name, value }) => [name, value]))
    await post(`/documents/${id}/statements`, { ...sent, ...(words && { quote: words, at: '' }) }).expect(303)
  }
  await record(quipped[9]!.id)
  await record(quipped[10]!.id, 'the quay number 10 was sinking')

  const admin = await signIn(desk.app, await makeAccount(desk.db, 'admin'))
  const page = load((await admin.get('/suggestions').expect(200)).text)
  const row = page('#verbs ~ * tr, section:has(#verbs) tr').filter((_, tr) =>
    page(tr).find('th').text().includes('“quipped”'),
  )
  const cells = row
    .first()
    .find('td')
    .map((_, td) => page(td).text())
    .get()
  assert.deepEqual(cells.slice(0, 7), ['11', '1', '1', '9', '9', '0', '0'])
  assert.equal(cells[7], `${Math.round(own * 100)} %`)
  await browser.get('/suggestions').expect(403)

  await post(`/documents/${id}/readings`).expect(303)
  assert.equal(await readNext(desk.db, thread, silent, id), true)
  const left = (await suggestions()).find((one) => one.id === quipped[11]!.id)
  assert.ok(left && left.confidence < own - 0.1, `${left?.confidence} instead of ${own}`)
  assert.equal(cells.at(-1), `${Math.round(left.confidence * 100)} %`)
})

/** What was decided, counted from the suggestions themselves. */
async function countAnew() {
  const rows = await desk.db.suggestion.findMany({ where: { state: { not: 'open' } } })
  const counted = new Map<string, number[]>()
  for (const { found, state, mended, dismissedFor } of rows) {
    const { rule, confidence, hops } = found as { rule: string; confidence: number; hops: { cue?: { text: string } }[] }
    const key = `${rule} / ${(hops[0]?.cue?.text ?? '').toLowerCase()}`
    const is = [state === 'accepted' && !mended, mended, state === 'dismissed']
    const why = (['not_said', 'cut_wrong', 'no_claim'] as const).map((one) => dismissedFor === one)
    const sum = counted.get(key) ?? Array.from({ length: 7 }, () => 0)
    counted.set(
      key,
      [confidence, ...[...is, ...why].map(Number)].map((one, i) => Math.round(1e6 * ((sum[i] ?? 0) + one)) / 1e6),
    )
  }
  return counted
}
const countKept = async () =>
  new Map(
    (await countDecided(desk.db)).map((row) => [
      `${row.rule} / ${row.cue}`,
      [row.expected, row.accepted, row.mended, row.dismissed, row.notSaid, row.cutWrong, row.noClaim],
    ]),
  )

test('what was decided is counted as it is decided, whatever becomes of the decision', async () => {
  const { id, post, suggestions } = await readStory()
  const [first, second, third] = await suggestions()
  await post(`/suggestions/${first!.id}/dismissal`).expect(303)
  await post(`/suggestions/${first!.id}/dismissal`, { reason: 'not_said' }).expect(303)
  await post(`/suggestions/${first!.id}/dismissal`, { reason: 'cut_wrong' }).expect(303)
  const rows = await desk.db.decidedCount.count()
  await post(`/suggestions/${first!.id}/dismissal`, { reason: 'cut_wrong' }).expect(303)
  assert.equal(await desk.db.decidedCount.count(), rows, 'the same reason again is nothing new')
  await post(`/suggestions/${second!.id}/acceptance`).expect(303)
  await post(`/suggestions/${third!.id}/dismissal`, { reason: 'no_claim' }).expect(303)
  assert.deepEqual(await countKept(), await countAnew())
  for (const step of ['undo', 'undo', 'redo']) await post(`/documents/${id}/${step}`).expect(303)
  assert.deepEqual(await countKept(), await countAnew())

  const gone = await readStory()
  const [lost] = await gone.suggestions()
  await gone.post(`/suggestions/${lost!.id}/dismissal`).expect(303)
  await desk.db.suggestion.deleteMany({ where: { id: lost!.id } })
  assert.deepEqual(await countKept(), await countAnew())
})

/** So often that the next reading joins what was counted. */
function changeMindOften(id: number) {
  return desk.db.$executeRawUnsafe(`
    DO $$ BEGIN
      FOR i IN 1..600 LOOP
        UPDATE "Suggestion" SET "dismissedFor" = (ARRAY['not_said', 'cut_wrong'])[1 + i % 2]::"DismissalReason" WHERE "id" = ${id};
      END LOOP;
    END $$`)
}

test('however much was decided, a reading looks at few rows of it', async () => {
  const { suggestions, post } = await readStory()
  const [first] = await suggestions()
  await post(`/suggestions/${first!.id}/dismissal`).expect(303)
  await changeMindOften(first!.id)
  const before = await countKept()
  assert.ok((await desk.db.decidedCount.count()) > 1000)
  await learnFromDecided(desk.db)
  assert.equal(await desk.db.decidedCount.count(), before.size)
  assert.deepEqual(await countKept(), before)
})

test('of two readings that end at once, neither loses what is undone meanwhile', { skip: skipOnEmbedded }, async () => {
  const { suggestions, post } = await readStory()
  const [first] = await suggestions()
  await post(`/suggestions/${first!.id}/dismissal`).expect(303)
  await changeMindOften(first!.id)
  await desk.db.$transaction(async (tx) => {
    await learnFromDecided(tx)
    await post(`/suggestions/${first!.id}/reopening`).expect(303)
    await learnFromDecided(desk.db)
  })
  assert.deepEqual(await countKept(), await countAnew())
})

test('a simulated newsroom’s decisions make the confidences truer', () => {
  const random = seeded(20261130)
  const rules = ['that-clause', 'according to', 'noun of saying', 'question'].map((rule, i) => ({
    rule,
    own: [0.79, 0.71, 0.38, 0.65][i]!,
    bias: [-0.25, 0.1, 0.3, -0.1][i]!,
  }))
  const cues = ['said', 'told', 'claims', 'noted', 'believes'].map((cue, i) => ({
    cue,
    bias: [0.08, 0, -0.2, 0.05, -0.1][i]!,
  }))
  const draw = () => {
    const { rule, own, bias } = rules[Math.floor(random() * rules.length)]!
    const { cue, bias: more } = cues[Math.floor(random() * cues.length)]!
    const confidence = own + (random() - 0.5) * 0.2
    const isRight = random() < Math.min(0.97, Math.max(0.03, confidence + bias + more))
    return { rule, cue, confidence, isRight }
  }
  const counted = new Map<string, Decided>()
  for (let i = 0; i < 1000; i++) {
    const { rule, cue, confidence, isRight } = draw()
    const key = `${rule} ${cue}`
    const row = counted.get(key) ?? { rule, cue, expected: 0, accepted: 0, mended: 0, dismissed: 0 }
    row.expected += confidence
    if (isRight) row.accepted++
    else if (i % 3 === 0) row.mended++
    else row.dismissed++
    counted.set(key, row)
  }
  const learned = learn([...counted.values()])
  const later = Array.from({ length: 4000 }, draw)
  const before = calibrationError(later.map(({ confidence, isRight }) => [confidence, isRight]))
  const after = calibrationError(
    later.map(({ rule, cue, confidence, isRight }) => [learned(rule, cue, confidence), isRight]),
  )
  assert.ok(before > 0.1 && after < before / 3, `${before.toFixed(3)} → ${after.toFixed(3)}`)

  // A newsroom that has decided nothing is told the rule's own, and one decision moves it little.
  assert.equal(learn([])('question', 'asked', 0.65), 0.65)
  const once = learn([{ rule: 'question', cue: 'asked', expected: 0.65, accepted: 0, mended: 0, dismissed: 1 }])
  assert.ok(once('question', 'asked', 0.65) > 0.55)
  assert.equal(once('that-clause', 'asked', 0.79), 0.79)
})

/** How far the told confidence is from the share that was right, over tenths. */
function calibrationError(told: (readonly [confidence: number, isRight: boolean])[]): number {
  const tenths = [...Map.groupBy(told, ([confidence]) => Math.floor(confidence * 10)).values()]
  const off = tenths.map((rows) => {
    const mean = rows.reduce((sum, [confidence]) => sum + confidence, 0) / rows.length
    return (Math.abs(mean - rows.filter(([, isRight]) => isRight).length / rows.length) * rows.length) / told.length
  })
  return off.reduce((sum, part) => sum + part, 0)
}

/** mulberry32 */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
