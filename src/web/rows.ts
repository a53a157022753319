import './request.ts'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify/sync'
import type { Request, Response } from 'express'
import { pageLimit } from '../words/paging.ts'
import { chooseRows, deskOf } from './answer.ts'
import { addressWith } from './listing.ts'

/* Lists as rows: CSV and JSON Lines, by address ("/claims.csv") or by `Accept`. */

/** A file of rows: how it begins, and how some of them are written. */
export type RowsShape<R> = { type: string; name: string; head: string; write: (this: void, rows: R[]) => string }

/** RFC 4180, with formula characters escaped for spreadsheets. */
export function csvOf<R extends object>(name: string, columns: readonly (keyof R & string)[]): RowsShape<R> {
  return {
    type: 'text/csv; charset=utf-8',
    name: `${name}.csv`,
    head: `${columns.join(',')}\r\n`,
    write: (rows) =>
      stringify(rows, {
        columns: [...columns],
        record_delimiter: 'windows',
        escape_formulas: true,
        quoted_match: /[\r\n]/,
      }),
  }
}

export function jsonLinesOf<R extends object>(name: string): RowsShape<R> {
  return {
    type: 'application/x-ndjson; charset=utf-8',
    name: `${name}.jsonl`,
    head: '',
    write: (rows) => rows.map((row) => `${JSON.stringify(row)}\n`).join(''),
  }
}

/** Streamed: a client that reads slowly or disconnects causes no more work than it uses. */
export async function sendPieces(
  req: Request,
  res: Response,
  { name, type }: Pick<RowsShape<object>, 'name' | 'type'>,
  pieces: () => AsyncIterable<string | Uint8Array>,
): Promise<void> {
  res.attachment(name).type(type)
  if (req.method === 'HEAD') {
    res.end()
    return
  }
  await pipeline(Readable.from(pieces()), res).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  })
}

type Slice = { sort?: string | undefined; page: number; before?: number | undefined; limit?: number | undefined }
type Place = Pick<Slice, 'page' | 'before'> & { take: number }

type Table<T, R> = {
  name: string
  columns: readonly (keyof R & string)[]
  /** The rows of one page, and one more if there are others. */
  list: (this: void, place: Place) => Promise<T[]>
  row: (this: void, thing: T) => R
}

type Described<T, R> = Pick<Table<T, R>, 'name' | 'columns'> & { row: (baseUrl: string) => (thing: T) => R }

/** The table of a list, with this desk's addresses. */
export function tableOf<T, R>(
  req: Request,
  { row, ...table }: Described<T, R>,
  list: Table<T, R>['list'],
): Table<T, R> {
  return { ...table, row: row(deskOf(req).baseUrl), list }
}

/** Sends a list as rows if the client wants them: all that fit its filters, or a page if it says how many. */
export async function sendRows<T extends { id: number }, R extends object>(
  req: Request,
  res: Response,
  filters: Slice,
  table: Table<T, R>,
): Promise<boolean> {
  const form = chooseRows(req)
  if (form === undefined) return false
  const shape = form === 'csv' ? csvOf<R>(table.name, table.columns) : jsonLinesOf<R>(table.name)
  // Read before anything is sent, so that a fault is still an answer.
  const first = await readPlace(filters, table, filters)
  if (filters.limit !== undefined && first.next) {
    const { page, before } = first.next
    const next = addressWith(req, { page: page > 1 ? String(page) : null, before: before ? String(before) : null })
    res.append('Link', `<${next}>; rel="next"`)
  }
  await sendPieces(req, res, shape, () => writeAll(filters, table, shape, first))
  return true
}

async function* writeAll<T extends { id: number }, R extends object>(
  filters: Slice,
  table: Table<T, R>,
  shape: RowsShape<R>,
  first: { rows: T[]; next: Omit<Place, 'take'> | undefined },
): AsyncGenerator<string> {
  if (shape.head) yield shape.head
  let { rows, next } = first
  for (;;) {
    if (rows.length > 0) yield shape.write(rows.map((thing) => table.row(thing)))
    if (!next || filters.limit !== undefined) return
    ;({ rows, next } = await readPlace(filters, table, next))
  }
}

async function readPlace<T extends { id: number }, R>(
  { limit, sort = 'newest' }: Slice,
  { list }: Table<T, R>,
  { page, before }: Pick<Slice, 'page' | 'before'>,
) {
  const take = limit ?? pageLimit
  const found = await list({ page, before, take })
  const rows = found.slice(0, take)
  const last = rows.at(-1)
  if (found.length <= take || !last) return { rows, next: undefined }
  const next = sort === 'newest' ? { page: 1, before: last.id } : { page: page + 1, before: undefined }
  return { rows, next }
}
