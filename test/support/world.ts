import { hash } from '@node-rs/argon2'
import type { Express } from 'express'
import request from 'supertest'
import type { z } from 'zod'
import { insertAccount, NewAccount } from '../../src/accounts/accounts.ts'
import { linkClaim } from '../../src/claims/claims.ts'
import { LinkedClaim } from '../../src/claims/schema.ts'
import type { Axis, Role } from '../../src/database/client/enums.ts'
import type { Database } from '../../src/database/connect.ts'
import { importDocument } from '../../src/documents/documents.ts'
import { NewDocument } from '../../src/documents/schema.ts'
import { publishDocument } from '../../src/review/publishing.ts'
import { type NoteTarget, replyTo, writeNote } from '../../src/notes/notes.ts'
import { NewNote, NewReply } from '../../src/notes/schema.ts'
import { NewStatement } from '../../src/statements/schema.ts'
import { recordStatement } from '../../src/suggestions/record-statement.ts'
import { NewVerdict } from '../../src/verdicts/schema.ts'
import { giveVerdict, type Target } from '../../src/verdicts/verdicts.ts'
import { addVersion } from '../../src/versions/versions.ts'

/*
 * The newsroom in which the tests take place: a wire story about the harbour of an invented town, and the people who
 * report, edit and speak in it. Everything goes through the domain functions, so nothing here can be in a state that a
 * real desk could not reach.
 */

/** The header that every write needs, as a browser on the desk's own pages sends it. */
export const sameOrigin = { 'Sec-Fetch-Site': 'same-origin' }

export const harbourStory = {
  title: 'Port Ansel to close its old harbour, mayor says',
  publisher: 'Coast Wire',
  authors: 'Ida Holm, Tomas Reyes',
  url: 'https://coastwire.example/2024/harbour',
  published: '2024-03-12',
  language: 'en',
  kind: 'article',
  text: [
    'Port Ansel will close its old harbour to freight by the end of next year, Mayor Lena Okafor told reporters on Tuesday.',
    '“Not one container ship will dock here after December,” Okafor said. “The quay is sinking, and everyone knows it.”',
    'The Harbour Authority said in a communiqué that the quay had moved four centimetres since 2019.',
    'Local media report that the dockers’ union was told a month ago. A senior official, who was not allowed to speak in public, said the decision had been taken in January.',
    'Asked whether the dockers would be paid, Okafor did not say by whom. The closure reportedly costs 40 million.',
  ].join('\n\n'),
} as const

const people = {
  editor: { name: 'Edda Nowak', email: 'edda@coastwire.example' },
  reviewer: { name: 'Ravi Sol', email: 'ravi@coastwire.example' },
  admin: { name: 'Ada Brandt', email: 'ada@coastwire.example' },
} as const satisfies Record<Role, object>

export type TestAccount = { id: number; role: Role; name: string; email: string; password: string }

let made = 0
/** A number that no other thing of this test file has. */
export function next(): number {
  return ++made
}

const password = 'four plain words here'
/** Cheap to verify, too: what a password's hash must cost is the concern of test/security. */
const cheap = hash(password, { memoryCost: 8, timeCost: 1 })

/** Someone who can sign in. The second editor has the first one's name with a number after it. */
export async function makeAccount(
  db: Database,
  role: Role,
  given: { name?: string; email?: string } = {},
): Promise<TestAccount> {
  const { name, email } = people[role]
  const taken = (await db.account.count({ where: { email } })) > 0
  const n = taken ? next() : ''
  const asked = { name: `${name}${n && ` ${n}`}`, email: email.replace('@', `${n}@`), role, password, ...given }
  const { password: _, ...fields } = NewAccount.parse(asked)
  const passwordHash = await cheap
  const account = await db.$transaction((tx) => insertAccount(tx, { ...fields, passwordHash, by: null }))
  return { id: account.id, role, name: account.name, email: account.email, password }
}

/** A browser in which that account has signed in. */
/** Another text of a document, in which one of its words is another. */
export async function storeLater(db: Database, documentId: number, { by }: { by: number }): Promise<void> {
  const { text } = await db.document.findUniqueOrThrow({ where: { id: documentId }, include: { text: true } })
  const changed = text.content.replace(/ (\w{6,})/, ' otherwise')
  await addVersion(db, { documentId, text: changed, method: 'pasted', maxTextBytes: 5 * 1024 * 1024, by })
}

export async function signIn(app: Express, { email, password }: { email: string; password: string }) {
  const agent = visitor(app)
  await agent.post('/session').type('form').send({ email, password }).expect(303)
  return agent
}

