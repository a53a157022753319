import type { ChallengeKind, ChallengeState, Tone } from '../database/client/enums.ts'
import { say } from '../words/labels.ts'
import type { Room } from './targets.ts'

/* The labels of the kinds and states of challenges. */

export function sayKind(kind: ChallengeKind, room: Room): string {
  return room === 'claims' ? 'The claim is worded wrongly' : say('ChallengeKind', kind)
}

/** The tone of each, shown like those of ratings. */
export const stateTones: Record<ChallengeState, Tone> = {
  waiting: 'open',
  open: 'open',
  upheld: 'good',
  partly_upheld: 'caution',
  not_upheld: 'bad',
  not_published: 'open',
  withdrawn: 'open',
}
