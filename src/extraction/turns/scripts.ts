import { type Turn, tellName } from './labels.ts'
import { linesOf } from './lines-of.ts'

const sound = '(?:SOT|SOTS|SOUNDBITE|BITE|GRAB|CLIP|ACTUALITY|ACT|IN CUE)'
const named = String.raw`\p{Lu}[\p{L}’'.-]+(?: (?:\p{Lu}[\p{L}’'.-]*|van|von|de|der|al)){0,4}`
/** "(SOT: Ellen Grady, night nurse)", "[SOT – ELLEN GRADY]", "SOT Ellen Grady:". */
const soundbite = new RegExp(
  String.raw`^[([*]*(?:TAKE |BEGIN |RUN )?${sound}\b(?: ?#?\d+)?[\s:/|–—-]*[([]?(?!OF\b)(?<name>${named})(?<role>(?:, | \(|/| [–—-] )[^\]\n*:“"]{2,70}?)?[)\]*]{0,3}:?[)\]*]{0,3} ?(?<words>[“"].+)?$`,
  'u',
)
/** "(VO)", "[NATS: car door]", "(ANCHOR ON CAM)": something else is seen or heard. */
const cue = new RegExp(
  String.raw`^(?:[([*][^\n]{1,80}[)\]*]|(?:VO|V/O|VOICE-?OVER|PKG|TRACK|NATS?|ANCHOR|STAND-?UP|TAG|INTRO|OUTRO|LIVE|CG|GFX|${sound})\b[^\n]{0,60})$`,
  'u',
)
const fewestBites = 2

/** What people say in a script for television or radio; the rest of it is its reporter's text. */
export function findScript(text: string): Turn[] {
  const turns: Turn[] = []
  let open: Turn | undefined
  for (const { from, to } of linesOf(text)) {
    const line = text.slice(from, Math.min(to, from + 2000)).trimEnd()
    const bite = soundbite.exec(line)
    if (open && (bite || cue.test(line))) {
      open.end = from
      open = undefined
    }
    if (bite) turns.push((open = turnOf(bite, from, to, text.length)))
  }
  return turns.length >= fewestBites ? turns : []
}

function turnOf(match: RegExpExecArray, from: number, to: number, end: number): Turn {
  const { name: called = '', role = '', words } = match.groups ?? {}
  const title =
    /^(?:Councill?or|Council(?:man|woman)|Mayor|Senator|Governor|Sheriff|Chief|Officer|Superintendent) (?=\p{Lu}\p{Ll}+ )/u.exec(
      called,
    )
  const start = from + match[0].indexOf(called)
  return {
    start: from,
    end,
    label: { start, end: start + called.length },
    name: tellName(called.slice(title?.[0].length ?? 0)),
    role: role.replace(/^[\s,(/–—-]+/, '').replace(/\)$/, '') || title?.[0].trim() || null,
    words: words === undefined ? to + 1 : from + match[0].indexOf(words),
    asks: false,
    sure: true,
  }
}
