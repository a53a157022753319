import { z } from 'zod'
import {
  Axis,
  ClaimStance,
  DocumentKind,
  EvidenceKind,
  EvidenceStance,
  Naming,
  Polarity,
  PublicationState,
  Requirement,
  StatementAct,
  StatementMode,
  StatementState,
  Tone,
  VerdictState,
} from '../database/client/enums.ts'
import { toldOwn } from '../sources/own-fields.ts'

/*
 * The API's answers. Every object may gain fields; named fields stay. The tests compare real answers with them.
 */

const number = z.int().positive()
const count = z.int().min(0)
const moment = z.iso.datetime()
const date = z
  .string()
  .regex(/^\d{4}(-\d\d(-\d\d)?)?$/)
  .describe('A date by ISO 8601, as precise as it is known: 2021, 2021-10 or 2021-10-07')
const path = z.string().regex(/^\//).describe('An address of this desk')
const next = path.nullable().describe('Where the next page is; also in the header Link, rel="next". Null on the last')
const rows = z.array(z.looseObject({}))

/** The data of a page at the desk, as the page shows it. */
export const Page = z.looseObject({}).meta({ id: 'Page', description: 'What the page at this address shows' })

export const Changed = z
  .looseObject({ url: z.string(), notice: z.string(), id: number.optional(), outcome: z.string().optional() })
  .meta({
    id: 'Changed',
    description: 'It is done: where to look, in a sentence what was done, and the number of what was made',
  })

export const Found = z
  .looseObject({
    url: z.string().describe('The form to import it, filled in'),
    notice: z.string(),
    id: number.describe('Send it as intakeId with the document, so that the original bytes are kept'),
    fields: z.looseObject({ title: z.string(), text: z.string() }).describe('What a document is imported with'),
    leftOut: z.array(z.string()).describe('Paragraphs that were not taken for part of the text'),
    remarks: z.array(z.string()).describe('What could not be read'),
    atAddress: z.looseObject({ id: number, title: z.string() }).nullable().describe('The document with its address'),
    like: z
      .array(z.looseObject({ id: number, title: z.string(), likeness: z.number() }))
      .describe('Documents with nearly this text, and how much of the words both have'),
    mends: z
      .array(z.looseObject({ mend: z.string(), count: number }))
      .describe('What can be cleaned up in the text: send the names you want as mends, with the document'),
  })
  .meta({ id: 'Found', description: 'What was found in a page or a file; nothing is imported yet' })

export const Words = z.object({ text: z.string() })

export const ImportFound = z
  .looseObject({
    found: z.looseObject({
      id: number,
      name: z.string(),
      progress: z.object({
        total: z.int(),
        settled: z.int().describe('What is no longer waiting'),
        stored: z.int().describe('As drafts'),
        versions: z.int().describe('As new versions of documents that were here'),
        known: z.int().describe('Was here already'),
        failed: z.int(),
        waiting: z.int(),
      }),
      items: z.array(
        z.looseObject({
          id: number,
          name: z.string().describe('A file’s name, or an address'),
          state: z.enum(['waiting', 'running', 'again', 'stored', 'version', 'known', 'listed', 'failed']),
          problem: z.string().nullable().describe('Why it failed, or is tried again'),
          next: z.iso.datetime().nullable().describe('When it is tried again'),
          remarks: z.array(z.string()).describe('What was cleaned up in its text, or left as it is'),
          isKnownAddress: z.boolean().describe('Not imported because `document` has its address, with another text'),
          document: z.looseObject({ id: number, title: z.string() }).nullable(),
        }),
      ),
    }),
  })
  .meta({ id: 'ImportFound', description: 'An import of many documents, with the state of each' })

export const Problem = z
  .looseObject({
    type: z.url().describe('The kind of problem: an address on the page about the API'),
    title: z.string().describe('The kind of problem, in the same words each time'),
    detail: z.string().describe('What is wrong in this case and what to do, in a sentence'),
    status: z.int().min(400).max(599),
    errors: z.record(z.string(), z.array(z.string())).optional().describe('By field, what to mend'),
    choices: z
      .record(z.string(), z.array(z.unknown()))
      .optional()
      .describe('By field, what was meant, where it could be several things'),
    stored: z.looseObject({}).optional().describe('If somebody else was quicker: what is stored now'),
    yours: z.looseObject({}).optional(),
    revision: z.int().optional().describe('What to send again to overwrite that'),
  })
  .meta({ id: 'Problem', description: 'A problem by RFC 9457' })

export const Health = z.looseObject({ status: z.string() })

const Rating = z
  .looseObject({ slug: z.string(), label: z.string(), meaning: z.string(), tone: z.enum(Tone) })
  .meta({ id: 'Rating' })

const Evidence = z
  .looseObject({
    kind: z.enum(EvidenceKind),
    stance: z.enum(EvidenceStance),
    title: z.string().nullable(),
    quote: z.string().nullable(),
    url: z.string().nullable(),
    document: z.looseObject({ id: number, title: z.string(), path }).nullable(),
  })
  .meta({ id: 'Evidence', description: 'What a verdict rests on: a passage of a stored document, or a link' })

const Verdict = z
  .looseObject({
    id: number,
    axis: z.enum(Axis),
    rating: Rating,
    reasons: z.string(),
    state: z.enum(VerdictState),
    createdAt: moment,
    publishedAt: moment.nullable(),
    account: z.string().describe('Who gave it'),
    evidence: z.array(Evidence),
  })
  .meta({ id: 'Verdict', description: 'What an editor found; never edited, only superseded or withdrawn' })

const Origins = z
  .looseObject({ reports: count, origins: count, line: z.string().describe('"7 reports, 2 origins"') })
  .meta({ id: 'Origins', description: 'How many reports a claim has, and on how many words they rest' })

const claim = {
  id: number,
  sentence: z.string(),
  state: z.enum(PublicationState),
  publishedAt: moment.nullable(),
  path,
  verdict: Verdict.nullable().describe('Is it true? Null where it is not checked yet'),
  origins: Origins,
}
/** Only in lists. */
const checkedAgain = z
  .looseObject({ since: date, why: z.string() })
  .nullable()
  .describe('Whether it is being checked again because what it rests on changed: since when, and why')
const ClaimLine = z
  .looseObject({ ...claim, statementCount: count, checkedAgain: checkedAgain.optional() })
  .meta({ id: 'ClaimLine' })

const InDocument = z
  .looseObject({ id: number, title: z.string(), path, publisher: z.looseObject({ id: number, name: z.string() }) })
  .meta({ id: 'InDocument', description: 'The document that a statement stands in' })

const Standing = z
  .looseObject({
    tone: z.enum(Tone).describe('The worse of the answers'),
    answers: z.array(
      z.looseObject({
        on: z.enum(['statement', 'step', 'claim']),
        question: z.string(),
        isChecked: z.boolean(),
        slug: z.string(),
        label: z.string(),
        tone: z
          .enum(Tone)
          .describe('Of the rating itself: for a claim that the passage denies, not what it means for it'),
        meant: z
          .enum(Tone)
          .describe('What the rating means for the passage: a claim rated good is bad for a denial of it'),
        drawn: z
          .enum([...Object.values(Tone), 'plain'])
          .describe('As a page shows it: plain is good beside something wrong'),
        towards: z.string().nullable().describe('"Denies a claim rated", before the label; null for an assertion'),
        stance: z.enum(ClaimStance).nullable().describe('Of a claim: whether it is asserted, denied or doubted'),
      }),
    ),
    sign: z.string().describe('"said ✓ · true ✕"; empty where nothing was checked'),
    told: z.string().describe('The same in words'),
  })
  .meta({ id: 'Standing', description: 'Whether it was said, and what was found of what is claimed; never one alone' })

const said = {
  id: number,
  words: z.string(),
  mode: z.enum(StatementMode),
  act: z.enum(StatementAct),
  polarity: z.enum(Polarity),
  state: z.enum(StatementState),
  path,
  line: z.string().describe('How it reached the page, in a sentence'),
  rating: z.looseObject({ label: z.string(), tone: z.enum(Tone) }).describe('Did they say it?'),
  standing: Standing,
}
const StatementLine = z
  .looseObject({
    ...said,
    saidOn: date.nullable().describe('When it was said, if that is known'),
    document: InDocument,
    checkedAgain: checkedAgain.optional(),
  })
  .meta({ id: 'StatementLine' })

const Step = z
  .looseObject({
    id: number,
    number,
    who: z.string(),
    naming: z.enum(Naming),
    body: z
      .looseObject({ name: z.string(), path })
      .nullable()
      .describe('The body that somebody described and not named belongs to, where readers see it'),
    cue: z.string().nullable(),
    addressee: z.string().nullable(),
    place: z.string().nullable(),
    saidOn: date.nullable(),
    when: z.string().nullable().describe('The same in words'),
    medium: z.string().nullable(),
    verdict: Verdict.nullable(),
  })
  .meta({ id: 'Step', description: 'One step of the way that words took, from who said them outwards' })

const Statement = z
  .looseObject({
    ...said,
    spans: z
      .array(z.looseObject({ start: count, end: count }))
      .describe('In Unicode code points of the stored text, half-open'),
    steps: z.array(Step),
    claims: z.array(
      z.looseObject({
        id: number,
        sentence: z.string(),
        stance: z.enum(ClaimStance),
        path,
        verdict: Verdict.nullable(),
      }),
    ),
    verdict: Verdict.nullable(),
    verdicts: z.array(Verdict),
  })
  .meta({ id: 'Statement', description: 'One attributed passage of one document, with the way it took' })

const document = {
  id: number,
  title: z.string(),
  kind: z.enum(DocumentKind),
  authors: z.array(z.string()),
  url: z.string().nullable(),
  publishedOn: date.nullable(),
  language: z.string(),
  state: z.enum(PublicationState),
  publisher: z.looseObject({ id: number, name: z.string() }),
}
const DocumentLine = z
  .looseObject({ ...document, path, statementCount: count, checkedAgain: checkedAgain.optional() })
  .meta({ id: 'DocumentLine' })

const source = {
  id: number,
  name: z.string(),
  ...toldOwn,
  path,
}
const topic = { id: number, name: z.string(), description: z.string().nullable(), path }

export const Home = z.looseObject({
  statements: z.array(StatementLine),
  claims: z.array(ClaimLine),
  documents: z.array(DocumentLine),
})
export const Method = z.looseObject({
  ratings: z.array(
    Rating.extend({ axis: z.enum(Axis), ratingValue: z.int().nullable(), requires: z.enum(Requirement) }),
  ),
})
export const Claims = z.looseObject({ claims: z.array(ClaimLine), next })
export const ClaimPage = z.looseObject({
  claim: z.looseObject({
    ...claim,
    topics: z.array(z.looseObject({ id: number, name: z.string(), path })),
    statements: z.array(StatementLine.extend({ stance: z.enum(ClaimStance) })),
    verdicts: z.array(Verdict),
  }),
})
export const Statements = z.looseObject({ statements: z.array(StatementLine), next })
export const StatementPage = z.looseObject({ statement: Statement, document: InDocument })
export const Documents = z.looseObject({ documents: z.array(DocumentLine), next })
const part = z.looseObject({ number, count }).describe('Which part of how many; nearly all documents have one')
export const DocumentPage = z.looseObject({
  document: z.looseObject({
    ...document,
    path,
    version: z.looseObject({ number, fetchedAt: moment, sha256: z.string().length(64) }),
    paragraphs: rows.describe('The text, cut where statements begin and end'),
    statements: z.array(Statement),
    part,
  }),
  next,
})
export const VersionPage = z.looseObject({
  version: z.looseObject({
    number,
    fetchedAt: moment,
    text: z.looseObject({ content: z.string(), sha256: z.string().length(64), codePoints: count }),
    document: z.looseObject(document),
    part,
  }),
  next,
})
export const Sources = z.looseObject({ sources: z.array(z.looseObject({ ...source, statementCount: count })), next })
export const SourcePage = z.looseObject({
  source: z.looseObject({
    ...source,
    aliases: z.array(z.looseObject({ name: z.string() })),
    roles: rows,
    affiliations: rows,
    documents: rows,
    statements: z.array(StatementLine.extend({ part: z.enum(['said', 'passedOn']) })),
  }),
  next,
})
export const Topics = z.looseObject({ topics: z.array(z.looseObject({ ...topic, claimCount: count })), next })
export const TopicPage = z.looseObject({
  topic: z.looseObject(topic),
  claims: z.array(ClaimLine),
  next,
  total: count,
})
export const EmbedPage = z.looseObject({
  claim: z.looseObject({
    id: number,
    sentence: z.string(),
    path,
    reports: z.string().nullable().describe('Who says it: "Said once, by …" or "7 reports, 2 origins"'),
    told: z.array(z.string()).describe('Who says it, who denies it and who doubts it, a sentence each'),
  }),
})
export const OembedAnswer = z.looseObject({
  version: z.literal('1.0'),
  type: z.literal('rich'),
  title: z.string(),
  html: z.string(),
  width: count,
  height: count,
})

/** By schema.org. */
export const DataFeed = z.looseObject({
  '@context': z.literal('https://schema.org'),
  '@type': z.literal('DataFeed'),
  dataFeedElement: z.array(z.looseObject({ '@type': z.literal('DataFeedItem'), item: z.looseObject({}) })),
})

/** Suggestions for a field while somebody types. */
export const Suggested = z.array(z.looseObject({ id: number }))
export const Colleagues = z.array(z.looseObject({ name: z.string() }))
/** In the shape of the W3C's Web Annotation Data Model. */
export const Annotation = z.looseObject({ '@context': z.unknown(), id: z.string() })
