import assert from 'node:assert/strict'
import { after, type TestContext, test } from 'node:test'
import { load } from 'cheerio'
import type request from 'supertest'
import { networkOf } from '../src/web/network.ts'
import { openTestDesk } from './support/desk.ts'
import { makeAccount, signIn, visitor } from './support/world.ts'

/** How long answers were kept back, in milliseconds. */
const pauses: number[] = []
const guessing = {
  address: { failures: 12, minutes: 15 },
  pair: { failures: 3, seconds: 30, mostSeconds: 100 },
  account: { failures: 6, mostSeconds: 2 },
  pause: async (milliseconds: number) => void pauses.push(milliseconds),
}
const { app, db, close } = await openTestDesk({ environment: { TRUST_PROXY: '1' }, guessing })
after(close)

let addresses = 0
/** An address that nobody guessed from yet. */
const anAddress = () => `198.51.100.${++addresses}`
const wrong = 'words that are not it'

type Browser = ReturnType<typeof visitor>
type Tried = { email: string; password?: string; from: string; browser?: Browser }
function tryToSignIn({ email, password = wrong, from, browser = visitor(app) }: Tried): request.Test {
  return browser.post('/session').set('X-Forwarded-For', from).type('form').send({ email, password, next: '/claims' })
}

async function guess(times: number, tried: Tried): Promise<number[]> {
  const answers: number[] = []
  for (let n = 0; n < times; n++) answers.push((await tryToSignIn(tried)).status)
  return answers
}

/** A clock that a test sets forward. */
function holdClock({ mock }: TestContext) {
  mock.timers.enable({ apis: ['Date'], now: Date.now() })
  return (seconds: number) => mock.timers.tick(seconds * 1000)
}

test('whoever guesses one account from one address waits longer and longer, and is told how long', async (t) => {
  const forward = holdClock(t)
  const { email, password } = await makeAccount(db, 'editor')
  const from = anAddress()
  assert.deepEqual(await guess(3, { email, from }), [422, 422, 422])

  const held = await tryToSignIn({ email, from })
  assert.equal(held.status, 429)
  assert.equal(held.headers['retry-after'], '30')
  const page = load(held.text)
  assert.match(page('[role=alert]').text(), /Too many wrong passwords.*Try again in 30 seconds/)
  assert.equal(page('input[name=email]').val(), email, 'the words are kept')
  assert.equal(page('input[name=next]').val(), '/claims')
  assert.ok(!held.text.includes(wrong), 'but for the password')

  for (const wait of [30, 60, 100, 100]) {
    assert.equal((await tryToSignIn({ email, from, password })).status, 429, 'the right one is not looked at either')
    forward(wait + 1)
    assert.equal((await tryToSignIn({ email, from })).status, 422)
  }
  forward(101)
  await tryToSignIn({ email, from, password }).expect(303)
  assert.deepEqual(await guess(2, { email, from }), [422, 422], 'whoever was right begins anew')
  await tryToSignIn({ email, from, password }).expect(303)
})

test('a program that must wait is answered with a problem', async (t) => {
  holdClock(t)
  const email = 'nobody@desk.example'
  const from = anAddress()
  await guess(3, { email, from })
  const { body, headers } = await tryToSignIn({ email, from }).set('Accept', 'application/json').expect(429)
  assert.match(headers['content-type'] ?? '', /^application\/problem\+json/)
  assert.equal(body.status, 429)
  assert.match(String(body.detail), /Try again in \d+ seconds/)
})

test('guesses from many addresses slow the real person down by seconds, and never lock them out', async (t) => {
  holdClock(t)
  const { email, password } = await makeAccount(db, 'editor')
  pauses.length = 0
  for (let n = 0; n < 20; n++) assert.equal((await tryToSignIn({ email, from: anAddress() })).status, 422)
  assert.deepEqual(pauses.slice(0, 5), [500, 1000, 1500, 2000, 2000], 'the first six answers came at once')
  await tryToSignIn({ email, password, from: anAddress() }).expect(303)
  assert.equal(Math.max(...pauses), 2000)
})

