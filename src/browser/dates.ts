import { typedDates } from './typing/typed-dates.ts'

typedDates(document)
