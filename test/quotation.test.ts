import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareQuotation } from '../src/anchoring/quotation.ts'

const paid = 'We never agreed to pay 20 million euros for that base, and we will not pay it now.'

const pairs: [name: string, original: string, quoted: string, kinds: string[]][] = [
  ['the same words in other typography', 'It’s “closed” – for good…', 'It\'s "closed" -- for good...', ['same']],
  ['cut at its end', paid, 'We never agreed to pay 20 million euros for that base', ['trimmed', 'negation']],
  ['a whole sentence cut at its end', `It rained. ${paid} Nobody came.`, paid, ['trimmed']],
  [
    'cut inside and marked',
    paid,
    'We never agreed to pay […] for that base, and we will not pay it now.',
    ['ellipsis', 'number'],
  ],
  [
    'cut inside and marked by dots',
    'The quay, as everyone knows, is sinking.',
    'The quay ... is sinking.',
    ['ellipsis'],
  ],
  ['cut inside and not marked', 'The old quay is sinking fast today.', 'The quay is sinking fast today.', ['left_out']],
  ['a word changed', 'The quay is sinking fast', 'The quay is falling fast', ['changed']],
  ['a capital changed', 'The President spoke to us', 'The president spoke to us', ['changed']],
  ['without the capital of its sentence', 'The quay is sinking fast', 'the quay is sinking fast', ['same']],
  ['with a capital at its beginning', 'And so the quay is sinking fast', 'The quay is sinking fast', ['trimmed']],
  ['with another word at its beginning', 'And the quay is sinking', 'A quay is sinking', ['changed']],
  ['never cut before a capital', 'I never said the quay is safe', 'The quay is safe', ['trimmed', 'negation']],
  ['an abbreviation as a word', 'US aid is late this year', 'us aid is late this year', ['changed']],
  ['words added', 'The quay is sinking', 'The old stone quay is sinking', ['added']],
  ['words added in brackets', 'He closed it on Monday', 'He [the mayor] closed it on Monday', ['added']],
  ['never left out', paid, paid.replace('never ', ''), ['left_out', 'negation']],
  ['n’t for a plain verb', 'They were paid in January', 'They weren’t paid in January', ['changed', 'negation']],
  ['a number changed', paid, paid.replace('20', '30'), ['changed', 'number']],
  [
    'a number in words changed',
    'He met two ministers in Rome',
    'He met three ministers in Rome',
    ['changed', 'number'],
  ],
  ['German', 'Das haben wir nicht gesagt', 'Das haben wir gesagt', ['left_out', 'negation']],
  ['Russian', 'Договор не подписан в Москве', 'Договор подписан в Москве', ['left_out', 'negation']],
  ['Arabic, with points', 'الاتفاق لم يُوقَّع بعد', 'الاتفاق لم يوقع بعد', ['same']],
  [
    'Arabic, a negation dropped',
    'قال إن الاتفاق ليس نهائيا اليوم',
    'قال إن الاتفاق نهائيا اليوم',
    ['left_out', 'negation'],
  ],
  ['Chinese', '市长不会关闭这座桥', '市长会关闭这座桥', ['left_out', 'negation']],
  ['French', 'Nous n’avons jamais signé cet accord', 'Nous avons signé cet accord', ['changed', 'negation']],
  ['another sentence', paid, 'The harbour opens on Tuesday', ['unlike']],
]

for (const [name, original, quoted, kinds] of pairs) {
  test(`a quotation beside what it was taken from: ${name}`, () => {
    const compared = compareQuotation(original, quoted)
    assert.deepEqual(compared.kinds, kinds)
    assert.equal(
      compared.pieces
        .filter(({ kind }) => kind !== 'removed')
        .map(({ words }) => words)
        .join(''),
      quoted,
    )
  })
}
