import type { Router } from 'express'
import { listRoutes } from '../../src/web/methods.ts'
import type { TestDesk } from './desk.ts'

/** Every address of a GET route, with the id of everything in its room, public or not. */
export async function readersAddresses(desk: TestDesk): Promise<string[]> {
  const { db } = desk
  const ids = async (rows: Promise<{ id: number }[]>) => (await rows).map(({ id }) => String(id))
  const only = { select: { id: true } } as const
  const numbers: Record<string, string[]> = {
    documents: await ids(db.document.findMany(only)),
    statements: await ids(db.statement.findMany(only)),
    claims: await ids(db.claim.findMany(only)),
    topics: await ids(db.topic.findMany(only)),
    sources: await ids(db.source.findMany(only)),
    notes: await ids(db.note.findMany(only)),
    verdicts: await ids(db.verdict.findMany(only)),
    challenges: await ids(db.challenge.findMany(only)),
    annotations: (await db.annotation.findMany()).map(({ name }) => name),
  }
  const annotated = [
    ...(numbers['statements'] ?? []).map((id) => `statement-${id}`),
    ...(numbers['notes'] ?? []).map((id) => `note-${id}`),
  ]
  const routes = listRoutes(desk.app.locals['rooms'] as Router[]).filter(({ method }) => method === 'GET')
  const addressed = [...new Set(routes.map(({ path }) => path))].flatMap((path) => {
    if (path.includes('*')) return []
    const room = path.split('/').find((part) => part in numbers) ?? ''
    const names = room === 'annotations' ? [...(numbers[room] ?? []), ...annotated] : (numbers[room] ?? ['1', '2'])
    if (!path.includes(':')) return [path]
    return names.map((name) => path.replace(/:\w+/, name).replace(/:\w+/g, '1'))
  })
  const changes = (numbers['documents'] ?? []).map((id) => `/documents/${id}/versions/2/changes`)
  const embedded = (numbers['claims'] ?? []).map((id) => `/oembed?url=${desk.config.baseUrl}/claims/${id}`)
  const listed = ['documents', 'statements', 'claims', 'sources', 'topics'].map((room) => `/sitemaps/${room}/1.xml`)
  const rows = ['documents', 'statements', 'claims', 'sources', 'topics'].flatMap((room) =>
    ['json', 'csv', 'jsonl'].map((form) => `/${room}.${form}`),
  )
  return [
    ...addressed,
    ...changes,
    ...embedded,
    ...listed,
    ...rows,
    '/search?q=kind',
    '/search.csv?q=',
    '/search.jsonl?q=',
  ]
}

/** A page and its data, and its form in a standard if it has one. */
export function formsOf(address: string): string[] {
  const hasShape = /^\/(claims|statements|documents|sources|topics)\/\d+$/.test(address)
  return ['text/html', 'application/json', ...(hasShape ? ['application/ld+json'] : [])]
}
