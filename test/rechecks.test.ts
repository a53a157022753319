import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { load } from 'cheerio'
import { askRecheck, askRecheckOfEvidence } from '../src/recheck/recheck.ts'
import { openNewsroomAtWork } from './support/at-work.ts'
import { giveVerdictOn, makeDocument, publish, recordOn, stateClaim, visitor } from './support/world.ts'

const { app, db, accounts, browsers, workOf, recheckOf, actionsOn, makeClaim, close } = await openNewsroomAtWork()
after(close)
const json = { Accept: 'application/json' }

test('a statement that is restored asks for a second look at what rests on it, as its withdrawal did', async () => {
  const { statementId, claimId } = await makeClaim()
  await giveVerdictOn(db, { claimId }, { by: accounts.editor.id })
  await browsers.editor.post(`/statements/${statementId}/withdrawal`).set(json).send({ reason: 'Misread' }).expect(200)
  await browsers.editor.post(`/statements/${statementId}/restoration`).set(json).send({}).expect(200)
  assert.match((await recheckOf({ claimId })) ?? '', new RegExp(`Statement ${statementId} was restored`))
})

test('when a statement is changed or withdrawn, the claims judged by it need a second look, until a new verdict', async () => {
  const { statementId, claimId, documentId } = await makeClaim()
  const edit = (quote: string, revision: number) =>
    browsers.editor.post(`/statements/${statementId}`).set(json).send({ quote, mode: 'direct', hops: [], revision })
  await edit('The quay is sinking', 1).expect(200)
  assert.equal(await recheckOf({ claimId }), null, 'nothing was judged')

  const first = await giveVerdictOn(db, { claimId }, { by: accounts.editor.id })
  await edit('The quay is sinking', 2).expect(200)
  assert.equal(await recheckOf({ claimId }), null, 'saving without a change is none')
  await edit('everyone knows it', 3).expect(200)
  assert.equal(await recheckOf({ claimId }), `Statement ${statementId} was changed`)
  const page = load((await browsers.editor.get(`/claims/${claimId}`).redirects(1).expect(200)).text)
  assert.match(page('.recheck').text(), /Needs a second look.*Statement \d+ was changed/s)
  const list = load((await browsers.editor.get('/desk?view=recheck').expect(200)).text)
  assert.match(list('.worklist').text(), /was changed/)

  await browsers.editor.post(`/statements/${statementId}/withdrawal`).set(json).send({ reason: 'Misheard' }).expect(200)
  assert.match((await recheckOf({ claimId })) ?? '', /was changed\nStatement \d+ was withdrawn/)
  await giveVerdictOn(db, { claimId }, { by: accounts.editor.id, supersedesId: first.id })
  assert.equal(await recheckOf({ claimId }), null)
  assert.deepEqual(
    (await actionsOn({ claimId })).filter((action) => action.startsWith('work')),
    ['work_recheck_asked', 'work_recheck_asked', 'work_recheck_settled'],
  )
  assert.equal(await recheckOf({ documentId }), null)
})

test('when the words of a statement change, a verdict on who said them needs a second look too', async () => {
  const { statementId, documentId, hopId } = await makeClaim()
  const onStatement = await giveVerdictOn(db, { statementId }, { by: accounts.editor.id })
  const sent = {
    quote: 'The quay is sinking',
    mode: 'direct',
    revision: 1,
    hops: [{ id: hopId, source: 'Lena Okafor', cue: 'said' }],
  }
  await browsers.editor.post(`/statements/${statementId}`).set(json).send(sent).expect(200)
  assert.equal(await recheckOf({ documentId }), `Statement ${statementId} was changed`)
  assert.deepEqual((await workOf({ documentId })).recheckStatements, [statementId])
  await giveVerdictOn(db, { statementId }, { by: accounts.editor.id, supersedesId: onStatement.id })
  assert.equal(await recheckOf({ documentId }), null)
})

