import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { load } from 'cheerio'
import type { Request, Response } from 'express'
import request from 'supertest'
import { noticeCookie, notices } from '../src/web/notices.ts'
import { openTestDesk } from './support/desk.ts'
import { makeAccount, makeDocument, recordOn, signIn, stateClaim, visitor } from './support/world.ts'

const { app, db, pool, close } = await openTestDesk({ cachePages: true })
after(close)
const account = await makeAccount(db, 'editor')
const editor = await signIn(app, account)
await editor.get('/desk').expect(200)

const said = (page: { text: string }) => load(page.text)('[role=status].notice').text()
const left = ({ headers }: { headers: Record<string, unknown> }) =>
  ((headers['set-cookie'] ?? []) as string[]).filter((cookie) => cookie.startsWith(`${noticeCookie}=`))

/** A change of the desk that says something: the editor keeps a list. */
const keepList = (name: string) => editor.post('/desk/filters').type('form').send({ name, query: 'view=mine' })

test('what a change has to say is said on the next page, once, to nobody else, and by no look at data or assets', async () => {
  await keepList('Lists of the coast').expect(303)
  await editor.get('/desk').set('Accept', 'application/json').expect(200)
  await editor.get('/healthz').expect(200)
  assert.equal(said(await visitor(app).get('/').expect(200)), '')
  assert.match(said(await editor.get('/desk').expect(200)), /saved as “Lists of the coast”/)
  assert.equal(said(await editor.get('/desk').expect(200)), '')
})

test('it writes no session', async () => {
  const stored = async (): Promise<unknown> =>
    (await pool.query(`SELECT xmin, "sess" FROM "session" ORDER BY "sid"`)).rows
  const before = await stored()
  await keepList('Another list').expect(303)
  assert.notEqual(said(await editor.get('/desk').expect(200)), '')
  assert.deepEqual(await stored(), before)
})

test('it goes along where the page is at another address by now', async () => {
  const { id } = await makeDocument(db)
  const claim = await stateClaim(db, (await recordOn(db, id)).id)
  await editor.post(`/claims/${claim.id}/notes`).type('form').send({ kind: 'comment', body: 'Ask again.' }).expect(303)
  const led = await editor.get(`/claims/${claim.id}`).expect(301)
  assert.equal(left(led).length, 1, 'one cookie of that name')
  assert.match(said(await editor.get(String(led.headers['location'])).expect(200)), /The note is written/)
})

test('a cookie that the desk did not write says nothing, and no page with a notice is kept for others', async () => {
  const [cookie = ''] = left(await keepList('A third').expect(303))
  const [pair = ''] = cookie.split(';')
  const [text = '', signature = ''] = pair.slice(noticeCookie.length + 1).split('.')
  const open = async (value: string) => said(await request(app).get('/').set('Cookie', `${noticeCookie}=${value}`))
  for (const forged of ['', '.', 'x', text, `${text}.`, `${text}.${signature}x`, `${text}x.${signature}`])
    assert.equal(await open(forged), '', forged)
  assert.match(await open(`${text}.${signature}`), /A third/)
  assert.equal(said(await request(app).get('/')), '')
})

test('a long one is cut at a whole letter, so that browsers take its cookie', () => {
  const cookies: string[] = []
  const req = { headers: {}, method: 'POST' } as Request
  const res = {
    locals: {},
    getHeader: () => undefined,
    removeHeader: () => undefined,
    cookie: (_: string, value: string) => cookies.push(value),
  } as unknown as Response
  void notices({ baseUrl: 'http://desk.example.org' }, 'secret')(req, res, () => {})
  req.leaveNotice(`${'𝔖'.repeat(900)}.`)
  const [sent = ''] = cookies
  assert.ok(sent.length < 3900, `${sent.length} letters`)
  assert.match(Buffer.from(sent.split('.')[0] ?? '', 'base64url').toString(), /^𝔖+…$/u)
})
