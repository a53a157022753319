import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { load } from 'cheerio'
import jsonld, { type Options } from 'jsonld'
import type { RemoteDocument } from 'jsonld/jsonld-spec.js'
import type { Response } from 'supertest'
import { editClaim, withdrawClaim } from '../src/claims/claims.ts'
import { EditedClaim } from '../src/claims/schema.ts'
import { publishVerdict } from '../src/verdicts/verdicts.ts'
import { openTestDesk, type TestDesk } from './support/desk.ts'
import { schemaOrg } from './support/linked-terms.ts'
import {
  giveVerdictOn,
  makeAccount,
  makeDocument,
  publish,
  recordOn,
  signIn,
  stateClaim,
  type TestAccount,
  visitor,
} from './support/world.ts'

const linked = 'application/ld+json'
const site = 'http://desk.example.org'

let desk: TestDesk
let editor: TestAccount
let reviewer: TestAccount
before(async () => {
  desk = await openTestDesk()
  editor = await makeAccount(desk.db, 'editor')
  reviewer = await makeAccount(desk.db, 'reviewer')
})
after(() => desk.close())

type Node = Record<string, unknown>

/** What a page says as linked data, expanded with no term lost; and that its address is its own. */
async function expand(data: Node): Promise<Node[]> {
  const documentLoader = (url: string) => {
    assert.equal(url, 'https://schema.org', 'nothing is asked of the network')
    return Promise.resolve({ document: schemaOrg, documentUrl: url } as unknown as RemoteDocument)
  }
  const options = { documentLoader, safe: true }
  return await jsonld.expand(data, options as Options.Expand)
}

function dataOf(response: Response): Node {
  assert.match(response.headers['content-type'] as string, /^application\/ld\+json/)
  return JSON.parse(response.text) as Node
}

async function ask(path: string): Promise<Node> {
  return dataOf(await visitor(desk.app).get(path).set('Accept', linked).expect(200))
}

/** The first value of a property, whatever it is wrapped in. */
function value(node: Node | undefined, property: string): unknown {
  const [first] = (node?.[`http://schema.org/${property}`] ?? []) as Node[]
  if (!first) return undefined
  return first['@value'] ?? (Object.keys(first).length === 1 ? first['@id'] : first)
}

/** The mayor's claim in two reports of one briefing and in the authority's own words, published. */
async function publishedClaim() {
  const { db } = desk
  const late = await makeDocument(db, { publisher: 'Late Herald', published: '2024-03-14', kind: 'report' })
  const early = await makeDocument(db, { publisher: 'Coast Wire', published: '2024-03-12' })
  const own = await makeDocument(db, {
    publisher: 'Harbour Authority',
    publisherKind: 'government',
    published: '2024-02',
  })
  const hops = [{ naming: 'named' as const, source: 'Lena Okafor', cue: 'said', place: 'Port Ansel' }]
  const second = await recordOn(db, late.id, { hops })
  const first = await recordOn(db, early.id, { hops: [{ ...hops[0], said: '2024-03-11' }] })
  const third = await recordOn(db, own.id, { hops: [], quote: 'the quay had moved four centimetres' })
  const { id: claimId } = await stateClaim(db, second.id)
  for (const { id } of [first, third]) await stateClaim(db, id, { claimId })
  for (const { id } of [late, early, own]) await publish(db, id, { claimIds: id === own.id ? [claimId] : [] })
  return { claimId, first, second, third, documents: { late, early, own } }
}

