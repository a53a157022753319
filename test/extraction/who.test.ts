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
    'titles beside names, alone, and with a people’s adjective',
    'The Governor, Lena Marsh, said the dam would hold. The Home Secretary said it would not. President Igor Vass left. “We are going,” the Moravian president said.',
    ['Lena Marsh', 'The Home Secretary', 'Igor Vass'],
  ],
  [
    'a judge, a knight and an inspector by name',
    'The judge, Mrs Justice Rowe, said the claim had failed. Sir Alan said it was a shame. The Director-General of Health, Femi Adeyo, said beds were free.',
    ['Mrs Justice Rowe', 'Sir Alan', 'Femi Adeyo'],
  ],
  [
    'two people in one subject, particles and hyphens',
    'Tess Rowe and Ian Moss said they were cold. Piet van der Veen said it was late. Mary Finch-Hatton said it was early.',
    ['Tess Rowe and Ian Moss', 'Piet van der Veen', 'Mary Finch-Hatton'],
  ],
  [
    'a body by the letters it is known by, which are no pronoun',
    'The Union of River Skippers (URS) said locks were broken. The URS warned that more would break. The WHO said water was safe.',
    ['Union of River Skippers', 'Union of River Skippers', 'WHO'],
  ],
  [
    'names that are in no list, as subjects of the sentence before',
    'Olabode spoke first. “It is good,” he said. Siobhra Kell keeps the shop. She said it was closing. Lu Ke won. “I am glad,” she said.',
    ['Olabode', 'Siobhra Kell', 'Lu Ke'],
  ],
  [
    'a surname that comes again before “she”, and an officer by name',
    'Vera Brandt praised the crew. A source close to the club said a bid had failed. Brandt, asked about it, smiled. “Ask them,” she said. COO Milo Trent was blunt. “Never,” he wrote.',
    ['Vera Brandt', 'A source close to the club', 'unstated', 'Vera Brandt', 'Milo Trent'],
  ],
  [
    'where a sentence ends after a common word, a company and a time',
    'Ann Roe told the jury she was ill. The judge said it was noted. He works for Acme Inc. The mayor said that it was shut. They met at 5 p.m. The baker said that it rained.',
    ['Ann Roe', 'The judge', 'The mayor', 'The baker'],
  ],
  [
    'relays before and behind what was said',
    '“We hit the bridge,” TSR quoted Moss as saying. Moss was quoted in local media on Monday saying the war was won. The palace said, according to Interfax, that talks went on. According to Reuters, an official said the ministry told staff that the site was shut.',
    ['Moss < TSR', 'Moss < local media', 'The palace < Interfax', 'the ministry < an official < Reuters'],
  ],
  [
    'whoever has seen a document, and whoever tells of a belief',
    'Minutes seen by the Echo show that the vote was close. Petrov believed, his daughter said, that the road was safe.',
    ['Minutes seen by the Echo < Echo', 'Petrov < his daughter'],
  ],
  [
    'what courts hear and people are told',
    'A clerk stole 90 letters, a court heard on Thursday. The inquiry heard that Moss had lied. Nurses were told by the minister that pay was frozen. The fund was empty, tenants were told.',
    ['unstated', 'unstated', 'the minister', 'unstated'],
  ],
  [
    'speakers behind a participle, an “as” and a relative clause',
    'Having announced that she would not sell, Lena Marsh left. As Moss told the Echo, the plan was dead. The bridge, which engineers said was unsafe, was closed.',
    ['Lena Marsh', 'Moss', 'engineers'],
  ],
  [
    'a speaker behind a place, and one whose words another contradicts',
    'In a filing unsealed Friday in San Marco, the firm’s former head of data, Wim Kade, says engineers agreed. Arai argues that the figure is wrong, though her co-author Eli Grant concedes that “wrong is not false”.',
    ['Wim Kade', 'Arai', 'Eli Grant'],
  ],
  [
    'quotations alone in their paragraph, signed, labelled and behind a colon',
    '“Nobody asked us,” said Rosa Lind.\n\n“Nobody came to the door at all.”\n\nThe vote is on Friday.\n\n“It is a shame.” — Carl Fox\n\nAnd from Ida Holm: “It is a pity.”\n\nThe baker said:\n\n“Flour is dear this year.”',
    ['Rosa Lind', 'Rosa Lind', 'Carl Fox', 'Ida Holm', 'The baker'],
  ],
  [
    'whoever confirms what people were told, and two with what they are',
    'Residents were told to boil their water, the utility confirmed on Thursday. Soprano Chiara Venn and tenor Paul Ash said they would strike.',
    ['the utility', 'Soprano Chiara Venn and tenor Paul Ash'],
  ],
  [
    'surnames and places that are also verbs',
    'Lynch said her colleague was ill. “I take comfort in that,” Lynch said. The mayor said at an event in Colorado Springs that a bomb had gone off.',
    ['Lynch', 'Lynch', 'The mayor'],
  ],
  [
    'a clause before the speaker that waits for its end, and verbs in two words behind “as”',
    'To prevent fires, Moss said, people should be careful. Hawaii, as one adviser pointed out, normally gets no hurricanes. The rule is “a scandal,” as a county memo put it.',
    ['Moss', 'one adviser', 'a county memo'],
  ],
  [
    'a relative clause behind the speaker, a long bar before the name, and a name behind the first word',
    '“It is a poor code,” said Vass, whose campaign was founded on it. “How did we get so low?” ― Ida Holm\n\nSaid Moss: “I get no sense of it.”',
    ['Vass', 'Ida Holm', 'Moss'],
  ],
  [
    'what is cited that cannot speak is said, and nobody’s step',
    'The union called her a champion, citing her work after the flood.',
    ['The union', 'The union'],
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

const ends: [text: string, contents: string[]][] = [
  [
    'The mayor attacked the plan during a debate. Moss described the bill as a “strong step,” comparing it to a bridge.',
    ['the plan', 'the bill as a “strong step,”', 'it to a bridge'],
  ],
  [
    'Moss called for more schools in a statement. The council condemned the launch as the army fired again.',
    ['more schools', 'the launch'],
  ],
  [
    'Moss said buses were ready, though she acknowledged it was unlikely to work. He called the act on Friday “a disgrace”.',
    ['buses were ready', 'it was unlikely to work', 'the act on Friday “a disgrace”'],
  ],
]

for (const [text, wanted] of ends) {
  test(`what is said ends where it ends: ${wanted.join(' / ')}`, () =>
    assert.deepEqual(
      extractStatements(text).statements.map(({ content }) =>
        content.map(({ start, end }) => text.slice(start, end)).join(' … '),
      ),
      wanted,
    ))
}

const turns: [what: string, text: string, speakers: string[]][] = [
  [
    'a turn lasts until the next label, and reports of others inside it are a chain',
    'MS. OKAFOR: Did you see the letter?\n\nMR. LYNCH: I did. It was wrong.\n\nThe chairman told me that the plan was dead.\n\nMS. OKAFOR: Thank you.',
    ['Okafor', 'Lynch', 'Lynch', 'The chairman < Lynch', 'Okafor'],
  ],
  [
    'a parliament’s record with a stop, and one with seats in brackets',
    'Mr. LYNCH. Mr. Speaker, I rise to oppose the bill.\n\nIt is a bad bill.\n\nMs. WATERS. I thank the gentleman.',
    ['Lynch', 'Lynch', 'Waters'],
  ],
  [
    'seats and parties in brackets',
    'Ana Berg (Holborn North) (Lab): The bridge is closed.\n\nIt has been closed for a year.\n\nCarl Fox (Leeds) (Con): It will open in May.\n\nAna Berg: When in May?',
    ['Ana Berg', 'Ana Berg', 'Carl Fox', 'Ana Berg'],
  ],
  [
    'times before the names',
    '[00:00:12] Ana Berg: It was dark.\n[00:00:20] Carl Fox: I saw nothing.\n[00:00:31] Ana Berg: Nor did I.',
    ['Ana Berg', 'Carl Fox', 'Ana Berg'],
  ],
  [
    'names with their roles above the words',
    'Lionel Marsh - Chief Executive Officer\nWe had a good quarter.\n\nDana Reed - Analyst\nWhat about margins?\n\nLionel Marsh - Chief Executive Officer\nThey were stable.',
    ['Lionel Marsh', 'Dana Reed', 'Lionel Marsh'],
  ],
  [
    'questions and answers of a testimony',
    'Testimony of Carl Fox\n\nQ. Did you see it?\nA. I did not see it.\nQ. Who told you?\nA. The mayor said it was safe.',
    ['Q', 'Carl Fox', 'Q', 'Carl Fox', 'The mayor < Carl Fox'],
  ],
  [
    'an interview whose questions are bold',
    'An interview with the baker Ana Berg\n\n**Why did you close?**\n\nFlour was too dear.\n\n**Will you open again?**\n\nI hope so.',
    ['unstated', 'Ana Berg', 'unstated', 'Ana Berg'],
  ],
  [
    'a part of a transcript whose turns begin with a quotation mark',
    'Part of the transcript:\n\n"FOX: Who lost?\n\n"WATERS: Nobody did.\n\n"(CROSSTALK.)\n\n"FOX: Who won?',
    ['Fox', 'Waters', 'Fox'],
  ],
  [
    'a speech by the one its title names',
    'Remarks by Governor Ana Berg at the opening of the bridge\n\nThank you all. I am glad to be here. We built this in two years.\n\nMy predecessor told you that it could not be done.',
    ['Ana Berg', 'Ana Berg', 'My predecessor < Ana Berg'],
  ],
]

for (const [what, text, wanted] of turns) {
  test(`who speaks in turns: ${what}`, () => assert.deepEqual(speakers(text), wanted))
}

test('a quotation in single marks goes on over its paragraphs', () => {
  const text =
    "A spokesman said: 'We check every ferry before it sails.\n\n'All crews are trained.\n\n'Our duty is to the passengers.'"
  const [one, ...others] = extractStatements(text).statements
  assert.deepEqual(others, [])
  assert.equal(one?.hops[0]?.source.name, 'A spokesman')
  assert.deepEqual(
    one.content.map(({ start, end }) => text.slice(start, end)),
    ["'We check every ferry before it sails.", "'All crews are trained.", "'Our duty is to the passengers.'"],
  )
})

test('people in the plural are described and not named', () => {
  const [one, judge] = extractStatements(
    'Sources told Reuters the deal was dead. The judge, Mr Justice Hale, said the case was closed.',
  ).statements
  assert.equal(one?.hops[0]?.source.anonymity, 'described')
  assert.equal(judge?.hops[0]?.source.anonymity, 'named')
})

test('a headline that tells a deed carries no words, one with a label does', () => {
  assert.deepEqual(speakers('Bakers ask for cheaper flour\n\nFlour is dear.'), [])
  assert.deepEqual(speakers('Mayor: Bridge will open in May\n\nIt has been shut.'), ['Mayor'])
})
