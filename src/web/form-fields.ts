import './request.ts'
import { randomBytes } from 'node:crypto'
import type { RequestHandler } from 'express'
import { lastingAddress } from '../words/addresses.ts'
import { takeChosen } from './compare.ts'
import type { FormStamp } from './page-forms.ts'
import type { Stamps } from './stamp.ts'

/** Removes the hallway's own fields from a sent form, so that rooms see only theirs, and prepares the next stamp. */
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
      // A form that came back with errors still belongs to the page on which it first appeared.
      const page = (req.method === 'GET' ? undefined : req.stamp?.page) ?? lastingAddress(req.originalUrl)
      const number = randomBytes(9).toString('base64url')
      res.locals['stamp'] = (form: FormStamp) => stamps.make({ accountId, page, ...form }, number)
    }
    next()
  }
}
