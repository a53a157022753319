import assert from 'node:assert/strict'
import { once } from 'node:events'
import fs from 'node:fs'
import http from 'node:http'
import net, { type AddressInfo } from 'node:net'
import path from 'node:path'
import { after, test } from 'node:test'
import request from 'supertest'
import { openTestDesk } from './support/desk.ts'
import { makeAccount, makeDocument, publish, recordOn, signIn, visitor } from './support/world.ts'

const root = path.join(import.meta.dirname, '..')

/*
 * docs/security.md: that it says something of everything that is asked, names nothing that is not there, and counts right.
 */

/** How many requirements of levels 1 and 2 each section of ASVS 5.0.0 has; those of level 3 are numbered after them. */
const asked: Record<string, number> = {
  ...{ '1.1': 2, '1.2': 9, '1.3': 11, '1.4': 3, '1.5': 2, '2.1': 3, '2.2': 3, '2.3': 4, '2.4': 1 },
  ...{ '3.1': 0, '3.2': 2, '3.3': 4, '3.4': 6, '3.5': 5, '3.6': 0, '3.7': 2, '4.1': 3, '4.2': 1, '4.3': 2, '4.4': 4 },
  ...{ '5.1': 1, '5.2': 3, '5.3': 2, '5.4': 3, '6.1': 3, '6.2': 12, '6.3': 4, '6.4': 4, '6.5': 5, '6.6': 3, '6.7': 0 },
  ...{ '6.8': 4, '7.1': 3, '7.2': 4, '7.3': 2, '7.4': 5, '7.5': 2, '7.6': 2, '8.1': 2, '8.2': 3, '8.3': 1, '8.4': 1 },
  ...{ '9.1': 3, '9.2': 4, '10.1': 2, '10.2': 2, '10.3': 4, '10.4': 11, '10.5': 5, '10.6': 2, '10.7': 3 },
  ...{ '11.1': 2, '11.2': 3, '11.3': 3, '11.4': 4, '11.5': 1, '11.6': 1, '11.7': 0, '12.1': 3, '12.2': 2, '12.3': 4 },
  ...{ '13.1': 1, '13.2': 5, '13.3': 2, '13.4': 5, '14.1': 2, '14.2': 4, '14.3': 3, '15.1': 3, '15.2': 3, '15.3': 7 },
  ...{ '15.4': 0, '16.1': 1, '16.2': 5, '16.3': 4, '16.4': 3, '16.5': 3, '17.1': 1, '17.2': 4, '17.3': 2 },
}
const states = ['met', 'partly', 'not met', 'does not apply'] as const
type Row = { numbers: string[]; level: string; state: string; where: string; tests: string }

const document = fs.readFileSync(path.join(root, 'docs/security.md'), 'utf8')

/** The rows of all tables whose first column has numbers of requirements: `1.2.3`, or `1.2.3–5, 1.3.1`. */
function readRows(): Row[] {
  return [...document.matchAll(/^\| (\d[^|]*)\|([^|]*)\|([^|]*)\|([^|]*)\|([^|]*)\|([^|]*)\|$/gm)].map((cells) => {
    const [, numbers = '', level = '', , state = '', where = '', tests = ''] = cells.map((cell) => cell.trim())
    return { numbers: numbers.split(', ').flatMap(numbersOf), level, state, where, tests }
  })
}

function numbersOf(range: string): string[] {
  const [, section = '', first, last] = /^(\d+\.\d+)\.(\d+)(?:–(\d+))?$/.exec(range) ?? assert.fail(`“${range}”`)
  const [from, to] = [Number(first), Number(last ?? first)]
  return Array.from({ length: to - from + 1 }, (_, n) => `${section}.${from + n}`)
}

function isOfLevelThree(number: string): boolean {
  const [section = '', last] = number.split(/\.(?=\d+$)/)
  return Number(last) > (asked[section] ?? assert.fail(`there is no ${section}`))
}

