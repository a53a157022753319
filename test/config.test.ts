import assert from 'node:assert/strict'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { ConfigError, doubtsAbout, readConfig } from '../src/config.ts'

const root = path.join(import.meta.dirname, '..')
const noFile = path.join(os.tmpdir(), 'there-is-no-such.env')
const variables = namesIn('src/config.ts', /^ {2}([A-Z][A-Z_]*): /gm)

const wrong: Record<string, string[]> = {
  NODE_ENV: ['staging'],
  HOST: [],
  PORT: ['http', '-1', '65536', '80.5'],
  BASE_URL: ['desk.example.org', 'ftp://desk.example.org', 'javascript:alert(1)'],
  DATABASE_URL: ['mysql://db/on_record', 'db'],
  DATA_DIR: [],
  ORIGINALS_DIR: [],
  ORIGINALS_BUCKET: ['desk', 's3://desk', 'https://s3.example.org/', 'https://key:secret@s3.example.org/desk'],
  ORIGINALS_BUCKET_REGION: ['eu central'],
  ORIGINALS_BUCKET_KEY: [],
  ORIGINALS_BUCKET_SECRET: [],
  SESSION_SECRET: ['too short'],
  SESSION_DAYS: ['0', '-1', '366', 'two weeks'],
  SESSION_IDLE_HOURS: ['0', '-1', '8761', 'half a day'],
  TRUST_PROXY: ['yes', '-1', '0.5'],
  MAX_TEXT_MB: ['0', '-5', 'plenty', '1001'],
  DATABASE_POOL: ['1', '201', 'many'],
  DATABASE_STATEMENT_SECONDS: ['-1', 'long'],
  DATABASE_LOCK_SECONDS: ['-1', 'long'],
  DATABASE_ANSWER_SECONDS: ['-1', 'long'],
  DATABASE_START_SECONDS: ['-1', '100000'],
  REQUESTS_PER_MINUTE: ['0', '1.5', 'many'],
  READER_REQUESTS_PER_MINUTE: ['0', '1.5', 'many'],
  NEWSROOM: ['x'.repeat(101)],
  SECURITY_CONTACT: ['security', 'ftp://desk.example.org'],
  CHROMIUM: [],
  CHROMIUM_SECONDS: ['4', '601', 'long'],
  FETCH_ALLOW: ['intranet', '10.0.0.0/x', '10.0.0.1/8/9', '10.0.0.0/40'],
  PUBLISH_OWN_VERDICTS: ['yes', '1'],
  FETCH_AGAIN: ['yes', '1'],
  LOG_LEVEL: ['verbose'],
}

test('a newsroom that sets nothing gets a desk on its own machine', () => {
  const config = readConfig({}, noFile)
  assert.equal(config.baseUrl, 'http://localhost:3000')
  assert.equal(config.databaseUrl, undefined)
  assert.equal(config.maxTextBytes, 5 * 1024 * 1024)
})

test('every variable of the configuration has an example of a wrong value here', () => {
  assert.deepEqual(Object.keys(wrong).sort(), variables)
})

for (const [name, values] of Object.entries(wrong)) {
  for (const value of values) {
    test(`a start with ${name}=${value.slice(0, 40)} ends with a sentence that names ${name}`, () => {
      assert.throws(
        () => readConfig({ [name]: value }, noFile),
        (error) => {
          assert.ok(error instanceof ConfigError)
          assert.match(error.message, new RegExp(`^${name} should be \\S.*\\. See \\.env\\.example\\.$`))
          assert.doesNotMatch(error.message, /undefined|NaN|Invalid|regex|expected/i)
          return true
        },
      )
    })
  }
}

test('a desk on https that trusts no proxy is warned that nobody could sign in', () => {
  const doubts = (env: Record<string, string>) => doubtsAbout(readConfig(env, noFile))
  assert.match(doubts({ BASE_URL: 'https://desk.example.org' }).join(), /TRUST_PROXY is 0: nobody can sign in/)
  assert.deepEqual(doubts({ BASE_URL: 'https://desk.example.org', TRUST_PROXY: '1' }), [])
  assert.deepEqual(doubts({}), [])
})

test('a bucket for originals needs its keys and no directory beside it, and is not asked over the open internet unseen', () => {
  const keys = { ORIGINALS_BUCKET_KEY: 'desk', ORIGINALS_BUCKET_SECRET: 'only-the-store-knows' }
  const at = (address: string) => ({ ORIGINALS_BUCKET: address })
  const { originals } = readConfig({ ...at('https://s3.example.org/desk/in/'), ...keys }, noFile)
  const bucket = { region: 'us-east-1', key: 'desk', secret: 'only-the-store-knows' }
  assert.deepEqual(originals, { bucket: { ...bucket, address: 'https://s3.example.org/desk/in' } })
  const refused = (env: Record<string, string>, told: RegExp) => assert.throws(() => readConfig(env, noFile), told)
  refused(at('https://s3.example.org/desk'), /^Error: ORIGINALS_BUCKET_KEY and ORIGINALS_BUCKET_SECRET should be set/)
  refused({ ...at('https://s3.example.org/desk'), ...keys, ORIGINALS_DIR: 'a' }, /ORIGINALS_DIR should be empty/)
  const doubts = (address: string) => doubtsAbout(readConfig({ ...at(address), ...keys }, noFile)).join()
  for (const host of ['s3.example.org', 'localhost.example.org', '127.example.org']) {
    assert.match(doubts(`http://${host}/desk`), /ORIGINALS_BUCKET begins with http/)
  }
  assert.equal(doubts('http://127.0.0.1:9000/desk') + doubts('https://s3.example.org/desk'), '')
})

test('several wrong variables are all named at once', () => {
  assert.throws(
    () => readConfig({ PORT: 'http', LOG_LEVEL: 'loud' }, noFile),
    /PORT should be .*LOG_LEVEL should be one of/,
  )
})

test('a variable that is set to nothing counts as not set', () => {
  const config = readConfig({ PORT: '', DATABASE_URL: '', BASE_URL: '', SESSION_SECRET: '' }, noFile)
  assert.equal(config.port, 3000)
  assert.equal(config.databaseUrl, undefined)
})

test('the .env file is read, and the environment goes before it', (t) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'on-record-config-'))
  t.after(() => fs.rmSync(folder, { recursive: true }))
  const file = path.join(folder, '.env')
  fs.writeFileSync(file, 'PORT=4000\nNEWSROOM="Coast Wire"\n')

  const config = readConfig({ PORT: '5000' }, file)
  assert.equal(config.port, 5000)
  assert.equal(config.newsroom, 'Coast Wire')
})

test('addresses are made from BASE_URL without its last slash', () => {
  assert.equal(readConfig({ BASE_URL: 'https://desk.example.org/' }, noFile).baseUrl, 'https://desk.example.org')
  assert.equal(readConfig({ HOST: '0.0.0.0', PORT: '80' }, noFile).baseUrl, 'http://0.0.0.0:80')
})

test('.env.example documents each variable, and none that is not there', () => {
  assert.deepEqual(namesIn('.env.example', /^#? ?([A-Z][A-Z_]*)=/gm), variables)
})

test('.env.example can be used as it is', () => {
  assert.ok(readConfig({}, path.join(root, '.env.example')))
})

function namesIn(file: string, pattern: RegExp): string[] {
  const text = fs.readFileSync(path.join(root, file), 'utf8')
  return [...new Set(Array.from(text.matchAll(pattern), ([, name]) => name ?? ''))].sort()
}
