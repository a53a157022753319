import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { type Markup, tag, words } from './svg.ts'

/** A picture before it is written: into a page, or as a file of its own. */
export type Picture = {
  width: number
  height: number
  /** What it is, and what there is to see, for whoever does not see it. */
  title: string
  description: string
  inside: Markup[]
}

/** Inside a page, whose styles it has. It is a group and no image: in an image nobody would come to the links. */
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
/** The page's own rules, so that a picture looks the same wherever it goes, in light and dark. */
const style = `${styles.join('\n').replaceAll(']]>', ']] >')}\nsvg.picture { background: var(--paper); font-family: var(--sans); }\n`

/** By itself: with its style in it, and links that lead to the desk from anywhere. */
export function asFile(picture: Picture, baseUrl: string): string {
  const whole = inPage(picture)
    .replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ')
    .replaceAll(' href="/', () => ` href="${baseUrl}/`)
    .replace('</desc>', () => `</desc><style><![CDATA[${style}]]></style>`)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${whole}\n`
}

const hash = createHash('sha256').update(style).digest('base64')

/** Of the style in such a file, and nothing else: the file may be looked at where it comes from. */
export const contentSecurityOfFile = `default-src 'none'; style-src 'sha256-${hash}'; frame-ancestors 'none'`
