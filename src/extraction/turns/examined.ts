import { tellName } from './labels.ts'
import type { Turn } from './turns.ts'

const title = String.raw`(?:MR|MS|MRS|MISS|DR|Mr|Ms|Mrs|Miss|Dr|SIR|Sir)\.? `
const named = String.raw`\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'.-]+){0,3}`
/** "CROSS-EXAMINATION", "BY MS. ARAGON:", "Examined by MR ORTON": no words of the one before. */
const heading = new RegExp(
  String.raw`^[ \t]*(?:(?:(?:DIRECT|CROSS|REDIRECT|RECROSS|RE-DIRECT|RE-CROSS|FURTHER|VOIR DIRE)[ -]*)+(?:EXAMINATION)?(?: BY (?<of>${title}${named}))?:?|(?:(?:[Cc]ross-|[Rr]e-?)?[Ee]xamin(?:ed|ation) by|EXAMINATION BY|BY) (?<by>${title}${named}):?)[ \t]*$`,
  'gmu',
)
/** "LINDA FESPERMAN, sworn", "The government calls Linda Fesperman.". */
const witness = new RegExp(
  String.raw`^[ \t]*(?<sworn>\p{Lu}[\p{Lu}’'.-]+(?: \p{Lu}[\p{Lu}’'.-]+){1,3}),? (?:\()?(?:duly |having been )?(?:sworn|affirmed|recalled)\b|\b[Cc]alls? (?:to the stand )?(?:(?:Mr|Mrs|Ms|Dr)\.? )?(?<called>\p{Lu}[\p{Ll}’'-]+(?: \p{Lu}[\p{L}’'.-]+){1,3})\.`,
  'gmu',
)

type Place = { at: number; name: string | undefined }

/** In a court's record "Q." is the one who examines and "A." the witness; headings between end what was said. */
export function namedByExamination(text: string, turns: readonly Turn[]): Turn[] {
  const headings = [...text.matchAll(heading)].map((match) => ({
    at: match.index,
    name: nameOf(match.groups?.['of'] ?? match.groups?.['by']),
  }))
  if (headings.length === 0) return [...turns]
  const witnesses = [...text.matchAll(witness)].map((match) => ({
    at: match.index,
    name: nameOf(match.groups?.['sworn'] ?? match.groups?.['called']),
  }))
  const examiners = headings.filter(({ name }) => name !== undefined)
  return turns.map((turn) => {
    const end = headings.find(({ at }) => at > turn.words && at < turn.end)?.at ?? turn.end
    if (turn.name !== null && !/^The Witness$/i.test(turn.name)) return { ...turn, end }
    const name = lastBefore(turn.asks ? examiners : witnesses, turn.start)
    return name === undefined ? { ...turn, end } : { ...turn, end, name, isTitle: false }
  })
}

function lastBefore(places: readonly Place[], at: number): string | undefined {
  return places.findLast((place) => place.at < at)?.name
}

function nameOf(called: string | undefined): string | undefined {
  return called === undefined ? undefined : tellName(called.trim())
}
