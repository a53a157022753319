import type { z } from 'zod'
import { Refused } from '../refused.ts'

const needed: Record<string, string> = {
  publisher: 'Say who published it: add --publisher "Name", or "publisher" in the file',
  publisherId: 'Give the number of a source',
}

/** Fields whose option has another name. */
const options: Record<string, string> = {
  published: 'date',
  publisherId: 'publisher-id',
  authors: 'author',
  mends: 'mend',
}

/** The same checks as in the web's forms, with the error beside each field. Throws Refused. */
export function check<T extends z.ZodType>(schema: T, input: Record<string, unknown>): z.output<T> {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  const fields = result.error.issues.map((issue) => {
    const field = String(issue.path[0])
    if (issue.code === 'invalid_value') return [field, `Choose one of ${issue.values.map(String).join(', ')}`]
    const isMissing = issue.code === 'invalid_type' || issue.code === 'too_small'
    return [field, (isMissing && needed[field]) || (issue.code === 'invalid_type' ? 'Write it as text' : issue.message)]
  })
  throw new Refused(Object.fromEntries(fields) as Record<string, string>)
}

/** Each sentence begins with the field's name, unless the sentence itself says which field it is about. */
export function inWords({ fields, choices }: Refused): string {
  const sentences = Object.entries(fields).map(([field, told]) => {
    const offered = choices[field]?.map(({ value, label }) => `--${field}-id ${value} for ${label}`)
    const sentence = told.join('. ') + (offered ? `: ${offered.join(', ')}` : '')
    return ['text', 'publisher', 'form'].includes(field) ? sentence : `${options[field] ?? field}: ${sentence}`
  })
  if (choices['versionOf']) sentences.push('Add --new-version to import it as one')
  return sentences.join('. ')
}
