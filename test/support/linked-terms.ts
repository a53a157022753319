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
    ...plain('Episode', 'DefinedTerm', 'DataFeed', 'DataFeedItem'),
    ...plain('Person', 'Organization', 'NewsMediaOrganization', 'GovernmentOrganization'),
    ...plain('name', 'headline', 'text', 'description', 'inLanguage', 'claimReviewed', 'reviewBody', 'reviewRating'),
    ...plain('alternateName', 'ratingValue', 'bestRating', 'worstRating', 'ratingExplanation', 'itemReviewed'),
    ...plain('author', 'creator', 'publisher', 'appearance', 'firstAppearance', 'isPartOf'),
    ...plain('jobTitle', 'affiliation', 'subjectOf', 'dataFeedElement', 'item'),
    ...iri('url', 'sameAs'),
    ...date('datePublished', 'dateModified', 'dateCreated'),
  },
}

/*
 * Which properties each type has, of those that the desk uses: by schema.org's own definitions, with what it inherits
 * from Thing and CreativeWork, and by the domains of PROV-O. Written down by hand.
 */

const thing = ['name', 'url', 'sameAs', 'description', 'alternateName', 'subjectOf']
const work = [
  ...thing,
  ...['headline', 'text', 'inLanguage', 'author', 'creator', 'publisher', 'isPartOf'],
  ...['datePublished', 'dateModified', 'dateCreated'],
]
const person = [...thing, 'jobTitle', 'affiliation']
const review = [...work, 'itemReviewed', 'reviewRating', 'reviewBody']

export const propertiesInSchema: Record<string, string[]> = {
  ClaimReview: [...review, 'claimReviewed'],
  Review: review,
  Claim: [...work, 'appearance', 'firstAppearance'],
  Rating: [...thing, 'ratingValue', 'bestRating', 'worstRating', 'ratingExplanation', 'author'],
  Quotation: work,
  CreativeWork: work,
  NewsArticle: work,
  Report: work,
  SocialMediaPosting: work,
  Episode: work,
  Person: person,
  Organization: thing,
  NewsMediaOrganization: thing,
  GovernmentOrganization: thing,
  DefinedTerm: thing,
  DataFeed: [...work, 'dataFeedElement'],
  DataFeedItem: [...thing, 'item', 'dateCreated', 'dateModified'],
}

const influence = ['entity', 'hadActivity']

export const propertiesInProv: Record<string, string[]> = {
  Entity: [
    ...['value', 'wasAttributedTo', 'wasGeneratedBy', 'generatedAtTime', 'wasQuotedFrom', 'qualifiedQuotation'],
    ...['hadPrimarySource', 'wasRevisionOf', 'wasDerivedFrom', 'specializationOf'],
  ],
  Activity: ['wasAssociatedWith', 'used', 'endedAtTime', 'startedAtTime', 'atLocation'],
  Quotation: influence,
  Agent: [],
  Person: [],
  Organization: [],
  Location: [],
}
