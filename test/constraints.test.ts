import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { OpenDatabase } from '../src/database/connect.ts'
import { openTestDatabase } from './support/database.ts'
import { giveVerdictOn, makeAccount, makeDocument, noteOn, recordOn, replyOn, stateClaim } from './support/world.ts'

let database: OpenDatabase
/** What is there before each attempt, by the names that the SQL below uses for it. */
let world: Record<string, number>

before(async () => {
  database = await openTestDatabase()
  const { db } = database
  const account = await makeAccount(db, 'editor')
  const document = await makeDocument(db, { by: account.id })
  const statement = await recordOn(db, document.id, {
    hops: [{ source: 'Lena Okafor', cue: 'said' }, { naming: 'unstated' }],
  })
  const other = await recordOn(db, document.id, { quote: 'The quay is sinking' })
  const claim = await stateClaim(db, statement.id, { topics: 'Harbour, Dockers' })
  const onClaim = await giveVerdictOn(db, { claimId: claim.id }, { by: account.id, askedOn: '2024-03-13' })
  const onStatement = await giveVerdictOn(db, { statementId: statement.id }, { by: account.id })
  const hop = statement.hops[0]
  assert.ok(hop)
  const onHop = await giveVerdictOn(db, { hopId: hop.id }, { by: account.id })
  const onHopAgain = await giveVerdictOn(db, { hopId: hop.id }, { by: account.id, supersedesId: onHop.id })
  const note = await noteOn(db, { statementId: statement.id }, { by: account.id })
  const reply = await replyOn(db, note.id, { by: account.id })
  const version = await db.version.findFirstOrThrow({ where: { documentId: document.id } })
  const { sourceId } = hop
  assert.ok(sourceId)
  await db.source.update({
    where: { id: sourceId },
    data: { wikidataId: 'Q42', aliases: { create: { name: 'L. Okafor', folded: 'l. okafor' } } },
  })
  const evidence = await db.evidence.findFirstOrThrow({ where: { verdictId: onClaim.id } })
  const gone = { versionId: version.id, kind: 'gone', was: 'The quay', words: '', score: 0, context: 0 } as const
  for (const thing of [{ statementId: statement.id }, { evidenceId: evidence.id }, { noteId: note.id }])
    await db.reanchoring.create({ data: { ...gone, ...thing } })
  const suggested = { versionId: version.id, start: 0, found: {}, confidence: 0.9, place: '0-4' }
  const accepted = { state: 'accepted', statementId: other.id, decidedAt: new Date() } as const
  await db.suggestion.create({ data: { ...suggested, ...accepted } })
  await db.reading.create({ data: { versionId: version.id } })
  const now = new Date()
  const later = new Date(now.getTime() + 60_000)
  const [inviter, invited] = [{ invitedById: account.id }, { email: 'ines@coastwire.example', role: 'editor' as const }]
  await db.invitation.create({ data: { ...inviter, ...invited, hash: 'a'.repeat(64), expiresAt: later } })
  const used = { usedAt: now, accountId: account.id }
  await db.invitation.create({ data: { ...inviter, ...invited, ...used, hash: 'b'.repeat(64), expiresAt: later } })
  await db.reset.create({ data: { accountId: account.id, hash: 'a'.repeat(64), expiresAt: later } })
  await db.token.create({
    data: { accountId: account.id, name: 'Import', scopes: ['read'], hash: 'a'.repeat(64), expiresAt: later },
  })
  await db.session.create({ data: { sid: 'one', sess: {}, expire: later, number: 4711 } })
  const lane = { kind: 'import_item', lane: 'site a', heldUntil: later, holder: 'one' } as const
  await db.import.create({
    data: {
      accountId: account.id,
      name: 'quay.txt',
      items: {
        create: { name: 'quay.txt', content: new Uint8Array(), job: { create: { ...lane, state: 'running' } } },
      },
    },
  })
  const feed = {
    account: { connect: { id: account.id } },
    url: 'https://coastwire.example/feed',
    key: 'coastwire.example/feed',
  }
  await db.watchedFeed.create({
    data: { ...feed, job: { create: { kind: 'look_at_feed' as const } }, entries: { create: { key: 'at quay' } } },
  })
  const [topic, otherTopic] = await db.topic.findMany({ orderBy: { id: 'asc' } })
  assert.ok(topic && otherTopic)
  await db.savedFilter.create({ data: { accountId: account.id, name: 'Harbour', query: 'view=open' } })
  await db.annotation.create({ data: { name: 'quay', kind: 'Annotation', content: {}, accountId: account.id } })
  const { id: challenge } = await db.challenge.create({
    data: { kind: 'wording', claimId: claim.id, challenged: 'It', body: 'Not so', secretHash: 'a'.repeat(64) },
  })
  await db.challengeWord.create({ data: { challengeId: challenge, body: 'Nor so' } })
  const looked = { lookedAt: now, lookedById: account.id, openedAt: now }
  const { id: openChallenge } = await db.challenge.create({
    data: {
      ...{ kind: 'verdict', state: 'open', verdictId: onClaim.id, challenged: 'True', body: 'No', ...looked },
      secretHash: 'b'.repeat(64),
    },
  })
  const changed = { action: 'priority', summary: 'made urgent', query: '', changes: {}, count: 1 }
  const bulk = await db.bulkChange.create({ data: { accountId: account.id, ...changed } })
  world = {
    topic: topic.id,
    otherTopic: otherTopic.id,
    account: account.id,
    document: document.id,
    text: document.textId,
    publisher: document.publisherId,
    version: version.id,
    statement: statement.id,
    other: other.id,
    claim: claim.id,
    otherClaim: (await database.db.claim.create({ data: { sentence: 'Something else' } })).id,
    onClaim: onClaim.id,
    onStatement: onStatement.id,
    onHop: onHop.id,
    onHopAgain: onHopAgain.id,
    hop: hop.id,
    source: sourceId,
    note: note.id,
    evidence: evidence.id,
    reply: reply.id,
    bulk: bulk.id,
    challenge,
    openChallenge,
    trueRating: onClaim.ratingId,
    confirmed: onStatement.ratingId,
  }
})
after(() => database.close())

