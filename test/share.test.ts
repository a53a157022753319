import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { load } from 'cheerio'
import { pino } from 'pino'
import { createApp } from '../src/app.ts'
import { withdrawClaim } from '../src/claims/claims.ts'
import { svgOf } from '../src/embeds/share-picture.ts'
import { openTestDesk } from './support/desk.ts'
import {
  giveVerdictOn,
  makeAccount,
  makeDocument,
  publish,
  recordOn,
  signIn,
  stateClaim,
  visitor,
} from './support/world.ts'

const { app, db, config, database, close } = await openTestDesk({
  environment: { SECURITY_CONTACT: 'mailto:security@desk.example.org' },
})
after(close)
const editor = await makeAccount(db, 'editor')
const by = editor.id
const desk = await signIn(app, editor)
const reviewer = await signIn(app, await makeAccount(db, 'reviewer'))
const reader = visitor(app)
const base = config.baseUrl

const document = await makeDocument(db)
const statement = await recordOn(db, document.id)
const claim = await stateClaim(db, statement.id, { topics: 'Harbours' })
const draft = await stateClaim(db, statement.id, { sentence: 'SECRET: it is a rehearsal' })
const gone = await stateClaim(db, statement.id, { sentence: 'SECRET: it was a mistake' })
const verdict = await giveVerdictOn(db, { claimId: claim.id }, { by })
await publish(db, document.id, { claimIds: [claim.id, gone.id], verdictIds: [verdict.id] })
// The newsroom thinks otherwise by now; readers do not know.
await giveVerdictOn(db, { claimId: claim.id }, { by, rating: 'false', reasons: 'SECRET', supersedesId: verdict.id })
await withdrawClaim(db, { claimId: gone.id, reason: 'Nobody claimed it', by })

const embed = (id: number | string) => reader.get(`/embed/claims/${id}`)
const oembed = (url: string, more: object = {}) => reader.get('/oembed').query({ url, ...more })

test('a shared link has a picture with its words, who said them and the rating, whatever the script', async () => {
  const page = load((await reader.get(`/claims/${claim.id}`).redirects(1).expect(200)).text)
  const picture = page('meta[property="og:image"]').attr('content') ?? ''
  assert.equal(picture, `${base}/claims/${claim.id}/picture.png`)
  assert.equal(page('meta[name="twitter:card"]').attr('content'), 'summary_large_image')
  for (const path of [`/claims/${claim.id}`, `/statements/${statement.id}`]) {
    const { body, headers } = await reader.get(`${path}/picture.png`).expect(200)
    assert.equal(headers['content-type'], 'image/png')
    const png = body as Buffer
    assert.deepEqual([png.subarray(1, 4).toString(), png.readUInt32BE(16), png.readUInt32BE(20)], ['PNG', 1200, 630])
  }
  await desk.get(`/claims/${draft.id}/picture.png`).expect(404)
  await desk.get(`/claims/${gone.id}/picture.png`).expect(410)
  assert.equal(load((await desk.get(`/claims/${draft.id}`).redirects(1)).text)('meta[property="og:image"]').length, 0)

  const shared = {
    name: 'Claim 7',
    question: 'Is it true?',
    who: ['Said by <b>'],
    against: [],
    newsroom: '新聞',
    host: 'desk.example',
  }
  const of = (text: string) => svgOf({ ...shared, text, rating: { label: 'False', tone: 'bad' } })
  assert.match(of('It & <sinks>'), /It &amp; &lt;sinks&gt;.*Said by &lt;b&gt;.*False.*desk\.example/s)
  assert.match(of('港口正在下沉'), />Claim 7</, 'a script that the font lacks')
  assert.match(of('الرصيف يغرق'), /x="1120"[^>]*text-anchor="end"[^>]*>الرصيف/)
  const long = of('The quay sinks. '.repeat(200))
  assert.ok((long.match(/<text/g) ?? []).length <= 10 && long.includes('…'))
})

