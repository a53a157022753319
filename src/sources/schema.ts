import { z } from 'zod'
import { SourceKind } from '../database/client/enums.ts'
import { listed } from '../fields.ts'
import { PartialDateField } from '../partial-date.ts'

const name = z.string().trim().min(1, 'Write the name as it is usually printed').max(200, 'At most 200 characters')

const SourceRoleField = z.object({
  title: z.string().trim().max(200).default(''),
  since: PartialDateField,
  until: PartialDateField,
})

const lines = z
  .union([z.array(z.string()), z.string()])
  .default([])
  .transform((value) => (Array.isArray(value) ? value : value.split('\n')).map((line) => line.trim()).filter(Boolean))
  .pipe(z.array(z.string().max(200, 'Each alias has at most 200 characters')).max(100, 'At most 100 aliases'))

export const EditedSource = z
  .object({
    revision: z.coerce.number().int().positive(),
    name,
    kind: z.enum(SourceKind),
    description: z.string().trim().max(300, 'At most 300 characters').default(''),
    wikidataId: z
      .string()
      .trim()
      .regex(/^(Q[1-9]\d*)?$/, 'A Wikidata id is a Q and digits, such as Q159')
      .default(''),
    aliases: lines,
    roles: z
      .preprocess(listed, z.array(SourceRoleField))
      .transform((roles) => roles.filter((role) => role.title !== '')),
  })
  .refine(({ roles }) => roles.every(({ since, until }) => !since || !until || since.on <= until.on), {
    path: ['roles'],
    message: 'A role ends after it began',
  })
export type EditedSource = z.output<typeof EditedSource>

export const NewSource = z.object({
  name,
  kind: z.enum(SourceKind),
  description: z.string().trim().max(300).default(''),
})

export const SourceFilters = z.object({
  q: z.string().trim().max(200).default(''),
  kind: z.enum(SourceKind).optional().catch(undefined),
  before: z.coerce
    .number()
    .int()
    .positive()
    .max(2 ** 31 - 1)
    .optional(),
})
export type SourceFilters = z.output<typeof SourceFilters>
