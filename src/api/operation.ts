import { z } from 'zod'
import type { Action } from '../policy.ts'
import { Changed, Page } from './answers.ts'
import type { Operation } from '../web/operation.ts'

type More = Partial<Omit<Operation, 'method' | 'path' | 'summary' | 'may'>>

/** "GET /claims": answers with a page's data, unless specified otherwise. */
export function reads(route: string, summary: string, may: Action | null, more: More = {}): Operation {
  return { ...placeOf(route), summary, may, answer: Page, type: 'application/json', alsoAs: ['text/html'], ...more }
}

/** "POST /claims/:id": answers with an address, unless specified otherwise. */
export function changes(route: string, summary: string, may: Action | null, more: More = {}): Operation {
  return { ...placeOf(route), summary, may, answer: Changed, type: 'application/json', ...more }
}

/** "GET /feed.atom": answers with a file, or with data that have no page. */
export function gives(route: string, summary: string, type: string, more: More = {}): Operation {
  return { ...placeOf(route), summary, may: null, answer: z.string(), type, ...more }
}

function placeOf(route: string): Pick<Operation, 'method' | 'path'> {
  const [method = '', path = ''] = route.split(' ')
  return { method: method as Operation['method'], path }
}
