import { z } from 'zod'
import { foldSigns } from '../anchoring/fold.ts'

/*
 * What the Web Annotation Data Model says an annotation MUST be; each fault is a sentence that names it and its place.
 * Anything that the model does not mention is allowed, and stored unchanged.
 */

export const annotationContext = 'http://www.w3.org/ns/anno.jsonld'

export type Values = Record<string, unknown>

/** What may be sent to the container; only the first is a member of it. */
export const kinds = ['Annotation', 'AnnotationCollection', 'AnnotationPage'] as const
export type Kind = (typeof kinds)[number]

/** A longer list helps nobody. */
const mostFaults = 20

/** An address of any scheme, with letters of any script. */
const Iri = z
  .string()
  .max(2000)
  .regex(/^[a-z][a-z0-9+.-]*:[^\s\p{Cc}<>"{}|\\^`]+$/iu)

/** xsd:dateTime, in UTC written as Z. */
const Time = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/)
  .refine((time) => !Number.isNaN(Date.parse(time)))

const Count = z.number().int().nonnegative()
const Direction = z.enum(['ltr', 'rtl', 'auto'])

const anIri = 'an IRI such as https://example.org/page, of at most 2000 characters'
const aTime = 'a time in UTC such as 2026-11-24T18:00:00Z'

export function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function listOf(value: unknown): unknown[] {
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value]
}

/** JSON-LD writes one value also as a list of one. */
function onlyOf(value: unknown): unknown {
  return Array.isArray(value) && value.length === 1 ? (value[0] as unknown) : value
}

function hasType(value: Values, type: string): boolean {
  return listOf(value['type']).includes(type)
}

/** Which of the three this is, undefined where it is none. */
export function kindOf(value: Values): Kind | undefined {
  return kinds.find((kind) => hasType(value, kind))
}

/** The faults of a value as an annotation, as sentences; none if it is valid. */
export function faultsOf(sent: unknown): string[] {
  if (!isObject(sent)) return ['Send one annotation, as a JSON object']

  const found = new Faults()
  if (!listOf(sent['@context']).includes(annotationContext)) {
    found.add('@context', `has to be "${annotationContext}", or a list that has it`)
  }
  const kind = kindOf(sent)
  if (kind === undefined) found.add('type', `has to be, or to have in its list, one of ${kinds.join(', ')}`)
  if (kind === 'AnnotationCollection') checkCollection(found, sent, '')
  else if (kind === 'AnnotationPage') checkPage(found, sent, '')
  else checkAnnotation(found, sent, '')
  return found.sentences.slice(0, mostFaults)
}

class Faults {
  readonly sentences: string[] = []

  add(at: string, what: string): void {
    this.sentences.push(`“${at}” ${what}.`)
  }

  /** A property that may occur once. */
  once(values: Values, name: string, at: string, schema: z.ZodType, wanted: string): void {
    const value = onlyOf(values[name])
    if (value === undefined) return
    if (Array.isArray(value)) this.add(at + name, `may be there once only, and is ${wanted}`)
    else if (!schema.safeParse(value).success) this.add(at + name, `has to be ${wanted}`)
  }

  /** A property that may have several values. */
  each(values: Values, name: string, at: string, schema: z.ZodType, wanted: string): void {
    if (values[name] === undefined) return
    if (!z.array(schema).min(1).safeParse(listOf(values[name])).success) {
      this.add(at + name, `has to be ${wanted}, or a list of such`)
    }
  }
}

const Text = z.string()
const someText = 'a text'
/** A quotation without words would select nothing. */
const SomeWords = Text.refine((words) => foldSigns(words).trim() !== '')
const Described = z.union([Iri, z.record(z.string(), z.unknown())])
const anIriOrObject = `${anIri}, or an object`

function checkAnnotation(found: Faults, values: Values, at: string): void {
  found.once(values, 'id', at, Iri, anIri)
  if (values['target'] === undefined) found.add(`${at}target`, 'is missing: say what the annotation is on')
  if (values['body'] !== undefined && values['bodyValue'] !== undefined) {
    found.add(`${at}bodyValue`, 'may not be there beside “body”: an annotation has one or the other')
  }
  found.once(values, 'bodyValue', at, Text, 'one text')
  for (const [name, where] of placesOf(values, 'body', at)) checkResource(found, name, where, 'body')
  for (const [name, where] of placesOf(values, 'target', at)) checkResource(found, name, where, 'target')
  found.once(values, 'generated', at, Time, aTime)
  found.each(values, 'generator', at, Described, anIriOrObject)
  found.each(values, 'motivation', at, Text, 'a name such as commenting')
  checkProvenance(found, values, at)
  checkStyle(found, values, at)
}

