import { Prisma, type SourceKind } from '../database/client/client.ts'
import type { Db } from '../database/connect.ts'
import type { Kind } from '../same/kind.ts'
import { compare } from '../same/pairs.ts'
import { sourcePath } from '../words/addresses.ts'
import { initialsOf, likeness, type Likened } from './likeness.ts'
import { lockSources } from './locks.ts'
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

/** How sources are compared for probable duplicates. */
export const sameSources: Kind = {
  one: 'source',
  many: 'sources',
  table: 'Source',
  merges: 'SourceMerge',
  pairs: 'SourcePair',
  name: 'name',
  path: sourcePath,
  lock: lockSources,
  findLike,
}

/** Part of every change of a source's names. */
export function compareSource(tx: Db, id: number): Promise<void> {
  return compare(tx, sameSources, id)
}

async function findLike(tx: Db, id: number): Promise<Map<number, string>> {
  const source = await tx.source.findUniqueOrThrow({ where: { id }, select: compared })
  if (source.mergedIntoId !== null) return new Map()
  const rows = await tx.$queryRaw<{ id: number }[]>(candidates(source))
  const others = await tx.source.findMany({
    where: { id: { in: rows.map(({ id }) => id), not: source.id }, mergedIntoId: null, takenBackAt: null },
    relationLoadStrategy: 'join',
    select: compared,
  })
  const reasons = others.map((other) => [other.id, likeness(source, other)] as const)
  return new Map(reasons.filter((pair): pair is readonly [number, string] => pair[1] !== undefined))
}

/** Possible duplicates: each part uses an index of its own and has a limit. */
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

/** Other spellings of exactly this name. */
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

/** Full names of which this one may be the short form. */
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
