import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { withdrawClaim } from '../src/claims/claims.ts'
import type { Database } from '../src/database/connect.ts'
import { writeEvent } from '../src/history/events.ts'
import { withdrawNote } from '../src/notes/notes.ts'
import { withdrawDocument } from '../src/review/publishing.ts'
import { withdrawStatement } from '../src/statements/statements.ts'
import { withdrawVerdict } from '../src/verdicts/verdicts.ts'
import { formsOf, readersAddresses } from './support/addresses.ts'
import { openDemoDesk, type TestDesk } from './support/desk.ts'
import { listTextColumns, openFields, plantSecrets, secretFields, word } from './support/secrets.ts'
import {
  giveVerdictOn,
  makeAccount,
  makeDocument,
  noteOn,
  pressRecording,
  publish,
  recordOn,
  stateClaim,
  visitor,
} from './support/world.ts'

let desk: TestDesk
let planted: Awaited<ReturnType<typeof plantSecrets>>
before(async () => {
  desk = await openDemoDesk()
  await hideThings(desk)
  planted = await plantSecrets(desk.pool)
})
after(() => desk.close())

test('every text that is stored is said to be for readers or the newsroom’s own, and each of its own has a secret in it', async () => {
  const named = new Set([...secretFields.map(({ table, column }) => `${table}.${column}`), ...Object.keys(openFields)])
  assert.deepEqual(await listTextColumns(desk.pool), [...named].sort(byCodeUnits))
  assert.deepEqual(
    planted.filter(({ rows }) => rows === 0).map(({ field }) => field),
    [],
    'a secret that stands nowhere can’t be found',
  )
})

test('no reader comes by a secret at any address, in any form', async () => {
  const reader = visitor(desk.app)
  const places = await readersAddresses(desk)
  const found: string[] = []
  for (const address of places) {
    for (const accept of formsOf(address)) {
      const { text, body, type, headers, status } = await reader
        .get(address)
        .set('Accept', accept)
        .redirects(3)
        .buffer(true)
      assert.ok(status < 500, `${address} answered ${status}`)
      const said = `${type === 'image/svg+xml' ? String(body) : text} ${JSON.stringify(headers)}`
      for (const { field, secret } of planted)
        if (said.includes(secret)) found.push(`${field} at ${address} as ${accept}`)
      if (said.includes(word)) found.push(`a text at ${address} as ${accept}`)
    }
  }
  assert.deepEqual(found, [])
})

test('who searches for a word of the secrets is told just what is told of a word that nothing has', async () => {
  const reader = visitor(desk.app)
  const nothing = 'quillings'
  for (const search of searches) {
    for (const accept of ['text/html', 'application/json']) {
      const [secret, none] = await Promise.all(
        [word, nothing].map((q) => reader.get(search(q)).set('Accept', accept).buffer(true)),
      )
      assert.equal(secret?.text.replaceAll(word, nothing), none?.text, `${search(word)} as ${accept}`)
    }
  }
})

const searches = [
  (q: string) => `/documents?q=${q}`,
  (q: string) => `/documents.csv?q=${q}`,
  (q: string) => `/statements?q=${q}`,
  (q: string) => `/statements.jsonl?q=${q}`,
  (q: string) => `/claims?q=${q}`,
  (q: string) => `/topics?q=${q}`,
  (q: string) => `/sources?q=${q}`,
  (q: string) => `/sources.csv?q=${q}`,
  (q: string) => `/search?q=${q}`,
  (q: string) => `/search?q=by:${q}`,
  (q: string) => `/search?q=in:${q}`,
  (q: string) => `/search?q=topic:${q}`,
  (q: string) => `/search.atom?q=${q}`,
  (q: string) => `/search.csv?q=${q}`,
  (q: string) => `/search.jsonl?q=${q}`,
  (q: string) => `/annotations/?target=https://${q}.example/1`,
]

