import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractStatements } from '../../src/extraction/extract.ts'
import { aloud } from './aloud-articles.ts'
import { heard } from './heard-articles.ts'
import { judge, readWanted } from './judge.ts'
import { toldAloud } from './told-aloud-articles.ts'
import type { Sibling } from './siblings.ts'

/** Small texts of speech, in the notation of siblings.ts. */
const kinds: Record<string, Sibling[]> = {
  'names over what they say': [
    [
      'School Meals\n\nTessa Quill (Norbury) (Lab)\nWill the Minister feed the children of Norbury?\n\nThe Minister for Schools (Colm Hartigan)\nWe will. The head of Norbury School tells me that the kitchen is ready.\n\nTessa Quill\nI thank him.\n\nMadam Deputy Speaker\nOrder.',
      'Will the Minister feed the children of Norbury? <- =Tessa Quill',
      'We will. The head of Norbury School tells me that the kitchen is ready. <- =Colm Hartigan',
      'the kitchen is ready <- ~The head of Norbury School < =Colm Hartigan',
      'I thank him. <- =Tessa Quill',
      'Order. <- *Speaker',
    ],
    [
      'Bell Foods Q3 Call\n\nOperator\n\nGood day, and welcome.\n\nOmar Haddad, Chief Financial Officer\n\nSales rose by a tenth.\n\nOperator\n\nWe go to the line of Beth Lowe.\n\nBeth Lowe - Ashdown, Analyst\n\nYour rival says wheat is cheaper. Is it?\n\nOmar Haddad, Chief Financial Officer\n\nIt is not.',
      'Good day, and welcome. <- *Operator',
      'Sales rose by a tenth. <- =Omar Haddad',
      'We go to the line of Beth Lowe. <- *Operator',
      'wheat is cheaper <- ~rival < =Beth Lowe',
      'It is not. <- =Omar Haddad',
    ],
    [
      'Ruth Amsel\n\nYou kept the letters for forty years in a tin.\n\nLeo Brandt\n\nMy father told me that nobody would want them.\n\nRuth Amsel\n\nWas he right?\n\nLeo Brandt\n\nHe was not, as you see.',
      'You kept the letters for forty years in a tin. <- =Ruth Amsel',
      'nobody would want them <- ~father < =Leo Brandt',
      'He was not, as you see. <- =Leo Brandt',
    ],
  ],
  'titles before names in capitals': [
    [
      'Representative OTERO. I thank the witness. Did the mayor write to you?\n\nMs. LINDQVIST. The mayor wrote that the well was safe.\n\nCommissioner McBRIDE. It was not.',
      'I thank the witness. Did the mayor write to you? <- =Otero',
      'the well was safe <- *mayor < =Lindqvist',
      'It was not. <- =McBride',
    ],
  ],
  'posts with their handles': [
    [
      '@northpark: The gates are shut until noon.\n\n@ella_r: They were open at ten.\n\nThe park said later that it had been wrong.\n\nRT @parkwatch: Rangers say that a bear was seen.',
      'The gates are shut until noon. <- =northpark',
      'They were open at ten. <- =ella_r',
      'it had been wrong <- *The park',
      'a bear was seen <- ~Rangers < =parkwatch',
    ],
    [
      'Mia Toft (@miatoft): The bridge is out.\n\nSam Reyes (@sreyes): My bus driver says it will be out all week.',
      'The bridge is out. <- =Mia Toft',
      'it will be out all week <- ~bus driver < =Sam Reyes',
    ],
  ],
  'interviews of somebody whom the first lines name': [
    [
      'The Last Lamplighter\n\nDorthe Falk has lit the lamps of Ribe since 1979. Interview by Emil Strand.\n\n**How many lamps are left?**\n\nSixty. The council told me there would be none.\n\n**Does that hurt?**\n\nOnly in November.',
      'How many lamps are left? <- =Emil Strand',
      'Sixty. The council told me there would be none. <- =Dorthe Falk',
      'there would be none <- *council < =Dorthe Falk',
      'Only in November. <- =Dorthe Falk',
    ],
    [
      'A cold kitchen\n\nIgnacio Vela cooks for three hundred on the ice.\n\nWhat did you bring?\n\nGarlic. My captain said it was too heavy.\n\nDid you listen?\n\nNo, and he ate it.',
      'Garlic. My captain said it was too heavy. <- =Ignacio Vela',
      'it was too heavy <- ~captain < =Ignacio Vela',
    ],
  ],
  'speeches whose heading gives the office first': [
    [
      'Remarks by the Auditor General, Nell Farrow, to the Assembly\n\nI thank you all. We looked at nine bridges, and I shall be short. The ministry says that seven are safe.',
      'seven are safe <- *ministry < =Nell Farrow',
    ],
    [
      'Address by Jonas Weil, Chief Justice, to the Bar\n\nI am glad to see you. We lost a friend, and I miss him. He used to say that a brief should be brief.',
      'I am glad to see you. We lost a friend, and I miss him. He used to say that a brief should be brief. <- =Jonas Weil',
    ],
  ],
  'whoever alone answers': [
    [
      'MS. TRELLIS: Good morning. I have nothing to announce.\n\nQUESTION: Will the ambassador return?\n\nMS. TRELLIS: He will.\n\nQ. When?\n\nA. The embassy says that he leaves on Friday.',
      'The embassy says that he leaves on Friday. <- =Trellis',
      'he leaves on Friday <- *embassy < =Trellis',
      'When? <- ~questioner',
    ],
  ],
  letters: [
    [
      'Ask Professor Quint\n\nQ: My vet says my cat is bored. Is he right?\n— Sleepless, Hull\n\nA: He is. Buy a bell.\n\nQ: Do hens dream?\n— B. Orrin, Kent\n\nA: Nobody knows.',
      'my cat is bored <- ~vet < *Sleepless',
      'He is. Buy a bell. <- =Quint',
      'Do hens dream? <- =Orrin',
    ],
    [
      'Dear Editor, your piece said that the pier was closed. It is open on Sundays.\nYours faithfully, Maud Ellery, Deal\n\nDear Sir, I walked on it in May.\nYours,\nHenk de Wit\nMargate',
      'the pier was closed <- ~piece < =Maud Ellery',
      'I walked on it in May. <- =Henk de Wit',
    ],
  ],
  'blocks below a colon': [
    [
      'In a letter to the board, the head gardener, Silas Moy, wrote:\n\nThe roses were cut on the order of the treasurer. Nobody asked me, and I shall not plant them again.\n\nThe board met on Friday.',
      'The roses were cut on the order of the treasurer. Nobody asked me, and I shall not plant them again. <- =Silas Moy',
    ],
    [
      'The airline said in a statement to the Gazette:\n\nWe are sorry for the delay of the flight to Oran. The crew acted as they were trained to do.',
      'We are sorry for the delay of the flight to Oran. The crew acted as they were trained to do. <- *airline',
    ],
    [
      'From Gus Okafor, who runs the ferry:\n\n“The tide does not read the timetable.”\n\nAnd from Dame Edith Low of the Harbour Trust:\n\n“We shall wait.”',
      'The tide does not read the timetable. <- =Gus Okafor',
      'We shall wait. <- =Edith Low',
    ],
  ],
  'names behind what somebody is': [
    ['We hired a diver named Tove Brix. She said that the hull was sound.', 'the hull was sound <- =Tove Brix [p]'],
    ['A signalman called Roy Teasdale said the lamp was out.', 'the lamp was out <- =Roy Teasdale'],
    ['One climber, @granite_gus, wrote that the rope had frayed.', 'the rope had frayed <- =granite_gus'],
    ['A caller, Nuala from Cork, said that her bus never came.', 'her bus never came <- =Nuala'],
    ['The MEP for Skåne, Pia Lindgren, warned that the catch was gone.', 'the catch was gone <- =Pia Lindgren'],
    ['Our Polish supplier told us that the glass had cracked.', 'the glass had cracked <- ~Our Polish supplier'],
    ['The carrier notified us in June that the crates were lost.', 'the crates were lost <- *The carrier'],
    ['The bank informed customers on Friday that the vault was empty.', 'the vault was empty <- *The bank'],
    [
      'I rang her agent, Noor Haddad, in Leeds, and she told me the tour was off.',
      'the tour was off <- =Noor Haddad [p]',
    ],
  ],
  'whom an answer means': [
    [
      'MR. VOSS: The defence calls Edith Crane.\n\nDIRECT EXAMINATION\n\nBY MR. VOSS:\n\nQ. Did the plaintiff speak to you?\n\nA. Yes, Mr. Voss. He said he would sell the barn.\n\nQ. Anything more?\n\nA. He told me the roof leaked.',
      'he would sell the barn <- ~plaintiff < =Edith Crane [p]',
      'the roof leaked <- ~plaintiff < =Edith Crane [p]',
    ],
    [
      'In the wings: an interview with Pavel Orlik\n\nWhat does your sister make of the play?\n\nShe says it is too long.\n\nIs it?\n\nI am told that nobody left.',
      'it is too long <- ~sister < =Pavel Orlik [p]',
      'nobody left <- ? < =Pavel Orlik',
    ],
  ],
  'what others believe, inside a turn': [
    [
      'Nora: Our engineers believe that the dam will hold.\n\nIvo: The bank has called. It says the loan is safe.\n\nNora: I believe that too.\n\nIvo: Good.',
      'the dam will hold <- ~engineers < =Nora',
      'the loan is safe <- *bank < =Ivo [p]',
    ],
  ],
  'what a quotation passes on': [
    [
      '“My landlord told me that the roof was sound,” said Elin Vass. “The roofer says it is straw.”\n\nNobody answered the door.',
      'the roof was sound <- ~landlord < =Elin Vass',
      'it is straw <- ~roofer < =Elin Vass',
    ],
    [
      'Tess Alden said: “People say the lake is cold. It is not. The lifeguard said, ‘Come in, it is warm.’ I did.”',
      'Come in, it is warm. <- ~lifeguard < =Tess Alden',
    ],
    [
      'The club, Northbank Rowers, issued the following statement:\n\nWe are sorry for the noise on Sunday. Our cox told the police that the gun was a toy.\n\nWe have asked our members to row more quietly.\n\nThe police said the case was closed.',
      'We are sorry for the noise on Sunday. Our cox told the police that the gun was a toy. … We have asked our members to row more quietly. <- =Northbank Rowers',
      'the gun was a toy <- ~cox < =Northbank Rowers',
      'the case was closed <- *police',
    ],
  ],
  'orders inside turns': [
    [
      'Ivo: My aunt told me to sell the boat.\n\nNora: Did you?\n\nIvo: No. Her lawyer asked me to think again.\n\nNora: And?',
      'to sell the boat <- ~aunt < =Ivo',
      'to think again <- ~lawyer < =Ivo',
    ],
  ],
  'a transcript in a story': [
    [
      'A guard told a passenger to jump, according to a recording that was released on Monday.\n\nThe railway had refused for a year to release the recording of the call.\n\nOperator: Which train are you on?\n\nHask: The last one. My brother says the door is stuck.\n\nOperator: Then wait.\n\nThe line broke off there. The railway’s director, Olga Renn, said the guard had been alone.',
      'Which train are you on? <- ~Operator',
      'the door is stuck <- ~brother < =Hask',
      'Then wait. <- ~Operator',
      'the guard had been alone <- =Olga Renn',
    ],
  ],
  'names of labels in full': [
    [
      'Interviewee: Maud Ferrer (MF)\nInterviewer: Dan Oakes (DO)\n\nDO: Were you cold?\n\nMF: [laughs] We were. The nurse said that it was good for us.\n\nDO: Was it?',
      'Were you cold? <- =Dan Oakes',
      'it was good for us <- ~nurse < =Maud Ferrer',
      'Was it? <- =Dan Oakes',
    ],
    [
      'GRETA OLDS, HOST:\n\nThe bees are back in Vermont.\n\nOLDS: Pim, who saw them?\n\nPIM ARDEN, BYLINE: A farmer told me that she had.\n\nOLDS: Thank you.',
      'The bees are back in Vermont. <- =Greta Olds',
      'Pim, who saw them? <- =Greta Olds',
      'she had <- ~farmer < =Pim Arden',
      'Thank you. <- =Greta Olds',
    ],
  ],
  'what somebody declares': [
    [
      'IN THE COUNTY COURT AT HARROGATE\n\nSTATEMENT OF OWEN LAKE\n\nI, Owen Lake, of 3 Quay Street, will say as follows:\n\n1. I kept the lock from 2004.\n\n2. My deputy, Ria Holm, told me that the gate was bent.\n\nSigned: O. Lake',
      'I kept the lock from 2004. <- =Owen Lake',
      'the gate was bent <- =Ria Holm < =Owen Lake',
    ],
  ],
  'letters of a bare Q and A': [
    [
      'GARDEN DESK\nYour beds, with Nell Hartry\n\nQ My neighbour says my hedge is too tall. Is it?\nSam Poole, Ely\n\nA It is. The council told me that two metres is enough.\n\nQ Are slugs good for anything?\nName withheld, Hull\n\nA Ask a hedgehog.',
      'my hedge is too tall <- ~neighbour < =Sam Poole',
      'two metres is enough <- *council < =Nell Hartry',
      'Are slugs good for anything? <- ~questioner',
      'Ask a hedgehog. <- =Nell Hartry',
    ],
    [
      'THE COURT: Call your witness.\n\nMS. ODELL: Call Henry Brill.\n\nBY MS. ODELL:\n\nQ    Who opened the gate?\n\nA    The janitor told me it was open.',
      'Who opened the gate? <- =Odell',
      'it was open <- ~janitor < =Henry Brill',
    ],
  ],
  'what somebody says on this and that': [
    [
      'What Vera Sand said after the race\n\nThe skipper met the press on the quay.\n\nOn the wind:\n“There was none. My navigator told me there would be.”\n\nOn the winner:\n“She is better than we are.”',
      'there would be <- ~navigator < =Vera Sand',
      'She is better than we are. <- =Vera Sand',
    ],
  ],
  'sound in a script': [
    [
      'SLUG: FERRY FARES\nTRT: 1:20\n\n(VO)\nThe fare rose to nine crowns in May.\n\n(SOT: Ida Kron, commuter)\n“My boss told me to swim.”\n\n(VO)\nThe company said the boats were old.\n\n[SOT – PER LUND, FERRY COMPANY]\n“We asked the state. The minister said no help would come.”\n\n(TAG)\nThe next boat leaves at six.',
      'My boss told me to swim. <- =Ida Kron',
      'to swim <- ~boss < =Ida Kron',
      'the boats were old <- *company',
      'no help would come <- ~minister < =Per Lund',
    ],
  ],
  'posts that a story shows': [
    [
      'The dam held through the night.\n\nHill Rangers @hillrangers\nThe path is shut. A walker says the bridge is gone.\n\nNobody was hurt, the rangers said later.\n\nStay away from the lake tonight, please.\n\n— Mia Toft (@miatoft) March 3, 2024\n\nThe road opened at noon.',
      'The path is shut. A walker says the bridge is gone. <- =Hill Rangers',
      'the bridge is gone <- ~walker < =Hill Rangers',
      'Nobody was hurt <- ~rangers',
      'Stay away from the lake tonight, please. <- =Mia Toft',
    ],
  ],
  'whom a speaker has asked or told': [
    [
      'Ada: I asked the clerk for the list. He said it was lost.\n\nBo: Was it?\n\nAda: The priest told my mother to wait. She said she would not.',
      'it was lost <- ~clerk < =Ada [p]',
      'she would not <- ~mother < =Ada [p]',
    ],
  ],
  'messages with their day and hour': [
    [
      'The messages were read out on Monday.\n\n[03/05/2024, 07:12:44] Ina: Is the ferry running\n[03/05/2024, 07:13:02] Bo Falk: The captain says it is\n[03/05/2024, 07:15:31] Ina: Ask the captain again please\n[03/05/2024, 07:19:08] Bo Falk: He told me to walk\n\nThe company said that it knew of no messages.',
      'Is the ferry running <- =Ina',
      'it is <- ~captain < =Bo Falk',
      'Ask the captain again please <- =Ina',
      'to walk <- ~captain < =Bo Falk [p]',
      'it knew of no messages <- *company',
    ],
  ],
  'lines with numbers': [
    [
      'DEPOSITION OF LENA MARIE ROTH\n\nEXAMINATION BY MR. ABEL:\n\n1    Q.  Who told you that the gate was locked?\n2    A.  The nurse did. She told me that nobody had been\n3    through it since the spring.\n4         MS. COYLE:  Objection.\n5    Q.  Anyone else?\n6    A.  A boy on the bridge said that he had seen lights.\n7    Q.  When?\n8    A.  In May.\n9    Q.  Nothing further.',
      'Who told you that the gate was locked? <- =Abel',
      'nobody had been\n3    through it since the spring <- ~nurse < =Lena Marie Roth [p]',
      'Objection. <- =Coyle',
      'he had seen lights <- ~A boy < =Lena Marie Roth',
    ],
  ],
  'somebody without a name': [
    [
      '**Mo Lind:** A question from the hall.\n\n**Audience member:** My vet says the river is safe. Is it?\n\n**Mo Lind:** It is not.\n\n**Voice from the floor:** Shame!',
      'A question from the hall. <- =Mo Lind',
      'the river is safe <- ~vet < ~Audience member',
      'It is not. <- =Mo Lind',
      'Shame! <- ~Voice from the floor',
    ],
  ],
  'who holds an office at a ministry': [
    [
      'The Speaker: I call the Minister.\n\nMinister of State at the Department of Roads (Deputy Una Foy): My engineers tell me that the bridge will hold.\n\nDeputy Cian Walsh: Will it?',
      'the bridge will hold <- ~engineers < =Una Foy',
      'Will it? <- =Cian Walsh',
    ],
  ],
  'items of a list': [
    ['What we heard:\n\n- According to the warden, the lock is rusted shut.', 'the lock is rusted shut <- ~warden'],
    [
      'It was a busy day.\n\n• According to the board, the hens were sold.\n• Ana Moll: “They were mine.”',
      'the hens were sold <- *board',
      'They were mine. <- =Ana Moll',
    ],
  ],
}

