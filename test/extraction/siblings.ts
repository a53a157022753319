/**
 * Small texts, with what should be suggested of them: the words, then who says them from the origin outwards.
 * “=” is named so, “~” described and not named, “*” either, “?” nobody is told; “…” parts the pieces of one statement.
 */
export type Sibling = [text: string, ...wanted: string[]]

export const siblings: Record<string, Sibling[]> = {
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
  relays: [
    ['“The dam will hold,” Kurier quoted Brandt as saying.', 'The dam will hold <- =Brandt < =Kurier'],
    ['The agency quoted the minister as saying that grain was safe.', 'grain was safe <- ~the minister < *The agency'],
    [
      '“Nobody was hurt,” Admiral Costa was quoted as saying by the newspaper Diario.',
      'Nobody was hurt <- =Costa < =Diario',
    ],
    [
      'The embassy said on Friday, according to state television, that visas were suspended.',
      'visas were suspended <- *The embassy < *state television',
    ],
    [
      'The envoy told reporters, Tass reported, that the ships had turned back.',
      'the ships had turned back <- ~The envoy < =Tass',
    ],
    [
      'According to the Echo, a former aide said the mayor had told staff that the letters were burned.',
      'the letters were burned <- ~the mayor < ~a former aide < =Echo',
    ],
    [
      'Reuters reported that the bank had told clients that fees would rise.',
      'fees would rise <- *the bank < =Reuters',
    ],
    [
      'Emails seen by the Courier show that the valve had failed before.',
      'the valve had failed before <- *Emails seen by the Courier < =Courier',
    ],
    ['Ruda believed, his widow said, that the kiln was safe.', 'the kiln was safe <- =Ruda < ~his widow'],
    [
      'The palace, citing doctors, said that the king was recovering.',
      'the king was recovering <- ~doctors < *The palace',
    ],
    [
      'Hale cited the coroner as saying that the lock had been broken.',
      'the lock had been broken <- ~the coroner < =Hale',
    ],
    [
      'A spokesman for the family said Mrs Crane had told him that she forgave the driver.',
      'she forgave the driver <- =Crane < ~A spokesman for the family',
    ],
    [
      'The paper reported that, according to the union, 300 jobs would go.',
      '300 jobs would go <- *the union < *The paper',
    ],
    [
      '“We had no warning,” the captain told investigators, according to a report published on Tuesday.',
      'We had no warning <- ~the captain < *a report published on Tuesday',
    ],
    ['Hale said through her teeth that the deal was off.', 'the deal was off <- =Hale'],
    ['Hale said through a crack in the door that the deal was off.', 'the deal was off <- =Hale'],
    ['Hale said through a megaphone that the deal was off.', 'the deal was off <- =Hale'],
    ['Hale said through an interpreter that the deal was off.', 'the deal was off <- =Hale < ~an interpreter'],
    ['Hale said through her spokeswoman, Ana Berg, that the deal was off.', 'the deal was off <- =Hale < =Ana Berg'],
    ['“It was slow,” the co-pilot told investigators, the report says.', 'It was slow <- ~the co-pilot < *the report'],
    ['“It was slow,” the co-pilot told investigators, a report says.', 'It was slow <- ~the co-pilot < *a report'],
    [
      '“It was slow,” the co-pilot told investigators, the newspaper reported.',
      'It was slow <- ~the co-pilot < *the newspaper',
    ],
    [
      '“It was slow,” the co-pilot told investigators, court papers show.',
      'It was slow <- ~the co-pilot < *court papers',
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
  ],
  'who passes it on, and to whom': [
    [
      'Ms Roth claimed that a guard had admitted to her that the gate was open.',
      'the gate was open <- ~a guard < =Roth',
    ],
    ['A letter, first reported by the Herald, says the dam is cracked.', 'the dam is cracked <- *A letter < =Herald'],
    ['Notes leaked to the Herald suggest the dam is cracked.', 'the dam is cracked <- *Notes < =Herald'],
    ['The paper also reported, citing plumbers, that the dam leaks.', 'the dam leaks <- ~plumbers < *The paper'],
    [
      'According to the charity Dry Land, which cited two sailors, the dam leaks.',
      'the dam leaks <- ~two sailors < =Dry Land',
    ],
    ['Jon Ek said Moran had rung him at dawn to say that the dam was lost.', 'the dam was lost <- =Moran < =Jon Ek'],
    [
      'Pia Lund said she had been told by her insurers that they would not pay.',
      'they would not pay <- ~her insurers < =Pia Lund',
    ],
    ['Ek let it be known through his agent that he would sell.', 'he would sell <- =Ek < ~his agent'],
    ['Police read a note in which Moran told a friend that it was over.', 'it was over <- =Moran'],
    ['The clerk told me an hour ago that it was signed.', 'it was signed <- ~The clerk'],
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
  'labels of transcripts': [
    [
      '    MR. EK: Good day to you all.\n    MS. DOW: It is late.\n    MR. EK: It is.',
      'It is late. <- =Dow',
      'It is. <- =Ek',
    ],
    [
      'MS. DOW: Good day.\n\nQ Thank you. The mayor says it is late. Is it?\n\nMS. DOW: No.',
      'Thank you. The mayor says it is late. Is it? <- ~questioner',
      'No. <- =Dow',
    ],
    [
      'The Secretary of State for Health (Ann Dow): I beg to move.\n\nMr Ek (Holm) (Con): Will she give way?\n\nAnn Dow: I will.',
      'I beg to move. <- =Ann Dow',
      'Will she give way? <- =Ek',
    ],
    [
      '[00:01] Moderator: Let us begin.\n\n[00:02] Audience member: Who pays?\n\n[00:03] Speaker 2: Nobody does.',
      'Who pays? <- *Audience member',
      'Nobody does. <- *Speaker 2',
    ],
    [
      'ANN DOW, sworn\n\nQ. Where were you?\nA. I was at home.\n\nQ. Alone?\nA. Yes, I was alone.',
      'I was at home. <- =Ann Dow',
    ],
    [
      'Full text of the speech by Chief Constable Ann Dow to the guild\n\nI thank you. I joined in 1991 and I am still here. We all are, my friends.',
      'I thank you. I joined in 1991 and I am still here. We all are, my friends. <- =Ann Dow',
    ],
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
  'who passes it on': [
    [
      'The mayor said in a letter seen by the Valley Courier that the dam had held.',
      'the dam had held <- ~mayor < =Valley Courier',
    ],
    [
      'In a statement obtained by the Valley Courier, the mayor said the dam had held.',
      'the dam had held <- ~mayor < =Valley Courier',
    ],
    [
      'The Post reported on Monday that the captain had left, according to a member of the crew.',
      'the captain had left <- ~a member of the crew < =Post',
    ],
    [
      'The Post, citing a person close to the board, reported later that the chairman had left.',
      'the chairman had left <- ~a person close to the board < =Post',
    ],
    [
      'Dahl replied in a message that Lenk was “paid by the word”, the prosecutor said.',
      'Lenk was “paid by the word” <- =Dahl < ~the prosecutor',
    ],
    [
      'Cllr Maud Tighe spoke last. She read out an email in which the director, Neil Purdy, stated that the site was lost.',
      'the site was lost <- =Neil Purdy < =Maud Tighe',
    ],
    [
      'Ana Marsh said her brother had run to the door and told her that the wall had gone.',
      'the wall had gone <- ~her brother < =Ana Marsh',
    ],
    [
      'The tenant was told by engineers in May that the wall would fall, a court heard.',
      'the wall would fall <- ~engineers < ?',
    ],
    [
      'Marko Dovhan spoke for an hour. His office quoted him as saying that the truce was dead.',
      'the truce was dead <- =Marko Dovhan < *His office',
    ],
    [
      'A carrier which serves half of the ports had told the yard it was looking for another, two people said.',
      'it was looking for another <- ~A carrier < ~two people',
    ],
  ],
  'records of speech with headings': [
    [
      'Canal Boats: Licences\n\nThe Parliamentary Under-Secretary of State, Department for Rural Affairs (Lord Vell) (Con): My Lords, nobody has lost a boat.\n\nLord Cade of Wirksworth (CB): My Lords, when does the Minister expect a reply?\n\nLord Vell (Con): I expect one soon.',
      'My Lords, nobody has lost a boat. <- =Lord Vell',
      'My Lords, when does the Minister expect a reply? <- =Lord Cade of Wirksworth',
      'I expect one soon. <- =Lord Vell',
    ],
    [
      'The SPEAKER pro tempore (Mr. DELL). The gentleman from Maine is recognized.\n\nMr. PETTIBONE. I thank the Chair.\n\nMs. HARB. Will the gentleman yield?',
      'The gentleman from Maine is recognized. <- =Dell',
      'I thank the Chair. <- =Pettibone',
    ],
    [
      'MS. ARAGON: The state calls Linda Feng.\n\nDIRECT EXAMINATION\n\nBY MS. ARAGON:\n\nQ. Where did you work?\n\nA. In claims. My boss told me to forget it.\n\nCROSS-EXAMINATION\n\nBY MR. BLUM:\n\nQ. Are you sure of that?\n\nA. I am.',
      'Where did you work? <- =Aragon',
      'In claims. My boss told me to forget it. <- =Linda Feng',
      'Are you sure of that? <- =Blum',
      'I am. <- =Linda Feng',
    ],
    [
      'Mirela Novak: “The sea was too dear”\n\nThe director Mirela Novak spoke to the Review in Split.\n\n**You were told it could not be filmed.**\n\nMy first producer said the sea was too dear.\n\n**Will there be another film?**\n\nWe shall see.',
      'We shall see. <- =Mirela Novak',
      'the sea was too dear <- ~My first producer < =Mirela Novak',
    ],
  ],
}
