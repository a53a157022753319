import net from 'node:net'
import type { Duplex } from 'node:stream'

/** As much of PGlite as the wire needs: one raw protocol message (or several) in, the raw answer out. */
export type Engine = { execProtocolRaw(message: Uint8Array): Promise<Uint8Array> }

const sslRequest = 80877103
const gssRequest = 80877104
const cancelRequest = 80877102
const [query, sync, functionCall, terminate, readyForQuery] = [...'QSFXZ'].map((letter) => letter.charCodeAt(0))
const [parse, parseComplete, notice, parameterStatus, errorResponse] = [...'P1NSE'].map((letter) =>
  letter.charCodeAt(0),
)
const idle = 'I'.charCodeAt(0)

/**
 * Speaks PostgreSQL's wire protocol to any number of clients, for an engine that has only one session.
 *
 * A client's messages are collected up to the one that asks for an answer (Query, Sync, FunctionCall) and passed on in
 * one piece; while the engine is inside a client's transaction, everyone else waits. A finer division would mix two
 * clients' unnamed statements: one parses, the other binds. See docs/decisions/embedded-database.md.
 */
export function serveClients(engine: Engine) {
  const turns = takingTurns()
  const prepared = new Map<string, Buffer>()
  const sockets = new Set<Duplex>()

  return {
    serve(socket: Duplex): void {
      sockets.add(socket)
      serveClient(withPrepared(engine, prepared), turns, socket).catch(() => socket.destroy())
      socket.on('close', () => sockets.delete(socket))
    },
    async close(): Promise<void> {
      for (const socket of sockets) socket.destroy()
      await turns.take() // running work ends first
    },
  }
}

/** The same, for clients that come through a Unix socket. */
export async function serveWire(engine: Engine, socketPath: string) {
  const clients = serveClients(engine)
  const server = net.createServer((socket) => clients.serve(socket))
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(socketPath, resolve))

  return {
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      await clients.close()
      await closed
    },
  }
}

async function serveClient(engine: Engine, turns: Turns, socket: Duplex): Promise<void> {
  let giveBack: (() => void) | undefined
  socket.on('error', () => socket.destroy())

  try {
    for await (const batch of batches(socket)) {
      giveBack ??= await turns.take()
      const answer = await engine.execProtocolRaw(batch)
      if (!socket.destroyed) socket.write(answer)
      if (transactionStatus(answer) !== idle) continue
      giveBack()
      giveBack = undefined
    }
  } finally {
    // If a client disconnects inside a transaction, its changes are rolled back.
    if (giveBack) {
      await engine.execProtocolRaw(simpleQuery('ROLLBACK'))
      giveBack()
    }
    socket.destroy()
  }
}

/**
 * The engine's one session has the named statements of all clients. If a statement with exactly the same text was
 * prepared before, the next client is told so without asking the engine.
 */
function withPrepared(engine: Engine, prepared: Map<string, Buffer>): Engine {
  return {
    async execProtocolRaw(batch) {
      const asked = Buffer.from(batch.buffer, batch.byteOffset, batch.byteLength)
      const name = nameToPrepare(asked)
      if (name === undefined) return engine.execProtocolRaw(batch)

      const end = 1 + asked.readInt32BE(1)
      if (prepared.get(name)?.equals(asked.subarray(0, end))) {
        const answer = await engine.execProtocolRaw(batch.subarray(end))
        return Buffer.concat([completed, answer])
      }
      const answer = await engine.execProtocolRaw(batch)
      if (isCompleted(answer)) prepared.set(name, Buffer.from(asked.subarray(0, end)))
      return answer
    },
  }
}

const completed = Buffer.from([parseComplete ?? 0, 0, 0, 0, 4])

/** The statement name in the Parse message at the beginning; an unnamed one is replaced by the next anyway. */
function nameToPrepare(asked: Buffer): string | undefined {
  if (asked[0] !== parse) return undefined
  const name = asked.toString('utf8', 5, asked.indexOf(0, 5))
  return name === '' ? undefined : name
}

