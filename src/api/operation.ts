import type { z } from 'zod'
import type { Action } from '../policy.ts'
import { Changed, Page } from './answers.ts'

/** What a program can do at one address; its place in the description, on the page of docs and in the tests. */
export type Operation = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'OPTIONS'
  /** As the route is written: "/claims/:id". */
  path: string
  summary: string
  /** Null for everybody. */
  may: Action | null
  query?: z.ZodType
  body?: z.ZodType
  /** A body that would be taken. */
  example?: Record<string, unknown>
  answer: z.ZodType
  type: string
}

type More = Partial<Pick<Operation, 'query' | 'body' | 'example' | 'answer' | 'type'>>

/** "GET /claims": a page's data, unless said otherwise. */
export function reads(route: string, summary: string, may: Action | null, more: More = {}): Operation {
  return { ...placeOf(route), summary, may, answer: Page, type: 'application/json', ...more }
}

/** "POST /claims/:id": answers where to look, unless said otherwise. */
export function changes(route: string, summary: string, may: Action | null, more: More = {}): Operation {
  return { ...placeOf(route), summary, may, answer: Changed, type: 'application/json', ...more }
}

function placeOf(route: string): Pick<Operation, 'method' | 'path'> {
  const [method = '', path = ''] = route.split(' ')
  return { method: method as Operation['method'], path }
}
