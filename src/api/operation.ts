import type { Action } from '../policy.ts'
import { Changed, Page } from './answers.ts'
import type { Operation } from '../web/operation.ts'

type More = Partial<Pick<Operation, 'query' | 'body' | 'example' | 'answer' | 'type'>>

/** "GET /claims": answers with a page's data, unless specified otherwise. */
export function reads(route: string, summary: string, may: Action | null, more: More = {}): Operation {
  return { ...placeOf(route), summary, may, answer: Page, type: 'application/json', ...more }
}

/** "POST /claims/:id": answers with an address, unless specified otherwise. */
export function changes(route: string, summary: string, may: Action | null, more: More = {}): Operation {
  return { ...placeOf(route), summary, may, answer: Changed, type: 'application/json', ...more }
}

function placeOf(route: string): Pick<Operation, 'method' | 'path'> {
  const [method = '', path = ''] = route.split(' ')
  return { method: method as Operation['method'], path }
}
