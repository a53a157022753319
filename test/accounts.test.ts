import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { load } from 'cheerio'
import { pino } from 'pino'
import { changeAccount, changeOwnName } from '../src/accounts/accounts.ts'
import { browserInWords } from '../src/accounts/browsers.ts'
import { invite } from '../src/accounts/invitations.ts'
import { makeReset } from '../src/accounts/resets.ts'
import { createApp } from '../src/app.ts'
import { Stale } from '../src/refused.ts'
import { pageSize } from '../src/words/paging.ts'
import { openTestDesk } from './support/desk.ts'
import { openForm } from './support/forms.ts'
import { makeAccount, makeDocument, recordOn, signIn, visitor } from './support/world.ts'

const desk = await openTestDesk()
const { app, db } = desk
after(() => desk.close())
const json = { Accept: 'application/json' }
const admin = await makeAccount(db, 'admin')
const adminBrowser = await signIn(app, admin)
const day = 24 * 60 * 60 * 1000

type Answer = { text: string }
/** The link on a page that shows it once, as an address of this desk. */
function linkOn({ text }: Answer): string {
  const link = String(load(text)('textarea.secret').val())
  assert.match(link, /^http:\/\/desk\.example\.org\/(invitation|reset)\/[\w-]{43}$/)
  return link.replace('http://desk.example.org', '')
}

async function inviteByLink(email: string, more: { name?: string; role?: string } = {}) {
  return linkOn(
    await adminBrowser
      .post('/invitations')
      .type('form')
      .send({ email, role: 'editor', ...more })
      .expect(201),
  )
}

const makeResetFor = async ({ id }: { id: number }) =>
  linkOn(await adminBrowser.post(`/accounts/${id}/reset`).expect(201))

const lastEvent = (action: string) => db.event.findFirst({ where: { action }, orderBy: { id: 'desc' } })

test('an admin who is alone is told so, and that nobody is invited', async () => {
  const fresh = await openTestDesk()
  try {
    const only = await makeAccount(fresh.db, 'admin')
    const $ = load((await (await signIn(fresh.app, only)).get('/accounts').expect(200)).text)
    assert.match($('.people').text(), /Ada Brandt.*ada@coastwire\.example.*Admin.*Can sign in.*Last signed in/s)
    assert.match($('.empty').text(), /You are the only one here.*No open invitations/s)
    assert.equal($('.masthead .account a[href="/accounts"]').length, 1)
    assert.equal($('.masthead .account summary .name').text(), only.name)
  } finally {
    await fresh.close()
  }
})

test('who is no admin sees no link to the accounts, and is refused there with a page or led to sign in', async () => {
  const editor = await signIn(app, await makeAccount(db, 'editor'))
  const own = load((await editor.get('/account').expect(200)).text)
  assert.equal(own('.masthead a[href="/accounts"]').length, 0)
  assert.match((await editor.get('/accounts').expect(403)).text, /manage accounts/)
  const led = await visitor(app).get('/accounts').set('Accept', 'text/html').expect(303)
  assert.equal(led.headers['location'], '/session?next=%2Faccounts')
})

test('an admin invites a colleague by a link, who chooses name and password and is signed in', async () => {
  const answer = await adminBrowser
    .post('/invitations')
    .type('form')
    .send({ email: ' Ines@Desk.example ', name: 'Ines', role: 'reviewer' })
    .expect(201)
  assert.equal(answer.headers['cache-control'], 'private, no-store')
  assert.match(answer.text, /sends no e-mail/)
  const link = linkOn(answer)
  assert.match((await adminBrowser.get('/accounts').expect(200)).text, /ines@desk\.example/)

  const ines = visitor(app)
  const page = await ines.get(link).expect(200)
  assert.equal(page.headers['cache-control'], 'no-store')
  assert.match(load(page.text)('main').text(), /Ada Brandt invites you.*Reviewer.*ines@desk\.example/s)
  const short = await ines.post(link).type('form').send({ name: 'Inês <b>Sá</b>', password: 'too short' }).expect(422)
  assert.equal(load(short.text)('input[name=name]').val(), 'Inês <b>Sá</b>')
  assert.match(load(short.text)('#password-error').text(), /At least 12 characters/)
  assert.doesNotMatch(short.text, /too short/)

  await ines.post(link).type('form').send({ name: 'Inês Sá', password: 'several plain words' }).expect(303)
  assert.match((await ines.get('/documents').expect(200)).text, /Welcome, Inês Sá/)
  const account = await db.account.findUniqueOrThrow({ where: { email: 'ines@desk.example' } })
  assert.equal(account.role, 'reviewer')
  const event = await lastEvent('invitation_accepted')
  assert.deepEqual([event?.accountId, event?.subjectId], [account.id, account.id])
  assert.equal((await lastEvent('account_invited'))?.accountId, admin.id)
  await signIn(app, { email: account.email, password: 'several plain words' })
})

