import type { Response } from 'express'

/**
 * Runs `work` after the answer is made and before it is sent, so that it is done when the client has the answer. The
 * last work added runs first.
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

/** Whether the request was carried out. A page instead of a redirect means that the form is still being filled in. */
export function isSuccess(res: Response): boolean {
  const isPage = String(res.getHeader('Content-Type')).includes('html')
  // A secret that is shown once is in the answer itself, with status 201.
  return [201, 303].includes(res.statusCode) || (res.statusCode >= 200 && res.statusCode < 300 && !isPage)
}
