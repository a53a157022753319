import type { Fresh } from './fresh-articles.ts'

/** Six articles, written after the rules were mended for wider-articles.ts, with gold that was written before they were read. */
export const later: Fresh[] = [
  [
    'customs strike',
    `Lorries queued for 11 miles outside Fernport on Tuesday after customs clerks walked out over what their union calls “a roster made for robots”.

Union secretary Hal Brody told the Fernport Mail that members had been promised by the port’s director in March that no shift would exceed nine hours. “That promise lasted six weeks,” he said.

The director, Marguerite Swann, remembers it differently. She said she had only passed on an assurance from the ministry that the matter would be looked at. The ministry said the roster was for the port to decide.

One haulier, Kemal Aydin, 44, had been waiting since Sunday. “I have yoghurt in the back, and it is going to be cheese,” he said. The 44-year-old said a guard had told him to be patient.

According to a memo leaked to the Mail, managers knew in January that the new roster would breach working-time rules. The paper says the memo was written by a lawyer, who warned that the port “would lose in any court”.

Swann, asked about it, said she had not read every memo. Economist Freda Holt of Quay Research believes the strike will cost £3m a day, her institute said.`,
    'a roster made for robots <- *union',
    'no shift would exceed nine hours <- ~director < =Hal Brody',
    'That promise lasted six weeks <- =Hal Brody [p]',
    'the matter would be looked at <- *ministry < =Marguerite Swann',
    'the roster was for the port to decide <- *ministry [d]',
    'I have yoghurt in the back, and it is going to be cheese <- =Kemal Aydin [p]',
    'to be patient <- ~a guard < =Kemal Aydin',
    'managers knew in January that the new roster would breach working-time rules <- *memo < =Mail',
    'the port “would lose in any court” <- ~a lawyer < *paper',
    'she had not read every memo <- =Marguerite Swann',
    'the strike will cost £3m a day <- =Freda Holt < *institute',
  ],
  [
    'museum restitution',
    `The Halder Museum will send back a carved drum that a missionary took from Ono Island in 1887, its trustees announced on Friday.

“It was never ours,” the chair of trustees, Dame Judith Ferrow, said. The museum’s own catalogue had described the drum as a gift. But a letter found in its archive, in which the missionary boasts that he “lifted it at night”, settled the matter, Dame Judith said.

Tama Rei, who speaks for the islanders, said elders had told him as a child that the drum was only sleeping. “Now it will wake up,” he laughed. The 61-year-old will collect it himself.

Not everybody is pleased. A former curator, Lionel Abt, wrote in the Spectrum that the trustees had been “bullied by an email”. He said colleagues had told him privately that they agreed. The museum denied this through a spokeswoman.

A study by two historians, cited in the trustees’ minutes, found that eleven other objects had been acquired “by force or by fraud”. The historians declined to name them. Culture minister Sven Dahl said he had been told by the museum that there would be no further returns this year, a remark that islanders said had shocked them.

“We were told the door was open,” said Rei. The minister later said he had been misunderstood.`,
    'The Halder Museum will send back a carved drum that a missionary took from Ono Island in 1887 <- ~trustees',
    'It was never ours <- =Judith Ferrow',
    'a letter found in its archive … settled the matter <- =Judith Ferrow',
    'the drum was only sleeping <- ~elders < =Tama Rei',
    'Now it will wake up <- =Tama Rei [p]',
    'the trustees had been “bullied by an email” <- =Lionel Abt',
    'they agreed <- ~colleagues < =Lionel Abt [p]',
    'eleven other objects had been acquired “by force or by fraud” <- *A study < *minutes',
    'there would be no further returns this year <- *museum < =Sven Dahl',
    'he had been misunderstood <- =Sven Dahl [d]',
  ],
  [
    'prison death',
    `A man who died in a cell at Marlow Road had asked for a doctor four times, his cellmate told an inquest on Wednesday.

Dean Fairley, 29, was found dead on 3 June. The cellmate, who was granted anonymity, said an officer had replied through the door that “the doctor is not a taxi”.

The officer, Grant Pole, denied saying so. He told the coroner that Mr Fairley had seemed “drowsy but polite”. He said he had been told by the night manager not to open cells.

That manager, Alison Creed, accepted that she had given such an order. She added that it had come from the governor. In a statement read to the jury, the governor, Neil Strang, said he recalled no such order.

Mr Fairley’s sister Beth said he had rung her the evening before and told her that his chest hurt. “I told him to shout,” she said. “He said, ‘I have been shouting.’”

A pathologist, Dr Uma Rao, said that the death could have been prevented. The doctor said minutes had mattered. The prisons watchdog had warned in 2022, in a report quoted by the family’s barrister, that night cover was “dangerously thin”.

The company that runs the jail, Castellan, said its thoughts were with the family. The firm has said that it will publish its own review.`,
    'A man who died in a cell at Marlow Road had asked for a doctor four times <- ~cellmate',
    'the doctor is not a taxi <- ~an officer < ~The cellmate',
    'Mr Fairley had seemed “drowsy but polite” <- =Grant Pole [p]',
    'not to open cells <- ~night manager < =Grant Pole [p]',
    'she had given such an order <- =Alison Creed',
    'it had come from the governor <- =Alison Creed [p]',
    'he recalled no such order <- =Neil Strang',
    'his chest hurt <- =Fairley < =Beth',
    'I told him to shout <- =Beth [p]',
    'the death could have been prevented <- =Uma Rao',
    'minutes had mattered <- =Uma Rao [d]',
    'night cover was “dangerously thin” <- *watchdog < ~barrister',
    'its thoughts were with the family <- =Castellan',
    'it will publish its own review <- =Castellan [d]',
  ],
  [
    'space launch',
    `The maiden flight of the Kestrel rocket ended 74 seconds after lift-off because a valve froze, according to three engineers who have seen the data.

Orbis, which built it, would say only that there had been “an anomaly”. The company’s founder, Dmitri Vance, posted that he was “sad but not surprised”.

Two of the engineers said the valve had failed in a ground test in May and that a supervisor had told the team to fly anyway. The supervisor, reached by phone, said that was a lie. Another employee recalled the founder’s remark that tests were “for people without courage”.

A spokesman for the space agency said it had asked Orbis for its records. The agency’s director, Ingrid Solheim, told senators that she had been assured by Vance himself, two days before the launch, that every fault had been closed. “I believed him,” the director said.

Senator Paul Okoro said the taxpayer had been taken for a ride. He wants the contract cancelled. His colleague Rita Maas disagreed. Rockets explode, she said, and the Democrat from Ohio reminded him that his own state built the valve.

The maker of the valve, Harlan Controls, said in a letter to Orbis, which Launch Weekly has seen, that the part was never meant for such cold. The magazine also quoted a former test pilot as saying that “everybody knew”.`,
    'The maiden flight of the Kestrel rocket ended 74 seconds after lift-off because a valve froze <- ~three engineers',
    'there had been “an anomaly” <- =Orbis',
    'he was “sad but not surprised” <- =Dmitri Vance',
    'the valve had failed in a ground test in May <- ~Two of the engineers',
    'to fly anyway <- ~a supervisor < ~Two of the engineers',
    'that was a lie <- ~The supervisor',
    'tests were “for people without courage” <- *founder < ~Another employee',
    'it had asked Orbis for its records <- ~A spokesman for the space agency',
    'every fault had been closed <- =Vance < =Ingrid Solheim',
    'I believed him <- =Ingrid Solheim [d]',
    'the taxpayer had been taken for a ride <- =Paul Okoro',
    'his own state built the valve <- =Rita Maas [d]',
    'the part was never meant for such cold <- =Harlan Controls < =Launch Weekly',
    'everybody knew <- ~a former test pilot < =Launch Weekly',
  ],
  [
    'housing',
    `Families in the Ashgrove tower were told by letter that their homes were safe a month before cladding fell from the 14th floor, residents say.

The letter, signed by the landlord’s head of safety, Colin Burke, says that “no remedial work is required”. Mr Burke has since resigned. His lawyer said he had relied on a contractor’s report.

Single mother Donna Hale said a piece had landed where her son plays. “If it had been a Saturday he’d be dead,” she said. She said neighbours had told her that they heard it creak for weeks.

The contractor, Pyke & Lowe, says its report was altered. Its managing director, Simon Pyke, told the council in an email, which has been published by the tenants’ group, that a paragraph about loose fixings had vanished. The landlord’s chief executive rejected the contractor’s claim that anybody had tampered with it. She said an investigation would show this.

Council leader Ruth Adeyemi and housing chief Tom Lacey visited on Monday. They said nobody would sleep there until it was fixed. Fire officers have told Ms Adeyemi that this may take a year.

The regulator, asked whether it had known, said it had been made aware of concerns “by a third party”. It is understood that the third party was Mr Lacey. A fireman who was there said the noise was like a train.`,
    'their homes were safe <- *letter < ~residents',
    'no remedial work is required <- *letter',
    'he had relied on a contractor’s report <- ~lawyer',
    'a piece had landed where her son plays <- =Donna Hale',
    'If it had been a Saturday he’d be dead <- =Donna Hale [p]',
    'they heard it creak for weeks <- ~neighbours < =Donna Hale',
    'its report was altered <- =Pyke & Lowe',
    'a paragraph about loose fixings had vanished <- =Simon Pyke < *tenants’ group',
    'an investigation would show this <- ~chief executive [p]',
    'nobody would sleep there until it was fixed <- *Ruth Adeyemi [p]',
    'this may take a year <- ~Fire officers',
    'it had been made aware of concerns “by a third party” <- *regulator',
    'the noise was like a train <- ~A fireman',
  ],
  [
    'football transfer',
    `Striker Leo Mbaye has told friends that he will never play for Rovers again, two people close to the player said on Thursday.

The 23-year-old missed training for a third day. Manager Craig Dunn said he had a sore back. “That’s what the medical team tell me,” the manager said, smiling.

Mbaye’s agent, Sofia Lindqvist, was less amused. She said the club’s chairman had given her his word in front of witnesses that a bid of £30m would be accepted. City had bid £32m. The chairman, Walid Nasser, told Radio Tyne that no bid had arrived. The station later played a recording, sent to it by the agent, in which a man says the fax “is on my desk, love”.

Rovers said the recording had been edited. The club’s lawyers have written to the station. City declined to comment, though a director said privately that his club had been given to understand by Rovers that the player was for sale.

Former captain Joe Tait, now a pundit, said that it reminded him of 1998. The 57-year-old recalled being told by a chairman that he would be sold “over my dead body”. “I was in Leeds by teatime,” said Tait.

Supporters’ spokeswoman Ann Kerr said fans had had enough. In her view, both men should go.`,
    'he will never play for Rovers again <- =Leo Mbaye < ~two people close to the player',
    'he had a sore back <- =Craig Dunn',
    'That’s what the medical team tell me <- =Craig Dunn [d]',
    'a bid of £30m would be accepted <- =Walid Nasser < =Sofia Lindqvist',
    'no bid had arrived <- =Walid Nasser',
    'the fax “is on my desk, love” <- ~a man < =Radio Tyne',
    'the recording had been edited <- =Rovers',
    'the player was for sale <- =Rovers < ~a director',
    'it reminded him of 1998 <- =Joe Tait',
    'he would be sold “over my dead body” <- ~a chairman < =Joe Tait',
    'I was in Leeds by teatime <- =Joe Tait',
    'fans had had enough <- =Ann Kerr',
    'both men should go <- =Ann Kerr [p]',
  ],
]
