import { parentPort } from 'node:worker_threads'
import type { FeedItem } from './feed.ts'
import type { Format } from './format.ts'
import { readerOf } from './read.ts'
import { type Given, NotTaken, type Taken } from './taken.ts'

/** A file, what was pasted, or a feed's articles. */
export type Asked = { format: Format | 'pasted' | 'feed'; given: Given }
/** Said once for each, when what it is read with is loaded. */
export type Ready = 'ready'
export type Answered = { taken: Taken } | { items: FeedItem[] } | { refusal: string } | { broke: string }

parentPort?.on('message', ({ format, given }: Asked) => {
  const answer = (answered: Answered) => parentPort?.postMessage(answered)
  // Buffers arrive as bare bytes.
  read(format, given)
    .then(answer)
    .catch((error: unknown) => {
      if (error instanceof NotTaken) answer({ refusal: error.message })
      else answer({ broke: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    })
})

async function read(format: Asked['format'], given: Given): Promise<Answered> {
  if (format !== 'feed') {
    const reader = await readerOf(format)
    tellReady()
    return { taken: await reader(given) }
  }
  const { readFeed } = await import('./feed.ts')
  tellReady()
  return { items: readFeed(new TextDecoder().decode(given.bytes), given.url ?? '') }
}

function tellReady(): void {
  parentPort?.postMessage('ready' satisfies Ready)
}
