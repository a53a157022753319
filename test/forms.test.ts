import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { after, test } from 'node:test'
import { type CheerioAPI, load } from 'cheerio'
import { z } from 'zod'
import { pageForms } from '../src/web/page-forms.ts'
import { fieldsOf, firstShown, hasWords, listWritten, secret, unwritten } from '../src/words/asked.ts'
import { findOptionalKind } from '../src/web/form-kinds.ts'
import { crawl } from './support/crawl.ts'
import { openDemoDesk } from './support/desk.ts'
import { signIn } from './support/world.ts'

const { app, db, close, accounts } = await openDemoDesk()
after(close)
const json = { Accept: 'application/json' }
const admin = await signIn(app, accounts.find(({ role }) => role === 'admin') ?? assert.fail('no admin'))

type Stamped = { name: string; kind: string; action: string; isKept: boolean; index: number }

/** The forms of a page that send something, with the names that they carry. */
function formsOf($: CheerioAPI): Stamped[] {
  return $('main form[method="post"]')
    .toArray()
    .map((form, index) => {
      const once = String($(form).find('> input[name="once"]').val())
      const [text = ''] = once.split('.')
      const fields = JSON.parse(Buffer.from(text, 'base64url').toString()) as string[]
      const [, , , name = '', action = '', title] = fields
      return { name, kind: name.split('@')[0] ?? '', action, isKept: title !== '', index }
    })
}

const formAt = ($: CheerioAPI, index: number) => $('main form[method="post"]').eq(index)
const fieldsAt = ($: CheerioAPI, index: number) =>
  formAt($, index)
    .serializeArray()
    .filter(({ name }) => name !== 'once')

/** The field of a form that somebody types into. */
const typed = 'textarea[name], input[name]:not([type]), input[name][type="text"], input[name][type="search"]'

/** A page for each set of forms that pages of the demo newsroom have, with several forms on it. */
const pages = await pagesWithForms()
async function pagesWithForms(): Promise<string[]> {
  const bySet = new Map<string, string>()
  for await (const { page, $ } of crawl(admin, { from: ['/', '/desk'], mostAlike: 6 })) {
    const named = formsOf($).filter(({ name, isKept }) => name !== '' && isKept)
    const isSeveral = $('main form[method="post"]').length > 1
    const kinds = [...new Set(named.map(({ kind }) => kind))].sort().join(' ')
    if (isSeveral && named.length > 0 && !bySet.has(kinds)) bySet.set(kinds, page)
  }
  return [...bySet.values()]
}

/** That form has the mark and the errors, whatever it is folded into is open, and no other form has anything of it. */
function assertIn($: CheerioAPI, name: string, mark: string, where: string): void {
  const all = formsOf($)
  const own = all.filter((form) => form.name === name)
  assert.equal(own.length, 1, `${where}: one form ${name}`)
  for (const { name: other, index } of all) {
    const values = fieldsAt($, index).map(({ value }) => value)
    const hasMark = values.some((value) => value.includes(mark))
    assert.equal(hasMark, other === name, `${where}: ${other || 'a button'} and the words of ${name}`)
    if (other === name)
      assert.equal(formAt($, index).parents('details:not([open])').length, 0, `${where}: ${name} is open`)
    else
      assert.equal(
        formAt($, index).find('.error, [aria-invalid]').length,
        0,
        `${where}: no error of ${name} in ${other}`,
      )
  }
}

/** A summary stands above that form and has the focus; its links lead to the fields that are marked, each with its sentence. */
function assertSummary($: CheerioAPI, index: number, where: string): void {
  const summary = $('.errors[role=alert][autofocus]')
  assert.equal(summary.length, 1, `${where}: one summary`)
  assert.ok(summary.next('form').is(formAt($, index)), `${where}: above its form`)
  const field = formAt($, index).find(String(summary.find('a').attr('href')))
  assert.equal(field.attr('aria-invalid'), 'true', `${where}: ${summary.html()} leads to the field`)
  const described = String(field.attr('aria-describedby')).split(' ')
  assert.ok(
    described.some((id) => $(`#${id}.error`).text() !== ''),
    `${where}: and it has its own sentence`,
  )
}

