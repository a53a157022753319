#!/usr/bin/env node
import { Command, Option } from 'commander'
import type * as accounts from './terminal/commands/accounts.ts'
import { keepCompiled } from './compiled.ts'
import { DocumentKind, Role } from './database/client/enums.ts'
import type * as documents from './terminal/commands/documents.ts'
import type * as stored from './terminal/commands/originals.ts'
import type * as suggestions from './terminal/commands/suggestions.ts'
import { forms, notes } from './suggestions/forms.ts'
import { Failure } from './terminal/failure.ts'

/* The command line. Each command's code is loaded when it is used, so that none waits for code of another. */

keepCompiled()

const program = new Command('on-record').description('On Record on the command line.')

program
  .command('import')
  .description(
    'Imports published texts: files, folders, addresses, the articles of a feed, a .csv of addresses, or .jsonl (one document per line).',
  )
  .argument('<path...>', 'files, folders and addresses')
  .option('--title <words>', 'the headline (default: the heading, the first line or the file’s name)')
  .option('--publisher <name>', 'who published it; required here or in the file')
  .option('--publisher-id <number>', 'the number of the source, if several have that name')
  .option('--author <name>', 'who wrote it: one name; can be repeated', (name: string, others: string[] = []) => [
    ...others,
    name,
  ])
  .option('--url <address>', 'its address on the web')
  .option('--date <date>', 'when it was published: 2021-10-07, 2021-10 or 2021')
  .option('--language <code>', 'en, fr, pt-BR, … (default: en)')
  .addOption(new Option('--kind <kind>', 'what it is (default: article)').choices(Object.values(DocumentKind)))
  .option(
    '--mend <names>',
    'what to clean up: all, or any of marks, ligatures, quoting, footnotes, pages, hyphens, wraps',
  )
  .option('--new-version', 'if the address is known and the text differs, import it as a new version of that document')
  .option('--suggest', 'also find suggestions in each document now')
  .option('--json', 'print JSON, [{ id, outcome, file }], instead of sentences')
  .addHelpText(
    'after',
    '\nA file can contain these details itself, between two lines of --- at its top:\n\n  publisher: Name\n',
  )
  .action(async (...given: Parameters<typeof documents.importFiles>) => {
    const { importFiles } = await import('./terminal/commands/documents.ts')
    await importFiles(...given)
  })

program
  .command('extract')
  .description('Suggests who said what, through whom and when. Stores nothing and needs no database.')
  .argument('<path...>', 'files, folders and addresses, as for import; - for standard input, read as plain text')
  .addOption(new Option('--format <format>', 'how to print the suggestions').choices(forms).default('text'))
  .option('--date <date>', 'when it was published, which dates “on Monday”: 2021-10-07, 2021-10 or 2021')
  .addOption(new Option('--published <date>', 'the former name of --date').hideHelp())
  .option('--publisher <name>', 'who published it; the last step of each chain')
  .option('--text <name.txt>', 'also write the text that the offsets count in; one document only')
  .option('--conf <file>', 'for brat: where to write annotation.conf')
  .addHelpText('after', notes)
  .action(async (...given: Parameters<typeof suggestions.extractFiles>) => {
    const { extractFiles } = await import('./terminal/commands/suggestions.ts')
    await extractFiles(...given)
  })

const originals = program.command('originals').description('The files and pages that texts were read from.')

originals
  .command('export')
  .description('Writes all originals to one archive (WARC 1.1), with requests and responses.')
  .argument('<file.warc.gz>', 'a file that does not exist yet')
  .action(async (...given: Parameters<typeof stored.exportOriginals>) => {
    const { exportOriginals } = await import('./terminal/commands/originals.ts')
    await exportOriginals(...given)
  })

originals
  .command('check')
  .description('Compares each original with its SHA-256 and lists those that are missing or damaged.')
  .action(async () => {
    const { checkOriginals } = await import('./terminal/commands/originals.ts')
    await checkOriginals()
  })

originals
  .command('move')
  .description('Copies all originals to where this desk keeps them now. Removes nothing.')
  .requiredOption('--from <place>', 'where they are: a directory, the address of a bucket, or “database”')
  .action(async (...given: Parameters<typeof stored.moveTheOriginals>) => {
    const { moveTheOriginals } = await import('./terminal/commands/originals.ts')
    await moveTheOriginals(...given)
  })

originals
  .command('sweep')
  .description(
    'Lists stored originals that this database does not use. In a shared store they may belong to another desk.',
  )
  .option('--remove', 'remove those older than a day')
  .action(async (...given: Parameters<typeof stored.sweepOriginals>) => {
    const { sweepOriginals } = await import('./terminal/commands/originals.ts')
    await sweepOriginals(...given)
  })

const account = program.command('account').description('Accounts, and links to choose a new password.')

account
  .command('create')
  .description(
    'Creates an account. Its password is the first line of standard input; without one, a password is made and printed once.',
  )
  .requiredOption('--email <address>', 'the address they sign in with')
  .addOption(new Option('--role <role>', 'what they may do').choices(Object.values(Role)).makeOptionMandatory())
  .option('--name <name>', 'the name that colleagues see (default: the part before the @)')
  .action(async (...given: Parameters<typeof accounts.makeAccount>) => {
    const { makeAccount } = await import('./terminal/commands/accounts.ts')
    await makeAccount(...given)
  })

account
  .command('reset')
  .description('Prints a link to choose a new password, valid once. For when the only admin has forgotten theirs.')
  .requiredOption('--email <address>', 'the address they sign in with')
  .action(async (...given: Parameters<typeof accounts.makeResetLink>) => {
    const { makeResetLink } = await import('./terminal/commands/accounts.ts')
    await makeResetLink(...given)
  })

await program.parseAsync().catch((error: unknown) => {
  console.error(error instanceof Failure ? error.message : error)
  process.exitCode = 1
})
