import { formatCount, formatDate } from '../words/dates.ts'
import type { Priority } from '../database/client/enums.ts'
import type { views } from './schema.ts'

const dayLong = 24 * 60 * 60 * 1000
const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' })

export const priorityWords: Record<Priority, string> = {
  urgent: 'urgent',
  high: 'high priority',
  normal: 'normal priority',
  low: 'low priority',
}

export const viewWords: Record<(typeof views)[number], string> = {
  mine: 'Assigned to me',
  unassigned: 'Unassigned',
  review: 'In review',
  recheck: 'Needs a second look',
  open: 'All open',
}

/** Midnight UTC of the present day. */
export function today(now = new Date()): Date {
  return new Date(`${now.toISOString().slice(0, 10)}T00:00:00Z`)
}

export function isOverdue(dueOn: Date | null, day = today()): boolean {
  return dueOn !== null && dueOn < day
}

/** "due on Friday", "overdue since 3 November 2026". */
export function dueWords(dueOn: Date | null, day = today()): string {
  if (dueOn === null) return 'no due date'
  const days = Math.round((dueOn.getTime() - day.getTime()) / dayLong)
  if (days === -1) return 'overdue since yesterday'
  if (days < 0) return `overdue since ${formatDate(dueOn)}`
  if (days === 0) return 'due today'
  if (days === 1) return 'due tomorrow'
  return days < 7 ? `due on ${weekday.format(dueOn)}` : `due on ${formatDate(dueOn)}`
}

type Has = { isMine: boolean; assignee: string | null; dueOn: Date | null; priority: Priority }

/** "Yours, due on Friday, high priority." */
export function workSentence({ isMine, assignee, dueOn, priority }: Has): string {
  const who = isMine ? 'Yours' : (assignee ?? 'Unassigned')
  const rest = [dueOn && dueWords(dueOn), priority !== 'normal' && priorityWords[priority]].filter(Boolean)
  return `${[who, ...rest].join(', ')}.`
}

export type Progress = { suggested: number; decided: number; unchecked: number; waiting: number; drafts: number }

/** What remains to be done in a document: "14 of 22 suggestions decided, 3 attributions to check". */
export function progressSentence({ suggested, decided, unchecked, waiting, drafts }: Progress): string {
  const said = [
    suggested > 0 && `${decided} of ${formatCount(suggested, 'suggestion')} decided`,
    unchecked > 0 && `${formatCount(unchecked, 'attribution')} to check`,
    waiting > 0 && `${formatCount(waiting, 'verdict')} waiting for a reviewer`,
    drafts > 0 && `${formatCount(drafts, 'statement')} still in draft`,
  ].filter((words) => words !== false)
  return said.join(', ')
}
