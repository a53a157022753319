import fs from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

/*
 * The imports of the files in src/, types included: for the floors rule in eslint.config.ts, and for `npm run
 * structure`.
 */

/** From a file to those of ours that it imports; paths from the root, such as "src/claims/queries.ts". */
export type Imports = Map<string, string[]>

const root = path.join(import.meta.dirname, '..')

/** For all files of src/ except the generated ones. */
export function readImports(): Imports {
  const files = fs
    .readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((file) => path.posix.join('src', ...file.split(path.sep)))
    .filter((file) => file.endsWith('.ts') && !file.startsWith('src/database/client/'))
  const own = new Set(files)
  return new Map(files.map((file) => [file, importsOf(file).filter((other) => own.has(other))]))
}

function importsOf(file: string): string[] {
  const { importedFiles } = ts.preProcessFile(fs.readFileSync(path.join(root, file), 'utf8'))
  return importedFiles
    .filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => path.posix.join(path.posix.dirname(file), fileName))
}

/** "claims" of "src/claims/queries.ts", "app.ts" of "src/app.ts". */
export function roomOf(file: string): string {
  return file.split('/')[1] ?? file
}

/** The floor of each room, the ground being 0. Throws if a room stands on two. */
export function floorsOf(floors: readonly (readonly string[])[]): Map<string, number> {
  const rooms = floors.toReversed().flatMap((rooms, floor) => rooms.map((room) => [room, floor] as const))
  const known = new Map(rooms)
  if (known.size < rooms.length) throw new Error('A room stands on two floors of eslint.config.ts')
  return known
}

/** Whether a file may import another: of its own room, or of a room further down. */
export function mayImport(floors: Map<string, number>, from: string, to: string): boolean {
  const [above, below] = [roomOf(from), roomOf(to)]
  return above === below || (floors.get(above) ?? -1) > (floors.get(below) ?? Infinity)
}

/** Groups of files that import each other in a circle, each in alphabetical order; Tarjan's algorithm. */
export function findCircles(imports: Imports): string[][] {
  const number = new Map<string, number>()
  const lowest = new Map<string, number>()
  const open: string[] = []
  const circles: string[][] = []

  function visit(file: string): number {
    const own = number.size
    number.set(file, own)
    lowest.set(file, own)
    open.push(file)
    for (const other of imports.get(file) ?? []) {
      const reached = number.has(other) ? (open.includes(other) ? (number.get(other) ?? own) : own) : visit(other)
      lowest.set(file, Math.min(lowest.get(file) ?? own, reached))
    }
    if (lowest.get(file) === own) {
      const circle = open.splice(open.indexOf(file))
      if (circle.length > 1) circles.push(circle.toSorted())
    }
    return lowest.get(file) ?? own
  }

  for (const file of imports.keys()) if (!number.has(file)) visit(file)
  return circles
}
