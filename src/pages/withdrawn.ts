import type { ErrorRequestHandler } from 'express'
import createError from 'http-errors'
import { findOptionalWithdrawnClaim } from '../claims/queries.ts'
import type { Database } from '../database/connect.ts'
import { findOptionalTombstone } from '../documents/queries.ts'
import type { Viewer } from '../policy.ts'
import { findOptionalWithdrawnStatement } from '../statements/queries.ts'
import { isMissing } from '../web/errors.ts'

type Withdrawn = { withdrawnReason: string | null } | null | undefined

const kinds: Record<string, { what: string; find: (db: Database, viewer: Viewer, id: number) => Promise<Withdrawn> }> =
  {
    claims: { what: 'claim', find: (db, _viewer, id) => findOptionalWithdrawnClaim(db, id) },
    statements: { what: 'statement', find: findOptionalWithdrawnStatement },
    documents: { what: 'document', find: (db, _viewer, id) => findOptionalTombstone(db, id) },
  }

/**
 * Every address of what was withdrawn answers 410 with the reason, as its page does: its pictures, its provenance, the
 * annotation that the desk made of it.
 */
export function tellWithdrawn(db: Database): ErrorRequestHandler {
  return async (error: unknown, req, _res, next) => {
    const [, room, digits] = /^\/(claims|statements|documents)\/(\d{1,9})[-/]/.exec(`${pathOf(req.path)}/`) ?? []
    const kind = kinds[room ?? '']
    if (!kind || !isMissing(error) || !['GET', 'HEAD'].includes(req.method)) return next(error)
    const withdrawn = await kind.find(db, req.viewer, Number(digits))
    if (!withdrawn) return next(error)
    const because = withdrawn.withdrawnReason ? ` Because: ${withdrawn.withdrawnReason}` : ''
    next(createError(410, `This ${kind.what} was withdrawn.${because}`))
  }
}

/** Of the thing that an annotation of the desk is made from. */
function pathOf(path: string): string {
  return path.replace(/^\/annotations\/statement-/, '/statements/')
}
