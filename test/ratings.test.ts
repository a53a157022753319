import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { load } from 'cheerio'
import { openTestDesk } from './support/desk.ts'
import {
  giveVerdictOn,
  makeAccount,
  makeDocument,
  next,
  recordOn,
  signIn,
  stateClaim,
  visitor,
} from './support/world.ts'

const { app, db, close } = await openTestDesk()
after(close)
const accounts = { reviewer: await makeAccount(db, 'reviewer'), admin: await makeAccount(db, 'admin') }
const reviewer = await signIn(app, accounts.reviewer)
const admin = await signIn(app, accounts.admin)
const reader = visitor(app)
const json = { Accept: 'application/json' }

const given = () => ({ axis: 'accuracy', label: `Satire ${next()}`, meaning: 'Meant as a joke.', tone: 'caution' })

async function add(form: object = {}): Promise<number> {
  const { body } = await admin
    .post('/ratings')
    .set(json)
    .send({ ...given(), ...form })
    .expect(201)
  return (body as { id: number }).id
}

const find = (id: number) => db.rating.findUniqueOrThrow({ where: { id } })

test('the scales begin with what each rating takes, and with questions to tick', async () => {
  const ratings = await db.rating.findMany({ where: { retired: false } })
  const requires = Object.fromEntries(ratings.map((rating) => [`${rating.axis} ${rating.slug}`, rating.requires]))
  assert.equal(ratings.length, 17)
  assert.equal(requires['attribution confirmed'], 'primary_source')
  assert.equal(requires['attribution corroborated'], 'second_origin')
  for (const slug of ['misquoted', 'misattributed', 'fabricated', 'out-of-context']) {
    assert.equal(requires[`attribution ${slug}`], 'evidence')
  }
  for (const slug of ['true', 'mostly-true', 'mostly-false', 'false'])
    assert.equal(requires[`accuracy ${slug}`], 'evidence')
  assert.equal(requires['accuracy unchecked'], 'none')
  assert.ok(ratings.filter(({ checklist }) => checklist.length > 0).length >= 15)
})

test('an admin adds a rating with its checklist; editors can give it, and readers find how it is given', async () => {
  const sent = {
    ...given(),
    requires: 'evidence',
    ratingValue: '3',
    checklist: 'Is it marked as satire?\n\n Did you ask? ',
  }
  await admin.post('/ratings').type('form').send(sent).expect(303)
  const rating = await db.rating.findFirstOrThrow({ where: { label: sent.label } })
  assert.deepEqual(rating.checklist, ['Is it marked as satire?', 'Did you ask?'])
  assert.equal(rating.slug, sent.label.toLowerCase().replace(' ', '-'))
  const event = await db.event.findFirstOrThrow({ where: { action: 'rating_added' }, orderBy: { id: 'desc' } })
  assert.equal((event.after as { rating: string }).rating, sent.label)
  assert.match((await admin.get('/activity').expect(200)).text, /added a rating/)

  const scales = load((await admin.get('/ratings').expect(200)).text)
  const row = scales(`#rating-${rating.id}`)
  assert.match(row.text(), /!\s*Satire.*Needs evidence · 2 questions to tick · ClaimReview value 3 of 5/s)
  const method = load((await reader.get('/about/method').expect(200)).text)
  const own = method('.ratings > div').filter((_, row) => method(row).text().includes(sent.label))
  assert.match(own.text(), /Meant as a joke\. Needs evidence\..*Is it marked as satire\?/s)
  assert.equal(method('a[href="/ratings"]').length, 0)

  const statement = await recordOn(db, (await makeDocument(db)).id)
  const claim = await stateClaim(db, statement.id, { sentence: `The mayor joked, report ${next()}` })
  await reviewer
    .post(`/claims/${claim.id}/verdicts`)
    .set(json)
    .send({ ratingId: rating.id, reasons: 'Funny' })
    .expect(422)
  const evidence = [{ url: 'https://satire.example', kind: 'other' }]
  await reviewer
    .post(`/claims/${claim.id}/verdicts`)
    .set(json)
    .send({ ratingId: rating.id, reasons: 'Funny', evidence })
    .expect(201)
})

test('a rating’s slug is made once and never changes; two of one first label are told apart', async () => {
  const label = `Überholt ${next()}`
  const first = await add({ label })
  assert.match((await find(first)).slug, /^uberholt-\d+$/)
  const { revision } = await find(first)
  await admin
    .post(`/ratings/${first}`)
    .set(json)
    .send({ label: `Outdated ${next()}`, meaning: 'It was so.', tone: 'caution', revision, slug: 'hacked' })
    .expect(200)
  const { slug } = await find(first)
  assert.match(slug, /^uberholt-\d+$/)
  assert.equal((await find(await add({ label }))).slug, `${slug}-2`)
})

test('a rating is edited with its history kept, and a stale form overwrites nothing', async () => {
  const id = await add()
  const edited = {
    label: `Parody ${next()}`,
    meaning: 'Meant to amuse.',
    tone: 'open',
    revision: 1,
    checklist: ['Sure?'],
  }
  await admin.post(`/ratings/${id}`).set(json).send(edited).expect(200)
  const stale = { ...edited, label: 'Something else', meaning: 'MY-WORDS' }
  const $ = load((await admin.post(`/ratings/${id}`).type('form').send(stale).expect(409)).text)
  assert.match($('form .conflict .both').text(), /MY-WORDS.*Meant to amuse\./s)
  assert.equal($('textarea[name=meaning]').val(), 'MY-WORDS')
  assert.equal($('input[name=revision]').val(), '2')
  assert.equal((await find(id)).meaning, 'Meant to amuse.')
  const event = await db.event.findFirstOrThrow({ where: { action: 'rating_edited' }, orderBy: { id: 'desc' } })
  assert.equal((event.before as { meaning: string }).meaning, 'Meant as a joke.')
  assert.equal((event.after as { meaning: string }).meaning, 'Meant to amuse.')
})

