import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { makeToken } from '../src/accounts/tokens.ts'
import { openTestDesk } from './support/desk.ts'
import { onFreePort } from './support/free-port.ts'
import { makeAccount, makeDocument, publish, recordOn, stateClaim, visitor } from './support/world.ts'

/*
 * A proxy that keeps what it may for ten minutes, by the address alone, as many newsrooms have one before their desk. What
 * says nothing of how long it is good is good for that long there.
 */
const nginx = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/bin/nginx'].find((file) => fs.existsSync(file))
const skip = nginx === undefined && 'nginx is not installed on this machine'

const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'desk-behind-nginx-'))
const { app, db, close } = await openTestDesk({ cachePages: true, environment: { TRUST_PROXY: '1' } })
const server = http.createServer(app).listen(0, '127.0.0.1')
await once(server, 'listening')
const started = nginx === undefined ? undefined : await onFreePort(startProxy(nginx), isProxy)
const proxy = started?.process

after(async () => {
  if (proxy?.exitCode === null) {
    proxy.kill()
    await once(proxy, 'exit')
  }
  server.closeAllConnections()
  server.close()
  await close()
  fs.rmSync(directory, { recursive: true })
})

const admin = await makeAccount(db, 'admin')
const { email, password } = admin
const signedIn = await visitor(app).post('/session').type('form').send({ email, password }).expect(303)
const session = /on_record=[^;]+/.exec(String(signedIn.headers['set-cookie']))?.[0] ?? ''
const { token } = await makeToken(db, {
  name: 'Archive',
  scopes: ['read', 'write', 'publish'],
  expiresAt: new Date(Date.now() + 60 * 60 * 1000),
  by: admin.id,
})
const draft = await makeDocument(db, { title: 'Nobody has read this yet' })
const statement = await recordOn(db, draft.id)
const claim = await stateClaim(db, statement.id, { sentence: 'Nobody has read what is claimed' })
const secret = /Nobody has read|container ship/

const addresses = [
  ...[`/documents/${draft.id}`, `/documents/${draft.id}/desk`, `/statements/${statement.id}`, `/claims/${claim.id}`],
  ...[
    '/',
    '/documents',
    '/claims',
    '/statements',
    '/desk',
    '/accounts',
    '/activity',
    '/search?q=nobody',
    '/sitemap.xml',
  ],
  ...['/search.csv?q=nobody', '/search.jsonl?q=nobody', '/search.atom?q=nobody', '/feed.atom', '/annotations/'],
  ...[`/annotations/statement-${statement.id}`, `/claims/${claim.id}/graph.svg`, `/claims/${claim.id}/graph`],
  ...[`/statements/${statement.id}/provenance`, `/sources/${draft.publisherId}`, '/session'],
]

test('nginx keeps what is the same for everybody, so it could keep what is not', { skip }, async () => {
  const sheet = /\/assets\/[^"]+\.css/.exec((await ask('/')).text)?.[0] ?? ''
  await ask(sheet)
  assert.equal((await ask(sheet)).kept, 'HIT')
})

for (const [who, headers] of [
  ['a session', { Cookie: session }],
  ['a session, written with a space', { Cookie: session.replace('=', ' =') }],
  ['a token', { Authorization: `Bearer ${token}` }],
] as const) {
  test(`nginx with a lifetime of its own serves no reader what it passed on to ${who}`, { skip }, async () => {
    assert.match((await ask(`/documents/${draft.id}/desk`, { ...headers, Accept: 'text/html' })).text, secret)
    for (const address of addresses) {
      for (const Accept of ['text/html', 'application/json', 'application/ld+json']) {
        await ask(address, { ...headers, Accept })
        const { text, kept } = await ask(address, { Accept })
        assert.doesNotMatch(text, secret, `${address} as ${Accept}`)
        assert.notEqual(kept, 'HIT', `${address} as ${Accept}`)
      }
    }
  })
}

test(
  'nginx does not go on saying that something is not there, or leads elsewhere, once it is published',
  { skip },
  async () => {
    const page = await makeDocument(db, { title: 'Soon to be read' })
    const address = `/documents/${page.id}`
    assert.equal((await ask(address)).status, 404)
    await publish(db, page.id)
    await visitor(app).post('/session/end').expect(303)
    const led = await ask(address)
    assert.equal(led.status, 301)
    assert.match((await ask(led.location)).text, /Soon to be read/)
    await db.document.update({ where: { id: page.id }, data: { title: 'Read by now' } })
    await db.event.create({ data: { action: 'document_corrected', documentId: page.id } })
    await visitor(app).post('/session/end').expect(303)
    assert.match((await ask(address)).location, /read-by-now/)
  },
)

async function ask(address: string, headers: Record<string, string> = {}) {
  const answer = await fetch(`http://127.0.0.1:${started?.port}${address}`, { headers, redirect: 'manual' })
  const { status } = answer
  const [location, kept] = ['Location', 'X-Kept'].map((name) => answer.headers.get(name) ?? '')
  return { status, text: await answer.text(), location: location ?? '', kept }
}

/** Only nginx says whether it had it kept. */
async function isProxy(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/healthz`).then(
    ({ headers }) => headers.has('X-Kept'),
    () => false,
  )
}

function startProxy(command: string) {
  const { port: behind } = server.address() as AddressInfo
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  const configAt = (port: number) => `
    daemon off; master_process off; pid ${directory}/pid; error_log ${directory}/errors;
    events { worker_connections 64; }
    http {
      ${places.map((place) => `${place}_temp_path ${directory}/${place};`).join(' ')}
      access_log off;
      proxy_cache_path ${directory}/kept keys_zone=kept:1m;
      server {
        listen 127.0.0.1:${port};
        location / {
          proxy_pass http://127.0.0.1:${behind};
          proxy_set_header X-Forwarded-For $remote_addr;
          proxy_cache kept;
          proxy_cache_key $uri$is_args$args;
          proxy_cache_valid any 10m;
          add_header X-Kept $upstream_cache_status always;
        }
      }
    }`
  return (port: number) => {
    fs.writeFileSync(path.join(directory, 'nginx.conf'), configAt(port))
    return spawn(command, ['-p', directory, '-e', `${directory}/errors`, '-c', `${directory}/nginx.conf`])
  }
}
