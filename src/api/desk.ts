import { z } from 'zod'
import { Check } from '../checking/schema.ts'
import { ClaimOffer, EditedClaim, LinkedClaim } from '../claims/schema.ts'
import {
  DeskQuery as DocumentDeskQuery,
  DocumentFilters,
  EditedDocument,
  FormattedText,
  IntakeAsk,
  NewDocument,
  NewDocumentQuery,
} from '../documents/schema.ts'
import { EventFilters } from '../history/schema.ts'
import { EditedNote, NewNote, NewReply, NoteFilters, NoteWithdrawal } from '../notes/schema.ts'
import { FoundText, LaterText, SettledPassage } from '../versions/schema.ts'
import { Publication, ReviewQuery, SentBack, Withdrawal } from '../review/schema.ts'
import { MergeDecision, MergeInto, PairFilters, SeveralAsked, SeveralDecision } from '../merging/schema.ts'
import { EditedSource, TypedName } from '../sources/schema.ts'
import { Arrangement, EditedStatement, NewStatement, StatementSearch } from '../statements/schema.ts'
import { AcceptedAbove, Dismissal, ShownChoice } from '../suggestions/schema.ts'
import { EditedTopic } from '../topics/schema.ts'
import { NewVerdict } from '../verdicts/schema.ts'
import {
  AskedRecheck,
  BulkDone,
  ChangedWork,
  ChangesQuery,
  DeskQuery,
  Filters,
  NewSavedFilter,
  RenamedFilter,
} from '../work/schema.ts'
import { FeedAsk, ImportAsk, RetryAsk } from '../importing/schema.ts'
import { Annotation, Colleagues, Found, ImportFound, Suggested, Words } from './answers.ts'
import { changes, reads } from './operation.ts'

const why = { reason: 'The recording was of another day' }
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
const statement = { quote: 'The quay is sinking', mode: 'direct', hops: [{ source: 'Lena Okafor', cue: 'said' }] }
const particulars = { title: 'Port Ansel to close its old harbour', publisher: 'Coast Wire', published: '2024-03-12' }
const verdict = {
  body: NewVerdict,
  example: {
    ratingId: 2,
    reasons: 'We heard the recording',
    evidence: [{ kind: 'recording', title: 'The press conference', url: 'https://example.org/recording' }],
  },
}
const note = { body: NewNote, example: { kind: 'question', body: 'Who measured it?' } }
const mergeSeveral = { body: SeveralDecision, example: { survivorId: 2, seen: ['2.1', '3.1', '5.4'] } }
const merge = { body: MergeDecision, example: { survivorId: 2, revision: 1, survivorRevision: 1 } }

