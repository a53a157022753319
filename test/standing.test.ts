import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ClaimStance, Tone } from '../src/database/client/enums.ts'
import { cutParagraphs } from '../src/statements/presentation.ts'
import { signPassages } from '../src/statements/signs.ts'
import {
  drawnTone,
  type Judged,
  type Rating,
  standingOf,
  summarise,
  tellFound,
  worst,
} from '../src/findings/standing.ts'

const tones = Object.values(Tone)
const stances = Object.values(ClaimStance)

/** A rating of any newsroom's scale: called what it likes, with a number or without. */
const rating: fc.Arbitrary<Rating> = fc.record({
  slug: fc.string({ minLength: 1 }),
  label: fc.string({ minLength: 1 }),
  meaning: fc.string(),
  tone: fc.constantFrom(...tones),
  ratingValue: fc.option(fc.integer({ min: 1, max: 5 })),
})
const perhaps = fc.option(rating)
const step = fc.record({ number: fc.integer({ min: 1, max: 9 }), rating: perhaps })
const claim = fc.record({ stance: fc.constantFrom(...stances), rating: perhaps })
const judged: fc.Arbitrary<Judged> = fc.record({
  said: perhaps,
  steps: fc.array(step, { maxLength: 4 }),
  claims: fc.array(claim, { maxLength: 4 }),
})

const called = (tone: Tone, label: string, ratingValue: number | null = null): Rating => ({
  ...{ slug: label.toLowerCase(), label, meaning: '', tone, ratingValue },
})
const confirmed = called('good', 'Confirmed', 5)
const misquoted = called('bad', 'Misquoted', 2)
const isTrue = called('good', 'True', 5)
const isFalse = called('bad', 'False', 1)
const lacks = called('caution', 'Missing context', 3)
const unproven = called('open', 'Unproven')
const asserts = (...ratings: (Rating | null)[]) =>
  ratings.map((found) => ({ stance: 'asserts' as const, rating: found }))
const denies = (found: Rating | null) => [{ stance: 'denies' as const, rating: found }]
const doubts = (found: Rating | null) => [{ stance: 'doubts' as const, rating: found }]

const table: [name: string, given: Partial<Judged>, tone: Tone, sign: string][] = [
  ['nobody checked anything', {}, 'open', ''],
  ['said', { said: confirmed }, 'good', 'said ✓'],
  ['said, what of it is not checked', { said: confirmed, claims: asserts(null) }, 'good', 'said ✓'],
  ['said and true', { said: confirmed, claims: asserts(isTrue) }, 'good', 'said ✓ · true ✓'],
  ['said and false', { said: confirmed, claims: asserts(isFalse) }, 'bad', 'said ✓ · true ✕'],
  ['said, with care', { said: confirmed, claims: asserts(lacks) }, 'caution', 'said ✓ · true !'],
  ['said, left open', { said: confirmed, claims: asserts(unproven) }, 'open', 'said ✓ · true ?'],
  ['true, but nobody knows whether said', { claims: asserts(isTrue) }, 'open', 'said ? · true ✓'],
  ['false, and nobody knows whether said', { claims: asserts(isFalse) }, 'bad', 'said ? · true ✕'],
  ['misquoted, yet true', { said: misquoted, claims: asserts(isTrue) }, 'bad', 'said ✕ · true ✓'],
  ['of two claims one false', { said: confirmed, claims: asserts(isTrue, isFalse) }, 'bad', 'said ✓ · true ✕'],
  ['of two claims one not checked', { said: confirmed, claims: asserts(isTrue, null) }, 'good', 'said ✓'],
  ['denies what is false', { said: confirmed, claims: denies(isFalse) }, 'good', 'said ✓ · denies what is false'],
  ['denies what is true', { said: confirmed, claims: denies(isTrue) }, 'bad', 'said ✓ · denies what is true'],
  ['doubts what is true', { said: confirmed, claims: doubts(isTrue) }, 'caution', 'said ✓ · doubts what is true'],
  ['doubts what is false', { said: confirmed, claims: doubts(isFalse) }, 'caution', 'said ✓ · doubts what is false'],
  [
    'a step that did not pass it on so',
    { said: confirmed, steps: [{ number: 2, rating: misquoted }] },
    'bad',
    'said ✕',
  ],
  ['a step that was confirmed alone', { steps: [{ number: 1, rating: confirmed }] }, 'open', ''],
]

for (const [name, given, tone, sign] of table) {
  test(`a passage takes the worse of the two answers: ${name}`, () => {
    const standing = standingOf({ said: null, steps: [], claims: [], ...given })
    assert.deepEqual([standing.tone, standing.sign], [tone, sign])
  })
}

test('no passage is better than any of its answers, whatever the scale calls them', () => {
  fc.assert(
    fc.property(judged, (given) => {
      const { tone, answers } = standingOf(given)
      const own = [given.said?.tone ?? 'open', ...given.claims.map(meant)].filter((one) => one !== null)
      assert.equal(worst([tone, ...own]), tone)
      if (tone === 'bad' || tone === 'caution') assert.ok(answers.every(({ drawn }) => drawn !== 'good'))
    }),
  )
})

