import fs from 'node:fs'
import path from 'node:path'
import { type Browser, chromium } from 'playwright-core'

/** The shell without windows first: nobody looks at them, and making them takes a browser four times as long as our pages. */
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
]

/** The Chromium of this machine: the one that CHROMIUM names, or the first of these on the PATH. */
export function findChromium(): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const onPath = names.flatMap((name) => folders.map((folder) => path.join(folder, name)))
  const candidates = [process.env.CHROMIUM ?? '', ...onPath, ...names.map((name) => `/usr/bin/${name}`)]
  return candidates.find((file) => file !== '' && fs.statSync(file, { throwIfNoEntry: false })?.isFile())
}

/** For tests that need a browser: false, or a sentence with the reason for skipping them. */
export const skipWithoutBrowser = findChromium()
  ? false
  : 'no Chromium was found on this machine: install one, or name it in CHROMIUM'

/** Undefined where the machine has no Chromium. */
export async function launchBrowser(): Promise<Browser | undefined> {
  const executablePath = findChromium()
  if (executablePath === undefined) return undefined
  return chromium.launch({
    executablePath,
    timeout: 300_000, // a machine on which everything starts at once takes its time
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
