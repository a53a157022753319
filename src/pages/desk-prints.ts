import { createHash } from 'node:crypto'

export type Printed<T> = T & {
  /** Tells this one, as it is shown, from what it was or will be. */
  print: string
  /** The page that asks has it already as it is. */
  isSame: boolean
}

/** So that a desk's page is sent only what changed. */
export function withPrints<T extends object>(things: T[], known: ReadonlySet<string>): Printed<T>[] {
  return things.map((thing) => {
    const print = createHash('sha256').update(JSON.stringify(thing)).digest('base64url').slice(0, 10)
    return { ...thing, print, isSame: known.has(print) }
  })
}
