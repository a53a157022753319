import type { Requirement, Tone } from '../database/client/enums.ts'
import { fieldOf } from '../web/field.ts'
import type { Form } from '../web/forms.ts'
import { whatIsNeeded } from './requirements.ts'
import { mostEvidence } from './schema.ts'

type Rating = { id: number; label: string; tone: Tone; requires: Requirement; checklist: string[] }
type Scale<R> = { name: string; questions: string; ratings: R[]; prefix: string }

/** A scale as a form offers it: of each rating its digit, what it needs, and whether it and its questions are chosen. */
export function presentScale<R extends Rating>(form: Form, { name, questions, ratings, prefix }: Scale<R>) {
  const { id, value, problem } = fieldOf(form, name, { prefix })
  const ticked = [form.values[questions] ?? []].flat()
  return {
    id,
    problem,
    takesPrimary: ratings.some(({ requires }) => requires === 'primary_source'),
    ratings: ratings.map((rating, i) => {
      const isChosen = value === rating.id || value === String(rating.id)
      const asked = rating.checklist.map((question) => ({ question, isTicked: isChosen && ticked.includes(question) }))
      return { ...rating, isChosen, asked, digit: i < 9 ? i + 1 : null, needs: whatIsNeeded(rating) }
    }),
  }
}

/** The cards for evidence that a form has: those that are filled in, one more where it is asked for, and always one. */
export function presentEvidence(form: Form, { list, prefix }: { list: string; prefix: string }) {
  const { id, problem } = fieldOf(form, list, { prefix })
  const count = countGiven(form, list) + (form.values['more'] === list ? 1 : 0)
  return { id, problem, rows: Array.from({ length: Math.min(mostEvidence, Math.max(1, count)) }, (_, i) => i) }
}

function countGiven(form: Form, list: string): number {
  return Object.keys(form.values[list] ?? {}).length
}

/** Whether any of them has more than what is chosen from the first. */
export function hasGiven(form: Form, list: string): boolean {
  const cards = Object.values(form.values[list] ?? {}) as (Record<string, unknown> | null)[]
  return cards.some((card) => ['documentId', 'quote', 'url', 'title'].some((field) => Boolean(card?.[field])))
}

/** Whether somebody was asked, as far as the form goes. */
export function isReplyBegun(form: Form): boolean {
  return ['askedOn', 'answeredOn', 'reply'].some((name) => form.values[name] || form.errors[name])
}
