import { may, type Viewer } from '../policy.ts'

/** One's own, while it stays in the house; what readers have seen, and others' too, is changed by who publishes. */
export function mayChange(viewer: Viewer, annotation: { accountId: number; publishedAt: Date | null }): boolean {
  if (may(viewer, 'change published annotations')) return true
  return may(viewer, 'write annotations') && annotation.publishedAt === null && viewer?.id === annotation.accountId
}
