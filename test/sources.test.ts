import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { load } from 'cheerio'
import { editSource, sourceValues, findSourceToEdit } from '../src/sources/edit.ts'
import { likeness, type Likened } from '../src/sources/likeness.ts'
import { foldName } from '../src/words/names.ts'
import { EditedSource } from '../src/sources/schema.ts'
import { createSource } from '../src/sources/sources.ts'
import { lettersApart, mistakesIn } from '../src/sources/spelling.ts'
import type { SourceKind } from '../src/database/client/enums.ts'
import { openTestDesk } from './support/desk.ts'
import { makeAccount, makeDocument, next, publish, recordOn, signIn, visitor } from './support/world.ts'

const { app, db, close } = await openTestDesk()
after(close)
const editor = await signIn(app, await makeAccount(db, 'editor'))
const reader = visitor(app)
const json = { Accept: 'application/json' }

type Given = Partial<Record<'description' | 'wikidataId' | 'aliases', string>> & {
  kind?: SourceKind
  roles?: object[]
  affiliations?: object[]
}

/** A source with whatever is known of it. */
async function know(name: string, { kind = 'person', ...given }: Given = {}) {
  const { id } = await createSource(db, { name, kind, by: null })
  if (Object.keys(given).length > 0) await change(id, given)
  return id
}

async function change(id: number, given: object) {
  const source = await findSourceToEdit(db, id)
  const values = { ...sourceValues(source), revision: source.revision, ...given }
  await editSource(db, id, { ...EditedSource.parse(values), by: null })
}

type Suggested = { id: number; name: string; alias: string | null; roles: string[]; why: string }
async function suggest(q: string): Promise<Suggested[]> {
  const { body } = await editor.get('/sources/suggestions').query({ q }).expect(200)
  return body as Suggested[]
}

const kabulov = await know('Zamir Kabulov', {
  aliases: 'Замир Кабулов; Samir Kabulow',
  roles: [
    { title: 'ambassador to Kabul', since: '2004', until: '2009' },
    { title: 'envoy to Afghanistan', since: '2011' },
  ],
})
const zakharova = await know('María Zakhárova', { roles: [{ title: 'foreign ministry spokeswoman' }] })
await know('Kabul Times', { kind: 'outlet' })

for (const typed of [
  'kabulov',
  'KABU',
  'zamir',
  'Kabluov',
  'kabulof',
  'Kabuov',
  'Kabullov',
  'kabulov zamir',
  'bulov',
]) {
  test(`who types “${typed}” is offered Zamir Kabulov`, async () => {
    const found = await suggest(typed)
    assert.ok(found.some(({ id }) => id === kabulov))
  })
}

for (const typed of ['Zakharova', 'zakhárova', 'Zakahrova', 'maria zakh', 'Zakharva']) {
  test(`who types “${typed}” is offered María Zakhárova first`, async () => {
    assert.equal((await suggest(typed))[0]?.id, zakharova)
  })
}

test('a suggestion says why: another name, a role, or a slip', async () => {
  const byAlias = (await suggest('кабул')).find(({ id }) => id === kabulov)
  assert.deepEqual([byAlias?.alias, byAlias?.why], ['Замир Кабулов', 'also called Замир Кабулов'])
  const byRole = (await suggest('envoy to')).find(({ id }) => id === kabulov)
  assert.equal(byRole?.why, 'envoy to Afghanistan')
  assert.deepEqual(byRole?.roles, ['envoy to Afghanistan', 'ambassador to Kabul'], 'the present one first')
  assert.equal((await suggest('Kabluov')).find(({ id }) => id === kabulov)?.why, 'spelt nearly like “Kabluov”')
  assert.equal((await suggest('Kabulov')).find(({ id }) => id === kabulov)?.why, 'envoy to Afghanistan')
})

