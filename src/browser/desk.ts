import { addHops } from './add-hops.ts'
import { decideSuggestions } from './decide-suggestions.ts'
import { quoteSelection } from './quote-selection.ts'
import { showKeys } from './show-keys.ts'
import { suggestClaims } from './suggest-claims.ts'
import { suggestSources } from './suggest-sources.ts'
import { suggestTopics } from './suggest-topics.ts'
import { watchReading } from './watch-reading.ts'

// Everything here can be done by hand in the same forms; the script only saves typing.
quoteSelection(document)
suggestSources(document)
suggestClaims(document)
suggestTopics(document)
addHops(document)
decideSuggestions(document)
watchReading(document)
showKeys(document)