/** A newsroom's rule, the constraint that keeps it, and SQL that breaks it; `:name` is the id of a thing above. */
type Attempt = [rule: string, constraint: string, sql: string]

const insertHop = (columns: string, values: string) =>
  `INSERT INTO "Hop" ("statementId", "position", ${columns}) VALUES (:other, 7, ${values})`
const insertVerdict = (columns: string, values: string) =>
  `INSERT INTO "Verdict" ("ratingId", "reasons", "accountId", ${columns}) VALUES (:trueRating, 'Because', :account, ${values})`
const insertSuggestion = (columns: string, values: string) =>
  `INSERT INTO "Suggestion" ("versionId", "start", "found", "confidence", ${columns}) VALUES (:version, 0, '{}', 0.5, ${values})`
const insertPlace = (columns: string, values: string) =>
  `INSERT INTO "Reanchoring" ("versionId", "kind", "was", "words", "score", "context", ${columns})
   VALUES (:version, 'gone', 'The quay', '', 0, 0, ${values})`
const insertCorrection = (columns: string, values: string) =>
  `INSERT INTO "Correction" ("reason", ${columns}) VALUES ('It was wrong', ${values})`
const insertEvidence = (columns: string, values: string) =>
  `INSERT INTO "Evidence" ("verdictId", "position", "kind", "stance", "title", ${columns})
   VALUES (:onClaim, 7, 'data', 'supports', 'Levels', ${values})`
const insertNote = (columns: string, values: string) =>
  `INSERT INTO "Note" ("kind", "body", "accountId", ${columns}) VALUES ('comment', 'Ask again', :account, ${values})`
const insertAnnotation = (name: string) =>
  `INSERT INTO "Annotation" ("name", "kind", "content", "accountId") VALUES ('${name}', 'Annotation', '{}', :account)`
const insertChallenge = (kind: string, columns: string, values: string) =>
  `INSERT INTO "Challenge" ("kind", "challenged", "body", "secretHash", ${columns})
   VALUES ('${kind}', 'It', 'Not so', ${someHash}, ${values})`
const change = (challenge: string, set: string) => `UPDATE "Challenge" SET ${set} WHERE "id" = :${challenge}`
const insertText = (hash: string, length: string) =>
  `INSERT INTO "StoredText" ("content", "sha256", "codePoints") VALUES ('Zoë 🚢', ${hash}, ${length})`
const insertInvitation = (columns: string, values: string) =>
  `INSERT INTO "Invitation" ("role", "invitedById", "expiresAt", ${columns}) VALUES ('admin', :account, now(), ${values})`
const insertToken = (columns: string, values: string) =>
  `INSERT INTO "Token" ("accountId", "name", ${columns}) VALUES (:account, 'Export', ${values})`
const someHash = `'${'c'.repeat(64)}'`
const hashOf = (words: string) => `encode(sha256(convert_to('${words}', 'UTF8')), 'hex')`

