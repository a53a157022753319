import fs from 'node:fs'
import path from 'node:path'
import { styleText } from 'node:util'
import { z } from 'zod'
import {
  areMany,
  type Found,
  listFiles,
  nameOf,
  type FileLine,
  readDocuments,
  readStream,
} from '../../documents/files.ts'
import { normaliseText, NotText, tidy } from '../../documents/text.ts'
import type { Extraction } from '../../extraction/statement.ts'
import { countedInFile } from '../../suggestions/in-file.ts'
import { extractStatements } from '../../extraction/extract.ts'
import { PartialDateField, writePartialDate } from '../../words/partial-date.ts'
import { Refused } from '../../refused.ts'
import { type Fetching } from '../../fetching/fetch.ts'
import { fetchingOf } from '../../fetching/setting.ts'
import { endThread } from '../../intake/thread.ts'
import { check, inWords } from '../check.ts'
import { startBar } from '../progress.ts'
import { readSettings } from '../settings.ts'
import { Failure } from '../failure.ts'
import { configuration, configurationName, writeStandoff } from '../../suggestions/brat-form.ts'
import { writeRows } from '../../suggestions/csv-form.ts'
import type { FormName, Suggested } from '../../suggestions/forms.ts'
import { writeCounts, writeText } from '../../suggestions/text-form.ts'

export type ExtractOptions = {
  format: FormName
  date?: string
  published?: string
  publisher?: string
  text?: string
  conf?: string
}

const standardInput = '-'

const Circumstances = z.object({
  published: PartialDateField,
  publisher: z.string().trim().min(1).max(200, 'At most 200 characters').optional(),
})

/** Prints the suggestions for each document at these paths. */
export async function extractFiles(
  paths: string[],
  { format, text, conf, date, published = date, publisher }: ExtractOptions,
): Promise<void> {
  const given = { ...(published !== undefined && { published }), ...(publisher !== undefined && { publisher }) }
  const files = listFiles(paths)
  if (format === 'brat' && areMany(files)) {
    throw new Failure('brat keeps the annotations of one text in one file. Name one file with one document.')
  }
  if (text !== undefined && areMany(files)) {
    throw new Failure('--text writes one text. Name one file with one document.')
  }
  orTold(() => check(Circumstances, given))
  const config = readSettings()
  const { maxTextBytes } = config
  endQuietlyWithTheReader()

  const bar = await startBar(files)
  const held: (() => void)[] = []
  // A line printed on the terminal now would break the progress bar, so it is printed after the bar.
  const say = (line: () => void, stream: NodeJS.WriteStream) => (bar && stream.isTTY ? held.push(line) : line())
  const write = writerOf(format, areMany(files))
  const counts = { documents: 0, suggestions: 0, refused: 0 }
  try {
    for await (const found of readAll(files, maxTextBytes, fetchingOf(config))) {
      const outcome = suggestFor(
        found,
        given,
        maxTextBytes,
        text === undefined && format !== 'text' ? format : undefined,
      )
      if ('refusal' in outcome) {
        counts.refused++
        say(() => console.error(`${called(outcome)}: ${outcome.refusal}.`), process.stderr)
      } else {
        counts.documents++
        counts.suggestions += outcome.extraction.statements.length
        if (text !== undefined) writeBeside(text, outcome.text)
        if (format === 'brat') writeConfiguration(conf ?? besideOf(text))
        const printed = write(outcome)
        say(() => process.stdout.write(printed), process.stdout)
      }
      bar?.increment()
    }
  } finally {
    await endThread()
    bar?.stop()
    for (const line of held) line()
  }
  if (format === 'text' && counts.documents > 0) console.log(writeCounts(counts))
  if (counts.refused > 0) process.exitCode = 1
}

/** A reader such as `… | head` may close the pipe early; that is no error. */
function endQuietlyWithTheReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit()
    throw error
  })
}