test('an address that has an account, or an open invitation, is refused beside the field', async () => {
  for (const email of [
    admin.email,
    admin.email.toUpperCase(),
    'not an address',
    '',
    `${'x'.repeat(300)}@desk.example`,
  ]) {
    const page = await adminBrowser.post('/invitations').type('form').send({ email, role: 'editor' }).expect(422)
    assert.ok(load(page.text)('#email-error').text().length > 10, email)
  }
  await inviteByLink('twice@desk.example')
  const again = await adminBrowser.post('/invitations').set(json).send({ email: 'twice@desk.example', role: 'admin' })
  assert.equal(again.status, 422)
  assert.match(String(again.body.errors.email), /open invitation/)
  await adminBrowser.post('/invitations').set(json).send({ email: 'x@desk.example', role: 'owner' }).expect(422)
  assert.equal(await db.invitation.count({ where: { email: 'twice@desk.example' } }), 1)
})

test('an invitation that is unknown, used, revoked or too old says so in one sentence', async () => {
  const reader = visitor(app)
  const chosen = { name: 'Una', password: 'several plain words' }
  const gone = async (link: string, status: number, sentence: RegExp) => {
    for (const page of [
      await reader.get(link).set('Accept', 'text/html'),
      await reader.post(link).type('form').send(chosen),
    ]) {
      assert.equal(page.status, status)
      assert.match(load(page.text)('h1').text(), sentence)
    }
  }
  await gone('/invitation/nobody-ever-made-this', 404, /no such invitation/)

  const used = await inviteByLink('una@desk.example')
  await visitor(app).post(used).type('form').send(chosen).expect(303)
  await gone(used, 410, /was used/)

  const revoked = await inviteByLink('vera@desk.example')
  const { id } = await db.invitation.findFirstOrThrow({ where: { email: 'vera@desk.example' } })
  await adminBrowser.post(`/invitations/${id}/revocation`).expect(303)
  await gone(revoked, 410, /was revoked/)
  await adminBrowser.post(`/invitations/${id}/revocation`).expect(422)
  assert.equal((await lastEvent('invitation_revoked'))?.accountId, admin.id)

  const old = await inviteByLink('wim@desk.example')
  await db.invitation.updateMany({ where: { email: 'wim@desk.example' }, data: { expiresAt: new Date() } })
  await gone(old, 410, /too old/)
  assert.match((await adminBrowser.get('/accounts').expect(200)).text, /Expired/)
  await inviteByLink('wim@desk.example')
  await gone(old, 410, /too old/)
  assert.equal(await db.account.count({ where: { email: { in: ['vera@desk.example', 'wim@desk.example'] } } }), 0)
})

test('of two who use one invitation at the same time, one gets the account', async () => {
  const link = await inviteByLink('race@desk.example')
  const tries = await Promise.all(
    ['First', 'Second'].map((name) =>
      visitor(app).post(link).set(json).send({ name, password: 'several plain words' }),
    ),
  )
  assert.deepEqual(tries.map(({ status }) => status).sort(), [201, 410])
  assert.equal(await db.account.count({ where: { email: 'race@desk.example' } }), 1)
})

test('an invitation whose address got an account meanwhile makes no second one', async () => {
  const link = await inviteByLink('meanwhile@desk.example')
  await makeAccount(db, 'editor', { email: 'meanwhile@desk.example' })
  const page = await visitor(app)
    .post(link)
    .type('form')
    .send({ name: 'M', password: 'several plain words' })
    .expect(422)
  assert.match(load(page.text)('[role=alert]').text(), /has an account already/)
})

test('an admin changes a name and a role; the handle stays, and the history has before and after', async () => {
  const editor = await makeAccount(db, 'editor', { name: 'Old Name' })
  const browser = await signIn(app, editor)
  const { handle } = await db.account.findUniqueOrThrow({ where: { id: editor.id } })
  const path = `/accounts/${editor.id}`
  const opened = await openForm(adminBrowser, path, path)
  await adminBrowser.post(path).type('form').send({ name: 'New Name', role: 'reviewer', revision: 1 }).expect(303)
  const changed = await db.account.findUniqueOrThrow({ where: { id: editor.id } })
  assert.deepEqual([changed.name, changed.role, changed.handle, changed.revision], ['New Name', 'reviewer', handle, 2])
  const event = await lastEvent('account_changed')
  assert.deepEqual(event?.before, { name: 'Old Name', role: 'editor' })
  assert.deepEqual(event?.after, { name: 'New Name', role: 'reviewer' })
  assert.match((await browser.get('/account').expect(200)).text, /New Name.*Reviewer/s)

  const stale = await adminBrowser
    .post(path)
    .type('form')
    .send({ ...opened, name: 'Other', role: 'admin' })
    .expect(409)
  assert.match(load(stale.text)('.conflict').text(), /New Name/)
  assert.equal(load(stale.text)('input[name=name]').val(), 'Other')
  await adminBrowser.post(path).type('form').send({ name: '', role: 'king', revision: 2 }).expect(422)
  await adminBrowser.get('/accounts/4711').expect(404)
  await adminBrowser.post('/accounts/4711').set(json).send({ name: 'X', role: 'editor', revision: 1 }).expect(404)
})

