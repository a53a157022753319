import type { Prisma } from '../database/client/client.ts'
import type { Db } from '../database/connect.ts'
import { writePartialDate } from '../words/partial-date.ts'

/** What `statementValues` needs of a statement. */
export const withChain = {
  spans: { orderBy: { position: 'asc' } },
  hops: {
    orderBy: { position: 'asc' },
    include: {
      source: { select: { name: true, kind: true } },
      upstream: { select: { id: true, words: true } },
    },
  },
} satisfies Prisma.StatementInclude

/** A statement as its form shows it, and as its history keeps it. */
export type StatementValues = ReturnType<typeof statementValues>

export async function findStatementValues(db: Db, id: number): Promise<StatementValues> {
  return statementValues(await db.statement.findUniqueOrThrow({ where: { id }, include: withChain }))
}

export function statementValues(statement: Prisma.StatementGetPayload<{ include: typeof withChain }>) {
  return {
    quote: statement.words,
    at: statement.spans.map((span) => span.start).join(','),
    spans: statement.spans.map(({ start, end }) => ({ start, end })),
    mode: statement.mode,
    act: statement.act,
    polarity: statement.polarity,
    answersId: statement.answersId ?? '',
    unfinished: statement.state === 'draft',
    hops: statement.hops.map((hop) => ({
      id: hop.id,
      naming: hop.naming,
      source: hop.source?.name ?? '',
      sourceId: hop.sourceId ?? '',
      sourceKind: hop.source?.kind ?? 'person',
      // Only if it was chosen, so that older history entries compare equal.
      ...(hop.bodyShown && { bodyShown: true }),
      description: hop.description ?? '',
      anonymityReason: hop.anonymityReason ?? '',
      knowledgeBasis: hop.knowledgeBasis ?? '',
      cue: hop.cue ?? '',
      addressee: hop.addressee ?? '',
      addresseeSourceId: hop.addresseeSourceId ?? '',
      place: hop.place ?? '',
      medium: hop.medium ?? '',
      mediumDocumentId: hop.mediumDocumentId ?? '',
      said: hop.saidOn && hop.saidPrecision ? writePartialDate(hop.saidOn, hop.saidPrecision) : '',
      spokenLanguage: hop.spokenLanguage ?? '',
      translated: hop.translated,
      translatedBy: hop.translatedBy ?? '',
      upstream: hop.upstream ? nameStatement(hop.upstream) : '',
      upstreamId: hop.upstreamId ?? '',
    })),
  }
}

/** "417 “The quay is sinking”": the number decides, the words are for people who read the field. */
export function nameStatement({ id, words }: { id: number; words: string }): string {
  return `${id} “${words.length > 80 ? `${words.slice(0, 79)}…` : words}”`
}
