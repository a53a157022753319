import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Router } from 'express'
import type { Page } from 'playwright-core'
import type { JobState } from '../../src/database/client/enums.ts'
import { invite } from '../../src/accounts/invitations.ts'
import { makeReset } from '../../src/accounts/resets.ts'
import { readingThread, readNext } from '../../src/suggestions/reader.ts'
import { makeSecret } from '../../src/accounts/secrets.ts'
import { receiveChallenge } from '../../src/challenges/challenges.ts'
import { followPath } from '../../src/challenges/queries.ts'
import { hashOf } from '../../src/originals/keep.ts'
import { listRoutes } from '../../src/web/methods.ts'
import { changeInBulk, previewBulk } from '../../src/work/bulk.ts'
import { BulkAsk } from '../../src/work/schema.ts'
import { skipWithoutBrowser } from '../support/browser.ts'
import { type BrowserDesk, narrowSizes, openBrowserDesk } from '../support/browser-desk.ts'
import { openForm } from '../support/forms.ts'
import { makeAccount, noteOn, signIn, storeLater, type TestAccount } from '../support/world.ts'

const setupToken = 'a-secret-of-the-first-start'
let desk: BrowserDesk
let admin: TestAccount

before(async () => {
  desk = await openBrowserDesk({ demo: true })
  admin = await makeAccount(desk.db, 'admin')
  pages = await addresses()
})
after(() => desk.close())

/** Addresses that answer with data, a file or another address, and with no page of their own. */
const noPages = [
  'GET /assets/:version/*path',
  'GET /healthz',
  'GET /readyz',
  'GET /documents/suggestions',
  'GET /documents/:id/reading',
  'GET /documents/:id/versions/:number/text',
  'GET /originals/:id/view',
  'GET /originals/:id/file',
  'GET /originals/:id/warc',
  'GET /statements/suggestions',
  'GET /claims/suggestions',
  'GET /topics/suggestions',
  'GET /sources/suggestions',
  'GET /notes/colleagues',
  'GET /claims/:id/graph.svg',
  'GET /claims/:id/timeline.svg',
  'GET /sources/:id/graph.svg',
  'GET /sources/:id/timeline.svg',
  'GET /topics/:id/graph.svg',
  'GET /annotations/',
  'GET /annotations/:name',
  'GET /notes/:id',
  'GET /statements/:id/provenance',
  'GET /claims/:id/provenance',
  'GET /feed.atom',
  'GET /topics/:id/feed.atom',
  'GET /sources/:id/feed.atom',
  'GET /feed.json',
  'GET /topics/:id/feed.json',
  'GET /sources/:id/feed.json',
  'GET /oembed',
  'GET /robots.txt',
  'GET /opensearch.xml',
  'GET /.well-known/security.txt',
  'GET /favicon.ico',
  'GET /openapi.json',
  'GET /claim-reviews',
  'GET /claims/:id/picture.png',
  'GET /statements/:id/picture.png',
  'GET /sitemap.xml',
  'GET /sitemaps/:room/:part.xml',
  'GET /search.atom',
  'GET /search.csv',
  'GET /search.jsonl',
]