test('the last admin can be neither disabled nor given another role', async () => {
  const fresh = await openTestDesk()
  try {
    const only = await makeAccount(fresh.db, 'admin')
    const other = await makeAccount(fresh.db, 'admin')
    await fresh.db.account.update({ where: { id: other.id }, data: { disabledAt: new Date() } })
    const browser = await signIn(fresh.app, only)
    const page = await browser
      .post(`/accounts/${only.id}`)
      .type('form')
      .send({ name: only.name, role: 'editor', revision: 1 })
      .expect(422)
    assert.match(load(page.text)('#role-error').text(), /last admin/)
    assert.match((await browser.post(`/accounts/${only.id}/disabling`).expect(422)).text, /ask another admin/)
    for (const change of [`"role" = 'editor'`, `"disabledAt" = now()`]) {
      await assert.rejects(fresh.pool.query(`UPDATE "Account" SET ${change} WHERE "id" = ${only.id}`), /last admin/)
    }
    assert.equal((await fresh.db.account.findUniqueOrThrow({ where: { id: only.id } })).role, 'admin')
  } finally {
    await fresh.close()
  }
})

test('two admins who take each other’s role away at the same time leave one', async () => {
  const fresh = await openTestDesk()
  try {
    const [one, two] = [await makeAccount(fresh.db, 'admin'), await makeAccount(fresh.db, 'admin')]
    const demote = (by: typeof one, whom: typeof one) =>
      changeAccount(fresh.db, { id: whom.id, name: whom.name, role: 'editor', revision: 1, by: by.id })
    const ended = await Promise.allSettled([demote(one, two), demote(two, one)])
    assert.deepEqual(ended.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
    assert.equal(await fresh.db.account.count({ where: { role: 'admin' } }), 1)
    assert.equal(await fresh.db.event.count({ where: { action: 'account_changed' } }), 1)
  } finally {
    await fresh.close()
  }
})

test('a disabled account is out at once and can’t come in; enabled again it can, with the history it had', async () => {
  const editor = await makeAccount(db, 'editor')
  const browser = await signIn(app, editor)
  const document = await makeDocument(db, { by: editor.id })
  await adminBrowser.post(`/accounts/${editor.id}/disabling`).expect(303)
  await browser.get('/account').set(json).expect(401)
  assert.equal(await db.session.count({ where: { accountId: editor.id } }), 0)
  const { email, password } = editor
  await visitor(app).post('/session').type('form').send({ email, password }).expect(422)
  await adminBrowser.post(`/accounts/${editor.id}/disabling`).expect(422)
  await adminBrowser.post(`/accounts/${editor.id}/reset`).expect(422)

  const page = load((await adminBrowser.get(`/accounts/${editor.id}`).expect(200)).text)
  assert.match(page('.events').text(), /imported the document/)
  assert.match(page('.events a').attr('href') ?? '', new RegExp(`/documents/${document.id}`))
  await adminBrowser.post(`/accounts/${editor.id}/enabling`).expect(303)
  await adminBrowser.post(`/accounts/${editor.id}/enabling`).expect(422)
  await signIn(app, editor)
  const events = await db.event.findMany({ where: { subjectId: editor.id }, orderBy: { id: 'asc' } })
  assert.deepEqual(
    events.map(({ action }) => action),
    ['account_created', 'account_disabled', 'account_enabled'],
  )
})

test('who is disabled or no admin any more has let nobody in: the links that they made are void', async () => {
  const fresh = await openTestDesk()
  try {
    const boss = await makeAccount(fresh.db, 'admin')
    const bossBrowser = await signIn(fresh.app, boss)
    const someone = await makeAccount(fresh.db, 'editor')
    for (const leave of ['disabling', 'demotion'] as const) {
      const leaving = await makeAccount(fresh.db, 'admin')
      const browser = await signIn(fresh.app, leaving)
      const email = `${leave}@coastwire.example`
      const invited = linkOn(await browser.post('/invitations').type('form').send({ email, role: 'admin' }).expect(201))
      const reset = linkOn(await browser.post(`/accounts/${someone.id}/reset`).expect(201))
      const demoted = { name: leaving.name, role: 'reviewer', revision: 1 }
      if (leave === 'disabling') await bossBrowser.post(`/accounts/${leaving.id}/disabling`).expect(303)
      else await bossBrowser.post(`/accounts/${leaving.id}`).type('form').send(demoted).expect(303)

      const stranger = visitor(fresh.app)
      const chosen = { name: 'Eve', password: 'several plain words' }
      assert.match((await stranger.post(invited).set(json).send(chosen).expect(410)).text, /was revoked/)
      assert.match((await stranger.post(reset).set(json).send(chosen).expect(410)).text, /was revoked/)
      const events = await fresh.db.event.findMany({
        where: { accountId: boss.id, action: { in: ['invitation_revoked', 'reset_revoked'] } },
        orderBy: { id: 'desc' },
        take: 2,
      })
      assert.deepEqual(
        events.map(({ action, subjectId, after }) => [action, subjectId, after]),
        [
          ['reset_revoked', someone.id, null],
          ['invitation_revoked', null, { email, role: 'admin' }],
        ],
      )
      // Whoever was let through a moment before comes too late.
      const late = { email: 'late@coastwire.example', name: '', role: 'admin', by: leaving.id } as const
      await assert.rejects(invite(fresh.db, late), /not an admin any more/)
      await assert.rejects(makeReset(fresh.db, { accountId: someone.id, by: leaving.id }), /not an admin any more/)
    }
    const kept = linkOn(await bossBrowser.post(`/accounts/${someone.id}/reset`).expect(201))
    await visitor(fresh.app).get(kept).expect(200)
    await bossBrowser.post(`/accounts/${someone.id}/disabling`).expect(303)
    await bossBrowser.post(`/accounts/${someone.id}/enabling`).expect(303)
    assert.match((await visitor(fresh.app).get(kept).set(json).expect(410)).text, /was revoked/)
  } finally {
    await fresh.close()
  }
})

test('two who change one account at once come one after the other, and the second sees what the first made of it', async () => {
  const fresh = await openTestDesk()
  try {
    const [one, two] = [await makeAccount(fresh.db, 'admin'), await makeAccount(fresh.db, 'admin')]
    const { id } = await makeAccount(fresh.db, 'editor')
    const ended = await Promise.allSettled([
      changeAccount(fresh.db, { id, name: 'Anna', role: 'editor', revision: 1, by: one.id }),
      changeAccount(fresh.db, { id, name: 'Berta', role: 'reviewer', revision: 1, by: two.id }),
      changeOwnName(fresh.db, { name: 'Clara', revision: 1, by: id }),
    ])
    const { name, role } = await fresh.db.account.findUniqueOrThrow({ where: { id } })
    const refused = ended.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []))
    assert.equal(refused.length, 2)
    for (const reason of refused) {
      assert.ok(reason instanceof Stale)
      assert.deepEqual([reason.revision, reason.stored], [2, { name, role }])
    }
  } finally {
    await fresh.close()
  }
})

