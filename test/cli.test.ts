import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { after, before, test } from 'node:test'
import { findByCredentials } from '../src/accounts/accounts.ts'
import { resetPassword } from '../src/accounts/resets.ts'
import { openDatabase, type OpenDatabase } from '../src/database/connect.ts'
import { hashOf } from '../src/originals/keep.ts'
import { openTestDatabase, skipOnServer } from './support/database.ts'
import { embeddedTemplate } from './support/template.ts'
import { harbourStory, makeDocument } from './support/world.ts'
import { compiled } from './support/durations.ts'

const cli = path.join(import.meta.dirname, '../src/cli.ts')
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'on-record-cli-'))
const dataDir = path.join(folder, 'data')
const environment: Record<string, string> = {
  PATH: process.env.PATH ?? '',
  // Empty is as good as not given, also where the .env of this checkout gives it.
  DATABASE_URL: '',
  DATA_DIR: dataDir,
  PORT: '',
  MAX_TEXT_MB: '',
  NODE_COMPILE_CACHE: compiled,
}
let database: OpenDatabase

before(async () => {
  if (skipOnServer) {
    database = await openTestDatabase()
    environment.DATABASE_URL = database.pool.options.connectionString ?? ''
  } else {
    database = await openDatabase({ dataDir, template: await embeddedTemplate() })
  }
})
after(async () => {
  await database.close()
  fs.rmSync(folder, { recursive: true })
})

type Ended = { code: number | null; out: string; err: string }

