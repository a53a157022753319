import type { Organization, Person, WithContext } from 'schema-dts'
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
export function describeSource(
  { baseUrl }: Desk,
  { id, name, kind, wikidataId }: Told,
): Exclude<Person | Organization, string> {
  const about = {
    '@id': `${baseUrl}/sources/${id}`,
    name,
    url: encodeURI(baseUrl + sourcePath({ id, name })),
    ...(wikidataId && { sameAs: `http://www.wikidata.org/entity/${wikidataId}` }),
  }
  return kind === 'person' ? { '@type': 'Person', ...about } : { '@type': types[kind], ...about }
}

type Known = Told & {
  description: string | null
  aliases: { name: string }[]
  roles: { title: string }[]
  affiliations: { body: { id: number; name: string } }[]
}

/** The page of a source: also its other names, roles and affiliations. */
export function describeSourcePage(desk: Desk, source: Known): WithContext<Person | Organization> {
  const { description, aliases, roles, affiliations } = source
  return {
    '@context': 'https://schema.org',
    ...describeSource(desk, source),
    ...(description !== null && { description }),
    ...(aliases.length > 0 && { alternateName: aliases.map(({ name }) => name) }),
    // What only people have in schema.org.
    ...(source.kind === 'person' && roles.length > 0 && { jobTitle: roles.map(({ title }) => title) }),
    ...(source.kind === 'person' &&
      affiliations.length > 0 && {
        affiliation: affiliations.map(({ body }) => ({
          '@type': 'Organization' as const,
          '@id': `${desk.baseUrl}/sources/${body.id}`,
          name: body.name,
        })),
      }),
  }
}

/** The newsroom itself, as the author of verdicts. */
export function describeNewsroom({ baseUrl, newsroom }: Desk): Organization {
  return { '@type': 'NewsMediaOrganization', '@id': `${baseUrl}/`, name: newsroom, url: `${baseUrl}/` }
}
