import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'

/** At a document's desk: the form to record a statement, and what stands behind its details. */
export const openRecord = (page: Page) => page.getByRole('link', { name: 'Record', exact: true }).click()
export const openDetails = (page: Page) => page.locator('#details > summary').click()

/** How the words are selected: by keys or a script of the page, by dragging a mouse, or by a long press. */
type Way = 'at once' | 'by dragging' | 'by touch'

/** Selects the first occurrence of words in the text on a page, unless a mark divides them. */
export async function selectWords(page: Page, words: string, way: Way = 'at once'): Promise<void> {
  const edges = await page.evaluate(
    ({ wanted, how }) => {
      const text = document.querySelector('[data-quotable]') as HTMLElement
      const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
      let node = walker.nextNode() as Text | null
      while (node && !node.data.includes(wanted)) node = walker.nextNode() as Text | null
      if (!node) return undefined
      const range = document.createRange()
      range.setStart(node, node.data.indexOf(wanted))
      range.setEnd(node, range.startOffset + wanted.length)
      node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' })
      if (how === 'at once') text.focus()
      if (how === 'by touch') {
        // There is no mouse: the page only sees that the selection changed.
        node.parentElement?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, pointerType: 'touch' }))
      }
      if (how !== 'by dragging') getSelection()?.setBaseAndExtent(node, range.startOffset, node, range.endOffset)
      const lines = [...range.getClientRects()].map(({ left, right, top, height }) => ({
        left,
        right,
        y: top + height / 2,
      }))
      return { first: lines[0], last: lines.at(-1) }
    },
    { wanted: words, how: way },
  )
  assert.ok(edges?.first && edges.last, `“${words}” is nowhere in the text in one piece`)
  if (way !== 'by dragging') return
  const { first, last } = edges
  await page.mouse.move(first.left + 1, first.y)
  await page.mouse.down()
  await page.mouse.move((first.left + last.right) / 2, (first.y + last.y) / 2)
  await page.mouse.move(last.right - 1, last.y)
  await page.mouse.up()
  // A busy browser follows the mouse later.
  await page.waitForFunction((wanted) => getSelection()?.toString() === wanted, words)
}
