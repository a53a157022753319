import { parse, YAMLParseError } from 'yaml'
import { type Known, pickKnown } from './given-fields.ts'

/**
 * What a text says about itself at its very top: in YAML between two lines of `---`, or in TOML between two of `+++`. Any
 * other text is all body.
 */
export function splitFrontMatter(raw: string): { matter: Known; body: string } {
  const [whole = '', fence = '', inside = ''] =
    /^(---|\+\+\+)[ \t]*(?:\r\n?|\n)([\s\S]*?)(?:\r\n?|\n)(?:\1|\.\.\.)[ \t]*(?:\r\n?|\n|$)/.exec(raw) ?? []
  const isToml = fence === '+++'
  if (!(isToml ? /^\s*(?:#|["'\w-]+[ \t]*=|\[)/ : /^[\w-]+[ \t]*:/).test(inside)) return { matter: {}, body: raw }
  const plain = inside.replaceAll(/\r\n?/g, '\n')
  const given = readYaml(isToml ? tomlAsYaml(plain) : plain)
  if (given === undefined) return { matter: {}, body: raw }

  const named = Object.fromEntries(Object.entries(given).map(([name, value]) => [name.toLowerCase(), value]))
  const { text: _, ...matter } = pickKnown(withoutBlank({ ...named, ...given }))
  return { matter, body: raw.slice(whole.length) }
}

/**
 * TOML's strings, days, numbers and lists are YAML's, too; only `"""` and `'''` are not. What stands in a table is about
 * something else than the document.
 */
function tomlAsYaml(toml: string): string {
  const [own = ''] = toml.split(/^\[/m)
  return own
    .replaceAll(/("""|''')\n?([\s\S]*?)\1/g, (_, __, words: string) => JSON.stringify(words.replaceAll(/\\\n\s*/g, '')))
    .replaceAll(/^[ \t]*["']?([\w-]+)["']?[ \t]*=[ \t]*/gm, '$1: ')
    .replaceAll(/^([\]}])/gm, ' $1')
}

/** People write `title: The port: what now?`, which is a mapping in a mapping, or none. */
const hasBareColon = /^[\w-]+:[ \t]+[^\s"'>|[{#][^\n]*:(?:\s|$)/m

/** Undefined for what is no mapping. */
function readYaml(inside: string): Record<string, unknown> | undefined {
  for (const yaml of hasBareColon.test(inside) ? [withQuotes(inside)] : [inside, withQuotes(inside)]) {
    try {
      // Dates stay as they are written; no alias repeats a text a thousand times.
      const value: unknown = parse(yaml, { schema: 'core', maxAliasCount: 0, logLevel: 'silent' })
      return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? (value as Record<string, unknown>)
        : undefined
    } catch (error) {
      if (!(error instanceof YAMLParseError || error instanceof ReferenceError)) throw error
    }
  }
  return undefined
}

/** Each value that is written without marks, within marks. */
function withQuotes(yaml: string): string {
  return yaml.replaceAll(
    /^([\w-]+):[ \t]+([^\s>|"'[{#].*)$/gm,
    (_, key: string, value: string) => `${key}: ${JSON.stringify(value)}`,
  )
}

function withoutBlank(given: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '' && value !== null))
}
