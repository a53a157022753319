import type { Act } from '../statement.ts'

/** What it takes to read who says what in another language than English. */
export type Pack = {
  language: string
  /** Letters read as others, one for one: "ё" as "е". The words below are written as read. */
  letters?: ReadonlyMap<string, string>
  /** Forms of verbs of saying, as they stand beside a speaker, with what stands before them: "a déclaré". */
  verbs: readonly string[]
  /** Others, as a pattern: “a de son côté affirmé”. */
  verbsToo?: string
  /** Behind such a word a form is a noun: “su cuenta”, “le juge”. */
  nounsBehind?: string
  /** Letters that may be joined to the front of a word: Arabic "and". */
  joined?: string
  /** A form with its speaker inside: "a-t-il déclaré". The group is the pronoun. */
  inverted?: RegExp
  /** Stands for a verb right behind a quotation: "so" before a name. */
  afterQuotation?: RegExp
  /** Any form that may be a verb of saying right behind a quotation and before a name or a noun with an article. */
  anyVerb?: string
  /** When, as it may stand between a verb and its speaker. */
  times: string
  /** To whom, in one word beside the verb: "mir", "me". Never a speaker. */
  oblique?: string
  /** To whom, between a verb and its speaker: "à l’AFP", "a los medios". */
  toWhom?: string
  /** A verb behind it has nobody as its speaker: "se informó". */
  nobody?: string
  /** An object or a thing, that no verb before it has as its speaker: "den Weg", "Salz". */
  neverSubject?: RegExp
  /** Behind "according to" no source, but what something varies with: "les jours". */
  neverSource?: RegExp
  /** Other verbs, by their forms and endings, where the words of a clause alone do not tell a noun from its verb. */
  finite?: string
  /** Words at the edges of whoever speaks that are none of theirs: "außerdem", "und". */
  particles?: readonly string[]
  /** Between commas, of whoever speaks: “por su parte”, “lui”. */
  inserted?: string
  /** What a source goes on with before the comma that ends it: "publiée jeudi, …". */
  goesOn?: string
  /** Begins what is told of the source between commas: "der die Studie leitete". */
  relative?: string
  /** Newspapers that have an article and no marks: "der Spiegel". */
  outlets?: readonly string[]
  /** Where and how, between a verb and its speaker. */
  asides?: string
  /** Whether a verb may stand without its speaker: "añadió". */
  dropsPronouns: boolean
  /** The speaker stands behind the verb, and before it only if nobody stands there. */
  verbFirst?: boolean
  /** Forms of a verb that more than one person has as its subject: “sagten”. */
  several?: RegExp
  /** Begins the clause of what is said: "dass". */
  that: string
  /** Begins what is said right behind the verb, without `that`: "avoir", "haber". */
  infinitive?: string
  /** Verbs whose mood says that the words are somebody else's: "er habe". */
  reported?: RegExp
  /** Before a verb, for what stands in the sentence before: "Das berichtete …", "Об этом сообщил …". */
  saidBefore?: RegExp
  /** Whether such a clause may do without it, after a comma. */
  bareClause: boolean
  /** Begins a further clause of the same speaker: "отметив", before `that`. */
  adding?: readonly string[]
  /** Before a source: "laut"; with a hyphen, joined to it. After one: "zufolge". */
  according: readonly string[]
  accordingAfter: readonly string[]
  /** It may stand within a sentence, without a comma: "wurden laut Polizei verletzt". */
  accordingInside?: RegExp
  /** "По его словам": the group is the pronoun; "wie … berichtet": without one, whoever follows. */
  inTheirWords?: string
  /** Before whom a speaker passes on: "со ссылкой на". */
  citing: readonly string[]
  /** A verb whose subject passes on, and what stands before the speaker: "نقلت الصحيفة عن الوزير". */
  passing?: { verb: RegExp; from: string }
  /** Verbs with the one who is quoted as their object, and the one who quotes: "цитирует его газета". */
  quoting?: readonly string[]
  /** The one who quotes stands first: „zitierte die Agentur Wassin“. */
  quoterFirst?: boolean
  /** Behind whoever speaks, before who quotes them: “cité par”. */
  quotedBy?: string
  /** A source in an adjective and a noun: “nach ukrainischer Darstellung”. Its group is who is meant. */
  accordingTo?: string
  /** Calls somebody or something so: “nannte”. Its words end with a quotation. */
  judging?: string
  /** Where somebody is from, in a small letter behind a name with a capital: “El Gobierno venezolano”. */
  nationality?: RegExp
  /** A sentence that begins so and goes on with a relative clause has said nothing yet: “Nach dem Unfall, bei dem …”. */
  prepositions: string
  /** Words behind which a clause of its own begins: “mais”, “но”. */
  but: string
  /** Ends what was said, as it only says so again: “على حد تعبيره”. */
  soTheySay?: string
  /** "Сообщили в полиции", "indique-t-on de source policière": the verb, and what stands before the body that speaks. */
  bodies?: { verb: RegExp; before: string }
  /** To whom: its first group. */
  to: string
  /** Days with their names in English. */
  days: readonly (readonly [words: string, english: string])[]
  months: readonly string[]
  pronouns: readonly string[]
  /** Words that a phrase may begin with, and those within it, before another name or noun. */
  articles: readonly string[]
  inside: readonly string[]
  /** Others, with the word before them: “источник в”. */
  insideToo?: RegExp
  /** Common nouns have small letters. */
  smallNouns: boolean
  /** Nouns stand without articles. */
  bareNouns?: boolean
  /** Names have no capitals: who begins a name is told by what stands before it. */
  noCapitals?: { given: ReadonlySet<string>; nouns: ReadonlySet<string>; definite: RegExp }
  /** Newspapers and companies have marks around their names: «День». */
  titlesInMarks?: boolean
  /** A line that begins with a dash is spoken; the writer's words stand behind a dash, or behind a comma alone. */
  dialogue?: 'dashes' | 'comma'
  /** Words by which an interview calls who asks and who answers, and itself. */
  interview: { asks: string; answers: string; called: string }
  /** Talks with somebody, as stands above an interview: “поговорил с”. */
  talking?: string
  /** What else verbs do than say. */
  acts: readonly (readonly [verbs: RegExp, act: Act])[]
  /** Words that end a phrase. */
  stops: readonly string[]
  /** How others that end a phrase look. */
  stopsToo?: RegExp
  /** Nouns that are no names, where nouns have capitals: offices and bodies. */
  offices: readonly string[]
  /** How words for what people do end, before a name; as the last word of a name it is a surname: “Krüger”. */
  agentEnds?: RegExp
  /** A source at the beginning of a sentence, if it is a person who is known: "para Reed, …". */
  inTheEyesOf?: string
  /** How other offices end. */
  officeEnds?: RegExp
}

/** "Montag Monday": a day's name with its English one. */
export function pairOf(day: string): readonly [string, string] {
  const [words = '', english = ''] = day.split(' ')
  return [words, english]
}
