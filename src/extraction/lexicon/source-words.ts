function words(list: string): Set<string> {
  return new Set(list.trim().split(/\s+/))
}

export const outletWords =
  words(`media newspaper newspapers magazine broadcaster broadcasters tabloid tabloids reuters ap afp bbc cnn nbc cbs abc npr pbs
  fox tass interfax xinhua bloomberg politico 24 kyodo yonhap kcna dpa ansa efe courier sun mirror times post journal guardian herald tribune gazette telegraph news press radio tv
  television website blog chronicle daily weekly observer outlet outlets channel station breitbart spiegel monde mail`)

export const governmentWords =
  words(`office guard coastguard agency service board authority tribunal ministry government kremlin pentagon department administration white congress parliament senate cabinet
  council commission court embassy police fbi cia army navy military treasury presidency authorities bureau municipality state house mayoralty prosecutor's
  moscow washington beijing london paris berlin brussels tehran kyiv kiev russia china iran germany france ukraine israel turkey pakistan india britain japan taliban`)

export const organisationWords =
  words(`guild party campaign committee company corporation union association institute foundation university group organisation
  organization bank firm centre center hospital league federation society club board inc corp ltd nations nato agency trust charity college school
  software technologies labs studios logistics oil gas holdings securities partners dairies pharma systems airways steel mining insurance plc gmbh ngo institute society chamber club airline airlines network coalition front movement alliance institution airport authority laboratory laboratories theatre museum rangers brewery dairy cooperative foods motors energy utility railway`)

export const documentWords =
  words(`report statement research study poll polls survey surveys memo letter email e-mail lawsuit complaint filing communiqué communique
  document documents release bulletin indictment ruling article story editorial book tweet post transcript audit census data
  figures results records analysis memoir paper census petition notice minutes papers files`)

/** What people are called by what they do; alone it describes someone without naming them. */
export const roleWords =
  words(`envoy minister president premier chancellor senator representative congressman congresswoman governor mayor secretary
  spokesman spokeswoman spokesperson ambassador general commissioner chief director chairman chairwoman chair chairperson head leader deputy candidate
  official aide agent adviser advisor strategist lawyer attorney judge justice prosecutor professor researcher scientist analyst
  economist historian author editor reporter journalist columnist correspondent manager executive founder owner doctor
  nurse teacher student farmer driver coach captain officer detective sheriff diplomat delegate negotiator lawmaker
  legislator councillor councilor premier councilman councilwoman witness resident neighbor neighbour victim activist organizer organiser critic
  supporter opponent expert source insider employee worker voter man woman boy girl mother father son daughter brother sister wife
  husband friend colleague king queen prince princess pope bishop pastor archbishop commander colonel major sergeant
  widow widower heir operative donor pollster physician engineer architect curator librarian fisherman baker butcher plumber shopkeeper
  teenager pensioner onlooker tourist commuter trader builder barrister solicitor lecturer surgeon paramedic firefighter soldier pilot sailor
  dealer planner treasurer auditor biologist geologist seismologist meteorologist superintendent principal trustee clerk inspector boss gaffer skipper actress waitress hostess stewardess heiress duchess countess baroness seamstress
  interpreter translator publicist counterpart predecessor successor client tenant landlord landowner guest inmate prisoner
  cellmate defendant plaintiff claimant complainant nephew niece cousin uncle aunt grandmother grandfather grandson
  granddaughter fiancé fiancée girlfriend boyfriend relative coroner vicar priest imam rabbi monk nun veteran passenger
  patient pupil volunteer survivor refugee migrant player referee umpire goalkeeper striker midfielder defender skipper singer
  actor dancer writer poet novelist comedian photographer designer chef cook waiter mechanic electrician carpenter technician
  consultant midwife dentist pharmacist psychologist psychiatrist therapist cleaner warden ranger surveyor caterer juror
  archdeacon archaeologist chemist physicist astronomer ecologist`)

const groups =
  words(`officials aides advisers advisors people sources reporters journalists voters critics supporters opponents experts
  analysts economists scientists researchers lawyers prosecutors lawmakers senators delegates diplomats residents witnesses
  neighbors neighbours activists protesters organizers employees workers executives investigators republicans democrats
  members leaders doctors teachers students farmers families parents women men americans russians some many others
  media police trustees authorities observers historians insiders staffers strategists operatives allies friends colleagues relatives fishermen doctors nurses drivers shareholders investors passengers villagers tenants patients pupils guests mps msps meps peers backbenchers campaigners volunteers survivors refugees migrants troops soldiers officers engineers conservatives progressives liberals`)

