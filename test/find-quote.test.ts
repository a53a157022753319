import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { indexText } from '../src/anchoring/code-points.ts'
import {
  findQuote as findIn,
  fitQuote,
  longestFoundPrefix as longestIn,
  mostPlaces,
  quotable,
} from '../src/anchoring/find-quote.ts'
import { foldSigns } from '../src/anchoring/fold.ts'
import { anyText } from './support/texts.ts'

const findQuote = (text: string, quote: string) => findIn(quotable(text), quote)
const longestFoundPrefix = (text: string, quote: string) => longestIn(quotable(text), quote)

function wordsFound(text: string, quote: string): string[] {
  const index = indexText(text)
  return findQuote(text, quote).map(({ start, end }) => index.slice(start, end))
}

test('words pasted as they were published are found where they stand', () => {
  assert.deepEqual(findQuote('The quay is sinking.', 'quay is'), [{ start: 4, end: 11 }])
  assert.deepEqual(findQuote('The quay is sinking.', '  quay is\n'), [{ start: 4, end: 11 }])
})

test('words that are not in the text are not found, nor is nothing', () => {
  assert.deepEqual(findQuote('The quay is sinking.', 'the quay'), [])
  assert.deepEqual(findQuote('The quay is sinking.', ''), [])
  assert.deepEqual(findQuote('The quay is sinking.', ' \n '), [])
  assert.deepEqual(findQuote('', 'quay'), [])
})

test('straight quotation marks find curly ones, and the other way round', () => {
  const curly = 'She said: “It’s over,” and left.'
  const straight = 'She said: "It\'s over," and left.'
  assert.deepEqual(wordsFound(curly, '"It\'s over,"'), ['“It’s over,”'])
  assert.deepEqual(wordsFound(straight, '“It’s over,”'), ['"It\'s over,"'])
  assert.deepEqual(wordsFound('Il a dit « non » hier', '" non "'), ['« non »'])
  assert.deepEqual(wordsFound('„So nicht“, sagte er', '"So nicht"'), ['„So nicht“'])
})

test('dashes of any length are equal', () => {
  assert.deepEqual(wordsFound('the quay—sinking—moved', 'quay-sinking'), ['quay—sinking'])
  assert.deepEqual(wordsFound('2019-2024', '2019–2024'), ['2019-2024'])
})

test('line breaks, tabs and doubled spaces make no difference', () => {
  assert.deepEqual(wordsFound('The quay\nis sinking.\n\nEveryone knows.', 'is   sinking. Everyone'), [
    'is sinking.\n\nEveryone',
  ])
  assert.deepEqual(wordsFound('40\u00A0million', '40 million'), ['40\u00A0million'])
  assert.deepEqual(wordsFound('The quay', 'The\r\nquay'), ['The quay'])
})

test('emoji before and inside the words keep the place right', () => {
  assert.deepEqual(findQuote('🏗️🏗️ The quay 🚢 is', 'quay 🚢 is'), [{ start: 9, end: 18 }])
  assert.deepEqual(findQuote('the family 👨‍👩‍👧 left', '👨‍👩‍👧'), [{ start: 11, end: 16 }])
})

test('an accent typed as two characters finds the one in the text', () => {
  assert.deepEqual(findQuote('Zoë said no', 'Zoe\u0308 said'), [{ start: 0, end: 8 }])
  assert.deepEqual(findQuote('x\u0302 said no', 'x\u0302 said'), [{ start: 0, end: 7 }])
})

test('words written from right to left are found by the order in which they are read', () => {
  const text = 'وكالة: قال المتحدث إن الميناء سيغلق'
  assert.deepEqual(wordsFound(text, 'المتحدث إن'), ['المتحدث إن'])
  assert.deepEqual(findQuote('הנמל ייסגר בדצמבר', 'ייסגר'), [{ start: 5, end: 10 }])
})

test('words that stand in several places are found in each, first to last', () => {
  const text = 'The quay moved. 🏗️ The quay sank. The quay is gone.'
  assert.deepEqual(
    findQuote(text, 'The quay').map(({ start }) => start),
    [0, 19, 34],
  )
})