test('where somebody signed in before, a stranger’s guesses do not count, even from the same address', async (t) => {
  holdClock(t)
  const { email, password } = await makeAccount(db, 'editor')
  const from = anAddress()
  const browser = visitor(app)
  const first = await tryToSignIn({ email, password, from, browser }).expect(303)
  const [mark] = (first.get('Set-Cookie') ?? []).filter((cookie) => cookie.startsWith('known_'))
  assert.match(mark ?? '', /Path=\/session; .*HttpOnly; SameSite=Lax/)
  assert.ok(Number(/Max-Age=(\d+)/.exec(mark ?? '')?.[1]) > 300 * 24 * 60 * 60)
  await browser.post('/session/end').expect(303)

  assert.deepEqual(await guess(4, { email, from }), [422, 422, 422, 429])
  pauses.length = 0
  await tryToSignIn({ email, password, from, browser }).expect(303)
  assert.deepEqual(pauses, [])
  assert.equal((await tryToSignIn({ email, password, from })).status, 429, 'another browser there still waits')

  await browser.post('/session/end').expect(303)
  assert.deepEqual(await guess(4, { email, from, browser }), [422, 422, 422, 429], 'its own guesses count')
})

test('a mark that somebody made up or that is for another account is none', async (t) => {
  holdClock(t)
  const [one, two] = [await makeAccount(db, 'editor'), await makeAccount(db, 'editor')]
  const from = anAddress()
  const signedIn = await tryToSignIn({ ...one, from }).expect(303)
  const cookies = (signedIn.get('Set-Cookie') ?? []).map((cookie) => cookie.split(';')[0] ?? '')
  const mark = cookies.find((cookie) => cookie.startsWith('known_')) ?? ''
  await guess(3, { email: one.email, from })
  await guess(3, { email: two.email, from })
  const withCookie = (tried: Tried, cookie: string) => tryToSignIn(tried).set('Cookie', cookie)
  await withCookie(
    { ...one, from },
    mark.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')).replace('=', '=x'),
  ).expect(429)
  await withCookie({ ...one, from }, `${mark.split('=')[0]}=made.up`).expect(429)
  await withCookie({ ...two, from }, mark).expect(429)
  await withCookie({ ...one, from }, mark).expect(303)
})

test('guesses at many accounts from one address are stopped there, and only there', async (t) => {
  const forward = holdClock(t)
  const { email, password } = await makeAccount(db, 'editor')
  const from = anAddress()
  for (let n = 0; n < 12; n++) assert.equal((await tryToSignIn({ email: `guess-${n}@desk.example`, from })).status, 422)
  const held = await tryToSignIn({ email, password, from }).expect(429)
  const wait = Number(held.headers['retry-after'])
  assert.ok(wait > 14 * 60 && wait <= 15 * 60)
  assert.match(load(held.text)('[role=alert]').text(), /Try again in 15 minutes/)
  await tryToSignIn({ email, password, from: anAddress() }).expect(303)
  forward(wait + 1)
  await tryToSignIn({ email, password, from }).expect(303)
})

test('those who sign in rightly do not use up the address of their office', async (t) => {
  holdClock(t)
  const account = await makeAccount(db, 'editor')
  const from = anAddress()
  for (let n = 0; n < 15; n++) await tryToSignIn({ ...account, from }).expect(303)
})

test('many guesses at the same time count as one after the other', async (t) => {
  holdClock(t)
  const { email } = await makeAccount(db, 'editor')
  const from = anAddress()
  const answers = await Promise.all(Array.from({ length: 10 }, () => tryToSignIn({ email, from })))
  const looked = answers.filter(({ status }) => status === 422)
  assert.equal(looked.length, 3)
  assert.ok(answers.every(({ status }) => status === 422 || status === 429))
})