/** Gives the command as in a terminal, in the folder of the files; without `input`, nothing is typed. */
function onRecord(args: string[], { input = '', env = {} }: { input?: string; env?: Record<string, string> } = {}) {
  return new Promise<Ended>((resolve, reject) => {
    const child = spawn(process.execPath, [cli, ...args], { cwd: folder, env: { ...environment, ...env } })
    const ended: Ended = { code: null, out: '', err: '' }
    child.stdout.on('data', (chunk: Buffer) => (ended.out += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (ended.err += chunk.toString()))
    child.once('error', reject)
    child.once('close', (code) => resolve({ ...ended, code }))
    child.stdin.end(input)
  })
}

function write(name: string, content: string | Uint8Array): string {
  fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
  fs.writeFileSync(path.join(folder, name), content)
  return name
}

async function stored() {
  const { db } = database
  const [documents, texts, sources, events] = await Promise.all([
    db.document.count(),
    db.storedText.count(),
    db.source.count(),
    db.event.count(),
  ])
  return { documents, texts, sources, events }
}

test('a file is stored once, shared with another publisher, and known when it comes again', async () => {
  const file = write('harbour.txt', 'Harbour to close\r\n\r\nIt will close, she said. 🚢\r\n')
  const coastWire = [
    '--publisher',
    'Coast Wire',
    '--author',
    'Ida Holm',
    '--author',
    'Tomas Reyes',
    '--date',
    '2024-03',
  ]

  const first = await onRecord(['import', file, ...coastWire])
  assert.deepEqual({ code: first.code, err: first.err }, { code: 0, err: '' })
  const id = Number(/^harbour\.txt: imported as document (\d+), “Harbour to close”\.\n$/.exec(first.out)?.[1])
  const document = await database.db.document.findUniqueOrThrow({
    where: { id },
    include: { publisher: true, text: true, versions: true, events: true },
  })
  assert.equal(document.publisher.name, 'Coast Wire')
  assert.deepEqual(document.authors, ['Ida Holm', 'Tomas Reyes'])
  assert.equal(document.publishedPrecision, 'month')
  assert.equal(document.kind, 'article')
  assert.equal(document.text.content, 'Harbour to close\n\nIt will close, she said. 🚢')
  assert.equal(document.versions[0]?.method, 'file')
  assert.equal(document.versions[0]?.originalName, 'harbour.txt')
  assert.deepEqual(
    document.events.map(({ action }) => action),
    ['document_imported'],
  )

  const before = await stored()
  const again = await onRecord(['import', file, ...coastWire])
  assert.equal(again.code, 0)
  assert.equal(again.out, `harbour.txt: already imported as document ${id}; not imported again.\n`)
  assert.deepEqual(await stored(), before)

  const other = await onRecord([
    'import',
    file,
    '--publisher',
    'Inland Post',
    '--title',
    'What now',
    '--kind',
    'report',
  ])
  assert.match(other.out, new RegExp(`document \\d+, “What now”; it has the same text as document ${id}\\.`))
  assert.equal((await stored()).documents, before.documents + 1)
  assert.equal((await stored()).texts, before.texts)
})

test('a folder is imported file by file, and programs get the ids', async () => {
  write(
    'stories/a.md',
    '---\npublisher: Port Radio\nkind: broadcast\n---\n# On air\n\nThe *quay* is [sinking](https://a.example).\n',
  )
  write(
    'stories/b.jsonl',
    '{"publisher":"Coast Wire","text":"First line"}\nno json\n{"publisher":"Coast Wire","text":"Third line"}\n',
  )
  write('stories/c.txt', Buffer.from('Zoë', 'latin1'))
  write('stories/d.txt', 'Nobody says who published this')

  const { code, out, err } = await onRecord(['import', 'stories', '--json'])
  assert.equal(code, 1)
  const printed = JSON.parse(out) as { id: number; outcome: string; file: string; line?: number }[]
  assert.deepEqual(
    printed.map(({ id: _, ...rest }) => rest),
    [
      { outcome: 'new', file: 'stories/a.md' },
      { outcome: 'new', file: 'stories/b.jsonl', line: 1 },
      { outcome: 'new', file: 'stories/b.jsonl', line: 3 },
    ],
  )
  assert.deepEqual(err.trimEnd().split('\n'), [
    'stories/b.jsonl, line 2: It is not a JSON object. Write {"title": …, "publisher": …, "text": …} on one line.',
    'stories/c.txt: Its letters are not encoded as UTF-8. Save it again with the encoding UTF-8.',
    'stories/d.txt: Say who published it: add --publisher "Name", or "publisher" in the file.',
  ])
  const onAir = await database.db.document.findUniqueOrThrow({
    where: { id: printed[0]?.id ?? 0 },
    include: { text: true },
  })
  assert.equal(onAir.title, 'On air')
  assert.equal(onAir.kind, 'broadcast')
  assert.equal(onAir.text.content, 'On air\n\nThe quay is sinking.')

  const said = await onRecord(['import', 'stories/a.md', 'stories/d.txt'])
  assert.match(
    said.out,
    /^stories\/a\.md: already imported.*\n0 new, 0 with the same text as another document, 1 already imported, 1 refused\.\n$/,
  )
})

test('what is imported with --suggest is read before the command ends', async () => {
  write(
    'suggested.txt',
    'Quays\n\nMayor Lena Okafor told reporters on Tuesday that the quay had moved four centimetres.',
  )
  const { code, out } = await onRecord(['import', 'suggested.txt', '--publisher', 'Coast Wire', '--suggest', '--json'])
  assert.equal(code, 0)
  const [{ id = 0 } = {}] = JSON.parse(out) as { id?: number }[]
  const { reading, suggestions } = await database.db.version.findFirstOrThrow({
    where: { documentId: id },
    include: { reading: true, suggestions: true },
  })
  assert.equal(reading?.state, 'done')
  assert.equal(suggestions.length, 1)
})

test('what is refused leaves nothing behind, and says which file and what to do', async () => {
  write('quay.txt', 'The quay is sinking')
  write('empty.txt', '')
  write('bell.txt', 'The quay\u0007')
  write('large.txt', 'a'.repeat(11_000))
  const before = await stored()

  const few = await onRecord(
    ['import', 'empty.txt', 'bell.txt', 'large.txt', 'gone.txt', '--publisher', 'Never Stored'],
    { env: { MAX_TEXT_MB: '0.01' } },
  )
  assert.equal(few.code, 1)
  assert.match(few.err, /^empty\.txt: There is no text in it\. Paste the words/m)
  assert.match(few.err, /^bell\.txt: It has control characters in it \(U\+0007 in line 1\)/m)
  assert.match(few.err, /^large\.txt: It is larger than 0.01 MB\. Split it/m)
  assert.match(few.err, /^gone\.txt: There is no such file/m)

  const wrong = ['--publisher', 'Never Stored', '--date', '2021-13-45', '--url', 'coastwire', '--language', '??']
  const fields = await onRecord(['import', 'quay.txt', ...wrong])
  assert.equal(fields.code, 1)
  assert.match(fields.err, /^quay\.txt: .*url: Copy the whole address.*no date “2021-13-45”.*language: “\?\?”/)

  const titled = await onRecord([
    'import',
    'quay.txt',
    'bell.txt',
    '--publisher',
    'Never Stored',
    '--title',
    'One for two',
  ])
  assert.equal(titled.code, 1)
  assert.match(titled.err, /^--title and --url apply to one document\./)

  for (const { err } of [few, fields, titled]) assert.doesNotMatch(err, /\n\s+at /, 'no stack is shown')
  assert.deepEqual(await stored(), before)
})

test('an address that belongs to another text, and a name of several publishers, are refused with the way on', async () => {
  const { db } = database
  for (const kind of ['outlet', 'organisation'] as const) {
    await db.source.create({ data: { name: 'Twin Post', folded: 'twin post', kind } })
  }
  const there = await makeDocument(db)
  const file = write('two.txt', 'Another text')
  const taken = await onRecord(['import', file, '--publisher', 'Coast Wire', '--url', harbourStory.url])
  assert.equal(taken.code, 1)
  assert.match(taken.err, new RegExp(`^two\\.txt: url: This address belongs to document ${there.id}, “Port Ansel`))

  const twins = await onRecord(['import', file, '--publisher', 'Twin Post'])
  const [, id] = /--publisher-id (\d+) for Twin Post – outlet/.exec(twins.err) ?? []
  assert.ok(id, twins.err)
  const chosen = await onRecord(['import', file, '--publisher', 'Twin Post', '--publisher-id', id])
  assert.equal(chosen.code, 0, chosen.err)
})

test('damage is told and mended where that is asked for, and another text at a known address is a new version of it', async () => {
  const { db } = database
  const given = ['--publisher', 'Dock Mail', '--url', 'https://dock.example/gates']
  const file = write('gates.txt', 'The gates\n\nThe lock gates are ru\u00adsting, said the keeper.')
  const told = await onRecord(['import', file, ...given])
  assert.match(told.out, /--mend marks would change 1 place/)
  const refused = await onRecord(['import', file, ...given, '--mend', 'marks'])
  assert.equal(refused.code, 1)
  assert.match(
    refused.err,
    /belongs to document \d+, “The gates”, with another text.*Add --new-version to import it as one/,
  )

  const { out, err } = await onRecord(['import', file, ...given, '--mend', 'marks', '--new-version'])
  const id = Number(/imported as a new version of document (\d+)/.exec(out)?.[1] ?? assert.fail(out + err))
  const document = await db.document.findUniqueOrThrow({ where: { id }, include: { text: true, versions: true } })
  assert.match(document.text.content, /are rusting/)
  assert.equal(document.versions.length, 2)
})

test('an account gets the password from standard input, or one that is made up and shown once', async () => {
  const { db } = database
  const given = await onRecord(
    ['account', 'create', '--email', 'Ana@Desk.example', '--role', 'reviewer', '--name', 'Ana B'],
    {
      input: 'four plain words here\n',
    },
  )
  assert.deepEqual(
    { ...given },
    { code: 0, out: 'Ana B can sign in as ana@desk.example, with the role reviewer.\n', err: '' },
  )
  const ana = await findByCredentials(db, { email: 'ana@desk.example', password: 'four plain words here' })
  assert.equal(ana?.role, 'reviewer')

  const made = await onRecord(['account', 'create', '--email', 'ben@desk.example', '--role', 'editor'])
  const [, password] = /^Password, shown only now: (\S+)$/m.exec(made.out) ?? []
  const ben = await findByCredentials(db, { email: 'ben@desk.example', password: password ?? '' })
  assert.equal(ben?.name, 'ben')
  assert.equal(await db.event.count({ where: { action: 'account_created', subjectId: ben?.id ?? 0 } }), 1)
})

test('whoever forgot their password gets a link from the terminal, where no admin is left to make one', async () => {
  const { db } = database
  await onRecord(['account', 'create', '--email', 'only@desk.example', '--role', 'admin', '--name', 'Only Admin'])
  const made = await onRecord(['account', 'reset', '--email', 'Only@Desk.example'], {
    env: { BASE_URL: 'https://desk.example' },
  })
  assert.equal(made.code, 0, made.err)
  assert.match(made.out, /^Only Admin can choose a new password, once and within 24 hours, at$/m)
  const secret = /^https:\/\/desk\.example\/reset\/([\w-]{43})$/m.exec(made.out)?.[1] ?? assert.fail(made.out)
  await resetPassword(db, { secret, password: 'several plain words' })
  assert.ok(await findByCredentials(db, { email: 'only@desk.example', password: 'several plain words' }))

  for (const [email, sentence] of [
    ['nobody@desk.example', /^There is no account with the address nobody@desk\.example\.$/m],
    ['nonsense', /^email: Write an e-mail address/m],
  ] as const) {
    const refused = await onRecord(['account', 'reset', '--email', email])
    assert.equal(refused.code, 1)
    assert.match(refused.err, sentence)
  }
})

test('an account that cannot be is refused in a sentence, and none is made', async () => {
  const { db } = database
  const before = await db.account.count()
  const create = (email: string, role: string, input: string) =>
    onRecord(['account', 'create', '--email', email, '--role', role], { input })
  const refused: [Ended, RegExp][] = [
    [
      await create('ana@desk.example', 'editor', 'four plain words here'),
      /^email: ana@desk\.example has an account already\.$/m,
    ],
    [await create('carl', 'editor', 'short'), /^email: Write an e-mail address.*password: At least 12 characters/],
    [await create('carl@desk.example', 'editor', 'password1234'), /^password: Too easy to guess: .*Take four or more/m],
    [await create('carl@desk.example', 'owner', ''), /Allowed choices are editor, reviewer, admin/],
  ]
  for (const [{ code, out, err }, sentence] of refused) {
    assert.equal(code, 1)
    assert.equal(out, '')
    assert.match(err, sentence)
    assert.doesNotMatch(err, /\n\s+at /)
  }
  assert.equal(await db.account.count(), before)
})

test('a wrong variable, and a database that does not answer, are told in a sentence without the password', async () => {
  const variable = await onRecord(['import', 'quay.txt', '--publisher', 'X'], { env: { MAX_TEXT_MB: 'much' } })
  assert.deepEqual(variable, {
    code: 1,
    out: '',
    err: 'MAX_TEXT_MB should be a number of megabytes. See .env.example.\n',
  })

  const env = { DATABASE_URL: 'postgres://desk:secret@127.0.0.1:9/none' }
  const { code, err } = await onRecord(['import', 'quay.txt', '--publisher', 'X'], { env })
  assert.equal(code, 1)
  assert.match(
    err,
    /^The database at 127\.0\.0\.1:9\/none does not answer \(.*ECONNREFUSED.*\)\. Look at DATABASE_URL, .*\n$/,
  )
  assert.doesNotMatch(err, /secret/)
})

test('originals are checked and written to one archive; what is missing is named', async () => {
  await onRecord(['import', write('kept.txt', 'Kept as it came'), '--publisher', 'Coast Wire'])
  const { db } = database
  const count = await db.original.count()
  const counted = count === 1 ? '1 original' : `${count} originals`
  assert.equal((await onRecord(['originals', 'check'])).out, `${counted} intact.\n`)
  const file = path.join(folder, 'all.warc.gz')
  assert.equal((await onRecord(['originals', 'export', file])).out, `${counted} written to ${file}.\n`)
  const archive = gunzipSync(fs.readFileSync(file)).toString()
  assert.equal(archive.match(/^WARC-Type: (?:resource|response)\r$/gm)?.length, count)
  assert.match(archive, /\r\n\r\nKept as it came\r\n\r\n/)
  assert.match((await onRecord(['originals', 'export', file])).err, /all\.warc\.gz already exists/)
  const nowhere = await onRecord(['originals', 'export', path.join(folder, 'none', 'all.warc.gz')])
  assert.match(nowhere.err, /^.*all\.warc\.gz can’t be written: ENOENT.*\n$/)

  // Kept in the database before there was a folder: it is no proof that the folder has it.
  const older = Buffer.from('Kept before')
  const sha256 = hashOf(older)
  await db.originalBytes.create({ data: { sha256, bytes: Uint8Array.from(older) } })
  const { id: olderId } = await db.original.create({ data: { sha256, size: older.length, name: 'older' } })
  const env = { ORIGINALS_DIR: path.join(dataDir, 'originals') }
  const told = `${count + 1} originals intact. Still in the database only: ${skipOnServer ? count + 1 : 1}.\n`
  assert.equal((await onRecord(['originals', 'check'], { env })).out, told)
  await db.original.delete({ where: { id: olderId } })
  await db.originalBytes.delete({ where: { sha256 } })

  const { id } = await db.original.create({ data: { sha256: '0'.repeat(64), size: 1, name: 'lost' } })
  const { code, out, err } = await onRecord(['originals', 'check'])
  assert.deepEqual([code, out], [1, `${counted} intact.\n`])
  assert.match(err, new RegExp(`^Original ${id} \\(0{64}\\): The original is missing from where`))
  const move = (from: string) => onRecord(['originals', 'move', '--from', from])
  const moved = await move('database')
  assert.match(
    moved.err,
    /^0{64}: The original is missing .*\n0 originals copied, \d already there\. Not copied: 1\.\n$/,
  )
  await db.original.delete({ where: { id } })
  assert.match(
    (await move('database')).out,
    /^0 originals copied, \d already there\. Nothing was removed from the old place/,
  )
  assert.match((await move('nowhere')).err, /^nowhere does not exist\. Name a directory, the address of a bucket, or /)
  assert.match((await move('https://s3.example.org/desk')).err, /^Set ORIGINALS_BUCKET_KEY and ORIGINALS_BUCKET_SECRET/)
})

test('bytes that no original names are listed, and removed if that is asked for and the database can be written to', async (t) => {
  const { db, pool } = database
  const sha256 = hashOf(Buffer.from('alone'))
  await db.originalBytes.create({ data: { sha256, bytes: Buffer.from('alone') } })
  const listed = await onRecord(['originals', 'sweep'])
  assert.match(
    listed.out,
    new RegExp(`^${sha256}  in the database\\nNot used by this database: 1, of which older than a day: 1\\. Before`),
  )

  const client = await pool.connect()
  t.after(() => client.release(true))
  const name = `"${(await client.query<{ name: string }>('SELECT current_database() AS name')).rows[0]?.name}"`
  await client.query(`ALTER DATABASE ${name} SET default_transaction_read_only = on`)
  if (!skipOnServer) await client.query('SET default_transaction_read_only = on')
  const refused = await onRecord(['originals', 'sweep', '--remove'])
  await client.query('SET default_transaction_read_only = off')
  await client.query(`ALTER DATABASE ${name} RESET default_transaction_read_only`)
  assert.equal(refused.code, 1)
  assert.match(refused.err, /is read-only, and nothing was removed\. Not used by this database: 1, .*: 1\.$/m)
  assert.equal(await db.originalBytes.count({ where: { sha256 } }), 1)
  assert.match((await onRecord(['originals', 'sweep', '--remove'])).out, /, removed\nNot used .* Removed: 1\.\n$/)
  assert.equal(await db.originalBytes.count({ where: { sha256 } }), 0)
})

test(
  'while no desk runs, the command opens the data directory itself and leaves it free',
  { skip: skipOnServer },
  async () => {
    await database.close()
    const { code, out } = await onRecord(['import', write('alone.txt', 'Alone at night'), '--publisher', 'Coast Wire'])
    database = await openDatabase({ dataDir })
    assert.equal(code, 0)
    assert.match(out, /^alone\.txt: imported as document \d+/)
    assert.equal(await database.db.document.count({ where: { title: 'Alone at night' } }), 1)
  },
)
