import type {
  DatePrecision,
  Naming,
  Polarity,
  PublicationState,
  StatementAct,
  StatementMode,
  StatementState,
  Tone,
  VerdictState,
} from '../database/client/enums.ts'
import { capital, writeHeadline } from '../statements/headline.ts'
import { isSeen } from '../visible/rows.ts'
import { formatDate } from '../words/dates.ts'
import { offer, say } from '../words/labels.ts'
import { quoted } from '../words/quoted.ts'

type Judged = { state: VerdictState; account: string; createdAt: Date; publishedAt: Date | null }
type Rated = { slug: string; meaning: string }
type Checked<V, R> = { verdict: V | null; verdicts: V[]; rating: R }
type Step<V, R> = Checked<V, R> & {
  id: number
  number: number
  who: string
  naming: Naming
  sourcePath: string | null
  cue: string | null
  addressee: string | null
  place: string | null
  when: string | null
  medium: string | null
  translated: boolean
}
type Past<V> = { verdict: V | null }
type Answer = {
  on: string
  isChecked: boolean
  question: string
  axis: string
  towards: string | null
  slug: string
  label: string
}
type Statement<V, R> = Checked<V, R> & {
  id: number
  words: string
  line: string
  mode: StatementMode
  act: StatementAct
  polarity: Polarity
  state: StatementState
  standing: { tone: Tone; told: string; answers: Answer[] }
  steps: Step<V, R>[]
  claims: { rating: R }[]
}
type Document = {
  path: string
  title: string
  state: PublicationState
  publisher: { name: string }
  publishedOn: Date | null
  publishedPrecision: DatePrecision | null
}
type Page<V, R, P> = {
  statement: Statement<V, R>
  document: Document
  /** Every verdict on the statement, and on each of its steps. */
  successions: { whole: P[]; steps: P[][] }
  /** The id of the step that was chosen to be checked by itself. */
  step: number | null
}

/** What a statement's page shows besides the statement itself. */
export function statementPage<V extends Judged, R extends Rated, P extends Past<V>>({
  statement,
  document,
  successions,
  step: chosenId,
}: Page<V, R, P>) {
  const { words, line, verdict, standing, steps } = statement
  const chosen = steps.find(({ id }) => id === chosenId)
  const isPublic = isSeen('statementHere', statement) && isSeen('document', document)
  return {
    isPublic,
    ...headOf(statement, document),
    description: `${line} ${standing.told}`,
    box: boxOf(statement),
    judging: {
      step: chosen,
      about: chosen ? `step-${chosen.id}` : `statement-${statement.id}`,
      current: (chosen ?? statement).verdicts[0] ?? null,
    },
    stances: offer('ClaimStance').map(({ value, label }) => ({ value, label: `${label} it` })),
    citedAs: quoted(words),
    checks: [
      {
        ...checkOf(statement, successions.whole),
        heading: null,
        others: 'Other verdicts on the statement',
        isWhole: true,
      },
      ...steps.map((step, i) => ({
        ...checkOf(step, successions.steps[i] ?? []),
        heading: successions.steps[i]?.length ? `Step ${step.number}: ${step.who}` : null,
        others: `Other verdicts on step ${step.number}`,
        isWhole: false,
      })),
    ],
    /** The verdict to cite it with, the verdicts on its claims, and its name among the annotations. */
    cited: verdict && isSeen('verdictHere', verdict) ? verdict : null,
    found: standing.answers
      .filter(({ on, isChecked }) => on === 'claim' && isChecked)
      .map(({ question, label }) => `${question} ${label}.`)
      .join(' '),
    annotation: isPublic ? `statement-${statement.id}` : undefined,
  }
}

/** Who said what to whom, its kind, and through whom it came: what a reader sees in the first seconds. */
function headOf<V, R>(statement: Statement<V, R>, { publisher, ...document }: Document) {
  const { words, mode, act, polarity, steps } = statement
  const [origin, ...relays] = steps
  return {
    title: writeHeadline({
      origin: origin ? { ...origin, who: origin.who } : null,
      publisher: publisher.name,
      ...{ act, polarity, words },
    }),
    kind: [say('StatementMode', mode), ...(polarity === 'negative' ? [say('Polarity', polarity)] : [])].join(' · '),
    through: throughWhom(origin, relays, { publisher: publisher.name, ...document }),
  }
}

type Piece = { words: string; path?: string | null; isWho?: boolean }

/** Where and when it was said, who passed it on, and where it was printed, with links. */
function throughWhom<V, R>(
  origin: Step<V, R> | undefined,
  relays: Step<V, R>[],
  { publisher, title, path, publishedOn, publishedPrecision }: Omit<Document, 'publisher'> & { publisher: string },
): Piece[][] {
  const said = origin && circumstances(origin)
  const on = publishedOn ? `, ${formatDate(publishedOn, publishedPrecision ?? 'day')}` : ''
  const all: Piece[][] = [
    ...(said ? [[{ words: said }]] : []),
    ...relays.map(({ who, cue, sourcePath }) => [
      { words: 'passed on by ' },
      { words: who, path: sourcePath, isWho: true },
      { words: cue ? ` (${quoted(cue)})` : '' },
    ]),
    [{ words: origin ? `published by ${publisher} in ` : 'in ' }, { words: title, path }, { words: on }],
  ]
  const [first = [], ...others] = all
  return [first.map((piece, i) => (i === 0 ? { ...piece, words: capital(piece.words) } : piece)), ...others]
}

function circumstances<V, R>({ place, when, medium, translated }: Step<V, R>): string {
  const by = medium === 'speech' ? null : medium
  return [place && `in ${place}`, when, by, translated && 'translated'].filter(Boolean).join(', ')
}

/** What a box says besides. */
export type Fact = { term: string; words: string; path: string | null }

/** The box beside the page: both answers with their meanings, and who checked last and when. */
function boxOf<V extends Judged, R extends Rated>({ standing, rating, verdict, steps, claims }: Statement<V, R>) {
  const all = [rating, ...steps.map((step) => step.rating), ...claims.map((claim) => claim.rating)]
  return {
    tone: standing.tone,
    rows: standing.answers.map(({ axis, towards, label, slug }) => ({
      axis: towards ?? axis,
      label,
      meaning: all.find((one) => one.slug === slug)?.meaning ?? '',
    })),
    more: [] as Fact[],
    by: verdict && { who: verdict.account, on: verdict.publishedAt ?? verdict.createdAt },
  }
}

/** The check of the whole or of a step: its verdict, what readers see while that is a draft, and all others. */
function checkOf<V extends Judged, R, P extends Past<V>>(
  { verdict, verdicts, rating }: Checked<V, R>,
  succession: P[],
) {
  const seen = verdicts.find((each) => isSeen('verdictHere', each))
  return {
    verdict,
    rating,
    meanwhile: verdict?.state === 'draft' ? (seen ?? null) : null,
    past: succession.filter((past) => past.verdict === null || past.verdict !== verdict),
  }
}
