import type { Request, RequestHandler, Response } from 'express'
import createError from 'http-errors'
import { wantsJson } from '../../web/answer.ts'
import { readJson, readText } from '../../web/bodies.ts'
import { findUnkeepable } from '../../web/forms.ts'
import { hasBody } from '../../web/methods.ts'
import { splitOutsideQuotes } from '../../web/negotiation.ts'
import { acceptPost, asJson, asTriples, mediaType } from './media.ts'
import { faultsOf, type Values } from '../model.ts'
import { readTurtle } from '../read-turtle.ts'

/** Pages have one button, which publishes what a program sent. */
export function isButton(req: Request): boolean {
  const isForm = Boolean(req.is('application/x-www-form-urlencoded')) && !wantsJson(req)
  return isForm && req.method === 'POST' && /^\/[^/]+\/publication\/?$/.test(req.path)
}

/** Reads the bodies of this room, whose type no other room accepts. */
export const annotationBodies: RequestHandler = (req, res, next) => {
  if (!hasBody(req) || isButton(req) || ['GET', 'HEAD', 'OPTIONS', 'DELETE'].includes(req.method)) return next()
  const isTurtle = req.is(asTriples) !== false
  if (!isTurtle && !req.is(asJson)) {
    res.set('Accept-Post', acceptPost)
    return next(createError(415, `Send the annotation as ${mediaType}, as application/json or as ${asTriples}`))
  }
  const readBody = isTurtle ? readTurtleBody : readAnnotationBody
  void readBody(req, res, (error?: unknown) => {
    if (error) return next(error)
    // The hallway removes its own fields from bodies; an annotation is stored unchanged.
    res.locals['sent'] = req.body as unknown
    if (isTurtle) req.body = { turtle: req.body as unknown }
    next()
  })
}

const readAnnotationBody = readJson(asJson)
const readTurtleBody = readText(asTriples)

/** The container holds annotations only: nobody is told that what they sent is a container or a file. */
export function refuseContainers(req: Request): void {
  const types = splitOutsideQuotes(req.get('Link') ?? '', ',').filter((link) => /;\s*rel="?type"?/i.test(link))
  const asked = types.find((link) => /ldp#(?:\w*Container|NonRDFSource)>/.test(link))
  if (asked) throw createError(409, `Annotations are kept here, and nothing else: leave out the Link ${asked.trim()}`)
}

/** What was sent, validated; `address` is its own, if it has one. */
export async function readAnnotation(res: Response, container: string, address?: string): Promise<Values> {
  const { sent: body } = res.locals as { sent?: unknown }
  const sent = typeof body === 'string' ? await fromTurtle(body, container, address) : body
  const unkeepable = findUnkeepable(sent)
  if (unkeepable) {
    throw createError(422, `“${unkeepable.name}” has a character in it (${unkeepable.what}) that no text can have`)
  }
  const faults = faultsOf(sent)
  if (faults.length > 0) throw createError(422, faults.join(' '))
  return sent as Values
}

async function fromTurtle(text: string, container: string, address?: string): Promise<Values> {
  const read = await readTurtle(text, container, address)
  if ('fault' in read) throw createError(422, read.fault)
  return read.values
}

/** What the sender would have it called, which may be percent-encoded. */
export function slugOf(req: Request): string {
  const given = (req.get('Slug') ?? '').slice(0, 500)
  try {
    return decodeURIComponent(given)
  } catch {
    return given
  }
}
