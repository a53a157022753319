import { z } from 'zod'
import { type Action, policy } from '../policy.ts'
import { Problem } from './answers.ts'
import { forChallengers } from './challenges.ts'
import { forTheDesk } from './desk/desk.ts'
import { type HeaderName, headers, type Operation } from '../web/operation.ts'
import { kindsOfProblems } from '../web/problem.ts'
import { forPeople } from './people.ts'
import { forReaders } from './readers.ts'

export const operations: Operation[] = [...forReaders, ...forChallengers, ...forTheDesk, ...forPeople]

/** For the desk's own pages: their files, and what becomes of an open desk. */
export const notDescribed = ['GET /assets/:version/*path', 'POST /documents/:id/desk/changes']

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
      responses: { Problem: describeProblem('A problem', problem), ...describeProblems(problem) },
    },
  }
}

const about =
  'Every page is also data: ask for its address with Accept: application/json, or add .json to it. Lists are also files: .csv and .jsonl behind their addresses, with the same parameters. Lists have `next`, and the header Link, where there is more. Problems are application/problem+json. RateLimit says how many requests are left.'

/** A response for each kind of problem, under its name. */
function describeProblems(problem: Json): Json {
  const kinds = Object.entries(kindsOfProblems)
  return Object.fromEntries(
    kinds.map(([status, { name, title }]) => [name, describeProblem(title, problem, toldWith[status])]),
  )
}

const toldWith: Record<string, HeaderName[]> = {
  401: ['WWW-Authenticate'],
  403: ['WWW-Authenticate'],
  405: ['Allow'],
  415: ['Accept-Post'],
  429: ['Retry-After'],
  503: ['Retry-After'],
}

function describeProblem(description: string, schema: Json, names: HeaderName[] = []): Json {
  return { description, headers: describeHeaders(names), content: { 'application/problem+json': { schema } } }
}

function describe(operation: Operation, schemas: Json): Json {
  const { method, path, summary, may, query } = operation
  const isRead = isReading(operation)
  const read: HeaderName[] = [
    ...(method === 'GET' ? (['If-None-Match'] as const) : []),
    ...(method === 'POST' && may !== null ? (['Idempotency-Key'] as const) : []),
    ...(operation.reads ?? []),
  ]
  const problems = statusesOfProblems(operation).map((status) => [
    status,
    { $ref: `#/components/responses/${kindsOfProblems[status]?.name}` },
  ])
  return {
    operationId: `${method.toLowerCase()}${path.replace(/[/:.]+(\w?)/g, (_, letter: string) => letter.toUpperCase())}`,
    summary,
    description: whoMay(may),
    tags: [path.split('/')[1] || 'front'],
    ...(may !== null && { security: [{ token: [] }] }),
    parameters: [...inPath(path), ...inQuery(query, schemas), ...inHead(read, operation)],
    ...describeBody(operation, schemas),
    responses: {
      ...Object.fromEntries(
        successesOf(operation).map((status) => [status, describeSuccess(status, operation, schemas)]),
      ),
      ...(isRead &&
        method === 'GET' && { 304: { description: 'It is still what you have', headers: describeHeaders(['ETag']) } }),
      ...Object.fromEntries(problems),
      default: { $ref: '#/components/responses/Problem' },
    },
  }
}

function isReading({ method }: Operation): boolean {
  return method === 'GET' || method === 'OPTIONS'
}

function successesOf(operation: Operation): number[] {
  return operation.statuses ?? (isReading(operation) ? [200] : [200, 201])
}

function describeSuccess(status: number, operation: Operation, schemas: Json): Json {
  const { answer, type, alsoAs = [] } = operation
  const description = status === 204 ? 'Done; there is nothing more to say' : status === 201 ? 'Made' : 'Done'
  const told: HeaderName[] = [
    'RateLimit',
    'RateLimit-Policy',
    'Vary',
    'Link',
    ...(status === 204 ? [] : (['ETag'] as const)),
    ...(status === 201 ? (['Location'] as const) : []),
    ...(operation.tells ?? []),
  ]
  const others = alsoAs.map((one) => [one, { schema: { type: one.endsWith('json') ? 'object' : 'string' } }])
  return {
    description: isReading(operation) ? 'What was asked for' : description,
    headers: describeHeaders([...new Set(told)]),
    ...(status !== 204 && {
      content: { [type]: { schema: describeSchema(answer, 'output', schemas) }, ...Object.fromEntries(others) },
    }),
  }
}

