import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { stripVTControlCharacters } from 'node:util'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { readText } from '../src/documents/reading-bytes.ts'
import { normaliseText, tidy } from '../src/documents/text.ts'
import { parseBrat } from '../src/extraction/brat.ts'
import { evaluate } from '../src/extraction/evaluate.ts'
import { extractStatements } from '../src/extraction/extract.ts'
import type { Extraction, Span } from '../src/extraction/statement.ts'
import { writeStandoff } from '../src/suggestions/brat-form.ts'
import { countedInFile } from '../src/suggestions/in-file.ts'
import { writeRows } from '../src/suggestions/csv-form.ts'
import { compiled } from './support/durations.ts'

const cli = path.join(import.meta.dirname, '../src/cli.ts')
const articles = path.join(import.meta.dirname, 'extraction/articles')
const schema = JSON.parse(fs.readFileSync(path.join(import.meta.dirname, '../docs/extraction.schema.json'), 'utf8'))
const validate = new Ajv2020().compile(schema as object)
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'on-record-extract-'))
after(() => fs.rmSync(folder, { recursive: true }))

const environment: Record<string, string> = {
  PATH: process.env.PATH ?? '',
  // Nothing answers there: the command needs no database.
  DATABASE_URL: 'postgres://desk@127.0.0.1:9/none',
  MAX_TEXT_MB: '',
  NODE_COMPILE_CACHE: compiled,
}
const envoy = `Talks in October

Russian media reports that envoy Zamir Kabulov told reporters on October 7 that the talks would begin soon. 🚢

“We will go,” said Ana Čapek, “and ‘soon’ 👩‍👩‍👧 is the word,” she added.
`

type Ended = { code: number | null; out: string; err: string }
type Given = { input?: string | Uint8Array; env?: Record<string, string> }

function extract(args: string[], { input = '', env = {} }: Given = {}) {
  return new Promise<Ended>((resolve, reject) => {
    const child = spawn(process.execPath, [cli, 'extract', ...args], { cwd: folder, env: { ...environment, ...env } })
    const ended: Ended = { code: null, out: '', err: '' }
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (ended.out += chunk))
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (ended.err += chunk))
    child.stdin.on('error', () => {}) // A command that refuses its options does not wait for what is typed.
    child.once('error', reject)
    child.once('close', (code) => resolve({ ...ended, code }))
    child.stdin.end(input)
  })
}

function write(name: string, content: string | Uint8Array): string {
  fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
  fs.writeFileSync(path.join(folder, name), content)
  return name
}

async function extractJson(args: string[], given?: Given): Promise<Extraction> {
  const { code, out, err } = await extract([...args, '--format', 'json'], given)
  assert.deepEqual({ code, err }, { code: 0, err: '' })
  const extraction = JSON.parse(out) as Extraction
  assert.ok(validate(extraction), JSON.stringify(validate.errors))
  return extraction
}

const wordsAt = (text: string, spans: Span[]) =>
  spans.map(({ start, end }) => Array.from(text).slice(start, end).join('')).join(' … ')

test('what reads other formats or fetches pages is not loaded for a plain text', async () => {
  const others = '/node_modules/(linkedom|mammoth|feedsmith|undici|unpdf|postal-mime|parse5)/'
  const told = `import { registerHooks } from 'node:module'
    registerHooks({ load: (url, context, next) => {
      if (new RegExp('${others}').test(url)) console.error(url)
      return next(url, context)
    } })`
  const hooks = `--import data:text/javascript,${encodeURIComponent(told)}`
  const { err, out } = await extract([write('envoy.txt', envoy)], { env: { NODE_OPTIONS: hooks } })
  assert.equal(err, '')
  assert.match(out, /^envoy\.txt – /)
})

test('an editor reads who said it, through whom and when, with the words where they stand and the reason', async () => {
  const file = write('envoy.txt', envoy)
  const { code, out, err } = await extract([file, '--date', '2021-10-08', '--publisher', 'Coast Wire'])
  assert.deepEqual({ code, err }, { code: 0, err: '' })
  assert.match(out, /^envoy\.txt – \d suggestions, English\n/)
  const flat = out.replace(/\s+/g, ' ')
  assert.match(
    flat,
    /\d\d % Zamir Kabulov \(.*?\) told reporters on 7 October 2021 → passed on by Russian media \(“reports”\) → published by Coast Wire says, indirect, 2021-10-07 \(“(?:on )?October 7”\)/,
  )
  assert.match(flat, /… .*told reporters on October 7 \[\[that the talks would begin soon\]\]\. 🚢 Why: “\w+” after/)
  assert.match(out, /\n\d suggestions in 1 document\.\n$/)
  const letters = new Intl.Segmenter()
  for (const line of out.split('\n')) assert.ok([...letters.segment(line)].length <= 80, line)
  assert.equal(stripVTControlCharacters(out), out, 'no colours where nobody sees them')
})