const attempts: Attempt[] = [
  [
    'a challenge of two things at once',
    'Challenge_one_target',
    insertChallenge('wording', '"statementId", "claimId"', ':statement, :claim'),
  ],
  ['a challenge of nothing', 'Challenge_one_target', insertChallenge('wording', '"state"', `'waiting'`)],
  ['to whom a claim was said', 'Challenge_kind_fits', insertChallenge('addressee', '"claimId"', ':claim')],
  ['the verdict of a statement', 'Challenge_kind_fits', insertChallenge('verdict', '"statementId"', ':statement')],
  ['the words of a verdict', 'Challenge_kind_fits', insertChallenge('wording', '"verdictId"', ':onClaim')],
  ['a challenge open that nobody looked at', 'Challenge_opened', change('challenge', `"state" = 'open'`)],
  ['a public challenge that waits again', 'Challenge_opened', change('openChallenge', `"state" = 'waiting'`)],
  ['a first look by nobody', 'Challenge_looked_whole', change('challenge', '"lookedAt" = now()')],
  [
    'a challenge public without a look',
    'Challenge_looked_whole',
    change('openChallenge', '"lookedAt" = NULL, "lookedById" = NULL'),
  ],
  [
    'a challenge not published, and no reason',
    'Challenge_unpublished_because',
    change('challenge', `"state" = 'not_published'`),
  ],
  [
    'a decision without a reason',
    'Challenge_resolved_whole',
    change('openChallenge', `"state" = 'not_upheld', "resolvedAt" = now(), "resolvedById" = :account`),
  ],
  [
    'a challenge upheld and nothing changed',
    'Challenge_resolved_whole',
    change(
      'openChallenge',
      `"state" = 'upheld', "resolvedAt" = now(), "resolvedById" = :account, "reason" = 'So it is'`,
    ),
  ],
  ['a reason of no decision', 'Challenge_resolved_whole', change('openChallenge', `"reason" = 'So it is'`)],
  ['a challenge taken back at no time', 'Challenge_withdrawn_whole', change('openChallenge', `"state" = 'withdrawn'`)],
  ['a challenge without words', 'Challenge_redacted_whole', change('challenge', `"body" = ''`)],
  [
    'words removed without a reason',
    'Challenge_redacted_whole',
    change('challenge', `"body" = '', "redactedAt" = now(), "redactedById" = :account`),
  ],
  [
    'words removed but for the name',
    'Challenge_redacted_whole',
    change(
      'challenge',
      `"body" = '', "name" = 'Ines', "redactedAt" = now(), "redactedById" = :account, "redactedReason" = 'A child'`,
    ),
  ],
  [
    'a form that was taken in twice',
    'Challenge_secretHash_key',
    change('challenge', `"secretHash" = '${'b'.repeat(64)}'`),
  ],
  ['an addition looked at by nobody', 'ChallengeWord_looked_whole', `UPDATE "ChallengeWord" SET "lookedAt" = now()`],
  [
    'an addition shown that nobody looked at',
    'ChallengeWord_shown_after_look',
    `UPDATE "ChallengeWord" SET "shown" = true`,
  ],
  [
    'a document with a day but no word on how exact it is',
    'Document_published_whole',
    `UPDATE "Document" SET "publishedPrecision" = NULL`,
  ],
  [
    'working for somebody from half a date',
    'SourceAffiliation_since_whole',
    `INSERT INTO "SourceAffiliation" ("sourceId", "bodyId", "since") VALUES (:source, :publisher, '2020-01-01')`,
  ],
  [
    'working for somebody until half a date',
    'SourceAffiliation_until_whole',
    `INSERT INTO "SourceAffiliation" ("sourceId", "bodyId", "untilPrecision") VALUES (:source, :publisher, 'year')`,
  ],
  [
    'working for somebody until before it began',
    'SourceAffiliation_order',
    `INSERT INTO "SourceAffiliation" ("sourceId", "bodyId", "since", "sincePrecision", "until", "untilPrecision") VALUES (:source, :publisher, '2020-01-01', 'year', '2019-01-01', 'year')`,
  ],
  [
    'somebody who works for themselves',
    'SourceAffiliation_elsewhere',
    `INSERT INTO "SourceAffiliation" ("sourceId", "bodyId") VALUES (:source, :source)`,
  ],
  [
    'a source merged into itself',
    'Source_merged_elsewhere',
    `UPDATE "Source" SET "mergedIntoId" = "id" WHERE "id" = :source`,
  ],
  ['a topic merged into itself', 'Topic_merged_elsewhere', `UPDATE "Topic" SET "mergedIntoId" = "id"`],
  [
    'a merge of one source',
    'SourceMerge_two',
    `INSERT INTO "SourceMerge" ("mergedId", "survivorId", "moved") VALUES (:source, :source, '{}')`,
  ],
  [
    'a merge of one topic',
    'TopicMerge_two',
    `INSERT INTO "TopicMerge" ("mergedId", "survivorId", "moved") VALUES (:topic, :topic, '{}')`,
  ],
  ['a claim merged into itself', 'Claim_merged_elsewhere', `UPDATE "Claim" SET "mergedIntoId" = "id"`],
  [
    'a merge of one claim',
    'ClaimMerge_two',
    `INSERT INTO "ClaimMerge" ("mergedId", "survivorId", "moved") VALUES (:claim, :claim, '{}')`,
  ],
  [
    'a claim that is merged twice',
    'ClaimMerge_standing',
    `INSERT INTO "ClaimMerge" ("mergedId", "survivorId", "moved") VALUES (:claim, :otherClaim, '{}'), (:claim, :otherClaim, '{}')`,
  ],
  [
    'two documents linked as copies in two orders',
    'DocumentCopy_order',
    `INSERT INTO "DocumentCopy" ("earlierId", "laterId", "likeness") VALUES (:document, :document, 1)`,
  ],
  [
    'two documents linked as copies twice',
    'DocumentCopy_earlierId_laterId_key',
    `WITH other AS (
       INSERT INTO "Document" ("title", "kind", "publisherId", "language", "textId")
       SELECT 'Copy', 'article', :source, 'en', "textId" FROM "Document" WHERE "id" = :document RETURNING "id")
     INSERT INTO "DocumentCopy" ("earlierId", "laterId", "likeness") SELECT :document, "id", 1 FROM other, generate_series(1, 2)`,
  ],
  [
    'one address twice for one document',
    'DocumentAddress_documentId_key_key',
    `INSERT INTO "DocumentAddress" ("documentId", "key") SELECT :document, 'coastwire.example/x' FROM generate_series(1, 2)`,
  ],
  [
    'two claims likened in two orders',
    'ClaimPair_order',
    `INSERT INTO "ClaimPair" ("earlierId", "laterId", "reason") VALUES (greatest(:claim, :otherClaim), least(:claim, :otherClaim), 'alike')`,
  ],
  [
    'two claims likened twice',
    'ClaimPair_earlierId_laterId_key',
    `INSERT INTO "ClaimPair" ("earlierId", "laterId", "reason") SELECT least(:claim, :otherClaim), greatest(:claim, :otherClaim), 'alike' FROM generate_series(1, 2)`,
  ],
  [
    'a source that is merged twice',
    'SourceMerge_standing',
    `INSERT INTO "SourceMerge" ("mergedId", "survivorId", "moved") VALUES (:source, :publisher, '{}'), (:source, :publisher, '{}')`,
  ],
  [
    'a topic that is merged twice',
    'TopicMerge_standing',
    `INSERT INTO "TopicMerge" ("mergedId", "survivorId", "moved") VALUES (:topic, :otherTopic, '{}'), (:topic, :otherTopic, '{}')`,
  ],
  [
    'two sources likened in two orders',
    'SourcePair_order',
    `INSERT INTO "SourcePair" ("earlierId", "laterId", "reason") VALUES (greatest(:source, :publisher), least(:source, :publisher), 'alike')`,
  ],
  [
    'two topics likened in two orders',
    'TopicPair_order',
    `INSERT INTO "TopicPair" ("earlierId", "laterId", "reason") VALUES (:otherTopic, :topic, 'alike')`,
  ],
  [
    'two sources likened twice',
    'SourcePair_earlierId_laterId_key',
    `INSERT INTO "SourcePair" ("earlierId", "laterId", "reason") SELECT least(:source, :publisher), greatest(:source, :publisher), 'alike' FROM generate_series(1, 2)`,
  ],
  [
    'two topics likened twice',
    'TopicPair_earlierId_laterId_key',
    `INSERT INTO "TopicPair" ("earlierId", "laterId", "reason") VALUES (:topic, :otherTopic, 'alike'), (:topic, :otherTopic, 'alike')`,
  ],
  [
    'one other name twice on one topic',
    'TopicAlias_topicId_folded_key',
    `INSERT INTO "TopicAlias" ("topicId", "name", "folded") VALUES (:topic, 'Port', 'port'), (:topic, 'PORT', 'port')`,
  ],
  ['a step with half a date', 'Hop_said_whole', `UPDATE "Hop" SET "saidOn" = '2024-03-12'`],
  [
    'a role that begins on half a date',
    'SourceRole_since_whole',
    `INSERT INTO "SourceRole" ("sourceId", "title", "since") VALUES (:source, 'mayor', '2020-01-01')`,
  ],
  [
    'a role that ends on half a date',
    'SourceRole_until_whole',
    `INSERT INTO "SourceRole" ("sourceId", "title", "untilPrecision") VALUES (:source, 'mayor', 'year')`,
  ],
  [
    'a role that ends before it begins',
    'SourceRole_order',
    `INSERT INTO "SourceRole" ("sourceId", "title", "since", "sincePrecision", "until", "untilPrecision") VALUES (:source, 'mayor', '2020-01-01', 'year', '2019-01-01', 'year')`,
  ],

  [
    'a document withdrawn without a reason',
    'Document_withdrawn',
    `UPDATE "Document" SET "state" = 'withdrawn', "withdrawnAt" = now()`,
  ],
  [
    'a document with a reason for withdrawing it that is not withdrawn',
    'Document_withdrawn',
    `UPDATE "Document" SET "withdrawnReason" = 'Wrong', "withdrawnAt" = now()`,
  ],
  [
    'a claim withdrawn without saying when',
    'Claim_withdrawn',
    `UPDATE "Claim" SET "state" = 'withdrawn', "withdrawnReason" = 'Wrong'`,
  ],
  ['a statement withdrawn without a reason', 'Statement_withdrawn', `UPDATE "Statement" SET "state" = 'withdrawn'`],
  ['a verdict withdrawn without a reason', 'Verdict_withdrawn', `UPDATE "Verdict" SET "state" = 'withdrawn'`],
  [
    'a verdict withdrawn without saying when',
    'Verdict_withdrawn',
    `UPDATE "Verdict" SET "state" = 'withdrawn', "withdrawnReason" = 'Wrong'`,
  ],
  ['a verdict sent back by nobody', 'Verdict_returned', `UPDATE "Verdict" SET "returnedReason" = 'Look again'`],
  [
    'a published verdict that was sent back',
    'Verdict_returned',
    `UPDATE "Verdict" SET "state" = 'published', "returnedReason" = 'Look again', "returnedAt" = now(), "returnedById" = :account`,
  ],
  [
    'a rating that takes a second report to say that something is so',
    'Rating_second_origin',
    `UPDATE "Rating" SET "requires" = 'second_origin' WHERE "id" = :trueRating`,
  ],

  ['a stored text with the hash of another', 'StoredText_hash', insertText(hashOf('Zoe'), '5')],
  ['a stored text that counts something else than characters', 'StoredText_length', insertText(hashOf('Zoë 🚢'), '6')],
  [
    'an empty stored text',
    'StoredText_length',
    `INSERT INTO "StoredText" ("content", "sha256", "codePoints") VALUES ('', ${hashOf('')}, 0)`,
  ],
  [
    'one text stored twice',
    'StoredText_sha256_key',
    `INSERT INTO "StoredText" ("content", "sha256", "codePoints") SELECT "content", "sha256", "codePoints" FROM "StoredText"`,
  ],

  ['a passage that ends before it begins', 'Span_order', `UPDATE "Span" SET "end" = "start"`],
  ['a passage before the text', 'Span_order', `UPDATE "Span" SET "start" = -1`],
  ['a statement that answers itself', 'Statement_answers_another', `UPDATE "Statement" SET "answersId" = "id"`],
  ['a Wikidata id that is none', 'Source_wikidata', `UPDATE "Source" SET "wikidataId" = '42' WHERE "id" = :source`],
  [
    'an address with capital letters, which would be a second account',
    'Account_email_folded',
    `UPDATE "Account" SET "email" = 'Edda@coastwire.example'`,
  ],

  ['a named step without a source', 'Hop_naming', insertHop('"naming"', `'named'`)],
  ['a described step without the description', 'Hop_naming', insertHop('"naming", "sourceId"', `'described', :source`)],
  ['an unstated step with a source', 'Hop_naming', insertHop('"naming", "sourceId"', `'unstated', :source`)],
  [
    'an unstated step with a description',
    'Hop_naming',
    insertHop('"naming", "description"', `'unstated', 'an official'`),
  ],
  [
    'an unnamed source of a body that nobody knows',
    'Hop_body_is_known',
    insertHop('"naming", "description", "bodyShown"', `'described', 'an official', true`),
  ],
  [
    'a named source told as a body',
    'Hop_body_is_known',
    insertHop('"naming", "sourceId", "bodyShown"', `'named', :source, true`),
  ],
  ['a step before the first', 'Hop_naming', `UPDATE "Hop" SET "position" = -1 WHERE "id" = :hop`],
  [
    'a step that took its words from its own statement',
    'Hop_upstream_elsewhere',
    `UPDATE "Hop" SET "upstreamId" = "statementId"`,
  ],

  ['a verdict on nothing', 'Verdict_target', insertVerdict('"axis"', `'attribution'`)],
  [
    'a verdict on two things at once',
    'Verdict_target',
    insertVerdict('"axis", "statementId", "hopId"', `'attribution', :other, :hop`),
  ],
  [
    'a verdict that says of a claim who said it',
    'Verdict_target',
    insertVerdict('"axis", "claimId"', `'attribution', :claim`),
  ],
  [
    'a verdict that says of a statement whether it is so',
    'Verdict_target',
    insertVerdict('"axis", "statementId"', `'accuracy', :other`),
  ],
  [
    'a second first verdict on a statement',
    'Verdict_first_on_statement',
    insertVerdict('"axis", "statementId"', `'attribution', :statement`),
  ],
  ['a second first verdict on a step', 'Verdict_first_on_hop', insertVerdict('"axis", "hopId"', `'attribution', :hop`)],
  [
    'a second first verdict on a claim',
    'Verdict_first_on_claim',
    insertVerdict('"axis", "claimId"', `'accuracy', :claim`),
  ],
  [
    'two verdicts that take the place of one',
    'Verdict_supersedesId_key',
    insertVerdict('"axis", "hopId", "supersedesId"', `'attribution', :hop, :onHop`),
  ],

  ['evidence that is nowhere', 'Evidence_passage_or_link', insertEvidence('"quote"', `'The quay is sinking'`)],
  [
    'evidence that is a passage and a link',
    'Evidence_passage_or_link',
    insertEvidence('"versionId", "start", "end", "url"', `:version, 0, 5, 'https://levels.example'`),
  ],
  ['evidence in half a passage', 'Evidence_passage_or_link', insertEvidence('"versionId", "start"', `:version, 0`)],
  [
    'evidence in a passage that ends before it begins',
    'Evidence_passage_or_link',
    insertEvidence('"versionId", "start", "end"', `:version, 5, 5`),
  ],
  [
    'two pieces of evidence in one place',
    'Evidence_verdictId_position_key',
    `INSERT INTO "Evidence" ("verdictId", "position", "kind", "stance", "title", "url") VALUES (:onClaim, 0, 'data', 'supports', 'Levels', 'https://levels.example')`,
  ],
  [
    'evidence in a passage without words',
    'Evidence_words',
    insertEvidence('"versionId", "start", "end", "quote"', `:version, 5, 9, ' […] '`),
  ],
  [
    'a statement of […] alone',
    'Statement_words',
    `UPDATE "Statement" SET "words" = '[…] [...]' WHERE "id" = :statement`,
  ],
  [
    'a note on words that nobody sees',
    'Note_words',
    insertNote('"versionId", "words"', `:version, U&'\\200b [ . . . ]\\00a0'`),
  ],
  ['an answer before the question', 'Reply_order', `UPDATE "Reply" SET "answeredOn" = '2024-03-01'`],
  ['the words of an answer that never came', 'Reply_order', `UPDATE "Reply" SET "words" = 'No comment'`],
  [
    'two replies on one verdict',
    'Reply_verdictId_key',
    `INSERT INTO "Reply" ("verdictId", "askedOn") VALUES (:onClaim, '2024-03-13')`,
  ],

  ['a note on nothing', 'Note_target', insertNote('"visibility"', `'internal'`)],
  ['a note on two things', 'Note_target', insertNote('"documentId", "claimId"', `:document, :claim`)],
  ['a note on a statement and a step of it', 'Note_target', insertNote('"statementId", "hopId"', `:statement, :hop`)],
  ['a note on a passage without its words', 'Note_passage', insertNote('"versionId"', `:version`)],
  ['a note on a claim with words of a text', 'Note_passage', insertNote('"claimId", "words"', `:claim, 'The quay'`)],
  [
    'a note for readers that has no day from which they saw it',
    'Note_published',
    insertNote('"claimId", "visibility"', `:claim, 'public'`),
  ],
  [
    'a note of the house with a day from which readers saw it',
    'Note_published',
    insertNote('"claimId", "publishedAt"', `:claim, now()`),
  ],
  ['a note withdrawn by nobody', 'Note_withdrawn', `UPDATE "Note" SET "withdrawnAt" = now()`],
  ['a reason for withdrawing a note that stands', 'Note_withdrawn', `UPDATE "Note" SET "withdrawnReason" = 'Wrong'`],
  [
    'a note for readers withdrawn without a reason',
    'Note_withdrawn',
    `UPDATE "Note" SET "visibility" = 'public', "publishedAt" = now(), "withdrawnAt" = now(), "withdrawnById" = :account`,
  ],
  ['a thread resolved by nobody', 'Note_resolved', `UPDATE "Note" SET "resolvedAt" = now()`],
  [
    'a reply resolved by itself',
    'Note_resolved',
    insertNote('"statementId", "parentId", "resolvedAt", "resolvedById"', `:statement, :note, now(), :account`),
  ],
  ['a note edited by nobody', 'Note_edited', `UPDATE "Note" SET "editedAt" = now()`],
  [
    'a noted passage that ends before it begins',
    'NoteSpan_order',
    `INSERT INTO "NoteSpan" ("noteId", "position", "start", "end") VALUES (:note, 3, 5, 5)`,
  ],
  [
    'two stretches of a noted passage in one place',
    'NoteSpan_noteId_position_key',
    `INSERT INTO "NoteSpan" ("noteId", "position", "start", "end") VALUES (:note, 0, 0, 5), (:note, 0, 6, 9)`,
  ],
  [
    'one colleague mentioned twice in one note',
    'NoteMention_noteId_accountId_key',
    `INSERT INTO "NoteMention" ("noteId", "accountId") VALUES (:note, :account), (:note, :account)`,
  ],

  [
    'two documents at one address',
    'Document_url_key',
    `INSERT INTO "Document" ("title", "kind", "publisherId", "language", "textId", "url") SELECT 'Again', 'article', :source, 'en', "textId", "url" FROM "Document"`,
  ],
  [
    'one text twice from one publisher',
    'Document_publisherId_textId_key',
    `INSERT INTO "Document" ("title", "kind", "publisherId", "language", "textId") VALUES ('Again', 'article', :publisher, 'en', :text)`,
  ],
  [
    'two first versions of a document',
    'Version_documentId_number_key',
    `INSERT INTO "Version" ("documentId", "number", "textId", "method") VALUES (:document, 1, :text, 'file')`,
  ],
  [
    'two sources with one Wikidata id',
    'Source_wikidataId_key',
    `INSERT INTO "Source" ("name", "folded", "kind", "wikidataId") VALUES ('Lena', 'lena', 'person', 'Q42')`,
  ],
  [
    'one alias twice on one source',
    'SourceAlias_sourceId_folded_key',
    `INSERT INTO "SourceAlias" ("sourceId", "name", "folded") VALUES (:source, 'L. OKAFOR', 'l. okafor')`,
  ],
  [
    'two passages of a statement in one place',
    'Span_statementId_position_key',
    `INSERT INTO "Span" ("statementId", "position", "start", "end") VALUES (:statement, 0, 0, 5)`,
  ],
  [
    'two steps of a statement in one place',
    'Hop_statementId_position_key',
    `UPDATE "Hop" SET "position" = 1 WHERE "id" = :hop`,
  ],
  ['one topic twice', 'Topic_folded_standing', `INSERT INTO "Topic" ("name", "folded") VALUES ('HARBOUR', 'harbour')`],
  [
    'two ratings of one scale with one name',
    'Rating_axis_slug_key',
    `INSERT INTO "Rating" ("axis", "slug", "label", "meaning", "tone", "position") VALUES ('accuracy', 'true', 'So', 'It is so.', 'good', 20)`,
  ],
  ['work on nothing', 'Work_target', `UPDATE "Work" SET "documentId" = NULL, "publisherId" = NULL`],
  ['work on two things', 'Work_target', `UPDATE "Work" SET "claimId" = :claim WHERE "documentId" = :document`],
  ['work on a document without its publisher', 'Work_publisher', `UPDATE "Work" SET "publisherId" = NULL`],
  ['a second look that nobody says why', 'Work_recheck', `UPDATE "Work" SET "recheckSince" = now()`],
  [
    'work on one document twice',
    'Work_documentId_key',
    `INSERT INTO "Work" ("documentId", "publisherId", "title", "state") VALUES (:document, :publisher, 'Again', 'draft')`,
  ],
  [
    'work on one claim twice',
    'Work_claimId_key',
    `INSERT INTO "Work" ("claimId", "title", "state") VALUES (:claim, 'Again', 'draft')`,
  ],
  [
    'two lists that somebody saved under one name',
    'SavedFilter_name',
    `INSERT INTO "SavedFilter" ("accountId", "name", "query") VALUES (:account, 'HARBOUR', 'view=mine')`,
  ],
  ['two annotations at one address', 'Annotation_name_key', insertAnnotation('quay')],
  ['an annotation sent to where a statement is', 'Annotation_name', insertAnnotation('statement-12')],
  ['an annotation at an address that needs encoding', 'Annotation_name', insertAnnotation('a quay')],
  [
    'an entry of the search that is of two things',
    'SearchEntry_target',
    `UPDATE "SearchEntry" SET "statementId" = :statement WHERE "claimId" = :claim`,
  ],
  ...(['documentId', 'statementId', 'claimId', 'sourceId'] as const).map((column): [string, string, string] => [
    `two entries of the search for one thing (${column})`,
    `SearchEntry_${column}_key`,
    `INSERT INTO "SearchEntry" ("${column}", "isPublic", "words") SELECT "${column}", true, '' FROM "SearchEntry" WHERE "${column}" IS NOT NULL LIMIT 1`,
  ]),
  [
    'a change of many things that nobody undid but is undone',
    'BulkChange_undone',
    `UPDATE "BulkChange" SET "undoneAt" = now() WHERE "id" = :bulk`,
  ],
  ['a correction of nothing', 'Correction_target', insertCorrection('"accountId"', ':account')],
  ['a correction of two things', 'Correction_target', insertCorrection('"documentId", "claimId"', ':document, :claim')],
  ['a correction of a statement on no page', 'Correction_target', insertCorrection('"statementId"', ':statement')],
  [
    'a place in a later text of two things',
    'Reanchoring_is_of_one_thing',
    insertPlace('"statementId", "noteId"', ':other, :note'),
  ],
  [
    'a decision about a place at no time',
    'Reanchoring_says_when_settled',
    insertPlace('"statementId", "settlement"', `:other, 'kept'`),
  ],
  [
    'two places of a statement in one text',
    'Reanchoring_statementId_versionId_key',
    insertPlace('"statementId"', ':statement'),
  ],
  [
    'two places of evidence in one text',
    'Reanchoring_evidenceId_versionId_key',
    insertPlace('"evidenceId"', ':evidence'),
  ],
  ['two places of a note in one text', 'Reanchoring_noteId_versionId_key', insertPlace('"noteId"', ':note')],
  ['two readings of one version', 'Reading_versionId_key', `INSERT INTO "Reading" ("versionId") VALUES (:version)`],
  ['a reading under way that nobody is at', 'Reading_held', `UPDATE "Reading" SET "state" = 'reading'`],
  ['a reading that is further than its end', 'Reading_progress', `UPDATE "Reading" SET "progress" = 101`],
  ['one passage suggested twice', 'Suggestion_versionId_place_key', insertSuggestion('"place"', `'0-4'`)],
  [
    'two suggestions accepted as one statement',
    'Suggestion_statementId_key',
    insertSuggestion('"place", "state", "statementId", "decidedAt"', `'5-9', 'accepted', :other, now()`),
  ],
  [
    'a suggestion accepted without its statement',
    'Suggestion_decided',
    insertSuggestion('"place", "state", "decidedAt"', `'5-9', 'accepted', now()`),
  ],
  [
    'a suggestion dismissed for a reason, and not dismissed',
    'Suggestion_says_why_dismissed',
    insertSuggestion('"place", "dismissedFor"', `'5-9', 'not_said'`),
  ],
  [
    'a suggestion accepted with other words, and not accepted',
    'Suggestion_mended_is_accepted',
    insertSuggestion('"place", "mended"', `'5-9', true`),
  ],
  ['two choices of what is shown', 'ShownSuggestions_is_one', `INSERT INTO "ShownSuggestions" ("id") VALUES (2)`],
  ['a suggestion that is more than sure', 'Suggestion_confidence', `UPDATE "Suggestion" SET "confidence" = 1.1`],
  [
    'an invitation whose secret is stored as it is',
    'Invitation_hashed',
    insertInvitation('"email", "hash"', `'ben@coastwire.example', 'a-secret'`),
  ],
  [
    'two invitations with one secret',
    'Invitation_hash_key',
    insertInvitation('"email", "hash"', `'ben@coastwire.example', '${'a'.repeat(64)}'`),
  ],
  [
    'an invitation of an address with capital letters',
    'Invitation_email_folded',
    insertInvitation('"email", "hash"', `'Ben@coastwire.example', ${someHash}`),
  ],
  [
    'a second open invitation of one address',
    'Invitation_open_email',
    insertInvitation('"email", "hash"', `'ines@coastwire.example', ${someHash}`),
  ],
  [
    'an invitation that was used by nobody',
    'Invitation_ended_once',
    `UPDATE "Invitation" SET "usedAt" = now() WHERE "usedAt" IS NULL`,
  ],
  [
    'an invitation that was used and taken back',
    'Invitation_ended_once',
    `UPDATE "Invitation" SET "revokedAt" = now() WHERE "usedAt" IS NOT NULL`,
  ],
  [
    'two invitations by which one account came',
    'Invitation_accountId_key',
    insertInvitation('"email", "hash", "usedAt", "accountId"', `'ben@coastwire.example', ${someHash}, now(), :account`),
  ],
  ['a reset link whose secret is stored as it is', 'Reset_hashed', `UPDATE "Reset" SET "hash" = 'a-secret'`],
  [
    'two reset links with one secret',
    'Reset_hash_key',
    `INSERT INTO "Reset" ("accountId", "hash", "expiresAt", "revokedAt") SELECT "accountId", "hash", now(), now() FROM "Reset"`,
  ],
  [
    'a second open reset link of an account',
    'Reset_open_account',
    `INSERT INTO "Reset" ("accountId", "hash", "expiresAt") VALUES (:account, ${someHash}, now())`,
  ],
  [
    'a reset link that was used and made void',
    'Reset_ended_once',
    `UPDATE "Reset" SET "usedAt" = now(), "revokedAt" = now()`,
  ],
  [
    'one kind of sign-in counted in two rows for one hour',
    'SignIn_key_key',
    `INSERT INTO "SignIn" ("key", "kind", "network", "firstAt", "lastAt")
     SELECT 'one', 'link', 'net', now(), now() FROM generate_series(1, 2)`,
  ],
  ['times said twice to be UTC’s', 'TimesInUtc_is_one', `INSERT INTO "TimesInUtc" ("id", "since") VALUES (2, now())`],
  ['a token that is stored as it is', 'Token_hashed', `UPDATE "Token" SET "hash" = 'onr_a-secret'`],
  [
    'one token twice',
    'Token_hash_key',
    insertToken('"scopes", "hash", "expiresAt"', `'{read}', '${'a'.repeat(64)}', now() + INTERVAL '1 day'`),
  ],
  ['a token that may not even read', 'Token_reads', `UPDATE "Token" SET "scopes" = '{write}'`],
  ['a token that may nothing', 'Token_reads', `UPDATE "Token" SET "scopes" = '{}'`],
  ['a token for more than a year', 'Token_ends', `UPDATE "Token" SET "expiresAt" = now() + INTERVAL '2 years'`],
  ['a token that ended before it began', 'Token_ends', `UPDATE "Token" SET "expiresAt" = "createdAt"`],
  [
    'a job of two import items',
    'ImportItem_jobId_key',
    `INSERT INTO "ImportItem" ("importId", "jobId", "name", "url") SELECT "importId", "jobId", 'twice', 'x' FROM "ImportItem"`,
  ],
  [
    'one feed watched twice',
    'WatchedFeed_key_key',
    `INSERT INTO "Job" ("id", "kind") VALUES (9999, 'look_at_feed');
     INSERT INTO "WatchedFeed" ("url", "key", "accountId", "jobId") SELECT "url", "key", "accountId", 9999 FROM "WatchedFeed"`,
  ],
  [
    'one job of two feeds',
    'WatchedFeed_jobId_key',
    `INSERT INTO "WatchedFeed" ("url", "key", "accountId", "jobId") SELECT "url", 'other', "accountId", "jobId" FROM "WatchedFeed"`,
  ],
  [
    'an article of a feed remembered twice',
    'FeedEntry_feedId_key_key',
    `INSERT INTO "FeedEntry" ("feedId", "key") SELECT "feedId", "key" FROM "FeedEntry"`,
  ],
  [
    'two originals of one version',
    'Original_versionId_key',
    `INSERT INTO "Original" ("versionId", "sha256", "size", "name")
      SELECT (SELECT min("id") FROM "Version"), repeat('a', 64), 1, 'quay.txt' FROM generate_series(1, 2)`,
  ],
  [
    'two originals that one job draws',
    'Original_drawJobId_key',
    `INSERT INTO "Job" ("kind", "lane") VALUES ('draw_page', 'browser');
     INSERT INTO "Original" ("drawJobId", "sha256", "size", "name")
      SELECT max("id"), repeat('a', 64), 1, 'quay.txt' FROM "Job", generate_series(1, 2) GROUP BY generate_series`,
  ],
  [
    'half of a text that was found',
    'Refetch_found_whole',
    `INSERT INTO "Refetch" ("documentId", "dueAt", "found", "foundAt") SELECT "id", now(), 'a', now() FROM "Document" LIMIT 1`,
  ],
  [
    'a link that is kept in two places',
    'Snapshot_url_key',
    `INSERT INTO "Job" ("kind", "lane") VALUES ('keep_link', 'a'), ('keep_link', 'a');
     INSERT INTO "Snapshot" ("url", "jobId") SELECT 'https://a.example', "id" FROM "Job" WHERE "lane" = 'a'`,
  ],
  [
    'two links that one job keeps',
    'Snapshot_jobId_key',
    `INSERT INTO "Job" ("kind", "lane") VALUES ('keep_link', 'a');
     INSERT INTO "Snapshot" ("url", "jobId") SELECT url, max("id") FROM "Job", unnest(ARRAY['https://a.example', 'https://b.example']) url GROUP BY url`,
  ],
  ['an import item of nothing', 'ImportItem_is_of_something', `UPDATE "ImportItem" SET "content" = NULL`],
  ['a job that runs and nobody holds', 'Job_running_is_held', `UPDATE "Job" SET "holder" = NULL`],
  [
    'two jobs that ask one site at once',
    'Job_running_in_lane',
    `INSERT INTO "Job" ("kind", "state", "lane", "heldUntil", "holder") VALUES ('import_item', 'running', 'site a', now(), 'two')`,
  ],
  [
    'two sessions that pages call the same',
    'session_number_key',
    `INSERT INTO "session" ("sid", "sess", "expire", "number") VALUES ('two', '{}', now(), 4711)`,
  ],
  [
    'one form’s words kept twice for one account',
    'Draft_accountId_address_form_secret_key',
    `INSERT INTO "Draft" ("accountId", "address", "form", "action", "values", "pageTitle")
      SELECT :account, '/page', 'note@claim-1', '/action', '{}', 'Page' FROM generate_series(1, 2)`,
  ],
  [
    'one form done twice',
    'Submission_accountId_key_key',
    `INSERT INTO "Submission" ("accountId", "key", "body", "claimedAt") SELECT :account, 'k', 'b', now() FROM generate_series(1, 2)`,
  ],
  [
    'an answer that does not say how it was',
    'Submission_settled',
    `INSERT INTO "Submission" ("accountId", "key", "body", "claimedAt", "settledAt") VALUES (:account, 'k', 'b', now(), now())`,
  ],
  [
    'two accounts with one address',
    'Account_email_key',
    `INSERT INTO "Account" ("email", "name", "handle", "role", "passwordHash") SELECT "email", 'Edda', 'edda', 'admin', '' FROM "Account"`,
  ],
  [
    'a second account that mentions call the same',
    'Account_handle_key',
    `INSERT INTO "Account" ("email", "name", "handle", "role", "passwordHash") SELECT 'other@coastwire.example', 'Edda', "handle", 'admin', '' FROM "Account"`,
  ],
]

