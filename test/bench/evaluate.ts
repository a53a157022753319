import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseBrat } from '../../src/extraction/brat.ts'
import { evaluate, writeEvaluation, type Judged } from '../../src/extraction/evaluate.ts'
import { sharesByConfidence, sharesByRule, suggestOwn } from '../extraction/own-shares.ts'
import { extractStatements } from '../../src/extraction/extract.ts'

const directory = process.argv[2]
if (directory) console.log(writeEvaluation(evaluate(judge(directory))))
else printOwn()

/** Without a directory: how sure each rule may be, and whether 0.9 is nine in ten, in our own articles. */
function printOwn(): void {
  const suggestions = [...suggestOwn()]
  for (const { rule, right, of, share } of sharesByRule(suggestions))
    console.log(`${rule.padEnd(32)} ${`${right} of ${of}`.padStart(10)}  ${share.toFixed(2)}`)
  console.log()
  for (const { tenth, right, of } of sharesByConfidence(suggestions))
    console.log(`${tenth} ${`${right} of ${of}`.padStart(12)} ${Math.round((100 * right) / of)} %`.padStart(8))
}

function* judge(directory: string): Generator<Judged> {
  for (const file of readdirSync(directory).sort()) {
    if (!file.endsWith('.ann')) continue
    const text = readFileSync(join(directory, file.replace(/ann$/, 'txt')), 'utf8')
    const gold = parseBrat(readFileSync(join(directory, file), 'utf8'))
    yield { text, gold, predicted: extractStatements(text).statements }
  }
}