test('an unknown address is answered, limited and slowed as a known one', async (t) => {
  holdClock(t)
  const known = (await makeAccount(db, 'editor')).email
  const tell = async (email: string) => {
    pauses.length = 0
    const from = anAddress()
    const answers: [number, string][] = []
    for (let n = 0; n < 5; n++) {
      const { status, text } = await tryToSignIn({ email, from })
      answers.push([status, load(text)('[role=alert]').text()])
    }
    for (let n = 0; n < 6; n++) await tryToSignIn({ email, from: anAddress() })
    return { answers, pauses: [...pauses] }
  }
  assert.deepEqual(await tell('never-here@desk.example'), await tell(known))
})

test('an IPv6 guesser is counted by the network, an IPv4 one by the address', async (t) => {
  holdClock(t)
  assert.equal(networkOf('2001:db8:1:2:3:4:5:6'), networkOf('2001:db8:1:2::9'))
  assert.notEqual(networkOf('2001:db8:1:2::9'), networkOf('2001:db8:1:3::9'))
  assert.equal(networkOf('2001:DB8:0:0::1'), '2001:db8:0:0::/64')
  assert.equal(networkOf('fe80::1%eth0'), 'fe80:0:0:0::/64')
  assert.equal(networkOf('::1'), '0:0:0:0::/64')
  assert.equal(networkOf('::ffff:192.0.2.7'), '192.0.2.7')
  assert.equal(networkOf('192.0.2.7'), '192.0.2.7')
  const { email } = await makeAccount(db, 'editor')
  await guess(3, { email, from: '2001:db8:7::1' })
  assert.equal((await tryToSignIn({ email, from: '2001:db8:7::2' })).status, 429)
  assert.equal((await tryToSignIn({ email, from: '2001:db8:8::2' })).status, 422)
})

test('an address that the guesser makes up counts for nothing where no proxy is trusted', async (t) => {
  holdClock(t)
  const plain = await openTestDesk({ guessing })
  try {
    const { email } = await makeAccount(plain.db, 'editor')
    const answers: number[] = []
    for (let n = 0; n < 4; n++) {
      const { status } = await visitor(plain.app)
        .post('/session')
        .set('X-Forwarded-For', anAddress())
        .type('form')
        .send({ email, password: wrong })
      answers.push(status)
    }
    assert.deepEqual(answers, [422, 422, 422, 429])
  } finally {
    await plain.close()
  }
})

test('neither addresses nor e-mail addresses can be read where guesses are counted', async () => {
  const { email } = await makeAccount(db, 'editor')
  const from = '203.0.113.77'
  await guess(4, { email, from })
  const rows = await db.guess.findMany()
  assert.ok(rows.length > 0)
  for (const { key } of rows) assert.match(key, /^(address|account|pair|turn):[\w-]{43}$/)
})

test('whoever finds a desk unattended can’t try passwords on its account page', async (t) => {
  holdClock(t)
  const account = await makeAccount(db, 'editor')
  const browser = await signIn(app, account)
  const change = (present: string) =>
    browser.post('/account/password').type('form').send({ present, password: 'entirely new words' })
  for (let n = 0; n < 3; n++) await change(wrong).expect(422)
  const held = await change(account.password).expect(429)
  assert.equal(held.headers['retry-after'], '30')
  await signIn(app, account)
})

test('sentences and long words in the wrong fields are refused without a fault', async () => {
  const from = anAddress()
  await tryToSignIn({ email: 'x'.repeat(5000), from }).expect(422)
  await tryToSignIn({ email: '\u0000', from }).expect(422)
  await tryToSignIn({ email: 'a@desk.example', password: 'x'.repeat(2000), from }).expect(422)
  await visitor(app)
    .post('/session')
    .send({ email: ['a'], password: { b: 1 } })
    .expect(422)
})