test('a statement settled by a new verdict is asked for again when what it rests on changes once more', async () => {
  const origin = await makeDocument(db, { title: 'What both rest on' })
  const said = await recordOn(db, origin.id)
  const { id: documentId } = await makeDocument(db, { title: 'Two that rest on it' })
  const resting = async (quote: string) => {
    const hops = [{ source: 'Lena Okafor', cue: 'said', upstreamId: said.id }]
    const { id } = await recordOn(db, documentId, { quote, hops })
    return { id, verdict: await giveVerdictOn(db, { statementId: id }, { by: accounts.editor.id }) }
  }
  const [one, other] = [await resting('The quay is sinking'), await resting('everyone knows it')]
  const edit = (quote: string, revision: number) =>
    browsers.editor
      .post(`/statements/${said.id}`)
      .set(json)
      .send({ quote, mode: 'direct', hops: [], revision })
      .expect(200)
  const asked = async () => (await workOf({ documentId })).recheckStatements.toSorted((a, b) => a - b)
  const times = async () => (await actionsOn({ documentId })).filter((one) => one === 'work_recheck_asked').length

  await edit('The quay is sinking', 1)
  assert.deepEqual(await asked(), [one.id, other.id])
  await giveVerdictOn(db, { statementId: one.id }, { by: accounts.editor.id, supersedesId: one.verdict.id })
  assert.deepEqual(await asked(), [other.id])
  await edit('everyone knows it', 2)
  assert.deepEqual(await asked(), [one.id, other.id])
  assert.equal(await recheckOf({ documentId }), `Statement ${said.id} was changed`, 'said once')
  assert.equal(await times(), 2)
  await edit('The quay is sinking', 3)
  assert.equal(await times(), 2, 'both are asked for already')
})

test('a statement newly linked to a claim whose verdict readers see may change it; with a draft verdict it does not', async () => {
  const { claimId } = await makeClaim()
  const { id: draft } = await giveVerdictOn(db, { claimId }, { by: accounts.editor.id })
  const link = async () => {
    const other = await makeDocument(db)
    const statement = await recordOn(db, other.id)
    await stateClaim(db, statement.id, { claimId })
    return statement.id
  }
  await link()
  assert.equal(await recheckOf({ claimId }), null)
  await browsers.reviewer.post(`/verdicts/${draft}/publication`).set(json).send({}).expect(200)
  const linked = await link()
  assert.equal(await recheckOf({ claimId }), `Statement ${linked} was linked to it`)
})

test('when a document is corrected or withdrawn, whatever was judged with it as evidence or upstream is looked at again', async () => {
  const origin = await makeDocument(db, { title: 'Recording of the mayor' })
  const said = await recordOn(db, origin.id)
  await publish(db, origin.id)
  const evidence = [{ kind: 'transcript' as const, documentId: origin.id, quote: 'The quay is sinking' }]
  const shown = await makeClaim({ sentence: 'The quay sinks' })
  await giveVerdictOn(db, { claimId: shown.claimId }, { by: accounts.editor.id, evidence })
  const quoting = await makeDocument(db, { title: 'Quoting the mayor' })
  const passedOn = await recordOn(db, quoting.id, {
    hops: [{ source: 'Lena Okafor', cue: 'said', upstreamId: said.id }],
  })
  const hop = passedOn.hops[0]
  await giveVerdictOn(db, { hopId: hop?.id ?? 0 }, { by: accounts.editor.id })
  const unjudged = await makeClaim({ sentence: 'Nobody judged this' })

  const { revision } = await db.document.findUniqueOrThrow({ where: { id: origin.id } })
  const edited = {
    title: 'Transcript of the mayor',
    publisher: 'Coast Wire',
    correction: 'It is a transcript',
    revision,
  }
  await browsers.reviewer.post(`/documents/${origin.id}`).set(json).send(edited).expect(200)
  assert.equal(await recheckOf({ claimId: shown.claimId }), `Document ${origin.id} was corrected`)
  assert.equal(await recheckOf({ documentId: quoting.id }), `Document ${origin.id} was corrected`)

  await browsers.reviewer.post(`/documents/${origin.id}/withdrawal`).set(json).send({ reason: 'Forged' }).expect(200)
  assert.match((await recheckOf({ claimId: shown.claimId })) ?? '', /was corrected\nDocument \d+ was withdrawn/)
  assert.equal(await recheckOf({ claimId: unjudged.claimId }), null)
  assert.equal(await recheckOf({ documentId: origin.id }), null, 'what was withdrawn itself needs none')
})

