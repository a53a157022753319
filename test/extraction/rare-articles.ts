import type { Sibling } from './siblings.ts'

/** Small texts for what articles have seldom: headlines, names beside quotations, nouns of saying, sources that are hidden. */
export const rare: Sibling[] = [
  [
    'Bridge will not reopen this year: minister\n\nCars were turned back again on Monday.',
    'Bridge will not reopen this year <- ~minister',
  ],
  ['Mayor: No money for the pool\n\nThe pool has been empty since June.', 'No money for the pool <- ~Mayor'],
  ['Dam is safe, engineers say\n\nVillagers have slept in their cars for a week.', 'Dam is safe <- ~engineers'],
  ['Wages to rise in May: union\n\nA ballot is planned for Friday.', 'Wages to rise in May <- *union'],
  ['Police: Two held over ferry fire\n\nThe ferry burned for six hours.', 'Two held over ferry fire <- *Police'],
  ['Norvik: “We were too slow”\n\nThe minister resigned on Sunday.', 'We were too slow <- =Norvik'],
  [
    'What passengers said:\n\n“We sat in the dark for three hours.” — Ilse Brandt\n\n“Nobody came.” — Tom Ashe, teacher',
    'We sat in the dark for three hours. <- =Ilse Brandt',
    'Nobody came. <- =Tom Ashe',
  ],
  [
    'Four voters, four views.\n\nMara Lind: “I have voted for him twice, and I will not do it again.”\n\nPaul Osei: “He kept his word.”',
    'I have voted for him twice, and I will not do it again. <- =Mara Lind',
    'He kept his word. <- =Paul Osei',
  ],
  [
    'The readers have written.\n\n“Your map of the marsh left out the marsh.” (Ruth Adler, Holm)\n\nWe regret it.',
    'Your map of the marsh left out the marsh. <- =Ruth Adler',
  ],
  [
    'Quote of the day\n\n“A harbour without boats is a car park.”\n– Harbour master Olaf Rund',
    'A harbour without boats is a car park. <- =Olaf Rund',
  ],
  [
    '“The engine was rebuilt in April,” the owner, Lars Holt, said.\n\n“It had run for nine hours when it failed.”\n\nThe inquiry continues.',
    'The engine was rebuilt in April <- =Lars Holt',
    'It had run for nine hours when it failed. <- =Lars Holt',
  ],
  [
    'Nurse Amal Rady said the ward had two beds too few.\n\n“We put them in the corridor.”\n\nThe hospital said it was hiring.',
    'the ward had two beds too few <- =Amal Rady',
    'We put them in the corridor. <- =Amal Rady',
    'it was hiring <- *The hospital',
  ],
  [
    '“I would do it again,” said the skipper, Jo Penn.\n\n“The sea was flat and the light was good.”\n\n“Nobody could have known.”',
    'I would do it again <- =Jo Penn',
    'The sea was flat and the light was good. <- =Jo Penn',
    'Nobody could have known. <- =Jo Penn',
  ],
  [
    'The crowd in front of the bank grew all day. “Give us back our savings!”\n\nBy night the square was empty.',
    'Give us back our savings! <- ?',
  ],
  ['On the wall of the station hung a sheet. “No trains, no votes.” Nobody took it down.', 'No trains, no votes. <- ?'],
  ['The new museum is known as “the shoebox”. It opens in May, and entry is free on Sundays.'],
  ['He bought the so-called “cottage” in 2011. It has 14 rooms and a lake.'],
  [
    'The driver was reportedly asleep when the train left the rails. The line will stay closed until Friday.',
    'The driver was … asleep when the train left the rails <- ?',
  ],
  ['The painting allegedly came from a convent in Lisbon.', 'The painting … came from a convent in Lisbon <- ?'],
  [
    'The two men supposedly met in a café in Bern. Their lawyers did not answer letters.',
    'The two men … met in a café in Bern <- ?',
  ],
  ['Reportedly, the sale will be announced on Tuesday.', 'the sale will be announced on Tuesday <- ?'],
  [
    'The minister’s claim that the trains are on time has been mocked by passengers.',
    'the trains are on time <- ~minister',
  ],
  ['The bank repeated its promise that no branch would close, and closed two.', 'no branch would close <- *bank'],
  ['A report by auditors that the money was gone reached the council in May.', 'the money was gone <- *auditors'],
  ['Ms Reyes dismissed the suggestion that she had known. She was in Lima at the time.', 'she had known <- =Reyes'],
  ['There is a warning from the coastguard that the ice will not hold.', 'the ice will not hold <- *coastguard'],
  ['Rumours that the king is ill have moved the markets.', 'the king is ill <- ?'],
  ['Residents fear that the well is poisoned.', 'the well is poisoned <- ~Residents'],
  ['Farmers are worried that the canal will be closed in August.', 'the canal will be closed in August <- ~Farmers'],
  ['Inspector Hale is convinced the letter is genuine. Others are not so sure.', 'the letter is genuine <- =Hale'],
  ['The coach was surprised that nobody had called him.', 'nobody had called him <- ~coach'],
  ['Anna Roth is confident that the court will hear her.', 'the court will hear her <- =Anna Roth'],
  ['The novel is seen as a joke by critics. It has sold a million copies.', 'The novel … a joke <- ~critics'],
  ['The tunnel, which engineers say is safe, will open in June.', 'The tunnel … is safe <- ~engineers'],
  ['The letter, which Mr Holt says he never saw, was read to the court.', 'The letter … he never saw <- =Holt'],
  ['Investors are expected to reject the offer on Friday.', 'Investors … to reject the offer on Friday <- ?'],
  ['The storm is thought to have killed six people.', 'The storm … to have killed six people <- ?'],
  ['The vaccine was said to be late. It came on Monday.', 'The vaccine … to be late <- ?'],
  [
    'The castle is believed to date from 1340, although no stone of it is older than the railway.',
    'The castle … to date from 1340 <- ?',
  ],
]
