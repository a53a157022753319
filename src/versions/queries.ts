import { diffTexts, type DiffPiece } from '../anchoring/word-diff.ts'
import type { AnchorKind, Prisma } from '../database/client/client.ts'
import type { Db } from '../database/connect.ts'
import { head } from '../documents/queries.ts'
import { may, type Viewer } from '../policy.ts'
import { readable } from '../visible/readable.ts'
import { isSeen } from '../visible/rows.ts'
import { documentPath } from '../words/addresses.ts'
import { say } from '../words/labels.ts'
import { isToSettle } from './settling.ts'

/** A document with its versions, the newest first. */
export async function findVersions(db: Db, viewer: Viewer, id: number) {
  const { versions, ...document } = await db.document.findFirstOrThrow({
    where: { id, AND: readable.documents(viewer) },
    select: {
      ...head,
      versions: {
        orderBy: { number: 'desc' },
        select: {
          number: true,
          method: true,
          fetchedAt: true,
          isLater: true,
          text: { select: { sha256: true, codePoints: true } },
        },
      },
    },
  })
  return { document: { ...document, path: documentPath(document) }, versions }
}

/** How its page was when it was last fetched again; another text as a word diff, while it waits for a decision. */
export async function findAgain(db: Db, documentId: number) {
  const row = await db.refetch.findUnique({
    where: { documentId },
    select: {
      fetchedAt: true,
      problem: true,
      found: true,
      foundText: true,
      foundAt: true,
      document: {
        select: { versions: { orderBy: { number: 'desc' }, take: 1, select: { text: { select: { content: true } } } } },
      },
    },
  })
  if (!row) return null
  const { foundText, document, ...rest } = row
  const last = document.versions[0]?.text.content ?? ''
  return { ...rest, changes: foundText === null ? [] : shortened(diffTexts(last, foundText)) }
}

const passage = {
  id: true,
  kind: true,
  was: true,
  words: true,
  score: true,
  context: true,
  starts: true,
  ends: true,
  settlement: true,
  settledAt: true,
  statement: {
    select: { id: true, state: true, spans: { take: 1, orderBy: { position: 'asc' }, select: { start: true } } },
  },
  evidence: {
    select: {
      id: true,
      start: true,
      verdict: { select: { id: true, claimId: true, statementId: true, hop: { select: { statementId: true } } } },
    },
  },
  note: { select: { id: true } },
  settledBy: { select: { name: true } },
} satisfies Prisma.ReanchoringSelect

/**
 * What a version changed, compared with the text in which things are recorded or, where it is that text, with the version
 * before: as a word diff with long unchanged stretches left out, and what became of each passage.
 * Readers see the statements that they may see; evidence and notes are the desk's.
 */
export async function findChanges(db: Db, viewer: Viewer, { id, number }: { id: number; number: number }) {
  const isAtDesk = may(viewer, 'read drafts')
  const later = await db.version.findFirstOrThrow({
    where: { documentId: id, number, document: readable.documents(viewer) },
    select: {
      number: true,
      method: true,
      fetchedAt: true,
      isLater: true,
      text: { select: { content: true } },
      document: { select: head },
      reanchorings: {
        where: isAtDesk ? {} : { statement: readable.statements(viewer) },
        orderBy: { id: 'asc' },
        select: passage,
      },
    },
  })
  const recorded = await db.version.findFirstOrThrow({
    where: { documentId: id, ...(later.isLater ? { isLater: false } : { number: { lt: number } }) },
    orderBy: { number: 'desc' },
    select: { number: true, fetchedAt: true, text: { select: { content: true } } },
  })
  const { text, reanchorings, document, ...version } = later
  const passages = reanchorings
    .map((row) => present(row, { id, isAtDesk }))
    .sort((a, b) => rank(a) - rank(b) || a.id - b.id)
  return {
    document: { ...document, path: documentPath(document) },
    version,
    recorded: { number: recorded.number, fetchedAt: recorded.fetchedAt },
    changes: shortened(diffTexts(recorded.text.content, text.content)),
    passages,
    unsettled: passages.filter(({ needsDecision }) => needsDecision).length,
    same: passages.filter(({ isSame }) => isSame).length,
  }
}

