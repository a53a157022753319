import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type CheerioAPI, load } from 'cheerio'
import { publishVerdict } from '../src/verdicts/verdicts.ts'
import { openDemoDesk, type TestDesk } from './support/desk.ts'
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

type Reader = ReturnType<typeof visitor>
type Case = { name: string; words: string; tone: string; sign: string; pills: string[] }
type Told = Case & { id: number; sourceId: number }

/** Each was said, as we confirmed; what differs is what was found of the claim, and what the speaker makes of it. */
const cases = {
  isFalse: {
    name: 'who states what is false',
    words: 'the quay has not moved since 2019',
    tone: 'bad',
    sign: 'said ✓ · true ✕',
    pills: ['Said? ✓ Confirmed', 'True? ✕ False'],
  },
  deniesFalse: {
    name: 'who denies what is false',
    words: 'that the quay had ever stood still',
    tone: 'good',
    sign: 'said ✓ · denies what is false',
    pills: ['Said? ✓ Confirmed', '✓ Denies a claim rated False'],
  },
  doubtsTrue: {
    name: 'who doubts what is true',
    words: 'whether freight would ever stop',
    tone: 'caution',
    sign: 'said ✓ · doubts what is true',
    pills: ['Said? ✓ Confirmed', '! Doubts a claim rated True'],
  },
  deniesTrue: {
    name: 'who denies what is true',
    words: 'that a single ship would be turned away',
    tone: 'bad',
    sign: 'said ✓ · denies what is true',
    pills: ['Said? ✓ Confirmed', '✕ Denies a claim rated True'],
  },
  isTrue: {
    name: 'who states what is true',
    words: 'freight will stop in December',
    tone: 'good',
    sign: 'said ✓ · true ✓',
    pills: ['Said? ✓ Confirmed', 'True? ✓ True'],
  },
  ofTwo: {
    name: 'who states one true thing and one that is false',
    words: 'freight stops although the quay is sound',
    tone: 'bad',
    sign: 'said ✓ · true ✕',
    pills: ['Said? ✓ Confirmed', 'True? ✕ False 1 of 2 claims'],
  },
  hiddenClaim: {
    name: 'whose claim nobody has published',
    words: 'the port is to be sold abroad',
    tone: 'good',
    sign: 'said ✓',
    pills: ['Said? ✓ Confirmed'],
  },
  hiddenVerdict: {
    name: 'whose claim’s verdict nobody has published',
    words: 'the cranes are paid for',
    tone: 'good',
    sign: 'said ✓',
    pills: ['Said? ✓ Confirmed', 'True? ? Not checked yet'],
  },
  onlySaid: {
    name: 'who claims nothing that is looked into',
    words: 'good morning to all of you',
    tone: 'good',
    sign: 'said ✓',
    pills: ['Said? ✓ Confirmed'],
  },
  unchecked: {
    name: 'whom nobody checked, of a claim that is false',
    words: 'the quay is as firm as ever',
    tone: 'bad',
    sign: 'said ? · true ✕',
    pills: ['Said? ? Not checked yet', 'True? ✕ False'],
  },
} satisfies Record<string, Case>
type Name = keyof typeof cases

let desk: TestDesk
let reader: Reader
let editor: TestAccount
let reviewer: TestAccount
let documentId: number
let told: Record<Name, Told>
const claims = { false: 0, true: 0 }
let verdictOnFalse: number

before(async () => {
  desk = await openDemoDesk({ cachePages: true })
  reader = visitor(desk.app)
  editor = await makeAccount(desk.db, 'editor')
  reviewer = await makeAccount(desk.db, 'reviewer')
  await tellStory()
})
after(() => desk.close())

