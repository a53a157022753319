import { test } from 'node:test'
import { skipOnServer } from './support/database.ts'
import { killWhileWriting } from './support/lives.ts'

// Each kill comes at another moment. `npm run test:long` has twenty more.
const kills = 6

test(
  `a desk that is killed ${kills} times while it writes keeps every acknowledged document`,
  { skip: skipOnServer },
  (t) => killWhileWriting(t, kills),
)