test('words are coloured where a terminal shows colours', async () => {
  const { out } = await extract([write('envoy.txt', envoy)], { env: { FORCE_COLOR: '1' } })
  assert.notEqual(stripVTControlCharacters(out), out)
})

test('a text in another language says what of it is told', async () => {
  const french = `Le ministre a parlé hier devant la presse. « Nous allons reconstruire le port avant l’hiver », a déclaré le ministre de la mer devant les journalistes réunis.\n`
  const { out } = await extract(['-'], { input: french })
  assert.match(out, /^standard input – \d suggestions?, French\n.*another language than English/)
  assert.match(
    out.replace(/\s+/g, ' '),
    /le ministre de la mer.*says, direct .*\[\[« Nous allons reconstruire le port avant l’hiver »\]\]/,
  )
})

test('programs get what docs/extraction.schema.json describes, for every article of our own', async () => {
  for (const name of ['discontinuous', 'emoji-and-accents', 'harbour-envoy', 'transcript']) {
    const file = path.join(articles, `${name}.txt`)
    const extraction = await extractJson([file, '--published', '2021-10-07'])
    const { content } = normaliseText(fs.readFileSync(file, 'utf8'), Infinity)
    assert.deepEqual(extraction, extractStatements(content, { publishedOn: '2021-10-07' }))
  }
})