for (const [kind, texts] of Object.entries(kinds))
  test(`speech is read as it should be: ${kind}`, () => {
    const wrong = texts.flatMap(([text, ...lines]) => {
      const { statements } = extractStatements(text, { publishedOn: '2024-03-14' })
      return lines.map((line) => judge(text, readWanted(line), statements)).filter(({ chain }) => !chain)
    })
    assert.deepEqual(
      wrong.map(({ told }) => told),
      [],
    )
  })

test('a list above everything is no headline whose label runs over its lines', () => {
  const text = '- Carl Fox: “It is not so.”\n- The guild said that it was.'
  const said = extractStatements(text).statements.map(({ content }) =>
    content.map(({ start, end }) => text.slice(start, end)).join(' '),
  )
  assert.deepEqual(said, ['“It is not so.”', 'that it was'])
})

test('headings among turns and the names of those present are nobody’s words', () => {
  const text =
    'Bell Foods Call\n\nInterviewee: Omar Haddad\n\nOmar Haddad: Sales rose.\n\nQuestion-and-Answer Session\n\nBeth Lowe: Did they?\n\nOmar Haddad: They did.\n\nClosing Remarks\n\nBeth Lowe: Thank you.'
  const said = extractStatements(text).statements.map(({ content }) =>
    content.map(({ start, end }) => text.slice(start, end)).join(' '),
  )
  assert.deepEqual(said, ['Sales rose.', 'Did they?', 'They did.', 'Thank you.'])
})

