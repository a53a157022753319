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
  /** Nobody looks at its parameters, or they are a form's fields. */
  takesAny?: boolean
  body?: z.ZodType
  /** As what the body may be sent; without it as JSON or as a form. */
  sentAs?: string[]
  /** A valid body. */
  example?: Record<string, unknown>
  answer: z.ZodType
  type: string
  /** The other types that it answers. */
  alsoAs?: string[]
  /** What it is about may have been withdrawn or removed: then it is a 410. */
  mayBeGone?: boolean
  /** How it succeeds; without it 200, and for what makes something 201, too. */
  statuses?: number[]
  /** The headers, besides those of every answer, that it reads and answers with. */
  reads?: HeaderName[]
  tells?: HeaderName[]
}

export type HeaderName = keyof typeof headers

/** What each header means. */
export const headers = {
  'If-None-Match': 'The ETag of what you have: if it is still that, the answer is a 304 without a body',
  'If-Match': 'The ETag of the state that you have seen, or *: nobody overwrites what they have not seen',
  'Idempotency-Key': 'Letters of your own: a request that is sent twice with them is done once',
  Slug: 'The name that you would like the annotation to have',
  Prefer:
    'What of the container is wanted: return=representation;include="…" or omit="…" with ldp#PreferMinimalContainer, oa#PreferContainedIRIs or oa#PreferContainedDescriptions',
  ETag: 'Stands for this state: send it back with If-None-Match or If-Match',
  Link: 'rel="next": where a list goes on; rel="type" and constrainedBy: what an annotation is; oa#annotationService: where annotations are sent',
  Location: 'The address of what was made',
  'Content-Location': 'The address of what this answer contains',
  Allow: 'The methods that the address takes',
  'Accept-Post': 'The types as which an annotation may be sent',
  'Preference-Applied': 'Which preference was followed',
  Vary: 'The headers of a request that the answer depends on',
  RateLimit: 'How many requests are left, and for how many seconds',
  'RateLimit-Policy': 'How many requests there are in a minute',
  'Retry-After': 'When to go on, in seconds',
  'WWW-Authenticate': 'How to sign in, or which scope the token lacks',
  'Last-Modified': 'When it last changed',
} as const
