import './request.ts'
import type { Request, Response } from 'express'
import { wantsJson } from './answer.ts'

type Look = () => Promise<object>

/**
 * What pages show besides their own: looked up while they look up theirs, and where none is made, as for a change that
 * leads on, not at all.
 */
export function lookUpBeside(req: Request, res: Response, look: Look): void {
  const begun = (req.method === 'GET' || req.method === 'HEAD') && !wantsJson(req) ? look() : undefined
  begun?.catch(() => {}) // whoever makes the page hears of it
  const { beside = [] } = res.locals as { beside?: Look[] }
  res.locals['beside'] = [...beside, () => begun ?? look()]
}

/** Once: where it fails, the page that says so is made without it. */
export async function foundBeside(given: { beside?: Look[] }): Promise<object> {
  const found = await Promise.all((given.beside?.splice(0) ?? []).map((look) => look()))
  return Object.assign({}, ...found) as object
}
