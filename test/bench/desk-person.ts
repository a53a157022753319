import http from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { claimPath } from '../../src/words/addresses.ts'
import { type Newsroom, passageOf, sentenceOf, suggestedEach } from './desk-stock.ts'

/*
 * Somebody at the desk, who asks for what a browser would ask for. Nobody's day depends on the clock: it is drawn from a
 * seed. Addresses are those that links have; style sheets and scripts are in the browser's cache.
 */
export type Did = { name: string; ms: number; waitedMs: number; requests: number }

const shortest = 2000
const longest = 4000
/** "True", by the number that the first migration gives it. */
const rating = '11'

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
]

type Answer = { status: number; location: string; page: string }
type Action = [name: string, act: () => Promise<unknown>]

/** What somebody has come to do, one action after the other, and how often of a hundred times. */
const tasks: [often: number, task: (person: Person) => Generator<Action>][] = [
  [
    20,
    function* lookAround(person) {
      for (const list of [person.anyOf(lists), person.anyOf(lists)])
        yield ['open the desk', () => person.open(`/desk?${list}`)]
    },
  ],
  [
    20,
    function* takeSomething(person) {
      const { claims, documents, people } = person.newsroom
      const after = documents + person.next(claims / people, 250)
      yield ['open the desk', () => person.open(`/desk?view=unassigned&after=normal.infinity.${after}`)]
      yield ['take something', () => person.send(/^\/work\/\d+$/, {})]
    },
  ],
  [
    30,
    function* tag(person) {
      const document = person.next(person.newsroom.documents / person.newsroom.people)
      yield ['open a document’s desk', () => person.open(`/documents/${document}/desk`)]
      for (let n = 0; n < 3; n++)
        yield ['accept a suggestion', () => person.send(/^\/suggestions\/\d+\/acceptance$/, {})]
      const form = new RegExp(`^/documents/${document}/statements$`)
      const words = {
        quote: passageOf(document, 10 + suggestedEach + person.below(10)),
        mode: 'indirect',
        'hops[0][source]': 'Lena Okafor',
        'hops[0][cue]': 'told',
        claim: `Berth ${document} sank on a Monday, said ${person.number}`,
      }
      yield ['look up a name while typing', () => person.look('/sources/suggestions?q=oka')]
      yield ['keep words while typing', () => person.keep(form, words)]
      yield ['record a statement', () => person.send(form, words)]
    },
  ],
  [
    20,
    function* judge(person) {
      const { claims, people } = person.newsroom
      const id = claims / 2 + person.next(claims / 2 / people)
      yield ['open a claim', () => person.open(claimPath({ id, sentence: sentenceOf(id) }))]
      const form = new RegExp(`^/claims/${id}/verdicts$`)
      const words = {
        ratingId: rating,
        reasons: 'We measured it.',
        'evidence[0][kind]': 'data',
        'evidence[0][stance]': 'supports',
        'evidence[0][url]': 'https://levels.example/berths',
      }
      yield ['keep words while typing', () => person.keep(form, words)]
      yield ['give a verdict', () => person.send(form, words)]
    },
  ],
  [
    10,
    function* discuss(person) {
      const id = 1 + person.below(person.newsroom.claims)
      yield ['open a claim', () => person.open(claimPath({ id, sentence: sentenceOf(id) }))]
      const form = new RegExp(`^/claims/${id}/notes$`)
      const words = { kind: 'comment', body: 'Ask the port again.' }
      yield ['keep words while typing', () => person.keep(form, words)]
      yield ['write a note', () => person.send(form, words)]
    },
  ],
]

export class Person {
  readonly number: number
  readonly did: Did[] = []
  readonly wrong: string[] = []
  requests = 0
  readonly newsroom: Newsroom
  readonly #port: number
  readonly #agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
  readonly #random: () => number
  readonly #cookies = new Map<string, string>()
  #page = ''
  #turns = 0

  constructor(port: number, number: number, newsroom: Newsroom) {
    this.#port = port
    this.number = number
    this.newsroom = newsroom
    this.#random = randomFrom(7919 * (number + 1))
  }

  async signIn({ email, password }: { email: string; password: string }): Promise<void> {
    await this.open('/session')
    await this.send(/^\/session$/, { email, password })
  }

  /** Until then; what was due before `from` is done, and not counted. */
  async work(begin: number, from: number, until: number): Promise<void> {
    const day = this.#day()
    for (let due = begin + this.#random() * longest; due < until; due += this.#pause()) {
      const step = day.next()
      if (step.done) return
      const [name, act] = step.value
      const early = due - performance.now()
      if (early > 0) await wait(early)
      const began = performance.now()
      const before = this.requests
      try {
        await act()
      } catch (error) {
        this.wrong.push(`${name}: ${(error as Error).message}`)
      }
      if (due < from) continue
      this.did.push({ name, ms: performance.now() - due, waitedMs: began - due, requests: this.requests - before })
    }
  }

  /** All that anybody comes to do, once, one after the other; what goes wrong is thrown. */
  async doEachOnce(): Promise<void> {
    for (const [, task] of tasks) for (const [, act] of task(this)) await act()
  }

