import './request.ts'
import type { Request, Response } from 'express'
import createError from 'http-errors'
import { type Action, may } from '../policy.ts'
import { queryOf } from './addresses.ts'
import type { Form } from './forms.ts'

/** One address, several forms: the page for people, its data as JSON for programs. */
export function answer(req: Request, res: Response, view: string, data: object): void {
  if (wantsJson(req)) res.json(data)
  else res.render(view, data)
}

/** What a page with a form is given; the rest is the page's own. */
export type WithForm = { form: Form } & Record<string, unknown>

/** After a change: a page is led to what it shows; a program is told where it is. */
export function changed(
  req: Request,
  res: Response,
  to: string,
  { notice, ...data }: { notice: string; id?: number; outcome?: string },
) {
  if (wantsJson(req)) {
    res
      .status(data.id === undefined ? 200 : 201)
      .location(to)
      .json({ ...data, url: to, notice })
    return
  }
  req.session.notice = notice
  res.redirect(303, to)
}

/** A form that must be mended: the page again with the words kept, or a problem that names the fields. */
export function askAgain(req: Request, res: Response, view: string, data: WithForm): void {
  const { status, errors, choices, stored, values, revision } = data.form
  if (!wantsJson(req)) {
    res.status(status).render(view, data)
    return
  }
  const title = Object.values(errors).flat().join(' ')
  res
    .status(status)
    .type('application/problem+json')
    .json({ title, status, errors, choices, ...(stored && { stored, yours: values, revision }) })
}

/** Readers are shown the way in; who is signed in learns that it takes another role. */
export function permit(req: Request, action: Action): { id: number } {
  if (req.viewer && may(req.viewer, action)) return req.viewer
  if (!req.viewer) throw createError(401, 'Sign in to do this')
  throw createError(403, `Your role does not allow this: ${action}`)
}

export function wantsJson(req: Request): boolean {
  return req.accepts(['html', 'json']) === 'json'
}

/** A person who came by a link with other words is led to the address as it is now. */
export function isRedirected(req: Request, res: Response, path: string): boolean {
  if (decodeURI(req.path) === path || wantsJson(req)) return false
  // What was to be said once is said on the page that is led to.
  const { notice } = res.locals as { notice?: string }
  if (notice !== undefined) req.session.notice = notice
  res.redirect(301, encodeURI(path) + queryOf(req.originalUrl))
  return true
}