test('another site shows a claim in a frame: its rating with the date, its reports, whose finding it is', async () => {
  const answer = await embed(claim.id).expect(200)
  const page = load(answer.text)
  assert.equal(page('h1').text(), claim.sentence)
  assert.match(page('.found').text(), /True\s+\d+ \w+ \d{4}/)
  assert.match(page('main').text(), /Said once, by [A-Z][\w ]+ · On Record/)
  assert.ok(page('main').is('.tone-good'), 'the frame has the rating’s colour')
  const link = page('main a')
  assert.match(link.attr('href') ?? '', new RegExp(`^${base}/claims/${claim.id}-no-container`))
  assert.deepEqual([link.attr('target'), link.attr('rel')], ['_blank', 'noopener'])
  assert.equal(page('script, form, nav').length, 0)
  assert.match(String(answer.headers['content-security-policy']), /frame-ancestors \*/)
  assert.equal(answer.headers['x-frame-options'], undefined)
  assert.equal(answer.headers['set-cookie'], undefined)
  await embed(`${claim.id}-other-words`).expect(200)
})

test('a frame and a picture name those who deny and doubt a claim as such', async () => {
  const { id } = await stateClaim(db, statement.id, { sentence: 'The crane was never inspected' })
  const told = async (stance: 'denies' | 'doubts', name: string) => {
    const said = await recordOn(db, document.id, { hops: [{ naming: 'named', source: name, cue: 'said' }] })
    await stateClaim(db, said.id, { claimId: id, stance })
    return said.id
  }
  await told('denies', 'Ida Rem')
  await publish(db, document.id, { claimIds: [id] })
  const main = async () => load((await embed(id).expect(200)).text)('main').text()
  assert.match(await main(), /Said once, by [A-Z][\w ]+ · Denied by Ida Rem · On Record/)
  // A draft's denial is nobody's business yet.
  await told('denies', 'Lea Holm')
  assert.doesNotMatch(await main(), /Lea Holm|other/)
  await told('denies', 'Olaf Dahl')
  await told('doubts', 'Ida Rem')
  await publish(db, document.id)
  assert.match(await main(), /Denied by Ida Rem and 2 others · Doubted by Ida Rem · On Record/)
  // Twice the same is one; two who are not named are two.
  await told('denies', 'Ida Rem')
  for (const description of ['a guard', 'a guard']) {
    const said = await recordOn(db, document.id, { hops: [{ naming: 'described', description, cue: 'said' }] })
    await stateClaim(db, said.id, { claimId: id, stance: 'denies' })
  }
  await publish(db, document.id)
  assert.match(await main(), /Denied by Ida Rem and 4 others/)

  const picture = (...against: { words: string; withoutNames: string }[]) =>
    svgOf({
      ...{ name: 'Claim 7', question: 'Is it true?', text: 'The quay sinks', newsroom: 'On Record', host: 'd.example' },
      who: [`Said once, by the ${'Office of Civil Protection and '.repeat(3)}`],
      against,
      rating: { label: 'False', tone: 'bad' },
    })
  const denied = { words: 'Denied by Ida Rem', withoutNames: 'Denied by 1 source' }
  assert.match(picture(denied), /Said once, by the Office[^<]*…<.*Denied by Ida Rem</s)
  assert.match(picture({ ...denied, words: 'Denied by 王毅' }), /Said once.*Denied by 1 source</s)
  const doubted = { words: `Doubted by the ${'Office '.repeat(9)}`, withoutNames: 'Doubted by 1 source' }
  assert.match(picture(denied, doubted), /Denied by Ida Rem · Doubted by 1 source</)
})

test('no other page can be framed', async () => {
  for (const path of ['/', `/claims/${claim.id}`, '/embed/claims/999999']) {
    const { headers } = await reader.get(path)
    assert.match(String(headers['content-security-policy']), /frame-ancestors 'none'/, path)
    assert.ok(headers['x-frame-options'], path)
  }
})

