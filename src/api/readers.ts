import { z } from 'zod'
import { ContainerQuery } from '../annotations/schema.ts'
import { ClaimFilters, ClaimsOfTopic, ReviewsQuery } from '../claims/schema.ts'
import { DocumentFilters, PartQuery } from '../documents/schema.ts'
import { OembedQuery } from '../embeds/schema.ts'
import { FeedQuery } from '../feeds/schema.ts'
import { Download } from '../pictures/schema.ts'
import { Search } from '../search/schema.ts'
import { SourceFilters, SourceQuery } from '../sources/schema.ts'
import { StatementFilters } from '../statements/schema.ts'
import { TopicFilters } from '../topics/schema.ts'
import { StepQuery } from '../verdicts/schema.ts'
import {
  Annotation,
  ClaimPage,
  Claims,
  DataFeed,
  DocumentPage,
  Documents,
  EmbedPage,
  Health,
  Home,
  Method,
  OembedAnswer,
  Page,
  SourcePage,
  Sources,
  StatementPage,
  Statements,
  TopicPage,
  Topics,
  VersionPage,
} from './answers.ts'
import { gives, reads } from './operation.ts'

const linked = 'application/ld+json'
const asPage = ['text/html']
const asRows = [...asPage, 'text/csv', 'application/x-ndjson']
const asLinked = [...asPage, linked]
const asNothingElse: string[] = []
const atom = 'application/atom+xml'
const annotations = { answer: Annotation, type: linked, alsoAs: ['application/json', 'text/turtle'] }
const told = ['Allow', 'Content-Location', 'Vary'] as const

