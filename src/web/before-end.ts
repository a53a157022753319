import type { Response } from 'express'

/**
 * Lets `work` be done when the answer is made and before it is sent, so that whoever has the answer finds it done. What
 * was asked for last is done first.
 */
export function beforeEnd(res: Response, work: (body: string | undefined) => Promise<void>): void {
  const end = res.end.bind(res) as (...given: unknown[]) => Response
  let isEnding = false
  res.end = ((...given: unknown[]) => {
    if (isEnding) return res
    isEnding = true
    const [body] = given
    const text = typeof body === 'string' ? body : Buffer.isBuffer(body) ? body.toString() : undefined
    work(text)
      .catch((error: unknown) => res.req.log.error(error))
      .finally(() => end(...given))
    return res
  }) as Response['end']
}
