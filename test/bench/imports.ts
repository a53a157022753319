import type { Browser } from 'playwright-core'
import { endThread, readInThread } from '../../src/intake/thread.ts'
import { launchBrowser } from '../support/browser.ts'
import { newsText } from './news-text.ts'
import type { Figure } from './run.ts'

/** Pages that are read before the memory is first looked at, and twice as many after it. */
const pagesAtFirst = 800
/** How much more memory the process may have after the later pages: what grows with every page grows by far more. */
const flat = 1.15

const text = newsText(400_000)
const paragraphs = text.split(/\n\n+/).filter((paragraph) => paragraph.length > 120 && !paragraph.includes('\n'))
const sentences = paragraphs.flatMap((paragraph) => paragraph.split(/(?<=[a-z]\.) (?=[A-Z])/))

/** How fast files become documents, in the threads that a desk reads them in, and how much of a PDF comes out whole. */
export async function measureImports(progress: (doing: string) => void): Promise<Figure[]> {
  try {
    progress('reading pages')
    const figures = await measurePages()
    progress('reading PDFs')
    return [...figures, ...(await measurePdfs())]
  } finally {
    await endThread()
  }
}

async function measurePages(): Promise<Figure[]> {
  await readPages(0, 50) // loads and compiles
  const [began, begin] = [performance.now(), process.cpuUsage()]
  await readPages(50, pagesAtFirst)
  const memory = process.memoryUsage.rss()
  await readPages(50 + pagesAtFirst, 2 * pagesAtFirst)
  const seconds = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage(begin)
  const from = { 'processor ms a page': (user + system) / 1000 / (3 * pagesAtFirst) }
  return [
    { name: 'pages imported in a second', value: (3 * pagesAtFirst) / seconds, unit: '', atLeast: 100, from },
    {
      name: `memory after ${3 * pagesAtFirst} pages beside that after ${pagesAtFirst}`,
      value: process.memoryUsage.rss() / memory,
      unit: 'times',
      atMost: flat,
    },
  ]
}

async function readPages(from: number, count: number): Promise<void> {
  const encoder = new TextEncoder()
  const reading = Array.from({ length: count }, async (_, i) => {
    const { html, last } = makePage(from + i)
    const { text: read } = await readInThread('page', {
      bytes: encoder.encode(html),
      name: '',
      url: `https://herald.test/${i}`,
    })
    if (!read.includes(last)) throw new Error(`Page ${from + i} was not read to its end`)
  })
  await Promise.all(reading)
}

/** An article of eight to twelve paragraphs in what newsrooms put around one. */
function makePage(number: number): { html: string; last: string } {
  const body = Array.from({ length: 8 + (number % 5) }, (_, i) => makeParagraph(number * 7 + i))
  const links = Array.from({ length: 40 }, (_, i) => `<li><a href="/${i}">${sentences[i % 30]}</a></li>`).join('\n')
  const title = `The quay at Holmsund, part ${number}`
  const told = { '@type': 'NewsArticle', headline: title, datePublished: '2024-05-12T09:30:00Z' }
  return {
    last: body.at(-1) ?? '',
    html: `<!doctype html><html lang="en"><head><title>${title} | Herald</title>
      <meta property="og:site_name" content="Herald"><meta name="author" content="Ines Okoro">
      <script type="application/ld+json">${JSON.stringify(told)}</script>
      <style>${'.card { margin: 0 auto; padding: 1rem }\n'.repeat(100)}</style></head>
      <body><header><nav><ul>${links}</ul></nav></header>
      <main><article><h1>${title}</h1><p class="byline">By Ines Okoro</p>
      ${body.map((paragraph) => `<p>${paragraph}</p>`).join('\n')}</article>
      <aside class="related"><h2>Related</h2><ul>${links}</ul></aside></main>
      <footer><ul>${links}</ul><p>© Herald. All rights reserved.</p></footer></body></html>`,
  }
}

/** Four sentences and a number, so that no paragraph is written twice. */
function makeParagraph(number: number): string {
  const own = Array.from({ length: 4 }, (_, i) => sentences[(number * 3 + i) % sentences.length])
  return `In case ${number} it was so. ${own.join(' ')}`.replaceAll(/[<&]/g, ' ').replaceAll(/\s+/g, ' ').trim()
}

type Bed = { name: string; count: number; style: string; isRunning?: boolean; atLeast: number; atMostSeconds?: number }

const beds: Bed[] = [
  { name: 'one column', count: 30, style: '', atLeast: 100 },
  {
    name: 'two columns with hyphens',
    count: 40,
    style: 'body { columns: 2; hyphens: auto; text-align: justify }',
    atLeast: 92.5,
  },
  { name: 'indents for gaps', count: 30, style: 'p { margin: 0; text-indent: 1.5em }', atLeast: 100 },
  { name: 'running heads and feet', count: 40, style: '', isRunning: true, atLeast: 95 },
  { name: 'about 235 pages', count: 2400, style: 'p { line-height: 1.6 }', atLeast: 97.8, atMostSeconds: 6 },
]

async function measurePdfs(): Promise<Figure[]> {
  const browser = await launchBrowser()
  if (!browser) {
    console.error('Skipped PDFs: there is no Chromium on this machine to make them')
    return []
  }
  try {
    const figures: Figure[] = []
    for (const bed of beds) figures.push(...(await measureBed(browser, bed)))
    return figures
  } finally {
    await browser.close()
  }
}

async function measureBed(browser: Browser, { name, count, style, isRunning, atLeast, atMostSeconds }: Bed) {
  const written = Array.from({ length: count }, (_, i) => makeParagraph(i))
  const bytes = await print(browser, written, style, isRunning)
  const begin = process.cpuUsage()
  const { text: read } = await readInThread('pdf', { bytes, name: 'printed.pdf' })
  const { user, system } = process.cpuUsage(begin)
  const found = new Set(read.split(/\n\n+/).map((paragraph) => paragraph.replaceAll(/\s+/g, ' ')))
  const whole = written.filter((paragraph) => found.has(paragraph)).length
  const figures: Figure[] = [
    { name: `PDF, ${name}: whole paragraphs`, value: (whole / count) * 100, unit: '%', atLeast, from: { of: count } },
  ]
  if (atMostSeconds !== undefined) {
    const pages =
      Buffer.from(bytes)
        .toString('latin1')
        .match(/\/Type\s*\/Page\b/g)?.length ?? 0
    const seconds = (user + system) / 1e6
    figures.push({ name: `PDF, ${name}`, value: seconds, unit: 's', atMost: atMostSeconds, from: { pages } })
  }
  return figures
}

async function print(browser: Browser, written: string[], style: string, isRunning = false): Promise<Uint8Array> {
  const page = await browser.newPage()
  const body = written.map((paragraph) => `<p>${paragraph}</p>`).join('\n')
  await page.setContent(`<!doctype html><html lang="en"><style>${style}</style><body>${body}</body></html>`)
  const small = 'font-size: 9px; margin: 0 2cm'
  const bytes = await page.pdf({
    format: 'A4',
    margin: { top: '2.5cm', bottom: '2.5cm', left: '2cm', right: '2cm' },
    ...(isRunning && {
      displayHeaderFooter: true,
      headerTemplate: `<div style="${small}">Herald of the northern quays</div>`,
      footerTemplate: `<div style="${small}">Page <span class="pageNumber"></span> of <span class="totalPages"></span></div>`,
    }),
  })
  await page.close()
  return bytes
}
