import type { BlockContent, DefinitionContent, List, ListItem, Nodes, PhrasingContent, Root, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { flatten, overdoneIn } from '../words/markdown-limits.ts'

/** A Markdown file's first `# heading`, and its words as readers saw them, without the marks. */
export type PlainMarkdown = { heading: string | undefined; text: string }

/** Reads Markdown as plain text: blocks separated by blank lines, one line for each item of a list. */
export function readMarkdown(markdown: string): PlainMarkdown {
  const tree = parse(markdown)
  const first = tree.children.find((node) => node.type === 'heading' && node.depth === 1)
  return {
    heading: first?.type === 'heading' ? words(first.children).trim() || undefined : undefined,
    text: blocks(tree.children).join('\n\n'),
  }
}

/** A block with far too many marks is read as plain text; no text written to be read comes near that. */
function parse(markdown: string): Root {
  const flat = flatten(markdown)
  const overdone = new Set(flat.split(/\n[ \t]*\n/).flatMap(overdoneIn))
  return fromMarkdown(flat, { extensions: [{ disable: { null: [...overdone] } }] })
}

type Block = Root | RootContent | BlockContent | DefinitionContent

function blocks(nodes: Block[]): string[] {
  return nodes.flatMap(block).filter((text) => text.trim() !== '')
}

function block(node: Block): string[] {
  switch (node.type) {
    case 'heading':
    case 'paragraph':
      return [words(node.children).trim()]
    case 'blockquote':
      return blocks(node.children)
    case 'list':
      return [items(node).join('\n')]
    case 'code':
      return [node.value]
    case 'html':
      return blocks(parse(withoutTags(node.value)).children)
    default:
      return []
  }
}

function items(list: List): string[] {
  const first = list.start ?? 1
  return list.children.map((item, index) => `${list.ordered ? `${first + index}.` : '-'} ${itemText(item)}`)
}

function itemText(item: ListItem): string {
  return blocks(item.children).join('\n')
}

function words(nodes: PhrasingContent[]): string {
  return nodes.map(phrase).join('')
}

function phrase(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      // A line break within a paragraph has no meaning.
      return node.value.replace(/(?<![ \t])[ \t]*(?:\r\n?|\n)[ \t]*/g, ' ')
    case 'break':
      return '\n'
    case 'html':
      return /^<br\b/i.test(node.value) ? '\n' : ''
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'link':
    case 'linkReference':
      return words(node.children)
    default:
      return ''
  }
}

/** Removes at least the first tag each time, so that the loop ends. */
function withoutTags(html: string): string {
  return html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
    .replace(/<[!?/a-z][^>]*(?:>|$)/gi, '')
    .trim()
}
