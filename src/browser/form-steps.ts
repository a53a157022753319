import { recordForm } from './record-form.ts'
import { readWords, restoreWords, type Words } from './quoted-words.ts'
import { hasTypedWords } from './typed-fields.ts'

/** The form before a step: its words and chain, or all of it where another form came in its place. */
type Snapshot = { words: Words; hops: HTMLElement; follows: boolean } | { whole: HTMLElement }
/** A decision that the server keeps, and takes back itself. */
type Step = Snapshot | 'on the server'
type Change = () => boolean | undefined | Promise<boolean | undefined>

export type FormSteps = {
  /**
   * Changes the form once what was begun before is done, and remembers how it was. `change` answers false where nothing
   * became of it; `follows` is a step that goes on with the selection, and `joins` goes on with the step before.
   */
  make: (change: Change, how?: { follows?: boolean; joins?: boolean }) => Promise<void>
  /** Once everything that was begun is done. */
  settled: () => Promise<void>
  /** Another form comes in place of this one: words that somebody typed can be got back. */
  replace: () => void
  /** The server did something: it is undone in its turn. */
  passed: () => void
  /** The form was recorded: its own steps are part of what the server keeps now. */
  recorded: () => void
  /** The server undid or did again what it had done, on its own button. */
  stepped: (which: 'undo' | 'redo') => void
  /** Takes the last step of the form back; false where the last one, if any, is the server's. */
  undo: () => Promise<boolean>
  redo: () => Promise<boolean>
  /** Takes back what followed the selection, where nothing came after it. */
  giveBack: () => Promise<void>
}

/** What is done in the form by keys, buttons and pointer: one step after another, each of which can be taken back. */
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

/** A copy with what is typed and chosen in it; copying alone forgets what is chosen in a list. */
function copied(element: HTMLElement): HTMLElement {
  const copy = element.cloneNode(true) as HTMLElement
  const lists = copy.querySelectorAll('select')
  for (const [i, { value }] of [...element.querySelectorAll('select')].entries()) {
    const list = lists[i]
    if (list) list.value = value
  }
  return copy
}