test('a draft is in no frame, not even its editor’s; of a withdrawn claim the frame says that it is gone, and why', async () => {
  for (const asked of [reader, desk]) await asked.get(`/embed/claims/${draft.id}`).expect(404)
  const { text } = await embed(gone.id).expect(410)
  assert.match(text, /This claim was withdrawn[\s\S]*Nobody claimed it/)
  assert.doesNotMatch(text, /SECRET/)
  await embed('nothing').expect(404)
  for (const at of ['picture.png', 'graph.svg', 'graph', 'timeline.svg', 'provenance', 'verdicts']) {
    const told = await reader.get(`/claims/${gone.id}/${at}`).expect(410)
    assert.match(told.text, /This claim was withdrawn. Because: Nobody claimed it/, at)
    assert.doesNotMatch(told.text, /SECRET/)
    await reader.get(`/claims/${draft.id}/${at}`).expect(404)
  }
})

test('a claim’s page tells programs how to frame it, and readers what to copy', async () => {
  const page = load((await reader.get(`/claims/${claim.id}`).redirects(1).expect(200)).text)
  const found = page('head link[type="application/json+oembed"]').attr('href') ?? ''
  assert.ok(found.startsWith(`${base}/oembed?url=`), found)
  const { body } = await reader.get(found.slice(base.length)).expect(200)
  const { html, width, height, ...said } = body as { html: string; width: number; height: number }
  assert.deepEqual(said, {
    version: '1.0',
    type: 'rich',
    title: claim.sentence,
    provider_name: 'On Record',
    provider_url: `${base}/`,
    cache_age: 3600,
  })
  assert.equal(load(html)('iframe').attr('src'), `${base}/embed/claims/${claim.id}`)
  assert.deepEqual([width, height], [600, 220])
  assert.equal(page('#embed-code').val(), html)
  assert.equal(page('.share a').first().text(), `${base}/claims/${claim.id}`)
  assert.equal(page('link[rel=canonical]').attr('href'), page('meta[property="og:url"]').attr('content'))

  const hidden = load((await desk.get(`/claims/${draft.id}`).redirects(1).expect(200)).text)
  assert.equal(hidden('.share, link[type$="oembed"]').length, 0, 'a draft is not to be shared')
})

test('oEmbed keeps to the room it is given, answers as XML, and says what it cannot do', async () => {
  const small = await oembed(`${base}/claims/${claim.id}-any-words`, { maxwidth: 300, maxheight: 100 }).expect(200)
  assert.deepEqual([small.body.width, small.body.height], [300, 100])
  assert.equal(small.headers['access-control-allow-origin'], '*')
  const xml = await oembed(`${base}/embed/claims/${claim.id}`, { format: 'xml' })
    .expect(200)
    .expect('Content-Type', /xml/)
  assert.match(load(xml.text, { xml: true })('oembed > html').text(), /^<iframe src=/)
  await oembed(`${base}/claims/${claim.id}`, { format: 'yaml' }).expect(501)
  for (const url of [`${base}/claims/${draft.id}`, `${base}/claims/${gone.id}`, `${base}/claims/99999999999`]) {
    await oembed(url).expect(404)
  }
  for (const url of [`https://elsewhere.example/claims/${claim.id}`, `${base}/topics/1`, 'no address']) {
    await oembed(url).expect(404)
  }
  const { html } = (await oembed(`${base}/claims/${claim.id}`, { dnt: '1' }).expect(200)).body as { html: string }
  assert.doesNotMatch(html, /script/)
  const framed = await reader.get(new URL(load(html)('iframe').attr('src') ?? '').pathname).expect(200)
  assert.equal(framed.headers['set-cookie'], undefined, 'nobody is tracked, asked or not')
  for (const { attribs } of load(framed.text)('[src], link[href]').toArray())
    assert.equal(new URL(attribs['src'] ?? attribs['href'] ?? '', base).origin, base, 'nor asked of other sites')
  await reader.get('/oembed').expect(400)
  await oembed(`${base}/claims/${claim.id}`, { maxwidth: '-4' }).expect(400)
})

