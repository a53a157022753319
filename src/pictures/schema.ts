import { z } from 'zod'

/** "?download", with any value, saves the file instead of showing it. */
export const Download = z.object({
  download: z
    .unknown()
    .optional()
    .transform((value) => value !== undefined),
})