/** What the demo has none of: things that were withdrawn, sent back, merged or only meant for the desk. */
async function hideThings({ db }: TestDesk) {
  const reviewer = await makeAccount(db, 'reviewer')
  const by = reviewer.id
  const open = await makeDocument(db, { publisher: 'Open Herald' })
  const [shown, kept, gone] = [
    await recordOn(db, open.id),
    await recordOn(db, open.id, { unfinished: true }),
    await recordOn(db, open.id),
  ]
  await promiseNotToName(db, open.id)
  const hops = [
    { naming: 'described' as const, description: 'an aide', cue: 'whispered' },
    { naming: 'named' as const, source: 'Nobody Known', cue: 'said' },
  ]
  const draft = await makeDocument(db, { publisher: 'Hidden Herald', text: `Nobody shall read this ${word} yet.` })
  const onDraft = await recordOn(db, draft.id, { quote: 'Nobody shall read this', hops })
  const withdrawn = await makeDocument(db, {
    publisher: 'Gone Herald',
    text: `Nobody shall read this ${word} any more.`,
  })
  await recordOn(db, withdrawn.id, { quote: 'Nobody shall read this', hops })

  const { id: publicClaim } = await stateClaim(db, shown.id, { sentence: 'The quay is open' })
  await stateClaim(db, onDraft.id, { sentence: 'The quay is shut', topics: ['Hidden quays'] })
  const { id: deadClaim } = await stateClaim(db, onDraft.id, { sentence: 'The quay is gone' })
  const reply = { askedOn: '2024-03-13', answeredOn: '2024-03-14', reply: 'No.' }
  const first = await giveVerdictOn(db, { claimId: publicClaim }, { by, ...reply })
  const onDraftPassage = await giveVerdictOn(
    db,
    { statementId: shown.id },
    {
      by,
      evidence: [
        pressRecording,
        { kind: 'transcript', stance: 'supports', quote: 'Nobody shall', documentId: draft.id, title: 'Draft' },
      ],
    },
  )
  await publish(db, open.id, { claimIds: [publicClaim], verdictIds: [first.id, onDraftPassage.id] })
  await publish(db, withdrawn.id)
  await giveVerdictOn(db, { claimId: publicClaim }, { by, rating: 'false', supersedesId: first.id, ...reply })
  const dead = await giveVerdictOn(
    db,
    { statementId: kept.id },
    {
      by,
      evidence: [
        { kind: 'transcript', stance: 'supports', quote: 'Nobody shall', documentId: draft.id, title: 'Draft' },
      ],
    },
  )
  await withdrawVerdict(db, { verdictId: dead.id, reason: 'Too early.', by })
  await db.$transaction((tx) => withdrawStatement(tx, gone.id, { reason: 'Taken back', by }))
  const third = await recordOn(db, draft.id, { quote: 'read this' })
  await db.$transaction((tx) => withdrawStatement(tx, third.id, { reason: 'Never shown', by }))
  await withdrawClaim(db, { claimId: deadClaim, reason: 'Never was', by })
  await withdrawDocument(db, { documentId: withdrawn.id, reason: 'It was a rehearsal.', by })

  const note = await noteOn(db, { claimId: publicClaim }, { by })
  await withdrawNote(db, note.id, { reason: 'Said too much.', by, allow: () => {} })
  await noteOn(db, { documentId: open.id }, { by, quote: 'The quay is sinking' })
  await leaveTraces(db, by, { documentId: draft.id, claimId: publicClaim })
}

/** Whoever is described and not named, and the body they are of, in a document that readers will see. */
async function promiseNotToName(db: Database, documentId: number) {
  await recordOn(db, documentId, {
    quote: 'the quay had moved four centimetres',
    hops: [
      { naming: 'described', description: 'a nurse', source: 'Promised Nurse', cue: 'said' },
      { naming: 'described', description: 'an official', source: 'Promised Ward', sourceKind: 'organisation' },
    ],
  })
  const nurse = await db.source.findFirstOrThrow({ where: { name: 'Promised Nurse' } })
  await db.sourceAlias.create({ data: { sourceId: nurse.id, name: 'Promised N.', folded: 'promised n.' } })
  await db.sourceRole.create({ data: { sourceId: nurse.id, title: 'promised', folded: 'promised' } })
  const former = { by: null, sourceId: nurse.id, before: { name: 'Promised Girl' }, after: { name: 'Promised Nurse' } }
  await db.$transaction((tx) => writeEvent(tx, 'source_edited', former))
}