/** For every page that the newsroom has, where to look at it: as a reader, signed in, or, for `setup`, before all. */
async function addresses(): Promise<Record<string, string[]>> {
  const { db } = desk
  const published = { where: { state: 'published' } } as const
  const document = await db.document.findFirstOrThrow(published)
  await storeLater(db, document.id, { by: admin.id })
  const unread = await db.document.findFirstOrThrow({ where: { state: 'draft' }, orderBy: { id: 'desc' } })
  const thread = readingThread()
  while (await readNext(db, thread)) continue
  await thread.end()
  const statement = await db.statement.findFirstOrThrow({ where: { state: 'published', claims: { some: {} } } })
  const claim = await db.claim.findFirstOrThrow(published)
  const verdict = await db.verdict.findFirstOrThrow({ where: { ...published.where, claimId: claim.id } })
  const source = await db.source.findFirstOrThrow({ where: { hops: { some: { statement: published.where } } } })
  const topic = await db.topic.findFirstOrThrow({ where: { claims: { some: { claim: published.where } } } })
  const rating = await db.rating.findFirstOrThrow()
  const note = await noteOn(db, { documentId: document.id }, { by: admin.id })
  const work = await db.work.findFirstOrThrow()
  const gone = await db.document.findFirst({ where: { state: 'withdrawn' } })
  const invitation = { email: 'new@coastwire.example', name: 'Nina Weir', role: 'editor' } as const
  const { secret: invited } = await invite(db, { ...invitation, by: admin.id })
  const { secret: reset } = await makeReset(db, { accountId: (await makeAccount(db, 'editor')).id, by: admin.id })
  const ask = BulkAsk.parse({ view: 'open', action: 'priority', toPriority: 'high' })
  const plan = await previewBulk(db, admin, ask)
  const bulk = await changeInBulk(db, admin, { ...ask, digest: plan?.digest ?? '' })

  const jobs = { failed: 'There is no such page', waiting: 'The site does not answer', running: null, done: null }
  const many = await db.import.create({
    data: {
      accountId: admin.id,
      name: '4 addresses',
      items: {
        create: Object.entries(jobs).map(([state, problem]) => ({
          name: `https://coastwire.example/a-long-address/without-any-break/of-a-page-about-the-harbour/${state}`,
          url: 'https://coastwire.example/',
          ...(state === 'done' && { outcome: 'stored' as const, document: { connect: { id: document.id } } }),
          job: {
            create: {
              kind: 'import_item' as const,
              state: state as JobState,
              problem,
              ...(state === 'running' && { heldUntil: new Date(), holder: 'a run' }),
            },
          },
        })),
      },
    },
  })

  const original = { sha256: hashOf(Buffer.from('The quay')), size: 8, name: 'quay.txt' }
  await db.originalBytes.create({ data: { sha256: original.sha256, bytes: Buffer.from('The quay') } })
  const version = { connect: { documentId_number: { documentId: document.id, number: 1 } } }
  const kept = await db.original.create({ data: { ...original, version } })
  const feed = {
    url: 'https://coastwire.example/a-feed',
    key: 'feed',
    lookedAt: new Date(),
    problem: 'There is no such page',
  }
  const looking = { create: { kind: 'look_at_feed' as const } }
  await db.watchedFeed.create({ data: { ...feed, account: { connect: { id: admin.id } }, job: looking } })
  return {
    'GET /': ['/'],
    'GET /about/method': ['/about/method'],
    'GET /about/api': ['/about/api'],
    'GET /about/fetching': ['/about/fetching'],
    'GET /search': ['/search', '/search?q=taliban', '/search?q=by%3Akabulof+x%3Ay'],
    'GET /desk': ['/desk', '/desk?view=open'],
    'GET /desk/bulk': ['/desk/bulk?view=open', '/desk/bulk?view=open&action=priority&toPriority=low'],
    'GET /bulk/:id': [`/bulk/${bulk.id}`],
    'GET /desk/changes': ['/desk/changes'],
    'GET /desk/filters': ['/desk/filters'],
    'GET /work/:id': [`/work/${work.id}`],
    'GET /documents': ['/documents'],
    'GET /documents/new': ['/documents/new'],
    'GET /imports': ['/imports'],
    'GET /watched-feeds': ['/watched-feeds'],
    'GET /queue': ['/queue'],
    'GET /originals/:id': [`/originals/${kept.id}`],
    'GET /imports/:id': [`/imports/${many.id}`],
    'GET /documents/:id': [`/documents/${document.id}`, ...(gone ? [`/documents/${gone.id}`] : [])],
    'GET /documents/:id/desk': [`/documents/${document.id}/desk`, `/documents/${unread.id}/desk`],
    'GET /documents/:id/edit': [`/documents/${document.id}/edit`],
    'GET /documents/:id/publication': [`/documents/${document.id}/publication`],
    'GET /documents/:id/versions': [`/documents/${document.id}/versions`],
    'GET /documents/:id/versions/:number/changes': [`/documents/${document.id}/versions/2/changes`],
    'GET /documents/:id/versions/:number': [`/documents/${document.id}/versions/1`],
    'GET /statements': ['/statements'],
    'GET /statements/:id': [`/statements/${statement.id}`],
    'GET /statements/:id/edit': [`/statements/${statement.id}/edit`],
    'GET /statements/:id/check': [`/statements/${statement.id}/check`],
    'GET /claims': ['/claims'],
    'GET /claims/:id': [`/claims/${claim.id}`],
    'GET /embed/claims/:id': [`/embed/claims/${claim.id}`],
    'GET /claims/:id/verdicts': [`/claims/${claim.id}/verdicts`],
    'GET /claims/:id/edit': [`/claims/${claim.id}/edit`],
    'GET /topics': ['/topics'],
    'GET /claims/duplicates': ['/claims/duplicates'],
    'GET /claims/merge': [`/claims/merge?only=1&only=2`],
    'GET /claims/:id/merge': [`/claims/${claim.id}/merge`],
    'GET /topics/duplicates': ['/topics/duplicates'],
    'GET /topics/:id': [`/topics/${topic.id}`],
    'GET /claims/:id/graph': [`/claims/${claim.id}/graph`],
    'GET /claims/:id/timeline': [`/claims/${claim.id}/timeline`],
    'GET /sources/:id/graph': [`/sources/${source.id}/graph`],
    'GET /sources/:id/timeline': [`/sources/${source.id}/timeline`],
    'GET /topics/:id/graph': [`/topics/${topic.id}/graph`],
    'GET /topics/:id/edit': [`/topics/${topic.id}/edit`],
    'GET /topics/merge': [`/topics/merge?only=1&only=2`],
    'GET /topics/:id/merge': [`/topics/${topic.id}/merge`],
    'GET /sources': ['/sources'],
    'GET /sources/duplicates': ['/sources/duplicates'],
    'GET /sources/:id': [`/sources/${source.id}`, `/sources/${source.id}?topic=${topic.id}`],
    'GET /sources/:id/edit': [`/sources/${source.id}/edit`],
    'GET /sources/merge': [`/sources/merge?only=1&only=2`],
    'GET /sources/:id/merge': [`/sources/${source.id}/merge`],
    'GET /statements/:id/challenge': [`/statements/${statement.id}/challenge`],
    'GET /claims/:id/challenge': [`/claims/${claim.id}/challenge`],
    'GET /verdicts/:id/challenge': [`/verdicts/${verdict.id}/challenge`],
    'GET /challenges': ['/challenges'],
    'GET /challenges/:id': ['/challenges/1', '/challenges/2', '/challenges/3'],
    'GET /challenges/:id/follow/:secret': [await followed(claim.id)],
    'GET /ratings': ['/ratings'],
    'GET /suggestions': ['/suggestions'],
    'GET /ratings/:id/edit': [`/ratings/${rating.id}/edit`],
    'GET /notes': ['/notes'],
    'GET /notes/:id/edit': [`/notes/${note.id}/edit`],
    'GET /drafts': ['/drafts'],
    'GET /drafts/:id': [`/drafts/${await keepDraft(document.id)}`],
    'GET /activity': ['/activity'],
    'GET /account': ['/account'],
    'GET /account/tokens': ['/account/tokens'],
    'GET /accounts': ['/accounts'],
    'GET /accounts/:id': [`/accounts/${admin.id}`],
    'GET /invitation/:token': [`/invitation/${invited}`, '/invitation/used'],
    'GET /reset/:token': [`/reset/${reset}`, '/reset/used'],
    'GET /session': ['/session'],
    'GET /sign-ins': ['/sign-ins'],
  }
}