test('a claim nobody has judged is a Claim; with a published verdict it is a ClaimReview, in the page and at its address', async () => {
  const { db } = desk
  const { claimId, documents } = await publishedClaim()
  const [unjudged] = await expand(await ask(`/claims/${claimId}`))
  assert.deepEqual(unjudged?.['@type'], ['http://schema.org/Claim'])

  const draft = await giveVerdictOn(db, { claimId }, { by: editor.id, rating: 'mostly-true', reasons: 'It sinks.' })
  assert.deepEqual(await expand(await ask(`/claims/${claimId}`)), [unjudged], 'a draft changes nothing for readers')

  await (await signIn(desk.app, reviewer)).post(`/verdicts/${draft.id}/publication`).expect(303)
  const data = await ask(`/claims/${claimId}`)
  const [review] = await expand(data)
  assert.deepEqual(review?.['@type'], ['http://schema.org/ClaimReview'])
  const url = String(value(review, 'url'))
  await visitor(desk.app).get(url.slice(site.length)).expect(200)
  assert.equal(value(review, 'dateModified'), value(review, 'datePublished'))
  assert.equal(value(review, 'claimReviewed'), 'No container ship will dock in Port Ansel after December 2025')
  assert.match(String(value(review, 'datePublished')), /^\d{4}-\d\d-\d\dT/)
  assert.equal(value(value(review, 'author') as Node, 'name'), 'On Record')
  const rating = value(review, 'reviewRating') as Node
  const numbers = ['alternateName', 'ratingValue', 'bestRating', 'worstRating'].map((name) => value(rating, name))
  assert.deepEqual(numbers, ['Mostly true', 4, 5, 1])

  const claim = review?.['http://schema.org/itemReviewed'] as Node[]
  const authors = claim[0]?.['http://schema.org/author'] as Node[]
  assert.deepEqual(
    authors.map((author) => [author['@type'], value(author, 'name')]),
    [
      [['http://schema.org/GovernmentOrganization'], 'Harbour Authority'],
      [['http://schema.org/Person'], 'Lena Okafor'],
    ],
  )
  assert.equal(value(claim[0], 'datePublished'), '2024-02', 'as far as the earliest date is known')
  for (const author of authors) {
    const address = String(value(author, 'url')).slice(site.length)
    await visitor(desk.app).get(address).expect(200)
  }
  const appearances = (claim[0]?.['http://schema.org/appearance'] as Node[]).map((it) => it['@id'])
  const inOrder = [documents.own, documents.early, documents.late].map(({ id }) => `${site}/documents/${id}`)
  assert.deepEqual(appearances, inOrder, 'the earliest first')
  assert.equal((claim[0]?.['http://schema.org/firstAppearance'] as Node[])[0]?.['@id'], inOrder[0])

  const page = load((await visitor(desk.app).get(`/claims/${claimId}`).redirects(1).expect(200)).text)
  assert.deepEqual(JSON.parse(page(`script[type="${linked}"]`).text()), data)
  assert.equal(page(`link[rel=alternate][type="${linked}"]`).length, 1)
  assert.match(page('link[rel=canonical]').attr('href') ?? '', new RegExp(`^${site}/claims/${claimId}-no-container`))
  assert.match(page('meta[property="og:title"]').attr('content') ?? '', /No container ship/)
})

test('a rating without a number has its name alone', async () => {
  const { claimId } = await publishedClaim()
  const verdict = await giveVerdictOn(desk.db, { claimId }, { by: editor.id, rating: 'not-checkable' })
  await publishVerdict(desk.db, { verdictId: verdict.id, by: reviewer.id, ownVerdicts: false })
  const { reviewRating } = (await ask(`/claims/${claimId}`)) as { reviewRating: Node }
  assert.deepEqual(Object.keys(reviewRating), ['@type', 'alternateName', 'ratingExplanation'])
})

test('a claim’s page has its earliest report first, says how the newsroom checks, how to cite it, and what was corrected', async () => {
  const { db } = desk
  const { claimId, first, second, third } = await publishedClaim()
  const { revision } = await db.claim.findUniqueOrThrow({ where: { id: claimId } })
  const sentence = 'No freight ship will dock in Port Ansel after December 2025'
  const corrected = EditedClaim.parse({ sentence, revision, correction: 'She spoke of all freight.' })
  await editClaim(db, claimId, { ...corrected, by: reviewer.id })

  const page = load((await visitor(desk.app).get(`/claims/${claimId}`).redirects(1).expect(200)).text)
  const groups = page('.origin').map((_, group) => page(group).find('h4 a').text())
  assert.deepEqual(groups.get(), ['Harbour Authority', 'Lena Okafor'])
  const links = page('.origin .words a').map((_, a) => page(a).attr('href')?.match(/\d+/)?.[0])
  assert.deepEqual(links.get(), [third.id, first.id, second.id].map(String))
  assert.match(page('.origin h4').eq(1).text(), /2 reports, the first of 11 March 2024/)
  assert.match(page('.citation').text(), new RegExp(`${sentence}”.*claim ${claimId}.*${site}/claims/${claimId}$`))
  assert.match(page('.how-we-check').text(), /How On Record checks/)
  assert.match(page('.corrections').text(), /She spoke of all freight.*No container ship.*No freight ship/s)
})

