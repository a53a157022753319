import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractStatements } from '../../src/extraction/extract.ts'

/** Who is told to speak, from the origin outwards, for each statement in the order of the text. */
function speakers(text: string): string[] {
  const { statements } = extractStatements(text, { publishedOn: '2024-03-15' })
  return statements.map(({ hops }) => hops.map(({ source }) => source.name ?? 'unstated').join(' < '))
}

const cases: [what: string, text: string, speakers: string[]][] = [
  [
    'a minister of one ministry is not the one of another, and “he” is the one named last',
    'Prime Minister Eva Sand said that the budget was ready. In an interview, the finance minister said that tariffs would hurt. He warned that prices would rise.',
    ['Eva Sand', 'the finance minister', 'the finance minister'],
  ],
  [
    'a ministry is not one of its documents',
    'Bild newspaper reported that a plan was ready, citing a finance ministry document. The ministry said that it was not.',
    ['a finance ministry document < Bild newspaper', 'The ministry'],
  ],
  [
    'what is cited is a step, and no statement besides',
    'Tomas Berg, quoting a letter from the auditors, said that losses had tripled.',
    ['a letter from the auditors < Tomas Berg'],
  ],
  [
    'a name beside what someone is, and the short name afterwards',
    'The owner, Nordline, denied that the ferry was unsafe. “All inspections were passed,” the company said.',
    ['Nordline', 'Nordline'],
  ],
  [
    'a minister with the field before or after the title',
    'Transport Minister Karin Holt said that an inquiry had begun. Minister of Agriculture Stig Holm said that limits were coming.',
    ['Karin Holt', 'Stig Holm'],
  ],
  [
    'someone who was named and aged, though they said nothing yet',
    'Judge Helena Ruiz said that the case was weak. Ekman, 61, wept. “I have waited for this day,” he said.',
    ['Helena Ruiz', 'Ekman'],
  ],
  [
    'a study, not those who led it',
    'The study, led by Dr. Amina Diallo of the University of Halden, found that deep water holds less oxygen.',
    ['The study'],
  ],
  [
    'a paper by its name, also when it is called the newspaper',
    'The tabloid Kurier reported that Ekman had taken money. The newspaper said that 2 million had been paid.',
    ['Kurier', 'Kurier'],
  ],
  [
    'what one was told of belongs to who they are',
    'A European diplomat briefed on the talks said the two sides had been close.',
    ['A European diplomat briefed on the talks'],
  ],
  [
    'a belief that somebody else passes on',
    'The envoy, Pierre Laurent, believes a deal is possible, according to his spokeswoman.',
    ['Pierre Laurent < his spokeswoman'],
  ],
  [
    'a surname by the name that stood before it, and a demonym by whom it means',
    'Halden have appointed former midfielder Marcus Lindqvist as coach, the club announced. Lindqvist, 44, signed. “It is an honour,” the Swede said.',
    ['the club', 'Marcus Lindqvist'],
  ],
  [
    'a news agency is an outlet, an environment agency is none',
    'The environment agency confirmed that it had the study. The paper said that it had not.',
    ['The environment agency', 'The paper'],
  ],
  [
    'whoever reported it first',
    'As first reported by Orsa Tidende, three villages have stopped using lake water.',
    ['Orsa Tidende'],
  ],
]

for (const [what, text, wanted] of cases) {
  test(`who speaks: ${what}`, () => assert.deepEqual(speakers(text), wanted))
}

test('where and when a story was filed, and the day of another clause, are no day of the saying', () => {
  const text =
    'FRANKFURT, March 11 (Coast Wire) - The bank left its rate unchanged on Thursday, and its president, Maria Lindholm, said that it was “hard”.'
  const [statement] = extractStatements(text, { publishedOn: '2024-03-15' }).statements
  assert.equal(statement?.hops[0]?.source.name, 'Maria Lindholm')
  assert.equal(statement.hops[0].date, null)
})

test('a denial that is quoted after a colon says the quotation', () => {
  const text = 'Captain Lars Moen denied the allegation on Instagram: “We always gave everything.”'
  const [statement] = extractStatements(text).statements
  assert.equal(text.slice(statement?.content[0]?.start, statement?.content[0]?.end), '“We always gave everything.”')
  assert.equal(statement?.hops[0]?.medium, 'Instagram')
})

test('somebody who asks not to be named claims nothing by it', () => {
  const text = '“My children did not sleep,” said Oksana, a nurse who asked that her surname not be published.'
  assert.equal(extractStatements(text).statements.length, 1)
})

test('a short answer in quotation marks is not what the next sentence leaves unsaid', () => {
  const text =
    'Asked whether he would go, the minister answered: “No.” He did not say when the plan would be presented.'
  const silent = extractStatements(text).statements.find(({ polarity }) => polarity === 'negative')
  assert.ok(silent)
  assert.equal(text.slice(silent.content[0]?.start, silent.content[0]?.end), 'when the plan would be presented')
})
