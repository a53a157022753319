import { ldp } from '../prefer.ts'

/* The W3C Web Annotation Protocol. Where this does not say why, the recommendation does. */
export const mediaType = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
export const asJson = ['application/ld+json', 'application/json']
export const asTriples = 'text/turtle'
/** Every type that an annotation may be sent as, the preferred one first. */
export const acceptPost = [mediaType, ...asJson, asTriples].join(', ')
export const offered = ['linked', 'json', 'turtle'] as const

export const ofPage = `<${ldp}Resource>; rel="type", <http://www.w3.org/TR/annotation-protocol/>; rel="${ldp}constrainedBy"`
export const ofContainer = `<${ldp}BasicContainer>; rel="type", ${ofPage}`
export const ofAnnotation = `<http://www.w3.org/ns/oa#Annotation>; rel="type", ${ofPage}`

export const allow = {
  container: 'GET, HEAD, OPTIONS, POST',
  page: 'GET, HEAD, OPTIONS',
  stored: 'GET, HEAD, OPTIONS, PUT, DELETE',
  own: 'GET, HEAD, OPTIONS',
}