test('what fits exactly comes first, then beginnings, then words in the middle, other names, roles, and slips', async () => {
  const role = await know('Ada Werft', { roles: [{ title: 'Quayle keeper' }] })
  const alias = await know('Berta Werft', { aliases: 'Quayle B' })
  const word = await know('Dan Quayle')
  const start = await know('Quayle Brothers', { kind: 'organisation' })
  const exact = await know('Quayle')
  const slip = await know('Quaile Street', { kind: 'organisation' })
  const found = (await suggest('quayle')).map(({ id }) => id)
  assert.deepEqual(found, [exact, start, word, alias, role, slip])
})

test('of those that fit alike, whoever is quoted most comes first', async () => {
  const rare = await know('Holger Amsel')
  const often = await know('Holger Braun')
  const document = await makeDocument(db)
  await recordOn(db, document.id, { hops: [{ source: 'Holger Braun', cue: 'said' }] })
  assert.deepEqual(
    (await suggest('holger')).map(({ id }) => id),
    [often, rare],
  )
  assert.equal((await suggest(''))[0]?.id, often, 'with nothing typed, those quoted most recently')
})

test('a reader is offered nobody, and hostile letters find nothing and break nothing', async () => {
  await reader.get('/sources/suggestions?q=kab').set(json).expect(401)
  for (const q of ['%', '_', '\\', "'; DROP TABLE", '🦭', 'مرحبا', '()[]*', 'x'.repeat(200), ' ', '%%%%%', '\u202e']) {
    const { body } = await editor.get('/sources/suggestions').query({ q }).expect(200)
    assert.ok(Array.isArray(body))
  }
  await editor
    .get('/sources/suggestions')
    .query({ q: 'x'.repeat(201) })
    .set(json)
    .expect(400)
  const { body } = await editor.get('/sources/suggestions?q[a]=1').set(json).expect(400)
  assert.ok((body as { detail: string }).detail.length > 5)
})

test('names from right to left, in other scripts and with emoji are found', async () => {
  const names = ['حامد كرزاي', 'Владимир Путин', 'Seal 🦭 Watch', '王毅']
  for (const name of names) {
    const id = await know(name)
    assert.equal((await suggest(name.slice(0, 4)))[0]?.id, id, name)
  }
})

test('the list that readers search forgives a slip, too, and shows them nobody who is not public', async () => {
  const document = await makeDocument(db)
  await recordOn(db, document.id, { hops: [{ source: 'Petronella Quist', cue: 'said' }] })
  await know('Petronella Quist-Hidden')
  await publish(db, document.id)
  for (const q of ['petronella', 'Petronela Quist', 'Petornella']) {
    const { body } = await reader.get('/sources').query({ q }).set(json).expect(200)
    assert.deepEqual(
      (body as { sources: { name: string }[] }).sources.map(({ name }) => name),
      ['Petronella Quist'],
      q,
    )
  }
})

test('the form of a source shows the roles there are, and keeps rows for more folded', async () => {
  const id = await know('Ida Rem')
  const read = async () => load((await editor.get(`/sources/${id}/edit`).expect(200)).text)
  const shown = (page: Awaited<ReturnType<typeof read>>, where: string) =>
    page(`${where} > fieldset legend`)
      .toArray()
      .map((legend) => page(legend).text())
  const blank = await read()
  assert.deepEqual(shown(blank, 'main form'), [])
  assert.deepEqual(blank('main form details > summary').text(), 'Add a roleAdd an employer')
  const form = { revision: 1, name: 'Ida Rem', kind: 'person', 'roles[1][title]': 'Mayor', 'roles[0][title]': '' }
  await editor.post(`/sources/${id}`).type('form').send(form).expect(303)

  const one = await read()
  assert.deepEqual(shown(one, 'main form'), ['Role 1'])
  assert.deepEqual(shown(one, 'main form details').slice(0, 2), ['Role 2', 'Role 3'])
  // What was refused stays in sight, where it was written.
  const refused = { ...form, revision: 2, name: '', 'roles[0][title]': 'Mayor', 'roles[1][title]': 'Envoy' }
  const again = load((await editor.post(`/sources/${id}`).type('form').send(refused)).text)
  assert.deepEqual(shown(again, 'main form'), ['Role 1', 'Role 2'])
  // Dates alone are not dropped: they are asked whose they are.
  const dated = { revision: 2, name: 'Ida Rem', kind: 'person', 'roles[0][title]': 'Mayor', 'roles[1][since]': '2019' }
  const asked = load((await editor.post(`/sources/${id}`).type('form').send(dated).expect(422)).text)
  assert.match(asked('main').text(), /Say which role it is, or empty its dates/)
  const employed = { ...dated, 'roles[1][since]': '', 'affiliations[0][until]': '2020' }
  const whom = load((await editor.post(`/sources/${id}`).type('form').send(employed).expect(422)).text)
  assert.match(whom('main').text(), /Say who they work for, or empty the dates/)
})

