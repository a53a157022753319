import { z } from 'zod'

const most = z.coerce.number('a number of pixels').int().positive().optional()

/** The parameters that another site sends, by the oEmbed specification. */
export const OembedQuery = z.object({
  url: z.string('give the address of a claim').min(1, 'give the address of a claim').max(2000),
  maxwidth: most,
  maxheight: most,
  /** WordPress asks each site not to track. The frame never does, so there is nothing to turn off. */
  dnt: z.string().max(50).optional(),
  format: z.string().max(50).default('json'),
})
export type OembedQuery = z.output<typeof OembedQuery>
