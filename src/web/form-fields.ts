import './request.ts'
import { randomBytes } from 'node:crypto'
import type { RequestHandler } from 'express'
import { lastingAddress } from '../words/addresses.ts'
import { takeChosen } from './compare.ts'
import type { FormStamp } from './page-forms.ts'
import type { Stamps } from './stamp.ts'

/** Takes off a sent form what the hallway put into it, so that rooms find their own fields only; and stamps the next. */
export function formFields(stamps: Stamps): RequestHandler {
  return (req, res, next) => {
    const sent: unknown = req.body
    if (sent && typeof sent === 'object' && !Array.isArray(sent)) {
      const { once, ...fields } = sent as Record<string, unknown>
      req.body = takeChosen(fields)
      if (typeof once === 'string') {
        req.formKey = once
        req.stamp = stamps.read(once)
      }
    }
    if (req.viewer) {
      const accountId = req.viewer.id
      // A form that came back to be mended still belongs to the page it first stood on.
      const page = (req.method === 'GET' ? undefined : req.stamp?.page) ?? lastingAddress(req.originalUrl)
      const number = randomBytes(9).toString('base64url')
      res.locals['stamp'] = (form: FormStamp) => stamps.make({ accountId, page, ...form }, number)
    }
    next()
  }
}
