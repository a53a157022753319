import { recordForm } from './record-form.ts'
import { readWords, restoreWords, type Words } from './quoted-words.ts'
import { hasTypedWords } from '../typing/typed-fields.ts'

/** The form before a step: its words and chain, or all of it if another form replaced it. */
type Snapshot = { words: Words; hops: HTMLElement; follows: boolean } | { whole: HTMLElement }
/** A decision that the server stores and undoes itself. */
type Step = Snapshot | 'on the server'
type Change = () => boolean | undefined | Promise<boolean | undefined>

export type FormSteps = {
  /**
   * Changes the form after earlier steps are finished, and remembers its state before. `change` returns false if it
   * failed; `follows` marks a step that goes on with the selection, and `joins` one that belongs to the step before.
   */
  make: (change: Change, how?: { follows?: boolean; joins?: boolean }) => Promise<void>
  /** Resolves when every step is finished. */
  settled: () => Promise<void>
  /** Another form replaces this one: words that somebody typed can be restored. */
  replace: () => void
  /** The server did something, which is undone in its turn. */
  passed: () => void
  /** The form was recorded: the server now stores its steps. */
  recorded: () => void
  /** The server undid or redid its last step, by its own button. */
  stepped: (which: 'undo' | 'redo') => void
  /** Undoes the form's last step; false if the last one, if any, is the server's. */
  undo: () => Promise<boolean>
  redo: () => Promise<boolean>
  /** Undoes what followed the selection, if nothing came after it. */
  giveBack: () => Promise<void>
}

/** The steps made in the form by keys, buttons and pointer, one after another; each can be undone. */
export function formSteps(page: Document): FormSteps {
  let done: Step[] = []
  let undone: Step[] = []
  let queue = Promise.resolve()

  const inTurn = <T>(work: () => T | Promise<T>): Promise<T> => {
    const turn = queue.then(work)
    queue = turn.then(
      () => undefined,
      () => undefined,
    )
    return turn
  }
  const goBack = (from: Step[], to: Step[]) =>
    inTurn(() => {
      const step = from.pop()
      if (step === undefined) return false
      const now = step === 'on the server' ? step : 'whole' in step ? takeWhole(page) : takeSnapshot(page, step.follows)
      if (now) to.push(now)
      if (step === 'on the server') return false
      restore(page, step)
      return true
    })
  const push = (step: Step | undefined) => {
    if (step) done.push(step)
    undone = []
  }

  return {
    make: (change, { follows = false, joins = false } = {}) =>
      inTurn(async () => {
        const last = done.at(-1)
        const goesOn = joins && last !== undefined && last !== 'on the server' && 'follows' in last && last.follows
        const before = goesOn ? undefined : takeSnapshot(page, follows)
        if ((await change()) !== false) push(before)
      }),
    settled: () => inTurn(() => undefined),
    replace() {
      const form = recordForm(page)
      if (form && hasTypedWords(form)) push(takeWhole(page))
      else done = done.filter((step) => step === 'on the server' || 'whole' in step)
    },
    passed: () => push('on the server'),
    recorded() {
      done = done.filter((step) => step === 'on the server' || 'whole' in step)
      push('on the server')
    },
    stepped(which) {
      const [from, to] = which === 'undo' ? [done, undone] : [undone, done]
      const at = from.lastIndexOf('on the server')
      if (at >= 0) to.push(...from.splice(at, 1))
    },
    undo: () => goBack(done, undone),
    redo: () => goBack(undone, done),
    giveBack: () =>
      inTurn(() => {
        const last = done.at(-1)
        if (last === undefined || last === 'on the server' || 'whole' in last || !last.follows) return
        done.pop()
        restore(page, last)
      }),
  }
}

const part = (page: Document, name: 'record' | 'hops') => page.querySelector<HTMLElement>(`[data-form-part="${name}"]`)

function takeSnapshot(page: Document, follows: boolean): Snapshot | undefined {
  const [words, hops] = [readWords(page), part(page, 'hops')]
  return words && hops ? { words, hops: copied(hops), follows } : undefined
}

function takeWhole(page: Document): Snapshot | undefined {
  const record = part(page, 'record')
  return record ? { whole: copied(record) } : undefined
}

function restore(page: Document, step: Snapshot): void {
  const [here, there] = 'whole' in step ? [part(page, 'record'), step.whole] : [part(page, 'hops'), step.hops]
  here?.replaceChildren(...there.childNodes)
  if ('words' in step) restoreWords(page, step.words)
  page.dispatchEvent(new CustomEvent('form-taken', { detail: { part: 'whole' in step ? 'record' : 'hops' } }))
}

/** A copy with its typed and chosen values; cloning alone loses the selected options. */
function copied(element: HTMLElement): HTMLElement {
  const copy = element.cloneNode(true) as HTMLElement
  const lists = copy.querySelectorAll('select')
  for (const [i, { value }] of [...element.querySelectorAll('select')].entries()) {
    const list = lists[i]
    if (list) list.value = value
  }
  return copy
}
