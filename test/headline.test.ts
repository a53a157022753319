import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writeHeadline } from '../src/statements/headline.ts'
import { valuesOf } from '../src/words/labels.ts'
import { quoted, quotedPieces } from '../src/words/quoted.ts'

type Told = Parameters<typeof writeHeadline>[0]
type Origin = NonNullable<Told['origin']>

const blank = { who: null, cue: null, addressee: null }
const envoy = { ...blank, who: 'Zamir Kabulov' }

function headline(origin: Origin | null, told: Partial<Told> = {}) {
  const usual = { publisher: 'Coast Wire', act: 'says', polarity: 'positive', words: 'it would come' } as const
  return writeHeadline({ ...usual, origin, ...told })
}

const headlines: [what: string, headline: string, expected: string][] = [
  [
    'the verb is the one printed, and who is described begins with a capital',
    headline(
      { ...blank, who: 'a Western diplomat', cue: 'doubted' },
      { words: 'that the Taliban would travel at all' },
    ),
    'A Western diplomat doubted “that the Taliban would travel at all”',
  ],
  [
    'to whom stands where the verb takes a listener',
    headline({ ...envoy, cue: 'told', addressee: 'reporters' }),
    'Zamir Kabulov told reporters “it would come”',
  ],
  [
    'and behind “to” where not',
    headline({ ...envoy, addressee: 'reporters' }),
    'Zamir Kabulov said to reporters “it would come”',
  ],
  [
    '“according to” comes first',
    headline({ ...envoy, cue: 'according to' }),
    'According to Zamir Kabulov: “it would come”',
  ],
  [
    'a passive verb begins with who was told',
    headline({ ...envoy, cue: 'were told', addressee: 'journalists' }),
    'Journalists were told by Zamir Kabulov: “it would come”',
  ],
  ['or with who said it', headline({ ...envoy, cue: 'is quoted' }), 'Zamir Kabulov is quoted: “it would come”'],
  [
    '“reportedly” is no verb',
    headline({ ...envoy, cue: 'Reportedly' }),
    'Zamir Kabulov reportedly said “it would come”',
  ],
  ['nor is “in a letter”', headline({ ...envoy, cue: 'in a letter' }), 'Zamir Kabulov, in a letter: “it would come”'],
  ['whom nobody names is told as such', headline(blank), 'Someone not named said “it would come”'],
  ['a text in its own voice is its publisher’s', headline(null), 'Coast Wire said “it would come”'],
  [
    'what records a silence does not say that something was said',
    headline({ ...envoy, cue: 'said', addressee: 'reporters' }, { polarity: 'negative' }),
    'Zamir Kabulov did not say to reporters “it would come”',
  ],
  [
    'but keeps a printed verb that tells of it',
    headline({ ...envoy, cue: 'did not specify' }, { polarity: 'negative', words: 'whom it would send' }),
    'Zamir Kabulov did not specify “whom it would send”',
  ],
  [
    '"wouldn’t" tells of it, too',
    headline({ ...envoy, cue: 'wouldn’t say' }, { polarity: 'negative' }),
    'Zamir Kabulov wouldn’t say “it would come”',
  ],
  [
    'several passages are one quotation with what is left out between them',
    headline({ ...envoy, cue: 'said' }, { words: 'Moscow would […] not “exclude” it' }),
    'Zamir Kabulov said “Moscow would […] not ‘exclude’ it”',
  ],
  [
    'words that have their own marks have them once',
    headline({ ...envoy, cue: 'said' }, { words: '“nobody should book yet”' }),
    'Zamir Kabulov said “nobody should book yet”',
  ],
]

for (const [what, found, expected] of headlines)
  test(`a statement’s heading says who, how and to whom: ${what}`, () => assert.equal(found, expected))

test('every act has its own verb, said and not said, where none is printed', () => {
  const acts = valuesOf('StatementAct')
  const all = acts.flatMap((act) =>
    (['positive', 'negative'] as const).map((polarity) => headline(envoy, { act, polarity })),
  )
  assert.deepEqual(
    all.map((one) => /^Zamir Kabulov (.*) “it would come”$/.exec(one)?.[1]),
    [
      ...['said', 'did not say', 'asked', 'did not ask', 'answered', 'did not answer', 'denied', 'did not deny'],
      ...['promised', 'did not promise', 'warned', 'did not warn', 'confirmed', 'did not confirm'],
      ...['declined to say', 'declined to say'],
    ],
  )
})

test('a heading has no more words than are read at a glance', () => {
  const found = headline({ ...envoy, cue: 'said' }, { words: 'very '.repeat(200) })
  assert.ok(found.length < 170, found)
  assert.match(found, /…”$/)
})

test('quotation marks within quotation marks are single', () => {
  assert.equal(quoted('the “de facto” ruler'), '“the ‘de facto’ ruler”')
  assert.equal(quoted('the "de facto" ruler'), '“the ‘de facto’ ruler”')
  assert.equal(quoted('“rule out” and “rule in”'), '“‘rule out’ and ‘rule in’”')
  assert.equal(quoted('„so nicht“'), '“‚so nicht‘”'.replace('‚', '‘'))
  const hits = quotedPieces([{ text: '“the ' }, { text: '“de' }, { text: ' facto” ruler' }])
  assert.equal(hits.map(({ text }) => text).join('|'), '“‘the |‘de| facto’ ruler”')
  const whole = quotedPieces([{ text: '“so' }, { text: ' not”' }])
  assert.equal(whole.map(({ text }) => text).join('|'), '“so| not”')
  assert.equal(quoted('nobody’s'), '“nobody’s”')
})