/** People in the plural: groups, and more than one of those who are called by what they do. */
export const groupWords = new Set([...groups, ...Array.from(roleWords, plural)])

function plural(word: string): string {
  if (/(?:wo)?man$/.test(word) && !/^(?:german|roman)$/.test(word)) return word.replace(/man$/, 'men')
  if (/[^aeiou]y$/.test(word)) return word.replace(/y$/, 'ies')
  return /(?:s|x|ch|sh)$/.test(word) ? `${word}es` : `${word}s`
}

/** Whether a noun can mean someone, some body or some document that tells something. */
export function isSourceWord(word: string): boolean {
  return [roleWords, groupWords, documentWords, outletWords, governmentWords, organisationWords].some((words) =>
    words.has(word),
  )
}

/** A name before these is a person's. */
export const personTitles = words(
  'miss lt lt. maj maj. adm adm. cmdr cmdr. cllr councillor coach pc pastor father officer constable mr mr. mrs mrs. ms ms. dr dr. sen sen. rep rep. gov gov. president senator governor secretary judge justice prof prof. professor gen gen. general col col. colonel rev rev. sir lady lord sgt. capt. captain chancellor minister congressman congresswoman mayor king queen pope prince princess speaker ambassador envoy spokesman spokeswoman spokesperson director chairman chairwoman commissioner sheriff chief minister deputy prime foreign vice former police defence defense finance interior',
)

export const womensTitles = words(
  'miss mrs mrs. ms ms. lady queen princess congresswoman spokeswoman chairwoman councilwoman actress mother daughter wife widow sister woman girl niece aunt grandmother granddaughter fiancée girlfriend nun bride',
)
export const mensTitles = words(
  'mr mr. sir lord king pope prince congressman spokesman chairman councilman actor father son husband widower brother man boy bishop fisherman nephew uncle grandfather grandson fiancé boyfriend monk groom',
)

export const womensNames =
  words(`ida dalia oksana greta helena sofia sophia eva karin karina kirsten birgit birgitta annika frida linnea solveig liv randi gro siri tuva signe maja elin malin lotta berit heidi anja katrin sabine petra monika renate ursula silke anke johanna charlotta franziska magdalena agnieszka malgorzata katarzyna joanna ewa barbora zuzana tereza ivana jelena milica dragana mirela raluca ioana andreea katalin zsofia agnes svetlana tatiana oksana yulia larisa galina ludmila nino tamar salome maryam mahsa nasrin farah samira soraya noura huda rima rasha salma mona lamia chidinma ngozi amaka adaeze folake wanjiku akinyi thandiwe nomsa lerato zanele ifeoma yetunde anjali kavita meera neha pooja lakshmi rekha shreya aditi nandini indira fumiko haruka sakura yoko akiko xiaoming ling fang jing min-ji soo-jin thi lan guadalupe ximena valentina camila daniela paula marisol rocio beatriz ines catarina joana mariana luisa leticia peggy agnes edith rosa tessa margaret joanna maggie marta keiko leyla ilse dora mira priya tanya sheila doreen beryl gladys joy hope grace faith ivy lily poppy ruby pearl jade chloe zoe amelia isla ella mia ava harriet florence beatrice charlotte isabel isabella francesca chiara giulia elisa camille manon amelie lucie ines noor layla mariam zahra rania dalia amal hana yara ayesha shirin parisa leyla elif aylin defne ruth naomi tamar rivka svetlana ludmila oksana yulia daria anastasia ksenia agnieszka malgorzata zofia ewa joanna magdalena petra jana ivana milica jelena tamara dragana ioana mihaela elina aino liisa kirsten solveig ragnhild siri tove linnea maja ebba annika birgit ursula heike sabine monika anke ulrike renate gisela mercedes pilar consuelo dolores guadalupe ximena valentina camila gabriela daniela fernanda luciana adriana beatriz paula raquel sofia amara ngozi chioma adaeze folake wanjiru akua ama efua thandiwe nomsa lindiwe meera lakshmi kavita deepa anjali pooja neha shreya ananya mei-ling xiu jing hui yoko haruka sakura akiko naoko michiko sumi ji-woo soo-jin 
  mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa betty margaret sandra ashley
  kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura helen sharon cynthia kathleen amy angela
  anna ruth brenda pamela nicole katherine samantha christine emma catherine virginia rachel carolyn janet maria heather diane
  julie joyce victoria kelly christina joan evelyn lauren judith olivia martha cheryl megan andrea ann alice jean doris jacqueline
  hillary huma nina elena olga natalia irina fatima aisha leila yasmin ingrid greta claire sophie marie julia clara rosa
  lucia carmen teresa ana eva hannah hanna miriam esther naomi priya sunita mei yuki astrid sigrid freya amina zainab nadia lena katya`)

