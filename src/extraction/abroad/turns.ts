import { alternatives, type Stretch } from './matching.ts'
import type { Pack } from './pack.ts'

/** What one of those who speak in an interview or a transcript says, in one line. */
export type TurnLine = Stretch & { words: number; label: Stretch; name: string | undefined; asks: boolean }

type Line = Stretch & { label: Stretch; called: string | undefined; words: number; asks: boolean }

/** A text has turns where at least so many begin with a label, or are questions in bold. */
const fewest = 2
const longestQuestion = 400

/** The lines of an interview or a transcript, with who speaks in each; none in a text that is told. */
export function findTurnLines(text: string, pack: Pack, names: readonly string[]): TurnLine[] {
  const lines = linesOf(text)
  const dashed = findDashedTurns(text, lines, pack, names)
  if (dashed.length > 0) return dashed
  const labelled = readLabels(text, lines, pack)
  const bold = lines.map(({ start, end }) => isBold(text.slice(start, end)))
  const isInBold = bold.filter(Boolean).length >= fewest && isInterview(text, lines, bold, pack)
  if (!isInBold && !labelled) return []
  const first = isInBold ? bold.indexOf(true) : labelled!.findIndex((label) => label !== undefined)
  const answering = names.find((name) => text.indexOf(name) < (lines[first + 1]?.end ?? 0))
  const called = calledBy(names)
  const turns: TurnLine[] = []
  let last: { label: Stretch; name: string | undefined; asks: boolean } | undefined
  for (const [at, line] of lines.entries()) {
    if (at < first) continue
    const label = labelled?.[at]
    if (isInBold && bold[at]) last = { label: none(line.start), name: undefined, asks: true }
    else if (label) last = { label: label.label, name: nameOf(label, called, answering), asks: label.asks }
    else if (isInBold && last?.asks) last = { label: none(line.start), name: answering, asks: false }
    if (last)
      turns.push({
        ...line,
        ...last,
        words: label?.words ?? line.start + (bold[at] ? 2 : 0),
        end: line.end - (bold[at] ? 2 : 0),
      })
  }
  return turns
}

/**
 * An interview whose turns only have dashes: its first line asks, and they take turns. Lines between them belong to the
 * answer before; a list begins with no question, and in a story the writer says who speaks, or tells something between a
 * question and its answer.
 */
function findDashedTurns(text: string, lines: readonly Stretch[], pack: Pack, names: readonly string[]): TurnLine[] {
  const dash = lines.map(({ start, end }) => dashBefore.exec(text.slice(start, end))?.[0].length ?? 0)
  const first = dash.findIndex((length) => length > 0)
  const last = dash.findLastIndex((length) => length > 0)
  const lineAt = (at: number) => text.slice(lines[at]!.start, lines[at]!.end)
  const spoken = lines.flatMap((_, at) => (dash[at]! > 0 ? [lineAt(at)] : []))
  const asked = spoken.filter((line, at) => at % 2 === 0 && /[?؟]$/u.test(line)).length
  if (first < 1 || spoken.length < 2 * fewest || asked === 0 || !/[?؟]$/u.test(spoken[0]!)) return []
  if (asked * 6 < spoken.length || spoken.some((line) => told.test(line.replace(dashBefore, '')))) return []
  if (dash.some((length, at) => length > 0 && dash[at + 1] === 0 && at < last && /[?؟]$/u.test(lineAt(at)))) return []
  const before = text.slice(0, lines[first]!.start)
  const answering = names.find((name) => before.includes(name))
  if (!talks(pack).test(before)) return []
  let turns = 0
  return lines.slice(first, last + 1).map((line, at) => {
    const length = dash[first + at]!
    if (length > 0) turns++
    const asks = turns % 2 === 1
    return { ...line, words: line.start + length, label: none(line.start), name: asks ? undefined : answering, asks }
  })
}

/** What stands above an interview: its name, or a verb of saying or of talking with somebody. */
const talks = ({ interview, verbs, talking }: Pack) =>
  new RegExp(`${interview.called}|(?<!\\p{L})(?:${alternatives(verbs)}|${talking ?? '(?!)'})(?!\\p{L})`, 'iu')

const dashBefore = /^[—–-][ \u00a0]*(?=\S)/u
/** “— Да, — сказал он.”: the writer's words. */
const told = /[,.!?…]\s+[—–-]\s*\p{L}|\p{L}\s[—–](?=\p{Ll})/u

