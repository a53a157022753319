import { z } from 'zod'
import { type Action, policy } from '../policy.ts'
import { Problem } from './answers.ts'
import { forChallengers } from './challenges.ts'
import { forTheDesk } from './desk.ts'
import type { Operation } from '../web/operation.ts'
import { forPeople } from './people.ts'
import { forReaders } from './readers.ts'

export const operations: Operation[] = [...forReaders, ...forChallengers, ...forTheDesk, ...forPeople]

/** Answers that are not JSON, and operations without a body. */
export const notDescribed = [
  'GET /assets/:version/*path',
  'POST /documents/:id/desk/changes',
  'GET /feed.atom',
  'GET /topics/:id/feed.atom',
  'GET /sources/:id/feed.atom',
  'GET /feed.json',
  'GET /topics/:id/feed.json',
  'GET /sources/:id/feed.json',
  'GET /robots.txt',
  'GET /sitemap.xml',
  'GET /sitemaps/:room/:part.xml',
  'GET /search.atom',
  'GET /search.csv',
  'GET /search.jsonl',
  'GET /claims/:id/graph.svg',
  'GET /sources/:id/graph.svg',
  'GET /topics/:id/graph.svg',
  'GET /claims/:id/timeline.svg',
  'GET /sources/:id/timeline.svg',
]

type Site = { baseUrl: string; newsroom: string }
type Json = Record<string, unknown>

/** The API of this desk, by OpenAPI 3.1; made from the schemas with which the desk parses its input. */
export function describeApi({ baseUrl, newsroom }: Site): Json {
  const schemas: Json = {}
  const paths: Record<string, Json> = {}
  for (const operation of operations) {
    const path = operation.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: describe(operation, schemas) }
  }
  const problem = describeSchema(Problem, 'output', schemas)
  return {
    openapi: '3.1.0',
    info: { title: `${newsroom}: the record`, version: '1', description: about },
    servers: [{ url: baseUrl }],
    externalDocs: { url: `${baseUrl}/about/api` },
    paths,
    components: {
      schemas,
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'Made at /account/tokens' } },
      responses: {
        Problem: { description: 'A problem', content: { 'application/problem+json': { schema: problem } } },
      },
    },
  }
}

const about =
  'Every page is also data: ask for its address with Accept: application/json. Lists have `next`, and the header Link, where there is more. Problems are application/problem+json. RateLimit says how many requests are left.'

function describe({ method, path, summary, may, query, body, example, answer, type }: Operation, schemas: Json): Json {
  const isChange = method !== 'GET' && method !== 'OPTIONS'
  const done = {
    description: isChange ? 'Done' : 'What was asked for',
    headers: { RateLimit: { schema: { type: 'string' } }, Link: { schema: { type: 'string' } } },
    content: { [type]: { schema: describeSchema(answer, 'output', schemas) } },
  }
  const answers = { 200: done, ...(isChange && { 201: { ...done, description: 'Made' } }) }
  return {
    operationId: `${method.toLowerCase()}${path.replace(/[/:]+(\w?)/g, (_, letter: string) => letter.toUpperCase())}`,
    summary,
    description: whoMay(may),
    tags: [path.split('/')[1] || 'front'],
    ...(may !== null && { security: [{ token: [] }] }),
    parameters: [...inPath(path), ...inQuery(query, schemas)],
    ...(body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: describeSchema(body, 'input', schemas), example } },
      },
    }),
    responses: { ...answers, default: { $ref: '#/components/responses/Problem' } },
  }
}

/** Who may, in words, according to the policy. */
export function whoMay(action: Action | null): string {
  if (action === null) return 'Everybody.'
  const { roles, scope }: { roles: readonly string[]; scope: string | null } = policy[action]
  const who = `${roles.join(', ')}${roles.length > 1 ? ': each' : ''}`
  return scope === null
    ? `Only ${who} at a browser.`
    : `A token with the scope ${scope}, of an account that is ${who} may.`
}

function inPath(path: string): Json[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: ['token', 'name'].includes(name) ? { type: 'string' } : { type: 'string', pattern: '^[1-9][0-9]*' },
  }))
}

function inQuery(query: z.ZodType | undefined, schemas: Json): Json[] {
  if (!query) return []
  const { properties = {}, required = [] } = describeSchema(query, 'input', schemas) as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }))
}

/** Schemas with a name are written once, under it. */
function describeSchema(schema: z.ZodType, io: 'input' | 'output', schemas: Json): Json {
  const {
    $schema: _,
    $defs = {},
    ...own
  } = z.toJSONSchema(schema, { io, unrepresentable: 'any', override: whatIsRead })
  const moved = (json: unknown) =>
    JSON.parse(JSON.stringify(json).replaceAll('#/$defs/', '#/components/schemas/')) as Json
  Object.assign(schemas, moved($defs))
  const { id, ...described } = moved(own) as { id?: string }
  if (id === undefined) return described
  schemas[id] = described
  return { $ref: `#/components/schemas/${id}` }
}

/** If a form's text is first converted, the description shows the converted type. */
function whatIsRead({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodType; jsonSchema: object }): void {
  const { def } = (zodSchema as z.core.$ZodTypes)._zod
  if (def.type !== 'pipe' || (def.in as z.core.$ZodTypes)._zod.def.type !== 'transform') return
  const { $schema: _, ...read } = z.toJSONSchema(def.out, { io: 'input', unrepresentable: 'any', override: whatIsRead })
  Object.assign(jsonSchema, read)
}