test('every requirement of levels 1 and 2 stands in docs/security.md once, and those of level 3 say so', () => {
  const rows = readRows()
  const listed = rows.flatMap(({ numbers }) => numbers)
  const wanted = Object.entries(asked).flatMap(([section, many]) =>
    Array.from({ length: many }, (_, n) => `${section}.${n + 1}`),
  )
  assert.equal(wanted.length, 253)
  assert.deepEqual(
    listed.filter((number, n) => listed.indexOf(number) !== n),
    [],
    'twice',
  )
  assert.deepEqual(
    wanted.filter((number) => !listed.includes(number)),
    [],
    'missing',
  )
  for (const { numbers, level, state } of rows) {
    assert.ok(states.includes(state as (typeof states)[number]), `${numbers.join()}: ${state}`)
    for (const number of numbers) assert.equal(level.includes('3'), isOfLevelThree(number), `level of ${number}`)
  }
})

test('docs/security.md counts what it says', () => {
  const rows = readRows()
  for (const state of states) {
    const told = new RegExp(`^\\| ${state} +\\| +(\\d+) +\\|$`, 'm').exec(document)?.[1]
    const counted = rows.filter((row) => row.state === state && !row.level.includes('3'))
    assert.equal(Number(told), counted.flatMap(({ numbers }) => numbers).length, state)
  }
})

test('every file that docs/security.md names is there, and every test, and what is met says where', () => {
  const files = [...document.matchAll(/`([\w./-]+(?:\/|\.(?:ts|md|sql|ejs|json|example)))`/g)].map(
    ([, file = '']) => file,
  )
  for (const file of files) {
    const places = ['', ...(file.endsWith('.test.ts') ? ['test', 'test/browser'] : ['docs/decisions'])]
    const isThere = places.some((place) => fs.existsSync(path.join(root, place, file)))
    assert.ok(isThere, `there is no ${file}`)
  }
  for (const { numbers, state, where, tests } of readRows()) {
    assert.notEqual(where, '', numbers.join())
    const named = [...tests.matchAll(/`([\w-]+\.test\.ts)`/g)]
    const quoted = [...tests.matchAll(/`([\w-]+\.test\.ts)` “([^”]+)”/g)]
    assert.equal(quoted.length, named.length, `${numbers.join()}: each test by its file and its words`)
    for (const [, file = '', words = ''] of quoted) {
      const place = ['test', 'test/browser'].find((folder) => fs.existsSync(path.join(root, folder, file)))
      const code = fs.readFileSync(path.join(root, place ?? '', file), 'utf8')
      assert.ok(code.includes(words), `${file} has no “${words}”`)
    }
    if (state === 'not met') assert.equal(tests, '', numbers.join())
  }
})

/*
 * What no other test holds: the headers of every answer, and what is nowhere in the code.
 */
const desk = await openTestDesk({ environment: { BASE_URL: 'https://desk.example.org', TRUST_PROXY: '1' } })
const plain = await openTestDesk()
after(async () => {
  await desk.close()
  await plain.close()
})

test('every answer says what browsers may do with it, and in which letters it is', async () => {
  const document = await makeDocument(desk.db)
  const statement = await recordOn(desk.db, document.id, { claim: 'The old harbour closes' })
  await publish(desk.db, document.id)
  const { id: claim } = await desk.db.claim.findFirstOrThrow()
  const { text } = await request(desk.app).get('/')
  const assets = [...text.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, address = '']) => address)
  assert.ok(assets.length >= 2)
  const addresses = [
    ...['/', '/documents', `/documents/${document.id}`, `/statements/${statement.id}`, `/embed/claims/${claim}`],
    ...['/search?q=x', '/search.atom?q=x', '/search.csv?q=harbour', '/search.jsonl?q=harbour', '/feed.atom'],
    ...['/sitemap.xml', '/robots.txt', '/healthz', '/readyz', '/session', '/desk', '/annotations/', '/openapi.json'],
    ...[`/claims/${claim}/spread.svg`, '/nowhere', '/claims/%E0%A4%A', '/documents?before=x', ...assets],
  ]
  for (const address of addresses) {
    const { headers, status } = await request(desk.app).get(address).redirects(1)
    const where = `${address} (${status})`
    assert.ok(status < 500, where)
    assert.match(String(headers['content-security-policy']), /default-src 'none'/, where)
    assert.match(String(headers['content-security-policy']), /frame-ancestors/, where)
    assert.doesNotMatch(String(headers['content-security-policy']), /unsafe/, where)
    assert.equal(headers['x-content-type-options'], 'nosniff', where)
    assert.equal(headers['referrer-policy'], 'same-origin', where)
    assert.equal(headers['strict-transport-security'], 'max-age=31536000; includeSubDomains', where)
    assert.equal(headers['cross-origin-opener-policy'], 'same-origin', where)
    assert.ok(headers['cross-origin-resource-policy'], where)
    assert.equal(headers['x-powered-by'], undefined, where)
    const type = String(headers['content-type'])
    if (/^text\/|xml/.test(type)) assert.match(type, /; charset=utf-8$/i, where)
  }
})

