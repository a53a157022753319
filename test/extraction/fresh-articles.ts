/**
 * Articles of many beats, written for these tests, with gold that was written before they were first read by the rules.
 * The notation is that of siblings.ts; “[p]” marks an origin told by a pronoun, “[d]” by “the …”.
 */
export type Fresh = [beat: string, text: string, ...wanted: string[]]

export const fresh: Fresh[] = [
  [
    'courts',
    `A bookkeeper at a Brenton boatyard moved £212,000 to her own account in 61 payments, a jury heard on Tuesday.

Opening the case, prosecutor Imran Shah said that Carol Dunmore, 54, had hidden the transfers among fuel bills. “She knew nobody read them,” he told the court.

Dunmore denies fraud. Her barrister, Lucy Orme KC, said her client had been told by the owner that the money was a loan.

The owner, Derek Vance, told jurors he had made no such offer. “I would have remembered a sum like that,” he said.

A former colleague, who asked not to be named, said that staff had worried about wages for months. The judge, Mrs Justice Platt, told the jury that they must put aside anything they had read. The trial, which is expected to last three weeks, continues on Wednesday with evidence from the bank.`,
    'A bookkeeper at a Brenton boatyard moved £212,000 to her own account in 61 payments <- ?',
    'Carol Dunmore, 54, had hidden the transfers among fuel bills <- =Imran Shah',
    'She knew nobody read them <- =Imran Shah [p]',
    'the money was a loan <- ~the owner < =Lucy Orme [d]',
    'he had made no such offer <- =Derek Vance',
    'I would have remembered a sum like that <- =Derek Vance [p]',
    'staff had worried about wages for months <- ~A former colleague',
    'they must put aside anything they had read <- =Mrs Justice Platt',
  ],
  [
    'sport',
    `Halden Town came from two goals down to beat Lund 3–2 and go top of the league.

“I have never seen a second half like it,” said manager Paula Reyes, whose side had lost its last three matches. “We were awful, and then we were not.”

Striker Joel Adeyemi, who scored twice, said the manager had told them at half-time that nobody would speak to them on the bus home. “So we had to win,” he joked.

Lund coach Sven Dahl complained that the penalty was “a gift”. He added that the referee had admitted his mistake after the whistle.

The league declined to comment. According to the broadcaster Sport Nord, the referee has been dropped for next weekend. Reyes said she knew nothing of it. The captain said the players would celebrate with soup, because the bar was shut when the coach got back to town at two in the morning.`,
    'I have never seen a second half like it … We were awful, and then we were not. <- =Paula Reyes',
    'nobody would speak to them on the bus home <- =Paula Reyes < =Joel Adeyemi [d]',
    'So we had to win <- =Joel Adeyemi [p]',
    'the penalty was “a gift” <- =Sven Dahl',
    'the referee had admitted his mistake after the whistle <- =Sven Dahl [p]',
    'the referee has been dropped for next weekend <- =Sport Nord',
    'she knew nothing of it <- =Paula Reyes',
    'the players would celebrate with soup, because the bar was shut when the coach got back to town <- ~The captain [d]',
  ],
  [
    'science',
    `A moth that was thought extinct has been found alive in a railway cutting, a study published on Thursday in the Journal of Lepidoptera reports.

The insect, which entomologists say was last seen in 1951, turned up in traps set by students. “I thought somebody had played a trick on us,” said Keiko Barnes of Orsa University, who led the work.

Barnes's team argues that hundreds may live along the line, though her co-author Felix Grau warns that “hundreds is a guess”.

Not everyone is persuaded. Museums hold only four specimens, and a taxonomist who was not involved said that the wings did not match. “It looks like a cousin to me,” she said.

The railway said it would delay its mowing until August. It has mown the cutting every June since the line was built, according to its own records. The students plan to return to the cutting in May with better lamps.`,
    'A moth that was thought extinct has been found alive in a railway cutting <- *a study published on Thursday in the Journal of Lepidoptera',
    'The insect … was last seen in 1951 <- ~entomologists',
    'I thought somebody had played a trick on us <- =Keiko Barnes',
    "hundreds may live along the line <- *Barnes's team",
    'hundreds is a guess <- =Felix Grau',
    'the wings did not match <- ~a taxonomist',
    'It looks like a cousin to me <- ~a taxonomist [p]',
    'it would delay its mowing until August <- *The railway [d]',
    'It has mown the cutting every June since the line was built <- *its own records',
  ],
  [
    'local council',
    `Plans to turn the old library in Market Street into flats were thrown out on Monday night after councillors said the building belonged to the town.

More than 200 people filled the public gallery. Cllr Edith Varley (Independent) said the scheme was “a stitch-up”, and that officers had been told to rush it.

The council's head of planning, Sunil Mistry, denied that anyone had been told to hurry. He said that the report was late because two staff were ill.

Residents cheered when the vote was announced. “My mother learned to read in there,” said Hilda Crane, 83.

The developer, Northgate Homes, called the decision perverse. In an email to the Echo its director, Guy Stone, said the firm would appeal, adding that the roof would not survive another winter. Council leader Moira Finch told the Echo that she had been assured by engineers that the roof was sound.`,
    'the building belonged to the town <- ~councillors',
    'the scheme was “a stitch-up” <- =Edith Varley',
    'anyone had been told to hurry <- =Sunil Mistry',
    'the report was late because two staff were ill <- =Sunil Mistry [p]',
    'My mother learned to read in there <- =Hilda Crane',
    'the decision perverse <- =Northgate Homes',
    'the firm would appeal <- =Guy Stone',
    'the roof would not survive another winter <- =Guy Stone',
    'the roof was sound <- ~engineers < =Moira Finch',
  ],
  [
    'live blog',
    `16.42 The bridge over the Tarn is closed in both directions, the highways agency says.

16.50 Our reporter Nell Ferris is at the scene. She says that two lorries are on their sides.

16.58 Police have confirmed that nobody died. “Eleven people are being treated, none of them in danger,” Superintendent Ray Okoro tells reporters.

17.05 A driver has told the BBC that he saw the first lorry sway before it fell. “It went over like a toy,” he said.

17.20 The haulier, Brisk Freight, says in a statement: “We are helping the police.” It would not say who owned the second lorry.

17.31 The forecaster Ana Luz had warned on Sunday that gusts could reach 100 km/h. The agency says it never received the warning.

17.40 The mayor, quoted by Radio Tarn, says the barriers should have been down by noon. Drivers stuck in the queue are being given water and blankets by volunteers.`,
    'The bridge over the Tarn is closed in both directions <- *the highways agency [d]',
    'two lorries are on their sides <- =Nell Ferris [p]',
    'nobody died <- *Police',
    'Eleven people are being treated, none of them in danger <- =Ray Okoro',
    'he saw the first lorry sway before it fell <- ~A driver',
    'It went over like a toy <- ~A driver [p]',
    'We are helping the police. <- =Brisk Freight',
    'gusts could reach 100 km/h <- =Ana Luz',
    'it never received the warning <- *agency [d]',
    'the barriers should have been down by noon <- ~The mayor < =Radio Tarn [d]',
  ],
  [
    'transcript',
    `Inquiry into the Larch Lane fire: evidence, day 14

MS. HOLLIS: Mr. Petrie, you managed the building from 2011. When did you first read the report?

MR. PETRIE: In the spring of 2013. I read it in one evening.

MS. HOLLIS: And what did you do about the doors?

MR. PETRIE: I raised it with the board. The chairman told me that there was no money for doors.

I wrote to him again in June. He never answered that letter.

MS. HOLLIS: Your deputy says you told her the doors could wait.

MR. PETRIE: She is mistaken. I never said anything of the kind to her or to anybody else.

THE CHAIRMAN: We will rise there and sit again at ten tomorrow morning.

(The hearing adjourned at 4.31 p.m.)

The inquiry was set up after nine people died on the upper floors, and it is expected to hear from 60 witnesses before Christmas, among them three former ministers.`,
    'Mr. Petrie, you managed the building from 2011. When did you first read the report? <- =Hollis',
    'In the spring of 2013. I read it in one evening. <- =Petrie',
    'there was no money for doors <- ~The chairman < =Petrie [d]',
    'I wrote to him again in June. He never answered that letter. <- =Petrie',
    'She is mistaken. I never said anything of the kind to her or to anybody else. <- =Petrie',
    'We will rise there and sit again at ten tomorrow morning. <- *The chairman',
  ],
  [
    'earnings call',
    `Vantor Foods plc – Third quarter results call

Priya Nair – Chief Executive Officer
Good morning, everyone. Volumes rose by 4% and we gained share in every market.

Margins fell a little, as we told you in July they would.

Tom Ashby – Analyst, Keel Bank
Thank you. How much of the fall is cocoa?

Lena Voss – Chief Financial Officer
About two thirds of it. Our suppliers say that prices will ease by spring.

Tom Ashby – Analyst, Keel Bank
And can you confirm the dividend?

Priya Nair – Chief Executive Officer
We can. The board decided yesterday to keep it at 12 pence a share, and I do not expect that to change this year or next.

Lena Voss – Chief Financial Officer
Let me add one thing. The auditors told us that our reserves are in order, and we will publish the full accounts on the fourth of March in the usual way.`,
    'Good morning, everyone. Volumes rose by 4% and we gained share in every market. <- =Priya Nair',
    'Thank you. How much of the fall is cocoa? <- =Tom Ashby',
    'prices will ease by spring <- ~Our suppliers < =Lena Voss',
    'And can you confirm the dividend? <- =Tom Ashby',
    'our reserves are in order <- ~The auditors < =Lena Voss [d]',
  ],
  [
    'parliament',
    `The transport minister was accused of misleading MPs on Wednesday after he insisted that no line would be shut.

During an urgent question, the opposition's Rhona Keir read from a letter in which the minister's own adviser said that 14 stations would “have to go”.

“He knew in March,” she said. “He told this house in April that there was no list.”

The minister, Piers Aldous, replied that the letter was a draft. He accused Keir of frightening passengers.

Conservative backbenchers were uneasy. One said the minister had been “hung out to dry” by his department; another told the Courier that the list had been seen by the whole cabinet.

Downing Street said the prime minister had full confidence in Aldous. The Speaker, Sir Lionel Hart, ruled that he had not misled the house. Unions, which have planned a strike for May, said that they would publish the letter in full.`,
    'no line would be shut <- *The transport minister [p]',
    '14 stations would “have to go” <- ~adviser < =Rhona Keir',
    'He knew in March … He told this house in April that there was no list. <- =Rhona Keir [p]',
    'the letter was a draft <- =Piers Aldous',
    'the minister had been “hung out to dry” by his department <- ~One',
    'the list had been seen by the whole cabinet <- ~another',
    'the prime minister had full confidence in Aldous <- =Downing Street',
    'he had not misled the house <- =Lionel Hart',
    'they would publish the letter in full <- ~Unions',
  ],
  [
    'obituary',
    `Agnes Whitlow, who has died at the age of 96, was the last of the women who mapped the sea bed for the navy, and she always said that she had been the worst of them.

Born in Hull in 1928, she left school at 15. “My father thought girls should type,” she told an interviewer in 1987. “So I typed depths.”

Her former chief, Commander Basil Rooke, wrote that she could smell a wrong sounding. Colleagues remembered her as fierce and funny.

She never married. According to her niece, Joan Whitlow, she had been engaged twice and had found it “very like drowning”.

In her last years she gave talks in schools. “She told us that the sea was mostly mistakes,” said Amir Khan, who heard her when he was nine and is now a hydrographer. Her maps, the navy said this week, are still in use in the North Sea.`,
    'she had been the worst of them <- =Agnes Whitlow [p]',
    'My father thought girls should type <- =Agnes Whitlow [p]',
    'she could smell a wrong sounding <- =Basil Rooke',
    'she had been engaged twice and had found it “very like drowning” <- =Joan Whitlow',
    'She told us that the sea was mostly mistakes <- =Amir Khan',
    'Her maps … are still in use in the North Sea <- *the navy [d]',
  ],
  [
    'business',
    `Shares in Kestrel Motors fell by a tenth on Thursday after the carmaker said it would miss its target for the year.

Chief executive Dieter Haas blamed a shortage of chips. “We have 9,000 cars standing in fields,” he told analysts.

The company said it still expected to make a profit. Two people with knowledge of the matter said that it was in talks with a Chinese rival, which one of them described as “the only buyer left”.

Kestrel declined to comment on the talks. The rival, Hualin, said in a filing to the Hong Kong exchange that it had made no offer.

Bloomberg reported last week that Haas had told the board he would step down, citing three people close to it. A spokesman for the company called the report “fiction”. Analysts at Keel Bank said that the shares could fall by another tenth before the summer.`,
    'it would miss its target for the year <- *the carmaker [d]',
    'We have 9,000 cars standing in fields <- =Dieter Haas [p]',
    'it still expected to make a profit <- *Kestrel Motors [d]',
    'it was in talks with a Chinese rival <- ~Two people',
    'it had made no offer <- =Hualin',
    'he would step down <- =Haas < ~three people close to it < =Bloomberg',
    'the report “fiction” <- ~A spokesman for the company',
    'the shares could fall by another tenth before the summer <- ~Analysts at Keel Bank',
  ],
  [
    'crime',
    `Detectives searching for a man who robbed three jewellers in a week have appealed to his family to come forward.

The robber, who police believe is in his twenties, threatened staff with a hammer. “He was very polite about it,” said shop owner Leopold Stern. “He said please.”

Det Insp Grace Mbeki said officers were looking at footage from a bus. She urged anybody who knew him to call.

A teenager who saw him run said that he had dropped a glove. The glove, she said, was pink.

The Gazette reported on Sunday that a suspect had been questioned and released, quoting a police source. Mbeki refused to say if that was true.

Jewellers told the paper that they had asked for patrols in November. The force said no such request had been made. A reward of £5,000 has been offered by the shops, and the street will have guards until Christmas.`,
    'The robber … is in his twenties <- *police',
    'He was very polite about it <- =Leopold Stern',
    'officers were looking at footage from a bus <- =Grace Mbeki',
    'he had dropped a glove <- ~A teenager',
    'The glove … was pink <- ~A teenager [p]',
    'a suspect had been questioned and released <- ~a police source < =Gazette',
    'they had asked for patrols in November <- ~Jewellers',
    'no such request had been made <- *The force [d]',
  ],
  [
    'weather',
    `Forecasters have warned that a month's rain could fall on the west coast before Saturday morning.

The Met Office said winds would reach 80 mph on high ground. “Stay at home if you can,” its chief forecaster, Dilys Pugh, said.

Ferries have been cancelled. The operator, Sound Lines, said that it hoped to run one boat on Friday, but that passengers should not rely on it.

In Port Ellan, where the sea wall broke in 2019, people were filling sandbags. “They promised us a new wall,” said Murdo Shaw, who keeps the chandlery. “They promised it every year.”

The council's emergency planner said the wall had been inspected in May. She said that it was “as good as we can afford”.

Schools will close at noon on Thursday, the education department said. Farmers have been told by the ministry to move sheep off the flats. The rivers agency says four rivers are already full.`,
    "a month's rain could fall on the west coast before Saturday morning <- ~Forecasters",
    'winds would reach 80 mph on high ground <- =Met Office',
    'Stay at home if you can <- =Dilys Pugh',
    'it hoped to run one boat on Friday, but that passengers should not rely on it <- =Sound Lines',
    'They promised us a new wall <- =Murdo Shaw',
    'the wall had been inspected in May <- ~emergency planner',
    'it was “as good as we can afford” <- ~emergency planner [p]',
    'Schools will close at noon on Thursday <- *the education department [d]',
    'to move sheep off the flats <- *the ministry',
    'four rivers are already full <- *The rivers agency [d]',
  ],
  [
    'health',
    `A hospital in Orsa gave the wrong dose of a blood thinner to 31 patients over eight months, an investigation has found.

None of them died, the health board said. Its medical director, Dr Helle Strand, apologised and said that a label had been misread.

“It should have been caught on the first day,” she told a news conference. “It was caught on the two hundredth.”

Minutes seen by the Tidende show that a pharmacist had warned managers in January. The pharmacist, who no longer works there, said she was told to “stick to counting pills”.

Health minister Olav Rud said he had asked for a report by Easter. He said the board had assured him that every patient had been told.

One of them, retired teacher Bjorg Lie, said that was untrue. “I read it in the paper,” she said. A patients' group said it had heard from nine others.`,
    'A hospital in Orsa gave the wrong dose of a blood thinner to 31 patients over eight months <- *an investigation',
    'None of them died <- *the health board [d]',
    'a label had been misread <- =Helle Strand',
    'It should have been caught on the first day <- =Helle Strand [p]',
    'a pharmacist had warned managers in January <- *Minutes seen by the Tidende < =Tidende',
    'she was told to “stick to counting pills” <- ~The pharmacist [d]',
    'he had asked for a report by Easter <- =Olav Rud',
    'every patient had been told <- *the board < =Olav Rud [d]',
    'I read it in the paper <- =Bjorg Lie [p]',
    "it had heard from nine others <- *A patients' group",
  ],
  [
    'tech',
    `The messaging app Plume read its users' contacts for two years without asking, researchers say.

In a paper posted on Wednesday, a team at Delft said the app sent names and numbers to a server in Utah. “It was not even encrypted,” said Noor de Wit, who found the flaw.

Plume said the data had been deleted. Its co-founder, Chase Lindgren, tweeted that the paper was “misleading garbage”.

Regulators were less relaxed. Ireland's data commissioner, Aoife Byrne, said her office had opened an inquiry, and the French regulator said it was considering a fine.

A former engineer told Wired that managers knew of the flaw in 2022. The engineer, who spoke on condition of anonymity because he had signed an agreement, said that he was told to leave it alone.

Lindgren later deleted the tweet. He wrote in a blog post that he was sorry and that Plume would pay for an audit. Advertisers say they are waiting for it.`,
    "The messaging app Plume read its users' contacts for two years without asking <- ~researchers",
    'the app sent names and numbers to a server in Utah <- *a team at Delft',
    'It was not even encrypted <- =Noor de Wit',
    'the data had been deleted <- =Plume',
    'the paper was “misleading garbage” <- =Chase Lindgren',
    'her office had opened an inquiry <- =Aoife Byrne',
    'it was considering a fine <- *the French regulator [d]',
    'managers knew of the flaw in 2022 <- ~A former engineer',
    'he was told to leave it alone <- ~The engineer [d]',
    'he was sorry and that Plume would pay for an audit <- =Lindgren [p]',
    'they are waiting for it <- ~Advertisers',
  ],
  [
    'culture',
    `The sculptor Ines Barbosa has refused the city's gold medal, saying that it should go to the people who clean her fountains.

“They have touched the work more often than I have,” she wrote to the mayor.

The mayor, Duarte Pinto, said he was moved by the letter. Others were not. The critic Paul Renn called the gesture “false modesty in bronze”, and the paper A Hora quoted a member of the jury as saying that they would not be offering it to her again.

Barbosa, 77, is used to quarrels. In 1999 she said a minister had the eye of a mole. He sued, and lost.

Her dealer, Sara Lobo, said that the sculptor had told her she wanted no more prizes. “She says they are for the dead,” Lobo said.

A show of her drawings opens in May. Visitors, the museum says, will be asked to bring a cloth and to help with the dusting of the garden pieces.`,
    'it should go to the people who clean her fountains <- =Ines Barbosa',
    'They have touched the work more often than I have <- =Ines Barbosa [p]',
    'he was moved by the letter <- =Duarte Pinto',
    'the gesture “false modesty in bronze” <- =Paul Renn',
    'they would not be offering it to her again <- ~a member of the jury < =A Hora',
    'a minister had the eye of a mole <- =Ines Barbosa [p]',
    'she wanted no more prizes <- =Barbosa < =Sara Lobo [d]',
    'Visitors … will be asked to bring a cloth <- *the museum [d]',
  ],
  [
    'war wire',
    `KARSK, May 3 (Coast Wire) – Shelling hit a grain store in the port of Karsk overnight, the regional governor said on Saturday.

Governor Taras Bilyk said on Telegram that two workers were wounded. He said the fire was out by dawn.

The defence ministry in Volgrad denied that its forces had fired on the port. “This is a provocation,” spokesman Major Gleb Orlov told reporters.

State television said, citing the ministry, that the store had held shells. A monitor with the truce mission, speaking on condition of anonymity, said that his team had seen only wheat.

Interfax quoted a separatist commander as saying that the port would be taken within a week.

Residents said by telephone that they had heard four blasts. “The windows came in on the children,” one woman said.

Reuters could not verify either account. The mission said its monitors would return on Sunday if the road was open, according to a statement on its website.`,
    'Shelling hit a grain store in the port of Karsk overnight <- ~the regional governor [d]',
    'two workers were wounded <- =Taras Bilyk',
    'the fire was out by dawn <- =Taras Bilyk [p]',
    'its forces had fired on the port <- *The defence ministry [d]',
    'This is a provocation <- =Gleb Orlov',
    'the store had held shells <- *the ministry < *State television [d]',
    'his team had seen only wheat <- ~A monitor with the truce mission',
    'the port would be taken within a week <- ~a separatist commander < =Interfax',
    'they had heard four blasts <- ~Residents',
    'The windows came in on the children <- ~one woman',
    'its monitors would return on Sunday if the road was open <- *The mission < *a statement on its website [d]',
  ],
  [
    'election night',
    `With four fifths of the votes counted, the Greens look set to hold the balance of power in Norrland.

“We did not dream of this,” said their leader, Alva Strom, as supporters sang behind her. She told the crowd that she would talk to everyone but the far right.

Prime Minister Gosta Lind conceded just before midnight. In a short speech he said that the voters had spoken, “if not very clearly”.

An exit poll for the broadcaster SVK had put his party ahead. Its head of polling, Mats Hedlund, said the sample had been too old.

The Liberals lost half their seats. Their leader, Britt Falk, said she would decide on Monday whether to go, though a party source said she had already told friends that it was over.

The electoral commission said that turnout was 81%. Observers from abroad, it said, had found nothing to complain of. The king's office said he would receive the party leaders on Tuesday morning.`,
    'We did not dream of this <- =Alva Strom',
    'she would talk to everyone but the far right <- =Alva Strom [p]',
    'the voters had spoken, “if not very clearly” <- =Gosta Lind [p]',
    'the sample had been too old <- =Mats Hedlund',
    'she would decide on Monday whether to go <- =Britt Falk',
    'it was over <- =Britt Falk < ~a party source [p]',
    'turnout was 81% <- *The electoral commission [d]',
    'Observers from abroad … had found nothing to complain of <- *The electoral commission [p]',
    "he would receive the party leaders on Tuesday morning <- *The king's office [d]",
  ],
  [
    'column',
    `My neighbour says that nobody reads any more, and he says it every morning over a newspaper.

I thought of him this week when the education secretary, Fay Lomax, told teachers that children should be “ready for screens, not shelves”. It is a neat line. It is also, as every librarian in the country could have told her, wrong.

A survey by the Reading Trust found in March that pupils who borrow books sleep better. The trust's director, Owen Tull, argues that paper slows the mind down “in the way a good road does”.

Lomax's officials insist she was misquoted. They claim that she meant “as well as”. I have listened to the recording and she did not.

The minister once said that she had read Middlemarch twice. I should like to believe her. My neighbour doubts it, but then he thinks that Middlemarch is a station on the way to Leeds.`,
    'nobody reads any more <- ~My neighbour',
    'children should be “ready for screens, not shelves” <- =Fay Lomax',
    'pupils who borrow books sleep better <- *A survey by the Reading Trust',
    'paper slows the mind down “in the way a good road does” <- =Owen Tull',
    "she was misquoted <- ~Lomax's officials",
    'she meant “as well as” <- ~officials [p]',
    'she had read Middlemarch twice <- *minister [d]',
  ],
  [
    'press release',
    `FOR IMMEDIATE RELEASE

Harrow Water opens the largest reed bed in the region

Harrow Water today announced that its new reed bed at Sallow End will clean the waste of 40,000 homes without chemicals.

“Nature has been doing this for longer than we have,” said Dr Beatrix Lowe, the company's Director of Environment. “We have simply got out of its way.”

The bed took two years to plant. Project manager Idris Cole said: “Every one of the 300,000 reeds was put in by hand, and we lost hardly any.”

Wildlife groups have welcomed the scheme. A spokesperson for the Bittern Society said that three pairs had already nested there.

Councillor Pam Doyle, who cuts the ribbon on Friday, added: “I was told by the engineers that it would smell, and it does not.”

The regulator, Ofwater, has said it will study the results. Harrow Water serves two million people and says that it plans six more beds by 2030.`,
    'its new reed bed at Sallow End will clean the waste of 40,000 homes without chemicals <- =Harrow Water',
    'Nature has been doing this for longer than we have <- =Beatrix Lowe',
    'Every one of the 300,000 reeds was put in by hand, and we lost hardly any. <- =Idris Cole',
    'three pairs had already nested there <- ~A spokesperson for the Bittern Society',
    'I was told by the engineers that it would smell, and it does not. <- =Pam Doyle',
    'it will study the results <- =Ofwater',
    'it plans six more beds by 2030 <- =Harrow Water',
  ],
  [
    'interview',
    `An interview with the mountaineer Tenzin Rai

**You have climbed all fourteen. Which was the worst?**

The one I did not climb. In 2008 I turned back 90 metres below the top, and a friend went on.

**What happened to him?**

He came down two days later without his fingers. He told me that it was worth it.

**Do you believe him?**

No. His wife says that he dreams of the stove every night.

**And now you teach children to swim. Why?**

Because my village has a river and no bridge. The ministry promised us a bridge in 1994.

**Will you climb again?**

My doctor says my heart is too large for the air up there. I think that it is the best thing anybody has ever said about me.

Rai was talking in Pokhara, where his school has 60 pupils. It has had no accident in eleven years, and the waiting list is longer than the pool.`,
    'The one I did not climb. In 2008 I turned back 90 metres below the top, and a friend went on. <- =Tenzin Rai',
    'What happened to him? <- ?',
    'it was worth it <- *He < =Tenzin Rai',
    'he dreams of the stove every night <- ~His wife < =Tenzin Rai',
    'Because my village has a river and no bridge. The ministry promised us a bridge in 1994. <- =Tenzin Rai',
    'my heart is too large for the air up there <- ~My doctor < =Tenzin Rai',
  ],
  [
    'speech',
    `Remarks by Defence Secretary Honor Blythe to the Naval Institute, Portsmouth

Thank you, Admiral. I am told that nobody in this room has ever been late, so I shall try to be brief.

We live in a harder world than our parents did. My predecessor told this institute that the age of convoys was over. He was an honest man, and he was wrong.

Last month our allies reported that three cables had been cut in ten days. The Norwegian foreign minister said that it was the work of “a state with time on its hands”. I agree with him.

So today I can announce that we will build four new ships. The Treasury says that we cannot afford them. I say that we cannot afford to be without them.

You will hear it said that steel is old-fashioned. I would remind you that so is drowning. Thank you for listening, and good night to you all.`,
    'We live in a harder world than our parents did. … My predecessor told this institute that the age of convoys was over. He was an honest man, and he was wrong. <- =Honor Blythe',
    'the age of convoys was over <- ~My predecessor < =Honor Blythe',
    'three cables had been cut in ten days <- ~our allies < =Honor Blythe',
    'it was the work of “a state with time on its hands” <- ~The Norwegian foreign minister < =Honor Blythe [d]',
    'we cannot afford them <- =Treasury < =Honor Blythe',
  ],
  [
    'aviation',
    `The crew of a cargo plane that slid off the runway at Keld on Friday had asked twice for a different approach, according to a preliminary report.

The aircraft, a 30-year-old turboprop, stopped 40 metres from a road. Nobody was hurt. “It felt like a tractor,” the co-pilot told investigators, the report says.

The airport's tower said the wind had been within limits. Its operator, Nordair Control, confirmed that one of two gauges was out of order.

Captain Mikko Salo has flown the type since 1998. He told the broadcaster Yle 9 that he had been given a false reading. “I trusted the number,” he said. “I will not do so again.”

The accident board's chair, Raija Koski, cautioned that it was too soon to blame anybody. She said a final report would take a year.

Pilots' unions say that they have complained about the gauges since 2020. The airline said it would repair the plane.`,
    'The crew of a cargo plane that slid off the runway at Keld on Friday had asked twice for a different approach <- *a preliminary report',
    'It felt like a tractor <- ~the co-pilot < *the report [d]',
    'the wind had been within limits <- *tower',
    'one of two gauges was out of order <- =Nordair Control',
    'he had been given a false reading <- =Mikko Salo [p]',
    'I trusted the number <- =Mikko Salo [p]',
    'it was too soon to blame anybody <- =Raija Koski',
    'a final report would take a year <- =Raija Koski [p]',
    "they have complained about the gauges since 2020 <- ~Pilots' unions",
    'it would repair the plane <- *The airline [d]',
  ],
  [
    'climate',
    `The world's glaciers lost more ice last year than in any since records began, the World Glacier Service (WGS) said on Monday.

The WGS said that the losses would fill 200 million swimming pools. “These are not rivers of ice any more,” said its director, Urs Caduff. “They are ponds with a memory.”

Scientists who were not part of the work said the figures were sound. Only one, Lorna Peck of Leeds, questioned the method; she said that too few sites were in Asia.

Ministers meet in Quito next week. A draft text, obtained by the Meridian, says that rich countries “should consider” paying more. Brazil's envoy told the paper that the phrase was an insult.

The European Union, which wrote the draft, would not comment. Its climate chief, Jan Visser, has said that he expects a deal.

Campaigners were blunter. Having read the draft, Wanjiku Otieno of Coldwatch said that it was “an apology with the verb left out”.`,
    "The world's glaciers lost more ice last year than in any since records began <- =World Glacier Service",
    'the losses would fill 200 million swimming pools <- =World Glacier Service',
    'These are not rivers of ice any more <- =Urs Caduff',
    'the figures were sound <- ~Scientists',
    'too few sites were in Asia <- =Lorna Peck [p]',
    'rich countries “should consider” paying more <- *A draft text < =Meridian',
    "the phrase was an insult <- ~Brazil's envoy",
    'he expects a deal <- =Jan Visser',
    'it was “an apology with the verb left out” <- =Wanjiku Otieno',
  ],
  [
    'education',
    `Pupils at a school in Easter Moor have been told to bring their own chairs.

Head teacher Gethin Rowe wrote to parents last week that 80 chairs had been condemned. “I would rather they sat on something than on the floor,” he said on Tuesday.

Parents were furious. “What is next, bring your own roof?” asked Lisa Tarrant, whose twins are in year four.

The county said that new chairs had been ordered in June. A spokeswoman said the supplier had blamed a strike at the docks, and that the chairs would arrive by half-term.

The supplier, Formex, told the Post that it had never received an order. It said the county still owed it for desks.

Rowe's deputy, who has taught there for 30 years, said that pupils had adapted. “One boy brought a deckchair,” she said. “He has never been so popular.” The schools minister said through an aide that she was looking into it.`,
    'to bring their own chairs <- ?',
    '80 chairs had been condemned <- =Gethin Rowe',
    'I would rather they sat on something than on the floor <- =Gethin Rowe [p]',
    'What is next, bring your own roof? <- =Lisa Tarrant',
    'new chairs had been ordered in June <- *The county [d]',
    'a strike at the docks <- *the supplier < ~A spokeswoman [d]',
    'it had never received an order <- =Formex',
    'the county still owed it for desks <- =Formex [p]',
    'pupils had adapted <- ~deputy',
    'One boy brought a deckchair <- ~deputy [p]',
    'she was looking into it <- ~The schools minister < ~an aide [d]',
  ],
]
