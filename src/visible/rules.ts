/*
 * What readers may see, defined once. Three things are made from this table: the conditions of queries (conditions.ts),
 * the checks of rows (rows.ts), and the views for SQL (views.ts, written into prisma/views). Nothing else compares a
 * state with the public ones: test/visible.test.ts checks that.
 */

/** When readers may see a thing. Columns and relations are those of schema.prisma. */
export type Rule =
  | { column: string; is: readonly (string | boolean)[] }
  | { column: string; isSet: boolean }
  /** Its parent is visible. */
  | { on: Kind; by: string }
  /** One of its parts is visible: the column `by` there belongs to the relation `relation` here. */
  | { some: Kind; relation: string; by: string }
  | { all: readonly Rule[] }
  | { any: readonly Rule[] }

/**
 * `columns`: the view's columns besides the id, which other views and the functions need. `states`: the type of the
 * state, if that alone decides; such a kind also gets an SQL function, for callers that have the row.
 */
type Described = { table: string; columns: readonly string[]; states?: string; isSeen: Rule }

const published = ['published', 'corrected'] as const

/** The events that readers may see in a thing's history: when what they see was published or withdrawn. */
export const publicActions = [
  'document_published',
  'statement_published',
  'claim_published',
  'verdict_published',
  'challenge_opened',
  'challenge_upheld',
  'challenge_partly_upheld',
  'challenge_not_upheld',
  'challenge_reopened',
] as const

export const kinds = [
  ...[
    'document',
    'version',
    'statementHere',
    'statement',
    'step',
    'namedStep',
    'body',
    'bodyStep',
    'claim',
    'mergedClaim',
    'ledOnClaim',
    'claimTopic',
    'statementClaim',
  ],
  ...[
    'verdictHere',
    'verdict',
    'evidence',
    'reply',
    'source',
    'topic',
    'noteHere',
    'note',
    'challenge',
    'challengeWord',
  ],
  ...['annotation', 'event', 'correction', 'sourceMerge', 'topicMerge', 'claimMerge'],
] as readonly Kind[]

export type Kind =
  | 'document'
  | 'version'
  /** For statements in a visible text. */
  | 'statementHere'
  | 'statement'
  | 'step'
  /** A step whose source is named to readers: no step reveals whom a description means. */
  | 'namedStep'
  /** Things that can have unnamed people: on a person, saying that somebody belongs to them would name them. */
  | 'body'
  /** A step where an editor chose to tell readers which body the unnamed source belongs to. */
  | 'bodyStep'
  | 'claim'
  /** A claim that readers saw before it was merged into a visible one: what they were told of it stays visible. */
  | 'mergedClaim'
  /** The same, whatever became of the other: its address redirects readers for ever. */
  | 'ledOnClaim'
  | 'claimTopic'
  | 'statementClaim'
  /** For verdicts on something visible. */
  | 'verdictHere'
  | 'verdict'
  | 'evidence'
  | 'reply'
  | 'source'
  | 'topic'
  /** For notes on something visible. */
  | 'noteHere'
  | 'note'
  | 'challenge'
  | 'challengeWord'
  | 'annotation'
  | 'event'
  | 'correction'
  | 'sourceMerge'
  | 'topicMerge'
  | 'claimMerge'

/** Things on a merged claim that do not move stay with it. */
const onClaim = any(on('claim'), on('mergedClaim', 'claim'))

