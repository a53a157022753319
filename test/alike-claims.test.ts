import assert from 'node:assert/strict'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { findAlike } from '../src/claims/alike.ts'
import { offerClaims } from '../src/claims/offers.ts'
import { matchingInMeaning, meaningsFor, packWords, readWords, useMeanings } from '../src/claims/meaning.ts'
import { editClaim } from '../src/claims/claims.ts'
import type { OpenDatabase } from '../src/database/connect.ts'
import { openTestDatabase } from './support/database.ts'
import { edits, madeClaim } from './support/like-claims.ts'
import { furtherParaphrases, paraphrases } from './support/paraphrases.ts'
import { giveVerdictOn, makeAccount, makeDocument, recordOn, stateClaim } from './support/world.ts'

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
  assert.match(without?.why ?? '', /^\d of \d words, but one of them denies it$/)
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

test('of what is found the same comes first, and what was merged tells of the claim it became part of', async () => {
  const { db, pool } = database
  const { id: documentId } = await makeDocument(db, { url: 'https://coastwire.example/alike' })
  const { id: statementId } = await recordOn(db, documentId)
  const by = (await makeAccount(db, 'editor')).id
  const state = (sentence: string) => stateClaim(db, statementId, { sentence })
  const said = 'Oil was found below the Marrow Sands in 2014'
  for (let year = 2000; year < 2012; year++) {
    const { id } = await state(`Oil was found below the Marrow Sands in ${year}`)
    await giveVerdictOn(db, { claimId: id }, { by, rating: 'false' })
  }
  const same = await state(said)
  const merged = await state('Petroleum lies under the dunes of Marrow')
  await db.claim.update({ where: { id: merged.id }, data: { mergedIntoId: same.id } })
  const offers = await offerClaims(db, { id: by, role: 'editor', name: 'Ana' }, { q: '', like: said })
  assert.deepEqual([offers[0]?.id, offers[0]?.alike?.why, offers.length], [same.id, 'the same words', 10])
  const [found, ...more] = await findAlike(db, 'Petroleum lies below the dunes of Marrow', 1)
  assert.deepEqual([found?.id, more.length], [same.id, 0])
  assert.match(found?.why ?? '', /^4 of 5 words, in a claim merged into it$/)
  await db.claim.update({
    where: { id: same.id },
    data: { state: 'withdrawn', withdrawnAt: new Date(), withdrawnReason: 'Wrong' },
  })
  assert.notEqual((await findAlike(db, said, 1))[0]?.id, same.id)

  // Any number of withdrawn claims that are more like it take no place from one that stands.
  const wells = 'Fresh water rises in the wells of Saltmarsh Abbey'
  const left = await state(`${wells} again`)
  const gone = { state: 'withdrawn', withdrawnAt: new Date(), withdrawnReason: 'Wrong' } as const
  await db.claim.createMany({ data: Array.from({ length: 120 }, () => ({ sentence: wells, ...gone })) })
  assert.deepEqual(
    (await findAlike(db, wells, 5)).map(({ id }) => id),
    [left.id],
  )

  const chinese = await state('水坝自二〇一六年春天以来没有漏水')
  const [first] = await findAlike(db, '水坝自二〇一六年春天以来漏水', 1)
  assert.equal(first?.id, chinese.id)
  assert.match(first.why, /^1\d of 1\d words/)

  // A word that is counted in no claim is taken for rarer than all that are.
  await pool.query('ANALYZE "ClaimSigns"')
  const [rare] = await findAlike(db, `Zeppelins ${madeClaim(5)}`, 1)
  assert.equal(rare?.sentence, madeClaim(5))
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

const packed = path.join(import.meta.dirname, '../vectors/english.bin')

test(
  'claims in other words are found by the packed vectors',
  { skip: fs.existsSync(packed) ? false : 'vectors/english.bin is not packed: npm run word-vectors' },
  async () => {
    const { db } = database
    const all = [...paraphrases, ...furtherParaphrases]
    const find = async () => {
      let found = 0
      for (const [claim, other] of all) if ((await first(other)).includes(claim)) found++
      return found
    }
    await db.claim.createMany({ data: all.map(([sentence]) => ({ sentence })) })
    useMeanings(db, `${packed}-not-there`)
    const inWords = await find()
    assert.ok(useMeanings(db, packed))
    await meaningsFor(db)?.read(db)
    const found = await find()
    assert.ok(found >= 60 && found > inWords + 20, `${found} of ${all.length}, by words alone ${inWords}`)
  },
)

/** Vectors in which two words are near each other if they are in one of these lists, and no others are. */
function packMade(lists: string[][]): string {
  let seed = 1
  const random = () => ((seed = Math.imul(seed, 48_271) >>> 1) % 2000) / 1000 - 1
  const given = lists.flatMap((words) => {
    const shared = Array.from({ length: 100 }, random)
    return words.map((word) => ({ word, vector: shared.map((value) => value + random() / 10) }))
  })
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'on-record-vectors-')), 'made.bin')
  fs.writeFileSync(file, packWords(given, ['the of and', 'and of the']))
  return file
}