function linesOf(text: string): Stretch[] {
  return [...text.matchAll(/^[ \t]*(\S.*)$/gmu)].map(({ index, 0: line }) => ({
    start: index + line.length - line.trimStart().length,
    end: index + line.trimEnd().length,
  }))
}

/** “**Warum gerade dort?**” */
function isBold(line: string): boolean {
  return line.length < longestQuestion && /^\*\*[^*]+\*\*$/.test(line)
}

/** Bold lines are headings, too: some ask, or the text says that it is an interview. */
function isInterview(text: string, lines: readonly Stretch[], bold: readonly boolean[], { interview }: Pack): boolean {
  const asked = lines.filter(({ start, end }, at) => bold[at] && /[?؟]\**$/u.test(text.slice(start, end))).length
  return asked >= fewest || (asked > 0 && new RegExp(interview.called, 'u').test(text.slice(0, 600)))
}

const none = (at: number): Stretch => ({ start: at, end: at })

/** Lines with "Name:", "P." and the like, if they are those of people who take turns. */
function readLabels(text: string, lines: readonly Stretch[], pack: Pack): (Line | undefined)[] | undefined {
  const forms = labelForms(pack)
  const labels = lines.map((line) => labelAt(text, line, forms))
  const found = labels.filter((label) => label !== undefined)
  const counts = new Map<string, number>()
  for (const { called, asks } of found) {
    const who = called ?? (asks ? '?' : '!')
    counts.set(who, (counts.get(who) ?? 0) + 1)
  }
  const isRepeated = [...counts.values()].some((count) => count > 1)
  const isOften = found.length * 3 >= lines.length
  const isAsked = found.some(({ called }) => called === undefined) || /\*\*/.test(text)
  return found.length >= fewest && isOften && (counts.size > 1 || isAsked) && (isRepeated || isAsked)
    ? labels
    : undefined
}

type Forms = { by: RegExp; name: RegExp }

function labelForms({ interview, noCapitals }: Pack): Forms {
  const word = noCapitals ? '\\p{Lo}[\\p{L}-]*' : "\\p{Lu}[\\p{L}’'.-]*"
  const small = noCapitals ? '(?!)' : 'de|del|la|von|van|der|le|du'
  return {
    by: new RegExp(
      `^\\**(?:(?<asks>${interview.asks})|(?<answers>${interview.answers}))\\**\\s?[.:]\\**\\s+(?=\\S)`,
      'u',
    ),
    name: new RegExp(
      `^\\**(?<name>${word}(?: (?:${word}|${small})){0,3})(?: ?\\([^()]{1,60}\\))?\\**\\s?:\\**\\s+(?=\\S)`,
      'u',
    ),
  }
}

function labelAt(text: string, { start, end }: Stretch, forms: Forms): Line | undefined {
  const line = text.slice(start, Math.min(end, start + 160))
  const by = forms.by.exec(line)
  const match = by ?? forms.name.exec(line)
  if (!match) return undefined
  const { asks, answers, name: called } = match.groups ?? {}
  const said = asks ?? answers ?? called ?? ''
  const from = start + match[0].indexOf(said)
  // Berg: “…” is told, and no turn.
  if (!by && /^[«“„"]/u.test(line.slice(match[0].length))) return undefined
  return {
    start,
    end,
    label: { start: from, end: from + said.length },
    called: by ? undefined : called,
    words: start + match[0].length,
    asks: asks !== undefined,
  }
}

/** “I. K.” and “Kadiri” are Inès Kadiri: the names by what else they may be called. */
function calledBy(names: readonly string[]): ReadonlyMap<string, string> {
  const called = new Map<string, string>()
  for (const name of names.toReversed()) {
    const words = name.split(/[ -]/)
    called.set(words.map((word) => word[0]).join(''), name)
    called.set(words.at(-1)!, name)
    called.set(name, name)
  }
  return called
}

function nameOf(
  { called, asks }: Line,
  known: ReadonlyMap<string, string>,
  answering: string | undefined,
): string | undefined {
  if (called === undefined) return asks ? undefined : answering
  const isInitials = /^(?:\p{Lu}\.[- ]?){2,}$/u.test(called)
  return known.get(isInitials ? called.replace(/[^\p{Lu}]/gu, '') : called) ?? called
}