/** Each value of a property with its position: “target”, or “target[1]” if there are several. */
function placesOf(values: Values, name: string, at: string): [value: unknown, at: string][] {
  const value = values[name]
  if (!Array.isArray(value)) return value === undefined ? [] : [[value, at + name]]
  return value.map((each: unknown, i) => [each, `${at}${name}[${i}]`])
}

function checkProvenance(found: Faults, values: Values, at: string): void {
  found.once(values, 'created', at, Time, aTime)
  found.once(values, 'modified', at, Time, aTime)
  found.each(values, 'creator', at, Described, `${anIri}, or an object that says who`)
  found.each(values, 'audience', at, Described, anIriOrObject)
  found.each(values, 'accessibility', at, Text, 'the name of a feature')
  found.each(values, 'rights', at, Iri, anIri)
  found.each(values, 'via', at, Iri, anIri)
  found.once(values, 'canonical', at, Iri, anIri)
  for (const name of ['creator', 'generator', 'audience']) {
    for (const [who, where] of placesOf(values, name, at)) {
      if (isObject(who)) found.once(who, 'id', `${where}.`, Iri, anIri)
    }
  }
}

function checkStyle(found: Faults, values: Values, at: string): void {
  const sheet = onlyOf(values['stylesheet'])
  if (sheet === undefined) {
    const styled = ['body', 'target'].find((name) => resourcesIn(values[name]).some((it) => 'styleClass' in it))
    if (styled) found.add(`${at}stylesheet`, `is missing: “styleClass” in “${styled}” names a class of it`)
    return
  }
  if (!isObject(sheet)) return found.once(values, 'stylesheet', at, Iri, `${anIri}, or an object`)
  found.once(sheet, 'id', `${at}stylesheet.`, Iri, anIri)
  found.once(sheet, 'value', `${at}stylesheet.`, Text, someText)
  if ((sheet['id'] === undefined) === (sheet['value'] === undefined)) {
    found.add(`${at}stylesheet`, 'has to have either an “id” or its text as “value”')
  }
}

/** A body or target, and everything in its sets. */
export function resourcesIn(value: unknown): Values[] {
  return listOf(value).flatMap((it) => (isObject(it) ? [it, ...resourcesIn(it['items'])] : []))
}

const sets = ['Choice', 'List', 'Composite', 'Independents']

function checkResource(found: Faults, value: unknown, at: string, as: 'body' | 'target'): void {
  if (typeof value === 'string') {
    if (!Iri.safeParse(value).success) found.add(at, `has to be ${anIri}, or an object`)
    return
  }
  if (!isObject(value)) return found.add(at, `has to be ${anIri}, or an object`)

  const inside = `${at}.`
  found.once(value, 'id', inside, Iri, anIri)
  found.each(value, 'type', inside, Text, 'the name of a class')
  const given = sets.filter((set) => hasType(value, set))
  if (given.length > 1) found.add(`${inside}type`, `may name one of ${sets.join(', ')}, not several`)
  if (given.length > 0) checkSet(found, value, inside, as)
  else if (value['items'] !== undefined) {
    found.add(`${inside}items`, `is only for a set: give it a “type”, one of ${sets.join(', ')}`)
  } else if (value['source'] !== undefined || hasType(value, 'SpecificResource')) checkSpecific(found, value, inside)
  else if (value['value'] !== undefined || hasType(value, 'TextualBody')) checkTextual(found, value, inside, as)
  else if (value['id'] === undefined) {
    found.add(at, `says nothing that can be found: give it an “id”, a “source”${as === 'body' ? ' or a “value”' : ''}`)
  } else if (value['purpose'] !== undefined) {
    found.add(`${inside}purpose`, 'is only for a text or a specific resource: put the “id” into “source”')
  }
  checkDescription(found, value, inside)
}

