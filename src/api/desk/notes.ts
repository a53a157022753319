import { EditedNote, NewNote, NewReply, NoteFilters, NoteWithdrawal } from '../../notes/schema.ts'
import { Annotation, Colleagues } from '../answers.ts'
import { changes, reads } from '../operation.ts'
import { why } from './examples.ts'

const annotation = {
  body: Annotation.partial(),
  answer: Annotation,
  type: 'application/ld+json',
  alsoAs: ['application/json', 'text/turtle'],
  sentAs: ['application/ld+json', 'application/json', 'text/turtle'],
  example: {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'Annotation',
    motivation: 'commenting',
    body: { type: 'TextualBody', value: 'Ask the ministry' },
    target: 'https://example.org/story',
  },
}
const note = { body: NewNote, example: { kind: 'question', body: 'Who measured it?' } }

/** Notes, and annotations by the protocol of the W3C. */
export const notes = [
  changes('POST /documents/:id/notes', 'Write a note on a document or a passage', 'write notes', note),
  changes('POST /statements/:id/notes', 'Write a note on a statement', 'write notes', note),
  changes('POST /claims/:id/notes', 'Write a note on a claim', 'write notes', note),
  changes('POST /sources/:id/notes', 'Write a note on a source', 'write notes', note),
  reads('GET /notes', 'Threads of notes', 'read notes', { query: NoteFilters }),
  reads('GET /notes/colleagues', 'Colleagues while one types', 'write notes', { answer: Colleagues, alsoAs: [] }),
  changes('POST /notes/acknowledgements', 'Mark all mentions as read', 'write notes'),
  changes('POST /notes/:id/acknowledgement', 'Mark a mention as read', 'write notes'),
  changes('POST /notes/:id/replies', 'Reply to a note', 'write notes', {
    body: NewReply,
    example: { body: 'I asked them: by Friday.' },
  }),
  reads('GET /notes/:id/edit', 'A note, to change it', 'write notes'),
  changes('POST /notes/:id', 'Change a note', 'write notes', {
    body: EditedNote,
    example: { kind: 'comment', body: 'Who measured it, and when?', revision: 1 },
  }),
  changes('POST /notes/:id/withdrawal', 'Withdraw a note', 'write notes', { body: NoteWithdrawal, example: why }),
  changes('POST /notes/:id/publication', 'Let readers see a note', 'publish notes'),
  changes('POST /notes/:id/resolution', 'Say that nothing is left to do', 'write notes'),
  changes('POST /notes/:id/reopening', 'Undo that', 'write notes'),
  changes('POST /annotations/', 'Send a Web Annotation', 'write annotations', {
    ...annotation,
    statuses: [201],
    reads: ['Slug'],
    tells: ['Location', 'Content-Location', 'Allow', 'Accept-Post'],
  }),
  changes('PUT /annotations/:name', 'Change one, with If-Match', 'write annotations', {
    ...annotation,
    statuses: [200],
    mayBeGone: true,
    reads: ['If-Match'],
    tells: ['Allow'],
  }),
  changes('DELETE /annotations/:name', 'Remove one, with If-Match', 'write annotations', {
    statuses: [204],
    mayBeGone: true,
    reads: ['If-Match'],
    tells: ['Allow'],
  }),
  changes('POST /annotations/:name/publication', 'Let readers see an annotation', 'publish annotations', {
    answer: Annotation,
    type: 'application/ld+json',
  }),
]
