import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractStatements } from '../../src/extraction/extract.ts'
import { russianArticles } from './abroad/russian.ts'
import { type Abroad, abroadArticles, laterArticles, publishedOn } from './abroad-articles.ts'

const bare = (words: string) => words.replace(/[\s«»„“”"’‘'.,:;!?…]+/gu, ' ').trim()

/** Exact contents, white space and marks apart; how often their speaker is right; and days, addressees and relays. */
function score(articles: readonly Abroad[]) {
  const sum = { gold: 0, suggested: 0, exact: 0, speakers: 0, more: 0, moreRight: 0 }
  for (const { language, text, gold } of articles) {
    const extraction = extractStatements(text, { publishedOn })
    assert.equal(extraction.language, language, text)
    const letters = Array.from(text)
    const found = extraction.statements.map(({ content, hops }) => ({
      words: bare(content.map(({ start, end }) => letters.slice(start, end).join('')).join(' ')),
      source: hops[0]!.source,
      hops,
    }))
    sum.gold += gold.length
    sum.suggested += found.length
    for (const { source } of found.flatMap(({ hops }) => hops)) {
      if (source.start === null) assert.equal(source.mention, null, 'a speaker who is not written stands nowhere')
      else assert.equal(letters.slice(source.start, source.end ?? 0).join(''), source.mention)
    }
    for (const [words, speaker, more = {}] of gold) {
      const one = found.find((each) => each.words === bare(words))
      sum.more += Object.keys(more).length
      if (!one) continue
      const [hop, outer] = one.hops
      if (more.date !== undefined && hop?.date?.iso === more.date) sum.moreRight++
      if (more.to !== undefined && hop?.addressee?.includes(more.to)) sum.moreRight++
      if (more.through !== undefined && outer?.source.mention?.includes(more.through)) sum.moreRight++
      sum.exact++
      const { anonymity, name, mention } = one.source
      const isRight = speaker.startsWith('[')
        ? anonymity !== 'unstated' && bare(mention ?? '').includes(bare(speaker.slice(1, -1)))
        : anonymity === 'named' && name === speaker
      if (isRight) sum.speakers++
    }
  }
  const { gold, suggested, exact, speakers, more, moreRight } = sum
  return { f1: (2 * exact) / (gold + suggested), speakers: speakers / exact, more: moreRight / (more || 1) }
}

for (const language of ['de', 'fr', 'es'] as const) {
  test(`quotations, clauses and sources are found with their speakers in ${language}`, () => {
    const of = (articles: Abroad[]) => score(articles.filter((one) => one.language === language))
    const [own, later] = [of(abroadArticles), of(laterArticles)]
    assert.ok(own.f1 >= 0.95 && own.speakers >= 0.95, JSON.stringify(own))
    assert.ok(later.f1 >= 0.6 && later.speakers >= 0.75, JSON.stringify(later))
  })
}

const further = { ru: russianArticles } as const

for (const [language, articles] of Object.entries(further)) {
  test(`twenty articles of many beats in ${language}: words, speakers, days, addressees and relays`, () => {
    assert.equal(articles.length, 20)
    const scored = score(articles)
    assert.ok(scored.f1 >= 0.9 && scored.speakers >= 0.9 && scored.more >= 0.9, JSON.stringify(scored))
  })
}
