/*
 * The terms of http://www.w3.org/ns/anno.jsonld, as the Web Annotation Vocabulary's appendix gives them to JSON-LD: what
 * makes two annotations mean the same. Kept here, so that the network is never asked for them.
 */

const prefixes = {
  oa: 'http://www.w3.org/ns/oa#',
  dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: 'http://purl.org/dc/terms/',
  dctypes: 'http://purl.org/dc/dcmitype/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  as: 'http://www.w3.org/ns/activitystreams#',
  schema: 'http://schema.org/',
}

const inOa = (...names: string[]) => Object.fromEntries(names.map((name) => [name, `oa:${name}`]))
const typed = (type: string, terms: Record<string, string>) =>
  Object.fromEntries(Object.entries(terms).map(([term, id]) => [term, { '@id': id, '@type': type }]))

const classes = {
  ...inOa('Annotation', 'TextualBody', 'SpecificResource', 'Choice', 'Motivation', 'TimeState', 'HttpRequestState'),
  ...inOa('FragmentSelector', 'CssSelector', 'XPathSelector', 'SvgSelector', 'RangeSelector', 'TextQuoteSelector'),
  ...inOa('TextPositionSelector', 'DataPositionSelector', 'Composite', 'List', 'Independents'),
  CssStylesheet: 'oa:CssStyle',
  Dataset: 'dctypes:Dataset',
  Image: 'dctypes:StillImage',
  Video: 'dctypes:MovingImage',
  Audio: 'dctypes:Sound',
  Text: 'dctypes:Text',
  Person: 'foaf:Person',
  Organization: 'foaf:Organization',
  Software: 'as:Application',
  AnnotationCollection: 'as:OrderedCollection',
  AnnotationPage: 'as:OrderedCollectionPage',
  Audience: 'schema:Audience',
}

const motivations = [
  ...['assessing', 'bookmarking', 'classifying', 'commenting', 'describing', 'editing', 'highlighting', 'identifying'],
  ...['linking', 'moderating', 'questioning', 'replying', 'tagging'],
]

const links = typed('@id', {
  body: 'oa:hasBody',
  target: 'oa:hasTarget',
  source: 'oa:hasSource',
  selector: 'oa:hasSelector',
  state: 'oa:hasState',
  scope: 'oa:hasScope',
  refinedBy: 'oa:refinedBy',
  startSelector: 'oa:hasStartSelector',
  endSelector: 'oa:hasEndSelector',
  renderedVia: 'oa:renderedVia',
  stylesheet: 'oa:styledBy',
  cached: 'oa:cachedSource',
  canonical: 'oa:canonical',
  via: 'oa:via',
  creator: 'dcterms:creator',
  rights: 'dcterms:rights',
  conformsTo: 'dcterms:conformsTo',
  generator: 'as:generator',
  homepage: 'foaf:homepage',
  audience: 'schema:audience',
  partOf: 'as:partOf',
  first: 'as:first',
  last: 'as:last',
  next: 'as:next',
  prev: 'as:prev',
})

const named = typed('@vocab', {
  motivation: 'oa:motivatedBy',
  purpose: 'oa:hasPurpose',
  textDirection: 'oa:textDirection',
})

const times = typed('xsd:dateTime', {
  created: 'dcterms:created',
  modified: 'dcterms:modified',
  generated: 'dcterms:issued',
  sourceDate: 'oa:sourceDate',
  sourceDateStart: 'oa:sourceDateStart',
  sourceDateEnd: 'oa:sourceDateEnd',
})

const counts = typed('xsd:nonNegativeInteger', {
  start: 'oa:start',
  end: 'oa:end',
  total: 'as:totalItems',
  startIndex: 'as:startIndex',
})

export const annotationTerms = {
  '@context': {
    ...prefixes,
    id: '@id',
    type: '@type',
    ...classes,
    ...inOa(...motivations),
    ltr: 'oa:ltrDirection',
    rtl: 'oa:rtlDirection',
    auto: 'oa:autoDirection',
    ...links,
    ...named,
    ...times,
    ...counts,
    items: { '@id': 'as:items', '@type': '@id', '@container': '@list' },
    ...inOa('bodyValue', 'exact', 'prefix', 'suffix', 'styleClass', 'processingLanguage'),
    accessibility: 'schema:accessibilityFeature',
    format: 'dc:format',
    language: 'dc:language',
    value: 'rdf:value',
    name: 'foaf:name',
    nickname: 'foaf:nick',
    email: 'foaf:mbox',
    email_sha1: 'foaf:mbox_sha1sum',
    label: 'rdfs:label',
  },
}

/** The terms of http://www.w3.org/ns/ldp.jsonld that the container uses. */
export const ldpTerms = { '@context': { BasicContainer: 'http://www.w3.org/ns/ldp#BasicContainer' } }
