function words(list: string): Set<string> {
  return new Set(list.trim().split(/\s+/))
}

/** Offices that, alone or behind their field, say what somebody is and not what they are called. */
export const offices =
  words(`president minister premier chancellor mayor governor senator secretary general commissioner
  ambassador director chairman chairwoman chair chairperson speaker spokesman spokeswoman spokesperson inspector attorney
  treasurer ombudsman comptroller superintendent pope archbishop bishop pontiff rector provost dean sheriff constable
  prosecutor solicitor registrar coroner envoy commander admiral colonel captain judge justice ceo cfo coo cto executive
  officer manager coach principal headteacher headmaster headmistress vice-president taoiseach tánaiste sultan emir king
  queen prince princess monarch sovereign marshal whip leader commandant chief`)

/** Words before an office that belong to it: "the Foreign Secretary", "Deputy Prime Minister". */
export const fields =
  words(`prime foreign home deputy vice first second acting interim former then current new old health finance defence defense
  interior justice education transport transportation environment energy trade labour labor culture sports agriculture housing
  treasury business police fire chief attorney solicitor inspector auditor surgeon state national federal lord lady assistant
  under associate executive general shadow chancellor secretary director managing presiding supreme high court district county
  city town permanent press white house lead senior junior honorary emeritus chairman advocate adjutant quartermaster -`)

/** How people of a country are called before their office: "the French president". */
export const nationalities =
  words(`american british english scottish welsh irish french german italian spanish portuguese dutch belgian
  swiss austrian danish swedish norwegian finnish icelandic polish czech slovak hungarian romanian bulgarian greek turkish
  russian ukrainian belarusian serbian croatian bosnian albanian estonian latvian lithuanian israeli palestinian lebanese
  syrian iraqi iranian saudi egyptian libyan tunisian algerian moroccan sudanese ethiopian kenyan ugandan tanzanian nigerian
  ghanaian senegalese ivorian congolese rwandan zambian zimbabwean south african indian pakistani bangladeshi afghan nepalese
  chinese taiwanese japanese korean north vietnamese thai indonesian malaysian filipino australian canadian mexican
  cuban colombian venezuelan peruvian chilean brazilian argentine argentinian`)

/** Small words within a surname. */
export const particles = words(
  'van von den der de del della di da dos das du la le ten ter bin ibn al el af av zu zum vom lo y e',
)

/** People in the plural whom a sentence may open with; elsewhere the small letter shows it. */
export const peopleWords =
  words(`jewellers advertisers grocers publicans hoteliers hauliers brewers barristers solicitors anglers ramblers beekeepers
  counsel sources officials witnesses experts lawyers pilots campaigners critics analysts residents neighbours neighbors
  police firefighters paramedics medics rescuers engineers builders bakers fishermen farmers doctors nurses teachers parents
  pupils students unions ministers councillors lawmakers senators diplomats scientists researchers economists historians
  investigators prosecutors detectives officers soldiers troops rebels militants protesters protestors demonstrators activists
  organisers organizers executives managers bosses owners landlords tenants shareholders investors traders brokers bankers
  employers workers employees staff miners drivers passengers commuters travellers travelers tourists visitors customers
  shoppers consumers patients relatives friends family families colleagues insiders aides advisers advisors observers
  commentators columnists reporters journalists newspapers media broadcasters forecasters meteorologists geologists
  archaeologists conservationists environmentalists ecologists biologists climatologists physicists astronomers doctors
  surgeons psychologists sociologists pollsters strategists allies opponents rivals supporters fans players coaches
  referees judges jurors magistrates regulators auditors inspectors authorities bishops priests clerics imams rabbis
  villagers islanders locals survivors victims refugees migrants asylum-seekers volunteers donors charities hospitals
  schools universities colleges banks airlines retailers supermarkets companies firms manufacturers carmakers producers
  growers exporters importers suppliers developers architects planners historians curators conservatives liberals
  progressives moderates republicans democrats backbenchers mps peers men women people some many others most several few
  those customers clients guards sailors divers climbers cyclists runners swimmers rowers skippers captains captors kidnappers
  hackers coders programmers designers artists writers authors musicians actors directors publishers editors`)

/** Those who hear evidence; who gives it is often not said. */
export const hearings = words(
  'court inquiry enquiry tribunal inquest jury hearing jurors councillors councilors lawmakers lords commons commission committee panel judges magistrates trial mps senators parliament assembly',
)

/** Places that a sentence may have as its subject, and that never speak as "he" or "she". */
export const places =
  words(`london paris berlin madrid rome vienna brussels moscow kyiv kiev warsaw prague budapest athens ankara istanbul cairo
  jerusalem tehran baghdad kabul delhi mumbai beijing shanghai tokyo seoul pyongyang manila jakarta sydney canberra ottawa
  toronto washington chicago boston houston dallas denver seattle california texas florida ohio iowa virginia england
  scotland wales ireland britain france germany italy spain portugal poland russia ukraine turkey israel palestine gaza
  lebanon syria iraq iran egypt libya sudan ethiopia kenya nigeria ghana india pakistan bangladesh china japan korea vietnam
  thailand indonesia australia canada mexico cuba colombia venezuela peru chile brazil argentina america europe africa asia
  antarctica january february march april may june july august september october november december monday tuesday wednesday
  thursday friday saturday sunday christmas easter ramadan parliament congress westminster brexit`)
