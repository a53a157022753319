import assert from 'node:assert/strict'
import { after, type TestContext, test } from 'node:test'
import request from 'supertest'
import { openTestDesk } from './support/desk.ts'
import { makeAccount, sameOrigin, signIn, type TestAccount } from './support/world.ts'

const desk = await openTestDesk()
const { app, db } = desk
after(() => desk.close())
const json = { Accept: 'application/json' }
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** A clock that a test sets forward. */
function holdClock({ mock }: TestContext) {
  mock.timers.enable({ apis: ['Date'], now: Date.now() })
  return (milliseconds: number) => mock.timers.tick(milliseconds)
}

test('a session ends after twelve hours in which nobody looked, and not before', async (t) => {
  const forward = holdClock(t)
  const browser = await signIn(app, await makeAccount(db, 'editor'))
  for (const away of [11.9 * hour, 11.9 * hour, 3 * hour]) {
    forward(away)
    await browser.get('/account').set(json).expect(200)
  }
  forward(12 * hour + minute)
  await browser.get('/account').set(json).expect(401)
})

test('a session ends after thirty days however often somebody looked', async (t) => {
  const forward = holdClock(t)
  const browser = await signIn(app, await makeAccount(db, 'editor'))
  for (let gone = 0; gone < 30 * day - 10 * hour; gone += 10 * hour) {
    await browser.get('/account').set(json).expect(200)
    forward(10 * hour)
  }
  forward(10 * hour)
  await browser.get('/account').set(json).expect(401)
})

test('what a session stores anew makes it last no longer', async (t) => {
  const forward = holdClock(t)
  const editor = await makeAccount(db, 'editor')
  const browser = await signIn(app, editor)
  // As the store does when something in a session changes.
  await db.session.updateMany({ where: { accountId: editor.id }, data: { expire: new Date(Date.now() + 90 * day) } })
  forward(13 * hour)
  await browser.get('/account').set(json).expect(401)
})

test('sessions that ended by themselves are neither listed nor counted, and go with the next sign-in', async (t) => {
  const forward = holdClock(t)
  const editor = await makeAccount(db, 'editor')
  await signIn(app, editor)
  forward(13 * hour)
  const admin = await signIn(app, await makeAccount(db, 'admin'))
  const { sessions } = (await admin.get(`/accounts/${editor.id}`).set(json).expect(200)).body as { sessions: object[] }
  assert.deepEqual(sessions, [])
  const { accounts } = (await admin.get('/accounts').set(json).expect(200)).body as {
    accounts: { id: number; sessions: number }[]
  }
  assert.equal(accounts.find(({ id }) => id === editor.id)?.sessions, 0)
  assert.equal(await db.session.count({ where: { accountId: editor.id } }), 0)
})

test('how long sessions last is set by the newsroom', async (t) => {
  const forward = holdClock(t)
  const strict = await openTestDesk({ environment: { SESSION_IDLE_HOURS: '0.5', SESSION_DAYS: '1' } })
  try {
    const editor = await makeAccount(strict.db, 'editor')
    const browser = await signIn(strict.app, editor)
    forward(31 * minute)
    await browser.get('/account').set(json).expect(401)
    const other = await signIn(strict.app, editor)
    for (let gone = 0; gone < day; gone += 20 * minute) {
      await other.get('/account').set(json).expect(200)
      forward(20 * minute)
    }
    await other.get('/account').set(json).expect(401)
  } finally {
    await strict.close()
  }
})

/** What a browser on https is sent, and what it sends back. */
const byHttps = { ...sameOrigin, 'X-Forwarded-Proto': 'https' }
const signInByHttps = (strict: typeof app, { email, password }: TestAccount) =>
  request(strict).post('/session').set(byHttps).type('form').send({ email, password }).expect(303)
const pairOf = (cookie: string) => cookie.split(';')[0] ?? ''

test('where people come by https, every cookie is one that only this host can set, or only https', async () => {
  const secure = await openTestDesk({ environment: { BASE_URL: 'https://desk.example.org', TRUST_PROXY: '1' } })
  try {
    const editor = await makeAccount(secure.db, 'editor')
    const signedIn = await signInByHttps(secure.app, editor)
    const set = signedIn.get('Set-Cookie') ?? []
    const names = set.map((cookie) => cookie.replace(/=.*/, '').replace(/known_.*/, 'known_')).sort()
    assert.deepEqual(names, ['__Host-on_record', '__Host-on_record_notice', '__Secure-known_'])
    for (const cookie of set) {
      assert.match(cookie, /; Secure/)
      assert.match(cookie, /; HttpOnly/)
      assert.match(cookie, /; SameSite=Lax/)
      assert.doesNotMatch(cookie, /; Domain/i)
      if (cookie.startsWith('__Host-')) assert.match(cookie, /; Path=\/(;|$)/)
    }

    const session = pairOf(set.find((cookie) => cookie.startsWith('__Host-on_record=')) ?? '')
    const ask = (cookie: string) =>
      request(secure.app)
        .get('/account')
        .set({ ...byHttps, ...json, Cookie: cookie })
    await ask(session).expect(200)
    await ask(session.replace('__Host-', '')).expect(401)
    const notice = pairOf(set.find((cookie) => cookie.startsWith('__Host-on_record_notice=')) ?? '')
    const page = await request(secure.app)
      .get('/desk')
      .set({ ...byHttps, Cookie: `${session}; ${notice}` })
      .expect(200)
    assert.match(page.text, /You are signed in as/)
    assert.match(
      (page.get('Set-Cookie') ?? []).join(),
      /^__Host-on_record_notice=; Path=\/; Expires=Thu, 01 Jan 1970.*Secure/,
    )

    const out = await request(secure.app)
      .post('/session/end')
      .set({ ...byHttps, Cookie: session })
      .expect(303)
    assert.match((out.get('Set-Cookie') ?? []).join(), /__Host-on_record=; Path=\/; Expires=Thu, 01 Jan 1970.*Secure/)
    await ask(session).expect(401)
  } finally {
    await secure.close()
  }
})

test('where people come by http, cookies have no such names, which browsers would drop', async () => {
  const { email, password } = await makeAccount(db, 'editor')
  const { headers } = await request(app).post('/session').set(sameOrigin).type('form').send({ email, password })
  const set = headers['set-cookie'] as unknown as string[]
  assert.ok(set.some((cookie) => cookie.startsWith('on_record=')))
  assert.doesNotMatch(set.join(), /__Host-|__Secure-|Secure/)
})
