import type { Database } from '../../database/connect.ts'
import { Refused } from '../../refused.ts'
import { readingThread, readNext } from '../../suggestions/reader.ts'
import { check, inWords } from '../check.ts'
import { withDatabase } from '../database.ts'
import { startBar } from '../progress.ts'
import { Failure } from '../failure.ts'
import { endThread } from '../../intake/thread.ts'
import { findKnown, type Imported } from '../../documents/documents.ts'
import { areMany, type Found, listFiles, nameOf, type FileLine, readDocuments } from '../../documents/files.ts'
import { NewDocument } from '../../documents/schema.ts'
import { fetchingOf } from '../../fetching/setting.ts'
import { mends, type Offer, seeMends } from '../../intake/mends.ts'
import { NotKept, type Store } from '../../originals/store.ts'
import { storeOf } from '../../originals/stores.ts'
import { formatCount, formatPercent } from '../../words/dates.ts'
import { say } from '../../words/labels.ts'
import { importFound } from '../../importing/found.ts'

export type ImportOptions = {
  json?: true
  suggest?: true
  author?: string[]
  date?: string
  mend?: string
  newVersion?: boolean
} & Partial<Record<'title' | 'publisher' | 'publisherId' | 'url' | 'language' | 'kind', string>>
type Outcome = FileLine &
  ({ imported: Imported; title: string; remarks: string[]; leftOut: number } | { refusal: string })

/** Imports each document at these paths, and reports the result of each. */
export async function importFiles(
  paths: string[],
  { json, suggest, author, date, mend, newVersion = false, ...same }: ImportOptions,
): Promise<void> {
  const files = listFiles(paths)
  if (areMany(files) && (same.title ?? same.url) !== undefined) {
    throw new Failure('--title and --url apply to one document. Leave them out, or name one file with one document.')
  }
  const given = {
    ...same,
    suggest: suggest ?? false,
    ...(author && { authors: author }),
    ...(date !== undefined && { published: date }),
    ...(mend !== undefined && { mends: mend === 'all' ? [...mends] : mend.split(/[,\s]+/) }),
  }

  await withDatabase(async (db, config) => {
    const { maxTextBytes } = config
    const store = storeOf(config)
    const bar = await startBar(files)
    const outcomes: Outcome[] = []
    const thread = readingThread()
    try {
      for await (const found of readDocuments(files, maxTextBytes, fetchingOf(config), (address) =>
        // Another text can be at a known address.
        newVersion ? Promise.resolve(undefined) : findKnown(db, address),
      )) {
        const outcome = await importOne(db, found, given, { maxTextBytes, store }, newVersion)
        // A running desk may have begun to read it already; then there is nothing left to read here.
        if (suggest && 'imported' in outcome) await readNext(db, thread, undefined, outcome.imported.documentId)
        outcomes.push(outcome)
        bar?.increment()
        // A line printed now would break the progress bar, so it is printed after the bar.
        if (!bar) tell(outcome, json)
      }
    } finally {
      await thread.end()
      await endThread()
      bar?.stop()
      if (bar) for (const outcome of outcomes) tell(outcome, json)
      if (json) console.log(JSON.stringify(outcomes.flatMap(asJson), undefined, 2))
      else if (outcomes.length > 1) console.log(summary(outcomes))
    }
    if (outcomes.some((outcome) => 'refusal' in outcome)) process.exitCode = 1
  })
}

async function importOne(
  db: Database,
  found: Found,
  given: object,
  means: { maxTextBytes: number; store: Store | undefined },
  newVersion: boolean,
): Promise<Outcome> {
  const at: FileLine = { file: found.file, ...(found.line !== undefined && { line: found.line }) }
  if (found.refusal !== undefined) return { ...at, refusal: found.refusal }
  if (found.known !== undefined) {
    const imported = { documentId: found.known, outcome: 'known', alsoIn: [], copies: [] } as const
    return { ...at, imported: { ...imported, alsoIn: [], copies: [] }, title: '', remarks: [], leftOut: 0 }
  }

  const { fields, leftOut = [], remarks = [] } = found.document
  try {
    const document = check(NewDocument, { ...fields, ...given })
    const imported = await importFound(db, document, found.document, { ...means, by: null })
    const seen = 'mends' in given ? [] : seeMends(document.text).map(sayOffer)
    return { ...at, imported, title: document.title, remarks: [...remarks, ...seen], leftOut: leftOut.length }
  } catch (error) {
    const [version] = error instanceof Refused ? (error.choices['versionOf'] ?? []) : []
    if (newVersion && version) return importOne(db, found, { ...given, versionOf: version.value }, means, false)
    if (error instanceof Refused) return { ...at, refusal: inWords(error) }
    if (error instanceof NotKept) return { ...at, refusal: error.message }
    throw error
  }
}

/** Damage that was found and not mended. */
function sayOffer({ mend, count }: Offer): string {
  return `--mend ${mend} would change ${formatCount(count, 'place')}: ${say('Mend', mend).toLowerCase()}`
}

function tell(outcome: Outcome, json: true | undefined): void {
  const where = nameOf(outcome)
  if ('refusal' in outcome) return console.error(`${where}: ${outcome.refusal}.`)
  if (json) return

  const { documentId, outcome: came, alsoIn } = outcome.imported
  const others = `${alsoIn.length > 1 ? 'documents' : 'document'} ${alsoIn.join(', ')}`
  const words = {
    new: `imported as document ${documentId}, “${outcome.title}”`,
    shared: `imported as document ${documentId}, “${outcome.title}”; it has the same text as ${others}`,
    version: `imported as a new version of document ${documentId}`,
    known: `already imported as document ${documentId}; not imported again`,
  }[came]
  const like = outcome.imported.copies.map(
    ({ id, likeness }) => `${formatPercent(likeness)} the same as document ${id}: linked as copies`,
  )
  const left = outcome.leftOut === 0 ? [] : [`${formatCount(outcome.leftOut, 'paragraph')} around the article left out`]
  console.log(`${where}: ${[words, ...like, ...left, ...outcome.remarks].join('. ')}.`)
}

function summary(outcomes: Outcome[]): string {
  const count = (came: string) =>
    outcomes.filter((one) => ('imported' in one ? one.imported.outcome : 'refused') === came).length
  return `${count('new')} new, ${count('shared')} with the same text as another document, ${count('version') > 0 ? `${count('version')} new versions, ` : ''}${count('known')} already imported, ${count('refused')} refused.`
}

function asJson(outcome: Outcome) {
  if ('refusal' in outcome) return []
  const { imported, file, line } = outcome
  return [{ id: imported.documentId, outcome: imported.outcome, file, ...(line !== undefined && { line }) }]
}