test('a form that is refused, or left, has its words and errors on its page, and no other form there has, on any page', async () => {
  const tried = new Set<string>()
  for (const page of pages) {
    const blank = load((await admin.get(page).redirects(1).expect(200)).text)
    const kinds = new Set<string>()
    for (const { name, kind, action, index, isKept } of formsOf(blank)) {
      const field = formAt(blank, index).find(typed).last().attr('name')
      if (!isKept || field === undefined || kinds.has(kind)) continue
      kinds.add(kind)
      tried.add(kind)
      const mark = `MARK-OF-${kind}`
      const once = String(formAt(blank, index).find('> input[name="once"]').val())
      const fields = Object.fromEntries(fieldsAt(blank, index).map(({ name, value }) => [name, value]))
      const sent = { ...fields, once, [field]: `${mark}\u0000` }
      const refused = await admin.post(action).type('form').send(sent).expect(422)
      const again = load(refused.text)
      // The page that it is mended on may offer a list where this one has a field.
      const own = formsOf(again).find((form) => form.name === name) ?? assert.fail(`${page}: ${name} comes back`)
      const isTypedThere = formAt(again, own.index).find(`[name="${field}"]`).is(typed)
      if (isTypedThere) {
        assertIn(again, name, mark, `${page}, refused`)
        assertSummary(again, own.index, `${page}: ${name}`)
      }
      assert.match(again('.errors, .error').text(), /has a character in it/, `${page}: ${name} says what to mend`)

      const left = load((await admin.get(page).redirects(1).expect(200)).text)
      assertIn(left, name, mark, `${page}, left`)
      assert.equal(left('.kept-words').length, 1, page)
      assert.equal(left('.kept-words').next('form').find('> input[name="once"]').length, 1, `${page}: above the form`)
      for (const other of formsOf(left)) {
        const before = formsOf(blank).find((form) => form.name === other.name && form.action === other.action)
        if (other.name === name || other.action.startsWith('/drafts/') || !before) continue
        assert.deepEqual(
          fieldsAt(left, other.index),
          fieldsAt(blank, before.index),
          `${page}: ${other.name} is as it was`,
        )
      }
      await admin.post('/drafts').set(json).type('form').send({ once }).expect(200, { kept: false })
    }
  }
  assert.ok(pages.length >= 8, `pages with several forms: ${pages.join(' ')}`)
  for (const kind of ['verdict', 'note', 'reply', 'withdrawal', 'record', 'passage-note', 'link', 'recheck'])
    assert.ok(tried.has(kind), `${kind} was tried: ${[...tried].join(' ')}`)
})

test('what is typed into a form that is kept belongs to its schema, and a form that asks for a password is not kept', async () => {
  for (const page of [...pages, '/documents/new', '/account', '/account/tokens', '/accounts']) {
    const $ = load((await admin.get(page).redirects(1).expect(200)).text)
    for (const { name, kind, isKept, index } of formsOf($)) {
      const form = formAt($, index)
      if (form.find('[type="password"]').length > 0) assert.ok(!isKept, `${page}: ${name} is not kept`)
      if (!isKept) continue
      const known = findOptionalKind(kind) ?? assert.fail(`${page}: no kind ${kind}`)
      const visible = form.find('textarea[name], select[name], input[name]:not([type="hidden"], [type="file"])')
      for (const field of visible.toArray()) {
        const parts = String($(field).attr('name'))
          .split(/[[\]]+/)
          .filter(Boolean)
        const plain = parts.map((part) => (/^\d+$/.test(part) ? '*' : part)).join('.')
        assert.ok(known.fields.has(plain), `${page}: ${name} asks for ${plain}`)
      }
    }
  }
})

test('two forms of one name on one page, about different things, are two', async () => {
  const notes = await db.note.findMany({ where: { parentId: null, withdrawnAt: null, documentId: { not: null } } })
  const documentId = notes
    .map((note) => note.documentId)
    .find((id) => notes.filter((note) => note.documentId === id).length > 1)
  const page = `/documents/${documentId ?? (await twoThreads())}/desk`
  const blank = load((await admin.get(page).expect(200)).text)
  const replies = formsOf(blank).filter(({ kind }) => kind === 'reply')
  assert.ok(replies.length > 1, 'the page has two threads')
  const [first, second] = replies as [Stamped, Stamped]
  for (const [mine, other] of [
    [first, second],
    [second, first],
  ] as const) {
    const fields = Object.fromEntries(
      formAt(blank, mine.index)
        .serializeArray()
        .map(({ name, value }) => [name, value]),
    )
    await admin
      .post('/drafts')
      .set(json)
      .type('form')
      .send({ ...fields, body: `For ${mine.name}` })
      .expect(200)
    const $ = load((await admin.get(page).expect(200)).text)
    const bodies = formsOf($).filter(({ name }) => [mine.name, other.name].includes(name))
    const words = Object.fromEntries(
      bodies.map(({ name, index }) => [name, formAt($, index).find('textarea').text().trim()]),
    )
    assert.deepEqual(words, { [mine.name]: `For ${mine.name}`, [other.name]: '' })
    await admin.post('/drafts').set(json).type('form').send({ once: fields['once'] }).expect(200)
  }
})

async function twoThreads(): Promise<number> {
  const { id } = await db.document.findFirstOrThrow({ where: { state: { not: 'withdrawn' } } })
  for (const body of ['Who took the picture?', 'Ask the harbour master'])
    await admin
      .post(`/documents/${id}/notes`)
      .type('form')
      .send({ kind: 'comment', visibility: 'internal', body })
      .expect(303)
  return id
}

