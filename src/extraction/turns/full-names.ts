import type { Turn } from './labels.ts'

const nameWord = String.raw`\p{Lu}[\p{L}’'-]+`
/** In characters: who is who stands at the head. */
const head = 1500

/** "ND:" is Nora Dunleavy, where the head tells it, and "ASHWORTH:" the June Ashworth of another label. */
export function withFullNames(text: string, turns: readonly Turn[]): Turn[] {
  const labels = new Set(turns.flatMap(({ name }) => (name === null ? [] : [name])))
  const full = new Map([...labels].map((name) => [name, initialled(text, name) ?? onlyOne(labels, name)]))
  return turns.map((turn) => {
    const name = turn.name === null ? undefined : full.get(turn.name)
    return name === undefined ? turn : { ...turn, name, isTitle: false }
  })
}

/** "Nora Dunleavy (ND)", "ND = Nora Dunleavy", or the one name of the head that has these initials. */
function initialled(text: string, name: string): string | undefined {
  if (!/^\p{Lu}{2,4}$/u.test(name.toUpperCase()) || !text.includes(`${name.toUpperCase()}:`)) return undefined
  const letters = [...name.toUpperCase()]
  const called = letters.map((letter) => String.raw`${letter}[\p{L}’'-]+`).join(' ')
  const names = [...text.slice(0, head).matchAll(new RegExp(String.raw`(?<![\p{L}-])${called}(?![\p{L}-])`, 'gu'))]
  const found = new Set(names.map(([one]) => one))
  return found.size === 1 ? [...found][0] : undefined
}

/** The one longer label that ends with it. */
function onlyOne(labels: ReadonlySet<string>, name: string): string | undefined {
  if (!new RegExp(`^${nameWord}$`, 'u').test(name)) return undefined
  const longer = [...labels].filter(
    (label) => label.endsWith(` ${name}`) && !/^(?:The|Mr|Mrs|Ms|Miss|Madam|Lady|Lord|Sir|Dame|Dr) /i.test(label),
  )
  return longer.length === 1 ? longer[0] : undefined
}
