import type pg from 'pg'

/*
 * Every text column of the desk is listed here: either readers may read it wherever the thing is public, or it is
 * internal in certain rows, so that a test can plant a secret in exactly those. A new column fails the test until
 * somebody says who may read it.
 */

/** A word that is in every secret and nowhere else: a search for it must find nothing. */
export const word = 'marmalade'

const publicDocument = 'SELECT "id" FROM "public_document"'
const publicStatement = 'SELECT "id" FROM "public_statement"'
const publicClaim = 'SELECT "id" FROM "public_claim"'
const publicSource = `
  SELECT "id" FROM "public_source" UNION
  SELECT "publisherId" FROM "Document" WHERE "state" = 'withdrawn' UNION
  SELECT "addresseeSourceId" FROM "Hop" WHERE "addresseeSourceId" IS NOT NULL AND "statementId" IN (${publicStatement}) UNION
  SELECT "id" FROM "Source" WHERE "mergedIntoId" IS NOT NULL`
/** The sources that were promised anonymity, by their names, so that no rule of the desk decides which they are. */
const promised = `SELECT "id" FROM "Source" WHERE "folded" LIKE 'promised %'`
const publicTopic = `
  SELECT "id" FROM "public_topic" UNION
  SELECT "id" FROM "Topic" WHERE "mergedIntoId" IS NOT NULL`
const notIn = (ids: string, column = 'id') => `"${column}" NOT IN (${ids})`
const hiddenVerdict = 'SELECT "id" FROM "Verdict" WHERE "id" NOT IN (SELECT "id" FROM "public_verdict_here")'
const everywhere = 'TRUE'

/** Everybody may read the outcome of a public challenge. */
const notTold = `"action" NOT IN ('challenge_opened', 'challenge_upheld', 'challenge_partly_upheld', 'challenge_not_upheld', 'challenge_reopened')`
/** Nobody is told that something was withdrawn which was never public, nor why. */
const ofUnseen = `(
  "claimId" IN (SELECT "id" FROM "Claim" WHERE "publishedAt" IS NULL) OR
  "statementId" IN (SELECT "id" FROM "Statement" WHERE "publishedAt" IS NULL) OR
  "verdictId" IN (SELECT "id" FROM "Verdict" WHERE "publishedAt" IS NULL) OR
  "noteId" IS NOT NULL)`

type Field = { table: string; column: string; where: string; shape?: Shape }
/** The format of a secret that the column accepts. */
type Shape = 'text' | 'list' | 'json' | 'url' | 'email' | 'wikidata' | 'unique'

function fields(table: string, where: string, columns: Record<string, Shape>): Field[] {
  return Object.entries(columns).map(([column, shape]) => ({ table, column, where, shape }))
}

