import { contents } from './siblings/contents.ts'
import { records } from './siblings/records.ts'
import { relays } from './siblings/relays.ts'
import { speakers } from './siblings/speakers.ts'

/**
 * Small texts, with what should be suggested of them: the words, then who says them from the origin outwards.
 * “=” is named so, “~” described and not named, “*” either, “?” nobody is told; “…” parts the pieces of one statement.
 */
export type Sibling = [text: string, ...wanted: string[]]

export const siblings: Record<string, Sibling[]> = { ...contents, ...speakers, ...relays, ...records }
