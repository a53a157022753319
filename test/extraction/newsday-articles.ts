import type { Fresh } from './fresh-articles.ts'

/** Eight articles of as many beats, with gold for all that is said in them, written before the rules read them. */
export const newsday: Fresh[] = [
  [
    'courts',
    `A builder who left a retaining wall half finished was told by engineers on three separate occasions that it would fall, a jury at Marlbury Crown Court has heard.

Desmond Quirk, 58, of Tanner's Row, denies the manslaughter of Aisha Benbow, who was nine.

Opening the case for the Crown, Frances Ingleby KC said the wall had been put up “by men who had never built one, for a man who did not care whether they could”.

She told jurors that a structural engineer, Tobias Lenk, had warned Quirk in writing that the footings were a third of the depth they needed to be. Quirk replied in a text message that Lenk was “paid by the word”, the prosecutor said.

A neighbour, Colette Marsh, described hearing a noise “like a lorry tipping gravel”. She said the girl's brother had run to her door and told her that Aisha was under the bricks.

Cross-examined by Rupert Osgood, for the defence, Mrs Marsh accepted that she had not seen the wall fall. She denied having told a police officer that children used to climb on it.

“You were watching television, were you not?” asked Mr Osgood.

“I was ironing,” the witness replied.

Det Insp Paul Threlfall read out part of an interview in which Quirk claimed the council had passed the drawings. According to the detective, no drawings were ever found.

The judge, Mrs Justice Coyle, reminded the jury that Quirk was not on trial for being a bad employer. The trial, which is expected to last three weeks, continues.`,
    'A builder who left a retaining wall half finished was told by engineers on three separate occasions that it would fall <- ?',
    'the wall had been put up “by men who had never built one, for a man who did not care whether they could” <- =Frances Ingleby',
    'the footings were a third of the depth they needed to be <- =Tobias Lenk < =Frances Ingleby [p]',
    'Lenk was “paid by the word” <- =Desmond Quirk < =Frances Ingleby [d]',
    'hearing a noise “like a lorry tipping gravel” <- =Colette Marsh',
    "Aisha was under the bricks <- ~the girl's brother < =Colette Marsh [p]",
    'she had not seen the wall fall <- =Colette Marsh',
    'having told a police officer that children used to climb on it <- =Colette Marsh [p]',
    'You were watching television, were you not? <- =Rupert Osgood',
    'I was ironing <- =Colette Marsh [d]',
    'the council had passed the drawings <- =Desmond Quirk < =Paul Threlfall',
    'no drawings were ever found <- =Paul Threlfall [d]',
    'Quirk was not on trial for being a bad employer <- =Coyle',
  ],
  [
    'markets',
    `Shares in the battery maker Voltara lost a fifth of their value on Tuesday after the company said a fault in its newest cells would cost it more than it had expected.

Voltara, which listed in Amsterdam two years ago, now expects to make no profit before 2027. In February it had forecast one for this year.

“We got ahead of ourselves,” chief executive Henrik Dahlgaard told analysts on a conference call. He said that roughly one cell in forty swelled when charged in the cold, a problem that he described as “well understood and largely behind us”.

Not everyone was convinced. Miriam Sadler, who follows the sector at Brandt Capital, said in a note to clients that the company was “running out of ways to say later”. She cut her target price to €9 from €22.

Two people with knowledge of the matter said that a carmaker which accounts for half of Voltara's orders had told the company it was looking for a second supplier. A spokesman for the carmaker, Rhône Motors, declined to comment on what he called market gossip.

The Financial Post, citing a person close to the board, reported later that the chairman, Luis Ferro, had urged Dahlgaard to step down. Voltara said the report was “without foundation”.

Bonds due in 2029 fell to 71 cents on the euro, according to data compiled by Tradeview.

“People are asking whether this is a bad quarter or a bad business,” said a hedge fund manager who has bet against the stock. “I think it's the second, but then I would say that.”`,
    'a fault in its newest cells would cost it more than it had expected <- =Voltara [d]',
    'We got ahead of ourselves <- =Henrik Dahlgaard',
    'roughly one cell in forty swelled when charged in the cold <- =Henrik Dahlgaard [p]',
    'a problem … as “well understood and largely behind us” <- =Henrik Dahlgaard [p]',
    'the company was “running out of ways to say later” <- =Miriam Sadler',
    'it was looking for a second supplier <- ~a carmaker < ~Two people with knowledge of the matter',
    'market gossip <- ~A spokesman for the carmaker [p]',
    'the chairman, Luis Ferro, had urged Dahlgaard to step down <- ~a person close to the board < =Financial Post',
    'the report was “without foundation” <- =Voltara',
    'Bonds due in 2029 fell to 71 cents on the euro <- *data compiled by Tradeview',
    "People are asking whether this is a bad quarter or a bad business … I think it's the second, but then I would say that <- ~a hedge fund manager who has bet against the stock",
  ],
  [
    'science',
    `Bees that were given a choice between two flowers slept longer after picking the wrong one, a study published in the journal Insect Behaviour has found.

The researchers, from three universities in Chile and Canada, trained 212 bumblebees to expect sugar from blue flowers. When the sugar was moved to yellow ones, bees that kept returning to blue rested for up to an hour more that night.

“It looks for all the world like regret, although I would be shot by my reviewers if I wrote that,” said Dr Paloma Retamal of the University of Valdivia, who led the work. A likelier explanation, she said, was that learning something new is tiring.

Prof Gordon Leitch, an ecologist at the University of Fife who was not involved in the study, called the findings “lovely and slightly annoying”, adding that his own group had failed to see any such effect in 2018. He cautioned that laboratory bees lived in the dark for weeks.

Earlier work by a Japanese team suggested that sleep-deprived bees danced less precisely. Its author, Kenji Morita, believes the two results fit together. He told the Science Desk podcast last year that he expected to see “dreaming within a decade”, though he now says he was joking.

Whether bees dream is another matter. Retamal said a taxi driver in Santiago had asked her that, and that she had told him she did not know whether he did either.`,
    'Bees that were given a choice between two flowers slept longer after picking the wrong one <- *a study published in the journal Insect Behaviour',
    'It looks for all the world like regret, although I would be shot by my reviewers if I wrote that <- =Paloma Retamal',
    'A likelier explanation … was that learning something new is tiring <- =Paloma Retamal [p]',
    'the findings “lovely and slightly annoying” <- =Gordon Leitch',
    'his own group had failed to see any such effect in 2018 <- =Gordon Leitch [p]',
    'laboratory bees lived in the dark for weeks <- =Gordon Leitch [p]',
    'sleep-deprived bees danced less precisely <- ~Earlier work by a Japanese team',
    'the two results fit together <- =Kenji Morita',
    'he expected to see “dreaming within a decade” <- =Kenji Morita [p]',
    'he was joking <- =Kenji Morita [p]',
    'she did not know whether he did either <- =Retamal',
  ],
  [
    'sports',
    `HARROW TOWN 1 DUNMORE ATHLETIC 3

Harrow manager Stuey Baines refused to blame his goalkeeper after a third straight home defeat, insisting the boy “will win us more than he loses”.

Luca Ferrante, 19, let two shots through his hands in the first half. He had asked to play, Baines revealed, even though his grandmother had died on Thursday.

“He came to me and said, gaffer, she'd want me out there,” the manager said. “What do you do? You play him.”

Dunmore's Kofi Asamoah, who scored twice, said he had told Ferrante at the final whistle to keep his head up. “I've had games like that,” said the striker. “I've had seasons like that.”

His manager was less gentle. “If you give us presents we'll open them,” said Ann-Marie Keogh, the only woman in charge of a men's side in the division. She added that her team ought to have had five.

Baines, whose contract runs out in June, said he had not been told whether he would be offered another. The Evening Star reported on Friday that the owners had sounded out the former Wales international Gethin Rhys. Rhys's agent has said there has been no contact.

The club's chairman, Douglas Orme, was asked about it as he left the ground. “Ask me in May,” he said. He promised that there would be money for a striker, something he also promised in August.

Fans sang that they wanted their club back. One of them, Trish Walker, said she had been coming since 1974 and had “seen worse, but not with so many of them paid for it”.`,
    'the boy “will win us more than he loses” <- =Stuey Baines',
    'He had asked to play … even though his grandmother had died on Thursday <- =Stuey Baines',
    "He came to me and said, gaffer, she'd want me out there … What do you do? You play him. <- =Stuey Baines [d]",
    'he had told Ferrante at the final whistle to keep his head up <- =Kofi Asamoah',
    "I've had games like that … I've had seasons like that. <- =Kofi Asamoah [d]",
    "If you give us presents we'll open them <- =Ann-Marie Keogh",
    'her team ought to have had five <- =Ann-Marie Keogh [p]',
    'he had not been told whether he would be offered another <- =Stuey Baines',
    'the owners had sounded out the former Wales international Gethin Rhys <- =Evening Star',
    "there has been no contact <- ~Rhys's agent",
    'Ask me in May <- =Douglas Orme [p]',
    'there would be money for a striker <- =Douglas Orme [p]',
    'they wanted their club back <- ~Fans',
    'she had been coming since 1974 and had “seen worse, but not with so many of them paid for it” <- =Trish Walker',
  ],
  [
    'local council',
    `Plans to turn the old fire station in Pickard Street into flats were thrown out on Monday night after councillors heard that the developer had promised a doctors' surgery which the health board says it never asked for.

Members of the planning committee voted seven to two against officers' advice.

Cllr Maureen Tighe (Ind) said residents had been “sold a waiting room with nobody in it”. She read out an email in which the health board's estates director, Neil Purdy, stated that the board had no plans for the site.

The agent for Larkfield Developments, Jonathan Sykes, told the meeting that the firm had acted in good faith. “We were led to believe, by people in this building, that a surgery was wanted,” he said. Asked by Cllr Dev Patel which people he meant, Mr Sykes said he would rather not say.

Planning officer Grace Holloway had recommended approval. In her report she concluded that the flats would bring a listed building back into use and said the highways department had raised no objection.

But Joan Frith, of the Pickard Street Residents' Association, said a highways officer had told her over the phone that the junction was the worst in the borough. “I wrote it down,” she added. “I've got his name.”

Committee chairman Cllr Bill Estcourt urged members to remember that an appeal could cost the council £80,000. He voted for the scheme, as did Cllr Patel, who pointed out that the building had been empty for eleven years.

Larkfield has six months to appeal. Mr Sykes said afterwards that his client was considering its options.`,
    "the developer had promised a doctors' surgery which the health board says it never asked for <- ?",
    'residents had been “sold a waiting room with nobody in it” <- =Maureen Tighe',
    'the board had no plans for the site <- =Neil Purdy < =Maureen Tighe [p]',
    'the firm had acted in good faith <- =Jonathan Sykes',
    'We were led to believe, by people in this building, that a surgery was wanted <- =Jonathan Sykes [p]',
    'which people he meant <- =Dev Patel',
    'he would rather not say <- =Sykes',
    'the flats would bring a listed building back into use <- =Grace Holloway [p]',
    'the highways department had raised no objection <- =Grace Holloway',
    'the junction was the worst in the borough <- ~a highways officer < =Joan Frith',
    "I wrote it down … I've got his name <- =Joan Frith [p]",
    'an appeal could cost the council £80,000 <- =Bill Estcourt',
    'the building had been empty for eleven years <- =Dev Patel',
    'his client was considering its options <- =Sykes',
  ],
  [
    'war',
    `TARSK, Oct 4 - Shelling killed at least six people in the border town of Tarsk overnight, local officials said, hours after both armies announced a pause in the fighting.

The regional governor, Oleh Hritsak, said on his Telegram channel that four of the dead were members of one family. “They had come back for their dog,” he wrote.

The southern command denied firing on the town. Its spokesman, Col Anton Veres, said the shells had come from “positions that are not ours and never were”. Reuters could not verify either account.

A doctor at the town's hospital, reached by telephone, said that soldiers had told staff to leave before noon. She gave only her first name, Iryna, because she was not allowed to speak to journalists.

“They said, take the ones who can walk,” Iryna said. “I asked about the others and nobody answered.”

In the capital, President Marko Dovhan called for an urgent meeting of the Security Council. His office quoted him as telling the UN secretary general by phone that the truce was “a piece of paper with holes in it”. The UN said only that the two men had spoken.

The defence ministry said 43 drones had been shot down, a figure that Western officials consider exaggerated. One of the officials, who spoke on condition of anonymity, said the ministry had admitted privately that the number included decoys.

The state news agency reported that Gen Pavlo Shum had told troops that help would arrive within days. Prisoners interviewed by the broadcaster NTK said they had been told the same in June.`,
    'Shelling killed at least six people in the border town of Tarsk overnight <- ~local officials',
    'a pause in the fighting <- ~both armies',
    'four of the dead were members of one family <- =Oleh Hritsak',
    'They had come back for their dog <- =Oleh Hritsak [p]',
    'firing on the town <- *The southern command [d]',
    'the shells had come from “positions that are not ours and never were” <- =Anton Veres',
    'to leave before noon <- ~soldiers < ~A doctor',
    'They said, take the ones who can walk … I asked about the others and nobody answered <- *Iryna',
    'an urgent meeting of the Security Council <- =Marko Dovhan',
    'the truce was “a piece of paper with holes in it” <- =Marko Dovhan < *His office [p]',
    'the two men had spoken <- =UN [d]',
    '43 drones had been shot down <- *The defence ministry [d]',
    'the number included decoys <- *defence ministry < ~One of the officials [d]',
    'help would arrive within days <- =Pavlo Shum < *state news agency',
    'they had been told the same in June <- ~Prisoners',
  ],
  [
    'tech',
    `The messaging app Plover read its users' drafts for eighteen months, according to three former employees and documents reviewed by Circuit.

Words that people typed but never sent were kept for up to ninety days, one of the former employees said, “because nobody could think of a reason to delete them”. Another said that the feature was known inside the company as the attic.

Plover's founder, Xander Boyle, has long said that the app keeps nothing. “What you don't send, we don't see,” he told a conference in Lisbon in 2022. In an internal post from the same month, which Circuit has seen, an engineer complained that she could “read a breakup in real time”.

In a statement, Plover said drafts were stored “in a form that no person could read” and that the practice ended in March. It did not say why. Asked whether the engineer had been wrong, a spokesperson said the company doesn't comment on internal communications.

Privacy advocates were scathing. The Open Wire Foundation said it would file a complaint, and its legal director, Sunniva Aas, accused Plover of “lying in the present tense”. Aas said regulators in Ireland had assured her they were already looking into it; the Irish commissioner's office confirmed it had received “correspondence”.

Boyle posted on Plover on Wednesday that he was “proud of the team”. He then deleted the post, users noted, though presumably not everywhere.

Investors seem unbothered. The Ledger reported last week, quoting people briefed on the talks, that the company would be valued at $4bn.`,
    "The messaging app Plover read its users' drafts for eighteen months <- ~three former employees and documents",
    'Words that people typed but never sent were kept for up to ninety days … “because nobody could think of a reason to delete them” <- ~one of the former employees',
    'the feature was known inside the company as the attic <- ~Another',
    'the app keeps nothing <- =Xander Boyle',
    "What you don't send, we don't see <- =Xander Boyle [p]",
    'she could “read a breakup in real time” <- ~an engineer',
    'drafts were stored “in a form that no person could read” and that the practice ended in March <- =Plover',
    "the company doesn't comment on internal communications <- ~a spokesperson",
    'it would file a complaint <- =Open Wire Foundation',
    'of “lying in the present tense” <- =Sunniva Aas',
    'they were already looking into it <- ~regulators in Ireland < =Sunniva Aas',
    "it had received “correspondence” <- *the Irish commissioner's office",
    'he was “proud of the team” <- =Xander Boyle',
    'He then deleted the post <- ~users',
    'the company would be valued at $4bn <- ~people briefed on the talks < =Ledger',
  ],
  [
    'health and an obituary',
    `Ivo Castellan, the surgeon who gave the first artificial larynx to a choirboy and who used to say that medicine was “plumbing with condolences”, has died. He was 88. His daughter Greta said he had died at home in Arlesford after a short illness.

Castellan was born in Trieste, where, he liked to recall, his mother told him that he would be either a priest or a criminal. “I chose both,” he told the BBC in 1994.

Colleagues remember him as impatient and kind. “He threw a clamp at me in 1981 and wrote me a reference in 1982,” said Dame Ursula Penhale, a former president of the Royal College. She said he had once told a minister that the waiting list was a queue for the cemetery.

The choirboy, Martin Sealy, now 61, teaches music in Leeds. “He asked me what I would sing first,” Sealy recalled this week. “I said I'd like to shout, actually.”

Not all of his ideas lasted. A review commissioned by the health department concluded in 2003 that his method had been used too widely, and found that hospitals had not told patients about the risks. Castellan, characteristically, agreed with it. In his memoir he wrote that he had been wrong “in the only way that counts, which is often”.

Greta Castellan said her father's last words to her were about the soup. He told her, she said, that it wanted salt.`,
    'medicine was “plumbing with condolences” <- =Ivo Castellan',
    'he had died at home in Arlesford after a short illness <- =Greta',
    'he would be either a priest or a criminal <- ~his mother < =Ivo Castellan [p]',
    'I chose both <- =Ivo Castellan [p]',
    'him as impatient and kind <- ~Colleagues',
    'He threw a clamp at me in 1981 and wrote me a reference in 1982 <- =Ursula Penhale',
    'the waiting list was a queue for the cemetery <- =Ivo Castellan < =Ursula Penhale [p]',
    "He asked me what I would sing first … I said I'd like to shout, actually. <- =Martin Sealy",
    'his method had been used too widely <- ~A review',
    'hospitals had not told patients about the risks <- ~A review',
    'he had been wrong “in the only way that counts, which is often” <- =Ivo Castellan [p]',
    "her father's last words to her were about the soup <- =Greta Castellan",
    'it wanted salt <- =Ivo Castellan < =Greta Castellan [p]',
  ],
]
