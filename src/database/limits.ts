import net from 'node:net'
import pg from 'pg'

/** How long the database may take, in seconds; 0 is for ever. */
export type Limits = {
  /** For one statement. */
  statement: number
  /** For a lock that somebody else holds. */
  lock: number
  /** For connecting; and how much longer than a statement may take to wait for a server that does not respond. */
  answer: number
}

export const usualLimits: Limits = { statement: 30, lock: 10, answer: 10 }

/** Sent in the first message. Poolers know these two settings and keep them for each of their clients. */
const always = { TimeZone: 'UTC', DateStyle: 'ISO, MDY' }

/** What pg's types lack or declare too loosely. */
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
 * A pool whose connections use UTC, whatever the server's own zone is, and whose waits all have a limit.
 *
 * On a direct connection the server enforces the limits. A pooler that gives each transaction another session refuses
 * them in the first message, and SET would affect whoever gets the session next. There each transaction sets them for
 * itself, and a single statement ends with our own timeout, which also ends if the server does not respond at all.
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
    // As long as the holder of a connection may wait. A shorter limit would also end waits when many work at once.
    connectionTimeoutMillis: patienceOf(limits),
    // pg awaits it, though its type does not say so.
    onConnect: (client) => (client as LimitedClient).settle() as unknown,
  })
  pool.on('error', () => {}) // an idle connection that breaks is replaced at the next query; that one reports
  return pool
}

/** How long a server that was asked to cancel may take to do so, in milliseconds. */
const graceToStop = 1000

type PoolChoices = { size: number; limits: Limits; embedded: boolean }

/** In milliseconds; 0 is for ever, as in pg. */
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

  /** Finds out what kind of session it is, and sets the limits that apply from now on. */
  async settle(): Promise<void> {
    // The embedded engine has one session for everybody, always in UTC, and no timers.
    if (this.#embedded) return
    const { rows } = await this.query<{ pid: number; zone: string }>(
      `SELECT pg_backend_pid() AS "pid", current_setting('TimeZone') AS "zone"`,
    )
    const [here] = rows
    if (here?.zone !== 'UTC') await this.query(`SET TimeZone = 'UTC'`)
    // A pooler makes up a process id, because it does not know yet which sessions it will use.
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

  /** A BEGIN has no parameters, so settings can be added to it. */
  #withLimits(given: unknown[]): unknown[] {
    const [first, ...others] = given
    if (!this.#isShared) return given
    const begin = `BEGIN; ${this.#settings('SET LOCAL')}; SET LOCAL TimeZone = 'UTC'`
    if (first === 'BEGIN') return [begin, ...others]
    const isBegin = typeof first === 'object' && first !== null && 'text' in first && first.text === 'BEGIN'
    return isBegin ? [{ ...first, text: begin }, ...others] : given
  }

  /** Each query ends with one readyForQuery; as long as any is open, a timer runs for the server. */
  #wait(asked: number): void {
    this.#asked = Math.max(0, asked)
    clearTimeout(this.#timer)
    const patience = patienceOf(this.#limits)
    if (this.#asked > 0 && patience > 0) this.#timer = setTimeout(() => this.#giveUp(), patience).unref()
  }

  /** A server that hears the request and stops answers with an error, and the connection stays usable. */
  #giveUp(): void {
    const { processID, secretKey } = this.#inside
    if (this.#embedded || processID === null || secretKey === null) return this.#breakOff()
    this.#cancel(processID, secretKey)
    this.#timer = setTimeout(() => this.#breakOff(), graceToStop).unref()
  }

  /** The connection is unusable: nobody knows whether the query was or will be carried out. */
  #breakOff(): void {
    // The operating system's own code, so that all code that reads errors understands it.
    const error = Object.assign(new Error('The database did not answer in time'), {
      ...{ code: 'ETIMEDOUT', errno: -110, syscall: 'read' },
    })
    this.#inside.connection.stream.destroy(error)
  }

  /** Asks the server or pooler to cancel; behind a pooler the statement would otherwise go on without us. */
  #cancel(processID: number, secretKey: number): void {
    const { host, port } = this.#inside
    const request = Buffer.alloc(16)
    const words = [16, 80877102, processID, secretKey]
    words.forEach((word, n) => request.writeInt32BE(word, n * 4))
    const socket = host.startsWith('/') ? net.connect(`${host}/.s.PGSQL.${port}`) : net.connect(port, host)
    socket.on('error', () => {}).setTimeout(this.#limits.answer * 1000, () => socket.destroy())
    socket.write(request) // PgBouncer ignores a client that closes before the request is read
  }
}