test('an editor says for whom somebody works, by name and with years, and it shows at both', async () => {
  const ministry = await know('Ministry of Harbours', { kind: 'government' })
  const person = await know('Gerda Lund')
  const page = load((await editor.get(`/sources/${person}/edit`).expect(200)).text)
  assert.equal(page('#affiliations-0-body').attr('data-suggest'), '/sources/suggestions')
  assert.equal(page('input[data-id-of="affiliations-0-body"]').attr('name'), 'affiliations[0][bodyId]')
  const form = {
    revision: 1,
    name: 'Gerda Lund',
    kind: 'person',
    'affiliations[0][body]': 'ministry of HARBOURS',
    'affiliations[0][since]': '2019-05',
    'affiliations[1][body]': '',
  }
  await editor.post(`/sources/${person}`).type('form').send(form).expect(303)

  const hers = load((await editor.get(`/sources/${person}`).redirects(1).expect(200)).text)
  assert.match(hers('dl').text(), /Works for\s+Ministry of Harbours, since May 2019/)
  const theirs = load((await editor.get(`/sources/${ministry}`).redirects(1).expect(200)).text)
  assert.match(theirs('section[aria-labelledby=people]').text(), /Gerda Lund, since May 2019/)
  const event = await db.event.findFirstOrThrow({ where: { sourceId: person, action: 'source_edited' } })
  assert.match(JSON.stringify(event.after), /Ministry of Harbours/)
})

test('nobody works for themselves, not even by way of others, nor until before they began', async () => {
  const [a, b, c] = [await know('Ring One'), await know('Ring Two'), await know('Ring Three')]
  await change(a, { affiliations: [{ body: 'Ring Two' }] })
  await change(b, { affiliations: [{ body: 'Ring Three' }] })
  const refuse = async (affiliations: object[]) => {
    const { revision, name, kind } = await db.source.findUniqueOrThrow({ where: { id: c } })
    const { body } = await editor
      .post(`/sources/${c}`)
      .set(json)
      .send({ revision, name, kind, affiliations })
      .expect(422)
    return (body as { detail: string }).detail
  }
  assert.match(await refuse([{ body: 'Ring One' }]), /would work for itself/)
  assert.match(await refuse([{ body: 'Ring Three' }]), /cannot work for themselves/)
  assert.match(await refuse([{ body: 'Else', since: '2020', until: '2019' }]), /ends after it began/)
  assert.match(await refuse([{ bodyId: 999_999 }]), /no longer exists/)
  assert.equal(await db.sourceAffiliation.count({ where: { sourceId: c } }), 0)
  assert.equal(await db.source.count({ where: { name: 'Else' } }), 0, 'nothing is half done')
})

