import type { Draft } from './drafts.ts'

/** One sentence for the editor: what in the text led to the suggestion. */
export function giveReason(draft: Draft): string {
  const cue = `“${draft.cueWord}”`
  switch (draft.rule) {
    case 'quotation before the speaker':
      return `a quotation, then a speaker and ${cue}`
    case 'speaker before a quotation':
      return `${cue} after a speaker; the quotation after it`
    case 'clause before the speaker':
      return `a clause, a comma, then a speaker and ${cue}`
    case 'that-clause':
      return `${cue} after a speaker; the clause with “that” after it`
    case 'clause without that':
      return `${cue} after a speaker; the text after it up to where the clause ends`
    case 'relative clause':
      return `${cue} and a speaker inside a relative clause; the rest of that clause`
    case 'question':
      return `${cue} and a question after it`
    case 'intention':
      return `${cue} and “to” with what is intended`
    case 'what is spoken of':
    case 'judged as':
      return `${cue} after a speaker; what is spoken of after it`
    case 'expected of someone':
      return `${cue} without saying who thinks so`
    case 'state of mind':
      return `${cue} tells what the one before it thinks`
    case 'according to':
      return 'words that name the source of the rest of the sentence'
    case 'noun of saying':
      return `the noun ${cue} with what was said`
    case 'hidden source':
      return `${cue} hides who says so`
    case 'label and colon':
    case 'transcript':
      return 'a name and a colon before the words'
    case 'name beside a quotation':
      return 'a name beside the quotation, with a colon or a dash'
    case 'quotation carried over':
      return 'a quotation alone in its paragraph; the speaker of the one before it'
    case 'quotation without attribution':
      return 'words in quotation marks; nobody nearby is named as saying them'
  }
}
