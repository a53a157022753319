import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { extractStatements } from '../../src/extraction/extract.ts'
import { measured } from '../../src/extraction/confidence.ts'
import { scoreOwnArticles, type Tally } from './own-articles.ts'
import { alsoRight } from './also-right.ts'
import { sharesByConfidence, sharesByRule, suggestOwn } from './own-shares.ts'

const own = scoreOwnArticles()

function assertShare(tally: Tally, least: number) {
  const share = tally.right / tally.of
  assert.ok(share >= least, `${tally.right} of ${tally.of}\n${tally.wrong.join('\n')}`)
}

test('the way of a statement from its speaker to the page is told exactly nine times in ten', () => {
  assertShare(own.chains, 0.9)
})

test('the day a statement was made is told from the day of publication', () => {
  assertShare(own.dates, 0.95)
})

test('the person behind a pronoun is told', () => {
  assertShare(own.pronouns, 0.85)
})

test('addressee, place, medium, act and what is said of an unnamed source are told', () => {
  assertShare(own.details, 0.9)
})

test('scare quotes, titles, terms and rhetorical questions are not suggested', () => {
  assertShare(own.notSuggested, 1)
})

test('how sure a rule is told to be is what was right of it in our own articles, and the surer are the better', () => {
  const suggestions = [...suggestOwn()]
  for (const { rule, right, of, share } of sharesByRule(suggestions)) {
    const told = new Map<string, number>(Object.entries(measured)).get(rule) ?? 0
    assert.ok(
      Math.abs(told - share) <= 0.03,
      `${rule} is ${told}, and ${right} of ${of} are right: ${share.toFixed(2)}`,
    )
  }
  const tenths = sharesByConfidence(suggestions)
  const sharesOf = [0.8, 0.6, 0.4, 0].map((least, at, bounds) => {
    const some = tenths.filter(({ tenth }) => tenth >= least && tenth < (bounds[at - 1] ?? 1))
    return some.reduce((sum, { right }) => sum + right, 0) / some.reduce((sum, { of }) => sum + of, 0)
  })
  assert.deepEqual(
    sharesOf,
    sharesOf.toSorted((a, b) => b - a),
  )
  const told = new Set(suggestions.map((suggestion) => suggestion.told))
  assert.deepEqual(
    [...alsoRight].filter((line) => !told.has(line)),
    [],
    'no longer suggested',
  )
})

test('every suggestion has the shape that is published as a JSON Schema', () => {
  const schema = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../docs/extraction.schema.json'), 'utf8'),
  ) as object
  const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema)
  const articles = join(import.meta.dirname, 'articles')
  for (const file of readdirSync(articles).filter((name) => name.endsWith('.txt'))) {
    const extraction = extractStatements(readFileSync(join(articles, file), 'utf8'), { publishedOn: '2024-01-31' })
    assert.ok(validate(extraction), `${file}: ${JSON.stringify(validate.errors)}`)
  }
  assert.ok(
    validate(extractStatements('„Wir prüfen das noch einmal genau“, sagte die Ministerin am Montag in Berlin.')),
  )
})

test('a short English sentence is English, whatever its names look like', () => {
  for (const text of ['“Nee,” said Jan van den Berg.', 'Jürgen Groß told reporters he would stay.']) {
    const { language, statements } = extractStatements(text)
    assert.equal(language, 'en', text)
    assert.equal(statements[0]?.hops[0]?.source.anonymity, 'named', text)
  }
  for (const [told, text] of [
    ['de', '„Nein“, sagte Hans, „das geht nicht.“'],
    ['ru', 'Посланник сообщил, что переговоры продолжатся.'],
    ['de', 'Die WHO warnte am Montag: „Die Lage ist ernst“, sagte die Sprecherin.'],
    ['fr', 'Selon The Guardian, le ministre a démissionné dans la nuit.'],
  ] as const)
    assert.equal(extractStatements(text).language, told)
})

test('a text in another language gets its direct quotations only, and says so', () => {
  const text = '“Vi vil undersøge det hele endnu en gang”, sagde ministeren i mandags. Hun sagde, at det ikke hastede.'
  const { language, statements, notice } = extractStatements(text)
  assert.equal(language, 'da')
  assert.equal(statements.length, 1)
  assert.equal(statements[0]?.mode, 'direct')
  assert.match(notice ?? '', /another language/)
})

test('a quotation that someone is only reported to have said is hedged by an unstated relay', () => {
  const { statements } = extractStatements('The bishop reportedly said on Friday that the bells were stolen.', {
    publishedOn: '2024-06-10',
  })
  assert.equal(statements[0]?.hedge, 'reportedly')
  assert.deepEqual(
    statements[0]?.hops.map((hop) => hop.source.anonymity),
    ['described', 'unstated'],
  )
})

test('the publisher of a text is the end of every chain, and no step before it', () => {
  const text =
    'The ministry said the repairs would cost 4 million euros, according to a statement seen by the Valley Courier. ' +
    'Ana Berg told the Valley Courier that the road was shut.'
  const named = (publisher: string) =>
    extractStatements(text, { publisher }).statements.map(({ hops }) => hops.map(({ source }) => source.mention))
  const elsewhere = named('Coast Wire')
  assert.deepEqual(elsewhere[0]?.at(-1), 'the Valley Courier')
  assert.deepEqual(named('Valley Courier'), [elsewhere[0]?.slice(0, -1), ['Ana Berg']])
})

test('nobody is suggested in an empty text', () => {
  assert.deepEqual(extractStatements(''), { language: 'und', statements: [] })
})
