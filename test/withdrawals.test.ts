import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { load } from 'cheerio'
import { claimPath } from '../src/words/addresses.ts'
import { openTestDesk } from './support/desk.ts'
import {
  giveVerdictOn,
  makeAccount,
  makeDocument,
  publish,
  recordOn,
  signIn,
  stateClaim,
  visitor,
} from './support/world.ts'

const { app, db, close } = await openTestDesk()
after(close)
const account = await makeAccount(db, 'reviewer')
const reviewer = await signIn(app, account)

const document = await makeDocument(db)
const statement = await recordOn(db, document.id)
const claim = await stateClaim(db, statement.id)
const by = account.id
const onStatement = await giveVerdictOn(db, { statementId: statement.id }, { by })
const onStep = await giveVerdictOn(db, { hopId: statement.hops[0]?.id ?? 0 }, { by })
const onClaim = await giveVerdictOn(db, { claimId: claim.id }, { by })

/** A document goes last: what hangs on it goes with it. */
const withdrawals = {
  'a verdict on a statement': [`/verdicts/${onStatement.id}`, `/statements/${statement.id}`],
  'a verdict on a step': [`/verdicts/${onStep.id}`, `/statements/${statement.id}`],
  'a verdict on a claim': [`/verdicts/${onClaim.id}`, `/claims/${claim.id}`],
  'a claim': [`/claims/${claim.id}`, claimPath(claim)],
  'a statement': [`/statements/${statement.id}`, `/documents/${document.id}/desk`],
  'a document': [`/documents/${document.id}`, `/documents/${document.id}`],
} as const

for (const [what, [path, then]] of Object.entries(withdrawals)) {
  test(`${what} is withdrawn only with a reason, which is asked for again with the words kept`, async () => {
    const send = (form: object) => reviewer.post(`${path}/withdrawal`).type('form').send(form)
    const tooLong = 'On and on. '.repeat(200)
    for (const [reason, said] of [
      [undefined, /This is needed|Say why/],
      ['  ', /Say why, for readers/],
      [tooLong, /At most 2000/],
    ] as const) {
      const $ = load((await send({ reason }).expect(422)).text)
      const form = $(`form[action="${path}/withdrawal"]`)
      assert.match(form.find('.error').text(), said)
      assert.equal(form.find('textarea').val(), reason ?? '')
      assert.ok(form.closest('details').is('[open]'))
      assert.equal($('main .field .error').length, 1, 'no other form is blamed')
    }
    const done = await send({ reason: 'Recorded for a rehearsal' }).expect(303)
    assert.equal(done.headers['location'], then)
  })
}

test('a program that gives no reason for withdrawing a verdict is told which field it is', async () => {
  const { id } = await giveVerdictOn(db, { claimId: claim.id }, { by, supersedesId: onClaim.id })
  const refused = await reviewer
    .post(`/verdicts/${id}/withdrawal`)
    .set('Accept', 'application/json')
    .send({})
    .expect(422)
  assert.match(refused.headers['content-type'] as string, /^application\/problem\+json/)
  assert.ok((refused.body as { errors: { reason?: string[] } }).errors.reason)
})

test('what was withdrawn is not among the latest findings', async () => {
  const quote = 'Not one container ship will dock here'
  const sentence = 'No container ship will dock in Port Ansel'
  const story = await makeDocument(db)
  const made = await recordOn(db, story.id, { quote })
  const claimed = await stateClaim(db, made.id, { sentence })
  const verdicts = [
    await giveVerdictOn(db, { statementId: made.id }, { by }),
    await giveVerdictOn(db, { claimId: claimed.id }, { by }),
  ]
  await publish(db, story.id, { claimIds: [claimed.id], verdictIds: verdicts.map(({ id }) => id) })
  const findings = async () => load((await visitor(app).get('/').expect(200)).text)('main').text()
  for (const words of [quote, sentence]) assert.ok((await findings()).includes(words), `${words} was found`)

  const withdraw = (path: string) =>
    reviewer.post(`${path}/withdrawal`).type('form').send({ reason: 'It was a rehearsal' }).expect(303)
  await withdraw(`/claims/${claimed.id}`)
  assert.ok(!(await findings()).includes(sentence))
  await withdraw(`/documents/${story.id}`)
  assert.ok(!(await findings()).includes(quote))
})
