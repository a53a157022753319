import { tellFound } from '../findings/standing.ts'
import { type ToldRecheck, tellRecheck } from '../recheck/told.ts'
import { standingOfRow } from '../statements/presentation.ts'
import { quoted } from '../words/quoted.ts'
import type { Entry } from './atom.ts'
import type { ToldEvent } from './rows.ts'

/** Whether what the event is about is being checked again, and when readers were last told so, or that it is settled. */
export type Again = { checkedAgain: ToldRecheck | null; changedAt: Date | null }

/** An event for readers; its address is the thing's permanent one, followed by the event's number. */
export function entryOf(event: ToldEvent, { checkedAgain, changedAt }: Again): Entry {
  const { id, createdAt, verdict } = event
  return {
    path: `${pathOf(event)}#event-${id}`,
    title: titleOf(event),
    summary: [summaryOf(event), checkedAgain && tellRecheck(checkedAgain)].filter(Boolean).join(' '),
    publishedAt: createdAt,
    updatedAt: new Date(Math.max(lastChangeOf(event).getTime(), changedAt?.getTime() ?? 0)),
    ...(verdict && event.action === 'verdict_published' && { author: verdict.account.name }),
  }
}

/** The event itself, or a later change of the words that its entry quotes. */
function lastChangeOf({ createdAt, claim, statement, document }: ToldEvent): Date {
  const things = [claim, statement, document].filter((it) => it !== null)
  const changes = things.flatMap(({ corrections }) => corrections.map((one) => one.createdAt))
  const held = [claim, statement].flatMap((it) => it?.verdicts.flatMap(({ publishedAt }) => publishedAt ?? []) ?? [])
  return new Date(Math.max(...[createdAt, ...changes, ...held].map((at) => at.getTime())))
}

/** The claim or statement that the event is about, otherwise the document. */
function pathOf({ claim, statement, document }: ToldEvent): string {
  if (claim) return `/claims/${claim.id}`
  return statement ? `/statements/${statement.id}` : `/documents/${document?.id}`
}

/** Withdrawn things are not quoted; their page shows what remains. */
function titleOf(event: ToldEvent): string {
  const { action, claim, statement, document, verdict } = event
  const things = {
    claim: claim?.sentence,
    statement: statement && quoted(statement.words, 160),
    document: document?.title,
  }
  const [about = '', happened] = action.split('_')
  if (about === 'verdict') {
    const on = things.claim ?? things.statement
    return happened === 'withdrawn'
      ? `Our verdict “${verdict?.rating.label}” was withdrawn: ${on}`
      : `${foundIn(event)}: ${on}`
  }
  if (happened === 'withdrawn') return `Withdrawn: a ${about}`
  const thing = things[about as keyof typeof things] ?? ''
  if (happened === 'corrected') return `Corrected: ${thing}`
  return { claim: `We look into a claim: ${thing}`, document: `On record: ${thing}` }[about] ?? thing
}

/**
 * What a verdict found, with the current one if that is different. A verdict on whether something was said always comes
 * with the one on whether it is true: "Confirmed (Is it true? False)".
 */
function foundIn({ claim, statement, verdict }: ToldEvent): string {
  if (!verdict) return ''
  const { hopId, rating } = verdict
  const step = hopId === null ? -1 : (statement?.hops.findIndex(({ id }) => id === hopId) ?? -1)
  const [held] = (claim ?? statement?.hops[step] ?? statement)?.verdicts ?? []
  const beside = statement ? standingOfRow(statement).answers.filter(({ on }) => on === 'claim') : []
  const remarks = [
    ...(held && held.id !== verdict.id ? [`now ${held.rating.label}`] : []),
    ...beside
      .filter(({ isChecked, stance, tone }) => isChecked && !(stance === 'asserts' && tone === 'good'))
      .map(tellFound),
  ]
  const found = step < 0 ? rating.label : `Step ${step + 1}, ${rating.label}`
  return remarks.length > 0 ? `${found} (${remarks.join('; ')})` : found
}

function summaryOf({ action, after, statement, document, verdict }: ToldEvent): string {
  if (action === 'verdict_published') {
    return [verdict?.reasons, statement && standingOfRow(statement).told].filter(Boolean).join(' ')
  }
  const { reason } = (after ?? {}) as { reason?: unknown }
  if (typeof reason === 'string') return `Because: ${reason}`
  if (statement) return `${quoted(statement.words, 1000)} In: ${document?.title}. ${standingOfRow(statement).told}`
  if (document) return 'Its statements, who said them and through whom they came are marked in its text.'
  return 'Who said it, through whom it reached us, and what we found so far.'
}
