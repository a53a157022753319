import type { Organization, Person } from 'schema-dts'
import type { Desk } from '../config.ts'
import type { SourceKind } from '../database/client/enums.ts'
import { sourcePath } from '../words/addresses.ts'

type Told = { id: number; name: string; kind: SourceKind; wikidataId?: string | null }

const types = {
  organisation: 'Organization',
  outlet: 'NewsMediaOrganization',
  government: 'GovernmentOrganization',
  group: 'Organization',
  document: 'Organization',
} as const

/** A person or body in schema.org's vocabulary. */
export function describeSource({ baseUrl }: Desk, { id, name, kind, wikidataId }: Told): Person | Organization {
  const about = {
    '@id': `${baseUrl}/sources/${id}`,
    name,
    url: encodeURI(baseUrl + sourcePath({ id, name })),
    ...(wikidataId && { sameAs: `http://www.wikidata.org/entity/${wikidataId}` }),
  }
  return kind === 'person' ? { '@type': 'Person', ...about } : { '@type': types[kind], ...about }
}

/** The newsroom itself, as the author of verdicts. */
export function describeNewsroom({ baseUrl, newsroom }: Desk): Organization {
  return { '@type': 'NewsMediaOrganization', '@id': `${baseUrl}/`, name: newsroom, url: `${baseUrl}/` }
}
