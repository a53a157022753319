import fs from 'node:fs'
import path from 'node:path'
import { openBrowserDemo } from './browser-demo.ts'
import { inFewColours } from './few-colours.ts'

/* `npm run screenshot` makes the README's picture: the demo's wire story as readers see it, with a card open. */
const file = path.join(import.meta.dirname, '../../docs/screenshot.png')

const { db, address, browser, close } = await openBrowserDemo()
try {
  const { id } = await db.document.findFirstOrThrow({
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
  await close()
}
