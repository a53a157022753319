import type { EvidenceKind, EvidenceStance, Requirement, Tone } from '../database/client/enums.ts'
import { evidenceKinds, sayPrimaryKinds } from '../words/kinds.ts'

/** Somebody who passed the words on: the source's id, if it is stored here, and all its names, folded. */
export type Witness = { sourceId: number | null; name: string; folded: string[] }

/** A report of the words, with the details that decide its independence: stored here, or a link. */
export type Report = {
  documentId: number | null
  textIds: number[]
  /** Its host names, and those of the same publisher's documents here. */
  hosts: string[]
  /** Its publisher, and everyone who passed the words on before; the original speaker does not count. */
  witnesses: Witness[]
  /** The documents that its words were taken from, directly or through others. */
  takenFrom: number[]
}

export type Fact = {
  kind: EvidenceKind
  stance: EvidenceStance
  title: string
  /** Its document was withdrawn. */
  isWithdrawn: boolean
  report: Report
}

type Rated = { label: string; tone: Tone; requires: Requirement }

/**
 * Why this evidence does not allow a rating, and what is missing; null if it does. `ours` is the report that contains
 * the statement. A piece of evidence supports or refutes the statement or claim, not the rating.
 */
export function whyUnmet(rating: Rated, evidence: Fact[], ours: Report | null): string | null {
  if (rating.requires === 'none') return null
  const faults: string[] = []
  for (const fact of evidence) {
    const fault = faultOf(rating, fact, ours)
    if (fault === null) return null
    faults.push(`“${fact.title}” ${fault}.`)
  }
  const found = faults.length === 0 ? ['None is given yet.'] : faults.slice(0, 3)
  return `“${rating.label}” needs ${whatIsNeeded(rating)}. ${found.join(' ')}`
}

/** As in "“Confirmed” needs a primary source that supports it: a recording, …" */
export function whatIsNeeded({ requires, tone }: Omit<Rated, 'label'>): string {
  if (requires === 'none') return 'reasons only'
  if (requires === 'primary_source') {
    return `a primary source that supports it: ${sayPrimaryKinds()}`
  }
  if (requires === 'second_origin') {
    return 'a second report that supports it and does not lean on ours: one that reached its readers another way'
  }
  return tone === 'good'
    ? 'at least one piece of evidence that supports it'
    : 'at least one piece of evidence that supports or contradicts it; context alone is not enough'
}

function faultOf({ requires, tone }: Rated, fact: Fact, ours: Report | null): string | null {
  if (fact.isWithdrawn) return 'does not count: the document it stands in was withdrawn'
  if (fact.stance === 'context') return 'gives context only'
  const mayContradict = requires === 'evidence' && tone !== 'good'
  if (fact.stance === 'contradicts' && !mayContradict) return 'contradicts it'
  const { is, isPrimary } = evidenceKinds[fact.kind]
  if (requires === 'primary_source') {
    return isPrimary ? null : `is ${is}, no primary source`
  }
  if (requires === 'second_origin') {
    if (fact.kind !== 'second_report') return `is ${is}, no second report`
    const shared = ours && whatIsShared(ours, fact.report)
    return shared ? `does not count: ${shared}` : null
  }
  return null
}

/** The reason why two reports count as one origin, so that the editor knows to find another; null if they are two. */
export function whatIsShared(ours: Report, theirs: Report): string | null {
  if (theirs.documentId !== null && theirs.documentId === ours.documentId) {
    return 'it is the document that the statement stands in'
  }
  if (theirs.textIds.some((id) => ours.textIds.includes(id))) return 'it prints the same text, word for word'
  if (theirs.documentId !== null && ours.takenFrom.includes(theirs.documentId)) return 'ours took the words from it'
  if (ours.documentId !== null && theirs.takenFrom.includes(ours.documentId)) return 'it took the words from ours'

  const onBoth = theirs.witnesses.filter((one) => ours.witnesses.some((other) => isSame(one, other)))
  const names = [...new Set(onBoth.map(({ name }) => name))]
  if (names.length > 0) return `${names.join(' and ')} ${names.length === 1 ? 'is' : 'are'} on the way of both`

  if (theirs.documentId !== null) return null
  if (theirs.witnesses.length === 0) return 'it is not said who published it'
  const host = theirs.hosts.find((name) => ours.hosts.includes(name))
  return host ? `${host} is where our document’s publisher publishes, too` : null
}

function isSame(one: Witness, other: Witness): boolean {
  if (one.sourceId !== null && one.sourceId === other.sourceId) return true
  return one.folded.some((name) => other.folded.includes(name))
}
