import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const articles = join(import.meta.dirname, '../extraction/articles')

/** As much news as is asked for, of the English articles the tests hold, over and over. */
export function newsText(characters: number): string {
  const once = readdirSync(articles)
    .filter((file) => file.endsWith('.txt') && !/german|transcript/.test(file))
    .map((file) => readFileSync(join(articles, file), 'utf8'))
    .join('\n\n')
  return once.repeat(Math.ceil(characters / once.length)).slice(0, characters)
}
