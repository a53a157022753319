import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { load } from 'cheerio'
import fc from 'fast-check'
import { invite } from '../src/accounts/invitations.ts'
import { createAccount, makePassword } from '../src/accounts/accounts.ts'
import { makeReset } from '../src/accounts/resets.ts'
import { judgePassword } from '../src/accounts/strength.ts'
import { Refused } from '../src/refused.ts'
import { openTestDesk } from './support/desk.ts'
import { makeAccount, signIn, visitor } from './support/world.ts'

const setupToken = 'a-secret-of-the-first-start'
const { app, db, close } = await openTestDesk({ setupToken })
after(close)

const weak = ['password1234', 'qwertyuiop12', '123456789012', 'aaaaaaaaaaaa', 'passwordpassword', 'P@ssw0rd2024!']
const strong = ['four plain words here', 'correct horse battery staple', 'плотина и весна опять', makePassword()]

test('what everybody uses, repeats or finds on the keyboard is too easy to guess; words that do not belong together are not', async () => {
  for (const password of weak) {
    const { isEnough, sentence } = await judgePassword(password)
    assert.equal(isEnough, false, password)
    assert.match(sentence, /^Too easy to guess: .+\. Take four or more words/)
  }
  for (const password of strong) assert.equal((await judgePassword(password)).isEnough, true, password)
  assert.match((await judgePassword('short')).sentence, /^Too short: 7 more characters/)
  assert.match((await judgePassword('123456789012')).sentence, /most common passwords/)
})

test('what is known of the account makes no good password', async () => {
  const about = { email: 'wilhelmina.quackenbush@coastwire.example', name: 'Wilhelmina Quackenbush' }
  for (const password of ['Wilhelmina Quackenbush', 'quackenbush-coastwire']) {
    assert.equal((await judgePassword(password, about)).isEnough, false, password)
  }
})

test('the first administrator can’t begin with a password that everybody guesses', async () => {
  const sent = { name: 'Ada', email: 'ada@desk.example', token: setupToken }
  for (const password of weak) {
    const page = await visitor(app)
      .post('/setup')
      .type('form')
      .send({ ...sent, password })
      .expect(422)
    const $ = load(page.text)
    assert.match($('#password-error').text(), /Too easy to guess: .*Take four or more words/)
    assert.equal($('#name').val(), 'Ada')
    assert.ok(!page.text.includes(password), 'and it does not come back')
  }
  assert.equal(await db.account.count(), 0)
})

test('nowhere else can one be chosen either: not by invitation, reset, on one’s own page, or past all pages', async () => {
  const admin = await makeAccount(db, 'admin')
  const editor = await makeAccount(db, 'editor')
  const own = await signIn(app, editor)
  const { secret } = await invite(db, { email: 'ines@desk.example', name: 'Ines', role: 'editor', by: admin.id })
  const { secret: reset } = await makeReset(db, { accountId: editor.id, by: admin.id })
  const password = 'Password1234'
  const said = /Too easy to guess/
  await visitor(app).post(`/invitation/${secret}`).type('form').send({ name: 'Ines', password }).expect(422, said)
  await visitor(app).post(`/reset/${reset}`).type('form').send({ password }).expect(422, said)
  const changed = await own
    .post('/account/password')
    .type('form')
    .send({ present: editor.password, password })
    .expect(422, said)
  assert.match(load(changed.text)('#password-error').text(), said)
  await assert.rejects(
    createAccount(db, { email: 'x@desk.example', name: 'X', role: 'editor', password, by: null }),
    (error) => error instanceof Refused && said.test(error.message),
  )
  await visitor(app).get(`/invitation/${secret}`).expect(200)
  await signIn(app, editor)
})

test('each page where one is chosen says beforehand what it takes', async () => {
  const admin = await makeAccount(db, 'admin')
  const browser = await signIn(app, admin)
  const { secret } = await makeReset(db, { accountId: admin.id, by: null })
  for (const address of ['/account', `/reset/${secret}`]) {
    const $ = load((await browser.get(address).expect(200)).text)
    assert.match($('#password-hint').text(), /At least 12 characters, and hard to guess: four or more words/)
    assert.equal($('[data-strength] #password').length, 1)
  }
})

test('a page asks while somebody types, and gets degree and sentence, kept by nobody', async () => {
  const ask = (body: object) => visitor(app).post('/password-strength').set('Accept', 'application/json').send(body)
  const { body, headers } = await ask({ password: 'password1234' }).expect(200)
  assert.equal(body.isEnough, false)
  assert.ok(body.degree < 4)
  assert.match(String(body.sentence), /Too easy to guess/)
  assert.match(headers['cache-control'] ?? '', /no-store/)
  assert.equal((await ask({ password: 'four plain words here' }).expect(200)).body.isEnough, true)
  assert.equal((await ask({ password: ['a'], email: { b: 1 } }).expect(200)).body.isEnough, false)
  await visitor(app)
    .post('/password-strength')
    .set({ 'Sec-Fetch-Site': 'cross-site' })
    .send({ password: 'x' })
    .expect(403)
})

test('nobody can keep the desk busy with judging passwords', async () => {
  const other = await openTestDesk()
  try {
    const ask = () => visitor(other.app).post('/password-strength').send({ password: 'short' })
    const answers = []
    for (let n = 0; n < 61; n++) answers.push(await ask())
    assert.equal(answers[59]?.status, 200)
    const last = answers[60] ?? assert.fail()
    assert.equal(last.status, 429)
    assert.ok(Number(last.headers['retry-after']) >= 1)
    assert.match(String(last.body.detail), /judged again in \d+ seconds/)
  } finally {
    await other.close()
  }
})

test('of a long password the beginning is judged, so that none takes long', async () => {
  const signs = fc.constantFrom(...'4@8({[</369&#!1|0$5+7%2aA1é漢😀 ')
  await fc.assert(
    fc.asyncProperty(fc.array(signs, { minLength: 40, maxLength: 1000 }), async (letters) => {
      const password = letters.join('')
      assert.deepEqual(await judgePassword(password), await judgePassword(password.slice(0, 40)))
    }),
    { numRuns: 60, examples: [['4@8({[</369&#!1|0$5'.repeat(50).split('')], ['01012020'.repeat(100).split('')]] },
  )
})
