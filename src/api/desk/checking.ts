import { Check } from '../../checking/schema.ts'
import { SentBack, Withdrawal } from '../../review/schema.ts'
import { NewVerdict } from '../../verdicts/schema.ts'
import { changes, reads } from '../operation.ts'
import { why } from './examples.ts'

const verdict = {
  body: NewVerdict,
  example: {
    ratingId: 2,
    reasons: 'We heard the recording',
    evidence: [{ kind: 'recording', title: 'The press conference', url: 'https://example.org/recording' }],
  },
}

/** Whole checks, and verdicts on statements and claims. */
export const checking = [
  reads(
    'GET /statements/:id/check',
    'A statement, to check it: its claims, likely others, the ratings',
    'give verdicts',
  ),
  changes('POST /statements/:id/check', 'Record a whole check: both verdicts, the claim, a note', 'give verdicts', {
    body: Check,
    example: {
      ratingId: 2,
      reasons: 'We heard the recording',
      evidence: [{ kind: 'recording', url: 'https://example.org/recording' }],
      sentence: 'The quay of Port Ansel is sinking',
      claimRatingId: 14,
      claimReasons: 'Nobody has measured it yet',
    },
  }),
  changes('POST /statements/:id/verdicts', 'Say whether they said it', 'give verdicts', verdict),
  changes('POST /claims/:id/verdicts', 'Say whether it is so', 'give verdicts', verdict),
  changes('POST /verdicts/:id/publication', 'Publish a verdict', 'publish verdicts'),
  changes('POST /verdicts/:id/return', 'Send a verdict back', 'publish verdicts', { body: SentBack, example: why }),
  changes('POST /verdicts/:id/withdrawal', 'Withdraw a verdict', 'publish verdicts', {
    body: Withdrawal,
    example: why,
  }),
]