/** What is written, in the words that a reader sees. */
function asRead(words: string): string {
  return words
    .replace(
      /&(amp|ldquo|rdquo|#39);/g,
      (_, name: string) => ({ amp: '&', ldquo: '“', rdquo: '”', '#39': "'" })[name] ?? '',
    )
    .normalize('NFC')
    .replace(/\s+/g, ' ')
}

const article = [
  '𝔊 🚢🚢 Τίτλος 東京 שלום',
  'The mayor Zoe\u0308 Nkrumah said\tthat “the 🚢 has sunk 👩‍👩‍👧”.  ',
  '“We will not go,” said Ana C\u030capek\u00a0Holm,\n“before Mon\u00adday at\u00a0all.”',
  'Russian media reports that envoy Zamir Kabulov told\nreporters in Moscow that the talks\u2028would begin.',
].join('\n\n\n\n')
const marked = String.raw`---
published: 2021-10-07
---
# Quay

*Ana Holm* said on Monday that [the **quay** &amp; the pier](https://a.example "said") is
sinking\! She added: &ldquo;We &#39;go&#39; on&rdquo;.

> The **ministry** told
> reporters in *Moscow* that \*all\* of it ${'`is`'} \\over.

- Bo Berg said: “It is <b>not</b>
  so.”

<p>The mayor said that the <i>ships</i> are gone.</p>
`
const bed: Record<string, string | Buffer> = {
  'plain.txt': article,
  'crlf.txt': article.replaceAll('\n', '\r\n'),
  'mac.txt': article.replaceAll('\n', '\r'),
  'marked.txt': `\uFEFF${article.replaceAll('\n', '\r\n')}\r\n\r\n`,
  'nfd.txt': article.normalize('NFD'),
  'front.txt': `---\r\npublisher: A\r\n---\r\n\r\n  ${article}`,
  'utf16.txt': Buffer.from(`\uFEFF${article}`, 'utf16le'),
  'marks.md': marked,
  'marks-crlf.md': `\uFEFF${marked.replaceAll('\n', '\r\n')}`,
  'deep.md': `${'> '.repeat(20)}Ana Holm said that *it* is so.`,
}

test('offsets count in the file as it is: line ends, marks, accents, front matter and Markdown', () => {
  for (const [name, content] of Object.entries(bed)) {
    const bytes = Buffer.from(content)
    const { fields, traced } = readText(bytes, name, 1e6)
    assert.ok(traced)
    const { content: text } = normaliseText(fields.text, 1e6)
    const tidied = tidy(traced)
    assert.equal(tidied.text, text, name)
    const decoded = new TextDecoder(name === 'utf16.txt' ? 'utf-16le' : 'utf-8', { ignoreBOM: true }).decode(bytes)
    const kept = extractStatements(text)
    const { statements } = countedInFile(kept, tidied)
    assert.ok(statements.length > (name === 'deep.md' ? 0 : 3), name)
    for (const [i, one] of statements.entries()) {
      const known = kept.statements[i]!
      for (const part of ['source', 'cue', 'content'] as const) {
        const cut = one[part].map(({ start, end }) => Array.from(decoded).slice(start, end).join(''))
        assert.equal(asRead(cut.join('')), asRead(wordsAt(text, known[part]).replaceAll(' … ', '')), name)
      }
      for (const [step, { source, cue }] of one.hops.entries()) {
        const from = known.hops[step]!
        const isPlain = name.endsWith('.txt')
        if (cue) assert.equal(wordsAt(decoded, [cue]), wordsAt(text, [from.cue!]))
        if (isPlain && source.start !== null && source.end !== null)
          assert.equal(
            asRead(wordsAt(decoded, [{ start: source.start, end: source.end }])),
            asRead(source.mention ?? ''),
          )
      }
    }
    checkStandoff(decoded, writeStandoff(decoded, statements))
  }
})

test('any text that is kept can be traced to what was written', () => {
  const piece = fc.constantFrom(
    ...[
      'a',
      'e\u0301',
      'é',
      ' ',
      '\t',
      '\n',
      '\r\n',
      '\r',
      '\u2028',
      '\u2029',
      '\u00a0',
      '\uFEFF',
      '\ud800',
      '😀',
      '\u1112\u1161',
    ],
    ...[
      '\u212b',
      '*',
      '**',
      '`',
      '[a](b "c")',
      '&amp;',
      '&bad;',
      '\\*',
      '\\',
      '<b>',
      '\n> ',
      '\n- ',
      '\n\n    ',
      '<!-- x -->',
      '\n# ',
    ],
    ...['q\u0323\u0307', '\u0307\u0323', '\n```\n', '1. ', '---\n', 'x: y\n', '\u3099か\u3099', '![a](b)', '&#x26;'],
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), fc.constantFrom('a.txt', 'a.md'), (pieces, name) => {
      const { fields, traced } = readText(Buffer.from(`x${pieces.join('').toWellFormed()}`), name, 1e6)
      assert.ok(traced)
      assert.equal(traced.text, fields.text)
      const tidied = tidy(traced)
      assert.equal(tidied.text, tidy(fields.text))
      // Each letter that is the same in the file is found there.
      for (const { index } of tidied.text.matchAll(/[a-z]/g)) {
        const [place] = tidied.placesOf({ start: index, end: index + 1 })
        if (!place) assert.match(name, /md$/)
        else assert.ok(tidied.original.slice(place.start, place.end).startsWith(tidied.text[index]!))
      }
    }),
    { numRuns: 400 },
  )
})

test('a program gets offsets in the file, or the text that they count in', async () => {
  const file = write('nasty.md', bed['marks-crlf.md']!)
  const decoded = `\uFEFF${marked.replaceAll('\n', '\r\n')}`
  const inFile = await extractJson([file])
  const first = inFile.statements[0]!
  assert.equal(first.hops[0]?.date?.iso, '2021-10-04')
  assert.equal(wordsAt(decoded, first.content), 'that  … the  … quay …  &amp; the pier …  is\r\nsinking')
  const [header = [], row = []] = readCsv((await extract([file, '--format', 'csv'])).out)
  assert.equal(row[header.indexOf('spans')], first.content.map(({ start, end }) => `${start}-${end}`).join(';'))
  assert.equal(row[header.indexOf('words')], 'that the quay & the pier is sinking')

  const beside = await extract([file, '--format', 'brat', '--text', 'kept.txt'])
  assert.deepEqual([beside.code, beside.err], [0, ''])
  const kept = fs.readFileSync(path.join(folder, 'kept.txt'), 'utf8')
  assert.match(kept, /^Quay\n\nAna Holm said on Monday that the quay & the pier is sinking!/)
  assert.equal(normaliseText(kept, Infinity).content, kept, 'it is stored as it is')
  checkStandoff(kept, beside.out)
  assert.match(fs.readFileSync(path.join(folder, 'annotation.conf'), 'utf8'), /^Relay\t.*Of:Attribution\|Relay$/m)
  const { err } = await extract([write('other.txt', 'Ana said no.'), '--format', 'json', '--text', 'kept.txt'])
  assert.match(err, /^kept\.txt already contains another text\./)
  assert.equal(fs.readFileSync(path.join(folder, 'kept.txt'), 'utf8'), kept)

  const page = write(
    'page.html',
    '<title>Quay</title><article><p>Ana Holm said that the quay is sinking.</p></article>',
  )
  assert.match((await extract([page, '--format', 'brat'])).err, /Add --text NAME\.txt/)
  assert.match((await extractJson([page])).notice ?? '', /^Offsets refer to the text that --text NAME\.txt writes/)
})

