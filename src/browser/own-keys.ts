/* The letters that are keys at the desk, and which others somebody uses instead: kept in the browser. */

const place = 'on-record-own-keys'

/** What each does, by its usual letter. */
export const changeable: Record<string, string> = {
  j: 'To the next mark',
  k: 'To the mark before',
  e: 'Edit',
  x: 'Dismiss',
  c: 'Check',
  u: 'Undo; with Shift redo',
  w: 'Who; with Shift who said it before',
  v: 'Verb',
  t: 'To whom',
  l: 'Where',
  m: 'By what means',
  s: 'The same as above: chain, evidence',
  b: 'The words begin here',
  f: 'The words finish here',
  r: 'With Shift: ask for review',
  p: 'Go to publish',
  '?': 'The list of keys',
}

/** Digits are ratings; the others move in the text. */
const possible = /^[a-z;/'[\]\\?]$/

/** By the usual key, the person's own where it is another. */
export function ownKeys(): Record<string, string> {
  try {
    const kept = JSON.parse(localStorage.getItem(place) ?? '{}') as Record<string, unknown>
    const own = Object.entries(kept).filter(([usual, key]) => usual in changeable && typeof key === 'string')
    return Object.fromEntries(own) as Record<string, string>
  } catch {
    return {}
  }
}

/** The usual key that this one stands for; nothing for one that was given away. */
export function meantBy(pressed: string): string {
  const own = ownKeys()
  const usual = Object.keys(own).find((key) => own[key] === pressed)
  return usual ?? (pressed in own ? '' : pressed)
}

/** Changes one of them; returns why it can't be, or nothing. An empty key is the usual one again. */
export function changeKey(usual: string, typed: string): string | undefined {
  const key = typed.trim().toLowerCase() || usual
  if (!possible.test(key)) return "Choose a letter, or one of ; / ' [ ] \\ ?"
  const own = ownKeys()
  const taken = Object.keys(changeable).find((other) => other !== usual && (own[other] ?? other) === key)
  if (taken) return `“${key}” is taken: ${changeable[taken]}`
  const { [usual]: _, ...others } = own
  return keep(key === usual ? others : { ...others, [usual]: key })
}

export function forgetOwnKeys(): string | undefined {
  return keep({})
}

function keep(own: Record<string, string>): string | undefined {
  try {
    if (Object.keys(own).length === 0) localStorage.removeItem(place)
    else localStorage.setItem(place, JSON.stringify(own))
    return undefined
  } catch {
    return 'This browser keeps no settings. Allow this site to store data, then try again'
  }
}

/** Wherever the page names a key, it names the person's own. */
export function showOwnKeys(part: ParentNode): void {
  const own = ownKeys()
  for (const shown of part.querySelectorAll<HTMLElement>('kbd')) {
    const usual = shown.dataset['usual'] ?? shown.textContent
    const key = own[usual]
    if (key === undefined) continue
    shown.dataset['usual'] = usual
    shown.textContent = key
  }
}
