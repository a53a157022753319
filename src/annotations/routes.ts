import { createHash } from 'node:crypto'
import { type ErrorRequestHandler, type Request, type RequestHandler, type Response, Router } from 'express'
import createError from 'http-errors'
import onHeaders from 'on-headers'
import type { Desk } from '../config.ts'
import type { Database } from '../database/connect.ts'
import { may } from '../policy.ts'
import { localPart, queryOf } from '../words/addresses.ts'
import { changed, permit, wantsJson } from '../web/answer.ts'
import { readJson, readText } from '../web/bodies.ts'
import { hasBody } from '../web/methods.ts'
import { chooseFormat, notAcceptable, splitOutsideQuotes } from '../web/negotiation.ts'
import { findUnkeepable, parseQuery, readId, refusedQuery } from '../web/forms.ts'
import {
  ownName,
  publishAnnotation,
  receiveAnnotation,
  removeAnnotation,
  replaceAnnotation,
  type StoredAnnotation,
} from './annotations.ts'
import {
  addressOf,
  containerAddress,
  describeContainer,
  describeNote,
  describePage,
  describeStatement,
  describeStored,
  lastPage,
} from './json-ld.ts'
import { faultsOf, kindOf, listOf, type Values } from './model.ts'
import { ldp, preferenceOf } from './prefer.ts'
import { countListed, findFilters, findNote, findOptionalStored, findStatement, listPage } from './queries.ts'
import { mayChange } from './rights.ts'
import { ContainerQuery } from './schema.ts'
import { readTurtle } from './read-turtle.ts'
import { writeTurtle } from './turtle.ts'

/* The W3C Web Annotation Protocol. Where this does not say why, the recommendation does. */
const mediaType = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
const asJson = ['application/ld+json', 'application/json']
const asTriples = 'text/turtle'
/** Every type that an annotation may be sent as, the preferred one first. */
const acceptPost = [mediaType, ...asJson, asTriples].join(', ')
const offered = ['linked', 'json', 'turtle'] as const

const ofPage = `<${ldp}Resource>; rel="type", <http://www.w3.org/TR/annotation-protocol/>; rel="${ldp}constrainedBy"`
const ofContainer = `<${ldp}BasicContainer>; rel="type", ${ofPage}`
const ofAnnotation = `<http://www.w3.org/ns/oa#Annotation>; rel="type", ${ofPage}`

const allow = {
  container: 'GET, HEAD, OPTIONS, POST',
  page: 'GET, HEAD, OPTIONS',
  stored: 'GET, HEAD, OPTIONS, PUT, DELETE',
  own: 'GET, HEAD, OPTIONS',
}

/**
 * Runs before everything that may refuse: every answer here has a Link that says what is at the address, and errors are
 * data.
 */
export const forPrograms: RequestHandler = (req, res, next) => {
  req.isForPrograms = !isButton(req)
  const isContainer = req.path === '/' && req.query['page'] === undefined
  res.set('Link', isContainer ? ofContainer : req.path === '/' ? ofPage : ofAnnotation)
  next()
}

/** Pages have one button, which publishes what a program sent. */
function isButton(req: Request): boolean {
  const isForm = Boolean(req.is('application/x-www-form-urlencoded')) && !wantsJson(req)
  return isForm && req.method === 'POST' && /^\/[^/]+\/publication\/?$/.test(req.path)
}

/** The pages of things that the container takes annotations of. */
const annotated = /^\/(?:documents|statements|claims|sources|topics)\/\d[^/]*(?:\/versions\/\d+(?:\/text)?)?\/?$/