/** What everybody may read. A token of the newsroom also finds drafts. */
export const forReaders = [
  reads('GET /', 'What is new', null, { answer: Home }),
  reads('GET /about/method', 'The ratings, and what each takes', null, { answer: Method }),
  reads('GET /about/fetching', 'How this desk fetches pages, for those who run them', null),
  reads('GET /claims', 'Claims, the newest first', null, { query: ClaimFilters, answer: Claims, alsoAs: asRows }),
  reads('GET /claims/:id', 'A claim, who said it, and what was found', null, {
    answer: ClaimPage,
    alsoAs: asLinked,
    mayBeGone: true,
  }),
  gives('GET /claim-reviews', 'All verdicts on claims as ClaimReview, the newest claims first', linked, {
    query: ReviewsQuery,
    answer: DataFeed,
  }),
  reads('GET /claims/:id/verdicts', 'Every verdict on a claim', null, { answer: ClaimPage }),
  reads('GET /statements', 'Statements, the newest first', null, {
    query: StatementFilters,
    answer: Statements,
    alsoAs: asRows,
  }),
  reads('GET /statements/:id', 'A statement, with the way it took', null, {
    query: StepQuery,
    answer: StatementPage,
    alsoAs: asLinked,
    mayBeGone: true,
  }),
  reads('GET /documents', 'Documents, the newest first', null, {
    query: DocumentFilters,
    answer: Documents,
    alsoAs: asRows,
  }),
  reads('GET /documents/:id', 'A document with its text and the statements in it; of a long one, a part', null, {
    query: PartQuery,
    answer: DocumentPage,
    alsoAs: asLinked,
    mayBeGone: true,
  }),
  reads('GET /documents/:id/versions', 'The texts that are kept of a document, the newest first', null),
  reads(
    'GET /documents/:id/versions/:number/changes',
    'What a later text changed, by words and for each passage',
    null,
  ),
  reads('GET /documents/:id/versions/:number', 'A text as it is kept; of a long one, a part', null, {
    query: PartQuery,
    answer: VersionPage,
    alsoAs: [...asPage, 'text/plain'],
  }),
  reads('GET /documents/:id/versions/:number/text', 'All of a text as it is kept', null, {
    answer: z.string(),
    type: 'text/plain',
    alsoAs: asNothingElse,
  }),
  reads('GET /sources', 'People and organisations who speak or publish', null, {
    query: SourceFilters,
    answer: Sources,
    alsoAs: asRows,
  }),
  reads('GET /sources/:id', 'A source, what it said and what it passed on', null, {
    query: SourceQuery,
    answer: SourcePage,
    alsoAs: asLinked,
  }),
  reads('GET /topics', 'What claims are about', null, { query: TopicFilters, answer: Topics, alsoAs: asRows }),
  reads('GET /topics/:id', 'A topic and the claims about it', null, {
    query: ClaimsOfTopic,
    answer: TopicPage,
    alsoAs: asLinked,
  }),
  reads('GET /notes/:id', 'Leads to where a note stands', null),
  reads('GET /annotations/', 'Statements and public notes as Web Annotations', null, {
    ...annotations,
    query: ContainerQuery,
    reads: ['Prefer'],
    tells: [...told, 'Accept-Post', 'Preference-Applied'],
  }),
  reads('GET /annotations/:name', 'One Web Annotation', null, {
    ...annotations,
    mayBeGone: true,
    tells: ['Allow', 'Vary'],
  }),
  reads('OPTIONS /annotations/', 'What the container takes', null, {
    alsoAs: asNothingElse,
    tells: ['Allow', 'Accept-Post'],
  }),
  reads('OPTIONS /annotations/:name', 'What an annotation takes', null, {
    alsoAs: asNothingElse,
    tells: ['Allow'],
  }),
  reads('GET /search', 'Claims, statements, people and documents by words', null, { query: Search }),
  reads('GET /statements/:id/provenance', 'The way of a statement, in PROV-O', null, {
    type: linked,
    alsoAs: asNothingElse,
  }),
  reads('GET /claims/:id/provenance', 'The verdicts on a claim, in PROV-O', null, {
    type: linked,
    alsoAs: asNothingElse,
  }),
  ...['claims', 'sources', 'topics'].map((room) => reads(`GET /${room}/:id/graph`, 'Chain of reports', null)),
  ...['claims', 'sources'].map((room) => reads(`GET /${room}/:id/timeline`, 'What was said when', null)),
  reads('GET /embed/claims/:id', 'A claim as other sites show it', null, { answer: EmbedPage, mayBeGone: true }),
  reads('GET /oembed', 'How a site shows a claim, by oEmbed 1.0', null, {
    query: OembedQuery,
    answer: OembedAnswer,
    alsoAs: asNothingElse,
  }),
  reads('GET /openapi.json', 'This description', null, { alsoAs: asNothingElse }),
  reads('GET /about/api', 'The same as a page', null),
  reads('GET /healthz', 'Whether the desk is alive', null, { answer: Health, alsoAs: asNothingElse, takesAny: true }),
  reads('GET /readyz', 'Whether it can work', null, { answer: Health, alsoAs: asNothingElse, takesAny: true }),
  ...['', '/topics/:id', '/sources/:id'].flatMap((of) => [
    gives(`GET ${of}/feed.atom`, 'What was published, corrected and withdrawn, by Atom', atom, { query: FeedQuery }),
    gives(`GET ${of}/feed.json`, 'The same, by JSON Feed 1.1', 'application/feed+json', {
      query: FeedQuery,
      answer: Page,
    }),
  ]),
  gives('GET /search.atom', 'What is found, for feed readers', atom, { query: Search }),
  gives('GET /search.csv', 'All that is found, as a table', 'text/csv', { query: Search }),
  gives('GET /search.jsonl', 'The same, an object on each line', 'application/x-ndjson', { query: Search }),
  ...['claims', 'sources', 'topics'].map((room) =>
    gives(`GET /${room}/:id/graph.svg`, 'The chain of reports as a picture', 'image/svg+xml', { query: Download }),
  ),
  ...['claims', 'sources'].map((room) =>
    gives(`GET /${room}/:id/timeline.svg`, 'What was said when, as a picture', 'image/svg+xml', { query: Download }),
  ),
  ...['claims', 'statements'].map((room) =>
    gives(`GET /${room}/:id/picture.png`, 'What other sites show beside a link to it', 'image/png'),
  ),
  gives('GET /robots.txt', 'What search engines may read', 'text/plain'),
  gives('GET /sitemap.xml', 'The parts of the sitemap', 'application/xml'),
  gives('GET /sitemaps/:room/:part.xml', 'A part of the sitemap', 'application/xml'),
  gives('GET /opensearch.xml', 'How a browser searches here', 'application/opensearchdescription+xml'),
  gives(
    'GET /.well-known/security.txt',
    'Whom to tell of a fault in the program, if the desk names somebody',
    'text/plain',
  ),
  gives('GET /favicon.ico', 'The icon', 'image/x-icon'),
]
