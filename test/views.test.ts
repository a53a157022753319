import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { after, test } from 'node:test'
import { load } from 'cheerio'
import ejs from 'ejs'
import { helpers } from '../src/pages/helpers.ts'
import { crawl } from './support/crawl.ts'
import { openDemoDesk, openTestDesk } from './support/desk.ts'
import { openForm } from './support/forms.ts'
import { signIn, visitor } from './support/world.ts'

const folder = path.join(import.meta.dirname, '../views')
const views = fs.globSync('**/*.ejs', { cwd: folder }).sort()

/** The templates that were needed so far. Each is read once, when a page first comes to it. */
const rendered = new Set<string>()
ejs.fileLoader = (file) => {
  rendered.add(path.relative(folder, file))
  return fs.readFileSync(file, 'utf8')
}

const desk = await openDemoDesk()
after(() => desk.close())

test('nothing goes onto a page unescaped but other views, the page and its data into the layout, notes as the sanitiser left them, and pictures as src/pictures/svg.ts wrote them', () => {
  for (const view of views) {
    const raw = fs.readFileSync(path.join(folder, view), 'utf8').matchAll(/<%-\s*(.*?)\s*-?%>/gs)
    for (const [, code = ''] of raw) {
      const isFine =
        code.startsWith('include(') ||
        (view === 'layout.ejs' && ['body', 'inScript(linkedData)'].includes(code)) ||
        (view === 'layout-bare.ejs' && code === 'body') ||
        ['note.html', 'svg'].includes(code)
      assert.ok(isFine, `${view} has <%- ${code}`)
    }
  }
})

