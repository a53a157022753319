import { listKeys } from './page/list-keys.ts'
import { tickRanges } from './page/tick-ranges.ts'

tickRanges(document)
listKeys(document)
