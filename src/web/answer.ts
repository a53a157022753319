import './request.ts'
import type { Request, Response } from 'express'
import createError from 'http-errors'
import type { Desk } from '../config.ts'
import { type Action, may, missingScope } from '../policy.ts'
import { queryOf } from '../words/addresses.ts'
import type { Form } from './forms.ts'
import {
  chooseFormat,
  type Format,
  namesPages,
  notAcceptable,
  page,
  pageWithLinkedData,
  pageWithRows,
  pageWithText,
} from './negotiation.ts'
import { sendProblem } from './problem.ts'

/** The page's data in the shape of a published standard; computed only when somebody asks for it. */
export type Linked = (desk: Desk) => object

/** What only the page gets beside the data: sentences, choices, what is open. Computed only for pages. */
export type Shown = () => object

/**
 * Answers one address in several formats: a page for people, its data as JSON for programs and, where a standard has a
 * shape for it, JSON-LD, which readers' pages embed, too.
 */
export function answer(req: Request, res: Response, view: string, data: object, linked?: Linked, shown?: Shown): void {
  if (req.dataForm === 'csv' || req.dataForm === 'jsonl') {
    throw createError(404, 'This address has no rows. Its data ends in .json; lists end in .csv and .jsonl, too')
  }
  if (req.sentForm) return showAgain(req, res, view, { ...data, ...shown?.() }, req.sentForm)
  if ('next' in data && typeof data.next === 'string') res.append('Link', `<${data.next}>; rel="next"`)
  const offered = linked ? pageWithLinkedData : page
  const format = formatFor(req, offered)
  if (format === undefined && isRead(req)) throw notAcceptable(offered)
  if (linked && format === 'linked') sendLinkedData(req, res, linked)
  else if (format !== 'html') res.json(data)
  else if (linked) res.render(view, { ...data, ...shown?.(), linkedData: req.viewer ? {} : linked(deskOf(req)) })
  else res.render(view, { ...data, ...shown?.() })
}

/** Answers 410: a page for people that says what remains, and for programs a problem with the same data. */
export function gone(req: Request, res: Response, view: string, { what, reason, ...data }: Gone): void {
  res.status(410)
  if (!wantsProblem(req)) return answer(req, res, view, data)
  const because = reason ? ` Because: ${reason}` : ''
  sendProblem(res, { ...data, status: 410, detail: `This ${what} was withdrawn.${because}` })
}

type Gone = { what: string; reason: string | null } & Record<string, unknown>

/** Whether the client prefers the text alone to the page that shows it. */
export function wantsText(req: Request): boolean {
  const format = formatFor(req, pageWithText)
  if (format === undefined) throw notAcceptable(pageWithText)
  return format === 'text'
}

/** After a change: redirects a page to what it shows, and tells a program its address. */
export function changed(
  req: Request,
  res: Response,
  to: string,
  { notice, ...data }: { notice: string; id?: number; outcome?: string; [more: string]: unknown },
) {
  if (wantsJson(req)) {
    res
      .status(data.id === undefined ? 200 : 201)
      .location(to)
      .json({ ...data, url: to, notice })
    return
  }
  req.leaveNotice(notice)
  res.redirect(303, to)
}

/**
 * Shows the page of a form that must be corrected or filled in further; programs get a problem that names the fields.
 */
function showAgain(req: Request, res: Response, view: string, data: object, form: Form): void {
  const { status, errors, choices, stored, values, revision, retryAfter } = form
  if (retryAfter !== undefined) res.set('Retry-After', String(retryAfter))
  if (!wantsJson(req)) {
    res.status(status).render(view, { ...data, sent: form })
    return
  }
  const detail = Object.entries(errors)
    .flatMap(([name, sentences]) => sentences.map((one) => (name === 'form' ? one : `${name}: ${one}`)))
    .join(' ')
  sendProblem(res, { status, detail, errors, choices, ...(stored && { stored, yours: values, revision }) })
}