async function tellStory(): Promise<void> {
  const { db } = desk
  const by = editor.id
  const names = Object.keys(cases) as Name[]
  const text = names.map((name, i) => `Speaker ${i}, on the harbour: ${cases[name].words}. So it was.`).join('\n\n')
  documentId = (await makeDocument(db, { text, title: 'Ten voices on the quay' })).id
  const all = await Promise.all(
    names.map(async (name, i) => {
      const hops = [{ naming: 'named' as const, source: `Speaker ${i}`, cue: 'said' }]
      const { id, hops: stored } = await recordOn(db, documentId, { quote: cases[name].words, mode: 'direct', hops })
      return [name, { ...cases[name], id, sourceId: stored[0]?.sourceId ?? 0 }] as const
    }),
  )
  told = Object.fromEntries(all) as typeof told

  const topics = 'Quay'
  const { isFalse, isTrue, deniesFalse, deniesTrue, doubtsTrue, ofTwo, unchecked, hiddenClaim, hiddenVerdict } = told
  claims.false = (await stateClaim(db, isFalse.id, { sentence: 'The quay stands where it stood', topics })).id
  claims.true = (await stateClaim(db, isTrue.id, { sentence: 'Freight ends this year', topics })).id
  await stateClaim(db, deniesFalse.id, { claimId: claims.false, stance: 'denies' })
  await stateClaim(db, deniesTrue.id, { claimId: claims.true, stance: 'denies' })
  await stateClaim(db, doubtsTrue.id, { claimId: claims.true, stance: 'doubts' })
  await stateClaim(db, ofTwo.id, { claimId: claims.false })
  await stateClaim(db, ofTwo.id, { claimId: claims.true })
  await stateClaim(db, unchecked.id, { claimId: claims.false })
  const sold = await stateClaim(db, hiddenClaim.id, { sentence: 'SECRET: the port is for sale' })
  const paid = await stateClaim(db, hiddenVerdict.id, { sentence: 'The cranes have been paid' })

  const said = names.filter((name) => name !== 'unchecked')
  const onSaid = await Promise.all(said.map((name) => giveVerdictOn(db, { statementId: told[name].id }, { by })))
  // What was thought of it first: superseded, and told to readers as such.
  const first = await giveVerdictOn(db, { claimId: claims.false }, { by, rating: 'true' })
  await publish(db, documentId, {
    claimIds: [claims.false, claims.true, paid.id],
    verdictIds: [...onSaid.map(({ id }) => id), first.id],
  })
  const found = await giveVerdictOn(db, { claimId: claims.false }, { by, rating: 'false', supersedesId: first.id })
  const holds = await giveVerdictOn(db, { claimId: claims.true }, { by })
  verdictOnFalse = found.id
  for (const verdictId of [found.id, holds.id])
    await publishVerdict(db, { verdictId, by: reviewer.id, ownVerdicts: false })
  await giveVerdictOn(db, { claimId: sold.id }, { by, rating: 'false' })
  await giveVerdictOn(db, { claimId: paid.id }, { by, rating: 'false' })
}

async function open(path: string, as = reader): Promise<CheerioAPI> {
  return load((await as.get(path).redirects(1).expect(200)).text)
}

const tidy = (words: string) => words.replace(/\s+/g, ' ').trim()
const pillsIn = ($: CheerioAPI, within: ReturnType<CheerioAPI>) =>
  within
    .find('.verdicts')
    .first()
    .find('.rating')
    .map((_, pill) => tidy($(pill).text()))
    .get()

/** The faces that show a statement in a list: where they are, and what there is about that statement alone. */
const lists: [name: string, path: (one: Told) => string][] = [
  ['the front page', () => '/'],
  ['the list of statements', ({ words }) => `/statements?q=${encodeURIComponent(words)}`],
  ['a search', ({ words }) => `/search?q=${encodeURIComponent(`"${words}"`)}`],
  ['a source’s page', ({ sourceId }) => `/sources/${sourceId}`],
  ['a source’s page on one topic', ({ sourceId }) => `/sources/${sourceId}?topic=${topicId}`],
  ['the claim that is false', () => `/claims/${claims.false}`],
  ['the claim that is true', () => `/claims/${claims.true}`],
]
let topicId = 0