function checkDescription(found: Faults, values: Values, at: string): void {
  found.each(values, 'format', at, Text, 'a media type such as text/plain')
  found.each(values, 'language', at, Text, 'a language tag such as en')
  found.once(values, 'processingLanguage', at, Text, 'one language tag such as en')
  found.once(values, 'textDirection', at, Direction, 'one of ltr, rtl, auto')
  found.each(values, 'purpose', at, Text, 'a name such as tagging')
  checkProvenance(found, values, at)
}

function checkSet(found: Faults, values: Values, at: string, as: 'body' | 'target'): void {
  const { items } = values
  if (!Array.isArray(items) || items.length === 0) found.add(`${at}items`, 'has to be a list of at least one')
  for (const name of ['value', 'source', 'purpose']) {
    if (values[name] !== undefined) found.add(at + name, 'may not be there in a set: put it into one of its items')
  }
  for (const [item, where] of placesOf(values, 'items', at)) checkResource(found, item, where, as)
}

function checkTextual(found: Faults, values: Values, at: string, as: 'body' | 'target'): void {
  if (as === 'target') found.add(`${at}value`, 'is only for bodies: a target needs an “id” or a “source”')
  if (values['value'] === undefined) found.add(`${at}value`, 'is missing: a TextualBody needs its text')
  found.once(values, 'value', at, Text, 'one text')
}

function checkSpecific(found: Faults, values: Values, at: string): void {
  const source = onlyOf(values['source'])
  if (source === undefined) found.add(`${at}source`, 'is missing: a SpecificResource needs what it is a part of')
  else if (isObject(source)) {
    if (source['id'] === undefined) found.add(`${at}source.id`, 'is missing')
    found.once(source, 'id', `${at}source.`, Iri, anIri)
    checkDescription(found, source, `${at}source.`)
  } else found.once(values, 'source', at, Iri, anIriOrObject)
  if (values['value'] !== undefined) {
    found.add(`${at}value`, 'may not be there beside “source”: a text is a body of its own')
  }
  for (const [selector, where] of placesOf(values, 'selector', at)) checkSelector(found, selector, where)
  for (const [state, where] of placesOf(values, 'state', at)) checkState(found, state, where)
  found.each(values, 'styleClass', at, Text, 'the name of a class')
  found.each(values, 'renderedVia', at, Described, anIriOrObject)
  found.each(values, 'scope', at, Described, anIriOrObject)
}

const byValue = ['FragmentSelector', 'CssSelector', 'XPathSelector']
const byPosition = ['TextPositionSelector', 'DataPositionSelector']
const selectors = [...byValue, ...byPosition, 'TextQuoteSelector', 'SvgSelector', 'RangeSelector']
const states = ['TimeState', 'HttpRequestState']

function checkSelector(found: Faults, value: unknown, at: string): void {
  const type = typeOf(found, value, at, selectors)
  if (type === undefined || !isObject(value)) return
  const inside = `${at}.`
  if (byValue.includes(type)) require(found, value, 'value', inside, Text, 'one text')
  if (byPosition.includes(type)) checkPosition(found, value, inside)
  if (type === 'TextQuoteSelector') {
    require(found, value, 'exact', inside, SomeWords, 'the words, one text')
    found.once(value, 'prefix', inside, Text, 'one text')
    found.once(value, 'suffix', inside, Text, 'one text')
  }
  if (type === 'SvgSelector' && value['id'] === undefined) require(found, value, 'value', inside, Text, 'one text')
  if (type === 'SvgSelector' && value['id'] !== undefined && value['value'] !== undefined) {
    found.add(at, 'has to have either an “id” or a “value”, not both')
  }
  if (type === 'RangeSelector') {
    for (const name of ['startSelector', 'endSelector']) {
      const end = onlyOf(value[name])
      if (end === undefined) found.add(inside + name, 'is missing')
      else checkSelector(found, end, inside + name)
    }
  }
  checkRefinements(found, value, inside)
}

