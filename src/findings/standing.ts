import type { ClaimStance, Tone } from '../database/client/enums.ts'
import { sign } from '../words/kinds.ts'

/*
 * How a passage stands: the worse of two answers. Pure, and the only place that decides it. It uses the data of a
 * newsroom's own scale (a rating's tone and, between equals, its ClaimReview value), never a rating's name.
 */

/** A rating with its scale's data. */
export type Rating = {
  slug: string
  label: string
  meaning: string
  tone: Tone
  ratingValue?: number | null | undefined
}

export const unchecked = {
  slug: 'none',
  label: 'Not checked yet',
  tone: 'open',
  meaning: 'Nobody here has checked this yet.',
} as const satisfies Rating

/** Null if nobody has checked. */
export type Judged = {
  said: Rating | null
  steps: readonly { number: number; rating: Rating | null }[]
  claims: readonly { stance: ClaimStance; rating: Rating | null }[]
}

export type Answer = {
  on: 'statement' | 'step' | 'claim'
  /** The question, short for a pill and in full words. */
  axis: string
  question: string
  /** Whether there is a verdict; otherwise `label` says that there is none. */
  isChecked: boolean
  slug: string
  label: string
  tone: Tone
  /** What it means for the passage: a claim found true is bad for who denies it. */
  meant: Tone
  /** The tone in which a pill is drawn: a good answer beside a wrong one has no colour. */
  drawn: Tone | 'plain'
  /** How a pill begins where the rating is not the passage's own: "Denies a claim rated". */
  towards: string | null
  stance: ClaimStance | null
  /** "1 of 3 claims", if there are several. */
  among: string | null
}

export type Standing = {
  /** The worse of the answers: the colour of the passage, its underline and its card's edge. */
  tone: Tone
  /** Whether they said it, a step that is worse than that, and whether it is true. */
  answers: Answer[]
  /** For running text: "said ✓ · true ✕"; empty if nothing was checked. */
  sign: string
  /** The same in words. */
  told: string
  /** Whether the words themselves were found false: asserting something false, or denying something true. */
  isFalse: boolean
}

const severity: Record<Tone, number> = { good: 0, open: 1, caution: 2, bad: 3 }

/**
 * What a claim's rating means for a statement's stance. A denial of something false is right. A doubt asserts nothing,
 * and its words are the claim's, so whatever was found, it is neither green nor red.
 */
const turned: Record<ClaimStance, Record<Tone, Tone>> = {
  asserts: { good: 'good', open: 'open', caution: 'caution', bad: 'bad' },
  denies: { good: 'bad', open: 'open', caution: 'caution', bad: 'good' },
  doubts: { good: 'caution', open: 'open', caution: 'caution', bad: 'caution' },
}

/** A missing answer makes a confirmed passage no worse; one that leaves the question open takes its green away. */
export function standingOf({ said, steps, claims }: Judged): Standing {
  const worseSteps = steps.flatMap(({ number, rating }) => (rating && isWrong(rating.tone) ? [{ number, rating }] : []))
  const saidTone = worst([said?.tone ?? 'open', ...worseSteps.map(({ rating }) => rating.tone)])
  const foundTones = claims.flatMap(({ stance, rating }) => (rating ? [turned[stance][rating.tone]] : []))
  const tone = worst([saidTone, ...foundTones])

  const answers = [
    saidAnswer(said),
    ...worseSteps.filter(({ rating }) => worseThan(rating, said)).map(stepAnswer),
    ...claimAnswer(claims),
  ].map((answer): Answer => ({ ...answer, drawn: drawnTone(answer.meant, { tone }) }))
  return {
    tone,
    answers,
    sign: writeSign(
      said !== null || worseSteps.length > 0,
      saidTone,
      answers.find(({ on }) => on === 'claim'),
    ),
    told: answers.map(tell).join(' '),
    isFalse: foundTones.includes('bad'),
  }
}

/** Green only where nothing is wrong: a good rating on a passage with another fault is drawn without colour. */
export function drawnTone(tone: Tone, passage?: { tone: Tone }): Tone | 'plain' {
  return tone === 'good' && passage && isWrong(passage.tone) ? 'plain' : tone
}

/** Whether a statement's words were found false: it asserts something false, or denies something true. */
export function isFoundFalse({ stance, tone }: { stance: ClaimStance; tone: Tone }): boolean {
  return turned[stance][tone] === 'bad'
}

/** The tone of several passages together, for an arrow, a box or a stack. */
export function worst(tones: readonly Tone[]): Tone {
  return tones.reduce<Tone>((worse, tone) => (severity[tone] > severity[worse] ? tone : worse), 'good')
}

function isWrong(tone: Tone): boolean {
  return severity[tone] > severity.open
}

function worseThan(rating: Rating, other: Rating | null): boolean {
  return severity[rating.tone] > severity[other?.tone ?? 'open']
}

