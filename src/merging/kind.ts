import { z } from 'zod'
import type { Database, Db } from '../database/connect.ts'
import type { By } from '../history/events.ts'
import type { Action, Viewer } from '../policy.ts'
import type { Kind } from '../same/kind.ts'
import type { MergeForm, MergeInto } from './schema.ts'

/** One of the two, as the preview shows it. */
export type Side = {
  id: number
  name: string
  path: string
  mergedIntoId: number | null
  revision: number
  /** None where the kind has no other names. */
  aliases?: { id: number; name: string; folded: string }[]
  /** What an editor compares, in words. */
  facts: { label: string; value: string }[]
}

/** One of two in the list of probable duplicates. */
export type InPair = { id: number; name: string; kind?: string; description: string | null }

/** What hangs on such a thing by a column of a table, and moves with it. */
export type Reference = {
  /** What a merge keeps the ids of what moved under; never renamed, since merges of years ago are undone by it. */
  key: string
  table: string
  column: string
  /** The column that tells rows apart, where that is not "id". */
  row?: string
  /** A row that the survivor has already, as far as these columns tell, stays where it is. */
  unless?: readonly string[]
  /**
   * Where the database has no two rows for one thing: what the survivor has already is taken out, and kept under this key.
   * Undoing gives it back, where the survivor still has it.
   */
  shared?: string
  /** How many there are, in the preview. */
  counted: readonly [one: string, many: string]
  /** And where they could not be put back, with why. */
  lost?: readonly [one: string, many: string]
  because?: string
}

/** What a merge keeps of itself, by the keys of its references and of what its kind carries over besides. */
export const Moved = z.record(z.string(), z.unknown())
export type Moved = z.output<typeof Moved>

export type Sides<S extends Side = Side> = { merged: S; survivor: S }

/** One of several, decided before merging; nothing is chosen where that would be a decision. */
export type Choice = {
  name: 'verdict'
  legend: string
  hint: string
  options: { value: string; label: string }[]
  chosen: string | null
  /** What it was decided on, sent back with it. */
  found: string
}

export type Carried = { mergedId: number; survivorId: number } & By

type Tell<E> = (tx: Db, id: number, event: E & By) => Promise<void>
type TellsMerge = { before?: object; after: { told: string } & Record<string, unknown> }
type TellsPair = { after: { other: string; otherId: number } }

/**
 * All that merging needs to know of a kind of thing. What is told of it in `src/same` is needed below, where things are
 * made; the rest here.
 */
export type Mergeable<S extends Side = Side> = Kind & {
  /** Who may, and who may where readers see it. */
  edit: Action
  editSeen: Action
  /** Writes what happened into the history of one of the two. */
  tell: {
    merged: Tell<TellsMerge>
    undone: Tell<TellsMerge>
    toldApart: Tell<TellsPair>
    likened: Tell<TellsPair>
    /** Told of the one that goes, where its own history is read by itself. */
    gone?: Tell<TellsMerge>
  }
  /** Where merges are undone: "/topics/merges". */
  undoneAt: string
  /** What the preview calls what it goes by. */
  called: 'Name' | 'Sentence'
  /** Where names are suggested as one types, and what may be typed. */
  suggestedAt: string
  intoHint: string
  references: readonly Reference[]
  aliases: { table: string; column: string } | null
  /** Both, and whatever else a merge of them needs alone. */
  lockBoth(tx: Db, one: number, other: number): Promise<void>
  find(db: Db, id: number): Promise<S>
  findMerge(
    db: Db,
    id: number,
  ): Promise<{ mergedId: number; survivorId: number; undoneAt: Date | null; moved: unknown }>
  findPair(db: Db, id: number): Promise<{ earlierId: number; laterId: number }>
  /** Those of the list of probable duplicates. */
  listInPairs(db: Db, ids: number[]): Promise<InPair[]>
  /** The one that a name means, beside itself. Throws Refused, beside `into`, with the choices where there are several. */
  findNamed(db: Database, viewer: Viewer, id: number, into: MergeInto): Promise<{ id: number }>
  /** Whether readers see it. */
  isSeen(db: Db, id: number): Promise<boolean>
  /** Whether readers would see that such a merge is undone. */
  isUndoingSeen(db: Db, merge: { mergedId: number; survivorId: number; moved: Moved }): Promise<boolean>
  /** What an old preview is compared with. */
  inShort(side: S): (string | null)[]
  /** What its history keeps of the survivor. */
  values(side: S): object
  /** What else moves, and what stands in the way, in sentences. */
  movesBesides?(side: S): string[]
  findConflicts?(db: Db, sides: Sides<S>): Promise<string[]>
  /** What moved, in the history's words. */
  tellMoved(count: (key: string) => number): string
  /** Where readers see the one that stays, they see another than before: its name stays, but not what hangs on it. */
  changesSurvivor?: true
  /** What the editor decides besides; and whether readers must be told why. */
  findChoice?(sides: Sides<S>): Choice | null
  needsReason?(sides: Sides<S>): boolean
  /** What does not move by a column; what it answers is kept with the merge. */
  carry?(tx: Db, sides: Sides<S>, form: MergeForm & { by: number | null }): Promise<Moved>
  /** Puts that back; answers in sentences what could not be. */
  carryBack?(tx: Db, merge: Carried, moved: Moved): Promise<string[]>
  /** Throws Refused where a name that is given back belongs to another now. */
  refuseTaken?(tx: Db, name: string, except: number[]): Promise<void>
  /** Throws Refused where what is now cannot be. */
  check?(tx: Db, id: number): Promise<void>
}
