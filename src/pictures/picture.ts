import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { type Markup, tag, words } from './svg.ts'

/** A picture before it is written into a page, or into a file of its own. */
export type Picture = {
  width: number
  height: number
  /** Its name and a description, for people who cannot see it. */
  title: string
  description: string
  inside: Markup[]
}

/**
 * Inside a page, with the page's styles. It is a group and not an image: the links in an image could not be reached.
 */
export function inPage({ width, height, title, description, inside }: Picture): Markup {
  return tag(
    'svg',
    {
      class: 'picture',
      role: 'group',
      'aria-labelledby': 'picture-title picture-description',
      width,
      height,
      viewBox: `0 0 ${width.toFixed(1)} ${height.toFixed(1)}`,
    },
    tag('title', { id: 'picture-title' }, words(title)),
    tag('desc', { id: 'picture-description' }, words(description)),
    ...inside,
  )
}

const styles = ['tokens.css', 'pictures.css'].map((sheet) =>
  fs.readFileSync(path.join(import.meta.dirname, '../browser/styles', sheet), 'utf8'),
)
/** The page's own rules, so that a picture looks the same everywhere, in light and dark. */
const style = `${styles.join('\n').replaceAll(']]>', ']] >')}\nsvg.picture { background: var(--paper); font-family: var(--sans); }\n`

/** As a file: it contains its styles, and its links lead to the desk from anywhere. */
export function asFile(picture: Picture, baseUrl: string): string {
  const whole = inPage(picture)
    .replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ')
    .replaceAll(' href="/', () => ` href="${baseUrl}/`)
    .replace('</desc>', () => `</desc><style><![CDATA[${style}]]></style>`)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${whole}\n`
}

const hash = createHash('sha256').update(style).digest('base64')

/** Allows only the style in such a file, for people who open the file at its address. */
export const contentSecurityOfFile = `default-src 'none'; style-src 'sha256-${hash}'; frame-ancestors 'none'`