test('a view that asks for a form that no room defines, or that its page was not given, fails', () => {
  const forms = pageForms({}, { title: 'A page' })
  assert.equal(forms.of('verdict', 'claim-7').name, 'verdict@claim-7')
  assert.throws(() => forms.of('verdlct', 'claim-7'), /No room defines a form “verdlct”/)
  assert.throws(() => forms.the('claim'), /The page was given no form “claim”/)
})

test('what was sent in a form that the page does not have is told, where somebody wrote it', () => {
  const sent = { name: 'resolution@challenge-3', status: 409, errors: {}, choices: {} }
  const values = { revision: '3', outcome: 'upheld', reason: 'The recording has it', once: 'x' }
  const forms = pageForms({ sent: { ...sent, values } }, { title: 'A page' })
  assert.deepEqual(
    forms.left().map(({ name }) => name),
    ['outcome', 'reason'],
  )
  forms.write('/challenges/3/resolution', forms.of('resolution', 'challenge-3'))
  assert.deepEqual(forms.left(), [])
})

test('no view writes a form that sends something by itself', () => {
  const folder = path.join(import.meta.dirname, '../views')
  for (const view of fs.globSync('**/*.ejs', { cwd: folder })) {
    const code = fs.readFileSync(path.join(folder, view), 'utf8')
    if (view !== path.join('partials', 'form.ejs')) assert.doesNotMatch(code, /<form(?![^>]*method="get")/, view)
  }
})

test('a schema says what somebody writes, what they choose, and what nobody does', () => {
  const schema = z
    .object({
      revision: unwritten(z.coerce.number()),
      sentence: z.string().trim().max(10).default(''),
      mode: firstShown(z.enum(['direct', 'indirect']), 'direct'),
      act: z.enum(['says', 'asks']).default('says'),
      topics: z.union([z.array(z.string()), z.string()]).transform(String),
      hops: z.preprocess((value) => value, z.array(z.object({ source: z.string(), translated: z.boolean() }))),
      password: secret(z.string().min(12)),
    })
    .refine(() => true)
  const fields = fieldsOf(schema)
  const types = Object.fromEntries([...fields].map(([name, { type }]) => [name, type]))
  assert.deepEqual(types, {
    revision: 'words',
    sentence: 'words',
    mode: 'list',
    act: 'list',
    topics: 'words',
    'hops.*.source': 'words',
    'hops.*.translated': 'box',
    password: 'words',
  })
  const blank = {
    revision: '7',
    mode: 'direct',
    act: 'says',
    password: 'four plain words',
    once: 'x',
    more: 'evidence',
  }
  assert.equal(hasWords(fields, blank), false)
  assert.equal(hasWords(fields, { ...blank, act: 'asks' }), true)
  const written = listWritten(fields, {
    ...blank,
    mode: 'indirect',
    hops: { 0: { source: 'Lena', translated: 'true' } },
  })
  assert.deepEqual(written, [
    { name: 'mode', values: ['indirect'], isChosen: true },
    { name: 'hops[0][source]', values: ['Lena'], isChosen: false },
    { name: 'hops[0][translated]', values: ['true'], isChosen: true },
  ])
})

test('a text is imported with little typed: its first line is its title, its publisher as last time, its date as people write it', async () => {
  const sent = { text: '## Ferry talks begin again\n\nIslanders were asked.', publisher: 'Northern Ledger' }
  const unclear = await admin
    .post('/documents')
    .type('form')
    .send({ ...sent, published: '03/04/2021' })
    .expect(422)
  const asked = load(unclear.text)
  assert.match(asked('.errors a[href="#published"]').text(), /3 April 2021 or 4 March 2021/)
  const days = asked('#published input[type=radio][name=published]')
  assert.deepEqual(
    days.toArray().map((day) => asked(day).val()),
    ['2021-04-03', '2021-03-04', ''],
  )
  assert.match(asked('title').text(), /^Error: Import a document/)
  assert.match(String(asked('#text').val()), /Islanders were asked/)

  await admin
    .post('/documents')
    .type('form')
    .send({ ...sent, published: '7.10.2021' })
    .expect(303)
  const document = await db.document.findFirstOrThrow({ orderBy: { id: 'desc' } })
  assert.deepEqual(
    [document.title, document.publishedOn?.toISOString().slice(0, 10), document.publishedPrecision],
    ['Ferry talks begin again', '2021-10-07', 'day'],
  )
  const again = load((await admin.get(`/documents/${document.id}/edit`).expect(200)).text)
  assert.equal(again('#published').val(), '7 October 2021', 'a stored date is shown as people write it')
  const next = load((await admin.get('/documents/new').expect(200)).text)
  assert.equal(next('main form :is(textarea, input:not([type=hidden]))').first().attr('id'), 'text')
  assert.equal(next('#publisher').val(), 'Northern Ledger')
  assert.equal(next('details:not([open]) #language').val(), '')
})
