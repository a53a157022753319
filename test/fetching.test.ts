import assert from 'node:assert/strict'
import type dns from 'node:dns'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import zlib from 'node:zlib'
import { type Fetching, fetchPublic, NotFetched } from '../src/fetching/fetch.ts'
import { fetchPage } from '../src/fetching/polite.ts'
import { allowing, isPublic } from '../src/fetching/public-address.ts'

/* A server on loopback stands for one inside; names lead where the test says, and nothing outside is asked. */

let asked: string[] = []
let address = ''
let port = 0
const server = http.createServer((req, res) => {
  asked.push(`${req.method} ${req.headers.host} ${req.url}`)
  const url = new URL(req.url ?? '/', address)
  const answer = answers[url.pathname]
  if (answer) answer(req, res, url)
  else res.writeHead(404).end('nothing')
})
before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
  address = `http://127.0.0.1:${port}`
})
after(() => {
  server.closeAllConnections()
  server.close()
})

type Answer = (req: http.IncomingMessage, res: http.ServerResponse, url: URL) => void
const page = '<html><p>The quay is sinking.'
const to =
  (location: string): Answer =>
  (_req, res) =>
    void res.writeHead(302, { Location: location }).end()
const answers: Record<string, Answer> = {
  '/page': (_req, res) => void res.writeHead(200, { 'Content-Type': 'text/html', ETag: '"1"' }).end(page),
  '/gzip': (_req, res) => void res.writeHead(200, { 'Content-Encoding': 'gzip' }).end(zlib.gzipSync(page)),
  '/brotli': (_req, res) => void res.writeHead(200, { 'Content-Encoding': 'br' }).end(zlib.brotliCompressSync(page)),
  '/bomb': (_req, res) =>
    void res.writeHead(200, { 'Content-Encoding': 'gzip' }).end(zlib.gzipSync(Buffer.alloc(80_000_000))),
  '/twice': (_req, res) =>
    void res.writeHead(200, { 'Content-Encoding': 'gzip, gzip' }).end(zlib.gzipSync(zlib.gzipSync(page))),
  '/not-gzip': (_req, res) => void res.writeHead(200, { 'Content-Encoding': 'gzip' }).end(page),
  '/announced': (_req, res) => void res.writeHead(200, { 'Content-Length': '90000000' }).write('x'),
  '/cut': (_req, res) => {
    res.writeHead(200, { 'Content-Length': '1000' }).write('half')
    setTimeout(() => res.destroy(), 50)
  },
  '/heads': (_req, res) => void res.writeHead(200, { 'X-Long': 'x'.repeat(60_000) }).end(page),
  '/round': to('/round'),
  '/to-metadata': to('http://169.254.169.254/latest'),
  '/to-file': to('file:///etc/passwd'),
  '/to-page': to('/page'),
  '/to-kept-out': to('/kept-out'),
  '/same': (req, res) => void res.writeHead(req.headers['if-none-match'] === '"1"' ? 304 : 200).end(),
  '/subscribers': (_req, res) => void res.writeHead(402).end(),
  '/programs': (_req, res) => void res.writeHead(403).end(),
  '/not-yet': (_req, res) => void res.writeHead(202).end(page),
  '/nothing': (_req, res) => void res.writeHead(204).end(),
  '/part': (_req, res) => void res.writeHead(206, { 'Content-Range': 'bytes 0-9/900' }).end(page),
  '/unchanged': (_req, res) => void res.writeHead(304).end(),
  '/trouble': (_req, res) => void res.writeHead(502).end(),
  '/kept-out': (_req, res) => void res.writeHead(200).end(page),
  '/robots.txt': (req, res) => {
    const forUs = 'User-agent: *\nDisallow: /\n\nUser-agent: OnRecord\nDisallow: /kept-out\n'
    const troubled = req.headers.host?.startsWith('troubled')
    res.writeHead(troubled ? 503 : 200).end(forUs)
  },
}

const inside: Fetching = { allowed: () => false, userAgent: 'OnRecord/0.1 (+https://desk.example/about/fetching)' }
const here = (): Fetching => ({ ...inside, allowed: allowing(['127.0.0.0/8']) })

async function refusal(url: string, fetching = inside): Promise<string> {
  const error: unknown = await fetchPublic(url, fetching).then(
    ({ status }) => assert.fail(`${url} was fetched: ${status}`),
    (reason: unknown) => reason,
  )
  assert.ok(error instanceof NotFetched, String(error))
  return error.message
}

test('nothing inside is asked, however its address is written', async () => {
  asked = []
  const hosts = [
    ...[
      '127.0.0.1',
      '127.1',
      '0x7f.1',
      '2130706433',
      '017700000001',
      '0.0.0.0',
      '10.0.0.1',
      '172.16.0.1',
      '192.168.1.1',
    ],
    ...['169.254.169.254', '100.64.0.1', '198.18.0.1', '224.0.0.1', '255.255.255.255', '１２７.0.0.1'],
    ...['[::1]', '[::]', '[::ffff:127.0.0.1]', '[::127.0.0.1]', '[64:ff9b::7f00:1]', '[2002:7f00:1::]', '[fc00::1]'],
    ...[
      '[fe80::1]',
      '[fd00:ec2::254]',
      '[ff02::1]',
      '[2001:db8::1]',
      'localhost',
      'desk.localhost',
      'metadata.google.internal',
    ],
    ...['printer.local', 'db.home.arpa', 'localhost.', 'intranet'],
  ]
  for (const host of hosts) {
    const sentence = await refusal(`http://${host}:${host.length % 2 === 0 ? port : 80}/page`)
    assert.match(sentence, /not on the public internet|no such site|can’t be reached/, host)
  }
  for (const url of ['file:///etc/passwd', 'gopher://a.example/', 'ftp://a.example/', 'javascript:1', 'quay', '']) {
    assert.match(await refusal(url), /beginning with https/)
  }
  assert.match(await refusal('https://a:b@news.example/'), /a name or a password/)
  assert.match(await refusal('http://news.example:22/'), /Port 22/)
  assert.deepEqual(asked, [])
})

