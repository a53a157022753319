import { shareOf } from '../embeds/share.ts'
import { sourceFields } from '../sources/own-fields.ts'
import { chainRows } from '../statements/chain-rows.ts'
import { nestPieces } from '../statements/nested.ts'
import { sayChain } from '../statements/form-chain.ts'
import { countFilled, fieldOf, spareRows, isOffered } from '../web/field.ts'
import { presentCheck } from '../checking/presentation.ts'
import { isReplyBegun, presentEvidence, presentScale } from '../verdicts/presentation.ts'
import { foldEvents } from '../history/fold.ts'
import { mostEvidence } from '../verdicts/schema.ts'
import { drawnTone } from '../findings/standing.ts'
import { isSeen, tellsState, wasCorrected } from '../visible/rows.ts'
import { presentWork } from '../work/presentation.ts'
import { mainLinks } from './main-links.ts'
import { checkingAgain } from '../words/again.ts'
import * as dates from '../words/dates.ts'
import { deskKeys } from '../words/desk-keys.ts'
import { fieldLabel } from '../words/field-labels.ts'
import { directionOf } from '../words/direction.ts'
import { initialsOf } from '../words/names.ts'
import * as kinds from '../words/kinds.ts'
import * as labels from '../words/labels.ts'
import { sayIfIso, sayUnderstood } from '../words/typed-date.ts'
import { quoted, quotedPieces } from '../words/quoted.ts'

/** The functions that every view may call, by name. */
export const helpers = {
  ...dates,
  ...labels,
  ...kinds,
  checkingAgain,
  countFilled,
  deskKeys,
  directionOf,
  fieldLabel,
  fieldOf,
  initialsOf,
  isOffered,
  mainLinks,
  presentWork,
  chainRows,
  nestPieces,
  foldEvents,
  quoted,
  quotedPieces,
  sayChain,
  sayIfIso,
  sayUnderstood,
  sourceFields,
  spareRows,
  shareOf,
  mostEvidence,
  isReplyBegun,
  presentCheck,
  presentEvidence,
  presentScale,
  drawnTone,
  isSeen,
  tellsState,
  wasCorrected,
}
