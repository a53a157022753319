import type { SingleBar } from 'cli-progress'
import { areMany, countDocuments } from '../documents/files.ts'

/** A progress bar over documents, on a terminal only and if there is more than one. */
export async function startBar(files: string[]): Promise<SingleBar | undefined> {
  if (!process.stderr.isTTY || !areMany(files)) return undefined
  const total = await countDocuments(files)
  if (total < 2) return undefined
  const { default: progress } = await import('cli-progress')
  const bar = new progress.SingleBar({
    format: '{bar} {value} of {total} documents',
    stream: process.stderr,
    clearOnComplete: true,
  })
  bar.start(total, 0)
  return bar
}