  *#day(): Generator<Action> {
    for (;;) {
      let at = this.#random() * 100
      const [, task] = tasks.find(([often]) => (at -= often) < 0) ?? tasks[0]!
      yield* task(this)
    }
  }

  #pause(): number {
    return shortest + this.#random() * (longest - shortest)
  }

  anyOf<T>(things: T[]): T {
    return things[this.below(things.length)] as T
  }

  below(count: number): number {
    return Math.floor(this.#random() * count)
  }

  /** The number of a thing that is nobody else's: each person has as many of them as `each` says. */
  next(each: number, step = 1): number {
    const turn = this.#turns++
    return 1 + this.number * each + ((turn * step) % each)
  }

  async open(path: string): Promise<void> {
    const { status, page } = await this.#ask('GET', path)
    if (status !== 200) throw new Error(`GET ${path} answered ${status}`)
    this.#page = page
  }

  /** What a script of the page asks for. */
  async look(path: string): Promise<void> {
    const { status } = await this.#ask('GET', path, { accept: 'application/json' })
    if (status !== 200) throw new Error(`GET ${path} answered ${status}`)
  }

  async keep(action: RegExp, words: Record<string, string>): Promise<void> {
    const { fields } = this.#fillIn(action, words)
    const { status } = await this.#ask('POST', '/drafts', { accept: 'application/json' }, fields)
    if (status !== 200) throw new Error(`POST /drafts answered ${status}`)
  }

  /** Sends a form of the page that is open, as a browser does: with all it carries; and goes where that leads. */
  async send(action: RegExp, words: Record<string, string>): Promise<void> {
    const { to, fields } = this.#fillIn(action, words)
    let answer = await this.#ask('POST', to, {}, fields)
    if (answer.status !== 303) throw new Error(`POST ${to} answered ${answer.status}`)
    while ([301, 303].includes(answer.status)) answer = await this.#ask('GET', answer.location)
    if (answer.status !== 200) throw new Error(`POST ${to} led to a ${answer.status}`)
    this.#page = answer.page
  }

  #fillIn(action: RegExp, words: Record<string, string>) {
    for (const [form, to = ''] of this.#page.matchAll(/<form method="post"[^>]*? action="([^"]*)"[^]*?<\/form>/g)) {
      if (!action.test(to)) continue
      const fields = new URLSearchParams(carriedBy(form))
      for (const [name, value] of Object.entries(words)) fields.set(name, value)
      return { to, fields }
    }
    throw new Error(`the page has no form that is sent to ${action.source}`)
  }

  /** As browsers do: an empty one was taken back. */
  #keep(set: string): void {
    const [, name = '', value = ''] = /^([^=]*)=([^;]*)/.exec(set) ?? []
    if (value === '') this.#cookies.delete(name)
    else if (name.startsWith('on_record')) this.#cookies.set(name, value)
  }

  #ask(method: string, path: string, more = {}, form?: URLSearchParams): Promise<Answer> {
    const body = form?.toString()
    const headers = {
      accept: 'text/html',
      cookie: [...this.#cookies].map((pair) => pair.join('=')).join('; '),
      'sec-fetch-site': 'same-origin',
      // Fifty people who sign in at once from one address would be taken for one who guesses passwords.
      'x-forwarded-for': `10.0.0.${this.number + 1}`,
      ...(body !== undefined && {
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': Buffer.byteLength(body),
      }),
      ...more,
    }
    this.requests++
    return new Promise((resolve, reject) => {
      const options = { host: '127.0.0.1', port: this.#port, agent: this.#agent, method, path, headers }
      const request = http.request(options, (response) => {
        for (const set of response.headers['set-cookie'] ?? []) this.#keep(set)
        const pieces: Buffer[] = []
        response.on('data', (piece: Buffer) => pieces.push(piece))
        response.on('end', () => {
          const [location = '/'] = (response.headers.location ?? '/').split('#')
          resolve({ status: response.statusCode ?? 0, location, page: Buffer.concat(pieces).toString() })
        })
      })
      request.on('error', reject).end(body)
    })
  }
}

const controls = new RegExp(
  ['<input\\b(@)>', '<textarea\\b(@)>([^<]*)</textarea>', '<select\\b(@)>([^]*?)</select>']
    .join('|')
    .replaceAll('@', '(?:[^>"]|"[^"]*")*'),
  'g',
)

/**
 * What a browser sends of a form that nobody has filled in. It has read the page long before, so this must cost next to
 * nothing: views write every attribute in double quotes.
 */
function carriedBy(form: string): [name: string, value: string][] {
  const fields: [string, string][] = []
  for (const [, input, textarea, text = '', select, options = ''] of form.matchAll(controls)) {
    const control = input ?? textarea ?? select ?? ''
    const name = attribute(control, 'name')
    if (name === undefined || attribute(control, 'disabled') !== undefined) continue
    const type = attribute(input ?? '', 'type') ?? 'text'
    if (['submit', 'button', 'file'].includes(type)) continue
    if (['checkbox', 'radio'].includes(type) && attribute(control, 'checked') === undefined) continue
    if (select !== undefined) fields.push([name, chosenOf(options)])
    else fields.push([name, input === undefined ? plain(text).replace(/^\n/, '') : (attribute(input, 'value') ?? '')])
  }
  return fields
}

function chosenOf(options: string): string {
  const all = [...options.matchAll(/<option\b((?:[^>"]|"[^"]*")*)>([^<]*)/g)]
  const [, attributes = '', text = ''] =
    all.find(([, own = '']) => attribute(own, 'selected') !== undefined) ?? all[0] ?? []
  return attribute(attributes, 'value') ?? plain(text)
}

function attribute(tag: string, name: string): string | undefined {
  const [found, value = ''] = new RegExp(`\\s${name}(?:="([^"]*)")?(?=\\s|$)`).exec(tag) ?? []
  return found === undefined ? undefined : plain(value)
}

function plain(escaped: string): string {
  const letters: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#34': '"', '#39': "'" }
  return escaped.replaceAll(/&(amp|lt|gt|quot|#34|#39);/g, (whole, letter: string) => letters[letter] ?? whole)
}

/** Mulberry32: the same days in every run. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
