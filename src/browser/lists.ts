import { listKeys } from './page/list-keys.ts'
import { tickRanges } from './page/tick-ranges.ts'

// The heads, the boxes and the form below a list do without it; the script saves ways.
tickRanges(document)
listKeys(document)
