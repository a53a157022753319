import type { Response } from 'express'
import type { Desk } from '../config.ts'
import { datesInJson } from '../words/partial-date.ts'

/** What is wrong in this case: a sentence, and by field what to correct. */
export type Problem = { status: number; detail: string; errors?: Record<string, string[]> }

/** The kinds of problems, by status: the last part of their address, and their title, which is the same in every case. */
export const kindsOfProblems: Record<number, { name: string; title: string }> = {
  400: { name: 'unreadable-request', title: 'The request cannot be read' },
  401: { name: 'not-signed-in', title: 'This takes an account or a token' },
  403: { name: 'not-allowed', title: 'This account or token may not do this' },
  404: { name: 'not-found', title: 'There is nothing here' },
  405: { name: 'other-method', title: 'The address takes other methods' },
  406: { name: 'other-format', title: 'The address answers in other formats' },
  409: { name: 'conflict', title: 'This conflicts with what is stored' },
  410: { name: 'withdrawn', title: 'This was withdrawn or removed' },
  412: { name: 'changed-since', title: 'This was changed since you read it' },
  413: { name: 'too-large', title: 'The request is too large' },
  415: { name: 'other-type', title: 'The body has to be of another type' },
  422: { name: 'invalid-fields', title: 'What was sent breaks a rule' },
  428: { name: 'condition-missing', title: 'The request has to name the state it changes' },
  429: { name: 'too-many-requests', title: 'Too many requests' },
  500: { name: 'fault', title: 'Something went wrong on our side' },
  501: { name: 'not-offered', title: 'This desk does not offer this' },
  503: { name: 'unavailable', title: 'The desk cannot answer at the moment' },
  507: { name: 'disk-full', title: 'Nothing can be stored at the moment' },
}

/** Answers with a problem document by RFC 9457. */
export function sendProblem(res: Response, { status, detail, ...more }: Problem & Record<string, unknown>): void {
  const { desk } = res.app.locals as { desk?: Desk }
  const { name, title } = kindsOfProblems[status] ?? { name: 'other', title: 'The request was not fulfilled' }
  const type = `${desk?.baseUrl ?? ''}/about/api#problem-${name}`
  res
    .status(status)
    .type('application/problem+json')
    .send(JSON.stringify({ type, title, status, detail, ...more }, datesInJson))
}
