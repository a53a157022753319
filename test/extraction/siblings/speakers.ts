import type { Sibling } from '../siblings.ts'

/** Who says it: titles, names, and whom a pronoun means. */
export const speakers: Record<string, Sibling[]> = {
  'titles and double names': [
    ['The Health Secretary, Imogen Dray, said the wards would reopen.', 'the wards would reopen <- =Imogen Dray'],
    ['The Foreign Minister said the border was calm.', 'the border was calm <- ~The Foreign Minister'],
    ['The Archbishop warned that the roof would not last.', 'the roof would not last <- ~The Archbishop'],
    [
      'President Marta Dusek landed at noon. “There is work to do,” the Czech president said.',
      'There is work to do <- =Marta Dusek',
    ],
    [
      'Chancellor Ulf Brandt met the miners. The chancellor said that no pit would close.',
      'no pit would close <- =Ulf Brandt',
    ],
    [
      'The Director of Public Prosecutions, Sade Akintola, said 12 people would be charged.',
      '12 people would be charged <- =Sade Akintola',
    ],
    ['The Lord Mayor of Brenton, Cyril Astley, said the fair was safe.', 'the fair was safe <- =Cyril Astley'],
    ['Joan Petty and Omar Said said that they were relieved.', 'they were relieved <- *Joan Petty and Omar Said'],
    [
      'The brothers Karl and Otto Weiss said they had seen nothing.',
      'they had seen nothing <- *brothers Karl and Otto Weiss',
    ],
    ['Dr Piet van den Broek said the dose was too high.', 'the dose was too high <- =Piet van den Broek'],
    ['Zoe Marsh-Okello said the roads were flooded.', 'the roads were flooded <- =Zoe Marsh-Okello'],
    ['Sir Keith said he would not stand again.', 'he would not stand again <- =Sir Keith'],
    [
      'The National Farmers Alliance (NFA) said prices had halved. The NFA wants a floor. It said that many would sell up.',
      'prices had halved <- =National Farmers Alliance',
      'many would sell up <- =National Farmers Alliance',
    ],
    [
      'A tenfold rise was recorded, the European Medicines Agency (EMA) said. The EMA added that more was to come.',
      'A tenfold rise was recorded <- =European Medicines Agency',
      'more was to come <- =European Medicines Agency',
    ],
    ['Police Commissioner Ranjit Gill said the square would stay shut.', 'the square would stay shut <- =Ranjit Gill'],
  ],
  'named or not': [
    ['Officials told the BBC the bridge had been closed.', 'the bridge had been closed <- ~Officials'],
    ['Campaigners say the river is dying.', 'the river is dying <- ~Campaigners'],
    ['Lawyers for Brandt said he would appeal.', 'he would appeal <- ~Lawyers for Brandt'],
    [
      'Witnesses described a white van. Neighbours said it had stood there for days.',
      'it had stood there for days <- ~Neighbours',
    ],
    ['The coroner, Dr Alma Reece, said the fall had killed him.', 'the fall had killed him <- =Alma Reece'],
    [
      'A spokeswoman for the Treasury said no decision had been taken.',
      'no decision had been taken <- ~A spokeswoman for the Treasury',
    ],
    [
      'Two people familiar with the matter said that talks had failed.',
      'talks had failed <- ~Two people familiar with the matter',
    ],
    [
      'Experts believe the wall is Roman, but locals say it is older.',
      'the wall is Roman <- ~Experts',
      'it is older <- ~locals',
    ],
    ['“He was my hero,” said a fan outside the ground.', 'He was my hero <- ~a fan outside the ground'],
    ['The defendant, Ivor Stead, told jurors that he had slept through it.', 'he had slept through it <- =Ivor Stead'],
    [
      'The minister, Piers Aldous, replied that the letter was a draft.\n\nDowning Street said he would stay.',
      'he would stay <- =Downing Street',
    ],
    ["Pilots' unions said the roster was unsafe.", "the roster was unsafe <- ~Pilots' unions"],
    ['Its head of polling, Ana Berg, said the sample had been old.', 'the sample had been old <- =Ana Berg'],
    [
      'One said it was rotten; another told the Courier that it was sound.',
      'it was rotten <- ~One',
      'it was sound <- ~another',
    ],
    [
      'THE CHAIRMAN: The meeting is open.\n\nMR. BAKER: I move the motion.\n\nTHE CHAIRMAN: Seconded.',
      'The meeting is open. <- ~The Chairman',
      'I move the motion. <- =Baker',
    ],
  ],
  pronouns: [
    [
      'Head teacher Lola Grieve opened the school in May. “We started with nine children,” she said.',
      'We started with nine children <- =Lola Grieve',
    ],
    [
      'Defender Nils Akker had ice on his ankle. A club doctor said the tear was small. Akker smiled. “I will be back by March,” he said.',
      'the tear was small <- ~A club doctor',
      'I will be back by March <- =Nils Akker',
    ],
    ['Uzoma Eze sells maps by the gate. He said trade was slow.', 'trade was slow <- =Uzoma Eze'],
    [
      'Siobhan Daly runs the ferry with her son Colm. She said that the pier was rotten.',
      'the pier was rotten <- =Siobhan Daly',
    ],
    [
      'Analyst Reto Frey cut his forecast. Finance chief Dina Kroll was not worried. “Orders are full,” she told investors.',
      'Orders are full <- =Dina Kroll',
    ],
    [
      'The ministry published the list on Monday. It said that 40 names were missing.',
      '40 names were missing <- *The ministry',
    ],
    [
      'Dai Prosser has farmed there since 1980. The council wants a road. He says it would cut his land in two.',
      'it would cut his land in two <- =Dai Prosser',
    ],
    [
      'Lawmaker Hana Sato voted against. Her colleague Kenji Mori was for it. He said the bill was long overdue.',
      'the bill was long overdue <- =Kenji Mori',
    ],
  ],
  'the wrong phrase as the source': [
    [
      'In a letter sent Monday from prison, the bank’s former chairman, Leo Varga, says the money was his.',
      'the money was his <- =Leo Varga',
    ],
    [
      'At a hearing in Oslo on Tuesday the ship’s cook, Arne Sunde, said the alarm was off.',
      'the alarm was off <- =Arne Sunde',
    ],
    [
      'Petra Wolff, the firm’s auditor, was quoted in the local press last week saying its books were clean.',
      'its books were clean <- =Petra Wolff < *the local press',
    ],
    [
      'On Friday, in a packed hall in Leeds, the author Nina Falk said that the diary was genuine.',
      'the diary was genuine <- =Nina Falk',
    ],
    ['Last week Monday the ministry said the harbour would reopen.', 'the harbour would reopen <- *the ministry'],
    ['In Vienna, whose mayor was absent, Georg Hofer said that the deal stood.', 'the deal stood <- =Georg Hofer'],
  ],
  'subjects that a pronoun means': [
    [
      'The haulier, Brand Freight, lost its licence. It said that it would appeal.',
      'it would appeal <- =Brand Freight',
    ],
    ["The grower, Pym's Apples, closed on Friday. “We are done,” it said in an email.", "We are done <- =Pym's Apples"],
    [
      'Orla Finn was pleased. Her Dutch counterpart was less so: he called the deal “a puddle”.',
      'the deal “a puddle” <- ~counterpart',
    ],
    ['Surveyors at the Halm Institute say that it leans. They add that it may fall.', 'it may fall <- ~Surveyors'],
    ["Ida Roth spoke first. Moran's mother wept. She said that nobody had rung her.", 'nobody had rung her <- ~mother'],
    ['Asked for help, Tory MPs accused him of sleeping.', 'sleeping <- ~MPs'],
    ['Roth aides denied that she was ill.', 'she was ill <- ~aides'],
    ['“They ate it all,” said one of them, Pia Lund.', 'They ate it all <- =Pia Lund'],
    [
      'Press secretary Ann Dow spoke. The secretary of labor said that jobs had grown.',
      'jobs had grown <- ~The secretary of labor',
    ],
    ['The panel says that the welder was tired. He told it that he had slept badly.', 'he had slept badly <- ~welder'],
    ['The audit was sent to the mayor. It says that the till was empty.', 'the till was empty <- *The audit'],
    [
      'The Lunds moved here in May. A letter was left at the gate. It said that they must go.',
      'they must go <- *letter',
    ],
  ],
  'a name behind a role, and whoever is called by less than their name': [
    ['Police spokesman Captain Ole Rask said that the road was shut.', 'the road was shut <- =Ole Rask'],
    ['Fire spokeswoman Dana Pell said that it was out.', 'it was out <- =Dana Pell'],
    ['Police officers said that the road was shut.', 'the road was shut <- ~Police officers'],
    [
      'A witness for the club, the geologist Ana-Lena Voss, said that it would hold.',
      'it would hold <- =Ana-Lena Voss',
    ],
    ['Its author, the statistician Jon Weir, says that he was wrong.', 'he was wrong <- =Jon Weir'],
    ['Her friend, pole vaulter Ida Rem, said that the bar was low.', 'the bar was low <- =Ida Rem'],
    [
      'General Sir Hugo Bell told MPs that they worked. Sir Hugo said that he had been told so.',
      'they worked <- =Hugo Bell',
      'he had been told so <- =Hugo Bell',
    ],
    ['Lord Ferris left early. Sir Alan said that it was late.', 'it was late <- =Sir Alan'],
    [
      'A raid on Fennwell, the company has said, cost it a week. The firm said that it was sorry.',
      'it was sorry <- =Fennwell',
    ],
    [
      'A guard told Radio Tolm that he saw smoke. The station said that it had asked twice.',
      'it had asked twice <- =Radio Tolm',
    ],
    [
      'A source told Wirepost that a fine was near. The website said that it would be large.',
      'it would be large <- =Wirepost',
    ],
    [
      'A neighbour told Anna Lund that it was late. The station said that it was early.',
      'it was early <- *The station',
    ],
    ['Marathon champion Ute Falk arrived. “I am tired,” the runner said.', 'I am tired <- =Ute Falk'],
    [
      'An expert, the toxicologist Lena Brun, said it was small. The professor admitted that it was old.',
      'it was old <- =Lena Brun',
    ],
    ['The contractor, Rowe & Lind, says the report was altered.', 'the report was altered <- =Rowe & Lind'],
    ['Rowe & Lind says the report was altered.', 'the report was altered <- =Rowe & Lind'],
    ['A fireman who was there said the noise was deafening.', 'the noise was deafening <- ~A fireman'],
    ['Clerk Ann Kerr left. In her view, both men should go.', 'both men should go <- =Ann Kerr'],
    [
      'Council leader Ruth Ek and housing chief Tom Lacey came on Monday. They said nobody would sleep there.',
      'nobody would sleep there <- *Ruth Ek',
    ],
  ],
  'names with something beside them': [
    [
      'Cllr Beryl Cotgrove (Ind), who chairs the committee, said the money was gone.',
      'the money was gone <- =Beryl Cotgrove',
    ],
    [
      'Dave Tranter of the Allied Bakers’ Union said that Hull would close. “We will fight,” he said.',
      'Hull would close <- =Dave Tranter',
      'We will fight <- =Dave Tranter',
    ],
    ['Moyle’s sister, Paula, said that he had rung her in tears.', 'he had rung her in tears <- =Paula'],
    ['The local MP, Fiona Greaves, said that the river was dirty.', 'the river was dirty <- =Fiona Greaves'],
    [
      'Eli Baum said no. “My kid came home,” says Rhonda Pike, whose son is 11. She adds that staff had complained.',
      'staff had complained <- =Rhonda Pike',
    ],
    [
      'Lumen Learning is in trouble. Shops that TechPost spoke to are closed. Lumen disputes this. The company said that it had paid.',
      'it had paid <- =Lumen Learning',
    ],
    ['Trains stopped on Monday. The operator said that buses would run.', 'buses would run <- *The operator'],
    ['Police and Crime Commissioner Bob Hartle said that the man was safe.', 'the man was safe <- =Bob Hartle'],
    ['Gaffer Steve Braddock said that the pitch was wet.', 'the pitch was wet <- =Steve Braddock'],
    ['Her former supervisor, the late Hideo Okabe, said that fish were clever.', 'fish were clever <- =Hideo Okabe'],
    [
      'Shares in Pellworth Foods fell. Pellworth is in talks. The company said that it was well.',
      'it was well <- =Pellworth Foods',
    ],
    ['“We are broke”: Hale admits his plan has failed', 'We are broke <- =Hale'],
  ],
}
