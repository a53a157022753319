/*
 * What readers may see, said once. From this table are made the conditions that queries have (conditions.ts), the predicates
 * that rows are asked (rows.ts), and the views that SQL reads (views.ts, written into prisma/views). Nothing else compares a
 * state with those in which things are public: test/visible.test.ts sees to it.
 */

/** When readers may see a thing. Columns and relations are those of schema.prisma. */
export type Rule =
  | { column: string; is: readonly (string | boolean)[] }
  | { column: string; isSet: boolean }
  /** The one thing that it hangs on is seen. */
  | { on: Kind; by: string }
  /** One of its own is seen: `relation` here is told by the column `by` there. */
  | { some: Kind; relation: string; by: string }
  | { all: readonly Rule[] }
  | { any: readonly Rule[] }

/**
 * `columns`: what the view shows beside the id, which other views and the functions need. `states`: the type of the state that
 * alone decides; such a kind has an SQL function besides, for where the row is at hand.
 */
type Described = { table: string; columns: readonly string[]; states?: string; isSeen: Rule }

const published = ['published', 'corrected'] as const

/** What readers may know of a thing's history: when what they see was published or withdrawn. */
export const toldActions = [
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
  /** Asked of statements in a text that is seen. */
  | 'statementHere'
  | 'statement'
  | 'step'
  /** A step whose source is named to readers: whom a description means is told of no step. */
  | 'namedStep'
  /** What can have unnamed people: to tell that a person is one of them would name them. */
  | 'body'
  /** A step of which an editor chose that readers are told of which body the unnamed source is. */
  | 'bodyStep'
  | 'claim'
  /** What readers saw before it was merged, into one that they see: what they were told of it stays told. */
  | 'mergedClaim'
  /** The same, whatever became of the other: its address leads readers on for ever. */
  | 'ledOnClaim'
  | 'claimTopic'
  | 'statementClaim'
  /** Asked of verdicts on something that is seen. */
  | 'verdictHere'
  | 'verdict'
  | 'evidence'
  | 'reply'
  | 'source'
  | 'topic'
  /** Asked of notes on something that is seen. */
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

/** What hangs on a merged claim stays with it where it does not move. */
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
  // A reply is never more public than its thread's first note; the database sees to it.
  note: {
    table: 'Note',
    columns: [],
    isSeen: all(
      is('visibility', 'public'),
      any(on('document'), on('version'), on('statement'), on('step', 'hop'), on('claim'), on('source')),
    ),
  },

  // Nobody's words are shown that nobody here has looked at. What was public stays, whatever becomes of its target.
  challenge: { table: 'Challenge', columns: [], isSeen: isSet('openedAt') },
  challengeWord: {
    table: 'ChallengeWord',
    columns: ['challengeId'],
    isSeen: all(is('shown', true), on('challenge')),
  },
  // What was sent to the container is its newsroom's own until somebody who may has published it.
  annotation: { table: 'Annotation', columns: [], isSeen: isSet('publishedAt') },

  // All that an event concerns is seen now. Of sources, topics, notes and accounts readers are told no history.
  event: {
    table: 'Event',
    columns: ['documentId', 'statementId', 'claimId', 'verdictId', 'challengeId'],
    isSeen: all(
      is('action', ...toldActions),
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
  // Whoever has the address of what was merged is led to what it is now.
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

/** Its own column is the relation's name and "Id". */
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
