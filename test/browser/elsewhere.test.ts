import assert from 'node:assert/strict'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { makeToken } from '../../src/accounts/tokens.ts'
import { listRecipes } from '../../src/api/recipes.ts'
import { skipWithoutBrowser } from '../support/browser.ts'
import { openBrowserDesk } from '../support/browser-desk.ts'
import { giveVerdictOn, makeAccount, makeDocument, publish, recordOn, stateClaim } from '../support/world.ts'

type Asked = { method?: string; headers?: Record<string, string>; body?: string; credentials?: 'include' }

/* A page of another origin, and what its script can read and send. */
const desk = await openBrowserDesk({ cachePages: true })
const { db, address } = desk
const elsewhere = http.createServer((_req, res) => res.setHeader('Content-Type', 'text/html').end('<p>Elsewhere'))
await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
after(async () => {
  elsewhere.close()
  await desk.close()
})
const account = await makeAccount(db, 'reviewer')
const document = await makeDocument(db)
const statement = await recordOn(db, document.id, { quote: 'The quay is sinking' })
const claim = await stateClaim(db, statement.id)
const verdict = await giveVerdictOn(db, { claimId: claim.id }, { by: account.id, rating: 'false' })
await publish(db, document.id, { claimIds: [claim.id], verdictIds: [verdict.id] })
const draft = await makeDocument(db)
const expiresAt = new Date(Date.now() + 60 * 60 * 1000)
const { token } = await makeToken(db, { name: 'A tool', scopes: ['publish'], expiresAt, by: account.id })

test(
  'a script of another site reads data and writes with a token, and nobody’s cookie counts',
  { skip: skipWithoutBrowser },
  async () => {
    const page = await desk.openPage()
    await desk.signIn(page, account)
    await page.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`)
    const ask = (path: string, asked: Asked = {}) =>
      page.evaluate(
        async ([url, init]) => {
          try {
            const got = await fetch(url, init)
            return { status: got.status, headers: Object.fromEntries(got.headers), text: await got.text() }
          } catch {
            return { status: 0, headers: {}, text: '' }
          }
        },
        [address + path, asked] as const,
      )
    const json = { headers: { Accept: 'application/json' } }

    for (const path of ['/documents', '/annotations/', `/annotations/statement-${statement.id}`, '/openapi.json'])
      assert.equal((await ask(path, json)).status, 200, path)
    for (const path of [
      '/feed.atom',
      '/search.csv?q=quay',
      '/search.jsonl?q=quay',
      `/documents/${document.id}/versions/1/text`,
    ])
      assert.equal((await ask(path)).status, 200, path)
    const one = await ask(`/annotations/statement-${statement.id}`)
    assert.ok(one.headers['etag'] && one.headers['link'])
    const missing = await ask('/claims/471100')
    assert.equal(missing.status, 404)
    assert.match(missing.text, /"detail":"There is nothing at this address"/)

    assert.equal((await ask(`/documents/${draft.id}`, json)).status, 404, 'the browser has a cookie, and is a reader')
    assert.equal((await ask('/documents', { ...json, credentials: 'include' })).status, 0)
    assert.equal((await ask('/documents', { headers: { Accept: 'text/html' } })).status, 0, 'pages are not data')

    const sent = {
      method: 'POST',
      body: JSON.stringify({
        '@context': 'http://www.w3.org/ns/anno.jsonld',
        type: 'Annotation',
        bodyValue: 'Measured again.',
        target: `${address}/statements/${statement.id}`,
      }),
    }
    const headers = { 'Content-Type': 'application/ld+json', Slug: 'from_elsewhere', Prefer: 'return=representation' }
    const refused = await ask('/annotations/', { ...sent, headers })
    assert.ok(![200, 201].includes(refused.status))
    const made = await ask('/annotations/', { ...sent, headers: { ...headers, Authorization: `Bearer ${token}` } })
    assert.equal(made.status, 201)
    assert.ok(made.headers['location']?.endsWith('/annotations/from_elsewhere'))
    const removed = await ask('/annotations/from_elsewhere', {
      method: 'DELETE',
      headers: { Authorization: `Bearer ${token}`, 'If-Match': made.headers['etag'] ?? '' },
    })
    assert.equal(removed.status, 204)
    await page.close()
  },
)

test(
  'the programs of /about/api run in a page of another site as they stand',
  { skip: skipWithoutBrowser },
  async () => {
    const page = await desk.openPage()
    await page.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`)
    for (const { wish, browser } of listRecipes({ baseUrl: address })) {
      const printed: string[] = await page.evaluate(`(async () => {
        const printed = []
        const console = { log: (...values) => printed.push(values.map((it) => JSON.stringify(it)).join(' ')) }
        const TOKEN = ${JSON.stringify(token)}
        ${browser}
        return printed
      })()`)
      assert.notEqual(printed.join(''), '', wish)
      if (wish.startsWith('Send')) assert.match(printed.join(' '), /201 "http.*\/annotations\//)
      if (wish.startsWith('All claims with')) assert.match(printed.join(' '), /^1 \[/)
    }
    await page.close()
  },
)
