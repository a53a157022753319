import { indexText } from '../anchoring/code-points.ts'
import type { Prisma } from '../database/client/client.ts'
import type { Db } from '../database/connect.ts'
import { pageOfCards, pathElsewhere, pathsOfParts } from '../documents/cards.ts'
import {
  choosePart,
  findOptionalOutline,
  type Outline,
  type Part,
  type PartAsked,
  readStretches,
} from '../documents/parts.ts'
import { head } from '../documents/queries.ts'
import { summarise } from '../findings/standing.ts'
import { linkPassages } from '../notes/presentation.ts'
import { listNoteLines, listThreadsOn } from '../notes/queries.ts'
import { may, type Viewer } from '../policy.ts'
import { cutParagraphs, presentStatement } from '../statements/presentation.ts'
import { unjudgedStatementFor, withVerdicts } from '../statements/queries.ts'
import { findTrails, tellTrail } from '../statements/trail.ts'
import { findCheckedBefore } from '../suggestions/checked-before.ts'
import { withSuggestions } from '../suggestions/highlights.ts'
import { findSuggestions } from '../suggestions/queries.ts'
import { readable } from '../visible/readable.ts'
import { listCopies } from '../documents/copies.ts'
import { documentPath, sourcePath } from '../words/addresses.ts'
import { recordedFirst } from '../documents/recorded-first.ts'

/**
 * A document with a part of its text, cut into highlighted pieces, and a card for each statement in it that this viewer
 * may see. Most texts have one part.
 */
export async function findDocument(db: Db, viewer: Viewer, id: number, asked: PartAsked = {}) {
  const { outline, part } = await findPart(db, id, asked)
  const [found, threads, text] = await Promise.all([
    db.document.findFirstOrThrow(pageFor(viewer, id, part)),
    listThreadsOn(db, viewer, { documentId: id }),
    readPart(db, outline, part),
  ])
  return asPage(db, viewer, found, { threads, text, part, cards: asked, path: documentPath(found) })
}

export async function findOptionalDocument(
  db: Db,
  viewer: Viewer,
  id: number,
  asked: PartAsked = {},
): Promise<DocumentPage | undefined> {
  const { outline, part } = await findPart(db, id, asked)
  const [found, threads, text] = await Promise.all([
    db.document.findFirst(pageFor(viewer, id, part)),
    listThreadsOn(db, viewer, { documentId: id }),
    readPart(db, outline, part),
  ])
  return found ? asPage(db, viewer, found, { threads, text, part, cards: asked, path: documentPath(found) }) : undefined
}

/** The same for who reviews it. */
export async function findTextToReview(db: Db, viewer: Viewer, id: number, asked: PartAsked = {}) {
  const { outline, part } = await findPart(db, id, asked)
  const [found, text] = await Promise.all([
    db.document.findFirstOrThrow(pageFor(viewer, id, part)),
    readPart(db, outline, part),
  ])
  const path = `/documents/${id}/publication`
  return asPage(db, viewer, found, { threads: [], text, part, cards: asked, path })
}

/** The same for its desk, with the suggestions in it. */
export async function findDocumentToTag(db: Db, viewer: Viewer, id: number, asked: PartAsked = {}) {
  const { outline, part } = await findPart(db, id, asked)
  const [found, threads, text] = await Promise.all([
    db.document.findFirstOrThrow(pageFor(viewer, id, part)),
    listThreadsOn(db, viewer, { documentId: id }),
    readPart(db, outline, part),
  ])
  const [document, suggestions] = await Promise.all([
    asPage(db, viewer, found, { threads, text, part, cards: asked, path: `/documents/${id}/desk` }),
    findSuggestions(db, {
      versionId: outline.versionId,
      text,
      within: part,
      publisher: found.publisher.name,
      viewerId: viewer?.id,
    }),
  ])
  const open = await findCheckedBefore(db, viewer, suggestions.open)
  return {
    ...document,
    path: documentPath(found),
    paragraphs: withSuggestions(document.paragraphs, suggestions),
    suggestions: { ...suggestions, open, checkedBefore: open.filter(({ alike }) => alike.length > 0) },
  }
}

export type DocumentPage = Awaited<ReturnType<typeof findDocument>>

async function findPart(db: Db, id: number, asked: PartAsked) {
  // The page's own query reports a document that does not exist.
  const outline = (await findOptionalOutline(db, id)) ?? { versionId: 0, textId: 0, codePoints: 0, partStarts: [] }
  return { outline, part: await choosePart(db, outline, asked) }
}