for (const [name, { name: who, tone, sign, pills }] of Object.entries(cases)) {
  test(`both answers are told on every page, and green stands on nothing that is wrong: ${who}`, async () => {
    topicId = (await desk.db.topic.findFirstOrThrow({ where: { name: 'Quay' } })).id
    const one = told[name as Name]
    const isWrong = tone === 'bad' || tone === 'caution'

    const $ = await open(`/documents/${documentId}`)
    const marks = $(`.mark[data-statement=${one.id}]`)
    assert.ok(marks.length > 0 && marks.toArray().every((mark) => $(mark).hasClass(`tone-${tone}`)), 'the text')
    const drawn = marks.last().nextAll('.sign').first()
    assert.deepEqual([drawn.attr('data-sign'), drawn.hasClass(`tone-${tone}`)], [sign, true])
    assert.match(drawn.attr('aria-label') ?? '', /Did they say it\?/)
    const card = $(`#statement-${one.id}`)
    assert.ok(card.hasClass(`tone-${tone}`), 'the card')
    assert.deepEqual(pillsIn($, card), pills)
    if (isWrong) assert.equal(card.find('.tone-good').length, 0, 'the card has no green')

    const own = await open(`/statements/${one.id}`)
    assert.deepEqual(pillsIn(own, own('main')), pills)
    assert.ok(own('blockquote .mark').hasClass(`tone-${tone}`))
    assert.match(own('meta[name=description]').attr('content') ?? '', /Did they say it\?/)
    if (isWrong) assert.equal(own('main .tone-good').length, 0, 'its own page has no green')

    let met = 0
    for (const [face, path] of lists) {
      const page = await open(path(one)).catch(() => null)
      const lines = page?.('main li').filter((_, li) => page(li).find(`a[href^="/statements/${one.id}-"]`).length > 0)
      if (!page || !lines || lines.length === 0) continue
      met++
      assert.deepEqual(pillsIn(page, lines.first()), pills, face)
      assert.equal(lines.first().find('.verdicts').first().hasClass(`worst-${tone}`), true, face)
      if (isWrong) assert.equal(lines.first().find('.tone-good').length, 0, `${face} has no green`)
    }
    assert.ok(met >= 3, `only ${met} lists have it`)
  })
}

test('what readers are not told of a claim does not colour what they see; who works here sees it', async () => {
  const signedIn = await signIn(desk.app, editor)
  const $ = await open(`/documents/${documentId}`, signedIn)
  assert.ok($(`#statement-${told.hiddenVerdict.id}`).hasClass('tone-bad'))
  assert.ok($(`#statement-${told.hiddenClaim.id}`).hasClass('tone-bad'))
  const { text } = await reader.get(`/documents/${documentId}`).redirects(1)
  assert.doesNotMatch(text, /SECRET/)
})

test('at the desk of a document the text and its cards take the worse of both answers, too', async () => {
  const signedIn = await signIn(desk.app, editor)
  const $ = await open(`/documents/${documentId}/desk`, signedIn)
  for (const { id, tone, sign, pills } of [told.isFalse, told.doubtsTrue, told.deniesFalse]) {
    assert.ok($(`.mark[data-statement=${id}]`).hasClass(`tone-${tone}`))
    assert.equal($(`.mark[data-statement=${id}]`).last().nextAll('.sign').first().attr('data-sign'), sign)
    assert.ok($(`#statement-${id}`).hasClass(`tone-${tone}`))
    assert.deepEqual(pillsIn($, $(`#statement-${id}`)), pills)
  }
})

test('the front page has no green on what is false', async () => {
  const $ = await open('/')
  const line = $('main li').filter((_, one) => $(one).find(`a[href^="/statements/${told.unchecked.id}-"]`).length > 0)
  assert.ok(line.find('.verdicts').is('.worst-bad'))
  assert.deepEqual(pillsIn($, line), told.unchecked.pills)
})

test('a claim that was found false is green on no face: lists, hits, its topic, its own page, its frame elsewhere', async () => {
  const { sentence } = await desk.db.claim.findUniqueOrThrow({ where: { id: claims.false } })
  const { id: topic } = await desk.db.topic.findFirstOrThrow({ where: { name: 'Quay' } })
  for (const path of ['/claims', `/search?q=${encodeURIComponent(sentence)}`, `/topics/${topic}`]) {
    const $ = await open(path)
    const rows = $('main :is(li, tr)').filter((_, row) => $(row).find(`a[href^="/claims/${claims.false}-"]`).length > 0)
    const inmost = rows.filter((_, row) => $(row).find(rows).length === 0)
    assert.ok(inmost.length > 0, path)
    inmost.each((_, row) => {
      assert.ok($(row).find('.tone-bad').length > 0, path)
      assert.equal($(row).find('.tone-good').length, 0, path)
    })
  }
  const own = await open(`/claims/${claims.false}`)
  assert.ok(own('.page-head .tone-bad, .verdict-box.tone-bad, .verdict-box .tone-bad').length > 0)
  assert.equal(own('.page-head .tone-good').length, 0)
  const frame = await open(`/embed/claims/${claims.false}`)
  assert.ok(frame('.tone-bad').length > 0, 'its frame')
  assert.equal(frame('.tone-good').length, 0, 'its frame has no green')
})

