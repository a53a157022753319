import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractStatements } from '../../src/extraction/extract.ts'

/** Each text with all that may be suggested of it: the words, then who says them from the origin outwards; “?” nobody is told. */
const texts: Record<string, [text: string, ...told: string[]][]> = {
  'only an outlet’s report is passed on by it': [
    [
      'Witnesses reported that shots were fired, according to the police.',
      'that shots were fired <- Witnesses < the police',
    ],
    [
      'Doctors reported that three had died, according to the ministry.',
      'that three had died <- Doctors < the ministry',
    ],
    [
      'The Post reported that the captain had left, according to an aide.',
      'that the captain had left <- an aide < Post',
    ],
    ['NRB reported that the captain had left, according to an aide.', 'that the captain had left <- an aide < NRB'],
  ],
  'where and when a story was filed is not what it says': [
    [
      'Ostwick, 12 May 2024 - The lower gate could not be closed, the envoy Piet Harmsen told reporters.',
      'The lower gate could not be closed <- Piet Harmsen',
    ],
    ['Port Ansel, Sept. 3 — The quay is sinking, Lena Okafor said.', 'The quay is sinking <- Lena Okafor'],
    [
      'On May 5, Berlin – the city – was dark, Lena Okafor said.',
      'On May 5, Berlin – the city – was dark <- Lena Okafor',
    ],
  ],
  'who answers a written question': [
    [
      'Asked by: Anna Berg (Coast)\nWhat will the minister do?\n\nAnswered by: Jan Moe (Sea)\nHe will wait.\n\nAsked by: Ida Holm (Hill)\nUntil when?',
      'What will the minister do? <- Anna Berg',
      'He will wait. <- Jan Moe',
      'Until when? <- Ida Holm',
    ],
  ],
  'a country that talks gives no interview': [
    ...['On Thursday afternoon New Zealand talks with Chile began.', 'Peace talks with New Zealand began.'].map(
      (opening): [string, ...string[]] => [
        `${opening}\n\nQ: Why the sea?\n\nA: My father was a sailor.\n\nQ: And the hills?\n\nA: My mother was not.`,
        'Why the sea? <- Q',
        'My father was a sailor. <- A',
        'And the hills? <- Q',
        'My mother was not. <- A',
      ],
    ),
    [
      'On Monday Mirela Novak answered questions from readers.\n\nQ: Why the sea?\n\nA: My father was a sailor.',
      'Why the sea? <- Q',
      'My father was a sailor. <- Mirela Novak',
    ],
  ],
  'what makes goods is a company, and no day is': [
    [
      'The car maker Monday closed its plant. The company said it would hire 300 people.',
      'it would hire 300 people <- The company',
    ],
    ['The peacemaker Annan flew home. He said the truce would hold.', 'the truce would hold <- Annan'],
    ['The film maker Rask flew home. She said the reel was lost.', 'the reel was lost <- Rask'],
    [
      'The battery maker Voltara closed its plant. The company said it would hire 300 people.',
      'it would hire 300 people <- Voltara',
    ],
    [
      'The chipmaker Silix closed its plant. The company said it would hire 300 people.',
      'it would hire 300 people <- Silix',
    ],
  ],
  '“that” points at a night or a song': [
    ['She sang that night, and he left.'],
    ['She sang that night and he left.'],
    ['The officers sing that song each Sunday, and the crowd joins in.'],
    [
      'They sang that the sea was cold, and the crowd joined in.',
      'that the sea was cold, and the crowd joined in <- They',
    ],
    ['He joked that water, once let in, never leaves.', 'that water, once let in, never leaves <- He'],
  ],
  'goods are called back, and people are warned, promised and reported': [
    ['Ford recalled 40,000 cars on Tuesday.'],
    ['Ford recalled its new trucks.'],
    ['She recalled the night of the fire.', 'the night of the fire <- She'],
    ['Berg reports Monday to prison.'],
    ['She reported the driver to the police.'],
    ['The ministry reported two patients in hospital.', 'two patients in hospital <- The ministry'],
    ['The union warned members Monday.'],
    ['He promised her the moon.'],
    ['The mayor promised residents cleaner water.'],
    ['The mayor promised cleaner water.', 'cleaner water <- The mayor'],
    ['The mayor promised workers’ housing.', 'workers’ housing <- The mayor'],
    ['He promised her support.', 'her support <- He'],
  ],
  'members hear only where a body does': [
    ['Members heard that the club was closed.'],
    ['Members of the House of Lords heard that the wards were full.', 'that the wards were full <- ?'],
    ['Members of the inquiry heard that the club was closed.', 'that the club was closed <- ?'],
  ],
  'no time and no place judges': [
    ['The town was seen as safe by night.', 'The town … safe by night <- ?'],
    ['The town was seen as safe by the river.', 'The town … safe by the river <- ?'],
    ['The town was seen as safe by its neighbours.', 'The town … safe <- its neighbours'],
    ['The plan was condemned by Friday.'],
  ],
  'who has seen something passes nothing on but a document’s words': [
    [
      'The mayor said the bridge, seen by thousands each day, was unsafe.',
      'the bridge, seen by thousands each day, was unsafe <- The mayor',
    ],
    [
      "Police said the suspect's letter, seen by his mother, threatened the school.",
      "the suspect's letter, seen by his mother, threatened the school <- Police",
    ],
    ['A letter, seen by his mother, says the dam is cracked.', 'the dam is cracked <- A letter'],
    ['A letter, seen by the Herald, says the dam is cracked.', 'the dam is cracked <- A letter < Herald'],
    ['Minutes seen by a lawyer show that the roof leaks.', 'that the roof leaks <- Minutes seen by a lawyer'],
  ],
}

for (const [kind, list] of Object.entries(texts))
  test(`small texts are not mistaken: ${kind}`, () => {
    for (const [text, ...told] of list) {
      const found = extractStatements(text, { publishedOn: '2024-03-14' }).statements.map(
        ({ content, hops }) =>
          `${content.map(({ start, end }) => text.slice(start, end)).join(' … ')} <- ${hops.map(({ source }) => source.name ?? '?').join(' < ')}`,
      )
      assert.deepEqual(found, told, text)
    }
  })