test('when a statement is changed or withdrawn, what was judged by a passage that it stands in is looked at again', async () => {
  const origin = await makeDocument(db, { title: 'The mayor at the quay' })
  const said = await recordOn(db, origin.id, { quote: 'The quay is sinking, and everyone knows it' })
  const apart = await recordOn(db, origin.id)
  const evidence = [{ kind: 'transcript' as const, documentId: origin.id, quote: 'The quay is sinking' }]
  const shown = await makeClaim({ sentence: 'The quay of Port Ansel sinks' })
  await giveVerdictOn(db, { claimId: shown.claimId }, { by: accounts.editor.id, evidence })
  const quoting = await makeDocument(db, { title: 'The quay, quoted' })
  const judged = await recordOn(db, quoting.id)
  await giveVerdictOn(db, { statementId: judged.id }, { by: accounts.editor.id, evidence })

  const change = async ({ id }: { id: number }, given: object) => {
    const { revision } = await db.statement.findUniqueOrThrow({ where: { id } })
    const sent = { mode: 'direct', hops: [{ source: 'Ida Holm', cue: 'wrote' }], ...given, revision }
    await browsers.editor.post(`/statements/${id}`).set(json).send(sent).expect(200)
  }
  await change(apart, { quote: 'Not one container ship will dock here after December' })
  assert.equal(await recheckOf({ claimId: shown.claimId }), null, 'what stands elsewhere in the document is no reason')

  await change(said, { quote: 'The quay is sinking, and everyone knows it' })
  const changed = `A passage that is evidence here overlaps statement ${said.id}, which was changed`
  assert.equal(await recheckOf({ claimId: shown.claimId }), changed)
  assert.equal(await recheckOf({ documentId: quoting.id }), changed)
  assert.deepEqual((await workOf({ documentId: quoting.id })).recheckStatements, [judged.id])
  assert.equal(await recheckOf({ documentId: origin.id }), null, 'nothing on it was judged')
  await browsers.editor.get('/desk?view=recheck').expect(200, new RegExp(changed))

  await giveVerdictOn(
    db,
    { claimId: shown.claimId },
    {
      by: accounts.editor.id,
      evidence,
      supersedesId: (await db.verdict.findFirstOrThrow({ where: { claimId: shown.claimId } })).id,
    },
  )
  assert.equal(await recheckOf({ claimId: shown.claimId }), null)
  await change(said, { quote: 'everyone knows it' })
  assert.equal(await recheckOf({ claimId: shown.claimId }), changed, 'it stood there until now')
  await change(said, { quote: 'The quay is sinking' })
  await browsers.editor.post(`/statements/${said.id}/withdrawal`).set(json).send({ reason: 'Misheard' }).expect(200)
  assert.match((await recheckOf({ claimId: shown.claimId })) ?? '', /which was changed\nA passage .* was withdrawn$/)
})

