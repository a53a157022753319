import { z } from 'zod'
import { Axis, Requirement, Tone } from '../database/client/enums.ts'
import { revision, ticked } from '../words/fields.ts'
import { defineForm } from '../web/form-kinds.ts'
import { firstShown } from '../words/asked.ts'

/** One question a line; a program may send a list. */
const checklist = z
  .union([z.array(z.string()), z.string()])
  .default([])
  .transform((value) => (Array.isArray(value) ? value : value.split('\n')).map((line) => line.trim()).filter(Boolean))
  .transform((questions) => [...new Set(questions)])
  .pipe(
    z
      .array(z.string().max(300, 'Each question has at most 300 characters'))
      .max(20, 'At most 20 questions: nobody ticks more with care'),
  )

const value = z.preprocess(
  (sent) => (sent === '' || sent === null ? undefined : sent),
  z.coerce
    .number('A whole number from 1 to 5, or nothing')
    .int('A whole number from 1 to 5, or nothing')
    .min(1, 'A whole number from 1 to 5, or nothing')
    .max(5, 'A whole number from 1 to 5, or nothing')
    .optional(),
)

const rating = {
  label: z.string().trim().min(1, 'Give it a name').max(60, 'At most 60 characters'),
  meaning: z
    .string()
    .trim()
    .min(1, 'Say in one sentence what it means, for readers')
    .max(300, 'At most 300 characters'),
  tone: z.enum(Tone).default('open'),
  ratingValue: value,
  requires: z.enum(Requirement).default('none'),
  checklist,
}

export const NewRating = z.object({ axis: firstShown(z.enum(Axis), 'attribution'), ...rating })
export type NewRating = z.output<typeof NewRating>
export const ratingForm = defineForm('rating', NewRating)

export const EditedRating = z.object({ ...rating, revision })
export type EditedRating = z.output<typeof EditedRating>
export const ratingEditForm = defineForm('rating-edit', EditedRating)

export const Move = z.object({ direction: z.enum(['up', 'down']) })
export const Retirement = z.object({ retired: ticked })
