import { createHash } from 'node:crypto'
import type { Request, Response } from 'express'
import createError from 'http-errors'
import { chooseFormat, notAcceptable } from '../../web/negotiation.ts'
import type { StoredAnnotation } from '../annotations.ts'
import { mediaType, offered } from './media.ts'
import type { Values } from '../model.ts'
import { writeTurtle } from '../turtle.ts'

export function tagOf(body: string | Buffer): string {
  return `"${createHash('sha256').update(body).digest('base64url')}"`
}

export function etagOf({ id, revision }: StoredAnnotation): string {
  return `"annotation-${id}-${revision}"`
}

export function refuseOtherTypes(req: Request): void {
  if (!chooseFormat(req, offered)) throw notAcceptable(offered)
}

/** 200 with no body, as the protocol's tests expect; it has a type because these read that of every success. */
export function sendMethods(res: Response, methods: string): void {
  res.set({ Allow: methods, 'Content-Type': mediaType, 'Content-Length': '0' }).status(200).end()
}

/** As bytes, which are not kept for readers: there the answer would be one whatever form of it was preferred. */
export async function send(req: Request, res: Response, values: Values): Promise<void> {
  const isRead = ['GET', 'HEAD'].includes(req.method)
  const wanted = chooseFormat(req, offered)
  const turtle = wanted === 'turtle' ? await writeTurtle(values) : undefined
  if (isRead && wanted === 'turtle' && turtle === undefined) {
    throw createError(406, 'Its context cannot be read as Turtle. Ask for application/ld+json')
  }
  // What was changed is changed: then no answer is refused for its type.
  const format = wanted === undefined || (wanted === 'turtle' && turtle === undefined) ? 'linked' : wanted
  const body = Buffer.from(turtle ?? JSON.stringify(values))
  const known = res.get('ETag')
  if (known === undefined) res.set('ETag', tagOf(body))
  else if (format === 'turtle') res.set('ETag', asTurtle(known))
  res.set('Content-Type', format === 'turtle' ? 'text/turtle; charset=utf-8' : typeOf(format))
  res.send(body)
}

/** A GET that named JSON alone gets it under that name. */
function typeOf(format: 'linked' | 'json'): string {
  return format === 'json' ? 'application/json' : mediaType
}

/** The same state in other bytes has another ETag. */
export function asTurtle(etag: string): string {
  return etag.replace(/"$/, '-turtle"')
}