test('marks of notes are no words, and a sentence ends before them', () => {
  for (const [text, wanted] of [
    ['Kit Marlow said that the beam was rotten.[4][5] Nobody had looked at it.', 'that the beam was rotten'],
    ["Kit Marlow wrote: 'We were warned about the beam.' [6] The hall fell.", "'We were warned about the beam.'"],
    ['Kit Marlow said that the beam was rotten.[note 2] It fell in May.', 'that the beam was rotten'],
  ] as const) {
    const [statement] = extractStatements(text).statements
    assert.deepEqual(
      statement?.content.map(({ start, end }) => text.slice(start, end)),
      [wanted],
    )
  }
})

const kept = [
  { texts: aloud, content: 0.94, origin: 0.92, chain: 0.91, long: 0.84 },
  { texts: toldAloud, content: 0.94, origin: 0.9, chain: 0.9, long: 0.8 },
  { texts: heard, content: 0.9, origin: 0.85, chain: 0.85, long: 0.8 },
]

for (const { texts, ...floors } of kept)
  test(`${texts.length} texts of speech keep the share of their statements that is read right`, () => {
    const judged = texts.flatMap(([form, text, ...lines]) => {
      const { statements } = extractStatements(text, { publishedOn: '2024-05-14' })
      return lines.map((line) => {
        const wanted = readWanted(line)
        return { form, isLong: wanted.chain.length > 1, ...judge(text, wanted, statements) }
      })
    })
    const long = judged.filter(({ isLong }) => isLong)
    const wrong = judged.filter(({ chain }) => !chain).map(({ form, told }) => `${form}: ${told}`)
    for (const [what, right, of, floor] of [
      ['content', judged.filter(({ found }) => found), judged, floors.content],
      ['origin', judged.filter(({ origin }) => origin), judged, floors.origin],
      ['chain', judged.filter(({ chain }) => chain), judged, floors.chain],
      ['more than one step', long.filter(({ chain }) => chain), long, floors.long],
    ] as const)
      assert.ok(right.length >= floor * of.length, `${what}: ${right.length} of ${of.length}\n${wrong.join('\n')}`)
  })

