import { z } from 'zod'
import { ContainerQuery } from '../annotations/schema.ts'
import { ClaimFilters } from '../claims/schema.ts'
import { DocumentFilters, PartQuery } from '../documents/schema.ts'
import { OembedQuery } from '../embeds/schema.ts'
import { Search } from '../search/schema.ts'
import { SourceFilters } from '../sources/schema.ts'
import { StatementFilters } from '../statements/schema.ts'
import { TopicFilters } from '../topics/schema.ts'
import {
  Annotation,
  ClaimPage,
  Claims,
  DocumentPage,
  Documents,
  EmbedPage,
  Health,
  Home,
  Method,
  OembedAnswer,
  SourcePage,
  Sources,
  StatementPage,
  Statements,
  TopicPage,
  Topics,
  VersionPage,
} from './answers.ts'
import { reads } from './operation.ts'

const linked = 'application/ld+json'

/** What everybody may read. A token of the newsroom also finds drafts. */
export const forReaders = [
  reads('GET /', 'What is new', null, { answer: Home }),
  reads('GET /about/method', 'The ratings, and what each takes', null, { answer: Method }),
  reads('GET /about/fetching', 'How this desk fetches pages, for those who run them', null),
  reads('GET /claims', 'Claims, the newest first', null, { query: ClaimFilters, answer: Claims }),
  reads('GET /claims/:id', 'A claim, who said it, and what was found', null, { answer: ClaimPage }),
  reads('GET /claims/:id/verdicts', 'Every verdict on a claim', null, { answer: ClaimPage }),
  reads('GET /statements', 'Statements, the newest first', null, { query: StatementFilters, answer: Statements }),
  reads('GET /statements/:id', 'A statement, with the way it took', null, { answer: StatementPage }),
  reads('GET /documents', 'Documents, the newest first', null, { query: DocumentFilters, answer: Documents }),
  reads('GET /documents/:id', 'A document with its text and the statements in it; of a long one, a part', null, {
    query: PartQuery,
    answer: DocumentPage,
  }),
  reads('GET /documents/:id/versions/:number', 'A text as it is kept; of a long one, a part', null, {
    query: PartQuery,
    answer: VersionPage,
  }),
  reads('GET /documents/:id/versions/:number/text', 'All of a text as it is kept', null, {
    answer: z.string(),
    type: 'text/plain',
  }),
  reads('GET /sources', 'People and organisations who speak or publish', null, {
    query: SourceFilters,
    answer: Sources,
  }),
  reads('GET /sources/:id', 'A source, what it said and what it passed on', null, { answer: SourcePage }),
  reads('GET /topics', 'What claims are about', null, { query: TopicFilters, answer: Topics }),
  reads('GET /topics/:id', 'A topic and the claims about it', null, { query: ClaimFilters, answer: TopicPage }),
  reads('GET /notes/:id', 'Leads to where a note stands', null),
  reads('GET /annotations/', 'Statements and public notes as Web Annotations', null, {
    query: ContainerQuery,
    answer: Annotation,
    type: linked,
  }),
  reads('GET /annotations/:name', 'One Web Annotation', null, { answer: Annotation, type: linked }),
  reads('OPTIONS /annotations/', 'What the container takes', null),
  reads('OPTIONS /annotations/:name', 'What an annotation takes', null),
  reads('GET /search', 'Claims, statements, people and documents by words', null, { query: Search }),
  reads('GET /statements/:id/provenance', 'The way of a statement, in PROV-O', null, { type: linked }),
  reads('GET /claims/:id/provenance', 'The verdicts on a claim, in PROV-O', null, { type: linked }),
  ...['claims', 'sources', 'topics'].map((room) => reads(`GET /${room}/:id/graph`, 'Chain of reports', null)),
  ...['claims', 'sources'].map((room) => reads(`GET /${room}/:id/timeline`, 'What was said when', null)),
  reads('GET /embed/claims/:id', 'A claim as other sites show it', null, { answer: EmbedPage }),
  reads('GET /oembed', 'How a site shows a claim, by oEmbed 1.0', null, { query: OembedQuery, answer: OembedAnswer }),
  reads('GET /openapi.json', 'This description', null),
  reads('GET /about/api', 'The same as a page', null),
  reads('GET /healthz', 'Whether the desk is alive', null, { answer: Health }),
  reads('GET /readyz', 'Whether it can work', null, { answer: Health }),
]
