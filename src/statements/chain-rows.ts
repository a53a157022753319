import { say } from '../words/labels.ts'
import { quoted } from '../words/quoted.ts'
import { takesListener } from './chain-sentence.ts'
import type { Statement } from './presentation.ts'

type Step = Statement['steps'][number]
/** Some words of a fact, which may lead somewhere; `isElsewhere` off this site. */
type Piece = { words: string; path?: string | null; isElsewhere?: boolean }
type Fact = Piece[]

/**
 * A chain as it reads down a page: one row a step, with its own verdict only where that differs from the statement's. Of
 * an only step that nobody checked by itself the statement's verdict is the answer.
 */
export function chainRows({ steps, rating, standing }: Pick<Statement, 'steps' | 'rating' | 'standing'>) {
  const isAnswered = (step: Step) => steps.length === 1 && step.verdict === null
  return steps.map((step) => ({
    id: step.id,
    number: step.number,
    who: step.who,
    path: step.sourcePath,
    isUnnamed: step.naming !== 'named',
    cue: step.cue,
    to: step.addressee && { before: step.cue && takesListener.test(step.cue) ? '' : 'to ', name: step.addressee },
    toPath: step.addresseePath,
    when: step.when,
    /** What was found of this step alone; null where nobody checked it. */
    found: step.verdict ? step.rating : null,
    facts: [...factsOf(step), ...evidenceOf(step)],
    differs: isAnswered(step) || step.rating.slug === rating.slug ? null : { rating: step.rating, beside: standing },
  }))
}

function factsOf(step: Step): Fact[] {
  const { naming, anonymityReason, body, knowledgeBasis, place, when, medium, mediumDocument, upstream } = step
  const why = anonymityReason ? `: ${anonymityReason}` : ''
  return [
    naming === 'described' && [{ words: `${say('Naming', 'described')}${why}` }],
    naming === 'unstated' && [{ words: `Who it was is not stated${why}` }],
    body && [
      { words: 'Of which body: ' },
      { words: body.name, path: body.path },
      ...(body.isTold ? [] : [{ words: ' (not shown to readers)' }]),
    ],
    knowledgeBasis && [{ words: `How they know: ${knowledgeBasis}` }],
    place && [{ words: `in ${place}` }],
    when && [{ words: when }],
    (medium ?? mediumDocument) && [
      ...(medium ? [{ words: medium }] : []),
      ...(medium && mediumDocument ? [{ words: ': ' }] : []),
      ...(mediumDocument ? [{ words: mediumDocument.title, path: mediumDocument.path }] : []),
    ],
    tellLanguage(step),
    upstream && [
      { words: 'taken from ' },
      { words: quoted(upstream.words), path: upstream.path },
      { words: ' in ' },
      { words: upstream.document.title, path: upstream.document.path },
    ],
  ].filter((fact): fact is Fact => Boolean(fact))
}

function tellLanguage({ spokenLanguage, translated, translatedBy }: Step): Fact | null {
  const parts = [spokenLanguage && `in ${spokenLanguage}`, translated && tellTranslated(translatedBy)].filter(Boolean)
  return parts.length > 0 ? [{ words: parts.join(', ') }] : null
}

function tellTranslated(by: string | null): string {
  return by ? `translated by ${by}` : 'translated'
}

function evidenceOf({ verdict }: Step): Fact[] {
  return (verdict?.evidence ?? []).map(({ title, document, url, stance }) => [
    { words: 'Evidence: ' },
    document
      ? { words: title || document.title, path: document.path }
      : { words: title || url || '', path: url, isElsewhere: true },
    { words: ` (${say('EvidenceStance', stance)})` },
  ])
}
