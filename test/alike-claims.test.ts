import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { findAlike } from '../src/claims/alike.ts'
import { editClaim } from '../src/claims/claims.ts'
import type { OpenDatabase } from '../src/database/connect.ts'
import { openTestDatabase } from './support/database.ts'
import { edits, madeClaim } from './support/like-claims.ts'
import { makeAccount, makeDocument, recordOn, stateClaim } from './support/world.ts'

const count = 1500
let database: OpenDatabase
before(async () => {
  database = await openTestDatabase()
  const sentences = Array.from({ length: count }, (_, i) => ({ sentence: madeClaim(i) }))
  await database.db.claim.createMany({ data: sentences })
})
after(() => database.close())

const first = async (text: string, most = 5) =>
  (await findAlike(database.db, text, most)).map(({ sentence }) => sentence)

for (const isCounted of [false, true]) {
  test(`a claim is found again among ${count}, ${isCounted ? 'whose words are counted' : 'before their words are counted'}`, async () => {
    if (isCounted) await database.pool.query('ANALYZE "ClaimSigns"')
    for (const [edit, make] of Object.entries(edits)) {
      let found = 0
      for (let seed = 0; seed < 20; seed++) {
        const sentence = madeClaim(seed * 73 + 7)
        if ((await first(make(sentence, seed))).includes(sentence)) found++
      }
      assert.ok(found >= (edit === 'three tenths changed' ? 18 : 20), `${edit}: ${found} of 20`)
    }
  })
}

test('what is found says how like it is and why, and what speaks against it', async () => {
  const { db } = database
  const account = await makeAccount(db, 'editor')
  const statement = await recordOn(db, (await makeDocument(db, { by: account.id })).id)
  const claim = await stateClaim(db, statement.id, {
    sentence: 'The Kettle Dam has not leaked since the spring of 2016',
  })
  const ask = async (text: string) => (await findAlike(db, text, 50)).find(({ id }) => id === claim.id)
  const same = await ask('the kettle dam has NOT leaked, since the spring of 2016')
  assert.deepEqual([same?.score, same?.why], [1, 'the same words'])
  const without = await ask('The Kettle Dam has leaked since the spring of 2016')
  assert.match(without?.why ?? '', /^\d of \d words, but one of them denies$/)
  assert.match(
    (await ask('The Kettle Dam has not leaked since the spring of 2015'))?.why ?? '',
    /, but the numbers differ$/,
  )
  assert.ok((without?.score ?? 1) < 1)
  assert.equal(await ask('Grapes are sweeter in autumn'), undefined)
  assert.deepEqual(await findAlike(db, '', 5), [])
  for (const strange of ['the of and', '?!', "'); --", '😀', 'a'.repeat(5000), '\\ " { } ,', '水 坝'])
    await findAlike(db, strange, 5)

  // What it is found by follows its sentence.
  const sentence = 'Grapes were picked late on Hollow Hill'
  await editClaim(db, claim.id, { revision: 1, sentence, topics: [], correction: '', by: account.id })
  assert.equal((await ask('Grapes on Hollow Hill were picked late'))?.id, claim.id)
  assert.equal(await ask('the kettle dam has not leaked since the spring of 2016'), undefined)
})

test('what claims are found by is made anew as it was made at first', async () => {
  const { pool } = database
  const all = async () =>
    (await pool.query<object>('SELECT * FROM "ClaimSigns" ORDER BY "claimId"')).rows.map((row) => JSON.stringify(row))
  const before = await all()
  await pool.query('DELETE FROM "ClaimSigns"')
  await pool.query('SELECT refresh_all_claim_signs()')
  assert.deepEqual(await all(), before)
})