test('what a superseded verdict rested on is no reason for a second look', async () => {
  const origin = await makeDocument(db, { title: 'The tape that was replaced' })
  const said = await recordOn(db, origin.id, { quote: 'The quay is sinking, and everyone knows it' })
  const by = accounts.editor.id
  const old = [{ kind: 'transcript' as const, documentId: origin.id, quote: 'The quay is sinking' }]
  const shown = await makeClaim({ sentence: 'The quay sinks, as the tape has it' })
  const first = await giveVerdictOn(db, { claimId: shown.claimId }, { by, evidence: old })
  await giveVerdictOn(db, { claimId: shown.claimId }, { by, supersedesId: first.id })

  const { revision } = await db.statement.findUniqueOrThrow({ where: { id: said.id } })
  const sent = { quote: 'everyone knows it', mode: 'direct', hops: [{ source: 'Ida Holm', cue: 'wrote' }], revision }
  await browsers.editor.post(`/statements/${said.id}`).set(json).send(sent).expect(200)
  assert.equal(await recheckOf({ claimId: shown.claimId }), null, 'a changed statement')
  const passages = await db.evidence.findMany({ where: { verdictId: first.id } })
  const changed = { documentId: origin.id, evidenceIds: passages.map(({ id }) => id) }
  assert.equal(passages.length, 1)
  await db.$transaction((tx) => askRecheckOfEvidence(tx, changed, { reason: 'Changed words', wasPublic: false, by }))
  assert.equal(await recheckOf({ claimId: shown.claimId }), null, 'a passage that its publisher changed')
  await publish(db, origin.id)
  const reason = { reason: 'Forged' }
  await browsers.reviewer.post(`/documents/${origin.id}/withdrawal`).set(json).send(reason).expect(200)
  assert.equal(await recheckOf({ claimId: shown.claimId }), null, 'a withdrawn document')
})

test('a document that is withdrawn takes the ground from the claims that its own statements make', async () => {
  const { documentId, claimId } = await makeClaim()
  await giveVerdictOn(db, { claimId }, { by: accounts.editor.id })
  await browsers.reviewer.post(`/documents/${documentId}/withdrawal`).set(json).send({ reason: 'Forged' }).expect(200)
  assert.equal(await recheckOf({ claimId }), `Document ${documentId} was withdrawn`)
})

test('when a claim is reworded or loses a statement, its verdict needs a second look; new topics do not matter', async () => {
  const { claimId, statementId } = await makeClaim({ sentence: 'The pier is long' })
  const { id } = await giveVerdictOn(db, { claimId }, { by: accounts.editor.id })
  const edit = (sent: object) => browsers.editor.post(`/claims/${claimId}`).set(json).send(sent).expect(200)
  await edit({ sentence: 'The pier is long', topics: 'Piers', revision: 1 })
  assert.equal(await recheckOf({ claimId }), null)
  await edit({ sentence: 'The pier is short', topics: 'Piers', revision: 2 })
  assert.equal(await recheckOf({ claimId }), 'It was reworded')
  await browsers.reviewer.post(`/verdicts/${id}/publication`).set(json).send({}).expect(200)
  await browsers.editor.post(`/statements/${statementId}/claims/${claimId}/removal`).set(json).send({}).expect(200)
  assert.match((await recheckOf({ claimId })) ?? '', /reworded\nStatement \d+ was taken from it/)
})

