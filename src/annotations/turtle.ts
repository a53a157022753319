import { loadContext } from './contexts.ts'
import { isObject, type Values } from './model.ts'

/*
 * The same annotations as Turtle, for programs that read RDF. jsonld reads what the JSON-LD means, n3 writes it down.
 * Both are loaded when somebody asks for Turtle, which few do.
 */

const prefixes = {
  oa: 'http://www.w3.org/ns/oa#',
  as: 'http://www.w3.org/ns/activitystreams#',
  ldp: 'http://www.w3.org/ns/ldp#',
  dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}

/** Undefined if the contexts that an annotation came with contradict the rules of JSON-LD. */
export async function writeTurtle(values: Values): Promise<string | undefined> {
  try {
    return await write(values)
  } catch {
    // One bad annotation must not make a page unreadable: then the page lists addresses.
    const listed = withAddressesOnly(values)
    return listed && write(listed)
  }
}

async function write(values: Values): Promise<string> {
  const [{ default: jsonld }, { Parser, Store, Writer }] = await Promise.all([import('jsonld'), import('n3')])
  const options = { format: 'application/n-quads' as const, documentLoader: loadContext }
  const quads = (await jsonld.toRDF(values, options)) as string
  const store = new Store(new Parser({ format: 'N-Quads' }).parse(quads))
  const writer = new Writer({ prefixes, lists: store.extractLists({ remove: true }) })
  writer.addQuads([...store])
  return new Promise((resolve, reject) => {
    writer.end((error: Error | null, text: string) => (error ? reject(error) : resolve(text)))
  })
}

function withAddressesOnly(values: Values): Values | undefined {
  const { first, items } = values
  if (Array.isArray(items)) return { ...values, items: items.map(addressIn) }
  return isObject(first) && Array.isArray(first['items'])
    ? { ...values, first: { ...first, items: first['items'].map(addressIn) } }
    : undefined
}

function addressIn(item: unknown): unknown {
  return isObject(item) ? item['id'] : item
}
