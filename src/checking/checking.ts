import { linkSentClaim, tagClaim } from '../claims/claims.ts'
import type { Database, Db } from '../database/connect.ts'
import { addNote } from '../notes/notes.ts'
import { type Choice, Refused, Stale } from '../refused.ts'
import { recordVerdict } from '../verdicts/verdicts.ts'
import { type Check, namesClaim } from './schema.ts'

type Given = Check & { statementId: number; by: number }

/**
 * Records a check as a whole or not at all, with what its parts write themselves. Throws Refused with what all of them are
 * refused for, and Stale where somebody gave a verdict since the form was opened.
 */
export function recordCheck(db: Database, { statementId, by, ...check }: Given) {
  return db.$transaction(async (tx) => {
    const refusals: Refused[] = []
    const { version } = await tx.statement.findUniqueOrThrow({
      where: { id: statementId },
      select: { version: { select: { documentId: true } } },
    })
    const { documentId } = version
    await attempt(refusals, () => refuseForeignEvidence(tx, { sameAs: check.sameAs, documentId }))

    // The claim first: names of topics and the claim are locked before what is done to the document.
    const claimId = await attempt(refusals, () => chooseClaim(tx, { ...check, statementId, documentId, by }))
    const { ratingId, claimRatingId, note, checked, reasons, supersedesId, evidence, sameAs } = check
    const accuracy =
      claimId !== undefined && claimRatingId !== undefined
        ? await attempt(refusals, () => judgeClaim(tx, claimId, { ...check, ratingId: claimRatingId, by }))
        : undefined
    const given = { checked, reasons, supersedesId, evidence, sameAs, hopId: undefined, ...unasked }
    const attribution =
      ratingId === undefined
        ? undefined
        : await attempt(refusals, () =>
            recordVerdict(tx, { statementId }, { ...given, ratingId, judgedAlong: accuracy && claimId, by }),
          )
    if (note !== '') await attempt(refusals, () => addNote(tx, { statementId }, { ...ofTheHouse, body: note, by }))

    if (refusals.length > 0) throw together(refusals)
    return { verdictId: attribution?.id, claimId, claimVerdictId: accuracy?.id }
  })
}

/** Whether they were asked is said on the page of the statement or claim. */
const unasked = { askedOn: null, answeredOn: null, reply: '' } as const
const ofTheHouse = { kind: 'comment', visibility: 'internal', passage: false, quote: '', at: '' } as const

/** Undefined where it was refused: the others are tried nonetheless, so that all there is to mend is said at once. */
async function attempt<T>(refusals: Refused[], act: () => Promise<T>): Promise<T | undefined> {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    refusals.push(error)
    return undefined
  }
}

function together(refusals: Refused[]): Refused {
  const fields: Record<string, string> = {}
  const choices: Record<string, Choice[]> = {}
  for (const refusal of refusals) {
    for (const [name, sentences] of Object.entries(refusal.fields)) {
      fields[name] = [...(fields[name] === undefined ? [] : [fields[name]]), ...sentences].join(' ')
    }
    Object.assign(choices, refusal.choices)
  }
  return new Refused(fields, choices)
}

async function refuseForeignEvidence(
  tx: Db,
  { sameAs, documentId }: { sameAs: number | undefined; documentId: number },
) {
  if (sameAs === undefined) return
  const found = await tx.verdict.count({
    where: { id: sameAs, state: { not: 'withdrawn' }, statement: { version: { documentId } } },
  })
  if (found === 0) {
    throw new Refused({ sameAs: 'The verdict with this evidence was withdrawn meanwhile. Give the evidence itself' })
  }
}

type OfClaim = Given & { documentId: number }

