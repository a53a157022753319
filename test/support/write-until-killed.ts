import fs from 'node:fs'
import { openDatabase } from '../../src/database/connect.ts'
import { embeddedTemplate } from './template.ts'
import { harbourStory } from './world.ts'
import { importDocument } from '../../src/documents/documents.ts'
import { NewDocument } from '../../src/documents/schema.ts'

/*
 * Opens the data directory, checks that it still has the documents acknowledged before, then imports documents until it
 * is killed, naming each one after it was committed.
 */
const [dataDir = '', acknowledgedFile = '', life = ''] = process.argv.slice(2)
const isFirst = !fs.existsSync(`${dataDir}/pgdata`)
const { db } = await openDatabase({ dataDir, ...(isFirst && { template: await embeddedTemplate() }) })

const acknowledged = fs.readFileSync(acknowledgedFile, 'utf8').split('\n').filter(Boolean).map(Number)
const documents = await db.document.findMany({
  select: {
    id: true,
    text: { select: { content: true } },
    events: { select: { action: true } },
    versions: { select: { id: true } },
  },
})
const there = new Set(documents.map((document) => document.id))
const lost = acknowledged.filter((id) => !there.has(id))
const torn = documents
  .filter(
    ({ text, events, versions }) =>
      !text.content.endsWith('.') ||
      events.filter(({ action }) => action === 'document_imported').length !== 1 ||
      versions.length !== 1,
  )
  .map(({ id }) => id)
say({ checked: acknowledged.length, found: documents.length, lost, torn })

for (let n = 1; ; n++) {
  const { documentId } = await importDocument(db, {
    ...NewDocument.parse({ ...harbourStory, url: `https://coastwire.example/${life}/${n}`, text: report(n) }),
    method: 'program',
    maxTextBytes: 5 * 1024 * 1024,
    by: null,
  })
  say({ written: documentId })
}

/** Of all sizes, so that a kill meets small commits and large ones. */
function report(n: number): string {
  return `Report ${life}/${n}.\n\n${'The quay moved again today. '.repeat((n * 53) % 2000)}Nobody was hurt.`
}

function say(line: object): void {
  fs.writeSync(1, `${JSON.stringify(line)}\n`)
}
