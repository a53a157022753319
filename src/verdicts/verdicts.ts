import type { Axis, Prisma, Rating } from '../database/client/client.ts'
import { refuseMergedClaim } from '../claims/hold.ts'
import type { Database, Db } from '../database/connect.ts'
import { publishVerdicts, type OwnVerdicts } from './publishing.ts'
import { type By, writeEvent } from '../history/events.ts'
import { findLastChange } from '../history/queries.ts'
import { askForSnapshots } from '../originals/snapshots.ts'
import { Refused, Stale } from '../refused.ts'
import { askRecheckUponVerdict } from '../recheck/recheck.ts'
import { settleByVerdict } from '../recheck/settling.ts'
import { isSeen } from '../visible/rows.ts'
import { placeSpans, wordsOf } from '../statements/spans.ts'
import { findUnmet } from './facts.ts'
import type { EvidenceField, NewVerdict } from './schema.ts'
import { recordedFirst } from '../documents/recorded-first.ts'

/** The subject of a verdict: attribution of a statement or one of its hops, accuracy of a claim. */
export type Target = { statementId: number } | { hopId: number } | { claimId: number }

/**
 * A verdict is never edited: a new one supersedes it. Throws Stale if somebody gave one since the form was opened, so
 * that nobody supersedes a verdict they have not seen, and Refused if the evidence does not meet the rating's
 * requirements.
 */
export function giveVerdict(db: Database, target: Target, given: NewVerdict & { by: number }) {
  return db.$transaction((tx) => recordVerdict(tx, target, given))
}

/** The evidence of another verdict that this one rests on too, as it stands there. */
type Alike = { sameAs?: number | undefined }

/** The same as a part of something larger; `judgedAlong` is a claim that gets its own verdict with it. */
export async function recordVerdict(
  tx: Db,
  target: Target,
  { by, sameAs, judgedAlong, ...given }: NewVerdict & Alike & { judgedAlong?: number | undefined; by: number },
) {
  const axis: Axis = 'claimId' in target ? 'accuracy' : 'attribution'
  const rating = await chooseRating(tx, { axis, ratingId: given.ratingId })
  const concerned = await findConcerned(tx, target)
  // Two simultaneous verdicts on one thing wait for each other, so that the second is shown the first.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`verdict ${JSON.stringify(target)}`}, 0))`
  if ('claimId' in target) await refuseMergedClaim(tx, target.claimId, 'ratingId')
  const newest = await tx.verdict.findFirst({ where: target, orderBy: { id: 'desc' }, include: whole })
  if ((newest?.id ?? null) !== (given.supersedesId ?? null)) {
    throw await staleFor(tx, newest)
  }

  const evidence = await placeEvidence(tx, given.evidence)
  const verdict = await tx.verdict.create({
    data: {
      axis,
      ...target,
      ratingId: rating.id,
      reasons: given.reasons,
      checked: rating.checklist.filter((question) => given.checked.includes(question)),
      leftOpen: rating.checklist.filter((question) => !given.checked.includes(question)),
      supersedesId: newest?.id ?? null,
      accountId: by,
      evidence: { create: [...evidence, ...(await copyEvidence(tx, { sameAs, after: evidence.length }))] },
      ...(given.askedOn && {
        reply: {
          create: { askedOn: given.askedOn, answeredOn: given.answeredOn, words: given.reply || null },
        },
      }),
    },
  })
  await askForSnapshots(
    tx,
    evidence.flatMap((one) => one.url ?? []),
  )
  const unmet = await findUnmet(tx, verdict.id)
  if (unmet !== null) throw new Refused({ evidence: unmet })

  const after = { rating: rating.label, reasons: given.reasons, axis }
  const before = newest ? { rating: newest.rating.label, reasons: newest.reasons } : undefined
  await writeEvent(tx, 'verdict_given', { by, verdictId: verdict.id, ...concerned, ...(before && { before }), after })
  await settleByVerdict(tx, concerned, { by })
  if ('statementId' in concerned && newest && newest.state !== 'withdrawn' && takesGround(newest.rating, rating)) {
    const reason = `Who said statement ${concerned.statementId} was checked again: ${rating.label}, not ${newest.rating.label}`
    // Readers see the old one until this one is published.
    await askRecheckUponVerdict(tx, concerned.statementId, { reason, judgedAlong, wasPublic: false, by })
  }
  return verdict
}

