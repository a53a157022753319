import { Prisma, type SourceKind } from '../database/client/client.ts'
import type { Database, Db } from '../database/connect.ts'
import { apart } from '../database/taken-along.ts'
import { type By, writeEvent } from '../history/events.ts'
import { Refused } from '../refused.ts'
import { initialsOf, likeness, type Likened } from './likeness.ts'
import { lockSources } from './locks.ts'
import { pairChanges } from './pair-changes.ts'
import { literally, swapped, wordsOfName } from './spelling.ts'

const compared = {
  id: true,
  name: true,
  folded: true,
  kind: true,
  wikidataId: true,
  mergedIntoId: true,
  aliases: { select: { name: true, folded: true } },
  roles: { select: { title: true, folded: true } },
} satisfies Prisma.SourceSelect

/**
 * Holds a source against those that its names could lead to, and keeps the pairs that are probably one. Part of every
 * change of a source's names, so it looks up what it needs through the indexes and never at all pairs.
 */
export async function compareSource(tx: Db, id: number): Promise<void> {
  const source = await tx.source.findUniqueOrThrow({ where: { id }, select: compared })
  const found = source.mergedIntoId === null ? await findLike(tx, source) : new Map<number, string>()
  const before = await tx.sourcePair.findMany({ where: { OR: [{ earlierId: id }, { laterId: id }] } })
  const { gone, reworded, made } = pairChanges(id, before, found)
  if (gone.length > 0) await tx.sourcePair.deleteMany({ where: { id: { in: gone } } })
  for (const { id: pairId, reason } of reworded)
    await tx.sourcePair.updateMany({ where: { id: pairId }, data: { reason } })
  if (made.length > 0) await tx.sourcePair.createMany({ data: made, skipDuplicates: true })
  await tx.source.updateMany({ where: { id, compared: false }, data: { compared: true } })
}

/** Compares sources that came here without being compared, such as those of an older version; as many as asked for. */
export async function compareWaiting(db: Database, most: number): Promise<number> {
  const waiting = await db.source.findMany({
    where: { compared: false, mergedIntoId: null },
    orderBy: { id: 'asc' },
    take: most,
    select: { id: true },
  })
  for (const { id } of waiting) {
    // Each is done by itself: who asks again after it was cut off goes on with the rest.
    await apart(() =>
      db.$transaction(async (tx) => {
        await lockSources(tx)
        await compareSource(tx, id)
      }),
    )
  }
  return waiting.length
}

/** "They are different": the pair is kept, and not suggested again. */
export function tellApart(db: Database, { pairId, by }: { pairId: number } & By) {
  return decide(db, { pairId, isDifferent: true, by })
}

export function bringBack(db: Database, { pairId, by }: { pairId: number } & By) {
  return decide(db, { pairId, isDifferent: false, by })
}

function decide(db: Database, { pairId, isDifferent, by }: { pairId: number; isDifferent: boolean } & By) {
  return db.$transaction(async (tx) => {
    const pair = await tx.sourcePair.findUniqueOrThrow({
      where: { id: pairId },
      include: { earlier: { select: { name: true } }, later: { select: { name: true } } },
    })
    const { count } = await tx.sourcePair.updateMany({
      where: { id: pairId, differentAt: isDifferent ? null : { not: null } },
      data: { differentAt: isDifferent ? new Date() : null },
    })
    if (count === 0) {
      throw new Refused({
        pair: isDifferent ? 'Somebody said already that they are different' : 'They are suggested already',
      })
    }
    await writeEvent(tx, isDifferent ? 'sources_told_apart' : 'sources_likened', {
      by,
      sourceId: pair.laterId,
      after: { other: pair.earlier.name, otherId: pair.earlierId },
    })
  })
}

async function findLike(tx: Db, source: Likened & { id: number }): Promise<Map<number, string>> {
  const rows = await tx.$queryRaw<{ id: number }[]>(candidates(source))
  const others = await tx.source.findMany({
    where: { id: { in: rows.map(({ id }) => id), not: source.id }, mergedIntoId: null },
    relationLoadStrategy: 'join',
    select: compared,
  })
  const reasons = others.map((other) => [other.id, likeness(source, other)] as const)
  return new Map(reasons.filter((pair): pair is readonly [number, string] => pair[1] !== undefined))
}

/** Whoever could be like it: each part goes through an index of its own and is bounded. */
function candidates({ folded, kind, aliases, roles }: Likened) {
  const names = [...new Set([folded, ...aliases.map((alias) => alias.folded)])]
  const surname = wordsOfName(folded).at(-1) ?? ''
  const titles = roles.map((role) => role.folded).filter(Boolean)
  const parts = [
    Prisma.sql`(SELECT "id" FROM "Source" WHERE "folded" = ANY(${[...names, ...spellings(folded, kind)]}) LIMIT 50)`,
    Prisma.sql`(SELECT "sourceId" FROM "SourceAlias" WHERE "folded" = ANY(${names}) LIMIT 50)`,
    Prisma.sql`(SELECT "id" FROM "Source" WHERE "folded" % ${folded}::text ORDER BY similarity("folded", ${folded}::text) DESC LIMIT 20)`,
    ...patterns(folded, kind).map(
      (pattern) => Prisma.sql`(SELECT "id" FROM "Source" WHERE "folded" LIKE ${pattern} LIMIT 100)`,
    ),
    ...(kind === 'person' && surname !== '' && titles.length > 0
      ? [
          Prisma.sql`(SELECT s."id" FROM "SourceRole" r JOIN "Source" s ON s."id" = r."sourceId"
            WHERE r."folded" = ANY(${titles}) AND s."folded" LIKE ${`%${literally(surname)}`} LIMIT 50)`,
        ]
      : []),
  ]
  return Prisma.join(parts, ' UNION ')
}

/** Other ways in which just this name may have been written down. */
function spellings(folded: string, kind: SourceKind): string[] {
  const words = wordsOfName(folded)
  const [first = '', ...rest] = words
  const last = rest.at(-1)
  const initials = words.slice(0, -1).map((word) => [...word][0] ?? '')
  const short =
    kind === 'person' && last !== undefined && first.length > 1
      ? [
          `${initials[0]}. ${last}`,
          `${initials[0]} ${last}`,
          `${initials.map((letter) => `${letter}.`).join(' ')} ${last}`,
          `${initials.map((letter) => `${letter}.`).join('')} ${last}`,
          `${initials.join(' ')} ${last}`,
        ]
      : []
  const acronym = kind === 'person' ? undefined : initialsOf(folded)
  return [
    ...swapped(folded),
    ...short,
    ...(acronym === undefined ? [] : [acronym, `${[...acronym].join('.')}.`]),
    words.join(' '),
    words.toReversed().join(' '),
    folded.startsWith('the ') ? folded.slice(4) : `the ${folded}`,
  ]
}

/** Whole names of which this one may be the short form. */
function patterns(folded: string, kind: SourceKind): string[] {
  const words = wordsOfName(folded)
  const last = words.at(-1)
  if (kind === 'person') {
    const given = words.slice(0, -1)
    const isShort = last !== undefined && given.length > 0 && given.every((word) => [...word].length === 1)
    return isShort ? [`${literally(given[0] ?? '')}% ${literally(last)}`] : []
  }
  const letters = [...words.join('')]
  const isShort =
    letters.length >= 2 && letters.length <= 6 && (words.length === 1 || words.every((word) => [...word].length === 1))
  return isShort
    ? [
        letters.map((letter) => `${literally(letter)}%`).join(' '),
        `the ${letters.map((letter) => `${literally(letter)}%`).join(' ')}`,
      ]
    : []
}
