import type { DefinedTerm, WithContext } from 'schema-dts'
import type { Desk } from '../config.ts'
import { claimPath, topicPath } from '../words/addresses.ts'

type Told = { id: number; name: string; description: string | null; aliases: { name: string }[] }

/** A topic in schema.org's vocabulary, with the claims about it that its page lists. */
export function describeTopic(
  { baseUrl }: Desk,
  { id, name, description, aliases }: Told,
  claims: { id: number; sentence: string }[],
): WithContext<DefinedTerm> {
  return {
    '@context': 'https://schema.org',
    '@type': 'DefinedTerm',
    '@id': `${baseUrl}/topics/${id}`,
    url: encodeURI(baseUrl + topicPath({ id, name })),
    name,
    ...(description !== null && { description }),
    ...(aliases.length > 0 && { alternateName: aliases.map((alias) => alias.name) }),
    ...(claims.length > 0 && {
      subjectOf: claims.map((claim) => ({
        '@type': 'Claim' as const,
        '@id': `${baseUrl}/claims/${claim.id}`,
        url: encodeURI(baseUrl + claimPath(claim)),
        text: claim.sentence,
      })),
    }),
  }
}
