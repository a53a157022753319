import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { seedDemo } from '../../prisma/seed.ts'
import { launchBrowser } from './browser.ts'
import { openTestDesk } from './desk.ts'
import { inFewColours } from './few-colours.ts'

/* `npm run screenshot` makes the README's picture: the demo's wire story as readers see it, with a card open. */
const file = path.join(import.meta.dirname, '../../docs/screenshot.png')

const browser = await launchBrowser()
if (!browser) {
  console.error('No Chromium was found on this machine: install one, or name it in CHROMIUM.')
  process.exit(1)
}
const server = http.createServer()
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
const desk = await openTestDesk({ environment: { BASE_URL: address } })
server.on('request', desk.app)
try {
  await seedDemo(desk.db)
  const { id } = await desk.db.document.findFirstOrThrow({
    where: { state: 'published', kind: 'article' },
    orderBy: { id: 'asc' },
  })
  const page = await browser.newPage({
    viewport: { width: 1280, height: 760 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
  })
  await page.goto(`${address}/documents/${id}`)
  await page.locator('a.mark').nth(2).click()
  fs.writeFileSync(file, await inFewColours(browser, await page.screenshot()))
  console.log(path.relative(process.cwd(), file))
} finally {
  await browser.close()
  server.closeAllConnections()
  server.close()
  await desk.close()
}
