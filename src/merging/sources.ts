import type { Prisma } from '../database/client/client.ts'
import type { Database, Db } from '../database/connect.ts'
import { writeEvent } from '../history/events.ts'
import { type Viewer } from '../policy.ts'
import { readable } from '../visible/readable.ts'
import { Refused } from '../refused.ts'
import { refuseCircle } from '../sources/affiliations.ts'
import { lockSources } from '../sources/locks.ts'
import { foldName } from '../words/names.ts'
import { sayOwn, selectOwn } from '../sources/own-fields.ts'
import { sameSources } from '../sources/pairs.ts'
import { suggestSources } from '../sources/type-ahead.ts'
import { sourcePath } from '../words/addresses.ts'
import { formatCount } from '../words/dates.ts'
import type { Mergeable, Moved, Side, Sides } from './kind.ts'
import type { Renamed } from './names.ts'
import { idsIn } from './references.ts'
import type { MergeInto } from './schema.ts'

type SourceSide = Awaited<ReturnType<typeof findSide>>

export const sources: Mergeable<SourceSide> = {
  ...sameSources,
  edit: 'edit sources',
  editSeen: 'merge published sources',
  tell: {
    merged: (tx, sourceId, event) => writeEvent(tx, 'sources_merged', { ...event, sourceId }),
    undone: (tx, sourceId, event) => writeEvent(tx, 'merge_undone', { ...event, sourceId }),
    toldApart: (tx, sourceId, event) => writeEvent(tx, 'sources_told_apart', { ...event, sourceId }),
    likened: (tx, sourceId, event) => writeEvent(tx, 'sources_likened', { ...event, sourceId }),
  },
  undoneAt: '/merges',
  called: 'Name',
  suggestedAt: '/sources/suggestions',
  intoHint: 'Its name, or its number',
  references: [
    {
      ...{ key: 'hops', table: 'Hop', column: 'sourceId' },
      counted: ['step in which they speak', 'steps in which they speak'],
      lost: ['step in which they spoke', 'steps in which they spoke'],
    },
    {
      ...{ key: 'addressed', table: 'Hop', column: 'addresseeSourceId' },
      counted: ['step in which they are spoken to', 'steps in which they are spoken to'],
      lost: ['step in which they were spoken to', 'steps in which they were spoken to'],
    },
    {
      ...{ key: 'documents', table: 'Document', column: 'publisherId' },
      counted: ['document they published', 'documents they published'],
      lost: ['document', 'documents'],
    },
    { key: 'replies', table: 'Reply', column: 'sourceId', counted: ['reply', 'replies'] },
    { key: 'notes', table: 'Note', column: 'sourceId', counted: ['note', 'notes'] },
    {
      ...{ key: 'roles', table: 'SourceRole', column: 'sourceId' },
      unless: ['folded', 'since', 'until'],
      counted: ['role', 'roles'],
    },
    {
      ...{ key: 'affiliations', table: 'SourceAffiliation', column: 'sourceId' },
      unless: ['bodyId', 'since', 'until'],
      counted: ['body they work for', 'bodies they work for'],
      lost: ['body they worked for', 'bodies they worked for'],
    },
    {
      ...{ key: 'people', table: 'SourceAffiliation', column: 'bodyId' },
      unless: ['sourceId', 'since', 'until'],
      counted: ['person who works for them', 'people who work for them'],
      lost: ['person who worked for them', 'people who worked for them'],
    },
  ],
  aliases: { table: 'SourceAlias', column: 'sourceId' },
  lockAll,
  find: findSide,
  findMerge: (db, id) => db.sourceMerge.findUniqueOrThrow({ where: { id } }),
  findPair: (db, id) => db.sourcePair.findUniqueOrThrow({ where: { id } }),
  listInPairs: (db, ids) =>
    db.source.findMany({ where: { id: { in: ids } }, select: { id: true, name: true, kind: true, description: true } }),
  findNamed,
  isSeen,
  isUndoingSeen,
  inShort: ({ name, description, wikidataId, aliases, roles }) => [
    ...[name, description, wikidataId],
    ...aliases.map((alias) => alias.name),
    ...roles.map((role) => role.title),
  ],
  values: ({ name, wikidataId, aliases }) => ({ name, wikidataId: wikidataId ?? '', aliases: inLines(aliases) }),
  movesBesides: ({ wikidataId }) => (wikidataId === null ? [] : [`the Wikidata id ${wikidataId}`]),
  findConflicts,
  tellMoved(count) {
    const counts = [
      ...(count('hops') > 0 ? [formatCount(count('hops'), 'step of statements', 'steps of statements')] : []),
      ...(count('documents') > 0 ? [formatCount(count('documents'), 'document')] : []),
    ]
    return counts.length > 0 ? `, with ${counts.join(' and ')}` : ''
  },
  carry: carryWikidataId,
  carryBack: carryWikidataIdBack,
  check: refuseCircle,
}

