import { linkClaim } from '../../src/claims/claims.ts'
import { LinkedClaim } from '../../src/claims/schema.ts'
import type { Axis, ClaimStance } from '../../src/database/client/enums.ts'
import type { Database } from '../../src/database/connect.ts'
import { importDocument } from '../../src/documents/documents.ts'
import { NewDocument } from '../../src/documents/schema.ts'
import { type NoteTarget, replyTo, resolveThread, writeNote } from '../../src/notes/notes.ts'
import { NewNote, NewReply } from '../../src/notes/schema.ts'
import { publishDocument } from '../../src/review/publishing.ts'
import { Publication } from '../../src/review/schema.ts'
import { EditedStatement, type HopField, NewStatement } from '../../src/statements/schema.ts'
import { editStatement } from '../../src/statements/statements.ts'
import { recordStatement } from '../../src/suggestions/record-statement.ts'
import { NewVerdict } from '../../src/verdicts/schema.ts'
import { giveVerdict, type Target } from '../../src/verdicts/verdicts.ts'
import type { z } from 'zod'

export type Hop = Partial<z.input<typeof HopField>>
type Recorded = Omit<Partial<z.input<typeof NewStatement>>, 'hops'> & { hops?: Hop[] }
type Judged = Omit<Partial<z.input<typeof NewVerdict>>, 'ratingId'>
export type Desk = ReturnType<typeof deskOf>

/** What one person does at the desk, with what they would type. */
export function deskOf(db: Database, by: number) {
  return {
    async bringIn(document: z.input<typeof NewDocument>) {
      const maxTextBytes = 1024 * 1024
      const arrival = { ...NewDocument.parse(document), method: 'pasted' as const, maxTextBytes, by }
      return (await importDocument(db, arrival)).documentId
    },

    record(documentId: number, { hops = [], ...statement }: Recorded) {
      return recordStatement(db, { ...NewStatement.parse({ ...statement, hops }), documentId, by })
    },

    async mend(id: number, { hops = [], ...statement }: Recorded) {
      const { revision } = await db.statement.findUniqueOrThrow({ where: { id } })
      return editStatement(db, id, { ...EditedStatement.parse({ ...statement, hops, revision }), by })
    },

    async claim(sentence: string, topics: string[], [first, ...others]: [Stated, ...Stated[]]) {
      const link = ({ statement, stance }: Stated, claim: z.input<typeof LinkedClaim>) =>
        db.$transaction((tx) =>
          linkClaim(tx, { ...LinkedClaim.parse({ ...claim, stance }), statementId: statement.id, by }),
        )
      const { id: claimId } = await link(first, { sentence, topics })
      for (const other of others) await link(other, { claimId })
      return claimId
    },

    async judge(target: Target, rating: string, verdict: Judged) {
      const axis: Axis = 'claimId' in target ? 'accuracy' : 'attribution'
      const { id: ratingId } = await db.rating.findUniqueOrThrow({ where: { axis_slug: { axis, slug: rating } } })
      return (await giveVerdict(db, target, { ...NewVerdict.parse({ ...verdict, ratingId }), by })).id
    },

    note(target: NoteTarget, note: Partial<z.input<typeof NewNote>>) {
      return writeNote(db, target, { ...NewNote.parse(note), by })
    },

    resolve(noteId: number) {
      return resolveThread(db, noteId, { by, allow: () => {} })
    },

    reply(noteId: number, reply: z.input<typeof NewReply>) {
      return replyTo(db, noteId, { ...NewReply.parse(reply), by })
    },

    async publish({ documentId }: { documentId: number }, chosen: { claimIds?: number[]; verdictIds?: number[] } = {}) {
      const { revision } = await db.document.findUniqueOrThrow({ where: { id: documentId } })
      return publishDocument(db, { ...Publication.parse({ revision, ...chosen }), documentId, by, ownVerdicts: false })
    },

    async findSource(name: string) {
      return (await db.source.findFirstOrThrow({ where: { name } })).id
    },

    async findLastHop({ id: statementId }: { id: number }) {
      return (await db.hop.findFirstOrThrow({ where: { statementId }, orderBy: { position: 'desc' } })).id
    },
  }
}

type Stated = { statement: { id: number }; stance: ClaimStance }
