import type { z } from 'zod'
import type { Action } from '../policy.ts'

/** What a program can do at one address; used by the OpenAPI description, the page about it and the tests. */
export type Operation = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'OPTIONS'
  /** As the route is written: "/claims/:id". */
  path: string
  summary: string
  /** Null for everybody. */
  may: Action | null
  query?: z.ZodType
  body?: z.ZodType
  /** A valid body. */
  example?: Record<string, unknown>
  answer: z.ZodType
  type: string
}