/** A link or heading whose words are somebody's: a name, a title, a claim, what was said. */
const givenWords =
  /<(?:a|h1)((?: (?:[^<>%]|<%=[^%]*%>)*)?)><%= *(?:quoted\([^%]*|[\w.?]*\b(?:title|name|sentence|words|what|who)) *%>/g
/** The desk's own English sentence, with names in it. */
const ownSentences = ['shown.title']

test('names, titles and claims of links and headings stand in their own direction, with or without a style sheet', () => {
  let seen = 0
  for (const view of views) {
    for (const [found, attributes = ''] of fs.readFileSync(path.join(folder, view), 'utf8').matchAll(givenWords)) {
      const isOwn = ownSentences.some((name) => found.includes(`<%= ${name} %>`))
      assert.equal(attributes.includes('dir="auto"'), !isOwn, `${view}: ${found}`)
      seen++
    }
  }
  assert.ok(seen > 80, `${seen} found`)
})

/** Methods that write a value down; all others are work that belongs into the room's TypeScript. */
const writing = ['toISOString', 'toLocaleString', 'toLowerCase', 'toFixed', 'entries', 'join']
/** What a view may call: other views, the helpers that all are given, what may be done, and its forms. */
const callable = new Set([...Object.keys(helpers), ...writing, 'include', 'inScript', 'may', 'encodeURIComponent'])
for (const name of ['of', 'the', 'isBegunBesides', 'write', 'filled']) callable.add(name)
const mostConstants = 3

/** Views that still compute, with how many calls of their own and how many constants at most: take from it, add nothing. */
const stillComputing: Record<string, [calls: number, constants: number]> = {
  'accounts/invitation.ejs': [2, 3],
  'accounts/show.ejs': [1, 3],
  'accounts/tokens.ejs': [5, 3],
  'activity.ejs': [4, 3],
  'challenges/follow.ejs': [1, 3],
  'challenges/index.ejs': [2, 3],
  'challenges/show.ejs': [5, 6],
  'merging/duplicates.ejs': [1, 3],
  'method.ejs': [1, 3],
  'notes/index.ejs': [1, 3],
  'partials/chain.ejs': [1, 3],
  'partials/cite.ejs': [1, 3],
  'partials/derived-claim.ejs': [2, 3],
  'partials/evidence-fields.ejs': [4, 6],
  'partials/left-words.ejs': [1, 3],
  'partials/note-form.ejs': [4, 5],
  'partials/shares.ejs': [2, 3],
  'partials/side-by-side.ejs': [1, 3],
  'partials/statement-form.ejs': [4, 7],
  'partials/suggestions.ejs': [1, 3],
  'partials/verdict-succession.ejs': [1, 3],
  'sources/edit.ejs': [2, 4],
  'sources/show.ejs': [4, 3],
  'topics/show.ejs': [1, 3],
}

test('a view shows what it is given: it goes through no lists and makes few values of its own', () => {
  for (const view of views) {
    const { calls, constants } = computedIn(fs.readFileSync(path.join(folder, view), 'utf8'))
    const [mostCalls, most] = stillComputing[view] ?? [0, mostConstants]
    assert.ok(calls.length <= mostCalls, `${view} calls ${calls.join(', ')}: make it where it is typed and tested`)
    assert.ok(constants <= most, `${view} has ${constants} constants, at most ${most} are read at a glance`)
  }
})

/** The calls in a view's code that no view may make, and how many constants it has beside those of its loops. */
function computedIn(template: string) {
  const code = [...template.matchAll(/<%(?!#)[-=_]?(.*?)[-_]?%>/gs)].map(([, inside = '']) => inside).join('\n')
  const bare = code.replace(/'[^'\n]*'/g, "''")
  return {
    calls: [...bare.matchAll(/([\w$]+)\(/g)].map(([, name = '']) => name).filter((name) => !callable.has(name)),
    constants: [...bare.matchAll(/\bconst\b[^=;\n]*=/g)].filter(([text]) => !/\bof\b/.test(text)).length,
  }
}

test('no sentence of a page has more than 25 words, and none speaks of “whoever” or of what somebody “is told”', () => {
  for (const view of views) {
    const source = fs.readFileSync(path.join(folder, view), 'utf8')
    const hints = [...source.matchAll(/\b(?:hint|label|legend): '([^']*)'/g)].map(([, words = '']) => words)
    const text = source
      .replaceAll(/<%#.*?%>/gs, '')
      .replaceAll(/<%[-=].*?%>/gs, '…')
      .replaceAll(/<%.*?%>/gs, ' ')
      .replaceAll(/<\/(?:p|li|h\d|d[dt]|t[hd]|label|summary|legend|option|div|button)>/g, '. ')
      .replaceAll(/<[^>]+>/g, ' ')
    for (const sentence of [text, ...hints].flatMap((words) => words.split(/(?<=[.!?])\s+/))) {
      const words = sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}…]/u.test(word))
      assert.ok(words.length <= 25, `${view}: ${words.length} words: ${words.join(' ')}`)
      assert.doesNotMatch(sentence, /\bwhoever\b|\b(?:is|are) told\b/i, view)
    }
  }
})

test('no sentence in the code speaks of “whoever” or of what somebody “is told” either', () => {
  const code = path.join(import.meta.dirname, '../src')
  const files = fs.globSync('**/*.ts', { cwd: code }).filter((file) => !file.startsWith('database/client/'))
  for (const file of files) {
    const source = fs.readFileSync(path.join(code, file), 'utf8')
    const bare = source.replaceAll(/\/\*.*?\*\/|^\s*\/\/.*$/gms, '')
    for (const [sentence] of bare.matchAll(/'[^'\n]*'|`[^`]*`/g))
      assert.doesNotMatch(sentence, /\bwhoever\b|\b(?:is|are) (?:not )?told\b/i, file)
  }
})

test('no view knows what a role may: it asks the policy', () => {
  for (const view of views) {
    const code = fs.readFileSync(path.join(folder, view), 'utf8')
    assert.doesNotMatch(code, /includes\([\w.?]*role\)|role\s*[!=]==?\s*'/, view)
  }
})

test('whoever follows every link of the demo newsroom comes by every view, and nothing has another thing’s id', async () => {
  await showFirstStart()
  const reader = visitor(desk.app)
  const admin = await signIn(desk.app, desk.accounts.find(({ role }) => role === 'admin') ?? assert.fail('no admin'))

  const from = ['/', '/session', '/search', '/search?q=taliban', '/search?q=kabulof']
  const files = new Set<string>()
  for await (const { page, $ } of crawl(admin, { from, mostAlike: 12 })) {
    for (const one of $('script[src], link[rel=stylesheet]').get())
      files.add($(one).attr('src') ?? $(one).attr('href') ?? '')
    const ids = $('[id]').map((_, element) => $(element).attr('id'))
    assert.deepEqual(twice(ids.get()), [], `ids on ${page}`)
  }
  for (const file of files) await admin.get(file).expect(200)

  const { id: documentId } = await desk.db.document.findFirstOrThrow({
    where: { state: 'published', title: { startsWith: 'Ten countries' } },
  })
  const { id: statementId } = await desk.db.statement.findFirstOrThrow({ where: { state: 'published' } })
  const { id: claimId } = await desk.db.claim.findFirstOrThrow({ where: { state: 'published' } })
  await admin
    .post(`/documents/${documentId}/statements`)
    .type('form')
    .send({ quote: 'the', mode: 'direct' })
    .expect(422)
  await admin.post(`/documents/${documentId}/desk/changes`).type('form').send({ form: 'true' }).expect(200)
  const edit = `/claims/${claimId}/edit`
  const form = { ...(await openForm(admin, edit, `/claims/${claimId}`)), sentence: 'Other words', revision: '999' }
  await admin
    .post(`/claims/${claimId}`)
    .type('form')
    .send(form)
    .expect(409, /Both texts, side by side/)
  await admin.get(edit).expect(200, /You left words here/)
  const taken = admin.post('/documents/intake').attach('file', Buffer.from('The quay is sink\u00ading.'), 'quay.txt')
  await admin.get((await taken.expect(303)).headers['location'] ?? '').expect(200, /Found in quay\.txt/)
  const many = admin.post('/imports').type('form').send({ addresses: 'https://coastwire.example/quay' })
  await admin.get((await many.expect(303)).headers['location'] ?? '').expect(200, /0 of 1 done/)
  await admin.get('/queue').expect(200, /Waiting \(1\)/)
  const first = { connect: { documentId_number: { documentId, number: 1 } } }
  const original = { sha256: '0'.repeat(64), size: 1, name: 'quay.txt', version: first }
  const { id: originalId } = await desk.db.original.create({ data: original })
  await admin.get(`/originals/${originalId}`).expect(200, /is missing from where originals are kept/)
  const link = await desk.db.evidence.findFirstOrThrow({
    where: { url: { not: null }, verdict: { state: 'published', claimId: { not: null } } },
    include: { verdict: true },
  })
  await desk.db.snapshot.create({ data: { url: link.url ?? '', job: { create: { kind: 'keep_link' } } } })
  await admin
    .get(`/claims/${link.verdict.claimId}`)
    .redirects(1)
    .expect(200, /The desk will keep this page/)
  const { statements, version } = (
    await admin.get(`/documents/${documentId}`).set('Accept', 'application/json').expect(200)
  ).body.document
  const kept = await admin.get(`/documents/${documentId}/versions/${version.number}/text`).expect(200)
  const [{ id: changedId, words }] = statements as [{ id: number; words: string }]
  const now = kept.text.replace(words, words.replace(/\w+(?=\W*$)/, 'otherwise'))
  const stored = admin.post(`/documents/${documentId}/versions`).type('form').send({ text: now })
  await admin.get((await stored.expect(303)).headers['location'] ?? '').expect(200, /Words changed/)
  await admin
    .get(`/statements/${changedId}`)
    .redirects(1)
    .expect(200, /The outlet changed these words/)
  await admin.get('/documents').expect(200, /Checking again/)
  await admin.get('/search?kind=document&q=Ten+countries').expect(200, /We have been checking this again since/)
  await admin.get('/sources/merge?only=1&only=2').expect(200, /Merge 2 sources into one/)
  const list = load((await admin.get('/drafts').expect(200)).text)
  await admin.get(list('main .list a').attr('href') ?? '').expect(200)
  await reader.get(`/embed/claims/${claimId}`).expect(200)
  for (const gone of [`/statements/${statementId}`, `/claims/${claimId}`, `/documents/${documentId}`]) {
    await admin.post(`${gone}/withdrawal`).type('form').send({ reason: 'It was a rehearsal' }).expect(303)
    await reader.get(gone).set('Accept', 'text/html').expect(410)
  }
  await reader.get(`/embed/claims/${claimId}`).set('Accept', 'text/html').expect(410)
  await reader.get('/nowhere').set('Accept', 'text/html').expect(404)
  await showWhatIsShownOnce(admin, reader)

  assert.deepEqual([...rendered].sort(), views)
})

/** What a desk shows before it has an account. */
async function showFirstStart(): Promise<void> {
  const token = 'a-secret-of-the-first-start'
  const empty = await openTestDesk({ setupToken: token })
  try {
    const first = visitor(empty.app)
    await first.get(`/setup?token=${token}`).expect(200)
    await first.get('/setup').expect(200)
  } finally {
    await empty.close()
  }
}

/** Links and tokens, and the pages that the links lead to. */
async function showWhatIsShownOnce(admin: Browser, reader: Browser) {
  const { id } = await desk.db.account.findFirstOrThrow({ where: { role: 'editor' } })
  const forms: [path: string, sent: object][] = [
    ['/invitations', { email: 'new@example.org', role: 'editor' }],
    [`/accounts/${id}/reset`, {}],
    ['/account/tokens', { name: 'Views', scopes: 'read' }],
  ]
  for (const [path, sent] of forms) {
    const { text } = await admin.post(path).type('form').send(sent).expect(201)
    const link = String(load(text)('textarea.secret').val())
    if (link.startsWith(desk.config.baseUrl)) await reader.get(link.slice(desk.config.baseUrl.length)).expect(200)
  }
  await admin.get('/account/tokens').expect(200)
  await admin.get('/sign-ins').expect(200)
  await desk.db.session.updateMany({ data: { confirmedAt: null } })
  await admin
    .post('/invitations')
    .type('form')
    .send({})
    .expect(403, /Confirm that it is you/)
  const verdict = await desk.db.verdict.findFirstOrThrow({
    where: { state: 'published', claim: { state: 'published' } },
  })
  const challenge = `/verdicts/${verdict.id}/challenge`
  const form = { ...(await openForm(reader, challenge, `${challenge}s`)), body: 'It was another day' }
  const { text } = await reader.post(`${challenge}s`).type('form').send(form).expect(201)
  await reader.get(String(load(text)('textarea.secret').val()).slice(desk.config.baseUrl.length)).expect(200)
  const [number] = /\d+/.exec(load(text)('h1').text()) ?? []
  await admin
    .post(`/challenges/${number}/resolution`)
    .type('form')
    .send({ outcome: 'not_upheld', reason: 'Nobody has looked at it yet', revision: '1' })
    .expect(/What you had written/)
}

type Browser = ReturnType<typeof visitor>

function twice(ids: string[]): string[] {
  return ids.filter((id, i) => ids.indexOf(id) !== i)
}
