#!/usr/bin/env node
import path from 'node:path'
import readline from 'node:readline'
import { SingleBar } from 'cli-progress'
import { Command, Option } from 'commander'
import type { z } from 'zod'
import { createAccount, makePassword, NewAccount } from './accounts/accounts.ts'
import { type Config, ConfigError, readConfig } from './config.ts'
import { DocumentKind, Role } from './database/client/enums.ts'
import { type Database, openDatabase } from './database/connect.ts'
import { DataDirectoryInUse } from './database/lock.ts'
import { type Imported, importDocument } from './documents/documents.ts'
import { areMany, countDocuments, type Found, listFiles, type Place, readDocuments } from './documents/files.ts'
import { NewDocument } from './documents/schema.ts'
import { Refused } from './refused.ts'

/** A sentence for whoever gave the command, instead of what a program would print. */
class Told extends Error {}

const root = path.join(import.meta.dirname, '..')
const needed: Record<string, string> = {
  publisher: 'Say who published it: add --publisher "Name", or "publisher" in the file',
  publisherId: 'Give the number of a source',
}

const program = new Command('on-record').description('The desk from a terminal.')

program
  .command('import')
  .description('Stores published texts: .txt, .md, .jsonl (one document to a line), or folders of them.')
  .argument('<path...>', 'files and folders')
  .option('--title <words>', 'as it was published; otherwise the heading, the first line or the file’s name')
  .option('--publisher <name>', 'who published it; needed, here or in the file')
  .option('--publisher-id <number>', 'which source, where several have that name')
  .option('--author <name>', 'one name; may be given again', (name: string, others: string[] = []) => [...others, name])
  .option('--url <address>', 'where it was published')
  .option('--date <date>', 'when: 2021-10-07, 2021-10 or 2021')
  .option('--language <code>', 'en, fr, pt-BR, … (default: en)')
  .addOption(new Option('--kind <kind>', 'what it is (default: article)').choices(Object.values(DocumentKind)))
  .option('--json', 'print [{ id, outcome, file }] instead of sentences')
  .addHelpText(
    'after',
    '\nA file may say the same about itself, between two lines of --- at its top:\n\n  publisher: Name\n',
  )
  .action(importFiles)

program
  .command('account')
  .description('Who may sign in.')
  .command('create')
  .description('Makes an account. The password is the first line of standard input, or made up and printed once.')
  .requiredOption('--email <address>', 'what they sign in with')
  .addOption(new Option('--role <role>', 'what they may do').choices(Object.values(Role)).makeOptionMandatory())
  .option('--name <name>', 'as colleagues know it; otherwise what stands before the @')
  .action(makeAccount)

await program.parseAsync().catch((error: unknown) => {
  const isForPeople = [Told, ConfigError, DataDirectoryInUse].some((kind) => error instanceof kind)
  console.error(isForPeople ? (error as Error).message : error)
  process.exitCode = 1
})

type ImportOptions = { json?: true; author?: string[]; date?: string } & Partial<
  Record<'title' | 'publisher' | 'publisherId' | 'url' | 'language' | 'kind', string>
>
type Outcome = Place & ({ imported: Imported; title: string } | { refusal: string })

async function importFiles(paths: string[], { json, author, date, ...same }: ImportOptions): Promise<void> {
  const files = listFiles(paths)
  if (areMany(files) && (same.title ?? same.url) !== undefined) {
    throw new Told('--title and --url are one document’s. Leave them out, or name one file that holds one document.')
  }
  const given = { ...same, ...(author && { authors: author }), ...(date !== undefined && { published: date }) }

  await withDatabase(async (db, { maxTextBytes }) => {
    const bar = await startBar(files)
    const outcomes: Outcome[] = []
    try {
      for await (const found of readDocuments(files, maxTextBytes)) {
        const outcome = await importOne(db, found, given, maxTextBytes)
        outcomes.push(outcome)
        bar?.increment()
        // A line printed now would tear the bar; it waits until the bar has ended.
        if (!bar) tell(outcome, json)
      }
    } finally {
      bar?.stop()
      if (bar) for (const outcome of outcomes) tell(outcome, json)
      if (json) console.log(JSON.stringify(outcomes.flatMap(asJson), undefined, 2))
      else if (outcomes.length > 1) console.log(summary(outcomes))
    }
    if (outcomes.some((outcome) => 'refusal' in outcome)) process.exitCode = 1
  })
}

