import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { load } from 'cheerio'
import { withdrawClaim } from '../src/claims/claims.ts'
import { openTestDesk, type TestDesk } from './support/desk.ts'
import { makeAccount, makeDocument, recordOn, signIn, stateClaim, visitor } from './support/world.ts'

let desk: TestDesk
let editor: Awaited<ReturnType<typeof signIn>>
/** The first is older than all that a list of suggestions holds. */
const claims: { id: number; sentence: string }[] = []
before(async () => {
  desk = await openTestDesk()
  editor = await signIn(desk.app, await makeAccount(desk.db, 'editor'))
  const { id } = await recordOn(desk.db, (await makeDocument(desk.db)).id)
  claims.push(await stateClaim(desk.db, id, { sentence: 'The quay has sunk by four centimetres since 2019' }))
  for (let year = 2000; year < 2012; year++) {
    claims.push(await stateClaim(desk.db, id, { sentence: `The Harbour Authority measured the quay in ${year}` }))
  }
})
after(() => desk.close())

/** A statement without a claim, and a way to link one by the page's form. */
async function unlinked() {
  const { id } = await recordOn(desk.db, (await makeDocument(desk.db)).id)
  const linked = () => desk.db.statementClaim.findMany({ where: { statementId: id } })
  const link = (form: object) => editor.post(`/statements/${id}/claims`).type('form').send(form)
  return { id, link, linked }
}

test('an editor is offered any claim that has the typed words, however old; a reader is offered none', async () => {
  const found = await editor.get('/claims/suggestions?q=sunk+QUAY').expect(200)
  const { id: oldest, sentence } = claims[0] ?? {}
  const about = { statementCount: 1, about: '1 statement', alike: null, hasWords: true, verdict: null }
  assert.deepEqual(found.body, [{ id: oldest, sentence, ...about, newestVerdictId: null }])
  await visitor(desk.app).get('/claims/suggestions?q=quay').set('Accept', 'application/json').expect(401)

  const { id } = await unlinked()
  const page = load((await editor.get(`/statements/${id}`).redirects(1).expect(200)).text)
  assert.equal(page('input[name=known]').attr('data-suggest'), '/claims/suggestions')
})

for (const [how, said] of [
  ['words in it', () => 'centimetres sunk'],
  ['its number', () => String(claims[0]?.id)],
  ['its whole sentence', () => claims[0]?.sentence.toUpperCase()],
] as const) {
  test(`an editor links a claim that is there by ${how}`, async () => {
    const before = await desk.db.claim.count()
    const { link, linked } = await unlinked()
    await link({ known: said(), stance: 'denies' }).expect(303)
    const [first, ...more] = await linked()
    assert.deepEqual([first?.claimId, first?.stance, more.length], [claims[0]?.id, 'denies', 0])
    assert.equal(await desk.db.claim.count(), before, 'no new claim is stated')
  })
}

test('words that several claims have are asked about, and the answer is taken', async () => {
  const { link, linked } = await unlinked()
  const asked = load((await link({ known: 'harbour measured', stance: 'doubts' }).expect(422)).text)
  assert.match(asked('#claim-known-error').text(), /choose one, or add words/)
  assert.equal(asked('#claim-known').val(), 'harbour measured')
  assert.equal(asked('#claim-stance [selected]').val(), 'doubts')
  const offered = asked('input[type=radio][name=claimId]').map((_, radio) => asked(radio).attr('value'))
  assert.equal(offered.length, 10)
  assert.deepEqual(await linked(), [])

  await link({ known: 'harbour measured', claimId: offered[3], stance: 'doubts' }).expect(303)
  assert.equal((await linked())[0]?.claimId, Number(offered[3]))
})

test('words that no claim has, a claim that was withdrawn, and an old and a new one at once are refused', async () => {
  const { link, linked } = await unlinked()
  const error = async (form: object, field: string) => {
    const page = load((await link(form).expect(422)).text)
    return page(`#claim-${field}-error`).text()
  }
  assert.match(await error({ known: 'quay afloat' }, 'known'), /Try fewer of them, or state a new claim/)
  assert.match(await error({ known: 'sunk', sentence: 'A new one' }, 'sentence'), /leave one of the two/)

  const [withdrawn] = claims.splice(-1)
  await withdrawClaim(desk.db, { claimId: withdrawn?.id ?? 0, reason: 'Measured by nobody', by: null })
  assert.match(await error({ known: String(withdrawn?.id) }, 'known'), /was withdrawn/)
  assert.match(await error({ known: 'measured 2011' }, 'known'), /No claim has all these words/)
  assert.deepEqual(await linked(), [])
})
