import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractStatements } from '../../src/extraction/extract.ts'
import { type Abroad, abroadArticles, laterArticles } from './abroad-articles.ts'

const bare = (words: string) => words.replace(/[\s«»„“”"’‘'.,:;!?…]+/gu, ' ').trim()

/** Exact contents, white space and marks apart; and how often their speaker is right. */
function score(articles: readonly Abroad[]) {
  const sum = { gold: 0, suggested: 0, exact: 0, speakers: 0 }
  for (const { language, text, gold } of articles) {
    const extraction = extractStatements(text)
    assert.equal(extraction.language, language, text)
    const letters = Array.from(text)
    const found = extraction.statements.map(({ content, hops }) => ({
      words: bare(content.map(({ start, end }) => letters.slice(start, end).join('')).join(' ')),
      source: hops[0]!.source,
    }))
    sum.gold += gold.length
    sum.suggested += found.length
    for (const { source } of found) {
      if (source.start === null) assert.equal(source.mention, null, 'a speaker who is not written stands nowhere')
      else assert.equal(letters.slice(source.start, source.end ?? 0).join(''), source.mention)
    }
    for (const [words, speaker] of gold) {
      const one = found.find((each) => each.words === bare(words))
      if (!one) continue
      sum.exact++
      const { anonymity, name, mention } = one.source
      const isRight = speaker.startsWith('[')
        ? anonymity !== 'unstated' && bare(mention ?? '').includes(bare(speaker.slice(1, -1)))
        : anonymity === 'named' && name === speaker
      if (isRight) sum.speakers++
    }
  }
  return { f1: (2 * sum.exact) / (sum.gold + sum.suggested), speakers: sum.speakers / sum.exact }
}

for (const language of ['de', 'fr', 'es'] as const) {
  test(`quotations, clauses and sources are found with their speakers in ${language}`, () => {
    const of = (articles: Abroad[]) => score(articles.filter((one) => one.language === language))
    const [own, later] = [of(abroadArticles), of(laterArticles)]
    assert.ok(own.f1 >= 0.95 && own.speakers >= 0.95, JSON.stringify(own))
    assert.ok(later.f1 >= 0.6 && later.speakers >= 0.75, JSON.stringify(later))
  })
}
