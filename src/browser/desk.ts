import { arrangeSteps } from './arrange-steps.ts'
import { checking } from './check.ts'
import { closeDisclosures } from './disclosures.ts'
import { focusMark } from './chosen.ts'
import { showRail } from './rail.ts'
import { leaveForm, openPanel } from './panel.ts'
import { decideSuggestions } from './decide-suggestions.ts'
import { suggestionMarks } from './suggestion-marks.ts'
import { stepFiller } from './fill-step.ts'
import { formSteps } from './form-steps.ts'
import { mentionColleagues } from './mention-colleagues.ts'
import { pasteFormatted } from './paste-formatted.ts'
import { quoteInNote } from './quote-in-note.ts'
import { quoteSelection } from './quote-selection.ts'
import { recordOnDesk } from './record-statement.ts'
import { sayChainWhileTyping } from './say-chain.ts'
import { selectionBar } from './selection-bar.ts'
import { showQuoted } from './show-quoted.ts'
import { showKeys } from './show-keys.ts'
import { sourcePickers } from './source-picker.ts'
import { suggestTitle } from './suggest-title.ts'
import { suggestTopics } from './suggest-topics.ts'
import { suggestWords } from './suggest-words.ts'
import { taggingKeys } from './tagging-keys.ts'
import { textCursor } from './text-cursor.ts'
import { verdictForms } from './verdict-form.ts'
import { typedDates } from './typed-dates.ts'
import { watchImport } from './watch-import.ts'
import { watchReading } from './watch-reading.ts'

// Everything here can be done by hand in the same forms; the script only saves typing.
const text = document.querySelector<HTMLElement>('[data-quotable]')
quoteInNote(document)
mentionColleagues(document)
sourcePickers(document)
suggestTopics(document)
suggestTitle(document)
pasteFormatted(document)
suggestWords(document)
typedDates(document)
const steps = formSteps(document)
arrangeSteps(document, steps)
sayChainWhileTyping(document)
verdictForms(document)
checking(document, text)
watchReading(document)
watchImport(document)
showKeys(document)
closeDisclosures(document)
openPanel(document)
if (text) {
  showRail(document, text)
  const cursor = textCursor(text)
  const quoting = quoteSelection(document, text, steps)
  showQuoted(document, text)
  const deciding = decideSuggestions(document, text, steps)
  const fillStep = stepFiller(document, steps, quoting)
  taggingKeys(document, { text, cursor, quoting, fillStep, steps, deciding })
  selectionBar(document, text, steps, quoting, fillStep)
  // Keys are of use at once; what was left, or has to be mended, is gone to first.
  if (location.hash === '' && document.activeElement === document.body) text.focus({ preventScroll: true })
  recordOnDesk(document, steps, (next) => {
    const mark = suggestionMarks(text).find((one) => one.dataset['suggestion'] === next)
    leaveForm(document)
    if (mark) return focusMark(mark)
    // Words left selected would be recorded by the next key.
    document.getSelection()?.removeAllRanges()
    text.focus({ preventScroll: true })
  })
}
