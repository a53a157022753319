import {
  AddedWords,
  ChallengeFilters,
  FirstLook,
  LookAtWords,
  newChallenge,
  Redaction,
  Reopening,
  Resolution,
} from '../challenges/schema.ts'
import { kindsOf, rooms } from '../challenges/targets.ts'
import { changes, reads } from './operation.ts'

const words = 'The recording has other words.'
const decided = { revision: 1, reason: words }

/** Challenges: sent by readers without an account, reviewed and decided by the newsroom. */
export const forChallengers = [
  ...rooms.flatMap((room) => [
    reads(`GET /${room}/:id/challenge`, 'What a challenge is to say, and its stamp', null),
    changes(`POST /${room}/:id/challenges`, 'Challenge it', null, {
      body: newChallenge(room),
      example: { kind: kindsOf[room][0], body: words, stamp: 'as the form gave it' },
    }),
  ]),
  reads('GET /challenges', 'The register of challenges', null, { query: ChallengeFilters }),
  reads('GET /challenges/:id', 'A challenge, and what became of it', null),
  reads('GET /challenges/:id/follow/:secret', 'One’s own challenge', null),
  changes('POST /challenges/:id/follow/:secret/words', 'Add words to one’s own challenge', null, {
    body: AddedWords,
    example: { body: words },
  }),
  changes('POST /challenges/:id/follow/:secret/withdrawal', 'Take one’s own challenge back', null),
  changes('POST /challenges/:id/first-look', 'Let readers see a challenge, or not', 'look at challenges', {
    body: FirstLook,
    example: { revision: 1, decision: 'open' },
  }),
  changes(
    'POST /challenges/:id/words/:wordId/first-look',
    'Let readers see added words, or not',
    'look at challenges',
    {
      body: LookAtWords,
      example: { decision: 'show' },
    },
  ),
  changes('POST /challenges/:id/resolution', 'Decide a challenge', 'resolve challenges', {
    body: Resolution,
    example: { ...decided, outcome: 'not_upheld' },
  }),
  changes('POST /challenges/:id/reopening', 'Take a decision back', 'resolve challenges', {
    body: Reopening,
    example: decided,
  }),
  changes('POST /challenges/:id/redaction', 'Remove a challenge’s words', 'redact challenges', {
    body: Redaction,
    example: decided,
  }),
]
