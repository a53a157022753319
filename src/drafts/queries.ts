import type { Db } from '../database/connect.ts'
import { listWritten, type Words, type Written } from '../words/asked.ts'
import { sayChosen } from '../words/labels.ts'
import { findOptionalKind } from '../web/form-kinds.ts'
import { own } from './drafts.ts'

/** The number of forms filled in again on one page; the list has the rest. */
const mostOnPage = 5

const row = { id: true, address: true, pageTitle: true, updatedAt: true } as const

/** For the current page: the reader's drafts on it, and the number in their list; null if there are none. */
export async function findDraftsFor(db: Db, { accountId, address }: { accountId: number; address: string }) {
  const all = await db.draft.findMany({ where: own(accountId), select: { address: true, discardedAt: true } })
  const unsent = all.filter(({ discardedAt }) => discardedAt === null)
  const isHere = unsent.some((draft) => draft.address === address)
  const drafts = isHere ? await listDraftsOn(db, { accountId, address }) : []
  return { drafts, unsent: all.length === 0 ? null : unsent.length }
}

async function listDraftsOn(db: Db, { accountId, address }: { accountId: number; address: string }) {
  const drafts = await db.draft.findMany({
    where: { ...own(accountId), address, discardedAt: null },
    orderBy: { updatedAt: 'desc' },
    take: mostOnPage,
  })
  return drafts.map((draft) => ({ ...draft, values: draft.values as Words }))
}

export async function listDrafts(db: Db, { accountId }: { accountId: number }) {
  const all = await db.draft.findMany({
    where: own(accountId),
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    select: { ...row, form: true, values: true, discardedAt: true },
  })
  const shown = all.map(({ form, values, ...draft }) => ({ ...draft, beginning: beginningOf(writtenIn(form, values)) }))
  return {
    drafts: shown.filter(({ discardedAt }) => discardedAt === null),
    discarded: shown.filter(({ discardedAt }) => discardedAt !== null),
  }
}

/** Throws if the account has no such draft; other accounts get the same error. */
export async function findDraft(db: Db, id: number, { accountId }: { accountId: number }) {
  const { form, values, ...draft } = await db.draft.findUniqueOrThrow({
    where: { id, ...own(accountId) },
    select: { ...row, form: true, values: true, discardedAt: true },
  })
  const fields = writtenIn(form, values).map(({ name, values, isChosen }) => ({
    name,
    words: (isChosen ? values.map((value) => sayChosen(name, value)) : values).join(', ').trim(),
  }))
  return { ...draft, fields }
}

function writtenIn(form: string, values: unknown): Written[] {
  return listWritten(findOptionalKind(form)?.fields, values as Words)
}

/** The longest of its texts, cut to a line. */
function beginningOf(written: Written[]): string {
  const all = written.flatMap(({ name, values, isChosen }) =>
    isChosen ? values.map((value) => sayChosen(name, value)) : values,
  )
  const longest = all.reduce((one, other) => (other.length > one.length ? other : one), '')
  const letters = [...longest.replace(/\s+/g, ' ')]
  return letters.length > 140 ? `${letters.slice(0, 139).join('').trimEnd()}…` : letters.join('')
}
