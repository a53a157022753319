import { DeskQuery as DocumentDeskQuery, DocumentFilters, EditedDocument } from '../../documents/schema.ts'
import { Publication, ReviewQuery, SentBack, Withdrawal } from '../../review/schema.ts'
import { FoundText, LaterText, SettledPassage } from '../../versions/schema.ts'
import { Suggested } from '../answers.ts'
import { changes, reads } from '../operation.ts'
import { particulars, why } from './examples.ts'

/** Documents, from their form to what readers see, and their later texts. */
export const documents = [
  reads('GET /documents/suggestions', 'Documents while one types', 'give verdicts', {
    query: DocumentFilters,
    answer: Suggested,
    alsoAs: [],
  }),
  reads('GET /documents/:id/desk', 'A document at the desk, drafts included', 'record statements', {
    query: DocumentDeskQuery,
  }),
  reads('GET /documents/:id/edit', 'What is known about a document, to change it', 'edit documents'),
  changes('POST /documents/:id', 'Change what is known about a document', 'edit documents', {
    body: EditedDocument,
    example: { ...particulars, revision: 1 },
  }),
  reads('GET /documents/:id/publication', 'What would be published with a document', 'publish documents', {
    query: ReviewQuery,
  }),
  changes('POST /documents/:id/review', 'Ask for review', 'ask for review'),
  changes('POST /documents/:id/return', 'Send a document back', 'publish documents', { body: SentBack, example: why }),
  changes('POST /documents/:id/publication', 'Publish a document with what is ready', 'publish documents', {
    body: Publication,
    example: { revision: 1, digest: 'of what would be published', claimIds: [1], verdictIds: [1] },
  }),
  changes('POST /documents/:id/withdrawal', 'Withdraw a document', 'withdraw documents', {
    body: Withdrawal,
    example: why,
  }),
  changes('POST /documents/:id/copies/:otherId/undo', 'Unlink two documents that are no copies', 'edit documents'),
  changes('POST /documents/:id/undo', 'Undo your last step', 'record statements'),
  changes('POST /documents/:id/redo', 'Do it again', 'record statements'),
  changes(
    'POST /documents/:id/versions',
    'Store a later text of a document, and see what it changed',
    'import documents',
    {
      body: LaterText,
      example: { text: '“The quay was sinking,” Lena Okafor said.' },
    },
  ),
  changes('POST /documents/:id/found-text', 'Decide about a changed page of a document', 'import documents', {
    body: FoundText,
    example: { decision: 'decline', found: 'The SHA-256 that GET /documents/:id/versions has as found.found' },
  }),
  changes('POST /documents/:id/versions/:number/removal', 'Remove the newest later text', 'import documents'),
  changes(
    'POST /documents/:id/versions/:number/passages/:passage',
    'Decide about a changed passage',
    'edit statements',
    {
      body: SettledPassage,
      example: { settlement: 'accepted' },
    },
  ),
  changes(
    'POST /documents/:id/versions/:number/passages/:passage/reopening',
    'Undo what was decided about a changed passage',
    'edit statements',
  ),
]