test('search engines find every page that readers may see, and none else', async () => {
  const robots = await reader.get('/robots.txt').expect(200)
  assert.match(robots.text, new RegExp(`Sitemap: ${base}/sitemap.xml`))
  const index = load((await reader.get('/sitemap.xml').expect(200)).text, { xml: true })
  const parts = index('sitemap > loc')
    .map((_, loc) => index(loc).text())
    .get()
  const found: string[] = []
  for (const part of parts) {
    const { text } = await reader.get(part.slice(base.length)).expect(200).expect('Content-Type', /xml/)
    assert.doesNotMatch(text, /SECRET|rehearsal|mistake/i)
    const $ = load(text, { xml: true })
    for (const url of $('url').toArray()) found.push($('loc', url).text())
    if (part.includes('/claims/')) assert.ok(Date.parse($('lastmod').first().text()) > 0)
  }
  assert.ok(found.length > 10)
  for (const address of found) {
    const page = load((await reader.get(address.slice(base.length)).expect(200)).text)
    const canonical = page('link[rel=canonical]').attr('href')
    if (canonical !== undefined) assert.equal(encodeURI(canonical), address)
  }
  assert.ok(found.some((address) => address.startsWith(`${base}/claims/${claim.id}-`)))
  for (const { id } of [draft, gone]) assert.ok(!found.some((address) => address.startsWith(`${base}/claims/${id}-`)))
  for (const path of ['/sitemaps/claims/2.xml', '/sitemaps/accounts/1.xml', '/sitemaps/claims/x.xml']) {
    await reader.get(path).expect(404)
  }
})

/** As an editor does it, by the preview's form. */
async function merge(room: 'sources' | 'topics', id: number, into: number) {
  const page = load((await reviewer.get(`/${room}/${id}/merge`).query({ into }).expect(200)).text)
  const sent = Object.fromEntries(
    ['survivorId', 'revision', 'survivorRevision'].map((name) => [name, page(`input[name=${name}]`).attr('value')]),
  )
  await reviewer.post(`/${room}/${id}/merge`).type('form').send(sent).expect(303)
}

test('an address that somebody kept leads to the same thing for ever: reworded, merged, with other words, as data', async () => {
  const other = await recordOn(db, document.id, {
    quote: 'the quay had moved four centimetres since 2019',
    hops: [{ naming: 'named', source: 'Mayor Okafor', cue: 'said' }],
  })
  const related = await stateClaim(db, other.id, { sentence: 'The quay moved', topics: 'Ports' })
  await publish(db, document.id, { claimIds: [related.id] })
  const mayor = statement.hops[0]?.sourceId ?? 0
  const asPrinted = other.hops[0]?.sourceId ?? 0
  const [harbours, ports] = await Promise.all(
    ['Harbours', 'Ports'].map((name) => db.topic.findFirstOrThrow({ where: { name } })),
  )
  assert.ok(harbours && ports)
  await merge('sources', asPrinted, mayor)
  await merge('topics', ports.id, harbours.id)

  const now: [kept: string, leadsTo: string][] = [
    [`/claims/${claim.id}`, `/claims/${claim.id}-no-container-ship`],
    [`/claims/${claim.id}-as-it-was-worded-once`, `/claims/${claim.id}-no-container-ship`],
    [`/statements/${other.id}-other-words`, `/statements/${other.id}-the-quay`],
    [`/documents/${document.id}-a-working-title`, `/documents/${document.id}-port-ansel`],
    [`/sources/${asPrinted}-mayor-okafor`, `/sources/${mayor}-lena-okafor`],
    [`/topics/${ports.id}`, `/topics/${harbours.id}-harbours`],
    [`/sources/${asPrinted}/feed.atom`, `/sources/${mayor}/feed.atom`],
    [`/topics/${ports.id}-ports/feed.atom`, `/topics/${harbours.id}/feed.atom`],
  ]
  for (const [kept, leadsTo] of now) {
    const { headers } = await reader.get(`${kept}?utm_source=elsewhere`).expect(301)
    assert.ok(headers['location']?.startsWith(leadsTo), `${kept} leads to ${headers['location']}`)
    assert.ok(headers['location']?.endsWith('?utm_source=elsewhere'), 'and takes along what stood behind it')
    await reader.get(headers['location'] ?? '').expect(200)
    if (kept.endsWith('.atom')) continue
    const { body } = await reader.get(kept).set('Accept', 'application/json').redirects(1).expect(200)
    const [thing] = Object.values(body as Record<string, { id: number } | undefined>).filter((value) => value?.id)
    assert.equal(thing?.id, Number(/\/(\d+)/.exec(leadsTo)?.[1]), `${kept} as data`)
  }
})

