import type { ClaimStance, PublicationState, VerdictState } from '../database/client/enums.ts'
import { isSeen } from '../visible/rows.ts'

type Judged = { state: VerdictState; rating: { label: string } }
type Past = { state: VerdictState; publishedAt: Date | null; withdrawnAt: Date | null }
type Claim<V, P, S> = {
  state: PublicationState
  mergedIntoId: number | null
  verdict: V | null
  verdicts: V[]
  /** Every verdict, the newest first, including withdrawn ones. */
  succession: P[]
  statements: S[]
  origins: { reports: number; line: string }
}

/** What a claim's page shows besides the claim itself. */
export function claimPage<V extends Judged, P extends Past, S extends { stance: ClaimStance }>(claim: Claim<V, P, S>) {
  const { verdict, verdicts, succession, statements, origins } = claim
  const seen = verdicts.find((each) => isSeen('verdictHere', each))
  const against = [
    { heading: 'They deny it', statements: statements.filter(({ stance }) => stance === 'denies') },
    { heading: 'They doubt it', statements: statements.filter(({ stance }) => stance === 'doubts') },
  ]
  return {
    isPublic: isSeen('claim', claim),
    /** Whether it can be published as it is. */
    awaits: claim.state === 'draft' || claim.state === 'in_review',
    description: `Is it true? ${seen?.rating.label ?? 'Not checked yet'}. ${origins.reports > 0 ? `${origins.line}: who` : 'Who'} said it, through whom it reached us, and how we checked.`,
    /** What readers see while the newest verdict is a draft. */
    meanwhile: verdict?.state === 'draft' ? (seen ?? null) : null,
    /** Verdicts that readers once saw: they are told of the withdrawal. */
    takenBack: succession.filter((past) => past.state === 'withdrawn' && past.publishedAt && past.withdrawnAt),
    against: against.filter((group) => group.statements.length > 0),
    /** The verdict to cite it with. */
    cited: verdict && isSeen('verdictHere', verdict) ? verdict : null,
  }
}