/** What only the desk's own pages tell of: each kind of row that has somebody's words in it. */
async function leaveTraces(
  db: Database,
  accountId: number,
  { documentId, claimId }: { documentId: number; claimId: number },
) {
  const mine = { accountId }
  const later = { expiresAt: new Date(Date.now() + 3_600_000) }
  const hash = (letter: string) => ({ hash: letter.repeat(64) })
  await db.annotation.create({
    data: {
      ...mine,
      name: 'unpublished',
      kind: 'Annotation',
      content: {},
      targets: { create: { iri: 'https://harbour.example/', exact: 'the quay' } },
    },
  })
  const challenge = { kind: 'wording', claimId, challenged: 'The quay is open', body: 'It is not.' } as const
  const unpublished = {
    state: 'not_published',
    unpublishedReason: 'Spam',
    lookedAt: new Date(),
    lookedById: accountId,
  } as const
  await db.challenge.create({ data: { ...challenge, secretHash: 'f'.repeat(64), words: { create: { body: 'No.' } } } })
  await db.challenge.create({ data: { ...challenge, ...unpublished, secretHash: '0'.repeat(64) } })
  await db.bulkChange.create({
    data: { ...mine, action: 'priority', summary: 'urgent', query: '', changes: [], count: 1 },
  })
  await db.correction.create({ data: { ...mine, documentId, reason: 'It was wrong' } })
  await db.draft.create({
    data: { ...mine, address: '/claims/1', action: '/claims/1', values: {}, pageTitle: 'A page' },
  })
  const found = { name: 'quay.pdf', url: 'https://coastwire.example/quay', leftOut: ['Menu'], remarks: ['Cut'] }
  await db.intake.create({ data: { ...mine, ...found, original: new Uint8Array(), fields: {}, exchange: {} } })
  const kept = { sha256: '1'.repeat(64), size: 1, mediaType: 'text/html', exchange: {} }
  await db.original.create({ data: { ...kept, name: found.name, url: found.url } })
  const another = { found: '2'.repeat(64), foundText: 'Other words', foundAt: new Date(), foundName: found.name }
  const asked = { dueAt: later.expiresAt, etag: '1', lastModified: 'then', problem: 'Gone', foundExchange: {} }
  await db.refetch.create({ data: { documentId, ...another, ...asked } })
  await db.snapshot.create({ data: { url: found.url, job: { create: { kind: 'keep_link', problem: 'Cut' } } } })
  const item = {
    name: 'quay.pdf',
    url: found.url,
    facts: {},
    job: { create: { kind: 'import_item', problem: 'Cut' } },
  } as const
  await db.import.create({ data: { ...mine, name: 'quay.pdf', publisher: 'Coast Wire', items: { create: item } } })
  const feed = { url: 'https://coastwire.example/feed', key: 'feed', title: 'Coast', problem: 'Gone', etag: '1' }
  const [account, job] = [{ connect: { id: accountId } }, { create: { kind: 'look_at_feed' as const } }]
  const watched = { ...feed, account, job, entries: { create: { key: 'at quay' } } }
  await db.watchedFeed.create({ data: watched })
  await changeText(db)
  await db.guess.create({ data: { key: 'somebody', points: 1 } })
  const tried = { network: '192.0.2.1', firstAt: new Date(), lastAt: new Date() }
  await db.signIn.create({ data: { ...mine, ...tried, key: 'somebody', kind: 'wrong_password' } })
  await db.invitation.create({
    data: { ...later, ...hash('a'), email: 'new@coastwire.example', role: 'editor', invitedById: accountId },
  })
  await db.reset.create({ data: { ...mine, ...later, ...hash('b') } })
  await db.savedFilter.create({ data: { ...mine, name: 'Harbour', query: 'view=open' } })
  await db.submission.create({ data: { ...mine, key: 'c'.repeat(64), body: 'd'.repeat(64), claimedAt: new Date() } })
  await db.token.create({ data: { ...mine, ...later, ...hash('e'), name: 'Import', scopes: ['read'] } })
  await db.session.create({ data: { sid: 'one', sess: {}, expire: later.expiresAt, number: 4711 } })

  const source = await db.source.findFirstOrThrow({ where: { name: 'Nobody Known' } })
  await db.sourceAlias.create({ data: { sourceId: source.id, name: 'N. Known', folded: 'n. known' } })
  await db.sourceRole.create({ data: { sourceId: source.id, title: 'aide', folded: 'aide' } })
  const twin = await db.source.create({ data: { name: 'Nobody Knwon', folded: 'nobody knwon', kind: 'person' } })
  await db.sourcePair.create({ data: { earlierId: source.id, laterId: twin.id, reason: 'two letters are swapped' } })
  await db.sourceMerge.create({ data: { mergedId: twin.id, survivorId: source.id, moved: {}, undoneAt: new Date() } })
  const topic = await db.topic.findFirstOrThrow({ where: { name: 'Hidden quays' } })
  await db.topicAlias.create({ data: { topicId: topic.id, name: 'Quays', folded: 'quays' } })
  const like = await db.topic.create({ data: { name: 'Hidden quay', folded: 'hidden quay' } })
  await db.topicPair.create({ data: { earlierId: topic.id, laterId: like.id, reason: 'one letter more' } })
  await db.topicMerge.create({ data: { mergedId: like.id, survivorId: topic.id, moved: {}, undoneAt: new Date() } })
  const [claim, other] = await db.claim.findMany({ orderBy: { id: 'asc' }, take: 2 })
  const two = { earlierId: claim?.id ?? 0, laterId: other?.id ?? 0 }
  await db.claimPair.create({ data: { ...two, reason: 'the same but for small words' } })
  const merge = { mergedId: two.laterId, survivorId: two.earlierId }
  await db.claimMerge.create({ data: { ...merge, moved: {}, undoneAt: new Date() } })
}

/** A later text of a document that readers see, with a passage of a statement that they do not. */
async function changeText(db: Database) {
  const { id, version } = await db.statement.findFirstOrThrow({
    where: { publishedAt: null, version: { document: { state: 'published' } } },
    include: { version: true },
  })
  const { documentId, number, textId } = version
  const changed = { was: 'as it was', words: 'as it is', score: 0.5, context: 1 }
  await db.version.create({
    data: {
      ...{ documentId, textId, number: number + 1, isLater: true, method: 'pasted' },
      reanchorings: { create: { ...changed, statementId: id, kind: 'changed', starts: [0], ends: [2] } },
    },
  })
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : 1
}