/** Of each kind what is written differently and read alike: as it stands in a text, and as it comes in a quotation. */
const alike: Record<string, [text: string, quote: string][]> = {
  ligatures: [
    ['the oﬃce of ﬁnance', 'office of finance'],
    ['the office of finance', 'oﬃce of ﬁnance'],
    ['Ĳsland and ŉ', 'IJsland and ʼn'],
  ],
  'soft hyphens': [
    ['the gov\u00adern\u00adment fell', 'government'],
    ['the government fell', 'gov\u00adernment'],
  ],
  'marks of no width': [
    ['the\u200b quay\ufeff is', 'the quay is'],
    ['the quay is', 'the\u2060 qu\u200day is'],
    ['می‌خواهم', 'میخواهم'],
  ],
  'marks of direction': [
    ['said \u2067הנמל\u2069 today', 'said הנמל today'],
    ['said הנמל today', '\u200fsaid \u202bהנמל\u202c today'],
  ],
  'variation selectors': [
    ['I ❤️ it', 'I ❤ it'],
    ['I ❤ it', 'I ❤️ it'],
    ['葛\u{e0100}城', '葛城'],
  ],
  ellipses: [
    ['I … think', 'I...think'],
    ['I... think', 'I …think'],
    ['I . . . think', 'I … think'],
    ['wait…', 'wait...'],
  ],
  dashes: [
    ['the quay—sinking', 'quay -- sinking'],
    ['the quay -- sinking', 'quay—sinking'],
    ['the quay --- sinking', 'quay – sinking'],
    ['2019–2024', '2019-2024'],
    ['fell by −5', 'fell by -5'],
    ['555‒1234', '555-1234'],
  ],
  'spaces inside quotation marks': [
    ['a dit « non » hier', 'a dit «non» hier'],
    ['a dit «\u202fnon\u202f» hier', 'a dit "non" hier'],
    ['a dit «non» hier', 'a dit «\u00a0non\u00a0» hier'],
    ['Vraiment\u202f? Oui', 'Vraiment? Oui'],
  ],
  'quotation marks': [
    ['said “no” twice', "said ``no'' twice"],
    ["said ``no'' twice", 'said "no" twice'],
    ['said „nein“ twice', 'said "nein" twice'],
    ['said „nein” twice', 'said “nein” twice'],
    ['said ‚nein‘ twice', "said 'nein' twice"],
    ['said ＂no＂ twice', 'said “no” twice'],
    ['彼は「東京」と', '彼は"東京"と'],
    ['צה״ל said', 'צה"ל said'],
  ],
  apostrophes: [
    ['itʼs over', "it's over"],
    ['it´s over', 'it’s over'],
    ["it's over", 'it`s over'],
    ['it＇s over', "it's over"],
    ['Hawaiʻi said', "Hawai'i said"],
  ],
  'full-width marks': [
    ['ＡＢＣ：１２！', 'ABC:12!'],
    ['ABC:12!', 'ＡＢＣ：１２！'],
    ['東京。そして、', '東京. そして,'],
  ],
  'words hyphenated at the end of a line': [
    ['the gov-\nernment fell', 'government fell'],
    ['the government fell', 'gov-\nernment fell'],
    ['the government fell', 'gov- ernment fell'],
    ['the gov\u00ad\nernment fell', 'government fell'],
    ['the gov¬\nernment fell', 'government fell'],
    ['the gov‐\nernment fell', 'government fell'],
    ['a well-known quay', 'well-\nknown quay'],
  ],
  maqaf: [
    ['בית־ספר', 'בית-ספר'],
    ['בית-ספר', 'בית־ספר'],
  ],
  tatweel: [
    ['كتـــاب جديد', 'كتاب'],
    ['كتاب جديد', 'كتـاب'],
  ],
  'vowels that may be left out': [
    ['שָׁלוֹם רב', 'שלום רב'],
    ['كَتَبَ هو', 'كتب هو'],
    ['שלום רב', 'שָׁלוֹם'],
  ],
  spaces: [
    ['40\u00a0million', '40 million'],
    ['10\u202f000 km', '10 000 km'],
    ['the\u2003quay', 'the quay'],
    ['5\u2009%', '5 %'],
    ['5 %', '5%'],
    ['東京 大阪', '東京大阪'],
  ],
  accents: [
    ['Zoë said', 'Zoe\u0308 said'],
    ['Zoe\u0308 said'.normalize('NFC'), 'Zoë'],
    ['Ǎ̂ said', 'Ǎ̂'],
  ],
  'raised and lowered figures': [
    ['CO₂ per m²', 'CO2 per m2'],
    ['CO2 per m2', 'CO₂ per m²'],
    ['½ of it', '1/2 of it'],
  ],
}
for (const [kind, pairs] of Object.entries(alike)) {
  test(`${kind} do not keep an honest quotation from being found`, () => {
    for (const [text, quote] of pairs) assert.equal(findQuote(text, quote).length, 1, `${quote} in ${text}`)
  })
}

test('what is found is whole: neither half a letter, nor without the selector or the vowels of its last one', () => {
  assert.deepEqual(findQuote('Zoë', 'Zoe'), [])
  assert.deepEqual(findQuote('oﬁnd', 'of'), [])
  assert.deepEqual(findQuote('a word…', 'word.'), [])
  assert.deepEqual(wordsFound('I ❤️ it', '❤'), ['❤️'])
  assert.deepEqual(wordsFound('שָׁלוֹם', 'שלום'), ['שָׁלוֹם'])
  assert.deepEqual(wordsFound('the \u200bquay\u200b is', 'quay'), ['quay'])
})