/** The claim that the check is about, linked and with its topics; undefined where it is about none. */
async function chooseClaim(tx: Db, { statementId, documentId, by, ...check }: OfClaim): Promise<number | undefined> {
  const { linkedId, stance, topics } = check
  if (!namesClaim(check)) {
    if (linkedId === undefined) return undefined
    const linked = await tx.statementClaim.count({ where: { statementId, claimId: linkedId } })
    if (linked === 0) throw new Refused({ known: 'This claim was unlinked meanwhile. Choose a claim again' })
    if (topics.length > 0) await tagClaim(tx, linkedId, { topics, by })
    return linkedId
  }

  const { claimId, known, sentence } = check
  const isThere = claimId !== undefined || known !== ''
  // Of a new sentence the topics come with it; a claim that is there gets them before it is held.
  if (claimId !== undefined && topics.length > 0) await tagClaim(tx, claimId, { topics, by })
  const link = claimId === undefined ? null : await findLink(tx, { statementId, claimId })
  if (claimId !== undefined && link?.stance === stance) return claimId
  const given = { claimId, known, sentence, stance, topics: isThere ? [] : topics }
  const claim = await linkSentClaim(tx, { ...given, statementId, documentId, by })
  if (claimId === undefined && isThere && topics.length > 0) await tagClaim(tx, claim.id, { topics, by })
  return claim.id
}

function findLink(tx: Db, statementId_claimId: { statementId: number; claimId: number }) {
  return tx.statementClaim.findUnique({ where: { statementId_claimId } })
}

type Judging = Check & { ratingId: number; by: number }

async function judgeClaim(tx: Db, claimId: number, { ratingId, by, ...check }: Judging) {
  const { claimChecked, claimReasons, claimEvidence, claimSame, reasons, evidence, sameAs } = check
  const seen = check.seen.findLast((pair) => pair.startsWith(`${claimId}:`))?.split(':')[1]
  try {
    return await recordVerdict(
      tx,
      { claimId },
      {
        ratingId,
        checked: claimChecked,
        reasons: claimReasons || reasons,
        supersedesId: seen === undefined ? undefined : Number(seen),
        hopId: undefined,
        evidence: claimSame ? [...claimEvidence, ...evidence] : claimEvidence,
        sameAs: claimSame ? sameAs : undefined,
        ...unasked,
        by,
      },
    )
  } catch (error) {
    if (error instanceof Refused) throw besideClaim(error, claimEvidence.length)
    if (error instanceof Stale) throw await staleClaim(tx, claimId, error)
    throw error
  }
}

/** The same sentences, by the names that the fields of the claim's verdict have in this form. */
function besideClaim({ fields, choices }: Refused, own: number): Refused {
  const named = (name: string) => nameOfClaim(name, own)
  const sentences = Object.entries(fields).map(([name, all]) => [named(name), all.join(' ')])
  return new Refused(
    Object.fromEntries(sentences) as Record<string, string>,
    Object.fromEntries(Object.entries(choices).map(([name, offered]) => [named(name), offered])),
  )
}

function nameOfClaim(name: string, own: number): string {
  const [, number, rest = ''] = /^evidence\.(\d+)(\.\w+)?$/.exec(name) ?? []
  if (number !== undefined && Number(number) >= own) return `evidence.${Number(number) - own}${rest}`
  return `claim${name.charAt(0).toUpperCase()}${name.slice(1)}`
}

async function staleClaim(tx: Db, claimId: number, { stored, revision, changed, inWords }: Stale): Promise<Stale> {
  const { sentence } = await tx.claim.findUniqueOrThrow({ where: { id: claimId }, select: { sentence: true } })
  const { ratingId, rating, by, reasons, itsEvidence } = stored
  return new Stale(
    revision,
    { claimRatingId: ratingId, rating, by, claimReasons: reasons, claimItsEvidence: itsEvidence },
    {
      changed,
      ...(inWords?.['ratingId'] && { inWords: { claimRatingId: inWords['ratingId'] } }),
      again: { claimId, known: sentence, sentence: '', seen: [`${claimId}:${revision}`] },
    },
  )
}
