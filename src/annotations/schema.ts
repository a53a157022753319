import { z } from 'zod'

/** What may stand behind "/annotations/?". */
export const ContainerQuery = z.object({
  /** 1: pages list addresses only; 0: whole annotations. */
  iris: z.enum(['0', '1'], 'Say 0 for whole annotations, 1 for their addresses only').optional(),
  page: z.coerce.number('Say which page, from 0').int().min(0, 'Pages are counted from 0').max(10_000_000).optional(),
  target: z.string('Name one address').min(1, 'Name the address that is annotated').max(2000).optional(),
  exact: z.string('Give one passage').min(1, 'Give the words that are quoted').max(20_000).optional(),
})
export type ContainerQuery = z.infer<typeof ContainerQuery>