/** Said otherwise than the rule does, to hold it against: what a claim's rating makes of who states it. */
function meant({ stance, rating: found }: Judged['claims'][number]): Tone | null {
  if (found === null) return null
  if (found.tone === 'open' || found.tone === 'caution' || stance === 'asserts') return found.tone
  if (stance === 'doubts') return 'caution'
  return found.tone === 'good' ? 'bad' : 'good'
}

test('a passage is green only where it was confirmed, no step was found wrong, and all that was found of its claims is good for it', () => {
  fc.assert(
    fc.property(judged, (given) => {
      const isGood =
        given.said?.tone === 'good' &&
        given.steps.every((one) => one.rating?.tone !== 'bad' && one.rating?.tone !== 'caution') &&
        given.claims.every((one) => [null, 'good'].includes(meant(one)))
      assert.equal(standingOf(given).tone === 'good', isGood)
    }),
  )
})

test('names, values, and the order of claims change nothing in how a passage stands', () => {
  const other = (found: Rating | null, i: number) => found && { ...called(found.tone, `Other ${i}`), ratingValue: 1 }
  fc.assert(
    fc.property(judged, ({ said, steps, claims }) => {
      const renamed = {
        said: other(said, 0),
        steps: steps.map((one, i) => ({ ...one, rating: other(one.rating, i) })),
        claims: claims.map((one, i) => ({ ...one, rating: other(one.rating, i) })).toReversed(),
      }
      assert.equal(standingOf(renamed).tone, standingOf({ said, steps, claims }).tone)
    }),
  )
})

test('another claim or step never makes a passage better', () => {
  fc.assert(
    fc.property(judged, claim, step, (given, more, furtherStep) => {
      const { tone } = standingOf(given)
      for (const grown of [
        standingOf({ ...given, claims: [...given.claims, more] }),
        standingOf({ ...given, steps: [...given.steps, furtherStep] }),
      ]) {
        assert.equal(worst([tone, grown.tone]), grown.tone)
      }
    }),
  )
})

test('both answers are told, and in running text wherever something was found that is not good', () => {
  fc.assert(
    fc.property(judged, (given) => {
      const { told, answers, sign, tone } = standingOf(given)
      assert.ok(told.startsWith(`Did they say it? ${given.said?.label ?? 'Not checked yet'}.`))
      assert.equal(answers.filter(({ on }) => on === 'claim').length, Math.min(1, given.claims.length))
      for (const answer of answers) assert.ok(told.includes(tellFound(answer)))
      if (tone === 'bad' || tone === 'caution') assert.match(sign, /[!✕]|what/)
    }),
  )
})

test('of several claims the one is told that is worst, by the scale’s own numbers among equals, and of how many that was found', () => {
  const mostlyFalse = called('bad', 'Mostly false', 2)
  const { answers, told } = standingOf({
    said: confirmed,
    steps: [],
    claims: asserts(isTrue, mostlyFalse, isFalse, isFalse),
  })
  assert.match(told, /Is it true\? False \(2 of 4 claims\)\.$/)
  assert.deepEqual(
    answers.map(({ axis, label, drawn }) => [axis, label, drawn]),
    [
      ['Said?', 'Confirmed', 'plain'],
      ['True?', 'False', 'bad'],
    ],
  )
})

test('who denies or doubts does not take the claim’s rating as their own', () => {
  const axisOf = (claims: Judged['claims']) => standingOf({ said: confirmed, steps: [], claims }).answers[1]?.axis
  assert.equal(axisOf(denies(isFalse)), 'The claim it denies:')
  assert.equal(axisOf(doubts(isTrue)), 'The claim it doubts:')
  assert.equal(axisOf(asserts(isTrue)), 'True?')
})

test('a denial of something true is told as the pill has it, and never as an answer that seems good', () => {
  const toldOf = (claims: Judged['claims']) => standingOf({ said: confirmed, steps: [], claims }).told
  assert.equal(toldOf(denies(isTrue)), 'Did they say it? Confirmed. Denies a claim rated True.')
  const [, denial] = standingOf({ said: confirmed, steps: [], claims: denies(isTrue) }).answers
  assert.deepEqual([denial?.tone, denial?.meant, denial?.drawn], ['good', 'bad', 'bad'], 'the rating’s tone, and ours')
  assert.equal(toldOf(doubts(isFalse)), 'Did they say it? Confirmed. Doubts a claim rated False.')
  assert.equal(toldOf(denies(null)), 'Did they say it? Confirmed. The claim it denies: Not checked yet.')
})

test('beside something wrong a good rating is drawn without colour, and nowhere else', () => {
  for (const own of tones) {
    for (const tone of tones) {
      const isPlain = own === 'good' && (tone === 'bad' || tone === 'caution')
      assert.equal(drawnTone(own, { tone }), isPlain ? 'plain' : own)
    }
    assert.equal(drawnTone(own), own)
  }
})

