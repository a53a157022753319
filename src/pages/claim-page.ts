import type { ClaimStance, PublicationState, Tone, VerdictState } from '../database/client/enums.ts'
import { unchecked } from '../findings/standing.ts'
import { isSeen } from '../visible/rows.ts'
import { formatDate } from '../words/dates.ts'
import type { Fact } from './statement-page.ts'

type Rating = { label: string; meaning: string; tone: Tone }
type Judged = {
  state: VerdictState
  rating: Rating
  account: string
  createdAt: Date
  publishedAt: Date | null
  reply: { askedOn: Date; answeredOn: Date | null } | null
}
type Past = { state: VerdictState; rating: { label: string }; publishedAt: Date | null; withdrawnAt: Date | null }
type Claim<V, P, S> = {
  id: number
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
    rating: verdict?.rating ?? unchecked,
    box: boxOf(claim),
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

/** What its rating means, who checked it when, whether who is judged was asked, and what was found before: the box beside the page. */
function boxOf<V extends Judged, P extends Past, S>({ id, verdict, succession }: Claim<V, P, S>) {
  const { label, meaning, tone } = verdict?.rating ?? unchecked
  const [, before] = succession
  const { reply } = verdict ?? {}
  const answered = reply?.answeredOn ? `answered on ${formatDate(reply.answeredOn)}` : 'has not answered'
  const more: Fact[] = [
    ...(reply ? [{ term: 'Asked', words: `on ${formatDate(reply.askedOn)}; ${answered}`, path: null }] : []),
    ...(before ? [{ term: 'Before', words: tellBefore(before), path: `/claims/${id}/verdicts` }] : []),
  ]
  return {
    tone,
    rows: [{ axis: 'True?', label, meaning }],
    more,
    by: verdict && { who: verdict.account, on: verdict.publishedAt ?? verdict.createdAt },
  }
}

function tellBefore({ rating, publishedAt }: Past): string {
  return publishedAt ? `${rating.label}, ${formatDate(publishedAt)}` : rating.label
}
