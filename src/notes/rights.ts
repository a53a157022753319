import type { NoteVisibility } from '../database/client/enums.ts'
import { may, type Viewer } from '../policy.ts'

type Written = { accountId: number; visibility: NoteVisibility }

/** One's own, while it stays in the house; what readers have seen is changed by who publishes. */
export function mayEdit(viewer: Viewer, note: Written): boolean {
  if (note.visibility === 'public') return may(viewer, 'edit published notes')
  return may(viewer, 'write notes') && viewer?.id === note.accountId
}

export function mayWithdraw(viewer: Viewer, note: Written): boolean {
  if (note.visibility === 'public') return may(viewer, 'withdraw published notes')
  return may(viewer, 'write notes') && viewer?.id === note.accountId
}

/** Readers are shown that a question is resolved, so with theirs it takes who publishes. */
export function mayResolve(viewer: Viewer, { visibility }: Pick<Written, 'visibility'>): boolean {
  return may(viewer, visibility === 'public' ? 'publish notes' : 'write notes')
}
