import type { HopSource } from '../statement.ts'
import type { Stretch } from './matching.ts'
import type { Pack } from './pack.ts'

type Printed = { name: string; start: number; role?: string }

const particle = '(?:de la|de|del|von der|von|van der|van|der|den|la|le|du|al|ben|фон|ван|ибн)'
const pair = new RegExp(
  `(?<![\\p{L}’'-])(?=(?<given>\\p{Lu}[\\p{Ll}’]+(?:-\\p{Lu}\\p{Ll}+)?) (?<surname>(?:${particle} )?\\p{Lu}[\\p{L}’-]*\\p{Ll})(?![\\p{L}-]))`,
  'gu',
)
const courtesy = /^(?:M\.|MM\.|Mme|Mlle|Me|Herrn?|Frau|Señora?|Sra?\.|don|doña|г-н|г-жа|господин|госпожа)\s+/iu

/** The people a text names in full: by surname, and by what they are. A surname alone is whose it is, as in English. */
export class People {
  readonly #pack: Pack
  /** By surname, and then by how the given name begins. */
  readonly #full = new Map<string, Map<string, string>>()
  readonly #printed: readonly Printed[]
  /** In the order of mention, the latest last. */
  readonly #known: HopSource[] = []
  readonly #roles = new Map<string, readonly string[]>()
  #next = 0

