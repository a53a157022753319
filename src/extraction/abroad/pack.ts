/** What it takes to read who says what in another language than English. */
export type Pack = {
  language: string
  /** Forms of verbs of saying, as they stand beside a speaker, with what stands before them: "a déclaré". */
  verbs: readonly string[]
  /** A form with its speaker inside: "a-t-il déclaré". The group is the pronoun. */
  inverted?: RegExp
  /** Stands for a verb right behind a quotation: "so" before a name. */
  afterQuotation?: RegExp
  /** When, as it may stand between a verb and its speaker. */
  times: string
  /** Whether a verb may stand without its speaker: "añadió". */
  dropsPronouns: boolean
  /** Begins the clause of what is said: "dass". */
  that: string
  /** Whether such a clause may do without it, after a comma. */
  bareClause: boolean
  /** Before a source: "laut". After one: "zufolge". */
  according: readonly string[]
  accordingAfter: readonly string[]
  pronouns: readonly string[]
  /** Words that a phrase may begin with, and those within it, before another name or noun. */
  articles: readonly string[]
  inside: readonly string[]
  /** Common nouns have small letters. */
  smallNouns: boolean
  /** Words that end a phrase. */
  stops: readonly string[]
  /** Nouns that are no names, where nouns have capitals: offices and bodies. */
  offices: readonly string[]
  /** How other offices end. */
  officeEnds?: RegExp
}