test('what a file says of itself gives way to the options', async () => {
  const file = write(
    'story.md',
    '---\npublished: 2021-10-07\npublisher: Port Radio\n---\n# Quay\n\n*Ana Holm* said on Monday that [the quay](https://a.example) is sinking.\n',
  )
  const dated = await extractJson([file, '--published', '2020-10-07'])
  assert.equal(dated.statements[0]?.hops[0]?.date?.iso, '2020-10-05')
  assert.match((await extract([file])).out, /→ published by Port Radio/)
})

test('of several documents each is an object in its line, and what can’t be read stops no other', async () => {
  write('several/a.txt', 'Ana Holm said that it is so.')
  write('several/b.jsonl', '{"text":"Bo Berg said that it is not."}\nno json\n{"text":"Nothing."}\n')
  write('several/c.txt', 'It\u0007')
  const { code, out, err } = await extract(['several', '-', '--format', 'json'], { input: 'Cy said that it was.' })
  assert.equal(code, 1)
  const lines = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Extraction & { file: string; line?: number })
  assert.deepEqual(
    lines.map(({ file, line, statements }) => [file, line, statements.length]),
    [
      ['several/a.txt', undefined, 1],
      ['several/b.jsonl', 1, 1],
      ['several/b.jsonl', 3, 0],
      ['-', undefined, 1],
    ],
  )
  for (const { file: _, line: __, ...extraction } of lines) assert.ok(validate(extraction))
  assert.deepEqual(err.trimEnd().split('\n'), [
    'several/b.jsonl, line 2: It is not a JSON object. Write {"title": …, "publisher": …, "text": …} on one line.',
    'several/c.txt: It has control characters in it (U+0007 in line 1). Save the article as plain text first.',
  ])
  const read = await extract(['several'])
  assert.match(read.out, /\n2 suggestions in 3 documents, 2 refused\.\n$/)
})

test('standoff is what brat opens, and against itself it scores 100', async () => {
  const names = fs.readdirSync(articles).filter((name) => name.endsWith('.txt'))
  const judged = names.map((name) => {
    const text = normaliseText(fs.readFileSync(path.join(articles, name), 'utf8'), Infinity).content
    const { statements } = extractStatements(text)
    const standoff = writeStandoff(text, statements)
    checkStandoff(text, standoff)
    return { text, gold: parseBrat(standoff), predicted: statements }
  })
  const { gold, predicted, exact, overlapping, statements } = evaluate(judged)
  assert.ok(gold > 50)
  assert.equal(gold, predicted)
  for (const part of ['source', 'cue', 'content'] as const) {
    assert.equal(exact[part].f1, 1, part)
    assert.equal(overlapping[part].f1, 1, part)
  }
  assert.deepEqual([statements.recall, statements.precision], [1, 1])

  const file = path.join(articles, 'discontinuous.txt')
  const { out } = await extract([file, '--format', 'brat'])
  assert.match(out, /^T\d+\tContent \d+ \d+;\d+ \d+\t/m)
  checkStandoff(normaliseText(fs.readFileSync(file, 'utf8'), Infinity).content, out)
})

/** What brat itself insists on: each mark within one line, with its very words, and triggers of their event's kind. */
function checkStandoff(text: string, standoff: string): void {
  const kinds = new Map<string, string>()
  for (const [, id = '', kind = '', places = '', words] of standoff.matchAll(/^(T\d+)\t(\w+) (.+)\t(.+)$/gm)) {
    assert.ok(!kinds.has(id))
    kinds.set(id, kind)
    const spans = places.split(';').map((place) => {
      const [start = NaN, end = NaN] = place.split(' ').map(Number)
      return { start, end }
    })
    assert.equal(spans.map((span) => wordsAt(text, [span])).join(' '), words)
  }
  for (const [, kind, trigger = '', parts = ''] of standoff.matchAll(/^E\d+\t(\w+):(T\d+) (.+)$/gm)) {
    assert.equal(kinds.get(trigger), kind)
    for (const part of parts.split(' ')) {
      const [role = '', id = ''] = part.split(':')
      if (role === 'Of') assert.match(standoff, new RegExp(`^${id}\t`, 'm'))
      else assert.equal(kinds.get(id), role)
    }
  }
  assert.equal([...standoff.matchAll(/^(?!T\d+\t|E\d+\t).+$/gm)].length, 0)
}

