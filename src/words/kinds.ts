import type { EvidenceKind, NoteKind, Tone } from '../database/client/enums.ts'

/* Kinds with more than a label: everything that a new one needs, in one place. Forms offer them in this order. */

type OfEvidence = {
  label: string
  /** As in "“The tape” is a recording, no second report". */
  is: string
  /** Whether it shows by itself what was said. */
  isPrimary: boolean
}

export const evidenceKinds = {
  other: { label: 'Other', is: 'of no particular kind', isPrimary: false },
  recording: { label: 'Recording', is: 'a recording', isPrimary: true },
  transcript: { label: 'Transcript', is: 'a transcript', isPrimary: true },
  official_document: { label: 'Official document', is: 'an official document', isPrimary: true },
  confirmation: { label: 'Their own confirmation', is: 'their own confirmation', isPrimary: true },
  second_report: { label: 'Second report', is: 'a second report', isPrimary: false },
  data: { label: 'Data', is: 'data', isPrimary: false },
  translation: { label: 'Translation', is: 'a translation', isPrimary: false },
} as const satisfies Record<EvidenceKind, OfEvidence>

export const primaryKinds = Object.entries(evidenceKinds).flatMap(([kind, { isPrimary }]) => (isPrimary ? [kind] : []))

const oneOf = new Intl.ListFormat('en-US', { type: 'disjunction' })

/** "a recording, a transcript, an official document, or their own confirmation" */
export function sayPrimaryKinds(whose = 'their'): string {
  const primary = Object.values(evidenceKinds).filter(({ isPrimary }) => isPrimary)
  return oneOf.format(primary.map(({ is }) => is.replace(/^their\b/, whose)))
}

type OfNotes = {
  label: string
  /** The symbol beside its label. */
  sign: string
}

export const noteKinds = {
  comment: { label: 'Comment', sign: '“' },
  question: { label: 'Question', sign: '?' },
  correction: { label: 'Correction', sign: '✎' },
  context: { label: 'Context', sign: 'i' },
} as const satisfies Record<NoteKind, OfNotes>

type OfTones = {
  label: string
  /** The symbol beside every colour, so that no status is shown by colour alone. */
  sign: string
}

export const tones = {
  good: { label: 'Supported', sign: '✓' },
  caution: { label: 'Needs caution', sign: '!' },
  bad: { label: 'Not supported', sign: '✕' },
  open: { label: 'Open', sign: '?' },
} as const satisfies Record<Tone, OfTones>

export function sign(tone: Tone): string {
  return tones[tone].sign
}

export function noteSign(kind: NoteKind): string {
  return noteKinds[kind].sign
}
