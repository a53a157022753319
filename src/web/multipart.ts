import './request.ts'
import path from 'node:path'
import { Busboy, type BusboyInstance } from '@fastify/busboy'
import type { Request, RequestHandler } from 'express'
import createError from 'http-errors'

const mostFields = 20
type Most = { bytes: number; files: number; fieldBytes: number }

/**
 * Reads a form with its files, whole and in memory, up to so many bytes in all. Its fields become the body, as of any
 * other form.
 */
export function readMultipart({
  bytes,
  files = 1,
  fieldBytes = 10_000,
}: Partial<Most> & { bytes: number }): RequestHandler {
  return (req, _res, next) => {
    if (!req.is('multipart/form-data')) return next()
    read(req, { bytes, files, fieldBytes }).then(() => next(), next)
  }
}

function read(req: Request, most: Most): Promise<void> {
  const size = `${Math.round(most.bytes / 1_000_000)} MB`
  const what =
    most.files > 1
      ? `These files are larger than ${size}. Send fewer at once`
      : `This file is larger than ${size}. Split it`
  const large = createError(413, what)
  if (Number(req.headers['content-length'] ?? 0) > most.bytes + mostFields * most.fieldBytes)
    return Promise.reject(large)
  return new Promise((resolve, reject) => {
    const broken = () => reject(createError(400, 'The upload was cut off. Send the file again'))
    const parts = parserFor(req, most)
    if (!parts) return reject(createError(400, 'This is not a form as browsers send it'))
    const fields: Record<string, string> = {}
    const files: NonNullable<Request['files']> = []
    let length = 0
    parts.on('field', (name, value, _isNameCut, isCut) => {
      if (isCut) return reject(createError(413, 'One field is too long. Send its words as a file, or fewer at once'))
      if (!Object.hasOwn(fields, name) && name !== '__proto__') fields[name] = value
    })
    parts.on('file', (_field, stream, name, _encoding, mediaType) => {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => {
        length += piece.length
        if (length <= most.bytes) pieces.push(piece)
        else reject(large)
      })
      stream.on('limit', () => reject(large))
      stream.on('error', broken)
      stream.on('end', () => {
        const bytes = Buffer.concat(pieces)
        // A browser sends a nameless empty file where none was chosen.
        if (bytes.length > 0 || Boolean(name)) files.push({ bytes, name: tidyName(name), mediaType })
      })
    })
    parts.on('filesLimit', () => reject(createError(413, `Send at most ${most.files} files at once`)))
    parts.on('error', broken)
    parts.on('finish', () => {
      req.body = fields
      req.files = files
      resolve()
    })
    req.on('aborted', broken)
    req.pipe(parts)
  })
}

function parserFor(
  { headers }: Request,
  { bytes: fileSize, files, fieldBytes: fieldSize }: Most,
): BusboyInstance | undefined {
  const limits = { fileSize, files, fields: mostFields, fieldSize, parts: mostFields + files }
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
