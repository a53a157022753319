import './request.ts'
import type { Request, Response } from 'express'
import { wantsJson } from './answer.ts'

type Look = () => Promise<object>

/** Starts the lookups for the page frame in parallel with the page; skipped for redirects. */
export function lookUpBeside(req: Request, res: Response, look: Look): void {
  const begun = (req.method === 'GET' || req.method === 'HEAD') && !wantsJson(req) ? look() : undefined
  begun?.catch(() => {}) // the page's own lookup reports it
  const { beside = [] } = res.locals as { beside?: Look[] }
  res.locals['beside'] = [...beside, () => begun ?? look()]
}

/** Returns the results once. If a lookup fails, the error page is made without it. */
export async function foundBeside(given: { beside?: Look[] }): Promise<object> {
  const found = await Promise.all((given.beside?.splice(0) ?? []).map((look) => look()))
  return Object.assign({}, ...found) as object
}
