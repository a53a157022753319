import { typedDates } from './typed-dates.ts'

typedDates(document)
