import './request.ts'
import express, { type NextFunction, type Request, type RequestHandler, type Response, Router } from 'express'
import createError from 'http-errors'
import type { Operation } from './operation.ts'
import type { Config } from '../config.ts'
import { type Action, may } from '../policy.ts'
import { permit, wantsJson } from './answer.ts'
import {
  hasTooManyFields,
  isTooMuch,
  measureJson,
  measureValue,
  mostLevels,
  mostNodes,
  type Shape,
} from './body-shape.ts'
import { hasBody } from './methods.ts'
import { readMultipart } from './multipart.ts'

/*
 * Reads request bodies, up to a size that depends on the sender. Nobody can make the desk read more than that, or build
 * more values from it than a form or a program needs.
 */

/** For people without permission, and for the forms of people without an account. */
const mostFromStrangers = 100_000
const most = 1024 * 1024
const mostOfFile = 50_000_000
/** For a formatted text of eight million characters, up to three bytes each. */
const mostPasted = 25_000_000

/** The action that a route requires: null where everybody may send to it, undefined where there is no such route. */
type Needed = { action: Action | null } | undefined

/** Finds the action required to send something to this address, from the descriptions of the routes. */
export function whoMaySend(operations: Operation[]): RequestHandler {
  const routes = Router()
  for (const { method, path, may: action } of operations) {
    if (method === 'GET' || method === 'OPTIONS') continue
    const name = method.toLowerCase() as 'post' | 'put' | 'delete'
    routes[name](path, (req, res, next) => {
      const known = neededFor(res)
      // If two descriptions match an address, only the rooms know which is meant; they check again.
      if (known === undefined || (action !== null && may(req.viewer, action))) res.locals['needed'] = { action }
      next()
    })
  }
  // A router answers OPTIONS by itself, but the rooms have to do that.
  return (req, res, next) => (req.method === 'OPTIONS' ? next() : routes(req, res, next))
}

/** Parses forms and JSON, except where a room reads its own type. */
export function readBodies({ maxTextBytes }: Pick<Config, 'maxTextBytes'>): RequestHandler {
  return (req, res, next) => {
    if (!hasBody(req) || req.body !== undefined) return next()
    const isDocument = req.method === 'POST' && /^\/documents\/?$/i.test(req.path)
    const isPasted = req.method === 'POST' && /^\/documents\/intake\/formatted\/?$/i.test(req.path)
    // Letters outside ASCII take up to nine bytes each in a form.
    const largest = {
      form: isDocument ? maxTextBytes * 3 + 100_000 : most,
      json: isDocument ? maxTextBytes * 2 + 100_000 : isPasted ? mostPasted : most,
    }
    if (req.is('application/x-www-form-urlencoded')) readForm(req, res, next, largest.form)
    else readJson('application/json', largest.json)(req, res, next)
  }
}

/** Reads a form that brings a file, where a room takes one; somebody without permission may send no more than a form. */
export const readFileForm: RequestHandler = (req, res, next) => {
  readMultipart({ bytes: limitFor(req, res, mostOfFile) })(req, res, next)
}

/** The same with many files, and a field with a long list. */
export const readFilesForm: RequestHandler = (req, res, next) => {
  readMultipart({ bytes: limitFor(req, res, mostOfFile), files: 200, fieldBytes: limitFor(req, res, 250_000) })(
    req,
    res,
    next,
  )
}

/** Parses JSON of one of these types, up to `largest` bytes if the sender has permission. */
export function readJson(type: string | string[], largest = most): RequestHandler {
  return (req, res, next) => {
    const limit = limitFor(req, res, largest)
    const read = express.json({ type, limit, verify: (_req, _res, bytes, charset) => checkJson(bytes, charset) })
    readAtMost(limit, read)(req, res, next)
  }
}

/** Reads text of one of these types as UTF-8, up to `largest` bytes if the sender has permission. */
export function readText(type: string, largest = most): RequestHandler {
  return (req, res, next) => {
    const limit = limitFor(req, res, largest)
    const read = express.text({ type, limit, verify: (_req, _res, _bytes, charset) => checkCharset(charset) })
    readAtMost(limit, read)(req, res, next)
  }
}