test('“4 confirmed, 1 of them false”: what was said is counted, and what is false among it named', () => {
  const standings = [
    standingOf({ said: confirmed, steps: [], claims: asserts(isTrue) }),
    standingOf({ said: misquoted, steps: [], claims: [] }),
    standingOf({ said: confirmed, steps: [], claims: asserts(isFalse) }),
    standingOf({ said: confirmed, steps: [], claims: denies(isFalse) }),
    standingOf({ said: confirmed, steps: [], claims: doubts(isTrue) }),
    standingOf({ said: null, steps: [], claims: [] }),
  ]
  const { count, checked, unchecked } = summarise(standings.map((standing, i) => ({ id: i + 1, standing })))
  assert.equal(count, 6)
  assert.deepEqual(
    checked.map(({ label, count, wrong, first, firstWrong }) => [label, count, wrong, first, firstWrong]),
    [
      ['Confirmed', 4, 1, 1, 3],
      ['Misquoted', 1, 0, 2, null],
    ],
  )
  assert.deepEqual([unchecked.count, unchecked.first], [1, 6])
})

test('a passage that nobody checked, with a checked one within it, says so at its end', () => {
  const open = standingOf({ said: null, steps: [], claims: [] })
  const good = standingOf({ said: confirmed, steps: [], claims: [] })
  const bad = standingOf({ said: confirmed, steps: [], claims: asserts(isFalse) })
  const outer = { id: 1, spans: [{ start: 0, end: 50 }], standing: open }
  const within = (id: number, standing: typeof open, start: number) => ({
    id,
    spans: [{ start, end: start + 10 }],
    standing,
  })
  const signsOf = (...statements: Parameters<typeof signPassages>[0]) =>
    [...signPassages(statements)].map(([id, { sign, tone }]) => [id, sign, tone])
  assert.deepEqual(signsOf(outer, within(2, good, 5)), [
    [1, 'part said ✓', 'good'],
    [2, '', 'good'],
  ])
  assert.deepEqual(signsOf(outer, within(2, good, 0), within(3, bad, 30), within(4, bad, 45)), [
    [1, 'part said ✓ · true ✕', 'bad'],
    [2, 'said ✓', 'good'],
    [3, 'said ✓ · true ✕', 'bad'],
    [4, 'said ✓ · true ✕', 'bad'],
  ])
  assert.deepEqual(signsOf({ ...outer, standing: bad }, within(2, good, 5)), [
    [1, 'said ✓ · true ✕', 'bad'],
    [2, '', 'good'],
  ])
})

test('of passages within each other that were checked, one sign stands at the end of the outer one', () => {
  const good = standingOf({ said: confirmed, steps: [], claims: [] })
  const bad = standingOf({ said: confirmed, steps: [], claims: asserts(isFalse) })
  const at = (id: number, standing: typeof good, start: number, end: number) => ({
    id,
    spans: [{ start, end }],
    standing,
  })
  const signsOf = (...statements: Parameters<typeof signPassages>[0]) =>
    [...signPassages(statements)].map(([id, { sign, tone }]) => [id, sign, tone])
  const [outer, middle, inner] = [at(1, good, 0, 50), at(2, good, 0, 40), at(3, bad, 5, 20)]
  assert.deepEqual(signsOf(inner, middle, outer), [
    [3, '', 'bad'],
    [2, '', 'good'],
    [1, 'said ✓ · part said ✓ · true ✕', 'bad'],
  ])
  assert.equal(
    signPassages([outer, inner]).get(1)?.words,
    'Did they say it? Confirmed. A part of it: Did they say it? Confirmed. Is it true? False.',
  )
  assert.deepEqual(signsOf(outer, inner, at(4, bad, 30, 40)), [
    [1, 'said ✓ · part said ✓ · true ✕', 'bad'],
    [3, 'said ✓ · true ✕', 'bad'],
    [4, 'said ✓ · true ✕', 'bad'],
  ])
  const overlaps = at(5, good, 45, 60)
  assert.deepEqual(signsOf(outer, overlaps), [
    [1, 'said ✓', 'good'],
    [5, 'said ✓', 'good'],
  ])
})

test('a quotation mark that a shorter passage left of a longer one is no link of its own', () => {
  const text = 'He said “they left” and went “away”.'
  const standing = standingOf({ said: confirmed, steps: [], claims: [] })
  const at = (id: number, start: number, end: number) => ({ id, spans: [{ start, end }], standing, state: 'published' })
  const rests = (...statements: ReturnType<typeof at>[]) =>
    cutParagraphs(text, statements).flatMap(({ pieces }) =>
      pieces.filter(({ isRest }) => isRest).map((one) => one.text),
    )
  assert.deepEqual(rests(at(1, 0, 19), at(2, 9, 18)), ['”'])
  assert.deepEqual(rests(at(1, 8, 19), at(2, 9, 18)), ['”'], 'the first is all that opens the longer one')
})
