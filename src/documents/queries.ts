import { indexText } from '../anchoring/code-points.ts'
import type { Prisma } from '../database/client/client.ts'
import type { Db } from '../database/connect.ts'
import { linkPassages } from '../notes/presentation.ts'
import { listNoteLines, listThreadsOn } from '../notes/queries.ts'
import { may, type Viewer } from '../policy.ts'
import { readable } from '../visible/readable.ts'
import { writePartialDate } from '../words/partial-date.ts'
import { foldName } from '../words/names.ts'
import { cutParagraphs, presentStatement } from '../statements/presentation.ts'
import { unjudgedStatementFor, withVerdicts } from '../statements/queries.ts'
import { pageSize } from '../words/paging.ts'
import { findTrails, tellTrail } from '../statements/trail.ts'
import { summarise } from '../findings/standing.ts'
import { withSuggestions } from '../suggestions/highlights.ts'
import { findSuggestions } from '../suggestions/queries.ts'
import { documentPath, sourcePath } from '../words/addresses.ts'
import {
  choosePart,
  findOptionalOutline,
  mostCards,
  outlined,
  outlineOf,
  type Outline,
  type Part,
  type PartAsked,
  pathOfPart,
  readStretches,
} from './parts.ts'
import type { DocumentFilters } from './schema.ts'

export const head = {
  id: true,
  title: true,
  kind: true,
  authors: true,
  url: true,
  publishedOn: true,
  publishedPrecision: true,
  language: true,
  state: true,
  publishedAt: true,
  withdrawnAt: true,
  withdrawnReason: true,
  revision: true,
  publisher: { select: { id: true, name: true, kind: true } },
} satisfies Prisma.DocumentSelect

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

/** The same for its desk, with what the rules suggest in it. */
export async function findDocumentToTag(db: Db, viewer: Viewer, id: number, asked: PartAsked = {}) {
  const { outline, part } = await findPart(db, id, asked)
  const [found, threads, text] = await Promise.all([
    db.document.findFirstOrThrow(pageFor(viewer, id, part)),
    listThreadsOn(db, viewer, { documentId: id }),
    readPart(db, outline, part),
  ])
  const [document, suggestions] = await Promise.all([
    asPage(db, viewer, found, { threads, text, part, cards: asked, path: `/documents/${id}/desk` }),
    findSuggestions(db, { versionId: outline.versionId, text, within: part, publisher: found.publisher.name }),
  ])
  return {
    ...document,
    path: documentPath(found),
    paragraphs: withSuggestions(document.paragraphs, suggestions),
    suggestions,
  }
}

export type DocumentPage = Awaited<ReturnType<typeof findDocument>>

async function findPart(db: Db, id: number, asked: PartAsked) {
  // Of a document that is not there the query for its page tells.
  const outline = (await findOptionalOutline(db, id)) ?? { versionId: 0, textId: 0, codePoints: 0, partStarts: [] }
  return { outline, part: await choosePart(db, outline, asked) }
}

/** The words of a part. A suggestion that begins in it may end a little behind it. */
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
        orderBy: { number: 'desc' },
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
  /** Of the page itself, without what tells the part. */
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
    alsoIn: text.documents.map((twin) => ({ ...twin, path: documentPath(twin) })),
  }
}

/** The cards that a page of a part has: all of them, unless there are very many. */
function pageOfCards<S extends { id: number }>(all: S[], { cards, statement }: PartAsked) {
  const count = Math.max(1, Math.ceil(all.length / mostCards))
  const at = all.findIndex(({ id }) => id === statement)
  const wanted = cards ?? Math.floor(Math.max(at, 0) / mostCards) + 1
  const number = Math.min(wanted, count)
  const from = (number - 1) * mostCards
  const statements = all.slice(from, from + mostCards)
  const told = {
    cards: number,
    pagesOfCards: count,
    firstCard: from + 1,
    lastCard: from + statements.length,
    statementsHere: all.length,
  }
  return { number, count, isThere: wanted <= count, statements, told }
}

type Cards = ReturnType<typeof pageOfCards>

/** Where the parts and the cards before and after lead; null where there are none. */
function pathsOfParts(path: string, part: Part, cards: Cards) {
  const partPath = (number: number) => (1 <= number && number <= part.count ? pathOfPart(path, { part: number }) : null)
  const cardsPath = (number: number) =>
    1 <= number && number <= cards.count ? pathOfPart(path, { part: part.number, cards: number }) : null
  return {
    path: pathOfPart(path, { part: part.number, cards: cards.number }),
    /** What stands behind the addresses of this page's forms, so that they come back to it. */
    query: pathOfPart('', { part: part.number, cards: cards.number }),
    home: path,
    previous: partPath(part.number - 1),
    next: partPath(part.number + 1),
    previousCards: cardsPath(cards.number - 1),
    nextCards: cardsPath(cards.number + 1),
  }
}