test('a handle is cut between characters, and never ends with a hyphen', async () => {
  const handleOf = async ({ id }: { id: number }) => (await db.account.findUniqueOrThrow({ where: { id } })).handle
  const halved = await makeAccount(db, 'editor', { name: `x${'𐐨'.repeat(49)}`, email: 'halved@coastwire.example' })
  assert.equal(await handleOf(halved), `x${'𐐨'.repeat(49)}`)
  const long = `${'a'.repeat(59)} ${'b'.repeat(30)}`
  const cut = await makeAccount(db, 'editor', { name: long, email: 'cut@coastwire.example' })
  assert.equal(await handleOf(cut), 'a'.repeat(59))
  const second = await makeAccount(db, 'editor', { name: long, email: 'cut-too@coastwire.example' })
  assert.equal(await handleOf(second), `${'a'.repeat(59)}-2`)
})

test('what somebody did is paged on their account’s page', async () => {
  const editor = await makeAccount(db, 'editor')
  const document = await makeDocument(db, { by: editor.id })
  const events = Array.from({ length: pageSize }, () => ({
    action: 'document_edited',
    documentId: document.id,
    accountId: editor.id,
  }))
  await db.event.createMany({ data: events })
  const first = load((await adminBrowser.get(`/accounts/${editor.id}`).expect(200)).text)
  const older = first('a[rel=next]').attr('href') ?? assert.fail('there is no second page')
  assert.match(older, new RegExp(`^/accounts/${editor.id}\\?before=`))
  assert.match(load((await adminBrowser.get(older).expect(200)).text)('.events').text(), /imported the document/)
})

