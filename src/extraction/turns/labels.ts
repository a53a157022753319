import { fields, offices } from '../lexicon/offices.ts'
import { personTitles, roleWords } from '../lexicon/source-words.ts'
import type { Span } from '../statement.ts'

/** Who begins to speak in a line, in UTF-16 units; without a name where only that somebody asks or answers is told. */
export type Label = {
  label: Span
  name: string | null
  role: string | null
  /** Where their words begin: in this line, or with the next one. */
  words: number
  asks: boolean
  /** Whether it says what somebody is, and not their name: "THE CHAIRMAN". */
  isTitle?: boolean
  /** Whether the label alone shows that it is one. */
  sure: boolean
  /** A name and nothing else in its line: a label only where the text has others. */
  bare?: boolean
  /** A post: what follows it is no part of it. */
  oneParagraph?: boolean
  /** "A" without a stop: an answer only where "Q" stands before it. */
  onlyAfterQuestion?: boolean
}

/** What one speaker says until the next label, in UTF-16 units. */
export type Turn = Label & { start: number; end: number }

const title = String.raw`(?:MR|MS|MRS|DR|SEN|REP|GOV|SECRETARY|PRESIDENT|MINISTER|CHAIRMAN|CHAIRWOMAN|Mr|Ms|Mrs|Miss|Dr|Sir|Dame|Sen|Rep)\.? `
const word = String.raw`(?:\p{Lu}[\p{L}’'-]*\.?|\d{1,2}|van|von|de|der|den|al|bin|of(?= \p{Lu}))`
const name = String.raw`(?<name>(?:The )?(?:${title})?(?!\d)${word}(?: ${word}){0,4})`
const day = String.raw`(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? )?`
const time = String.raw`(?:[[(]?${day}\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d+)?(?: ?[AaPp][Mm])?[\])]?\s+(?:-\s+)?)?`
const aside = String.raw`(?<role>(?:,? (?:\([^)\n]{1,60}\)|\[[^\]\n]{1,40}\]))*(?:, [^:\n.]{1,60})?)`

/** A time before it shows that a label follows, whatever its letters. */
const timed =
  /^(?:[[(](?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? )?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d+)?(?: ?[AaPp][Mm])?[\])]\s+|\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}:\d\d(?: ?[AaPp][Mm])? - )(?<name>\p{Lu}[\p{L}\d ’'.-]{1,40})(?<role> \([^)\n]{1,40}\))?:\s+(?=\S)/u
/** "The Secretary of State for Health (Ana Berg):": who holds the office stands in brackets. */
const withHolder =
  /^(?<office>(?:The |Mr |Madam |Madame )?\p{Lu}[\p{L}’'-]*(?:,? (?:\p{Lu}[\p{L}’'-]*|of|for|the|and|at|in|to|with)){1,14}) \((?<name>(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Baroness|Viscount|Earl|Hon|Deputy|Senator|Cllr)\.? ){1,2}\p{Lu}[\p{L}’'-]+(?: (?:\p{Lu}[\p{L}’'-]+|of)){0,4}|\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){1,3})\)(?<role> \([^)\n]{1,40}\))?(?:: ?\s*(?=\S)|\s*$)/u

