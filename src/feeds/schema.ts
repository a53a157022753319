import { z } from 'zod'
import { id } from '../words/fields.ts'

export const FeedQuery = z.object({ before: id.optional() })