test('a statement’s page shows each step whole, and the version its words stand in', async () => {
  const { first, documents } = await publishedClaim()
  const page = load((await visitor(desk.app).get(`/statements/${first.id}`).redirects(1).expect(200)).text)
  const facts = page('.chain .step')
    .first()
    .find('.details li')
    .map((_, fact) => page(fact).text())
  assert.deepEqual(facts.get(), ['in Port Ansel', '11 March 2024'])
  assert.equal(page(`a[href="/documents/${documents.early.id}/versions/1"]`).length, 1)
  assert.match(page('.citation').text(), /Lena Okafor said/)
})

test('a statement is a Quotation, a document a work of its kind, each by whoever it is by', async () => {
  const { first, documents } = await publishedClaim()
  const [quotation] = await expand(await ask(`/statements/${first.id}`))
  assert.deepEqual(quotation?.['@type'], ['http://schema.org/Quotation'])
  assert.equal(value(quotation, 'text'), 'Not one container ship will dock here after December')
  assert.equal(value(value(quotation, 'creator') as Node, 'name'), 'Lena Okafor')
  assert.equal(value(quotation, 'dateCreated'), '2024-03-11')

  const [work] = await expand(await ask(`/documents/${documents.late.id}`))
  assert.deepEqual(work?.['@type'], ['http://schema.org/Report'])
  assert.equal(value(work, 'datePublished'), '2024-03-14')
})

test('the way of a statement is PROV-O: each step quoted from the one before, by somebody, named or not', async () => {
  const { db } = desk
  const origin = await makeDocument(db, { publisher: 'City Hall' })
  const upstream = await recordOn(db, origin.id, { hops: [] })
  const { id: documentId } = await makeDocument(db, { publisher: 'Coast Wire' })
  const { id } = await recordOn(db, documentId, {
    hops: [
      {
        naming: 'named',
        source: 'Lena Okafor',
        cue: 'told',
        addressee: 'reporters',
        place: 'Port Ansel',
        said: '2024-03',
        upstreamId: upstream.id,
      },
      { naming: 'described', description: 'local media', cue: 'report' },
    ],
  })
  await publish(db, origin.id)
  await publish(db, documentId)
  const verdict = await giveVerdictOn(db, { statementId: id }, { by: editor.id })
  await publishVerdict(db, { verdictId: verdict.id, by: reviewer.id, ownVerdicts: false })
  const hidden = await giveVerdictOn(
    db,
    { statementId: id },
    { by: editor.id, rating: 'misquoted', supersedesId: verdict.id, reasons: 'Not a word of it.' },
  )

  const data = await ask(`/statements/${id}/provenance`)
  assert.doesNotMatch(JSON.stringify(data), /Not a word of it/, `draft ${hidden.id} is the desk’s own`)
  const graph = await expand(data)
  const find = (address: string) => graph.find((node) => node['@id'] === `${site}${address}`)
  const ids = (node: Node | undefined, property: string) =>
    ((node?.[`http://www.w3.org/ns/prov#${property}`] ?? []) as Node[]).map((it) => it['@id'])
  const statement = `/statements/${id}`
  assert.deepEqual(ids(find(statement), 'wasQuotedFrom'), [`${site}${statement}#step-2`])
  assert.deepEqual(ids(find(statement), 'hadPrimarySource'), [`${site}${statement}#step-1`])
  assert.deepEqual(ids(find(`${statement}#step-2`), 'wasQuotedFrom'), [`${site}${statement}#step-1`])
  assert.deepEqual(ids(find(`${statement}#step-1`), 'wasQuotedFrom'), [`${site}/statements/${upstream.id}`])
  const [speaker] = ids(find(`${statement}#step-1`), 'wasAttributedTo')
  const agent = graph.find((node) => node['@id'] === speaker)
  assert.deepEqual(agent?.['http://www.w3.org/2000/01/rdf-schema#label'], [{ '@value': 'Lena Okafor' }])
  const [quotation] = find(`${statement}#step-2`)?.['http://www.w3.org/ns/prov#qualifiedQuotation'] as Node[]
  assert.deepEqual(quotation?.['@type'], ['http://www.w3.org/ns/prov#Quotation'])
  assert.deepEqual(find(`${statement}#step-1`)?.['http://purl.org/dc/terms/created'], [
    { '@value': '2024-03', '@type': 'http://www.w3.org/2001/XMLSchema#gYearMonth' },
  ])
  assert.deepEqual(ids(find(`${statement}#verdict-${verdict.id}`), 'hadPrimarySource'), [
    'https://portansel.example/press/2024-03-12',
  ])
})