test('whoever passed it on is a relay of what they passed on', () => {
  const text = 'Hale was ill, the BBC said, citing Reuters, which quoted an aide as saying he was ill.'
  const { statements } = extractStatements(
    'Russian media reports that envoy Zamir Kabulov told reporters that the talks would begin.',
  )
  const [made] = statements
  assert.ok(made)
  const step = (start: number, end: number) => ({
    ...made.hops[0]!,
    source: { ...made.hops[0]!.source, start: null, end: null },
    cue: { ...made.hops[0]!.cue!, start, end },
  })
  const hops = [made.hops[0]!, step(0, 4), step(5, 8)]
  const standoff = writeStandoff(text, [{ ...made, hops, source: [], cue: [] }])
  assert.match(
    standoff,
    /^E1\tAttribution:T2 Content:T1\n.*\n.*\nE2\tRelay:T4 Cue:T3 Of:E1\n.*\n.*\nE3\tRelay:T6 Cue:T5 Of:E2\n$/m,
  )
})

test('what is said over the end of a line is a mark for each line of it', () => {
  const text = 'Ana said 🚢:\n\nOne line\nand another'
  const content = [{ start: 13, end: 33 }]
  const statement = { ...extractStatements('Ana said that it is so.').statements[0]!, source: [], cue: [], content }
  assert.equal(
    writeStandoff(text, [statement]),
    'T1\tContent 13 21;22 33\tOne line and another\n' +
      'T2\tAttribution 13 21;22 33\tOne line and another\nE1\tAttribution:T2 Content:T1\n',
  )
})

test('a spreadsheet gets a row for each statement', async () => {
  const file = write('envoy.txt', envoy)
  const { out } = await extract([
    file,
    write('=1+1.txt', 'Ana Holm said no.'),
    '--format',
    'csv',
    '--publisher',
    'A, B',
  ])
  const [header = [], ...rows] = readCsv(out)
  assert.equal(header.slice(0, 5).join(), 'file,line,confidence,source,role')
  for (const row of rows) assert.equal(row.length, header.length)
  const column = (name: string) => rows.map((row) => row[header.indexOf(name)] ?? '')
  assert.equal(column('file').at(-1), "'=1+1.txt")
  assert.equal(column('words')[0], 'that the talks would begin soon')
  assert.equal(column('source')[0], 'Zamir Kabulov')
  assert.equal(column('passed_on_by')[0], 'Russian media')
  assert.match(column('chain')[0] ?? '', /→ published by A, B$/)
  assert.match(column('spans')[0] ?? '', /^\d+-\d+$/)
})

test('nothing in a row would be reckoned out by a spreadsheet, or end it early', () => {
  const text = '-1\n\n"two", 🚢\nthree'
  const [made] = extractStatements('Ana Holm said that it is so.').statements
  assert.ok(made)
  const hop = { ...made.hops[0]!, addressee: '@all', place: '\tX', medium: '＝1' }
  const hops = [{ ...hop, source: { ...hop.source, name: '=HYPERLINK("x")', role: '+49' } }]
  const statement = { ...made, content: [{ start: 0, end: Array.from(text).length }], hops }
  const extraction = { language: 'en', statements: [statement] }
  const [row = [], ...others] = readCsv(writeRows({ file: 'a', text, extraction }, { header: false }))
  assert.equal(others.length, 0)
  for (const cell of [`'${text}`, `'=HYPERLINK("x")`, "'+49", "'@all", "'\tX", "'＝1"])
    assert.ok(row.includes(cell), cell)
})