export const mensNames =
  words(`marcus paolo tony dean olaf stefano antonio per stig nils sven bjorn knut leif arne rune tor ole olav gustav axel emil oskar magnus mats goran stefan dieter jurgen wolfgang gunther uwe bernd horst heinz matthias tobias florian lukas niklas jan piet joost wim bram ruben sander krzysztof piotr andrzej tomasz marek jakub zoltan laszlo istvan gabor janos bogdan mihai radu ion petar milos dragan zoran goran nikola stavros yiannis giorgos kostas mehmet mustafa murat emre hakan recep abdul abdullah khalid walid rashid tarek samir fadi ziad nabil emeka chidi femi tunde kwame kofi yaw sipho thabo themba rahul amit sanjay vijay ravi suresh ramesh anil ashok takeshi hiroshi kenta satoshi jun jin-woo min-jun wei jian bo minh duc joao rui tiago duarte andre mateus thiago rodrigo fernando alejandro javier sergio ricardo roberto emilio ignacio alfonso esteban reg gunnar anil adem alan colin neil ian jonas henrik lars didier urs vasil frank fred alfred arthur ernest stanley cyril nigel trevor clive graham malcolm derek barry gareth rhys owen hugh angus hamish duncan fergus declan conor liam patrick eamonn seamus finn niall gavin stuart craig dean wayne shane jared caleb ethan lucas mason aiden jackson giorgio marco matteo lorenzo alessandro francesco stefano paolo jean michel philippe laurent olivier antoine thierry alain yves henri louis marcel emile rene guillaume nicolas mathieu francois javier jorge fernando ricardo roberto alberto manuel antonio francisco ramon sergio andres alejandro mateo santiago joao paulo rui tiago helmut jurgen dieter wolfgang günther gunther uwe ralf bernd heinrich otto karl friedrich stefan matthias andreas markus mikael johan nils sven gustav axel magnus torsten bjorn knut arne mikko jukka antti kari piotr pawel jan marek tomasz krzysztof jaroslav jiri milan zoran goran dragan nikola marko ivo mihai andrei ion vlad nikolai alexei mikhail yevgeny konstantin maxim ruslan mehmet mustafa ahmet emre murat hakan reza javad hossein farid khalid abdullah mahmoud youssef samir rashid bilal imran asif salman rahul amit sanjay vikram rohan suresh ravi deepak arun ashok hiro kenji takeshi satoshi daisuke min-jun jun hao ming jian bo chidi emeka olu tunde kwabena yaw kofi sipho thabo mandla juma 
  james robert john michael david william richard joseph thomas charles christopher daniel matthew anthony mark donald
  steven paul andrew joshua kenneth kevin brian george timothy ronald jason edward jeffrey ryan jacob gary nicholas eric jonathan
  stephen larry justin scott brandon benjamin samuel gregory alexander patrick frank raymond jack dennis jerry tyler aaron
  jose adam nathan henry zachary douglas peter kyle noah ethan jeremy christian walter keith austin roger terry sean gerald carl
  dylan harold jordan jesse bryan lawrence arthur gabriel bruce logan billy joe alan juan elijah willie albert wayne randy vincent
  bernie ted marco mike bill tim ben jeb reince vladimir sergei dmitry dmitri ivan zamir mohammed mohammad ahmed ali hassan omar karim
  hans klaus pierre jean-luc luis carlos pedro giovanni marco lars erik olaf anders tomas pavel igor boris oleg yuri viktor
  rafael diego miguel tom jim bob dan sam max leo oscar hugo felix kofi kwame raj arjun wei hiroshi kenji tariq yusuf ibrahim`)
