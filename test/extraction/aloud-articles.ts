import type { Fresh } from './fresh-articles.ts'

/** Fifteen spoken and mixed texts, each in another form, with gold that was written before the rules read them. */
export const aloud: Fresh[] = [
  [
    'a house of commons',
    `Rural Bus Services

11.34 am

Owen Tregarth (Marwick and Fell) (LD)
What recent discussions he has had with local authorities on rural bus services.

The Minister for Local Transport (Helen Arkwright)
I meet council leaders every month. We have given £140 million to rural routes since April, and no county has told me that it lacks the power to spend it.

Owen Tregarth
I am grateful for that answer, but it will not do. The last bus out of Selby Cross leaves at ten past three. My constituent Dorothy Plummer, who is 83, told me on Saturday that she has given up her hospital appointments. The county council says that it asked the Department for help in November and never had a reply. Will the Minister tell the House when she last took a bus?

Helen Arkwright
Last Thursday. The hon. Gentleman is wrong about the council. Its leader wrote to me in December that the money had arrived. [Interruption.] I shall place the letter in the Library.

Mr Speaker
Order. I want to hear the answer, even if others do not.

Joanna Leck (Great Harle) (Lab/Co-op)
The Campaign for Better Roads has warned that one village in five will have no bus by the summer. Does the Minister accept that figure?

Helen Arkwright
I do not. According to my officials, the campaign counted school buses twice.`,
    'What recent discussions he has had with local authorities on rural bus services. <- =Owen Tregarth',
    'I meet council leaders every month. We have given £140 million to rural routes since April, and no county has told me that it lacks the power to spend it. <- =Helen Arkwright',
    'I am grateful for that answer, but it will not do. The last bus out of Selby Cross leaves at ten past three. My constituent Dorothy Plummer, who is 83, told me on Saturday that she has given up her hospital appointments. The county council says that it asked the Department for help in November and never had a reply. Will the Minister tell the House when she last took a bus? <- =Owen Tregarth',
    'she has given up her hospital appointments <- =Dorothy Plummer < =Owen Tregarth',
    'it asked the Department for help in November and never had a reply <- *county council < =Owen Tregarth',
    'the money had arrived <- ~leader < =Helen Arkwright',
    'Order. I want to hear the answer, even if others do not. <- *Speaker',
    'The Campaign for Better Roads has warned that one village in five will have no bus by the summer. Does the Minister accept that figure? <- =Joanna Leck',
    'one village in five will have no bus by the summer <- =Campaign for Better Roads < =Joanna Leck',
    'the campaign counted school buses twice <- ~officials < =Helen Arkwright',
  ],
  [
    'a hearing of a committee',
    `STATEMENT OF RUTH ARRINGTON, DIRECTOR, OFFICE OF DAM SAFETY

Ms. ARRINGTON. Thank you, Chairman Voss, Ranking Member Daly, and members of the committee. My name is Ruth Arrington, and I have led the office for six years.

We inspect 412 dams. In 2019 our engineers reported that the spillway at Cutler Creek was cracked. The owner, Bayliss Power, assured us that the crack was cosmetic.

It was not. When the gate failed, a lineman named Ed Sorrel called our night desk and said that water was coming over the top.

Chairman VOSS. Thank you, Ms. Arrington. I will now recognize myself for five minutes. Did anyone at Bayliss Power tell you to wait?

Ms. ARRINGTON. Yes, sir. Their vice president asked us to hold the report until the bond sale had closed.

Chairman VOSS. And did you?

Ms. ARRINGTON. We did not.

[Pause.]

Senator DALY. I have a letter here in which the company denies that it ever spoke to your office. Who is telling the truth?

Ms. ARRINGTON. Senator, I was in the room. My deputy wrote in his notes that night that we had been threatened.

Senator DALY. The Governor has said that your office had no money for inspectors. Was he right?

Ms. ARRINGTON. He was, and he had cut it.

(Laughter.)

Chairman VOSS. The committee will be in order.`,
    'Thank you, Chairman Voss, Ranking Member Daly, and members of the committee. My name is Ruth Arrington, and I have led the office for six years. <- =Arrington',
    'the spillway at Cutler Creek was cracked <- ~engineers < =Arrington',
    'the crack was cosmetic <- =Bayliss Power < =Arrington',
    'It was not. When the gate failed, a lineman named Ed Sorrel called our night desk and said that water was coming over the top. <- =Arrington',
    'water was coming over the top <- =Ed Sorrel < =Arrington',
    'Thank you, Ms. Arrington. I will now recognize myself for five minutes. Did anyone at Bayliss Power tell you to wait? <- =Voss',
    'Yes, sir. Their vice president asked us to hold the report until the bond sale had closed. <- =Arrington',
    'hold the report until the bond sale had closed <- ~vice president < =Arrington',
    'We did not. <- =Arrington',
    'I have a letter here in which the company denies that it ever spoke to your office. Who is telling the truth? <- =Daly',
    'it ever spoke to your office <- *company < =Daly',
    'Senator, I was in the room. My deputy wrote in his notes that night that we had been threatened. <- =Arrington',
    'we had been threatened <- ~deputy < =Arrington',
    'your office had no money for inspectors <- *Governor < =Daly',
    'He was, and he had cut it. <- =Arrington',
    'The committee will be in order. <- =Voss',
  ],
  [
    'a transcript with times',
    `Town Hall Radio, The Late Desk, 3 May 2024

[00:00:08] Ana Berg: Good evening. The ferry company says it will stop sailing on Sunday. With me is Tomas Reith, who has captained the Lady Elin for twenty years.

[00:00:21] Tomas Reith: Evening.

[00:00:23] Ana Berg: When did you hear?

[00:00:25] Tomas Reith: At noon, from a passenger. She told me it had been on the news. I rang the office and they said they knew nothing.

[00:00:41] Ana Berg: The managing director, Piers Holloway, told this programme the crews were informed on Friday.

[00:00:49] Tomas Reith: That is not true. No one was informed. I asked the mate, and he said the same thing.

We have families. You don't find out from a woman with a suitcase.

[00:01:07] Caller: My mother lives on the island. The doctor has told her that she should move.

[00:01:15] Ana Berg: Piers Holloway also said, "Nobody will lose a day's pay." Do you believe him?

[00:01:22] Tomas Reith: [laughs] I believe he said it.

[00:01:26] Ana Berg: We asked the harbour board for an interview. It said in a statement that the matter was commercial.`,
    'Good evening. The ferry company says it will stop sailing on Sunday. With me is Tomas Reith, who has captained the Lady Elin for twenty years. <- =Ana Berg',
    'it will stop sailing on Sunday <- *ferry company < =Ana Berg',
    'When did you hear? <- =Ana Berg',
    'At noon, from a passenger. She told me it had been on the news. I rang the office and they said they knew nothing. <- =Tomas Reith',
    'it had been on the news <- ~passenger < =Tomas Reith [p]',
    'they knew nothing <- *office < =Tomas Reith',
    'the crews were informed on Friday <- =Piers Holloway < =Ana Berg',
    'That is not true. No one was informed. I asked the mate, and he said the same thing. <- =Tomas Reith',
    "We have families. You don't find out from a woman with a suitcase. <- =Tomas Reith",
    'My mother lives on the island. The doctor has told her that she should move. <- *Caller',
    'she should move <- ~doctor < *Caller',
    "Nobody will lose a day's pay. <- =Piers Holloway < =Ana Berg",
    'I believe he said it. <- =Tomas Reith',
    'the matter was commercial <- *harbour board < =Ana Berg [p]',
  ],
  [
    'a call with investors',
    `Marlow Instruments plc
Q2 2024 Earnings Call
July 25, 2024

Operator

Good morning, and welcome to the Marlow Instruments second quarter conference call. All lines are on mute.

Susan Kettering - Vice President, Investor Relations

Thank you, operator. With me today are Lionel Marsh and Priya Nair.

Lionel Marsh - Chief Executive Officer

Thanks, Susan. Revenue grew 6 percent. Orders from hospitals were better than we had feared in the spring.

The regulator told us in June that our new pump may be sold in Canada. Two of our largest distributors have said they expect to double their stock.

Let me hand over to Priya.

Priya Nair - Chief Financial Officer

Margins fell to 31 percent. We expect them to recover by the fourth quarter. Our auditors have confirmed that the write-down in Spain was a one-off.

Operator

Our first question comes from Dev Malik with Corwen Securities.

Dev Malik - Corwen Securities, Analyst

Good morning. Your competitor Halvorsen said last week that prices are falling in Germany. Are you seeing that?

Lionel Marsh - Chief Executive Officer

Not yet, Dev. I read what they said. Our German team tells me that customers are paying list price.

Dev Malik - Corwen Securities, Analyst

And the lawsuit?

Lionel Marsh - Chief Executive Officer

Our lawyers believe that it has no merit, and so do I.`,
    'Good morning, and welcome to the Marlow Instruments second quarter conference call. All lines are on mute. <- *Operator',
    'Thank you, operator. With me today are Lionel Marsh and Priya Nair. <- =Susan Kettering',
    'Thanks, Susan. Revenue grew 6 percent. Orders from hospitals were better than we had feared in the spring. <- =Lionel Marsh',
    'our new pump may be sold in Canada <- *regulator < =Lionel Marsh',
    'they expect to double their stock <- ~Two of our largest distributors < =Lionel Marsh',
    'Let me hand over to Priya. <- =Lionel Marsh',
    'Margins fell to 31 percent. We expect them to recover by the fourth quarter. Our auditors have confirmed that the write-down in Spain was a one-off. <- =Priya Nair',
    'the write-down in Spain was a one-off <- ~auditors < =Priya Nair',
    'Our first question comes from Dev Malik with Corwen Securities. <- *Operator',
    'Good morning. Your competitor Halvorsen said last week that prices are falling in Germany. Are you seeing that? <- =Dev Malik',
    'prices are falling in Germany <- =Halvorsen < =Dev Malik',
    'Not yet, Dev. I read what they said. Our German team tells me that customers are paying list price. <- =Lionel Marsh',
    'customers are paying list price <- ~German team < =Lionel Marsh',
    'And the lawsuit? <- =Dev Malik',
    'it has no merit <- ~lawyers < =Lionel Marsh',
  ],
  [
    'a briefing for the press',
    `Department of Health
Press Briefing, Tuesday, 12 March

MR. CALLOWAY: Good afternoon. I have one announcement, and then I will take your questions. The Secretary will travel to Lagos on Thursday to meet Minister Bisi Adeyemi.

QUESTION: Thanks, Greg. The union says nurses have been told to stay away from the reporters' tent. Who told them?

MR. CALLOWAY: Nobody in this building. I have seen that report. The hospital's director has said publicly that no such order exists.

QUESTION: But we have the e-mail.

MR. CALLOWAY: Then you have something I do not, Laura.

QUESTION: It says, "Do not speak to anyone with a camera."

MR. CALLOWAY: I would refer you to the hospital.

Q. On vaccines, does the Department still believe that there will be enough by June?

A. We do. The manufacturer informed us on Monday that the second plant is running. The World Health Organization has praised the plan.

Q. Senator Whitlock called it "a plan for a press release." Any response?

A. (Laughter.) The senator is entitled to his opinion. He voted for it.

QUESTION: Has the President spoken to the Secretary about resigning?

MR. CALLOWAY: They speak every day. The President told her last night that she has his full confidence.`,
    'Good afternoon. I have one announcement, and then I will take your questions. The Secretary will travel to Lagos on Thursday to meet Minister Bisi Adeyemi. <- =Calloway',
    "Thanks, Greg. The union says nurses have been told to stay away from the reporters' tent. Who told them? <- ~questioner",
    "nurses have been told to stay away from the reporters' tent <- *union < ~questioner",
    "Nobody in this building. I have seen that report. The hospital's director has said publicly that no such order exists. <- =Calloway",
    'no such order exists <- ~director < =Calloway',
    'But we have the e-mail. <- ~questioner',
    'Then you have something I do not, Laura. <- =Calloway',
    'I would refer you to the hospital. <- =Calloway',
    'On vaccines, does the Department still believe that there will be enough by June? <- ~questioner',
    'We do. The manufacturer informed us on Monday that the second plant is running. The World Health Organization has praised the plan. <- =Calloway',
    'the second plant is running <- *manufacturer < =Calloway',
    'a plan for a press release. <- =Senator Whitlock < ~questioner',
    'The senator is entitled to his opinion. He voted for it. <- =Calloway',
    'Has the President spoken to the Secretary about resigning? <- ~questioner',
    'They speak every day. The President told her last night that she has his full confidence. <- =Calloway',
    'she has his full confidence <- *President < =Calloway',
  ],
  [
    'an interview in a magazine',
    `The Woman Who Counts Bees

Ingrid Solheim runs the only bee laboratory north of the Arctic Circle. We met her in a shed in Tromsø. Interview by Paul Denning.

**You never wanted to work with insects. What happened?**

My grandmother happened. She kept two hives, and she used to say that a bee knows more about weather than the radio. I was nine, and I believed her.

**Farmers say the new spray is harmless. Is it?**

No. The company's own study found that a third of the queens stopped laying. I asked their chemist, Jonas Ek, about it in Oslo, and he told me the queens were old.

They were not old. We had bred them that spring.

**The minister has promised to read your report.**

He has promised it three times. His secretary wrote to us that it had been lost in a move.

**Do you ever lose hope?**

On Mondays. A boy in Alta told me he had seen a bumblebee on the snow, in March, and that he had put it in his glove. I think about that glove a great deal.

**What would you say to him now?**

Keep the glove.`,
    'My grandmother happened. She kept two hives, and she used to say that a bee knows more about weather than the radio. I was nine, and I believed her. <- =Ingrid Solheim',
    'a bee knows more about weather than the radio <- ~grandmother < =Ingrid Solheim [p]',
    'You never wanted to work with insects. What happened? <- *Paul Denning',
    'the new spray is harmless <- ~Farmers < *Paul Denning',
    "No. The company's own study found that a third of the queens stopped laying. I asked their chemist, Jonas Ek, about it in Oslo, and he told me the queens were old. <- =Ingrid Solheim",
    'a third of the queens stopped laying <- ~own study < =Ingrid Solheim',
    'the queens were old <- =Jonas Ek < =Ingrid Solheim [p]',
    'They were not old. We had bred them that spring. <- =Ingrid Solheim',
    'He has promised it three times. His secretary wrote to us that it had been lost in a move. <- =Ingrid Solheim',
    'it had been lost in a move <- ~secretary < =Ingrid Solheim',
    'he had seen a bumblebee on the snow, in March <- ~A boy in Alta < =Ingrid Solheim',
    'Do you ever lose hope? <- *Paul Denning',
    'Keep the glove. <- =Ingrid Solheim',
  ],
  [
    'an interview without labels',
    `‘I sold the boat to pay the choir’: an interview with Malachy Brogan

The conductor of the Saltmarsh Singers on debt, hymns and the archbishop who stayed away.

You started the choir with eleven fishermen. Could any of them sing?

Two could. The others said they had come for the heating. My sister played the piano and told everybody that we were going to the Albert Hall.

Did they believe her?

They did by Easter. A man from the BBC, Giles Penrose, came to the chapel and said we were the loudest thing he had ever recorded.

The diocese says that you owe it £9,000 for the hall. Do you?

I owe them four. The archdeacon told the Chronicle that I had refused to open his letters. I never had any letters. According to the treasurer, they were sent to a house I left in 2011.

So why did you sell the boat?

Because the tenors needed boots. I am told that it is now a café in Whitby.

What does your wife say about all this?

She says I should have sold the piano.`,
    'You started the choir with eleven fishermen. Could any of them sing? <- ~questioner',
    'Two could. The others said they had come for the heating. My sister played the piano and told everybody that we were going to the Albert Hall. <- =Malachy Brogan',
    'they had come for the heating <- ~others < =Malachy Brogan',
    'we were going to the Albert Hall <- ~sister < =Malachy Brogan',
    'They did by Easter. A man from the BBC, Giles Penrose, came to the chapel and said we were the loudest thing he had ever recorded. <- =Malachy Brogan',
    'we were the loudest thing he had ever recorded <- =Giles Penrose < =Malachy Brogan',
    'you owe it £9,000 for the hall <- *diocese < ~questioner',
    'I had refused to open his letters <- ~archdeacon < =Malachy Brogan',
    'they were sent to a house I left in 2011 <- ~treasurer < =Malachy Brogan',
    'Because the tenors needed boots. I am told that it is now a café in Whitby. <- =Malachy Brogan',
    'it is now a café in Whitby <- ? < =Malachy Brogan',
    'I should have sold the piano <- ~wife < =Malachy Brogan [p]',
  ],
  [
    'a speech',
    `Speech by the Chief Constable, Andrea Coyle, to the Police Federation, Harrogate, 21 May 2024

Check against delivery.

Thank you, chair. Colleagues, I joined this service in 1994 with a whistle and a bad radio.

Last month I sat with the parents of Liam Deacon. His mother said to me, “You had his picture for nine days.” We had. The inspectorate has since found that the picture lay in a tray marked urgent.

Some will say that this is about money. The Home Secretary told Parliament on Tuesday that we have more officers than in 2010. She is right about the number. She did not say that a third of them have served less than two years.

So what will change? From September every missing child will have one officer, with a name. The Federation believes that this cannot be done without overtime. I believe it can.

My first sergeant, Bill Hanratty, used to tell us that nobody thanks you for the tray you emptied. [Laughter] He was right about most things.

Thank you.`,
    'Thank you, chair. Colleagues, I joined this service in 1994 with a whistle and a bad radio. <- =Andrea Coyle',
    'You had his picture for nine days. <- ~mother < =Andrea Coyle',
    'the picture lay in a tray marked urgent <- *inspectorate < =Andrea Coyle',
    'this is about money <- ~Some < =Andrea Coyle',
    'we have more officers than in 2010 <- *Home Secretary < =Andrea Coyle',
    'So what will change? From September every missing child will have one officer, with a name. The Federation believes that this cannot be done without overtime. I believe it can. <- =Andrea Coyle',
    'this cannot be done without overtime <- *Federation < =Andrea Coyle',
    'nobody thanks you for the tray you emptied <- =Bill Hanratty < =Andrea Coyle',
  ],
  [
    'a trial',
    `IN THE DISTRICT COURT OF HARLAN COUNTY

State v. Dufresne, Volume III

THE COURT: You may proceed, Mr. Hale.

MR. HALE: Thank you, Your Honor. The State calls Marguerite Ash.

(Witness sworn.)

DIRECT EXAMINATION

BY MR. HALE:

Q. Ms. Ash, where do you work?

A. At the feed store on Route 9. I have been there since high school.

Q. Did the defendant come in on the fourth of April?

A. Yes, sir. He bought rope and he told me he was going to tie down a tarp.

Q. Did he say anything else?

A. He said his brother had it coming.

MS. PRUITT: Objection, hearsay.

THE COURT: Overruled. The witness may finish.

THE WITNESS: That was all. My manager said I should write it down, so I did.

Q. I show you what has been marked as Exhibit 14. Deputy Crane testified that this note was found in a drawer. Is it yours?

A. It is.

CROSS-EXAMINATION

BY MS. PRUITT:

Q. You told the deputy in April that you could not remember the day, didn't you?

A. I said I was not sure of it.

MS. PRUITT: Nothing further.`,
    'You may proceed, Mr. Hale. <- *COURT',
    'Thank you, Your Honor. The State calls Marguerite Ash. <- =Hale',
    'Ms. Ash, where do you work? <- =Hale',
    'At the feed store on Route 9. I have been there since high school. <- =Ash',
    'Yes, sir. He bought rope and he told me he was going to tie down a tarp. <- =Ash',
    'he was going to tie down a tarp <- ~defendant < =Ash [p]',
    'He said his brother had it coming. <- =Ash',
    'his brother had it coming <- ~defendant < =Ash [p]',
    'Objection, hearsay. <- =Pruitt',
    'Overruled. The witness may finish. <- *COURT',
    'That was all. My manager said I should write it down, so I did. <- =Ash',
    'I should write it down <- ~manager < =Ash',
    'this note was found in a drawer <- =Crane < =Hale',
    "You told the deputy in April that you could not remember the day, didn't you? <- =Pruitt",
    'I said I was not sure of it. <- =Ash',
    'Nothing further. <- =Pruitt',
  ],
  [
    'a podcast',
    `Kitchen Ledger, episode 88: The Price of Butter

Maeve: Welcome back. I'm Maeve Tully, and this is the one about butter.

Desmond: And I'm Desmond Akinola. I have eaten a lot of it for this episode.

Maeve: You went to Friesland.

Desmond: I did. I met a dairy farmer called Wietske van den Berg. She told me that the factory pays her less than it did in 2014.

She laughed about it, actually. She said, "My cows don't read contracts."

Maeve: [laughing] I love her. But the trade body says farmers have never had it so good, doesn't it?

Desmond: It does. Their spokesman, Ruben Smit, says prices are at a record. I put that to Wietske, and she said that he had never bought a tractor.

Maeve: A listener, Colm from Sligo, wrote in to say that his corner shop now keeps butter behind the counter.

Desmond: My mum says the same about her shop in Peckham.

Maeve: After the break: is margarine coming back? Our producer thinks it is. I think he should be ashamed.`,
    "Welcome back. I'm Maeve Tully, and this is the one about butter. <- =Maeve",
    "And I'm Desmond Akinola. I have eaten a lot of it for this episode. <- =Desmond",
    'You went to Friesland. <- =Maeve',
    'I did. I met a dairy farmer called Wietske van den Berg. She told me that the factory pays her less than it did in 2014. <- =Desmond',
    'the factory pays her less than it did in 2014 <- =Wietske van den Berg < =Desmond [p]',
    "My cows don't read contracts. <- =Wietske van den Berg < =Desmond [p]",
    'farmers have never had it so good <- *trade body < =Maeve',
    'prices are at a record <- =Ruben Smit < =Desmond',
    'he had never bought a tractor <- =Wietske < =Desmond [p]',
    'his corner shop now keeps butter behind the counter <- =Colm < =Maeve',
    'My mum says the same about her shop in Peckham. <- =Desmond',
    'margarine coming back <- ~producer < =Maeve',
  ],
  [
    'minutes of a council',
    `MINUTES of the meeting of Easterby Town Council held in the Moot Hall on Tuesday 9 April 2024 at 7.00 pm

Present: Cllr R. Dunne (Chair), Cllr P. Okoro, Cllr M. Vance. In attendance: Mrs J. Tate (Clerk) and four members of the public.

24/41 Public participation

Mr Albert Finch of Mill Lane said that lorries were still using the lane at night. He asked whether the signs had been ordered. The Clerk replied that they had been ordered in February.

Ms Rosa Teale, a resident, complained that the playground had no bins.

24/42 Flood scheme

Cllr Dunne said he had met the Environment Agency on 2 April. The Agency had told him that the wall would be finished by October. Cllr Okoro doubted this and said that her own street had been promised a wall in 2019.

Cllr Vance reported that, according to the contractor, the stone was stuck in Rotterdam. The Chair stated that he would write to the Minister.

24/43 Cemetery

The Clerk advised that fees had not risen since 2016. Cllr Vance proposed that they be raised by 10%. Cllr Okoro seconded the proposal, noting that “the dead are cheaper than the parking”.

RESOLVED: that fees be raised by 10% from 1 June.`,
    'lorries were still using the lane at night <- =Albert Finch',
    'whether the signs had been ordered <- =Albert Finch [p]',
    'they had been ordered in February <- *Clerk',
    'the playground had no bins <- =Rosa Teale',
    'he had met the Environment Agency on 2 April <- =Dunne',
    'the wall would be finished by October <- =Agency < =Dunne',
    'her own street had been promised a wall in 2019 <- =Okoro',
    'the stone was stuck in Rotterdam <- ~contractor < =Vance',
    'he would write to the Minister <- *Chair',
    'fees had not risen since 2016 <- *Clerk',
    'they be raised by 10% <- =Vance',
    '“the dead are cheaper than the parking” <- =Okoro',
  ],
  [
    'posts of a thread',
    `How the outage was told online

The lights went out in Corrin at 6.12 pm. Within minutes people were posting about it.

@corrinpower: We are aware of a fault at Denholm substation. Engineers are on their way.

@lucy_marsden: Engineers on their way since 2021. My freezer has heard it before.

Jake Orme (@jakeorme): A man from @corrinpower just told me the transformer is older than his dad.

@corrinpower: Hi Jake, that is not correct. The transformer was installed in 1998.

Councillor Fay Ridley posted on Facebook: “I have asked for a full report by Friday. The company tells me it was a squirrel.”

“It was not a squirrel,” wrote one user, @denholmbirds. “I live opposite. It was smoke.”

Energy minister Rob Castell tweeted: “Power is back for 9 in 10 homes. Thanks to crews.” He later deleted the post.

@lucy_marsden: 9 in 10! My sister in Marsh End says she has been in the dark for two days.

RT @corrinecho: Police say nobody was hurt at the substation.

On Reddit, a user who said he worked for the firm claimed that spare parts had been sold off in January.`,
    'We are aware of a fault at Denholm substation. Engineers are on their way. <- =corrinpower',
    'Engineers on their way since 2021. My freezer has heard it before. <- =lucy_marsden',
    'A man from @corrinpower just told me the transformer is older than his dad. <- =Jake Orme',
    'the transformer is older than his dad <- ~A man from @corrinpower < =Jake Orme',
    'Hi Jake, that is not correct. The transformer was installed in 1998. <- =corrinpower',
    'I have asked for a full report by Friday. The company tells me it was a squirrel. <- =Fay Ridley',
    'it was a squirrel <- *company < =Fay Ridley',
    'It was not a squirrel … I live opposite. It was smoke. <- =denholmbirds',
    'Power is back for 9 in 10 homes. Thanks to crews. <- =Rob Castell',
    'she has been in the dark for two days <- ~My sister in Marsh End < =lucy_marsden',
    'nobody was hurt at the substation <- *Police < =corrinecho',
    'spare parts had been sold off in January <- ~a user',
  ],
  [
    'a mail with reactions',
    `Subject: Reactions to the closure of Penmoor Quarry

Good morning all,

The quarry shuts on 30 June with 212 jobs. Here is what has come in so far.

From Idris Vaughan, who chairs the works council:

“They told us over a video call. It lasted four minutes, and the sound was off for two of them.

“Nobody asked a single question, because nobody could.”

And from Lady Thorne of the Penmoor Trust:

“I am heartbroken, but I am not surprised.”

In her statement the MP for Penmoor, Bronwen Pryce, wrote:

The company took £3 million of public money in 2022. It promised that no one would be laid off before 2030. I shall be asking for that money back.

Others in brief:
- Hal Dexter, quarryman: “I have one more summer of mortgage.”
- Union officer Sian Rowe: “The site manager told me in May there was stone for forty years.”
- Penmoor Chamber of Trade: “We will feel it in every shop.”

“It was the sound of the place.” — Eirlys Bevan, teacher

The company’s only reply: “We thank our people.” A spokesman would not say whether the pension fund was safe.

Best,
Nia`,
    'They told us over a video call. It lasted four minutes, and the sound was off for two of them. … Nobody asked a single question, because nobody could. <- =Idris Vaughan',
    'I am heartbroken, but I am not surprised. <- =Lady Thorne',
    'The company took £3 million of public money in 2022. It promised that no one would be laid off before 2030. I shall be asking for that money back. <- =Bronwen Pryce',
    'no one would be laid off before 2030 <- *company < =Bronwen Pryce [p]',
    'I have one more summer of mortgage. <- =Hal Dexter',
    'The site manager told me in May there was stone for forty years. <- =Sian Rowe',
    'there was stone for forty years <- ~site manager < =Sian Rowe',
    'We will feel it in every shop. <- =Penmoor Chamber of Trade',
    'It was the sound of the place. <- =Eirlys Bevan',
    'We thank our people. <- *company',
    'whether the pension fund was safe <- ~spokesman',
  ],
  [
    'letters and answers',
    `Ask Dr Halloran

Our gardening doctor answers your letters.

Q: My neighbour says that copper nails will kill my pear tree, and I have found two in the trunk. Should I pull them out?
— Worried, Ludlow

A: Leave them. A pear can live with a nail. The Royal Orchard Society tested it in 1987 and reported that not one tree died. Talk to the neighbour instead.

Q: The man at the garden centre told me to water roses at noon. My mother always said that noon burns the leaves. Who is right?
— P. Lacey, Crewe

A: Your mother, but for the wrong reason. Leaves do not burn. The water is simply gone before the root has had any.

Dear Dr Halloran, last week you wrote that moss is a friend. My lawn disagrees. The council claims it is caused by shade, though there is not a tree in the street.
Yours, Edwin Sproat, Hove

I wrote that moss is an honest friend, Mr Sproat. It tells you the ground is sour.`,
    'My neighbour says that copper nails will kill my pear tree, and I have found two in the trunk. Should I pull them out? <- *Worried',
    'copper nails will kill my pear tree <- ~neighbour < *Worried',
    'Leave them. A pear can live with a nail. The Royal Orchard Society tested it in 1987 and reported that not one tree died. Talk to the neighbour instead. <- =Halloran',
    'not one tree died <- =Royal Orchard Society < =Halloran',
    'water roses at noon <- ~The man at the garden centre < =Lacey',
    'noon burns the leaves <- ~mother < =Lacey',
    'Your mother, but for the wrong reason. Leaves do not burn. The water is simply gone before the root has had any. <- =Halloran',
    'moss is a friend <- =Halloran < =Edwin Sproat',
    'it is caused by shade <- *council < =Edwin Sproat',
  ],
  [
    'a page with notes',
    `The Aldwick Fire

The fire at the Aldwick granary broke out on the evening of 2 November 1968. The foreman, Stanley Beck, told the inquiry: "There was a bang, then the roof went up like a hat."[1] The inquiry concluded that dust had been ignited by a lamp.[2][3]

Beck’s account was challenged in 1994 by the historian Moira Tennant, who wrote that there had been no lamp in the building.[4] In her view:

The lamp was invented at the inquest. No receipt for it exists, and the two men who were said to have carried it were in Lowestoft that day.

Tennant quoted a letter in which the granary’s owner, Sir Hugh Paston, told his insurers: 'We were warned about the dust in the spring.

'I thought it could wait for the harvest.' [5]

“It was the loudest silence I ever heard.”
— Winifred Beck, daughter of the foreman

A plaque was put up in 2018. At the unveiling the mayor, Aled Prosser, said the town had "waited fifty years for an apology".[6] The insurers’ successor, Norland Mutual, declined to comment.`,
    'There was a bang, then the roof went up like a hat. <- =Stanley Beck',
    'dust had been ignited by a lamp <- *inquiry',
    'there had been no lamp in the building <- =Moira Tennant',
    'The lamp was invented at the inquest. No receipt for it exists, and the two men who were said to have carried it were in Lowestoft that day. <- =Moira Tennant [p]',
    'We were warned about the dust in the spring. … I thought it could wait for the harvest. <- =Hugh Paston < =Tennant',
    'It was the loudest silence I ever heard. <- =Winifred Beck',
    'the town had "waited fifty years for an apology" <- =Aled Prosser',
  ],
]