test('a verdict that took another’s place is its revision in PROV-O; the withdrawn claim is gone, and the draft is not found', async () => {
  const { db } = desk
  const { claimId } = await publishedClaim()
  const old = await giveVerdictOn(db, { claimId }, { by: editor.id, rating: 'unproven' })
  await publishVerdict(db, { verdictId: old.id, by: reviewer.id, ownVerdicts: false })
  const next = await giveVerdictOn(db, { claimId }, { by: editor.id, rating: 'true', supersedesId: old.id })
  await publishVerdict(db, { verdictId: next.id, by: reviewer.id, ownVerdicts: false })
  const graph = await expand(await ask(`/claims/${claimId}/provenance`))
  const claim = `${site}/claims/${claimId}`
  const revised = graph.find((node) => node['@id'] === `${claim}#verdict-${next.id}`)
  assert.deepEqual(revised?.['http://www.w3.org/ns/prov#wasRevisionOf'], [{ '@id': `${claim}#verdict-${old.id}` }])

  const prov = (node: Node | undefined, name: string) =>
    (node?.[`http://www.w3.org/ns/prov#${name}`] as { '@value': string; '@id': string }[] | undefined)?.[0]
  const check = graph.find((node) => node['@id'] === prov(revised, 'wasGeneratedBy')?.['@id'])
  assert.equal(prov(revised, 'generatedAtTime')?.['@value'], prov(check, 'endedAtTime')?.['@value'])
  const publication = graph.find((node) => node['@id'] === `${claim}#verdict-${next.id}-publication`)
  assert.equal(prov(publication, 'used')?.['@id'], revised?.['@id'])
  for (const node of graph) {
    for (const name of Object.keys(node))
      assert.doesNotMatch(name, /^https:\/\/schema\.org|schema\.org\/recipient|terms\/medium/)
  }

  const { id: draft } = await stateClaim(db, (await recordOn(db, (await makeDocument(db)).id)).id, {
    sentence: 'Not yet public',
  })
  await visitor(desk.app).get(`/claims/${draft}/provenance`).expect(404)
  const signedIn = await signIn(desk.app, editor)
  await signedIn.get(`/claims/${draft}/provenance`).expect(200)
  await withdrawClaim(db, { claimId, reason: 'It was another quay.', by: reviewer.id })
  assert.match((await visitor(desk.app).get(`/claims/${claimId}/provenance`).expect(410)).text, /another quay/)
})

test('words that would end a script or an element stay words in a page’s data', async () => {
  const { db } = desk
  const { id: documentId } = await makeDocument(db, { publisher: '</script><script>alert(1)</script><!--' })
  await publish(db, documentId)
  const { text } = await visitor(desk.app).get(`/documents/${documentId}`).redirects(1).expect(200)
  const page = load(text)
  assert.equal(page('script:not([src])').length, 1)
  const { publisher } = JSON.parse(page(`script[type="${linked}"]`).text()) as { publisher: { name: string } }
  assert.equal(publisher.name, '</script><script>alert(1)</script><!--')
})