const withColon = new RegExp(String.raw`^${time}["“]?\**${name}${aside}\**:\**\s+(?=\S)`, 'u')
const withStop =
  /^(?<name>(?:Mr|Ms|Mrs|Miss|Dr|The|Sir|Dame|Senator|Representative|Delegate|Congressman|Congresswoman|Governor|Mayor|Secretary|Commissioner|Director|Administrator|Ambassador|General|Admiral|Judge|Justice|(?:Vice )?Chair(?:man|woman|person)?|President|Professor|Supervisor|Councilor|Councillor|Alderman|Lord|Lady|Baroness)\.? \p{Lu}(?:\p{Ll}{1,2}(?=\p{Lu}))?[\p{Lu}’'-]+(?: \p{Lu}[\p{Lu}’'-]+)?)(?<role> of [\p{Lu}][\p{L} ]{2,30})?\. (?=[\p{Lu}[(“"])/u
/** "The SPEAKER pro tempore (Mr. LYNCH).", "The CHAIR.": who presides, with the holder in brackets. */
const presiding =
  /^(?<office>The (?:Acting )?(?:SPEAKER|CHAIR|CHAIRMAN|CHAIRWOMAN|PRESIDING OFFICER|PRESIDENT|VICE PRESIDENT|CLERK)(?: pro tempore)?)(?: \((?<name>[^)\n]{3,40})\))?\. (?=\p{Lu})/u
/** "Asked by" and a name, above the question; "Answered by" above its answer. */
const askedBy = new RegExp(String.raw`^(?<verb>Asked|Answered) by:?\s+${name}(?: \([^)\n]{1,30}\))?\n+(?=\S)`, 'u')
/** "Audience member:", "Voice from the floor:", "Unidentified woman:": somebody without a name. */
const nobodysName =
  /^\**(?<name>(?:(?:First|Second|Third|Another) )?(?:(?:Audience|Unidentified|Unknown|Female|Male) [\p{L}]{3,12}|Member of the (?:audience|public)|(?:Voice|Man|Woman|Question|Speaker|Heckler|Caller) (?:from|in|at|on) the [\p{L}]{4,9}|(?:Heckler|Caller|Protester|Bystander))(?: #?\d{1,2})?)\**:\**\s+(?=\S)/iu
const asking =
  /^\**(?<name>Q|A|QUESTION|ANSWER|INTERVIEWER|REPORTER|MODERATOR|Question|Answer|Interviewer)(?:\.|:|\*\*:?)\**\s+(?=\S)|^(?<bare>[QA])[ \t]+(?=[\p{Lu}“"])/u
const overhead = new RegExp(
  String.raw`^${time}${name}(?: [-–—|] (?<role>\p{L}[^.?!:\n]{2,70})|\s+\(?\d{1,2}:\d\d(?::\d\d)?\)?)$`,
  'u',
)
/** "Ana Berg (Holborn North) (Lab)", over what she says. */
const overheadInBrackets = new RegExp(String.raw`^${time}${name}(?<role>(?: \([^)\n]{1,60}\)){1,3})$`, 'u')
/** "Ana Berg, Chief Executive Officer", over what she says. */
const overheadWithOffice = new RegExp(String.raw`^${name}, (?<role>\p{Lu}[^.?!:\n]{2,70})$`, 'u')
/** "JUNE ASHWORTH, HOST:", over what she says. */
const overheadWithColon = new RegExp(
  String.raw`^\**${time}(?!From |And |On |BY |By |(?:[\p{Lu}-]+ )?EXAMINATION )${name}(?<role>(?: \([^)\n]{1,60}\)){0,3}|, [\p{Lu} .-]{3,50}|, \p{Lu}[^:.?!\n]{2,60})\**:\**$`,
  'u',
)
const bareName = new RegExp(String.raw`^\**${name}\**$`, 'u')
/** "@anaberg: …", "Ana Berg (@anaberg): …". */
const posted = /^(?:RT )?(?:(?<name>\p{Lu}[\p{L} .’'-]{1,40}) \((?<role>@\w{2,30})\)|(?<handle>@\w{2,30})):\s+(?=\S)/u

const notNames =
  /^(?:Transcript|Episode|Interviewee|Narrator|Slug|Recorded|Location|Note|Source|Sources|Photo|Image|Picture|Update|Correction|Date|From|To|Subject|Cc|Address|Tel|Phone|Time|Place|Where|When|What|Who|Why|How|Price|Score|Result|Results|Summary|Background|Context|Read more|Related|Tags|By|Title|Chapter|Figure|Table|Section|Editor|Verdict|Claim|Example|Warning|Tip|Ingredients|Method|Analysis|Opinion|Advertisement|Share this|See also|Read next|.*(?:Examination|Stories|Articles|Headlines|News|Sport|Points|Steps|Facts|Dates|Team|Appearances|Proceedings|Findings|Recommendations|Details|Contents|Agenda|Minutes))$/i

/** The label with which a line begins, if any. */
export function labelAt(text: string, from: number, to: number): Label | undefined {
  const line = text.slice(from, Math.min(to, from + 200))
  const asked = asking.exec(line)
  if (asked?.groups) return questioner(asked, from)
  const above = askedBy.exec(text.slice(from, from + 200))
  if (above) return { ...labelOf(above, from, true)!, asks: above.groups?.['verb'] === 'Asked' }
  const presides = presiding.exec(line)?.groups
  if (presides) {
    const office = presides['office'] ?? ''
    const holder = presides['name']
    return {
      label: { start: from, end: from + office.length },
      name: tellName(holder ?? office),
      role: holder ? office : null,
      words: from + presiding.exec(line)![0].length,
      asks: false,
      ...(!holder && { isTitle: true }),
      sure: true,
    }
  }
  const stopped = withStop.exec(line)
  if (stopped) return labelOf(stopped, from, true)
  const held = withHolder.exec(line)
  if (held?.groups && isOffice(held.groups['office'] ?? ''))
    return {
      label: placeOf(held, from, held.groups['name'] ?? ''),
      name: tellName(held.groups['name'] ?? ''),
      role: held.groups['office'] ?? null,
      words: from + held[0].length,
      asks: false,
      sure: held[0].includes(':'),
    }
  const nobody = nobodysName.exec(line)
  if (nobody) return { ...labelOf(nobody, from, true)!, name: nobody.groups!['name']!, asks: false, isTitle: true }
  const post = posted.exec(line)
  if (post) return postOf(post, from)
  const colon = withColon.exec(line) ?? timed.exec(line)
  if (colon) return labelOf(colon, from, isShouted(colon.groups?.['name'] ?? '') || /^\W*\d/.test(line))
  return to - from < 120 ? overheadAt(text.slice(from, to).trimEnd(), from, to) : undefined
}

/** A name in a line of its own, over what they say. */
function overheadAt(line: string, from: number, to: number): Label | undefined {
  const office = overheadWithOffice.exec(line)
  const over =
    overhead.exec(line) ?? overheadInBrackets.exec(line) ?? (isOffice(office?.groups?.['role'] ?? '') ? office : null)
  const colon = over ? null : overheadWithColon.exec(line)
  const shouted = colon && isShouted(colon.groups?.['name'] ?? '')
  if (colon && shouted) {
    const label = labelOf(colon, from, true)
    return label && { ...label, words: to + 1 }
  }
  const bare = over ? null : (bareName.exec(line) ?? colon)
  const label = over ? labelOf(over, from, false) : bare ? labelOf(bare, from, false) : undefined
  return label && { ...label, words: to + 1, ...(bare && { bare: true }) }
}

function postOf(match: RegExpExecArray, from: number): Label {
  const { name: called, handle = '', role = null } = match.groups ?? {}
  return {
    label: placeOf(match, from, called ?? handle),
    name: called ?? handle,
    role,
    words: from + match[0].length,
    asks: false,
    sure: true,
    oneParagraph: true,
  }
}

function isOffice(called: string): boolean {
  return called
    .toLowerCase()
    .split(/[\s,-]+/)
    .some((word) => offices.has(word) || roleWords.has(word))
}

function questioner(match: RegExpExecArray, from: number): Label {
  const word = match.groups?.['name'] ?? match.groups?.['bare'] ?? ''
  const asks = !/^A/i.test(word)
  return {
    label: placeOf(match, from, word),
    name: null,
    role: null,
    words: from + match[0].length,
    asks,
    sure: word.length > 1,
    ...(match.groups?.['bare'] === 'A' && { onlyAfterQuestion: true }),
  }
}

function labelOf(match: RegExpExecArray, from: number, sure: boolean): Label | undefined {
  const { name: called = '', role = '' } = match.groups ?? {}
  if (notNames.test(called)) return undefined
  const unnamed =
    /^(?:the )?(?:question|questioner|reporter|reporters|interviewer|moderator|audience|voice|speaker|unidentified.*)$/i.test(
      called,
    )
  // "Said Ellis: “…”" tells who speaks as a sentence does.
  if (saidFirst.test(called) && /^["“‘']/.test(match.input.slice(match[0].length))) return undefined
  const bare = role
    .replace(/^[\s,]+/, '')
    .replace(/[()[\]]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/\b\d{1,2}:\d\d(?::\d\d)?/, '')
    .trim()
  return {
    label: placeOf(match, from, called),
    name: unnamed ? null : tellName(called),
    role: bare || null,
    words: from + match[0].length,
    asks: unnamed && !/speaker/i.test(called),
    ...(isTitle(called) && { isTitle: true }),
    sure,
  }
}

const saidFirst = /^(?:And )?(?:Said|Says|Added|Adds|Wrote|Writes|Replied|Asked|Asks|Continued|Concluded) \p{Lu}/u

/** "THE CHAIRMAN", "The Prime Minister", "Dispatcher"; but "Baker" is a name. */
function isTitle(called: string): boolean {
  const [the, ...words] = called
    .toLowerCase()
    .replace(/ (?:#?\d+|one|two)$/, '')
    .split(' ')
  if (the !== 'the') return [the, ...words].every((word) => speaking.has(word ?? ''))
  const isOffice = (word: string) => offices.has(word) || roleWords.has(word) || speaking.has(word)
  return (
    isOffice(words.at(-1) ?? '') && words.every((word) => isOffice(word) || fields.has(word) || personTitles.has(word))
  )
}

/** What labels call those who speak. */
const speaking = new Set(
  'court bench witness interpreter caller dispatcher operator host presenter anchor narrator announcer newsreader controller counsel defendant plaintiff claimant foreperson juror registrar bailiff chaplain translator student member'.split(
    ' ',
  ),
)

function placeOf(match: RegExpExecArray, from: number, called: string): Span {
  const start = from + match[0].indexOf(called)
  return { start, end: start + called.length }
}

export function isShouted(speaker: string): boolean {
  return speaker === speaker.toUpperCase() && speaker.length > 2
}

/** "MR. BAKER" is Baker, "Senator McBRIDE" Senator McBride. */
export function tellName(speaker: string): string {
  const bare = speaker.replace(/^(?:MR|MS|MRS|MISS|DR)\.? /i, '').replace(/(?<=\p{L}{3})\.$/u, '')
  if (isShouted(bare)) return bare.toLowerCase().replace(/(?<![\p{L}’'])\p{L}/gu, (letter) => letter.toUpperCase())
  return /^\p{Lu}\p{Ll}/u.test(bare) ? bare.replace(/(?<= )(?:Mc|Mac|De)?\p{Lu}{3,}(?=$|[ -])/gu, inSmall) : bare
}

function inSmall(surname: string): string {
  const [, prefix = '', rest = ''] = /^(Mc|Mac|De)?(.*)$/u.exec(surname) ?? []
  return prefix + rest.charAt(0) + rest.slice(1).toLowerCase()
}
