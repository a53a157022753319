import type { Database } from '../database/connect.ts'
import { findSnapshots } from '../originals/snapshots.ts'
import { may, type Viewer } from '../policy.ts'

type Judged = { evidence: { url: string | null }[] } | null | undefined

/** What became of the links of these verdicts' evidence, for the newsroom; undefined for readers. */
export async function snapshotsFor(db: Database, viewer: Viewer, verdicts: Judged[]) {
  if (!may(viewer, 'see originals')) return undefined
  return findSnapshots(
    db,
    verdicts.flatMap((verdict) => verdict?.evidence.flatMap(({ url }) => url ?? []) ?? []),
  )
}
