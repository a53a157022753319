import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countCodePoints, indexText } from '../src/anchoring/code-points.ts'
import { compareTexts } from '../src/anchoring/compared.ts'
import { reanchor } from '../src/anchoring/reanchor.ts'
import { diffTexts } from '../src/anchoring/word-diff.ts'

const opening = 'The harbour office opened its books on Monday after two years of requests by residents.'
const envoy = '“We never agreed to pay 20 million euros for that base”, the envoy told reporters 🛳️ in the rain.'
const crane = 'The crane had no permit, two port officials said, and nobody had asked for one since 2019.'
const closing = 'A spokesman for the ministry declined to comment on the sums that were named in the papers.'
const old = [opening, envoy, crane, closing].join('\n\n')
const passage = 'We never agreed to pay 20 million euros for that base'

const cases: Record<string, { now: string[]; kind: string; words?: string; of?: string; isMoved?: boolean }> = {
  'other words around it': {
    now: [opening.replace('two', 'three'), envoy.replace('told reporters', 'said'), crane, closing],
    kind: 'exact',
    words: passage,
  },
  'other typography': {
    now: [opening, envoy.replaceAll(/[“”]/g, '"').replace('20 million', '20\u00a0milli\u00adon'), crane, closing],
    kind: 'exact',
    words: passage.replace('20 million', '20\u00a0milli\u00adon'),
  },
  'a word at its end written as two': {
    now: [opening, envoy, crane, closing.replace('papers', 'pa pers')],
    of: 'declined to comment on the sums that were named in the papers',
    kind: 'changed',
    words: 'declined to comment on the sums that were named in the pa pers',
  },
  'a word at its beginning written as two': {
    now: [opening, envoy, crane.replace('nobody', 'no body'), closing],
    of: 'nobody had asked for one since 2019',
    kind: 'changed',
    words: 'no body had asked for one since 2019',
  },
  'its paragraph moved to the end': { now: [opening, crane, closing, envoy], kind: 'moved', words: passage },
  'a number and two words changed': {
    now: [opening, envoy.replace('20', '30').replace('that base', 'this port'), crane, closing],
    kind: 'changed',
    words: 'We never agreed to pay 30 million euros for this port',
  },
  'a capital changed': {
    now: [opening, envoy.replace('We', 'we'), crane, closing],
    kind: 'changed',
    words: passage.replace('We', 'we'),
  },
  'changed and moved': {
    now: [crane, closing, opening, envoy.replace('never agreed', 'did not agree')],
    kind: 'changed',
    words: passage.replace('never agreed', 'did not agree'),
    isMoved: true,
  },
  'its paragraph is gone, and a pulled quote repeats it': {
    now: [
      opening,
      crane,
      `${closing} In the end nobody could say who wrote it: ${passage}, as a poster reads now, stands there.`,
    ],
    kind: 'elsewhere',
    words: passage,
  },
  'its paragraph is gone': { now: [opening, crane, closing], kind: 'gone' },
  'another text': {
    now: ['Rain fell on the hills all week, and the reservoir is full again for the first time.'],
    kind: 'gone',
  },
  'a paragraph of its own moved': { now: [crane, opening, envoy, closing], of: crane, kind: 'moved', words: crane },
  'its paragraph moved, and the end of it was written anew': {
    now: [opening, envoy, closing, crane.replace('nobody had asked for one', 'no one had applied')],
    of: 'two port officials said, and nobody had asked for one since 2019',
    kind: 'changed',
    words: 'two port officials said, and no one had applied since 2019',
    isMoved: true,
  },
  'it begins inside a word': {
    now: [crane, opening, closing, envoy],
    of: 'permit, two port offici',
    kind: 'moved',
    words: 'permit, two port offici',
  },
}

for (const [name, { now, kind, words, of = passage, isMoved = kind === 'moved' }] of Object.entries(cases)) {
  test(`a passage in a new text: ${name}`, () => {
    const text = now.join('\n\n')
    const start = countCodePoints(old.slice(0, old.indexOf(of)))
    const found = reanchor(compareTexts(old, text), { start, end: start + countCodePoints(of) })
    assert.equal(found.kind, kind)
    assert.equal(found.place ? indexText(text).slice(found.place.start, found.place.end) : undefined, words)
    assert.equal(found.isMoved || kind === 'elsewhere', isMoved || kind === 'elsewhere')
    assert.ok(found.score >= (words ? 0.6 : 0) && found.score <= (words ? 1 : 0), String(found.score))
  })
}

test('what stands twice in the old text is not taken for its twin when its own place is gone', () => {
  const twice = `${opening}\n\nHe said: ${passage}. Nobody in the hall believed him.\n\n${crane}\n\n${closing} She said it too: ${passage}. It was late.`
  const once = twice.replace(/\n\nHe said[^\n]+/, '')
  const start = twice.indexOf(passage)
  assert.equal(reanchor(compareTexts(twice, once), { start, end: start + passage.length }).kind, 'elsewhere')
})

