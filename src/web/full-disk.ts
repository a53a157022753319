import type { RequestHandler } from 'express'
import type { OpenDatabase } from '../database/connect.ts'

/**
 * Takes nothing in that would be lost. The embedded database ends itself where its log finds no room for its next piece, and
 * everybody's pages with it; so nobody is let come so far, and who reads goes on reading.
 */
export function refuseOnFullDisk({ isFull }: Pick<OpenDatabase, 'isFull'>): RequestHandler {
  return (req, _res, next) => {
    const reads = ['GET', 'HEAD', 'OPTIONS'].includes(req.method)
    if (reads || !isFull?.()) return next()
    next(Object.assign(new Error('The disk of DATA_DIR is full'), { code: 'ENOSPC' }))
  }
}
