import type { Request } from 'express'
import { pageSize } from '../words/paging.ts'

/** Queries fetch one row more than a page shows; it tells whether there is a next page, and where. */
export function paged<T extends { id: number }>(
  rows: T[],
  req: Request,
  limit = pageSize,
): { rows: T[]; next: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > limit && last ? nextPage(req, last.id) : null }
}

/** The address of the next page: the same, with another cursor. */
export function nextPage(req: Request, cursor: number): string {
  const url = new URL(req.originalUrl, 'http://here')
  url.searchParams.set('before', String(cursor))
  return url.pathname + url.search
}
