import createError from 'http-errors'

type Waiter = { amount: number; begin: () => void }

/**
 * Lets work begin while what all of it holds in memory is no more than `most`, in order; what is larger by itself has its
 * turn alone. With too many waiting, refuses: an answer that comes after minutes helps nobody. Whoever leaves while
 * waiting (`signal`) gives their place to others at once.
 */
export function holdingAtMost({ most, mostWaiting }: { most: number; mostWaiting: number }) {
  let held = 0
  const waiting: Waiter[] = []
  const beginNext = () => {
    for (let first = waiting[0]; first && held + first.amount <= most; first = waiting[0]) {
      held += first.amount
      waiting.shift()
      first.begin()
    }
  }
  const hold = async <T>(bytes: number, work: () => Promise<T>, signal?: AbortSignal): Promise<T> => {
    signal?.throwIfAborted()
    if (waiting.length >= mostWaiting) {
      throw createError(503, 'Many large originals are being opened. Try again in a moment')
    }
    const amount = Math.min(bytes, most)
    await new Promise<void>((begin, giveUp) => {
      const waiter: Waiter = { amount, begin: () => (signal?.removeEventListener('abort', leave), begin()) }
      const leave = () => {
        waiting.splice(waiting.indexOf(waiter), 1)
        giveUp(signal?.reason as Error)
        beginNext()
      }
      signal?.addEventListener('abort', leave, { once: true })
      waiting.push(waiter)
      beginNext()
    })
    try {
      return await work()
    } finally {
      held -= amount
      beginNext()
    }
  }
  return Object.assign(hold, { waiting: () => waiting.length })
}

/** Of all originals that this process has open. */
export const holdOriginal = holdingAtMost({ most: 150_000_000, mostWaiting: 30 })
