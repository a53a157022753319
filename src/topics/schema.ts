import { z } from 'zod'
import { revision } from '../words/fields.ts'
import { isSeen } from '../words/names.ts'
import { names } from '../sources/schema.ts'
import { defineForm } from '../web/form-kinds.ts'
import { letter, listing } from '../web/listing.ts'

/** Commas separate topics where a claim is tagged, so no name may contain one. */
const noComma = (name: string) => !name.includes(',')

export const EditedTopic = z.object({
  revision,
  name: z
    .string()
    .trim()
    .refine(isSeen, 'Write the name that the topic goes by')
    .max(100, 'At most 100 characters')
    .refine(noComma, 'Leave out the comma: where claims are tagged, commas stand between topics'),
  description: z.string().trim().max(300, 'At most 300 characters').default(''),
  aliases: names
    .refine((all) => all.every((name) => name.length <= 100), 'Each other name has at most 100 characters')
    .refine((all) => all.every(noComma), 'Leave out the commas: put each other name on a line of its own'),
})
export type EditedTopic = z.output<typeof EditedTopic>
export const topicForm = defineForm('topic', EditedTopic)

export const TopicFilters = z.object({
  q: z.string().trim().max(200, 'At most 200 characters').default(''),
  letter,
  ...listing(['name', 'newest', 'claims']),
})
export type TopicFilters = z.output<typeof TopicFilters>
