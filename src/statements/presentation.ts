import { writePartialDate } from '../words/partial-date.ts'
import type { ClaimStance, PublicationState, VerdictState } from '../database/client/enums.ts'
import { indexText } from '../anchoring/code-points.ts'
import { paragraphsOf } from '../anchoring/paragraphs.ts'
import { currentVerdict, presentVerdict } from '../findings/queries.ts'
import { type Rating, type Standing, standingOf, unchecked } from '../findings/standing.ts'
import type { Told } from '../recheck/told.ts'
import { isSeen } from '../visible/rows.ts'
import { claimPath, documentPath, sourcePath, statementPath } from '../words/addresses.ts'
import { formatDate, formatLanguage } from '../words/dates.ts'
import { foldChain, type Step, unnamed, writeChain } from './chain-sentence.ts'
import { type Covered, type Segment, segments } from './highlights.ts'
import type { StatementLineRow, StatementRow } from './queries.ts'
import { signPassages } from './signs.ts'

type HopRow = StatementRow['hops'][number]
/** The parts of a step that a list's row shows. */
type ToldHop = Pick<
  HopRow,
  'naming' | 'description' | 'cue' | 'addressee' | 'place' | 'medium' | 'saidOn' | 'saidPrecision' | 'translated'
> & { source: { name: string } | null; addresseeSource: { name: string } | null }

type Publisher = { name: string; path: string; title: string }

/** How much of a thing the user may see. */
export type Sight = { seesDrafts: boolean }

export type Statement = ReturnType<typeof presentStatement>
export type StatementLine = ReturnType<typeof presentInList>
export type ToldLine = ReturnType<typeof presentTold>

/** A statement as its card and its page show it. */
export function presentStatement(row: StatementRow, publisher: Publisher, sight: Sight) {
  const verdicts = row.verdicts.map(presentVerdict)
  const verdict = currentVerdict(verdicts)
  const steps = row.hops.map((hop, i) => presentHop(hop, i, sight))
  return {
    ...row,
    path: statementPath(row),
    answers: showElsewhere(row.answers, sight),
    hops: undefined,
    steps,
    publisher,
    line: chainSentence(row.hops, publisher.name),
    verdict,
    verdicts,
    rating: ratingOf(verdict),
    standing: standingOfRow(row),
    claims: row.claims.map(({ stance, claim }) => {
      const found = claim.verdicts.map(presentVerdict)
      const current = currentVerdict(found)
      return { stance, ...claim, path: claimPath(claim), verdicts: found, verdict: current, rating: ratingOf(current) }
    }),
  }
}

/** A statement as a row of a list shows it. */
export function presentInList(row: StatementLineRow) {
  const { document } = row.version
  const { id, words, mode, act, polarity, state } = row
  const [first] = row.hops
  return {
    id,
    words,
    mode,
    act,
    polarity,
    state,
    path: statementPath(row),
    line: chainSentence(row.hops, document.publisher.name),
    rating: ratingOf(currentVerdict(row.verdicts)),
    standing: standingOfRow(row),
    speaker: first ? speakerOf(first) : { ...document.publisher, wikidataId: null },
    saidOn: sayWhen(row.hops),
    dated: dateOf(row),
    document: { ...document, path: documentPath(document) },
  }
}

/** The same with whether it is being checked again, for lists that people read. */
export function presentTold({ checkedAgain, ...row }: StatementLineRow & Told) {
  return { ...presentInList(row), checkedAgain }
}

/** The first speaker, if named. */
function speakerOf({ naming, source }: StatementLineRow['hops'][number]) {
  return naming === 'named' ? source : null
}

/** Whether a step counts as this source's: what unnamed people of a body said is never its own words. */
export function isNamedIn(hop: StatementLineRow['hops'][number] | undefined, sourceId: number): boolean {
  return hop !== undefined && speakerOf(hop)?.id === sourceId
}

type Dated = Pick<StatementLineRow['hops'][number], 'saidOn' | 'saidPrecision'>

/** When it was said, if the chain says so: "2021-10" where only the month is known. */
function sayWhen(hops: Dated[]): string | null {
  const first = hops.find(({ saidOn }) => saidOn !== null)
  return first?.saidOn && first.saidPrecision ? writePartialDate(first.saidOn, first.saidPrecision) : null
}

