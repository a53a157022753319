import { challengesOpen } from '../challenges/queries.ts'
import type { Db } from '../database/connect.ts'
import { currentVerdict, presentVerdict } from '../findings/queries.ts'
import { standingOfRow } from '../statements/presentation.ts'
import { listEvents } from '../history/queries.ts'
import { oneOf } from '../history/actions.ts'
import { listNoteLines } from '../notes/queries.ts'
import type { Viewer } from '../policy.ts'
import { isSeen } from '../visible/rows.ts'
import { claimPath, statementPath } from '../words/addresses.ts'
import { say } from '../words/labels.ts'
import { isOffered, isUnpublished, newest, type ToPublish } from './queries.ts'

/* What a reviewer reads before a document is published: a card for each statement, with what was found and why. */

type Row = ToPublish['statements'][number]
type VerdictRow = Row['verdicts'][number]

/** An open question, and where it is asked. */
type Question = { words: string; href: string }

type Asked = {
  /** Whether everything without an open question begins ticked; otherwise nothing does. */
  ticksSettled: boolean
}

export type ReviewCard = ReturnType<typeof cardOf>

/** The cards, by what the reviewer does with them. A claim or verdict of several statements is ticked at the first. */
export async function findReviewCards(db: Db, viewer: Viewer, { statements }: ToPublish, asked: Asked) {
  const inOrder = statements.toSorted((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0) || a.id - b.id)
  const [notes, challenges] = await Promise.all([
    listNoteLines(db, viewer, inOrder),
    challengesOpen(db, viewer, {
      statementIds: inOrder.map(({ id }) => id),
      claimIds: inOrder.flatMap(({ claims }) => claims.map(({ claim }) => claim.id)),
      verdictIds: inOrder.flatMap(verdictsOf).map(({ id }) => id),
    }),
  ])
  const seen = new Set<string>()
  const isFirst = (key: string) => !seen.has(key) && Boolean(seen.add(key))
  const cards = inOrder.map((row) => {
    const open: Question[] = [
      ...(notes.get(row.id) ?? [])
        .filter(({ kind, isResolved }) => !isResolved && (kind === 'question' || kind === 'correction'))
        .map(({ id, kind, line }) => ({
          words: `${say('NoteKind', kind)}: ${line}`,
          href: `${statementPath(row)}#note-${id}`,
        })),
      ...challenges
        .filter((one) => isAbout(one, row))
        .map(({ id }) => ({ words: `Challenge ${id} by a reader is not decided`, href: `/challenges/${id}` })),
    ]
    return cardOf(row, { open, viewer, isFirst, ...asked })
  })
  const ticks = cards.flatMap((card) => card.ticks)
  const rest = cards.filter((card) => card.ticks.length === 0)
  return {
    toRead: cards.filter((card) => card.ticks.length > 0),
    unchecked: rest.filter((card) => card.state !== 'draft' && !isChecked(card)),
    others: rest.filter((card) => card.state !== 'draft' && isChecked(card)),
    drafts: rest.filter((card) => card.state === 'draft'),
    ticks: ticks.length,
    ticked: ticks.filter(({ isTicked }) => isTicked).length,
    /** How many statements with something to tick have open questions. */
    questioned: cards.filter((card) => card.ticks.length > 0 && card.questions > 0).length,
    /** Of the new statements: how many have each answer checked, and how many have open questions and nothing to tick. */
    goingOut: {
      said: cards.filter((card) => card.state === 'ready' && card.checked.said).length,
      claims: cards.filter((card) => card.state === 'ready' && card.checked.claims).length,
      questioned: rest.filter((card) => card.state === 'ready' && card.questions > 0).length,
    },
  }
}

function isChecked({ checked }: ReviewCard): boolean {
  return checked.said || checked.claims
}

type Challenged = { statementId: number | null; claimId: number | null; verdictId: number | null }

