import type { Act, CueKind } from '../statement.ts'
import { inflect, type Form } from './inflection.ts'

/**
 * What may follow a verb as its content: s a clause or a quotation ("said that …") · w a question ("asked whether …") ·
 * t "to" and a verb ("promised to …") · r something seems so of its subject ("appears to …") · n a topic ("criticized
 * the plan", "described it as …") · o a listener first ("told reporters that …").
 */
export type Frames = string

export type VerbCue = {
  lemma: string
  /** The words that belong to the cue after the verb: "for" in "call for". */
  particle: readonly string[]
  kind: CueKind
  act: Act
  frames: Frames
  relay: boolean
}

const table: [kind: CueKind, act: Act, frames: Frames, verbs: string][] = [
  // Speaking
  ['neutral', 'says', 'swto', 'tell'],
  ['neutral', 'says', 'sto', 'remind'],
  ['neutral', 'says', 'swn', 'say'],
  [
    'neutral',
    'says',
    's',
    `state add remark comment observe opine quip joke muse intone interject exclaim shout yell scream
    whisper mutter murmur deadpan crow gush snap vent chime chant explain continue conclude sing`,
  ],
  [
    'neutral',
    'says',
    'swn',
    `note mention stress emphasize emphasise underscore underline reiterate repeat recount recall
    announce declare proclaim disclose divulge reveal specify articulate clarify elaborate`,
  ],
  ['neutral', 'says', 's', 'write retweet email text blog type post'],
  ['neutral', 'says', 's', 'submit depose gather record give:evidence'],
  ['neutral', 'says', 'sn', 'outline'],
  ['neutral', 'says', 'sto', 'direct'],
  ['neutral', 'says', 'n', 'term'],
  [
    'neutral',
    'says',
    'n',
    'voice utter issue express echo detail describe characterize characterise portray depict label brand dub call discuss',
  ],
  [
    'neutral',
    'says',
    's',
    'make:clear make:it:clear make:it:plain make:plain let:it:be:known go:on:to:say lay:out spell:out blurt:out sum:up chime:in cry:out',
  ],
  [
    'neutral',
    'says',
    'n',
    `refer:to allude:to point:to speak:of speak:about talk:about talk:of speak:out:on speak:out:against
    touch:on dwell:on hint:at weigh:in:on elaborate:on comment:on expand:on reflect:on joke:about boast:about boast:of brag:about
    rail:against rant:about complain:about complain:of gripe:about grumble:about warn:of warn:about warn:against preach:about
    argue:for argue:against argue:about tweet:about write:about write:of lecture:about sound:off:on bring:up
    respond:to react:to reply:to answer:to`,
  ],
  ['neutral', 'answers', 's', 'reply respond answer retort counter rejoin shoot:back fire:back hit:back'],
  ['neutral', 'says', 's', 'indicate signal hint imply'],
  ['neutral', 'says', 'sn', 'suggest report tweet'],
  // Arguing and claiming
  ['certainty', 'says', 's', 'insist maintain assert affirm aver contend argue reason testify vouch'],
  ['certainty', 'confirms', 's', 'accept'],
  ['neutral', 'says', 's', 'stipulate decree fret moan venture charge laugh sigh'],
  ['certainty', 'confirms', 'sn', 'confirm acknowledge admit concede verify certify attest reaffirm confess'],
  ['doubt', 'says', 'stn', 'claim'],
  ['doubt', 'says', 'st', 'profess'],
  ['doubt', 'says', 'sn', 'allege purport'],
  ['doubt', 'says', 's', 'boast brag speculate surmise suppose reckon posit theorize hypothesize lie'],
  [
    'denial',
    'denies',
    'sn',
    'deny refute rebut dispute dismiss reject contradict debunk disavow repudiate disown renounce rebuff deride',
  ],
  // Asking
  ['question', 'asks', 'swto', 'ask'],
  ['question', 'asks', 'sw', 'wonder inquire enquire'],
  ['question', 'asks', 'wn', 'question'],
  ['question', 'asks', 'swn', 'query'],
  ['question', 'asks', 'n', 'ask:about ask:for wonder:about inquire:about quiz:about'],
  // Promising, warning, urging
  ['prediction', 'promises', 'ston', 'promise'],
  ['prediction', 'promises', 'stn', 'pledge vow'],
  ['prediction', 'promises', 'st', 'swear volunteer guarantee threaten offer'],
  ['prediction', 'warns', 'ston', 'warn'],
  ['prediction', 'warns', 'sto', 'caution'],
  ['prediction', 'says', 'sn', 'predict forecast foresee foretell project prophesy anticipate'],
  ['neutral', 'says', 'so', 'assure reassure inform notify advise brief convince persuade'],
  ['neutral', 'says', 'sto', 'urge implore beseech exhort encourage instruct order command beg plead counsel'],
  ['neutral', 'says', 'stn', 'demand request recommend propose advocate'],
  [
    'neutral',
    'says',
    'n',
    'call:for call:on call:upon call:out press:for push:for plead:for lobby:for campaign:for argue:in:favor:of come:out:against come:out:in:favor:of',
  ],
  // Judging in words
  [
    'neutral',
    'says',
    'n',
    `criticize criticise condemn denounce decry deplore lambaste lambast slam blast bash assail attack
    chide rebuke scold berate excoriate castigate disparage denigrate mock ridicule taunt lampoon skewer rip pan knock trash
    insult impugn malign vilify blame fault accuse praise applaud commend laud hail salute thank congratulate tout extol champion
    defend endorse welcome bemoan lament belittle downplay hammer
    liken compare cite quote invoke reference highlight credit mourn retweet back`,
  ],
  [
    'neutral',
    'says',
    'n',
    `lash:out:at lash:out:against lash:out:over hit:out:at fire:back:at take:aim:at go:after tear:into rip:into lay:into make:fun:of poke:fun:at
    take:issue:with speak:highly:of sing:the:praises:of hit:back:at push:back:on push:back:against push:back:at apologize:for apologise:for pile:on
    turn:on call:into:question cast:doubt:on raise:questions:about raise:concerns:about express:concern:about heap:praise:on double:down:on
    object:to take:credit:for`,
  ],
  ['neutral', 'says', 'sn', 'lament protest complain marvel rejoice gloat fume bristle protest'],
  // Knowing, thinking, feeling
  ['neutral', 'says', 's', 'think believe reckon assume presume figure guess suspect feel worry imagine'],
  [
    'neutral',
    'says',
    'swn',
    'know realize realise recognize recognise understand remember forget notice learn discover acknowledge',
  ],
  ['neutral', 'says', 'sn', 'fear doubt envision estimate calculate'],
  ['prediction', 'says', 'stn', 'hope expect intend'],
  ['neutral', 'says', 'tn', 'want plan prefer wish'],
  ['neutral', 'says', 'st', 'decide agree resolve'],
  [
    'neutral',
    'says',
    'n',
    `consider view regard perceive deem judge favor favour oppose support admire respect
    resent hate dislike detest loathe distrust mistrust`,
  ],
  [
    'neutral',
    'says',
    'n',
    `agree:with disagree:with believe:in worry:about think:of think:about hope:for wish:for long:for look:forward:to
    approve:of disapprove:of learn:of know:of know:about hear:about`,
  ],
  ['denial', 'declines', 'tn', 'refuse'],
  ['denial', 'declines', 't', 'decline'],
  ['neutral', 'says', 'tn', 'seek'],
  ['neutral', 'says', 't', 'aim vote move'],
  // Finding and showing
  ['certainty', 'says', 'swn', 'find determine demonstrate illustrate prove'],
  ['neutral', 'says', 'swn', 'show'],
  ['neutral', 'says', 's', 'rule read state'],
  ['doubt', 'says', 'r', 'appear seem'],
  [
    'neutral',
    'says',
    'n',
    `vote:for vote:against caucus:for weigh:in side:with advocate:for stand:with stand:by rally:behind
    express:support:for express:disappointment:with distance:himself:from see name`,
  ],
  [
    'neutral',
    'says',
    'n',
    `tease celebrate embrace promote propose blast applaud hail scorn dread relish cheer boo
    shun snub overlook ignore reassess value appreciate discount minimize minimise exaggerate overstate understate scrutinize
    counter grill pressure declare recognize portray identify categorize
    classify hint reiterate second trumpet parrot repeat spell`,
  ],
  [
    'neutral',
    'says',
    'n',
    `listen:to appeal:to adhere:to admit:to attest:to testify:to swear:by subscribe:to yearn:for opt:for root:for vouch:for
    account:for stick:to insist:on count:on bet:on harp:on expound:on opine:on zero:in:on seize:on seized:on balk:at bristle:at scoff:at sneer:at laugh:at
    marvel:at grumble:at dispute:with quarrel:with part:with side:against crack:down:on speak:up:for stand:up:for talk:up
    play:down shrug:off brush:off lay:out spell:out set:out single:out write:off rule:out`,
  ],
  ['neutral', 'says', 't', 'attempt threaten opt elect struggle'],
  [
    'neutral',
    'says',
    'n',
    'make:the:case:for make:a:case:for give:credit:to raise:doubts:about raise:the:possibility:of express:support:for express:hope:for express:confidence:in have:doubts:about take:a:swipe:at take:a:shot:at take:a:jab:at take:shots:at take:swipes:at',
  ],
  ['neutral', 'says', 's', 'issue:a:statement:saying release:a:statement:saying make:it:known'],
]

