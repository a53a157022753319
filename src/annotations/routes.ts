import { type ErrorRequestHandler, type Request, type RequestHandler, type Response, Router } from 'express'
import createError from 'http-errors'
import onHeaders from 'on-headers'
import type { Desk } from '../config.ts'
import type { Database } from '../database/connect.ts'
import { may } from '../policy.ts'
import { localPart, queryOf } from '../words/addresses.ts'
import { changed, permit } from '../web/answer.ts'
import { parseQuery, readId, refusedQuery } from '../web/forms.ts'
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
import { acceptPost, allow, ofAnnotation, ofContainer, ofPage } from './requests/media.ts'
import { kindOf, listOf, type Values } from './model.ts'
import { ldp, preferenceOf } from './prefer.ts'
import { countListed, findFilters, findNote, findOptionalStored, findStatement, listPage } from './queries.ts'
import { isButton, readAnnotation, refuseContainers, slugOf } from './requests/received.ts'
import { mayChange } from './rights.ts'
import { ContainerQuery } from './schema.ts'
import { asTurtle, etagOf, refuseOtherTypes, send, sendMethods, tagOf } from './requests/sending.ts'

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

function containerOf({ baseUrl }: Desk): string {
  return `${baseUrl}/annotations/`
}

function searchOf(sought: { target: string | undefined; exact: string | undefined }): string {
  const given = Object.entries(sought).filter(([, value]) => value !== undefined) as [string, string][]
  return given.length === 0 ? '' : `${new URLSearchParams(given).toString()}&`
}