/** Whether the answer's first message, ignoring notices, says that the statement is prepared. */
function isCompleted(answer: Uint8Array): boolean {
  const messages = Buffer.from(answer.buffer, answer.byteOffset, answer.byteLength)
  let at = 0
  while (messages[at] === notice || messages[at] === parameterStatus) at += 1 + messages.readInt32BE(at + 1)
  return messages[at] === parseComplete
}

/** PostgreSQL's last message, if it is the one that it sends before it ends itself; undefined in all other answers. */
export function findPanic(answer: Uint8Array): string | undefined {
  const messages = Buffer.from(answer.buffer, answer.byteOffset, answer.byteLength)
  for (let at = 0; at + 5 <= messages.length; at += 1 + messages.readInt32BE(at + 1)) {
    if (messages[at] !== errorResponse) continue
    const fields = messages.toString('utf8', at + 5, at + 1 + messages.readInt32BE(at + 1)).split('\0')
    const has = (letter: string) => fields.find((field) => field.startsWith(letter))?.slice(1)
    if (has('V') === 'PANIC') return has('M') ?? 'PANIC'
  }
  return undefined
}

/** The client's messages, each batch ending with one that the engine answers with ReadyForQuery. */
async function* batches(socket: Duplex): AsyncGenerator<Uint8Array> {
  let pieces: Buffer[] = []
  let length = 0
  let wanted = 8 // the number of bytes needed before the next look
  let greeted = false
  let complete = 0 // how much of the buffer is complete messages waiting for their Sync

  for await (const piece of socket as AsyncIterable<Buffer>) {
    pieces.push(piece)
    length += piece.length
    if (length < wanted) continue

    let buffer = pieces.length === 1 ? piece : Buffer.concat(pieces)
    for (;;) {
      const size = messageSize(buffer, complete, greeted)
      wanted = complete + (size ?? (greeted ? 5 : 8))
      if (size === undefined || buffer.length < wanted) break

      const kind = greeted ? buffer[complete] : undefined
      if (!greeted) {
        const code = buffer.readInt32BE(4)
        if (code === sslRequest || code === gssRequest) {
          socket.write('N')
          buffer = buffer.subarray(size)
          continue
        }
        if (code === cancelRequest) return
        greeted = true
      } else if (kind === terminate) return

      complete += size
      if (kind === undefined || kind === query || kind === sync || kind === functionCall) {
        yield Uint8Array.from(buffer.subarray(0, complete))
        buffer = buffer.subarray(complete)
        complete = 0
      }
    }
    pieces = [buffer]
    length = buffer.length
  }
}

/** Undefined if too few bytes have arrived to tell. A client's first message has no letter before its length. */
function messageSize(buffer: Buffer, offset: number, greeted: boolean): number | undefined {
  if (!greeted) return buffer.length < offset + 8 ? undefined : buffer.readInt32BE(offset)
  return buffer.length < offset + 5 ? undefined : 1 + buffer.readInt32BE(offset + 1)
}

/** The status byte of the ReadyForQuery that ends an answer: idle, in a transaction, or in a failed one. */
function transactionStatus(answer: Uint8Array): number {
  const at = answer.length - 6
  return at >= 0 && answer[at] === readyForQuery ? (answer[answer.length - 1] ?? idle) : idle
}

function simpleQuery(sql: string): Uint8Array {
  const body = Buffer.from(`${sql}\0`)
  const message = Buffer.alloc(5 + body.length)
  message.write('Q')
  message.writeInt32BE(4 + body.length, 1)
  body.copy(message, 5)
  return Uint8Array.from(message)
}

type Turns = { take(): Promise<() => void> }

/** First come, first served. Taking a turn returns a function; call it to give the turn back. */
function takingTurns(): Turns {
  let last = Promise.resolve()
  return {
    async take() {
      const before = last
      const { promise, resolve } = Promise.withResolvers<void>()
      last = promise
      await before
      return resolve
    },
  }
}
