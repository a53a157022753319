/* The letters that are keys at the desk, by what they do; somebody may use others instead. The browser loads this file, too. */

export const deskKeys = {
  next: { usual: 'j', does: 'To the next mark' },
  previous: { usual: 'k', does: 'To the previous mark' },
  edit: { usual: 'e', does: 'Edit' },
  dismiss: { usual: 'x', does: 'Dismiss; tick in a list' },
  check: { usual: 'c', does: 'Check' },
  undo: { usual: 'u', does: 'Undo; with Shift redo' },
  who: { usual: 'w', does: 'Who; with Shift who said it before' },
  verb: { usual: 'v', does: 'Verb' },
  toWhom: { usual: 't', does: 'To whom' },
  where: { usual: 'l', does: 'Where' },
  means: { usual: 'm', does: 'By what means' },
  same: { usual: 's', does: 'The same as above: chain, evidence' },
  beginHere: { usual: 'b', does: 'The words begin here' },
  endHere: { usual: 'f', does: 'The words finish here' },
  review: { usual: 'r', does: 'With Shift: ask for review' },
  publish: { usual: 'p', does: 'Go to publish' },
  list: { usual: '?', does: 'The list of keys' },
} as const satisfies Record<string, { usual: string; does: string }>

export type DeskKey = keyof typeof deskKeys
/** Only the keys that somebody changed. */
export type OwnKeys = Partial<Record<DeskKey, string>>

/** Another value for each of them. */
export function mapKeys<In, Out>(keys: Record<DeskKey, In>, make: (value: In) => Out): Record<DeskKey, Out> {
  return Object.fromEntries(Object.entries(keys).map(([name, value]) => [name, make(value)])) as Record<DeskKey, Out>
}

/** Those that are not the usual ones. */
export function changedKeys(keys: Record<DeskKey, string>): OwnKeys {
  return Object.fromEntries(Object.entries(keys).filter(([name, key]) => key !== deskKeys[name as DeskKey].usual))
}

/** Digits are ratings; other signs move in the text. */
export const possibleKey = /^[a-z;/'[\]\\?]$/

/** What is wrong with each of these keys; empty if they can be used together. */
export function findKeyProblems(keys: Record<DeskKey, string>): OwnKeys {
  const names = Object.keys(keys) as DeskKey[]
  const problems: OwnKeys = {}
  for (const name of names) {
    const key = keys[name]
    if (!possibleKey.test(key)) {
      problems[name] = "Choose a letter, or one of ; / ' [ ] \\ ?"
      continue
    }
    // Said beside the key that was changed, not beside the one that has always been there.
    if (key === deskKeys[name].usual) continue
    const other = names.find((one) => one !== name && keys[one] === key)
    if (other) problems[name] = `“${key}” is taken: ${deskKeys[other].does}`
  }
  return problems
}
