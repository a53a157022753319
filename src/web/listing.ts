import type { Request } from 'express'
import { z } from 'zod'
import { id, number } from '../words/fields.ts'
import { listSize, mostCounted, pageLimit, pageSize } from '../words/paging.ts'
import { wantsJson } from './answer.ts'

/* How lists are ordered and paged: parameters of their addresses, and the links that change them. */

const mostPages = 1000

/** How many a program wants at once. */
export const limit = number(`Say how many, up to ${pageLimit}`)
  .max(pageLimit, `At most ${pageLimit} at once`)
  .optional()

/** The order, as a column or "-" and a column for the reverse; the page, by its number or by what ended the last one. */
export function listing<const S extends string>(sorts: readonly S[]) {
  const all = sorts.flatMap((sort): (S | `-${S}`)[] => [sort, `-${sort}`])
  return {
    sort: z.preprocess(
      (value) => (value === '' ? undefined : value),
      z
        .enum(all, { error: `It is sorted by one of these: ${sorts.join(', ')}, with - before it for the reverse` })
        .optional(),
    ),
    page: number('Pages are numbered from 1').max(mostPages, `There are at most ${mostPages} pages`).default(1),
    before: id.optional(),
    limit,
  }
}

/** The first letter of names, or "other" for names that begin otherwise. */
export const letter = z.preprocess(
  (value) => (value === '' ? undefined : typeof value === 'string' ? value.toLowerCase() : value),
  z
    .string()
    .regex(/^([a-z]|other)$/, 'It is a letter from a to z, or other')
    .optional(),
)

export type Listing = {
  sort?: string | undefined
  page: number
  before?: number | undefined
  limit?: number | undefined
}

/** How many rows a page of this list has: programs keep the number they are used to. */
export function rowsFor(req: Request, { limit }: Pick<Listing, 'limit'>): number {
  return limit ?? (wantsJson(req) ? pageSize : listSize)
}

/** Queries fetch one row more than a page shows; it tells whether there is a next page, and where. */
export function listed<T extends { id: number }>(rows: T[], req: Request, { page, limit }: Listing, sort: string) {
  const size = rowsFor(req, { limit })
  const shown = rows.slice(0, size)
  const last = shown.at(-1)
  if (rows.length <= size || !last) return { rows: shown, next: null }
  // A page that begins after a row stays where it is when something new comes before it.
  const next = sort === 'newest' ? { before: String(last.id), page: null } : { page: String(page + 1), before: null }
  return { rows: shown, next: addressWith(req, next) }
}

export type Column = {
  label: string
  /** Absent if the list is not sorted by it. */
  sort?: string
  /** Of numbers and dates the largest come first. */
  isFalling?: boolean
  /** How wide it is, as a class of the style sheet; the first has the rest. */
  size?: 'number' | 'date' | 'state' | 'kind' | 'name' | 'rating' | 'about' | 'found' | 'readiness'
  /** Left out where there is little room. */
  isWideOnly?: boolean
}

export type Head = {
  label: string
  href: string | null
  order: 'ascending' | 'descending' | null
  classes: string
}

type ListShown = {
  columns: readonly Column[]
  /** In which order it stands. */
  sort: string
  /** How many rows this page has, and the whole list. */
  shown: number
  total: number
  /** Of all rows, by what a column is sorted by. */
  sums?: Record<string, number> | undefined
}