const relays = new Set('report cite quote echo retweet recount relate write reveal'.split(' '))

export const verbCues = new Map<string, VerbCue[]>()
const forms = new Map<string, { lemma: string; forms: Form[] }>()

for (const [kind, act, frames, verbs] of table) for (const verb of verbs.split(/\s+/)) addVerb(verb, kind, act, frames)

/** "expressed concern that …", "voiced doubts about …". */
const attitudes =
  `concern concerns fear fears worry worries doubt doubts frustration anger disappointment confidence hope hopes
  support regret regrets outrage dismay alarm surprise skepticism scepticism interest gratitude sympathy optimism relief disgust
  misgivings reservations opposition amusement unease`.split(/\s+/)

for (const verb of ['express', 'voice'])
  for (const attitude of attitudes) {
    addVerb(`${verb}:${attitude}`, 'neutral', 'says', 's')
    for (const word of ['about', 'over', 'at', 'for', 'in', 'with', 'to'])
      addVerb(`${verb}:${attitude}:${word}`, 'neutral', 'says', 'n')
  }

function addVerb(verb: string, kind: CueKind, act: Act, frames: Frames) {
  const [lemma = '', ...particle] = verb.split(':')
  const cues = verbCues.get(lemma) ?? []
  cues.push({ lemma, particle, kind, act, frames, relay: relays.has(lemma) })
  cues.sort((a, b) => b.particle.length - a.particle.length)
  verbCues.set(lemma, cues)
  addForms(lemma)
}

function addForms(lemma: string) {
  for (const [word, form] of inflect(lemma)) {
    const known = forms.get(word)
    if (!known) forms.set(word, { lemma, forms: [form] })
    else if (known.lemma === lemma && !known.forms.includes(form)) known.forms.push(form)
  }
}

/** Verbs of saying in two words that also stand behind or within what is said. */
export const phrasalVerbs = new Set(['point out', 'put it'])

for (const verb of phrasalVerbs) {
  verbCues.set(verb, [{ lemma: verb, particle: [], kind: 'neutral', act: 'says', frames: 's', relay: false }])
  addForms(verb.split(' ')[0]!)
}

/** The cue verb of which a word may be a form. */
export function findVerb(word: string): { lemma: string; forms: Form[] } | undefined {
  return forms.get(word)
}
