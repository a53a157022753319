import fs from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { openBrowserDemo } from './browser-demo.ts'

/*
 * `npm run tour` takes pictures of the demo newsroom's pages into tour/, as a reader and as an editor, at two widths, light
 * and dark, with a page that shows them all. With words behind it (`npm run tour -- desk check`) only the pages whose names
 * have one of them.
 */
const folder = path.join(import.meta.dirname, '../../tour')
const wanted = process.argv.slice(2)
const sizes = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
]
/** Of a longer page only this much is taken. */
const highest = 2400

type Stop = { name: string; path: string; before?: (page: Page) => Promise<unknown>; isWindow?: true }

const { db, address, browser, accounts, close } = await openBrowserDemo()
try {
  fs.mkdirSync(folder, { recursive: true })
  const taken: string[] = []
  for (const [who, stops] of Object.entries(await listStops())) {
    for (const viewport of sizes) {
      const page = await browser.newPage({ viewport, colorScheme: 'light', reducedMotion: 'reduce' })
      page.setDefaultTimeout(10_000)
      if (who !== 'reader') await signIn(page, who)
      for (const stop of stops) {
        if (wanted.length > 0 && !wanted.some((word) => stop.name.includes(word))) continue
        taken.push(...(await take(page, `${who}-${stop.name}-${viewport.width}`, stop)))
      }
      await page.close()
      // What was typed for a picture is no draft of the next one.
      await db.draft.deleteMany()
    }
  }
  fs.writeFileSync(path.join(folder, 'index.html'), indexOf(taken))
  console.log(`${taken.length} pictures: ${path.relative(process.cwd(), path.join(folder, 'index.html'))}`)
} finally {
  await close()
}

async function listStops(): Promise<Record<string, Stop[]>> {
  const first = { orderBy: { id: 'asc' } } as const
  const [document, statement, claim, source, topic, several] = await Promise.all([
    db.document.findFirstOrThrow({ where: { state: 'published', kind: 'article' }, ...first }),
    db.statement.findFirstOrThrow({ where: { state: 'published', verdicts: { some: {} } }, ...first }),
    db.claim.findFirstOrThrow({ where: { state: 'published', verdicts: { some: {} } }, ...first }),
    db.source.findFirstOrThrow({ where: { hops: { some: {} }, roles: { some: {} } }, ...first }),
    db.topic.findFirstOrThrow(first),
    db.source.findMany({ ...first, take: 3 }),
  ])
  const waiting = await db.document.findFirst({ where: { state: { in: ['draft', 'in_review'] } }, ...first })
  const desk = `/documents/${document.id}/desk`
  const openDesk = (page: Page) => page.locator('[data-quotable]').focus()
  return {
    reader: [
      { name: 'front', path: '/' },
      { name: 'documents', path: '/documents' },
      { name: 'document', path: `/documents/${document.id}` },
      {
        name: 'card',
        path: `/documents/${document.id}`,
        isWindow: true,
        before: (page) => page.locator('a.mark').nth(2).click(),
      },
      { name: 'statement', path: `/statements/${statement.id}` },
      { name: 'claim', path: `/claims/${claim.id}` },
      { name: 'chains', path: `/claims/${claim.id}/graph` },
      { name: 'timeline', path: `/claims/${claim.id}/timeline` },
      { name: 'source', path: `/sources/${source.id}` },
      { name: 'topic', path: `/topics/${topic.id}` },
      { name: 'search', path: '/search?q=talks' },
      { name: 'challenge', path: `/statements/${statement.id}/challenge` },
      { name: 'sign-in', path: '/session' },
    ],
    editor: [
      { name: 'desks-list', path: '/desk' },
      { name: 'workbench', path: desk, isWindow: true, before: openDesk },
      {
        name: 'workbench-statement',
        path: desk,
        isWindow: true,
        before: async (page) => {
          await page.locator('[data-quotable] a.mark[data-statement]').nth(1).click()
          await page.locator('[data-quotable] .chosen').first().waitFor()
        },
      },
      {
        name: 'check',
        path: desk,
        isWindow: true,
        before: async (page) => {
          await page.locator('[data-quotable] a.mark[data-statement]').first().press('c')
          await page.locator('.panel [data-check-card]').waitFor()
        },
      },
      { name: 'record', path: `${desk}#record`, isWindow: true },
      {
        name: 'picker',
        path: `${desk}#record`,
        isWindow: true,
        before: async (page) => {
          await page.locator('[name="hops[0][source]"]').fill('')
          await page.locator('[name="hops[0][source]"]').pressSequentially('Russ')
          await page.locator('[role=option]').first().waitFor()
        },
      },
      { name: 'import', path: '/documents/new' },
      {
        name: 'import-refused',
        path: '/documents/new',
        isWindow: true,
        before: async (page) => {
          await page.fill('#published', '03/04/2021')
          await page.locator('#import-form button').last().click()
          await page.locator('.errors').waitFor()
        },
      },
      { name: 'statement', path: `/statements/${statement.id}` },
      { name: 'edit-statement', path: `/statements/${statement.id}/edit` },
      { name: 'edit-source', path: `/sources/${source.id}/edit` },
      { name: 'claim', path: `/claims/${claim.id}` },
      { name: 'account', path: '/account' },
      { name: 'list-documents', path: '/documents' },
      { name: 'list-statements', path: '/statements' },
      { name: 'list-claims', path: '/claims' },
      { name: 'list-sources', path: '/sources' },
      { name: 'merge-several', path: `/sources/merge?${several.map(({ id }) => `only=${id}`).join('&')}` },
    ],
    reviewer: [{ name: 'review', path: `/documents/${waiting?.id ?? document.id}/publication` }],
  }
}

async function signIn(page: Page, as: string): Promise<void> {
  const { email, password } = accounts.find(({ role }) => role === as) ?? { email: '', password: '' }
  await page.goto(`${address}/session`)
  await page.fill('input[name=email]', email)
  await page.fill('input[name=password]', password)
  await page.click('main form button')
  await page.waitForURL(/\/desk$/)
}

/** Light and dark are one page in other colours. */
async function take(page: Page, name: string, stop: Stop): Promise<string[]> {
  await page.goto('about:blank')
  await page.goto(address + stop.path)
  await stop.before?.(page)
  await page.waitForLoadState('networkidle')
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 }
  // In a window as high as the page, so that what sticks to its foot is there.
  const whole = await page.evaluate(() => document.documentElement.scrollHeight)
  if (!stop.isWindow) await page.setViewportSize({ width, height: Math.min(highest, Math.max(height, whole)) })
  const files: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const file = `${name}-${colorScheme}.png`
    await page.screenshot({ path: path.join(folder, file) })
    files.push(file)
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width, height })
  return files
}

function indexOf(files: string[]): string {
  const figures = files.map(
    (file) =>
      `<figure><a href="${file}"><img src="${file}" alt="" loading="lazy"></a><figcaption>${file}</figcaption></figure>`,
  )
  const look = 'body{display:flex;flex-wrap:wrap;gap:1rem;font:14px sans-serif}img{height:32rem;border:1px solid #888}'
  return `<!doctype html><meta charset="utf-8"><title>Tour</title><style>${look}</style>${figures.join('\n')}`
}