test('a page that is kept is sent again as it was, compressed for whoever reads that, and counted for whoever asks', async () => {
  const keeping = visitor(createApp({ config, database, log: pino({ level: 'silent' }) }))
  const path = `/embed/claims/${claim.id}`
  const seen = new Set<string>()
  for (const encoding of ['identity', 'gzip', 'gzip', 'identity']) {
    const { text, headers } = await keeping.get(path).set('Accept-Encoding', encoding).expect(200)
    assert.match(text, /Is it true\?/)
    assert.equal(headers['content-encoding'], encoding === 'gzip' ? 'gzip' : undefined)
    assert.equal(headers['x-frame-options'], undefined)
    assert.match(String(headers['content-security-policy']), /frame-ancestors \*/)
    assert.match(String(headers['vary']), /Accept-Encoding/)
    seen.add(String(headers['etag']))
  }
  assert.equal(seen.size, 1, 'one page, however it is compressed')
  await keeping
    .get(path)
    .set('If-None-Match', [...seen].join())
    .expect(304)

  const left = async () => {
    const { headers } = await keeping.get('/claims').set('Accept', 'application/json').expect(200)
    return Number(/r=(\d+)/.exec(String(headers['ratelimit']))?.[1])
  }
  assert.equal((await left()) - 1, await left())

  const signedIn = await desk.get('/claims').set('Accept-Encoding', 'gzip').expect(200)
  assert.equal(signedIn.headers['content-encoding'], undefined, 'what only they may see is not compressed')
})

test('browsers, search engines and those who report faults find what they ask of every site', async () => {
  const search = load(
    (
      await reader
        .get('/opensearch.xml')
        .expect(200)
        .expect('Content-Type', /opensearchdescription/)
    ).text,
    {
      xml: true,
    },
  )
  const templates = search('Url')
    .map((_, url) => search(url).attr('template'))
    .get()
  assert.deepEqual(templates, [`${base}/search?q={searchTerms}`, `${base}/search.atom?q={searchTerms}`])
  assert.ok([...search('ShortName').text()].length <= 16)
  const { text } = await reader
    .get('/.well-known/security.txt')
    .expect(200)
    .expect('Content-Type', /text\/plain/)
  const until = new Date(/^Expires: (.+)$/m.exec(text)?.[1] ?? '')
  assert.ok(until.getTime() > Date.now() && until.getTime() < Date.now() + 366 * 24 * 60 * 60 * 1000)
  assert.match(text, /^Contact: mailto:security@desk\.example\.org$/m)
  const icon = await reader
    .get('/favicon.ico')
    .responseType('blob')
    .expect(200)
    .expect('Content-Type', /x-icon/)
  const bytes = icon.body as Buffer
  assert.deepEqual([...bytes.subarray(0, 6)], [0, 0, 1, 0, 3, 0], 'an icon in three sizes')
  for (const entry of [6, 22, 38]) {
    const [length, at] = [bytes.readUInt32LE(entry + 8), bytes.readUInt32LE(entry + 12)]
    const png = bytes.subarray(at, at + length)
    assert.equal(png.subarray(1, 4).toString(), 'PNG')
    assert.equal(png.readUInt32BE(16), bytes[entry])
  }

  const claims = load((await reader.get('/claims').expect(200)).text)
  assert.equal(claims('link[rel=canonical]').attr('href'), `${base}/claims`)
  assert.equal(claims('link[rel=search]').attr('href'), '/opensearch.xml')
  const sorted = load((await reader.get('/claims?sort=claim').expect(200)).text)
  assert.equal(sorted('meta[name=robots]').attr('content'), 'noindex, follow')
  assert.equal(sorted('link[rel=canonical]').length, 0)
})
