import type { Fresh } from './fresh-articles.ts'

/** A second set, of other beats, with gold that was written before the rules first read it; many words are passed on. */
export const further: Fresh[] = [
  [
    'asylum',
    `Twenty-three people were taken off a dinghy near Cape Arlo on Wednesday night, the coastguard has confirmed.

A volunteer at the reception centre said one of the survivors had told her that the engine failed within an hour. “They were using a shoe to bail,” she said.

The interior ministry told the news agency Reval that all of them would be moved inland. Its spokesman, Anders Toivonen, refused to say where.

Lawyers who visited the centre on Thursday reported that nobody had been given an interpreter. “My clients do not know what country they are in,” said one of them, Farida Noor.

Ms Noor also claimed that an officer had admitted to her that the radio had been switched off. The coastguard described the claim as “malicious”.

According to the charity Open Shore, which cited two passengers, the boat had been turned back twice before. The ministry denies it.`,
    'Twenty-three people were taken off a dinghy near Cape Arlo on Wednesday night <- *the coastguard [d]',
    'the engine failed within an hour <- ~one of the survivors < ~A volunteer at the reception centre',
    'They were using a shoe to bail <- ~A volunteer [p]',
    'all of them would be moved inland <- *The interior ministry',
    'nobody had been given an interpreter <- ~Lawyers',
    'My clients do not know what country they are in <- =Farida Noor',
    'the radio had been switched off <- ~an officer < =Farida Noor',
    'the claim as “malicious” <- *The coastguard [d]',
    'the boat had been turned back twice before <- ~two passengers < =Open Shore',
  ],
  [
    'fishing',
    `Cod quotas in the northern bight will be cut by a third, ministers agreed early on Friday after a night of talks.

“It is the end for the small boats,” said Magnus Eyde, whose family has fished out of Torvik for six generations. He said that his bank had warned him it would not renew his loan.

The fisheries minister, Solveig Anker, insisted that the cut was unavoidable. “We followed the science,” she told reporters as she left the building. Her Danish counterpart was less sure: he called the figures “a guess in a lab coat”.

Scientists at the Bight Institute say that spawning stock has fallen by 60% since 2009. They add that cod may not recover even if fishing stops.

A delegate, who did not wish to be identified, told the Torvik Times that the minister had threatened to walk out. She later denied having done so.

The union will meet on Sunday. Its chair says members feel betrayed.`,
    'Cod quotas in the northern bight will be cut by a third <- ~ministers',
    'It is the end for the small boats <- =Magnus Eyde',
    'it would not renew his loan <- *his bank < =Magnus Eyde [p]',
    'the cut was unavoidable <- =Solveig Anker',
    'We followed the science <- =Solveig Anker [p]',
    'the figures “a guess in a lab coat” <- ~counterpart [p]',
    'spawning stock has fallen by 60% since 2009 <- ~Scientists at the Bight Institute',
    'cod may not recover even if fishing stops <- ~Scientists [p]',
    'the minister had threatened to walk out <- ~A delegate',
    'members feel betrayed <- ~chair',
  ],
  [
    'religion',
    `The Bishop of Carrow has apologised for what he called “a failure of courage” over the sale of the almshouses.

In a letter read out in churches on Sunday, the Rt Rev Philip Aske said he should have listened to the residents. “I did not, and I am sorry,” he wrote.

Residents were told in May that the buildings were unsafe. But a surveyor's report, seen by the Carrow Gazette, says the walls would stand for another century.

Jean Mallory, 88, who has lived there since 2003, said the archdeacon had assured her that nobody would have to leave before Christmas. “He held my hand while he said it,” she recalled.

The archdeacon could not be reached. A diocesan spokeswoman said he was on retreat. She declined to say whether the sale would go ahead, but conceded that “questions remain”.

The buyer, Lintel Homes, said that it had been told by the diocese that the almshouses were empty.`,
    'a failure of courage <- ~The Bishop of Carrow',
    'he should have listened to the residents <- =Philip Aske',
    'I did not, and I am sorry <- =Philip Aske [p]',
    'the buildings were unsafe <- ?',
    "the walls would stand for another century <- *a surveyor's report < =Carrow Gazette",
    'nobody would have to leave before Christmas <- ~the archdeacon < =Jean Mallory [d]',
    'He held my hand while he said it <- =Jean Mallory [p]',
    'he was on retreat <- ~A diocesan spokeswoman',
    'questions remain <- ~A diocesan spokeswoman [p]',
    'the almshouses were empty <- *the diocese < =Lintel Homes [d]',
  ],
  [
    'housing',
    `Tenants of the Marlow Towers have been living without hot water since October, an investigation by Channel 6 has found.

Documents obtained by the programme show that the landlord knew about the boilers in 2021. In one email a manager warned: “If this gets out, we are finished.”

Kaye Obi, who lives on the ninth floor with her three children, said that an engineer had told her the part would take two days. That was eleven weeks ago. “I boil pans,” she said. “My youngest thinks that is what a bath is.”

The landlord, Crest Living, apologised for “any inconvenience”. It blamed a shortage of parts and said that work would begin on Monday. Asked about the email, the company said it could not comment on leaked material.

The housing ombudsman said it had received 140 complaints. According to the mayor's office, the council has asked the government whether it can take over the block. A government source told the programme that ministers “won't touch it”.`,
    'Tenants of the Marlow Towers have been living without hot water since October <- *an investigation by Channel 6',
    'the landlord knew about the boilers in 2021 <- *Documents < *the programme [d]',
    'If this gets out, we are finished. <- ~a manager',
    'the part would take two days <- ~an engineer < =Kaye Obi',
    'I boil pans … My youngest thinks that is what a bath is. <- =Kaye Obi [p]',
    'work would begin on Monday <- =Crest Living [p]',
    'it could not comment on leaked material <- =Crest Living [d]',
    'it had received 140 complaints <- *The housing ombudsman',
    "the council has asked the government whether it can take over the block <- *the mayor's office",
    "ministers “won't touch it” <- ~A government source",
  ],
  [
    'nuclear',
    `Operators of the Hessel nuclear plant shut down its second reactor on Saturday after a valve stuck, the regulator said.

No radiation was released, it said in a statement. Residents, however, said they had heard about the incident from a football forum.

“The siren went, then it stopped, then my phone rang,” said Bram de Wit, a baker in nearby Oostrum. He said his sister, who works at the plant, had told him to shut the windows.

The plant's director, Ilse van den Broek, denied that there had been any danger. “At no point,” she told a news conference, “was anybody at risk.” She said that the valve had been replaced in June.

That was contradicted by a former inspector. Speaking on condition of anonymity because he feared for his pension, he said the valve dated from 1986.

The energy minister told parliament that she had been informed by the regulator only on Sunday. Opposition MPs accused her of sleeping through a crisis. Greenpeace said the reactor ought to stay shut.`,
    'Operators of the Hessel nuclear plant shut down its second reactor on Saturday after a valve stuck <- *the regulator [d]',
    'No radiation was released <- *the regulator [p]',
    'they had heard about the incident from a football forum <- ~Residents',
    'The siren went, then it stopped, then my phone rang <- =Bram de Wit',
    'to shut the windows <- ~his sister < =Bram de Wit [p]',
    'there had been any danger <- =Ilse van den Broek',
    'At no point … was anybody at risk. <- =Ilse van den Broek [p]',
    'the valve had been replaced in June <- =Ilse van den Broek [p]',
    'the valve dated from 1986 <- ~a former inspector [p]',
    'sleeping through a crisis <- ~Opposition MPs',
    'the reactor ought to stay shut <- =Greenpeace',
  ],
  [
    'diplomacy',
    `NEW YORK, Sept 24 (Union Press) - The United States has offered to host a new round of talks between Karsia and its southern neighbour, two diplomats said on Tuesday.

One of the diplomats said the Karsian foreign minister had told the Americans that he would come “without conditions”. The other cautioned that nothing had been agreed.

Karsia's mission to the United Nations did not respond to a request for comment. State television quoted President Adil Mirza as saying that his country “talks to everyone and kneels to no one”.

Mirza's spokeswoman, Leyla Hasan, later said the remarks had been taken out of context. The president, she added, would not travel.

Asked about the offer, a State Department spokesman said only that Washington supported dialogue. Western officials believe the talks could begin in November, according to a person briefed on the plans.

“We have been here before,” a senior European envoy said. The envoy said a deal had been lost in 2022 because, as one participant put it, nobody brought a pen.`,
    'The United States has offered to host a new round of talks between Karsia and its southern neighbour <- ~two diplomats',
    'he would come “without conditions” <- ~the Karsian foreign minister < ~One of the diplomats [d]',
    'nothing had been agreed <- *The other',
    'his country “talks to everyone and kneels to no one” <- =Adil Mirza < *State television',
    'the remarks had been taken out of context <- =Leyla Hasan',
    'The president … would not travel. <- =Leyla Hasan [p]',
    'Washington supported dialogue <- ~a State Department spokesman',
    'the talks could begin in November <- ~Western officials < ~a person briefed on the plans',
    'We have been here before <- ~a senior European envoy',
    'a deal had been lost in 2022 <- ~envoy [d]',
  ],
  [
    'archaeology',
    `A gold torc found by a man looking for his lost wedding ring could rewrite the history of the fens, experts believe.

Dale Hucknall, 41, a plumber from Ely, was using a borrowed metal detector. “I thought it was a curtain rail,” he said.

He rang his wife, who told him to put it back. Instead he took it to the museum, where curator Rosalind Achebe realised what it was. She said her hands had shaken. “Only two others like it are known,” she explained, “and both were melted down.”

Dr Achebe thinks it was buried around 300 BC. Her colleague at Durham, Prof. Ian Leckie, is more cautious: he says it may be as late as the Romans.

The coroner will decide in spring whether the torc is treasure. Hucknall was told by an official that it might be worth £200,000. The landowner, Lord Stapleford, let it be known through his agent that he would expect half.

The ring has not been found. Mrs Hucknall said she had stopped asking.`,
    'A gold torc found by a man looking for his lost wedding ring could rewrite the history of the fens <- ~experts',
    'I thought it was a curtain rail <- =Dale Hucknall [p]',
    'to put it back <- ~wife',
    'her hands had shaken <- =Rosalind Achebe [p]',
    'Only two others like it are known … and both were melted down. <- =Rosalind Achebe [p]',
    'it was buried around 300 BC <- =Achebe',
    'it may be as late as the Romans <- =Ian Leckie [p]',
    'it might be worth £200,000 <- ~an official',
    'he would expect half <- =Lord Stapleford < ~his agent',
    'she had stopped asking <- =Mrs Hucknall',
  ],
  [
    'prison',
    `An inmate who died at Stonegate prison had asked for a doctor four times, an inquest heard on Monday.

Liam Pryce, 24, was found in his cell on 3 February. His cellmate, Tyrone Bell, told the hearing that Pryce had complained of chest pains for a week. “He said it was like somebody sitting on him,” Bell said.

A nurse, Carol Amadi, said she had been told by a prison officer that Pryce was “putting it on”. She accepted that she should have examined him. “I think about it every day,” she told the coroner.

The officer, who cannot be named for legal reasons, denied using those words. He said the wing had been short of staff.

Pryce's mother wept as his last letter was read to the court. In it he wrote that he was frightened. She said afterwards that the governor had promised her an answer, and that she was still waiting.

The coroner, Dr Helen Rudge, said she would write to the justice secretary. The inquest continues.`,
    'An inmate who died at Stonegate prison had asked for a doctor four times <- ?',
    'Pryce had complained of chest pains for a week <- =Tyrone Bell',
    'it was like somebody sitting on him <- =Pryce < =Bell [p]',
    'Pryce was “putting it on” <- ~a prison officer < =Carol Amadi',
    'she should have examined him <- =Carol Amadi [p]',
    'I think about it every day <- =Carol Amadi [p]',
    'the wing had been short of staff <- ~officer [p]',
    'he was frightened <- =Pryce [p]',
    'the governor had promised her an answer, and that she was still waiting <- ~mother [p]',
    'she would write to the justice secretary <- =Helen Rudge',
  ],
  [
    'crypto fraud',
    `The founder of the collapsed exchange Pagoda lied to customers “with a smile”, a federal prosecutor said on Thursday.

In her closing argument, Assistant U.S. Attorney Dana Whitlock told jurors that Victor Sung had spent $340 million that did not belong to him. “He bought a yacht, an island and a hockey team,” she said. “He did not buy one dollar of insurance.”

Sung has pleaded not guilty. His lawyer, Mark Feld, countered that his client had relied on accountants who “told him what he wanted to hear”.

Earlier, the jury was shown messages in which Sung told a colleague that the money was “gone gone”. The colleague, Priya Raman, who has admitted fraud, testified that Sung had ordered her to backdate the books. She said he had told her nobody would look.

A juror asked whether the messages could be read again. U.S. District Judge Harold Kim said they could.

Shares of rival exchanges fell. “Everyone is guilty until audited,” an analyst at Brooke Capital wrote in a note to clients.`,
    'The founder of the collapsed exchange Pagoda lied to customers “with a smile” <- ~a federal prosecutor',
    'Victor Sung had spent $340 million that did not belong to him <- =Dana Whitlock',
    'He bought a yacht, an island and a hockey team … He did not buy one dollar of insurance. <- =Dana Whitlock [p]',
    'his client had relied on accountants who “told him what he wanted to hear” <- =Mark Feld',
    'the money was “gone gone” <- =Sung',
    'Sung had ordered her to backdate the books <- =Priya Raman',
    'nobody would look <- =Sung < =Priya Raman [p]',
    'whether the messages could be read again <- ~A juror',
    'they could <- =Harold Kim',
    'Everyone is guilty until audited <- ~an analyst at Brooke Capital',
  ],
  [
    'rail strike',
    `Train drivers across the country will walk out for three days from 9 June, their union announced last night.

Aslan's general secretary, Mick Farrow, said the employers had “torn up” a deal reached in March. “They shook my hand, and then they went to the pub and changed their minds,” he said.

The Rail Delivery Board said the claim was untrue. “The offer is still on the table,” a spokesperson for the board said, adding that drivers already earned more than teachers.

But a leaked memo, first reported by the Sentinel, suggests the board had been instructed by ministers not to settle. In it an unnamed official writes that “a short strike would be helpful”.

The transport secretary, Alison Crewe, told Sky Nine she had never seen the memo. Pressed on whether she had spoken to the board, she replied: “I speak to lots of people.”

Passengers at Leeds station were weary. Ade Bakare, 29, said his boss had told him to sleep in the office. Commuter groups are urging both sides to return to talks.`,
    'Train drivers across the country will walk out for three days from 9 June <- *their union',
    'the employers had “torn up” a deal reached in March <- =Mick Farrow',
    'They shook my hand, and then they went to the pub and changed their minds <- =Mick Farrow [p]',
    'the claim was untrue <- =Rail Delivery Board',
    'The offer is still on the table <- ~a spokesperson for the board',
    'drivers already earned more than teachers <- ~a spokesperson for the board',
    'the board had been instructed by ministers not to settle <- *a leaked memo < =Sentinel',
    'a short strike would be helpful <- ~an unnamed official',
    'she had never seen the memo <- =Alison Crewe',
    'I speak to lots of people. <- =Alison Crewe [p]',
    'to sleep in the office <- ~his boss < =Ade Bakare',
  ],
  [
    'space',
    `A European probe has landed on the asteroid Bennet and is sending pictures home, mission controllers said in the early hours of Sunday.

There were tears in Darmstadt when the first image appeared. “It looks like a burnt potato,” flight director Chiara Monti said, “and it is the most beautiful thing I have ever seen.”

The agency's head, Jonas Lindqvist, said Monti had rung him at three to say that the signal was lost. Twenty minutes later she rang again. “She just laughed,” he said.

Engineers think that the probe bounced twice. They say one of its legs is probably bent, which would make drilling difficult.

NASA congratulated the team. Its administrator wrote on X that Europe had “done it with pocket change”.

A Japanese scientist who worked on an earlier mission told Space Weekly that the landing was “far better than ours”. The magazine also reported, citing engineers, that a second drill had been left out to save money. The agency said that was “old news”.`,
    'A European probe has landed on the asteroid Bennet and is sending pictures home <- ~mission controllers',
    'It looks like a burnt potato … and it is the most beautiful thing I have ever seen. <- =Chiara Monti',
    'the signal was lost <- =Monti < =Jonas Lindqvist',
    'She just laughed <- =Jonas Lindqvist [p]',
    'the probe bounced twice <- ~Engineers',
    'one of its legs is probably bent <- ~Engineers [p]',
    'Europe had “done it with pocket change” <- ~administrator',
    'the landing was “far better than ours” <- ~A Japanese scientist',
    'a second drill had been left out to save money <- ~engineers < *The magazine [d]',
    'that was “old news” <- *The agency [d]',
  ],
  [
    'food safety',
    `More than 60 guests at a wedding in Hallam fell ill after eating a trifle, health officials said yesterday.

The bride, Charlotte Penn, said she had been sick in the car on the way to the airport. “It was not the honeymoon I had imagined,” she said. Her father, who paid for the meal, said the caterers had told him the cream was fresh that morning.

Hallam council's environmental health team has taken samples. Team leader Oluwaseun Adeyemi said that early tests pointed to salmonella but stressed that they were not final.

The caterer, Silver Spoon, has closed its kitchen. Its owner, Terry Voss, maintains that the eggs were to blame. “I have done four hundred weddings,” he told Radio Hallam. He said his supplier had since admitted there was a problem at one farm.

The supplier, Dunn's Eggs, rejected this. “We have admitted nothing of the sort,” it said in an email.

A guest who works as a nurse said the sign was obvious: people were leaving before the speeches.`,
    'More than 60 guests at a wedding in Hallam fell ill after eating a trifle <- ~health officials',
    'she had been sick in the car on the way to the airport <- =Charlotte Penn',
    'It was not the honeymoon I had imagined <- =Charlotte Penn [p]',
    'the cream was fresh that morning <- ~the caterers < ~Her father [d]',
    'early tests pointed to salmonella <- =Oluwaseun Adeyemi',
    'they were not final <- =Oluwaseun Adeyemi',
    'the eggs were to blame <- =Terry Voss',
    'I have done four hundred weddings <- =Terry Voss [p]',
    'there was a problem at one farm <- ~his supplier < =Terry Voss [p]',
    "We have admitted nothing of the sort <- =Dunn's Eggs [p]",
    'the sign was obvious: people were leaving before the speeches <- ~A guest',
  ],
  [
    'court transcript',
    `IN THE CROWN COURT AT BRENTON
The Crown v. Ashby

Tuesday, 12 March

MR JUSTICE FENN: Good morning, Mr Orton. Are we ready?

MR ORTON: We are, my Lord. I call Stephen Blaine.

STEPHEN BLAINE, sworn

Examined by MR ORTON

Q. Mr Blaine, where were you on the evening of the fourth?
A. I was at home. My neighbour came round at about nine.

Q. What did she say?
A. She said that there was smoke coming from the barn. I told her to ring the brigade.

Q. Did you see the defendant?
A. Not myself. My son told me he had seen a man with a can by the gate.

MS LATIMER: My Lord, that is hearsay.

MR JUSTICE FENN: It is. The jury will disregard it.

MR ORTON: I have no more questions for this witness.`,
    'Good morning, Mr Orton. Are we ready? <- =Fenn',
    'We are, my Lord. I call Stephen Blaine. <- =Orton',
    'I was at home. My neighbour came round at about nine. <- =Stephen Blaine',
    'there was smoke coming from the barn <- ~My neighbour < =Stephen Blaine',
    'he had seen a man with a can by the gate <- ~My son < =Stephen Blaine',
    'My Lord, that is hearsay. <- =Latimer',
    'It is. The jury will disregard it. <- =Fenn',
    'I have no more questions for this witness. <- =Orton',
  ],
  [
    'press briefing',
    `Press briefing by Press Secretary Maria Kendrick, 14 November

MS. KENDRICK: Good afternoon, everybody. I have two short announcements, and then I will take your questions. The President will travel to Ohio on Friday.

The Secretary of Labor said this morning that 200,000 jobs were added last month. We welcome that.

Q Thank you, Maria. The Speaker says the White House never called him. Is that right?

MS. KENDRICK: No. The President told me an hour ago that they spoke twice on Sunday.

Q Then why does the Speaker's office deny it?

MS. KENDRICK: You would have to ask them. I was not on the call.

Q A report in the Ledger says that the veto is already written. Can you confirm that?

MS. KENDRICK: I can't. Our lawyers have said that the bill is badly drafted, and I will leave it there. Thank you, everybody.`,
    'Good afternoon, everybody. I have two short announcements, and then I will take your questions. The President will travel to Ohio on Friday. <- =Kendrick',
    '200,000 jobs were added last month <- ~The Secretary of Labor < =Kendrick',
    'Thank you, Maria. The Speaker says the White House never called him. Is that right? <- ~questioner',
    'the White House never called him <- ~The Speaker < ~questioner',
    'they spoke twice on Sunday <- *The President < =Kendrick',
    'You would have to ask them. I was not on the call. <- =Kendrick',
    'the veto is already written <- *A report in the Ledger < ~questioner',
    'the bill is badly drafted <- ~Our lawyers < =Kendrick',
  ],
  [
    'debate',
    `Flood Defences (Funding) Bill

Second Reading

3.34 pm

The Secretary of State for the Environment (Gareth Mold): I beg to move, That the Bill be now read a Second time. The Environment Agency has told my Department that one home in six is at risk.

Dame Rosalind Peel (Wyre Valley) (Con): Will the Minister give way?

Gareth Mold: I will, briefly.

Dame Rosalind Peel: I am grateful. Farmers in my constituency tell me that they have not seen an engineer since 2019. Does he accept that?

Gareth Mold: I do not. The chief engineer assured me in writing that every site had been visited.

Mr Deputy Speaker (Sir Alan Croft): Order. We must move on.

Lucy Adeyemi (Brenton South) (Lab): The Minister says that the money is new. The Library says that two thirds of it was announced last year. Who is right?`,
    'I beg to move, That the Bill be now read a Second time. The Environment Agency has told my Department that one home in six is at risk. <- =Gareth Mold',
    'one home in six is at risk <- =Environment Agency < =Gareth Mold',
    'Will the Minister give way? <- =Rosalind Peel',
    'they have not seen an engineer since 2019 <- ~Farmers < =Rosalind Peel',
    'every site had been visited <- ~The chief engineer < =Gareth Mold',
    'Order. We must move on. <- *Croft',
    'the money is new <- ~The Minister < =Lucy Adeyemi',
    'two thirds of it was announced last year <- *The Library < =Lucy Adeyemi',
  ],
  [
    'podcast',
    `The Long Table, episode 44: Nadia Ferrante on bread

Host: Nadia, welcome. You grew up over a bakery.

Nadia Ferrante: Over two, actually. My grandmother always said that flour never sleeps.

Host: And did you believe her?

Nadia Ferrante: At four in the morning, yes. She told my father he would be dead by fifty if he kept those hours, and he is eighty-one.

Host: Critics have called your book a love letter to salt.

Nadia Ferrante: One critic did. Another wrote that it made him want to lie down. I framed that one.

Host: Your publisher says there will be a second.

Nadia Ferrante: My publisher says a lot of things. I think we will see.`,
    'Nadia, welcome. You grew up over a bakery. <- *Host',
    'Over two, actually. My grandmother always said that flour never sleeps. <- =Nadia Ferrante',
    'flour never sleeps <- ~My grandmother < =Nadia Ferrante',
    'he would be dead by fifty if he kept those hours <- *She < =Nadia Ferrante',
    'it made him want to lie down <- *Another < =Nadia Ferrante',
    'there will be a second <- ~Your publisher < *Host',
    'My publisher says a lot of things. I think we will see. <- =Nadia Ferrante',
  ],
  [
    'panel',
    `Panel: Who pays for the news?

[00:00:12] Moderator: Welcome to the second session. Hanna, would you like to begin?

[00:00:31] Hanna Sorel: Thank you. Ten years ago a publisher told me that print would outlive him. He was right, but only because he died.

[00:01:05] Kwame Asante: In Accra we never had that comfort. Our readers say they trust the radio more than us.

[00:01:40] Moderator: And do they pay for it?

[00:01:44] Kwame Asante: No. A study by the university found that two in a hundred pay for anything.

[00:02:10] Hanna Sorel: The government here promised us a fund. The minister said in June that it would open by autumn. It is November.

[00:02:33] Moderator: Let me bring in the room.

[00:02:40] Audience member: My union says that the fund is a bribe. Is it?`,
    'Welcome to the second session. Hanna, would you like to begin? <- *Moderator',
    'Thank you. Ten years ago a publisher told me that print would outlive him. He was right, but only because he died. <- =Hanna Sorel',
    'print would outlive him <- ~a publisher < =Hanna Sorel',
    'they trust the radio more than us <- ~Our readers < =Kwame Asante',
    'two in a hundred pay for anything <- *A study by the university < =Kwame Asante',
    'it would open by autumn <- ~The minister < =Hanna Sorel',
    'My union says that the fund is a bribe. Is it? <- *Audience member',
    'the fund is a bribe <- *My union < *Audience member',
  ],
  [
    'lecture',
    `Full text of the speech by Chief Constable Imelda Roche to the Police Federation

Friends, thank you for having me back. The last time I stood here somebody told me that I had ten minutes and a full bladder. I have kept to both.

I joined this service in 1991. My first sergeant said to me that the job was ninety per cent tea. He did not tell me what the rest was.

Last year the inspectorate reported that we had lost the trust of young women. I read every page of it. I did not sleep.

Some of you say that we are unlucky. The Home Secretary says we are slow. My own daughter says we don't listen, and it is she who keeps me awake.

We will publish every complaint. We will publish it whether it flatters us or not. Thank you.`,
    'I joined this service in 1991. My first sergeant said to me that the job was ninety per cent tea. He did not tell me what the rest was. <- =Imelda Roche',
    'the job was ninety per cent tea <- ~My first sergeant < =Imelda Roche',
    'we had lost the trust of young women <- *the inspectorate < =Imelda Roche',
    'we are slow <- ~The Home Secretary < =Imelda Roche',
    "we don't listen <- ~My own daughter < =Imelda Roche",
  ],
]