/** A browser in which nobody has signed in. */
export function visitor(app: Express) {
  return request.agent(app).set(sameOrigin)
}

type Imports = Partial<z.input<typeof NewDocument>> & { by?: number | null }
/**
 * An imported document, in draft. Missing values are the harbour story's; a second one gets a text of its own, and is
 * somebody's own report, however like the first.
 */
export async function makeDocument(db: Database, { by = null, ...given }: Imports = {}) {
  const isFirst = (await db.document.count({ where: { url: harbourStory.url } })) === 0
  const n = next()
  const other = isFirst ? {} : { url: `${harbourStory.url}-${n}`, text: `${harbourStory.text}\n\nThis is report ${n}.` }
  const { documentId } = await importDocument(db, {
    ...NewDocument.parse({ ...harbourStory, ...other, ...given }),
    method: 'pasted',
    maxTextBytes: 5 * 1024 * 1024,
    by,
  })
  if (!isFirst && given.text === undefined)
    await db.documentCopy.updateMany({ where: { laterId: documentId }, data: { undoneAt: new Date() } })
  return db.document.findUniqueOrThrow({ where: { id: documentId }, include: { publisher: true, text: true } })
}

/** A statement on a document; by default the mayor's words to reporters, ready to be published. */
export async function recordOn(
  db: Database,
  documentId: number,
  { by = null, ...given }: Partial<z.input<typeof NewStatement>> & { by?: number | null } = {},
) {
  const statement = await recordStatement(db, {
    ...NewStatement.parse({
      quote: 'Not one container ship will dock here after December',
      mode: 'direct',
      hops: [{ naming: 'named', source: 'Lena Okafor', cue: 'said', addressee: 'reporters', place: 'Port Ansel' }],
      again: true,
      ...given,
    }),
    documentId,
    by,
  })
  return db.statement.findUniqueOrThrow({
    where: { id: statement.id },
    include: { hops: { orderBy: { position: 'asc' } }, spans: { orderBy: { position: 'asc' } }, claims: true },
  })
}

/** A claim that a statement makes: asserted, denied or doubted. */
export function stateClaim(
  db: Database,
  statementId: number,
  { by = null, ...given }: Partial<z.input<typeof LinkedClaim>> & { by?: number | null } = {},
) {
  const sentence = 'No container ship will dock in Port Ansel after December 2025'
  const claim = LinkedClaim.parse({ ...(given.claimId === undefined && { sentence }), ...given })
  return db.$transaction((tx) => linkClaim(tx, { ...claim, statementId, by }))
}

/** The default evidence of verdicts: it supports any rating except those that need a second report. */
export const pressRecording = {
  kind: 'recording',
  stance: 'supports',
  title: 'The recording of the press conference',
  url: 'https://portansel.example/press/2024-03-12',
} as const

/** A verdict with a rating by its permanent name; by default about accuracy on a claim, and otherwise attribution. */
export async function giveVerdictOn(
  db: Database,
  target: Target,
  { by, rating, ...given }: { by: number; rating?: string } & Partial<Omit<z.input<typeof NewVerdict>, 'ratingId'>>,
) {
  const axis: Axis = 'claimId' in target ? 'accuracy' : 'attribution'
  const slug = rating ?? (axis === 'accuracy' ? 'true' : 'confirmed')
  const { id: ratingId } = await db.rating.findUniqueOrThrow({ where: { axis_slug: { axis, slug } } })
  const reasons = 'We heard the recording of the press conference.'
  return giveVerdict(db, target, {
    ...NewVerdict.parse({ reasons, evidence: [pressRecording], ...given, ratingId }),
    by,
  })
}

export function noteOn(db: Database, target: NoteTarget, { by, ...given }: { by: number } & Partial<NewNote>) {
  const body = 'Ask the Harbour Authority for the measurements.'
  return writeNote(db, target, { ...NewNote.parse({ body, ...given }), by })
}

export function replyOn(db: Database, noteId: number, { by, ...given }: { by: number } & Partial<NewReply>) {
  return replyTo(db, noteId, { ...NewReply.parse({ body: 'I asked them: by Friday.', ...given }), by })
}

/** Publishes a document with its ready statements, and whatever claims and verdicts are named. */
export async function publish(
  db: Database,
  documentId: number,
  {
    claimIds = [],
    verdictIds = [],
    by = null,
  }: { claimIds?: number[]; verdictIds?: number[]; by?: number | null } = {},
) {
  const { revision } = await db.document.findUniqueOrThrow({ where: { id: documentId } })
  return publishDocument(db, { documentId, revision, claimIds, verdictIds, by, ownVerdicts: true })
}
