import { checking } from './checking.ts'
import { claims } from './claims.ts'
import { documents } from './documents.ts'
import { importing } from './importing.ts'
import { merging } from './merging.ts'
import { notes } from './notes.ts'
import { sourcesAndTopics } from './sources.ts'
import { statements } from './statements.ts'
import { suggestions } from './suggestions.ts'
import { work } from './work.ts'

/** What the newsroom's programs can do, each with a token of an account that may. */
export const forTheDesk = [
  ...importing,
  ...documents,
  ...suggestions,
  ...statements,
  ...claims,
  ...checking,
  ...sourcesAndTopics,
  ...merging,
  ...notes,
  ...work,
]