/** Columns that are internal, and in which rows. */
export const secretFields: Field[] = [
  // First: if a rule took them for public, secrets planted by the rules below would not change them.
  ...fields('SourceAlias', `"sourceId" IN (${promised})`, { name: 'text', folded: 'text' }),
  ...fields('SourceRole', `"sourceId" IN (${promised})`, { title: 'text', folded: 'text' }),
  ...fields('Source', `"id" IN (${promised})`, { name: 'text', description: 'text', wikidataId: 'wikidata' }),
  ...fields('Account', everywhere, { email: 'email', passwordHash: 'text' }),
  ...fields('Annotation', '"publishedAt" IS NULL', { content: 'json', givenId: 'url' }),
  ...fields('AnnotationTarget', '"annotationId" IN (SELECT "id" FROM "Annotation" WHERE "publishedAt" IS NULL)', {
    iri: 'url',
    exact: 'text',
  }),
  ...fields('BulkChange', everywhere, { action: 'text', summary: 'text', query: 'text', changes: 'json' }),
  ...fields('Challenge', `"state" IN ('waiting', 'not_published')`, {
    body: 'text',
    shows: 'text',
    name: 'text',
    challenged: 'text',
  }),
  ...fields('Challenge', `"state" = 'not_published'`, { unpublishedReason: 'text' }),
  ...fields('ChallengeWord', 'NOT "shown"', { body: 'text' }),
  ...fields('Claim', `${notIn(publicClaim)} AND "publishedAt" IS NULL`, { sentence: 'text' }),
  ...fields('Claim', `"state" = 'withdrawn' AND "publishedAt" IS NULL`, { withdrawnReason: 'text' }),
  ...fields('Correction', `"documentId" IS NOT NULL AND "documentId" NOT IN (${publicDocument})`, {
    reason: 'text',
    before: 'json',
    after: 'json',
  }),
  ...fields('Document', `"state" IN ('draft', 'in_review')`, { title: 'text' }),
  ...fields('Document', notIn(publicDocument), { url: 'url', authors: 'list' }),
  ...fields('DocumentAddress', everywhere, { key: 'unique' }),
  ...fields('Draft', everywhere, {
    address: 'text',
    action: 'text',
    values: 'json',
    pageTitle: 'text',
    secret: 'text',
  }),
  ...fields('Event', `"action" !~ '_(published|corrected|withdrawn)$' AND ${notTold}`, {
    before: 'json',
    after: 'json',
  }),
  ...fields('Event', `"action" LIKE '%\\_withdrawn' AND ${ofUnseen}`, { before: 'json', after: 'json' }),
  ...fields('Evidence', `"verdictId" IN (${hiddenVerdict})`, { title: 'text', publisher: 'text', reliability: 'text' }),
  ...fields('Evidence', `"verdictId" IN (${hiddenVerdict}) AND "url" IS NOT NULL`, { url: 'url', archiveUrl: 'url' }),
  ...fields('Evidence', `"verdictId" IN (${hiddenVerdict}) AND "quote" IS NOT NULL`, { quote: 'text' }),
  ...fields('Evidence', `"versionId" IN (SELECT "id" FROM "Version" WHERE ${notIn(publicDocument, 'documentId')})`, {
    title: 'text',
    quote: 'text',
    reliability: 'text',
  }),
  ...fields('Guess', everywhere, { key: 'unique' }),
  ...fields('Hop', notIn(publicStatement, 'statementId'), {
    anonymityReason: 'text',
    knowledgeBasis: 'text',
    cue: 'text',
    addressee: 'text',
    place: 'text',
    medium: 'text',
    translatedBy: 'text',
  }),
  ...fields('Hop', `${notIn(publicStatement, 'statementId')} AND "naming" = 'described'`, { description: 'text' }),
  ...fields('Import', everywhere, { name: 'text', publisher: 'text' }),
  ...fields('ImportItem', everywhere, { name: 'text', url: 'url', facts: 'json', remarks: 'list' }),
  ...fields('Job', everywhere, { lane: 'text', problem: 'text' }),
  ...fields('Intake', everywhere, {
    name: 'text',
    url: 'url',
    fields: 'json',
    exchange: 'json',
    leftOut: 'list',
    remarks: 'list',
  }),
  ...fields('Refetch', everywhere, {
    etag: 'text',
    lastModified: 'text',
    problem: 'text',
    foundText: 'text',
    foundName: 'text',
    foundExchange: 'json',
  }),
  ...fields('Snapshot', everywhere, { url: 'unique' }),
  ...fields('Original', everywhere, { name: 'text', mediaType: 'text', url: 'url', exchange: 'json' }),
  ...fields('Invitation', everywhere, { email: 'email', name: 'text' }),
  ...fields('Note', `"visibility" = 'internal' OR "withdrawnAt" IS NOT NULL`, { body: 'text' }),
  ...fields('Note', `"visibility" = 'internal' AND "versionId" IS NOT NULL AND "parentId" IS NULL`, { words: 'text' }),
  ...fields('Note', `"visibility" = 'internal' AND "withdrawnAt" IS NOT NULL`, { withdrawnReason: 'text' }),
  ...fields('Reading', everywhere, { notice: 'text', problem: 'text' }),
  ...fields('Reanchoring', `"statementId" IS NULL OR ${notIn(publicStatement, 'statementId')}`, {
    was: 'text',
    words: 'text',
  }),
  ...fields('Reply', `"verdictId" IN (${hiddenVerdict})`, { words: 'text' }),
  ...fields('SavedFilter', everywhere, { name: 'text', query: 'text' }),
  ...fields('Source', notIn(publicSource), {
    name: 'text',
    folded: 'text',
    description: 'text',
    wikidataId: 'wikidata',
  }),
  ...fields('SourceAlias', notIn(publicSource, 'sourceId'), { name: 'text', folded: 'text' }),
  ...fields('ClaimMerge', everywhere, { moved: 'json' }),
  ...fields('ClaimPair', everywhere, { reason: 'text' }),
  ...fields('SourceMerge', everywhere, { moved: 'json' }),
  ...fields('SourcePair', everywhere, { reason: 'text' }),
  ...fields('SourceRole', notIn(publicSource, 'sourceId'), { title: 'text', folded: 'text' }),
  ...fields('Statement', `${notIn(publicStatement)} AND "publishedAt" IS NULL`, { words: 'text' }),
  ...fields('Statement', `"state" = 'withdrawn' AND "publishedAt" IS NULL`, { withdrawnReason: 'text' }),
  ...fields('Submission', everywhere, { location: 'text', notice: 'text', answer: 'text' }),
  ...fields('Token', everywhere, { name: 'text' }),
  ...fields('Topic', notIn(publicTopic), { name: 'text', folded: 'unique', description: 'text' }),
  ...fields('TopicAlias', notIn(publicTopic, 'topicId'), { name: 'text', folded: 'text' }),
  ...fields('TopicMerge', everywhere, { moved: 'json' }),
  ...fields('TopicPair', everywhere, { reason: 'text' }),
  ...fields('Verdict', `"id" IN (${hiddenVerdict})`, { reasons: 'text', checked: 'list' }),
  ...fields('Verdict', everywhere, { leftOpen: 'list' }),
  ...fields('Verdict', `"returnedAt" IS NOT NULL`, { returnedReason: 'text' }),
  ...fields('Verdict', `"state" = 'withdrawn' AND "publishedAt" IS NULL`, { withdrawnReason: 'text' }),
  ...fields('Version', everywhere, { originalName: 'text' }),
  ...fields('FeedEntry', everywhere, { key: 'unique' }),
  ...fields('WatchedFeed', everywhere, {
    url: 'url',
    title: 'text',
    publisher: 'text',
    problem: 'text',
    etag: 'text',
    lastModified: 'text',
    key: 'unique',
  }),
  ...fields('Work', '"recheckSince" IS NOT NULL', { recheckReason: 'text' }),
  ...fields('SignIn', everywhere, { key: 'unique', network: 'text', about: 'text', browser: 'text', typed: 'text' }),
  ...fields('session', everywhere, { sess: 'json', browser: 'text' }),
]

