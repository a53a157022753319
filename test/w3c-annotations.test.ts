import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { after, test } from 'node:test'
import ajvDraft04 from 'ajv-draft-04'
import formats from 'ajv-formats'
import jsonld from 'jsonld'
import { Parser, Writer } from 'n3'
import { annotationTerms } from '../src/annotations/context.ts'
import type { Database } from '../src/database/connect.ts'
import { openTestDesk } from './support/desk.ts'
import {
  makeAccount,
  makeDocument,
  noteOn,
  publish,
  recordOn,
  replyOn,
  signIn,
  stateClaim,
  visitor,
} from './support/world.ts'

/*
 * The W3C's own test material for the Web Annotation Data Model (https://github.com/w3c/web-annotation-tests). It is not
 * ours to carry along: W3C_ANNOTATION names the folder, or it lies beside the checkout as shared/w3c-annotation.
 */
const folder = resolve(process.env['W3C_ANNOTATION'] ?? '../shared/w3c-annotation')
const skip = existsSync(join(folder, 'annotations'))
  ? false
  : `W3C_ANNOTATION names no folder with it, nor is ${folder} one`

const { app, db, close } = await openTestDesk()
after(close)
const reviewer = await makeAccount(db, 'reviewer')
const browser = await signIn(app, reviewer)
const annoType = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
const post = (sent: string) => browser.post('/annotations/').set('Content-Type', annoType).send(sent)

function samples(kind: 'correct' | 'incorrect'): [name: string, text: string][] {
  if (skip) return []
  const at = join(folder, 'tools/samples', kind)
  return readdirSync(at).map((name) => [name, readFileSync(join(at, name), 'utf8')])
}

type Values = Record<string, unknown>

const documentLoader = async (url: string) => {
  assert.equal(url, 'http://www.w3.org/ns/anno.jsonld', 'nothing is asked of the network')
  return { contextUrl: undefined, documentUrl: url, document: annotationTerms } as never
}

async function meaningOf(annotation: Values): Promise<unknown> {
  return jsonld.expand(annotation, { documentLoader })
}

// Its types are those of an earlier version, which answered through a callback.
const canonize = jsonld.canonize as unknown as (input: unknown, options: object) => Promise<string>

/** The triples of both, with the same names for nodes that have none. */
function triplesOf(annotation: Values): Promise<string> {
  return canonize(annotation, { documentLoader })
}

function triplesIn(turtle: string): Promise<string> {
  const quads = new Writer({ format: 'N-Quads' }).quadsToString(new Parser({ format: 'text/turtle' }).parse(turtle))
  return canonize(quads, { inputFormat: 'application/n-quads' })
}

test('there are 45 correct samples and 39 incorrect ones', { skip }, () => {
  assert.deepEqual([samples('correct').length, samples('incorrect').length], [45, 39])
})

test('every correct sample is accepted, and comes back with the same meaning', { skip }, async (t) => {
  for (const [name, text] of samples('correct')) {
    await t.test(name, async () => {
      const sent = JSON.parse(text) as Values
      const made = await post(text).expect(201)
      const { pathname } = new URL(made.headers['location'] as string)
      const { body: got } = await visitor(app).get(pathname).expect(200)

      // It has an address here instead, and where it was got from in via: that the protocol asks for.
      assert.equal(got.id, made.headers['location'])
      const origins = [sent['via'], sent['id']].flat().filter((it) => it !== undefined)
      assert.deepEqual([got.via].flat(), [...new Set(origins)])
      const { via: _, ...rest } = got as Values
      const original = { ...rest, id: sent['id'], ...(sent['via'] !== undefined && { via: sent['via'] }) }
      const [meant, means] = [await meaningOf(sent), await meaningOf(original)]
      assert.ok(JSON.stringify(meant).includes('activitystreams') || JSON.stringify(meant).includes('oa#hasTarget'))
      assert.deepEqual(means, meant)

      const turtle = await visitor(app).get(pathname).set('Accept', 'text/turtle').expect(200)
      assert.equal(turtle.headers['content-type'], 'text/turtle; charset=utf-8')
      const triples = await triplesOf(got as Values)
      assert.ok(triples.split('\n').length > 2)
      assert.equal(await triplesIn(turtle.text), triples)

      const again = await browser.post('/annotations/').set('Content-Type', 'text/turtle').send(turtle.text)
      if (severalInOne.includes(name))
        return assert.match(again.text, /These are \d+ annotations|There is no annotation/)
      assert.equal(again.status, 201, again.text)
      const { via: __, ...same } = again.body as Values
      const { via: ___, ...came } = got as Values
      assert.equal(await triplesOf({ ...same, id: got.id }), await triplesOf(came))
    })
  }
})

