import type { Db } from '../database/connect.ts'
import { type Viewer } from '../policy.ts'
import { readable } from '../visible/readable.ts'
import { findOptionalSurvivor as findOptionalSource } from '../sources/queries.ts'
import { findOptionalSurvivor as findOptionalTopic } from '../topics/queries.ts'
import { claimPath, sourcePath, topicPath } from '../words/addresses.ts'
import type { Subject } from './queries.ts'

export const kinds = ['claims', 'sources', 'topics'] as const
export type Kind = (typeof kinds)[number]

export type PictureOf = Awaited<ReturnType<typeof findSubject>>

/** The subject of a picture, if the user may see it. */
export async function findSubject(db: Db, viewer: Viewer, kind: Kind, id: number) {
  const { of, ...thing } = await findThing(db, viewer, kind, id)
  return { kind, id, of, ...thing }
}

async function findThing(
  db: Db,
  viewer: Viewer,
  kind: Kind,
  id: number,
): Promise<{ of: Subject; name: string; path: string }> {
  if (kind === 'claims') {
    const claim = await db.claim.findFirstOrThrow({
      where: { id, AND: readable.claims(viewer) },
      select: { id: true, sentence: true },
    })
    return { of: { claimId: id }, name: claim.sentence, path: claimPath(claim) }
  }
  const named = { select: { id: true, name: true } } as const
  if (kind === 'sources') {
    const source = await db.source.findFirstOrThrow({ where: { id, AND: readable.sources(viewer) }, ...named })
    return { of: { sourceId: id }, name: source.name, path: sourcePath(source) }
  }
  const topic = await db.topic.findFirstOrThrow({ where: { id, AND: readable.topics(viewer) }, ...named })
  return { of: { topicId: id }, name: topic.name, path: topicPath(topic) }
}

/** The address of a merged source's or topic's survivor; undefined if it was not merged. */
export async function findOptionalAddress(db: Db, viewer: Viewer, kind: Kind, id: number): Promise<string | undefined> {
  if (kind === 'claims') return undefined
  const survivor = await (kind === 'sources' ? findOptionalSource : findOptionalTopic)(db, viewer, id)
  return survivor && `/${kind}/${survivor.id}`
}
