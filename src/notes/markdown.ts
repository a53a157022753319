import ejs from 'ejs'
import { compile, parse, postprocess, preprocess } from 'micromark'
import { gfmAutolinkLiteral, gfmAutolinkLiteralHtml } from 'micromark-extension-gfm-autolink-literal'
import sanitizeHtml from 'sanitize-html'
import { flatten, overdoneIn } from '../words/markdown-limits.ts'

/** A colleague mentioned in a note: the handle after the @, and the name. */
export type Mentioned = { handle: string; name: string }

/**
 * The only source of HTML that views show unescaped. Markdown without headings and pictures; anything that looks like
 * HTML stays plain text. The sanitiser lets through only the list in `allowed`, whatever the parser produces.
 */
export function renderMarkdown(markdown: string, mentioned: Mentioned[] = []): string {
  const names = new Map(mentioned.map(({ handle, name }) => [handle, name]))
  const key = JSON.stringify([markdown, mentioned])
  return (
    kept.get(key) ??
    keep(
      key,
      sanitise(compileMarkdown(markdown), (handle) => names.get(handle)),
    )
  )
}

/** The words of each paragraph, item and line that has any, without marks. */
export function linesOf(markdown: string): string[] {
  return renderMarkdown(markdown)
    .split(/<\/?(?:p|br|ul|ol|li|blockquote|pre)\b[^>]*>/)
    .map((html) =>
      unescape(html.replace(/<[^<>]*>/g, ''))
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((line) => line !== '')
}

const written = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' }

/** Reverses the sanitiser's escapes for HTML's special characters, and no others. */
function unescape(html: string): string {
  return html.replace(/&(?:lt|gt|quot|amp);/g, (entity) => written[entity as keyof typeof written])
}

/** The handles that a text mentions, each once; none within code or links. */
export function listHandles(markdown: string): string[] {
  const found = new Set<string>()
  sanitise(compileMarkdown(markdown), (handle) => {
    found.add(handle)
    return undefined
  })
  return [...found]
}

const leftOut = ['headingAtx', 'setextUnderline', 'htmlFlow', 'htmlText', 'thematicBreak']
function compileMarkdown(markdown: string): string {
  const disable = { null: [...leftOut, ...overdoneIn(markdown)] }
  const events = postprocess(
    parse({ extensions: [{ disable }, ...(mayLink(markdown) ? [gfmAutolinkLiteral()] : [])] })
      .document()
      .write(preprocess()(flatten(markdown), undefined, true)),
  )
  // A picture becomes a link to it: looking at a page must not load anything from elsewhere.
  for (const [, token] of events) if (token.type === 'image') token.type = 'link'
  return compile({ htmlExtensions: [gfmAutolinkLiteralHtml()] })(events)
}

const mostMarksInARow = 40
const mostBeginnings = 10

const addressBegins = /www\.|:\/\/|@/gi

/**
 * Whether addresses in it become links automatically. For each mark in an address the parser looks for the end of all
 * marks, and for each `www.` for the end of the word; words made to keep it looking for ever are left alone.
 */
function mayLink(markdown: string): boolean {
  const addresses = markdown.split(/\s+/).map((word) => ({ word, begins: (word.match(addressBegins) ?? []).length }))
  const isSlow = addresses.some(
    ({ word, begins }) => begins > mostBeginnings || (begins > 0 && marksInARow(word) > mostMarksInARow),
  )
  return !isSlow && addresses.some(({ begins }) => begins > 0)
}

function marksInARow(word: string): number {
  const runs = word.replace(/&[a-z\d]+/gi, '&').match(/[!"')*,.:;<>?_~\]&]+/g) ?? []
  return Math.max(0, ...runs.map((run) => run.length))
}

const allowed = {
  allowedTags: ['p', 'br', 'em', 'strong', 'a', 'ul', 'ol', 'li', 'blockquote', 'code', 'pre'],
  allowedAttributes: { a: ['href', 'rel'], ol: ['start'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  nestingLimit: 60,
} satisfies sanitizeHtml.IOptions

/** `nameOf` returns the name for a handle; an unknown handle stays as it was typed. */
function sanitise(html: string, nameOf: (handle: string) => string | undefined): string {
  let openLinks = 0
  return sanitizeHtml(html, {
    ...allowed,
    transformTags: {
      // A link within a link, or to a forbidden address, keeps only its words.
      a: (_tag, { href = '' }) =>
        openLinks++ === 0 && mayLeadTo(href)
          ? { tagName: 'a', attribs: { href, rel: 'noopener nofollow ugc' } }
          : { tagName: 'span', attribs: {} },
    },
    onCloseTag: (tag) => {
      if (tag === 'a') openLinks--
    },
    textFilter: (text, tag) => (openLinks > 0 || tag === 'code' || tag === 'pre' ? text : nameMentioned(text, nameOf)),
  })
}

/** To the web, to an e-mail address, or to a page of ours. */
function mayLeadTo(href: string): boolean {
  if (/^(?:https?:\/\/|mailto:)[^\s\\]/i.test(href)) return URL.canParse(href)
  const home = 'http://here.invalid'
  return /^\/(?![/\\])/.test(href) && URL.canParse(href, home) && new URL(href, home).origin === home
}

const mention = /(?<![\p{L}\p{N}_@/.-])@([\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*)/gu

function nameMentioned(text: string, nameOf: (handle: string) => string | undefined): string {
  return text.replace(mention, (typed: string, handle: string) => {
    const name = nameOf(handle.toLowerCase())
    return name === undefined ? typed : `<strong>${ejs.escapeXML(name)}</strong>`
  })
}

/** Recently rendered notes: pages show the same ones again and again. */
const kept = new Map<string, string>()
const mostKept = 1000
const mostKeptCharacters = 4_000_000
let keptCharacters = 0

function keep(key: string, html: string): string {
  kept.set(key, html)
  keptCharacters += key.length + html.length
  for (const [oldest, old] of kept) {
    if (kept.size <= mostKept && keptCharacters <= mostKeptCharacters) break
    kept.delete(oldest)
    keptCharacters -= oldest.length + old.length
  }
  return html
}
