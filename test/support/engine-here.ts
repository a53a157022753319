import fs from 'node:fs'
import { Duplex } from 'node:stream'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { serveClients } from '../../src/database/wire.ts'
import type { Reached } from '../../src/database/connect.ts'
import { leanParameters } from '../../src/database/engine-parameters.ts'
import { compiledEngine } from './compiled-engine.ts'

/** The write-ahead log in files of 1 MB and not of 16, which would be two thirds of what each start reads. */
const smallLog = ['--wal-segsize=1']

/**
 * The embedded engine in the thread of the tests, with its data in memory. A desk runs it in a thread of its own, reached
 * by a socket, so that a long query holds nobody up; there, each query wakes two threads, which is a third of what it
 * costs. Everything between is the same: pg, the wire protocol, and whose turn it is.
 */
export async function startHere(
  template?: string,
): Promise<Required<Reached> & { dump: (file: string) => Promise<void> }> {
  const engine = await PGlite.create({
    ...(await compiledEngine()),
    ...(template !== undefined && { loadDataDir: new Template(template) }),
    initDbStartParams: smallLog,
    extensions: { pg_trgm },
    startParams: leanParameters,
  })
  const clients = serveClients(engine)
  const stream = () => {
    const [client, server] = joined()
    clients.serve(server)
    return client
  }
  return {
    connection: { stream, user: 'postgres', database: 'postgres' },
    embedded: {
      isFull: () => false,
      async stop() {
        await clients.close()
        await engine.close()
      },
    },
    dump: async (file) => {
      const dump = await engine.dumpDataDir('none')
      fs.writeFileSync(file, Buffer.from(await dump.arrayBuffer()))
    },
  }
}

/** The template that this process last began from: most files begin from the same one. */
let last: { file: string; bytes: Buffer<ArrayBuffer> } | undefined

/** A dumped data directory, as the engine wants it. A Blob's own bytes would be copied three times on their way. */
class Template extends Blob {
  readonly #bytes: Buffer<ArrayBuffer>

  constructor(file: string) {
    super()
    if (last?.file !== file) last = { file, bytes: fs.readFileSync(file) }
    this.#bytes = last.bytes
  }

  override arrayBuffer(): Promise<ArrayBuffer> {
    return Promise.resolve(this.#bytes.buffer)
  }
}

/** What one end writes, the other reads. */
function joined(): [End, End] {
  const one = new End()
  const other = new End()
  one.other = other
  other.other = one
  return [one, other]
}

/** As much of a socket as pg and the wire use. */
class End extends Duplex {
  other: End | undefined

  constructor() {
    super({ allowHalfOpen: false })
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.other?.push(chunk)
    done()
  }

  override _writev(chunks: { chunk: Buffer }[], done: () => void): void {
    this.other?.push(Buffer.concat(chunks.map(({ chunk }) => chunk)))
    done()
  }

  override _final(done: () => void): void {
    this.other?.push(null)
    done()
  }

  /** The other end still reads what was written before. */
  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.other?.push(null)
    done(error)
  }

  connect(): void {
    process.nextTick(() => this.emit('connect'))
  }

  setNoDelay(): void {}
  setKeepAlive(): void {}
  ref(): void {}
  unref(): void {}
}