test('what is further down a chain of reports rests on a changed statement, too', async () => {
  const by = accounts.editor.id
  const first = await makeClaim({ sentence: 'The first pier leans' })
  const passOn = async (upstreamId: number, sentence: string) => {
    const { id: documentId } = await makeDocument(db)
    const hops = [{ source: 'Harbour Post', cue: 'wrote', upstreamId }]
    const { id } = await recordOn(db, documentId, { hops })
    const { id: claimId } = await stateClaim(db, id, { sentence })
    await giveVerdictOn(db, { claimId }, { by })
    await giveVerdictOn(db, { statementId: id }, { by })
    return { id, documentId, claimId }
  }
  const second = await passOn(first.statementId, 'The second pier leans')
  const third = await passOn(second.id, 'The third pier leans')
  await db.hop.update({ where: { id: first.hopId }, data: { upstreamId: third.id } }) // a circle ends, too

  const reason = `Statement ${first.statementId} was withdrawn`
  const path = `/statements/${first.statementId}/withdrawal`
  await browsers.editor.post(path).set(json).send({ reason: 'Misheard' }).expect(200)
  for (const { documentId, claimId } of [second, third]) {
    assert.equal(await recheckOf({ claimId }), reason)
    assert.equal(await recheckOf({ documentId }), reason)
  }

  const listed = async () => {
    const page = load((await browsers.editor.get('/desk/changes').expect(200)).text)
    const change = page('section').filter((_, one) => page('h2', one).text() === reason)
    return {
      path: change.find('h2 a').attr('href'),
      touched: change
        .find('.list .words a')
        .map((_, a) => page(a).text())
        .get()
        .toSorted(),
      says: change.children('.meta').text().split(' · ')[1],
    }
  }
  const { path: from, touched, says } = await listed()
  assert.equal(from, `/statements/${first.statementId}`)
  const titles = await db.document.findMany({ where: { id: { in: [second.documentId, third.documentId] } } })
  const everything = ['The second pier leans', 'The third pier leans', ...titles.map(({ title }) => title)].toSorted()
  assert.deepEqual(touched, everything)
  assert.equal(says, '4 of 4 still wait')
  const newest = await db.verdict.findFirstOrThrow({ where: { claimId: second.claimId } })
  await giveVerdictOn(db, { claimId: second.claimId }, { by, supersedesId: newest.id })
  assert.equal((await listed()).says, '3 of 4 still wait')
  const { body } = await browsers.editor.get('/desk/changes').set(json).expect(200)
  assert.equal((body as { changes: { reason: string }[] }).changes[0]?.reason, reason)
})

test('when another verdict says who said it, or it is withdrawn, the claims and what was taken from it are looked at again', async () => {
  const by = accounts.editor.id
  const { statementId, claimId, documentId } = await makeClaim({ sentence: 'The mole was cut' })
  const { id: further } = await makeDocument(db)
  const hops = [{ source: 'Harbour Post', cue: 'wrote', upstreamId: statementId }]
  const passedOn = await recordOn(db, further, { hops })
  await giveVerdictOn(db, { statementId: passedOn.id }, { by })
  const onClaim = await giveVerdictOn(db, { claimId }, { by })
  const open = await giveVerdictOn(db, { statementId }, { by, rating: 'relayed-only' })
  const one = await giveVerdictOn(db, { statementId }, { by, supersedesId: open.id })
  const same = await giveVerdictOn(db, { statementId }, { by, supersedesId: one.id })
  assert.equal(await recheckOf({ claimId }), null, 'a first verdict, a firmer one, and the same again')

  const other = await giveVerdictOn(db, { statementId }, { by, rating: 'misquoted', supersedesId: same.id })
  const was = `Who said statement ${statementId} was checked again: Misquoted, not Confirmed`
  assert.equal(await recheckOf({ claimId }), was)
  assert.equal(await recheckOf({ documentId: further }), was)
  assert.equal(await recheckOf({ documentId }), null, 'its own verdict is new')
  await giveVerdictOn(db, { claimId }, { by, supersedesId: onClaim.id })
  await browsers.reviewer.post(`/verdicts/${other.id}/withdrawal`).set(json).send({ reason: 'A slip' }).expect(200)
  assert.equal(await recheckOf({ claimId }), `The verdict on who said statement ${statementId} was withdrawn`)
})

