import type { Fresh } from './fresh-articles.ts'

/** Six records of speech of as many makes, with gold for the turns and what is told in them, written before the rules read them. */
export const voiced: Fresh[] = [
  [
    'a house of representatives',
    `RURAL TELEPHONE RESTORATION ACT

The SPEAKER pro tempore (Mr. DELACROIX). The gentlewoman from Iowa (Ms. HARBECK) is recognized for 5 minutes.

Ms. HARBECK. Mr. Speaker, I rise in support of the bill. Last winter a farmer in my district, Dale Unger, told me that he drove eleven miles to report a fire.

The Congressional Budget Office estimates that the bill would cost $40 million. The phone companies say it would cost ten times that. I asked their lobbyist where the figure came from, and he told me it was a feeling.

I yield 2 minutes to the gentleman from Maine.

Mr. PETTIBONE. I thank the gentlewoman. My constituents keep hearing that help is on the way. The Secretary of Agriculture wrote to me in June that the money had been spent. According to the inspector general, not one pole has been put up.

Mr. Speaker, a widow in Machias said to me, "I don't want broadband, I want to hear my sister." I reserve the balance of my time.

Mr. OSTRANDER. Will the gentleman yield?

Mr. PETTIBONE. I will not.

Mr. OSTRANDER. Mr. Speaker, I rise in opposition. The gentlewoman says the companies made up a number. The Chairman of the Federal Communications Commission testified last week that the number was sound.`,
    'The gentlewoman from Iowa (Ms. HARBECK) is recognized for 5 minutes. <- =Delacroix',
    'Mr. Speaker, I rise in support of the bill. Last winter a farmer in my district, Dale Unger, told me that he drove eleven miles to report a fire. <- =Harbeck',
    'he drove eleven miles to report a fire <- =Dale Unger < =Harbeck',
    'the bill would cost $40 million <- =Congressional Budget Office < =Harbeck',
    'it would cost ten times that <- *The phone companies < =Harbeck',
    'it was a feeling <- ~lobbyist < =Harbeck [p]',
    'I yield 2 minutes to the gentleman from Maine. <- =Harbeck',
    'the money had been spent <- ~The Secretary of Agriculture < =Pettibone',
    'not one pole has been put up <- ~the inspector general < =Pettibone',
    "I don't want broadband, I want to hear my sister. <- ~a widow in Machias < =Pettibone",
    'Will the gentleman yield? <- =Ostrander',
    'I will not. <- =Pettibone',
    'the companies made up a number <- =Harbeck < =Ostrander [d]',
    'the number was sound <- *The Chairman of the Federal Communications Commission < =Ostrander',
  ],
  [
    'an upper house',
    `Canal Boats: Licences

Question

3.07 pm

Asked by
Baroness Thornbury

To ask His Majesty's Government what assessment they have made of the effect of licence fees on those who live aboard canal boats.

The Parliamentary Under-Secretary of State, Department for Rural Affairs (Lord Vellacott) (Con): My Lords, the Government recognise that many people live afloat. The Waterways Trust assures us that nobody has lost a home because of the fees.

Baroness Thornbury (LD): My Lords, I thank the Minister for that Answer, but the Trust told a committee of this House in May that it had removed 64 boats. A boater in Braunston, who is 80, said to me last week that she was more afraid of the letterbox than of the water.

Lord Vellacott (Con): I am sorry to hear it. My officials tell me that the 64 boats were empty. I shall write to the noble Baroness.

Lord Cade of Wirksworth (CB): My Lords, can the Minister say whether the Treasury supports the increase? The Chief Secretary said on the radio this morning that he had never heard of it.

Lord Vellacott (Con): My right honourable friend has a great deal to listen to. He has since confirmed to me that he was told in March.

The Lord Bishop of Lichborough: My Lords, the chaplain to the waterways reports that food parcels have doubled. Does the Minister accept that the fees are one reason?

Lord Vellacott (Con): I do not think that the evidence supports that.`,
    "To ask His Majesty's Government what assessment they have made of the effect of licence fees on those who live aboard canal boats <- =Thornbury",
    'My Lords, the Government recognise that many people live afloat. The Waterways Trust assures us that nobody has lost a home because of the fees. <- =Vellacott',
    'nobody has lost a home because of the fees <- =Waterways Trust < =Vellacott',
    'it had removed 64 boats <- =Trust < =Thornbury [d]',
    'she was more afraid of the letterbox than of the water <- ~A boater in Braunston < =Thornbury',
    'I am sorry to hear it. My officials tell me that the 64 boats were empty. I shall write to the noble Baroness. <- =Vellacott',
    'the 64 boats were empty <- ~My officials < =Vellacott',
    'he had never heard of it <- ~The Chief Secretary < =Cade of Wirksworth',
    'he was told in March <- *My right honourable friend < =Vellacott [p]',
    'food parcels have doubled <- ~the chaplain < =Lichborough',
    'I do not think that the evidence supports that. <- =Vellacott',
  ],
  [
    'a ministry with questions',
    `Transcript: Ministry of Transport daily briefing
Spokesperson Ingrid Solheim, 9 September

Ms Solheim: Good morning. The ferry Nordlys was refloated at 4 a.m. The captain has told the coast guard that the rudder jammed. All 140 passengers are ashore.

Question: Is it true that the ferry failed an inspection in July?

Ms Solheim: The inspectorate says it passed, with remarks. I have not seen the remarks.

Question: Ingrid, can I follow up? Passengers have told us there were not enough life jackets.

Ms Solheim: I've heard that too. The operator told the minister last night that there were 300 on board. If anybody has a photograph, we'd like to see it.

Question: NRB reported an hour ago that the captain had been drinking, according to a member of the crew.

Ms Solheim: The police have tested him and they told us the test was negative. I would ask you to be careful with that one.

Question: So the crew member is lying?

Ms Solheim: I didn't say that. I said what the police said.

Question: When will the route reopen?

Ms Solheim: The harbour master thinks tomorrow. The company, being a company, says tonight.`,
    'Good morning. The ferry Nordlys was refloated at 4 a.m. The captain has told the coast guard that the rudder jammed. All 140 passengers are ashore. <- =Ingrid Solheim',
    'the rudder jammed <- ~The captain < =Ingrid Solheim',
    'Is it true that the ferry failed an inspection in July? <- ~questioner',
    'it passed, with remarks <- *The inspectorate < =Ingrid Solheim',
    'Ingrid, can I follow up? Passengers have told us there were not enough life jackets. <- ~questioner',
    'there were not enough life jackets <- ~Passengers < ~questioner',
    'there were 300 on board <- *The operator < =Ingrid Solheim',
    'the captain had been drinking <- ~a member of the crew < =NRB < ~questioner',
    'the test was negative <- *police < =Ingrid Solheim [p]',
    'So the crew member is lying? <- ~questioner',
    "I didn't say that. I said what the police said. <- =Ingrid Solheim",
    'When will the route reopen? <- ~questioner',
  ],
  [
    'a podcast',
    `The Long Field, episode 41: "Who owns the hedge?"

[00:00:04] Bea Lomond: Hello and welcome to The Long Field. I'm Bea Lomond, and with me is the land historian Dr Yusuf Tarrant.

[00:00:15] Yusuf Tarrant: Hi Bea.

[00:00:17] Bea Lomond: You write that the hedge is the oldest argument in England. Who's winning it?

[00:00:24] Yusuf Tarrant: Well, the hedges are losing. The Farmland Survey found that we pulled out half of them between 1945 and 1990. My grandfather used to say a hedge was a fence with ideas above its station.

[00:00:41] Bea Lomond: The farmers' union told us that its members planted nine thousand miles last year.

[00:00:49] Yusuf Tarrant: They did tell you that. A surveyor in Suffolk told me that a third of it was dead by June, because nobody watered it.

[00:01:02] Bea Lomond: Ouch.

[00:01:03] Yusuf Tarrant: The minister, Helen Sturt, has promised to pay for aftercare. She said to me at a show, "Yusuf, I'd water them myself if they'd vote for me." I think she meant it.

[00:01:20] Bea Lomond: And the badgers?

[00:01:22] Yusuf Tarrant: According to the Mammal Trust, badgers prefer a hedge that's at least two metres wide. I've never asked one.`,
    "Hello and welcome to The Long Field. I'm Bea Lomond, and with me is the land historian Dr Yusuf Tarrant. <- =Bea Lomond",
    "You write that the hedge is the oldest argument in England. Who's winning it? <- =Bea Lomond",
    'the hedge is the oldest argument in England <- =Yusuf Tarrant < =Bea Lomond [p]',
    'we pulled out half of them between 1945 and 1990 <- *The Farmland Survey < =Yusuf Tarrant',
    'a hedge was a fence with ideas above its station <- ~My grandfather < =Yusuf Tarrant',
    'its members planted nine thousand miles last year <- *union < =Bea Lomond',
    'a third of it was dead by June, because nobody watered it <- ~A surveyor in Suffolk < =Yusuf Tarrant',
    "Yusuf, I'd water them myself if they'd vote for me. <- =Helen Sturt < =Yusuf Tarrant [p]",
    'And the badgers? <- =Bea Lomond',
    "badgers prefer a hedge that's at least two metres wide <- =Mammal Trust < =Yusuf Tarrant",
  ],
  [
    'an interview',
    `Mirela Novak: "My father thought cinema was for people who were afraid of weather"

The director Mirela Novak spoke to the Weekend Review at her kitchen table in Split.

**You were told for years that The Salt Road could not be filmed.**

Everybody told me that. My first producer said the sea was too expensive. I said, then we film in the morning, when it's cheap.

**Is it true that you fired the leading actor on the second day?**

No, on the third. He told the newspapers that he had left because of illness. I hope he is better.

**Critics have called the film a masterpiece. Your mother, you have said, fell asleep.**

She did. She told me afterwards that it was very restful. My mother is the only critic I believe.

**What do you say to those who claim that you stole the ending?**

A professor in Vienna wrote that I took it from a novel of 1931. I have not read it. My lawyer says that is the best answer.

**Will there be another film?**

My doctor thinks not. We'll see which of us is more stubborn.`,
    'My father thought cinema was for people who were afraid of weather <- =Mirela Novak',
    'You were told for years that The Salt Road could not be filmed. <- ~questioner',
    "Everybody told me that. My first producer said the sea was too expensive. I said, then we film in the morning, when it's cheap. <- =Mirela Novak",
    'the sea was too expensive <- ~My first producer < =Mirela Novak',
    'Is it true that you fired the leading actor on the second day? <- ~questioner',
    'he had left because of illness <- ~actor < =Mirela Novak [p]',
    'it was very restful <- ~mother < =Mirela Novak [p]',
    'I took it from a novel of 1931 <- ~A professor in Vienna < =Mirela Novak',
    'that is the best answer <- ~My lawyer < =Mirela Novak',
    "My doctor thinks not. We'll see which of us is more stubborn. <- =Mirela Novak",
  ],
  [
    'a trial',
    `UNITED STATES DISTRICT COURT
DISTRICT OF OREGON

United States v. Raymond Tully

TRANSCRIPT OF PROCEEDINGS, DAY 3

THE COURT: Call your next witness.

MS. ARAGON: The government calls Linda Fesperman.

(The witness was sworn.)

DIRECT EXAMINATION

BY MS. ARAGON:

Q. Ms. Fesperman, where did you work in 2019?

A. At Cascade Mutual, in claims.

Q. Did the defendant ever speak to you about the warehouse?

A. Yes. He told me that the sprinklers had been off since Labor Day.

Q. Did anyone else say anything about the sprinklers?

A. My supervisor, Ron Petty, said that I should forget I heard it.

MR. BLUM: Objection. Hearsay.

THE COURT: Overruled. She may answer.

A. He said the company had bigger fish to fry.

CROSS-EXAMINATION

BY MR. BLUM:

Q. You told the grand jury that you couldn't remember who turned them off, didn't you?

A. I said I wasn't sure.

Q. Mr. Petty says you never spoke to him at all.

A. Then Mr. Petty is mistaken.

MR. BLUM: No further questions, Your Honor.`,
    'Call your next witness. <- ~The Court',
    'The government calls Linda Fesperman. <- =Aragon',
    'Ms. Fesperman, where did you work in 2019? <- =Aragon',
    'At Cascade Mutual, in claims. <- =Linda Fesperman',
    'the sprinklers had been off since Labor Day <- =Raymond Tully < =Linda Fesperman [p]',
    'I should forget I heard it <- =Ron Petty < =Linda Fesperman',
    'Objection. Hearsay. <- =Blum',
    'Overruled. She may answer. <- ~The Court',
    'the company had bigger fish to fry <- =Ron Petty < =Linda Fesperman [p]',
    "you couldn't remember who turned them off <- =Linda Fesperman < =Blum [p]",
    "I said I wasn't sure. <- =Linda Fesperman",
    'you never spoke to him at all <- =Ron Petty < =Blum',
    'Then Mr. Petty is mistaken. <- =Linda Fesperman',
    'No further questions, Your Honor. <- =Blum',
  ],
]
