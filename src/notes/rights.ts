import type { NoteVisibility } from '../database/client/enums.ts'
import { may, type Viewer } from '../policy.ts'

type Written = { accountId: number; visibility: NoteVisibility }

/** People may edit their own notes while these are internal; published ones are changed by people who may publish. */
export function mayEdit(viewer: Viewer, note: Written): boolean {
  if (note.visibility === 'public') return may(viewer, 'edit published notes')
  return may(viewer, 'write notes') && viewer?.id === note.accountId
}

export function mayWithdraw(viewer: Viewer, note: Written): boolean {
  if (note.visibility === 'public') return may(viewer, 'withdraw published notes')
  return may(viewer, 'write notes') && viewer?.id === note.accountId
}

/** Readers see that a question is resolved, so resolving a public one takes the right to publish. */
export function mayResolve(viewer: Viewer, { visibility }: Pick<Written, 'visibility'>): boolean {
  return may(viewer, visibility === 'public' ? 'publish notes' : 'write notes')
}