test('readers are told that something is checked again where they saw what it rested on, until it is settled', async () => {
  const by = accounts.reviewer.id
  const told = async (path: string) => {
    const page = load((await visitor(app).get(path).redirects(1).expect(200)).text)
    return page('header [role=note]').text().replace(/\s+/g, ' ').trim()
  }
  const again = /^We have been checking this again since .*: a statement that it rests on was withdrawn\.$/
  const first = await makeClaim({ sentence: 'The beacon is out', topics: 'Beacons' })
  const verdict = await giveVerdictOn(db, { claimId: first.claimId }, { by })
  const { id: further } = await makeDocument(db)
  const hops = [{ source: 'Harbour Post', cue: 'wrote', upstreamId: first.statementId }]
  const passedOn = await recordOn(db, further, { hops })
  const onStatement = await giveVerdictOn(db, { statementId: passedOn.id }, { by })
  const draft = await recordOn(db, (await makeDocument(db)).id)
  await stateClaim(db, draft.id, { claimId: first.claimId })
  await publish(db, first.documentId, { claimIds: [first.claimId], verdictIds: [verdict.id], by })
  await publish(db, further, { verdictIds: [onStatement.id], by })

  const withdraw = (id: number) =>
    browsers.reviewer.post(`/statements/${id}/withdrawal`).set(json).send({ reason: 'Misheard' }).expect(200)
  await withdraw(draft.id)
  assert.match((await recheckOf({ claimId: first.claimId })) ?? '', new RegExp(`Statement ${draft.id} was withdrawn`))
  assert.equal(await told(`/claims/${first.claimId}`), '', 'readers never saw that draft')

  const onFirst = await giveVerdictOn(db, { statementId: first.statementId }, { by: accounts.editor.id })
  await browsers.reviewer.post(`/verdicts/${onFirst.id}/publication`).set(json).send({}).expect(200)
  const draftOf = { by: accounts.editor.id, rating: 'misquoted', supersedesId: onFirst.id }
  const doubt = await giveVerdictOn(db, { statementId: first.statementId }, draftOf)
  assert.match((await recheckOf({ claimId: first.claimId })) ?? '', /checked again: Misquoted/)
  assert.equal(await told(`/claims/${first.claimId}`), '', 'nor that draft of a verdict')
  await browsers.reviewer.post(`/verdicts/${doubt.id}/withdrawal`).set(json).send({ reason: 'A slip' }).expect(200)

  const updated = async () => {
    const { text } = await visitor(app).get('/search.atom?q=beacon').expect(200)
    const entry = text.split('<entry>').find((one) => one.includes(`/claims/${first.claimId}<`)) ?? ''
    return new Date(/<updated>(.*?)<\/updated>/.exec(entry)?.[1] ?? '').getTime()
  }
  const published = await updated()
  await withdraw(first.statementId)
  const asked = await updated()
  assert.ok(asked > published, 'a feed reader sees that it is asked')
  assert.match(await told(`/claims/${first.claimId}`), again)
  assert.match(await told(`/statements/${passedOn.id}`), again)
  const card = async () => {
    const page = load((await visitor(app).get(`/documents/${further}`).redirects(1).expect(200)).text)
    return page(`#statement-${passedOn.id} [role=note]`).text().replace(/\s+/g, ' ').trim()
  }
  assert.match(await card(), again, 'at its card beside the text, too')
  const embedded = async () =>
    load((await visitor(app).get(`/embed/claims/${first.claimId}`).expect(200)).text)('main').text()
  assert.match(await embedded(), /We have been checking this again since/, 'on other sites, too')

  const because = / since .*: a statement that it rests on was withdrawn/
  const rowOf = async (list: string, path: string, browser = visitor(app)) => {
    const page = load((await browser.get(list).redirects(1).expect(200)).text)
    const row = page(`main :is(li, tr):has(a[href^="${path}"])`)
    return row.text().replace(/\s+/g, ' ')
  }
  const [claimAt, statementAt, documentAt] = [
    `/claims/${first.claimId}`,
    `/statements/${passedOn.id}`,
    `/documents/${further}`,
  ]
  const { sourceId } = await db.hop.findFirstOrThrow({ where: { statementId: passedOn.id } })
  const { title } = await db.document.findUniqueOrThrow({ where: { id: further } })
  const { topicId } = await db.claimTopic.findFirstOrThrow({ where: { claimId: first.claimId } })
  const lists: [list: string, path: string][] = [
    ['/', claimAt],
    ['/', statementAt],
    ['/', documentAt],
    ['/claims', claimAt],
    [`/topics/${topicId}`, claimAt],
    ['/search?q=beacon', claimAt],
    ['/statements', statementAt],
    [`/sources/${sourceId}`, statementAt],
    ['/search?kind=statement&q=container', statementAt],
    ['/documents', documentAt],
    [`/search?kind=document&q=${encodeURIComponent(title)}`, documentAt],
  ]
  const feeds = [
    ['/feed.atom', claimAt],
    ['/feed.json', documentAt],
    [`/topics/${topicId}/feed.atom`, claimAt],
    ['/search.atom?q=beacon', claimAt],
  ] as const
  const entryOf = async (feed: string, path: string) => {
    const { text } = await visitor(app).get(feed).expect(200)
    return (
      text
        .split(feed.endsWith('.json') ? '"id"' : '<entry>')
        .find((entry) => entry.includes(`${path}#`) || entry.includes(`${path}<`)) ?? ''
    )
  }
  const rows = async () => {
    const said: Record<string, string> = {}
    for (const [list, path] of lists) said[`${list} ${path}`] = await rowOf(list, path)
    for (const [feed, path] of feeds) said[`${feed} ${path}`] = await entryOf(feed, path)
    for (const list of ['/claims.csv', '/statements.csv', '/documents.csv', '/search.csv?q=beacon'])
      said[list] = (await visitor(app).get(list).expect(200)).text
    return Object.entries(said)
  }
  for (const [where, said] of await rows()) {
    if (where.includes('.csv')) assert.match(said, /,\S+Z,a statement that it rests on was withdrawn/, where)
    else assert.match(said, because, where)
  }
  assert.match(await rowOf('/claims', claimAt, browsers.editor), because, 'to the newsroom, too')
  await giveVerdictOn(db, { claimId: first.claimId }, { by, supersedesId: verdict.id })
  assert.ok((await updated()) > asked, 'and that it is answered')
  await giveVerdictOn(db, { statementId: passedOn.id }, { by, supersedesId: onStatement.id })
  assert.equal(await told(`/claims/${first.claimId}`), '')
  assert.equal(await told(`/statements/${passedOn.id}`), '')
  assert.doesNotMatch(await embedded(), /checking this again/)
  for (const [where, said] of await rows()) assert.doesNotMatch(said, /that it rests on was withdrawn/, where)

  const { id } = await workOf({ claimId: first.claimId })
  await browsers.editor.post(`/work/${id}/recheck`).set(json).send({ reason: 'The mayor rang' }).expect(200)
  assert.equal(await told(`/claims/${first.claimId}`), '', 'somebody’s own reason is not told')
  assert.equal(await card(), '')
  const cause = { documentId: first.documentId }
  await db.$transaction((tx) => askRecheck(tx, cause, { reason: 'Document was corrected', wasPublic: true, by }))
  assert.match(await card(), /: a document that it rests on was corrected\.$/, 'another reason is told as another')
})