test('a document says how many of what was confirmed are false, and leads to the first of them', async () => {
  const $ = await open(`/documents/${documentId}`)
  const parts = $('.summary-line li')
    .map((_, li) => tidy($(li).text()))
    .get()
  assert.deepEqual(parts, ['10 statements', '9 confirmed, 3 of them false', '1 not checked, 1 of them false'])
  assert.ok($('.summary-line a').length > 2)
  $('.summary-line a').each((_, a) => assert.equal($($(a).attr('href') ?? 'none').length, 1))
  assert.match($('.legend').first().text(), /found false/)
})

test('programs are told both answers: in the JSON of pages, in exports in columns of their own, in feeds in words', async () => {
  const one = told.isFalse
  const json = (path: string) => reader.get(path).redirects(1).set('Accept', 'application/json').expect(200)
  const { body: page } = await json(`/statements/${one.id}`)
  assert.equal(page.statement.standing.tone, 'bad')
  assert.deepEqual(
    page.statement.standing.answers.map((answer: { axis: string; label: string }) => [answer.axis, answer.label]),
    [
      ['Said?', 'Confirmed'],
      ['True?', 'False'],
    ],
  )
  const { body: listed } = await json(`/statements?q=${encodeURIComponent(one.words)}`)
  assert.equal(listed.statements[0].standing.sign, one.sign)

  const q = encodeURIComponent(`"${one.words}"`)
  const exported = async (form: string) => {
    const { body } = await reader.get(`/search.${form}?q=${q}`).responseType('blob').expect(200)
    return String(body)
  }
  const lines = await exported('jsonl')
  const row = JSON.parse(lines.split('\n')[0] ?? '{}')
  assert.deepEqual(
    [row.rating, row.attribution, row.accuracy, row.accuracy_label, row.stance, row.standing],
    ['confirmed', 'confirmed', 'false', 'False', 'asserts', 'bad'],
  )
  const csv = await exported('csv')
  assert.match(csv.split('\r\n')[0] ?? '', /,attribution,attribution_label,accuracy,accuracy_label,stance,standing,/)
  assert.match(csv.split('\r\n')[1] ?? '', /,confirmed,Confirmed,false,False,asserts,bad,/)

  for (const path of [`/search.atom?q=${q}`, `/sources/${one.sourceId}/feed.atom`]) {
    const $ = load(String((await reader.get(path).responseType('blob').expect(200)).body), { xml: true })
    const entries = $('entry').filter((_, entry) => $(entry).text().includes(one.words))
    assert.ok(entries.length > 0)
    entries.each((_, entry) => assert.match($(entry).text(), /Confirmed.*Is it true\? False/s, path))
  }
})

test('in a feed an older verdict on a claim says what holds now, and a confirmed quote what was found of it', async () => {
  const $ = load(String((await reader.get('/feed.atom').responseType('blob').expect(200)).body), { xml: true })
  const titles = $('entry > title')
    .map((_, title) => $(title).text())
    .get()
  assert.ok(titles.includes('True (now False): The quay stands where it stood'))
  assert.ok(titles.includes('False: The quay stands where it stood'))
  assert.ok(titles.includes(`Confirmed (Is it true? False): “${told.isFalse.words}”`))
  assert.ok(titles.includes(`Confirmed (Denies a claim rated False): “${told.deniesFalse.words}”`))
  assert.ok(titles.includes(`Confirmed: “${told.isTrue.words}”`))
})

