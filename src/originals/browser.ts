import { type ChildProcess, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { holdingAtMost } from './held.ts'

/** A page could not be drawn: a sentence. */
export class NotDrawn extends Error {}

/** In bytes and CSS pixels. */
const limits = { memory: 1_500_000_000, width: 1280, height: 12_000 }
const mostBytes = 30_000_000
/** Of what the page shows besides itself. */
const mostRequests = 100

/** A page with its address, if it has one. */
type Page = { html: string; url?: string }
type Loaded = { bytes: Uint8Array; mediaType: string | undefined }
/** Gives what a page shows besides itself, or nothing. */
type Load = (url: string) => Promise<Loaded | undefined>
/** The browser's path, and how many seconds a page may take. */
export type Program = { path: string; seconds: number }

/**
 * Has Chromium draw a page as a picture and a PDF, without scripts and without any request of its own: no name is looked
 * up, its network is off, and each request is held before it is made. Of styles, pictures and fonts `load` may give the
 * bytes, for half of the time; all else is refused. One at a time; ended when it takes too long or too much memory. Throws NotDrawn.
 */
export function drawPage(program: Program, page: Page, load: Load): Promise<{ png: Uint8Array; pdf: Uint8Array }> {
  const turn = last.then(() => drawInTurn(program, page, load))
  last = turn.catch(() => undefined)
  return turn
}

let last: Promise<unknown> = Promise.resolve()

async function drawInTurn(program: Program, page: Page, load: Load) {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'on-record-browser-'))
  const browser = spawn(program.path, [...flags, `--user-data-dir=${folder}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    // A group of its own, so that all of it can be ended.
    detached: true,
    env: { PATH: process.env['PATH'], HOME: folder, LANG: 'C.UTF-8' },
  })
  const ended = new Promise((resolve) => browser.once('exit', resolve))
  const over = new AbortController()
  // Where the desk is killed instead, the browser ends with its pipe.
  const endWithDesk = () => {
    end(browser)
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', endWithDesk)
  try {
    let isEnough = false
    const enough = wait(program.seconds * 500, undefined, { signal: over.signal })
      .catch(() => undefined)
      .then(() => void (isEnough = true))
    const hold = holdingAtMost({ most: 4, mostWaiting: mostRequests })
    const loadInTime: Load = async (url) => {
      const loaded = hold(1, () => (isEnough ? Promise.resolve(undefined) : load(url)))
      return (await Promise.race([loaded, enough])) ?? undefined
    }
    return await Promise.race([draw(browser, page, loadInTime), whyEnded(browser, program.seconds, over.signal)])
  } catch (error) {
    if (error instanceof NotDrawn) throw error
    throw new NotDrawn('The browser could not draw the page', { cause: error })
  } finally {
    over.abort()
    process.off('exit', endWithDesk)
    end(browser)
    // What it still writes would keep its folder.
    if (browser.pid !== undefined) await Promise.race([ended, wait(5000, undefined, { ref: false })])
    await fs.rm(folder, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined)
  }
}

const flags = [
  '--headless=new',
  '--remote-debugging-pipe',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--renderer-process-limit=1',
]

async function draw(browser: ChildProcess, page: Page, load: Load): Promise<{ png: Uint8Array; pdf: Uint8Array }> {
  const url = page.url ?? 'http://original.invalid/'
  const { ask, loaded } = speak(browser, page.html, load)
  const { targetInfos } = await ask<{ targetInfos: { targetId: string; type: string }[] }>('Target.getTargets')
  const targetId = targetInfos.find(({ type }) => type === 'page')?.targetId
  const { sessionId } = await ask<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true })
  const tell = <T>(method: string, given: object = {}) => ask<T>(method, given, sessionId)
  await ask('Browser.setDownloadBehavior', { behavior: 'deny' })
  await tell('Emulation.setScriptExecutionDisabled', { value: true })
  await tell('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
  await tell('Network.enable')
  await tell('Network.emulateNetworkConditions', {
    offline: true,
    latency: 0,
    downloadThroughput: 0,
    uploadThroughput: 0,
  })
  const { width } = limits
  await tell('Emulation.setDeviceMetricsOverride', { width, height: 900, deviceScaleFactor: 1, mobile: false })
  await tell('Page.enable')
  await tell('Page.navigate', { url })
  await loaded
  const { cssContentSize } = await tell<{ cssContentSize: { height: number } }>('Page.getLayoutMetrics')
  const height = Math.min(Math.max(Math.ceil(cssContentSize.height), 100), limits.height)
  const clip = { x: 0, y: 0, width, height, scale: 1 }
  const picture = await tell<{ data: string }>('Page.captureScreenshot', {
    format: 'png',
    captureBeyondViewport: true,
    clip,
  })
  const print = await tell<{ data: string }>('Page.printToPDF', { printBackground: true })
  const [png, pdf] = [picture, print].map(({ data }) => Buffer.from(data, 'base64'))
  if (!png || !pdf || png.length + pdf.length > mostBytes) throw new NotDrawn('The drawn page is too large to keep')
  return { png, pdf }
}

const policy =
  "sandbox; default-src 'none'; style-src 'unsafe-inline' *; img-src data: *; font-src data: *; form-action 'none'"

/**
 * Questions to the browser and their answers, each a JSON text that a zero byte ends. Of what it wants to load it gets
 * the page, once, and what `load` gives.
 */
function speak(browser: ChildProcess, html: string, load: Load) {
  const to = browser.stdio[3] as Writable
  const from = browser.stdio[4] as Readable
  const open = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>()
  let rest: Buffer[] = []
  let length = 0
  to.on('error', () => undefined)
  from.on('error', () => undefined)
  from.on('data', (piece: Buffer) => {
    length += piece.length
    // What is drawn comes in base64.
    if (length > 1.5 * mostBytes) return end(browser)
    for (let at = piece.indexOf(0); at >= 0; at = piece.indexOf(0)) {
      try {
        hear(Buffer.concat([...rest, piece.subarray(0, at)]).toString())
      } catch {
        // Whoever took over the browser must not end the desk.
        return end(browser)
      }
      rest = []
      length = 0
      piece = piece.subarray(at + 1)
    }
    rest.push(piece)
  })
  let lastId = 0
  let isGiven = false
  let tellLoaded = () => {}
  const loaded = new Promise<void>((resolve) => (tellLoaded = resolve))
  const send = (method: string, params: object, sessionId: string | undefined): number => {
    lastId++
    to.write(`${JSON.stringify({ id: lastId, method, params, ...(sessionId !== undefined && { sessionId }) })}\0`)
    return lastId
  }
  const hear = (text: string) => {
    const said = JSON.parse(text) as Said
    if (said.method === 'Page.loadEventFired' && isGiven) tellLoaded()
    if (said.method === 'Fetch.requestPaused') void give(said)
    const asked = said.id === undefined ? undefined : open.get(said.id)
    if (!asked || said.id === undefined) return
    open.delete(said.id)
    if (said.error) asked.reject(new Error(said.error.message))
    else asked.resolve(said.result)
  }
  const give = async ({ params, sessionId }: Said) => {
    const requestId = params?.requestId
    // The first is ours; how the browser spells its address is its own affair.
    const isPage = !isGiven && params?.resourceType === 'Document'
    isGiven ||= isPage
    const answer = isPage
      ? { bytes: Buffer.from(withoutRefresh(html)), mediaType: 'text/html; charset=utf-8' }
      : await get(params)
    if (!answer) return send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' }, sessionId)
    const { bytes, mediaType } = answer
    const headers = {
      // Of a header that it can't read the browser would make an error, and wait for ever.
      'Content-Type': mediaType !== undefined && /^[\x20-\x7e]*$/.test(mediaType) ? mediaType : '',
      'Access-Control-Allow-Origin': '*',
      ...(isPage && { 'Content-Security-Policy': policy }),
    }
    const responseHeaders = Object.entries(headers).map(([name, value]) => ({ name, value }))
    const body = Buffer.from(bytes).toString('base64')
    return send('Fetch.fulfillRequest', { requestId, responseCode: 200, responseHeaders, body }, sessionId)
  }
  const left = { requests: mostRequests, bytes: mostBytes }
  const get = async (asked: Said['params']): Promise<Loaded | undefined> => {
    const isWanted =
      ['Image', 'Stylesheet', 'Font'].includes(asked?.resourceType ?? '') && asked?.request?.method === 'GET'
    if (!isWanted || !asked?.request || left.requests === 0 || left.bytes <= 0) return undefined
    left.requests--
    const loaded = await load(asked.request.url).catch(() => undefined)
    left.bytes -= loaded?.bytes.length ?? 0
    return left.bytes < 0 ? undefined : loaded
  }
  const ask = <T>(method: string, params: object = {}, sessionId?: string): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      open.set(send(method, params, sessionId), { resolve: (result) => resolve(result as T), reject })
    })
  return { ask, loaded }
}

type Said = {
  id?: number
  method?: string
  sessionId?: string
  params?: { requestId?: string; request?: { url: string; method: string }; resourceType?: string }
  result?: unknown
  error?: { message: string }
}

/** Rejects when the browser ends, takes too long or too much memory. */
async function whyEnded(browser: ChildProcess, seconds: number, signal: AbortSignal): Promise<never> {
  let gone: string | undefined
  browser.once('error', (error) => (gone = `The browser can’t be started (${error.message})`))
  browser.once('exit', () => (gone ??= 'The browser ended before the page was drawn'))
  for (let waited = 0; waited < seconds * 1000; waited += 250) {
    await wait(250, undefined, { signal })
    if (gone !== undefined) throw new NotDrawn(gone)
    if ((await memoryOf(browser.pid)) > limits.memory)
      throw new NotDrawn('The browser took too much memory for this page')
  }
  throw new NotDrawn('The browser took too long to draw this page')
}

/** What a group of processes has in memory, in bytes, on Linux; 0 elsewhere. */
async function memoryOf(group: number | undefined): Promise<number> {
  const pids = (await fs.readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name))
  const sizes = pids.map(async (pid) => {
    const stat = await fs.readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
    // After the name in brackets: state, parent, group.
    const isOfGroup = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2]) === group
    const status = isOfGroup ? await fs.readFile(`/proc/${pid}/status`, 'utf8').catch(() => '') : ''
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024
  })
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}

function end(browser: ChildProcess): void {
  try {
    if (browser.pid !== undefined) process.kill(-browser.pid, 'SIGKILL')
  } catch {
    // It has ended.
  }
}

/** A refresh would lead to an address that is refused, and the picture would be of that refusal. */
function withoutRefresh(html: string): string {
  return html.replaceAll(/http-equiv/gi, 'data-equiv')
}
