const fields: Record<string, string> = {
  quote: 'Words',
  words: 'Words',
  mode: 'Wording',
  act: 'What the speaker does',
  polarity: 'Said or not said',
  answersId: 'Number of the statement it answers',
  unfinished: 'Not finished',
  hops: 'How it reached this page',
  way: 'How it reached this page',
  unnamed: 'Of those not named',
  bodies: 'Of which body they are',
  publisher: 'Published by',
  published: 'Published on',
  url: 'Address',
  kind: 'Kind',
  sentence: 'What is claimed',
  alsoStated: 'Also stated as',
  wikidataId: 'Wikidata id',
  assignee: 'Assignee',
  aliases: 'Other names',
  ratingId: 'Rating',
  claimRatingId: 'Is it true?',
  claimReasons: 'Reasons for whether it is true',
  ratingValue: 'ClaimReview value',
  requires: 'What it needs',
  tone: 'How readers should take it',
  body: 'Note',
  correction: 'What was wrong, for readers',
}

/** The label of a form's field, even if it is one of several: "hops[0][addressee]" is "Addressee, 1". */
export function fieldLabel(name: string): string {
  const [first = '', ...rest] = name.split(/[[\]]+/).filter(Boolean)
  const last = rest.findLast((part) => !/^\d+$/.test(part)) ?? first
  const numbers = rest.filter((part) => /^\d+$/.test(part)).map((part) => Number(part) + 1)
  const spaced = last.replace(/(Id)?$/, '').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  const known = rest.length === 0 ? fields[last] : undefined
  return [known ?? spaced.charAt(0).toUpperCase() + spaced.slice(1), ...numbers].join(', ')
}
