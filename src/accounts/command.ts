import readline from 'node:readline'
import { Refused } from '../refused.ts'
import { check, inWords } from '../terminal/check.ts'
import { withDatabase } from '../terminal/database.ts'
import { Told } from '../terminal/told.ts'
import { createAccount, makePassword, NewAccount } from './accounts.ts'

export async function makeAccount({
  email,
  role,
  name,
}: {
  email: string
  role: string
  name?: string
}): Promise<void> {
  const typed = await readPassword()
  const password = typed ?? makePassword()
  try {
    const account = check(NewAccount, { email, role, name: name ?? email.split('@')[0], password })
    await withDatabase((db) => createAccount(db, { ...account, by: null }))
    console.log(`${account.name} can sign in as ${account.email}, with the role ${account.role}.`)
    if (typed === undefined) console.log(`Password, shown only now: ${password}`)
  } catch (error) {
    throw error instanceof Refused ? new Told(`${inWords(error)}.`) : error
  }
}

async function readPassword(): Promise<string | undefined> {
  if (process.stdin.isTTY) return undefined
  const lines = readline.createInterface({ input: process.stdin })
  for await (const line of lines) return line || undefined
  return undefined
}
