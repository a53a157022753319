import type { Fresh } from './fresh-articles.ts'

/** Six more spoken and mixed texts in layouts of their own, with gold that was written before the rules read them. */
export const toldAloud: Fresh[] = [
  [
    'a house with two languages',
    `Ceisteanna ó Cheannairí - Leaders' Questions

An Ceann Comhairle: I call Deputy Coffey.

Deputy Mairéad Coffey: Go raibh maith agat. There are 61 children waiting for a scan in Limerick. Their parents were told by the hospital in January that the machine would be repaired within a fortnight. It is now May.

One mother, Aoife Brennan, wrote to me last night that her son has stopped asking. I want to ask the Taoiseach a simple question. Who broke the promise?

The Taoiseach: I thank the Deputy. Nobody in this House wants a child to wait. The HSE has told me that a second machine will be in use from Monday. The consultant who runs the unit, Dr. Felix Adeyemi, said on local radio that he was satisfied with that.

Deputy Mairéad Coffey: He also said he would believe it when he saw it.

The Taoiseach: Deputy, I listened to the same interview.

Deputy Cathal Rooney: The Taoiseach should listen to the parents.

An Ceann Comhairle: Please, Deputy. One voice.

Minister of State at the Department of Health (Deputy Hilda Moran): If I may come in. I visited the unit on Friday. The porter told me the lift was out as well, and I have asked the HSE to look at that. According to its engineers, it can be mended this week.

Deputy Cathal Rooney: With what? The Minister for Finance says there is no money for lifts.`,
    'I call Deputy Coffey. <- *Ceann Comhairle',
    'the machine would be repaired within a fortnight <- *the hospital < =Mairéad Coffey',
    'her son has stopped asking <- =Aoife Brennan < =Mairéad Coffey',
    'a second machine will be in use from Monday <- =HSE < *Taoiseach',
    'he was satisfied with that <- =Felix Adeyemi < *Taoiseach',
    'He also said he would believe it when he saw it. <- =Mairéad Coffey',
    'he would believe it when he saw it <- =Felix Adeyemi < =Mairéad Coffey [p]',
    'Deputy, I listened to the same interview. <- *Taoiseach',
    'The Taoiseach should listen to the parents. <- =Cathal Rooney',
    'If I may come in. I visited the unit on Friday. The porter told me the lift was out as well, and I have asked the HSE to look at that. According to its engineers, it can be mended this week. <- =Hilda Moran',
    'the lift was out as well <- ~porter < =Hilda Moran',
    'it can be mended this week <- ~engineers < =Hilda Moran',
    'there is no money for lifts <- ~Minister for Finance < =Cathal Rooney',
  ],
  [
    'a group of neighbours',
    `The messages that residents of Alder Court sent one another on the night of the flood were handed to the inquiry this week. They have been shortened.

[14/02/2024, 21:03:11] Nadia: Is anyone else's hall wet?
[14/02/2024, 21:04:40] Piet (no. 6): Ours is. The caretaker says it's a pipe.
[14/02/2024, 21:09:02] Nadia: It's not a pipe, it's the river
[14/02/2024, 21:11:37] Mrs Olusanya: My son is at the bridge. He says the gate is open and nobody is there
[14/02/2024, 21:15:20] Piet (no. 6): Rang the council. The woman told me to put sandbags down. I asked where from and she said she'd call back
[14/02/2024, 21:40:55] Nadia: Has she?
[14/02/2024, 21:41:03] Piet (no. 6): No
[14/02/2024, 22:05:17] Jo K: Fire brigade are here. They want everyone out by the back stairs
[14/02/2024, 22:06:48] Mrs Olusanya: Tell them number 9 can't walk

The council said on Tuesday that it had received no calls before ten that night. Its chief executive, Oona Pike, told the inquiry that the log had been kept by hand.

Piet Vermaak, who sent four of the messages, said he had since moved. "I asked for the recording of my call," he said. "They wrote back that there wasn't one."`,
    "Is anyone else's hall wet? <- =Nadia",
    "Ours is. The caretaker says it's a pipe. <- =Piet",
    "it's a pipe <- ~caretaker < =Piet",
    "It's not a pipe, it's the river <- =Nadia",
    'the gate is open and nobody is there <- ~son < =Olusanya [p]',
    'to put sandbags down <- ~woman < =Piet',
    "she'd call back <- ~woman < =Piet [p]",
    'Fire brigade are here. They want everyone out by the back stairs <- =Jo K',
    "Tell them number 9 can't walk <- =Olusanya",
    'it had received no calls before ten that night <- *council',
    'the log had been kept by hand <- =Oona Pike',
    'he had since moved <- =Piet Vermaak',
    "there wasn't one <- *council < =Piet Vermaak [p]",
  ],
  [
    'a panel in bold',
    `# Who pays for the coast?

*A discussion at the Harbour Theatre, 9 May. Edited for length.*

**Ana Reis (moderator):** Welcome, everybody. Tom, you sold your house last year. Why?

**Tom Ferris, former lighthouse keeper:** Because the surveyor told my wife that it had eleven years. She asked him which eleven. He said, "The easy ones."

**Ana Reis:** Professor Lund, is he right?

**Prof. Gerda Lund, University of Halden:** Roughly. Our model says eight to fourteen. The ministry insists it is thirty, but the ministry has not been to the beach.

*(Laughter.)*

**Ana Reis:** We did invite the minister. Her office told us that she was travelling. Councillor?

**Cllr Imran Baig:** I have to work with what I'm given. In March the treasury wrote to every coastal council that defences would be paid for "where there is a port". We have a jetty.

**Ana Reis:** A question from the floor.

**Audience member:** My insurer won't renew. They say it's the council's fault for publishing the map. Is that true?

**Cllr Imran Baig:** The map was published by the agency, and it warned us not to comment on it. So I won't.

**Tom Ferris:** I'll comment. It's a good map. My house isn't on it.`,
    'Welcome, everybody. Tom, you sold your house last year. Why? <- =Ana Reis',
    'it had eleven years <- ~surveyor < =Tom Ferris',
    'which eleven <- ~wife < =Tom Ferris [p]',
    'The easy ones. <- ~surveyor < =Tom Ferris [p]',
    'Professor Lund, is he right? <- =Ana Reis',
    'Roughly. Our model says eight to fourteen. The ministry insists it is thirty, but the ministry has not been to the beach. <- =Gerda Lund',
    'it is thirty <- *ministry < =Gerda Lund',
    'she was travelling <- *office < =Ana Reis',
    'defences would be paid for "where there is a port" <- *treasury < =Imran Baig',
    "My insurer won't renew. They say it's the council's fault for publishing the map. Is that true? <- ~audience",
    "it's the council's fault for publishing the map <- *insurer < ~audience [p]",
    'not to comment on it <- *agency < =Imran Baig [p]',
    "I'll comment. It's a good map. My house isn't on it. <- =Tom Ferris",
  ],
  [
    'a deposition with its lines numbered',
    `DEPOSITION OF KAREN ELAINE STOLZ

Taken on behalf of the Plaintiff

EXAMINATION BY MR. WEXLER:

1    Q.  Ms. Stolz, who told you the brakes were safe?
2    A.  Mr. Dunn did.
3    Q.  What were his words, as best you recall?
4    A.  He said that they had passed every test there was.
5    Q.  Did he show you the tests?
6    A.  He said legal had them.
7         MS. PARDO:  Objection. Privileged.
8         MR. WEXLER:  I'm not asking what legal said.
9    Q.  Did anyone else at Carrick speak to you about the brakes?
10   A.  A mechanic in Toledo did. He called me at home. He told
11   me that two of his customers had gone through a stop sign.
12   Q.  What did you do?
13   A.  I wrote to my supervisor, Bill Hanley, that we ought to
14   stop. He replied that it was above my pay grade.
15        MS. PARDO:  Move to strike.
16   Q.  Did Mr. Hanley tell you to keep quiet?
17   A.  He asked me to use the phone from then on.`,
    'Ms. Stolz, who told you the brakes were safe? <- =Wexler',
    'Mr. Dunn did. <- =Karen Elaine Stolz',
    'they had passed every test there was <- =Dunn < =Karen Elaine Stolz [p]',
    'legal had them <- =Dunn < =Karen Elaine Stolz [p]',
    'Objection. Privileged. <- =Pardo',
    "I'm not asking what legal said. <- =Wexler",
    'two of his customers had gone through a stop sign <- ~mechanic in Toledo < =Karen Elaine Stolz [p]',
    'What did you do? <- =Wexler',
    'it was above my pay grade <- =Bill Hanley < =Karen Elaine Stolz [p]',
    'to use the phone from then on <- =Hanley < =Karen Elaine Stolz [p]',
  ],
  [
    'a call of a company',
    `Tamarack Paper Corp. (TPC)
Q1 2024 Earnings Call | May 2, 2024

Company Participants
Sheila Varga – Chief Executive Officer
Don Okoro – Chief Financial Officer

Conference Call Participants
Miles Renner – Ashby Securities

Presentation

Operator
Good morning, and welcome to the Tamarack Paper first-quarter call. I will now turn the call over to Ms. Varga.

Sheila Varga
Thank you, operator. Pulp was dear and freight was dearer. Our largest customer, Dunbar Tissue, has told us that it will take 10% less this year. We think that is prudent.

I also want to speak about the fire at Elk Mill. The state fire marshal reported last week that the sprinklers worked. The union claims they came on late. We will publish both reports.

Don Okoro
Thanks, Sheila. Net sales were $412 million. Our auditors have confirmed that the Elk Mill loss is insured.

Question-and-Answer Session

Operator
Our first question comes from Miles Renner with Ashby Securities.

Miles Renner
Hi, good morning. Your competitor said on Tuesday that prices had bottomed. Do you see that?

Sheila Varga
I wish I did. My sales team tells me that buyers are waiting for June. Don?

Don Okoro
I'd add that the railroad has warned us of a surcharge in July. It said the surcharge would be temporary. So was the last one.

Miles Renner
And is the Elk Mill manager still employed? A local paper said he'd been told to stay home.

Sheila Varga
I'm not going to comment on that.`,
    'Good morning, and welcome to the Tamarack Paper first-quarter call. I will now turn the call over to Ms. Varga. <- *Operator',
    'it will take 10% less this year <- =Dunbar Tissue < =Sheila Varga',
    'the sprinklers worked <- ~state fire marshal < =Sheila Varga',
    'they came on late <- *union < =Sheila Varga',
    'Thanks, Sheila. Net sales were $412 million. Our auditors have confirmed that the Elk Mill loss is insured. <- =Don Okoro',
    'the Elk Mill loss is insured <- ~auditors < =Don Okoro',
    'Hi, good morning. Your competitor said on Tuesday that prices had bottomed. Do you see that? <- =Miles Renner',
    'prices had bottomed <- *competitor < =Miles Renner',
    'buyers are waiting for June <- *sales team < =Sheila Varga',
    'the surcharge would be temporary <- *railroad < =Don Okoro [p]',
    "he'd been told to stay home <- *local paper < =Miles Renner",
    "I'm not going to comment on that. <- =Sheila Varga",
  ],
  [
    'a street asked',
    `‘It was the noise we noticed first’: a street on the night its church fell

On Tuesday evening the tower of St Bride's, Marlow Street, came down. Nobody was hurt. The diocese had closed the building in 2021 after an engineer reported that the tower leaned.

We asked those who live beside it.

Gwen Hollis, 71, retired midwife: “I was at the sink. My husband said it was thunder. I said thunder doesn't have dust.”

Samir Qadri, 34, who runs the shop opposite: “The vicar told me in March that it would see us all out. He's a lovely man, but he isn't a builder.”

Lottie, aged nine: “My teacher says it was eight hundred years old. It fell on the bins.”

The vicar, the Rev Peter Nance, was in Spain. “I have asked the bishop for a meeting,” he said by telephone. “The architect promised us that the props would hold for ten years.”

The bishop wrote to residents on Wednesday:

We are thankful that no one was harmed. I have been assured by the engineers that the nave is safe. I know that some of you have said it is not.

A spokesman for the council said the street would stay closed until Monday. Asked whether anyone had complained about the tower before, he said he would have to check.

— Additional reporting by Meera Joshi`,
    'the tower leaned <- ~an engineer',
    "I was at the sink. My husband said it was thunder. I said thunder doesn't have dust. <- =Gwen Hollis",
    'it was thunder <- ~husband < =Gwen Hollis',
    "The vicar told me in March that it would see us all out. He's a lovely man, but he isn't a builder. <- =Samir Qadri",
    'it would see us all out <- ~vicar < =Samir Qadri',
    'My teacher says it was eight hundred years old. It fell on the bins. <- =Lottie',
    'it was eight hundred years old <- ~teacher < =Lottie',
    'I have asked the bishop for a meeting … The architect promised us that the props would hold for ten years. <- =Peter Nance [p]',
    'the props would hold for ten years <- ~architect < =Peter Nance',
    'We are thankful that no one was harmed. I have been assured by the engineers that the nave is safe. I know that some of you have said it is not. <- ~bishop',
    'the nave is safe <- ~engineers < ~bishop',
    'the street would stay closed until Monday <- ~A spokesman for the council',
    'he would have to check <- ~A spokesman for the council [p]',
  ],
]
