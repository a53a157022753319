import type http from 'node:http'
import net from 'node:net'
import type { Logger } from 'pino'

/** How long the next request on a connection that is kept alive is still waited for, in milliseconds … */
const lull = 1000
/** … how long those that are under way may take in all, and the whole end with the database's. */
const patience = 7000
const longest = 9500

/**
 * From SIGTERM on nobody new is let in, and every answer says that it is the connection's last. Who comes once more on one that
 * was kept alive gets an answer, so that whoever asks without a pause loses nothing; then the process ends.
 */
export function stopCleanly(server: http.Server, log: Logger, close: () => Promise<void>): void {
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
    // Whatever hangs, a supervisor need not kill it.
    setTimeout(() => {
      log.fatal('It did not end by itself in time')
      process.exit(1)
    }, longest).unref()
    for (const res of underWay) beLast(res)

    await closeConnections(server)
    await close()
    log.info('Stopped')
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => void stop())
}

/** Node says so itself then, also where the answer's other headers were kept with a page. */
function beLast(res: http.ServerResponse): void {
  res.shouldKeepAlive = false
}

async function closeConnections(server: http.Server): Promise<void> {
  // Not http's own, which ends at once every connection on which nothing is under way, also one on which something comes.
  const ended = new Promise((resolve) => net.Server.prototype.close.call(server, resolve))
  const idle = setInterval(() => server.closeIdleConnections(), lull)
  const impatience = setTimeout(() => server.closeAllConnections(), patience)
  await ended
  clearInterval(idle)
  clearTimeout(impatience)
}