/**
 * Readers are sent to the sign-in. People who are signed in learn which role it takes, and programs which scope they
 * lack.
 */
export function permit(req: Request, action: Action): { id: number } {
  if (req.viewer && may(req.viewer, action)) return req.viewer
  req.refused = action
  if (!req.viewer) throw createError(401, 'Sign in to do this')
  const scope = missingScope(req.viewer, action)
  if (scope === undefined) throw createError(403, `Your role does not allow this: ${action}`)
  if (scope === null) throw createError(403, `No token can do this: ${action}. Sign in with a browser`)
  req.res?.set('WWW-Authenticate', `Bearer error="insufficient_scope", scope="${scope}"`)
  throw createError(403, `This token lacks the scope ${scope}, which this takes: ${action}`)
}

/** A client that does not accept a page is a program, even when it asks for an address that does not exist. */
export function wantsJson(req: Request): boolean {
  return formatFor(req, ['html', 'json', 'problem']) !== 'html'
}

/** A problem is a page only to a client that asks for pages by name, and to whoever sent a form. */
export function wantsProblem(req: Request): boolean {
  return wantsJson(req) || (!namesPages(req) && isRead(req))
}

/** As which file of rows a client wants a list: by its address, or by `Accept`. */
export function chooseRows(req: Request): 'csv' | 'jsonl' | undefined {
  const { dataForm } = req
  if (dataForm !== undefined) return dataForm === 'json' ? undefined : dataForm
  const format = formatFor(req, pageWithRows)
  if (format === undefined) throw notAcceptable(pageWithRows)
  return format === 'csv' || format === 'jsonl' ? format : undefined
}

/** A program that sends a token or JSON wants data, unless it says otherwise. */
function formatFor<F extends Format>(req: Request, offered: readonly F[]): F | 'json' | undefined {
  if (req.isForPrograms || req.dataForm !== undefined) return 'json'
  const isProgram = req.bearsToken || Boolean(req.is('application/json'))
  return chooseFormat(req, isProgram ? offered.toSorted((a, b) => dataFirst(a) - dataFirst(b)) : offered)
}

function dataFirst(format: Format): number {
  return ['json', 'html', 'linked', 'problem', 'text', 'csv', 'jsonl', 'turtle'].indexOf(format)
}

function isRead({ method }: Request): boolean {
  return method === 'GET' || method === 'HEAD'
}

export function sendLinkedData(req: Request, res: Response, linked: Linked): void {
  res.type('application/ld+json').send(JSON.stringify(linked(deskOf(req))))
}

export function deskOf({ app }: Request): Desk {
  return (app.locals as { desk: Desk }).desk
}

function wantsLinkedData(req: Request): boolean {
  return formatFor(req, pageWithLinkedData) === 'linked'
}

/**
 * For secrets that are shown once and not stored: answers the POST itself, because a redirect could only show what is
 * stored.
 */
export function showOnce(req: Request, res: Response, view: string, data: object): void {
  res.status(201).set('Cache-Control', 'no-store')
  answer(req, res, view, data)
}

/** Redirects a person whose address has outdated words to the present one. */
export function isRedirected(req: Request, res: Response, path: string): boolean {
  if (decodeURI(req.path) === path || wantsJson(req) || wantsLinkedData(req)) return false
  // A notice meant for one page is passed on to the page after the redirect.
  const { notice } = res.locals as { notice?: string }
  if (notice !== undefined) req.leaveNotice(notice)
  res.redirect(301, encodeURI(path) + queryOf(req.originalUrl))
  return true
}

/** Redirects from a merged thing, for programs too; browsers revalidate it each time, since a merge can be undone. */
export function leadOn(req: Request, res: Response, path: string): void {
  const ending = req.dataForm === undefined ? '' : `.${req.dataForm}`
  res.set('Cache-Control', 'no-cache').redirect(301, encodeURI(path) + ending + queryOf(req.originalUrl))
}
