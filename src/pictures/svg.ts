/** A piece of finished SVG, made only by `tag` and `words`, so that nothing in it is unescaped. */
export type Markup = string & { readonly markup: true }

type Value = string | number | undefined

/** An element; attributes without a value are left out, and numbers have one decimal. */
export function tag(name: string, attributes: Record<string, Value>, ...inside: Markup[]): Markup {
  let open = `<${name}`
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) open += ` ${key}="${escape(typeof value === 'number' ? short(value) : value)}"`
  }
  return (inside.length === 0 ? `${open}/>` : `${open}>${inside.join('')}</${name}>`) as Markup
}

export function words(text: string): Markup {
  return escape(text) as Markup
}

function short(value: number): string {
  return String(Math.round(value * 10) / 10)
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** XML has no way to write the other control characters, nor unpaired surrogates. */
function escape(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu, '')
    .replace(/[&<>"']/g, (letter) => entities[letter] ?? '')
}
