import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { OpenDatabase } from '../src/database/connect.ts'
import { openTestDatabase } from './support/database.ts'
import { giveVerdictOn, makeAccount, makeDocument, noteOn, recordOn, stateClaim } from './support/world.ts'

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
  const claim = await stateClaim(db, statement.id, { topics: 'Harbour' })
  const onClaim = await giveVerdictOn(db, { claimId: claim.id }, { by: account.id, askedOn: '2024-03-13' })
  const onStatement = await giveVerdictOn(db, { statementId: statement.id }, { by: account.id })
  const hop = statement.hops[0]
  assert.ok(hop)
  const onHop = await giveVerdictOn(db, { hopId: hop.id }, { by: account.id })
  const onHopAgain = await giveVerdictOn(db, { hopId: hop.id }, { by: account.id, supersedesId: onHop.id })
  const note = await noteOn(db, { statementId: statement.id }, { by: account.id })
  const version = await db.version.findFirstOrThrow({ where: { documentId: document.id } })
  const { sourceId } = hop
  assert.ok(sourceId)
  await db.source.update({
    where: { id: sourceId },
    data: { wikidataId: 'Q42', aliases: { create: { name: 'L. Okafor', folded: 'l. okafor' } } },
  })
  await db.evidence.create({
    data: {
      verdictId: onClaim.id,
      position: 0,
      kind: 'data',
      stance: 'supports',
      title: 'Levels',
      url: 'https://levels.example',
    },
  })
  const suggested = { versionId: version.id, start: 0, found: {}, confidence: 0.9, place: '0-4' }
  const accepted = { state: 'accepted', statementId: other.id, decidedAt: new Date() } as const
  await db.suggestion.create({ data: { ...suggested, ...accepted } })
  await db.reading.create({ data: { versionId: version.id } })
  await db.savedFilter.create({ data: { accountId: account.id, name: 'Harbour', query: 'view=open' } })
  const changed = { action: 'priority', summary: 'made urgent', query: '', changes: {}, count: 1 }
  const bulk = await db.bulkChange.create({ data: { accountId: account.id, ...changed } })
  world = {
    account: account.id,
    document: document.id,
    text: document.textId,
    publisher: document.publisherId,
    version: version.id,
    statement: statement.id,
    other: other.id,
    claim: claim.id,
    onClaim: onClaim.id,
    onStatement: onStatement.id,
    onHop: onHop.id,
    onHopAgain: onHopAgain.id,
    hop: hop.id,
    source: sourceId,
    note: note.id,
    bulk: bulk.id,
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
const insertCorrection = (columns: string, values: string) =>
  `INSERT INTO "Correction" ("reason", ${columns}) VALUES ('It was wrong', ${values})`
const insertEvidence = (columns: string, values: string) =>
  `INSERT INTO "Evidence" ("verdictId", "position", "kind", "stance", "title", ${columns})
   VALUES (:onClaim, 7, 'data', 'supports', 'Levels', ${values})`
const insertNote = (columns: string, values: string) =>
  `INSERT INTO "Note" ("kind", "body", "accountId", ${columns}) VALUES ('comment', 'Ask again', :account, ${values})`
const insertText = (hash: string, length: string) =>
  `INSERT INTO "StoredText" ("content", "sha256", "codePoints") VALUES ('Zoë 🚢', ${hash}, ${length})`
const hashOf = (words: string) => `encode(sha256(convert_to('${words}', 'UTF8')), 'hex')`

const attempts: Attempt[] = [
  [
    'a document with a day but no word on how exact it is',
    'Document_published_whole',
    `UPDATE "Document" SET "publishedPrecision" = NULL`,
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
  ['an answer before the question', 'Reply_order', `UPDATE "Reply" SET "answeredOn" = '2024-03-01'`],
  ['the words of an answer that never came', 'Reply_order', `UPDATE "Reply" SET "words" = 'No comment'`],
  [
    'two replies on one verdict',
    'Reply_verdictId_key',
    `INSERT INTO "Reply" ("verdictId", "askedOn") VALUES (:onClaim, '2024-03-13')`,
  ],

  ['a note on nothing', 'Note_target', insertNote('"visibility"', `'internal'`)],
  ['a note on two things', 'Note_target', insertNote('"documentId", "claimId"', `:document, :claim`)],

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
  ['one topic twice', 'Topic_folded_key', `INSERT INTO "Topic" ("name", "folded") VALUES ('HARBOUR', 'harbour')`],
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
  [
    'a change of many things that nobody undid but is undone',
    'BulkChange_undone',
    `UPDATE "BulkChange" SET "undoneAt" = now() WHERE "id" = :bulk`,
  ],
  ['a correction of nothing', 'Correction_target', insertCorrection('"accountId"', ':account')],
  ['a correction of two things', 'Correction_target', insertCorrection('"documentId", "claimId"', ':document, :claim')],
  ['a correction of a statement on no page', 'Correction_target', insertCorrection('"statementId"', ':statement')],
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
  ['a suggestion that is more than sure', 'Suggestion_confidence', `UPDATE "Suggestion" SET "confidence" = 1.1`],
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
  ['an account that did something', 'Account', 'account'],
]

for (const [thing, table, name] of uses) {
  test(`${thing} cannot be deleted`, async () => {
    const error = await refusalOf(`DELETE FROM "${table}" WHERE "id" = :${name}`)
    assert.match(error?.code ?? 'it was accepted', /^(23503|23001)$/, error?.message)
  })
}

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
