import { arrangeSteps } from './tagging/arrange-steps.ts'
import { checking } from './checking/check.ts'
import { closeDisclosures } from './page/disclosures.ts'
import { focusMark } from './desk/chosen.ts'
import { showRail } from './desk/rail.ts'
import { leaveForm, openPanel } from './desk/panel.ts'
import { decideSuggestions } from './desk/decide-suggestions.ts'
import { suggestionMarks } from './desk/suggestion-marks.ts'
import { stepFiller } from './tagging/fill-step.ts'
import { formSteps } from './tagging/form-steps.ts'
import { mentionColleagues } from './typing/mention-colleagues.ts'
import { pasteFormatted } from './typing/paste-formatted.ts'
import { quoteInNote } from './typing/quote-in-note.ts'
import { quoteSelection } from './tagging/quote-selection.ts'
import { recordOnDesk } from './tagging/record-statement.ts'
import { sayChainWhileTyping } from './tagging/say-chain.ts'
import { selectionBar } from './tagging/selection-bar.ts'
import { showQuoted } from './tagging/show-quoted.ts'
import { showKeys } from './page/show-keys.ts'
import { sourcePickers } from './typing/source-picker.ts'
import { suggestTitle } from './typing/suggest-title.ts'
import { suggestTopics } from './typing/suggest-topics.ts'
import { suggestWords } from './typing/suggest-words.ts'
import { taggingKeys } from './tagging/tagging-keys.ts'
import { textCursor } from './tagging/text-cursor.ts'
import { verdictForms } from './checking/verdict-form.ts'
import { typedDates } from './typing/typed-dates.ts'
import { watchImport } from './page/watch-import.ts'
import { watchReading } from './desk/watch-reading.ts'

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