const order: AnchorKind[] = ['gone', 'elsewhere', 'changed', 'moved', 'exact']
const rank = ({ needsDecision, kind }: { needsDecision: boolean; kind: AnchorKind }) =>
  order.indexOf(kind) + (needsDecision ? 0 : order.length)

type Row = Prisma.ReanchoringGetPayload<{ select: typeof passage }>

function present(
  { statement, evidence, note, settledBy, ...row }: Row,
  { id, isAtDesk }: { id: number; isAtDesk: boolean },
) {
  return {
    ...row,
    isPublic: statement !== null && isSeen('statementHere', statement),
    label: say('AnchorKind', row.kind),
    percent: { words: Math.round(row.score * 100), around: Math.round(row.context * 100) },
    pieces: row.kind === 'gone' ? [] : diffTexts(row.was, row.words),
    isSame: !isToSettle(row.kind),
    needsDecision: row.settlement === null && isToSettle(row.kind),
    settledBy: isAtDesk ? (settledBy?.name ?? null) : null,
    of: statement
      ? { what: 'Statement' as const, id: statement.id, path: `/statements/${statement.id}` }
      : evidence
        ? { what: 'Evidence' as const, id: evidence.id, path: pathOfVerdict(evidence.verdict) }
        : { what: 'Note' as const, id: note?.id ?? 0, path: `/documents/${id}#note-${note?.id ?? 0}` },
  }
}

function pathOfVerdict({ id, claimId, statementId, hop }: NonNullable<Row['evidence']>['verdict']): string {
  if (claimId !== null) return `/claims/${claimId}#verdict-${id}`
  return `/statements/${statementId ?? hop?.statementId ?? 0}#verdict-${id}`
}

/** So many characters of what is the same are shown beside what is not. */
const shownBeside = 160

type ShownPiece = DiffPiece | { kind: 'skipped'; words: string }

function shortened(pieces: DiffPiece[]): ShownPiece[] {
  return pieces.flatMap((piece, i): ShownPiece[] => {
    if (piece.kind !== 'same' || piece.words.length < 3 * shownBeside) return [piece]
    const head = i === 0 ? '' : piece.words.slice(0, shownBeside).toWellFormed()
    const tail = i === pieces.length - 1 ? '' : piece.words.slice(-shownBeside).toWellFormed()
    const same = (words: string): ShownPiece[] => (words === '' ? [] : [{ kind: 'same', words }])
    return [...same(head), { kind: 'skipped', words: ' […] ' }, ...same(tail)]
  })
}

/** What readers see of a statement whose words its publisher changed. */
export type NewWording = {
  kind: 'changed' | 'gone'
  was: string
  /** The new words, unless an editor found that they are not the statement's. */
  now: string | null
  pieces: DiffPiece[]
  number: number
  on: Date
  path: string
  isSettled: boolean
}

/** By statement, where the newest later version of its document has other words. */
export async function findNewWordings(db: Db, statementIds: number[]): Promise<Map<number, NewWording>> {
  if (statementIds.length === 0) return new Map()
  const rows = await db.reanchoring.findMany({
    where: { statementId: { in: statementIds } },
    orderBy: { versionId: 'desc' },
    select: {
      statementId: true,
      kind: true,
      was: true,
      words: true,
      settlement: true,
      version: { select: { number: true, fetchedAt: true, documentId: true } },
    },
  })
  const newest = new Map<number, NewWording | null>()
  for (const { statementId, kind, was, words, settlement, version } of rows) {
    if (statementId === null || newest.has(statementId)) continue
    const isTold = kind === 'changed' || kind === 'gone' || (kind === 'elsewhere' && settlement === 'kept')
    const now = kind === 'changed' && settlement !== 'kept' ? words : null
    newest.set(
      statementId,
      isTold
        ? {
            kind: kind === 'changed' ? 'changed' : 'gone',
            was,
            now,
            pieces: now === null ? [] : diffTexts(was, now),
            number: version.number,
            on: version.fetchedAt,
            path: `/documents/${version.documentId}/versions/${version.number}/changes`,
            isSettled: settlement !== null,
          }
        : null,
    )
  }
  return new Map([...newest].flatMap(([id, wording]) => (wording ? [[id, wording] as const] : [])))
}