test('what a quotation denies, supposes or says that nobody said is passed on of nobody', () => {
  for (const text of [
    '“It is a lie that the mayor said that she would resign,” said Tom Berry.',
    '“If the doctor says that he cannot play, then he will not play,” said coach Leif Moen.',
    '“No doctor said that it was safe to go back,” said Tom Berry.',
    '“The mayor said that she would not run again,” Tom Berry denied.',
  ])
    for (const { hops } of extractStatements(text).statements) assert.equal(hops.length, 1, text)
})

test('whoever is told by phone, by noon or by mistake is told by nobody named', () => {
  for (const by of ['at the town hall by noon', 'by phone', 'by mistake'])
    for (const { hops } of extractStatements(`Residents were told ${by} that the water was safe.`).statements)
      assert.equal(hops[0]?.source.name, null, by)
})

/** Nobody of these may be told in what is suggested. */
const nobodys: [text: string, ...names: string[]][] = [
  [
    'By Ana Berg @anaberg\n\nThe council voted on Monday to close the school.\n\nNobody spoke.',
    'Ana Berg',
    'By Ana Berg',
  ],
  ['School to close\nAna Berg (@anaberg)\n\nThe council voted on Monday to close it.', 'Ana Berg'],
  ['LATEST NEWS:\nShares fell on Monday.\nMORE SPORT:\nUnited beat City.\n', 'Latest News', 'More Sport'],
  [
    'MACBETH: We will proceed no further.\n\nLADY MACBETH: Was the hope drunk?\n\nMACBETH: Peace.',
    'Lady Macbeth Macbeth',
  ],
  [
    'On Monday:\n“The town is tired and it needs rest.”\n\nOn Friday:\n“It is a symbol of our pride.”',
    'On Monday',
    'On Friday',
  ],
  ['“The old saying says that you reap what you sow,” said Ruth Ek.', 'The old saying'],
  ['“Experience tells us that it will rain again,” said Ruth Ek.', 'Experience'],
  ['Ek told Labour that the plan was dead. The paper sets out the cost. The paper said it was high.', 'Labour'],
  ['In Kent, reports that the bridge had fallen proved false.', 'Kent'],
  ['The river, a danger in spring, claims that many lives each year.', 'The river, a danger in spring'],
  ['Nobody believes that the plan will work, Ek said.', 'Nobody'],
]

