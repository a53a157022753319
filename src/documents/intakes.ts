import createError from 'http-errors'
import type { Prisma } from '../database/client/client.ts'
import type { Database, Db } from '../database/connect.ts'
import type { Exchange, Fetching } from '../fetching/fetch.ts'
import { NotFetched } from '../fetching/fetch.ts'
import type { By } from '../history/events.ts'
import { type Offer, seeMends } from '../intake/mends.ts'
import { NotTaken } from '../intake/taken.ts'
import { readPastedInThread } from '../intake/thread.ts'
import { Refused } from '../refused.ts'
import type { Known } from './given-fields.ts'
import { findLike, type LikeDocument } from './copies.ts'
import { findByAddress } from './documents.ts'
import { type FoundDocument, readAddress, readBytes } from './reading-bytes.ts'
import { largestId } from '../words/fields.ts'
import { normaliseText, NotText } from './text.ts'

/* What was fetched or sent is looked at before it is imported: what was found in it waits here for a day. */

const keptFor = 24 * 60 * 60 * 1000

export type SentFile = { bytes: Uint8Array; name: string; mediaType: string }
/** For the log: why nothing could be read, without names of files or whole addresses, which may name somebody. */
export type NotRead = { why: string; bytes?: number; mediaType?: string; host?: string; cause?: unknown }
type Asked = {
  address: string
  file: SentFile | undefined
  maxTextBytes: number
  fetching: Fetching
  tell: (why: NotRead) => void
}

/** What was found, as the form to import it begins. */
export type FoundIntake = {
  id: number
  name: string
  url: string | null
  fields: Known
  leftOut: string[]
  remarks: string[]
  /** Damage in its text that could be mended. */
  mends: Offer[]
}

/** Reads a file, or what an address leads to. Throws Refused with the error beside its field. */
export async function takeIn(db: Database, { by, ...asked }: Asked & { by: number }): Promise<FoundIntake> {
  const { fields, originalName, original, exchange, leftOut, remarks } = await readAsked(asked)
  await db.intake.deleteMany({ where: { createdAt: { lt: new Date(Date.now() - keptFor) } } })
  const url = asked.file ? null : asked.address
  const created = await db.intake.create({
    data: {
      accountId: by,
      name: originalName.slice(0, 255),
      url,
      original: Uint8Array.from(original ?? []),
      ...(exchange && { exchange }),
      fields: fields as Prisma.InputJsonObject,
      leftOut: leftOut ?? [],
      remarks: remarks ?? [],
    },
    omit: { original: true },
  })
  return { ...created, fields, mends: offersFor(fields.text) }
}

/** Longer texts are not looked at for damage while somebody waits. */
const mostToLookAt = 400_000

export function offersFor(text: unknown): Offer[] {
  return typeof text === 'string' && text.length <= mostToLookAt ? seeMends(text) : []
}

/** Documents that resemble one about to be imported: with its address, or with nearly its text. */
export async function findHere(db: Db, { url, fields }: Pick<FoundIntake, 'url' | 'fields'>) {
  const canonical = typeof fields.url === 'string' ? fields.url : null
  const atAddress = (await findByAddress(db, [canonical, url])) ?? null
  return { atAddress, like: await likeText(db, fields.text) }
}

/** Documents with nearly this text. */
export function likeText(db: Db, text: unknown): Promise<LikeDocument[]> {
  try {
    return findLike(db, normaliseText(String(text), Infinity).content)
  } catch (error) {
    if (error instanceof NotText) return Promise.resolve([])
    throw error
  }
}

/** The words of a formatted text as its clipboard has it: headings, items and quotes stand in lines of their own. */
export async function readFormatted(html: string): Promise<{ text: string }> {
  try {
    const { text } = await readPastedInThread({ bytes: Buffer.from(html), name: '' })
    return { text }
  } catch (error) {
    if (error instanceof NotTaken) throw new Refused({ html: `${error.message}.` })
    throw error
  }
}

type Pasted = { by: number; text: string; fields: object }

/** Keeps a pasted text with its details, so that its mends can be looked at before it is imported. */
export async function keepPasted(db: Database, { by, text, fields }: Pasted): Promise<number> {
  const asPasted = text.replaceAll(/\r\n?/g, '\n')
  const data = { accountId: by, name: '', original: Buffer.from(asPasted), fields: { ...fields, text: asPasted } }
  const { id } = await db.intake.create({ data, select: { id: true } })
  return id
}

async function readAsked({ address, file, maxTextBytes, fetching, tell }: Asked): Promise<FoundDocument> {
  const field = file ? 'file' : 'address'
  try {
    return file ? await readBytes(file, maxTextBytes) : await readAddress(address, maxTextBytes, fetching)
  } catch (error) {
    if (error instanceof NotText || error instanceof NotTaken || error instanceof NotFetched) {
      const of = file ? { bytes: file.bytes.length, mediaType: file.mediaType } : { host: hostOf(address) }
      tell({ why: error.message, ...of, ...(error.cause !== undefined && { cause: error.cause }) })
      throw new Refused({ [field]: `${error.message}.` })
    }
    throw error
  }
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : ''
}

/** What this person looked at. Throws 404 after a day. */
export async function findIntake(db: Db, accountId: number, id: number): Promise<FoundIntake> {
  const found = await findOptionalIntake(db, accountId, id)
  if (!found) throw createError(404, 'Previews are kept for a day only. Fetch or upload it again')
  return found
}

export async function findOptionalIntake(db: Db, accountId: number, id: number): Promise<FoundIntake | null> {
  if (!(Number.isSafeInteger(id) && id > 0 && id <= largestId)) return null
  const found = await db.intake.findFirst({ where: { id, accountId }, omit: { original: true } })
  if (!found) return null
  const fields = found.fields as Known
  return { ...found, fields, mends: offersFor(fields.text) }
}

/** The bytes for the document's first version, if the form was begun from them. */
export async function originalOf(db: Db, { by, intakeId }: By & { intakeId: number | undefined }) {
  if (intakeId === undefined || by === null) return undefined
  const found = await db.intake.findFirst({ where: { id: intakeId, accountId: by } })
  if (!found) return undefined
  const { name, url, original: bytes, createdAt: fetchedAt } = found
  if (name === '') return { method: 'pasted' as const, original: { bytes }, fetchedAt }
  const exchange = found.exchange === null ? {} : { exchange: found.exchange as Exchange }
  const came = { originalName: name, original: { bytes, ...exchange }, fetchedAt }
  return url === null ? { method: 'file' as const, ...came } : { method: 'fetched' as const, fetchedFrom: url, ...came }
}
