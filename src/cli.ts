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

const program = new Command('on-record').description('The desk from a terminal.')

program
  .command('import')
  .description(
    'Imports published texts: files, folders of them, addresses, the articles of a feed, a .csv of addresses, .jsonl (one document to a line).',
  )
  .argument('<path...>', 'files, folders and addresses')
  .option('--title <words>', 'as it was published; otherwise the heading, the first line or the file’s name')
  .option('--publisher <name>', 'who published it; needed, here or in the file')
  .option('--publisher-id <number>', 'which source, where several have that name')
  .option('--author <name>', 'one name; may be given again', (name: string, others: string[] = []) => [...others, name])
  .option('--url <address>', 'where it was published')
  .option('--date <date>', 'when: 2021-10-07, 2021-10 or 2021')
  .option('--language <code>', 'en, fr, pt-BR, … (default: en)')
  .addOption(new Option('--kind <kind>', 'what it is (default: article)').choices(Object.values(DocumentKind)))
  .option(
    '--mend <names>',
    'damage to mend: all, or some of marks, ligatures, quoting, footnotes, pages, hyphens, wraps',
  )
  .option('--new-version', 'another text at a known address becomes a new version of that document')
  .option('--suggest', 'find suggestions in each at once')
  .option('--json', 'print [{ id, outcome, file }] instead of sentences')
  .addHelpText(
    'after',
    '\nA file may say the same about itself, between two lines of --- at its top:\n\n  publisher: Name\n',
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
  .option('--published <date>', 'when: 2021-10-07, 2021-10 or 2021; what “on Monday” is counted from')
  .option('--publisher <name>', 'who published it, for the end of each chain')
  .option('--text <name.txt>', 'writes the text that offsets count in, too; one document only')
  .option('--conf <file>', 'for brat: where to write its annotation.conf')
  .addHelpText('after', notes)
  .action(async (...given: Parameters<typeof suggestions.extractFiles>) => {
    const { extractFiles } = await import('./terminal/commands/suggestions.ts')
    await extractFiles(...given)
  })

const originals = program.command('originals').description('What texts were read from, as it came.')

originals
  .command('export')
  .description('Writes all of them to one archive (WARC 1.1), with what was asked and answered.')
  .argument('<file.warc.gz>', 'a file that is not there yet')
  .action(async (...given: Parameters<typeof stored.exportOriginals>) => {
    const { exportOriginals } = await import('./terminal/commands/originals.ts')
    await exportOriginals(...given)
  })

originals
  .command('check')
  .description('Compares each with its SHA-256, and names what is missing or damaged.')
  .action(async () => {
    const { checkOriginals } = await import('./terminal/commands/originals.ts')
    await checkOriginals()
  })

originals
  .command('move')
  .description('Copies all of them to where this desk keeps them now. Removes nothing.')
  .requiredOption('--from <place>', 'where they are: a directory, the address of a bucket, or “database”')
  .action(async (...given: Parameters<typeof stored.moveTheOriginals>) => {
    const { moveTheOriginals } = await import('./terminal/commands/originals.ts')
    await moveTheOriginals(...given)
  })

originals
  .command('sweep')
  .description('Lists bytes that no original of this database names. In a common place they may be another desk’s.')
  .option('--remove', 'removes those that are older than a day')
  .action(async (...given: Parameters<typeof stored.sweepOriginals>) => {
    const { sweepOriginals } = await import('./terminal/commands/originals.ts')
    await sweepOriginals(...given)
  })

const account = program.command('account').description('Who may sign in.')

account
  .command('create')
  .description('Makes an account. The password is the first line of standard input, or made up and printed once.')
  .requiredOption('--email <address>', 'what they sign in with')
  .addOption(new Option('--role <role>', 'what they may do').choices(Object.values(Role)).makeOptionMandatory())
  .option('--name <name>', 'as colleagues know it; otherwise what stands before the @')
  .action(async (...given: Parameters<typeof accounts.makeAccount>) => {
    const { makeAccount } = await import('./terminal/commands/accounts.ts')
    await makeAccount(...given)
  })

account
  .command('reset')
  .description('Prints a link, good once, for choosing a new password: for when the only admin forgot theirs.')
  .requiredOption('--email <address>', 'what they sign in with')
  .action(async (...given: Parameters<typeof accounts.makeResetLink>) => {
    const { makeResetLink } = await import('./terminal/commands/accounts.ts')
    await makeResetLink(...given)
  })

await program.parseAsync().catch((error: unknown) => {
  console.error(error instanceof Failure ? error.message : error)
  process.exitCode = 1
})
