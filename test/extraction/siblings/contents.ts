import type { Sibling } from '../siblings.ts'

/** What is said: quotations, verbs, and where the words begin and end. */
export const contents: Record<string, Sibling[]> = {
  'a quotation alone in its paragraph': [
    [
      '“The kiln was cold when we came in,” Tomas Ruda said.\n\n“It had been cold since the Friday before.”\n\nThe inquiry goes on.',
      'The kiln was cold when we came in <- =Tomas Ruda',
      'It had been cold since the Friday before. <- =Tomas Ruda',
    ],
    [
      "Gwen Pell told the meeting: 'I have never signed such a paper.'\n\n'And I never will.'",
      'I have never signed such a paper. <- =Gwen Pell',
      'And I never will. <- =Gwen Pell',
    ],
    [
      '“We waited nine hours,” said one of the passengers.\n\n“Nobody brought us so much as a glass of water.”\n\nThe airline has apologised.',
      'We waited nine hours <- ~one of the passengers',
      'Nobody brought us so much as a glass of water. <- ~one of the passengers',
    ],
    [
      '"It is over," wrote the club captain, Milan Brod, on Sunday.\n\n"I will not play again."\n\n"My knees have decided for me."',
      'It is over <- =Milan Brod',
      'I will not play again. <- =Milan Brod',
      'My knees have decided for me. <- =Milan Brod',
    ],
    [
      'A rail union official said: “Drivers have had no rise for three years.\n\n“Guards have had none for four.\n\n“That cannot go on.”',
      'Drivers have had no rise for three years. … Guards have had none for four. … That cannot go on. <- ~A rail union official',
    ],
    [
      'In a statement the museum said:\n\n“The vase was lent in good faith and will be returned.”',
      'The vase was lent in good faith and will be returned. <- *the museum',
    ],
    [
      '“The ice sang under us,” said Jorun Eide, who has crossed it 40 times.\n\nShe is 71.\n\n“I shall cross it again,” she said.',
      'The ice sang under us <- =Jorun Eide',
      'I shall cross it again <- =Jorun Eide',
    ],
  ],
  'where a sentence ends': [
    [
      'Mary Bolt told the coroner that she was ill. The doctor asked when it had begun.',
      'she was ill <- =Mary Bolt',
      'when it had begun <- ~The doctor',
    ],
    ['The shop belongs to Hale & Co. The owner said it would close.', 'it would close <- ~The owner'],
    ['He moved to St. Clair. A neighbour said that he had kept bees.', 'he had kept bees <- ~A neighbour'],
    [
      'J. R. Moss said the vote was lost. T. B. Crane said it was not.',
      'the vote was lost <- =J. R. Moss',
      'it was not <- =T. B. Crane',
    ],
    ['“I thought…” He stopped. “I thought we had won,” Dan Ferro said.', 'I thought we had won <- =Dan Ferro'],
    [
      'Trains stop at 11 p.m. The operator said that buses would run instead.',
      'buses would run instead <- ~The operator',
    ],
    [
      'Asked if he would resign, Per Lund answered no. The board said it would meet on Monday.',
      'it would meet on Monday <- *The board',
    ],
  ],
  frames: [
    ['A clerk forged 30 wills, a jury was told on Friday.', 'A clerk forged 30 wills <- ?'],
    ['The committee heard that the tests had been skipped.', 'the tests had been skipped <- ?'],
    ['An inquest has heard how the boy had wandered on to the ice.', 'how the boy had wandered on to the ice <- ?'],
    ['Parents were told by the head that the hall was full of asbestos.', 'the hall was full of asbestos <- ~the head'],
    ['The BBC has learned that the contract was never signed.', 'the contract was never signed <- =BBC'],
    ['As the minister told parliament, the treaty is dead.', 'the treaty is dead <- ~the minister'],
    [
      'Bees that sleep longer live longer, research published on Monday in Insect Letters shows.',
      'Bees that sleep longer live longer <- *research published on Monday in Insect Letters',
    ],
    [
      'Eating late raises blood pressure, a study by the University of Halden has found.',
      'Eating late raises blood pressure <- *a study by the University of Halden',
    ],
    ['He claimed to have found the ring in a ditch.', 'to have found the ring in a ditch <- *He'],
    ['They professed to know nothing of the money.', 'to know nothing of the money <- *They'],
    ['The tower, which inspectors said was sinking, has been fenced off.', 'The tower … was sinking <- ~inspectors'],
    ['The payments, which the bank says were legal, went to Cyprus.', 'The payments … were legal <- *the bank'],
    [
      'Governor Ines Prado said on Tuesday her plan would halve the queue.',
      'her plan would halve the queue <- =Ines Prado',
    ],
    ['The doctor informed the court that the wound was old.', 'the wound was old <- ~The doctor'],
    ['Counsel averred that the deed was void.', 'the deed was void <- ~Counsel'],
    ['The unions branded it “a charter for bullies”.', '“a charter for bullies” <- ~The unions'],
    ['The bridge is unsafe, engineers have warned.', 'The bridge is unsafe <- ~engineers'],
    ['Warning that the banks were full, Eva Sand cut the rate.', 'the banks were full <- =Eva Sand'],
    ['It is alleged that the guard had been paid.', 'the guard had been paid <- ?'],
    ['The guard is said to have been paid.', 'The guard … to have been paid <- ?'],
  ],
  'contents that run on': [
    [
      'Moreau insists that the dam is safe, while the engineers warn that “safe is a big word”.',
      'the dam is safe <- =Moreau',
      'safe is a big word <- ~the engineers',
    ],
    [
      'The union says pay has halved, although the ministry denies that wages fell.',
      'pay has halved <- *The union',
      'wages fell <- *the ministry',
    ],
    ['Having told the board that he would stay, Anton Reis flew to Lisbon.', 'he would stay <- =Anton Reis'],
    [
      'After saying that the tests were clean, the minister left without taking questions.',
      'the tests were clean <- ~the minister',
    ],
    [
      'The poet called the prize “a bone for a dog” in a speech on Saturday.',
      'the prize “a bone for a dog” <- ~The poet',
    ],
    ['The mayor described the fire as “a crime” in an interview with the Echo.', 'the fire as “a crime” <- ~The mayor'],
    ['“The lake is ours,” Chief Sam Redfern said, before he walked to the shore.', 'The lake is ours <- =Sam Redfern'],
    [
      'She said the claim that the water was poisoned was “nonsense”, as the crowd booed.',
      'the claim that the water was poisoned was “nonsense” <- *She',
    ],
    ['Dray’s allegation that the votes were bought has never been proved.', 'the votes were bought <- =Dray'],
    ['“We were,” she said, “never asked.”', 'We were … never asked <- *She'],
  ],
  'verbs and frames that were not seen': [
    ['Ek made it clear that he would stay.', 'he would stay <- =Ek'],
    ['The nurse accepted that she had slept.', 'she had slept <- ~The nurse'],
    ['Not everyone was convinced the dam would hold.', 'the dam would hold <- ~everyone'],
    ['Ek was asked: “Did you sleep?”', 'Did you sleep? <- ?'],
    ['Economists who favour the levy agree that it is small.', 'it is small <- ~Economists'],
    ['Some of those surveyed said they had moved.', 'they had moved <- ~surveyed'],
    ['But as Ek noted, the dam is old.', 'the dam is old <- =Ek'],
    ['Jolly said that he would stay.', 'he would stay <- =Jolly'],
    ['The bishop apologised for what he called “a failure of nerve” over the sale.', 'a failure of nerve <- ~bishop'],
    ['Ek agreed not to sell the mill.', 'not to sell the mill <- =Ek'],
    [
      'Ek agreed to mend the mill, clear the pond and pay the men.',
      'to mend the mill, clear the pond and pay the men <- =Ek',
    ],
    ['Ek, citing “the mood of the town,” said he would go.', 'he would go <- =Ek'],
    ['“It fell on me,” he laughed.\n\nEk said so.', 'It fell on me <- ~he'],
  ],
  'verbs that look like something else': [
    ['The Ledger said Cook had paid the bill twice.', 'Cook had paid the bill twice <- =Ledger'],
    ['“It was dark,” said Josh Bell, the porter.', 'It was dark <- =Josh Bell'],
    ['Polling records show Marsh voted only once.', 'Marsh voted only once <- *records'],
    ['Land records kept by the county show he sold the field in May.', 'he sold the field in May <- *Land records'],
    ['Union leaders point out that the yard has no crane.', 'the yard has no crane <- ~Union leaders'],
    [
      'The Gazette reports more than half of the lamps are broken.',
      'more than half of the lamps are broken <- =Gazette',
    ],
    [
      'The agency said about half of the money was spent on lamps.',
      'about half of the money was spent on lamps <- *agency',
    ],
    ['The club lost again, warning that it might have to sell.', 'it might have to sell <- *club'],
    ['Half of the lamps were broken, new figures show.', 'Half of the lamps were broken <- *figures'],
    ['Ruda said she “will not sign” the lease.', 'she “will not sign” the lease <- =Ruda'],
    ['Voters expressed deep concern about the bridge.', 'the bridge <- ~Voters'],
    ['Residents voiced fears that the bridge would fall.', 'the bridge would fall <- ~Residents'],
  ],
  'where what is said ends': [
    [
      'Barkway, who said he votes for the left, said one of the two was honest.',
      'he votes for the left <- =Barkway',
      'one of the two was honest <- =Barkway',
    ],
    ['Orla Finn, who used to say that the sea was patient, has died.', 'the sea was patient <- =Orla Finn'],
    [
      'Shelling killed six people in Tarsk, local officials said, hours after both sides signed a truce.',
      'Shelling killed six people in Tarsk <- ~local officials',
    ],
    [
      'The ministry said the dam was safe, and Nils Holt, the county engineer, said he and his staff would watch it.',
      'the dam was safe <- *ministry',
      'he and his staff would watch it <- =Nils Holt',
    ],
    ['Members backing the plan have said they have the votes.', 'they have the votes <- ~Members'],
    ['He promised that there would be money, something he had promised before.', 'there would be money <- *He'],
    [
      '“It was a mess,” Linn told Radio Nord’s “Morning Hour” on Sunday. “I was wrong.”',
      'It was a mess … I was wrong. <- =Linn',
    ],
  ],
  'verbs that look like nouns and adjectives': [
    [
      'Marcus Feld, who was not involved in the work, points out that the sample was small.',
      'the sample was small <- =Marcus Feld',
    ],
    ['Tanabe reports in this month’s Annals of Behaviour that gobies can count.', 'gobies can count <- =Tanabe'],
    [
      'In a report published last week, the monitoring group Ceasefire Watch said attacks on stores had doubled.',
      'attacks on stores had doubled <- *Ceasefire Watch',
    ],
    [
      'A message circulating in the town, and shown to a shopkeeper, claims that the man is a postman.',
      'the man is a postman <- *A message',
    ],
    [
      'A person familiar with the agency’s thinking told TechPost that the firm misled schools.',
      'the firm misled schools <- ~A person familiar',
    ],
    [
      'Il Quotidiano reported the next day, quoting a source at city hall, that it was not.',
      'it was not <- ~a source < =Il Quotidiano',
    ],
    ['Rovers captain Liam Corrie last night vowed to play again.', 'to play again <- =Liam Corrie'],
    [
      'The Commissioner of Police, Danjuma Bello, on his part disclosed that 17 persons were held.',
      '17 persons were held <- =Danjuma Bello',
    ],
    [
      '“A lovely actress, and a lovely story,” was how Paolo Marchetti put it.',
      'A lovely actress, and a lovely story <- =Paolo Marchetti',
    ],
    [
      'Labour’s health spokesperson, Nia Prosser, asked why ministers had not acted.',
      'why ministers had not acted <- =Nia Prosser',
    ],
    [
      'The ministry told reporters that the depot held drones, a claim the Echo could not independently verify.',
      'the depot held drones <- *ministry',
    ],
    [
      'In one, Mona Strand writes that the numbers are “real and they’re ugly.” In another, she asks whether they know.',
      'the numbers are “real and they’re ugly.” <- =Mona Strand',
      'whether they know <- =Mona Strand',
    ],
    ['The deal is dead, a figure close to the club said.', 'The deal is dead <- ~a figure'],
    ['Officials today denied that it was so.', 'it was so <- ~Officials'],
    ['Ruth Ek said Hale had written a book and added that it was dull.', 'it was dull <- =Ruth Ek'],
  ],
}
