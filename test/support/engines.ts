import fs from 'node:fs'
import path from 'node:path'

/*
 * Both databases are PostgreSQL and get the same statements from the same driver. They differ in their versions, in
 * sorting and case folding, in their time zones, and above all in that a server does several things at once: locks,
 * deadlocks, poolers, broken connections. Everything that involves one of these is tested on both: writing, counting,
 * sorting, searching, merging, migrating, and hiding things from readers. The files below do not involve them.
 */

/** Files that open a desk but would have the same result with any database, each with the reason. */
export const sameOnBoth: Record<string, string> = {
  'api.test.ts': 'that answers are as their descriptions say, and descriptions as OpenAPI says',
  'behind-nginx.test.ts': 'what goes between a proxy and the desk',
  'confirm.test.ts': 'when a page asks for the password again, by a clock of the test',
  'forms.test.ts': 'which forms the pages of the demo have, and what they say when they are refused',
  'extract-command.test.ts': 'a command that opens no database',
  'large-bodies.test.ts': 'what is refused before anything is asked of a database',
  'linked-data.test.ts': 'which words of schema.org and PROV-O a page has',
  'negotiation.test.ts': 'which format answers which Accept header',
  'notices.test.ts': 'a cookie that is written and read',
  'passwords.test.ts': 'how easily a password is guessed',
  'routes.test.ts': 'that each address refuses whom the policy refuses',
  'secrets.test.ts': 'a walk over all addresses; visible.test.ts and unnamed.test.ts have its conditions on both',
  'security.test.ts': 'headers, and what docs/security.md says of itself',
  'views.test.ts': 'a walk that only sees to it that every view is made',
  'w3c-annotations.test.ts': 'which annotations are correct; annotations.test.ts stores and gives them on both',
  'who-may.test.ts': 'that each rule of the policy is felt where it says',
}

/** The browser tests that cover the whole workflow from a text to a reader; the others are about pages and keys. */
const wholeWays = ['journey', 'wire-story'].map((name) => path.join('browser', `${name}.test.ts`))

const tests = path.join(import.meta.dirname, '..')

/** Whether a test file may have another result on a PostgreSQL server than on the embedded database. */
export function mayDifferOnServer(file: string): boolean {
  if (file.startsWith(`browser${path.sep}`)) return wholeWays.includes(file)
  if (file in sameOnBoth) return false
  return opensDatabase(path.join(tests, file))
}

/** Whether a file of tests opens a database, by itself or through what it imports of the tests' own; the others are pure. */
function opensDatabase(file: string, seen = new Set<string>()): boolean {
  if (seen.has(file)) return false
  seen.add(file)
  const source = fs.readFileSync(file, 'utf8')
  if (/\bopenDatabase\b|\bTEST_DATABASE_URL\b/.test(source)) return true
  const imported = [...source.matchAll(/ from '(\.[^']+)'/g)].map(([, name = '']) =>
    path.join(path.dirname(file), name),
  )
  return imported.filter((name) => name.startsWith(tests)).some((name) => opensDatabase(name, seen))
}

/** Sentences about entries above that are no longer test files. */
export function namedInVain(): string[] {
  return [...Object.keys(sameOnBoth), ...wholeWays]
    .filter((file) => !fs.existsSync(path.join(tests, file)))
    .map((file) => `test/support/engines.ts names ${file}, which is not there.`)
}