test('the numbers of a source and a topic say how much of what was confirmed is false, and their bar has it apart', async () => {
  for (const path of [`/sources/${told.isFalse.sourceId}`, `/topics/${topicId}`]) {
    const $ = await open(path)
    assert.match(tidy($('#numbers').parent().text()), /confirmed \(\d of them false\)/, path)
    assert.match($('svg.shares').first().attr('aria-label') ?? '', /Confirmed, but false: \d/, path)
  }
  const $ = await open(`/sources/${told.isFalse.sourceId}`)
  assert.equal($('svg.shares').first().find('.tone-good').length, 0, 'all they said that was confirmed is false')
  const { body } = await reader.get(`/topics/${topicId}`).redirects(1).set('Accept', 'application/json').expect(200)
  type Shares = { id: number; attribution: { found: { slug: string; count: number; wrong: number }[] } }
  const { speakers } = (body as { counts: { speakers: Shares[] } }).counts
  const confirmed = speakers
    .find(({ id }) => id === told.isFalse.sourceId)
    ?.attribution.found.find(({ slug }) => slug === 'confirmed')
  assert.ok(confirmed && confirmed.wrong === confirmed.count, 'of whoever is quoted on the topic, too')
  const clean = await open(`/sources/${told.isTrue.sourceId}`)
  assert.doesNotMatch(clean('#numbers').parent().text(), /of them false/)
})

test('a picture draws who denies and who doubts otherwise than who asserts, in words too, and no single origin in green', async () => {
  const onFalse = await open(`/claims/${claims.false}/graph`)
  assert.ok(onFalse('.picture-line.denies').length > 0)
  assert.ok(onFalse('.picture-line:not(.denies)').length > 0)
  assert.match(onFalse('.picture-cue.denies').text(), /denies/)
  assert.match(onFalse('table').text(), /denies it/)
  assert.match(onFalse('.legend').text(), /asserts.*denies.*doubts/s)
  const onTrue = await open(`/claims/${claims.true}/graph`)
  assert.ok(onTrue('.picture-line.doubts').length > 0)
  assert.match((await open(`/claims/${claims.true}/timeline`))('table').text(), /doubts it.*|denies it/)
  const { body: sheet } = await reader.get(`/claims/${claims.true}/graph.svg`).responseType('blob').expect(200)
  const [, rule = ''] = /\.picture-box\.origin[^{]*\{([^}]*)\}/.exec(String(sheet)) ?? []
  assert.match(rule, /stroke/)
  assert.doesNotMatch(rule, /good/)
})

test('a search’s facets say which of the two questions a rating answers', async () => {
  const $ = await open('/search?q=quay')
  const names = $('.facet a')
    .map((_, a) => tidy($(a).text()))
    .get()
  assert.ok(names.includes('Said: Confirmed') && names.includes('True: False'), names.join(', '))
})

test('what was superseded has no colour in the history of a claim that was found false', async () => {
  const $ = await open(`/claims/${claims.false}/verdicts`)
  assert.equal($('.verdict-succession .tone-good').length, 0)
  assert.match($('.verdict-succession').text(), /True/)
})

/** Read from the rows, otherwise than the rule does: statements whose words were found not to be so, or are in doubt. */
async function listWrong(): Promise<Set<number>> {
  const rows = await desk.db.statementClaim.findMany({
    where: { claim: { state: { in: ['published', 'corrected'] } } },
    select: {
      statementId: true,
      stance: true,
      claim: {
        select: {
          verdicts: {
            where: { state: 'published' },
            orderBy: { id: 'desc' },
            take: 1,
            select: { rating: { select: { tone: true } } },
          },
        },
      },
    },
  })
  const isWrong = (stance: string, tone: string | undefined) => tone === (stance === 'asserts' ? 'bad' : 'good')
  const wrong = rows.filter(({ stance, claim }) => isWrong(stance, claim.verdicts[0]?.rating.tone))
  return new Set(wrong.map(({ statementId }) => statementId))
}

test('on no page that readers see does green stand on a statement whose claim is rated bad', async () => {
  const wrong = await listWrong()
  assert.ok(wrong.size >= 4)
  const due = ['/']
  const seen = new Set(due)
  let looked = 0
  for (let path = due.shift(); path !== undefined; path = due.shift()) {
    const answer = await reader.get(path).redirects(2)
    if (answer.status !== 200 || !answer.type.includes('html')) continue
    const $ = load(answer.text)
    $('.tone-good').each((_, green) => {
      const about = statementOf($, $(green), path)
      if (about === undefined) return
      looked++
      assert.ok(!wrong.has(about), `${path} has statement ${about} in green: ${tidy($(green).text())}`)
    })
    for (const href of $('a[href^="/"]')
      .map((_, a) => $(a).attr('href')?.split('#')[0])
      .get()) {
      const isPage =
        !/^\/(search|session|annotations|openapi|about\/api)|\.(svg|atom|csv|jsonl)|\/challenge$|\?before=/.test(href)
      if (!isPage || seen.has(href)) continue
      seen.add(href)
      due.push(href)
    }
  }
  assert.ok(seen.size > 60, `${seen.size} pages`)
  assert.ok(looked > 20, `green was seen on ${looked} statements only`)
})

