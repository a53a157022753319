import { lastWord } from './called.ts'
import type { Described, Gender } from './source-phrases.ts'

export type Known = {
  name: string
  proper: boolean
  role: string | null
  kind: Described['kind']
  gender: Gender
  head: string
  plural: boolean
  /** The sentence whose subject this was, for a name that nothing but its place shows to be a person's. */
  subjectOf?: number
}

/** How many sources back a pronoun may look; readers do not remember further back either. */
const memory = 60

/** Who was mentioned, the latest last. */
export class Recent {
  readonly #known: Known[] = []
  #talking: readonly string[] = []
  /** How many sentences were read. */
  sentence = 0

  /** Who talks and who is talked to: "she" is somebody else. */
  hear(talking: readonly string[]) {
    this.#talking = talking.flatMap((name) => name.toLowerCase().split(' '))
  }

  remember(known: Known) {
    const at = this.#known.lastIndexOf(known)
    if (at >= 0) this.#known.splice(at, 1)
    this.#known.push(known)
    if (this.#known.length > memory) this.#known.shift()
  }

  findLast(fits: (known: Known) => boolean): Known | undefined {
    return this.#known.findLast(fits)
  }

  /** Whom alone it fits: where it fits two, nobody is told. */
  only(fits: (known: Known) => boolean): Known | undefined {
    const found = this.#known.filter((known) => known.kind === 'person' && known.proper && fits(known))
    return found.length === 1 ? found[0] : undefined
  }

  antecedent(pronoun: string): Known | undefined {
    return this.#known.findLast((known) => {
      if (known.subjectOf !== undefined && known.subjectOf < this.sentence - 1) return false
      if (this.#talking.includes(lastWord(known.name))) return false
      if (pronoun === 'they') return known.plural || known.kind === 'group' || known.kind === 'organisation'
      if (pronoun === 'it') return known.kind !== 'person' && !known.plural
      return known.kind === 'person' && (pronoun === 'who' || !known.gender || known.gender === pronoun)
    })
  }
}
