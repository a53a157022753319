import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { load } from 'cheerio'
import { databaseInWords } from '../src/terminal/starting.ts'
import { openTestDesk } from './support/desk.ts'
import { makeAccount, visitor } from './support/world.ts'

const setupToken = 'a-secret-of-the-first-start'
const { app, db, close } = await openTestDesk({ setupToken })
after(close)
const whereItIs = /printed where the desk was started: in that terminal, or in the log/

test('whoever comes to a desk without accounts is told where the link to the first one is', async () => {
  const reader = visitor(app)
  const bare = await reader.get('/setup').expect(200)
  assert.match(load(bare.text)('main').text(), whereItIs)
  const wrong = await reader.get('/setup?token=wrong').set('Accept', 'text/html').expect(404)
  assert.match(load(wrong.text)('main').text(), /not the link of this desk.*printed where the desk was started/s)
  const sent = { name: 'Ada', email: 'ada@desk.example', password: 'several plain words', token: 'wrong' }
  assert.match((await reader.post('/setup').type('form').send(sent).expect(404)).text, whereItIs)
  for (const page of ['/', '/session'])
    assert.match(load((await reader.get(page)).text)('main').text(), whereItIs, page)
  for (const { text } of [bare, wrong]) assert.doesNotMatch(text, new RegExp(setupToken))
  const right = await reader.get(`/setup?token=${setupToken}`).expect(200)
  assert.match(right.headers['cache-control'] ?? '', /no-store/, 'the page has the secret of the link in it')
  assert.equal(await db.account.count(), 0)
})

test('once there is an account nothing is said of it any more', async () => {
  await makeAccount(db, 'admin')
  const reader = visitor(app)
  for (const address of ['/setup', '/setup?token=wrong', `/setup?token=${setupToken}`]) {
    assert.doesNotMatch((await reader.get(address).expect(404)).text, whereItIs, address)
  }
  for (const page of ['/', '/session']) assert.doesNotMatch((await reader.get(page).expect(200)).text, whereItIs, page)
})

test('the start says at once what it does, and goes on saying so while the database keeps it waiting', async () => {
  // Takes a connection and never answers.
  const silent = net.createServer(() => {}).listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const { port } = silent.address() as AddressInfo
  const server = path.join(import.meta.dirname, '../src/server.ts')
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', server], {
    cwd: os.tmpdir(),
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      LOG_LEVEL: 'silent',
      DATABASE_URL: `postgres://desk:secret@127.0.0.1:${port}/news`,
    },
  })
  try {
    let printed = ''
    for await (const chunk of child.stdout) {
      printed += String(chunk)
      if (printed.includes('Still opening')) break
    }
    assert.match(printed, new RegExp(`^Starting On Record, opening the database news on 127\\.0\\.0\\.1:${port}\\.`))
    assert.match(printed, /^Still opening the database, for \d+ seconds so far …$/m)
    assert.doesNotMatch(printed, /secret/)
  } finally {
    child.kill('SIGKILL')
    silent.close()
  }
})

test('where the data is, is said without user and password', () => {
  const told = (databaseUrl: string) => databaseInWords({ databaseUrl, dataDir: './data' })
  assert.equal(told('postgres://desk:secret@db.example:5433/on_record'), 'the database on_record on db.example:5433')
  assert.equal(told('postgres:///news?host=/run/postgresql'), 'the database news on this machine')
  assert.equal(databaseInWords({ databaseUrl: undefined, dataDir: './data' }), 'the database in ./data')
})