/** Where a reader follows what they challenged. */
async function followed(claimId: number): Promise<string> {
  const secret = makeSecret()
  const sent = { kind: 'wording', body: 'Which December?', shows: '', name: '', secret, mostWaiting: 200 } as const
  const { id } = await receiveChallenge(desk.db, { room: 'claims', id: claimId }, sent)
  return followPath(id, secret)
}

/** Words that were not sent, kept for the admin. */
async function keepDraft(documentId: number): Promise<number> {
  const browser = await signIn(desk.app, admin)
  const form = await openForm(browser, `/documents/${documentId}/edit`, `/documents/${documentId}`)
  const words = { ...form, title: 'Half a title' }
  const { body } = await browser.post('/drafts').set('Accept', 'application/json').type('form').send(words).expect(200)
  return (body as { id: number }).id
}

/** Pages that come of sending a form: secrets shown once, a preview, what is refused. */
async function sentPages(page: Page): Promise<string[]> {
  const faults: string[] = []
  const send = async (path: string, fill: (page: Page) => Promise<void>, button: string, comesTo: string) => {
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto(desk.address + path)
    await fill(page)
    await page.getByRole('button', { name: button }).last().click()
    await page.locator(comesTo).first().waitFor()
    await page.waitForLoadState()
    faults.push(...(await desk.auditOpen(page, `${path} sent`)))
  }
  await send(
    '/account/tokens',
    (tokens) => tokens.fill('[name=name]', `archive ${Math.random()}`),
    'Make the token',
    'textarea.secret',
  )
  await send('/documents/new', () => Promise.resolve(), 'Import', '.errors')
  return faults
}

