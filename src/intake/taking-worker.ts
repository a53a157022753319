import { parentPort } from 'node:worker_threads'
import { type Format, readFormat } from './read.ts'
import { type Given, NotTaken, type Taken } from './taken.ts'

export type Asked = { format: Format; given: Given }
/** Said once, when everything that it reads with is loaded. */
export type Ready = 'ready'
export type Answered = { taken: Taken } | { refusal: string } | { broke: string }

parentPort?.on('message', ({ format, given }: Asked) => {
  const answer = (answered: Answered) => parentPort?.postMessage(answered)
  // Buffers arrive as bare bytes.
  readFormat(format, given)
    .then((taken) => answer({ taken }))
    .catch((error: unknown) => {
      if (error instanceof NotTaken) answer({ refusal: error.message })
      else answer({ broke: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    })
})
parentPort?.postMessage('ready' satisfies Ready)