/** Collections and pages, which are sent as JSON-LD. */
const severalInOne = ['collection1.json', 'example41.json', 'example42.json', 'example43.json']

/** What each incorrect sample gets wrong, as its answer names it: the most are no JSON besides, or have two ids. */
const faults: Record<string, RegExp> = {
  'anno1.json': /not valid JSON/,
  'anno2.json': /“@context”.*“type”.*“target” is missing/,
  'anno3.json': /“@context” has to be/,
  'anno4.json': /“@context” has to be/,
  'anno5.json': /“@context” has to be/,
  'anno6.json': /“id” has to be an IRI/,
  'anno7.json': /“id” may be there once only/,
  'anno8.json': /“type” has to be/,
  'anno9.json': /“type” has to be/,
  'anno10.json': /“target” is missing/,
  'anno11.json': /“target” has to be an IRI/,
  'anno12.json': /“body” has to be an IRI/,
  'anno13.json': /“body.id” has to be an IRI/,
  'anno14.json': /“body.format” has to be/,
  'anno16.json': /“body.textDirection” has to be/,
  'anno17.json': /“body.value” is missing/,
  'anno18.json': /“body.value” may be there once only/,
  'anno19.json': /“bodyValue” may not be there beside “body”/,
  'anno20.json': /“bodyValue” may be there once only/,
  'anno21.json': /“bodyValue” has to be one text/,
  'anno22.json': /“body.type” may name one of Choice/,
  'anno23.json': /“body.processingLanguage” may be there once only/,
  'anno24.json': /“body.textDirection” may be there once only/,
  'anno25.json': /“body.items” is only for a set/,
  'anno26.json': /“creator” has to be/,
  'anno27.json': /“generator” has to be/,
  'anno28.json': /“created” has to be a time/,
  'anno29.json': /“modified” has to be a time/,
  'anno30.json': /“generated” has to be a time/,
  'anno31.json': /“modified” may be there once only/,
  'anno32.json': /“created” may be there once only/,
  'anno33.json': /“generated” may be there once only/,
  'anno34.json': /“rights” has to be an IRI/,
  'anno35.json': /“via” has to be an IRI/,
  'anno36.json': /“canonical” has to be an IRI/,
  'anno37.json': /“target.source” is missing/,
  'anno38.json': /“target.selector.value” is missing/,
  'anno39.json': /“target.selector.value” may be there once only/,
}

/**
 * It means to have a bad language, but calls it "langauage": to the model that is a word of somebody else's, about which
 * it says nothing. The sample is refused all the same, for its commas and for its two ids.
 */
const unseen = ['anno15.json']

test('every incorrect sample is refused with a sentence that names its fault', { skip }, async (t) => {
  assert.deepEqual(
    [...Object.keys(faults), ...unseen].sort(),
    samples('incorrect')
      .map(([name]) => name)
      .sort(),
  )
  const before = await db.annotation.count()
  for (const [name, text] of samples('incorrect')) {
    await t.test(name, async () => {
      const isJson = canBeRead(text)
      const refused = await post(text).expect(isJson ? 422 : 400)
      if (!isJson) assert.match(refused.text, /not valid JSON/)
      const fault = faults[name]
      if (isJson && fault) assert.match(refused.text, fault)
      if (isJson || !fault || name === 'anno1.json') return

      // With that mended, what the sample is about is named; and so it is where that is all that is wrong with it.
      const mended = text.replace(/,(\s*[}\]])/g, '$1')
      assert.match((await post(mended).expect(422)).text, fault)
      const sent = JSON.parse(mended) as Values
      const alone = await post(JSON.stringify({ ...sent, id: 'http://example.org/1' })).expect(422)
      assert.match(alone.text, fault)
      assert.doesNotMatch(alone.text, /“id”/)
    })
  }
  assert.equal(await db.annotation.count(), before, 'nothing of it is stored')
})

