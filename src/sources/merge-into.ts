import type { Database } from '../database/connect.ts'
import type { Viewer } from '../policy.ts'
import { Refused } from '../refused.ts'
import { foldName } from './names.ts'
import type { MergeInto } from './schema.ts'
import { suggestSources } from './type-ahead.ts'

/**
 * The source that a merge is to lead to, by number or by name. Throws Refused, beside `into`, where that is none, or
 * several of which none was chosen; a merged one means the one that it was merged into, and `told` says so.
 */
export async function findMergeTarget(db: Database, viewer: Viewer, id: number, { into, intoId }: MergeInto) {
  const number = intoId ?? (/^\d{1,9}$/.test(into) ? Number(into) : undefined)
  const named = number === undefined ? undefined : await db.source.findUnique({ where: { id: number } })
  if (intoId !== undefined && !named) throw new Refused({ into: `There is no source ${intoId}` })
  const target = named ?? (await findNamed(db, viewer, id, into))

  let last = target
  while (last.mergedIntoId !== null) last = await db.source.findUniqueOrThrow({ where: { id: last.mergedIntoId } })
  if (last.id === id) {
    throw new Refused({
      into:
        target.id === id
          ? 'A source cannot be merged into itself. Choose another'
          : `“${target.name}” was merged into this very source. Choose another`,
    })
  }
  return {
    id: last.id,
    told: last.id === target.id ? null : `“${target.name}” was merged into “${last.name}”, so this leads there.`,
  }
}

async function findNamed(db: Database, viewer: Viewer, id: number, name: string) {
  const folded = foldName(name)
  if (folded === '') throw new Refused({ into: 'Say into which source: its name, or its number' })
  const exact = await db.source.findMany({
    where: { OR: [{ folded }, { aliases: { some: { folded } } }], mergedIntoId: null, NOT: { id } },
    orderBy: { id: 'asc' },
    take: 20,
  })
  const [only] = exact
  if (only && exact.length === 1) return only

  const offered = only ? exact : (await suggestSources(db, viewer, name)).filter((source) => source.id !== id)
  if (offered.length === 0)
    throw new Refused({ into: `No source is called “${name}”. Try fewer letters, or its number` })
  throw new Refused(
    {
      into: only
        ? `Several sources are called “${name}”: choose which`
        : `No source is called just “${name}”: choose one that is meant, or write another name`,
    },
    {
      intoId: offered.map((source) => ({
        value: String(source.id),
        label: `${source.name} – ${source.description ?? source.kind} (${source.id})`,
      })),
    },
  )
}