function isAbout({ statementId, claimId, verdictId }: Challenged, row: Row): boolean {
  return (
    statementId === row.id ||
    row.claims.some(({ claim }) => claim.id === claimId) ||
    verdictsOf(row).some(({ id }) => id === verdictId)
  )
}

function verdictsOf(row: Row): VerdictRow[] {
  return [
    ...row.verdicts,
    ...row.hops.flatMap(({ verdicts }) => verdicts),
    ...row.claims.flatMap(({ claim }) => claim.verdicts),
  ]
}

type Told = Asked & { open: Question[]; viewer: Viewer; isFirst: (key: string) => boolean }

function cardOf(row: Row, { open, viewer, isFirst, ticksSettled }: Told) {
  const on = [
    { axis: 'Did they say it?', verdicts: row.verdicts, claim: null },
    ...row.hops.map(({ verdicts }, i) => ({ axis: `Step ${i + 1}`, verdicts, claim: null })),
    ...row.claims.map(({ stance, claim }) => ({
      axis: 'Is it true?',
      verdicts: claim.verdicts,
      claim: { stance, ...claim },
    })),
  ]
  const claims = row.claims.filter(({ claim }) => claim.state !== 'withdrawn')
  const left = on
    .flatMap(({ verdicts }) => newest(verdicts).filter(isOffered))
    .flatMap(({ leftOpen }) => leftOpen).length
  const questions = left + open.length
  const isTicked = ticksSettled && questions === 0
  const ticks = on.flatMap(({ axis, verdicts, claim }) => [
    ...(claim && isUnpublished(claim) && isFirst(`claim ${claim.id}`)
      ? [{ name: 'claimIds', id: claim.id, label: `The claim “${claim.sentence}”`, isOwn: false, isTicked }]
      : []),
    ...newest(verdicts)
      .filter((verdict) => isOffered(verdict) && isFirst(`verdict ${verdict.id}`))
      .map(({ id, rating, accountId }) => ({
        name: 'verdictIds',
        id,
        label: `${axis} ${rating.label}`,
        isOwn: accountId === viewer?.id,
        isTicked,
      })),
  ])
  return {
    id: row.id,
    words: row.words,
    path: statementPath(row),
    line: row.line,
    state: row.state,
    isSeen: isSeen('statementHere', row),
    /** Whether each of the two answers has a verdict that holds, which one sent back does not: of steps and of claims, all. */
    checked: {
      said: holds(row.verdicts) || (row.hops.length > 0 && row.hops.every(({ verdicts }) => holds(verdicts))),
      claims: claims.length > 0 && claims.every(({ claim }) => holds(claim.verdicts)),
    },
    standing: standingOfRow(row),
    found: on.flatMap(({ axis, verdicts, claim }) => {
      const verdict = currentVerdict(verdicts.map(presentVerdict))
      if (!verdict && !claim) return []
      return [
        { axis, verdict, claim: claim && { stance: claim.stance, sentence: claim.sentence, path: claimPath(claim) } },
      ]
    }),
    /** Notes and challenges; what a verdict left open stands with it. */
    open,
    /** How many of all these there are. */
    questions,
    ticks,
  }
}

function holds(verdicts: VerdictRow[]): boolean {
  return currentVerdict(verdicts)?.returnedAt === null
}

/** What happened to the document since readers last got something of it, or since it was last sent back. */
export async function findChangesSince(db: Db, viewer: Viewer, documentId: number) {
  const last = await db.event.findFirst({
    where: { documentId, action: oneOf('document_published', 'statement_published', 'document_sent_back') },
    orderBy: { id: 'desc' },
    select: { id: true, action: true, createdAt: true },
  })
  if (!last) return null
  const { events, next } = await listEvents(db, viewer, { documentId, id: { gt: last.id } })
  return { events, isCut: next !== null, since: last.createdAt, isSentBack: last.action === 'document_sent_back' }
}