/** Whether what rests on the old rating must be looked at again: not where what was open, or told with care, is good. */
function takesGround(old: Rating, given: Rating): boolean {
  const isFirmer = given.tone === 'good' && (old.tone === 'open' || old.tone === 'caution')
  return old.id !== given.id && !isFirmer
}

/**
 * Throws Refused if it may not (or no longer) be published, so that nobody takes another person's action for their own.
 */
export function publishVerdict(db: Database, { verdictId, by, ownVerdicts }: { verdictId: number } & OwnVerdicts & By) {
  return db.$transaction(async (tx) => {
    const published = await publishVerdicts(tx, { verdictIds: [verdictId], by, ownVerdicts })
    if (published.length === 0) {
      throw new Refused({ verdictIds: 'It is published already. Reload the page' })
    }
  })
}

/** Sends a draft back to its author, with what to correct; a better one should supersede it. */
export function returnVerdict(
  db: Database,
  { verdictId, reason, by }: { verdictId: number; reason: string; by: number },
) {
  return db.$transaction(async (tx) => {
    const verdict = await tx.verdict.findUniqueOrThrow({ where: { id: verdictId } })
    const { count } = await tx.verdict.updateMany({
      where: { id: verdictId, state: 'draft', returnedAt: null, supersededBy: null },
      data: { returnedReason: reason, returnedAt: new Date(), returnedById: by },
    })
    if (count === 0) {
      throw new Refused({
        reason: 'Only a draft that was neither sent back nor superseded can be sent back. Reload the page',
      })
    }
    const concerned = await findConcerned(tx, targetOf(verdict))
    await writeEvent(tx, 'verdict_sent_back', { by, verdictId, ...concerned, after: { reason } })
  })
}

export function withdrawVerdict(db: Database, { verdictId, reason, by }: { verdictId: number; reason: string } & By) {
  return db.$transaction(async (tx) => {
    const verdict = await tx.verdict.findUniqueOrThrow({
      where: { id: verdictId },
      include: { supersededBy: { select: { state: true } } },
    })
    const { count } = await tx.verdict.updateMany({
      where: { id: verdictId, state: { not: 'withdrawn' } },
      data: { state: 'withdrawn', withdrawnReason: reason, withdrawnAt: new Date() },
    })
    if (count === 0) throw new Refused({ reason: 'It has been withdrawn already' })
    const concerned = await findConcerned(tx, targetOf(verdict))
    await writeEvent(tx, 'verdict_withdrawn', { by, verdictId, ...concerned, after: { reason } })
    // One after it that readers see, or that was withdrawn, decides alone what rests on it.
    if ('statementId' in concerned && (verdict.supersededBy === null || verdict.supersededBy.state === 'draft')) {
      const told = `The verdict on who said statement ${concerned.statementId} was withdrawn`
      const wasPublic = isSeen('verdictHere', verdict)
      await askRecheckUponVerdict(tx, concerned.statementId, { reason: told, wasPublic, by })
    }
  })
}

const whole = {
  rating: true,
  account: { select: { name: true } },
  evidence: { orderBy: { position: 'asc' } },
} satisfies Prisma.VerdictInclude

/** The present verdict, to compare with the one about to be given. */
async function staleFor(tx: Db, newest: Prisma.VerdictGetPayload<{ include: typeof whole }> | null): Promise<Stale> {
  const labels = new Map((await tx.rating.findMany()).map(({ id, label }) => [String(id), label]))
  return new Stale(
    newest?.id ?? 0,
    {
      ratingId: newest?.ratingId ?? '',
      rating: newest?.rating.label ?? 'none',
      by: newest?.account.name ?? '',
      reasons: newest?.reasons ?? '',
      itsEvidence: newest?.evidence.map(({ title, quote }) => (quote ? `${title}: “${quote}”` : title)) ?? [],
    },
    {
      changed: newest ? await findLastChange(tx, { verdictId: newest.id }, 'verdict_') : undefined,
      inWords: { ratingId: (value) => labels.get(String(value)) ?? '' },
    },
  )
}

async function chooseRating(tx: Db, { axis, ratingId }: { axis: Axis; ratingId: number }) {
  const rating = await tx.rating.findFirst({ where: { id: ratingId, axis } })
  if (!rating) throw new Refused({ ratingId: 'Choose a rating from the list' })
  if (rating.retired) {
    throw new Refused({ ratingId: `“${rating.label}” is no longer given here. Choose another rating from the list` })
  }
  return rating
}

