import type { Fresh } from './fresh-articles.ts'

/** Twelve spoken and mixed texts, each in another layout, with gold that was written before the rules read them. */
export const heard: Fresh[] = [
  [
    'a commons with ministries in brackets',
    `ORAL QUESTIONS

[English]

FISHERIES

Mrs. Colette Gaudreau (Baie-Trinité, BQ): Mr. Speaker, the shrimp plants of my riding have been shut since Easter. A foreman in Port-Daniel, Hervé Lelièvre, told me that the department had promised him licences and then stopped answering the phone.

When will the minister call him?

Hon. Douglas Penhale (Minister of Fisheries and Oceans, Lib.): Mr. Speaker, I thank my colleague for her question. Our scientists tell us that the stock has fallen by half in three years. We will not fish the last shrimp.

Some hon. members: Oh, oh!

The Speaker: Order. The hon. member for Baie-Trinité has the floor.

Mrs. Colette Gaudreau: Mr. Speaker, that is not what his scientists say. In a memo of March 2, the regional director wrote that the survey vessel had been in dry dock all winter. How can one count shrimp from a dry dock?

Hon. Douglas Penhale: Mr. Speaker, the member has read half of the memo. It also says that the Norwegian vessel did the count instead.

[Translation]

Mr. Alistair Boone (Fundy South, CPC): Mr. Speaker, the Prime Minister stood on a wharf in Souris and said that nobody would lose a boat. Yesterday the bank took the boat of the man who stood beside him.

Will somebody over there apologize?

Hon. Douglas Penhale: Mr. Speaker, I spoke to that man this morning. He asked me to tell the House to stop using his name.`,
    'Mr. Speaker, the shrimp plants of my riding have been shut since Easter. A foreman in Port-Daniel, Hervé Lelièvre, told me that the department had promised him licences and then stopped answering the phone. <- =Colette Gaudreau',
    'the department had promised him licences and then stopped answering the phone <- =Hervé Lelièvre < =Colette Gaudreau',
    'When will the minister call him? <- =Colette Gaudreau',
    'Mr. Speaker, I thank my colleague for her question. Our scientists tell us that the stock has fallen by half in three years. We will not fish the last shrimp. <- =Douglas Penhale',
    'the stock has fallen by half in three years <- ~scientists < =Douglas Penhale',
    'Order. The hon. member for Baie-Trinité has the floor. <- *Speaker',
    'the survey vessel had been in dry dock all winter <- ~regional director < =Colette Gaudreau',
    'the Norwegian vessel did the count instead <- *memo < =Douglas Penhale [p]',
    'nobody would lose a boat <- ~Prime Minister < =Alistair Boone',
    'Will somebody over there apologize? <- =Alistair Boone',
    'to tell the House to stop using his name <- ~man < =Douglas Penhale [p]',
  ],
  [
    'a house with times after the names',
    `QUESTIONS WITHOUT NOTICE
Child Care

Ms TREVELLYAN (Wimmera East) (14:02): My question is to the Minister for Early Childhood. The Productivity Commission found that one child in four lives in a town without a single place. Why has the minister closed the regional fund?

Mr HALLORAN (Corio West—Minister for Early Childhood) (14:03): I thank the member for Wimmera East. The fund was not closed; it was finished. The mayor of Horsham, Lorna Petty, told me last month that her centre would open in July.

Ms Trevellyan: She says it won't!

The SPEAKER: The member for Wimmera East will cease interjecting.

Mr HALLORAN: I will take that interjection. What the mayor said was that the builders were late. She did not say that the money was.

The SPEAKER: Has the minister concluded his answer?

Mr HALLORAN: Yes, Speaker.

Dr OKONJO (Melbourne Gate) (14:07): My question is to the Prime Minister. A mother in my electorate, Thi Nguyen, works nights at the Alfred. She wrote to me that she sleeps in her car between the hospital and the crèche. What does the Prime Minister say to her?

Mrs CASTELLANE (Moreton Bay—Prime Minister) (14:08): I say to her, 'Help is coming.' The Treasurer will announce more in May. According to the department, 4,000 places will be paid for before Christmas.

Opposition members interjecting—

Mrs CASTELLANE: Those opposite laugh. When they were in office, their own minister described child care as 'communism with finger paint'.`,
    'My question is to the Minister for Early Childhood. The Productivity Commission found that one child in four lives in a town without a single place. Why has the minister closed the regional fund? <- =Trevellyan',
    'one child in four lives in a town without a single place <- =Productivity Commission < =Trevellyan',
    'I thank the member for Wimmera East. The fund was not closed; it was finished. The mayor of Horsham, Lorna Petty, told me last month that her centre would open in July. <- =Halloran',
    'her centre would open in July <- =Lorna Petty < =Halloran',
    "She says it won't! <- =Trevellyan",
    'The member for Wimmera East will cease interjecting. <- *Speaker',
    'the builders were late <- *mayor < =Halloran',
    'Has the minister concluded his answer? <- *Speaker',
    'she sleeps in her car between the hospital and the crèche <- =Thi Nguyen < =Okonjo [p]',
    'Help is coming. <- =Castellane',
    '4,000 places will be paid for before Christmas <- *department < =Castellane',
    'communism with finger paint <- ~minister < =Castellane',
  ],
  [
    'a sentencing',
    `                                  PROCEEDINGS

THE CLERK: Case 22-4417, State versus Raymond Tull. Counsel, please state your appearances.

MS. DELANEY: Joyce Delaney for the People, Your Honor.

MR. ABERNATHY: Good morning, Judge. Todd Abernathy with Mr. Tull, who is present.

THE COURT: Good morning. I have read the presentence report. The probation officer recommends five years. Does either side wish to be heard?

MS. DELANEY: We do. The victim's mother, Carla Reyes, asked me to say that she forgives him. She also said that forgiveness is not a sentence. We ask for eight.

MR. ABERNATHY: Judge, the jail chaplain has written that Mr. Tull teaches other men to read. Dr. Pine testified in March that he was nineteen with the brain of a boy of twelve.

THE COURT: Mr. Tull, do you want to say anything before I impose sentence?

THE DEFENDANT: Yes, ma'am. I told the detective that first night that I did it, and I'm telling you now.

THE COURT: Thank you.

MR. ABERNATHY: I would call one witness. Call Doris Tull.

(Witness sworn.)

BY MR. ABERNATHY:

Q    Mrs. Tull, what did your son say when he phoned you?

A    He said, "Mama, don't come down here."

Q    And did the police tell you why he was there?

A    An officer told me it was about a car.

THE COURT: I have heard enough. The sentence is six years. The defendant is ordered to stay away from the Reyes family.`,
    'Case 22-4417, State versus Raymond Tull. Counsel, please state your appearances. <- *Clerk',
    'Joyce Delaney for the People, Your Honor. <- =Delaney',
    'Good morning. I have read the presentence report. The probation officer recommends five years. Does either side wish to be heard? <- *Court',
    'five years <- ~probation officer < *Court',
    'she forgives him <- =Carla Reyes < =Delaney',
    'forgiveness is not a sentence <- =Carla Reyes < =Delaney [p]',
    'Mr. Tull teaches other men to read <- ~jail chaplain < =Abernathy',
    'he was nineteen with the brain of a boy of twelve <- =Pine < =Abernathy',
    'Mr. Tull, do you want to say anything before I impose sentence? <- *Court',
    "Yes, ma'am. I told the detective that first night that I did it, and I'm telling you now. <- *Tull",
    'Mrs. Tull, what did your son say when he phoned you? <- =Abernathy',
    "Mama, don't come down here. <- ~son < =Doris Tull [p]",
    'it was about a car <- ~An officer < =Doris Tull',
    'I have heard enough. The sentence is six years. The defendant is ordered to stay away from the Reyes family. <- *Court',
  ],
  [
    'a council of nations',
    `The meeting was called to order at 10.05 a.m.

Adoption of the agenda

The agenda was adopted.

The situation in the Lower Meru valley

The President (spoke in Spanish): I now give the floor to Ms. Lindgren-Abate.

Ms. Lindgren-Abate (Under-Secretary-General for Humanitarian Affairs): Since my last briefing, 60,000 people have crossed the river. Women in the camp at Gorm told my staff that armed men had taken the boats.

The authorities deny it. The Governor assured me in writing that the boats were moved to keep them safe. I have asked to see where.

The President (spoke in Spanish): I thank Ms. Lindgren-Abate for her briefing. I shall now give the floor to those members of the Council who wish to make statements.

Mr. Okello-Vance (Uganda): We thank the Under-Secretary-General. My delegation has said before, and repeats today, that no convoy may be stopped. The African Union reported on Sunday that two had been.

Mrs. Thibault (France) (spoke in French): France condemns these acts. As the Secretary-General put it last week, "hunger is being used as a fence".

Mr. Zaremba (Poland): I shall be brief. The Red Cross has informed us that its warehouse was looted on 3 May, and that its driver, Mr. Juma Bol, is missing. We call on all parties to release him.

The representative of Meru has asked for the floor to make a further statement.

Mr. Danso (Meru): What the Council has heard is false. Our army says that it has not one boat. I would invite Ms. Lindgren-Abate to come and count them.

The meeting rose at 11.20 a.m.`,
    'I now give the floor to Ms. Lindgren-Abate. <- *President',
    'Since my last briefing, 60,000 people have crossed the river. Women in the camp at Gorm told my staff that armed men had taken the boats. <- =Lindgren-Abate',
    'armed men had taken the boats <- ~Women in the camp at Gorm < =Lindgren-Abate',
    'the boats were moved to keep them safe <- ~Governor < =Lindgren-Abate',
    'I thank Ms. Lindgren-Abate for her briefing. I shall now give the floor to those members of the Council who wish to make statements. <- *President',
    'We thank the Under-Secretary-General. My delegation has said before, and repeats today, that no convoy may be stopped. The African Union reported on Sunday that two had been. <- =Okello-Vance',
    'two had been <- =African Union < =Okello-Vance',
    'hunger is being used as a fence <- ~Secretary-General < =Thibault',
    'its warehouse was looted on 3 May, and that its driver, Mr. Juma Bol, is missing <- =Red Cross < =Zaremba',
    'What the Council has heard is false. Our army says that it has not one boat. I would invite Ms. Lindgren-Abate to come and count them. <- =Danso',
    'it has not one boat <- *army < =Danso',
  ],
  [
    'a programme with sound',
    `JUNE ASHWORTH, HOST:

A dam in western Nevada has been leaking since Friday. Farmers below it say they were never warned. From member station KRVN, Luis Ocampo reports.

LUIS OCAMPO, BYLINE: Betty Strand is standing in what used to be her onions.

BETTY STRAND: The sheriff came by at 4 and said, get the dog and go.

(SOUNDBITE OF WATER RUNNING)

OCAMPO: She went. Her neighbor, Cal Whitmer, didn't. He says the alert on his phone came nine hours later.

CAL WHITMER: I called the district, and the girl told me it was a test. So I went back to bed.

OCAMPO: The irrigation district won't talk on tape. In an email, its manager wrote that the alert system had, quote, "performed as designed." State inspectors see it differently. Their report from 2021 says the sirens had no batteries.

ASHWORTH: And Luis, what happens now?

OCAMPO: Well, June, the governor's office told me this morning the gates will be opened slowly over a week. An engineer there said he'd be surprised if it held that long.

(SOUNDBITE OF ARCHIVED RECORDING)

UNIDENTIFIED REPORTER: Today the new dam was opened with a brass band.

OCAMPO: That was 1958. Strand's father played the tuba.

STRAND: Daddy always said it would outlive us.

ASHWORTH: That's Luis Ocampo in Fallon. Thank you, Luis.

OCAMPO: You're welcome.`,
    'they were never warned <- ~Farmers < =June Ashworth',
    'Betty Strand is standing in what used to be her onions. <- =Luis Ocampo',
    'The sheriff came by at 4 and said, get the dog and go. <- =Betty Strand',
    'get the dog and go <- ~sheriff < =Betty Strand',
    'the alert on his phone came nine hours later <- =Cal Whitmer < =Luis Ocampo [p]',
    'I called the district, and the girl told me it was a test. So I went back to bed. <- =Cal Whitmer',
    'it was a test <- ~girl < =Cal Whitmer',
    'the alert system had, quote, "performed as designed." <- ~manager < =Luis Ocampo',
    'the sirens had no batteries <- *report < =Luis Ocampo',
    'And Luis, what happens now? <- =June Ashworth',
    "the gates will be opened slowly over a week <- *governor's office < =Luis Ocampo",
    "he'd be surprised if it held that long <- ~An engineer < =Luis Ocampo",
    'Today the new dam was opened with a brass band. <- ~REPORTER',
    'it would outlive us <- ~Daddy < =Betty Strand',
    "That's Luis Ocampo in Fallon. Thank you, Luis. <- =June Ashworth",
  ],
  [
    'a script for television',
    `SLUG: HOSPITAL PARKING
REPORTER: Priya Nandakumar
TRT: 1:45

(ANCHOR ON CAM)
Nurses at Saint Brendan's say they are paying more to park than they earn in an hour. Priya Nandakumar has the story.

(PKG)

(NATS: car door)

(VO)
Every morning at five, Ellen Grady circles the block. The hospital raised its fee to 31 dollars in January. A spokeswoman told Channel 9 the money pays for security.

(SOT: Ellen Grady, night nurse)
"My supervisor told me to take the bus. There is no bus at five."

(VO)
The union has counted 340 cars towed since the new year. It claims the towing company belongs to a board member's brother.

(SOT: Frank Mazur, Local 88)
"We asked them who owns the trucks. They said, 'Next question.'"

(STAND-UP)
The hospital did not want to talk to us on camera. In a statement it said, "All contracts are awarded by public tender."

(SOT: Councilwoman Ada Rourke)
"I have asked the city attorney to look at that tender. He told me he had never seen it."

(ANCHOR TAG)
The board meets Thursday. Grady says she will be there, if she can find a space.`,
    'they are paying more to park than they earn in an hour <- ~Nurses',
    'the money pays for security <- ~A spokeswoman',
    'My supervisor told me to take the bus. There is no bus at five. <- =Ellen Grady',
    'to take the bus <- ~supervisor < =Ellen Grady',
    "the towing company belongs to a board member's brother <- *union [p]",
    "We asked them who owns the trucks. They said, 'Next question.' <- =Frank Mazur",
    'All contracts are awarded by public tender. <- *hospital [p]',
    'I have asked the city attorney to look at that tender. He told me he had never seen it. <- =Ada Rourke',
    'he had never seen it <- ~city attorney < =Ada Rourke [p]',
    'she will be there, if she can find a space <- =Ellen Grady',
  ],
  [
    'a blog with posts',
    `Storm Hester live: two dead as river tops its banks

16.40

Rail line closed

Northern Rail says no trains will run between Carlow and Ashe tonight. Passengers have been told to go home.

16.22

A woman in her sixties has died in Ashe after a tree fell on her car, police have confirmed.

Superintendent Rhys Vaughan said: "Please do not travel. My officers have had to turn back people who were out to look at the water."

16.05

Our reporter in Ashe, Kirsty Bell, has sent this:

I am on the church roof with eleven people and a goat. The vicar tells me that the boats are an hour away. One man says he telephoned the council on Monday about the drains and was told to fill in a form.

15.51

The Met Office has extended its red warning until midnight.

Met Office @metoffice
Gusts of 90mph are expected on the coast. Stay away from the shore.

15.30

From the leader of the opposition:

Ewan Strang @ewanstrang
The Environment Agency warned ministers in June that the Ashe barrier would fail. They knew. My thoughts are with both families.

15.12

The minister for floods, Petra Loy, has replied to Strang's post. "It is a little early for politics," she told Radio Ashe.

14.58

Thanks for your messages. Colin in Carlow writes: "The bridge by the mill has gone. My neighbour saw it go."

Rosemary, by email: "My son's school says it will open tomorrow. It has no roof."`,
    'no trains will run between Carlow and Ashe tonight <- =Northern Rail',
    'A woman in her sixties has died in Ashe after a tree fell on her car <- *police',
    'Please do not travel. My officers have had to turn back people who were out to look at the water. <- =Rhys Vaughan',
    'I am on the church roof with eleven people and a goat. The vicar tells me that the boats are an hour away. One man says he telephoned the council on Monday about the drains and was told to fill in a form. <- =Kirsty Bell',
    'the boats are an hour away <- ~vicar < =Kirsty Bell',
    'he telephoned the council on Monday about the drains <- ~One man < =Kirsty Bell',
    'Gusts of 90mph are expected on the coast. Stay away from the shore. <- =Met Office',
    'The Environment Agency warned ministers in June that the Ashe barrier would fail. They knew. My thoughts are with both families. <- =Ewan Strang',
    'the Ashe barrier would fail <- =Environment Agency < =Ewan Strang',
    'It is a little early for politics <- =Petra Loy [p]',
    'The bridge by the mill has gone. My neighbour saw it go. <- =Colin',
    "My son's school says it will open tomorrow. It has no roof. <- =Rosemary",
    'it will open tomorrow <- *school < =Rosemary',
  ],
  [
    'a column of questions',
    `ASK HARRIET
Your money, with Harriet Pole

Q I sold my late mother's piano through Keyhouse Auctions in May. They told me it had fetched £4,000, but I have been paid £900. Their clerk says the rest is "fees". What can I do?
Name withheld, Truro

A First, ask for the sale sheet. The Auctioneers' Council tells me that fees above 30 per cent must be agreed in writing. I asked Keyhouse about your piano. A director, Simon Lusk, said the firm had "made a regrettable error", and that a cheque was on its way.

Q My bank froze my account after I bought a second-hand tractor. The man at the branch said that the computer did it and nobody could undo it. That was in June. Is that true?
Aled Pryce, Brecon

A No. A computer may freeze an account, but the rules say that a person must look at it within ten days. The bank confirmed to me that nobody had. It has now offered you £250.

Q Do I have to pay for a parking ticket that came eleven months late? A friend who used to be a warden says I don't.
Mrs J. Amadi, Leeds

A Your friend is nearly right. A private firm must write within 14 days if it wants the keeper to pay. The trade body, however, warns that a court may still hear the claim. I would send it back with a polite note.

Write to Harriet at the address below. She regrets that she cannot answer every letter.`,
    'I sold my late mother\'s piano through Keyhouse Auctions in May. They told me it had fetched £4,000, but I have been paid £900. Their clerk says the rest is "fees". What can I do? <- ~questioner',
    'it had fetched £4,000 <- =Keyhouse Auctions < ~questioner [p]',
    'the rest is "fees" <- ~clerk < ~questioner',
    "fees above 30 per cent must be agreed in writing <- =Auctioneers' Council < =Harriet Pole",
    'the firm had "made a regrettable error" <- =Simon Lusk < =Harriet Pole',
    'a cheque was on its way <- =Simon Lusk < =Harriet Pole',
    'My bank froze my account after I bought a second-hand tractor. The man at the branch said that the computer did it and nobody could undo it. That was in June. Is that true? <- =Aled Pryce',
    'the computer did it and nobody could undo it <- ~man at the branch < =Aled Pryce',
    'a person must look at it within ten days <- *rules < =Harriet Pole',
    'nobody had <- *bank < =Harriet Pole',
    "I don't <- ~A friend < =Amadi",
    'a court may still hear the claim <- *trade body < =Harriet Pole',
    'she cannot answer every letter <- =Harriet [p]',
  ],
  [
    'a witness statement',
    `IN THE MATTER OF THE INQUIRY INTO THE FIRE AT DUNMORE COURT

WITNESS STATEMENT OF GRACE ADEOLA FINCH

I, Grace Adeola Finch, of 12 Mill Row, Dunmore, will say as follows:

1. I was the housing officer for Dunmore Court from 2014 until 2019. I make this statement from my own knowledge unless I say otherwise.

2. On 4 February 2018 a tenant on the ninth floor, Mr Samuel Otieno, told me that the fire door on his landing did not close. I logged it the same day.

3. I raised the door with my manager, Peter Kerrigan. He said there was no money for doors before April. He told me to stop putting such things in emails.

4. In March the contractor, Wexley Fire, wrote to the council that all doors had been inspected. I did not believe it. A fitter who worked for Wexley later admitted to me that he had inspected eleven of sixty.

5. At the meeting of 9 May 2018 the chair asked whether the block was safe. Mr Kerrigan answered: "As safe as it was built to be." I understood him to mean that it was not.

6. I have been asked by the Inquiry whether I told anyone outside the council. I did. I told the ward councillor, Jean Hobbs, that people would die. Councillor Hobbs has since said that she does not remember it.

7. I have read the statement of Mr Kerrigan. At paragraph 14 he claims that the door was never reported. That is untrue.

I believe that the facts stated in this witness statement are true.

Signed: G. A. Finch
Dated: 3 June 2022`,
    'I was the housing officer for Dunmore Court from 2014 until 2019. I make this statement from my own knowledge unless I say otherwise. <- =Grace Adeola Finch',
    'On 4 February 2018 a tenant on the ninth floor, Mr Samuel Otieno, told me that the fire door on his landing did not close. I logged it the same day. <- =Grace Adeola Finch',
    'the fire door on his landing did not close <- =Samuel Otieno < =Grace Adeola Finch',
    'there was no money for doors before April <- =Peter Kerrigan < =Grace Adeola Finch [p]',
    'to stop putting such things in emails <- =Peter Kerrigan < =Grace Adeola Finch [p]',
    'all doors had been inspected <- =Wexley Fire < =Grace Adeola Finch',
    'he had inspected eleven of sixty <- ~A fitter < =Grace Adeola Finch',
    'whether the block was safe <- ~chair < =Grace Adeola Finch',
    'As safe as it was built to be. <- =Kerrigan < =Grace Adeola Finch',
    'she does not remember it <- =Hobbs < =Grace Adeola Finch',
    'the door was never reported <- =Kerrigan < =Grace Adeola Finch [p]',
    'the facts stated in this witness statement are true <- =Grace Adeola Finch',
  ],
  [
    'a history by initials',
    `Harbour Voices Project
Interviewee: Nora Dunleavy (ND)
Interviewer: Paul Quist (PQ)
Recorded at Cobh, 14 October 2011

PQ: You were born in the cottages, weren't you?

ND: I was, in the end one. The priest told my mother that it was no place for a child. She said to him, "Then build us another."

PQ: [laughs] And did he?

ND: He did not. [pause] My father worked on the tenders. He used to say that he'd seen more people off than the undertaker.

PQ: Do you remember the strike?

ND: I do. I was nine. The harbour master put it about that the men were drunk. They weren't. Mrs Hegarty across the way, whose husband was the first to walk out, told us they hadn't been paid since Whit.

PQ: The company's records say that they were paid every Friday.

ND: Well, the company's records weren't hungry. My brother Tom went in to ask, and the clerk told him to come back with his hat off.

PQ: What happened to Tom?

ND: America. He wrote home that the streets were paved with Irishmen. [laughs] He never came back. An uncle of ours in Boston reported that he'd married a Lutheran, and my mother said a novena.

PQ: Is there anything that I should have asked you?

ND: You should have asked who broke the crane. Everybody says it was the frost.`,
    "You were born in the cottages, weren't you? <- =Paul Quist",
    'I was, in the end one. The priest told my mother that it was no place for a child. She said to him, "Then build us another." <- =Nora Dunleavy',
    'it was no place for a child <- ~priest < =Nora Dunleavy',
    'Then build us another. <- ~mother < =Nora Dunleavy [p]',
    "he'd seen more people off than the undertaker <- ~father < =Nora Dunleavy [p]",
    'Do you remember the strike? <- =Paul Quist',
    "they hadn't been paid since Whit <- =Hegarty < =Nora Dunleavy",
    'they were paid every Friday <- *records < =Paul Quist',
    'to come back with his hat off <- ~clerk < =Nora Dunleavy',
    'the streets were paved with Irishmen <- =Tom < =Nora Dunleavy [p]',
    "he'd married a Lutheran <- ~uncle < =Nora Dunleavy",
    'Is there anything that I should have asked you? <- =Paul Quist',
    'it was the frost <- *Everybody < =Nora Dunleavy',
  ],
  [
    'a story with a call and a statement',
    `Dispatcher told caller to wait as shop burned, recording shows

By Ingrid Maes

HALLAM — A dispatcher told a man trapped above a burning bakery to stay where he was, according to a recording released on Tuesday.

The man, Devon Sayle, 34, survived with burns. His cousin did not.

The county had refused for a year to release the call. A judge ordered it to do so after the Hallam Ledger sued.

This is part of the call:

Dispatcher: 911, what's the address of your emergency?

Sayle: 40 Market Street. There's smoke coming up the stairs. My cousin says the back door's locked.

Dispatcher: OK. Stay where you are, sir. The fire department says three minutes.

Sayle: You said that before.

Dispatcher: Sir, I'm told they are at the corner.

The line goes dead after four minutes.

Fire Chief Orla Benning said the engine had gone to Market Road, which is across the river. "We sent good people to the wrong place," she said.

In a WhatsApp message to reporters, the county executive, Bill Strand, wrote:

"The dispatcher followed the protocol that she was given. Our review found no fault with her. I have asked the state to look at the protocol itself."

Sayle's lawyer, Amina Haddad, called the review "a letter of recommendation". She said her client had been told by the chief that the locked door was the landlord's doing.

The landlord, Crown Lettings, issued the following statement:

Our thoughts are with the families. The doors of 40 Market Street were inspected in March. The inspector told us that they met the code. We will say no more while the case is before the court.`,
    'to stay where he was <- ~A dispatcher',
    "911, what's the address of your emergency? <- ~Dispatcher",
    "40 Market Street. There's smoke coming up the stairs. My cousin says the back door's locked. <- =Sayle",
    "the back door's locked <- ~cousin < =Sayle",
    'OK. Stay where you are, sir. The fire department says three minutes. <- ~Dispatcher',
    'You said that before. <- =Sayle',
    "Sir, I'm told they are at the corner. <- ~Dispatcher",
    'the engine had gone to Market Road, which is across the river <- =Orla Benning',
    'We sent good people to the wrong place <- =Orla Benning [p]',
    'The dispatcher followed the protocol that she was given. Our review found no fault with her. I have asked the state to look at the protocol itself. <- =Bill Strand',
    'a letter of recommendation <- =Amina Haddad',
    "the locked door was the landlord's doing <- *chief < =Amina Haddad [d]",
    'Our thoughts are with the families. The doors of 40 Market Street were inspected in March. The inspector told us that they met the code. We will say no more while the case is before the court. <- =Crown Lettings',
    'they met the code <- ~inspector < =Crown Lettings',
  ],
  [
    'a manager before a match',
    `What Halvard Moen said before the cup final

The Brann City manager met the press at Steinmyra on Friday. Here is what he had to say.

On the injured captain:
"Eirik trained with us yesterday. The doctor says he can play an hour. Eirik says he can play a week."

On the referee:
"I have nothing to say about him. My president has asked me to say nothing, and he pays me."

On reports that he is leaving:
"I read it too. One paper said I had signed for a club in Turkey. My wife asked me if we should learn the language."

Asked about the pitch, Moen said it was "a potato field with a roof". He added that the groundsman had apologised to him.

On the other side's coach, Dario Lenz:
"Dario told Italian television that we only kick. He is wrong. Sometimes we also push."

Lenz, who spoke an hour later, was in a milder mood. "Halvard is a friend," he said. "I told him that if he wins I will carry his bag."

Moen's assistant, Sunniva Rein, was asked who would take the penalties.

Rein: "Whoever is not crying."

The final kicks off at 18:00. The association says 4,000 tickets are left.`,
    'Eirik trained with us yesterday. The doctor says he can play an hour. Eirik says he can play a week. <- =Halvard Moen',
    'he can play an hour <- ~doctor < =Halvard Moen',
    'he can play a week <- =Eirik < =Halvard Moen',
    'I have nothing to say about him. My president has asked me to say nothing, and he pays me. <- =Halvard Moen',
    'to say nothing <- ~president < =Halvard Moen',
    'I read it too. One paper said I had signed for a club in Turkey. My wife asked me if we should learn the language. <- =Halvard Moen',
    'I had signed for a club in Turkey <- *One paper < =Halvard Moen',
    'if we should learn the language <- ~wife < =Halvard Moen',
    'a potato field with a roof <- =Moen',
    'we only kick <- =Dario Lenz < =Halvard Moen',
    'Dario told Italian television that we only kick. He is wrong. Sometimes we also push. <- =Halvard Moen',
    'Halvard is a friend … I told him that if he wins I will carry his bag. <- =Dario Lenz [p]',
    'Whoever is not crying. <- =Sunniva Rein',
    '4,000 tickets are left <- *association',
  ],
]