test('a rating moves up and down its scale by buttons, not beyond its ends', async () => {
  const inOrder = async () => {
    const rows = await db.rating.findMany({ where: { axis: 'accuracy', retired: false }, orderBy: { position: 'asc' } })
    return rows.map((rating) => rating.id)
  }
  const [id, other] = [await add(), await add()]
  const move = (which: number, direction: string) =>
    admin.post(`/ratings/${which}/position`).type('form').send({ direction })
  await move(other, 'up').expect(303)
  assert.deepEqual((await inOrder()).slice(-2), [other, id])
  const $ = load((await admin.get('/ratings').expect(200)).text)
  assert.equal($(`#rating-${id} button[value=down]`).length, 0, 'the last has no way down')
  const end = load((await move(id, 'down').expect(422)).text)
  assert.match(end('[role=alert]').text(), /It is the last of its scale already/)
  await move(id, 'sideways').expect(422)
  await Promise.all([move(id, 'up'), move(other, 'down')])
  assert.equal(new Set(await inOrder()).size, (await inOrder()).length)
})

test('a rating in use is retired, not deleted: its verdicts keep it, it is given no more, and it can be brought back', async () => {
  const id = await add()
  const { slug, label } = await find(id)
  const statement = await recordOn(db, (await makeDocument(db)).id)
  const claim = await stateClaim(db, statement.id, { sentence: `The mayor laughed, report ${next()}` })
  await giveVerdictOn(db, { claimId: claim.id }, { by: accounts.admin.id, rating: slug })
  const retire = (retired: boolean) => admin.post(`/ratings/${id}/retirement`).type('form').send({ retired })
  await retire(true).expect(303)
  await retire(true).expect(422)
  const page = load((await reviewer.get(`/claims/${claim.id}`).redirects(1).expect(200)).text)
  assert.match(page('.page-head .rating').text(), new RegExp(label))
  assert.equal(page(`input[name=ratingId][value=${id}]`).length, 0)
  await admin.post(`/ratings/${id}/position`).set(json).send({ direction: 'up' }).expect(422)
  await retire(false).expect(303)
  const again = load((await reviewer.get(`/claims/${claim.id}`).redirects(1).expect(200)).text)
  assert.equal(again(`input[name=ratingId][value=${id}]`).length, 1)
})

test('bad ratings are refused beside their field, with what was typed kept', async () => {
  const { label } = await find(await add())
  const bad: [form: object, field: string, said: RegExp][] = [
    [{ label: ' ' }, 'label', /Give it a name/],
    [{ label: label.toUpperCase() }, 'label', /is on this scale already/],
    [{ label: 'x'.repeat(61) }, 'label', /At most 60/],
    [{ meaning: '' }, 'meaning', /Say in one sentence/],
    [{ tone: 'rosy' }, 'tone', /Choose one of the list/],
    [{ axis: 'taste' }, 'axis', /Choose one of the list/],
    [{ ratingValue: '9' }, 'ratingValue', /from 1 to 5/],
    [{ ratingValue: 'high' }, 'ratingValue', /from 1 to 5/],
    [{ requires: 'second_origin' }, 'requires', /shows that something was said, not that it is true/],
    [{ checklist: 'Why?\n'.repeat(1) + 'x'.repeat(301) }, 'checklist', /at most 300/],
    [{ checklist: Array.from({ length: 21 }, (_, i) => `Question ${i}?`) }, 'checklist', /At most 20/],
  ]
  const before = await db.rating.count()
  for (const [form, field, said] of bad) {
    const refused = await admin
      .post('/ratings')
      .set(json)
      .send({ ...given(), ...form })
    assert.equal(refused.status, 422, field)
    const { errors } = refused.body as { errors: Record<string, string[]> }
    const sentences = Object.entries(errors).filter(([name]) => name.startsWith(field))
    assert.match(sentences.flatMap(([, each]) => each).join(), said)
  }
  assert.equal(await db.rating.count(), before)
  const evil = '<script>alert(1)</script>'
  const $ = load(
    (
      await admin
        .post('/ratings')
        .type('form')
        .send({ ...given(), label: evil, meaning: '' })
        .expect(422)
    ).text,
  )
  assert.equal($('input[name=label]').val(), evil)
  await add({ label: evil })
  assert.doesNotMatch((await admin.get('/ratings').expect(200)).text, /<script>alert/)
})

test('only an admin sees and changes the scales', async () => {
  const id = await add()
  for (const [browser, status] of [
    [reader, 401],
    [reviewer, 403],
  ] as const) {
    await browser.get('/ratings').set(json).expect(status)
    await browser.get(`/ratings/${id}/edit`).set(json).expect(status)
    for (const path of ['/ratings', `/ratings/${id}`, `/ratings/${id}/position`, `/ratings/${id}/retirement`]) {
      await browser.post(path).set(json).send({ retired: true, direction: 'up' }).expect(status)
    }
  }
  assert.equal((await find(id)).retired, false)
  await admin.get('/ratings/99999/edit').set(json).expect(404)
  await admin.post('/ratings/99999/position').set(json).send({ direction: 'up' }).expect(404)
})
