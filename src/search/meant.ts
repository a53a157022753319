import type { Database } from '../database/connect.ts'
import { type Viewer } from '../policy.ts'
import { readable } from '../visible/readable.ts'
import { foldName } from '../words/names.ts'
import { mistakesIn, wordsOfName } from '../sources/spelling.ts'
import { suggestSources } from '../sources/type-ahead.ts'
import { sourcePath } from '../words/addresses.ts'
import { searchPath } from './facets.ts'
import { idIn } from './meaning.ts'
import { type Term, writeQuery } from './query.ts'
import type { Search } from './schema.ts'

/** With fewer results than this, a name may have been misspelt. */
export const few = 3

/** The number of words for which suggestions are looked up. */
const mostGuessed = 4

/** A source that a word with few results may have meant, and the search for it. */
export type Meant = { name: string; path: string; q: string; searchPath: string }

/** Sources with a name spelt similarly to a typed word, among those that this viewer may see. */
export async function findMeant(db: Database, viewer: Viewer, terms: Term[], { kind }: Search): Promise<Meant[]> {
  const names = terms.filter(({ kind, text, not }) => !not && isName(kind) && idIn(text) === undefined)
  const meant = new Map<string, Meant>()
  const asked = names.slice(0, mostGuessed).map(async (term) => {
    const suggested = await suggestSources(db, viewer, term.text)
    const seen = await db.source.findMany({
      where: { AND: [{ id: { in: suggested.map(({ id }) => id) } }, readable.sources(viewer)] },
      select: { id: true, name: true },
    })
    return { term, suggested, seen }
  })
  for (const { term, suggested, seen } of await Promise.all(asked)) {
    for (const { id, alias } of suggested) {
      const source = seen.find((row) => row.id === id)
      const text = source && correct(term, alias ?? source.name)
      if (!source || text === undefined) continue
      const q = writeQuery(terms.map((other) => (other === term ? { ...term, text } : other)))
      if (!meant.has(q))
        meant.set(q, { name: source.name, path: sourcePath(source), q, searchPath: searchPath({ q, kind }) })
    }
  }
  return [...meant.values()].slice(0, 3)
}

function isName(kind: Term['kind']): boolean {
  return ['word', 'phrase', 'by', 'via', 'in'].includes(kind)
}

/** The correct name or, for a single word, the nearest one; undefined if that was typed. */
function correct({ kind, text }: Term, name: string): string | undefined {
  const typed = foldName(text)
  if (kind !== 'word') return foldName(name) === typed ? undefined : name
  const near = wordsOfName(foldName(name))
    .map((word) => ({ word, mistakes: mistakesIn(typed, word) }))
    .filter(({ word, mistakes }) => mistakes !== undefined && word !== typed)
    .toSorted((a, b) => (a.mistakes ?? 0) - (b.mistakes ?? 0))[0]
  return near?.word
}
