import { z } from 'zod'
import type { Source } from '../database/client/client.ts'
import { SourceKind } from '../database/client/enums.ts'
import { firstShown } from '../words/asked.ts'
import { type List, offer, sayAny } from '../words/labels.ts'

/*
 * The columns of a source itself. Its form with its validation, its history, its JSON, and its rows on the page and in
 * a merge preview are made from this table; leaving out a column does not compile.
 */

/** Columns that nobody types, and the name, which is more than a field. */
type Apart = 'id' | 'name' | 'folded' | 'mergedIntoId' | 'takenBackAt' | 'compared' | 'revision' | 'createdAt'
type Column = Exclude<keyof Source, Apart>

type OwnField = {
  label: string
  /** The label beside the value on a page, if different. */
  said?: string
  hint?: string
  /** The list from which it is chosen. */
  list?: List
  /** The form's value: empty if it is not known. */
  asked: z.ZodType<string>
  /** The value in JSON. */
  told: z.ZodType<Source[Column]>
  /** In the line below the name, or in a row with its label. */
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

/** For the form's schema. */
export const askedOwn = each<Asked>((_, { asked }) => asked)

/** For the schema of the JSON. */
export const toldOwn = each<Told>((_, { told }) => told)

/** For queries. */
export const selectOwn = each<Record<Column, true>>(() => true)

/** The form's values, converted for the database. */
export function storedOwn(sent: Sent): Own {
  return each<Own>((column) => sent[column] || null)
}

/** The database's values, as the form shows them and the history keeps them. */
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

/** The known values in words, as a page or a preview shows them. */
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
