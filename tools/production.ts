/* What production needs from this repository and from the packages in package-lock.json. */

/** Everything that the running desk reads, and the documents for the people who run it. */
export const builtFrom = [
  ...['src', 'views', 'prisma', 'docs', 'tools/lighten.ts'],
  ...['.env.example', '.npmrc', 'LICENSE', 'NOTICE', 'README.md'],
]
/** Exceptions: the code that generates the client and writes migrations, whose packages are missing there. */
export const leftOut = ['diff', 'generate', 'prisma.config', 'write-migration', 'write-views'].map(
  (name) => `prisma/${name}.ts`,
)

export type Package = {
  version?: string
  license?: string
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
  peerDependencies?: Record<string, string>
  peerDependenciesMeta?: Record<string, { optional?: boolean }>
  devDependencies?: Record<string, string>
  dev?: boolean
  devOptional?: boolean
  [field: string]: unknown
}
export type Lock = { packages: Record<string, Package>; [field: string]: unknown }

/**
 * The packages reached from `dependencies`, by their place in the lock file. Optional peers do not count, though npm
 * installs them.
 */
export function productionPackages({ packages }: Lock, { without = [] }: { without?: string[] } = {}): string[] {
  const reached = new Set<string>()
  const visit = (from: string, names: string[]) => {
    for (const name of names) {
      const place = nearest(packages, from, name)
      if (place === undefined || reached.has(place)) continue
      reached.add(place)
      visit(place, neededBy(packages[place]))
    }
  }
  const wanted = Object.keys(packages['']?.dependencies ?? {}).filter((name) => !without.includes(name))
  visit('', wanted)
  return [...reached].sort()
}

function neededBy(one: Package = {}): string[] {
  const peers = Object.keys(one.peerDependencies ?? {}).filter((name) => !one.peerDependenciesMeta?.[name]?.optional)
  return [...Object.keys(one.dependencies ?? {}), ...Object.keys(one.optionalDependencies ?? {}), ...peers]
}

/** Where Node would find `name`, required by the package at `from`: beside it, or in a folder further up. */
function nearest(packages: Lock['packages'], from: string, name: string): string | undefined {
  const place = `${from === '' ? '' : `${from}/`}node_modules/${name}`
  if (place in packages) return place
  return from === '' ? undefined : nearest(packages, from.replace(/\/?node_modules\/(@[^/]+\/)?[^/]+$/, ''), name)
}

/** The same lock file with only these packages, for a package.json without development dependencies. */
export function lockWithout(lock: Lock, without: string[]): Lock {
  const { devDependencies: _, dependencies = {}, ...root } = lock.packages[''] ?? {}
  const kept = productionPackages(lock, { without }).map((place): [string, Package] => {
    const { dev: _, devOptional: __, ...rest } = lock.packages[place] ?? {}
    return [place, rest]
  })
  return {
    ...lock,
    packages: { '': { ...root, dependencies: leaveOut(dependencies, without) }, ...Object.fromEntries(kept) },
  }
}

export function leaveOut(dependencies: Record<string, string>, without: string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(dependencies).filter(([name]) => !without.includes(name)))
}
