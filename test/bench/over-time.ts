import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { countCodePoints } from '../../src/anchoring/code-points.ts'
import { compareTexts } from '../../src/anchoring/compared.ts'
import type { Stretch } from '../../src/anchoring/find-quote.ts'
import { reanchor, type Reanchored } from '../../src/anchoring/reanchor.ts'
import {
  type Article,
  type Change,
  changed,
  changeTypography,
  changeWords,
  insertParagraphs,
  inTurn,
  mergeSentences,
  moveParagraphs,
  paragraphsOf,
  removeParagraphs,
} from './changed-texts.ts'
import { median } from './pages.ts'
import type { Figure } from './run.ts'

/** Articles with the places of what people are quoted as saying: https://github.com/networkdynamics/PolNeAR */
const polnear = process.env.POLNEAR_DIR ?? join(import.meta.dirname, '../../../shared/corpora/polnear/train')
const ownArticles = join(import.meta.dirname, '../extraction/articles')

/** Where recorded passages are in a changed text: how many are found, and how fast. */
export function measureOverTime(progress: (doing: string) => void): Figure[] {
  const beds = { 'own articles': readOwn() }
  if (existsSync(polnear)) Object.assign(beds, { PolNeAR: readPolnear(200) })
  else console.error(`Skipped PolNeAR: there is no ${polnear}. POLNEAR_DIR says where it is`)
  return [
    ...Object.entries(beds).flatMap(([name, bed]) => {
      progress(`re-anchoring passages of ${name}`)
      return measureBed(name, bed)
    }),
    ...measureSpeed(),
  ]
}

export type Bed = { articles: Article[]; others: Article[] }

const wanted = { 5: 99.5, 10: 99, 20: 98 }

function measureBed(name: string, { articles, others }: Bed): Figure[] {
  const vocabulary = articles.flatMap(({ text }) => text.match(/\p{L}+/gu) ?? [])
  const insert = insertParagraphs(others.flatMap(({ text }) => paragraphsOf(text)).filter((words) => words.length > 12))
  return Object.entries(wanted).flatMap(([rate, atLeast]): Figure[] => {
    const words = changeWords(Number(rate) / 100, vocabulary)
    const change = inTurn(removeParagraphs, moveParagraphs, insert, mergeSentences, words, changeTypography)
    const { right, wrong, missed, exact, gone, ...counts } = judge(articles, change)
    const about = `${name}, ${rate} % of words and paragraphs changed`
    return [
      { name: `${about}: right`, value: right, unit: '%', atLeast, from: { exact, missed, gone, ...counts } },
      { name: `${about}: wrong`, value: wrong, unit: '%', atMost: 0.3 },
    ]
  })
}

/** In percent. Right: found with 4 of 5 characters. Wrong: found elsewhere, or found although it is gone. */
function judge(articles: Article[], change: Change) {
  let [right, exact, wrong, missed, alive, gone, goneFound] = [0, 0, 0, 0, 0, 0, 0]
  const rounds = Math.ceil(1000 / articles.reduce((sum, { passages }) => sum + passages.length, 0))
  for (const [i, article] of Array.from({ length: rounds }, () => articles)
    .flat()
    .entries()) {
    const { text, truth } = changed(article, change, 1000 + i)
    const compared = compareTexts(article.text, text)
    for (const [k, passage] of article.passages.entries()) {
      const place = truth[k]
      if (place === undefined) continue
      const found = reanchor(compared, passage)
      if (place === null) {
        gone++
        if (found.place) goneFound++
        continue
      }
      alive++
      if (found.place?.start === place.start && found.place.end === place.end) exact++
      if (!found.place) missed++
      else if (overlap(found.place, place) >= 0.8) right++
      else if (overlap(found.place, place) < 0.5) wrong++
    }
  }
  const percent = (part: number, whole: number) => (100 * part) / Math.max(1, whole)
  return {
    right: percent(right, alive),
    exact: percent(exact, alive),
    missed: percent(missed, alive),
    gone: percent(gone - goneFound, gone),
    wrong: percent(wrong + goneFound, alive + gone),
    passages: alive + gone,
  }
}

function overlap(one: Stretch, other: Stretch): number {
  const both = Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start))
  return both / (Math.max(one.end, other.end) - Math.min(one.start, other.start))
}

