import { z } from 'zod'
import { Naming, Polarity, SourceKind, StatementAct, StatementMode, StatementState } from '../database/client/enums.ts'
import { correction, id, listed, optionalId, revision, ticked, oneOfThese } from '../words/fields.ts'
import { PartialDateField } from '../words/partial-date.ts'
import { isSeen } from '../words/names.ts'
import { defineForm } from '../web/form-kinds.ts'
import { listing } from '../web/listing.ts'
import { firstShown, unwritten } from '../words/asked.ts'

const line = (most: number) => z.string().trim().max(most, `At most ${most} characters`).default('')

/** One step of the chain. An empty one is ignored, so a form may offer more steps than are needed. */
export const HopField = z.object({
  id: unwritten(optionalId),
  naming: z.enum(Naming).default('named'),
  /** A name without visible characters is empty. */
  source: line(200).transform((name) => (isSeen(name) ? name : '')),
  sourceId: unwritten(optionalId),
  sourceKind: z.enum(SourceKind).default('person'),
  /** Their role when they said it; stored if the source is new. */
  role: line(200),
  /** For a described step: readers may know which body the person belongs to. */
  bodyShown: ticked,
  description: line(300),
  anonymityReason: line(500),
  knowledgeBasis: line(500),
  cue: line(200),
  addressee: line(200),
  addresseeSourceId: optionalId,
  place: line(200),
  medium: line(200),
  mediumDocumentId: optionalId,
  said: PartialDateField,
  spokenLanguage: line(35),
  translated: ticked,
  translatedBy: line(200),
  /** The statement it was taken from: its number, or words in it. */
  upstream: line(300),
  upstreamId: optionalId,
})
export type HopField = z.output<typeof HopField>

const hops = z.preprocess(listed, z.array(HopField).max(50, 'At most 50 steps'))

const SpanField = z.object({ start: z.number().int().min(0), end: z.number().int().positive() })

/** A passage of a text: by its words, or by positions. */
export const passageFields = {
  /** The words as published; separate pieces are joined by […]. */
  quote: z.string().trim().max(100_000, 'At most 100,000 characters').default(''),
  /** Where each piece begins, in code points, if known; the server checks each. */
  at: unwritten(
    z
      .string()
      .trim()
      .regex(/^(\d{1,9}(,\d{1,9})*)?$/, 'Offsets are numbers with commas between them')
      .default(''),
  ),
  /** For programs that know the positions, in place of the words. */
  spans: z.array(SpanField).max(100).optional(),
}

const statement = {
  ...passageFields,
  mode: firstShown(z.enum(StatementMode), 'direct'),
  act: z.enum(StatementAct).default('says'),
  polarity: z.enum(Polarity).default('positive'),
  answersId: optionalId,
  /** Record it even if another statement already has the same passage with the same chain. */
  again: ticked,
  /** Still in progress: it is not published with its document. */
  unfinished: ticked,
  hops,
}

export const NewStatement = z.object({
  ...statement,
  claim: line(2000),
  claimId: optionalId,
  /** The suggestion that this was made from. */
  suggestionId: unwritten(optionalId),
})
export type NewStatement = z.output<typeof NewStatement>
export const recordForm = defineForm('record', NewStatement)

export const EditedStatement = z.object({ ...statement, revision, correction })
export type EditedStatement = z.output<typeof EditedStatement>
export const statementForm = defineForm('statement', EditedStatement)

/** A request of an unfinished form: another step, one fewer, another order, or the chain of the statement above. */
export const Arrangement = z.object({
  arrange: z.string().regex(/^(add|first|same|(up|down|remove)\.\d{1,2})$/, 'There is no such button'),
})

export const StatementSearch = z.object({
  q: z.string().trim().max(200).default(''),
  /** The form's own document: a step is taken from another one. */
  elsewhereThan: id.optional(),
})
export type StatementSearch = z.output<typeof StatementSearch>

export const StatementFilters = z.object({
  q: z.string().trim().max(200).default(''),
  mode: oneOfThese(StatementMode),
  act: oneOfThese(StatementAct),
  state: oneOfThese(StatementState),
  ...listing(['newest', 'words', 'speaker', 'document', 'date', 'state']),
})
export type StatementFilters = z.output<typeof StatementFilters>
