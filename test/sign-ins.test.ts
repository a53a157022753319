import assert from 'node:assert/strict'
import { after, type TestContext, test } from 'node:test'
import { load } from 'cheerio'
import { pino } from 'pino'
import { kept, openSignInBook } from '../src/accounts/sign-in-book.ts'
import { invite } from '../src/accounts/invitations.ts'
import { makeReset } from '../src/accounts/resets.ts'
import { createApp } from '../src/app.ts'
import { openTestDesk } from './support/desk.ts'
import { makeAccount, signIn, visitor } from './support/world.ts'

const desk = await openTestDesk({ environment: { TRUST_PROXY: '1' } })
const { db, config, database } = desk
after(() => desk.close())
const lines: string[] = []
const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) })
const app = createApp({ config, database, log, cachePages: false })
const json = { Accept: 'application/json' }
const admin = await makeAccount(db, 'admin')
const adminBrowser = await signIn(app, admin)

type SignIn = {
  kind: string
  account: { id: number } | null
  from: string
  what: string
  typed: string | null
  times: number
}
async function listed(query = ''): Promise<SignIn[]> {
  return ((await adminBrowser.get(`/sign-ins${query}`).set(json).expect(200)).body as { signIns: SignIn[] }).signIns
}
const find = async (from: string, kind: string) =>
  (await listed()).find((one) => one.from === from && one.kind === kind) ?? assert.fail(`${kind} from ${from}`)
const tryFrom = (from: string, sent: object) =>
  visitor(app).post('/session').set('X-Forwarded-For', from).type('form').send(sent)

/** A clock that a test sets forward; where it stands, no hour ends, by which sign-ins are summed up. */
function holdClock({ mock }: TestContext) {
  mock.timers.enable({ apis: ['Date'], now: Date.now() })
  return (milliseconds: number) => mock.timers.tick(milliseconds)
}

test('failed sign-ins are summed up: who, from where, what and how often', async (t) => {
  holdClock(t)
  const { id, email } = await makeAccount(db, 'editor')
  for (let n = 0; n < 3; n++) await tryFrom('192.0.2.1', { email, password: 'guessed words' }).expect(422)
  const wrong = await find('192.0.2.1', 'wrong_password')
  assert.deepEqual([wrong.account?.id, wrong.what, wrong.times], [id, 'Wrong password', 3])
  for (const typed of ['nobody@desk.example', 'my secret password'])
    await tryFrom('192.0.2.2', { email: typed, password: 'guessed words' }).expect(422)
  const unknown = await find('192.0.2.2', 'no_account')
  assert.deepEqual([unknown.account, unknown.typed, unknown.times], [null, 'nobody@desk.example', 2])
  for (let n = 0; n < 4; n++) await tryFrom('192.0.2.1', { email, password: 'guessed words' })
  const held = await find('192.0.2.1', 'too_many')
  assert.deepEqual([held.account?.id, held.times], [id, 2])
})

test('a disabled account, a new browser, used links, bad tokens and refusals are told, too', async (t) => {
  holdClock(t)
  const closed = await makeAccount(db, 'editor')
  await db.account.update({ where: { id: closed.id }, data: { disabledAt: new Date() } })
  await tryFrom('192.0.2.3', closed).expect(422)
  assert.equal((await find('192.0.2.3', 'disabled_account')).account?.id, closed.id)

  const editor = await makeAccount(db, 'editor')
  const browser = visitor(app)
  const comeIn = () =>
    browser.post('/session').set('X-Forwarded-For', '192.0.2.4').type('form').send(editor).expect(303)
  await comeIn()
  await comeIn()
  assert.deepEqual(
    [(await find('192.0.2.4', 'new_browser')).account?.id, (await find('192.0.2.4', 'new_browser')).times],
    [editor.id, 1],
  )

  const { secret } = await makeReset(db, { accountId: editor.id, by: admin.id })
  await makeReset(db, { accountId: editor.id, by: admin.id })
  const from = (address: string) => ({ 'X-Forwarded-For': address })
  await visitor(app).get(`/reset/${secret}`).set(from('192.0.2.5')).expect(410)
  await visitor(app).get('/invitation/made-up').set(from('192.0.2.5')).expect(404)
  const links = (await listed()).filter((one) => one.from === '192.0.2.5')
  assert.deepEqual(links.map(({ what, account }) => [what, account?.id ?? null]).sort(), [
    ['Invalid or expired link: for a new password, used or no longer good', editor.id],
    ['Invalid or expired link: of an invitation, unknown', null],
  ])

  await visitor(app)
    .get('/documents')
    .set({ ...json, ...from('192.0.2.6'), Authorization: 'Bearer onr_x' })
    .expect(401)
  await find('192.0.2.6', 'bad_token')
  await browser
    .get('/accounts')
    .set({ ...json, ...from('192.0.2.7') })
    .expect(403)
  const refused = await find('192.0.2.7', 'refused')
  assert.deepEqual([refused.account?.id, refused.what], [editor.id, 'Not allowed: manage accounts'])
  await visitor(app).get('/desk').set(from('192.0.2.8')).set('Accept', 'text/html').expect(303)
  assert.equal(
    (await listed()).some((one) => one.from === '192.0.2.8'),
    false,
    'who is shown the way in did nothing',
  )
})

