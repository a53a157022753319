/* The words that pages have for the data. */
const labels: Record<string, string> = {
  article: 'Article',
  broadcast: 'Broadcast report',
  communique: 'Communiqué',
  press_release: 'Press release',
  transcript: 'Transcript',
  post: 'Post',
  report: 'Report',
  other: 'Other',
  draft: 'Draft',
  in_review: 'In review',
  ready: 'Ready',
  published: 'Published',
  corrected: 'Corrected',
  withdrawn: 'Withdrawn',
  person: 'Person',
  organisation: 'Organisation',
  outlet: 'News outlet',
  government: 'Government body',
  group: 'Group',
  document: 'Document',
  direct: 'In their own words',
  indirect: 'In other words',
  mixed: 'Partly in their own words',
  positive: 'Something was said',
  negative: 'Records that it was not said',
  named: 'Named',
  described: 'Described, not named',
  unstated: 'Not stated',
  asserts: 'asserts',
  denies: 'denies',
  doubts: 'doubts',
  says: 'says',
  asks: 'asks',
  answers: 'answers',
  promises: 'promises',
  warns: 'warns',
  confirms: 'confirms',
  declines: 'declines',
  recording: 'Recording',
  official_document: 'Official document',
  confirmation: 'Their own confirmation',
  second_report: 'Second report',
  data: 'Data',
  translation: 'Translation',
  supports: 'Supports it',
  contradicts: 'Contradicts it',
  context: 'Context',
  comment: 'Comment',
  question: 'Question',
  correction: 'Correction',
  internal: 'Only the newsroom sees it',
  public: 'Readers see it',
  true: 'Yes',
  passage: 'Passage',
  statement: 'Statement',
  step: 'Step of a statement',
  claim: 'Claim',
  source: 'Source',
  claims: 'Claims',
  statements: 'Statements',
  sources: 'People and organisations',
  documents: 'Documents',
  editor: 'Editor',
  reviewer: 'Reviewer',
  admin: 'Admin',
  active: 'Can sign in',
  disabled: 'Disabled',
  read: 'Read',
  write: 'Write',
  publish: 'Publish',
  live: 'In use',
  expired: 'Expired',
  revoked: 'Revoked',
  needs_none: 'Takes reasons only',
  needs_evidence: 'Takes evidence',
  needs_primary_source: 'Takes a primary source',
  needs_second_origin: 'Takes a second, independent report',
  tone_good: 'It holds',
  tone_caution: 'With care',
  tone_bad: 'It does not hold',
  tone_open: 'Open',
  attribution: 'Did they say it?',
  accuracy: 'Is it so?',
}

/** The words a page uses for a value of the data. */
export function label(value: string): string {
  return labels[value] ?? value
}

/** A sign for each kind of note, beside its word. */
export function noteSign(kind: string): string {
  return { comment: '“', question: '?', correction: '✎', context: 'i' }[kind] ?? '“'
}

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
  wikidataId: 'Wikidata id',
  assignee: 'Who has it',
  aliases: 'Other names',
  ratingId: 'Rating',
  ratingValue: 'ClaimReview value',
  requires: 'What it takes',
  tone: 'How readers are to take it',
  body: 'Note',
  correction: 'What was wrong, for readers',
}

/** What pages call a form's field, also where it is one of several: "hops[0][addressee]" is "Addressee, 1". */
export function fieldLabel(name: string): string {
  const [first = '', ...rest] = name.split(/[[\]]+/).filter(Boolean)
  const last = rest.findLast((part) => !/^\d+$/.test(part)) ?? first
  const numbers = rest.filter((part) => /^\d+$/.test(part)).map((part) => Number(part) + 1)
  const spaced = last.replace(/(Id)?$/, '').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  const known = rest.length === 0 ? fields[last] : undefined
  return [known ?? spaced.charAt(0).toUpperCase() + spaced.slice(1), ...numbers].join(', ')
}

/** A sign beside every colour, so that no status is told by colour alone. */
export function sign(tone: string): string {
  return { good: '✓', caution: '!', bad: '✕', open: '?' }[tone] ?? '?'
}
