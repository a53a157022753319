import assert from 'node:assert/strict'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { pino } from 'pino'
import type { Pool } from 'pg'
import { createApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { openTestDatabase } from '../support/database.ts'
import { makeAccount, type TestAccount } from '../support/world.ts'
import type { Figure } from './run.ts'

const people = 50
const seconds = 20
/** Between two actions of one person, in milliseconds, so that about forty requests a second arrive from all. */
const thinks = (people / 40) * 1000
const claims = 100_000
const documents = 2000
const sentencesEach = 30

/** A busy newsroom: fifty people at once on a desk that has a hundred thousand claims in store. */
export async function measureDesk(progress: (doing: string) => void): Promise<Figure[]> {
  progress(`storing ${claims.toLocaleString('en')} claims`)
  const config = readConfig({ NODE_ENV: 'production', LOG_LEVEL: 'silent', TRUST_PROXY: '1' }, '/dev/null')
  const database = await openTestDatabase()
  const server = http.createServer(createApp({ config, database, log: pino({ level: 'silent' }) }))
  // Nobody's line is cut while they think, however busy the machine is.
  server.keepAliveTimeout = 60_000
  try {
    const first = await makeAccount(database.db, 'reviewer')
    const staff = await engage(database.pool, first)
    await store(database.pool)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const desks = await Promise.all(staff.map((account, n) => Person.signIn(port, account, n)))

    progress('warming up')
    // A desk that has just started reads its views and compiles its code: that is the start's figure, not this one.
    for (const { act } of Object.values(actions)) for (let n = 0; n < 10; n++) await act(desks[0] as Person)
    const before = process.cpuUsage()
    progress(`${people} people at the desk for ${seconds} s`)
    const until = performance.now() + seconds * 1000
    await Promise.all(desks.map((person, n) => person.work(until, (n / people) * thinks)))
    const took = desks.flatMap((person) => person.took)
    const rate = took.length / seconds
    const { user, system } = process.cpuUsage(before)
    const processor = (user + system) / 1000 / took.length
    const refused = desks.reduce((sum, person) => sum + person.refused, 0)
    return [
      figure(`Desk of ${claims.toLocaleString('en')} claims, ${people} people at once, 95 in 100 within`, took, {
        'requests/s': rate,
        'told to wait': refused,
        'processor ms each': processor,
      }),
      ...Object.keys(actions).map((name) =>
        figure(
          `… of which: ${name}`,
          took.filter((one) => one.name === name),
        ),
      ),
    ]
  } finally {
    server.closeAllConnections()
    server.close()
    await database.close()
  }
}

type Took = { name: string; ms: number }

function figure(name: string, took: Took[], from: Record<string, number> = {}): Figure {
  const times = took.map(({ ms }) => ms).sort((a, b) => a - b)
  const share = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? NaN
  const more = {
    'half of them, ms': share(0.5),
    'the slowest, ms': times.at(-1) ?? NaN,
    requests: times.length,
    ...from,
  }
  return { name, value: share(0.95), unit: 'ms', atMost: 100, from: more }
}

/** What people do, with how often of a hundred times. Each has claims, documents and suggestions that are nobody else's. */
const actions: Record<string, { often: number; act: (person: Person) => Promise<Took['ms']> }> = {
  'open the desk': { often: 26, act: (person) => person.open(`/desk?${one(lists)}`) },
  'open a document’s desk': { often: 14, act: (person) => person.open(`/documents/${anyOf(documents)}/desk`) },
  'open a claim': { often: 20, act: (person) => person.open(`/claims/${anyOf(claims)}-`, 301) },
  'assign something': {
    often: 12,
    act: (person) =>
      person.send(`/work/${documents + person.next()}`, { revision: '1', assignee: 'me', priority: 'high' }),
  },
  'record a statement': {
    often: 8,
    act: (person) => {
      const document = anyOf(documents)
      const berth = String(19 + anyOf(10)).padStart(5, '0')
      return person.send(`/documents/${document}/statements`, {
        quote: `berth ${berth} of harbour ${String(document).padStart(4, '0')} had sunk`,
        mode: 'indirect',
        'hops[0][source]': 'Lena Okafor',
        'hops[0][cue]': 'told',
        claim: `Berth ${person.next()} sank on a Monday`,
      })
    },
  },
  'accept a suggestion': { often: 8, act: (person) => person.send(`/suggestions/${person.next()}/acceptance`, {}) },
  'give a verdict': {
    often: 6,
    act: (person) =>
      person.send(`/claims/${claims / 2 + person.next()}/verdicts`, {
        ratingId: String(rating),
        reasons: 'We measured it.',
        'evidence[0][kind]': 'data',
        'evidence[0][stance]': 'supports',
        'evidence[0][url]': 'https://levels.example/berths',
      }),
  },
  'write a note': {
    often: 6,
    act: (person) => person.send(`/claims/${anyOf(claims)}/notes`, { kind: 'comment', body: 'Ask the port again.' }),
  },
}

const lists = [
  'view=mine',
  'view=unassigned',
  'view=review',
  'view=recheck',
  'view=open',
  'view=open&sort=due',
  'view=unassigned&sort=age',
  'view=open&kind=claim&due=overdue',
  'view=open&q=berth+00417',
  'view=open&priority=urgent',
  'view=open&topic=harbour',
  'view=open&publisher=press+3&kind=document',
  'view=unassigned&after=normal.infinity.40000',
]

function one<T>(things: T[]): T {
  return things[Math.floor(Math.random() * things.length)] as T
}

function anyOf(count: number): number {
  return 1 + Math.floor(Math.random() * count)
}

/** "True", by the number that the first migration gives it. */
const rating = 11

class Person {
  readonly took: Took[] = []
  refused = 0
  readonly #port: number
  readonly #agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
  #number: number
  #cookie = ''
  /** Fifty people who sign in at once from one address would be taken for one who guesses passwords. */
  readonly #address: string

  private constructor(port: number, number: number) {
    this.#port = port
    this.#number = number * 200
    this.#address = `10.0.0.${number + 1}`
  }

  static async signIn(port: number, { email, password }: TestAccount, number: number): Promise<Person> {
    const person = new Person(port, number)
    await person.send('/session', { email, password })
    return person
  }

  /** A number that nobody else comes to in the time there is. */
  next(): number {
    return ++this.#number
  }

  async work(until: number, begin: number): Promise<void> {
    await wait(begin)
    while (performance.now() < until) {
      const name = draw()
      this.took.push({ name, ms: (await actions[name]?.act(this)) ?? NaN })
      await wait(thinks * (0.5 + Math.random()))
    }
  }

  open(path: string, status = 200): Promise<number> {
    return this.#ask('GET', path, status)
  }

  send(path: string, form: Record<string, string>): Promise<number> {
    return this.#ask('POST', path, 303, new URLSearchParams(form).toString())
  }

  #ask(method: string, path: string, status: number, body = ''): Promise<number> {
    const headers = {
      accept: 'text/html',
      cookie: this.#cookie,
      'sec-fetch-site': 'same-origin',
      'x-forwarded-for': this.#address,
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(body),
    }
    const began = performance.now()
    return new Promise((resolve, reject) => {
      const options = { host: '127.0.0.1', port: this.#port, agent: this.#agent, method, path, headers }
      const request = http.request(options, (response) => {
        const set = response.headers['set-cookie']
        if (set && this.#cookie === '') this.#cookie = set.map((cookie) => cookie.split(';')[0]).join('; ')
        response.resume().on('end', () => {
          // A desk that has too much to do says so with a 503: that is counted, anything else is a mistake here.
          if (response.statusCode === 503) this.refused++
          if ([status, 503].includes(response.statusCode ?? 0)) resolve(performance.now() - began)
          else reject(new Error(`${method} ${path} answered ${response.statusCode}`))
        })
      })
      request.on('error', reject).end(body)
    })
  }
}

function draw(): string {
  let at = Math.random() * 100
  for (const [name, { often }] of Object.entries(actions)) {
    at -= often
    if (at < 0) return name
  }
  return 'open the desk'
}

/** Fifty accounts with one password: making fifty fingerprints of it would take longer than storing the claims. */
async function engage(pool: Pool, first: TestAccount): Promise<TestAccount[]> {
  await pool.query(`
    INSERT INTO "Account" ("email", "name", "handle", "role", "passwordHash")
    SELECT 'desk' || n || '@example.org', 'Desk ' || n, 'desk-' || n, 'editor', "passwordHash"
    FROM generate_series(1, ${people}) n, "Account" WHERE "id" = ${first.id}`)
  return Array.from({ length: people }, (_, n) => ({ ...first, email: `desk${n + 1}@example.org` }))
}

/* Offsets in the text below: every sentence is as long as every other. */
const sentence = 'The mayor told reporters that berth 00000 of harbour 0000 had sunk by two centimetres since Monday.'
const begins = sentence.indexOf('berth')
const ends = sentence.length - 1
const every = sentence.length + 2

/** Documents with statements, suggestions and claims in SQL; the triggers that every desk has make the work of them. */
async function store(pool: Pool): Promise<void> {
  const found = `jsonb_build_object('content', jsonb_build_array(jsonb_build_object('start', s, 'end', s + ${ends - begins})),
    'cue', '[]'::jsonb, 'source', '[]'::jsonb, 'mode', 'indirect', 'act', 'says', 'polarity', 'positive', 'hedge', NULL,
    'rule', 'told', 'reason', '“told” reports words', 'confidence', 0.9, 'hops', '[{"source": {"name": "Lena Okafor",
    "mention": "The mayor", "start": 0, "end": 9, "kind": "person", "role": "mayor", "anonymity": "named"},
    "cue": {"text": "told", "start": 10, "end": 14, "kind": "neutral", "relay": false}, "addressee": "reporters",
    "medium": null, "place": null, "date": null}]'::jsonb)`
  const steps = [
    `INSERT INTO "Source" ("name", "folded", "kind") SELECT 'Press ' || n, 'press ' || n, 'outlet' FROM generate_series(1, 40) n`,
    `INSERT INTO "Source" ("name", "folded", "kind") VALUES ('Lena Okafor', 'lena okafor', 'person')`,
    `INSERT INTO "StoredText" ("content", "sha256", "codePoints")
     SELECT c, encode(sha256(convert_to(c, 'UTF8')), 'hex'), char_length(c) FROM (
       SELECT d, string_agg('The mayor told reporters that berth ' || lpad(k::text, 5, '0') || ' of harbour ' || lpad(d::text, 4, '0')
         || ' had sunk by two centimetres since Monday.', E'\\n\\n' ORDER BY k) c
       FROM generate_series(1, ${documents}) d, generate_series(0, ${sentencesEach - 1}) k GROUP BY d ORDER BY d) texts`,
    `INSERT INTO "Document" ("title", "kind", "publisherId", "language", "textId", "state")
     SELECT 'Report ' || n || ' on the harbour', 'article', 1 + n % 40, 'en', n,
       (ARRAY['draft', 'in_review', 'published', 'published'])[1 + n % 4]::"PublicationState"
     FROM generate_series(1, ${documents}) n`,
    `INSERT INTO "Version" ("documentId", "number", "textId", "method") SELECT n, 1, n, 'program' FROM generate_series(1, ${documents}) n`,
    `INSERT INTO "Statement" ("versionId", "words", "mode", "state")
     SELECT v, 'berth ' || k || ' of harbour ' || v || ' had sunk by two centimetres since Monday', 'indirect', 'ready'
     FROM generate_series(1, ${documents}) v, generate_series(0, 9) k ORDER BY v, k`,
    `INSERT INTO "Span" ("statementId", "position", "start", "end")
     SELECT n, 0, s, s + ${ends - begins} FROM (
       SELECT n, ((n - 1) % 10) * ${every} + ${begins} AS s FROM generate_series(1, ${documents * 10}) n) places`,
    `INSERT INTO "Hop" ("statementId", "position", "naming", "sourceId", "cue") SELECT n, 0, 'named', 41, 'told' FROM generate_series(1, ${documents * 10}) n`,
    `INSERT INTO "Suggestion" ("versionId", "place", "start", "found", "confidence")
     SELECT v, s || '-' || s + ${ends - begins}, s, ${found}, 0.9 FROM (
       SELECT v, k * ${every} + ${begins} AS s FROM generate_series(1, ${documents}) v, generate_series(10, 19) k ORDER BY k, v) places`,
    `INSERT INTO "Claim" ("sentence", "state")
     SELECT 'Berth ' || lpad(n::text, 5, '0') || ' of the harbour has sunk by two centimetres',
       (ARRAY['draft', 'draft', 'in_review', 'published', 'published', 'published', 'corrected'])[1 + n % 7]::"PublicationState"
     FROM generate_series(1, ${claims}) n`,
    `INSERT INTO "StatementClaim" ("statementId", "claimId") SELECT 1 + n % ${documents * 10}, n FROM generate_series(1, ${claims}) n`,
    `INSERT INTO "Topic" ("name", "folded") SELECT 'Topic ' || n, 'topic ' || n FROM generate_series(1, 200) n`,
    `INSERT INTO "Topic" ("name", "folded") VALUES ('Harbour', 'harbour')`,
    `INSERT INTO "ClaimTopic" ("claimId", "topicId") SELECT n, 1 + n % 201 FROM generate_series(1, ${claims}) n`,
    // A third is somebody's, a tenth is due, some of it is urgent, a few must be looked at again..
    `UPDATE "Work" SET
       "assigneeId" = CASE WHEN "id" % 3 = 0 THEN 2 + "id" % ${people} END,
       "dueOn" = CASE WHEN "id" % 10 = 0 THEN current_date - 20 + "id" % 60 END,
       "priority" = (ARRAY['urgent', 'high', 'normal', 'normal', 'normal', 'low'])[1 + "id" % 6]::"Priority",
       "recheckSince" = CASE WHEN "id" % 500 = 0 THEN now() END,
       "recheckReason" = CASE WHEN "id" % 500 = 0 THEN 'Statement 7 was changed' END`,
    'VACUUM ANALYZE',
  ]
  for (const sql of steps) await pool.query(sql)
  const { rows } = await pool.query<{ works: number }>('SELECT count(*)::int AS works FROM "Work"')
  assert.equal(rows[0]?.works, claims + documents)
}
