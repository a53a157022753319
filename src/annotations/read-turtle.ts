import { randomBytes } from 'node:crypto'
import type { Quad, Term } from 'n3'
import { isTooMuch, measureValue, mostLevels } from '../web/body-shape.ts'
import { cut } from '../words/cut.ts'
import { annotationTerms } from './context.ts'
import { loadContext } from './contexts.ts'
import { annotationContext, isObject, listOf, type Values } from './model.ts'

/*
 * An annotation sent as Turtle, as the JSON-LD that says the same: n3 reads the triples, and jsonld gives them the shape
 * of the model. An annotation that would lose a triple on the way is refused; any other is then validated as if it had
 * been sent as JSON-LD.
 */

/** An annotation is much smaller; what is larger is a data set. */
const mostTriples = 500

const { oa, as, xsd, rdf } = annotationTerms['@context']
const rdfType = `${rdf}type`

export type Read = { values: Values } | { fault: string }

/**
 * `address` is that of the annotation, which `<>` and other relative addresses are relative to. A new one has none yet:
 * then `<>` is the annotation, and nothing else may be said with it.
 */
export async function readTurtle(text: string, container: string, address?: string): Promise<Read> {
  const { DataFactory, Parser, Store, Writer } = await import('n3')
  const base = address ?? `${container}${randomBytes(9).toString('hex')}`
  let sent: Quad[]
  try {
    sent = new Parser({ format: 'text/turtle', baseIRI: base }).parse(text)
  } catch (error) {
    return {
      fault: `This is not valid Turtle: ${error instanceof Error ? cut(error.message, 200) : 'it cannot be read'}`,
    }
  }
  if (sent.length > mostTriples) {
    return { fault: `These are ${sent.length} triples. An annotation may have ${mostTriples}: send less` }
  }
  const chosen = annotationIn(sent, base)
  if ('fault' in chosen) return chosen
  const stray = strayFrom(sent, chosen.subject)
  if (stray) return { fault: `The annotation does not lead to ${inWords(stray)}: send only what belongs to it` }

  const isNameless = chosen.subject.termType === 'BlankNode'
  if (isNameless && sent.some((one) => one.object.value === base)) return { fault: onlyForItself }
  const root = isNameless ? base : chosen.subject.value
  const named = <T extends Term>(term: T) =>
    isNameless && term.equals(chosen.subject) ? DataFactory.namedNode(base) : term
  const counted = (one: Quad) =>
    counts.includes(one.predicate.value) && one.object.termType === 'Literal' && isWhole(one.object.datatype.value)
      ? DataFactory.literal(one.object.value, DataFactory.namedNode(`${xsd}nonNegativeInteger`))
      : named(one.object)
  const graph = new Store(sent.map((one) => DataFactory.quad(named(one.subject), one.predicate, counted(one))))
  const quads = new Writer({ format: 'N-Quads' }).quadsToString([...graph])

  const values = await inShape(quads, root)
  if (values === undefined) return { fault: lost }
  const fault = faultIn(values)
  if (fault) return { fault }
  if ((await countTriples(values)) !== graph.size) return { fault: lost }
  if (values['id'] === base && address === undefined) delete values['id']
  if (address === undefined && JSON.stringify(values).includes(base)) return { fault: onlyForItself }
  return { values }
}

const lost = 'Something in this cannot be said as one annotation in JSON-LD. Send it as application/ld+json'
const onlyForItself = '“<>” is the annotation, which has no address yet: give what else is relative to it an address'

/** `<>`, or else the only thing that is an annotation. */
function annotationIn(triples: Quad[], base: string): { subject: Term } | { fault: string } {
  const subjects = new Map(
    triples
      .filter(({ predicate, object }) => predicate.value === rdfType && object.value === `${oa}Annotation`)
      .map(({ subject }) => [`${subject.termType} ${subject.value}`, subject]),
  )
  const [only, ...others] = subjects.values()
  const itself = subjects.get(`NamedNode ${base}`)
  if (itself) return { subject: itself }
  if (!only) return { fault: 'There is no annotation in this: of one thing it has to say “a oa:Annotation”' }
  if (others.length === 0) return { subject: only }
  return { fault: `These are ${subjects.size} annotations. Send them one by one, or call the one to be stored “<>”` }
}

