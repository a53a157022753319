import assert from 'node:assert/strict'
import fs from 'node:fs'
import http from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { launchBrowser } from './browser.ts'
import { demoTemplate } from './database.ts'
import { openTestDesk } from './desk.ts'
import type { TestAccount } from './world.ts'

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** A window at 200 %, and a phone. */
export const narrowSizes = [
  { width: 640, height: 450 },
  { width: 390, height: 844 },
]
/** The rules whose answer depends on what a narrow window shows and how large it is; colours are looked at by themselves. */
const byLayout = [
  ...['aria-hidden-focus', 'bypass', 'button-name', 'empty-heading', 'heading-order', 'label', 'link-name'],
  ...['nested-interactive', 'page-has-heading-one', 'region', 'scrollable-region-focusable', 'select-name'],
  ...['summary-name', 'landmark-unique', 'skip-link', 'label-title-only', 'target-size'],
]

export type BrowserDesk = Awaited<ReturnType<typeof openBrowserDesk>>
export type Seen = { javaScriptEnabled?: boolean; colorScheme?: 'light' | 'dark'; width?: number; hasTouch?: boolean }

/**
 * A desk that listens on loopback, empty or with the `demo` newsroom, and a Chromium to view it; without Chromium, pages
 * can't be opened.
 */
export async function openBrowserDesk({
  demo = false,
  ...options
}: { setupToken?: string; cachePages?: boolean; demo?: boolean } = {}) {
  const server = http.createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const from = demo ? (await demoTemplate()).from : undefined
  const environment = { BASE_URL: address }
  const desk = await openTestDesk({ ...options, environment, ...(from !== undefined && { from }) })
  server.on('request', desk.app)
  const browser = await launchBrowser()

  return {
    ...desk,
    address,

    async openPage({
      javaScriptEnabled = true,
      colorScheme = 'light',
      width = 1280,
      hasTouch = false,
    }: Seen = {}): Promise<Page> {
      assert.ok(browser)
      const viewport = { width, height: 900 }
      // While a page is still scrolling, the positions of its words are unknown.
      const seen = { javaScriptEnabled, colorScheme, hasTouch, viewport, reducedMotion: 'reduce' } as const
      const context = await browser.newContext(seen)
      context.setDefaultTimeout(120_000) // only what fails waits so long, on a machine however slow
      return context.newPage()
    },

    async signIn(page: Page, account: TestAccount): Promise<void> {
      await page.goto(`${address}/session`)
      await page.fill('input[name=email]', account.email)
      await page.fill('input[name=password]', account.password)
      await page.click('main form button')
      await page.waitForURL(/\/desk$/)
    },

    /**
     * Axe's findings on a page, also for its colours in the dark scheme and where the window is 640 or 390 px wide, and
     * whether it is wider than 320 pixels.
     */
    async audit(page: Page, path: string): Promise<string[]> {
      await page.setViewportSize({ width: 1280, height: 900 })
      const answer = await page.goto(address + path)
      const missing = (answer?.status() ?? 0) >= 400 ? [`${path} is answered ${answer?.status()}`] : []
      return [...missing, ...(await this.auditOpen(page, path, { narrower: true }))]
    },

    /** The same for the open page. */
    async auditOpen(page: Page, name: string, { narrower = false } = {}): Promise<string[]> {
      // Evaluated over the debugging protocol: the page's own policy allows no foreign script.
      await page.evaluate(fs.readFileSync(axe, 'utf8'))
      const found = await page.evaluate(runAxe, [])
      // The dark scheme is the same page in other colours.
      await page.emulateMedia({ colorScheme: 'dark' })
      const inTheDark = await page.evaluate(runAxe, ['color-contrast', 'link-in-text-block'])
      found.push(...inTheDark.map((fault) => `in the dark ${fault}`))
      await page.emulateMedia({ colorScheme: 'light' })
      if (narrower) {
        for (const size of narrowSizes) {
          await page.setViewportSize(size)
          const narrow = await page.evaluate(runAxe, byLayout)
          found.push(...narrow.map((fault) => `${size.width} px wide ${fault}`))
        }
      }
      await page.setViewportSize({ width: 320, height: 700 })
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      if (width > 320) found.push(`${width} px wide at 320`)
      return found.map((fault) => `${name} ${fault}`)
    },

    /** A page in the few colours that somebody chose for all pages. */
    async auditForced(page: Page, path: string): Promise<string[]> {
      await page.emulateMedia({ forcedColors: 'active' })
      await page.goto(address + path)
      await page.evaluate(fs.readFileSync(axe, 'utf8'))
      const found = await page.evaluate(runAxe, ['color-contrast', 'link-in-text-block'])
      await page.emulateMedia({ forcedColors: 'none' })
      return found.map((fault) => `${path} in forced colours ${fault}`)
    },

    async close(): Promise<void> {
      await browser?.close()
      server.closeAllConnections()
      server.close()
      await desk.close()
    },
  }
}

async function runAxe(rules: string[]): Promise<string[]> {
  type Found = { violations: { id: string; nodes: { html: string }[] }[] }
  const { axe } = window as unknown as { axe: { run(options: object): Promise<Found> } }
  // What is right is not listed, and what is wrong is told by its HTML: both halve what axe computes.
  const bySize = { 'target-size': { enabled: true } } // by itself axe leaves it out
  const lean = { resultTypes: ['violations'], selectors: false }
  const { violations } = await axe.run({ ...lean, ...(rules.length > 0 ? { runOnly: rules } : { rules: bySize }) })
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`)
}
