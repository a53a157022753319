import { type DeskKey, deskKeys, type OwnKeys } from '../../words/desk-keys.ts'

/* The account's keys; the layout writes those that it changed into the page. */

/** Whether single letters are keys. */
export function areKeysOn(): boolean {
  return document.body.dataset['letters'] !== 'off'
}

/** The keys that the person changed, by the usual key. */
function ownKeys(): Record<string, string> {
  const own = JSON.parse(document.body.dataset['ownKeys'] ?? '{}') as OwnKeys
  return Object.fromEntries(Object.entries(own).map(([name, key]) => [deskKeys[name as DeskKey].usual, key]))
}

/** The usual key that this one replaces; empty for one that no longer does anything. */
export function meantBy(pressed: string): string {
  const own = ownKeys()
  const usual = Object.keys(own).find((key) => own[key] === pressed)
  return usual ?? (pressed in own ? '' : pressed)
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
