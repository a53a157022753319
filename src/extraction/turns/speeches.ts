import { offices } from '../lexicon/offices.ts'
import { called } from './interviews.ts'
import { type Turn, tellName } from './labels.ts'
import { linesOf } from './lines-of.ts'

const speech = new RegExp(
  String.raw`^(?:[Tt]ranscript of |[Ff]ull text(?: of)?:? )?(?:(?:[Tt]he |[Aa]n? )?(?:[Rr]emarks|[Ss]peech|[Aa]ddress|[Ss]tatement|[Kk]eynote|[Ll]ecture|[Ss]ermon|[Tt]estimony)(?: [\p{Ll}]+){0,3} (?:by|of|from) (?:the )?(?<role>(?:[\p{L}-]+ ){0,6}[\p{L}-]+, |(?:[\p{L}]+ ){0,6}?)(?:the )?${called}|${called}(?:’s|'s) (?:[\p{Ll}]+ ){0,3}(?:speech|remarks|address|statement|lecture))`,
  'u',
)

/** "Remarks by the Governor Ana Berg": the rest is theirs, where it is spoken by an "I" or a "we". */
export function findSpeech(text: string): Turn[] {
  const declared = findDeclaration(text)
  if (declared) return [declared]
  const [heading] = linesOf(text)
  if (!heading || heading.to - heading.from > 160) return []
  const match = speech.exec(text.slice(heading.from, heading.to))
  const { speaker, role } = nameAndRole(match?.[2] ?? match?.[3], match?.groups?.['role'] ?? '')
  const rest = text.slice(heading.to, heading.to + 3000)
  const spoken = (rest.match(/\b(?:I|we|We|our|my|you)\b/g) ?? []).length
  if (!match || !speaker || spoken < 3) return []
  const start = heading.from + match[0].indexOf(speaker)
  return [
    {
      start: heading.to + 1,
      end: text.length,
      label: { start, end: start + speaker.length },
      name: lastNames(speaker),
      role: role || null,
      words: heading.to + 1,
      asks: false,
      sure: true,
    },
  ]
}

/** "I, Grace Finch, of 12 Mill Row, will say as follows:", "I, Ana Berg, declare:". */
const declaration = new RegExp(
  String.raw`^I,? (?:the undersigned,? )?(?<name>(?:\p{Lu}[\p{L}’'.-]*)(?: (?:\p{Lu}[\p{L}’'.-]*|van|von|de|der|al)){1,4})\b(?:, [^\n]{0,200}?)?,? (?:(?:do )?(?:hereby )?(?:solemnly )?(?:will |being (?:duly )?sworn,? )?(?:say|state|states|declare|swear|affirm|depose|certify|make oath|make this|am the|WILL SAY|STATE|SAY|DECLARE))\b[^\n]*$`,
  'mu',
)

/** The statement of a witness, from the line in which they say who they are to their signature. */
function findDeclaration(text: string): Turn | undefined {
  const match = declaration.exec(text.slice(0, 3000))
  const name = match?.groups?.['name']
  if (!match || name === undefined) return undefined
  const words = match.index + match[0].length + 1
  const signature = /^(?:Signed|Sworn|Dated?)\b/mu.exec(text.slice(words))
  const start = match.index + match[0].indexOf(name)
  return {
    start: words,
    end: signature ? words + signature.index : text.length,
    label: { start, end: start + name.length },
    name: tellName(name),
    role: null,
    words,
    asks: false,
    sure: true,
  }
}

/** "the Chief Constable, Ana Berg", "Ana Berg, Chief Constable". */
function nameAndRole(called: string | undefined, before: string): { speaker: string | undefined; role: string } {
  const role = before.trim().replace(/,$/, '')
  const turned = called !== undefined && before.endsWith(', ') && offices.has(called.split(' ').at(-1)!.toLowerCase())
  return turned && !offices.has(role.split(' ').at(-1)!.toLowerCase())
    ? { speaker: role, role: called }
    : { speaker: called, role }
}

function lastNames(speaker: string): string {
  return tellName(
    speaker.replace(
      /^(?:President|Governor|Senator|Mayor|Minister|Prime Minister|Secretary|Chancellor|Chairman|Sir|Dame|Dr|Mr|Ms|Mrs)\.? /,
      '',
    ),
  )
}