test('a reset link sets the password, ends every session, and is good once', async () => {
  const editor = await makeAccount(db, 'editor')
  const stolen = await signIn(app, editor)
  const link = await makeResetFor(editor)
  const person = visitor(app)
  assert.match((await person.get(link).expect(200)).text, new RegExp(editor.email))
  await person.post(link).type('form').send({ password: 'short' }).expect(422)
  await person.post(link).type('form').send({ password: 'quite other words now' }).expect(303)
  assert.match((await person.get('/account').expect(200)).text, /signed in here alone/)
  await stolen.get('/account').set(json).expect(401)
  await visitor(app).post('/session').type('form').send({ email: editor.email, password: editor.password }).expect(422)
  await signIn(app, { email: editor.email, password: 'quite other words now' })
  assert.match(
    load((await visitor(app).get(link).set('Accept', 'text/html').expect(410)).text)('h1').text(),
    /was used/,
  )
  assert.equal((await lastEvent('reset_made'))?.accountId, admin.id)
  assert.equal((await lastEvent('password_reset'))?.subjectId, editor.id)
})

test('a reset link that is unknown, too old, followed by a newer one or of a disabled account is not good', async () => {
  const editor = await makeAccount(db, 'editor')
  const reader = visitor(app)
  const heading = async (link: string, status: number) =>
    load((await reader.get(link).set('Accept', 'text/html').expect(status)).text)('h1').text()
  assert.match(await heading('/reset/nobody-ever-made-this', 404), /no such link/)
  const first = await makeResetFor(editor)
  const second = await makeResetFor(editor)
  assert.match(await heading(first, 410), /newer link/)
  await adminBrowser.post(`/accounts/${editor.id}/disabling`).expect(303)
  assert.match(await heading(second, 410), /disabled/)
  await adminBrowser.post(`/accounts/${editor.id}/enabling`).expect(303)
  const third = await makeResetFor(editor)
  await db.reset.updateMany({ where: { accountId: editor.id }, data: { expiresAt: new Date() } })
  assert.match(await heading(third, 410), /too old/)
  await reader.post(third).set(json).send({ password: 'several plain words' }).expect(410)
})

test('of two who use one reset link at the same time, one chooses the password', async () => {
  const editor = await makeAccount(db, 'editor')
  const link = await makeResetFor(editor)
  const passwords = ['the first plain words', 'the second plain words']
  const tries = await Promise.all(passwords.map((password) => visitor(app).post(link).set(json).send({ password })))
  assert.deepEqual(tries.map(({ status }) => status).sort(), [200, 410])
  const won = passwords[tries.findIndex(({ status }) => status === 200)] ?? ''
  await signIn(app, { email: editor.email, password: won })
})

test('somebody changes their own name and, with the present one, their password; other sessions end', async () => {
  const editor = await makeAccount(db, 'editor')
  const here = await signIn(app, editor)
  const elsewhere = await signIn(app, editor)
  await here.post('/account').type('form').send({ name: ' Edda N. ', revision: 1 }).expect(303)
  assert.equal((await db.account.findUniqueOrThrow({ where: { id: editor.id } })).name, 'Edda N.')
  assert.match(
    load((await here.post('/account').type('form').send({ name: '', revision: 2 }).expect(422)).text)(
      '#name-error',
    ).text(),
    /Write the name/,
  )
  await here.post('/account').type('form').send({ name: 'Late', revision: 1 }).expect(409)

  const password = 'entirely new words'
  const wrong = await here
    .post('/account/password')
    .type('form')
    .send({ present: 'not my password', password })
    .expect(422)
  assert.match(load(wrong.text)('#present-error').text(), /not the password you sign in with/)
  assert.doesNotMatch(wrong.text, /not my password|entirely new words/)
  await here.post('/account/password').type('form').send({ present: editor.password, password: 'short' }).expect(422)
  await elsewhere.get('/account').set(json).expect(200)
  await here.post('/account/password').type('form').send({ present: editor.password, password }).expect(303)
  await here.get('/account').set(json).expect(200)
  await elsewhere.get('/account').set(json).expect(401)
  await signIn(app, { email: editor.email, password })
  assert.equal((await lastEvent('password_changed'))?.subjectId, editor.id)
})

