import { type Turn, tellName } from './labels.ts'

const title = String.raw`(?:MR|MS|MRS|MISS|DR|Mr|Ms|Mrs|Miss|Dr|SIR|Sir)\.? `
const named = String.raw`\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'.-]+){0,3}`
/** "CROSS-EXAMINATION", "BY MS. ARAGON:", "Examined by MR ORTON": no words of the one before. */
const headings = [
  /^(?:DIRECT|CROSS|REDIRECT|RECROSS|RE-DIRECT|RE-CROSS|FURTHER|VOIR)\b[\p{Lu} -]{0,40}$/u,
  new RegExp(String.raw`^(?:EXAMINATION |[\p{Lu}-]{4,16}EXAMINATION )?BY (?<by>${title}${named}):?$`, 'u'),
  new RegExp(String.raw`^(?:(?:Cross-|Re-?)?[Ee]xamined|Examination) by (?<by>${title}${named}):?$`, 'u'),
]
/** "LINDA FESPERMAN, sworn", "The government calls Linda Fesperman.". */
const witness = new RegExp(
  String.raw`^[ \t]*(?<sworn>\p{Lu}[\p{Lu}’'.-]+(?: \p{Lu}[\p{Lu}’'.-]+){1,3}),? (?:\()?(?:duly |having been )?(?:sworn|affirmed|recalled)\b|\b[Cc]alls? (?:to the stand )?(?:(?:Mr|Mrs|Ms|Dr)\.? )?(?<called>\p{Lu}[\p{Ll}’'-]+(?: \p{Lu}[\p{L}’'.-]+){1,3})\.`,
  'gmu',
)

type Place = { at: number; name: string | undefined }

/** In a court's record "Q." is the one who examines and "A." the witness; headings between end what was said. */
export function namedByExamination(text: string, turns: readonly Turn[]): Turn[] {
  const parted = headingsOf(text)
  if (parted.length === 0) return [...turns]
  const witnesses = [...text.matchAll(witness)].map((match) => ({
    at: match.index,
    name: nameOf(match.groups?.['sworn'] ?? match.groups?.['called']),
  }))
  const [ends, examiners, heard] = [
    follow(parted),
    follow(parted.filter(({ name }) => name !== undefined)),
    follow(witnesses),
  ]
  return turns.map((turn) => {
    const next = ends(turn.words).next?.at ?? turn.end
    const end = Math.min(next, turn.end)
    if (turn.name !== null && !/^The Witness$/i.test(turn.name)) return { ...turn, end }
    const name = (turn.asks ? examiners : heard)(turn.start).last?.name
    return name === undefined ? { ...turn, end } : { ...turn, end, name, isTitle: false }
  })
}

/** The places before and after one that moves on through the text. */
function follow(places: readonly Place[]) {
  let at = 0
  return (place: number) => {
    while (at < places.length && places[at]!.at <= place) at++
    return { last: places[at - 1], next: places[at] }
  }
}

function headingsOf(text: string): Place[] {
  const found: Place[] = []
  let at = 0
  for (const line of text.split('\n')) {
    const bare = line.trim()
    const match =
      bare.length < 80 ? headings.map((heading) => heading.exec(bare)).find((one) => one !== null) : undefined
    if (match) found.push({ at, name: nameOf(match.groups?.['by']) })
    at += line.length + 1
  }
  return found
}

function nameOf(called: string | undefined): string | undefined {
  return called === undefined ? undefined : tellName(called.trim())
}
