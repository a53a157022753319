import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractStatements } from '../../src/extraction/extract.ts'
import { fresh } from './fresh-articles.ts'
import { further } from './further-articles.ts'
import { judge, readWanted } from './judge.ts'
import { last } from './last-articles.ts'
import { later } from './later-articles.ts'
import { newsday } from './newsday-articles.ts'
import { papers } from './paper-articles.ts'
import { siblings } from './siblings.ts'
import { voiced } from './voiced-articles.ts'
import { wider } from './wider-articles.ts'

for (const [kind, texts] of Object.entries(siblings))
  test(`small texts are read as they should be: ${kind}`, () => {
    const wrong = texts.flatMap(([text, ...lines]) => {
      const { statements } = extractStatements(text, { publishedOn: '2024-03-14' })
      return lines.map((line) => judge(text, readWanted(line), statements)).filter(({ chain }) => !chain)
    })
    assert.deepEqual(
      wrong.map(({ told }) => told),
      [],
    )
  })

test('a list speaks for nobody, a statement comes once, and a day within it is its day', () => {
  const read = (text: string) => extractStatements(text, { publishedOn: '2024-03-14' }).statements
  const kinds = ['price list', 'checklist', 'playlist', 'business', 'economist', 'dentist', 'drivers'].map(
    (noun) => read(`The ${noun} said that nobody had paid.`)[0]?.hops[0]?.source.kind,
  )
  assert.deepEqual(kinds, ['unknown', 'unknown', 'unknown', 'unknown', 'person', 'person', 'group'])

  const said = read('Said Ellis: “We never saw the letter.”\n\nMara Bolt: “They did.”\n\nSaid Ellis: “No.”')
  assert.deepEqual(
    said.map(({ hops }) => hops.map(({ source }) => source.name)),
    [['Ellis'], ['Mara Bolt'], ['Ellis']],
  )
  assert.equal(read('Said Ellis: “We never saw the letter.”').length, 1)

  for (const [day, iso] of [
    ['on Friday', '2024-03-08'],
    ['last Monday evening', '2024-03-11'],
    ['in November', '2023-11'],
  ] as const) {
    const text = `The envoy called it ${day} “a disgrace”.`
    const [statement] = read(text)
    assert.deepEqual(
      statement?.content.map(({ start, end }) => text.slice(start, end)),
      ['it', '“a disgrace”'],
    )
    assert.equal(statement?.hops[0]?.date?.iso, iso)
  }

  const [passedOn] = read('“It was slow,” the co-pilot told investigators, the report says.')
  assert.equal(passedOn?.content.length, 1)
  assert.equal(passedOn?.hops[0]?.addressee, 'investigators')
})

for (const [set, articles, floors] of [
  [
    'articles of 24 beats',
    fresh,
    { content: 96, origin: 94, chain: 94, 'more than one step': 82, 'not named': 90, pronouns: 93, '“the …”': 88 },
  ],
  [
    'twelve articles and six spoken texts',
    further,
    { content: 97, origin: 95, chain: 94, 'more than one step': 93, 'not named': 93, pronouns: 91, '“the …”': 95 },
  ],
  [
    'six articles and two spoken texts',
    last,
    { content: 98, origin: 98, chain: 98, 'more than one step': 98, 'not named': 95, pronouns: 98, '“the …”': 98 },
  ],
  [
    'news of eight beats',
    newsday,
    { content: 96, origin: 91, chain: 88, 'more than one step': 85, 'not named': 85, pronouns: 92, '“the …”': 60 },
  ],
  [
    'thirteen articles in the manner of papers',
    papers,
    { content: 94, origin: 92, chain: 90, 'more than one step': 70, 'not named': 87, pronouns: 88, '“the …”': 90 },
  ],
  [
    'six records of speech',
    voiced,
    { content: 97, origin: 91, chain: 91, 'more than one step': 85, 'not named': 88, pronouns: 60, '“the …”': 50 },
  ],
  [
    'twelve articles that are rich in relays',
    wider,
    { content: 93, origin: 89, chain: 87, 'more than one step': 78, 'not named': 82, pronouns: 90, '“the …”': 94 },
  ],
  [
    'six articles that are rich in relays',
    later,
    { content: 87, origin: 80, chain: 72, 'more than one step': 50, 'not named': 85, pronouns: 90, '“the …”': 84 },
  ],
] as const)
  test(`${set} keep the share of their statements that is read right`, () => {
    const tally = new Map<string, { right: number; of: number }>()
    const wrong: string[] = []
    const count = (what: string, right: boolean) => {
      const known = tally.get(what) ?? { right: 0, of: 0 }
      tally.set(what, { right: known.right + Number(right), of: known.of + 1 })
    }
    for (const [beat, text, ...lines] of articles) {
      const { statements } = extractStatements(text, { publishedOn: '2024-03-14' })
      for (const line of lines) {
        const wanted = readWanted(line)
        const { found, origin, chain, told } = judge(text, wanted, statements)
        count('content', found)
        count('origin', origin)
        count('chain', chain)
        if (wanted.chain.length > 1) count('more than one step', chain)
        if (/^[~?]/.test(wanted.chain[0]!)) count('not named', origin)
        if (wanted.mark) count(wanted.mark === 'p' ? 'pronouns' : '“the …”', origin)
        if (!chain) wrong.push(`${beat}: ${told}`)
      }
    }
    const shares = Object.fromEntries(
      [...tally].map(([what, { right, of }]) => [what, { right, of, percent: Math.floor((100 * right) / of) }]),
    )
    for (const [what, floor] of Object.entries(floors))
      assert.ok((shares[what]?.percent ?? 0) >= floor, `${JSON.stringify(shares, null, 1)}\n${wrong.join('\n')}`)
  })
