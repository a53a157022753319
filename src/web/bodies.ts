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

/*
 * Reads what is sent, as much of it as whoever sends it may send: nobody makes the desk read more than that by sending it,
 * nor make more of it than a form or a program has reason to send.
 */

/** From who may not do what they ask for, and of the forms of people without an account. */
const mostFromStrangers = 100_000
const most = 1024 * 1024

/** What a route takes: null where everybody may send to it, undefined where there is no such route. */
type Needed = { action: Action | null } | undefined

/** Finds out what is needed to send something to this address; told by the routes' own descriptions. */
export function whoMaySend(operations: Operation[]): RequestHandler {
  const routes = Router()
  for (const { method, path, may: action } of operations) {
    if (method === 'GET' || method === 'OPTIONS') continue
    const name = method.toLowerCase() as 'post' | 'put' | 'delete'
    routes[name](path, (req, res, next) => {
      const known = neededFor(res)
      // Where two descriptions fit an address, only the rooms know which is meant; they ask again.
      if (known === undefined || (action !== null && may(req.viewer, action))) res.locals['needed'] = { action }
      next()
    })
  }
  // A router answers OPTIONS by itself, which is the rooms' to say.
  return (req, res, next) => (req.method === 'OPTIONS' ? next() : routes(req, res, next))
}

/** Forms and JSON, everywhere but where a room reads its own type. */
export function readBodies({ maxTextBytes }: Pick<Config, 'maxTextBytes'>): RequestHandler {
  return (req, res, next) => {
    if (!hasBody(req)) return next()
    const isDocument = req.method === 'POST' && /^\/documents\/?$/i.test(req.path)
    // Letters outside ASCII take up to nine bytes each in a form.
    const largest = {
      form: isDocument ? maxTextBytes * 3 + 100_000 : most,
      json: isDocument ? maxTextBytes * 2 + 100_000 : most,
    }
    if (req.is('application/x-www-form-urlencoded')) readForm(req, res, next, largest.form)
    else readJson('application/json', largest.json)(req, res, next)
  }
}

/** JSON of one of these types, as large as that where whoever sends it may do what they ask for. */
export function readJson(type: string | string[], largest = most): RequestHandler {
  return (req, res, next) => {
    const limit = limitFor(req, res, largest)
    const read = express.json({ type, limit, verify: (_req, _res, bytes, charset) => checkJson(bytes, charset) })
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

/** What is needed where, as `whoMaySend` found it. */
function neededFor({ locals }: Response): Needed {
  return (locals as { needed?: Needed }).needed
}

function limitFor(req: Request, res: Response, largest: number): number {
  const action = neededFor(res)?.action
  return action && may(req.viewer, action) ? largest : Math.min(largest, mostFromStrangers)
}

/**
 * Refuses as soon as it is told, or finds, that more comes: the parsers by themselves first read all of it off the line.
 * What still comes is thrown away while the answer is on its way.
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

/** As the parsers say it of what is compressed, and larger than that when it is unpacked. */
function isTooLarge(error: unknown): boolean {
  return typeOf(error) === 'entity.too.large'
}

/** As they say it of a form. */
function isTooDeep(error: unknown): boolean {
  return typeOf(error) === 'querystring.parse.rangeError'
}

function typeOf(error: unknown): string | undefined {
  return error instanceof Error ? (error as { type?: string }).type : undefined
}

/** Whoever may not send it at all is told that, as if it had been read. */
function tooLarge(req: Request, res: Response): unknown {
  const action = neededFor(res)?.action
  if (!action || may(req.viewer, action)) return createError(413, 'This is too large to be taken in. Send less at once')
  // A page would be led to the sign-in, and nobody would tell that the words are not kept.
  if (!req.viewer && !wantsJson(req)) return createError(413, notKept)
  try {
    return permit(req, action)
  } catch (refusal) {
    return refusal
  }
}

/** Browsers send a form again where its answer is loaded anew; going back would show it empty. */
const notKept =
  'You are not signed in, and this is too long to be kept for you. Leave this page open and sign in in another tab, then reload this page: your browser sends your words again'

function checkJson(bytes: Buffer, charset: string): void {
  if (charset !== 'utf-8') throw createError(415, 'Send the body as UTF-8, uncompressed or gzipped')
  const shape = measureJson(bytes)
  if (isTooMuch(shape)) throw tooMuch(shape)
}

function tooMuch({ levels }: Shape): createError.HttpError {
  const what =
    levels > mostLevels
      ? `is nested more than ${mostLevels} levels deep`
      : `is made of more than ${new Intl.NumberFormat('en').format(mostNodes)} values`
  return createError(400, `What was sent ${what}, which nothing here takes`)
}