for (const [rule, constraint, sql] of attempts) {
  test(`the database refuses ${rule}`, async () => {
    const error = await refusalOf(sql)
    assert.equal(error?.constraint, constraint, error?.message ?? 'it was accepted')
  })
}

test('every rule that the migrations write is broken by one of these attempts', async () => {
  const { rows } = await database.pool.query<{ name: string }>(`
    SELECT conname AS name FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace
    UNION
    SELECT relname FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
    WHERE indisunique AND NOT indisprimary AND relnamespace = 'public'::regnamespace`)
  const written = rows.map(({ name }) => name).sort()
  assert.deepEqual([...new Set(attempts.map(([, constraint]) => constraint))].sort(), written)
})

for (const [rule, constraint, sql] of [
  [
    'a statement without its place in the text',
    'Statement_spans',
    `DELETE FROM "Span" WHERE "statementId" = :statement`,
  ],
  [
    'a new statement without a place',
    'Statement_spans',
    `INSERT INTO "Statement" ("versionId", "words", "mode") VALUES (:version, 'The quay', 'direct')`,
  ],
  ['a note on words without a place', 'Note_spans', insertNote('"versionId", "words"', `:version, 'The quay'`)],
] as const) {
  test(`the database refuses ${rule}`, async () => {
    assert.equal((await refusalOf(`SET CONSTRAINTS ALL IMMEDIATE; ${sql}`))?.constraint, constraint)
  })
}

