import type http from 'node:http'
import net from 'node:net'
import type { Logger } from 'pino'

/** How long to wait for another request on a keep-alive connection, in milliseconds … */
const lull = 1000
/** … how long running requests may take in all, and how long the whole shutdown may take with the database's. */
const patience = 7000
const longest = 9500

/**
 * From SIGTERM on, new connections are refused, and every answer says that it is the last on its connection. One more
 * request on a keep-alive connection is still answered, so that busy clients lose nothing; then the process ends. What
 * `atOnce` begins is handed to `close`, which is called when all connections are closed.
 */
export function stopCleanly<T>(
  server: http.Server,
  log: Logger,
  atOnce: () => T,
  close: (begun: T) => Promise<void>,
): void {
  const underWay = new Set<http.ServerResponse>()
  let stopping = false

  server.prependListener('request', (_req: http.IncomingMessage, res: http.ServerResponse) => {
    if (stopping) beLast(res)
    underWay.add(res)
    res.on('close', () => underWay.delete(res))
  })

  const stop = async () => {
    if (stopping) return
    stopping = true
    // The process ends even if something hangs, so that a supervisor need not kill it.
    setTimeout(() => {
      log.fatal('It did not stop in time')
      process.exit(1)
    }, longest).unref()
    for (const res of underWay) beLast(res)

    const begun = atOnce()
    await closeConnections(server)
    await close(begun)
    log.info('Stopped')
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => void stop())
}

/** Node then sends the header itself, even if the answer's other headers were cached with a page. */
function beLast(res: http.ServerResponse): void {
  res.shouldKeepAlive = false
}

async function closeConnections(server: http.Server): Promise<void> {
  // Not http's own method, which at once closes every idle connection, even one on which a request is arriving.
  const ended = new Promise((resolve) => net.Server.prototype.close.call(server, resolve))
  const idle = setInterval(() => server.closeIdleConnections(), lull)
  const impatience = setTimeout(() => server.closeAllConnections(), patience)
  await ended
  clearInterval(idle)
  clearTimeout(impatience)
}
