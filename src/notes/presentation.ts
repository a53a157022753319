import { partAt } from '../anchoring/parts.ts'
import { pathOfPart } from '../documents/parts.ts'
import { may, type Viewer } from '../policy.ts'
import { claimPath, documentPath, sourcePath, statementPath } from '../words/addresses.ts'
import { linesOf, renderMarkdown } from './markdown.ts'
import type { MentionRow, PlacedRow, NoteRow } from './rows.ts'
import { mayEdit, mayResolve, mayWithdraw } from './rights.ts'
import { quoted } from '../words/quoted.ts'

export type Note = ReturnType<typeof presentNote>
export type Thread = ReturnType<typeof presentThreads>[number]

/** Threads as a page shows them, the open ones first; the rows come flat and in order, replies after first notes. */
export function presentThreads(viewer: Viewer, rows: NoteRow[]) {
  const replies = Map.groupBy(rows, ({ parentId }) => parentId)
  const threads = (replies.get(null) ?? []).map((first) => ({
    ...presentNote(viewer, first),
    line: firstLine(first),
    /** For a note on a step of a statement: its number. */
    step: first.hop && first.hop.position + 1,
    passage: first.words === null ? null : presentPassage(first.words, first),
    resolved: first.resolvedAt && { at: first.resolvedAt, by: first.resolvedBy?.name ?? '' },
    replies: (replies.get(first.id) ?? []).map((reply) => presentNote(viewer, reply)),
    ...(viewer && { mayResolve: first.withdrawnAt === null && mayResolve(viewer, first) }),
  }))
  return [...threads.filter(({ resolved }) => !resolved), ...threads.filter(({ resolved }) => resolved)]
}

export function presentNote(viewer: Viewer, note: NoteRow) {
  const isGone = note.withdrawnAt !== null
  // Readers are not told of changes made before they could see it.
  const isEdited = note.editedAt !== null && (viewer !== null || note.editedAt > (note.publishedAt ?? note.editedAt))
  return {
    id: note.id,
    kind: note.kind,
    visibility: note.visibility,
    body: isGone ? null : note.body,
    html: isGone
      ? ''
      : renderMarkdown(
          note.body,
          note.mentions.map(({ account }) => account),
        ),
    by: note.account.name,
    createdAt: note.createdAt,
    edited: isEdited && note.editedAt ? { at: note.editedAt, by: note.editedBy?.name ?? '' } : null,
    withdrawn: note.withdrawnAt && {
      at: note.withdrawnAt,
      by: note.withdrawnBy?.name ?? '',
      reason: note.withdrawnReason,
    },
    ...(viewer && {
      revision: note.revision,
      mayEdit: !isGone && mayEdit(viewer, note),
      mayWithdraw: !isGone && mayWithdraw(viewer, note),
      mayPublish: !isGone && note.visibility === 'internal' && may(viewer, 'publish notes'),
      isUnread: note.mentions.some(({ accountId, seenAt }) => accountId === viewer.id && seenAt === null),
    }),
  }
}

function presentPassage(words: string, { version, spans }: Pick<NoteRow, 'version' | 'spans'>) {
  return { words, spans, start: spans[0]?.start ?? 0, version: version?.number ?? 1 }
}

type Shown = { id: number; version: { number: number }; paragraphs: { start: number }[] }

/** The position of each passage on a document's page: its paragraph, or the older version that has it. */
export function linkPassages(threads: Thread[], { id, version, paragraphs }: Shown) {
  return threads.map((thread) => {
    const { passage } = thread
    if (!passage) return { ...thread, passagePath: null }
    const paragraph = paragraphs.findLast(({ start }) => start <= passage.start)
    const isHere = passage.version === version.number && paragraph !== undefined
    return {
      ...thread,
      passagePath: isHere ? `#from-${paragraph.start}` : `/documents/${id}/versions/${passage.version}`,
    }
  })
}

/** A note as a row of a card or a list: its beginning, without marks. */
export function firstLine({ body, withdrawnAt }: { body: string; withdrawnAt: Date | null }): string {
  if (withdrawnAt) return 'Withdrawn'
  const [line = ''] = linesOf(body)
  const letters = [...line]
  return letters.length > 140 ? `${letters.slice(0, 139).join('').trimEnd()}…` : line || 'A note'
}

/** The subject of a note, and the page that shows it to this user. */
export function presentSubject(viewer: Viewer, row: PlacedRow) {
  const at = (path: string) => `${path}#note-${row.id}`
  const { statement, hop, claim, source } = row
  const document = row.document ?? row.version?.document
  if (document) {
    const page = viewer ? `/documents/${document.id}/desk` : documentPath(document)
    const [passage] = row.spans
    const part = row.version && passage ? partAt(row.version.text, passage.start) : 1
    const path = at(pathOfPart(page, { part }))
    const what = row.version ? 'a passage of' : 'the document'
    return { what, room: 'documents', id: document.id, words: document.title, path } as const
  }
  const said = statement ?? hop?.statement
  if (said) {
    const what = hop ? `step ${hop.position + 1} of the statement` : 'the statement'
    return { what, room: 'statements', id: said.id, words: quoted(said.words), path: at(statementPath(said)) } as const
  }
  if (claim) {
    return {
      what: 'the claim',
      room: 'claims',
      id: claim.id,
      words: claim.sentence,
      path: at(claimPath(claim)),
    } as const
  }
  if (!source) throw new Error(`Note ${row.id} is on nothing`)
  return {
    what: 'the source',
    room: 'sources',
    id: source.id,
    words: source.name,
    path: at(sourcePath(source)),
  } as const
}

export function presentMention(viewer: Viewer, { note }: MentionRow) {
  return {
    id: note.id,
    by: note.account.name,
    createdAt: note.createdAt,
    line: firstLine(note),
    on: presentSubject(viewer, note),
  }
}
