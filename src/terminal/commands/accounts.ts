import readline from 'node:readline'
import { z } from 'zod'
import { Refused } from '../../refused.ts'
import { check, inWords } from '../check.ts'
import { withDatabase } from '../database.ts'
import { Failure } from '../failure.ts'
import { createAccount, makePassword, NewAccount } from '../../accounts/accounts.ts'
import { makeReset, resetHours } from '../../accounts/resets.ts'
import { email as emailField } from '../../accounts/schema.ts'

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
    throw error instanceof Refused ? new Failure(`${inWords(error)}.`) : error
  }
}

/** For a desk where nobody is left who could make the link. */
export async function makeResetLink(given: { email: string }): Promise<void> {
  try {
    const { email } = check(z.object({ email: emailField }), given)
    await withDatabase(async (db, { baseUrl }) => {
      const account = await db.account.findUnique({ where: { email }, select: { id: true } })
      if (!account) throw new Failure(`There is no account with the address ${email}.`)
      const { name, secret } = await makeReset(db, { accountId: account.id, by: null })
      console.log(`${name} can choose a new password, once and within ${resetHours} hours, at`)
      console.log(`${baseUrl}/reset/${secret}`)
    })
  } catch (error) {
    throw error instanceof Refused ? new Failure(`${inWords(error)}.`) : error
  }
}

async function readPassword(): Promise<string | undefined> {
  if (process.stdin.isTTY) return undefined
  const lines = readline.createInterface({ input: process.stdin })
  for await (const line of lines) return line || undefined
  return undefined
}