function checkState(found: Faults, value: unknown, at: string): void {
  const type = typeOf(found, value, at, states)
  if (type === undefined || !isObject(value)) return
  const inside = `${at}.`
  if (type === 'HttpRequestState') require(found, value, 'value', inside, Text, 'one text')
  else {
    for (const name of ['sourceDateStart', 'sourceDateEnd']) found.once(value, name, inside, Time, aTime)
    found.each(value, 'sourceDate', inside, Time, aTime)
    found.each(value, 'cached', inside, Iri, anIri)
    const [from, until] = [value['sourceDateStart'], value['sourceDateEnd']]
    const isPair = from !== undefined && until !== undefined
    if ((from !== undefined || until !== undefined) && (!isPair || value['sourceDate'] !== undefined)) {
      found.add(at, 'has to have either “sourceDate”, or both “sourceDateStart” and “sourceDateEnd”')
    }
    if (!isPair && value['sourceDate'] === undefined && value['cached'] === undefined) {
      found.add(`${inside}sourceDate`, 'is missing')
    }
  }
  checkRefinements(found, value, inside)
}

/** The type of this selector or state; undefined if it is only an address, or none. */
function typeOf(found: Faults, value: unknown, at: string, known: string[]): string | undefined {
  if (typeof value === 'string') {
    if (!Iri.safeParse(value).success) found.add(at, `has to be ${anIri}, or an object`)
    return undefined
  }
  if (!isObject(value)) {
    found.add(at, `has to be ${anIri}, or an object`)
    return undefined
  }
  found.once(value, 'id', `${at}.`, Iri, anIri)
  const types = known.filter((type) => hasType(value, type))
  const [type] = types
  // An address alone, or one with a custom class, says where to find it.
  if (type === undefined && value['id'] === undefined) found.add(`${at}.type`, `has to be one of ${known.join(', ')}`)
  if (types.length > 1) found.add(`${at}.type`, `may name one of ${known.join(', ')}, not several`)
  return type
}

function require(found: Faults, values: Values, name: string, at: string, schema: z.ZodType, wanted: string): void {
  if (values[name] === undefined) found.add(at + name, `is missing: it has to be ${wanted}`)
  else found.once(values, name, at, schema, wanted)
}

function checkPosition(found: Faults, values: Values, at: string): void {
  for (const name of ['start', 'end']) require(found, values, name, at, Count, 'a whole number from 0')
  const [start, end] = [onlyOf(values['start']), onlyOf(values['end'])]
  if (typeof start === 'number' && typeof end === 'number' && start > end) found.add(`${at}end`, 'is before its start')
}

function checkRefinements(found: Faults, values: Values, at: string): void {
  for (const [refined, where] of placesOf(values, 'refinedBy', at)) {
    const isState = isObject(refined) && states.some((state) => hasType(refined, state))
    if (isState) checkState(found, refined, where)
    else checkSelector(found, refined, where)
  }
}

function checkCollection(found: Faults, values: Values, at: string): void {
  found.once(values, 'id', at, Iri, anIri)
  found.once(values, 'total', at, Count, 'a whole number from 0')
  checkProvenance(found, values, at)
  for (const name of ['first', 'last']) checkLinkedPage(found, values, name, at)
  if (typeof values['total'] === 'number' && values['total'] > 0 && values['first'] === undefined) {
    found.add(`${at}first`, 'is missing: a collection that is not empty has a first page')
  }
}

function checkLinkedPage(found: Faults, values: Values, name: string, at: string): void {
  const page = onlyOf(values[name])
  if (isObject(page)) {
    if (hasType(page, 'AnnotationPage')) checkPage(found, page, `${at}${name}.`)
    else found.once(page, 'id', `${at}${name}.`, Iri, anIri)
  } else found.once(values, name, at, Iri, `${anIri}, or a page`)
}

function checkPage(found: Faults, values: Values, at: string): void {
  found.once(values, 'id', at, Iri, anIri)
  for (const name of ['partOf', 'next', 'prev']) found.once(values, name, at, Described, anIriOrObject)
  found.once(values, 'startIndex', at, Count, 'a whole number from 0')
  if (!Array.isArray(values['items'])) return found.add(`${at}items`, 'is missing: a page has a list of annotations')
  for (const [item, where] of placesOf(values, 'items', at)) {
    if (isObject(item)) {
      if (hasType(item, 'Annotation')) checkAnnotation(found, item, `${where}.`)
      else found.add(`${where}.type`, 'has to be Annotation')
    } else if (!Iri.safeParse(item).success) found.add(where, `has to be ${anIri}, or an annotation`)
  }
}

/** The address of the whole page that an address leads into. */
export function withoutFragment(iri: string): string {
  const at = iri.indexOf('#')
  return at < 0 ? iri : iri.slice(0, at)
}