async function* readAll(files: string[], maxTextBytes: number, fetching: Fetching): AsyncGenerator<Found> {
  for (const file of files) {
    if (file === standardInput)
      yield await readStream(process.stdin as AsyncIterable<Buffer>, standardInput, maxTextBytes)
    else yield* readDocuments([file], maxTextBytes, fetching)
  }
}

/** Options override what the document says about itself. With `inFile`, a format whose offsets count in the file. */
function suggestFor(
  found: Found,
  given: object,
  maxTextBytes: number,
  inFile?: FormName,
): Suggested | (FileLine & { refusal: string }) {
  const at: FileLine = { file: found.file, ...(found.line !== undefined && { line: found.line }) }
  if (found.refusal !== undefined) return { ...at, refusal: found.refusal }
  if (found.document === undefined) return { ...at, refusal: 'It is already imported' }
  const { fields } = found.document
  try {
    const own = { published: fields.published, publisher: fields.publisher }
    const { published, publisher } = check(Circumstances, { ...own, ...given })
    const text = normaliseText(fields.text, maxTextBytes).content
    const named = { ...(publisher !== undefined && { publisher }) }
    const dated = { ...(published && { publishedOn: writePartialDate(published.on, published.precision) }) }
    const extraction = extractStatements(text, { ...dated, ...named })
    const { traced } = found.document
    if (inFile === undefined) return { ...at, text, ...named, extraction }
    if (!traced) return { ...at, text, ...named, extraction: countedInText(extraction, inFile) }
    const counted = { text: traced.original, extraction: countedInFile(extraction, tidy(traced)) }
    return { ...at, text, ...named, extraction, counted }
  } catch (error) {
    if (error instanceof Refused) return { ...at, refusal: inWords(error) }
    if (error instanceof NotText) return { ...at, refusal: error.message }
    throw error
  }
}

function countedInText(extraction: Extraction, format: FormName): Extraction {
  if (format === 'brat') {
    throw new NotText(
      'Its text is only part of the file, and brat shows the whole file. Add --text NAME.txt to write the text as well',
    )
  }
  const notice = 'Offsets refer to the text that --text NAME.txt writes, not to the file.'
  return { ...extraction, notice: extraction.notice === undefined ? notice : `${extraction.notice} ${notice}` }
}

/** Writes the text that the offsets count in. Never overwrites another text. */
function writeBeside(file: string, content: string): void {
  if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') !== content) {
    throw new Failure(`${file} already contains another text. Name a file that does not exist yet.`)
  }
  fs.writeFileSync(file, content)
}

function besideOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : path.join(path.dirname(text), configurationName)
}

/** One that exists is kept: it may define somebody else's annotations. */
function writeConfiguration(file: string | undefined): void {
  if (file !== undefined && !fs.existsSync(file)) fs.writeFileSync(file, configuration)
}

function writerOf(format: FormName, many: boolean): (suggested: Suggested) => string {
  if (format === 'json')
    return ({ file, line, counted, extraction }) =>
      writeJson({ file, line }, (counted ?? { extraction }).extraction, many)
  if (format === 'brat')
    return ({ text, extraction, counted }) => {
      const {
        text: words,
        extraction: { statements },
      } = counted ?? { text, extraction }
      return writeStandoff(words, statements)
    }
  if (format === 'csv') {
    let documents = 0
    return (suggested) => writeRows(suggested, { header: documents++ === 0 })
  }
  const screen = { width: process.stdout.columns ?? 80, paint: styleText }
  return (suggested) => writeText(called(suggested), suggested, screen)
}

/** For one document only its suggestions; for several, each object names its file. */
function writeJson(at: { file: string; line: number | undefined }, extraction: object, many: boolean): string {
  return `${JSON.stringify(many ? { ...at, ...extraction } : extraction)}\n`
}

function called(at: FileLine): string {
  return at.file === standardInput ? 'standard input' : nameOf(at)
}

function orTold<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw error instanceof Refused ? new Failure(`${inWords(error)}.`) : error
  }
}
