import { parentPort } from 'node:worker_threads'
import { type Circumstances, extractStatements } from '../extraction/extract.ts'

/* Reads one text after another, so that the server's own thread has time for people. */
const port = parentPort
if (!port) throw new Error('reading-worker.ts runs in a worker thread')

port.on('message', ({ text, circumstances }: { text: string; circumstances: Circumstances }) => {
  let told = 0
  const progress = (done: number) => {
    if (done - told < 0.01) return
    told = done
    port.postMessage({ progress: done })
  }
  port.postMessage({ extraction: extractStatements(text, { ...circumstances, progress }) })
})
