/** A choice to offer beside a field: which of several things was meant; `path` leads to where it can be looked at. */
export type Choice = { value: string; label: string; path?: string; pathLabel?: string }

/** The newsroom's rules say no; each sentence stands beside the field it concerns, and says what to do. */
export class Refused extends Error {
  readonly fields: Record<string, string[]>
  readonly choices: Record<string, Choice[]>

  constructor(fields: Record<string, string>, choices: Record<string, Choice[]> = {}) {
    super(Object.values(fields).join(' '))
    this.fields = Object.fromEntries(Object.entries(fields).map(([name, sentence]) => [name, [sentence]]))
    this.choices = choices
  }
}

/** Too many guesses: it may be asked again when this many seconds have passed. */
export class TooSoon extends Refused {
  readonly seconds: number

  constructor(seconds: number, fields: Record<string, string>) {
    super(fields)
    this.seconds = seconds
  }
}

/** As much waits already as the newsroom takes in; nothing is wrong with what was sent, and people need a while to read. */
export class Full extends Refused {
  readonly seconds = 60 * 60
}

/** The very thing that was sent was done meanwhile, by whoever took it on before or after. */
export class DoneBefore extends Error {
  constructor() {
    super('What you sent was done already. Open the page again and look')
  }
}

/** A link that is good once is unknown, or no longer good; the sentence says why. */
export class LinkGone extends Error {
  readonly was: 'unknown' | 'gone'
  /** Whose it was, where that is known. */
  readonly accountId: number | undefined

  constructor(was: 'unknown' | 'gone', sentence: string, accountId?: number) {
    super(sentence)
    this.was = was
    this.accountId = accountId
  }
}

/** Who changed something, and when. */
export type Changed = { who: string; at: Date }

/** What a comparison of both texts needs to know beyond them. */
type ToCompare = {
  changed?: Changed | undefined
  /** How a field's value reads, where it is more than words: a chain, a number that stands for a rating. */
  inWords?: Record<string, (value: unknown) => string>
  /** Fields that mean something only with another: whoever takes that one takes them with it. */
  together?: Record<string, string[]>
}

/** Somebody else changed the thing since this form was opened; `stored` is what stands there now, by the form's fields. */
export class Stale extends Error {
  readonly stored: Record<string, unknown>
  readonly revision: number
  readonly changed: Changed | undefined
  readonly inWords: ToCompare['inWords']
  readonly together: ToCompare['together']

  constructor(revision: number, stored: Record<string, unknown>, { changed, inWords, together }: ToCompare = {}) {
    super('Somebody changed this after you opened it. Your words are kept below: compare, then save again.')
    this.revision = revision
    this.stored = stored
    this.changed = changed
    this.inWords = inWords
    this.together = together
  }
}