/** The page with a statement's card, where it is not this one. */
function pathElsewhere(path: string, part: Part, cards: Cards, place: number): string | undefined {
  const number = Math.floor(place / mostCards) + 1
  return number === cards.number ? undefined : pathOfPart(path, { part: part.number, cards: number })
}

/** Notes on the document are on each part of it, those on a passage where it begins, those on older texts on the first. */
function isOnPart({ number, stretch }: Part, newestVersion: number) {
  return ({ passage }: Threads[number]) => {
    if (!passage) return true
    if (passage.version !== newestVersion) return number === 1
    return stretch.start <= passage.start && passage.start < stretch.end
  }
}

/** What stays of a withdrawn document for readers: that it was here, when it went, and why. */
export function findTombstone(db: Db, id: number) {
  return db.document.findFirstOrThrow({
    where: { id, state: 'withdrawn', publishedAt: { not: null } },
    select: { id: true, title: true, withdrawnAt: true, withdrawnReason: true, publisher: { select: { name: true } } },
  })
}

export async function listDocuments(db: Db, viewer: Viewer, { q, kind, state, before }: DocumentFilters) {
  const rows = await db.document.findMany({
    where: {
      AND: [
        readable.documents(viewer),
        q
          ? {
              OR: [
                { title: { contains: q, mode: 'insensitive' } },
                { publisher: { name: { contains: q, mode: 'insensitive' } } },
              ],
            }
          : {},
        kind ? { kind } : {},
        state ? { state } : {},
        before ? { id: { lt: before } } : {},
      ],
    },
    orderBy: { id: 'desc' },
    take: pageSize + 1,
    relationLoadStrategy: 'join',
    select: {
      ...head,
      versions: {
        orderBy: { number: 'desc' },
        take: 1,
        select: { _count: { select: { statements: { where: readable.statements(viewer) } } } },
      },
    },
  })
  return rows.map(({ versions, ...document }) => ({
    ...document,
    path: documentPath(document),
    statementCount: versions[0]?._count.statements ?? 0,
  }))
}

/** Documents to choose from as one types: those with these letters in their title, without case and accents. */
export async function suggestDocuments(db: Db, q: string) {
  const rows = await db.$queryRaw<{ id: number }[]>`
    SELECT "id" FROM "Document"
    WHERE "state" <> 'withdrawn' AND position(${foldName(q.replaceAll('\0', ' '))} IN fold_name("title")) > 0
    ORDER BY "id" DESC LIMIT 10`
  const documents = await db.document.findMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    orderBy: { id: 'desc' },
    select: {
      id: true,
      title: true,
      publishedOn: true,
      publishedPrecision: true,
      publisher: { select: { name: true } },
    },
  })
  return documents.map(({ id, title, publisher, publishedOn, publishedPrecision }) => ({
    id,
    title,
    publisher: publisher.name,
    date: publishedOn && publishedPrecision ? writePartialDate(publishedOn, publishedPrecision) : null,
  }))
}

/** A document as its edit form needs it. */
export function findDocumentToEdit(db: Db, id: number) {
  return db.document.findUniqueOrThrow({ where: { id }, include: { publisher: true } })
}

type VersionAsked = { id: number; number: number }

/** A version with a part of its text, as it is kept. */
export async function findVersion(db: Db, viewer: Viewer, { id, number, ...asked }: VersionAsked & PartAsked) {
  const {
    id: versionId,
    text,
    ...version
  } = await db.version.findFirstOrThrow({
    where: { documentId: id, number, document: readable.documents(viewer) },
    select: {
      id: true,
      number: true,
      method: true,
      fetchedAt: true,
      originalName: true,
      text: { select: { ...outlined, sha256: true } },
      document: { select: head },
    },
  })
  const outline = outlineOf({ id: versionId, text })
  const part = await choosePart(db, outline, asked)
  const [read] = await readStretches(db, outline.textId, [part.stretch])
  const { sha256, codePoints } = text
  const path = `/documents/${id}/versions/${number}`
  const { isThere, count } = part
  return {
    ...version,
    text: { content: read?.words ?? '', sha256, codePoints },
    part: { number: part.number, count, isThere, ...pathsOfParts(path, part, pageOfCards([], {})) },
  }
}

/** The whole text of a version, for programs and for whoever wants to keep it. */
export async function findWholeText(db: Db, viewer: Viewer, { id, number }: VersionAsked): Promise<string> {
  const { text } = await db.version.findFirstOrThrow({
    where: { documentId: id, number, document: readable.documents(viewer) },
    select: { text: { select: { content: true } } },
  })
  return text.content
}