test('limits on requests are told', async (t) => {
  holdClock(t)
  const small = await openTestDesk({ environment: { REQUESTS_PER_MINUTE: '1' } })
  try {
    const boss = await signIn(small.app, await makeAccount(small.db, 'admin'))
    for (let n = 0; n < 3; n++) await visitor(small.app).get('/documents').set(json)
    const page = load((await boss.get('/sign-ins?kind=too_many').expect(200)).text)
    assert.match(page('.sign-ins').text(), /Too many attempts: refused: requests, 2 times/)
  } finally {
    await small.close()
  }
})

test('each is a line in the log with its facts, and nowhere stands a password, token or secret of a link', async () => {
  const { email, id } = await makeAccount(db, 'editor')
  const { secret } = await invite(db, { email: 'ivo@desk.example', name: '', role: 'editor', by: admin.id })
  await db.invitation.updateMany({ where: { email: 'ivo@desk.example' }, data: { expiresAt: new Date() } })
  lines.length = 0
  const secrets = ['hunter2 hunter2', 'onr_made_up_token', secret, 'Tr0ub4dor']
  await tryFrom('192.0.2.9', { email, password: secrets[0] }).expect(422)
  await tryFrom('192.0.2.9', { email: secrets[3], password: secrets[0] }).expect(422)
  await visitor(app)
    .get('/documents')
    .set({ ...json, Authorization: `Bearer ${secrets[1]}` })
    .expect(401)
  await visitor(app).get(`/invitation/${secret}`).expect(410)
  await listed()
  const told = lines.map(
    (line) => JSON.parse(line) as { msg: string; signIn?: { kind: string; accountId: number | null } },
  )
  const wrong = told.find(({ signIn }) => signIn?.kind === 'wrong_password')
  assert.equal(wrong?.signIn?.accountId, id)
  const rows = JSON.stringify(await db.signIn.findMany())
  for (const one of secrets) {
    assert.ok(!lines.join().includes(one), one)
    assert.ok(!rows.includes(one), one)
  }
})

test('a stranger with any number of addresses fills neither the table nor the disk, and hides no new browser', async (t) => {
  const forward = holdClock(t)
  const other = await openTestDesk()
  try {
    const said: string[] = []
    const quiet = pino({ level: 'info' }, { write: (line: string) => void said.push(line) })
    const book = openSignInBook(other.db, quiet)
    const req = (n: number) => ({ ip: `10.1.${n >> 8}.${n & 255}`, get: () => undefined }) as never
    for (let n = 0; n < 5000; n++) book.noteOf(req(n % 2500), { kind: 'no_account', typed: 'x@y.example' })
    const { id } = await makeAccount(other.db, 'editor')
    book.noteOf(req(9999), { kind: 'new_browser', accountId: id })
    await book.flush()
    assert.equal(await other.db.signIn.count(), 302)
    const { times } = await other.db.signIn.findFirstOrThrow({ where: { network: 'elsewhere' } })
    assert.equal(times, 5000 - 600)
    assert.equal(await other.db.signIn.count({ where: { kind: 'new_browser', accountId: id } }), 1)
    assert.ok(said.length < 700, `${said.length} lines`)

    forward((kept.days + 1) * 24 * 60 * 60 * 1000)
    const later = openSignInBook(other.db, quiet)
    later.noteOf(req(1), { kind: 'bad_token' })
    await later.flush()
    assert.equal(await other.db.signIn.count(), 1, 'what is old is forgotten')
  } finally {
    await other.close()
  }
})

test('admins alone see the page, in pages, narrowed to a kind or an account, and told when it is empty', async () => {
  const fresh = await openTestDesk()
  try {
    const boss = await makeAccount(fresh.db, 'admin')
    const browser = await signIn(fresh.app, boss)
    assert.match((await browser.get('/sign-ins?kind=refused').expect(200)).text, /Nothing of this kind so far/)
    const at = new Date()
    const rows = Array.from({ length: 120 }, (_, n) => ({
      ...{ key: `k${n}`, kind: 'wrong_password' as const, accountId: boss.id, network: `192.0.2.${n}` },
      ...{ firstAt: at, lastAt: at },
    }))
    await fresh.db.signIn.createMany({ data: rows })
    const first = load((await browser.get('/sign-ins?kind=wrong_password').expect(200)).text)
    const older = first('a[rel=next]').attr('href') ?? assert.fail('there is no second page')
    assert.match(older, /kind=wrong_password/)
    assert.equal(load((await browser.get(older).expect(200)).text)('.empty').length, 0)
    assert.match((await browser.get(`/sign-ins?account=${boss.id}`).expect(200)).text, /Show everybody/)
    assert.match((await browser.get('/accounts').expect(200)).text, /href="\/sign-ins"/)
    await browser.get('/sign-ins?account=4711').expect(404)
    const editor = await signIn(fresh.app, await makeAccount(fresh.db, 'editor'))
    await editor.get('/sign-ins').expect(403)
    await visitor(fresh.app).get('/sign-ins').set('Accept', 'text/html').expect(303)
  } finally {
    await fresh.close()
  }
})