/** The words of a part. A suggestion that begins in it may end a little after it. */
async function readPart(db: Db, { textId, codePoints }: Outline, { stretch: { start, end } }: Part) {
  const [read] = await readStretches(db, textId, [{ start, end: Math.min(end + mostBeyond, codePoints) }])
  const words = read?.words ?? ''
  return {
    start,
    words,
    shown: indexText(words)
      .slice(0, end - start)
      .trimEnd(),
  }
}

const mostBeyond = 5000

function pageFor(viewer: Viewer, id: number, { count, stretch: { start, end } }: Part) {
  const isHere = count === 1 ? {} : { spans: { some: { start: { lt: end }, end: { gt: start } } } }
  return {
    where: { id, AND: readable.documents(viewer) },
    relationLoadStrategy: 'join',
    select: {
      ...head,
      text: {
        select: {
          documents: {
            where: { NOT: { id }, AND: readable.documents(viewer) },
            orderBy: { id: 'asc' },
            take: 20,
            select: { id: true, title: true, publisher: { select: { name: true } } },
          },
        },
      },
      versions: {
        orderBy: recordedFirst,
        take: 1,
        select: {
          id: true,
          number: true,
          fetchedAt: true,
          method: true,
          text: { select: { sha256: true, codePoints: true } },
          statements: {
            where: { AND: [readable.statements(viewer), isHere] },
            orderBy: { id: 'asc' },
            select: unjudgedStatementFor(viewer),
          },
        },
      },
    },
  } satisfies Prisma.DocumentFindFirstArgs
}

type PageRow = Prisma.DocumentGetPayload<ReturnType<typeof pageFor>>

type Threads = Awaited<ReturnType<typeof listThreadsOn>>

function newest({ id, versions: [version] }: PageRow) {
  if (!version) throw new Error(`Document ${id} has no version`)
  return version
}

type Shown = {
  threads: Threads
  text: { start: number; shown: string }
  part: Part
  cards: PartAsked
  /** The address of the page itself, without the part. */
  path: string
}

async function asPage(db: Db, viewer: Viewer, row: PageRow, { threads, text: read, part, cards, path: own }: Shown) {
  const { versions: _, text, ...document } = row
  const version = newest(row)
  const path = documentPath(document)
  const publisher = { name: document.publisher.name, path: sourcePath(document.publisher), title: document.title }
  const [rows, noteLines, trails] = await Promise.all([
    withVerdicts(db, viewer, version.statements),
    listNoteLines(db, viewer, version.statements),
    findTrails(
      db,
      viewer,
      version.statements.map((statement) => statement.id),
    ),
  ])
  const presented = rows.map((row) => presentStatement(row, publisher, { seesDrafts: may(viewer, 'read drafts') }))
  const all = presented.map((statement) => ({
    ...statement,
    trail: tellTrail(trails.get(statement.id), statement),
    notes: noteLines.get(statement.id) ?? [],
  }))
  const inTextOrder = all.toSorted((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0) || a.id - b.id)
  const inText = inTextOrder.filter((statement) => statement.state !== 'withdrawn')
  const page = pageOfCards(inText, cards)
  const paths = pathsOfParts(own, part, page)
  const paragraphs = cutParagraphs(
    read.shown,
    inText.map((statement, i) => ({ ...statement, page: pathElsewhere(own, part, page, i) })),
    read.start,
  )
  return {
    ...document,
    notes: linkPassages(threads.filter(isOnPart(part, version.number)), { id: document.id, version, paragraphs }),
    part: { number: part.number, count: part.count, isThere: part.isThere && page.isThere, ...page.told, ...paths },
    path,
    publisher: { ...document.publisher, path: publisher.path },
    version: {
      number: version.number,
      fetchedAt: version.fetchedAt,
      method: version.method,
      sha256: version.text.sha256,
    },
    paragraphs,
    statements: page.statements,
    summary: summarise(inText),
    withdrawn: inTextOrder.filter((statement) => statement.state === 'withdrawn'),
    copies: await listCopies(db, viewer, document.id),
    alsoIn: text.documents.map((twin) => ({ ...twin, path: documentPath(twin) })),
  }
}

/**
 * Notes on the document appear on each part, those on a passage where it begins, those on older texts on the first
 * part.
 */
function isOnPart({ number, stretch }: Part, newestVersion: number) {
  return ({ passage }: Threads[number]) => {
    if (!passage) return true
    if (passage.version !== newestVersion) return number === 1
    return stretch.start <= passage.start && passage.start < stretch.end
  }
}
