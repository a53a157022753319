import { whileTyping } from './while-typing.ts'

/** The desk's rating of a password; the page repeats it if the form is refused. */
type Strength = { degree: number; isEnough: boolean; sentence: string }

const most = 4

whileTyping(document, '[data-strength] input', (input) => {
  if (input.value === '') {
    clear(input)
    return undefined
  }
  return async (signal) => {
    const strength = await ask(input, signal)
    if (strength) show(input, strength)
    else clear(input)
  }
})

/** The lists of common passwords stay on the server: they are a hundred times as large as this page. */
async function ask(input: HTMLInputElement, signal: AbortSignal): Promise<Strength | undefined> {
  const address = input.closest<HTMLElement>('[data-strength]')?.dataset['strength']
  if (!address || !input.form) return undefined
  const field = (name: string) => input.form?.querySelector<HTMLInputElement>(`[name=${name}]`)?.value
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify({ password: input.value, email: field('email') ?? field('username'), name: field('name') }),
    signal,
  })
  return response.ok ? ((await response.json()) as Strength) : undefined
}

function show(input: HTMLInputElement, { degree, isEnough, sentence }: Strength): void {
  const line = lineOf(input) ?? addLine(input)
  const [meter, words] = [line.querySelector('meter'), line.querySelector('span')]
  if (meter) meter.value = degree
  if (words) words.textContent = isEnough ? sentence : `${sentence.replace(/\.$/, '')}.`
}

function clear(input: HTMLInputElement): void {
  lineOf(input)?.remove()
}

function lineOf(input: HTMLInputElement): HTMLElement | null {
  return input.parentElement?.querySelector<HTMLElement>('.strength') ?? null
}

function addLine(input: HTMLInputElement): HTMLElement {
  const line = document.createElement('p')
  line.className = 'strength'
  const meter = document.createElement('meter')
  Object.assign(meter, { min: 0, max: most, low: 2, high: most - 0.5, optimum: most })
  meter.setAttribute('aria-label', 'How hard it is to guess')
  const words = document.createElement('span')
  words.setAttribute('role', 'status')
  line.append(meter, ' ', words)
  input.after(line)
  return line
}
