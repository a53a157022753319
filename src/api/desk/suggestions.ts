import { AcceptedAbove, Dismissal, ShownChoice } from '../../suggestions/schema.ts'
import { changes, reads } from '../operation.ts'

/** What a text is read for, and what becomes of it. */
export const suggestions = [
  reads('GET /documents/:id/reading', 'How far the reading for suggestions is', 'record statements', {
    alsoAs: [],
  }),
  changes('POST /documents/:id/readings', 'Have a document read for suggestions', 'record statements'),
  changes('POST /documents/:id/acceptances', 'Accept all suggestions that are this sure', 'record statements', {
    body: AcceptedAbove,
    example: { confidence: 0.9 },
  }),
  changes('POST /suggestions/:id/acceptance', 'Accept a suggestion', 'record statements'),
  changes('POST /suggestions/:id/dismissal', 'Dismiss a suggestion, or say why', 'record statements', {
    body: Dismissal,
    example: { reason: 'cut_wrong' },
  }),
  reads('GET /suggestions', 'How often suggestions are right, by rule and verb', 'read how suggestions do'),
  changes('POST /suggestions/shown', 'Choose what the newsroom is shown of suggestions', 'record statements', {
    body: ShownChoice,
    example: { alsoAttitudes: true },
  }),
  changes('POST /suggestions/:id/reopening', 'Bring a suggestion back', 'record statements'),
]