/** Words that readers see, a document with statements that pass them on, each with a verdict, and then they are withdrawn. */
async function passOn(title: string, { published, drafts }: { published: number; drafts: number }) {
  const by = accounts.reviewer.id
  const first = await makeClaim()
  await publish(db, first.documentId, { by })
  const { id: documentId } = await makeDocument(db, { title })
  const pass = async () => {
    const hops = [{ source: 'Harbour Post', cue: 'wrote', upstreamId: first.statementId }]
    const { id: statementId } = await recordOn(db, documentId, { hops })
    return { statementId, verdictId: (await giveVerdictOn(db, { statementId }, { by })).id }
  }
  const passed = []
  for (let n = 0; n < published; n++) passed.push(await pass())
  if (published === 0) await recordOn(db, documentId)
  await publish(db, documentId, { verdictIds: passed.map(({ verdictId }) => verdictId), by })
  for (let n = 0; n < drafts; n++) passed.push(await pass())
  const path = `/statements/${first.statementId}/withdrawal`
  await browsers.reviewer.post(path).set(json).send({ reason: 'Misheard' }).expect(200)
  return { documentId, passed, because: /a statement that it rests on was withdrawn/ }
}

test('a statement that was looked at again stays so, whoever asks for another look at its document', async () => {
  const { documentId, passed, because } = await passOn('Two passed on', { published: 2, drafts: 0 })
  const by = accounts.reviewer.id
  const [a] = passed
  const told = async () => {
    const page = load((await visitor(app).get('/statements').expect(200)).text)
    return passed.map(({ statementId }) =>
      because.test(page(`main tr:has(a[href^="/statements/${statementId}"])`).text()),
    )
  }
  const left = async () => {
    const { body } = await browsers.editor.get('/desk/changes').set(json).expect(200)
    const { changes } = body as { changes: { touched: { path: string; isWaiting: boolean }[] }[] }
    return changes.flatMap(({ touched }) => touched).find(({ path }) => path.startsWith(`/documents/${documentId}`))
      ?.isWaiting
  }
  assert.deepEqual(await told(), [true, true])
  await giveVerdictOn(db, { statementId: a!.statementId }, { by, supersedesId: a!.verdictId })
  assert.deepEqual(await told(), [false, true])
  assert.equal(await left(), true)
  const { id } = await workOf({ documentId })
  await browsers.editor.post(`/work/${id}/recheck`).set(json).send({ reason: 'The mayor rang' }).expect(200)
  assert.deepEqual(await told(), [false, true], 'somebody’s own reason brings nothing back')
  await browsers.editor.post(`/work/${id}/settlement`).set(json).send({}).expect(200)
  assert.deepEqual(await told(), [false, false])
})