test('sessions are listed with their browser, and ended one by one or all but this one', async () => {
  const editor = await makeAccount(db, 'editor')
  const { email, password } = editor
  const agents = {
    Firefox: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
    Safari: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1',
    Chrome: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36',
  }
  const [here, phone, office] = await Promise.all(
    Object.values(agents).map(async (agent) => {
      const browser = visitor(app)
      await browser.post('/session').set('User-Agent', agent).type('form').send({ email, password }).expect(303)
      return browser
    }),
  )
  assert.ok(here && phone && office)
  const page = load((await here.get('/account').expect(200)).text)
  const listed = page('.sessions h3')
    .map((_, h3) => page(h3).text().trim())
    .get()
  assert.deepEqual(listed.sort(), ['Chrome on Windows', 'Firefox on Linux This one', 'Safari on an iPhone'])
  assert.equal(page('.sessions form').length, 2, 'this one is ended by signing out')

  const { sessions } = (await here.get('/account').set(json).expect(200)).body
  const numberOf = (browser: string) =>
    String(sessions.find((session: { browser: string }) => session.browser === browser).number)
  await here.post(`/account/sessions/${numberOf('Safari on an iPhone')}/end`).expect(303)
  await phone.get('/account').set(json).expect(401)
  await office.get('/account').set(json).expect(200)
  await here.post(`/account/sessions/${numberOf('Safari on an iPhone')}/end`).expect(422)

  const stranger = await signIn(app, await makeAccount(db, 'editor'))
  await stranger.post(`/account/sessions/${numberOf('Chrome on Windows')}/end`).expect(422)
  await office.get('/account').set(json).expect(200)
  await here.post('/account/sessions/end').expect(303)
  await office.get('/account').set(json).expect(401)
  await here.get('/account').set(json).expect(200)
  assert.equal(await db.event.count({ where: { action: 'sessions_ended', subjectId: editor.id } }), 2)
})

test('an admin ends a session of somebody else, or all of them', async () => {
  const editor = await makeAccount(db, 'editor')
  const [one, two, three] = [await signIn(app, editor), await signIn(app, editor), await signIn(app, editor)]
  const { sessions } = (await adminBrowser.get(`/accounts/${editor.id}`).set(json).expect(200)).body
  assert.equal(sessions.length, 3)
  await adminBrowser.post(`/accounts/${admin.id}/sessions/${sessions[0].number}/end`).expect(422)
  await adminBrowser.post(`/accounts/${editor.id}/sessions/${sessions[0].number}/end`).expect(303)
  const left = await Promise.all([one, two, three].map(async (it) => (await it.get('/account').set(json)).status))
  assert.deepEqual(left.sort(), [200, 200, 401])
  await adminBrowser.post(`/accounts/${editor.id}/sessions/end`).expect(303)
  for (const browser of [one, two, three]) await browser.get('/account').set(json).expect(401)
  assert.equal((await lastEvent('sessions_ended'))?.accountId, admin.id)
  await adminBrowser.post(`/accounts/${admin.id}/sessions/end`).expect(303)
  await adminBrowser.get('/account').set(json).expect(200)
})

test('a session that was ended while a request of it was under way stays ended', async () => {
  const editor = await makeAccount(db, 'editor')
  const browser = await signIn(app, editor)
  const row = await db.session.findFirstOrThrow({ where: { accountId: editor.id } })
  await db.session.delete({ where: { sid: row.sid } })
  // What the session's store does at the end of a request that changed something in it.
  await db.session.create({ data: { sid: row.sid, sess: row.sess as object, expire: row.expire } })
  await browser.get('/account').set(json).expect(401)
})

test('when a session was last seen is written every few minutes, not with every request', async () => {
  const editor = await makeAccount(db, 'editor')
  const browser = await signIn(app, editor)
  const stored = () => db.session.findFirstOrThrow({ where: { accountId: editor.id } })
  const first = await stored()
  await browser.get('/account').set(json).expect(200)
  const second = await stored()
  assert.deepEqual([second.seenAt, second.expire], [first.seenAt, first.expire])
  const [tenMinutesAgo, inAnHour] = [new Date(Date.now() - 10 * 60 * 1000), new Date(Date.now() + 60 * 60 * 1000)]
  await db.session.updateMany({ where: { sid: first.sid }, data: { seenAt: tenMinutesAgo, expire: inAnHour } })
  await browser.get('/account').set(json).expect(200)
  const third = await stored()
  assert.ok(third.seenAt >= first.seenAt)
  assert.ok(third.expire.getTime() > first.expire.getTime() - 60 * 1000, 'it lasts as long again')
})

test('a browser is told in words, whatever it says of itself', () => {
  assert.equal(
    browserInWords('Mozilla/5.0 (Macintosh; Intel Mac OS X 14) Chrome/140 Safari/537 Edg/140'),
    'Edge on a Mac',
  )
  assert.equal(browserInWords('Mozilla/5.0 (Linux; Android 15) Chrome/140 Mobile Safari/537'), 'Chrome on Android')
  assert.equal(browserInWords('curl/8.9'), 'A browser or program that does not say which')
  assert.equal(browserInWords(undefined), 'A browser or program that does not say which')
  assert.equal(browserInWords('<script>Firefox/1'), 'Firefox')
})

