import { LinkedClaim } from '../../claims/schema.ts'
import { Withdrawal } from '../../review/schema.ts'
import { Arrangement, EditedStatement, NewStatement, StatementSearch } from '../../statements/schema.ts'
import { Suggested } from '../answers.ts'
import { changes, reads } from '../operation.ts'
import { statement, why } from './examples.ts'

const arranged = { body: Arrangement, example: { arrange: 'add' } }

/** Statements, and what they claim. */
export const statements = [
  changes('POST /documents/:id/statements', 'Record a statement', 'record statements', {
    body: NewStatement,
    example: statement,
  }),
  reads('GET /statements/suggestions', 'Statements while one types', 'record statements', {
    query: StatementSearch,
    answer: Suggested,
    alsoAs: [],
  }),
  reads('GET /statements/:id/edit', 'A statement, to change it', 'edit statements'),
  changes('POST /statements/:id', 'Change a statement', 'edit statements', {
    body: EditedStatement,
    example: { ...statement, revision: 1 },
  }),
  changes('POST /statements/:id/arrangement', 'A form with a step more, or one fewer', 'edit statements', arranged),
  changes('POST /documents/:id/arrangement', 'The same for a new statement', 'record statements', arranged),
  changes('POST /statements/:id/withdrawal', 'Withdraw a statement', 'withdraw statements', {
    body: Withdrawal,
    example: why,
  }),
  changes('POST /statements/:id/restoration', 'Undo the withdrawal', 'withdraw statements'),
  changes('POST /statements/:id/claims', 'Say what a statement claims', 'state claims', {
    body: LinkedClaim,
    example: { sentence: 'The quay of Port Ansel is sinking', stance: 'asserts', topics: ['Harbours'] },
  }),
  changes('POST /statements/:id/claims/:claimId/removal', 'Unlink a claim', 'state claims'),
]
