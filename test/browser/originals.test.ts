import assert from 'node:assert/strict'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { handlersFor } from '../../src/background.ts'
import { importDocument } from '../../src/documents/documents.ts'
import { NewDocument } from '../../src/documents/schema.ts'
import { drawPage } from '../../src/originals/browser.ts'
import { askToDraw } from '../../src/originals/drawings.ts'
import { runNext } from '../../src/queue/queue.ts'
import { findChromium, skipWithoutBrowser } from '../support/browser.ts'
import { openBrowserDesk } from '../support/browser-desk.ts'
import { makeAccount } from '../support/world.ts'

/* A page that was made to break out of where an editor looks at it. */

const desk = await openBrowserDesk()
/** Whom nothing may ask, or as much as connect to. */
const spy = http.createServer((req, res) => {
  asked.push(String(req.url))
  res.end()
})
const asked: string[] = []
spy.on('connection', () => asked.push('a connection'))
await new Promise<void>((resolve) => spy.listen(0, '127.0.0.1', resolve))
after(async () => {
  spy.closeAllConnections()
  spy.close()
  await desk.close()
})

/** The processes whose command has this in it, on Linux. */
const runningWith = (words: string) =>
  (fs.existsSync('/proc') ? fs.readdirSync('/proc') : [])
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      } catch {
        return ''
      }
    })
    .filter((command) => command.includes(words))

const hostile = (at: string) => `<!doctype html><html><head><title>The quay</title>
<meta http-equiv="refresh" content="0;url=${at}/refresh"><META a=">" HTTP-EQUIV=refresh content="0;url=${at}/refresh2">
<base href="${at}/"><link rel=stylesheet href="${at}/css"><link/rel="pre&#99;onnect" href="${at}"><link rel=prefetch href="${at}/prefetch">
<style>@import "${at}/import"; @font-face{font-family:f;src:url(${at}/font)} body{background:url(${at}/bg);font-family:f}</style>
<script>document.title='RAN';fetch('${at}/fetch');top.location='${at}/top'</script><script src="${at}/script"></script>
<script type=speculationrules>{"prerender":[{"urls":["${at}/prerender"]}]}</script></head>
<body onload="document.title='RAN'"><img src="${at}/img" srcset="${at}/srcset 2x" onerror="document.title='RAN'"><iframe src="${at}/frame"></iframe>
<iframe srcdoc="<script>top.location='${at}/srcdoc'</script><img src='${at}/in-srcdoc'>"></iframe><object data="${at}/object"></object><embed src="${at}/embed">
<video src="${at}/video" poster="${at}/poster" autoplay></video><audio src="${at}/audio" autoplay></audio>
<form action="${at}/form" method=post><input name=a autofocus onfocus="document.title='RAN'"><button id=send>Send</button></form>
<svg onload="document.title='RAN'"><image href="${at}/svg"></image><use href="${at}/use#a"></use></svg>
<a id=top target=_top href="${at}/a-top" ping="${at}/ping">x</a> <a id=blank target=_blank href="${at}/a-blank">x</a> <a id=self href="${at}/a-self">x</a>
<a id=js href="javascript:document.title='RAN'">x</a><p id=ok>The harbour master said so.</p></body></html>`

test(
  'an editor looks at a hostile original: no script runs, nothing is asked, nothing leaves the frame',
  { skip: skipWithoutBrowser },
  async () => {
    const at = `http://127.0.0.1:${(spy.address() as AddressInfo).port}`
    const given = NewDocument.parse({ title: 'Quay', publisher: 'Port Gazette', text: 'The harbour master said so.' })
    const original = { bytes: Buffer.from(hostile(at)) }
    const came = { method: 'file' as const, originalName: 'quay.html', original, maxTextBytes: 1_000_000, by: null }
    const { documentId } = await importDocument(desk.db, { ...given, ...came })
    const { id } = await desk.db.original.findFirstOrThrow({ where: { version: { documentId } } })

    const browserPage = await desk.openPage()
    await desk.signIn(browserPage, await makeAccount(desk.db, 'editor'))
    await browserPage.goto(`${desk.address}/originals/${id}`)
    const frame = browserPage.frameLocator('iframe.original-view')
    await frame.locator('#ok').scrollIntoViewIfNeeded()
    assert.equal(await frame.locator('#ok').innerText(), 'The harbour master said so.')
    const shown = browserPage.frames().find((one) => one.url().endsWith('/view'))
    assert.equal(await shown?.title(), 'The quay')
    for (const link of ['#send', '#top', '#blank', '#js', '#self'])
      await frame.locator(link).click({ force: true, noWaitAfter: true })
    // What a click began has been refused once the browser has answered another question.
    await browserPage.goto(`${desk.address}/originals/${id}/view`)
    assert.equal(new URL(browserPage.url()).pathname, `/originals/${id}`, 'by itself it is not shown')
    assert.equal(browserPage.context().pages().length, 1)
    assert.deepEqual([...asked], [])

    // The spy hears what is not held back.
    await browserPage.goto(`${at}/heard`)
    assert.ok(asked.includes('/heard'))
    assert.deepEqual(await desk.audit(browserPage, `/originals/${id}`), [])
  },
)