test('dashes at the ends of a quotation are in the text, too', () => {
  assert.deepEqual(wordsFound('— Non, dit-il. — Oui.', '— Oui'), ['— Oui'])
  assert.deepEqual(wordsFound('Wait -- I', 'Wait —'), ['Wait -'])
  assert.deepEqual(findQuote('Non, dit-il', '— Non'), [])
  assert.deepEqual(findQuote('a — b -- c', '—'), [
    { start: 2, end: 3 },
    { start: 6, end: 8 },
  ])
})

test('places may overlap, and not more than a hundred are looked for', () => {
  assert.deepEqual(
    findQuote('ha ha ha ha', 'ha ha').map(({ start }) => start),
    [0, 3, 6],
  )
  assert.equal(findQuote('x'.repeat(1000), 'x').length, mostPlaces)
  assert.deepEqual(
    findIn(quotable('ha ha ha'), 'ha', 1).map(({ start }) => start),
    [3, 6],
  )
})

test('words fit where they stand, or begin after what is not seen, and nowhere else', () => {
  const text = quotable('ha ha \u200bha')
  assert.deepEqual(fitQuote(text, 'ha ha', 3), { start: 3, end: 9 })
  assert.deepEqual(fitQuote(text, 'ha', 5), { start: 7, end: 9 })
  assert.equal(fitQuote(text, 'ha', 1), undefined)
  assert.equal(fitQuote(text, 'ha ha', 7), undefined)
  assert.equal(fitQuote(text, 'ha', 99), undefined)
})

/** Texts with all that is folded, thick enough to stand beside each other. */
const odd = fc.constantFrom(
  ...Array.from('aeé ﬁ…-—­\u200b\u200f\ufe0f\u0301“”"\'`´«»  \n.,½２̈שָׁ־ـك東。🏗👩‍'),
  '...',
  '--',
  'ha ',
  "''",
)
const foldedText = fc
  .oneof(
    anyText,
    fc.array(odd, { maxLength: 40 }).map((signs) => signs.join('')),
  )
  .map((text) => text.normalize('NFC'))

test('a quote cut out of any text fits at its place, with nothing beside it that is seen', () => {
  fc.assert(
    fc.property(foldedText, fc.nat(), fc.nat(), (text, a, b) => {
      const index = indexText(text)
      const [from = 0, to = 0] = [a % (index.length + 1), b % (index.length + 1)].sort((x, y) => x - y)
      const cut = index.slice(from, to)
      fc.pre(foldSigns(cut).replace(/[ -]+/g, '') !== '')

      const known = quotable(text)
      const fit = fitQuote(known, cut, from)
      assert.ok(fit, 'it fits')
      const isUnseen = (words: string) => /^ *$/.test(foldSigns(words))
      assert.ok(isUnseen(index.slice(from, Math.max(from, fit.start))), 'nothing seen before it is left out')
      assert.ok(isUnseen(index.slice(Math.min(fit.end, to), to)), 'nothing seen at its end is left out')
      assert.ok(fit.start >= from, 'nothing before it is taken in')
      assert.ok(fit.end <= to || /^[\p{M}]+$/u.test(index.slice(to, fit.end)), 'nothing after it is taken in')
      const found = findIn(known, cut)
      assert.ok(found.length === mostPlaces || found.some(({ start }) => start === fit.start), 'it is found')
    }),
    { numRuns: 3000 },
  )
})

test('what is found holds the words that were looked for, each place but once', () => {
  fc.assert(
    fc.property(foldedText, foldedText, fc.nat(20), (text, other, length) => {
      const quote = indexText(other).slice(0, length)
      const whole = `${quote} ${text} ${quote}`.normalize('NFC')
      const index = indexText(whole)
      let last = -1
      for (const { start, end } of findQuote(whole, quote)) {
        assert.ok(last < start && start < end && end <= index.length)
        assert.deepEqual(findQuote(index.slice(start, end), quote)[0], { start: 0, end: end - start })
        last = start
      }
    }),
    { numRuns: 1000 },
  )
})

test('a mistaken quote is told how far it goes along with the text', () => {
  const text = 'The quay is sinking, and everyone knows it.'
  assert.equal(longestFoundPrefix(text, 'quay is sinking, and nobody knows it'), 'quay is sinking, and')
  assert.equal(longestFoundPrefix(text, 'Nobody knows'), '')
  assert.equal(longestFoundPrefix(text, 'everyone  knows it.'), 'everyone knows it.')
})
