import { randomBytes } from 'node:crypto'
import type { Prisma } from '../database/client/client.ts'
import type { Database, Db } from '../database/connect.ts'
import { writeEvent } from '../history/events.ts'
import { isObject, type Kind, kindOf, listOf, resourcesIn, type Values, withoutFragment } from './model.ts'

/*
 * Annotations sent to the container, stored unchanged. Nothing is deleted: a removed one keeps its row, and every
 * change writes an event with the earlier version.
 */

export type StoredAnnotation = Prisma.AnnotationGetPayload<object>

/** Only somebody who signs in, or a token of theirs, sends annotations. */
type ByAccount = { by: number }

/** Throws if the user may not do this now; called when nobody can change the annotation any more. */
type Allowed = { allow: (annotation: StoredAnnotation) => void }

/** Stores a validated annotation; `suggested` is the name that its sender proposes. */
export function receiveAnnotation(
  db: Database,
  { content, suggested, isPublic, by }: { content: Values; suggested: string; isPublic: boolean } & ByAccount,
): Promise<StoredAnnotation> {
  return db.$transaction(async (tx) => {
    const { id, ...rest } = content
    const received = await tx.annotation.create({
      data: {
        name: await chooseName(tx, suggested),
        kind: kindOf(content) as Kind,
        content: rest as Prisma.InputJsonObject,
        givenId: firstText(id),
        publishedAt: isPublic ? new Date() : null,
        accountId: by,
        targets: { create: targetsOf(content) },
      },
    })
    await writeEvent(tx, 'annotation_received', { by, after: told(received) })
    return received
  })
}

/** Replaces an annotation. Names that it had elsewhere are kept if the new one does not mention them. */
export function replaceAnnotation(
  db: Database,
  name: string,
  { content, allow, by }: { content: Values } & Allowed & ByAccount,
): Promise<StoredAnnotation> {
  return db.$transaction(async (tx) => {
    const before = await lockAnnotation(tx, name)
    allow(before)
    const { id: _, ...rest } = content
    const { canonical, via } = before.content as Values
    const replaced = await tx.annotation.update({
      where: { id: before.id },
      data: {
        content: {
          ...rest,
          ...(canonical !== undefined && { canonical }),
          ...(via !== undefined && { via }),
        },
        revision: { increment: 1 },
        modifiedAt: new Date(),
        targets: { deleteMany: {}, create: targetsOf(content) },
      },
    })
    await writeEvent(tx, 'annotation_changed', { by, before: told(before), after: told(replaced) })
    return replaced
  })
}

/** Lets readers see it. Publishing it twice does no harm. */
export function publishAnnotation(
  db: Database,
  name: string,
  { allow, by }: Allowed & ByAccount,
): Promise<StoredAnnotation> {
  return db.$transaction(async (tx) => {
    const annotation = await lockAnnotation(tx, name)
    allow(annotation)
    if (annotation.publishedAt) return annotation
    await writeEvent(tx, 'annotation_published', { by, after: { told: annotation.name } })
    return tx.annotation.update({ where: { id: annotation.id }, data: { publishedAt: new Date() } })
  })
}

/** Its address answers for ever that it is gone. */
export function removeAnnotation(db: Database, name: string, { allow, by }: Allowed & ByAccount): Promise<void> {
  return db.$transaction(async (tx) => {
    const annotation = await lockAnnotation(tx, name)
    allow(annotation)
    await tx.annotation.update({ where: { id: annotation.id }, data: { deletedAt: new Date() } })
    await writeEvent(tx, 'annotation_removed', { by, before: told(annotation), after: { told: annotation.name } })
  })
}

/** Two people who change one annotation do so one after the other. */
async function lockAnnotation(tx: Db, name: string): Promise<StoredAnnotation> {
  await tx.$queryRaw`SELECT 1 FROM "Annotation" WHERE "name" = ${name} FOR UPDATE`
  return tx.annotation.findUniqueOrThrow({ where: { name } })
}

function told({ name, content }: StoredAnnotation) {
  return { told: name, annotation: content as object }
}

/** The names of the desk's own annotations. */
export const ownName = /^(statement|note)-([1-9]\d{0,9})$/

async function chooseName(tx: Db, suggested: string): Promise<string> {
  const name = suggested
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/\W+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '')
  const made = randomBytes(9).toString('hex')
  if (name === '' || ownName.test(name)) return made
  return (await tx.annotation.count({ where: { name } })) === 0 ? name : `${name}-${made}`
}

function firstText(value: unknown): string | null {
  const [first] = listOf(value)
  return typeof first === 'string' ? first : null
}

type Target = { iri: string; exact: string | null }

/** The annotation's targets: each address, also without its fragment, with each of its quotations. */
function targetsOf(content: Values): Target[] {
  const rows = listOf(content['target']).flatMap((target) => (typeof target === 'string' ? onIri(target, []) : []))
  for (const target of resourcesIn(content['target'])) {
    const quotes = quotesIn(target['selector'])
    const source = listOf(target['source']).map((it) => (isObject(it) ? firstText(it['id']) : it))
    const items = listOf(target['items'])
    for (const iri of [...source, firstText(target['id']), ...items]) {
      if (typeof iri === 'string') rows.push(...onIri(iri, quotes))
    }
  }
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()]
}

function onIri(iri: string, quotes: string[]): Target[] {
  const iris = new Set([iri, withoutFragment(iri)])
  const quoted = quotes.length === 0 ? [null] : quotes
  return [...iris].flatMap((each) => quoted.map((exact) => ({ iri: each, exact })))
}

function quotesIn(selector: unknown): string[] {
  return listOf(selector).flatMap((it) => {
    if (!isObject(it)) return []
    const exact = firstText(it['exact'])
    return [...(exact === null ? [] : [exact]), ...quotesIn(it['refinedBy'])]
  })
}