  /** `print` gives the words as the text has them. */
  constructor(text: string, pack: Pack, print: (place: Stretch) => string) {
    this.#pack = pack
    this.#printed = pack.noCapitals ? givenIn(text, pack.noCapitals, pack.stops, print) : printedIn(text, pack, print)
    for (const one of this.#printed) this.#learn(one)
  }

  /** Full names in the order in which they are printed. */
  get names(): readonly string[] {
    return [...new Set(this.#printed.map(({ name }) => name))]
  }

  /** Who is meant by a surname, or by "the minister". */
  recognise(source: HopSource): HopSource {
    const surname = this.#pack.noCapitals && source.anonymity === 'described' ? source.description : undefined
    if (surname?.startsWith('ال') && !surname.includes(' ') && this.#fullName(surname) !== undefined)
      return this.recognise({ ...source, anonymity: 'named', name: surname, kind: 'person' })
    if (source.anonymity !== 'named') return this.#byRole(source)
    if (source.kind === 'organisation' && source.name?.includes(' ') === true) return source
    const called = (source.name ?? '').replace(courtesy, '')
    const full = this.#fullName(called)
    const isFull = called.includes(' ')
    if (full === undefined && !isFull) return source
    const name = full ?? called
    const before = this.#known.findLast((one) => one.name === name)
    const known: HopSource = { ...source, name, kind: 'person', role: source.role ?? before?.role ?? null }
    if (full === undefined) this.#learn({ name, start: source.start ?? 0 })
    this.#known.push(known)
    if (this.#known.length > memory) this.#known.shift()
    return known
  }

  /** The first who is named in full in a sentence. */
  firstIn({ start, end }: Stretch): HopSource | undefined {
    while ((this.#printed[this.#next]?.start ?? Infinity) < start) this.#next++
    const one = this.#printed[this.#next]
    if (!one || one.start >= end) return undefined
    const { name, role = null } = one
    const before = this.#known.findLast((known) => known.name === name)
    if (before) return before
    const met: HopSource = { name, mention: null, kind: 'person', role, anonymity: 'named', start: null, end: null }
    this.#known.push(met)
    return met
  }

  #byRole(source: HopSource): HopSource {
    const words = (source.description ?? '').split(/[\s’']+/)
    const head = (words.at(-1) ?? '').toLowerCase()
    const isShort = words.length === 2 || (words.length === 1 && this.#pack.bareNouns === true)
    if (!isShort || head.length < 4 || !definite.test(source.description ?? '')) return source
    const known = this.#known.findLast(({ role }) => {
      const [first = '', ...others] = this.#wordsOf(role)
      return first === head || (!this.#pack.smallNouns && (first.endsWith(head) || others.includes(head)))
    })
    return known ? { ...known, mention: source.mention, start: source.start, end: source.end } : source
  }

  #wordsOf(role: string | null): readonly string[] {
    if (role === null) return []
    let words = this.#roles.get(role)
    if (!words) this.#roles.set(role, (words = role.toLowerCase().split(/[\s-]+/)))
    return words
  }

  #learn({ name }: Printed) {
    const key = this.#key(name)
    const given = stem(name)
    const found = this.#full.get(key) ?? new Map<string, string>()
    const best = found.get(given)
    const isBetter = best === undefined || (this.#pack.language === 'ru' && isRatherFirstCase(name, best))
    if (isBetter) found.set(given, name)
    this.#full.set(key, found)
  }

  /** The name in full, unless two people share the surname; in Russian as it stands in the first case, if it does. */
  #fullName(called: string): string | undefined {
    const found = this.#full.get(this.#key(called))
    if (called.includes(' ')) return found?.get(stem(called))
    return found?.size === 1 ? [...found.values()][0] : undefined
  }

  #key(name: string): string {
    const last = (name.split(' ').at(-1) ?? '').toLowerCase().replaceAll('ё', 'е')
    return this.#pack.language === 'ru' ? last.replace(/(?:ого|ому|ый|ий|ой|ым|им|ом|ем|ую|ая|[аеуыя])$/u, '') : last
  }
}

const memory = 60
const definite = /^(?:der|die|das|dem|den|des|le|la|el|los|las|les|il)(?!\p{L})|^l[’']|^(?:ال|\p{Script=Cyrillic})/iu

function printedIn(text: string, pack: Pack, print: (place: Stretch) => string): Printed[] {
  const { articles, stops, particles = [], according, smallNouns } = pack
  const none = new Set([...articles, ...stops, ...particles, ...according])
  return [...text.matchAll(pair)].flatMap(({ index, groups = {} }) => {
    const { given = '', surname = '' } = groups
    const isNone = none.has(given.toLowerCase()) || /[’']$/.test(given)
    const name = { name: print({ start: index, end: index + given.length + 1 + surname.length }), start: index }
    if (isNone || isWhatTheyDo(given, pack)) return []
    if (smallNouns) return [name]
    // Where nouns have capitals, a name of two words has no article before it.
    const before = text.slice(Math.max(0, index - 40), index)
    const role = /(?<![\p{L}-])(\p{Lu}[\p{L}-]+) $/u.exec(before)?.[1]
    const isRole = role !== undefined && isWhatTheyDo(role, pack)
    if (!isRole && /(?<!\p{L})\p{Ll}*(?:er|ie|as|em|en|es|im|am|um|ur|om|ein|eine) $/u.test(before)) return []
    return [{ ...name, ...(isRole && { role }) }]
  })
}

/** Where no word has a capital: given names with the word behind them. */
function givenIn(
  text: string,
  { given, nouns, definite }: NonNullable<Pack['noCapitals']>,
  stops: readonly string[],
  print: (place: Stretch) => string,
): Printed[] {
  const found: Printed[] = []
  const none = new Set(stops)
  let last: { words: number; start: number; end: number; isOpen: boolean } | undefined
  const close = () => {
    if (last && last.words > 1) found.push({ name: print(last), start: last.start })
    last = undefined
  }
  for (const { 0: word, index } of text.matchAll(/\p{L}+/gu)) {
    const isNext = last !== undefined && index - last.end === 1 && text[last.end] === ' '
    const isGiven = given.has(word)
    const mayBeSurname = !none.has(word) && !nouns.has(word) && !nouns.has(word.replace(definite, ''))
    if (last?.isOpen && isNext && (isGiven || mayBeSurname))
      last = { words: last.words + 1, start: last.start, end: index + word.length, isOpen: isGiven }
    else {
      close()
      if (isGiven) last = { words: 1, start: index, end: index + word.length, isOpen: true }
    }
  }
  close()
  return found
}

function isWhatTheyDo(word: string, { offices, officeEnds, agentEnds }: Pack): boolean {
  return (
    offices.includes(word) ||
    offices.includes(word.toLowerCase()) ||
    officeEnds?.test(word) === true ||
    agentEnds?.test(word) === true
  )
}

/** The given name up to where its case begins. */
function stem(name: string): string {
  return name.slice(0, 3).toLowerCase().replaceAll('ё', 'е')
}

function isRatherFirstCase(name: string, best: string): boolean {
  return name.length < best.length || (name.length === best.length && /а$/u.test(name) && !/а$/u.test(best))
}
