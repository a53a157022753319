import { z } from 'zod'
import { SourceKind } from '../database/client/enums.ts'
import { id, listed, optionalId, revision, oneOfThese } from '../words/fields.ts'
import { type PartialDate, PartialDateField } from '../words/partial-date.ts'
import { isSeen } from '../words/names.ts'
import { defineForm } from '../web/form-kinds.ts'
import { letter, limit, listing } from '../web/listing.ts'
import { unwritten } from '../words/asked.ts'
import { askedOwn } from './own-fields.ts'

const name = z
  .string()
  .trim()
  .refine(isSeen, 'Write the name as it is usually printed')
  .max(200, 'At most 200 characters')

const SourceRoleField = z.object({
  title: z.string().trim().max(200).default(''),
  since: PartialDateField,
  until: PartialDateField,
})

const SourceAffiliationField = z.object({
  /** The name of the body they work for; with its number if several have that name. */
  body: z.string().trim().max(200, 'At most 200 characters').default(''),
  bodyId: unwritten(optionalId),
  since: PartialDateField,
  until: PartialDateField,
})

const mostNames = 1000

/** Other names: one per line, or separated by semicolons. Counted before each is checked. */
export const names = z
  .union([z.array(z.string()), z.string()])
  .default([])
  .transform((value) =>
    (Array.isArray(value) ? value : value.split(/[\n;]/)).map((line) => line.trim()).filter(Boolean),
  )
  .refine((all) => all.length <= mostNames, `At most ${mostNames} other names`)
  .refine((all) => all.every((each) => each.length <= 200), 'Each other name has at most 200 characters')

type Dated = { since: PartialDate | null; until: PartialDate | null }

const isDated = ({ since, until }: Dated) => since !== null || until !== null
const isNamed = ({ body, bodyId }: { body: string; bodyId?: number | undefined }) => body !== '' || bodyId !== undefined
const inOrder = ({ since, until }: Dated) => !since || !until || since.on <= until.on

export const EditedSource = z
  .object({
    revision,
    name,
    ...askedOwn,
    aliases: names,
    roles: z
      .preprocess(listed, z.array(SourceRoleField).max(100, 'At most 100 roles'))
      .transform((roles) => roles.filter((role) => role.title !== '' || isDated(role))),
    affiliations: z
      .preprocess(listed, z.array(SourceAffiliationField).max(100, 'At most 100 affiliations'))
      .transform((rows) => rows.filter((row) => isNamed(row) || isDated(row))),
  })
  .refine(({ roles }) => roles.every(({ title }) => title !== ''), {
    path: ['roles'],
    message: 'Say which role it is, or empty its dates',
  })
  .refine(({ affiliations }) => affiliations.every(isNamed), {
    path: ['affiliations'],
    message: 'Say who they work for, or empty the dates',
  })
  .refine(({ roles }) => roles.every(inOrder), { path: ['roles'], message: 'A role ends after it began' })
  .refine(({ affiliations }) => affiliations.every(inOrder), {
    path: ['affiliations'],
    message: 'Working for somebody ends after it began',
  })
export type EditedSource = z.output<typeof EditedSource>
export const sourceForm = defineForm('source', EditedSource)

export const TypedName = z.object({ q: z.string().trim().max(200, 'At most 200 characters').default('') })

/** Of a source's page: the cursor of its statements, and the topic for the side-by-side view. */
export const SourceQuery = z.object({ before: id.optional(), topic: id.optional(), limit })

export const SourceFilters = z.object({
  q: z.string().trim().max(200).default(''),
  kind: oneOfThese(SourceKind),
  letter,
  ...listing(['name', 'newest', 'kind', 'statements']),
})
export type SourceFilters = z.output<typeof SourceFilters>