function canBeRead(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

test('all that the desk itself says passes every MUST of the model', { skip }, async () => {
  const musts = readMusts()
  assert.ok(musts.length >= 50, `${musts.length} of them`)
  const said = await everythingTheDeskSays(db)
  assert.ok(said.length >= 9, 'statements with one and several passages, notes on each kind of thing, a reply')
  for (const annotation of said) {
    for (const { file, holds } of musts) assert.ok(holds(annotation), `${String(annotation['id'])}: ${file}`)
  }
  assert.ok(!musts.every(({ holds }) => holds({ ...said[0], target: 9 })), 'and what does not, fails')
  for (const annotation of said) assert.ok(await meaningOf(annotation))
})

type Must = { file: string; holds: (annotation: Values) => boolean }

function readMusts(): Must[] {
  const ajv = new ajvDraft04.default({ strict: false, schemaId: 'id', validateFormats: true })
  formats.default(ajv)
  const readSchema = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Values
  // Each definition has a "$schema" and some an "id" of the file it stands in; they are found under the file's name.
  for (const name of readdirSync(join(folder, 'definitions')).filter((it) => it.endsWith('.json'))) {
    ajv.addSchema(withoutSchema(readSchema(join(folder, 'definitions', name))), name)
  }
  const files = readdirSync(join(folder, 'annotations'), { recursive: true, encoding: 'utf8' })
  return files
    .filter((file) => file.endsWith('.json'))
    .map((file) => ({ file, schema: readSchema(join(folder, 'annotations', file)) }))
    .filter(({ schema }) => schema['assertionType'] === 'must')
    .map(({ file, schema }) => {
      const validate = ajv.compile(withoutSchema({ ...schema, id: `of-${file.replaceAll('/', '-')}` }))
      const wanted = schema['expectedResult'] !== 'invalid'
      return { file, holds: (annotation: Values) => validate(annotation) === wanted }
    })
}

function withoutSchema(value: unknown): Values {
  return JSON.parse(JSON.stringify(value, (key, it: unknown) => (key === '$schema' ? undefined : it))) as Values
}

/** Published statements and notes for readers of every kind, as the container has them. */
async function everythingTheDeskSays(db: Database): Promise<Values[]> {
  const by = reviewer.id
  const document = await makeDocument(db)
  const statement = await recordOn(db, document.id)
  const several = await recordOn(db, document.id, { quote: 'Not one container ship […] The quay is sinking' })
  const claim = await stateClaim(db, statement.id)
  await publish(db, document.id, { claimIds: [claim.id] })
  const shown = { by, visibility: 'public' as const }
  const first = await noteOn(db, { documentId: document.id }, shown)
  await noteOn(db, { documentId: document.id }, { ...shown, passage: true, quote: several.words, kind: 'correction' })
  await noteOn(db, { statementId: statement.id }, { ...shown, kind: 'question' })
  await noteOn(db, { statementId: statement.id }, { ...shown, hopId: statement.hops[0]?.id, kind: 'context' })
  await noteOn(db, { claimId: claim.id }, shown)
  await noteOn(db, { sourceId: document.publisherId }, shown)
  await replyOn(db, first.id, shown)

  const { body } = await visitor(app).get('/annotations/?iris=1').expect(200)
  const own = (body.first.items as string[]).filter((iri) => /\/(statement|note)-\d+$/.test(iri))
  return Promise.all(own.map(async (iri) => (await visitor(app).get(new URL(iri).pathname).expect(200)).body as Values))
}