/** When it was said, if that is known; otherwise when it was published, which is no earlier. */
function dateOf({ hops, version }: StatementLineRow) {
  const first = hops.find(({ saidOn }) => saidOn !== null)
  if (first?.saidOn && first.saidPrecision) return { on: first.saidOn, precision: first.saidPrecision, isSaid: true }
  const { publishedOn, publishedPrecision } = version.document
  return publishedOn && publishedPrecision ? { on: publishedOn, precision: publishedPrecision, isSaid: false } : null
}

/** The whole chain as one sentence, from the origin outwards. */
export function chainSentence(hops: ToldHop[], publisher: string): string {
  return writeChain(hops.map(stepOf), publisher)
}

/** The chain for a row of a list. */
export function foldedChain(hops: ToldHop[]): string {
  return foldChain(hops.map(stepOf))
}

function stepOf(hop: ToldHop): Step {
  const { cue, place, medium, translated, saidOn, saidPrecision } = hop
  const date = saidOn && saidPrecision && formatDate(saidOn, saidPrecision)
  const when = date && `${saidPrecision === 'day' ? 'on' : 'in'} ${date}`
  const addressee = hop.addresseeSource?.name ?? hop.addressee
  // Speaking is the default; only another medium is worth mentioning.
  return { who: nameOf(hop), cue, addressee, place, when, medium: medium === 'speech' ? null : medium, translated }
}

/** The name or description of a step's person; null if they are not stated. */
export function nameOf(hop: Pick<ToldHop, 'naming' | 'description' | 'source'>): string | null {
  if (hop.naming === 'unstated') return null
  return (hop.naming === 'described' ? hop.description : hop.source?.name) ?? null
}

function presentHop(hop: HopRow, i: number, sight: Sight) {
  const verdicts = hop.verdicts.map(presentVerdict)
  const verdict = currentVerdict(verdicts)
  return {
    id: hop.id,
    number: i + 1,
    who: nameOf(hop) ?? unnamed,
    naming: hop.naming,
    ...showSource(hop, sight),
    cue: hop.cue,
    addressee: hop.addresseeSource?.name ?? hop.addressee,
    addresseePath: showAddressee(hop.addresseeSource, sight),
    place: hop.place,
    saidOn: sayWhen([hop]),
    when: hop.saidOn && hop.saidPrecision ? formatDate(hop.saidOn, hop.saidPrecision) : null,
    medium: hop.medium,
    mediumDocument: showDocument(hop.mediumDocument, sight),
    anonymityReason: hop.anonymityReason,
    knowledgeBasis: hop.knowledgeBasis,
    spokenLanguage: hop.spokenLanguage && formatLanguage(hop.spokenLanguage),
    translated: hop.translated,
    translatedBy: hop.translatedBy,
    upstream: showElsewhere(hop.upstream, sight),
    verdicts,
    verdict,
    rating: ratingOf(verdict),
  }
}

/** A described person's identity is never shown here; their body is shown to readers if an editor chose so. */
export function showSource(
  { naming, bodyShown, source }: Pick<HopRow, 'naming' | 'bodyShown' | 'source'>,
  { seesDrafts }: Sight,
) {
  if (!source || naming !== 'described')
    return { kind: source?.kind ?? null, sourcePath: source && sourcePath(source), body: null }
  const isTold = bodyShown && isSeen('body', source)
  const { name } = source
  const body = isTold || seesDrafts ? { name, path: sourcePath(source), isTold } : null
  return { kind: null, sourcePath: null, body }
}

/**
 * An addressee has the name that the text uses; readers get a link only if they may see that source for another reason.
 */
function showAddressee(source: HopRow['addresseeSource'], { seesDrafts }: Sight): string | null {
  return source && (seesDrafts || isSeen('source', source)) ? sourcePath(source) : null
}

/** To-one relations can't be filtered in a query, so links to something unpublished are left out here. */
function showElsewhere(row: HopRow['upstream'], { seesDrafts }: Sight) {
  if (!row) return null
  const { document } = row.version
  if (!(seesDrafts || isSeen('statement', row))) return null
  const { id, title } = document
  return {
    id: row.id,
    words: row.words,
    path: statementPath(row),
    document: { id, title, path: documentPath(document) },
  }
}

function showDocument(row: HopRow['mediumDocument'], { seesDrafts }: Sight) {
  if (!row || !(seesDrafts || isSeen('document', row))) return null
  return { id: row.id, title: row.title, path: documentPath(row) }
}

