import { may, type Viewer } from '../policy.ts'

/**
 * People may change their own annotations while these are internal. Published ones, and other people's, are changed by
 * people who may publish.
 */
export function mayChange(viewer: Viewer, annotation: { accountId: number; publishedAt: Date | null }): boolean {
  if (may(viewer, 'change published annotations')) return true
  return may(viewer, 'write annotations') && annotation.publishedAt === null && viewer?.id === annotation.accountId
}
