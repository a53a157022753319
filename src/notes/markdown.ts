import ejs from 'ejs'
import { compile, parse, postprocess, preprocess } from 'micromark'
import { gfmAutolinkLiteral, gfmAutolinkLiteralHtml } from 'micromark-extension-gfm-autolink-literal'
import sanitizeHtml from 'sanitize-html'

/** A colleague whom a note mentions: what was typed behind the @, and the name it stands for. */
export type Mentioned = { handle: string; name: string }

/**
 * The only place where HTML comes from that views show unescaped. Markdown without headings and pictures; what looks
 * like HTML stays words. What the sanitiser lets through is the list in `allowed`, whatever comes out of the parser.
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

/** The words of each paragraph, item and broken line that shows any, without marks. */
export function linesOf(markdown: string): string[] {
  return renderMarkdown(markdown)
    .split(/<\/?(?:p|br|ul|ol|li|blockquote|pre)\b[^>]*>/)
    .map((html) =>
      unescape(html.replace(/<[^>]*>/g, ''))
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((line) => line !== '')
}

const written = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' }

/** Takes back what the sanitiser writes for characters that HTML means something by: these, and no others. */
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
/** Whoever emphasises more often than this emphasises nothing, and thousands of marks take the parser seconds. */
const mostEmphasis = 400

function compileMarkdown(markdown: string): string {
  const isOverdone = (markdown.match(/[*_]+/g) ?? []).length > mostEmphasis
  const disable = { null: isOverdone ? [...leftOut, 'attention'] : leftOut }
  const events = postprocess(
    parse({ extensions: [{ disable }, gfmAutolinkLiteral()] })
      .document()
      .write(preprocess()(flatten(markdown), undefined, true)),
  )
  // A picture becomes the link to it: nothing is loaded from elsewhere only because a page is looked at.
  for (const [, token] of events) if (token.type === 'image') token.type = 'link'
  return compile({ htmlExtensions: [gfmAutolinkLiteralHtml()] })(events)
}

const mostLevels = 12

/** Quotes and lists in each other a thousand deep take the parser seconds; nobody reads past a dozen. */
function flatten(markdown: string): string {
  return markdown.replace(/^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/gm, (markers) =>
    (markers.match(/[ \t]*(?:>|[-*+]|\d{1,9}[.)])/g) ?? []).slice(0, mostLevels).join(''),
  )
}

const allowed = {
  allowedTags: ['p', 'br', 'em', 'strong', 'a', 'ul', 'ol', 'li', 'blockquote', 'code', 'pre'],
  allowedAttributes: { a: ['href', 'rel'], ol: ['start'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  nestingLimit: 60,
} satisfies sanitizeHtml.IOptions

/** `nameOf` tells whom a handle stands for; a handle of nobody stays as it was typed. */
function sanitise(html: string, nameOf: (handle: string) => string | undefined): string {
  let openLinks = 0
  return sanitizeHtml(html, {
    ...allowed,
    transformTags: {
      // A link within a link, or to where no link may lead, leaves its words.
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

/** To the web, to somebody's mail, or to a page of ours. */
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

/** What was rendered lately: a page shows the same notes again and again. */
const kept = new Map<string, string>()
const mostKept = 1000

function keep(key: string, html: string): string {
  kept.set(key, html)
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break
    kept.delete(oldest)
  }
  return html
}
