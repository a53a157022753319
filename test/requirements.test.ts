import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Fact, type Report, whyUnmet } from '../src/verdicts/requirements.ts'

const confirmed = { label: 'Confirmed', tone: 'good', requires: 'primary_source' } as const
const corroborated = { label: 'Corroborated', tone: 'good', requires: 'second_origin' } as const
const isTrue = { label: 'True', tone: 'good', requires: 'evidence' } as const
const isFalse = { label: 'False', tone: 'bad', requires: 'evidence' } as const
const unverified = { label: 'Unverified', tone: 'open', requires: 'none' } as const

const named = (sourceId: number, name: string, ...others: string[]) => ({
  sourceId,
  name,
  folded: [name, ...others].map((each) => each.toLowerCase()),
})
const said = (name: string) => ({ sourceId: null, name, folded: [name.toLowerCase()] })

const wire = named(1, 'Coast Wire', 'CW')
const ours: Report = {
  documentId: 10,
  textIds: [100, 101],
  hosts: ['coastwire.example', 'cw.example'],
  witnesses: [wire, said('local media')],
  takenFrom: [30],
}
const radio: Report = { documentId: 20, textIds: [200], hosts: [], witnesses: [named(2, 'Ansel Radio')], takenFrom: [] }
const link: Report = {
  documentId: null,
  textIds: [],
  hosts: ['ansel.example'],
  witnesses: [said('Ansel Radio')],
  takenFrom: [],
}
const fact = (given: Partial<Fact> = {}): Fact => ({
  kind: 'recording',
  stance: 'supports',
  title: 'The tape',
  isWithdrawn: false,
  report: radio,
  ...given,
})
const second = (report: Partial<Report>, of = radio) =>
  fact({ kind: 'second_report', title: 'The radio', report: { ...of, ...report } })

type Row = [what: string, rating: Parameters<typeof whyUnmet>[0], evidence: Fact[], refusal: RegExp | null]

const rows: Row[] = [
  ['a rating that takes reasons only is given without evidence', unverified, [], null],

  ['true is not given without evidence', isTrue, [], /^“True” needs at least one piece .* supports it\. None is given/],
  ['true is given on data that supports it', isTrue, [fact({ kind: 'data' })], null],
  ['true is not given on what contradicts it', isTrue, [fact({ stance: 'contradicts' })], /“The tape” contradicts it/],
  ['true is not given on context', isTrue, [fact({ stance: 'context' })], /gives context only/],
  ['false is given on what contradicts it', isFalse, [fact({ stance: 'contradicts' })], null],
  ['false is not given on context', isFalse, [fact({ stance: 'context' })], /context alone is not enough/],
  ['one good piece among others is enough', isTrue, [fact({ stance: 'context' }), fact()], null],
  ['what was withdrawn does not count', isTrue, [fact({ isWithdrawn: true })], /document it stands in was withdrawn/],

  ['confirmed is given on a recording', confirmed, [fact()], null],
  ['confirmed is given on a transcript', confirmed, [fact({ kind: 'transcript' })], null],
  ['confirmed is given on an official document', confirmed, [fact({ kind: 'official_document' })], null],
  ['confirmed is given on their own confirmation', confirmed, [fact({ kind: 'confirmation' })], null],
  ...(['second_report', 'data', 'translation', 'other'] as const).map((kind): Row => [
    `confirmed is not given on evidence of the kind ${kind}`,
    confirmed,
    [fact({ kind })],
    /^“Confirmed” needs a primary source .*: a recording, a transcript.* no primary source\.$/,
  ]),
  [
    'confirmed is not given on a recording that contradicts it',
    confirmed,
    [fact({ stance: 'contradicts' })],
    /contradicts it\.$/,
  ],
  ['confirmed is not given on a recording that is context', confirmed, [fact({ stance: 'context' })], /context only/],

  ['corroborated is given on a report of another house', corroborated, [second({})], null],
  ['corroborated is given on a link of another house', corroborated, [second({}, link)], null],
  ['corroborated is not given on a recording', corroborated, [fact()], /is a recording, no second report/],
  [
    'corroborated is not given on nothing',
    corroborated,
    [],
    /second report that supports it and does not lean on ours/,
  ],
  [
    'corroborated is not given on the statement’s own document',
    corroborated,
    [second({ documentId: 10 })],
    /it is the document that the statement stands in/,
  ],
  [
    'the same text from another house is one origin',
    corroborated,
    [second({ textIds: [101] })],
    /same text, word for word/,
  ],
  [
    'a report that ours was taken from is one origin',
    corroborated,
    [second({ documentId: 30 })],
    /ours took the words from it/,
  ],
  [
    'a report that was taken from ours is one origin',
    corroborated,
    [second({ takenFrom: [10] })],
    /it took the words from ours/,
  ],
  [
    'two reports of one publisher are one origin',
    corroborated,
    [second({ witnesses: [wire] })],
    /“The radio” does not count: Coast Wire is on the way of both/,
  ],
  [
    'a publisher who goes by another name is the same',
    corroborated,
    [second({ witnesses: [said('cw')] }, link)],
    /cw is on the way of both/,
  ],
  [
    'relays described in the same words cannot be told apart',
    corroborated,
    [second({ witnesses: [named(2, 'Ansel Radio'), said('Local media')] })],
    /Local media is on the way of both/,
  ],
  [
    'everyone on the way of both is named',
    corroborated,
    [second({ witnesses: [wire, said('local media')] })],
    /Coast Wire and local media are on the way of both/,
  ],
  [
    'a link at the host of our publisher is one origin',
    corroborated,
    [second({ hosts: ['cw.example'] }, link)],
    /cw\.example is where/,
  ],
  [
    'a link of nobody is not shown to be another origin',
    corroborated,
    [second({ witnesses: [] }, link)],
    /not said who published it/,
  ],
  [
    'a second report that contradicts it does not corroborate',
    corroborated,
    [{ ...second({}), stance: 'contradicts' }],
    /contradicts it/,
  ],
]

for (const [what, rating, evidence, refusal] of rows) {
  test(what, () => {
    const said = whyUnmet(rating, evidence, ours)
    if (refusal === null) assert.equal(said, null)
    else assert.match(said ?? 'it was given', refusal)
  })
}