test('activity is narrowed to who did what, to which kind of thing and when, and stays so on its next pages', async () => {
  const fresh = await openTestDesk()
  try {
    const editor = await makeAccount(fresh.db, 'editor', { name: 'Edda <i>Nowak</i>' })
    const browser = await signIn(fresh.app, editor)
    const document = await makeDocument(fresh.db, { by: editor.id })
    await recordOn(fresh.db, document.id)
    const at = (createdAt: string) => ({ action: 'claim_stated', accountId: editor.id, createdAt: new Date(createdAt) })
    await fresh.db.event.createMany({
      data: [
        at('2024-03-11T23:59:59Z'),
        at('2024-03-12T00:00:00Z'),
        at('2024-03-12T23:59:59Z'),
        at('2024-03-13T00:00:00Z'),
      ],
    })
    const actions = async (query: string) => {
      const { body } = await browser.get(`/activity?${query}`).set(json).expect(200)
      return (body.events as { action: string }[]).map(({ action }) => action)
    }
    assert.deepEqual(await actions('who=0&thing=statement'), ['statement_recorded'])
    assert.deepEqual(await actions(`who=${editor.id}&action=document_imported`), ['document_imported'])
    assert.deepEqual(await actions('thing=account'), ['account_created'])
    assert.deepEqual(await actions('from=0001-01-01&to=9999-12-31&action=document_imported'), ['document_imported'])
    assert.deepEqual(await actions('from=2024-03-12&to=2024-03-12'), ['claim_stated', 'claim_stated'])
    assert.deepEqual(await actions('thing=claim&action=document_imported'), [])
    assert.deepEqual(await actions('who=&action=&thing=&from=&to=2024-03-11'), ['claim_stated'])
    for (const slip of ['thing=nonsense', 'action=nonsense', 'action=constructor']) {
      const { text } = await browser.get(`/activity?${slip}`).set(json).expect(400)
      assert.match(text, slip.startsWith('thing') ? /is one of .*claim/ : /is one of .*claim_stated/)
    }
    for (const bad of ['from=whenever', 'from=0000-01-01', 'to=0000-12-31', 'to=2024-13-01', 'who=x', 'before=x'])
      await browser.get(`/activity?${bad}`).expect(400)

    const none = load((await browser.get('/activity?to=1999-01-01').expect(200)).text)
    assert.match(none('.empty').text(), /Nothing fits\./)
    assert.match(none('select[name=who]').text(), /Edda <i>Nowak<\/i>/)
    assert.equal(none('input[name=to]').val(), '1 January 1999')

    for (const written of ['from=12 March 2024&to=12.3.2024', 'from=12/03/2024&to=2024-03-12'].map(encodeURI)) {
      const page = await browser.get(`/activity?${written}`)
      const $ = load(page.text)
      if (page.status === 200) assert.equal($('.events > li').length, 2)
      else
        assert.deepEqual(
          $('.choices label')
            .text()
            .match(/\d+ \w+ 2024/g),
          ['12 March 2024', '3 December 2024'],
        )
      assert.equal(page.status, written.includes('/') ? 400 : 200)
      assert.equal($('[name=from]').attr('type') === 'date', false)
    }
    assert.equal((await actions('from=2024-03&to=2024&action=claim_stated')).length, 4)
    assert.deepEqual(await actions('from=tomorrow'), [])

    await fresh.db.event.createMany({ data: Array.from({ length: pageSize + 5 }, () => at('2024-04-01T12:00:00Z')) })
    const first = load((await browser.get(`/activity?who=${editor.id}&thing=claim&from=2024-04-01`).expect(200)).text)
    const older = first('a[rel=next]').attr('href') ?? assert.fail('there is no second page')
    assert.match(older, new RegExp(`who=${editor.id}&thing=claim&from=2024-04-01&before=\\d+`))
    const second = load((await browser.get(older).expect(200)).text)
    assert.equal(second('.events > li').length + first('.events > li').length, pageSize + 5)
  } finally {
    await fresh.close()
  }
})

test('what happened to accounts is told to admins alone, and to everybody what was done to their own', async () => {
  const editor = await makeAccount(db, 'editor')
  const browser = await signIn(app, editor)
  await inviteByLink('quiet@coastwire.example')
  await makeResetFor(await makeAccount(db, 'reviewer'))
  await makeResetFor(editor)
  const listed = async (who: typeof browser) => {
    const { body } = await who.get('/activity?thing=account').set(json).expect(200)
    return body.events as { action: string; whom: string | null; detail: string | null }[]
  }
  const told = await listed(browser)
  assert.deepEqual(
    told.map(({ action }) => action),
    ['reset_made', 'account_created'],
  )
  assert.doesNotMatch(JSON.stringify(told), /quiet@/)
  assert.match(JSON.stringify(await listed(adminBrowser)), /quiet@coastwire\.example, editor/)
  // Another admin's token: what somebody did themselves, their programs may know.
  const other = await signIn(app, await makeAccount(db, 'admin'))
  const made = await other
    .post('/account/tokens')
    .set(json)
    .send({ name: 'Log', scopes: ['read'] })
    .expect(201)
  const program = visitor(app).get('/activity?action=account_invited').set('Authorization', `Bearer ${made.body.token}`)
  assert.doesNotMatch((await program.expect(200)).text, /quiet@/)
})