/** On a terminal, and only where there is something to wait for. */
async function startBar(files: string[]): Promise<SingleBar | undefined> {
  if (!process.stderr.isTTY || !areMany(files)) return undefined
  const total = await countDocuments(files)
  if (total < 2) return undefined
  const bar = new SingleBar({
    format: '{bar} {value} of {total} documents',
    stream: process.stderr,
    clearOnComplete: true,
  })
  bar.start(total, 0)
  return bar
}

async function importOne(db: Database, found: Found, given: object, maxTextBytes: number): Promise<Outcome> {
  const place: Place = { file: found.file, ...(found.line !== undefined && { line: found.line }) }
  if (found.refusal !== undefined) return { ...place, refusal: found.refusal }

  const { fields, ...original } = found.document
  try {
    const document = check(NewDocument, { ...fields, ...given })
    const arrival = { ...document, ...original, method: 'file' as const, maxTextBytes, by: null }
    return { ...place, imported: await importDocument(db, arrival), title: document.title }
  } catch (error) {
    if (error instanceof Refused) return { ...place, refusal: inWords(error) }
    throw error
  }
}

function tell(outcome: Outcome, json: true | undefined): void {
  const where = outcome.line === undefined ? outcome.file : `${outcome.file}, line ${outcome.line}`
  if ('refusal' in outcome) return console.error(`${where}: ${outcome.refusal}.`)
  if (json) return

  const { documentId, outcome: came, alsoIn } = outcome.imported
  const others = `${alsoIn.length > 1 ? 'documents' : 'document'} ${alsoIn.join(', ')}`
  const words = {
    new: `stored as document ${documentId}, “${outcome.title}”`,
    shared: `stored as document ${documentId}, “${outcome.title}”; it shares its stored text with ${others}`,
    known: `known already, as document ${documentId}; nothing was stored twice`,
  }[came]
  console.log(`${where}: ${words}.`)
}

function summary(outcomes: Outcome[]): string {
  const count = (came: string) =>
    outcomes.filter((one) => ('imported' in one ? one.imported.outcome : 'refused') === came).length
  return `${count('new')} new, ${count('shared')} sharing a stored text, ${count('known')} known already, ${count('refused')} refused.`
}

function asJson(outcome: Outcome) {
  if ('refusal' in outcome) return []
  const { imported, file, line } = outcome
  return [{ id: imported.documentId, outcome: imported.outcome, file, ...(line !== undefined && { line }) }]
}

async function makeAccount({ email, role, name }: { email: string; role: string; name?: string }): Promise<void> {
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

/** The database of this checkout's desk, from whichever folder the command is given. */
async function withDatabase(work: (db: Database, config: Config) => Promise<unknown>): Promise<void> {
  const config = readConfig(process.env, path.join(root, '.env'))
  const { databaseUrl, databasePool } = config
  const where =
    databaseUrl === undefined ? { dataDir: path.resolve(root, config.dataDir), joinRunning: true } : { databaseUrl }
  const database = await openDatabase({ ...where, databasePool }).catch((error: unknown) => {
    if (error instanceof DataDirectoryInUse) throw error
    throw new Told(
      `The database can’t be opened: ${reason(error)}. Look at ${databaseUrl === undefined ? 'DATA_DIR' : 'DATABASE_URL'}.`,
    )
  })
  try {
    await work(database.db, config)
  } finally {
    await database.close()
  }
}

/** An unreachable server is an AggregateError without words, of one error for each of its addresses. */
function reason(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reason).join(', ')
  return error instanceof Error ? error.message : String(error)
}

/** What the web's forms check, with what is wrong beside each field. Throws Refused. */
function check<T extends z.ZodType>(schema: T, input: Record<string, unknown>): z.output<T> {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  const fields = result.error.issues.map((issue) => {
    const field = String(issue.path[0])
    if (issue.code === 'invalid_value') return [field, `Choose one of ${issue.values.map(String).join(', ')}`]
    const isMissing = issue.code === 'invalid_type' || issue.code === 'too_small'
    return [field, (isMissing && needed[field]) || (issue.code === 'invalid_type' ? 'Write it as text' : issue.message)]
  })
  throw new Refused(Object.fromEntries(fields) as Record<string, string>)
}

/** The first words name the field, where the sentence alone would not say which is meant. */
function inWords({ fields, choices }: Refused): string {
  const sentences = Object.entries(fields).map(([field, told]) => {
    const offered = choices[field]?.map(({ value, label }) => `--${field}-id ${value} for ${label}`)
    const sentence = told.join('. ') + (offered ? `: ${offered.join(', ')}` : '')
    return ['text', 'publisher'].includes(field) ? sentence : `${field}: ${sentence}`
  })
  return sentences.join('. ')
}