const forReaders =
  /^\/($|about|documents(\/\d+(\/versions.*)?)?$|(statements|(embed\/)?claims|sources|topics)(\/\d+(\/graph|\/timeline|\?.*)?)?$|challenges|search|\w+\/\d+\/challenge$|invit|reset|session)/
/** Those looked at in forced colours, too, and with all rules as narrow as a phone and as a window at 200 %. */
const mainPages = [
  'GET /',
  'GET /documents',
  'GET /documents/:id',
  'GET /documents/:id/desk',
  'GET /documents/:id/publication',
  'GET /statements/:id',
  'GET /statements/:id/check',
  'GET /claims/:id',
]
let pages: Record<string, string[]> = {}

test('the page of the first start has no fault', { skip: skipWithoutBrowser }, async () => {
  const empty = await openBrowserDesk({ setupToken })
  try {
    const page = await empty.openPage()
    for (const address of [`/setup?token=${setupToken}`, '/setup', '/session'])
      assert.deepEqual(await empty.audit(page, address), [])
  } finally {
    await empty.close()
  }
})

test('every page of the newsroom is looked at here, or said to be none', { skip: skipWithoutBrowser }, () => {
  const routes = listRoutes(desk.app.locals['rooms'] as Router[])
    .filter(({ method }) => method === 'GET')
    .map(({ path }) => `GET ${path}`)
  assert.deepEqual([...Object.keys(pages), ...noPages, 'GET /setup'].sort(), [...new Set(routes)].sort())
})

/** The pages that say so are looked at, too. */
const isNotThere = /^\/(invitation\/used|reset\/used|nowhere) is answered 404$/

for (const who of ['a reader', 'an admin'] as const) {
  test(
    `${who} comes by no page with a fault that axe knows, in light or dark, narrow or wide, nor one wider than 320 pixels`,
    { skip: skipWithoutBrowser },
    async () => {
      const page = await desk.openPage()
      if (who === 'an admin') await desk.signIn(page, admin)
      const all = Object.values(pages).flat()
      const seen = who === 'an admin' ? all : [...all.filter((path) => forReaders.test(path)), '/nowhere']
      const faults: string[] = []
      for (const path of seen) faults.push(...(await desk.audit(page, path)))
      for (const path of mainPages.flatMap((name) => pages[name]?.slice(0, 1) ?? [])) {
        if (!seen.includes(path)) continue
        faults.push(...(await desk.auditForced(page, path)))
        for (const size of narrowSizes) {
          await page.setViewportSize(size)
          await page.goto(desk.address + path)
          faults.push(...(await desk.auditOpen(page, `${path}, ${size.width} px wide`)))
        }
      }
      if (who === 'an admin') faults.push(...(await sentPages(page)))
      assert.deepEqual(
        faults.filter((fault) => !isNotThere.test(fault)),
        [],
      )
      await page.context().close()
    },
  )
}
