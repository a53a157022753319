import { sayOwn } from '../sources/own-fields.ts'

/** What a source's page shows besides the source itself. */
export function sourcePage<S extends { part: string }>(source: Parameters<typeof sayOwn>[0] & { statements: S[] }) {
  const statements = (part: string) => source.statements.filter((statement) => statement.part === part)
  return {
    belowName: sayOwn(source, 'below the name')
      .flatMap(({ value }) => value ?? [])
      .join(' · '),
    own: sayOwn(source, 'in a row').filter(({ value }) => value !== null),
    parts: [
      {
        id: 'said',
        heading: 'What they are quoted as saying',
        empty: 'No statement here begins with them.',
        statements: statements('said'),
      },
      {
        id: 'passedOn',
        heading: 'What they passed on',
        empty: 'No statement here was passed on by them.',
        statements: statements('passedOn'),
      },
    ].filter(({ id, statements }) => id === 'said' || statements.length > 0),
  }
}