test('which of several bodies of one name is meant is asked, and stays as it was afterwards', async () => {
  const first = await know('Port Office', { kind: 'organisation' })
  const second = await know('Port Office', { kind: 'organisation', description: 'of Ansel' })
  const person = await know('Ole Brandt')
  const form = { revision: 1, name: 'Ole Brandt', kind: 'person', 'affiliations[0][body]': 'Port Office' }
  const asked = load((await editor.post(`/sources/${person}`).type('form').send(form).expect(422)).text)
  const offered = asked('input[type=radio]').map((_, radio) => asked(radio).attr('value'))
  assert.deepEqual(offered.get(), [String(first), String(second)])
  await editor
    .post(`/sources/${person}`)
    .type('form')
    .send({ ...form, 'affiliations[0][bodyId]': second })
    .expect(303)
  await change(person, { description: 'a pilot' })
  const rows = await db.sourceAffiliation.findMany({ where: { sourceId: person } })
  assert.deepEqual(
    rows.map(({ bodyId }) => bodyId),
    [second],
  )
})

test('several other names stand on a line, and too many or too long ones are refused', async () => {
  const id = await know('Nora Vik', { aliases: 'N. Vik; Nora V.\nVik; nora vík' })
  const stored = await db.sourceAlias.findMany({ where: { sourceId: id }, orderBy: { id: 'asc' } })
  assert.deepEqual(
    stored.map(({ folded }) => folded),
    ['n. vik', 'nora v.', 'vik', 'nora vik'],
  )
  const refuse = async (given: object) => {
    const sent = { revision: 2, name: 'Nora Vik', kind: 'person', ...given }
    const { body } = await editor.post(`/sources/${id}`).set(json).send(sent).expect(422)
    return (body as { detail: string }).detail
  }
  assert.match(await refuse({ aliases: Array.from({ length: 9_000 }, (_, i) => `Name ${i}`) }), /At most 1000/)
  assert.match(await refuse({ aliases: 'x'.repeat(300) }), /at most 200 characters/)
  assert.match(await refuse({ name: 'x'.repeat(300) }), /At most 200 characters/)
  assert.equal(await db.sourceAlias.count({ where: { sourceId: id } }), 4)
})

test('letters apart are counted with neighbours swapped as one slip, and words typed halfway are forgiven', () => {
  assert.equal(lettersApart('kabluov', 'kabulov', 2), 1)
  assert.equal(lettersApart('kabulov', 'kabulov', 2), 0)
  assert.equal(lettersApart('kebulow', 'kabulov', 2), 2)
  assert.equal(lettersApart('lavrov', 'putin', 2), 3)
  assert.equal(lettersApart('', 'ab', 2), 2)
  assert.equal(mistakesIn('kabl', 'kabulov'), 1)
  assert.equal(mistakesIn('kab', 'kabulov'), 0)
  assert.equal(mistakesIn('cab', 'kabulov'), undefined)
})

const like = (
  name: string,
  given: Partial<Omit<Likened, 'roles' | 'aliases'>> & { role?: string; alias?: string } = {},
) => ({
  name,
  folded: foldName(name),
  kind: given.kind ?? ('person' as const),
  wikidataId: given.wikidataId ?? null,
  aliases: given.alias ? [{ name: given.alias, folded: foldName(given.alias) }] : [],
  roles: given.role ? [{ title: given.role, folded: foldName(given.role) }] : [],
})
const body = { kind: 'organisation' as const }
const pairs: [Likened, Likened, RegExp | undefined][] = [
  [like('Zoë Holm'), like('zoe holm'), /same name except for accents or capitals/],
  [like('Zoe Holm'), like('Zoe Holm'), /the same name$/],
  [like('ZK', { alias: 'Zamir Kabulov' }), like('Zamir Kabulov'), /name of one is another name of the other/],
  [like('Z. Kabulov'), like('Zamir Kabulov'), /initials and the full name/],
  [like('J.R. Tolkien'), like('John Ronald Reuel Tolkien'), /initials/],
  [like('Zamir Kabulof'), like('Zamir Kabulov'), /one letter differs/],
  [like('Zamir Kabluov'), like('Zamir Kabulov'), /two letters are swapped/],
  [like('Kabulov, Zamir'), like('Zamir Kabulov'), /another order/],
  [like('The Coast Wire', body), like('Coast Wire', body), /except for “the”/],
  [like('Coast-Wire', body), like('Coast Wire', body), /except for punctuation/],
  [like('U.N.', body), like('United Nations', body), /first letters/],
  [like('OPEC', body), like('Organization of the Petroleum Exporting Countries', body), /first letters/],
  [
    like('Special envoy Kabulov', { role: 'Envoy' }),
    like('Z A Kabulov', { role: 'envoy' }),
    /same surname and the same role, “envoy”/i,
  ],
  [like('Zamir Kabulov', { wikidataId: 'Q1' }), like('Zamir Kabulov', { wikidataId: 'Q2' }), undefined],
  [like('Witness 1'), like('Witness 2'), undefined],
  [like('Anna Smith'), like('John Smith'), undefined],
  [like('Ann'), like('Jan'), undefined],
  [like('🦭'), like('🦀'), undefined],
]
for (const [one, other, reason] of pairs) {
  test(`“${one.name}” and “${other.name}” are ${reason ? 'probably one, and it is said why' : 'not likened'}`, () => {
    for (const found of [likeness(one, other), likeness(other, one)]) {
      if (reason) assert.match(found ?? 'nothing', reason)
      else assert.equal(found, undefined)
    }
  })
}

