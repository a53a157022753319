import { getDocumentProxy, getMeta } from 'unpdf'
import { dayOf, writtenDate } from './dates.ts'
import { authorsInProperties, noTitle, tidy } from './facts.ts'
import { factsInHead } from './head-lines.ts'
import { tellKind } from './kind.ts'
import { tellLanguage } from '../extraction/language.ts'
import { type Line, joinParagraphs, withoutRunning } from './pdf-paragraphs.ts'
import { hasBomb } from './pdf-streams.ts'
import { type Facts, type Given, NotTaken, type Taken } from './taken.ts'

/** More than a book's chapter is not read in one piece. */
const mostPages = 500
/** A page of a newspaper has ten thousand words at most, each in a few runs of letters. */
const mostRuns = 100_000

const tooMuch =
  'It unpacks to far more than its pages need. Print it to a new PDF in another program, or paste its text'

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>
type Page = Awaited<ReturnType<Pdf['getPage']>>
type Run = { str: string; transform: number[]; width: number; hasEOL: boolean; fontName: string }

/** Reads a PDF's paragraphs from where its letters stand. Call it in a thread that can be ended. */
export async function readPdf({ bytes }: Given): Promise<Taken> {
  if (hasBomb(bytes)) throw new NotTaken(tooMuch)
  const pdf = await open(bytes)
  let isGivenUp = false
  try {
    if (pdf.numPages > mostPages) {
      throw new NotTaken(`It has ${pdf.numPages} pages, and a document has at most ${mostPages}. Split it`)
    }
    const lines: Line[] = []
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number)
      lines.push(...(await linesOf(page, number)))
      page.cleanup()
    }
    const { kept, running } = withoutRunning(lines, pdf.numPages)
    if (kept.length === 0) {
      throw new NotTaken('It has scanned pages without text. Run text recognition (OCR) on it first')
    }
    const paragraphs = joinParagraphs(kept)
    const text = paragraphs.join('\n\n')
    return { text, facts: await factsOf(pdf, kept, text), leftOut: running, remarks: [] }
  } catch (error) {
    isGivenUp = error instanceof GivenUp
    throw error
  } finally {
    if (!isGivenUp) await pdf.loadingTask.destroy()
  }
}

async function open(bytes: Uint8Array): Promise<Pdf> {
  try {
    // It takes the bytes for itself.
    return await getDocumentProxy(Uint8Array.from(bytes), {
      useSystemFonts: false,
      disableFontFace: true,
      stopAtErrors: false,
      verbosity: 0,
    })
  } catch (error) {
    const name = error instanceof Error ? error.name : ''
    if (name === 'PasswordException') throw new NotTaken('This PDF is protected by a password. Save it without one')
    throw new NotTaken('This PDF is broken. Open it in another program and save it again')
  }
}

/**
 * A page's lines in the order of its content, which is the order of reading in nearly all files. Runs of letters are one
 * line where they stand at one height beside each other.
 */
async function linesOf(page: Page, number: number): Promise<Line[]> {
  const items = await runsOf(page)
  const [, , width = 0, height = 0] = page.view
  const lines: Line[] = []
  let line: Line | undefined
  for (const item of items) {
    if (!('str' in item)) continue
    const { str, transform, width: runWidth, hasEOL, fontName } = item as Run
    const [a = 0, b = 0, , , x = 0, y = 0] = transform
    const size = Math.hypot(a, b) || 1
    const gap = line === undefined ? 0 : x - line.right
    const tallest = Math.max(size, line?.size ?? 0)
    const isSame: boolean =
      line !== undefined && Math.abs(line.y - y) < 0.45 * tallest && gap > -size && gap < 2.5 * tallest
    if (line && isSame && isNoteMark({ str, size, y }, line)) {
      line.right = Math.max(line.right, x + runWidth)
      continue
    }
    if (str.trim() === '') {
      if (line && isSame) {
        line.text += ' '
        line.right = Math.max(line.right, x + runWidth)
      } else if (hasEOL) line = undefined
      continue
    }
    if (!line || !isSame) {
      line = { text: '', x, y, right: x, size, font: fontName, page: number, width, height }
      lines.push(line)
    } else if (gap > 0.15 * size && !/\s$/.test(line.text)) line.text += ' '
    if (line.font !== fontName) line.font = undefined
    line.text += str
    line.right = Math.max(line.right, x + runWidth)
  }
  return lines.map((one) => ({ ...one, text: tidy(one.text) })).filter(({ text }) => text !== '')
}

/** The number of a note, small and above its line, is no letter of the sentence; a unit's power is. */
function isNoteMark({ str, size, y }: { str: string; size: number; y: number }, line: Line): boolean {
  const isRaised = size < 0.85 * line.size && y > line.y + 0.15 * line.size
  return (
    isRaised && /^\s*(?:\d{1,3}|[*†‡])\s*$/.test(str) && !/(?:^|[\s\d])(?:[ckdm]?m|in|ft|10)$/.test(line.text.trimEnd())
  )
}

