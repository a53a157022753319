import { isSeen } from '../visible/rows.ts'
import type { Claim, ClaimReview, DataFeed, Rating, WithContext } from 'schema-dts'
import type { Desk } from '../config.ts'
import { describeDocument } from '../documents/json-ld.ts'
import { claimPath } from '../words/addresses.ts'
import { writePartialDate } from '../words/partial-date.ts'
import { describeNewsroom, describeSource } from '../sources/json-ld.ts'
import type { Scale, Verdict } from '../findings/queries.ts'
import { earliestFirst } from './origins.ts'
import type { findClaim } from './queries.ts'

type Told = Pick<Awaited<ReturnType<typeof findClaim>>, 'id' | 'sentence' | 'statements' | 'verdicts'>
type Said = Told['statements'][number]

/**
 * The limit for the places listed where a claim was made; a claim with thousands of reports would fill the page with
 * them.
 */
const mostAppearances = 50

/** A claim in schema.org's vocabulary: with its verdict as a ClaimReview, or by itself if no verdict is published. */
export function describeClaim(desk: Desk, claim: Told, scale: Scale): WithContext<ClaimReview | Claim> {
  const given = claim.verdicts.filter((one) => isSeen('verdictHere', one))
  const [verdict] = given
  const first = given.at(-1) ?? verdict
  const context = { '@context': 'https://schema.org' } as const
  if (!verdict || !first) return { ...context, ...describeAssertion(desk, claim) }
  return { ...context, ...describeReview(desk, claim, scale, { verdict, first }) }
}

/** A page of all verdicts on claims that readers see, for those who collect fact checks. */
export function describeReviews(desk: Desk, claims: Told[], scale: Scale): WithContext<DataFeed> {
  const reviews = claims.flatMap((claim) => {
    const given = claim.verdicts.filter((one) => isSeen('verdictHere', one))
    const [verdict] = given
    const first = given.at(-1)
    return verdict && first ? [describeReview(desk, claim, scale, { verdict, first })] : []
  })
  const dates = reviews.map(({ dateModified }) => dateModified).toSorted()
  return {
    '@context': 'https://schema.org',
    '@type': 'DataFeed',
    '@id': `${desk.baseUrl}/claim-reviews`,
    url: `${desk.baseUrl}/claim-reviews`,
    name: `Fact checks by ${desk.newsroom}`,
    publisher: describeNewsroom(desk),
    ...(dates.length > 0 && { dateModified: dates.at(-1) }),
    dataFeedElement: reviews.map((review) => ({
      '@type': 'DataFeedItem',
      url: review.url,
      dateCreated: review.datePublished,
      dateModified: review.dateModified,
      item: review,
    })),
  } as WithContext<DataFeed>
}

type Given = { verdict: Verdict; first: Verdict }

function describeReview(desk: Desk, claim: Told, scale: Scale, { verdict, first }: Given) {
  return {
    '@type': 'ClaimReview' as const,
    '@id': `${desk.baseUrl}/claims/${claim.id}#accuracy`,
    // The canonical address: readers of this mark-up do not follow redirects.
    url: encodeURI(desk.baseUrl + claimPath(claim)),
    claimReviewed: claim.sentence,
    datePublished: (first.publishedAt ?? first.createdAt).toISOString(),
    dateModified: (verdict.publishedAt ?? verdict.createdAt).toISOString(),
    author: describeNewsroom(desk),
    reviewRating: describeRating(verdict, scale),
    reviewBody: verdict.reasons,
    itemReviewed: describeAssertion(desk, claim),
  }
}

/** The scale's numbers go with a rating that has one; "not checkable" has none. */
function describeRating({ rating }: Verdict, { worst, best }: Scale): Rating {
  const { label, meaning, ratingValue } = rating
  return {
    '@type': 'Rating',
    alternateName: label,
    ratingExplanation: meaning,
    ...(ratingValue !== null &&
      worst !== null &&
      best !== null && { ratingValue, bestRating: best, worstRating: worst }),
  }
}

/**
 * The claim, who made it, when it was first made, and where it appeared. People who deny or doubt it do not make it.
 */
function describeAssertion(desk: Desk, { id, sentence, statements }: Told): Exclude<Claim, string> {
  const reports = statements.filter(({ stance }) => stance === 'asserts').toSorted(earliestFirst)
  const [first] = reports
  const speakers = new Map(reports.flatMap(({ speaker }) => (speaker ? [[speaker.id, speaker]] : [])))
  const documents = new Map(reports.map(({ document }) => [document.id, document]))
  const places = [...documents.values()].slice(0, mostAppearances)
  const firstPlace = earliestPublished(reports)
  return {
    '@type': 'Claim',
    '@id': `${desk.baseUrl}/claims/${id}`,
    text: sentence,
    ...(speakers.size > 0 && { author: [...speakers.values()].map((speaker) => describeSource(desk, speaker)) }),
    ...(first?.dated && { datePublished: writePartialDate(first.dated.on, first.dated.precision) }),
    ...(places.length > 0 && { appearance: places.map((document) => describeDocument(desk, document)) }),
    ...(firstPlace && { firstAppearance: describeDocument(desk, firstPlace) }),
  }
}

function earliestPublished(reports: Said[]) {
  const dated = reports.flatMap(({ document }) => (document.publishedOn ? [document] : []))
  return dated.toSorted((a, b) => Number(a.publishedOn) - Number(b.publishedOn) || a.id - b.id)[0]
}
