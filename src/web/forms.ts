import type { Request } from 'express'
import createError from 'http-errors'
import type { z } from 'zod'
import { type Choice, Full, Refused, Stale, TooSoon } from '../refused.ts'
import { fieldsOf, type Words } from '../words/asked.ts'
import { compare, type Conflict } from './compare.ts'
import type { Asked } from './form-kinds.ts'

export type Values = Words

/** A form as a page shows it: the values typed, the errors beside each field, the options to choose from. */
export type Form = {
  /** Which of the page's forms it is, and its subject: "verdict@claim-7". A form that is only a button has none. */
  name?: string | undefined
  status: number
  values: Values
  errors: Record<string, string[]>
  choices: Record<string, Choice[]>
  /** After a refusal for too many requests, or because nothing is accepted now: when to try again, in seconds. */
  retryAfter?: number
  /** If somebody else saved first: the stored values. */
  stored?: Values
  /** And a comparison with what was typed, field by field. */
  conflict?: Conflict
  /** And the revision to send with it the next time. */
  revision?: number
}

export type Submission<R> = ({ ok: false } & Form) | { ok: true; result: R }

export function blankForm(values: Values = {}): Form {
  return { status: 200, values, errors: {}, choices: {} }
}

/** The page's main form, with its initial values. */
export function begin({ name }: Asked, values: Values): Form {
  return { ...blankForm(values), name }
}

/**
 * Like `submit`, for a form that a person sent from a page. If it is refused, the next page shows it again with its
 * words.
 */
export async function receive<T extends z.ZodType, R>(
  req: Request,
  { name, schema }: Asked<T>,
  act: (data: z.output<T>) => Promise<R>,
  sent: unknown = req.body,
): Promise<Submission<R>> {
  const form = await submit(schema, sent, act)
  if (!form.ok) req.sentForm = { ...form, name, values: withoutSecrets(schema, form.values) }
  return form
}

/** A password is not sent back, not even to the person who typed it. */
function withoutSecrets(schema: z.ZodType, values: Values): Values {
  const asked = fieldsOf(schema)
  return Object.fromEntries(Object.entries(values).filter(([name]) => !asked.get(name)?.isSecret))
}

/** Does nothing yet: the page comes back with the form as it was sent, to be filled in further. */
export function goOn(req: Request, { name }: Asked): void {
  req.sentForm = { ...blankForm(req.body as Values), name }
}

/**
 * Parses a person's form and acts on it. If it is invalid, is refused by the newsroom's rules or would overwrite
 * changes that the person has not seen, it comes back with the person's words.
 */
export async function submit<T extends z.ZodType, R>(
  schema: T,
  body: unknown,
  act: (data: z.output<T>) => Promise<R>,
): Promise<Submission<R>> {
  const values: Values = { ...(body as object) }
  const unkeepable = findUnkeepable(body)
  if (unkeepable) {
    const { name, what } = unkeepable
    const sentence = `This has a character in it (${what}) that no text can have. Type the words again, or paste them as plain text`
    return { ok: false, status: 422, values, errors: { [name || 'form']: [sentence] }, choices: {} }
  }
  const parsed = schema.safeParse(body ?? {})
  if (!parsed.success)
    return { ok: false, status: 422, values, errors: errorsByField(parsed.error), choices: choicesOf(parsed.error) }

  try {
    return { ok: true, result: await act(parsed.data) }
  } catch (error) {
    if (error instanceof TooSoon || error instanceof Full) {
      const { seconds: retryAfter, fields: errors, choices } = error
      return { ok: false, status: error instanceof Full ? 503 : 429, values, errors, choices, retryAfter }
    }
    if (error instanceof Refused) {
      return { ok: false, status: 422, values, errors: error.fields, choices: error.choices }
    }
    if (error instanceof Stale) {
      // Sent again, the form overwrites what it now shows.
      const shown = { ...values, ...error.again }
      return {
        ok: false,
        status: 409,
        values: shown,
        errors: { form: [error.message] },
        choices: {},
        stored: error.stored,
        conflict: compare(values, error, fieldsOf(schema)),
        revision: error.revision,
      }
    }
    throw error
  }
}

/** For input from machines: ids, queries. Throws 400 with a sentence. */
export function parse<T extends z.ZodType>(schema: T, input: unknown): z.output<T> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const errors: Record<string, string[]> = {}
  for (const issue of parsed.error.issues) (errors[issue.path.join('.') || 'request'] ??= []).push(inQuery(issue))
  throw refusedQuery(errors)
}

/**
 * What other sites and newsletters add to addresses that are shared, and scripts to get past caches. They mean nothing here, and must not break a link:
 * docs/decisions/query-parameters.md.
 */
const tracking = /^(?:utm_\w+|[a-z]{0,3}clid|gbraid|wbraid|mc_[ce]id|igshid|_ga|_gl|ref_src|_)$/

/** Whether a parameter is one of those that others add. */
export function isOfOthers(name: string): boolean {
  return tracking.test(name)
}

