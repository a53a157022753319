import { ClaimOffer, EditedClaim } from '../../claims/schema.ts'
import { SentBack, Withdrawal } from '../../review/schema.ts'
import { Suggested } from '../answers.ts'
import { changes, reads } from '../operation.ts'
import { why } from './examples.ts'

/** Claims. */
export const claims = [
  reads('GET /claims/suggestions', 'Claims while one types', 'state claims', {
    query: ClaimOffer,
    answer: Suggested,
    alsoAs: [],
  }),
  reads('GET /claims/:id/edit', 'A claim, to reword it', 'edit claims'),
  changes('POST /claims/:id', 'Reword a claim', 'edit claims', {
    body: EditedClaim,
    example: { revision: 1, sentence: 'The quay of Port Ansel sinks', topics: ['Harbours'] },
  }),
  changes('POST /claims/:id/review', 'Ask for review', 'ask for review'),
  changes('POST /claims/:id/return', 'Send a claim back', 'publish claims', { body: SentBack, example: why }),
  changes('POST /claims/:id/publication', 'Publish a claim', 'publish claims'),
  changes('POST /claims/:id/withdrawal', 'Withdraw a claim', 'withdraw claims', { body: Withdrawal, example: why }),
]
