import type { Fresh } from './fresh-articles.ts'

/** Thirteen articles in the manner of as many papers, with gold for all that is said in them, written before the rules read them. */
export const papers: Fresh[] = [
  [
    'border wire',
    `KHORVAN/TASHLI (Wire) - Two border guards were killed and a third was wounded in an exchange of fire on the disputed Ordu ridge late on Wednesday, Khorvan's interior ministry said, in the deadliest clash since last year's ceasefire.

Tashli denied that its troops had opened fire first. Deputy Defence Minister Aibek Nurmatov accused Khorvan of moving surveyors onto the ridge under cover of darkness, a charge officials in Khorvan dismissed as absurd.

"They came with tripods and they came with rifles," Nurmatov told a briefing in the Tashli capital. "We warned them twice through the hotline."

Asked whether the hotline had been answered, he said it had not.

Khorvan's state news agency quoted a wounded guard, whom it identified only as Rustam, as saying that the shots had come from a minibus with no plates. According to the agency, the governor of Ordu province told villagers to stay in their cellars until further notice.

Dilnoza Yusupova, who teaches at the school in Upper Ordu, said by telephone that the children had been sent home before noon. While she did not see the fighting, she said, she had heard "something like a saw" for about forty minutes.

Two Western diplomats said that they had been informed by Tashli last week that the survey would be treated as a provocation. One of them added that nobody had passed the message on.

The monitoring mission, which has eleven observers in the area, said it could not confirm either account. Its head, Ambassador Birgitte Solheim, urged both sides to show restraint.

Khorvan's President Timur Saidov will address parliament on Friday, his press secretary announced, although the agenda was not published.`,
    "Two border guards were killed and a third was wounded in an exchange of fire on the disputed Ordu ridge late on Wednesday <- *Khorvan's interior ministry",
    'its troops had opened fire first <- *Tashli',
    'Khorvan of moving surveyors onto the ridge under cover of darkness <- =Aibek Nurmatov',
    'a charge … as absurd <- ~officials in Khorvan',
    'They came with tripods and they came with rifles … We warned them twice through the hotline <- =Aibek Nurmatov',
    'it had not <- =Aibek Nurmatov [p]',
    "the shots had come from a minibus with no plates <- *Rustam < *Khorvan's state news agency",
    'to stay in their cellars until further notice <- ~the governor of Ordu province < *agency [d]',
    'the children had been sent home before noon <- =Dilnoza Yusupova',
    'she had heard "something like a saw" for about forty minutes <- =Dilnoza Yusupova [p]',
    'the survey would be treated as a provocation <- =Tashli < ~Two Western diplomats',
    'nobody had passed the message on <- ~One of them',
    'it could not confirm either account <- *monitoring mission [d]',
    'both sides to show restraint <- =Birgitte Solheim',
    "Khorvan's President Timur Saidov will address parliament on Friday <- ~his press secretary",
  ],
  [
    'district court, west of Ireland',
    `A man who drove a quad bike through the front window of a Ballyfarna chip shop told gardaí he had been "aiming for the chemist", a sitting of the District Court was told last week.

Fiachra Mac Giolla, 26, with an address at The Paddock, Ballyfarna, pleaded guilty to dangerous driving and criminal damage on 3 May.

Sergeant Noreen Hession, prosecuting, outlined to the court that the defendant had consumed "the guts of a bottle of sambuca" before taking the vehicle from a neighbour's shed. Garda Eoin Tully, who was first to arrive, gave evidence that Mr Mac Giolla was sitting at the counter eating curry chips.

When asked to account for himself, the defendant replied that he was waiting for a taxi, Garda Tully said.

Solicitor Bríd Ní Chonaill, defending, said her client was deeply ashamed. He had since paid €4,200 in compensation, she added, and had written to the proprietor, Salvatore Forte, who wrote back that there were no hard feelings.

A probation report before the court stated that he had not taken a drink since the night in question. His mother, who was in court, told the judge that this was so.

"I have been on this bench for nineteen years and I have never once been offered a curry chip in mitigation," Judge Alan Dowd remarked.

The judge said he accepted that it had been an act of stupidity rather than malice. Having noted that nobody was hurt, he said the chip shop might easily have been full, as it would have been an hour earlier.

He imposed a four-month sentence, suspended for two years, and disqualified the defendant from driving for five. Leave to appeal was granted.`,
    'he had been "aiming for the chemist" <- ~A man who drove a quad bike < ?',
    'the defendant had consumed "the guts of a bottle of sambuca" before taking the vehicle from a neighbour\'s shed <- =Noreen Hession',
    'Mr Mac Giolla was sitting at the counter eating curry chips <- =Eoin Tully',
    'he was waiting for a taxi <- =Mac Giolla < =Eoin Tully [d]',
    'her client was deeply ashamed <- =Bríd Ní Chonaill',
    'He had since paid €4,200 in compensation … and had written to the proprietor, Salvatore Forte <- =Bríd Ní Chonaill [p]',
    'there were no hard feelings <- =Salvatore Forte',
    'he had not taken a drink since the night in question <- *A probation report',
    'this was so <- ~His mother',
    'I have been on this bench for nineteen years and I have never once been offered a curry chip in mitigation <- =Alan Dowd',
    'it had been an act of stupidity rather than malice <- =Alan Dowd [d]',
    'nobody was hurt <- =Alan Dowd [p]',
    'the chip shop might easily have been full <- =Alan Dowd [p]',
  ],
  [
    'health study',
    `Children who learn to ride a bicycle before they are five break fewer bones in their teens, according to a study of 14,000 Danish schoolchildren published on Monday in the Northern Journal of Paediatrics.

The effect persisted even after the team accounted for income, height and the number of siblings, lead author Mette Ravnkilde said.

"We are not saying that you should push your toddler down a hill," said Ravnkilde, an epidemiologist at Viborg University Hospital. "We are saying that falling seems to be a skill."

The paper suggests that early riders learn how to put out a hand without locking the elbow. It found that they were 18% less likely to fracture a wrist by the age of 16. Girls benefited more than boys, it said.

Other scientists were cautious. Dr Tunde Afolabi, who studies injury at the Accra Institute of Sport and did not take part in the research, noted that parents who buy small bicycles may differ from parents who do not. "I would want to see it in a hilly country," he said.

His colleague Ines Carvalho agreed. She questioned why the authors had left out children who rode in traffic, and pointed to a 2015 Portuguese trial which had shown no benefit at all.

The trial's designers concluded at the time that helmets mattered more than age.

Ravnkilde acknowledged that the data were self-reported. Parents were asked in a questionnaire when their child had first ridden alone, and she believes that some of them guessed.

Danish health officials said they had no plans to change their advice. "Get a bike, get a helmet, stay off the main road," a spokeswoman for the Board of Health said, summing it up.`,
    'Children who learn to ride a bicycle before they are five break fewer bones in their teens <- *a study of 14,000 Danish schoolchildren',
    'The effect persisted even after the team accounted for income, height and the number of siblings <- =Mette Ravnkilde',
    'We are not saying that you should push your toddler down a hill … We are saying that falling seems to be a skill <- =Mette Ravnkilde',
    'early riders learn how to put out a hand without locking the elbow <- *The paper [d]',
    'they were 18% less likely to fracture a wrist by the age of 16 <- *paper [p]',
    'Girls benefited more than boys <- *paper [p]',
    'parents who buy small bicycles may differ from parents who do not <- =Tunde Afolabi',
    'I would want to see it in a hilly country <- =Tunde Afolabi [p]',
    'why the authors had left out children who rode in traffic <- =Ines Carvalho [p]',
    'no benefit at all <- ~a 2015 Portuguese trial',
    "helmets mattered more than age <- *The trial's designers [d]",
    'the data were self-reported <- =Mette Ravnkilde',
    'some of them guessed <- =Mette Ravnkilde [p]',
    'they had no plans to change their advice <- *Danish health officials',
    'Get a bike, get a helmet, stay off the main road <- ~a spokeswoman for the Board of Health',
  ],
  [
    'club in dispute',
    `The majority shareholder of Real Almenara has accused the club's president of "running a football institution like a family lunch" after the latter called an extraordinary assembly without telling him.

In an open letter published on Thursday, Joaquín Belmonte Ruiz, whose holding company owns 61 per cent of the shares, demanded that Pilar Echevarría resign before the season starts. He wrote that he had learned of the assembly "from a taxi driver".

Echevarría hit back within the hour. "If Mr Belmonte came to the ground he would hear things sooner," she told Radio Almenara.

She rejected the suggestion that the accounts had been kept from him, and insisted they had been audited twice. The auditors, Lorca & Hijos, confirmed this in a short statement.

Behind the quarrel lies the sale of the midfielder Yaw Boakye-Mensah, who left for Genk in January for what the club described as a record sum. Belmonte maintains that he was never shown the contract. "Nobody sells my player without my signature," he was quoted as saying by the sports daily Balón.

Boakye-Mensah's agent, Didier Lamotte, says the fee was €6.5m. A person familiar with the negotiations put it at closer to four.

Supporters are divided. Marisol and Antón Quiroga, who have sat in the same two seats since 1988, said they would not renew. "We were promised a stadium," said Antón. "We got a car park," his wife added.

The league, which has the power to appoint an administrator, said it was following events "with concern". It is understood that both sides have been told to settle by Tuesday.

Manager Bob van der Steen refused to be drawn. "I put out cones," he said.`,
    `the club's president of "running a football institution like a family lunch" <- ~The majority shareholder`,
    'Pilar Echevarría resign before the season starts <- =Joaquín Belmonte Ruiz',
    'he had learned of the assembly "from a taxi driver" <- =Joaquín Belmonte Ruiz [p]',
    'If Mr Belmonte came to the ground he would hear things sooner <- =Pilar Echevarría [p]',
    'they had been audited twice <- =Pilar Echevarría [p]',
    'the suggestion that the accounts had been kept from him <- =Pilar Echevarría [p]',
    'a record sum <- *the club [d]',
    'he was never shown the contract <- =Belmonte',
    'Nobody sells my player without my signature <- =Belmonte < *Balón [p]',
    'the fee was €6.5m <- =Didier Lamotte',
    'it at closer to four <- ~A person familiar with the negotiations',
    'they would not renew <- *Marisol and Antón Quiroga',
    'We were promised a stadium <- =Antón Quiroga',
    'We got a car park <- ~his wife',
    'it was following events "with concern" <- *The league [d]',
    'both sides have been told to settle by Tuesday <- ?',
    'I put out cones <- =Bob van der Steen [p]',
  ],
  [
    'Indian state paper',
    `Bengaluru: Taking strong exception to the delay in desilting the Hosakere lake, the State Lokayukta has directed the municipal corporation to file an action-taken report within three weeks.

Hearing a complaint filed by resident S. Padmanabha Rao, Upa Lokayukta Justice (Retd) K.N. Bhagyalakshmi observed that officials had "made a paper lake out of a real one". She pulled up executive engineer Ramesh Gowda for skipping the last two hearings.

Mr. Gowda submitted that the contractor had abandoned the work midway. He further contended that the pending bills amounting to ₹3.2 crore could not be cleared without the finance wing's nod.

The contractor's counsel, however, alleged that his client had been asked for a commission by a junior engineer. The corporation termed the allegation baseless.

Speaking to reporters outside the court hall, Mr. Rao said fish had died in large numbers in March. "They told us it was the heat. Is the heat the colour of diesel?" he asked.

Opposition leader Shabana Quadri alleged in the Assembly on Tuesday that the minister for minor irrigation had misled the House. Replying to the debate, minister Basavaraj Hittalamani clarified that the lake did not come under his department at all, drawing laughter from the treasury benches. He said he had been given to understand that it belonged to the forest department.

Forest department sources said the file was "moving".

A report prepared by scientists at the Institute of Limnology, a copy of which is with this newspaper, states that dissolved oxygen had fallen to near zero by February. It has recommended that the inlet be shut before the monsoon.

The matter will be heard next on June 19.`,
    'the municipal corporation to file an action-taken report within three weeks <- *State Lokayukta [d]',
    'officials had "made a paper lake out of a real one" <- =Bhagyalakshmi',
    'the contractor had abandoned the work midway <- =Ramesh Gowda',
    "the pending bills amounting to ₹3.2 crore could not be cleared without the finance wing's nod <- =Ramesh Gowda [p]",
    "his client had been asked for a commission by a junior engineer <- ~The contractor's counsel",
    'the allegation baseless <- *The corporation [d]',
    'fish had died in large numbers in March <- =Padmanabha Rao',
    'They told us it was the heat. Is the heat the colour of diesel? <- =Padmanabha Rao [p]',
    'the minister for minor irrigation had misled the House <- =Shabana Quadri',
    'the lake did not come under his department at all <- =Basavaraj Hittalamani',
    'it belonged to the forest department <- ? < =Basavaraj Hittalamani [p]',
    'the file was "moving" <- ~Forest department sources',
    'dissolved oxygen had fallen to near zero by February <- *A report prepared by scientists at the Institute of Limnology',
    'the inlet be shut before the monsoon <- *report [p]',
  ],
  [
    'earnings',
    `Halvorsen Freight cut its full-year profit forecast for the second time in four months on Thursday, blaming weak demand for furniture and a strike at the port of Gdynia.

The Oslo-listed shipper now sees operating profit of between 1.1 billion and 1.3 billion crowns, down from the 1.8 billion it guided for in July. Analysts polled by Nordic Data had on average expected 1.7 billion.

"Visibility is poor, and I would rather say so than pretend," Chief Executive Synne Aasland said in a statement. She told Reuters later that the company was not in talks about a merger, contrary to what a Danish newspaper had reported.

Finans Nu, citing two bankers, reported on Tuesday that Halvorsen had hired advisers to explore a tie-up with rival Østkyst. Østkyst said it did not comment on rumours.

Shares in Halvorsen fell 14% by 1120 GMT.

"This is what happens when you promise the moon and own a ladder," said Pekka Lindroos, who manages a small-cap fund at Aalto Capital in Helsinki and sold his stake in May.

Others took a kinder view. Berenice Fontaine of Crédit du Rhône said in a note that the worst was priced in, and that freight rates should recover once the canal reopens. JM Carlyle analysts led by Huw Prosser reiterated their "buy" rating, saying the dividend looked safe. They warned, though, that a third cut would be hard to forgive.

Chief Financial Officer Tarjei Moen said on a call with analysts that costs would be reduced by a tenth. Asked if that meant redundancies, Moen replied: "It means we will do fewer things." The union, which represents 900 of the group's seafarers, said it had heard of the plan from the stock exchange.`,
    'weak demand for furniture and a strike at the port of Gdynia <- =Halvorsen Freight',
    'Visibility is poor, and I would rather say so than pretend <- =Synne Aasland',
    'the company was not in talks about a merger <- =Synne Aasland [p]',
    'Halvorsen had hired advisers to explore a tie-up with rival Østkyst <- ~two bankers < =Finans Nu',
    'it did not comment on rumours <- =Østkyst',
    'This is what happens when you promise the moon and own a ladder <- =Pekka Lindroos',
    'the worst was priced in, and that freight rates should recover once the canal reopens <- =Berenice Fontaine',
    'the dividend looked safe <- *JM Carlyle analysts led by Huw Prosser',
    'a third cut would be hard to forgive <- *JM Carlyle analysts [p]',
    'costs would be reduced by a tenth <- =Tarjei Moen',
    'It means we will do fewer things <- =Tarjei Moen',
    'it had heard of the plan from the stock exchange <- *The union [d]',
  ],
  [
    'obituary',
    `Odile Marchetti-Brown, the bell founder who cast more than four hundred bells and was said to be able to name the maker of any of them from the next valley, has died aged 91.

She was born above her father's foundry in Carpentras, and claimed that her first memory was of being told to stand back. "Nobody explained the danger," she recalled in a lecture in 1997. "They simply counted my fingers every evening."

Her father thought that casting was no work for a girl. A grandmother disagreed, and it was she, Odile liked to say, who put the first ladle in her hand.

She came to Derbyshire in 1958 with a suitcase of patterns and a husband, the campanologist Piers Brown, whom she had met at a funeral. He later wrote that he had proposed between the tenor and the treble. The trade was not welcoming. One master founder told her that she would ruin her complexion; she answered that he had ruined his bronze.

Her great bell at Saltmarsh Minster divided opinion when it was hung in 1971. The Dean of the day, Dr Aubrey Finch, complained to the Church Gazette that it sounded "like a Frenchwoman being right". Ringers, among them the young Wilf Oakes, thought it was the finest in England. Oakes, who later succeeded her at the foundry, said this week that she had never forgiven a lie about metal.

"You could tell her that you'd crashed the van," he said, "but God help you if you told her that it was 22 per cent tin."

A biographer, Ngaio Pettifer, has suggested that her ear was damaged as early as 1980, something her family denies. According to her daughter, Hélène, she could still hear a cracked cup from upstairs.`,
    'her first memory was of being told to stand back <- =Odile Marchetti-Brown',
    'Nobody explained the danger … They simply counted my fingers every evening <- =Odile Marchetti-Brown [p]',
    'casting was no work for a girl <- ~Her father',
    'it was she … who put the first ladle in her hand <- =Odile Marchetti-Brown',
    'he had proposed between the tenor and the treble <- =Piers Brown [p]',
    'she would ruin her complexion <- ~One master founder',
    'he had ruined his bronze <- =Odile Marchetti-Brown [p]',
    'it sounded "like a Frenchwoman being right" <- =Aubrey Finch',
    'it was the finest in England <- *Ringers',
    'she had never forgiven a lie about metal <- =Oakes',
    `You could tell her that you'd crashed the van … but God help you if you told her that it was 22 per cent tin <- =Wilf Oakes [p]`,
    'her ear was damaged as early as 1980 <- =Ngaio Pettifer',
    'she could still hear a cracked cup from upstairs <- =Hélène',
  ],
  [
    'live blog',
    `06.50 Good morning. If you are travelling through Kestrel Junction today, don't. Track operator NetWest says a signalling cable has been cut near Ashby Road and nothing will move before 9am at the earliest.

07.15 Our transport reporter Kalpana Iyer is on the concourse. She says that the departure boards have been switched off and that people are sitting on the stairs. One woman told her she had missed a hospital appointment she waited seven months for.

07.42 The mayor, Gethin Probert, has posted on X: "Third time this month. Whoever is in charge of that cable, my door is open." He has since deleted the post. A spokesperson for Mr Probert tells us it was "a joke that woke up before he did".

08.05 Police now say they are treating the damage as theft. Insp Wahida Rahim told BBC Radio Kestrel that about forty metres of copper had been taken, and that officers believed at least two people were involved.

08.30 "It's chaos, it's absolute chaos, and nobody in a hi-vis knows anything," says Reggie Stokes, 34, an electrician from Ashby.

His friend Dominik Wrona is more philosophical: "I tell the boss, boss, today I work in the pub."

08.55 NetWest managing director Carla Simmonds has apologised. In a video message she said engineers were working as fast as they could, though she admitted that a part had to be driven from Crewe.

09.20 The union ASLOR claims it warned the company in March that the line was unguarded at night. NetWest tells us it has no record of such a warning. The letter, which we have seen, is dated 11 March and says that a theft is "a matter of weeks".

09.40 Trains are moving. Passengers are advised to check before they set out.`,
    'a signalling cable has been cut near Ashby Road and nothing will move before 9am at the earliest <- =NetWest',
    'the departure boards have been switched off and that people are sitting on the stairs <- =Kalpana Iyer [p]',
    'she had missed a hospital appointment she waited seven months for <- ~One woman < =Kalpana Iyer',
    'Third time this month. Whoever is in charge of that cable, my door is open. <- =Gethin Probert',
    'it was "a joke that woke up before he did" <- ~A spokesperson for Mr Probert',
    'they are treating the damage as theft <- *Police',
    'about forty metres of copper had been taken, and that officers believed at least two people were involved <- =Wahida Rahim',
    "It's chaos, it's absolute chaos, and nobody in a hi-vis knows anything <- =Reggie Stokes",
    'I tell the boss, boss, today I work in the pub. <- =Dominik Wrona',
    'engineers were working as fast as they could <- =Carla Simmonds [p]',
    'a part had to be driven from Crewe <- =Carla Simmonds [p]',
    'it warned the company in March that the line was unguarded at night <- =ASLOR [d]',
    'it has no record of such a warning <- =NetWest',
    'a theft is "a matter of weeks" <- *The letter [d]',
    'to check before they set out <- ?',
  ],
  [
    'American blotter',
    `CEDAR FALLS — A Pomeroy man was arrested Saturday after he allegedly tried to pay for gas with a live snapping turtle, according to a criminal complaint filed in Harlan County Circuit Court.

Dwayne T. Kessler, 41, was charged with disorderly conduct and resisting an officer, both misdemeanors. He pleaded not guilty Monday. His attorney, public defender Lupe Arellano, declined to comment.

The complaint says a clerk at the Sunoco on Route 9 called 911 at about 11:40 p.m. to report that a customer had put the animal on the counter. When the clerk told Kessler the store did not accept reptiles, he said, "Then keep the change," the complaint states.

Deputy Marcus Oyelaran wrote in his report that Kessler smelled strongly of alcohol and told him the turtle "was worth forty bucks easy." Kessler ran when he was asked to step outside, Oyelaran wrote. He was found 20 minutes later in a culvert.

Sheriff Darlene Pickett told the Tribune on Sunday that it was the third such call in the county this year. "I don't know what's going on with turtles," Pickett said. "I'd honestly like somebody to explain it to me."

Witnesses described the animal as the size of a hubcap. Store owner Gurpreet Sandhu said his clerk, who did not want her name used for fear of embarrassment, was not hurt but would be taking a few days off.

A wildlife officer who examined the turtle determined that it was in good health, Pickett said. It was released Sunday morning. The officer told deputies that such turtles can live past 50, and that this one had "probably seen worse than Dwayne."

Kessler is due back in court Oct. 3. If convicted, he faces up to 90 days in jail, prosecutors said.`,
    'A Pomeroy man was arrested Saturday after he allegedly tried to pay for gas with a live snapping turtle <- *a criminal complaint',
    'a customer had put the animal on the counter <- ~a clerk < *complaint',
    'the store did not accept reptiles <- ~the clerk < *complaint [d]',
    'Then keep the change <- =Kessler < *complaint [p]',
    'Kessler smelled strongly of alcohol <- =Marcus Oyelaran',
    'the turtle "was worth forty bucks easy." <- =Kessler < =Marcus Oyelaran',
    'Kessler ran when he was asked to step outside <- =Oyelaran',
    'it was the third such call in the county this year <- =Darlene Pickett',
    "I don't know what's going on with turtles … I'd honestly like somebody to explain it to me. <- =Pickett",
    'the animal as the size of a hubcap <- ~Witnesses',
    'his clerk, who did not want her name used for fear of embarrassment, was not hurt but would be taking a few days off <- =Gurpreet Sandhu',
    'it was in good health <- ~A wildlife officer < =Pickett',
    'such turtles can live past 50, and that this one had "probably seen worse than Dwayne." <- ~officer [d]',
    'If convicted, he faces up to 90 days in jail <- ~prosecutors',
  ],
  [
    'Nigerian daily',
    `The Association of Table Water Producers has raised the alarm over what it called the indiscriminate sealing of factories by officials of the state environmental agency, warning that thousands of jobs were at risk.

The association's chairman in Ogbara State, Chief Mrs Folasade Adeniran-Cole, who spoke with newsmen in Oke-Ila on Thursday, lamented that 23 factories were shut in one week without notice.

"How do you seal a factory at 2 a.m. and say it is routine?" she queried. "Our members are law-abiding. We pay everything they ask, and still they ask."

Reacting, the General Manager of the agency, Engr. Ibrahim Sule-Danjuma, debunked the claim. He explained that the affected firms were served notices as far back as January but that most of them ignored same.

"Nobody is above the law," Sule-Danjuma was quoted as saying in a statement signed by the agency's spokesperson, Ngozi Umeh, on Friday.

Umeh, who also briefed journalists, disclosed that laboratory tests had shown the presence of coliform in 9 out of 30 samples. She assured residents that the exercise was not a witch-hunt, adding that any firm that complied would be unsealed within 48 hours.

Our correspondent gathered that one of the sealed factories belongs to a serving lawmaker. A source in the agency, who craved anonymity because he was not authorised to speak, said the order "came from above".

The lawmaker, Hon. Tersoo Akombo, could not be reached. But his aide, Blessing Okon, told our correspondent that her principal had been advised by his lawyers not to speak on the matter.

The Commissioner for Environment, Dr. Kamilu Bello, has since appealed for calm, saying that a committee would be raised to look into it.`,
    'the indiscriminate sealing of factories by officials of the state environmental agency <- =Association of Table Water Producers [p]',
    'thousands of jobs were at risk <- =Association of Table Water Producers',
    '23 factories were shut in one week without notice <- =Folasade Adeniran-Cole',
    'How do you seal a factory at 2 a.m. and say it is routine? … Our members are law-abiding. We pay everything they ask, and still they ask. <- =Folasade Adeniran-Cole [p]',
    'the affected firms were served notices as far back as January but that most of them ignored same <- =Ibrahim Sule-Danjuma [p]',
    'Nobody is above the law <- =Ibrahim Sule-Danjuma < =Ngozi Umeh',
    'laboratory tests had shown the presence of coliform in 9 out of 30 samples <- =Ngozi Umeh',
    'the exercise was not a witch-hunt <- =Ngozi Umeh [p]',
    'any firm that complied would be unsealed within 48 hours <- =Ngozi Umeh [p]',
    'one of the sealed factories belongs to a serving lawmaker <- *Our correspondent',
    'the order "came from above" <- ~A source in the agency',
    'not to speak on the matter <- ~his lawyers < =Blessing Okon',
    'a committee would be raised to look into it <- =Kamilu Bello',
  ],
  [
    'leaked documents',
    `Senior managers at the water company Clearhaven knew for at least two years that its flagship treatment works was discharging untreated sewage on dry days, internal documents suggest.

Minutes of a board meeting held in November 2021, seen by the Ledger, record that the then operations director, Giles Tremayne, told colleagues that the works at Saltings Reach "cannot meet its permit in any weather". According to the minutes, the chair, Dame Olwen Prys, asked that the remark not be recorded.

A slide deck prepared for the same meeting by consultants at Barrow Finch warned that disclosure would be "unhelpful ahead of the refinancing". An email from a junior analyst, Zsófia Balogh, says she had been told by her manager to remove two columns from a spreadsheet.

Balogh, who left the company last year, told the Ledger she had kept a copy because she did not think anyone would believe her.

"I was 24," she said. "I thought there must be a reason that I was too stupid to see."

The documents, which run to some 3,000 pages, were passed to the Ledger by a campaign group. Clearhaven did not dispute that they were genuine, but its lawyers said they had been "selectively presented". In a letter, the firm's solicitors, Pargeter Wynne, said that Tremayne's comments concerned a single pump and had been taken out of context.

Tremayne did not respond to requests for comment. Friends of his say he was pushed out.

The regulator, which fined Clearhaven £4m in 2020, said it had not been shown the minutes. A former inspector there, speaking on condition of anonymity, claimed that colleagues had raised concerns about Saltings Reach with ministers, who were said to be "relaxed".

Lawyers for Dame Olwen said she had no recollection of the exchange.`,
    'Senior managers at the water company Clearhaven knew for at least two years that its flagship treatment works was discharging untreated sewage on dry days <- ~internal documents',
    'the works at Saltings Reach "cannot meet its permit in any weather" <- =Giles Tremayne < *Minutes of a board meeting < =Ledger',
    'the remark not be recorded <- =Olwen Prys < *minutes [d]',
    'disclosure would be "unhelpful ahead of the refinancing" <- ~A slide deck',
    'to remove two columns from a spreadsheet <- ~her manager < =Zsófia Balogh',
    'she had kept a copy because she did not think anyone would believe her <- =Zsófia Balogh',
    'I was 24 … I thought there must be a reason that I was too stupid to see. <- =Zsófia Balogh [p]',
    'they were genuine <- =Clearhaven',
    'they had been "selectively presented" <- ~its lawyers',
    "Tremayne's comments concerned a single pump and had been taken out of context <- =Pargeter Wynne",
    'he was pushed out <- ~Friends of his',
    'it had not been shown the minutes <- *The regulator [d]',
    'colleagues had raised concerns about Saltings Reach with ministers <- ~A former inspector',
    'relaxed <- ?',
    'she had no recollection of the exchange <- ~Lawyers for Dame Olwen',
  ],
  [
    'diplomacy in relays',
    `MOSCOW, March 2 — Russia is ready to resume talks on the Caspian corridor "tomorrow morning, if the Americans can find the room", Deputy Foreign Minister Arkady Zhilin was quoted by the RIAN-Sever agency as saying on Saturday.

Zhilin said the last proposal from Washington had been "read, admired and filed", the agency reported.

Russian media cited a Kremlin aide, Oleg Starobin, as saying that President Gromov would not take part himself. The newspaper Kommersky Vestnik wrote, citing an unnamed diplomat, that the two sides had already agreed on a venue in Oman.

The State Department said it had seen the reports. "We don't negotiate through tickers," its spokesman, Calvin Reyes-Whitt, told reporters in Washington. He would not say whether Ambassador Lenore Sachs had met Zhilin, as the Turkish broadcaster TRG claimed.

According to TRG, Turkish Foreign Minister Selçuk Ardahan told his Dutch counterpart over dinner that the Russians were "ready to be surprised". A Dutch official, however, told Agence Lumière that no such conversation took place.

In Baku, where the corridor would begin, President Rauf Alizade's office issued a statement saying that nothing would be decided without Azerbaijan. "We read about our own land in other people's newspapers," Alizade later told a meeting of farmers in remarks carried by state television.

A European diplomat briefed on the contacts said Zhilin had assured Sachs in January that pipeline repairs would begin before any signing. A second diplomat confirmed that such an assurance was given but said it was "worth what you paid for it".

A note shown to reporters says that Ms. Sachs was told by Zhilin's staff to expect an answer "within the week". None had come by Sunday, two U.S. officials said.`,
    'Russia is ready to resume talks on the Caspian corridor "tomorrow morning, if the Americans can find the room" <- =Arkady Zhilin < =RIAN-Sever',
    'the last proposal from Washington had been "read, admired and filed" <- =Zhilin < *agency',
    'President Gromov would not take part himself <- =Oleg Starobin < *Russian media',
    'the two sides had already agreed on a venue in Oman <- ~an unnamed diplomat < =Kommersky Vestnik',
    'it had seen the reports <- =State Department [d]',
    "We don't negotiate through tickers <- =Calvin Reyes-Whitt",
    'whether Ambassador Lenore Sachs had met Zhilin <- =Calvin Reyes-Whitt [p]',
    'the Russians were "ready to be surprised" <- =Selçuk Ardahan < =TRG',
    'no such conversation took place <- ~A Dutch official',
    "nothing would be decided without Azerbaijan <- *President Rauf Alizade's office",
    "We read about our own land in other people's newspapers <- =Alizade < *state television",
    'pipeline repairs would begin before any signing <- =Zhilin < ~A European diplomat',
    'such an assurance was given <- ~A second diplomat',
    'it was "worth what you paid for it" <- ~A second diplomat',
    `to expect an answer "within the week" <- ~Zhilin's staff < ~A note`,
    'None had come by Sunday <- ~two U.S. officials',
  ],
  [
    'tabloid',
    `A mum-of-three was left "absolutely gobsmacked" when a parrot ordered £287 of pet food on her smart speaker – and then told her to shut up.

Kayleigh Duggan, 38, thought that her bank card had been cloned when the boxes turned up at her semi in Gravesend.

"I'm stood there going, I haven't got a dog," she told the Sunday Buzz. "Then I heard Pickle in the kitchen going 'add to basket', clear as day."

The African grey, who is 11, learned the phrase from Kayleigh's husband Dean, she reckons. Dean, 40, denies this. "That bird hates me," he joked.

Kayleigh posted a clip of the bird on TikTok, where it has been watched two million times. "Get him a job," wrote one follower. Another, @sallybirdlady, commented: "Mine does the doorbell every night at 3. Every. Night."

Not everybody was amused. RSPCA inspector Fran Loxley warned viewers not to copy the stunt, and claimed that parrots left with gadgets could become distressed.

A source close to the couple said: "They're loving it. Dean's already talking about an agent."

The retailer, Furry Friends Direct, has agreed to take the food back. Its boss, Ravi Chowdhury, tweeted: "Pickle is our customer of the month!" When the Buzz rang its helpline, staff said that they were unable to discuss a customer's account, "even if he has feathers".

Kayleigh says she has now changed the password. Pickle, she added, has been trying to guess it.

The speaker's maker told the Buzz last night that its devices "respond only to recognised voices". Asked if that included parrots, a spokesman said the firm was looking into it.

It comes after a Leeds vicar revealed how his speaker had interrupted a funeral to recommend a mattress.`,
    `I'm stood there going, I haven't got a dog … Then I heard Pickle in the kitchen going 'add to basket', clear as day. <- =Kayleigh Duggan [p]`,
    'her bank card had been cloned when the boxes turned up at her semi in Gravesend <- =Kayleigh Duggan',
    "The African grey, who is 11, learned the phrase from Kayleigh's husband Dean <- =Kayleigh Duggan [p]",
    'That bird hates me <- =Dean [p]',
    'Get him a job <- ~one follower',
    'Mine does the doorbell every night at 3. Every. Night. <- *@sallybirdlady',
    'not to copy the stunt <- =Fran Loxley',
    'parrots left with gadgets could become distressed <- =Fran Loxley',
    "They're loving it. Dean's already talking about an agent. <- ~A source close to the couple",
    'Pickle is our customer of the month! <- =Ravi Chowdhury',
    `they were unable to discuss a customer's account, "even if he has feathers" <- ~staff`,
    'she has now changed the password <- =Kayleigh Duggan',
    'Pickle … has been trying to guess it <- =Kayleigh Duggan [p]',
    `its devices "respond only to recognised voices" <- *The speaker's maker [d]`,
    'the firm was looking into it <- ~a spokesman',
    'his speaker had interrupted a funeral to recommend a mattress <- ~a Leeds vicar',
  ],
]
