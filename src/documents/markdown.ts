import type { BlockContent, DefinitionContent, List, ListItem, Nodes, PhrasingContent, Root, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { Traced } from '../anchoring/traced.ts'
import { flatten, overdoneIn } from '../words/markdown-limits.ts'

/** A Markdown file's first `# heading`, and its words as readers saw them, without the marks. */
export type PlainMarkdown = { heading: string | undefined; text: string; traced: Traced }

/** Reads Markdown as plain text: blocks separated by blank lines, one line for each item of a list. */
export function readMarkdown(markdown: string | Traced): PlainMarkdown {
  const { tree, source } = parse(typeof markdown === 'string' ? Traced.of(markdown) : markdown)
  const first = tree.children.find((node) => node.type === 'heading' && node.depth === 1)
  const traced = source.join(blocks(tree.children, source), '\n\n')
  return {
    heading: first?.type === 'heading' ? words(first.children, source).text.trim() || undefined : undefined,
    text: traced.text,
    traced,
  }
}

/** A block with far too many marks is read as plain text; no text written to be read comes near that. */
function parse(markdown: Traced): { tree: Root; source: Traced } {
  const source = flatten(markdown)
  const overdone = new Set(source.text.split(/\n[ \t]*\n/).flatMap(overdoneIn))
  return { tree: fromMarkdown(source.text, { extensions: [{ disable: { null: [...overdone] } }] }), source }
}

type Block = Root | RootContent | BlockContent | DefinitionContent

function blocks(nodes: Block[], source: Traced): Traced[] {
  return nodes.flatMap((node) => block(node, source)).filter(({ text }) => text.trim() !== '')
}

function block(node: Block, source: Traced): Traced[] {
  switch (node.type) {
    case 'heading':
    case 'paragraph':
      return [words(node.children, source).trim()]
    case 'blockquote':
      return blocks(node.children, source)
    case 'list':
      return [source.join(items(node, source), '\n')]
    case 'code':
      return [writtenAs(node, source)]
    case 'html': {
      const inside = parse(withoutTags(writtenAs(node, source)))
      return blocks(inside.tree.children, inside.source)
    }
    default:
      return []
  }
}

function items(list: List, source: Traced): Traced[] {
  const first = list.start ?? 1
  return list.children.map((item, index) => {
    const writing = source.write()
    writing.add(`${list.ordered ? `${first + index}.` : '-'} `)
    writing.append(itemText(item, source))
    return writing.done()
  })
}

function itemText(item: ListItem, source: Traced): Traced {
  return source.join(blocks(item.children, source), '\n')
}

function words(nodes: PhrasingContent[], source: Traced): Traced {
  return source.join(
    nodes.map((node) => phrase(node, source)),
    '',
  )
}

function phrase(node: Nodes, source: Traced): Traced {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      // A line break within a paragraph has no meaning.
      return writtenAs(node, source).replace(/(?<![ \t])[ \t]*(?:\r\n?|\n)[ \t]*/g, () => ' ')
    case 'break':
      return added('\n', source)
    case 'html':
      return added(/^<br\b/i.test(node.value) ? '\n' : '', source)
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'link':
    case 'linkReference':
      return words(node.children, source)
    default:
      return added('', source)
  }
}

function added(mark: string, source: Traced): Traced {
  const writing = source.write()
  writing.add(mark)
  return writing.done()
}

type Written = Extract<Nodes, { value: string }>

/** A node's words, each traced to where it is written: marks, margins and backslashes between them are none of them. */
function writtenAs({ type, value, position }: Written, source: Traced): Traced {
  const writing = source.write()
  const { text } = source
  const end = position?.end.offset ?? 0
  let at = position?.start.offset ?? 0
  if (type === 'code' && /[`~]/.test(text[at] ?? '')) at = lineEnd(text, at)
  let done = 0
  while (done < value.length && at < end) {
    const run = type === 'text' ? sameAs(value, done, text, at, end, /[\\&]/) : sameAs(value, done, text, at, end)
    writing.copy(at, at + run)
    at += run
    done += run
    if (run > 0) continue
    const reference = type === 'text' && text[at] === '&' ? referenceAt(text, at) : undefined
    if (reference && value.startsWith(reference.means, done)) {
      writing.put(reference.means, at, at + reference.length)
      at += reference.length
      done += reference.means.length
    } else {
      if (type === 'text' && text[at] === '\\' && text[at + 1] === value[done]) at++
      if (text[at] === value[done++]) writing.copy(at, at + 1)
      else done--
      at++
    }
  }
  writing.add(value.slice(done))
  return writing.done()
}

/** How far both go on with the same letters, up to a mark that may mean another letter. */
function sameAs(value: string, done: number, text: string, at: number, end: number, upTo?: RegExp): number {
  let run = 0
  while (done + run < value.length && at + run < end) {
    const letter = text[at + run]!
    if (letter !== value[done + run] || upTo?.test(letter)) break
    run++
  }
  return run
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end === -1 ? text.length : end + 1
}

/** A text may have a million of one. */
const references = new Map<string, { length: number; means: string }>()

/** The letter that `&amp;` or `&#38;` stands for, as the parser reads it. */
function referenceAt(text: string, at: number): { length: number; means: string } | undefined {
  const reference = /^&(?:#x[\da-f]{1,6}|#\d{1,7}|[a-z][a-z\d]{1,31});/i.exec(text.slice(at, at + 40))?.[0]
  if (reference === undefined) return undefined
  const known = references.get(reference)
  if (known !== undefined) return known
  const [paragraph] = fromMarkdown(`a${reference}a`).children
  const [node] = paragraph?.type === 'paragraph' ? paragraph.children : []
  const found = { length: reference.length, means: node?.type === 'text' ? node.value.slice(1, -1) : reference }
  if (references.size > 5000) references.clear()
  references.set(reference, found)
  return found
}

/** Removes at least the first tag each time, so that the loop ends. */
function withoutTags(html: Traced): Traced {
  return html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, () => '')
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, () => '')
    .replace(/<[!?/a-z][^>]*(?:>|$)/gi, () => '')
    .trim()
}
