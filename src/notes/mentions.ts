import type { Db } from '../database/connect.ts'
import { listNames } from '../words/dates.ts'
import { listHandles } from './markdown.ts'

/**
 * A note's words with the handles of colleagues whose whole names were typed: "@Rita Reviewer" is "@rita-reviewer" then.
 * A name that two colleagues have stays as it was typed; so does what stands within code.
 */
export async function withHandles(tx: Db, body: string): Promise<string> {
  if (!body.includes('@')) return body
  const accounts = await tx.account.findMany({ where: { disabledAt: null }, select: { name: true, handle: true } })
  const byName = Map.groupBy(accounts, ({ name }) => name.toLowerCase())
  const known = [...byName].flatMap(([name, [account, ...more]]) =>
    account && more.length === 0 ? [{ name, handle: account.handle }] : [],
  )
  // Who is called "Rita Reviewer" is not who is called "Rita".
  const longestFirst = known.toSorted((a, b) => b.name.length - a.name.length)
  return body
    .split(/(`[^`]*`)/)
    .map((piece) => (piece.startsWith('`') ? piece : longestFirst.reduce(withHandle, piece)))
    .join('')
}

function withHandle(text: string, { name, handle }: { name: string; handle: string }): string {
  const typed = new RegExp(
    `(?<![\\p{L}\\p{N}_@/.-])@${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}-])`,
    'giu',
  )
  return text.replace(typed, `@${handle}`)
}

/** Whom a note tells, and what looks like a mention and tells nobody; empty if it mentions nobody. */
export async function tellMentions(db: Db, noteId: number, by: number): Promise<string> {
  const { body, mentions } = await db.note.findUniqueOrThrow({
    where: { id: noteId },
    select: { body: true, mentions: { select: { account: { select: { id: true, name: true, handle: true } } } } },
  })
  const colleagues = mentions.map(({ account }) => account)
  const told = colleagues.filter(({ id }) => id !== by).map(({ name }) => name)
  const nobody = listHandles(body).filter((handle) => colleagues.every((one) => one.handle !== handle))
  const sentences = [
    told.length > 0 && `${listNames(told)} ${told.length === 1 ? 'gets' : 'get'} a notice.`,
    nobody.length > 0 &&
      `There is no notice for ${listNames(nobody.map((handle) => `“@${handle}”`))}: no colleague has that name.`,
  ]
  return sentences.flatMap((sentence) => (sentence ? [` ${sentence}`] : [])).join('')
}