const scripts = {
  Japanese: [
    '市長は火曜日に橋を閉鎖すると述べた。費用は二億円である。',
    '市長は水曜日に橋を閉鎖すると述べた。費用は三億円である。',
    '橋を閉鎖する',
  ],
  Arabic: [
    'قال الوزير إن الاتفاق لم يوقع بعد في العاصمة',
    'قال الوزير أمس إن الاتفاق لم يُوقَّع بعد في العاصمة',
    'الاتفاق لم يوقع بعد',
  ],
  Russian: [
    'Министр заявил, что договор не подписан.',
    'Вчера министр заявил, что договор не подписан.',
    'договор не подписан',
  ],
  Thai: ['นายกรัฐมนตรีกล่าวว่าจะปิดสะพานในวันอังคาร', 'นายกรัฐมนตรีกล่าวว่าจะปิดสะพานในวันพุธ', 'จะปิดสะพาน'],
} satisfies Record<string, [string, string, string]>

test('passages in other scripts keep their place, points and vowels aside', () => {
  for (const [script, [was, is, words]] of Object.entries(scripts)) {
    const start = was.indexOf(words)
    const { kind, place } = reanchor(compareTexts(was, is), { start, end: start + words.length })
    assert.deepEqual([script, kind], [script, 'exact'])
    assert.equal(is.slice(place?.start, place?.end).replaceAll(/[\u064b-\u0652]/g, ''), words)
  }
})

test('a word diff names what was taken out and put in, whole, and leaves typography out', () => {
  const is = [opening, envoy.replace('20', '30').replace(/[“”]/g, '"'), closing].join('\n\n')
  const pieces = diffTexts(old, is)
  assert.deepEqual(
    pieces.filter(({ kind }) => kind !== 'same').map(({ kind, words }) => `${kind} ${words.trim()}`),
    ['removed 20', 'added 30', `removed ${crane}`],
  )
  assert.equal(
    pieces
      .filter(({ kind }) => kind !== 'removed')
      .map(({ words }) => words)
      .join(''),
    is,
  )
  assert.deepEqual(
    diffTexts('The President', 'The president').map(({ kind }) => kind),
    ['same', 'removed', 'added'],
  )
  assert.deepEqual(diffTexts('The dam holds until Monday', 'The dam holds'), [
    { kind: 'same', words: 'The dam holds' },
    { kind: 'removed', words: ' until Monday' },
  ])
  assert.deepEqual(
    diffTexts('大坝稳固到周一', '大坝稳固')
      .map(({ words }) => words)
      .join(''),
    '大坝稳固到周一',
  )
  assert.deepEqual(diffTexts('', 'New'), [{ kind: 'added', words: 'New' }])
  assert.deepEqual(diffTexts('', ''), [])
})

test('a passage in a text of one word, or over a whole text, ends', () => {
  const same = 'word '.repeat(20_000).trim()
  const other = 'word sword '.repeat(10_000).trim()
  for (const [was, is] of [
    [same, other],
    [other, same],
    [same, same],
  ] as const) {
    const compared = compareTexts(was, is)
    for (const end of [8, 400, was.length]) reanchor(compared, { start: 0, end })
    diffTexts(was, is)
  }
})

test('sentences that changed places within their paragraph are moved, and not somebody else’s', () => {
  const first = 'The mayor, Hedda Roos, will open the day at ten.'
  const second = 'The bishop will speak after her, and the fire brigade will hand out soup.'
  const before = [opening, `${first} ${second}`, closing].join('\n\n')
  const now = [opening, `${second} ${first}`, closing].join('\n\n')
  const kinds = [first, second].map((of) => {
    const start = before.indexOf(of)
    const { kind, place } = reanchor(compareTexts(before, now), { start, end: start + of.length })
    assert.equal(place && now.slice(place.start, place.end), of)
    return kind
  })
  assert.ok(!kinds.includes('elsewhere') && kinds.includes('moved'), kinds.join())
})

test('a sentence whose end was written anew, and longer, is whole; words added behind an end that stayed are not its', () => {
  const told = 'Fishermen fear for the trout, said Tom Brekke, who has fished there since 1988.'
  const placeIn = (end: string, of: string) => {
    const before = [opening, told, closing].join('\n\n')
    const now = [opening, told.replace('since 1988.', end), closing].join('\n\n')
    const start = before.indexOf(of)
    const { kind, place } = reanchor(compareTexts(before, now), { start, end: start + of.length })
    return [kind, place && now.slice(place.start, place.end)]
  }
  const of = 'said Tom Brekke, who has fished there since 1988'
  assert.deepEqual(placeIn('for most of his life.', of), [
    'changed',
    'said Tom Brekke, who has fished there for most of his life',
  ])
  assert.deepEqual(placeIn('for most of his life.', `${of}.`), [
    'changed',
    'said Tom Brekke, who has fished there for most of his life.',
  ])
  assert.deepEqual(placeIn('since 1988, he says.', of), ['exact', of])

  const said = 'Not one boat will land here before June'
  const quoting = '“Not one boat will land here after May,” Brekke said.'
  const only = reanchor(compareTexts(said, quoting), { start: 0, end: said.length })
  assert.equal(only.place && quoting.slice(only.place.start, only.place.end), 'Not one boat will land here after May')
})
