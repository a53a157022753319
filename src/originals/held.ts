import createError from 'http-errors'

/**
 * Lets work begin while what all of it holds in memory is no more than `most`, in order; what is larger by itself has its
 * turn alone. With too many waiting, refuses: an answer that comes after minutes helps nobody.
 */
export function holdingAtMost({ most, mostWaiting }: { most: number; mostWaiting: number }) {
  let held = 0
  const waiting: { amount: number; begin: () => void }[] = []
  const beginNext = () => {
    for (let first = waiting[0]; first && held + first.amount <= most; first = waiting[0]) {
      held += first.amount
      waiting.shift()
      first.begin()
    }
  }
  return async function hold<T>(bytes: number, work: () => Promise<T>): Promise<T> {
    if (waiting.length >= mostWaiting) {
      throw createError(503, 'Many large originals are being opened. Try again in a moment')
    }
    const amount = Math.min(bytes, most)
    await new Promise<void>((begin) => {
      waiting.push({ amount, begin })
      beginNext()
    })
    try {
      return await work()
    } finally {
      held -= amount
      beginNext()
    }
  }
}

/** Of all originals that this process has open. */
export const holdOriginal = holdingAtMost({ most: 150_000_000, mostWaiting: 30 })