test(
  'a page is drawn as a picture and a PDF, without scripts, and a server inside is asked nothing',
  { skip: skipWithoutBrowser },
  async (t) => {
    asked.length = 0
    const at = `http://127.0.0.1:${(spy.address() as AddressInfo).port}`
    const given = NewDocument.parse({ title: 'Pier', publisher: 'Port Gazette', text: 'The harbour master left.' })
    const html = `${hostile(at)}<iframe src="file:///etc/passwd"></iframe><p>Drawn at last.</p>`
    const exchange = { asked: at, url: `${at}/story`, status: 200, requestHeaders: [], headers: [] }
    const came = { method: 'file' as const, originalName: 'quay.html', maxTextBytes: 1_000_000, by: null }
    const original = { bytes: Buffer.from(html), exchange }
    const { documentId } = await importDocument(desk.db, { ...given, ...came, original })
    const { id } = await desk.db.original.findFirstOrThrow({ where: { version: { documentId } } })
    const account = await makeAccount(desk.db, 'editor')

    // Tests may run as root, whom Chromium refuses without this.
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'on-record-chromium-'))
    t.after(() => fs.rmSync(folder, { recursive: true, force: true }))
    const program = path.join(folder, 'chromium')
    fs.writeFileSync(program, `#!/bin/sh\nexec "${findChromium()}" --no-sandbox "$@"\n`, { mode: 0o755 })
    // All that a browser leaves behind would be here.
    const { TMPDIR } = process.env
    const temporary = path.join(folder, 'temporary')
    fs.mkdirSync(temporary)
    process.env.TMPDIR = temporary
    t.after(() => {
      if (TMPDIR === undefined) delete process.env.TMPDIR
      else process.env.TMPDIR = TMPDIR
    })
    const seconds = 600
    const draw = async (fetchAllow: string[], { of = id, with: browser = program } = {}) => {
      await askToDraw(desk.db, of, { by: account.id })
      const handlers = handlersFor(desk.db, { ...desk.config, fetchAllow, chromium: { path: browser, seconds } })
      while (await runNext(desk.db, handlers));
      return desk.db.original.findUniqueOrThrow({
        where: { id: of },
        include: { drawn: { orderBy: { id: 'asc' } }, drawJob: true },
      })
    }
    const { drawn, drawJob } = await draw([])
    assert.deepEqual([drawJob?.state, drawJob?.problem], ['done', null])
    assert.deepEqual(
      drawn.map(({ name, mediaType }) => [name, mediaType]),
      [
        [`page-${id}.png`, 'image/png'],
        [`page-${id}.pdf`, 'application/pdf'],
      ],
    )
    assert.deepEqual([...asked], [], 'nothing was as much as connected to')

    const browserPage = await desk.openPage()
    await desk.signIn(browserPage, account)
    await browserPage.goto(`${desk.address}/originals/${id}`)
    assert.deepEqual(
      await browserPage
        .locator('#drawn ~ ul a')
        .allInnerTexts()
        .then((some) => some.map((one) => one.split(',')[0])),
      ['PDF', 'Picture'],
    )
    assert.deepEqual(await desk.audit(browserPage, `/originals/${id}`), [])
    await browserPage.getByRole('link', { name: /^Picture/ }).click()
    const picture = browserPage.locator('img.original-view')
    await picture.scrollIntoViewIfNeeded()
    await picture.evaluate((img: HTMLImageElement) => img.decode())
    assert.equal(await picture.evaluate((img: HTMLImageElement) => img.naturalWidth), 1280)
    assert.deepEqual(await desk.audit(browserPage, `/originals/${drawn[0]?.id}`), [])

    // Where it may be asked, it is asked for what is shown, by the desk, and for no more.
    assert.equal((await draw(['127.0.0.0/8'])).drawn.length, 4, 'what was drawn before stays')
    const paths = new Set(asked.filter((one) => one !== 'a connection'))
    assert.ok(paths.has('/css') && paths.has('/bg') && paths.has('/img'), [...paths].join())
    const kinds = ['css', 'import', 'bg', 'font', 'img', 'srcset', 'svg', 'poster', 'in-srcdoc']
    assert.deepEqual(
      [...paths].filter((one) => !kinds.includes(one.slice(1))),
      [],
    )

    // Of a file that somebody sent, nobody learns that it was opened.
    asked.length = 0
    const sent = { title: 'Sent', publisher: 'Port Gazette', text: 'The harbour master left by the pier.' }
    const file = { bytes: Buffer.from(html) }
    const { documentId: other } = await importDocument(desk.db, { ...NewDocument.parse(sent), ...came, original: file })
    const { id: of } = await desk.db.original.findFirstOrThrow({ where: { version: { documentId: other } } })
    assert.equal((await draw(['127.0.0.0/8'], { of })).drawn.length, 2)
    assert.deepEqual([...asked], [])

    const { drawJob: unstarted } = await draw([], { with: path.join(folder, 'none') })
    assert.match(unstarted?.problem ?? '', /The browser can’t be started/)
    fs.writeFileSync(path.join(folder, 'ends'), '#!/bin/sh\n', { mode: 0o755 })
    await assert.rejects(
      drawPage({ path: path.join(folder, 'ends'), seconds }, { html: '' }, () => Promise.resolve(undefined)),
      /ended before the page was drawn/,
    )
    fs.writeFileSync(path.join(folder, 'hangs'), '#!/bin/sh\nexec sleep 600\n', { mode: 0o755 })
    await assert.rejects(
      drawPage({ path: path.join(folder, 'hangs'), seconds: 1 }, { html: '' }, () => Promise.resolve(undefined)),
      /took too long/,
    )
    assert.deepEqual(fs.readdirSync(temporary), [], 'no folder is left')
    // Those that were killed are listed a moment longer.
    for (let tries = 0; tries < 600 && runningWith(temporary).length > 0; tries++) await wait(100)
    assert.deepEqual(runningWith(temporary), [], 'no process is left')
  },
)