/** What the page of a list shows around its rows. */
export function presentList(
  req: Request,
  { page, before, limit }: Listing,
  { columns, sort, shown, total, sums }: ListShown,
) {
  const size = limit ?? listSize
  const from = (page - 1) * size + 1
  const isByPage = before === undefined
  const isCut = total > mostCounted
  return {
    total: isCut ? `More than ${inWords(mostCounted)}` : inWords(total),
    count: total,
    /** Whether only the newest of them are sorted. */
    isPartlySorted: isCut && !/^-?(newest|name)$/.test(sort),
    mostSorted: inWords(mostCounted),
    heads: columns.map((column): Head => ({
      label: column.label,
      classes: classesOf(column),
      ...headOf(req, column, sort),
    })),
    /** Below all columns but the first, where there is something to add up. */
    sums: sums && columns.slice(1).map((column) => sumOf(column, sums)),
    orders: ordersOf(columns, sort),
    span: isByPage && total > size && shown > 0 ? `${inWords(from)} to ${inWords(from + shown - 1)}` : null,
    pages: isByPage
      ? pagesOf(Math.ceil(Math.min(total, mostCounted) / size), page).map((number) => ({
          number,
          href: number === null ? null : addressWith(req, { page: number === 1 ? null : String(number) }),
          isHere: number === page,
        }))
      : [],
  }
}

function inWords(count: number): string {
  return count.toLocaleString('en-GB')
}

function lowered(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1).replace('?', '')
}

/** For narrow screens, which show no heads: each column in its usual order, and the present one. */
function ordersOf(columns: readonly Column[], now: string) {
  const usual = columns.flatMap(({ sort, label, isFalling }) =>
    sort === undefined ? [] : [{ value: isFalling ? `-${sort}` : sort, label: `By ${lowered(label)}` }],
  )
  const reversed = columns.flatMap(({ sort, label, isFalling }) =>
    now === (isFalling ? sort : `-${sort}`) ? [{ value: now, label: `By ${lowered(label)}, reversed` }] : [],
  )
  const newest = { value: 'newest', label: 'Newest first' }
  return [newest, ...usual, ...reversed].map((order) => ({ ...order, isHere: order.value === now }))
}

/** Links to the letters that names begin with; without a link where none does. */
export function presentLetters(req: Request, here: string | undefined, there: ReadonlySet<string>) {
  const link = (value: string | null) => addressWith(req, { letter: value, page: null, before: null, sort: null })
  return [
    { label: 'All', href: link(null), isHere: here === undefined },
    ...[...'abcdefghijklmnopqrstuvwxyz', 'other'].map((value) => ({
      label: value === 'other' ? 'Other' : value.toUpperCase(),
      href: there.has(value) || value === here ? link(value) : null,
      isHere: value === here,
    })),
  ]
}

function classesOf({ size, isWideOnly }: Column): string {
  const classes = [size && `col-${size}`, size === 'number' && 'number', isWideOnly && 'wide-only']
  return classes.filter(Boolean).join(' ')
}

function sumOf(column: Column, sums: Record<string, number>) {
  const sum = column.size === 'number' && column.sort !== undefined ? sums[column.sort] : undefined
  const classes = [column.size === 'number' && 'number', column.isWideOnly && 'wide-only'].filter(Boolean).join(' ')
  return { label: lowered(column.label), sum: sum === undefined ? '' : inWords(sum), classes }
}

function headOf(req: Request, { sort, isFalling }: Column, now: string): Pick<Head, 'href' | 'order'> {
  if (sort === undefined) return { href: null, order: null }
  const order = now === sort ? 'ascending' : now === `-${sort}` ? 'descending' : null
  const isNextFalling = order === null ? isFalling === true : order === 'ascending'
  return { href: addressWith(req, { sort: isNextFalling ? `-${sort}` : sort, page: null, before: null }), order }
}

/** The first, the last, and those around this one; null where some are left out. */
function pagesOf(count: number, here: number): (number | null)[] {
  if (count < 2) return []
  const near = Array.from({ length: count }, (_, i) => i + 1).filter(
    (page) => page === 1 || page === count || Math.abs(page - here) <= 2,
  )
  return near.flatMap((page, i) => (page - (near[i - 1] ?? 0) > 1 ? [null, page] : [page]))
}

/** This address with other values; null takes a parameter away. */
export function addressWith(req: Request, values: Record<string, string | null>): string {
  const url = new URL(req.originalUrl, 'http://here')
  for (const [name, value] of Object.entries(values)) {
    if (value === null) url.searchParams.delete(name)
    else url.searchParams.set(name, value)
  }
  return url.pathname + url.search
}