for (const [rule, sql] of [
  ['that is on another thing than its thread', insertNote('"parentId", "claimId"', ':note, :claim')],
  ['to a reply', insertNote('"parentId", "statementId"', ':reply, :statement')],
  [
    'for readers in a thread of the house',
    insertNote('"parentId", "statementId", "visibility", "publishedAt"', `:note, :statement, 'public', now()`),
  ],
] as const) {
  test(`the database refuses a reply ${rule}`, async () => {
    assert.equal((await refusalOf(sql))?.constraint, 'Note_thread')
  })
}

const uses: [thing: string, table: string, name: string][] = [
  ['a document that has a history', 'Document', 'document'],
  ['a text that a document prints', 'StoredText', 'text'],
  ['a version with statements', 'Version', 'version'],
  ['a statement with a verdict', 'Statement', 'statement'],
  ['a claim that a statement makes', 'Claim', 'claim'],
  ['a verdict that has a history', 'Verdict', 'onStatement'],
  ['a verdict that was superseded', 'Verdict', 'onHop'],
  ['a step with a verdict', 'Hop', 'hop'],
  ['a source that is quoted', 'Source', 'source'],
  ['a publisher', 'Source', 'publisher'],
  ['a note that has a history', 'Note', 'note'],
  ['a rating that was given', 'Rating', 'trueRating'],
  ['a claim that was challenged', 'Claim', 'claim'],
  ['an account that did something', 'Account', 'account'],
]