/** RFC 4180 as strictly as it is written. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy
  for (let found = cell.exec(text); found; found = cell.exec(text)) {
    rows.at(-1)?.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '')
    if (found[3] === '\r\n') rows.push([])
    if (cell.lastIndex === text.length) return rows.slice(0, -1)
  }
  throw new Error(`No CSV from ${cell.lastIndex}`)
}

test('what can’t be read is refused in the import’s sentences, with nothing printed for it', async () => {
  write('a-folder/note.bin', 'x')
  const files: [string, string | Uint8Array | undefined, RegExp][] = [
    ['gone.txt', undefined, /There is no such file\. Look at how its name is written\.$/],
    ['a-folder', undefined, /There is nothing in this folder that can be read/],
    ['picture.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0]), /It is not a text file\. Save the article as plain text/],
    ['empty.txt', '', /There is no text in it\. Paste the words as they were published\.$/],
    ['large.txt', 'a'.repeat(11_000), /It is larger than 0\.01 MB\. Split it, or ask/],
    ['latin.txt', Buffer.from('Zoë', 'latin1'), /Its letters are not encoded as UTF-8\. Save it again/],
    ['bell.txt', 'The quay\u0007', /It has control characters in it \(U\+0007 in line 1\)\./],
    ['page.rtf', '{\\rtf1 x}', /Its text is mixed with code\./],
    ['dated.txt', '---\npublished: 2021-02-30\n---\nAna said so.', /date: There is no date “2021-02-30”\./],
  ]
  for (const [name, content] of files) if (content !== undefined) write(name, content)
  const env = { MAX_TEXT_MB: '0.01' }
  const together = await extract([...files.map(([name]) => name), '--format', 'csv'], { env })
  assert.equal(together.code, 1)
  assert.equal(together.out, '')
  const told = together.err.trimEnd().split('\n')
  assert.equal(told.length, files.length)
  for (const [i, [name, , sentence]] of files.entries()) {
    assert.ok(told[i]?.startsWith(`${name}: `), told[i])
    assert.match(told[i] ?? '', sentence)
  }

  for (const [name, content, sentence] of files.filter(([name]) => !/gone|folder|rtf/.test(name))) {
    const { code, out, err } = await extract(['-'], { input: content ?? '', env })
    assert.deepEqual({ code, out }, { code: 1, out: '' }, name)
    assert.match(err.trimEnd(), sentence)
    assert.match(err, /^standard input: .*\n$/)
  }
})

test('an unknown format, a wrong date or setting, and several texts for brat are refused before anything is read', async () => {
  const file = write('envoy.txt', envoy)
  const refused: [string[], Given, RegExp][] = [
    [['--format', 'xml'], {}, /Allowed choices are text, json, brat, csv\.\n$/],
    [
      ['--published', '2021-13-45'],
      {},
      /^date: There is no date “2021-13-45”\. Write it as 7 October 2021, October 2021 or/,
    ],
    [['--date', 'Monday'], {}, /^date: There is no date “Monday”/],
    [['--publisher', 'x'.repeat(201)], {}, /^At most 200 characters\.\n$/],
    [[file, '--format', 'brat'], {}, /^brat keeps the annotations of one text in one file\. Name one file/],
    [[], { env: { MAX_TEXT_MB: 'much' } }, /^MAX_TEXT_MB should be a number of megabytes\. See \.env\.example\.\n$/],
  ]
  for (const [args, given, sentence] of refused) {
    const { code, out, err } = await extract(['-', ...args], { input: envoy, ...given })
    assert.deepEqual({ code, out }, { code: 1, out: '' })
    assert.match(err, sentence)
    assert.doesNotMatch(err, /\n\s+at /)
  }
})

test('a text can’t make a terminal do things', async () => {
  const { out } = await extract(['-'], { input: 'Ana Holm said that \u009b2J it is so.' })
  assert.doesNotMatch(out, /[^\P{Cc}\n]/u)
  assert.match(out, /\uFFFD2J it is so/)
})

test('nothing of the database is loaded for it', async () => {
  const listing = `import { registerHooks } from 'node:module'
    registerHooks({ load: (url, context, next) => (console.error(url), next(url, context)) })`
  const hook = `data:text/javascript,${encodeURIComponent(listing)}`
  const { code, err } = await extract(['-'], { input: envoy, env: { NODE_OPTIONS: `--import=${hook}` } })
  assert.equal(code, 0)
  const loaded = err.split('\n').filter((url) => !url.endsWith('/client/enums.ts'))
  assert.ok(loaded.some((url) => url.endsWith('/src/extraction/extract.ts')))
  assert.deepEqual(
    loaded.filter((url) => /prisma|\/database\/|node_modules\/(?:pg|express|@electric-sql)\//.test(url)),
    [],
  )
})