export const rules: Record<Kind, Described> = {
  document: {
    table: 'Document',
    columns: ['publisherId'],
    states: 'PublicationState',
    isSeen: is('state', ...published),
  },
  version: { table: 'Version', columns: ['documentId', 'textId'], isSeen: on('document') },
  statementHere: { table: 'Statement', columns: [], states: 'StatementState', isSeen: is('state', 'published') },
  statement: { table: 'Statement', columns: ['versionId'], isSeen: all(is('state', 'published'), on('version')) },

  step: { table: 'Hop', columns: ['statementId', 'position'], isSeen: on('statement') },
  namedStep: {
    table: 'Hop',
    columns: ['statementId', 'position', 'sourceId'],
    isSeen: all(is('naming', 'named'), on('statement')),
  },
  body: { table: 'Source', columns: [], isSeen: is('kind', 'organisation', 'outlet', 'government', 'group') },
  bodyStep: {
    table: 'Hop',
    columns: ['statementId', 'position', 'sourceId'],
    isSeen: all(is('naming', 'described'), is('bodyShown', true), on('body', 'source'), on('statement')),
  },

  claim: {
    table: 'Claim',
    columns: [],
    states: 'PublicationState',
    isSeen: all(is('state', ...published), isUnset('mergedIntoId')),
  },
  mergedClaim: { table: 'Claim', columns: [], isSeen: all(is('state', ...published), on('claim', 'mergedInto')) },
  ledOnClaim: { table: 'Claim', columns: [], isSeen: all(is('state', ...published), isSet('mergedIntoId')) },
  claimTopic: { table: 'ClaimTopic', columns: ['claimId', 'topicId'], isSeen: on('claim') },
  statementClaim: {
    table: 'StatementClaim',
    columns: ['statementId', 'claimId'],
    isSeen: all(on('statement'), on('claim')),
  },

  verdictHere: { table: 'Verdict', columns: [], states: 'VerdictState', isSeen: is('state', 'published') },
  verdict: {
    table: 'Verdict',
    columns: ['statementId', 'hopId', 'claimId'],
    isSeen: all(is('state', 'published'), any(onClaim, on('statement'), on('step', 'hop'))),
  },
  evidence: {
    table: 'Evidence',
    columns: ['verdictId'],
    isSeen: all(on('verdict'), any(isUnset('versionId'), on('version'))),
  },
  reply: { table: 'Reply', columns: ['verdictId'], isSeen: on('verdict') },

  source: {
    table: 'Source',
    columns: [],
    isSeen: all(
      isUnset('mergedIntoId'),
      any(
        some('document', 'documents', 'publisherId'),
        some('namedStep', 'hops', 'sourceId'),
        some('bodyStep', 'hops', 'sourceId'),
      ),
    ),
  },
  topic: {
    table: 'Topic',
    columns: [],
    isSeen: all(isUnset('mergedIntoId'), some('claimTopic', 'claims', 'topicId')),
  },

  noteHere: { table: 'Note', columns: [], isSeen: is('visibility', 'public') },
  // A reply is never more public than its thread's first note; the database enforces that.
  note: {
    table: 'Note',
    columns: [],
    isSeen: all(
      is('visibility', 'public'),
      any(on('document'), on('version'), on('statement'), on('step', 'hop'), on('claim'), on('source')),
    ),
  },

  // Words are shown only after somebody here has looked at them. What was public stays, whatever becomes of its target.
  challenge: { table: 'Challenge', columns: [], isSeen: isSet('openedAt') },
  challengeWord: {
    table: 'ChallengeWord',
    columns: ['challengeId'],
    isSeen: all(is('shown', true), on('challenge')),
  },
  // An annotation is internal until somebody with permission has published it.
  annotation: { table: 'Annotation', columns: [], isSeen: isSet('publishedAt') },

  // Everything that an event concerns is visible now. Readers see no history of sources, topics, notes and accounts.
  event: {
    table: 'Event',
    columns: ['documentId', 'statementId', 'claimId', 'verdictId', 'challengeId'],
    isSeen: all(
      is('action', ...publicActions),
      ...(['document', 'statement', 'challenge'] as const).map((it) => any(isUnset(`${it}Id`), on(it))),
      any(isUnset('claimId'), onClaim),
      any(isUnset('verdictId'), on('verdictHere', 'verdict')),
      ...['sourceId', 'topicId', 'noteId', 'subjectId'].map(isUnset),
    ),
  },
  correction: {
    table: 'Correction',
    columns: ['documentId', 'statementId', 'claimId'],
    isSeen: all(
      any(isUnset('documentId'), on('document')),
      any(isUnset('statementId'), on('statement')),
      any(isUnset('claimId'), onClaim),
    ),
  },
  // The address of a merged thing redirects to its survivor.
  sourceMerge: {
    table: 'SourceMerge',
    columns: ['mergedId', 'survivorId'],
    isSeen: all(isUnset('undoneAt'), on('source', 'survivor')),
  },
  topicMerge: {
    table: 'TopicMerge',
    columns: ['mergedId', 'survivorId'],
    isSeen: all(isUnset('undoneAt'), on('topic', 'survivor')),
  },
  claimMerge: {
    table: 'ClaimMerge',
    columns: ['mergedId', 'survivorId'],
    isSeen: all(isUnset('undoneAt'), on('ledOnClaim', 'merged')),
  },
}

function is(column: string, ...values: (string | boolean)[]): Rule {
  return { column, is: values }
}

function isSet(column: string): Rule {
  return { column, isSet: true }
}

function isUnset(column: string): Rule {
  return { column, isSet: false }
}

/** The foreign key is the relation's name and "Id". */
function on(kind: Kind, by: string = kind): Rule {
  return { on: kind, by }
}

function some(kind: Kind, relation: string, by: string): Rule {
  return { some: kind, relation, by }
}

function all(...rules: Rule[]): Rule {
  return { all: rules }
}

function any(...rules: Rule[]): Rule {
  return { any: rules }
}