/** Names the container on the pages that annotations may be about, as section 3.3 of the protocol describes. */
export function nameContainer({ baseUrl }: Desk): RequestHandler {
  const link = `<${baseUrl}/annotations/>; rel="http://www.w3.org/ns/oa#annotationService"`
  return (req, res, next) => {
    if (annotated.test(req.path)) onHeaders(res, () => void (res.statusCode < 400 && res.append('Link', link)))
    next()
  }
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

/** The protocol wants an entity tag on every response of the container: on its refusals, too. */
export function tagRefusals(db: Database, desk: Desk): ErrorRequestHandler {
  return async (error: unknown, req, res, next) => {
    const isOfContainer = req.path === '/' && req.query['page'] === undefined && !res.headersSent
    // Whoever asks too often is not to make work.
    if (createError.isHttpError(error) && error.status === 429) return next(error)
    // While the database is away there is none.
    if (isOfContainer) await tagContainer(db, desk, req, res).catch(() => undefined)
    next(error)
  }
}

/** The tag that a GET without any preference would have. */
async function tagContainer(db: Database, desk: Desk, req: Request, res: Response): Promise<void> {
  const filters = await findFilters(db, req.viewer, {}, desk.baseUrl)
  const { counts, modified } = await countListed(db, filters)
  const total = counts.statements + counts.notes + counts.stored
  const pages = { desk, total, modified, addressesOnly: false, query: '' }
  const id = containerOf(desk)
  const first = await listPage(db, filters, counts, 0)
  res.set('ETag', tagOf(JSON.stringify(describeContainer(pages, { id, first }))))
}

export function annotationRoutes(db: Database, desk: Desk): Router {
  const routes = Router()

  routes.get('/annotations/', async (req, res) => {
    if (!req.path.endsWith('/')) return res.redirect(308, `/annotations/${queryOf(req.originalUrl)}`)
    refuseOtherTypes(req)
    const { iris, page, target, exact } = parseQuery(ContainerQuery, req.query)
    if (exact !== undefined && target === undefined) {
      throw refusedQuery({ target: ['Say with target= where the words are quoted, too'] })
    }
    const preferred = iris === undefined && page === undefined ? preferenceOf(req.get('Prefer')) : undefined
    const addressesOnly = iris === '1' || preferred?.addressesOnly === true
    const filters = await findFilters(db, req.viewer, { target, exact }, desk.baseUrl)
    const { counts, modified } = await countListed(db, filters)
    const total = counts.statements + counts.notes + counts.stored
    const pages = { desk, total, modified, addressesOnly, query: searchOf({ target, exact }) }

    res.vary('Prefer')
    if (page !== undefined) {
      if (page > lastPage(total)) throw createError(404, `There is no such page: the last one is ${lastPage(total)}`)
      res.set({ Allow: allow.page, Link: ofPage })
      return await send(req, res, describePage(pages, page, await listPage(db, filters, counts, page)))
    }
    const isWhole = pages.query === ''
    res.set({ Allow: allow.container, 'Accept-Post': acceptPost, Link: isWhole ? ofContainer : ofPage })
    if (preferred) res.set('Preference-Applied', 'return=representation')
    const isPlain = isWhole && iris === undefined && (!preferred || (preferred.minimal && !addressesOnly))
    const id = isPlain ? containerOf(desk) : containerAddress(pages)
    res.set('Content-Location', id)
    const first = preferred?.minimal ? undefined : await listPage(db, filters, counts, 0)
    await send(req, res, describeContainer(pages, { id, first }))
  })

  routes.options('/annotations/', async (req, res) => {
    if (req.query['page'] !== undefined) return sendMethods(res, allow.page)
    await tagContainer(db, desk, req, res)
    res.set('Accept-Post', acceptPost)
    sendMethods(res, allow.container)
  })

  routes.post('/annotations/', async (req, res) => {
    if (req.query['page'] !== undefined) {
      res.set('Allow', allow.page)
      throw createError(405, 'This is a page of the container. Send annotations to the container: /annotations/')
    }
    res.set({ Link: ofContainer, Allow: allow.container, 'Accept-Post': acceptPost })
    const { id: by } = permit(req, 'write annotations')
    refuseContainers(req)
    const content = await readAnnotation(res, containerOf(desk))
    const isPublic = may(req.viewer, 'publish annotations')
    const received = await receiveAnnotation(db, { content, suggested: slugOf(req), isPublic, by })
    const address = addressOf(desk, received.name)
    res.status(201).location(address).set('Content-Location', address)
    await sendStored(req, res, received, `<${ldp}BasicContainer>; rel="type"; anchor="${containerOf(desk)}"`)
  })

  routes.get('/annotations/:name', async (req, res) => {
    refuseOtherTypes(req)
    const own = ownName.exec(req.params.name)
    if (!own) return await sendStored(req, res, await findStored(req, req.params.name))
    res.set({ Allow: allow.own, Link: ofAnnotation })
    await send(req, res, await findOwn(own))
  })

  routes.options('/annotations/:name', async (req, res) => {
    const own = ownName.exec(req.params.name)
    if (own) res.set('ETag', tagOf(JSON.stringify(await findOwn(own))))
    else res.set('ETag', etagOf(await findStored(req, req.params.name)))
    sendMethods(res, own ? allow.own : allow.stored)
  })

  routes.put('/annotations/:name', async (req, res) => {
    const { name, by } = await findToChange(req, res)
    const content = await readAnnotation(res, containerOf(desk), addressOf(desk, name))
    const replaced = await replaceAnnotation(db, name, {
      content,
      by,
      allow(stored) {
        refuseUnseen(req, stored)
        refuseOtherNames(stored, content)
      },
    })
    await sendStored(req, res, replaced)
  })

  routes.delete('/annotations/:name', async (req, res) => {
    const { name, by } = await findToChange(req, res)
    await removeAnnotation(db, name, { by, allow: (stored) => refuseUnseen(req, stored) })
    res.status(204).end()
  })

  routes.post('/annotations/:name/publication', async (req, res) => {
    const { id: by } = permit(req, 'publish annotations')
    const { name } = await findStored(req, String(req.params.name))
    const published = await publishAnnotation(db, name, { by, allow: refuseGone })
    if (req.isForPrograms) return await sendStored(req, res, published)
    const notice = 'The annotation is published. Readers see it where they see what it is about.'
    changed(req, res, localPart(req.get('Referer') ?? req.stamp?.page ?? '/desk'), { notice })
  })

  async function findStored(req: Request, name: string): Promise<StoredAnnotation> {
    const stored = await findOptionalStored(db, req.viewer, name)
    if (!stored) throw createError(404, 'There is no annotation at this address')
    refuseGone(stored)
    return stored
  }

  async function findOwn([, kind, digits]: RegExpExecArray): Promise<Values> {
    const id = readId(digits)
    if (kind === 'statement') return describeStatement(desk, await findStatement(db, id))
    const note = await findNote(db, id)
    if (note.withdrawnAt) throw createError(410, `This note was withdrawn. Because: ${note.withdrawnReason ?? ''}`)
    return describeNote(desk, note)
  }

  /** Who may not is told so before anything is read; what the desk itself says is changed at the desk. */
  async function findToChange(req: Request<{ name: string }>, res: Response): Promise<{ name: string; by: number }> {
    const { name } = req.params
    const { id: by } = permit(req, 'write annotations')
    const own = ownName.exec(name)
    if (own) {
      await findOwn(own)
      res.set({ Allow: allow.own, Link: ofAnnotation })
      throw createError(405, 'The desk says this itself: it is changed where it was recorded, and read here')
    }
    res.set({ Allow: allow.stored, Link: ofAnnotation })
    await findStored(req, name)
    return { name, by }
  }

  /** Nobody overwrites what they have not seen. */
  function refuseUnseen(req: Request, stored: StoredAnnotation): void {
    refuseGone(stored)
    if (!mayChange(req.viewer, stored)) {
      throw createError(403, 'Only who sent an annotation changes it, and once it is published only who may publish')
    }
    const condition = req.get('If-Match')
    if (condition === undefined) {
      throw createError(428, 'Say with If-Match which state of it you have seen: the ETag that it was sent to you with')
    }
    const known = condition.split(',').map((etag) => etag.trim())
    const [now, inTurtle] = [etagOf(stored), asTurtle(etagOf(stored))]
    if (!known.includes('*') && !known.includes(now) && !known.includes(inTurtle)) {
      throw createError(412, 'It has been changed since: get it again, and send your change on what it is now')
    }
  }

  /** What it is called here and was called elsewhere stays. */
  function refuseOtherNames(stored: StoredAnnotation, content: Values): void {
    const before = describeStored(desk, stored)
    if (kindOf(content) !== stored.kind) throw createError(409, `This has to stay an ${stored.kind}`)
    for (const name of ['id', 'canonical', 'via']) {
      const [given, known] = [listOf(content[name]), listOf(before[name])]
      if (given.length === 0 || known.length === 0) continue
      if (given.length !== known.length || given.some((it) => !known.includes(it))) {
        throw createError(409, `Its “${name}” stays as it is: ${known.join(', ')}. Send that, or leave it out`)
      }
    }
  }

  async function sendStored(req: Request, res: Response, stored: StoredAnnotation, ...links: string[]): Promise<void> {
    res.set({ Allow: allow.stored, Link: [...links, ofAnnotation].join(', '), ETag: etagOf(stored) })
    await send(req, res, describeStored(desk, stored))
  }

  return routes
}

function refuseGone({ deletedAt }: StoredAnnotation): void {
  if (deletedAt) throw createError(410, `This annotation was removed on ${deletedAt.toISOString()}`)
}

/** The container holds annotations only: nobody is told that what they sent is a container or a file. */
function refuseContainers(req: Request): void {
  const types = splitOutsideQuotes(req.get('Link') ?? '', ',').filter((link) => /;\s*rel="?type"?/i.test(link))
  const asked = types.find((link) => /ldp#(?:\w*Container|NonRDFSource)>/.test(link))
  if (asked) throw createError(409, `Annotations are kept here, and nothing else: leave out the Link ${asked.trim()}`)
}

/** What was sent, validated; `address` is its own, if it has one. */
async function readAnnotation(res: Response, container: string, address?: string): Promise<Values> {
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
function slugOf(req: Request): string {
  const given = (req.get('Slug') ?? '').slice(0, 500)
  try {
    return decodeURIComponent(given)
  } catch {
    return given
  }
}

function containerOf({ baseUrl }: Desk): string {
  return `${baseUrl}/annotations/`
}

function tagOf(body: string | Buffer): string {
  return `"${createHash('sha256').update(body).digest('base64url')}"`
}

function etagOf({ id, revision }: StoredAnnotation): string {
  return `"annotation-${id}-${revision}"`
}

function searchOf(sought: { target: string | undefined; exact: string | undefined }): string {
  const given = Object.entries(sought).filter(([, value]) => value !== undefined) as [string, string][]
  return given.length === 0 ? '' : `${new URLSearchParams(given).toString()}&`
}

function refuseOtherTypes(req: Request): void {
  if (!chooseFormat(req, offered)) throw notAcceptable(offered)
}

/** 200 with no body, as the protocol's tests expect; it has a type because these read that of every success. */
function sendMethods(res: Response, methods: string): void {
  res.set({ Allow: methods, 'Content-Type': mediaType, 'Content-Length': '0' }).status(200).end()
}

/** As bytes, which are not kept for readers: there the answer would be one whatever form of it was preferred. */
async function send(req: Request, res: Response, values: Values): Promise<void> {
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
function asTurtle(etag: string): string {
  return etag.replace(/"$/, '-turtle"')
}
