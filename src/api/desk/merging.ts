import type { Action } from '../../policy.ts'
import { MergeDecision, MergeInto, PairFilters, SeveralAsked, SeveralDecision } from '../../merging/schema.ts'
import type { Operation } from '../../web/operation.ts'
import { changes, reads } from '../operation.ts'

const several = { body: SeveralDecision, example: { survivorId: 2, seen: ['2.1', '3.1', '5.4'] } }
const one = { body: MergeDecision, example: { survivorId: 2, revision: 1, survivorRevision: 1 } }

/** Where kinds are merged in the same way: what are probably one or say the same, and merges of two or several. */
const merges = (
  [kind, a]: [kind: string, a: string],
  likely: string,
  may: Action,
  undone = `/${kind}/merges`,
): Operation[] => [
  reads(`GET /${kind}/duplicates`, likely, may, { query: PairFilters }),
  changes(`POST /${kind}/comparisons`, 'Compare those that wait', may),
  changes(`POST /${kind}/duplicates/:id/dismissal`, 'Say that they are two', may),
  changes(`POST /${kind}/duplicates/:id/reopening`, 'Undo that', may),
  reads(`GET /${kind}/merge`, 'What merging several would do', may, { query: SeveralAsked }),
  changes(`POST /${kind}/merge`, `Merge several ${kind} into one`, may, several),
  reads(`GET /${kind}/:id/merge`, 'What a merge would do', may, { query: MergeInto }),
  changes(`POST /${kind}/:id/merge`, `Merge a ${a} into another`, may, one),
  changes(`POST ${undone}/:id/undo`, `Undo a merge of ${kind}`, may),
]

/** Claims, sources and topics made one, and that undone. */
export const merging = [
  ...merges(['claims', 'claim'], 'Claims that probably say the same', 'edit claims'),
  ...merges(['sources', 'source'], 'Sources that are probably one', 'edit sources', '/merges'),
  ...merges(['topics', 'topic'], 'Topics that are probably one', 'edit topics'),
]
