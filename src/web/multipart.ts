import './request.ts'
import path from 'node:path'
import { Busboy, type BusboyInstance } from '@fastify/busboy'
import type { Request, RequestHandler } from 'express'
import createError from 'http-errors'

const mostFields = 20
const mostFieldBytes = 10_000

/**
 * Reads a form with at most one file, whole and in memory, up to so many bytes. Its fields become the body, as of any
 * other form.
 */
export function readMultipart(mostBytes: number): RequestHandler {
  return (req, _res, next) => {
    if (!req.is('multipart/form-data')) return next()
    read(req, mostBytes).then(() => next(), next)
  }
}

function read(req: Request, mostBytes: number): Promise<void> {
  const large = createError(413, `This file is larger than ${Math.round(mostBytes / 1_000_000)} MB. Split it`)
  if (Number(req.headers['content-length'] ?? 0) > mostBytes + mostFields * mostFieldBytes) return Promise.reject(large)
  return new Promise((resolve, reject) => {
    const broken = () => reject(createError(400, 'The file broke off on its way. Send it again'))
    const parts = parserFor(req, mostBytes)
    if (!parts) return reject(createError(400, 'This is no form that a browser would send'))
    const fields: Record<string, string> = {}
    parts.on('field', (name, value) => {
      if (!Object.hasOwn(fields, name) && name !== '__proto__') fields[name] = value
    })
    parts.on('file', (_field, stream, name, _encoding, mediaType) => {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('limit', () => reject(large))
      stream.on('error', broken)
      stream.on('end', () => {
        const bytes = Buffer.concat(pieces)
        // A browser sends a nameless empty file where none was chosen.
        if (bytes.length > 0) req.file = { bytes, name: tidyName(name), mediaType }
      })
    })
    parts.on('error', broken)
    parts.on('finish', () => {
      req.body = fields
      resolve()
    })
    req.on('aborted', broken)
    req.pipe(parts)
  })
}

function parserFor({ headers }: Request, fileSize: number): BusboyInstance | undefined {
  const limits = { fileSize, files: 1, fields: mostFields, fieldSize: mostFieldBytes, parts: mostFields + 1 }
  try {
    return new Busboy({ headers: { ...headers, 'content-type': headers['content-type'] ?? '' }, limits })
  } catch {
    return undefined
  }
}

function tidyName(name: string | undefined): string {
  // eslint-disable-next-line no-control-regex
  const tidy = path.basename((name ?? '').toWellFormed().replaceAll(/[\u0000-\u001F\u007F]/g, ''))
  return tidy === '' ? 'file' : tidy.slice(-200)
}