class GivenUp extends NotTaken {}

/** Read piece by piece, so that a page that repeats itself without end is given up. */
async function runsOf(page: Page) {
  type Content = Awaited<ReturnType<Page['getTextContent']>>
  const items: Content['items'] = []
  const content = page.streamTextContent({ includeMarkedContent: false, disableNormalization: false })
  const reader = (content as ReadableStream<Content>).getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return items
    for (const item of value.items) items.push(item)
    if (items.length <= mostRuns) continue
    // Neither cancelled nor destroyed: pdf.js would write on into what is closed, or wait for it for ever.
    throw new GivenUp(tooMuch)
  }
}

async function factsOf(pdf: Pdf, lines: Line[], text: string): Promise<Facts> {
  const info = (await getMeta(pdf).catch(() => undefined))?.info as Record<string, unknown> | undefined
  const said = (key: string) => {
    const value = info?.[key]
    return typeof value === 'string' && tidy(value) !== '' ? tidy(value) : undefined
  }
  const given = said('Title')
  const headline = headlineOf(lines)
  // What stands on its first page is its title for readers; properties are often those of an older file.
  const isShown = given !== undefined && (headline === undefined || isOnFirstPage(given, lines))
  const title = given !== undefined && isShown && !noTitle.test(given) ? given : headline
  const authors = authorsInProperties(said('Author') ?? '')
  // D:20211007083000+03'00'
  const published = dayOf(said('CreationDate')?.replace(/^D:(\d{4})(\d{2})(\d{2}).*$/, '$1-$2-$3') ?? '')
  const language = tellLanguage(text)
  const head = lines.slice(0, 10).map((line) => line.text)
  const kind = tellKind({ title, lines: head.slice(0, 8), text })
  const shown = factsInHead(head, { title: title ?? '', language: language === 'und' ? '' : language, text })
  return {
    ...(title !== undefined && { title }),
    ...(authors.length > 0 && { authors }),
    ...(published !== undefined && { published }),
    ...shown,
    ...(language !== 'und' && { language }),
    ...(kind !== undefined && { kind }),
  }
}

function isOnFirstPage(title: string, lines: Line[]): boolean {
  const fold = (words: string) => words.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '')
  const page = lines.filter((line) => line.page === lines[0]?.page).map(({ text }) => text)
  return fold(page.join(' ')).includes(fold(title))
}

const firstLines = 12

/**
 * The subject of a letter is as large as its words, in other letters, and stands above the salutation. Dates, names and
 * letterheads are set in other letters as well.
 */
function subjectOfLetter(lines: Line[], onFirst: Line[]): string | undefined {
  const fonts = [...Map.groupBy(lines, ({ font }) => font)].toSorted((a, b) => b[1].length - a[1].length)
  const usual = fonts[0]?.[0]
  const salutation = onFirst.slice(0, firstLines + 1).findIndex(({ text }) => isSalutation.test(text))
  const line = onFirst[salutation - 1]
  if (!line || line.font === undefined || line.font === usual) return undefined
  return isSubject(line.text) ? line.text : undefined
}

const isSalutation =
  /^(?:dear|to whom|sehr geehrte|liebe|guten tag|madame|monsieur|mesdames|messieurs|chers?|chère|estimad|distinguid|egregi|gentil|prezad|geachte|beste|kære|kära|hej|szanown|уважаем|шановн)\S*(?: .*)?[,:!]?$/iu

function isSubject(text: string): boolean {
  const words = text.split(' ')
  const isName = words.every((word) => /^[^\p{Ll}]/u.test(word))
  return (
    words.length >= 2 &&
    !isName &&
    !/[.:;,]$|^(?:tel|fax|phone|page|by|von|par|por)\b/iu.test(text) &&
    writtenDate(text) === undefined
  )
}

/** The largest letters of the first page, where they are larger than most. */
function headlineOf(lines: Line[]): string | undefined {
  const [first] = lines
  const onFirst = lines.filter(({ page }) => page === first?.page)
  const sizes = lines.map(({ size }) => size).sort((a, b) => a - b)
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 0
  const largest = Math.max(...onFirst.map(({ size }) => size))
  if (largest < 1.15 * usual) return subjectOfLetter(lines, onFirst)
  const begin = onFirst.findIndex(({ size }) => size > 0.97 * largest)
  const rest = onFirst.slice(begin)
  const end = rest.findIndex(({ size }) => size <= 0.97 * largest)
  const title = tidy(
    rest
      .slice(0, end === -1 ? undefined : end)
      .map(({ text }) => text)
      .join(' '),
  )
  return title.length <= 300 ? title : undefined
}
