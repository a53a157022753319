import net from 'node:net'
import pg from 'pg'

/** How long the database may take, in seconds; 0 is for ever. */
export type Limits = {
  /** For one statement. */
  statement: number
  /** For a lock that somebody else holds. */
  lock: number
  /** For being connected; and how much longer than a statement may take one waits for a server that says nothing. */
  answer: number
}

export const usualLimits: Limits = { statement: 30, lock: 10, answer: 10 }

/** What is sent in the first message. A pooler knows these two and sees to it that each of its clients has its own. */
const always = { TimeZone: 'UTC', DateStyle: 'ISO, MDY' }

/** What is not in pg's types, and what is said of it there is too little. */
type Inside = {
  getStartupConf(): Record<string, string>
  processID: number | null
  secretKey: number | null
  host: string
  port: number
  connection: { stream: net.Socket; on(event: 'readyForQuery', heard: () => void): void }
}
type Ask = (...given: unknown[]) => unknown

/**
 * A pool whose connections speak of times in UTC, whatever the server's own zone is, and wait for nothing without an end.
 *
 * The server keeps the limits where the session is ours alone. A pooler that gives each transaction another session
 * refuses them in the first message, and SET would reach whoever gets the session next: there each transaction says them
 * for itself, and a single statement ends with our own patience, which also ends where the server says nothing at all.
 */
export function openPool(connection: pg.PoolConfig, { size, limits, embedded }: PoolChoices): pg.Pool {
  class Client extends LimitedClient {
    constructor(given?: pg.ClientConfig) {
      super(given, limits, embedded)
    }
  }
  const pool = new pg.Pool({
    ...connection,
    max: size,
    Client,
    // As long as whoever has one may be patient. A shorter wait would also end where many work at once.
    connectionTimeoutMillis: patienceOf(limits),
    // It is waited for, though its type does not say so.
    onConnect: (client) => (client as LimitedClient).settle() as unknown,
  })
  pool.on('error', () => {}) // an idle connection that breaks is replaced at the next query; that one reports
  return pool
}

/** How long whoever was asked to stop may take to do so, in milliseconds. */
const graceToStop = 1000

type PoolChoices = { size: number; limits: Limits; embedded: boolean }

/** In milliseconds; 0 for ever, as pg has it. */
function patienceOf({ statement, answer }: Limits): number {
  return statement === 0 || answer === 0 ? 0 : (statement + answer) * 1000
}

class LimitedClient extends pg.Client {
  readonly #limits: Limits
  readonly #embedded: boolean
  #isShared = false
  #asked = 0
  #timer: NodeJS.Timeout | undefined

  constructor(given: pg.ClientConfig | undefined, limits: Limits, embedded: boolean) {
    super({ ...given, connectionTimeoutMillis: limits.answer * 1000 })
    this.#limits = limits
    this.#embedded = embedded
    const inside = this.#inside
    const greet = inside.getStartupConf.bind(this)
    inside.getStartupConf = () => ({ ...greet(), ...always })
    inside.connection.on('readyForQuery', () => this.#wait(this.#asked - 1))
    this.on('end', () => this.#wait(0))
    const ask = this.query.bind(this) as Ask
    this.query = ((...given: unknown[]) => {
      this.#wait(this.#asked + 1)
      return ask(...this.#withLimits(given))
    }) as typeof this.query
  }

  /** Finds out whose the session is, and tells it what holds from now on. */
  async settle(): Promise<void> {
    // The embedded engine has one session for everybody, in UTC always, and keeps no time.
    if (this.#embedded) return
    const { rows } = await this.query<{ pid: number; zone: string }>(
      `SELECT pg_backend_pid() AS "pid", current_setting('TimeZone') AS "zone"`,
    )
    const [here] = rows
    if (here?.zone !== 'UTC') await this.query(`SET TimeZone = 'UTC'`)
    // A pooler makes up a number of its own, for it does not know yet which sessions it will be.
    this.#isShared = here?.pid !== this.#inside.processID
    if (!this.#isShared) await this.query(this.#settings('SET'))
  }

  get #inside(): Inside {
    return this as unknown as Inside
  }

  #settings(set: 'SET' | 'SET LOCAL'): string {
    const { statement, lock } = this.#limits
    return `${set} statement_timeout = ${statement * 1000}; ${set} lock_timeout = ${lock * 1000}`
  }

  /** What begins a transaction is said without parameters, so more can be said along with it. */
  #withLimits(given: unknown[]): unknown[] {
    const [first, ...others] = given
    if (!this.#isShared) return given
    const begin = `BEGIN; ${this.#settings('SET LOCAL')}; SET LOCAL TimeZone = 'UTC'`
    if (first === 'BEGIN') return [begin, ...others]
    const isBegin = typeof first === 'object' && first !== null && 'text' in first && first.text === 'BEGIN'
    return isBegin ? [{ ...first, text: begin }, ...others] : given
  }

  /** Each question ends with one readyForQuery; as long as there are any, the server is waited for. */
  #wait(asked: number): void {
    this.#asked = Math.max(0, asked)
    clearTimeout(this.#timer)
    const patience = patienceOf(this.#limits)
    if (this.#asked > 0 && patience > 0) this.#timer = setTimeout(() => this.#giveUp(), patience).unref()
  }

  /** Who hears that, and stops, answers with an error, and the connection is good for more. */
  #giveUp(): void {
    const { processID, secretKey } = this.#inside
    if (this.#embedded || processID === null || secretKey === null) return this.#breakOff()
    this.#cancel(processID, secretKey)
    this.#timer = setTimeout(() => this.#breakOff(), graceToStop).unref()
  }

  /** The connection is of no use any more: nobody knows when what was asked is done. */
  #breakOff(): void {
    // As the operating system says it, so that everybody who reads errors knows it.
    const error = Object.assign(new Error('The database did not answer in time'), {
      ...{ code: 'ETIMEDOUT', errno: -110, syscall: 'read' },
    })
    this.#inside.connection.stream.destroy(error)
  }

  /** Asks whoever is at the other end to stop; behind a pooler the statement would go on without us. */
  #cancel(processID: number, secretKey: number): void {
    const { host, port } = this.#inside
    const request = Buffer.alloc(16)
    const words = [16, 80877102, processID, secretKey]
    words.forEach((word, n) => request.writeInt32BE(word, n * 4))
    const socket = host.startsWith('/') ? net.connect(`${host}/.s.PGSQL.${port}`) : net.connect(port, host)
    socket.on('error', () => {}).setTimeout(this.#limits.answer * 1000, () => socket.destroy())
    socket.write(request) // whoever closes before the other end has read it is not heard by PgBouncer
  }
}
