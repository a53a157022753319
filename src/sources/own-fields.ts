import { z } from 'zod'
import type { Source } from '../database/client/client.ts'
import { SourceKind } from '../database/client/enums.ts'
import { firstShown } from '../words/asked.ts'
import { type List, offer, sayAny } from '../words/labels.ts'

/*
 * What a source has of its own, column by column. Its form and what that checks, its history, what programs are told, its
 * rows on the page and in the preview of a merge are made from this table: a column that is left out does not compile.
 */

/** Columns that nobody types, and the name, which is more than a field. */
type Apart = 'id' | 'name' | 'folded' | 'mergedIntoId' | 'compared' | 'revision' | 'createdAt'
type Column = Exclude<keyof Source, Apart>

type OwnField = {
  label: string
  /** Where a page says it with its value, if otherwise. */
  said?: string
  hint?: string
  /** What it is chosen from. */
  list?: List
  /** What the form sends: nothing where it is not known. */
  asked: z.ZodType<string>
  /** What programs are told. */
  told: z.ZodType<Source[Column]>
  /** In the line below the name, or in a row with what it is called. */
  stands: 'below the name' | 'in a row'
  leadsTo?: (value: string) => string
}

export const ownFields = {
  kind: {
    label: 'Kind',
    list: 'SourceKind',
    asked: firstShown(z.enum(SourceKind), 'person'),
    told: z.enum(SourceKind),
    stands: 'below the name',
  },
  description: {
    label: 'Description',
    hint: 'A few words that tell it from others of that name',
    asked: z.string().trim().max(300, 'At most 300 characters').default(''),
    told: z.string().nullable(),
    stands: 'below the name',
  },
  wikidataId: {
    label: 'Wikidata id',
    said: 'Wikidata',
    hint: 'A Q and digits, such as Q159',
    asked: z
      .string()
      .trim()
      .regex(/^(Q[1-9]\d*)?$/, 'A Wikidata id is a Q and digits, such as Q159')
      .default(''),
    told: z.string().nullable(),
    stands: 'in a row',
    leadsTo: (id) => `https://www.wikidata.org/wiki/${id}`,
  },
} satisfies Record<Column, OwnField>

type Own = Pick<Source, Column>
type Asked = { [C in Column]: (typeof ownFields)[C]['asked'] }
type Sent = { [C in Column]: z.output<Asked[C]> }
type Told = { [C in Column]: (typeof ownFields)[C]['told'] }

const columns: [Column, OwnField][] = Object.entries<OwnField>(ownFields).map(([name, field]) => [
  name as Column,
  field,
])

function each<T>(make: (column: Column, field: OwnField) => unknown): T {
  return Object.fromEntries(columns.map(([column, field]) => [column, make(column, field)])) as T
}

/** For the schema of the form. */
export const askedOwn = each<Asked>((_, { asked }) => asked)

/** For the shape of what programs are told. */
export const toldOwn = each<Told>((_, { told }) => told)

/** For queries. */
export const selectOwn = each<Record<Column, true>>(() => true)

/** What the form sent, as the database has it. */
export function storedOwn(sent: Sent): Own {
  return each<Own>((column) => sent[column] || null)
}

/** What the database has, as the form shows it and the history keeps it. */
export function ownValues(source: Own): Sent {
  return each<Sent>((column) => source[column] ?? '')
}

/** For the form: its fields in their order. */
export const sourceFields = columns.map(([name, { label, hint, list }]) => ({
  name,
  label,
  hint,
  options: list && offer(list),
}))

/** What is known, in words, as a page or a preview shows it. */
export function sayOwn(source: Own, stands: OwnField['stands']) {
  return columns
    .filter(([, field]) => field.stands === stands)
    .map(([column, { label, said, list, leadsTo }]) => {
      const value = source[column]
      if (value === null) return { label: said ?? label, value: null, href: null }
      const words = list === undefined ? value : sayAny(list, value)
      return { label: said ?? label, value: words, href: leadsTo?.(value) ?? null }
    })
}
