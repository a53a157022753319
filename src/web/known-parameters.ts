import { type Request, type RequestHandler, Router } from 'express'
import createError from 'http-errors'
import { z } from 'zod'
import { queryOf } from '../words/addresses.ts'
import { isOfOthers, refusedQuery } from './forms.ts'
import type { Operation } from './operation.ts'

/** Refuses "/claim-reviews.csv" and the like: an address that has no such form answers in none. */
export function knownFormsOnly(operations: Operation[]): RequestHandler {
  const routes = Router()
  for (const { method, path, type, alsoAs = [] } of operations) {
    if (method !== 'GET') continue
    const types = [type, ...alsoAs]
    routes.get(path, (req, res, next) => {
      res.locals['hasForm'] ||= types.some((one) => fitsForm(one, req.dataForm))
      next()
    })
  }
  return (req, res, next) => {
    if (req.dataForm === undefined || !['GET', 'HEAD'].includes(req.method)) return next()
    routes(req, res, (error?: unknown) => {
      const { hasForm } = res.locals as { hasForm?: boolean }
      // What has no description is nowhere.
      next(error ?? (hasForm === true ? undefined : createError(404, noForm)))
    })
  }
}

const noForm = 'There is nothing at this address. Pages end in .json as data; lists end in .csv and .jsonl, too'

function fitsForm(type: string, form: Request['dataForm']): boolean {
  if (form === 'csv') return type === 'text/csv'
  return form === 'jsonl' ? type === 'application/x-ndjson' : /^application\/(?:[\w-]+\+)?json$/.test(type)
}

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
    const asked = namesIn(req).filter((name) => !isOfOthers(name))
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

/** As they stand in the address: the parser leaves out `__proto__`, and whatever comes after a thousand. */
function namesIn({ query, originalUrl }: Request): string[] {
  const sent = [...new URLSearchParams(queryOf(originalUrl)).keys()].map((name) => name.split('[')[0] ?? '')
  return [...new Set([...Object.keys(query), ...sent.filter(Boolean)])]
}