function readForm(req: Request, res: Response, next: NextFunction, largest: number): void {
  const limit = limitFor(req, res, largest)
  const options: Parameters<typeof express.urlencoded>[0] & { depth: number } = {
    extended: true,
    limit,
    parameterLimit: mostNodes,
    depth: mostLevels,
    verify: (_req, _res, bytes) => {
      if (hasTooManyFields(bytes)) throw tooMuch({ levels: 0, nodes: Infinity })
    },
  }
  void readAtMost(limit, express.urlencoded(options))(req, res, (error?: unknown) => {
    if (isTooDeep(error)) return next(tooMuch({ levels: Infinity, nodes: 0 }))
    if (error) return next(error)
    const shape = measureValue(req.body)
    next(isTooMuch(shape) ? tooMuch(shape) : undefined)
  })
}

/** The required action, as `whoMaySend` found it. */
function neededFor({ locals }: Response): Needed {
  return (locals as { needed?: Needed }).needed
}

function limitFor(req: Request, res: Response, largest: number): number {
  const action = neededFor(res)?.action
  return action && may(req.viewer, action) ? largest : Math.min(largest, mostFromStrangers)
}

/**
 * Refuses as soon as the announced or received length exceeds the limit; the parsers alone would first read the whole
 * body. Node discards the rest while the answer is sent.
 */
function readAtMost(limit: number, read: RequestHandler): RequestHandler {
  return (req, res, next) => {
    let isDone = false
    let bytes = 0
    const count = (piece: Buffer) => {
      bytes += piece.length
      if (bytes > limit) done(tooLarge(req, res))
    }
    const done = (error?: unknown) => {
      if (isDone) return
      isDone = true
      req.off('data', count)
      next(isTooLarge(error) ? tooLarge(req, res) : error)
    }
    if (Number(req.headers['content-length'] ?? 0) > limit) return done(tooLarge(req, res))
    void read(req, res, done)
    if (!isDone) req.on('data', count)
  }
}

/** Whether the parsers report that a compressed body is too large when unpacked. */
function isTooLarge(error: unknown): boolean {
  return typeOf(error) === 'entity.too.large'
}

/** Whether they report that a form is nested too deeply. */
function isTooDeep(error: unknown): boolean {
  return typeOf(error) === 'querystring.parse.rangeError'
}

function typeOf(error: unknown): string | undefined {
  return error instanceof Error ? (error as { type?: string }).type : undefined
}

/** Somebody without permission is told so, as for a body that was read. */
function tooLarge(req: Request, res: Response): unknown {
  const action = neededFor(res)?.action
  if (!action || may(req.viewer, action)) return createError(413, 'This is too large. Send less at once')
  // A page would redirect to the sign-in and not say that the words are not kept.
  if (!req.viewer && !wantsJson(req)) return createError(413, notKept)
  try {
    return permit(req, action)
  } catch (refusal) {
    return refusal
  }
}

/** Browsers send a form again when its answer is reloaded; going back would show it empty. */
const notKept =
  'You are not signed in, and this is too long to be kept for you. Leave this page open and sign in in another tab, then reload this page: your browser sends your words again'

function checkJson(bytes: Buffer, charset: string): void {
  checkCharset(charset)
  const shape = measureJson(bytes)
  if (isTooMuch(shape)) throw tooMuch(shape)
}

function checkCharset(charset: string): void {
  if (charset !== 'utf-8') throw createError(415, 'Send the body as UTF-8, uncompressed or gzipped')
}

function tooMuch({ levels }: Shape): createError.HttpError {
  const what =
    levels > mostLevels
      ? `is nested more than ${mostLevels} levels deep`
      : `is made of more than ${new Intl.NumberFormat('en').format(mostNodes)} values`
  return createError(400, `What was sent ${what}, which nothing here takes`)
}
