import assert from 'node:assert/strict'
import { type CheerioAPI, load } from 'cheerio'
import type { signIn } from './world.ts'

type Browser = Awaited<ReturnType<typeof signIn>>
export type Fields = Record<string, string>

/** What a browser would send for a page's form, with every field as the page has it. */
export async function openForm(browser: Browser, page: string, action: string): Promise<Fields> {
  const { text } = await browser.get(page).redirects(1).expect(200)
  return readForm(load(text), action)
}

export function readForm($: CheerioAPI, action: string): Fields {
  const form = $(`form[action="${action}"]`).first()
  assert.equal(form.length, 1, `no form for ${action}`)
  return Object.fromEntries(form.serializeArray().map(({ name, value }) => [name, value]))
}
