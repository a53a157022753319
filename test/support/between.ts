import { once } from 'node:events'
import net, { type AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** A proxy between the desk and its PostgreSQL server, at an address of its own. */
export type Between = {
  url: string
  /** From now on, nothing that the server says gets through on existing connections. */
  silence: () => void
  /** As if its machine were gone: existing connections break, and new ones are refused. */
  goAway: () => Promise<void>
  comeBack: () => Promise<void>
  close: () => Promise<void>
}

/** A proxy to the server at `url`, which passes everything on until told otherwise. */
export async function standBetween(url: string, { asPooler = false } = {}): Promise<Between> {
  const { hostname, port } = new URL(url)
  const sockets = new Set<net.Socket>()
  const server = net.createServer((client) => {
    const upstream = net.connect(Number(port), hostname)
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('close', () => sockets.delete(socket)).on('error', () => {})
    }
    client.on('close', () => upstream.destroy())
    upstream.on('close', () => client.destroy())
    if (asPooler) passAsPooler(client, upstream)
    else client.pipe(upstream).pipe(client)
  })
  const listen = async (at: number) => {
    server.listen(at, '127.0.0.1')
    await once(server, 'listening')
    return (server.address() as AddressInfo).port
  }
  const here = await listen(0)
  const leave = async () => {
    if (!server.listening) return
    for (const socket of sockets) socket.destroy()
    server.close()
    await once(server, 'close')
  }
  const own = new URL(url)
  own.host = `127.0.0.1:${here}`
  return {
    url: own.href,
    silence() {
      for (const socket of sockets)
        socket
          .unpipe()
          .removeAllListeners('data')
          .on('data', () => {})
    },
    goAway: leave,
    async comeBack() {
      // Another test may have the address for a moment.
      for (let tries = 1; ; tries++) {
        try {
          await listen(here)
          return
        } catch (error) {
          if (tries === 600) throw error
          await wait(100)
        }
      }
    },
    close: leave,
  }
}

/** The settings that PgBouncer accepts in the first message; it also makes up the process id. */
const knownToPoolers = ['user', 'database', 'application_name', 'client_encoding', 'datestyle', 'timezone']

function passAsPooler(client: net.Socket, upstream: net.Socket): void {
  client.once('data', (greeting) => {
    const words = greeting.subarray(8).toString().split('\0')
    const names = words.filter((_, n) => n % 2 === 0 && words[n] !== '')
    const unknown = names.find((name) => !knownToPoolers.includes(name.toLowerCase()))
    if (unknown !== undefined) {
      client.end(refusal('08P01', `unsupported startup parameter: ${unknown}`))
      return
    }
    upstream.write(greeting)
    client.on('data', (data) => upstream.write(data))
    let greeted = false
    upstream.on('data', (data) => {
      // BackendKeyData: its letter, its length of twelve, the number of the process, a secret.
      const at = greeted ? -1 : data.indexOf(Buffer.from([75, 0, 0, 0, 12]))
      if (at >= 0) {
        greeted = true
        data.writeInt32BE(data.readInt32BE(at + 5) + 1_000_000, at + 5)
      }
      client.write(data)
    })
  })
}

/** PostgreSQL's ErrorResponse. */
export function refusal(code: string, sentence: string, severity = 'FATAL'): Buffer {
  const body = Buffer.from(`S${severity}\0V${severity}\0C${code}\0M${sentence}\0\0`)
  const head = Buffer.alloc(5)
  head.write('E')
  head.writeInt32BE(4 + body.length, 1)
  return Buffer.concat([head, body])
}
