import { addHops } from './add-hops.ts'
import { quoteSelection } from './quote-selection.ts'
import { suggestClaims } from './suggest-claims.ts'
import { suggestSources } from './suggest-sources.ts'

// Everything here can be done by hand in the same form; the script only saves typing.
quoteSelection(document)
suggestSources(document)
suggestClaims(document)
addHops(document)