/** The first thing that something is said of, and that the annotation does not lead to. */
function strayFrom(triples: Quad[], root: Term): Term | undefined {
  const key = ({ termType, value }: Term) => `${termType} ${value}`
  const bySubject = Map.groupBy(triples, ({ subject }) => key(subject))
  const reached = new Set([key(root)])
  for (const each of reached) for (const { object } of bySubject.get(each) ?? []) reached.add(key(object))
  return triples.find(({ subject }) => !reached.has(key(subject)))?.subject
}

function inWords({ termType, value }: Term): string {
  return termType === 'NamedNode' ? `<${value}>` : 'a thing that has no address'
}

const counts = [`${oa}start`, `${oa}end`, `${as}totalItems`, `${as}startIndex`]

/** Turtle writes a whole number as 5, which is an integer; the model wants one that is not negative. */
function isWhole(type: string): boolean {
  return [`${xsd}integer`, `${xsd}nonNegativeInteger`].includes(type)
}

/** The shape of the model: what belongs to a thing is inside it. Undefined if there is none. */
async function inShape(quads: string, root: string): Promise<Values | undefined> {
  const { default: jsonld } = await import('jsonld')
  try {
    const expanded = await jsonld.fromRDF(quads, { format: 'application/n-quads' })
    const frame = { '@context': annotationContext, id: root }
    // Its types are those of an earlier version, which embedded the last use and not the first.
    const options = { documentLoader: loadContext, embed: '@once' as '@last', omitGraph: true }
    return withNumbers(await jsonld.frame(expanded, frame, options)) as Values
  } catch {
    // Also where it is nested too deeply for jsonld.
    return undefined
  }
}

const ofNumbers = ['start', 'end', 'total', 'startIndex']

function withNumbers(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((it: unknown) => withNumbers(it, name))
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([key, it]) => [key, withNumbers(it, key)]))
  return ofNumbers.includes(name) && typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value
}

/** What makes it no annotation in JSON-LD, as a sentence. */
function faultIn(values: Values): string | undefined {
  if (isTooMuch(measureValue(values))) return `What was sent is nested more than ${mostLevels} levels deep`
  for (const each of thingsIn(values)) {
    if (listOf(each['id']).some((id) => String(id).startsWith('_:'))) {
      return 'Something that has no address is there twice, which JSON-LD cannot say. Give it an address'
    }
    for (const key of Object.keys(each)) {
      const term = termOf(key)
      if (term) return `“${term}” (${key}) has to be ${kindOfValue(term)}`
    }
  }
  return undefined
}

function thingsIn(value: unknown): Values[] {
  if (Array.isArray(value)) return value.flatMap(thingsIn)
  return isObject(value) ? [value, ...Object.values(value).flatMap(thingsIn)] : []
}

const definitions: Record<string, string | { '@id': string; '@type'?: string }> = annotationTerms['@context']

/** The name that the model has for this property, where the property has a value that the name may not have. */
function termOf(key: string): string | undefined {
  const iri = fullIri(key)
  if (iri === key && !/^https?:/.test(key)) return undefined
  return Object.entries(definitions).find(([, it]) => fullIri(typeof it === 'string' ? it : it['@id']) === iri)?.[0]
}

function fullIri(name: string): string {
  const at = name.indexOf(':')
  const prefix = at < 0 ? undefined : definitions[name.slice(0, at)]
  return typeof prefix === 'string' ? prefix + name.slice(at + 1) : name
}

function kindOfValue(term: string): string {
  const definition = definitions[term]
  const type = typeof definition === 'object' ? definition['@type'] : undefined
  if (term === 'items') return 'a list'
  if (type === '@id' || type === '@vocab') return 'a thing or its address, not a text'
  return type === undefined ? 'a text' : `a value of the type ${type}`
}

async function countTriples(values: Values): Promise<number> {
  const { default: jsonld } = await import('jsonld')
  const dataset = await jsonld.toRDF(values, { documentLoader: loadContext })
  return (dataset as unknown[]).length
}
