import { type RequestHandler, Router } from 'express'
import { z } from 'zod'
import { isOfOthers, refusedQuery } from './forms.ts'
import type { Operation } from './operation.ts'

/**
 * Refuses parameters that no page at this address knows: docs/decisions/query-parameters.md. The descriptions of the
 * routes say which there are. If two of them match an address, it may have the parameters of both.
 */
export function knownParametersOnly(operations: Operation[]): RequestHandler {
  const routes = Router()
  for (const { method, path, query, takesAny } of operations) {
    if (method !== 'GET') continue
    const known = takesAny ? null : query instanceof z.ZodObject ? Object.keys(query.shape) : []
    routes.get(path, (_req, res, next) => {
      const { parameters = [] } = res.locals as { parameters?: string[] | null }
      res.locals['parameters'] = known && parameters && [...parameters, ...known]
      next()
    })
  }
  return (req, res, next) => {
    const asked = Object.keys(req.query).filter((name) => !isOfOthers(name))
    if (asked.length === 0 || !['GET', 'HEAD'].includes(req.method)) return next()
    routes(req, res, (error?: unknown) => {
      const { parameters } = res.locals as { parameters?: string[] | null }
      if (error || !parameters) return next(error)
      const there =
        parameters.length === 0 ? 'This address has none' : `There are: ${[...new Set(parameters)].join(', ')}`
      const unknown = asked.filter((name) => !parameters.includes(name))
      const errors = unknown.map((name): [string, string[]] => [name, [`There is no such parameter. ${there}`]])
      next(unknown.length === 0 ? undefined : refusedQuery(Object.fromEntries(errors)))
    })
  }
}
