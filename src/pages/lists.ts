import type { Request } from 'express'
import type { DocumentFilters } from '../documents/schema.ts'
import type { ClaimFilters } from '../claims/schema.ts'
import type { StatementFilters } from '../statements/schema.ts'
import { permit } from '../web/answer.ts'
import type { Column } from '../web/listing.ts'

/* The columns of the lists, as readers and as the newsroom see them. */

const statements = { label: 'Statements', sort: 'statements', isFalling: true, size: 'number' } as const
const state = { label: 'State', sort: 'state', size: 'state' } as const
const assignee = { label: 'Assignee', sort: 'assignee', size: 'name', isWideOnly: true } as const

export const columns = {
  documents: columnsOf<DocumentFilters>(
    [
      { label: 'Title', sort: 'title' },
      { label: 'Publisher', sort: 'publisher', size: 'name' },
      { label: 'Date', sort: 'date', isFalling: true, size: 'date' },
      statements,
    ],
    [
      { label: 'Undecided', sort: 'undecided', isFalling: true, size: 'number', isWideOnly: true },
      { label: 'To check', sort: 'unchecked', isFalling: true, size: 'number' },
      assignee,
      state,
    ],
  ),
  statements: columnsOf<StatementFilters>(
    [
      { label: 'Statement', sort: 'words' },
      { label: 'Who', sort: 'speaker', size: 'about', isWideOnly: true },
      { label: 'Found', size: 'found' },
      { label: 'Document', sort: 'document', size: 'name' },
      { label: 'Date', sort: 'date', isFalling: true, size: 'date', isWideOnly: true },
    ],
    [{ label: 'State', sort: 'state', size: 'readiness' }],
  ),
  claims: columnsOf<ClaimFilters>(
    [
      { label: 'Claim', sort: 'claim' },
      { label: 'Is it true?', sort: 'rating', size: 'rating' },
      statements,
      { label: 'Origins', size: 'about', isWideOnly: true },
    ],
    [assignee, state],
  ),
  sources: [
    { label: 'Name', sort: 'name' },
    { label: 'Kind', sort: 'kind', size: 'kind' },
    { label: 'Description', size: 'about' },
    statements,
  ],
  topics: [
    { label: 'Name', sort: 'name' },
    { label: 'About', size: 'about' },
    { label: 'Claims', sort: 'claims', isFalling: true, size: 'number' },
  ],
} as const

/** What only the newsroom sees sorts nothing for readers. */
function columnsOf<F extends { sort?: string | undefined }>(forAll: readonly Column[], forDesk: readonly Column[]) {
  return (req: Request, { sort }: F): readonly Column[] => {
    if (forDesk.some((column) => column.sort === sort?.replace(/^-/, ''))) permit(req, 'read drafts')
    return req.viewer ? [...forAll, ...forDesk] : forAll
  }
}
