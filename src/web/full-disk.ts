import type { RequestHandler } from 'express'
import type { OpenDatabase } from '../database/connect.ts'

/**
 * Refuses writes while the disk is nearly full. The embedded database ends, with all pages, if its log has no room to
 * grow; this keeps it from getting there, so that readers can go on reading.
 */
export function refuseOnFullDisk({ isFull }: Pick<OpenDatabase, 'isFull'>): RequestHandler {
  return (req, _res, next) => {
    const reads = ['GET', 'HEAD', 'OPTIONS'].includes(req.method)
    if (reads || !isFull?.()) return next()
    next(Object.assign(new Error('The disk of DATA_DIR is full'), { code: 'ENOSPC' }))
  }
}
