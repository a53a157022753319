/* Messages during a start, so that nobody takes a slow start for one that hangs. */

/** Anything faster than this is not mentioned, in milliseconds. */
const patience = 2000
const saidEvery = 5000

/** Where the data is, without any password. */
export function databaseInWords({
  databaseUrl,
  dataDir,
}: {
  databaseUrl: string | undefined
  dataDir: string
}): string {
  if (databaseUrl === undefined) return `the database in ${dataDir}`
  const { host, pathname } = new URL(databaseUrl)
  return `the database${pathname.length > 1 ? ` ${decodeURIComponent(pathname.slice(1))}` : ''} on ${host || 'this machine'}`
}

/** Reports every few seconds how long the work has taken so far, if it takes long. */
export async function sayWhile<T>(what: string, work: () => Promise<T>): Promise<T> {
  const begunAt = performance.now()
  const say = () =>
    console.log(`Still ${what}, for ${Math.round((performance.now() - begunAt) / 1000)} seconds so far …`)
  let every: NodeJS.Timeout | undefined
  const first = setTimeout(() => {
    say()
    every = setInterval(say, saidEvery)
  }, patience)
  try {
    return await work()
  } finally {
    clearTimeout(first)
    clearInterval(every)
  }
}
