/** One of several options to choose from beside a field; `path` leads to a page that shows it. */
export type Choice = { value: string; label: string; path?: string; pathLabel?: string }

/** The newsroom's rules refuse; each sentence appears beside its field, and says what to do. */
export class Refused extends Error {
  readonly fields: Record<string, string[]>
  readonly choices: Record<string, Choice[]>

  constructor(fields: Record<string, string>, choices: Record<string, Choice[]> = {}) {
    super(Object.values(fields).join(' '))
    this.fields = Object.fromEntries(Object.entries(fields).map(([name, sentence]) => [name, [sentence]]))
    this.choices = choices
  }
}

/** Too many guesses: try again after this many seconds. */
export class TooSoon extends Refused {
  readonly seconds: number

  constructor(seconds: number, fields: Record<string, string>) {
    super(fields)
    this.seconds = seconds
  }
}

/** The newsroom's queue is full. Nothing is wrong with the form, and people need time to read. */
export class Full extends Refused {
  readonly seconds = 60 * 60
}

/** Another process has carried out the same submission meanwhile. */
export class DoneBefore extends Error {
  constructor() {
    super('What you sent was done already. Open the page again and look')
  }
}

/** A link that works once is unknown, or no longer valid; the sentence says why. */
export class LinkGone extends Error {
  readonly was: 'unknown' | 'gone'
  /** The account that it was for, if known. */
  readonly accountId: number | undefined

  constructor(was: 'unknown' | 'gone', sentence: string, accountId?: number) {
    super(sentence)
    this.was = was
    this.accountId = accountId
  }
}

/** Who changed something, and when. */
export type Changed = { who: string; at: Date }

/** What a comparison of both texts needs besides the texts. */
type ToCompare = {
  changed?: Changed | undefined
  /** How to show the value of a field that is not plain text: a chain, a number that stands for a rating. */
  inWords?: Record<string, (value: unknown) => string>
  /** Fields that only make sense with another one: choosing that one includes them. */
  together?: Record<string, string[]>
  /** What the form has to bring when it is sent again, to overwrite what it has been shown; else its revision. */
  again?: Record<string, unknown>
}

/**
 * Somebody else changed the thing since this form was opened; `stored` has the current values, by the form's fields.
 */
export class Stale extends Error {
  readonly stored: Record<string, unknown>
  readonly revision: number
  readonly changed: Changed | undefined
  readonly inWords: ToCompare['inWords']
  readonly together: ToCompare['together']
  readonly again: Record<string, unknown>

  constructor(
    revision: number,
    stored: Record<string, unknown>,
    { changed, inWords, together, again }: ToCompare = {},
  ) {
    super('Somebody changed this after you opened it. Your words are kept below: compare, then save again.')
    this.revision = revision
    this.stored = stored
    this.changed = changed
    this.inWords = inWords
    this.together = together
    this.again = again ?? { revision, supersedesId: revision || '' }
  }
}
