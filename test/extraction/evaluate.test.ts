import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { indexText } from '../../src/anchoring/code-points.ts'
import { type Attribution, parseBrat } from '../../src/extraction/brat.ts'
import { writeBrat } from '../support/write-brat.ts'
import { evaluate, type Judged } from '../../src/extraction/evaluate.ts'
import { extractStatements } from '../../src/extraction/extract.ts'

const articles = join(import.meta.dirname, 'articles')
const scorer = join(import.meta.dirname, '../../../shared/tools/score_attributions.py')

/** Our own articles against themselves a little off: every third span moved, every fourth statement missing. */
function judgeOwnArticles(): (Judged & { name: string })[] {
  return readdirSync(articles)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => {
      const text = readFileSync(join(articles, file), 'utf8')
      const predicted = extractStatements(text).statements
      const gold = predicted
        .filter((_, at) => at % 4 !== 3)
        .map(({ source, cue, content }, at) => ({
          source: at % 3 === 1 ? [] : source,
          cue,
          content: moved(content, at),
        }))
      return { name: file.slice(0, -4), text, gold, predicted }
    })
}

function moved(content: Attribution['content'], by: number): Attribution['content'] {
  const [first, ...rest] = content
  return first && by % 3 === 2
    ? [{ start: first.start, end: Math.max(first.start + 1, first.end - 9) }, ...rest]
    : content
}

test('brat files are read back as they were written', () => {
  for (const { text, gold } of judgeOwnArticles()) {
    const index = indexText(text)
    assert.deepEqual(parseBrat(writeBrat(gold, ({ start, end }) => index.slice(start, end))), gold)
  }
})

const missing = !existsSync(scorer) || spawnSync('python3', ['--version']).status !== 0

test(
  'our figures are those of the scorer that others use',
  { skip: missing && 'python3 or the scorer is not here' },
  () => {
    const directory = mkdtempSync(join(tmpdir(), 'on-record-'))
    try {
      const judged = judgeOwnArticles()
      for (const { name, text, gold, predicted } of judged) {
        const index = indexText(text)
        writeFileSync(join(directory, `${name}.txt`), text)
        writeFileSync(
          join(directory, `${name}.ann`),
          writeBrat(gold, ({ start, end }) => index.slice(start, end)),
        )
        writeFileSync(join(directory, `${name}.json`), JSON.stringify({ statements: predicted }))
      }
      const theirs = spawnSync('python3', [scorer, directory, directory], { encoding: 'utf8' }).stdout
      const ours = evaluate(judged)
      for (const part of ['source', 'cue', 'content'] as const) {
        const [exact, overlap] = [ours.exact[part], ours.overlapping[part]].map(
          ({ precision, recall, f1 }) => `P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${f1.toFixed(3)}`,
        )
        assert.match(theirs, new RegExp(`${part} +exact ${exact} \\| character overlap ${overlap}\n`))
      }
      const { found, recall, sourceExact, sourceOverlapping } = ours.statements
      const last = `${found}/${ours.gold} = ${recall.toFixed(3)}; source exact ${sourceExact.toFixed(3)}, overlapping ${sourceOverlapping.toFixed(3)}`
      assert.ok(theirs.includes(last), `${theirs}\nours: ${last}`)
    } finally {
      rmSync(directory, { recursive: true })
    }
  },
)
