import type { Fresh } from './fresh-articles.ts'

/** A third set, written after the rules were mended for the second, with gold that was written before they read it. */
export const last: Fresh[] = [
  [
    'theatre',
    `The Corn Exchange will go dark in January after its main sponsor pulled out, its artistic director announced on Friday.

Bettina Kaur said the bank had told her in a two-line email. “No call, no lunch, nothing,” she said.

The bank, Merrow & Sons, said it was reviewing all its giving. A spokesman denied that the theatre had been singled out.

An actor in the current show, who asked not to be named, said Ms Kaur had promised the cast that they would be paid until March. She confirmed this to the Stage Door.

According to accounts seen by the magazine, the theatre lost £300,000 last year. Its chairman, Lord Ferris, maintains that it is solvent.`,
    'The Corn Exchange will go dark in January after its main sponsor pulled out <- ~artistic director',
    'No call, no lunch, nothing <- =Bettina Kaur [p]',
    'it was reviewing all its giving <- =Merrow',
    'the theatre had been singled out <- ~A spokesman',
    'they would be paid until March <- =Kaur < ~An actor in the current show',
    'the theatre lost £300,000 last year <- *accounts < ~the magazine',
    'it is solvent <- =Lord Ferris',
  ],
  [
    'mountain rescue',
    `Two walkers who spent the night on Ben Corrie owe their lives to a dog, rescuers said.

Team leader Iain Beattie told the BBC that the collie, Moss, had barked until his handler woke. “He would not shut up,” he laughed.

One of the walkers, a student from Ghent, said her phone had died at four. She said her companion had wanted to go on, but that she had told him it was madness.

The police said they had been called by a farmer who saw a torch. The farmer, Ewan Grant, 71, said he had thought it was poachers.

Forecasters had warned of blizzards. Mr Beattie said people ought to listen to them.`,
    'Two walkers who spent the night on Ben Corrie owe their lives to a dog <- ~rescuers',
    'the collie, Moss, had barked until his handler woke <- =Iain Beattie',
    'He would not shut up <- =Iain Beattie [p]',
    'her phone had died at four <- ~One of the walkers',
    'they had been called by a farmer who saw a torch <- *The police [d]',
    'he had thought it was poachers <- =Ewan Grant',
    'people ought to listen to them <- =Iain Beattie',
  ],
  [
    'pharma',
    `A drug that slows a rare form of blindness is too dear for the health service, its watchdog ruled on Wednesday.

The maker, Corvex, called the decision cruel. Its chief executive, Annika Strand, said regulators in eleven countries had told the company that the trial was sound.

Patients were dismayed. Rhys Morgan, 19, said his consultant had told him in March that he would be among the first. “I had stopped learning Braille,” he said.

The watchdog said the company had refused to lower its price. Corvex denies that. It says it offered a discount of 40%.

A person familiar with the talks said the two sides were “a long way apart”. The health minister told MPs that she would meet both. Her predecessor urged her to hurry.`,
    'A drug that slows a rare form of blindness is too dear for the health service <- ~watchdog',
    'the decision cruel <- =Corvex',
    'the trial was sound <- ~regulators in eleven countries < =Annika Strand',
    'he would be among the first <- ~his consultant < =Rhys Morgan',
    'I had stopped learning Braille <- =Rhys Morgan [p]',
    'the company had refused to lower its price <- ~The watchdog [d]',
    'it offered a discount of 40% <- =Corvex [p]',
    'the two sides were “a long way apart” <- ~A person familiar with the talks',
    'she would meet both <- ~The health minister',
  ],
  [
    'tax inquiry',
    `Officials ignored three warnings about the border software, a committee of MPs was told on Monday.

Giving evidence, former contractor Deepak Rana said he had written to the permanent secretary in 2019. “I got an out-of-office,” he said.

Asked by the chair, Dame Judith Pell, whether he had kept the letter, he replied that he had.

The department's top official, Sir Colin Ames, said he had no memory of it. He told the committee that his staff had assured him the system was ready. “They were wrong, and so was I,” he admitted.

Minutes leaked to the Tribune suggest that ministers knew. In them an adviser notes that the Treasury “would rather not hear”. The Treasury has declined to comment.`,
    'Officials ignored three warnings about the border software <- ?',
    'he had written to the permanent secretary in 2019 <- =Deepak Rana',
    'I got an out-of-office <- =Deepak Rana [p]',
    'he had no memory of it <- =Colin Ames',
    'the system was ready <- ~his staff < =Colin Ames [p]',
    'They were wrong, and so was I <- =Colin Ames [p]',
    'ministers knew <- *Minutes < =Tribune',
    'the Treasury “would rather not hear” <- ~an adviser',
  ],
  [
    'sailing',
    `Organisers of the Round Isles race say a collision that sank one yacht was nobody's fault.

The skipper of the lost boat, Greta Lindholm, disagrees. She told the Sailing Post that the other crew had been “asleep or drunk”.

Her rival, Pascal Roux, rejected the accusation. “I was at the wheel,” he told French radio. His navigator said Roux had shouted a warning that nobody answered.

A fisherman who picked up the survivors told the coastguard that he had seen no lights. The coastguard's report, which has not been published, is said to agree with him.

Lindholm said she had been told by her insurers that they would not pay. They did not return calls.`,
    "a collision that sank one yacht was nobody's fault <- ~Organisers",
    'the other crew had been “asleep or drunk” <- =Greta Lindholm [p]',
    'I was at the wheel <- =Pascal Roux [p]',
    'Roux had shouted a warning that nobody answered <- ~navigator',
    'he had seen no lights <- ~A fisherman who picked up the survivors',
    'they would not pay <- ~her insurers < =Lindholm',
  ],
  [
    'school strike abroad',
    `NAIROBI, May 6 (Equator News) — Teachers in three counties will not return to work on Monday, their union said, despite a plea from the president.

The union's leader, Wambui Karanja, told a rally that the government had lied. “They promised us forty per cent and gave us four,” she said.

State House did not respond. But a senior official in the ministry told Equator News that the president had ordered the treasury to find the money. The official said he could not be quoted because talks were going on.

Parents are losing patience. Otieno Ouma, who drives a taxi in Kisumu, said his daughter's teacher had told pupils to study at home. “With what light?” he asked.

The Daily Lake reported, quoting an unnamed minister, that schools could close until July.`,
    'Teachers in three counties will not return to work on Monday <- *their union',
    'the government had lied <- =Wambui Karanja',
    'They promised us forty per cent and gave us four <- =Wambui Karanja [p]',
    'the president had ordered the treasury to find the money <- ~a senior official in the ministry',
    'he could not be quoted <- ~official [d]',
    'to study at home <- ~teacher < =Otieno Ouma',
    'With what light? <- =Otieno Ouma [p]',
    'schools could close until July <- ~an unnamed minister < =Daily Lake',
  ],
  [
    'council meeting transcript',
    `Extraordinary meeting of the parish council, 3 June

[19:02] Chair: Good evening. We have one item, the bridge.

[19:03] Cllr Margaret Fell: Thank you, Chair. The engineer told me this morning that the arch has moved four centimetres.

[19:05] Speaker 1: Can I ask who is paying?

[19:06] Chair: The county has said that it will pay half.

[19:07] Cllr Bob Tait: The county says a great many things. My neighbour says the same of this council.

[19:09] Speaker 1: Nobody has answered me.`,
    'Good evening. We have one item, the bridge. <- *Chair',
    'Thank you, Chair. The engineer told me this morning that the arch has moved four centimetres. <- =Margaret Fell',
    'the arch has moved four centimetres <- ~The engineer < =Margaret Fell',
    'Can I ask who is paying? <- *Speaker 1',
    'it will pay half <- *The county < *Chair',
    'The county says a great many things. My neighbour says the same of this council. <- =Bob Tait',
    'Nobody has answered me. <- *Speaker 1',
  ],
  [
    'eulogy',
    `Remarks by Senator Elena Voss at the funeral of Judge Harold Quinn

Friends, I first met Harold in a lift. He told me that he was going up and that I ought to come too.

My mother used to say that a judge is a man who reads the last page first. Harold read every page, and he read it twice.

His clerk says that he never once raised his voice. The newspapers said that he was cold. I knew a man who wept at brass bands.

We shall miss him. I shall miss him in lifts.`,
    'Friends, I first met Harold in a lift. He told me that he was going up and that I ought to come too. <- =Elena Voss',
    'he was going up and that I ought to come too <- *He < =Elena Voss',
    'he never once raised his voice <- ~His clerk < =Elena Voss',
    'he was cold <- *The newspapers < =Elena Voss',
  ],
]