export function targetOf({
  statementId,
  hopId,
  claimId,
}: Pick<Prisma.VerdictGetPayload<object>, 'statementId' | 'hopId' | 'claimId'>): Target {
  if (claimId !== null) return { claimId }
  if (hopId !== null) return { hopId }
  if (statementId !== null) return { statementId }
  throw new Error('A verdict without a target: the database forbids it')
}

/** Everything under which the event is found. Throws if the subject does not exist. */
async function findConcerned(tx: Db, target: Target) {
  if ('claimId' in target) {
    await tx.claim.findUniqueOrThrow({ where: { id: target.claimId } })
    return target
  }
  const where = 'hopId' in target ? { hops: { some: { id: target.hopId } } } : { id: target.statementId }
  const statement = await tx.statement.findFirstOrThrow({ where, include: { version: true } })
  return { statementId: statement.id, documentId: statement.version.documentId }
}

async function placeEvidence(tx: Db, fields: EvidenceField[]) {
  const placed: Prisma.EvidenceUncheckedCreateWithoutVerdictInput[] = []
  for (const [i, field] of fields.entries()) {
    if (isLeftEmpty(field)) continue
    const { kind, stance } = field
    const position = placed.length
    const common = { position, kind, stance, reliability: field.reliability || null, seenOn: field.seen }
    const rest =
      field.documentId !== undefined
        ? await placePassage(tx, field, `evidence.${i}`)
        : placeLink(field, `evidence.${i}`)
    placed.push({ ...common, ...rest })
  }
  return placed
}

/** Passages stay where they were found, also where their document has a newer version by now. */
async function copyEvidence(tx: Db, { sameAs, after }: Alike & { after: number }) {
  if (sameAs === undefined) return []
  const copied = await tx.evidence.findMany({
    where: { verdictId: sameAs },
    orderBy: { position: 'asc' },
    omit: { id: true, verdictId: true },
  })
  return copied.map((piece, i) => ({ ...piece, position: after + i }))
}

/** Whether a row is empty; its kind and its stance always have a value. */
function isLeftEmpty({ title, documentId, quote, url, publisher, archiveUrl, seen, reliability }: EvidenceField) {
  const words = [title, quote, url, publisher, archiveUrl, reliability]
  return documentId === undefined && seen === null && words.every((word) => word === '')
}

async function placePassage(tx: Db, { documentId, quote, at, title, ...field }: EvidenceField, name: string) {
  for (const ofLink of ['url', 'publisher', 'archiveUrl'] as const) {
    if (field[ofLink] === '') continue
    throw new Refused({ [`${name}.${ofLink}`]: 'Give a passage of a document or a link, not both in one' })
  }
  const version = await tx.version.findFirst({
    where: { documentId: documentId ?? 0 },
    orderBy: recordedFirst,
    include: { text: true, document: { select: { title: true } } },
  })
  if (!version) throw new Refused({ [`${name}.documentId`]: `There is no document ${documentId}` })
  try {
    const [span, ...more] = placeSpans(version.text.content, { quote, at })
    if (!span) throw new Refused({ quote: 'Paste the words that are the evidence' })
    if (more.length > 0) throw new Refused({ quote: 'Give each separate passage as evidence of its own, without […]' })
    const words = wordsOf(version.text.content, [span])
    return {
      versionId: version.id,
      start: span.start,
      end: span.end,
      quote: words,
      title: title || version.document.title,
    }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    throw new Refused(
      { [`${name}.quote`]: `${error.message} (in document ${documentId})` },
      error.choices['at'] && { [`${name}.at`]: error.choices['at'] },
    )
  }
}

function placeLink({ kind, url, archiveUrl, publisher, quote, title }: EvidenceField, name: string) {
  if (url === '') {
    throw new Refused({ [`${name}.url`]: 'Give the address, or the number of a stored document and the words in it' })
  }
  if (kind === 'second_report' && publisher === '') {
    throw new Refused({
      [`${name}.publisher`]: 'Say who published this report: it counts only if they had it from somebody else',
    })
  }
  return {
    url,
    archiveUrl: archiveUrl || null,
    publisher: publisher || null,
    quote: quote || null,
    title: title || new URL(url).hostname,
  }
}
