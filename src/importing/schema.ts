import { z } from 'zod'
import { optionalId, ticked } from '../words/fields.ts'
import { firstShown, unwritten } from '../words/asked.ts'
import { defineForm } from '../web/form-kinds.ts'

/** How each of many is answered for what the import of one asks. */
const answers = {
  /** Mend damage that most texts with it want mended. */
  mend: ticked.default(false),
  /** Store another text at a known address as a new version. */
  newVersions: ticked.default(false),
}

/** Addresses to import, one to a line; files come beside them. */
export const ImportAsk = z.object({
  addresses: z
    .union([z.array(z.string().max(2000, 'Each address has at most 2,000 characters')), z.string()])
    .default('')
    .transform((given) => (Array.isArray(given) ? given.join('\n') : given))
    .pipe(z.string().max(200_000, 'At most 200,000 characters. Send the list as a file')),
  publisher: z.string().trim().max(200, 'At most 200 characters').default(''),
  suggest: firstShown(ticked.default(false), 'true'),
  ...answers,
})
export type ImportAsk = z.output<typeof ImportAsk>
export const importsForm = defineForm('imports', ImportAsk)

/** Which item to try again; without it, all that failed. */
export const RetryAsk = z.object({
  item: unwritten(optionalId),
  /** Store what has a known address as a new version of the document there. */
  asVersion: ticked.default(false),
})

/** A feed to watch. */
export const FeedAsk = z.object({
  address: z
    .string()
    .trim()
    .max(2000, 'At most 2,000 characters')
    .refine((url) => /^https?:\/\//i.test(url) && URL.canParse(url), 'Copy the whole address, beginning with https://'),
  publisher: z.string().trim().max(200, 'At most 200 characters').default(''),
  suggest: firstShown(ticked.default(false), 'true'),
  ...answers,
})
export type FeedAsk = z.output<typeof FeedAsk>
export const feedForm = defineForm('feed', FeedAsk)
