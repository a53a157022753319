/*
 * The terms of schema.org that the desk uses, as in its own context (https://schema.org/docs/jsonldcontext.jsonld). A
 * test that expands the desk's data refuses any other term. Nothing is fetched from the network.
 */

const iri = (...names: string[]) =>
  Object.fromEntries(names.map((name) => [name, { '@id': `schema:${name}`, '@type': '@id' }]))
const date = (...names: string[]) =>
  Object.fromEntries(names.map((name) => [name, { '@id': `schema:${name}`, '@type': 'schema:Date' }]))
const plain = (...names: string[]) => Object.fromEntries(names.map((name) => [name, { '@id': `schema:${name}` }]))

export const schemaOrg = {
  '@context': {
    schema: 'http://schema.org/',
    ...plain(
      'ClaimReview',
      'Claim',
      'Rating',
      'Quotation',
      'CreativeWork',
      'NewsArticle',
      'Report',
      'SocialMediaPosting',
    ),
    ...plain('Person', 'Organization', 'NewsMediaOrganization', 'GovernmentOrganization'),
    ...plain('name', 'headline', 'text', 'description', 'inLanguage', 'claimReviewed', 'reviewBody', 'reviewRating'),
    ...plain('alternateName', 'ratingValue', 'bestRating', 'worstRating', 'ratingExplanation', 'itemReviewed'),
    ...plain('author', 'creator', 'publisher', 'appearance', 'firstAppearance', 'isPartOf'),
    ...iri('url', 'sameAs'),
    ...date('datePublished', 'dateModified', 'dateCreated'),
  },
}
