import type { ChallengeKind, ChallengeState } from '../database/client/enums.ts'
import type { Room } from './targets.ts'

/* What pages call the kinds and states of challenges. */

const kindWords: Record<ChallengeKind, string> = {
  speaker: 'They did not say it',
  addressee: 'They did not say it to those named',
  way: 'It did not reach this page that way',
  wording: 'The words are not these',
  verdict: 'The verdict is wrong',
}

export function sayKind(kind: ChallengeKind, room: Room): string {
  return room === 'claims' ? 'The claim is put wrongly' : kindWords[kind]
}

export const stateWords: Record<ChallengeState, string> = {
  waiting: 'Waits for a first look',
  open: 'Open',
  upheld: 'Upheld',
  partly_upheld: 'Partly upheld',
  not_upheld: 'Not upheld',
  not_published: 'Not published',
  withdrawn: 'Taken back',
}

/** How each is to be taken, as the signs and colours of ratings say it. */
export const stateTones: Record<ChallengeState, 'good' | 'caution' | 'bad' | 'open'> = {
  waiting: 'open',
  open: 'open',
  upheld: 'good',
  partly_upheld: 'caution',
  not_upheld: 'bad',
  not_published: 'open',
  withdrawn: 'open',
}
