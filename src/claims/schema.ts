import { z } from 'zod'
import { ClaimStance, PublicationState } from '../database/client/enums.ts'
import { correction, optionalId, revision, oneOfThese } from '../words/fields.ts'
import { defineForm } from '../web/form-kinds.ts'
import { listing } from '../web/listing.ts'

const topics = z
  .union([z.array(z.string()), z.string()])
  .default([])
  .transform((value) => (Array.isArray(value) ? value : value.split(',')).map((name) => name.trim()).filter(Boolean))
  .pipe(z.array(z.string().max(100, 'A topic has at most 100 characters')).max(20, 'At most 20 topics'))

const sentence = z.string().trim().max(2000, 'At most 2000 characters')

export const linkedClaimFields = {
  claimId: optionalId,
  /** Instead of its number, for people who type: words of an existing claim, or the number. */
  known: sentence.default(''),
  sentence: sentence.default(''),
  stance: z.enum(ClaimStance).default('asserts'),
  topics,
}

export const LinkedClaim = z.object(linkedClaimFields)
export type LinkedClaim = z.output<typeof LinkedClaim>
export const linkForm = defineForm('link', LinkedClaim)

export const EditedClaim = z.object({
  revision,
  sentence: sentence.min(1, 'Say in one sentence what is claimed'),
  topics,
  correction,
})
export type EditedClaim = z.output<typeof EditedClaim>
export const claimForm = defineForm('claim', EditedClaim)

export const ClaimFilters = z.object({
  q: z.string().trim().max(200).default(''),
  rating: z.string().max(50).optional(),
  state: oneOfThese(PublicationState),
  ...listing(['newest', 'claim', 'rating', 'statements', 'assignee', 'state']),
})
export type ClaimFilters = z.output<typeof ClaimFilters>

/** Of the feed of all reviews. */
export const ReviewsQuery = ClaimFilters.pick({ before: true, limit: true })
export type ReviewsQuery = z.output<typeof ReviewsQuery>

/** Of a topic's page: which of its claims, the newest first. */
export const ClaimsOfTopic = ClaimFilters.pick({ q: true, rating: true, state: true, before: true, limit: true })

/** What is typed, and the words of the statement that a claim is looked for: of those that have what is typed the likest come first. */
export const ClaimOffer = z.object({
  q: z.string().trim().max(200).default(''),
  like: z.string().trim().max(2000).catch('').default(''),
})