const documents = [
  changes(
    'POST /documents/intake/formatted',
    'The words of a formatted text as a clipboard has it; nothing is stored',
    'import documents',
    { body: FormattedText, example: { html: '<h2>Quay closed</h2><p>It is sinking.</p>' }, answer: Words },
  ),
  reads('GET /documents/suggestions', 'Documents while one types', 'give verdicts', {
    query: DocumentFilters,
    answer: Suggested,
    alsoAs: [],
  }),
  reads('GET /documents/new', 'What the form for a document begins with', 'import documents', {
    query: NewDocumentQuery,
  }),
  changes(
    'POST /documents/intake',
    'Fetch a page or read a file, and look at what is found before importing it',
    'import documents',
    {
      body: IntakeAsk,
      sentAs: ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data'],
      example: { address: 'https://coastwire.example/2024/harbour' },
      answer: Found,
    },
  ),
  reads('GET /imports', 'Imports of many documents', 'read drafts'),
  changes('POST /imports', 'Import many documents in the background: addresses, feeds, files', 'import documents', {
    body: ImportAsk,
    sentAs: ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data'],
    example: { addresses: ['https://coastwire.example/2024/harbour', 'https://coastwire.example/feed.xml'] },
  }),
  reads('GET /imports/:id', 'How far an import is, and what became of each document', 'read drafts', {
    answer: ImportFound,
  }),
  changes('POST /imports/:id/retries', 'Try again what failed in an import', 'import documents', {
    body: RetryAsk,
    example: { item: 7 },
  }),
  reads('GET /watched-feeds', 'Watched feeds, and what came of them', 'read drafts'),
  changes('POST /watched-feeds', 'Watch a feed: its new articles are imported', 'watch feeds', {
    body: FeedAsk,
    example: { address: 'https://coastwire.example/feed.xml' },
  }),
  changes('POST /watched-feeds/:id/look', 'Look at a watched feed now; resumes it', 'watch feeds'),
  changes('POST /watched-feeds/:id/pause', 'Pause a watched feed', 'watch feeds'),
  changes('POST /watched-feeds/:id/removal', 'Stop watching a feed', 'watch feeds'),
  reads('GET /originals/:id', 'What a text was read from: its hash, its headers, whether it is whole', 'see originals'),
  reads('GET /originals/:id/view', 'A page as it came, to be shown in a sandbox', 'see originals', {
    answer: z.string(),
    type: 'text/html',
    alsoAs: [],
  }),
  reads('GET /originals/:id/file', 'The bytes as they came', 'see originals', {
    answer: z.string(),
    type: 'application/octet-stream',
    alsoAs: [],
  }),
  reads('GET /originals/:id/warc', 'The same as an archive, by WARC 1.1', 'see originals', {
    answer: z.string(),
    type: 'application/warc',
    alsoAs: [],
  }),
  changes('POST /originals/:id/drawing', 'Have a page drawn as a picture and a PDF', 'give verdicts'),
  changes('POST /snapshots/:id/again', 'Keep again what evidence links to', 'give verdicts'),
  reads('GET /queue', 'What runs, waits and has failed in the background', 'look after the queue'),
  changes('POST /queue/:id/retry', 'Try a failed job again', 'look after the queue'),
  changes('POST /documents', 'Import a document', 'import documents', {
    body: NewDocument,
    example: { ...particulars, text: '“The quay is sinking,” Lena Okafor said.' },
  }),
  reads('GET /documents/:id/desk', 'A document at the desk, drafts included', 'record statements', {
    query: DocumentDeskQuery,
  }),
  reads('GET /documents/:id/edit', 'What is known about a document, to change it', 'edit documents'),
  changes('POST /documents/:id', 'Change what is known about a document', 'edit documents', {
    body: EditedDocument,
    example: { ...particulars, revision: 1 },
  }),
  changes('POST /documents/:id/statements', 'Record a statement', 'record statements', {
    body: NewStatement,
    example: statement,
  }),
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
  changes('POST /documents/:id/notes', 'Write a note on a document or a passage', 'write notes', note),
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

const arranged = { body: Arrangement, example: { arrange: 'add' } }
const statements = [
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
  changes('POST /statements/:id/notes', 'Write a note on a statement', 'write notes', note),
]

const claims = [
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
  reads('GET /claims/duplicates', 'Claims that probably say the same', 'edit claims', { query: PairFilters }),
  changes('POST /claims/comparisons', 'Compare those that wait', 'edit claims'),
  changes('POST /claims/duplicates/:id/dismissal', 'Say that they are two', 'edit claims'),
  changes('POST /claims/duplicates/:id/reopening', 'Undo that', 'edit claims'),
  reads('GET /claims/merge', 'What merging several would do', 'edit claims', { query: SeveralAsked }),
  changes('POST /claims/merge', 'Merge several claims into one', 'edit claims', mergeSeveral),
  reads('GET /claims/:id/merge', 'What a merge would do', 'edit claims', { query: MergeInto }),
  changes('POST /claims/:id/merge', 'Merge a claim into another', 'edit claims', merge),
  changes('POST /claims/merges/:id/undo', 'Undo a merge of claims', 'edit claims'),
  changes('POST /claims/:id/withdrawal', 'Withdraw a claim', 'withdraw claims', { body: Withdrawal, example: why }),
  changes('POST /claims/:id/verdicts', 'Say whether it is so', 'give verdicts', verdict),
  changes('POST /claims/:id/notes', 'Write a note on a claim', 'write notes', note),
  changes('POST /verdicts/:id/publication', 'Publish a verdict', 'publish verdicts'),
  changes('POST /verdicts/:id/return', 'Send a verdict back', 'publish verdicts', { body: SentBack, example: why }),
  changes('POST /verdicts/:id/withdrawal', 'Withdraw a verdict', 'publish verdicts', {
    body: Withdrawal,
    example: why,
  }),
]

const sources = [
  reads('GET /sources/suggestions', 'Sources while one types', 'read drafts', {
    query: TypedName,
    answer: Suggested,
    alsoAs: [],
  }),
  reads('GET /sources/duplicates', 'Sources that are probably one', 'edit sources', { query: PairFilters }),
  changes('POST /sources/comparisons', 'Compare those that wait', 'edit sources'),
  changes('POST /sources/duplicates/:id/dismissal', 'Say that they are two', 'edit sources'),
  changes('POST /sources/duplicates/:id/reopening', 'Undo that', 'edit sources'),
  reads('GET /sources/:id/edit', 'A source, to change it', 'edit sources'),
  changes('POST /sources/:id', 'Change a source', 'edit sources', {
    body: EditedSource,
    example: { revision: 1, name: 'Lena Okafor', kind: 'person', aliases: ['Mayor Okafor'] },
  }),
  reads('GET /sources/merge', 'What merging several would do', 'edit sources', { query: SeveralAsked }),
  changes('POST /sources/merge', 'Merge several sources into one', 'edit sources', mergeSeveral),
  reads('GET /sources/:id/merge', 'What a merge would do', 'edit sources', { query: MergeInto }),
  changes('POST /sources/:id/merge', 'Merge a source into another', 'edit sources', merge),
  changes('POST /merges/:id/undo', 'Undo a merge of sources', 'edit sources'),
  changes('POST /sources/:id/notes', 'Write a note on a source', 'write notes', note),
  reads('GET /topics/suggestions', 'Topics while one types', 'read drafts', {
    query: TypedName,
    answer: Suggested,
    alsoAs: [],
  }),
  reads('GET /topics/duplicates', 'Topics that are probably one', 'edit topics', { query: PairFilters }),
  changes('POST /topics/comparisons', 'Compare those that wait', 'edit topics'),
  changes('POST /topics/duplicates/:id/dismissal', 'Say that they are two', 'edit topics'),
  changes('POST /topics/duplicates/:id/reopening', 'Undo that', 'edit topics'),
  reads('GET /topics/:id/edit', 'A topic, to change it', 'edit topics'),
  changes('POST /topics/:id', 'Change a topic', 'edit topics', {
    body: EditedTopic,
    example: { revision: 1, name: 'Harbours', aliases: ['Ports'] },
  }),
  reads('GET /topics/merge', 'What merging several would do', 'edit topics', { query: SeveralAsked }),
  changes('POST /topics/merge', 'Merge several topics into one', 'edit topics', mergeSeveral),
  reads('GET /topics/:id/merge', 'What a merge would do', 'edit topics', { query: MergeInto }),
  changes('POST /topics/:id/merge', 'Merge a topic into another', 'edit topics', merge),
  changes('POST /topics/merges/:id/undo', 'Undo a merge of topics', 'edit topics'),
]

const notes = [
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

const work = [
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

/** What the newsroom's programs can do, each with a token of an account that may. */
export const forTheDesk = [...documents, ...statements, ...claims, ...sources, ...notes, ...work]