test('whoever was just added is listed with whom they probably are, and told apart once and for all', async () => {
  const n = next()
  const full = await know(`Wilhelmina Ostergaard${n}`)
  const short = await know(`W. Ostergaard${n}`)
  const page = load((await editor.get('/sources/duplicates').expect(200)).text)
  const row = page('.pairs > li').filter((_, li) => page(li).text().includes(`Ostergaard${n}`))
  assert.match(row.text(), /Because: initials and the full name/)
  assert.equal(row.find('a.button').attr('href'), `/sources/${short}/merge?intoId=${full}`)
  assert.match(load((await editor.get('/sources').expect(200)).text)('main').text(), /Probable duplicates\s*\(\d+\)/)
  const own = load((await editor.get(`/sources/${full}`).redirects(1).expect(200)).text)
  assert.match(own('section[aria-labelledby=like]').text(), /W\. Ostergaard.*Because: initials/s)

  const pair = await db.sourcePair.findFirstOrThrow({ where: { earlierId: full, laterId: short } })
  const path = `/sources/duplicates/${pair.id}`
  await editor.post(`${path}/dismissal`).expect(303)
  await editor.post(`${path}/dismissal`).set(json).expect(422)
  const isListed = async (query: string) => {
    const { body } = await editor.get(`/sources/duplicates${query}`).set(json).expect(200)
    return (body as { pairs: { id: number }[] }).pairs.some(({ id }) => id === pair.id)
  }
  assert.deepEqual([await isListed(''), await isListed('?different=true')], [false, true])
  await change(short, { description: 'a pilot' })
  assert.equal(await isListed(''), false, 'a later change does not bring it back')
  await editor.post(`${path}/reopening`).expect(303)
  assert.deepEqual([await isListed(''), await isListed('?different=true')], [true, false])
  assert.equal(await db.event.count({ where: { sourceId: short, action: 'sources_told_apart' } }), 1)

  await change(short, { name: `Bruno Ostergaard${n}` })
  assert.equal(await isListed(''), false, 'with another name they are not alike any more')
})

test('sources that came without being compared are compared when an editor asks', async () => {
  const data = ['Ludmilla Reinhardt', 'Ludmila Reinhardt'].map((name) => ({
    name,
    folded: foldName(name),
    kind: 'person' as const,
  }))
  await db.source.createMany({ data })
  const page = load((await editor.get('/sources/duplicates').expect(200)).text)
  assert.match(page('form.inline').text(), /2 sources came here without being compared/)
  await editor.post('/sources/comparisons').expect(303)
  const after = load((await editor.get('/sources/duplicates').expect(200)).text)
  assert.match(after('.pairs').text(), /Ludmilla Reinhardt.*one letter differs/s)
  assert.equal(after('form.inline').length, 0)
  await reader.get('/sources/duplicates').set(json).expect(401)
})