/** Other names, as a thing's history shows them. */
export function inLines(aliases: NonNullable<Side['aliases']>): string {
  return aliases
    .map(({ name }) => name)
    .toSorted()
    .join('\n')
}

async function findSide(db: Db, id: number) {
  const source = await db.source.findUniqueOrThrow({ where: { id }, relationLoadStrategy: 'join', select: side })
  const { aliases, roles, affiliations } = source
  const said = (words: string[]) => words.join('; ') || 'nothing'
  const own = (stands: Parameters<typeof sayOwn>[1]) =>
    sayOwn(source, stands).map(({ label, value }) => ({ label, value: value ?? 'nothing' }))
  return {
    ...source,
    path: sourcePath(source),
    facts: [
      ...own('below the name'),
      { label: 'Other names', value: said(aliases.map(({ name }) => name)) },
      ...own('in a row'),
      { label: 'Roles', value: said(roles.map(({ title }) => title)) },
      { label: 'Works for', value: said(affiliations.map(({ body }) => body.name)) },
    ],
  }
}

const side = {
  id: true,
  name: true,
  ...selectOwn,
  mergedIntoId: true,
  revision: true,
  aliases: { orderBy: { name: 'asc' }, select: { id: true, name: true, folded: true } },
  roles: { orderBy: { id: 'asc' }, select: { title: true } },
  affiliations: { orderBy: { id: 'asc' }, select: { body: { select: { id: true, name: true } } } },
} satisfies Prisma.SourceSelect

async function findNamed(db: Database, viewer: Viewer, id: number, { into }: MergeInto) {
  const folded = foldName(into)
  if (folded === '') throw new Refused({ into: 'Say into which source: its name, or its number' })
  const exact = await db.source.findMany({
    where: { OR: [{ folded }, { aliases: { some: { folded } } }], mergedIntoId: null, NOT: { id } },
    orderBy: { id: 'asc' },
    take: 20,
  })
  const [only] = exact
  if (only && exact.length === 1) return only

  const offered = only ? exact : (await suggestSources(db, viewer, into)).filter((source) => source.id !== id)
  if (offered.length === 0)
    throw new Refused({ into: `No source is called “${into}”. Try fewer letters, or its number` })
  throw new Refused(
    {
      into: only
        ? `Several sources are called “${into}”: choose which`
        : `No source is called just “${into}”: choose one that is meant, or write another name`,
    },
    {
      intoId: offered.map((source) => ({
        value: String(source.id),
        label: `${source.name} – ${source.description ?? source.kind} (${source.id})`,
      })),
    },
  )
}

/** Also their documents, in the general order of locks. */
async function lockAll(tx: Db, ids: number[]): Promise<void> {
  await lockSources(tx)
  await tx.$queryRaw`SELECT "id" FROM "Source" WHERE "id" = ANY (${ids}) ORDER BY "id" FOR UPDATE`
  await tx.$executeRaw`
    SELECT "id" FROM "Document" WHERE "publisherId" = ANY (${ids}) ORDER BY "id" FOR NO KEY UPDATE`
}