export function readPolnear(count: number): Bed {
  const names = readdirSync(polnear).filter((file) => file.endsWith('.txt'))
  const step = Math.floor(names.length / count)
  const read = (list: string[]) =>
    list.map(readAnnotated).filter(({ text, passages }) => text.length > 800 && passages.length > 0)
  const articles = read(names.filter((_, i) => i % step === 0)).slice(0, count)
  return { articles, others: withoutWordsOf(articles, read(names.filter((_, i) => i % step !== 0))) }
}

function readAnnotated(file: string): Article {
  const text = readFileSync(join(polnear, file), 'utf8')
  const signs = Array.from(text)
  const marks = readFileSync(join(polnear, file.replace(/txt$/, 'ann')), 'utf8')
  const passages = [...marks.matchAll(/^T\d+\tContent (\d+) (\d+)\t/gm)]
    .map(([, start, end]) => ({ start: Number(start), end: Number(end) }))
    .filter(({ start, end }) => end - start >= 40 && !/\n\s*\n/.test(signs.slice(start, end).join('')))
  return { text, passages }
}

/** The project's own articles; their sentences are the passages. */
export function readOwn(): Bed {
  const texts = readdirSync(ownArticles)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => readFileSync(join(ownArticles, file), 'utf8').trim())
  const all = texts.map((text) => ({ text, passages: sentencesOf(text) })).filter(({ passages }) => passages.length > 0)
  const articles = all.filter((_, i) => i % 4 !== 3)
  return {
    articles,
    others: withoutWordsOf(
      articles,
      all.filter((_, i) => i % 4 === 3),
    ),
  }
}

function sentencesOf(text: string): Stretch[] {
  const sentences: Stretch[] = []
  for (const { 0: words, index } of text.matchAll(/\S[^.!?\n]{38,}[.!?]?/g)) {
    const start = countCodePoints(text.slice(0, index))
    sentences.push({ start, end: start + countCodePoints(words.trimEnd()) })
  }
  return sentences
}

/** What is put in may not be what was there: articles that share six words in a row with others are left out. */
function withoutWordsOf(articles: Article[], others: Article[]): Article[] {
  const sixes = (text: string) => {
    const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
    return words.slice(0, -5).map((_, i) => words.slice(i, i + 6).join(' '))
  }
  const known = new Set(articles.flatMap(({ text }) => sixes(text)))
  return others
    .map(({ text }) => ({
      text: text
        .split(/\n\s*\n/)
        .filter((paragraph) => !sixes(paragraph).some((six) => known.has(six)))
        .join('\n\n'),
      passages: [],
    }))
    .filter(({ text }) => text !== '')
}

function measureSpeed(): Figure[] {
  const { articles, others } = existsSync(polnear) ? readPolnear(200) : readOwn()
  const long = joinArticles(articles, 5000)
  const vocabulary = long.text.match(/\p{L}+/gu) ?? []
  const change = inTurn(moveParagraphs, changeWords(0.1, vocabulary), changeTypography)
  const { text } = changed(long, change, 1)
  const unlike = joinArticles(others, 5000).text
  const kept = reanchorAll(long, text).filter(({ place }) => place).length
  assert.ok(kept > 95, `Of 100 passages ${kept} were found`)
  const words = long.text.split(/\s+/).length
  return [
    { name: '100 passages re-anchored in a text', value: timeOf(long, text), unit: 'ms', atMost: 80, from: { words } },
    { name: '100 passages re-anchored in a text like none', value: timeOf(long, unlike), unit: 'ms', atMost: 100 },
  ]
}

function joinArticles(articles: Article[], words: number): Article {
  let text = ''
  const passages: Stretch[] = []
  for (const article of [...articles, ...articles]) {
    const from = countCodePoints(text) + (text === '' ? 0 : 2)
    text += `${text === '' ? '' : '\n\n'}${article.text}`
    passages.push(...article.passages.map(({ start, end }) => ({ start: start + from, end: end + from })))
    if (text.split(/\s+/).length >= words) break
  }
  const every = passages.length / 100
  return { text, passages: every > 1 ? passages.filter((_, i) => i % every < 1) : passages }
}

function reanchorAll({ text, passages }: Article, now: string): Reanchored[] {
  const compared = compareTexts(text, now)
  return Array.from({ length: 100 }, (_, i) =>
    reanchor(compared, passages[i % passages.length] ?? { start: 0, end: 0 }),
  )
}

/** Milliseconds of processor time, the median of nine. */
function timeOf(article: Article, now: string): number {
  const times = Array.from({ length: 9 }, () => {
    const begun = process.cpuUsage()
    reanchorAll(article, now)
    const { user, system } = process.cpuUsage(begun)
    return (user + system) / 1000
  })
  return median(times)
}