test('a desk on http asks no browser to come by https only', async () => {
  const { headers } = await request(plain.app).get('/')
  assert.equal(headers['strict-transport-security'], undefined)
  assert.doesNotMatch(String(headers['content-security-policy']), /upgrade-insecure-requests/)
})

test('what traces requests, or has two lengths, is refused', async () => {
  const server = http.createServer(desk.app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const ask = async (text: string) => {
    const socket = net.connect(port, '127.0.0.1')
    socket.write(text)
    let answer = ''
    for await (const piece of socket.setEncoding('utf8')) answer += String(piece)
    return answer
  }
  try {
    const traced = await ask('TRACE / HTTP/1.1\r\nHost: desk.example.org\r\nConnection: close\r\nX-Own: words\r\n\r\n')
    assert.match(traced, /^HTTP\/1\.1 405 /)
    assert.doesNotMatch(traced, /X-Own/i)
    const head = 'POST /session HTTP/1.1\r\nHost: desk.example.org\r\nContent-Length: 5\r\n'
    const twice = `${head}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n`
    for (const lengths of [twice, `${head}Content-Length: 6\r\n\r\nwords`])
      assert.match(await ask(lengths), /^HTTP\/1\.1 400 /)
  } finally {
    server.close()
  }
})

test('no file of the project is served but those for browsers', async () => {
  const { text } = await request(desk.app).get('/')
  const assets = /\/assets\/[\da-f]+/.exec(text)?.[0] ?? assert.fail('a page without assets')
  await request(desk.app).get(`${assets}/browser/desk.ts`).expect(200)
  const folders = ['/assets', assets, `${assets}/browser`, '/src', '/test']
  const files = ['/.env', '/.git/config', '/package.json', '/src/server.ts', '/data/session-secret']
  const inside = [
    'accounts/requests/session.ts',
    'config.ts',
    '../package.json',
    '..%2f..%2fpackage.json',
    '%2e%2e/server.ts',
  ]
  for (const address of [
    ...folders,
    ...folders.map((it) => `${it}/`),
    ...files,
    ...inside.map((it) => `${assets}/${it}`),
  ])
    assert.equal((await request(desk.app).get(address)).status, 404, address)
})

test('a form changes nothing but the fields it has, whatever is sent besides', async () => {
  const { db, app } = plain
  const editor = await makeAccount(db, 'editor')
  const browser = await signIn(app, editor)
  const before = await db.account.findUniqueOrThrow({ where: { id: editor.id } })
  const besides = { role: 'admin', email: 'other@desk.example', disabledAt: '2020-01-01', passwordHash: 'x', id: 1 }
  const polluting = '"__proto__":{"role":"admin"},"constructor":{"prototype":{"role":"admin"}}'
  await browser
    .post('/account')
    .type('form')
    .send({ name: 'Edda N.', revision: before.revision, ...besides, '__proto__[role]': 'admin' })
    .expect(303)
  await browser
    .post('/account')
    .set('Accept', 'application/json')
    .type('json')
    .send(`{"name":"Edda Nn.","revision":${before.revision + 1},${polluting}}`)
    .expect(200)
  const { name, ...now } = await db.account.findUniqueOrThrow({ where: { id: editor.id } })
  assert.equal(name, 'Edda Nn.')
  for (const field of ['role', 'email', 'disabledAt', 'passwordHash', 'id'] as const)
    assert.deepEqual(now[field], before[field], field)
  assert.equal(({} as { role?: string }).role, undefined)
})

test('a password is what was typed: every space, letter and sign of it, however long', async () => {
  const admin = await signIn(plain.app, await makeAccount(plain.db, 'admin'))
  const invite = { email: 'long@desk.example', role: 'editor' }
  const { body } = await admin.post('/invitations').set('Accept', 'application/json').send(invite).expect(201)
  const link = new URL(String((body as { link: string }).link)).pathname
  const password = `  Quince <b>& 9 ${'harbour Lantern '.repeat(8)} Ärger  `
  await visitor(plain.app).post(link).type('form').send({ name: 'Long', password }).expect(303)
  const enter = (given: string) =>
    visitor(plain.app).post('/session').type('form').send({ email: invite.email, password: given })
  await enter(password).expect(303)
  const { passwordHash } = await plain.db.account.findUniqueOrThrow({ where: { email: invite.email } })
  assert.match(passwordHash, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  for (const other of [password.trim(), password.toLowerCase(), password.slice(0, 72), password.normalize('NFD')])
    await enter(other).expect(422)
})

const sources = fs
  .globSync('src/**/*.ts', { cwd: root, exclude: ['src/database/client/**'] })
  .map((file) => ({ file, code: fs.readFileSync(path.join(root, file), 'utf8') }))

/** Files of a folder that have this in them, but for those in which it is known to be harmless. */
function filesWith(pattern: RegExp, folder = 'src/', but: string[] = []): string[] {
  return sources
    .filter(({ file, code }) => file.startsWith(folder) && pattern.test(code) && !but.includes(file))
    .map(({ file }) => file)
}

test('nothing runs text as code, and no command is made of what was sent', () => {
  assert.deepEqual(filesWith(/\beval\(|new Function\(|setTimeout\(['"`]|node:vm/), [])
  // They start Node itself, on a file of ours, and the browser that the configuration names, on nothing of anybody's.
  const starting = ['src/database/embedded.ts', 'src/originals/browser.ts']
  assert.deepEqual(filesWith(/node:child_process/, 'src/', starting), [])
  assert.deepEqual(filesWith(/RawUnsafe\(/), [])
  // The names of tables and columns of ours: of two that are searched, of the kinds that are merged.
  assert.deepEqual(filesWith(/Prisma\.raw\(/, 'src/', ['src/search/meaning.ts', 'src/same/kind.ts']), [])
})

test('the desk itself asks nobody anything over the network but its database, its bucket, and the sites whose addresses an editor gives', () => {
  assert.deepEqual(
    filesWith(/\bfetch\(|https?\.(request|get)\(|node:https|undici/, 'src/', [
      'src/fetching/fetch.ts',
      // The bucket that the configuration names.
      'src/originals/bucket.ts',
      // Programs for others to run, as texts.
      'src/api/recipes.ts',
    ]).filter(notInBrowser),
    [],
  )
  const connecting = filesWith(/net\.connect\(|createConnection\(/).filter(notInBrowser)
  assert.deepEqual(
    connecting.filter((file) => !file.startsWith('src/database/')),
    [],
  )
})

test('in the browser nothing is stored, made into HTML from text, or taken from other windows', () => {
  const stored = /localStorage|sessionStorage|indexedDB|document\.cookie|\bcaches\.|serviceWorker/
  assert.deepEqual(filesWith(stored, 'src/browser/'), [])
  assert.deepEqual(filesWith(/innerHTML|outerHTML|insertAdjacentHTML|document\.write/, 'src/browser/'), [])
  assert.deepEqual(filesWith(/postMessage|'message'/, 'src/browser/'), [])
})

test('what nobody may guess comes from the operating system’s random numbers', () => {
  assert.deepEqual(filesWith(/Math\.random\(/), [])
  assert.deepEqual(filesWith(/createHash\('(?!sha256|sha1')|createHmac\('(?!sha256')/), [])
  // Of pages, to tell them apart; nothing rests on it.
  assert.deepEqual(filesWith(/'sha1'/, 'src/', ['src/web/page-cache.ts']), [])
})

function notInBrowser(file: string): boolean {
  return !file.startsWith('src/browser/')
}
