import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseBrat } from '../../src/extraction/brat.ts'
import { evaluate, writeEvaluation, type Judged } from '../../src/extraction/evaluate.ts'
import { extractStatements } from '../../src/extraction/extract.ts'

const directory = process.argv[2]
if (!directory) {
  console.error('usage: npm run evaluate -- DIR   (DIR holds NAME.txt and NAME.ann)')
  process.exit(1)
}

console.log(writeEvaluation(evaluate(judge(directory))))

function* judge(directory: string): Generator<Judged> {
  for (const file of readdirSync(directory).sort()) {
    if (!file.endsWith('.ann')) continue
    const text = readFileSync(join(directory, file.replace(/ann$/, 'txt')), 'utf8')
    const gold = parseBrat(readFileSync(join(directory, file), 'utf8'))
    yield { text, gold, predicted: extractStatements(text).statements }
  }
}