test('headings, bylines, sayings and those whom nobody heard tell nothing', () => {
  for (const [text, ...names] of nobodys)
    for (const { hops } of extractStatements(text).statements)
      for (const { source } of hops)
        assert.ok(!names.includes(source.name ?? source.mention ?? ''), `${text} is told by ${source.name}`)
})

test('who is named goes on being meant where a clause is about somebody else', () => {
  const text =
    'Ruth Ek resigned on Monday. Officials said that the deputy would take over. She said that she was tired.'
  assert.equal(extractStatements(text).statements.at(-1)?.hops[0]?.source.name, 'Ruth Ek')
  const asked = 'She asked if the man who called, from Leeds, said anything about money.'
  assert.equal(extractStatements(asked).statements.length, 1)
})

test('the paper’s own “our” below a statement is not the statement’s', () => {
  const text =
    'The company issued the following statement:\n\nWe regret the fire and will help everybody who lost a home in it.\n\nOur reporter visited the plant and found it closed.'
  const told = extractStatements(text).statements.filter(({ hops }) => hops[0]?.source.name?.endsWith('company'))
  const starts = told.flatMap(({ content }) => content.map(({ start }) => start))
  assert.ok(starts.length > 0 && starts.every((start) => start < text.indexOf('Our reporter')))
})

test('who is told is told whole, with the paper and the year that belong to them, and without the time', () => {
  for (const addressee of ['the editor of this newspaper', 'winners of last year’s prize'])
    for (const when of ['', ' last year', ' yesterday']) {
      const [told] = extractStatements(`Ana Berg told ${addressee}${when} that the dam was safe.`).statements
      assert.equal(told?.hops[0]?.addressee, addressee)
    }
})

test('the year in which somebody was told is no part of who told them', () => {
  const [told] = extractStatements('Owners were told by inspectors last year that its doors leaked.').statements
  assert.equal(told?.hops[0]?.source.mention, 'inspectors')
})