test('readers are told of a document only where a statement that they see is checked again', async () => {
  const { passed, because } = await passOn('A lone draft drifts', { published: 0, drafts: 1 })
  const places = ['/documents', '/documents.csv', '/feed.atom', '/search?kind=document&q=lone', '/search.csv?q=lone']
  const rowsOf = async (browser: ReturnType<typeof visitor>) => {
    const told = []
    for (const place of places) {
      const { text } = await browser.get(place).expect(200)
      const rows = text.split(/<tr|<li|<entry>|\r?\n(?=\d)/).filter((row) => row.includes('draft drifts'))
      assert.ok(rows.length > 0, `${place}: ${text}`)
      told.push(rows.some((row) => because.test(row)))
    }
    return told
  }
  const nowhere = places.map(() => false)
  assert.deepEqual(await rowsOf(visitor(app)), nowhere, 'readers never saw that draft')
  const newsroom = places.map((place) => place !== '/feed.atom')
  assert.deepEqual(await rowsOf(browsers.editor), newsroom, 'a feed is for readers, whoever asks')

  const path = `/statements/${passed[0]!.statementId}/withdrawal`
  await browsers.editor.post(path).set(json).send({ reason: 'A slip' }).expect(200)
  assert.deepEqual(await rowsOf(browsers.editor), nowhere, 'what is withdrawn is checked no more')
})

test('somebody asks for a second look by hand, and somebody says that it still holds', async () => {
  const { documentId } = await makeClaim({ title: 'By hand' })
  await publish(db, documentId)
  const { id } = await workOf({ documentId })
  const bad = load(
    (await browsers.editor.post(`/work/${id}/recheck`).type('form').send({ reason: ' ' }).expect(422)).text,
  )
  assert.match(bad('[role=alert]').text(), /Say why/)
  const reason = 'The <b>harbour master</b> rang: it was Tuesday'
  await browsers.editor.post(`/work/${id}/recheck`).type('form').send({ reason }).expect(303)
  const page = load((await browsers.colleague.get('/desk?view=recheck&q=by+hand').expect(200)).text)
  assert.match(page('.recheck-line').text(), /<b>harbour master<\/b> rang/)
  assert.equal((await workOf({ documentId })).isOpen, true, 'it is open again')

  await browsers.colleague.post(`/work/${id}/settlement`).type('form').send({}).expect(303)
  assert.equal(await recheckOf({ documentId }), null)
  const last = await db.event.findFirstOrThrow({ where: { documentId }, orderBy: { id: 'desc' } })
  assert.equal(last.action, 'work_recheck_settled')
  assert.equal(last.accountId, accounts.colleague.id)
  await browsers.colleague.post(`/work/${id}/settlement`).set(json).send({}).expect(422)
})
