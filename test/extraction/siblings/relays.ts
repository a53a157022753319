import type { Sibling } from '../siblings.ts'

/** Who passes it on, and to whom. */
export const relays: Record<string, Sibling[]> = {
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
  'who passes it on, and to whom': [
    [
      'Ms Roth claimed that a guard had admitted to her that the gate was open.',
      'the gate was open <- ~a guard < =Roth',
    ],
    ['A letter, first reported by the Herald, says the dam is cracked.', 'the dam is cracked <- *A letter < =Herald'],
    ['Notes leaked to the Herald suggest the dam is cracked.', 'the dam is cracked <- *Notes < =Herald'],
    [
      'Kestrel Radio reported, citing a haulier from Lund, that the pass was blocked.',
      'the pass was blocked <- ~a haulier from Lund < *Kestrel Radio',
    ],
    [
      'Serbian media reported that a shipment had been held, citing a customs agent.',
      'a shipment had been held <- ~a customs agent < ~Serbian media',
    ],
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
  'steps that were told in other ways': [
    [
      'Nora Lind said she had been assured by the council as recently as May that the roof was sound.',
      'the roof was sound <- *council < =Nora Lind',
    ],
    [
      'Nora Lind said tenants had been told in 2019, by a surveyor, that the roof over the hall was sound.',
      'the roof over the hall was sound <- ~a surveyor < =Nora Lind',
    ],
    ['Drivers had been told on Monday by a guard that the pass was shut.', 'the pass was shut <- ~a guard'],
    ['Mothers were told that by Friday the ward would open.', 'by Friday the ward would open <- ?'],
    ['Rask believes the tunnel will flood, Dell said.', 'the tunnel will flood <- =Rask < =Dell'],
    [
      'Prosecutors in Turin believe that the heirs hid it, people close to the inquiry say.',
      'the heirs hid it <- ~Prosecutors < ~people close to the inquiry',
    ],
    ['We believe the tunnel will flood, Dell said.', 'We believe the tunnel will flood <- =Dell'],
    ['Ek cites a survey by the port, which found that nine in ten had left.', 'nine in ten had left <- *survey < =Ek'],
    ['Ek pointed to a survey that found that nine in ten had left.', 'nine in ten had left <- *survey < =Ek'],
    ['The survey, which found that nine in ten had left, was dropped.', 'nine in ten had left <- *survey'],
    [
      'The master said in a message relayed by the owners that the pumps held.',
      'the pumps held <- ~master < ~the owners',
    ],
    ['A letter, which the Echo has seen, says that the heir signed it.', 'the heir signed it <- *A letter < =Echo'],
    ['Minutes, a draft of which the Echo has obtained, show that it was close.', 'it was close <- *Minutes < =Echo'],
    ['A letter, which her mother had seen, says that the heir signed it.', 'the heir signed it <- *A letter'],
    [
      'A clerk recalled Ida Holm’s warning that whoever talked would lose their post.',
      'whoever talked would lose their post <- =Ida Holm < ~A clerk',
    ],
    ['Ida Holm repeated her warning that whoever talked would go.', 'whoever talked would go <- =Ida Holm'],
    ['The vote was calm, minutes show, with one member warning that it was late.', 'it was late <- ~one member'],
    [
      'The board was split three ways in May, minutes show, with two members absent.',
      'The board was split three ways in May <- *minutes',
    ],
    ['The firm had insisted until Friday that no letters were lost.', 'no letters were lost <- *The firm'],
    [
      'Ida Roth said drivers had been promised by the port in March that no shift would be long.',
      'no shift would be long <- *the port < =Ida Roth',
    ],
    [
      'Ida Roth said elders had told her as a child that the drum was only asleep.',
      'the drum was only asleep <- ~elders < =Ida Roth',
    ],
    [
      'Ida Roth said she had been assured by Dahl himself, two days before, that every fault was closed.',
      'every fault was closed <- =Dahl < =Ida Roth',
    ],
    [
      'A spokesman said it had asked the bank for its records.',
      'it had asked the bank for its records <- ~A spokesman',
    ],
    [
      'The maker said in a letter to the port, which the Echo has seen, that the crane was old.',
      'the crane was old <- *maker < =Echo',
    ],
    ['The mayor, asked whether he knew, said that he had no idea.', 'he had no idea <- ~The mayor'],
  ],
  'steps in what was heard, remembered, told by order or repeated': [
    [
      'Lena Ortiz, a nurse, remembers a colleague telling her that the patient had been sent home twice.',
      'the patient had been sent home twice <- ~a colleague < =Lena Ortiz',
    ],
    ['Neighbours described hearing a man shout that he had a bomb.', 'he had a bomb <- ~a man < ~Neighbours'],
    [
      'Radio Nord aired a clip in which the mayor can be heard saying that the money was “already spent”.',
      'the money was “already spent” <- ~the mayor < =Radio Nord',
    ],
    [
      'The mayor was filmed by a neighbour telling guests that the rules were for others.',
      'the rules were for others <- ~The mayor < ~a neighbour',
    ],
    [
      'Police quoted the driver as having said that the brakes had failed.',
      'the brakes had failed <- ~the driver < *Police',
    ],
    [
      'Dagens Post, which first reported the deal, cited unnamed officials as saying it was worth 3bn crowns.',
      'it was worth 3bn crowns <- ~unnamed officials < =Dagens Post',
    ],
    [
      'The owner, Karoo Platinum, said rescuers had reported hearing voices below the third level.',
      'hearing voices below the third level <- ~rescuers < =Karoo Platinum',
    ],
    [
      'Hospital staff said they had been ordered by militants to hand over the wounded.',
      'they had been ordered by militants to hand over the wounded <- *Hospital staff',
    ],
    [
      'The head of the agency said that he had been assured by engineers the dam would hold.',
      'the dam would hold <- ~engineers < ~head of the agency',
    ],
    [
      'The mayor said the woman, whom he did not name, had told him that soldiers took her car.',
      'soldiers took her car <- ~the woman < ~The mayor',
    ],
    [
      'It was the governor who told the committee that the bank had been warned, according to minutes published on Monday.',
      'the bank had been warned <- ~the governor < *minutes',
    ],
    [
      'The firm has been told by the regulator that it must stop selling the pills, the Times has learned.',
      'it must stop selling the pills <- *the regulator < =Times',
    ],
    ['Hale’s claim that Ek lied was repeated by Berry.', 'Ek lied <- =Hale < =Berry'],
    ['Officials recalled Tuesday’s warning that the dam would fail.', 'the dam would fail <- ? < ~Officials'],
    [
      'Ivo Frey, through his solicitor, denied giving any such instruction.',
      'giving any such instruction <- =Ivo Frey < ~his solicitor',
    ],
    [
      'Police sources quoted by the Echo said that three men had been held.',
      'three men had been held <- ~Police sources < =Echo',
    ],
    ['The wounded were ordered by militants to leave.', 'to leave <- ~militants'],
    ['It was reported by local media that the governor had fled.', 'the governor had fled <- *local media'],
  ],
  'one who passes on nothing': [
    [
      'Donald Trump spoke in Ohio. He repeated Trump’s warning that taxes would rise.',
      'taxes would rise <- =Donald Trump',
    ],
    [
      'With a storm warning that gusts could reach 90 mph, the council closed the pier.',
      'gusts could reach 90 mph <- ?',
    ],
    ['An inquiry into the fire found that the alarms failed.', 'the alarms failed <- *An inquiry into the fire'],
    [
      'A memo circulated among staff, a copy of which was obtained by the Register, warned that the servers could not be mended.',
      'the servers could not be mended <- *A memo circulated among staff < =Register',
    ],
    [
      'Witness statements read out in court said that the guard had been asleep.',
      'the guard had been asleep <- *Witness statements',
    ],
    [
      'Asked about it, a ministry spokesman referred to the supplier, which blamed customs officials.',
      'customs officials <- *the supplier',
    ],
    [
      'A study, cited in the trustees’ minutes, found that the roof was sound.',
      'the roof was sound <- *A study < *minutes',
    ],
  ],
  'steps that words stand before or between': [
    ['The Red Cross, Irma Soltz said, had told her he was alive.', 'he was alive <- *Red Cross < =Irma Soltz'],
    [
      'Irma Soltz said her cousin had telephoned her on Sunday and promised that the money would come.',
      'the money would come <- ~her cousin < =Irma Soltz',
    ],
    [
      'Ted Lomas said the hotline told him on Saturday there was nothing to worry about.',
      'there was nothing to worry about <- *the hotline < =Ted Lomas',
    ],
    [
      'Greg Hall said the envoy had stressed to both governments last week that the swap was humanitarian.',
      'the swap was humanitarian <- ~the envoy < =Greg Hall',
    ],
    [
      'He claimed the referee had admitted to him at half-time that he missed it.',
      'he missed it <- ~the referee < ~He',
    ],
    [
      'An official said mediators had informed both delegations they would walk out by Friday.',
      'they would walk out by Friday <- *mediators < ~An official',
    ],
    [
      'The complaint, by Devi Castle, who led the team, says an internal review found that the bot had told lies.',
      'the bot had told lies <- *internal review < *The complaint',
    ],
    [
      'A spokeswoman for Norrhav, replying on behalf of its founder, Mads Lykke, said he did not know the figure.',
      'he did not know the figure <- =Mads Lykke < ~A spokeswoman',
    ],
    [
      'Hospital staff were told by army doctors that the wounds were burns, according to Lena Markova, a nurse.',
      'the wounds were burns <- *army doctors < =Lena Markova',
    ],
    [
      'A diplomat, speaking on condition of anonymity, said intelligence shared with allies suggested that more would come.',
      'more would come <- *intelligence < ~A diplomat',
    ],
    [
      'The coalition quoted a voter in Ward 9, Risi Alabi, as lamenting that she queued for six hours.',
      'she queued for six hours <- =Risi Alabi < *coalition',
    ],
    ['The report quotes one midwife as saying she went home.', 'she went home <- ~one midwife < *The report'],
    [
      'Ana Sahl, now 91, tells me through her carer that she never said it.',
      'she never said it <- =Ana Sahl < ~her carer',
    ],
    [
      'He said the chair had given him a personal assurance that the unit would not reopen.',
      'the unit would not reopen <- ~the chair < ~He',
    ],
    ['Owners of the ferry were told by inspectors last year that its doors leaked.', 'its doors leaked <- *inspectors'],
    ['The mayor gave a warning that the dam might fail.', 'the dam might fail <- ~The mayor'],
  ],
}
