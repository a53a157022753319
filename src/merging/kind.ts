import { z } from 'zod'
import type { Database, Db } from '../database/connect.ts'
import type { By } from '../history/events.ts'
import type { Action, Viewer } from '../policy.ts'
import type { Kind } from '../same/kind.ts'
import type { MergeDecision, MergeInto } from './schema.ts'

/** One of the two, as the preview shows it. */
export type Side = {
  id: number
  name: string
  path: string
  mergedIntoId: number | null
  revision: number
  /** Absent if the kind has no other names. */
  aliases?: { id: number; name: string; folded: string }[]
  /** The facts for the editor to compare, in words. */
  facts: { label: string; value: string }[]
}

/** One of two in the list of probable duplicates. */
export type InPair = { id: number; name: string; kind?: string; description: string | null }

/** A column that refers to such a thing; its rows move with it. */
export type Reference = {
  /**
   * The key under which a merge stores the ids of the moved rows; never renamed, because undoing an old merge needs it.
   */
  key: string
  table: string
  column: string
  /** The key column, if it is not "id". */
  row?: string
  /** A row that the survivor already has, by these columns, stays where it is. */
  unless?: readonly string[]
  /**
   * If the database allows only one row per thing, rows that the survivor already has are removed and stored under this
   * key. An undo restores them if the survivor still has its own.
   */
  shared?: string
  /** The count in the preview. */
  counted: readonly [one: string, many: string]
  /** The count of rows that could not be put back, with the reason. */
  lost?: readonly [one: string, many: string]
  because?: string
}

/** What a merge stores, by the keys of its references and of what its kind carries over besides. */
export const Moved = z.record(z.string(), z.unknown())
export type Moved = z.output<typeof Moved>

export type Sides<S extends Side = Side> = { merged: S; survivor: S }

/** One of several options, chosen before merging; none is preselected if that would decide for the editor. */
export type Choice = {
  name: 'verdict'
  legend: string
  hint: string
  options: { value: string; label: string }[]
  chosen: string | null
  /** The state on which it was decided, sent back with it. */
  found: string
}

/** Both as they were until now, and by their numbers. */
export type Carried<S extends Side = Side> = Sides<S> & { mergedId: number; survivorId: number } & By

type Tell<E> = (tx: Db, id: number, event: E & By) => Promise<void>
type TellsMerge = { before?: object; after: { told: string } & Record<string, unknown> }
type TellsPair = { after: { other: string; otherId: number } }

/**
 * Everything that merging needs to know about a kind of thing. The part in `src/same` is needed below, where things are
 * created; the rest is here.
 */
export type Mergeable<S extends Side = Side> = Kind & {
  /** Who may merge, and who may if readers see it. */
  edit: Action
  editSeen: Action
  /** Writes the event into the history of one of the two. */
  tell: {
    merged: Tell<TellsMerge>
    undone: Tell<TellsMerge>
    toldApart: Tell<TellsPair>
    likened: Tell<TellsPair>
    /** The event of the merged one, if its own history is read separately. */
    gone?: Tell<TellsMerge>
  }
  /** The page for undoing merges: "/topics/merges". */
  undoneAt: string
  /** The preview's label for the name. */
  called: 'Name' | 'Sentence'
  /** Where names are suggested while somebody types, and what may be typed. */
  suggestedAt: string
  intoHint: string
  references: readonly Reference[]
  aliases: { table: string; column: string } | null
  /** Locks these things, and everything else that a merge of them needs. */
  lockAll(tx: Db, ids: number[]): Promise<void>
  find(db: Db, id: number): Promise<S>
  findMerge(
    db: Db,
    id: number,
  ): Promise<{ mergedId: number; survivorId: number; undoneAt: Date | null; moved: unknown }>
  findPair(db: Db, id: number): Promise<{ earlierId: number; laterId: number }>
  /** Those of the list of probable duplicates. */
  listInPairs(db: Db, ids: number[]): Promise<InPair[]>
  /**
   * The one that a name means, other than itself. Throws Refused, beside `into`, with the options if there are several.
   */
  findNamed(db: Database, viewer: Viewer, id: number, into: MergeInto): Promise<{ id: number }>
  /** Whether readers see it. */
  isSeen(db: Db, id: number): Promise<boolean>
  /** Whether readers would notice the undo of such a merge. */
  isUndoingSeen(db: Db, merge: { mergedId: number; survivorId: number; moved: Moved }): Promise<boolean>
  /** The values that an old preview is compared by. */
  inShort(side: S): (string | null)[]
  /** The survivor's values for its history. */
  values(side: S): object
  /** What else moves, and what stands in the way, in sentences. */
  movesBesides?(side: S): string[]
  findConflicts?(db: Db, sides: Sides<S>): Promise<string[]>
  /** The numbers of moved rows, in the history's words. */
  tellMoved(count: (key: string) => number): string
  /** Whether readers see a change in the survivor: its name stays, but the rows that refer to it change. */
  changesSurvivor?: true
  /** A further choice for the editor; and whether readers must be given a reason. */
  findChoice?(sides: Sides<S>): Choice | null
  needsReason?(sides: Sides<S>): boolean
  /** Carries over what no column refers to; the result is stored with the merge. */
  carry?(tx: Db, sides: Sides<S>, form: MergeDecision & { by: number | null }): Promise<Moved>
  /** Puts that back; returns sentences about what could not be. */
  carryBack?(tx: Db, merge: Carried<S>, moved: Moved): Promise<string[]>
  /** Throws Refused if a name that is given back belongs to another now. */
  refuseTaken?(tx: Db, name: string, except: number[]): Promise<void>
  /** Throws Refused if the result is impossible. */
  check?(tx: Db, id: number): Promise<void>
}