test('a name is judged by all addresses it leads to, and connected to as it was judged', async () => {
  asked = []
  const leading = (...addresses: string[]): Fetching => {
    let turn = 0
    const resolve = ((_host: string, _options: object, done: (error: null, found: dns.LookupAddress[]) => void) => {
      const at = addresses[Math.min(turn++, addresses.length - 1)] ?? ''
      done(
        null,
        at.split(',').map((one) => ({ address: one, family: one.includes(':') ? 6 : 4 })),
      )
    }) as unknown as typeof dns.lookup
    return { ...inside, resolve }
  }
  for (const found of ['127.0.0.1', '10.1.2.3', '::1', '93.184.216.34,127.0.0.1', '64:ff9b::a00:1']) {
    assert.match(await refusal('http://news.example/page', leading(found)), /not on the public internet/)
  }
  assert.deepEqual(asked, [])

  // A name that leads elsewhere when it is asked again: it is asked once, and the answer is what is connected to.
  const turning = { ...leading('127.0.0.1', '10.1.2.3'), allowed: allowing(['127.0.0.1']) }
  const { status } = await fetchPublic(`http://localhost:${port}/page`, turning)
  assert.equal(status, 200)
  assert.match(await refusal(`http://localhost:${port}/page`, turning), /not on the public internet/)
})

test('what a page leads on to is judged as well', async () => {
  const at = (path: string) => refusal(`${address}${path}`, here())
  assert.match(await at('/to-metadata'), /169\.254\.169\.254 is not on the public internet/)
  assert.match(await at('/to-file'), /beginning with https/)
  assert.match(await at('/round'), /redirects too many times/)
  const { url, bytes } = await fetchPublic(`${address}/to-page#top`, here())
  assert.equal(url, `${address}/page`)
  assert.equal(Buffer.from(bytes).toString(), page)
})

test('answers too large, packed oddly, cut off or with endless heads end in a sentence', async () => {
  const at = (path: string) => refusal(`${address}${path}`, here())
  assert.match(await at('/bomb'), /larger than 50 MB/)
  assert.match(await at('/announced'), /larger than 50 MB/)
  assert.match(await at('/twice'), /compressed in a way/)
  for (const path of ['/not-gzip', '/cut', '/heads']) assert.match(await at(path), /breaks off, or is not one/)
  for (const path of ['/gzip', '/brotli']) {
    assert.equal(Buffer.from((await fetchPublic(`${address}${path}`, here())).bytes).toString(), page)
  }
  const { status, etag } = await fetchPublic(`${address}/same`, here(), { etag: '"1"' })
  assert.deepEqual({ status, etag }, { status: 304, etag: undefined })
})

test('a page is fetched as the site’s robots.txt asks, and what the site answers is told', async () => {
  asked = []
  assert.equal((await fetchPage(`${address}/page`, here())).status, 200)
  assert.deepEqual(
    asked.map((line) => line.replace(/ \S+ /, ' ')),
    ['GET /robots.txt', 'GET /page'],
  )
  const told = async (path: string, at = address) =>
    fetchPage(`${at}${path}`, here()).then(
      () => assert.fail(path),
      (error: Error) => error.message,
    )
  assert.match(await told('/kept-out'), /robots\.txt.*paste it/)
  assert.match(await told('/to-kept-out'), /robots\.txt.*paste it/)
  assert.ok(!asked.some((line) => line.endsWith('/kept-out')))
  assert.match(await told('/missing'), /no such page/)
  assert.match(await told('/subscribers'), /subscribers only/)
  assert.match(await told('/programs'), /does not show this page to programs/)
  assert.match(await told('/trouble'), /has trouble/)
  assert.match(await told('/not-yet'), /not made this page yet\. Try again/)
  for (const path of ['/nothing', '/part', '/unchanged']) assert.match(await told(path), /which is no page/, path)
  assert.equal((await fetchPage(`${address}/unchanged`, here(), { etag: '"1"' })).status, 304, 'what is here already')
})

test('public addresses are public', () => {
  for (const ip of ['93.184.216.34', '2606:4700::1111', '::ffff:93.184.216.34', '64:ff9b::5db8:d822'])
    assert.ok(isPublic(ip), ip)
  for (const ip of ['2002:a00:1::', 'nonsense', '::ffff:10.0.0.1']) assert.ok(!isPublic(ip), ip)
  const allowed = allowing(['10.1.0.0/16', '::1'])
  assert.deepEqual(['10.1.2.3', '10.2.0.1', '::1', '127.0.0.1', 'x'].map(allowed), [true, false, true, false, false])
})