/** The statement that something green is about: by the mark, the card or the line it stands in, or else by the page. */
function statementOf($: CheerioAPI, green: ReturnType<CheerioAPI>, path: string): number | undefined {
  const marked = green.attr('data-statement')
  if (marked) return Number(marked)
  const card = green.closest('.card[id^=statement-]').attr('id')
  if (card) return Number(card.slice('statement-'.length))
  // The sign behind a passage: of several that end there each has its own, in their order.
  const near = green.closest('li, .card').find('a[href^="/statements/"]').first().attr('href')
  const href = near ?? path
  const [, id] = /^\/statements\/(\d+)/.exec(href) ?? []
  return id === undefined ? undefined : Number(id)
}

test('a newsroom’s own scale decides, whatever it calls its ratings', async () => {
  const admin = await signIn(desk.app, await makeAccount(desk.db, 'admin'))
  const { id, ...rating } = await desk.db.rating.findFirstOrThrow({ where: { axis: 'accuracy', slug: 'false' } })
  const sent = { ...rating, label: 'Good yarn', checklist: rating.checklist.join('\n'), ratingValue: 1 }
  const change = (tone: string, revision: number) =>
    admin
      .post(`/ratings/${id}`)
      .type('form')
      .send({ ...sent, tone, revision })
      .expect(303)
  await change('bad', rating.revision)
  const look = async () => {
    const $ = await open(`/documents/${documentId}`)
    const card = $(`#statement-${told.isFalse.id}`)
    return [card.attr('class')?.match(/tone-(\w+)/)?.[1], ...pillsIn($, card)]
  }
  assert.deepEqual(await look(), ['bad', 'Said? ✓ Confirmed', 'True? ✕ Good yarn'])
  await change('caution', rating.revision + 1)
  assert.deepEqual(await look(), ['caution', 'Said? ✓ Confirmed', 'True? ! Good yarn'])
  await change('bad', rating.revision + 2)
})

test('a passage follows its claim: a verdict that is withdrawn or superseded changes it everywhere, on kept pages too', async () => {
  const one = told.isFalse
  const toneOf = async () => {
    const $ = await open(`/documents/${documentId}`)
    const listed = await open(`/statements?q=${encodeURIComponent(one.words)}`)
    const found = await open(`/search?q=${encodeURIComponent(`"${one.words}"`)}`)
    const worstOf = (page: CheerioAPI) => /worst-(\w+)/.exec(page('main .verdicts').first().attr('class') ?? '')?.[1]
    return [
      $(`#statement-${one.id}`)
        .attr('class')
        ?.match(/tone-(\w+)/)?.[1],
      /tone-(\w+)/.exec(listed('table.rows .found').first().attr('class') ?? '')?.[1],
      worstOf(found),
    ]
  }
  assert.deepEqual(await toneOf(), ['bad', 'bad', 'bad'])

  const { db } = desk
  const better = await giveVerdictOn(db, { claimId: claims.false }, { by: editor.id, supersedesId: verdictOnFalse })
  assert.deepEqual(await toneOf(), ['bad', 'bad', 'bad'], 'a draft changes nothing for readers')
  const publisher = await signIn(desk.app, reviewer)
  await publisher.post(`/verdicts/${better.id}/publication`).expect(303)
  assert.deepEqual(await toneOf(), ['good', 'good', 'good'])
  const withdraw = (path: string) =>
    publisher.post(`${path}/withdrawal`).type('form').send({ reason: 'It was another quay' }).expect(303)
  await withdraw(`/verdicts/${better.id}`)
  assert.deepEqual(await toneOf(), ['bad', 'bad', 'bad'], 'the one before it holds again')
  await withdraw(`/claims/${claims.false}`)
  assert.deepEqual(await toneOf(), ['good', 'good', 'good'], 'of a claim that is gone nothing is told')
  const signedIn = await signIn(desk.app, editor)
  const atDesk = await open(`/documents/${documentId}`, signedIn)
  assert.ok(atDesk(`#statement-${one.id}`).hasClass('tone-good'), 'nor at the desk')
})