/** Columns that readers may read, or that contain nobody's words, with the reason. */
export const openFields: Record<string, string> = {
  'Account.name': 'who publishes or judges is named',
  'Account.handle': 'a mention in a public note is',
  'Account.ownKeys': 'letters of a keyboard',
  'Annotation.name': 'an address',
  'ClaimSigns.folded': 'a sum',
  'ClaimSigns.stems': 'words of a sentence that is planted',
  'Challenge.secretHash': 'a sum',
  'Challenge.reason': 'why it was decided so is told to all',
  'Challenge.changed': 'what was changed because of it is told to all',
  'Challenge.redactedReason': 'why words were removed is told to all',
  'Document.language': 'one of a list',
  'Document.withdrawnReason': 'told for ever',
  'Draft.action': 'an address',
  'Draft.form': 'the name of a form, with the number of a thing',
  'Event.action': 'one of a list',
  'Hop.spokenLanguage': 'one of a list',
  'Invitation.hash': 'a sum',
  'Job.holder': 'a secret of the run that it belongs to',
  'Original.sha256': 'a sum',
  'OriginalBytes.sha256': 'a sum',
  'DecidedCount.rule': 'a rule of the desk',
  'DecidedCount.cue': 'a verb of a text that is planted',
  'Rating.slug': 'the scale is public',
  'Rating.label': 'the scale is public',
  'Rating.meaning': 'the scale is public',
  'Rating.checklist': 'the scale is public',
  'Refetch.known': 'a sum',
  'Refetch.found': 'a sum, with which an editor says which text was seen',
  'Reset.hash': 'a sum',
  'StatementFacts.originKey': 'numbers',
  'SearchEntry.marks': 'numbers, and words of descriptions that are planted',
  'StoredText.sha256': 'a sum; the text itself is planted at import',
  'StoredText.content': 'planted at import, since it is never changed',
  'Submission.key': 'a sum',
  'Submission.body': 'a sum',
  'Submission.form': 'a sum',
  'Suggestion.alike': 'numbers of claims, and words of a text that is planted',
  'Suggestion.found': 'of a text that is planted',
  'Suggestion.place': 'numbers',
  'Token.hash': 'a sum',
  'Work.title': 'mirrors a title or sentence that is planted',
  'session.sid': 'a secret of its own kind: test/sign-in.test.ts',
}