type Undrawn = Omit<Answer, 'drawn'>

function saidAnswer(said: Rating | null): Undrawn {
  return { on: 'statement', axis: 'Said?', question: 'Did they say it?', ...foundOf(said), ...itsOwn }
}

function stepAnswer({ number, rating }: { number: number; rating: Rating }): Undrawn {
  const axis = `Step ${number}:`
  return { on: 'step', axis, question: axis, ...foundOf(rating), ...itsOwn }
}

const itsOwn = { stance: null, towards: null, among: null }

const axes: Record<ClaimStance, { axis: string; question: string }> = {
  asserts: { axis: 'True?', question: 'Is it true?' },
  denies: { axis: 'The claim it denies:', question: 'The claim it denies:' },
  doubts: { axis: 'The claim it doubts:', question: 'The claim it doubts:' },
}

/** Of several claims, the worst for the passage, with the number that share its rating. */
function claimAnswer(claims: Judged['claims']): Undrawn[] {
  const rank = ({ stance, rating }: Judged['claims'][number]) => severity[turned[stance][rating?.tone ?? 'open']]
  const found = claims.toSorted(
    (a, b) => rank(b) - rank(a) || Number(a.rating === null) - Number(b.rating === null) || worth(a) - worth(b),
  )
  const [first] = found
  if (!first) return []
  const alike = found.filter(({ stance, rating }) => stance === first.stance && rating?.slug === first.rating?.slug)
  const among = found.length > 1 ? `${alike.length} of ${found.length} claims` : null
  const { stance } = first
  const answer = foundOf(first.rating)
  const towards = answer.isChecked ? rates[stance] : null
  return [{ on: 'claim', ...axes[stance], ...answer, meant: turned[stance][answer.tone], stance, towards, among }]
}

const rates: Record<ClaimStance, string | null> = {
  asserts: null,
  denies: 'Denies a claim rated',
  doubts: 'Doubts a claim rated',
}

function foundOf(rating: Rating | null) {
  const { slug, label, tone } = rating ?? unchecked
  return { isChecked: rating !== null, slug, label, tone, meant: tone }
}

/** By the scale's own numbers: the lower, the worse for an assertion and the better for a denial. */
function worth({ stance, rating }: Judged['claims'][number]): number {
  const value = rating?.ratingValue ?? null
  if (value === null) return Number.MAX_SAFE_INTEGER
  return stance === 'denies' ? -value : value
}

const foundToBe: Record<Tone, string> = {
  good: 'what is true',
  caution: 'what needs caution',
  bad: 'what is false',
  open: 'what is open',
}

/** Both answers, also where both are good: a tick alone does not say which question it answers. Nothing if nothing was checked. */
function writeSign(isSaidChecked: boolean, saidTone: Tone, claim: Answer | undefined): string {
  const said = `said ${sign(saidTone)}`
  if (!claim?.isChecked) return isSaidChecked ? said : ''
  const found = claim.stance === 'asserts' ? `true ${sign(claim.tone)}` : `${claim.stance} ${foundToBe[claim.tone]}`
  return `${said} · ${found}`
}

function tell(answer: Answer): string {
  return `${tellFound(answer)}${answer.among ? ` (${answer.among})` : ''}.`
}

/**
 * One answer in words, wherever it stands without its colour: of a denial or doubt what it means for the passage, since the
 * claim's own rating there reads as the opposite.
 */
export function tellFound({ question, towards, label }: Pick<Answer, 'question' | 'towards' | 'label'>): string {
  return `${towards ?? question} ${label}`
}

/** The number of one kind, and the first of them; `wrong` of them are false. */
type Tally = { count: number; first: number | null; wrong: number; firstWrong: number | null }
export type Summary = {
  count: number
  /** By the verdict on whether it was said, in order of appearance. */
  checked: (Tally & { slug: string; label: string; tone: Tone })[]
  unchecked: Tally
}
type Counted = { id: number; standing: Standing }

/** "4 confirmed, 1 of them false": counts the verdicts on whether it was said, and names the false ones among them. */
export function summarise(statements: readonly Counted[]): Summary {
  const isChecked = ({ standing }: Counted) => standing.answers[0]?.isChecked ?? false
  const groups = Map.groupBy(statements.filter(isChecked), ({ standing }) => standing.answers[0]?.slug ?? '')
  return {
    count: statements.length,
    checked: [...groups].flatMap(([slug, some]) => {
      const said = some[0]?.standing.answers[0]
      return said ? [{ slug, label: said.label, tone: said.tone, ...tally(some) }] : []
    }),
    unchecked: tally(statements.filter((one) => !isChecked(one))),
  }
}

function tally(some: readonly Counted[]): Tally {
  const wrong = some.filter(({ standing }) => standing.isFalse)
  return { count: some.length, first: some[0]?.id ?? null, wrong: wrong.length, firstWrong: wrong[0]?.id ?? null }
}
