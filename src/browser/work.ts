import { listKeys } from './list-keys.ts'
import { tickRanges } from './tick-ranges.ts'

tickRanges(document)
listKeys(document)
