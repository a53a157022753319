import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Step, writeChain } from '../src/statements/chain-sentence.ts'

const blank: Step = { who: null, cue: null, addressee: null, place: null, when: null, medium: null }
const envoy = { ...blank, who: 'Zamir Kabulov' }

/** What an editor records, and the one line that readers see of it. */
const lines: [what: string, steps: Step[], line: string][] = [
  [
    'an envoy tells reporters, and media pass it on',
    [
      { ...envoy, cue: 'told', addressee: 'reporters', place: 'Moscow', when: 'on 7 October 2021' },
      { ...blank, who: 'Russian media', cue: 'report' },
    ],
    'Zamir Kabulov told reporters in Moscow on 7 October 2021 → passed on by Russian media (“report”) → published by Coast Wire',
  ],
  [
    '“according to” comes before who it is',
    [{ ...envoy, cue: 'according to' }],
    'According to Zamir Kabulov → published by Coast Wire',
  ],
  [
    'as it does with a capital',
    [{ ...envoy, cue: 'According to', medium: 'in a letter' }],
    'According to Zamir Kabulov, in a letter → published by Coast Wire',
  ],
  [
    'a verb that takes no listener gets “to”',
    [{ ...envoy, cue: 'said', addressee: 'reporters' }],
    'Zamir Kabulov said to reporters → published by Coast Wire',
  ],
  [
    'a medium without a preposition gets one',
    [{ ...envoy, medium: 'a phone call', translated: true }],
    'Zamir Kabulov said, by way of a phone call, translated → published by Coast Wire',
  ],
  [
    '“reportedly” hides who passed it on',
    [envoy, { ...blank, cue: 'reportedly' }],
    'Zamir Kabulov said → passed on by someone not named (“reportedly”) → published by Coast Wire',
  ],
  [
    'a passive begins with whom it was said to',
    [{ ...blank, cue: 'was also asked', addressee: 'Zamir Kabulov' }],
    'Zamir Kabulov was also asked by someone not named → published by Coast Wire',
  ],
  ['no step: the publisher’s own words', [], 'Coast Wire says so in its own words'],
]

for (const [what, steps, line] of lines) {
  test(`the line of a chain: ${what}`, () => assert.equal(writeChain(steps, 'Coast Wire'), line))
}