/** Those that have a reason of their own here. */
function statusesOfProblems(operation: Operation): number[] {
  const { path, may, body, mayBeGone, reads = [] } = operation
  return [
    400,
    ...(may === null ? [] : [401, 403]),
    ...(path.includes(':') ? [404] : []),
    ...(isReading(operation) ? [406] : [409, 413, 415]),
    ...(mayBeGone ? [410] : []),
    ...(reads.includes('If-Match') ? [412, 428] : []),
    ...(body ? [422] : []),
    429,
  ]
}

const asSent = ['application/json', 'application/x-www-form-urlencoded']

function describeBody({ body, sentAs = asSent, example }: Operation, schemas: Json): Json {
  if (!body) return {}
  const schema = describeSchema(body, 'input', schemas)
  const forms = sentAs.map((type): [string, Json] => [type, otherBodies[type] ?? { schema, example }])
  return { requestBody: { required: true, content: Object.fromEntries(forms) } }
}

const uploaded = {
  type: 'object',
  properties: {
    file: { type: 'string', format: 'binary', description: 'A PDF, an office file, a mail, a text or a page' },
  },
}

const otherBodies: Record<string, Json> = {
  'multipart/form-data': { schema: uploaded },
  'text/turtle': {
    schema: { type: 'string' },
    example: '@prefix oa: <http://www.w3.org/ns/oa#> .\n<> a oa:Annotation; oa:hasTarget <https://example.org/story> .',
  },
}

function describeHeaders(names: HeaderName[]): Json {
  return Object.fromEntries(names.map((name) => [name, { description: headers[name], schema: { type: 'string' } }]))
}

function inHead(names: HeaderName[], { reads = [] }: Operation): Json[] {
  return names.map((name) => ({
    name,
    in: 'header',
    description: headers[name],
    required: name === 'If-Match' && reads.includes(name),
    schema: { type: 'string' },
  }))
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
    description: placeholders[name],
    required: true,
    schema: ['token', 'name', 'secret', 'room'].includes(name)
      ? { type: 'string' }
      : { type: 'string', pattern: '^[1-9][0-9]*' },
  }))
}

/** What stands at a place of an address. */
export const placeholders: Record<string, string> = {
  id: 'The number of the thing. Words may follow it after a hyphen',
  number: 'Which one, counted from 1',
  name: 'The end of the annotation’s address, such as statement-12',
  token: 'The secret of the link',
  secret: 'The secret of the link that the challenger was given',
  claimId: 'The number of the claim',
  wordId: 'The number of the added words',
  tokenId: 'The number of the token',
  hopId: 'The number of the step',
  otherId: 'The number of the other one',
  passage: 'The number of the changed passage',
  room: 'documents, statements, claims, sources or topics',
  part: 'Which part, as /sitemap.xml lists them',
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
    description: parameters[name],
    required: required.includes(name),
    schema,
  }))
}

