import assert from 'node:assert/strict'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { pino } from 'pino'
import { createApp } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { Person } from './bench/desk-person.ts'
import { engage, store } from './bench/desk-stock.ts'
import { openTestDatabase } from './support/database.ts'
import { makeAccount } from './support/world.ts'

/* What `npm run bench -- desk` measures with fifty people, done once by one of two in a small newsroom: it still works. */
test('who measures a busy desk does all that people come to do, without a wrong answer', async () => {
  const newsroom = { people: 2, claims: 600, documents: 20 }
  const config = readConfig({ NODE_ENV: 'production', LOG_LEVEL: 'silent', TRUST_PROXY: '1' }, '/dev/null')
  const database = await openTestDatabase()
  const server = http.createServer(createApp({ config, database, log: pino({ level: 'silent' }) }))
  try {
    const staff = await engage(database.pool, await makeAccount(database.db, 'reviewer'), newsroom.people)
    await store(database.pool, newsroom)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const person = new Person((server.address() as AddressInfo).port, 1, newsroom)
    await person.signIn(staff[1]!)
    await person.doEachOnce()

    const events = await database.db.event.groupBy({
      by: ['action'],
      _count: true,
      where: { NOT: { accountId: null } },
    })
    const done = Object.fromEntries(events.map(({ action, _count }) => [action, _count]))
    assert.deepEqual(done, {
      // Three of them accepted as they were suggested.
      statement_recorded: 4,
      claim_stated: 1,
      claim_linked: 1,
      verdict_given: 1,
      note_written: 1,
      work_changed: 1,
    })
  } finally {
    server.closeAllConnections()
    server.close()
    await database.close()
  }
})
