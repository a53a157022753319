import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { launchBrowser } from './browser.ts'
import { openDemoDesk } from './desk.ts'

export type BrowserDemo = Awaited<ReturnType<typeof openBrowserDemo>>

/** The demo newsroom, listening on loopback, and a Chromium to take pictures of it. */
export async function openBrowserDemo() {
  const browser = await launchBrowser()
  if (!browser) {
    console.error('No Chromium was found on this machine: install one, or name it in CHROMIUM.')
    process.exit(1)
  }
  const server = http.createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const desk = await openDemoDesk({ environment: { BASE_URL: address } })
  server.on('request', desk.app)

  return {
    db: desk.db,
    address,
    browser,
    accounts: desk.accounts,

    close: async (): Promise<void> => {
      await browser.close()
      server.closeAllConnections()
      server.close()
      await desk.close()
    },
  }
}
