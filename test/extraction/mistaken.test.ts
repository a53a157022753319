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
  'a participle behind a speaker has a clause': [
    [
      'The landlord’s barrister, however, alleged that the rent was never paid.',
      'that the rent was never paid <- The landlord’s barrister',
    ],
    [
      'Union secretary Amara Nwosu alleged in a speech on Monday that the wage bill was false.',
      'that the wage bill was false <- Amara Nwosu',
    ],
    ['Neighbours of hers say she had gone to Leeds.', 'she had gone to Leeds <- Neighbours of hers'],
  ],
  'what a document was made for, and before whom it lies, is no speaker': [
    [
      'A briefing paper drafted for the cabinet by advisers at Lowell Beck warned that the dam would fail.',
      'that the dam would fail <- A briefing paper drafted for the cabinet by advisers at Lowell Beck',
    ],
    [
      'A medical report before the tribunal stated that the miner was fit.',
      'that the miner was fit <- A medical report before the tribunal',
    ],
    ['A retired teacher there said the bell was cracked.', 'the bell was cracked <- A retired teacher'],
    [
      'A survey carried out by vets in Fife, a summary of which is public, states that lambs are lighter.',
      'that lambs are lighter <- A survey carried out by vets in Fife, a summary of which is public',
    ],
  ],
  'what somebody describes without marks': [
    ['She retired after what the league described as a brief illness.', 'a brief illness <- the league'],
    ['Two men were held over what police described as a targeted attack.', 'a targeted attack <- police'],
  ],
  'verbs of courts and of papers from other countries': [
    ['Mr. Pillai submitted that the lorry had no brakes.', 'that the lorry had no brakes <- Pillai'],
    ['The firm submitted a bid which nobody had signed.'],
    ['The inspector gave evidence that the boat was empty.', 'that the boat was empty <- The inspector'],
    ['The tribunal directed the board to publish its accounts.', 'the board to publish its accounts <- The tribunal'],
    ['The dean termed the charge laughable.', 'the charge laughable <- The dean'],
    ['“Who paid for the road?” Mrs Bello queried.', '“Who paid for the road?” <- Bello'],
    ['He posted a picture of the bridge, which has since been closed.'],
    ['A crowd gathered in the square that night.'],
  ],
  'who told what is told on': [
    [
      'Three envoys said that they had been informed by Oslo last month that the port would close.',
      'that the port would close <- Oslo < Three envoys',
    ],
    [
      'According to the log, the mate, Jonas Brandt, asked that the entry be struck out.',
      'that the entry be struck out <- Jonas Brandt < the log',
    ],
    [
      'When questioned about the keys, the porter replied that he had lost them, Sergeant Keane said.',
      'that he had lost them <- the porter < Keane',
    ],
    [
      'Minutes of the meeting, seen by the Ledger, record that the chairman told colleagues that the roof leaked.',
      'that the roof leaked <- the chairman < Minutes of the meeting < Ledger',
    ],
    [
      'Adeyemi said her client had been advised by his doctors not to travel.',
      'not to travel <- his doctors < Adeyemi',
    ],
    [
      'Handels Nyt, citing three bankers, reported on Friday that the mill would be sold.',
      'that the mill would be sold <- three bankers < Handels Nyt',
    ],
  ],
  'who shows and who carries something': [
    ['A memo shown to reporters says the well is dry.', 'the well is dry <- A memo shown to reporters'],
    ['A memo shown to the Herald says the well is dry.', 'the well is dry <- A memo shown to the Herald < Herald'],
    [
      '“We read of it in the papers,” Okello told farmers in remarks carried by state radio.',
      '“We read of it in the papers,” <- Okello < state radio',
    ],
    [
      '“Nobody was hurt,” Danjuma was quoted as saying in a statement signed by his spokeswoman, Ada Eze, on Friday.',
      '“Nobody was hurt,” <- Danjuma < Ada Eze',
    ],
  ],
  'entries of a live report begin with their hour': [
    ['07.15 Police say they have closed the bridge.', 'they have closed the bridge <- Police'],
    ['8:40am “It is chaos,” says Reg Tully.', '“It is chaos,” <- Reg Tully'],
  ],
  'whom a first name and a pronoun mean': [
    ['Dervla Quin, 31, caught the snake.\n\nDervla said it had bitten nobody.', 'it had bitten nobody <- Dervla Quin'],
    [
      'The Guild of Master Bakers raised prices over what it called a shortage of flour.',
      'a shortage of flour <- Guild of Master Bakers',
    ],
    [
      'An email from a clerk, Ilse Kovac, says the safe was open.\n\n“I was afraid,” she said.',
      'the safe was open <- Ilse Kovac',
      '“I was afraid,” <- Ilse Kovac',
    ],
    ['Dean, 40, said the bird hated him.', 'the bird hated him <- Dean'],
    [
      'Ferry operator Norlink said a cable had snapped. Norlink managing director Petra Saul has apologised. She said crews were tired.',
      'a cable had snapped <- Norlink',
      'crews were tired <- Petra Saul',
    ],
    ['According to her sister, Maud, the shop was shut.', 'the shop was shut <- Maud'],
  ],
  'where what is said ends and goes on': [
    [
      'The chairwoman accused the treasurer of “running a circus” after the bank called a meeting.',
      'the treasurer of “running a circus” <- The chairwoman',
    ],
    ['She said the firm was solvent, contrary to what a rival had claimed.', 'the firm was solvent <- She'],
    [
      'Her client had paid the fine, Nolan said, and had written to the owner.',
      'Her client had paid the fine … and had written to the owner <- Nolan',
    ],
    ['The vicar wrote back that the hall was free.', 'that the hall was free <- The vicar'],
    ['Passengers were told to call before they travel.', 'to call before they travel <- ?'],
  ],
  'whom “the …” means, though nobody has spoken yet': [
    [
      'Prime Minister Alva Rask landed on Monday. The prime minister said the talks were over.',
      'the talks were over <- Alva Rask',
    ],
    ['Tomas Reka, who owns the mill, is tired. The 62-year-old said it was time.', 'it was time <- Tomas Reka'],
    [
      'Chief Inspector Adaeze Obi stood outside. The officer said two men were held. She added that one was hurt.',
      'two men were held <- Adaeze Obi',
      'that one was hurt <- Adaeze Obi',
    ],
    ['Deputy Defence Minister Aibek Nur left. The minister said all was quiet.', 'all was quiet <- Aibek Nur'],
    [
      'The bishop of Lund, Marta Ek, opened the doors. The bishop said nobody would be cold.',
      'nobody would be cold <- Marta Ek',
    ],
    [
      'Senator Ruth Odell stayed away. The Republican from Ohio said the bill was a gift.',
      'the bill was a gift <- Ruth Odell',
    ],
    ['Senator Ruth Odell stayed away. The officer said the road was shut.', 'the road was shut <- The officer'],
    ['Jürgen Kolb met Ana Silva in Lisbon. She told him the treaty was dead.', 'the treaty was dead <- Ana Silva'],
    ['His agent, Sue Platt, said he was ill.', 'he was ill <- Sue Platt'],
  ],
  'steps that stand within a saying': [
    [
      'The navy said in a statement carried by NRB that it had sunk two boats.',
      'that it had sunk two boats <- The navy < NRB',
    ],
    [
      'The minister’s office said that Mr Katz had informed the cabinet that the truce was over.',
      'that the truce was over <- Katz < The minister’s office',
    ],
    [
      'One envoy said the president had been told the plan would fail.',
      'the president had been told the plan would fail <- One envoy',
    ],
    ['A nurse told NRB the driver had confessed that he was drunk.', 'that he was drunk <- the driver < A nurse'],
    ['Odell told reporters her plan was dead.', 'her plan was dead <- Odell'],
  ],
  'a first name that places, clubs or two people have': [
    ['Jordan Pike lives in Leeds. Jordan said it would open the crossing.', 'it would open the crossing <- Jordan'],
    ['Chelsea Moss joined in May. Chelsea said the transfer was complete.', 'the transfer was complete <- Chelsea'],
    ['John Hale met John Moss. John said the fire began at nine.', 'the fire began at nine <- John'],
    ['Kayleigh Duggan met John Moss. Kayleigh said it was late.', 'it was late <- Kayleigh Duggan'],
  ],
  'whom an office does not mean': [
    [
      'Sergeant Tom Hale gave evidence. The driver had hit an officer. The officer said his leg was broken.',
      'his leg was broken <- The officer',
    ],
    [
      'Sergeant Tom Hale stopped the van. Inspector Joan Reed arrived later. The officer said the driver ran.',
      'the driver ran <- The officer',
    ],
    ['Team captain Ben Cole was held. The officer said he was drunk.', 'he was drunk <- The officer'],
    ['Former Prime Minister Olaf Sund left. The prime minister said it was late.', 'it was late <- The prime minister'],
    ['Deputy Prime Minister Pia Lund left. The prime minister said it was late.', 'it was late <- The prime minister'],
  ],
  'names alone in their lines where nobody speaks': [
    [
      'Harbour works\n\nPort Ansel\n\nWorks start in June and last until March.\n\nHolm\n\nRoads are shut for three days at least.\n\nPort Ansel\n\nTrains run again from Monday at nine.\n\nHolm\n\nThe library is open.',
    ],
    [
      'Minutes\n\nAnna Berg\n\nTom Hale\n\nMatters arising\n\nThe roof of the hall was mended in April for little money.\n\nAnna Berg\n\nTom Hale',
    ],
    [
      'Anna\n\nWhere were you last night? I waited for hours.\n\nTom\n\nAt sea. We had no wind and rowed home.\n\nAnna\n\nMy phone was on.\n\nTom\n\nSo was mine.',
      'Where were you last night? I waited for hours. <- Anna',
      'At sea. We had no wind and rowed home. <- Tom',
      'My phone was on. <- Anna',
      'So was mine. <- Tom',
    ],
  ],
  'common questions that nobody answers as “I”': [
    ['Anna Berg runs the ferry.\n\nWhen does it sail?\n\nIt sails at nine.\n\nCan dogs come?\n\nDogs are welcome.'],
    [
      'Anna Berg runs the ferry.\n\nWhen does it sail?\n\nI sail at nine.\n\nCan dogs come?\n\nDogs are welcome.',
      'When does it sail? <- ?',
      'I sail at nine. <- Anna Berg',
      'Can dogs come? <- ?',
      'Dogs are welcome. <- Anna Berg',
    ],
  ],
  'whom an age and a trade mean': [
    ['Anna Moss and Tom Hale, 30, were there. The 30-year-old said it was late.', 'it was late <- Tom Hale'],
    [
      'Crane operator Hale said the mast fell. He added that nobody was hurt.',
      'the mast fell <- Hale',
      'that nobody was hurt <- Hale',
    ],
    ['JoAnn said she was tired. She added that she was ill.', 'she was tired <- JoAnn', 'that she was ill <- JoAnn'],
  ],
  'a dash below an answer signs nothing': [
    [
      'Q: Why the sea?\nA: I like two things –\n— Boats, big ones',
      'Why the sea? <- Q',
      'I like two things – <- A',
      '— Boats, big ones <- A',
    ],
  ],
  'a paragraph below a colon whose words have been lost': [
    ['Lund tweeted:\n\nThe post was gone within an hour of that Monday morning.'],
    [
      'Lund tweeted:\n\nThe quay is closed and nobody knows when it opens again.',
      'The quay is closed and nobody knows when it opens again. <- Lund',
    ],
  ],
  'what is called to take place, and what is judged': [
    ['The union called a strike on Monday.'],
    ['The union called a strike a last resort.', 'a strike a last resort <- The union'],
  ],
  '“that” before a noun of its own': [
    ['She submitted that evening.'],
    ['They submit that form online.'],
    ['The court directed that week that he be freed.', 'that he be freed <- The court'],
    ['The witness told the jury his name and address.'],
    ['The board outlined that plan in May.'],
  ],
  'whom the words before a colon describe': [
    ['Her neighbour Dov Alm is blunter: “Sell it.”', '“Sell it.” <- Dov Alm'],
    ['The sign on the gate was new: “Keep out.”'],
    ['Moss had a motto: “Never look back.”'],
    ['The student failed one paper: “Law and Society.”'],
    ['The judge is clear about the charge: “Murder.”'],
    ['The mayor, who is 50, was blunt: “It will fail,” she said.', '“It will fail,” <- The mayor'],
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