for (const [thing, table, name] of uses) {
  test(`${thing} cannot be deleted`, async () => {
    const error = await refusalOf(`DELETE FROM "${table}" WHERE "id" = :${name}`)
    assert.match(error?.code ?? 'it was accepted', /^(23503|23001)$/, error?.message)
  })
}

test('a challenge is never deleted, and one that readers have seen stays public', async () => {
  assert.match((await refusalOf(`DELETE FROM "Challenge"`))?.message ?? '', /Challenges are never deleted/)
  const hidden = change('openChallenge', `"openedAt" = NULL, "state" = 'waiting'`)
  assert.match((await refusalOf(hidden))?.message ?? '', /What readers have seen of a challenge stays public/)
})

test('what happened can be neither changed nor deleted', async () => {
  for (const sql of [
    `UPDATE "Event" SET "action" = 'nothing'`,
    `DELETE FROM "Event"`,
    `DELETE FROM "Event" WHERE "id" = -1`,
  ]) {
    assert.match((await refusalOf(sql))?.message ?? '', /Events are never changed or deleted/, sql)
  }
})

test('what happened cannot be emptied out at once either', async () => {
  assert.match((await refusalOf(`TRUNCATE "Event"`))?.message ?? '', /Events are never changed or deleted/)
})

type Refusal = { message: string; code?: string; constraint?: string }

/** What the database answers to this SQL; nothing of it is kept. */
async function refusalOf(sql: string): Promise<Refusal | undefined> {
  const client = await database.pool.connect()
  try {
    await client.query('BEGIN')
    await client.query(sql.replace(/(?<!:):(\w+)/g, (_, name: string) => String(world[name])))
    return undefined
  } catch (error) {
    return error as Refusal
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
}