test('a claim is found by what its words mean, as it is worded now, and not where there are no vectors', async (t) => {
  const { db } = database
  const common = ['the', 'of', 'and']
  const file = packMade([
    common,
    ['jetty', 'landing'],
    ['crumbling', 'decaying'],
    ['vicar', 'clergyman'],
    ['sang', 'chanted'],
  ])
  t.after(() => fs.rmSync(path.dirname(file), { recursive: true, force: true }))
  const by = (await makeAccount(db, 'editor')).id
  const { id: statementId } = await recordOn(db, (await makeDocument(db, { by })).id)
  const claim = await stateClaim(db, statementId, { sentence: 'Jetty crumbling' })
  const ask = async (text: string) => (await findAlike(db, text, 5)).find(({ id }) => id === claim.id)
  assert.equal(useMeanings(db, `${file}-not-there`), false)
  assert.equal(await ask('The landing is decaying'), undefined)

  assert.equal(useMeanings(db, file), true)
  await meaningsFor(db)?.read(db)
  const found = await ask('The landing is decaying')
  assert.match(found?.why ?? '', /^near in meaning, 0 of 2 words$/)
  assert.ok(found && found.score > 0.5 && found.score < 1, String(found?.score))
  const far = async (text: string) => ((await ask(text))?.score ?? 0) < 0.5
  assert.ok(await far('A clergyman chanted'))
  await editClaim(db, claim.id, { revision: 1, sentence: 'Vicar sang', topics: [], correction: '', by })
  assert.ok(!(await far('A clergyman chanted')))
  assert.ok(await far('The landing is decaying'))
  const later = await stateClaim(db, statementId, { sentence: 'Crumbling jetty of the vicar' })
  assert.equal((await findAlike(db, 'Clergyman: decaying landing', 1))[0]?.id, later.id)

  for (const sentence of ['The jetty is crumbling', 'Crumbling, the jetty'])
    await stateClaim(db, statementId, { sentence })
  const wordy = await stateClaim(db, statementId, { sentence: 'Orrin Wharf was let at Martinmas by Tollgarth' })
  const offered = await findAlike(db, 'A decaying landing: Orrin Wharf', 2)
  assert.ok(offered[0]?.isMeant)
  assert.equal(offered[1]?.id, wordy.id, 'what is likest in words has a place among what means the same')

  useMeanings(db, file, 300)
  await meaningsFor(db)?.readSome(db)
  assert.equal(meaningsFor(db)?.count, 250, 'one step is waited for')
  await meaningsFor(db)?.read(db)
  assert.equal(meaningsFor(db)?.count, 300, 'of more claims the newest')
  assert.equal((await findAlike(db, 'Clergyman: decaying landing', 1))[0]?.id, later.id)
  const { id: last } = await stateClaim(db, statementId, { sentence: 'The vicar sang of a crumbling jetty' })
  assert.equal((await findAlike(db, 'Chanted, clergyman: decaying landing', 1))[0]?.id, last)
  assert.equal(meaningsFor(db)?.count, 300)

  const words = readWords(file)
  assert.ok(words && matchingInMeaning(words, 'jetty crumbling')('decaying landing') > 0.9)
  fs.truncateSync(file, fs.statSync(file).size - 1)
  assert.throws(() => readWords(file), /damaged: pack it again/)
})