/** What a parameter of an address means: the same everywhere. */
export const parameters: Record<string, string> = {
  q: 'Words to look for. In /search also its query language, which that page explains',
  rating: 'The slug of a rating, as GET /about/method lists them',
  state: 'How far it has come. Readers see what is published',
  mode: 'How the words are quoted',
  act: 'What was done with the words',
  kind: 'Of which kind it is',
  letter: 'The first letter of its name, or other',
  sort: 'The order: a column, or - and a column for the reverse',
  page: 'Which page: of lists from 1, of /annotations/ from 0',
  before: 'Only what comes after this id in the order, the newest first; `next` has it',
  after: 'Only what comes after this place; `next` has it',
  limit: 'How many at once, up to 200. Files of rows (.csv, .jsonl) have all without it',
  part: 'Which part of a long document, from 1',
  at: 'The part with this position, in Unicode code points',
  statement: 'The part with this statement, by its id',
  cards: 'Which page of a part’s statements, from 1',
  intake: 'What was found in a page or a file, by the id that its preview gave',
  suggestion: 'The suggestion that a form begins with, by its id',
  iris: '1 for addresses only, 0 for whole annotations',
  target: 'The address that is annotated',
  exact: 'The words that are quoted, at that target',
  url: 'The address of a claim',
  step: 'The step whose check is open, by its id',
  tick: 'settled ticks what a review has settled',
  query: 'A list as its address has it, without the question mark',
  next: 'Where to go after signing in',
  token: 'The secret of the link for the first start',
  download: 'With any value, the picture is saved instead of shown',
  dnt: 'Taken and kept in any case: the frame sets no cookie, and nobody is counted or followed',
  maxwidth: 'The widest that the frame may be, in pixels',
  maxheight: 'The highest that the frame may be, in pixels',
  format: 'json or xml',
  account: 'The id of an account, or an e-mail address',
  action: 'What was done: the name of an event, or how it begins',
  assignee: 'Who works on it: an account’s id, me or nobody',
  by: 'Who takes part: an account’s id',
  different: 'Also or only pairs that were marked as different',
  due: 'When it is due, in one of the desk’s spells',
  elsewhereThan: 'Not in this document, by its id',
  from: 'The first day, as 2021-10-07',
  to: 'The last day, as 2021-10-07',
  only: 'The ids of those that become one',
  stays: 'The id of the one that stays',
  into: 'The name of what stays',
  intoId: 'The id of what stays',
  like: 'Words that results resemble, the likest first',
  mine: 'Only what mentions you',
  on: 'What a note stands on',
  priority: 'How urgent it is',
  publisher: 'The id of a publisher',
  thing: 'What it happened to, as the room and its id',
  topic: 'The id of a topic',
  view: 'Which list of the desk',
  who: 'Who did it: an account’s id; 0 for what the desk did by itself',
}

/** Schemas with a name are written once, under it. */
function describeSchema(schema: z.ZodType, io: 'input' | 'output', schemas: Json): Json {
  const {
    $schema: _,
    $defs = {},
    ...own
  } = z.toJSONSchema(schema, { io, unrepresentable: 'any', override: io === 'input' ? whatIsNeeded : whatIsRead })
  const moved = (json: unknown) =>
    JSON.parse(JSON.stringify(json).replaceAll('#/$defs/', '#/components/schemas/')) as Json
  Object.assign(schemas, moved($defs))
  const { id, ...described } = moved(own) as { id?: string }
  if (id === undefined) return described
  schemas[id] = described
  return { $ref: `#/components/schemas/${id}` }
}

/** Also: fields that may be left out, because they have a default or are converted from nothing, are not required. */
function whatIsNeeded(given: { zodSchema: z.core.$ZodType; jsonSchema: { required?: string[] } }): void {
  whatIsRead(given)
  const { def } = (given.zodSchema as z.core.$ZodTypes)._zod
  const { required } = given.jsonSchema
  if (def.type !== 'object' || !required) return
  const needed = required.filter((name) => {
    const field = def.shape[name]
    return !field || !z.safeParse(field, undefined).success
  })
  if (needed.length > 0) given.jsonSchema.required = needed
  else delete given.jsonSchema.required
}

/** If a form's text is first converted, the description shows the converted type. */
function whatIsRead({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodType; jsonSchema: object }): void {
  const { def } = (zodSchema as z.core.$ZodTypes)._zod
  if (def.type !== 'pipe' || (def.in as z.core.$ZodTypes)._zod.def.type !== 'transform') return
  const { $schema: _, ...read } = z.toJSONSchema(def.out, { io: 'input', unrepresentable: 'any', override: whatIsRead })
  Object.assign(jsonSchema, read)
}
