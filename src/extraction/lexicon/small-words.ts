function words(list: string): Set<string> {
  return new Set(list.split(/\s+/))
}

export const pronouns = words(
  'he she they it i we you who which that this these those him her them his their its my our your whose one others many some several both all',
)
export const subjectPronouns = words('he she they it i we you who')
export const auxiliaries = words(`is are was were be been being am 's 're 've 'd 'll has have had having do does did
  will would can could may might must shall should ’s ’re ’ve ’d ’ll ca wo ai`)
export const negations = words("not n't n’t never nor")
export const possessives = words("his her their its my our your whose 's ’s '")
export const relativePronouns = words('who whom whose which that')
export const questionWords = words('whether if how what why when where who which')
export const weekdays = words('monday tuesday wednesday thursday friday saturday sunday')
export const titles = words(
  'mr mr. mrs mrs. ms ms. dr dr. sen sen. rep rep. gov gov. president senator governor secretary judge justice prof prof. gen gen. col col. rev rev. sir lady lord',
)
/** A comma and one of these begin a new clause. */
export const clauseOpeners = words(
  'while whereas although though because since when after before as unless if once until despite',
)

/** Adverbs that imply an unnamed speaker. */
export const hiddenSources = words('reportedly allegedly supposedly purportedly apparently')
/** Where and in what people say things. */
export const occasions = words(
  'statement interview speech remarks ruling email e-mail tweet tweets post letter memo column lecture address conference briefing filing op-ed essay blog podcast diatribe testimony debate rally hearing forum',
)
