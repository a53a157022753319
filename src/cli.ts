#!/usr/bin/env node
import { enableCompileCache } from 'node:module'
import { Command, Option } from 'commander'
import type * as accounts from './terminal/commands/accounts.ts'
import { DocumentKind, Role } from './database/client/enums.ts'
import type * as documents from './terminal/commands/documents.ts'
import type * as stored from './terminal/commands/originals.ts'
import type * as suggestions from './terminal/commands/suggestions.ts'
import { forms, notes } from './suggestions/forms.ts'
import { Failure } from './terminal/failure.ts'

/* The command line. Each command's code is loaded when it is used, so that none waits for code of another. */

// The compiled code of a command is cached; the next start takes about half the time.
enableCompileCache()

const program = new Command('on-record').description('On Record from the terminal.')

program
  .command('import')
  .description(
    'Imports published texts: files, folders of them, addresses, the articles of a feed, a .csv of addresses, .jsonl (one document per line).',
  )
  .argument('<path...>', 'files, folders and addresses')
  .option('--title <words>', 'as it was published; otherwise the heading, the first line or the file’s name')
  .option('--publisher <name>', 'who published it; needed, here or in the file')
  .option('--publisher-id <number>', 'which source, where several have that name')
  .option('--author <name>', 'one name; can be repeated', (name: string, others: string[] = []) => [...others, name])
  .option('--url <address>', 'where it was published')
  .option('--date <date>', 'when: 2021-10-07, 2021-10 or 2021')
  .option('--language <code>', 'en, fr, pt-BR, … (default: en)')
  .addOption(new Option('--kind <kind>', 'what it is (default: article)').choices(Object.values(DocumentKind)))
  .option(
    '--mend <names>',
    'what to clean up: all, or some of marks, ligatures, quoting, footnotes, pages, hyphens, wraps',
  )
  .option('--new-version', 'another text at a known address becomes a new version of that document')
  .option('--suggest', 'look for suggestions in each straight away')
  .option('--json', 'print [{ id, outcome, file }] instead of sentences')
  .addHelpText(
    'after',
    '\nA file can give these details itself, between two lines of --- at its top:\n\n  publisher: Name\n',
  )
  .action(async (...given: Parameters<typeof documents.importFiles>) => {
    const { importFiles } = await import('./terminal/commands/documents.ts')
    await importFiles(...given)
  })

program
  .command('extract')
  .description('Suggests who said what, through whom and when. Stores nothing and needs no database.')
  .argument('<path...>', 'files and folders as for import; - for standard input, read as plain text')
  .addOption(new Option('--format <format>', 'how to print it').choices(forms).default('text'))
  .option('--published <date>', 'when, to date “on Monday”: 2021-10-07, 2021-10 or 2021')
  .option('--publisher <name>', 'who published it, for the end of each chain')
  .option('--text <name.txt>', 'also writes the text that the offsets refer to; one document only')
  .option('--conf <file>', 'for brat: where to write its annotation.conf')
  .addHelpText('after', notes)
  .action(async (...given: Parameters<typeof suggestions.extractFiles>) => {
    const { extractFiles } = await import('./terminal/commands/suggestions.ts')
    await extractFiles(...given)
  })

const originals = program.command('originals').description('The files and pages that texts were read from.')

originals
  .command('export')
  .description('Writes all of them to one archive (WARC 1.1), with requests and responses.')
  .argument('<file.warc.gz>', 'a file that does not exist yet')
  .action(async (...given: Parameters<typeof stored.exportOriginals>) => {
    const { exportOriginals } = await import('./terminal/commands/originals.ts')
    await exportOriginals(...given)
  })

originals
  .command('check')
  .description('Compares each with its SHA-256 and lists what is missing or damaged.')
  .action(async () => {
    const { checkOriginals } = await import('./terminal/commands/originals.ts')
    await checkOriginals()
  })

originals
  .command('move')
  .description('Copies all of them to where this desk keeps originals now. Removes nothing.')
  .requiredOption('--from <place>', 'where they are: a directory, the address of a bucket, or “database”')
  .action(async (...given: Parameters<typeof stored.moveTheOriginals>) => {
    const { moveTheOriginals } = await import('./terminal/commands/originals.ts')
    await moveTheOriginals(...given)
  })

originals
  .command('sweep')
  .description('Lists files that this database does not refer to. In a shared store they may belong to another desk.')
  .option('--remove', 'removes those older than a day')
  .action(async (...given: Parameters<typeof stored.sweepOriginals>) => {
    const { sweepOriginals } = await import('./terminal/commands/originals.ts')
    await sweepOriginals(...given)
  })

const account = program.command('account').description('Accounts and password links.')

account
  .command('create')
  .description('Creates an account. The password is the first line of standard input, or generated and printed once.')
  .requiredOption('--email <address>', 'what they sign in with')
  .addOption(new Option('--role <role>', 'what they may do').choices(Object.values(Role)).makeOptionMandatory())
  .option('--name <name>', 'the name colleagues see; otherwise the part before the @')
  .action(async (...given: Parameters<typeof accounts.makeAccount>) => {
    const { makeAccount } = await import('./terminal/commands/accounts.ts')
    await makeAccount(...given)
  })

account
  .command('reset')
  .description('Prints a single-use link for choosing a new password, for when the only admin has forgotten theirs.')
  .requiredOption('--email <address>', 'what they sign in with')
  .action(async (...given: Parameters<typeof accounts.makeResetLink>) => {
    const { makeResetLink } = await import('./terminal/commands/accounts.ts')
    await makeResetLink(...given)
  })

await program.parseAsync().catch((error: unknown) => {
  console.error(error instanceof Failure ? error.message : error)
  process.exitCode = 1
})