/**
 * The parameters of a list's address. One that does not exist, or has a value that it cannot have, is refused with what
 * there is: all rows in answer to a mistyped filter would look like the right answer.
 */
export function parseQuery<T extends z.ZodObject>(schema: T, query: Request['query']): z.output<T> {
  const read = readQuery(schema, query)
  if (!read.ok) throw refusedQuery(read.errors)
  return read.data
}

/** The same, for filters that people type words into: where one can't be read, the page shows its form again. */
export function receiveQuery<T extends z.ZodObject>(req: Request, { name, schema }: Asked<T>): Submission<z.output<T>> {
  const read = readQuery(schema, req.query)
  if (read.ok) return { ok: true, result: read.data }
  const { errors, choices } = read
  req.sentForm = { name, status: 400, values: { ...req.query }, errors, choices }
  return { ok: false, ...req.sentForm }
}

type Read<T extends z.ZodType> = { ok: true; data: z.output<T> } | ({ ok: false } & Pick<Form, 'errors' | 'choices'>)

function readQuery<T extends z.ZodObject>(schema: T, query: Request['query']): Read<T> {
  const asked = Object.entries(query).filter(([name]) => !isOfOthers(name))
  const known = Object.keys(schema.shape)
  const errors: Record<string, string[]> = {}
  for (const [name] of asked) {
    if (!known.includes(name)) errors[name] = [`There is no such parameter. There are: ${known.join(', ')}`]
  }
  const parsed = schema.safeParse(Object.fromEntries(asked))
  const read: Record<string, unknown> = parsed.data ?? {}
  for (const [name, value] of asked) {
    // JavaScript also reads "1e2", "0x1f" and lists of one as numbers.
    if (typeof read[name] === 'number' && !isInDigits(value)) errors[name] = ['It is a number, in digits']
  }
  if (parsed.success && Object.keys(errors).length === 0) return { ok: true, data: parsed.data }
  for (const issue of parsed.error?.issues ?? []) {
    ;(errors[issue.path.join('.') || 'query'] ??= []).push(inQuery(issue))
  }
  return { ok: false, errors, choices: parsed.success ? {} : choicesOf(parsed.error) }
}

function isInDigits(value: unknown): boolean {
  return typeof value === 'string' && /^\s*\d+(?:\.\d+)?\s*$/.test(value)
}

/** A 400 that names each parameter. */
export function refusedQuery(errors: Record<string, string[]>): createError.HttpError {
  const detail = Object.entries(errors).map(([name, sentences]) => `${name}: ${sentences.join(' ')}`)
  return createError(400, detail.join(' · '), { errors })
}

function inQuery(issue: z.core.$ZodIssue): string {
  const isOwnSentence = !issue.message.startsWith('Invalid ')
  if (isOwnSentence) return issue.message
  if (issue.code === 'invalid_value') return `It is one of ${issue.values.join(', ')}`
  if (issue.code !== 'invalid_type') return issue.message
  return issue.expected === 'string'
    ? 'It is given once'
    : `It is a ${issue.expected === 'int' ? 'number' : issue.expected}`
}

/** "417" or "417-any-words"; anything else is not the address of a thing. */
export function readId(param: string | string[] | undefined): number {
  const digits = /^([1-9]\d{0,9})(?:-.*)?$/.exec(String(param))?.[1]
  const id = Number(digits)
  if (!digits || id > 2 ** 31 - 1) throw createError(404, 'There is nothing at this address')
  return id
}

/**
 * The first field with a character that PostgreSQL cannot store in a text, and that character; undefined if there is
 * none.
 */
export function findUnkeepable(value: unknown, name = ''): { name: string; what: string } | undefined {
  if (typeof value === 'string') {
    if (value.includes('\0')) return { name, what: 'NUL' }
    return value.isWellFormed() ? undefined : { name, what: 'half of one' }
  }
  if (value === null || typeof value !== 'object') return undefined
  for (const [key, inner] of Object.entries(value)) {
    const found =
      findUnkeepable(inner, name ? `${name}.${key.toWellFormed()}` : key.toWellFormed()) ?? findUnkeepable(key, name)
    if (found) return found
  }
  return undefined
}

function errorsByField(error: z.ZodError): Record<string, string[]> {
  const errors: Record<string, string[]> = {}
  for (const issue of error.issues) {
    const sentences = (errors[issue.path.join('.') || 'form'] ??= [])
    sentences.push(issue.code === 'invalid_value' ? 'Choose one of the list' : plain(issue.message))
  }
  return errors
}

/** What a field may mean, where its schema asks which. */
function choicesOf(error: z.ZodError): Record<string, Choice[]> {
  const asking = error.issues.flatMap((issue) => {
    const params = issue.code === 'custom' ? (issue.params as { choices?: Choice[] } | undefined) : undefined
    return params?.choices ? [[issue.path.join('.'), params.choices] as const] : []
  })
  return Object.fromEntries(asking)
}

function plain(message: string): string {
  if (/^Invalid input: expected .*received undefined/.test(message)) return 'This is needed'
  return message.replace(/^Invalid input: expected \w+, received .*/, 'This cannot be read')
}
