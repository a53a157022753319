import { z } from 'zod'
import { FormattedText, IntakeAsk, NewDocument, NewDocumentQuery } from '../../documents/schema.ts'
import { FeedAsk, ImportAsk, RetryAsk } from '../../importing/schema.ts'
import { Found, ImportFound, Words } from '../answers.ts'
import { changes, reads } from '../operation.ts'
import { particulars } from './examples.ts'

/** How documents come in, from where they came, and what runs in the background. */
export const importing = [
  changes(
    'POST /documents/intake/formatted',
    'The words of a formatted text as a clipboard has it; nothing is stored',
    'import documents',
    { body: FormattedText, example: { html: '<h2>Quay closed</h2><p>It is sinking.</p>' }, answer: Words },
  ),
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
  reads('GET /watched-feeds', 'Watched feeds, and their results', 'read drafts'),
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
]
