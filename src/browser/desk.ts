import { addHops } from './add-hops.ts'
import { decideSuggestions } from './decide-suggestions.ts'
import { mentionColleagues } from './mention-colleagues.ts'
import { quoteInNote } from './quote-in-note.ts'
import { quoteSelection } from './quote-selection.ts'
import { showKeys } from './show-keys.ts'
import { suggestClaims } from './suggest-claims.ts'
import { suggestSources } from './suggest-sources.ts'
import { watchReading } from './watch-reading.ts'

// Everything here can be done by hand in the same forms; the script only saves typing.
quoteSelection(document)
quoteInNote(document)
mentionColleagues(document)
suggestSources(document)
suggestClaims(document)
addHops(document)
decideSuggestions(document)
watchReading(document)
showKeys(document)