test('no password, link or token stands in an event, a log line, an answer but the one, or the database', async () => {
  const lines: string[] = []
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) })
  const logged = createApp({ config: desk.config, database: desk.database, log, secret: 'the secret of the cookies' })
  const browser = await signIn(logged, admin)
  const secrets = [admin.password, 'several secret words', 'a wrong secret password']

  const invited = await browser
    .post('/invitations')
    .set(json)
    .send({ email: 'zoe@desk.example', role: 'editor' })
    .expect(201)
  const invitation = String(invited.body.link).split('/').at(-1) ?? ''
  await visitor(logged)
    .post(`/invitation/${invitation}`)
    .set(json)
    .send({ name: 'Zoë', password: secrets[1] })
    .expect(201)
  const { id } = await db.account.findUniqueOrThrow({ where: { email: 'zoe@desk.example' } })
  const reset =
    String((await browser.post(`/accounts/${id}/reset`).set(json).expect(201)).body.link)
      .split('/')
      .at(-1) ?? ''
  const { token } = (
    await browser
      .post('/account/tokens')
      .set(json)
      .send({ name: 'T', scopes: ['read'] })
      .expect(201)
  ).body
  secrets.push(invitation, reset, String(token))
  await visitor(logged).post('/session').set(json).send({ email: admin.email, password: secrets[2] }).expect(422)
  await browser.post('/account/password').set(json).send({ present: secrets[2], password: secrets[1] }).expect(422)
  await visitor(logged).get('/documents').set('Authorization', 'Bearer onr_wrong').expect(401)

  const said = [JSON.stringify(await db.event.findMany()), lines.join('\n')]
  for (const path of [
    '/accounts',
    `/accounts/${id}`,
    `/accounts/${admin.id}`,
    '/account',
    '/account/tokens',
    '/activity',
  ]) {
    const { text } = await browser.get(path).set(json).expect(200)
    said.push(text, (await browser.get(path).expect(200)).text)
    assert.doesNotMatch(text, /argon2|[0-9a-f]{64}|"sid"/, path)
  }
  said.push(JSON.stringify([await db.invitation.findMany(), await db.reset.findMany(), await db.token.findMany()]))
  said.push(JSON.stringify([await db.session.findMany(), await db.account.findMany()]))
  for (const secret of secrets) assert.ok(!said.some((text) => text.includes(secret)), secret)
  assert.ok(
    (await db.invitation.findFirstOrThrow({ orderBy: { id: 'desc' } })).expiresAt.getTime() <= Date.now() + 7 * day,
  )
})

test('keys are changed and switched off with a plain form, for the account and in no other', async () => {
  const mine = await signIn(app, await makeAccount(db, 'editor'))
  const others = await signIn(app, await makeAccount(db, 'editor'))
  const body = async (browser: typeof mine) => load((await browser.get('/desk').expect(200)).text)('body')
  const send = (form: Record<string, unknown>) => mine.post('/account/keys').type('form').send(form)

  const refused = load((await send({ letters: 'true', keys: { next: 'y', undo: 'y', edit: '1' } }).expect(422)).text)
  assert.match(refused('.errors').text(), /“y” is taken.*Choose a letter/s)
  assert.equal(refused('[name="keys[next]"]').val(), 'y')
  assert.equal(refused('[name="keys[edit]"]').attr('aria-invalid'), 'true')

  // A letter that is no other's any more is free.
  await send({ keys: { next: 'K', previous: 'j' } }).expect(303)
  assert.deepEqual(JSON.parse((await body(mine)).attr('data-own-keys') ?? ''), { next: 'k', previous: 'j' })
  assert.equal((await body(mine)).attr('data-letters'), 'off')
  assert.equal((await body(others)).attr('data-own-keys'), undefined)
  const $ = load((await mine.get('/account').expect(200)).text)
  assert.equal($('[name="keys[next]"]').val(), 'k')
  assert.equal($('[name=letters]').is(':checked'), false)

  await send({ letters: 'true', usual: 'true', keys: { next: 'k' } }).expect(303)
  assert.equal((await body(mine)).attr('data-letters'), undefined)
  assert.equal((await body(mine)).attr('data-own-keys'), undefined)
})
