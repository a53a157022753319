import fs from 'node:fs'
import process from 'node:process'
import v8 from 'node:v8'

/* With too little memory the runtime crashes with a dump and the desk can say nothing more, so this checks before. */

const megabyte = 1024 * 1024
/** The smallest memory with which a desk was seen to start, and a little more. */
const least = { heap: 280, allowed: 256 }
/** WebAssembly reserves gigabytes of address space for each of its memories, and uses hardly any of it. */
const leastAddresses = { embedded: 40_000, server: 24_000 }

/** Why this process does not have enough memory, in a sentence; undefined if it has. */
export function lacksMemory({ isEmbedded }: { isEmbedded: boolean }): string | undefined {
  const heap = v8.getHeapStatistics().heap_size_limit / megabyte
  if (heap < least.heap) {
    return lacks(
      `Node may use ${Math.round(heap)} MB for its objects`,
      'Give --max-old-space-size a larger number, or leave it out.',
    )
  }
  const allowed = process.constrainedMemory() / megabyte
  if (allowed > 0 && allowed < least.allowed) {
    return lacks(`this process may use ${Math.round(allowed)} MB`, `Allow it 1000 MB, at least ${least.allowed}.`)
  }
  const addresses = addressLimit() / megabyte
  if (addresses < (isEmbedded ? leastAddresses.embedded : leastAddresses.server)) {
    return lacks(`this process may address ${Math.round(addresses)} MB`, 'Take the limit away (ulimit -v unlimited).')
  }
  return undefined
}

function lacks(what: string, remedy: string): string {
  return `There is not enough memory to start: ${what}. ${remedy}`
}

/** In bytes; systems without /proc have no such limit. */
function addressLimit(): number {
  try {
    const line = /^Max address space\s+(\S+)/m.exec(fs.readFileSync('/proc/self/limits', 'utf8'))
    return Number(line?.[1]) || Infinity
  } catch {
    return Infinity
  }
}
