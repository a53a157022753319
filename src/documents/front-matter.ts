import { parse as parseToml, TomlDate, TomlError } from 'smol-toml'
import { parse, YAMLParseError } from 'yaml'
import { isMatter, type Known, pickKnown } from './given-fields.ts'

/**
 * What a text says about itself at its very top: in YAML between two lines of `---`, or in TOML between two of `+++`. Any
 * other text is all body, as are lines with colons that name no field: an interview may stand between two rules.
 */
export function splitFrontMatter(raw: string): { matter: Known; body: string } {
  const [whole = '', fence = '', inside = ''] = inYaml.exec(raw) ?? inToml.exec(raw) ?? []
  const isToml = fence === '+++'
  if (!(isToml ? /^\s*(?:#|["'\w][\w"' \t.-]*=|\[)/ : /^[\w-]+[ \t]*:/).test(inside)) return { matter: {}, body: raw }
  const plain = inside.replaceAll(/\r\n?/g, '\n')
  const given = isToml ? readToml(plain) : readYaml(plain)
  if (given === undefined || !isMatter(given)) return { matter: {}, body: raw }

  const named = Object.fromEntries(Object.entries(given).map(([name, value]) => [name.toLowerCase(), value]))
  const { text: _, ...matter } = pickKnown(withoutBlank({ ...named, ...given }))
  return { matter, body: raw.slice(whole.length) }
}

const inYaml = /^(---)[ \t]*(?:\r\n?|\n)([\s\S]*?)(?:\r\n?|\n)(?:---|\.\.\.)[ \t]*(?:\r\n?|\n|$)/
const inToml = /^(\+\+\+)[ \t]*(?:\r\n?|\n)([\s\S]*?)(?:\r\n?|\n)\+\+\+[ \t]*(?:\r\n?|\n|$)/

/** Days are written as TOML writes them. Undefined for what is no TOML. */
function readToml(inside: string): Record<string, unknown> | undefined {
  try {
    const entries = Object.entries(parseToml(inside, { integersAsBigInt: 'asNeeded' }))
    return Object.fromEntries(entries.map(([name, value]) => [name, plainValue(value)]))
  } catch (error) {
    if (error instanceof TomlError) return undefined
    throw error
  }
}

/** A time without a day is no date. */
function plainValue(value: unknown): unknown {
  if (typeof value === 'bigint') return String(value)
  if (value instanceof TomlDate) return value.isTime() ? '' : value.toISOString()
  return value
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
