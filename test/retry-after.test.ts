import assert from 'node:assert/strict'
import { test } from 'node:test'
import express, { type Response } from 'express'
import request from 'supertest'
import { pino } from 'pino'
import { Prisma } from '../src/database/client/client.ts'
import { Full, TooSoon } from '../src/refused.ts'
import { showError } from '../src/web/errors.ts'
import { forWhom } from '../src/web/for-whom.ts'

/** The hallway's first door and its last, and between them whatever an answer can be. */
function answering(answer: (res: Response) => unknown) {
  const app = express()
  app.use((req, _res, next) => {
    Object.assign(req, { viewer: null, bearsToken: false, hasSession: false, log: pino({ level: 'silent' }) })
    next()
  })
  app.use(forWhom)
  app.get('/', (_req, res) => void answer(res))
  app.use(showError)
  return request(app).get('/').set('Accept', 'application/json')
}

const ways: Record<string, (status: number, res: Response) => unknown> = {
  'a page or data': (status, res) => res.status(status).json({}),
  'nothing at all': (status, res) => res.sendStatus(status),
  'headers written by hand': (status, res) => res.writeHead(status, { 'Content-Type': 'text/plain' }).end('later'),
  'headers written as a list': (status, res) => res.writeHead(status, ['Content-Type', 'text/plain']).end('later'),
  'a stream': (status, res) => {
    res.status(status).write('later')
    res.end()
  },
}

for (const [how, send] of Object.entries(ways)) {
  for (const status of [429, 503, 507]) {
    test(`every ${status} says when to come back: ${how}`, async () => {
      const { headers } = await answering((res) => send(status, res)).expect(status)
      assert.match(String(headers['retry-after']), /^[1-9]\d*$/)
    })
  }
  test(`what is not refused for now says nothing of it: ${how}`, async () => {
    const { headers } = await answering((res) => send(422, res)).expect(422)
    assert.equal(headers['retry-after'], undefined)
  })
}

test('who knows better when to come back is not overruled', async () => {
  await answering((res) => res.status(503).set('Retry-After', '90').end()).expect('Retry-After', '90')
})

const known = (code: string, meta = {}) =>
  new Prisma.PrismaClientKnownRequestError('told by the database', { code, clientVersion: '7', meta })
const fromDriver = (originalCode: string) => known('P2010', { driverAdapterError: { cause: { originalCode } } })
const failures: Record<string, [unknown, number]> = {
  'no connection was free': [known('P2024'), 503],
  'a transaction did not begin in time': [known('P2028'), 503],
  'two transactions were in each other’s way': [known('P2034'), 503],
  'a lock was waited for too long': [fromDriver('55P03'), 503],
  'two waited for each other': [fromDriver('40P01'), 503],
  'the database is gone': [Object.assign(new Error('no'), { code: 'ECONNREFUSED' }), 503],
  'the database stops': [fromDriver('57P01'), 503],
  'the disk is full': [fromDriver('53100'), 507],
  'as much waits as is taken in': [new Full({ form: 'Too many wait' }), 503],
  'it was tried too often': [new TooSoon(42, { form: 'Too often' }), 429],
}

for (const [what, [failure, status]] of Object.entries(failures)) {
  test(`when to come back is told where ${what}`, async () => {
    const { headers } = await answering(() => {
      throw failure
    }).expect(status)
    const expected = failure instanceof TooSoon ? /^42$/ : failure instanceof Full ? /^3600$/ : /^[1-9]\d*$/
    assert.match(String(headers['retry-after']), expected)
  })
}
