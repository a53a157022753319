import type { Db } from '../database/connect.ts'
import type { Seen } from '../corrections/seen-values.ts'
import { chainSentence, showSource } from './presentation.ts'
import { statementFor } from './queries.ts'
import { say } from '../words/labels.ts'

type Row = Awaited<ReturnType<typeof findSeenRow>>

/** What `statementSeen` needs of a statement's present state. */
export function findSeenRow(db: Db, id: number) {
  const { words, mode, act, polarity, hops } = statementFor(null)
  return db.statement.findUniqueOrThrow({
    where: { id },
    select: {
      ...{ words, mode, act, polarity, hops },
      version: { select: { document: { select: { publisher: { select: { name: true } } } } } },
    },
  })
}

/** What readers see of a statement, in words; corrections are computed from it. */
export function statementSeen({ version, ...statement }: Row): Seen {
  const unnamed = statement.hops.flatMap((hop) => [hop.anonymityReason, hop.knowledgeBasis].filter((it) => it !== null))
  const bodies = statement.hops.flatMap((hop) => showSource(hop, { seesDrafts: false }).body?.name ?? [])
  return {
    words: statement.words,
    mode: say('StatementMode', statement.mode),
    act: say('StatementAct', statement.act),
    polarity: say('Polarity', statement.polarity),
    way: chainSentence(statement.hops, version.document.publisher.name),
    unnamed: unnamed.join('; '),
    bodies: bodies.join('; '),
  }
}

/**
 * The earlier version without names that the desk has since promised to hide: a correction must not name them for ever.
 */
export function withoutNames(before: Row, after: Row): Row {
  const described = after.hops.filter(({ naming }) => naming === 'described')
  const named = new Set(after.hops.flatMap(({ naming, source }) => (naming === 'named' && source ? [source.id] : [])))
  const isHidden = ({ id, naming, source }: Row['hops'][number]) =>
    naming === 'named' &&
    !named.has(source?.id ?? 0) &&
    described.some((hop) => hop.id === id || (hop.source !== null && hop.source.id === source?.id))
  const description = 'somebody who was named here then'
  const hops = before.hops.map((hop) =>
    isHidden(hop) ? { ...hop, naming: 'described' as const, description, source: null } : hop,
  )
  return { ...before, hops }
}