async function isSeen(db: Db, id: number): Promise<boolean> {
  const where = { OR: [readable.sources(null), { addressed: { some: { statement: readable.statements(null) } } }] }
  return (await db.source.count({ where: { id, AND: where } })) > 0
}

async function isUndoingSeen(db: Db, { survivorId, moved }: { survivorId: number; moved: Moved }): Promise<boolean> {
  if (!(await isSeen(db, survivorId))) return false
  if (moved['renamed'] as Renamed) return true
  const steps = [...idsIn(moved, 'hops'), ...idsIn(moved, 'addressed')]
  const statement = readable.statements(null)
  const document = readable.documents(null)
  return (
    (await hasAny(steps, (ids) => db.hop.count({ where: { id: { in: ids }, statement } }))) ||
    (await hasAny(idsIn(moved, 'documents'), (ids) => db.document.count({ where: { id: { in: ids }, AND: document } })))
  )
}

/** A query takes only so many ids. */
async function hasAny(ids: number[], count: (some: number[]) => Promise<number>): Promise<boolean> {
  for (let i = 0; i < ids.length; i += 10_000) if ((await count(ids.slice(i, i + 10_000))) > 0) return true
  return false
}

/** Sentences about what must be settled first; the database would refuse the first two as well. */
async function findConflicts(db: Db, { merged, survivor }: Sides<SourceSide>): Promise<string[]> {
  const sentences: string[] = []
  if (merged.wikidataId !== null && survivor.wikidataId !== null) {
    sentences.push(
      `“${merged.name}” is ${merged.wikidataId} at Wikidata and “${survivor.name}” is ${survivor.wikidataId}: these are two. Remove the wrong id first`,
    )
  }
  const documents = { where: { publisherId: survivor.id }, select: { id: true, title: true } }
  const twins = await db.document.findMany({
    where: { publisherId: merged.id, text: { documents: { some: { publisherId: survivor.id } } } },
    orderBy: { id: 'asc' },
    take: 10,
    select: { id: true, title: true, text: { select: { documents } } },
  })
  for (const { id, title, text } of twins) {
    const [other] = text.documents
    sentences.push(
      `Both published one text: document ${id}, “${title}”, and document ${other?.id}, “${other?.title}”. A publisher has each text once: give one of them another publisher first`,
    )
  }
  for (const [one, other] of [
    [merged, survivor],
    [survivor, merged],
  ] as const) {
    if (one.affiliations.some(({ body }) => body.id === other.id)) {
      sentences.push(`“${one.name}” works for “${other.name}” here. Remove that first, or keep them as two`)
    }
  }
  return sentences
}

/** Wikidata ids are unique, so the merged source gives its own up first. */
async function carryWikidataId(tx: Db, { merged, survivor }: Sides<SourceSide>): Promise<Moved> {
  const { wikidataId } = merged
  if (wikidataId !== null) {
    await tx.source.update({ where: { id: merged.id }, data: { wikidataId: null } })
    await tx.source.update({ where: { id: survivor.id }, data: { wikidataId } })
  }
  return { wikidataId }
}

async function carryWikidataIdBack(
  tx: Db,
  { mergedId, survivorId }: { mergedId: number; survivorId: number },
  moved: Moved,
): Promise<string[]> {
  const wikidataId = moved['wikidataId'] as string | null
  if (wikidataId === null) return []
  const given = await tx.source.updateMany({ where: { id: survivorId, wikidataId }, data: { wikidataId: null } })
  if (given.count === 0) return [`The Wikidata id ${wikidataId} could not be put back: it was changed since`]
  await tx.source.update({ where: { id: mergedId }, data: { wikidataId } })
  return []
}
