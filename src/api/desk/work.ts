import { EventFilters } from '../../history/schema.ts'
import {
  AskedRecheck,
  BulkDone,
  ChangedWork,
  ChangesQuery,
  DeskQuery,
  Filters,
  NewSavedFilter,
  RenamedFilter,
} from '../../work/schema.ts'
import { changes, reads } from '../operation.ts'
import { why } from './examples.ts'

/** Who does what until when, and words that are not sent yet. */
export const work = [
  reads('GET /desk', 'Who has what until when', 'take work', { query: DeskQuery }),
  reads('GET /desk/changes', 'What was changed, and all that rests on it', 'take work', { query: ChangesQuery }),
  reads('GET /desk/bulk', 'What a change of many things would do', 'change many at once', {
    query: Filters,
    takesAny: true,
  }),
  changes('POST /desk/bulk', 'Change many things at once', 'change many at once', {
    body: BulkDone,
    example: { view: 'open', action: 'priority', toPriority: 'high', digest: 'from the preview' },
  }),
  reads('GET /bulk/:id', 'What was changed at once', 'change many at once'),
  changes('POST /bulk/:id/undo', 'Undo it', 'change many at once'),
  reads('GET /desk/filters', 'One’s own lists', 'save filters', { query: NewSavedFilter.pick({ query: true }) }),
  changes('POST /desk/filters', 'Keep a list', 'save filters', {
    body: NewSavedFilter,
    example: { name: 'Late', query: 'due=overdue' },
  }),
  changes('POST /desk/filters/:id', 'Rename a list', 'save filters', {
    body: RenamedFilter,
    example: { name: 'Overdue' },
  }),
  changes('POST /desk/filters/:id/removal', 'Remove a list', 'save filters'),
  changes('POST /desk/filters/:id/restoration', 'Bring it back', 'save filters'),
  reads('GET /work/:id', 'Who has a thing', 'take work'),
  changes('POST /work/:id', 'Set the assignee, due date and priority', 'take work', {
    body: ChangedWork,
    example: { revision: 1, assignee: 'me', due: '2027-03-12' },
  }),
  changes('POST /work/:id/recheck', 'Ask for a second look', 'take work', { body: AskedRecheck, example: why }),
  changes('POST /work/:id/settlement', 'Say that it needs none', 'take work'),
  reads('GET /activity', 'Who did what when', 'read activity', { query: EventFilters }),
  reads('GET /drafts', 'Words that one has not sent', 'keep drafts'),
  changes('POST /drafts', 'Keep what is being typed; the desk’s own pages do it', 'keep drafts'),
  reads('GET /drafts/:id', 'One draft', 'keep drafts'),
  changes('POST /drafts/:id/removal', 'Discard them', 'keep drafts'),
  changes('POST /drafts/:id/restoration', 'Bring them back', 'keep drafts'),
]