type Held = { state: VerdictState; rating: Rating }
type JudgedRow = {
  verdicts: Held[]
  hops: { verdicts: Held[] }[]
  claims: { stance: ClaimStance; claim: { state: PublicationState; verdicts: Held[] } }[]
}

/** From the verdicts already read for the user: those that hold, without those on withdrawn claims. */
export function standingOfRow({ verdicts, hops, claims }: JudgedRow): Standing {
  const held = (all: Held[]) => currentVerdict(all)?.rating ?? null
  return standingOf({
    said: held(verdicts),
    steps: hops.map((hop, i) => ({ number: i + 1, rating: held(hop.verdicts) })),
    claims: claims
      .filter(({ claim }) => claim.state !== 'withdrawn')
      .map(({ stance, claim }) => ({ stance, rating: held(claim.verdicts) })),
  })
}

function ratingOf(verdict: { rating: Rating } | null): Rating {
  return verdict?.rating ?? unchecked
}

/** A paragraph divided where highlights begin and end; each piece knows the statement that its link opens. */
export type Paragraph = ReturnType<typeof cutParagraphs>[number]

type Highlighted = {
  id: number
  spans: { start: number; end: number }[]
  standing: Standing
  state: string
  /** The page that has its card, if it is another one. */
  page?: string | undefined
}

/**
 * `text` is the whole text, or the part that begins at `from`; positions count from the beginning of the whole text.
 */
export function cutParagraphs(text: string, statements: Highlighted[], from = 0) {
  const index = indexText(text)
  const stretches: Covered[] = statements.flatMap(({ id, spans }) =>
    spans.map((span) => ({ ...span, statementId: id })),
  )
  const byId = new Map(statements.map((statement) => [statement.id, statement]))
  const signs = signPassages(statements)
  const lastEnd = new Map(statements.map(({ id, spans }) => [id, spans.at(-1)?.end]))

  const paragraphs = paragraphsOf(text).map(({ start, end }) => ({
    start: from + start,
    pieces: segments(from + start, from + end, stretches),
  }))
  const firstMarks = findFirstMarks(paragraphs.flatMap(({ pieces }) => pieces))
  const wordsOf = ({ start, end }: Segment) => index.slice(start - from, end - from)
  const openers = findOpeners(
    paragraphs.flatMap(({ pieces }) => pieces),
    (piece) => hasWords(wordsOf(piece)),
  )

  return paragraphs.map(({ start, pieces }) => ({
    start,
    pieces: pieces.map((segment) => {
      const [first] = segment.statementIds
      const statement = first === undefined ? undefined : byId.get(first)
      return {
        start: segment.start,
        text: wordsOf(segment),
        /** Only the quotation mark or full stop that a shorter passage left of this one: no link of its own. */
        isRest: statement !== undefined && !openers.has(segment),
        statementIds: segment.statementIds,
        opens: statement && {
          id: statement.id,
          tone: statement.standing.tone,
          words: signs.get(statement.id)?.words ?? statement.standing.told,
          state: statement.state,
          page: statement.page,
        },
        isFirst: first !== undefined && firstMarks.get(first) === segment,
        /** The statements whose cards link back to here. */
        leadsBack: segment.statementIds.filter((id) => firstMarks.get(id) === segment),
        /** The statements that end here: their mark follows. */
        ending: segment.statementIds.flatMap((id) => {
          const sign = lastEnd.get(id) === segment.end ? signs.get(id) : undefined
          return sign ? [{ id, ...sign }] : []
        }),
      }
    }),
  }))
}

/** The pieces that link to their statement: those with words in them, or the first if it has none with words. */
function findOpeners(pieces: Segment[], isWorded: (piece: Segment) => boolean): Set<Segment> {
  const byStatement = Map.groupBy(pieces, ({ statementIds }) => statementIds[0])
  return new Set(
    [...byStatement.values()].flatMap((own) => {
      const worded = own.filter(isWorded)
      return worded.length > 0 ? worded : own.slice(0, 1)
    }),
  )
}

function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}

/** The first piece that opens each statement, or the first of its words if shorter statements cover them all. */
function findFirstMarks(pieces: Segment[]): Map<number, Segment> {
  const marks = new Map<number, Segment>()
  const backwards = pieces.toReversed()
  for (const piece of backwards) for (const id of piece.statementIds) marks.set(id, piece)
  for (const piece of backwards) for (const id of piece.statementIds.slice(0, 1)) marks.set(id, piece)
  return marks
}