/** Every column that holds words. */
export async function listTextColumns(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(`
    SELECT table_name || '.' || column_name AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name !~ '^(_prisma|_on_record|public_)'
      AND (data_type IN ('text', 'json', 'jsonb', 'character varying', 'character') OR udt_name = '_text')
    ORDER BY 1`)
  return rows.map(({ name }) => name)
}

/** Tables whose rows the database does not let anybody change; nothing else is computed from their words. */
const final = ['Event', 'Correction']

/** Writes a different secret into each field; returns the fields, and the number of rows in each. */
export async function plantSecrets(pool: pg.Pool): Promise<{ field: string; secret: string; rows: number }[]> {
  for (const table of final) await pool.query(`ALTER TABLE "${table}" DISABLE TRIGGER USER`)
  const planted = []
  for (const [i, { table, column, where, shape }] of secretFields.entries()) {
    const secret = `hush${100 + i}x`
    const key = table === 'session' ? '"number"' : table === 'Guess' ? '"points"' : '"id"'
    const written = `UPDATE "${table}" SET "${column}" = ${write(shape ?? 'text', secret, key)} WHERE ${where}`
    const { rowCount } = await pool.query(written).catch((error: unknown) => {
      throw new Error(`${table}.${column} takes no secret`, { cause: error })
    })
    planted.push({
      field: `${table}.${column}`,
      secret: shape === 'wikidata' ? `Q99${100 + i}` : secret,
      rows: rowCount ?? 0,
    })
  }
  for (const table of final) await pool.query(`ALTER TABLE "${table}" ENABLE TRIGGER USER`)
  return planted
}

function write(shape: Shape, secret: string, key: string): string {
  const said = `'${word} ${secret}'`
  switch (shape) {
    case 'text':
      return said
    case 'unique':
      return `'${word} ${secret} ' || ${key}`
    case 'list':
      return `ARRAY[${said}]`
    case 'json':
      return `json_build_object('reason', ${said}, 'body', ${said}, 'rating', ${said}, 'sentence', ${said})`
    case 'url':
      return `'https://${word}.example/${secret}/' || ${key}`
    case 'email':
      return `'${secret}' || ${key} || '@${word}.example'`
    case 'wikidata':
      return `'Q99' || ${/\d+/.exec(secret)?.[0] ?? ''} || ${key}`
  }
}
