import { z } from 'zod'
import { linkedClaimFields } from '../claims/schema.ts'
import { noteWords } from '../notes/schema.ts'
import { evidence, optionalRating, questions, reasons, reasonsNeeded } from '../verdicts/schema.ts'
import { defineForm } from '../web/form-kinds.ts'
import { byNumber, unwritten } from '../words/asked.ts'
import { optionalId, ticked } from '../words/fields.ts'

/** "12:7": of claim 12 the newest verdict that the form showed was number 7. */
const seen = unwritten(
  z.preprocess(
    (value) => (value === undefined || value === '' ? [] : [value].flat()),
    z.array(z.string().regex(/^\d{1,9}:\d{1,9}$/, 'A claim’s number and a verdict’s, as 12:7')).max(200),
  ),
)

/**
 * A whole check. Of its parts each may be left out: whether they said it, the claim, whether that is true, a note. What is
 * given is whole.
 */
export const Check = z
  .object({
    /** Did they say it? */
    ratingId: optionalRating,
    checked: questions,
    reasons: reasons.default(''),
    supersedesId: unwritten(optionalId),
    evidence,
    /** The verdict on the statement above, whose evidence is that of this one, too. */
    sameAs: byNumber(optionalId),
    /** The claim that the verdict is on, of those that are linked already. */
    linkedId: unwritten(optionalId),
    ...linkedClaimFields,
    /** Is it true? Its reasons, left empty, are those above. */
    claimRatingId: optionalRating,
    claimChecked: questions,
    claimReasons: reasons.default(''),
    claimEvidence: evidence,
    /** The evidence above is evidence of this, too. */
    claimSame: ticked.default(false),
    seen,
    note: noteWords.default(''),
    /** Where to go on: to the next statement that nobody has checked, or back to the desk. */
    then: unwritten(z.enum(['next', 'desk']).default('next').catch('next')),
  })
  .superRefine((check, context) => {
    for (const [field, message] of faults(check)) context.addIssue({ code: 'custom', path: [field], message })
  })
export type Check = z.output<typeof Check>
export const checkForm = defineForm('check', Check)

/** Whether the form says something of a claim besides a verdict on one that is linked already. */
export function namesClaim({ claimId, known, sentence }: Pick<Check, 'claimId' | 'known' | 'sentence'>): boolean {
  return claimId !== undefined || known !== '' || sentence !== ''
}

type Parts = Omit<Check, 'seen' | 'checked' | 'claimChecked'>

function* faults(check: Parts): Generator<[field: string, sentence: string]> {
  const { ratingId, reasons, sameAs, claimRatingId, claimReasons, claimSame, linkedId, topics, note } = check
  const hasEvidence = check.evidence.some(isFilledIn) || sameAs !== undefined
  const hasClaim = namesClaim(check)
  const isNothing = ratingId === undefined && claimRatingId === undefined && !hasClaim && note === ''
  const isBegun = reasons !== '' || claimReasons !== '' || hasEvidence || topics.length > 0
  if (isNothing && !isBegun) yield ['form', 'Nothing is filled in yet. Choose a rating or a claim, or write a note']

  if (ratingId !== undefined && reasons === '') yield ['reasons', reasonsNeeded]
  const isForClaim = claimRatingId !== undefined
  if (ratingId === undefined && hasEvidence && !(isForClaim && claimSame))
    yield ['ratingId', 'Choose a rating: the evidence is there for one']
  else if (ratingId === undefined && reasons !== '' && !(isForClaim && claimReasons === ''))
    yield ['ratingId', 'Choose a rating: the reasons are there for one']

  if (isForClaim && !hasClaim && linkedId === undefined)
    yield ['known', 'Choose the claim that this rating is of, or write a new one']
  if (isForClaim && claimReasons === '' && reasons === '') yield ['claimReasons', reasonsNeeded]
  if (!isForClaim && (claimReasons !== '' || claimSame || check.claimEvidence.some(isFilledIn)))
    yield ['claimRatingId', 'Choose whether it is true: the reasons and the evidence are there for that']
  if (topics.length > 0 && !hasClaim && linkedId === undefined)
    yield ['topics', 'Topics are those of a claim: choose one, or write a new one']
}

function isFilledIn({ title, documentId, quote, url, publisher, archiveUrl, reliability }: Check['evidence'][number]) {
  return (
    documentId !== undefined || [title, quote, url, publisher, archiveUrl, reliability].some((words) => words !== '')
  )
}

/** The form's buttons for who has no script: the form again, with room for one more piece of evidence. */
export function asksForMoreEvidence(body: unknown): boolean {
  return z.object({ more: z.enum(['evidence', 'claimEvidence']) }).safeParse(body).success
}
