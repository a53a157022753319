import type { Fresh } from './fresh-articles.ts'

/** Twelve articles of beats that the other sets have not, rich in relays, pronouns and two people a subject. */
export const wider: Fresh[] = [
  [
    'shipping insurance',
    `Underwriters in Rotterdam have stopped quoting for voyages through the strait, three brokers told Maritime Ledger on Tuesday, after a tanker was struck for the second time this month.

The tanker, the Halcyon Dawn, was hit below the waterline. Its master, Captain Piet Hoekstra, said in a message relayed by the owners that nobody had been hurt. The 58-year-old added that the pumps were coping.

“We are a very patient trade, but not a suicidal one,” said Ingeborg Sand, who runs the war-risk desk at Northmark Mutual. Her rival Tomas Ryle, of Vance & Pell, was blunter. He said the premium for a single passage had risen ninefold since Easter. The broker expects it to double again.

The insurers’ association has written to both governments. In the letter, a copy of which has been seen by Maritime Ledger, it asks for naval escorts and warns that “no hull will be covered beyond the end of June”.

The defence ministry declined to comment. But an official there, speaking on condition of anonymity, said the minister had told shipowners in private that escorts would begin within days. Two of the shipowners confirmed this.

According to Sand, the association’s chairman assured members at a dinner last week that reinsurers would not withdraw. She said she doubted it. “He has to say that,” she said. “I don’t.”

A spokeswoman for the chairman, Lord Ambrose Tay, said he stood by his remarks.`,
    'Underwriters in Rotterdam have stopped quoting for voyages through the strait <- ~three brokers',
    'nobody had been hurt <- =Piet Hoekstra < ~owners',
    'the pumps were coping <- =Piet Hoekstra [d]',
    'We are a very patient trade, but not a suicidal one <- =Ingeborg Sand',
    'the premium for a single passage had risen ninefold since Easter <- =Tomas Ryle [p]',
    'no hull will be covered beyond the end of June <- *association < =Maritime Ledger',
    'escorts would begin within days <- ~the minister < ~an official',
    'reinsurers would not withdraw <- ~chairman < =Ingeborg Sand',
    'He has to say that <- =Ingeborg Sand [p]',
    'he stood by his remarks <- ~A spokeswoman',
  ],
  [
    'school inspection',
    `A primary school that was praised two years ago for its reading has been told that it is failing, in a report that parents say came out of nowhere.

Inspectors found that pupils at Elm Row “cannot explain what they have read”. They also found that attendance had fallen below that of any school in the county, according to the report, published on Thursday.

Head teacher Maureen Okell called it a snapshot of two bad days. “They came in the week that the boiler burst,” she told the Ashdown Messenger. “Half my staff were teaching in coats.”

But her account is disputed. One former teacher, who left at Christmas, said Mrs Okell had told staff before the visit to send the weakest readers on a trip. The head denies this.

The chairman of governors, Clive Marsden, said he had been assured by the county council as recently as May that the school was improving. The council said it did not recognise that. Its director of education, Priya Nandy, said: “No such assurance was given by any officer of mine.”

Mother-of-three Gemma Stokes said that her eldest had been reading to the dog “because nobody else listens”. She said a teaching assistant had told her that there were not enough books to go round.

Asked whether the school would become an academy, Ms Nandy said it was too early to say. The minutes of a governors’ meeting in September, however, record that Mr Marsden told colleagues that a trust had already been approached.

The trust said through its solicitors that it had nothing to add.`,
    'came out of nowhere <- ~parents',
    'pupils at Elm Row “cannot explain what they have read” <- ~Inspectors',
    'attendance had fallen below that of any school in the county <- ~Inspectors < *the report [p]',
    'a snapshot of two bad days <- =Maureen Okell',
    'They came in the week that the boiler burst … Half my staff were teaching in coats. <- =Maureen Okell [p]',
    'to send the weakest readers on a trip <- =Okell < ~One former teacher',
    'the school was improving <- *county council < =Clive Marsden',
    'it did not recognise that <- *council [d]',
    'No such assurance was given by any officer of mine. <- =Priya Nandy',
    'her eldest had been reading to the dog “because nobody else listens” <- =Gemma Stokes',
    'there were not enough books to go round <- ~a teaching assistant < =Gemma Stokes',
    'it was too early to say <- =Priya Nandy',
    'a trust had already been approached <- =Marsden < *minutes',
    'it had nothing to add <- *trust < ~solicitors',
  ],
  [
    'election observers',
    `TARSK, Sept 9 (Continental Wire) - International observers said on Monday that Sunday’s presidential vote in Velmara was calm but “lacked genuine choice”, as the opposition alleged ballot-stuffing in at least four provinces.

The head of the mission, former Danish judge Karin Holm-Nielsen, said her teams had seen pre-marked ballots in two polling stations. “We report what we saw, not what we were told,” she told a news conference in the capital.

The electoral commission rejected the criticism. Its chairman, Oleg Tarnov, said turnout was 81%, state television reported. The agency VelPress quoted him as saying that the complaints came from “professional pessimists”.

Opposition candidate Lidia Maren, who was barred from state media, wrote on her Telegram channel that her witnesses had been ejected from 300 stations. Two of them told Continental Wire that police had warned them not to come back. One said an officer had told her the count was “already done”.

President Arkady Sulim has not spoken in public since the polls closed. His spokesman, Yuri Dell, told reporters that the president was satisfied with the vote. Sulim believes the result speaks for itself, Dell said.

Western diplomats were cautious. One ambassador said on condition that his country not be identified that capitals were waiting for the final report. Another said he had been told by Tarnov himself that a recount was out of the question.

Holm-Nielsen said the commission had promised her in writing that protocols would be posted at every station. They were not, the Dane said.`,
    'Sunday’s presidential vote in Velmara was calm but “lacked genuine choice” <- ~International observers',
    'her teams had seen pre-marked ballots in two polling stations <- =Karin Holm-Nielsen',
    'We report what we saw, not what we were told <- =Karin Holm-Nielsen [p]',
    'turnout was 81% <- =Oleg Tarnov < *state television',
    'the complaints came from “professional pessimists” <- =Oleg Tarnov < =VelPress [p]',
    'her witnesses had been ejected from 300 stations <- =Lidia Maren',
    'not to come back <- *police < ~Two of them',
    'the count was “already done” <- ~an officer < ~One',
    'the president was satisfied with the vote <- =Yuri Dell',
    'the result speaks for itself <- =Sulim < =Dell',
    'capitals were waiting for the final report <- ~One ambassador',
    'a recount was out of the question <- =Oleg Tarnov < ~Another',
    'protocols would be posted at every station <- *commission < =Holm-Nielsen',
    'They were not <- =Holm-Nielsen [d]',
  ],
  [
    'cyber attack',
    `Thousands of patients had letters about their treatment stolen in last month’s attack on Carewell, the company has admitted.

The firm, which prints letters for nine hospital trusts, had insisted until Friday that no clinical data were taken. In a filing to the stock exchange it now says “a limited set of correspondence” was copied before the servers were shut down.

Security researcher Dov Almagor, who first spotted the files on a criminal forum, said there was nothing limited about it. He counted 41,000 letters. The hackers, who call themselves Grey Heron, claim to have twice as many.

Two people familiar with the investigation said the company had been warned by its own auditors in January that its backups were exposed. One of them said the warning, in an email to the chief technology officer, was never answered. The officer, Wendy Pruitt, did not respond to messages left with her lawyer.

Carewell’s chief executive, Bruno Castellane, apologised to patients. He said: “We told you what we believed to be true at the time.” The 46-year-old added that he would forgo his bonus.

That is not enough for Nadia Fofanah, whose letter was among those posted. “It said what I have,” she said, “and it said my street.” Her trust had told her in a phone call that she was not affected, she said.

The data regulator said it had opened an inquiry. A source at the watchdog told Bytewise that Carewell could face a fine of up to £17m. The website also reported, citing an internal memo, that the attackers had been inside the network for 60 days.`,
    'Thousands of patients had letters about their treatment stolen in last month’s attack on Carewell <- =Carewell [d]',
    'no clinical data were taken <- =Carewell [d]',
    '“a limited set of correspondence” was copied before the servers were shut down <- =Carewell [p]',
    'there was nothing limited about it <- =Dov Almagor',
    'its backups were exposed <- ~auditors < ~Two people familiar with the investigation',
    'the warning, in an email to the chief technology officer, was never answered <- ~One of them',
    'We told you what we believed to be true at the time. <- =Bruno Castellane [p]',
    'he would forgo his bonus <- =Bruno Castellane [d]',
    'It said what I have … and it said my street. <- =Nadia Fofanah [p]',
    'she was not affected <- *trust < =Nadia Fofanah',
    'it had opened an inquiry <- ~regulator',
    'Carewell could face a fine of up to £17m <- ~A source at the watchdog',
    'the attackers had been inside the network for 60 days <- *an internal memo < =Bytewise',
  ],
  [
    'cross-border tax',
    `Prosecutors in Milan and Lyon believe that the heirs of the tyre magnate Aldo Ferrante hid at least €230m in a foundation in Vaduz, people close to the inquiry say.

The claim by the prosecutors, made in a request to a Swiss court, is denied by the family. “There is no foundation and there never was one,” their lawyer, Maître Hélène Garrigue, said in an email.

Yet a notary’s letter attached to the request, which this magazine has read, says that Ferrante’s daughter Chiara signed the deed in person. His son, Dario, told investigators last year that he “only saw a paper with a lion on it”, according to a transcript of his interview.

Those who have worked for the family describe a house of whispers. A former butler said he had overheard the old man telling his daughter that the French would never look in Liechtenstein. Another employee recalled Chiara Ferrante’s warning that anyone who talked would lose their pension.

Bank Lorenz, which managed the account, said it had co-operated fully. In an internal note from 2016, quoted in the request, one of its advisers wrote that the client “does not wish to exist on paper”.

Garrigue argues that the note is about someone else. She says the adviser has since told her so. The adviser could not be reached.

The tax authority in Bern said the request was being examined. An appeal, said its spokesman, Urs Kälin, would not delay it.

Chiara Ferrante’s own account is short. “My father made tyres,” she told the Corriere in March, “and I make wine.”`,
    'the heirs of the tyre magnate Aldo Ferrante hid at least €230m in a foundation in Vaduz <- ~Prosecutors in Milan and Lyon < ~people close to the inquiry',
    'There is no foundation and there never was one <- =Hélène Garrigue',
    'Ferrante’s daughter Chiara signed the deed in person <- *letter < ~this magazine',
    'he “only saw a paper with a lion on it” <- =Dario < *a transcript',
    'the French would never look in Liechtenstein <- ~the old man < ~A former butler',
    'anyone who talked would lose their pension <- =Chiara Ferrante < ~Another employee',
    'it had co-operated fully <- =Bank Lorenz',
    'the client “does not wish to exist on paper” <- ~one of its advisers < *the request',
    'the note is about someone else <- =Garrigue',
    'the request was being examined <- *tax authority',
    'An appeal … would not delay it <- =Urs Kälin',
    'My father made tyres … and I make wine. <- =Chiara Ferrante [p]',
  ],
  [
    'wildlife trade',
    `Customs officers at Port Lome found 212 live tortoises in the lining of four suitcases, the environment ministry said on Wednesday, in what campaigners called the largest seizure on the coast in a decade.

The two men carrying them, aged 26 and 31, told officers that they had been paid $400 each to deliver the bags to a hotel. The younger man said he had not known what was inside.

“They were wrapped in socks,” said Efua Mensah-Lartey, the vet who treated the animals. “Nineteen were dead, and I expect to lose ten more.” She was told by a customs inspector that the bags had passed two airports already.

The trade is run from abroad, says Rolf Etxeberria of the charity Carapace. He cites a 2022 study by the University of Leiden, which found that nine in ten tortoises sold in Europe as captive-bred had been taken from the wild. The study’s lead author, Dr Marijke Smeets, told the BBC that the figure was, if anything, too low.

But Etxeberria’s claim that officials take bribes has angered the government. The environment minister, Kodjo Amegan, said it was a slander on men who earn little and risk much. Mr Amegan, a former ranger, has ordered a review. The minister said he would publish it.

A court in the capital heard that one of the suspects had sent his brother a voice message from the hotel. In it, the prosecutor told the judge, he said that “the Belgian” would pay on Friday. Defence counsel Abla Dossou said her client had been joking.

The men were remanded until May. A police source told the daily Le Matin that an arrest in Antwerp was “a question of hours”.`,
    'Customs officers at Port Lome found 212 live tortoises in the lining of four suitcases <- *environment ministry',
    'the largest seizure on the coast in a decade <- ~campaigners',
    'they had been paid $400 each to deliver the bags to a hotel <- ~two men',
    'he had not known what was inside <- ~The younger man [d]',
    'They were wrapped in socks <- =Efua Mensah-Lartey',
    'the bags had passed two airports already <- ~a customs inspector',
    'The trade is run from abroad <- =Rolf Etxeberria',
    'nine in ten tortoises sold in Europe as captive-bred had been taken from the wild <- *study < =Etxeberria',
    'the figure was, if anything, too low <- =Marijke Smeets',
    'officials take bribes <- =Etxeberria',
    'it was a slander on men who earn little and risk much <- =Kodjo Amegan',
    'he would publish it <- =Kodjo Amegan [d]',
    '“the Belgian” would pay on Friday <- ~one of the suspects < ~the prosecutor',
    'her client had been joking <- =Abla Dossou',
    'an arrest in Antwerp was “a question of hours” <- ~A police source',
  ],
  [
    'aviation incident',
    `Two airliners came within 90 metres of each other above Vantaa because a controller confused two call signs, investigators have concluded.

In an interim report released on Monday, the Accident Board says that the controller was alone at a desk meant for two. He told the board that his colleague had gone to fetch coffee.

The captain of the first aircraft, a Polar Air jet with 144 people aboard, said she saw the other “fill the windscreen”. Her first officer told investigators that there had been no time to speak. “She pushed, I prayed,” he is quoted as saying.

Polar Air praised its crew. “Captain Saana Virtala did what she is trained to do,” the airline’s director of flight operations, Jukka Mäkelä, said. He said Virtala had told him that she would fly again this week.

The second aircraft belonged to the charter company SunLine. Its pilots did not see the danger at all, the report says. A SunLine spokesperson said that the company had been told by the board not to comment. However, an employee who has heard the cockpit recording said the pilots could be heard discussing football.

The controllers’ union blamed staff cuts. Its president, Mirja Aalto, said managers had been told in 2023, by a consultant whom they themselves had hired, that single staffing was “an accident with a date”. The air navigation company, Finnavia, disputes that. It said the consultant’s words had been about another airport.

Passengers learned of it from the news. One, Oskar Lehto, 34, said that the cabin crew had told them it was turbulence. The 34-year-old said he had believed them.`,
    'Two airliners came within 90 metres of each other above Vantaa because a controller confused two call signs <- ~investigators',
    'the controller was alone at a desk meant for two <- *Accident Board',
    'his colleague had gone to fetch coffee <- ~controller [p]',
    'she saw the other “fill the windscreen” <- =Saana Virtala',
    'there had been no time to speak <- ~first officer',
    'She pushed, I prayed <- ~first officer < ? [p]',
    'Captain Saana Virtala did what she is trained to do <- =Jukka Mäkelä',
    'she would fly again this week <- =Virtala < =Jukka Mäkelä [p]',
    'Its pilots did not see the danger at all <- *report [d]',
    'not to comment <- *board < ~A SunLine spokesperson',
    'the pilots could be heard discussing football <- ~an employee',
    'single staffing was “an accident with a date” <- ~a consultant < =Mirja Aalto',
    'the consultant’s words had been about another airport <- =Finnavia [p]',
    'it was turbulence <- ~cabin crew < =Oskar Lehto',
    'he had believed them <- =Oskar Lehto [d]',
  ],
  [
    'mining strike',
    `Some 3,000 miners at the Kopje Deep platinum shaft stayed above ground for a ninth day on Thursday after talks broke down over a bonus that the owner says it never promised.

Union leader Sipho Ndlela and shop steward Grace Mokoena told a rally at the gates that nobody would go back for less than 12%. “They count our dust and sell it,” Mokoena said. “Let them come down and breathe it.”

The company, Anchor Platinum, offered 6.5%. Its chief negotiator, Hendrik Vos, said the union had agreed to that figure on Sunday and changed its mind on Monday. Ndlela denied it. He said Vos had misunderstood him.

A mediator appointed by the labour court, retired judge Thandi Buthelezi, said both sides had told her that they wanted a settlement before Easter. She urged them to stop talking to newspapers.

On Wednesday night two security guards were hurt. Police spokesman Captain Johan Erasmus said the guards had been hit by stones. One of the guards told Radio Platteland that he heard shots first; the station said that it could not confirm his account. Strikers said it was the guards who had fired.

Shares in Anchor fell 4%. Analysts at Brandt Securities said in a note to clients that the stoppage was costing $2m a day. The bank’s mining analyst, Leila Haddad, wrote that she expected a deal within a fortnight, citing conversations with managers.

“My husband says we will eat mealie meal till Christmas if we must,” said Nomsa Dube, 41, a miner’s wife. Her husband, Lucky, was less sure. He told her last night, she said, that half of his crew would cross the line tomorrow.`,
    'it never promised <- ~owner [d]',
    'nobody would go back for less than 12% <- *Sipho Ndlela and Grace Mokoena',
    'They count our dust and sell it … Let them come down and breathe it. <- =Grace Mokoena',
    'the union had agreed to that figure on Sunday and changed its mind on Monday <- =Hendrik Vos',
    'Vos had misunderstood him <- =Sipho Ndlela [p]',
    'they wanted a settlement before Easter <- ~both sides < =Thandi Buthelezi',
    'the guards had been hit by stones <- =Johan Erasmus',
    'he heard shots first <- ~One of the guards',
    'it could not confirm his account <- =Radio Platteland [d]',
    'it was the guards who had fired <- ~Strikers',
    'the stoppage was costing $2m a day <- *Analysts at Brandt Securities',
    'she expected a deal within a fortnight <- =Leila Haddad',
    'we will eat mealie meal till Christmas if we must <- ~My husband < =Nomsa Dube',
    'half of his crew would cross the line tomorrow <- =Lucky < =Nomsa Dube',
  ],
  [
    'central bank minutes',
    `Rate-setters at the Bank of Norland were split three ways this month, minutes of their meeting show, with one member warning that inflation was “bedding in”.

Six of the nine voted to hold, the minutes say. Two, Deputy Governor Ines Calder and the economist Robert Ashworth, wanted an increase. Ms Calder told colleagues that waiting would be read as weakness. Mr Ashworth argued that wages had yet to turn.

The ninth, Petra Sandoval, thought that rates should be cut. She noted that firms had told the bank’s regional agents that orders were drying up. The account of the meeting does not say what the others made of that.

Markets took fright at Ms Calder’s remark. Sterling Krone strategist Ewan Bright said traders now saw a rise by August as likely. “The doves have left the building,” he wrote in a note.

Governor Alistair Munro will face parliament on Tuesday. In a speech in Aberlund last week, the governor said that the bank would “not be bounced”. The finance minister, Rosalind Pike, has said she has full confidence in him, but people who have spoken to her say that she is frustrated. One of them said that the minister had complained to him that Munro “treats every call as an insult”.

A spokesman for the treasury said this was untrue. He said that the two had a good relationship, a description that officials on both sides dispute.

The bank’s own forecasts, published alongside the minutes, suggest that inflation will not return to target before 2027. That is later than was predicted by the Fiscal Institute, whose director, Sam Oyelaran, told the Norland Times that the bank’s model was “a museum piece”.`,
    'Rate-setters at the Bank of Norland were split three ways this month <- *minutes',
    'inflation was “bedding in” <- ~one member',
    'Six of the nine voted to hold <- *minutes [d]',
    'waiting would be read as weakness <- =Ines Calder',
    'wages had yet to turn <- =Robert Ashworth',
    'orders were drying up <- ~firms < =Petra Sandoval',
    'traders now saw a rise by August as likely <- =Ewan Bright',
    'The doves have left the building <- =Ewan Bright [p]',
    'the bank would “not be bounced” <- =Alistair Munro [d]',
    'she has full confidence in him <- =Rosalind Pike',
    'she is frustrated <- ~people who have spoken to her',
    'Munro “treats every call as an insult” <- =Rosalind Pike < ~One of them [d]',
    'this was untrue <- ~A spokesman for the treasury',
    'the two had a good relationship <- ~A spokesman for the treasury [p]',
    'inflation will not return to target before 2027 <- *forecasts',
    'the bank’s model was “a museum piece” <- =Sam Oyelaran',
  ],
  [
    'leaked report',
    `The army knew that its new radios failed in the rain a year before it bought 6,000 of them, according to a report that was kept from parliament.

The report, by a team of engineers at the Trials Establishment, was leaked to Channel Nine and has been seen by The Sentinel. It says that “in steady rain the set becomes an ornament”. The lead engineer, whose name is blacked out, told superiors in a covering letter that the contract should not be signed.

It was signed nonetheless. General Sir Marcus Thorne, then head of procurement, told MPs in 2022 that the radios had “passed every test we set”. Approached by The Sentinel at his home, Sir Marcus said he had relied on what he was told. He said it had been the minister who wanted the deal done.

The minister at the time, Fiona Gaskell, rejects that. She said through a spokesman that she had acted on military advice throughout. “I was never shown any such report,” the former minister said.

But emails released under freedom of information laws show that an aide to Ms Gaskell was sent a summary. The aide replied that the minister was “relaxed about rain”, Channel Nine reported.

Soldiers make jokes of it. A corporal in the Fen Rifles, who cannot be named because he is still serving, said his sergeant had told the platoon to buy plastic bags. “He wasn’t joking,” the corporal said.

Shadow defence secretary Imran Qadir said that the public had been lied to. He said an inquiry must establish by whom. The manufacturer, Brightwave, said later models had been waterproof. The defence ministry’s line, repeated by three officials in a day, was that lessons had been learnt.`,
    'The army knew that its new radios failed in the rain a year before it bought 6,000 of them <- *a report',
    'in steady rain the set becomes an ornament <- *report [p]',
    'the contract should not be signed <- ~lead engineer',
    'the radios had “passed every test we set” <- =Marcus Thorne',
    'he had relied on what he was told <- =Marcus Thorne',
    'it had been the minister who wanted the deal done <- =Marcus Thorne [p]',
    'she had acted on military advice throughout <- =Fiona Gaskell < ~a spokesman [p]',
    'I was never shown any such report <- =Fiona Gaskell [d]',
    'an aide to Ms Gaskell was sent a summary <- *emails',
    'the minister was “relaxed about rain” <- ~aide < =Channel Nine [d]',
    'to buy plastic bags <- ~his sergeant < ~A corporal',
    'He wasn’t joking <- ~A corporal [d]',
    'the public had been lied to <- =Imran Qadir',
    'an inquiry must establish by whom <- =Imran Qadir [p]',
    'later models had been waterproof <- =Brightwave',
    'lessons had been learnt <- *ministry < ~three officials',
  ],
  [
    'doping hearing',
    `Steeplechase champion Roza Belik took a banned diuretic “by mistake and by teaspoon”, her lawyers told a tribunal in Lausanne on Monday.

Belik, 24, gave evidence for three hours. She said that her grandmother had given her a tea for swollen ankles and had told her that it was only nettles. The grandmother, Nadezhda, who is 79, is due to appear by video link.

The anti-doping agency does not believe it. Its counsel, Philippe Aubry, said a tea of that kind could not explain what was found. He put it to the runner that she had used the drug to hide another. “You know that is not so,” the runner replied.

Aubry then read out messages in which Belik’s former coach, Viktor Shen, tells her to “drink and keep quiet”. Mr Shen, who was banned for life in 2019, has told the Swiss paper Le Lac that the messages were about a herbal broth.

An expert called by the athlete, the toxicologist Anne-Lise Brun, testified that the dose was too small to mask anything. Under questioning, though, the professor conceded that she had not seen the second sample.

Outside, two team-mates spoke up for the champion. Hurdler Mina Costa said everybody in the squad had drunk the tea. Her friend, high jumper Ola Bergh, said that the team doctor had told them it was safe. The doctor has since left. When he was reached by phone, he denied having said so.

The panel’s president, Sir Dennis Rowe, said it would rule by the end of the month. The federation’s view that Belik should lose her title has not changed, according to two members of its board.`,
    'Steeplechase champion Roza Belik took a banned diuretic “by mistake and by teaspoon” <- ~her lawyers',
    'her grandmother had given her a tea for swollen ankles <- =Roza Belik [p]',
    'it was only nettles <- *grandmother < =Roza Belik',
    'a tea of that kind could not explain what was found <- =Philippe Aubry',
    'You know that is not so <- =Roza Belik [d]',
    'the messages were about a herbal broth <- =Viktor Shen',
    'the dose was too small to mask anything <- =Anne-Lise Brun',
    'she had not seen the second sample <- =Anne-Lise Brun [d]',
    'everybody in the squad had drunk the tea <- =Mina Costa',
    'it was safe <- ~team doctor < =Ola Bergh',
    'it would rule by the end of the month <- =Dennis Rowe',
    'Belik should lose her title <- *federation < ~two members of its board',
  ],
  [
    'hospital inquiry',
    `A nurse who raised the alarm about deaths on a children’s ward was told by a manager to “think about her mortgage”, a public inquiry has heard.

Jacqueline Frame, 52, said she first went to her line manager in March 2017. “She closed the door and said, ‘You have not seen that chart,’” Ms Frame told the hearing in Carlow.

The manager, Teresa Doyle, is to give evidence next week. In a written statement she says the nurse’s recollection is “sincere but wrong”. Ms Doyle also says that she passed on every concern to the medical director.

He tells another story. Dr Fergus Lally said in a witness statement, read out by counsel to the inquiry, that the first he heard of the deaths was from a journalist. Questioned by Brian Kehoe, for the families, the surgeon accepted that he had not read two emails.

Outside the hearing, the mother of one of the children, who asked to be called Anne, said she had been told by a junior doctor at the time that her son’s death was “just one of those things”. Her solicitor said that the doctor had since apologised to her in person.

An audit by the health board in 2018 had concluded that the number of deaths was within the normal range. Its author, the statistician Colm Tierney, now says that he was given the wrong figures. A whistleblower told the Carlow Sentinel last year that the figures were changed on the orders of “somebody upstairs”, an allegation that the trust has always denied.

Barrister Niamh Roche, who chairs the inquiry, reminded witnesses that they were under oath. The hearing continues.`,
    'think about her mortgage <- ~a manager',
    'she first went to her line manager in March 2017 <- =Jacqueline Frame',
    'You have not seen that chart <- =Teresa Doyle < =Jacqueline Frame',
    'the nurse’s recollection is “sincere but wrong” <- =Teresa Doyle [p]',
    'she passed on every concern to the medical director <- =Teresa Doyle',
    'the first he heard of the deaths was from a journalist <- =Fergus Lally',
    'he had not read two emails <- =Fergus Lally [d]',
    'her son’s death was “just one of those things” <- ~a junior doctor < ~mother',
    'the doctor had since apologised to her in person <- ~solicitor',
    'the number of deaths was within the normal range <- *audit',
    'he was given the wrong figures <- =Colm Tierney',
    'the figures were changed on the orders of “somebody upstairs” <- ~A whistleblower',
    'they were under oath <- =Niamh Roche',
  ],
]
