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

/** Whether what was asked for is done. A page instead of a way onwards is a form that goes on being filled in. */
export function isSuccess(res: Response): boolean {
  const isPage = String(res.getHeader('Content-Type')).includes('html')
  // What is shown once is shown by the answer itself, with 201.
  return [201, 303].includes(res.statusCode) || (res.statusCode >= 200 && res.statusCode < 300 && !isPage)
}
