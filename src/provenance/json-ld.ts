import type { Desk } from '../config.ts'
import type { SourceKind } from '../database/client/enums.ts'
import { type PartialDate, writePartialDate } from '../words/partial-date.ts'
import type { Verdict } from '../findings/queries.ts'
import { evidenceKinds } from '../words/kinds.ts'
import { isSeen } from '../visible/rows.ts'
import type { Chain, ClaimVerdicts } from './queries.ts'

/* W3C PROV-O as JSON-LD: https://www.w3.org/TR/prov-o/ */
type Node = Record<string, unknown>

const context = {
  prov: 'http://www.w3.org/ns/prov#',
  dcterms: 'http://purl.org/dc/terms/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  // As schema.org's own context has it, so that both graphs of a desk use the same terms.
  schema: 'http://schema.org/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}

const refer = (id: string) => ({ '@id': id })

/** A statement, its steps, the version of its document, and the verdicts on each. */
export function describeChain(desk: Desk, chain: Chain): Node {
  const { id, words, document, steps, verdicts } = chain
  const statement = `${desk.baseUrl}/statements/${id}`
  const publisher = `${desk.baseUrl}/sources/${document.publisher.id}`
  const [first] = steps
  const last = steps.at(-1)
  const passage = {
    '@id': statement,
    '@type': 'prov:Entity',
    'prov:value': words,
    'dcterms:isPartOf': refer(versionOf(desk, chain)),
    'prov:wasAttributedTo': first ? agentOf(desk, statement, first) : refer(publisher),
    ...(first && { 'prov:hadPrimarySource': refer(stepOf(statement, first)) }),
    ...(last && quote(stepOf(statement, last), `${statement}#publication`)),
  }
  return {
    '@context': context,
    '@graph': [
      passage,
      ...steps.flatMap((step, i) => describeStep(desk, statement, step, steps[i - 1])),
      ...describeWhere(desk, statement, chain),
      ...describeFindings(desk, statement, verdicts),
      ...steps.flatMap((step) => describeFindings(desk, stepOf(statement, step), step.verdicts)),
    ],
  }
}

/** The verdicts on a claim, each with its evidence and the verdict that it superseded. */
export function describeVerdicts(desk: Desk, { id, sentence, verdicts }: ClaimVerdicts): Node {
  const claim = `${desk.baseUrl}/claims/${id}`
  return {
    '@context': context,
    '@graph': [
      { '@id': claim, '@type': ['prov:Entity', 'schema:Claim'], 'prov:value': sentence },
      ...describeFindings(desk, claim, verdicts),
    ],
  }
}

type Step = Chain['steps'][number]

const stepOf = (statement: string, { number }: Pick<Step, 'number'>) => `${statement}#step-${number}`
const versionOf = ({ baseUrl }: Desk, { document, version }: Chain) =>
  `${baseUrl}/documents/${document.id}/versions/${version.number}`

/** Both forms: the short one, and the one that names the act of quoting. */
function quote(from: string, by: string): Node {
  return {
    'prov:wasQuotedFrom': refer(from),
    'prov:qualifiedQuotation': { '@type': 'prov:Quotation', 'prov:entity': refer(from), 'prov:hadActivity': refer(by) },
  }
}

/** What somebody said or passed on and the act of it, with an unnamed person if there is no name. */
function describeStep(desk: Desk, statement: string, step: Step, before: Step | undefined): Node[] {
  const { cue, place, medium, addressee, said, upstream, mediumDocument } = step
  const id = stepOf(statement, step)
  const agent = agentOf(desk, statement, step)
  const taken = [
    ...(before ? [stepOf(statement, before)] : []),
    ...(upstream ? [`${desk.baseUrl}/statements/${upstream.id}`] : []),
  ]
  const utterance = {
    '@id': id,
    '@type': 'prov:Entity',
    'prov:wasAttributedTo': agent,
    'prov:wasGeneratedBy': refer(`${id}-act`),
    ...(said && { 'dcterms:created': describeDate(said) }),
    ...(taken.length > 0 && {
      'prov:wasQuotedFrom': taken.map(refer),
      'prov:qualifiedQuotation': taken.map((from) => quote(from, `${id}-act`)['prov:qualifiedQuotation']),
    }),
    ...(mediumDocument && { 'prov:hadPrimarySource': refer(`${desk.baseUrl}/documents/${mediumDocument.id}`) }),
  }
  const act = {
    '@id': `${id}-act`,
    '@type': 'prov:Activity',
    'prov:wasAssociatedWith': agent,
    ...(cue && { 'rdfs:label': cue }),
    ...(place && { 'prov:atLocation': { '@type': 'prov:Location', 'rdfs:label': place } }),
    ...((addressee || medium) && { 'dcterms:description': sayHow({ addressee, medium }) }),
  }
  return [utterance, act, describeAgent(desk, statement, step)]
}

/** In words: PROV has no relation for whom somebody spoke to, and the one of Dublin Core for a medium is for things. */
function sayHow({ addressee, medium }: Pick<Step, 'addressee' | 'medium'>): string {
  return [addressee && `To: ${addressee}`, medium && `Medium: ${medium}`].filter(Boolean).join('. ')
}

function agentOf({ baseUrl }: Desk, statement: string, step: Step): Node {
  return refer(step.source ? `${baseUrl}/sources/${step.source.id}` : `${stepOf(statement, step)}-speaker`)
}

function describeAgent(desk: Desk, statement: string, step: Step): Node {
  const { who, source } = step
  const kind = source ? agentType(source.kind) : 'prov:Agent'
  return { ...agentOf(desk, statement, step), '@type': kind, 'rdfs:label': source?.name ?? who }
}

function agentType(kind: SourceKind): string {
  return kind === 'person' ? 'prov:Person' : 'prov:Organization'
}

const dateTypes = { day: 'xsd:date', month: 'xsd:gYearMonth', year: 'xsd:gYear' }

function describeDate({ on, precision }: PartialDate): Node {
  return { '@value': writePartialDate(on, precision), '@type': dateTypes[precision] }
}

const describeMoment = (at: Date) => ({ '@value': at.toISOString(), '@type': 'xsd:dateTime' })

/** The stored version, its document, and the document's publication by its publisher. */
function describeWhere(desk: Desk, statement: string, chain: Chain): Node[] {
  const { document, version } = chain
  const { id, title, publisher, publishedOn, publishedPrecision, url } = document
  const here = `${desk.baseUrl}/documents/${id}`
  const by = refer(`${desk.baseUrl}/sources/${publisher.id}`)
  const before = version.number > 1 && `${here}/versions/${version.number - 1}`
  return [
    {
      '@id': versionOf(desk, chain),
      '@type': 'prov:Entity',
      'prov:specializationOf': refer(here),
      'prov:generatedAtTime': describeMoment(version.fetchedAt),
      ...(before && { 'prov:wasRevisionOf': refer(before) }),
      ...(url !== null && URL.canParse(url) && { 'prov:wasDerivedFrom': refer(new URL(url).href) }),
    },
    {
      '@id': here,
      '@type': 'prov:Entity',
      'dcterms:title': title,
      'prov:wasAttributedTo': by,
      ...(publishedOn &&
        publishedPrecision && { 'dcterms:issued': describeDate({ on: publishedOn, precision: publishedPrecision }) }),
    },
    { '@id': `${statement}#publication`, '@type': 'prov:Activity', 'prov:wasAssociatedWith': by },
    { ...by, '@type': agentType(publisher.kind), 'rdfs:label': publisher.name },
  ]
}

/** Published verdicts on one thing that were not withdrawn; each supersedes the one before it. */
function describeFindings(desk: Desk, target: string, verdicts: Verdict[]): Node[] {
  const given = verdicts.filter((verdict) => isSeen('verdictHere', verdict))
  if (given.length === 0) return []
  const newsroom = { '@id': `${desk.baseUrl}/`, '@type': 'prov:Organization', 'rdfs:label': desk.newsroom }
  return [newsroom, ...given.flatMap((verdict, i) => describeFinding(desk, target, verdict, given[i + 1]))]
}

function describeFinding(desk: Desk, target: string, verdict: Verdict, before: Verdict | undefined): Node[] {
  const id = verdictOf(target, verdict)
  const evidence = verdict.evidence.map((item, i) => ({
    item,
    address: addressOf(desk, item) ?? `${id}-evidence-${i + 1}`,
  }))
  const primarySources = evidence.filter(({ item }) => evidenceKinds[item.kind].isPrimary)
  const quoted = evidence.filter(({ item }) => item.quote)
  const finding = {
    '@id': id,
    '@type': ['prov:Entity', 'schema:Review'],
    'schema:itemReviewed': refer(target),
    'schema:reviewRating': { '@type': 'schema:Rating', 'schema:alternateName': verdict.rating.label },
    'prov:value': verdict.reasons,
    'prov:wasAttributedTo': refer(`${desk.baseUrl}/`),
    'prov:generatedAtTime': describeMoment(verdict.createdAt),
    ...(verdict.publishedAt && { 'dcterms:issued': describeMoment(verdict.publishedAt) }),
    'prov:wasGeneratedBy': refer(`${id}-check`),
    ...(before && { 'prov:wasRevisionOf': refer(verdictOf(target, before)) }),
    ...(evidence.length > 0 && { 'prov:wasDerivedFrom': evidence.map(({ address }) => refer(address)) }),
    ...(primarySources.length > 0 && { 'prov:hadPrimarySource': primarySources.map(({ address }) => refer(address)) }),
    ...(quoted.length > 0 && {
      'prov:qualifiedQuotation': quoted.map(({ item, address }) => ({
        '@type': 'prov:Quotation',
        'prov:entity': refer(address),
        'rdfs:comment': item.quote,
      })),
    }),
  }
  const check = {
    '@id': `${id}-check`,
    '@type': 'prov:Activity',
    'prov:used': [refer(target), ...evidence.map(({ address }) => refer(address))],
    'prov:endedAtTime': describeMoment(verdict.createdAt),
    'prov:wasAssociatedWith': { '@type': 'prov:Person', 'rdfs:label': verdict.account },
  }
  // An activity of its own: nothing is generated after the activity that generated it has ended.
  const publication = verdict.publishedAt && {
    '@id': `${id}-publication`,
    '@type': 'prov:Activity',
    'prov:used': refer(id),
    'prov:endedAtTime': describeMoment(verdict.publishedAt),
    'prov:wasAssociatedWith': refer(`${desk.baseUrl}/`),
  }
  const restsOn = evidence.map(({ item, address }) => ({
    '@id': address,
    '@type': 'prov:Entity',
    'dcterms:title': item.title || item.document?.title || address,
  }))
  return [finding, check, ...(publication ? [publication] : []), ...restsOn]
}

const verdictOf = (target: string, { id }: Verdict) => `${target}${target.includes('#') ? '-' : '#'}verdict-${id}`

function addressOf({ baseUrl }: Desk, { document, url }: Verdict['evidence'][number]): string | undefined {
  if (document) return `${baseUrl}/documents/${document.id}`
  return url !== null && URL.canParse(url) ? new URL(url).href : undefined
}
