import type { Act, CueKind } from '../statement.ts'

export type NounCue = { kind: CueKind; act: Act }

/** Nouns for something said or thought: "a claim that …", "his promise to …", "her criticism of …". */
const table: [CueKind, Act, string][] = [
  ['doubt', 'says', 'claim allegation accusation assertion contention rumor rumour speculation suggestion insinuation'],
  [
    'neutral',
    'says',
    `statement comment remark argument announcement declaration assessment
    testimony revelation plea appeal demand request recommendation`,
  ],
  ['neutral', 'says', `belief view opinion notion conviction impression fear concern worry hope expectation`],
  ['prediction', 'promises', 'promise pledge vow threat commitment assurance guarantee undertaking'],
  ['prediction', 'warns', 'warning'],
  ['prediction', 'says', 'prediction forecast'],
  ['denial', 'denies', 'denial refusal'],
  ['question', 'asks', 'question'],
  [
    'neutral',
    'says',
    `criticism condemnation denunciation attack praise endorsement complaint charge support opposition description
    characterization insistence acknowledgment admission call`,
  ],
]

export const nounCues = new Map<string, NounCue>()

for (const [kind, act, nouns] of table) {
  for (const noun of nouns.split(/\s+/)) {
    nounCues.set(noun, { kind, act })
    nounCues.set(noun.endsWith('y') ? noun.slice(0, -1) + 'ies' : noun + 's', { kind, act })
  }
}
