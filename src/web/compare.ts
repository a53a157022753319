import { diffWordsWithSpace } from 'diff'
import type { Changed, Stale } from '../refused.ts'
import type { Field, Words } from '../words/asked.ts'
import { fieldLabel } from '../words/field-labels.ts'
import { sayChosen } from '../words/labels.ts'
import { sayIfIso } from '../words/typed-date.ts'

/** A piece of a text; `differs` where the other text has something else. */
export type Piece = { text: string; differs: boolean }

/** What someone typed, beside what somebody else saved meanwhile. */
export type Conflict = {
  changed: Changed | undefined
  fields: { name: string; label: string; yours: Piece[]; theirs: Piece[] }[]
  /** For the form to send back: by field, the value that choosing theirs puts into it. */
  theirs: string
}

/** Texts with more differences than this are shown without marks, because comparing them takes too long. */
const mostEdits = 2000

/** The fields that differ, in readable form; `asked` describes the form's fields. */
export function compare(
  yours: Words,
  { stored, changed, inWords = {}, together = {} }: Stale,
  asked: Map<string, Field>,
): Conflict {
  const fields = []
  const theirs: Record<string, Words> = {}
  const companions = new Set(Object.values(together).flat())
  for (const name of Object.keys(stored)) {
    const isSent = name in yours || typeof stored[name] === 'boolean'
    if (!isSent || companions.has(name)) continue
    const [mine, other] = [yours, stored].map((values) =>
      textOf(name, asked.get(name), values[name], inWords[name]),
    ) as [string, string]
    const moved = together[name]?.some((also) => also in yours && String(yours[also]) !== String(stored[also]))
    if (mine === other && !moved) continue

    const none = typeof stored[name] === 'boolean' ? 'no' : ''
    fields.push({ name, label: fieldLabel(name), ...piecesOf(mine || none, other || none) })
    theirs[name] = Object.fromEntries([name, ...(together[name] ?? [])].map((one) => [one, stored[one]]))
  }
  return { changed, fields, theirs: JSON.stringify(theirs) }
}

/** The fields of a form sent again after a comparison, with their values where those were chosen. */
export function takeChosen({ choose, theirs, ...fields }: Words): Words {
  if (choose === undefined && theirs === undefined) return fields
  if (choose === null || typeof choose !== 'object' || typeof theirs !== 'string') return fields
  const offered = readObject(theirs)
  const chosen = Object.entries(choose).filter(([, whose]) => whose === 'theirs')
  return Object.assign(fields, ...chosen.map(([name]) => readObject(offered[name]))) as Words
}

function readObject(value: unknown): Words {
  try {
    const read: unknown = typeof value === 'string' ? JSON.parse(value) : value
    return read !== null && typeof read === 'object' && !Array.isArray(read) ? (read as Words) : {}
  } catch {
    return {}
  }
}

function piecesOf(mine: string, other: string): { yours: Piece[]; theirs: Piece[] } {
  const changes = diffWordsWithSpace(other, mine, { maxEditLength: mostEdits })
  if (!changes) return { yours: [{ text: mine, differs: false }], theirs: [{ text: other, differs: false }] }
  const toPieces = (left: 'added' | 'removed') =>
    changes
      .filter((change) => !change[left])
      .map(({ value, added, removed }) => ({ text: value, differs: added || removed }))
  return { yours: toPieces('removed'), theirs: toPieces('added') }
}

function textOf(
  name: string,
  field: Field | undefined,
  value: unknown,
  inWords: ((value: unknown) => string) | undefined,
): string {
  if (inWords) return inWords(value)
  const text = asText(value)
  return field?.type === 'list' ? sayChosen(name, text) : text
}

function asText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value === true || value === 'true' || value === 'on') return 'yes'
  if (value === false) return ''
  if (Array.isArray(value)) return value.map(asText).filter(Boolean).join('\n')
  if (typeof value === 'string') return sayIfIso(value.replaceAll('\r\n', '\n').trim())
  if (typeof value !== 'object') return JSON.stringify(value)
  const parts = Object.entries(value).filter(([key]) => !/id$/i.test(key))
  return parts
    .map(([, part]) => asText(part))
    .filter(Boolean)
    .join(', ')
}
