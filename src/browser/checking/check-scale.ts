/** A rating by its digit, what it needs said again once it is chosen, and one line for a scale that was answered. */
export function answerScales(form: HTMLElement): void {
  for (const scale of form.querySelectorAll<HTMLFieldSetElement>('[data-scale]')) {
    for (const digit of scale.querySelectorAll('kbd')) digit.hidden = false
    scale.addEventListener('keydown', (event) => {
      const { key, ctrlKey, metaKey, altKey } = event
      if (!/^[1-9]$/.test(key) || ctrlKey || metaKey || altKey) return
      const radio = radiosOf(scale)[Number(key) - 1]
      if (!radio) return
      event.preventDefault()
      radio.checked = true
      radio.focus()
      radio.dispatchEvent(new Event('change', { bubbles: true }))
    })
    scale.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget && !scale.contains(relatedTarget as Node)) fold(scale)
    })
  }
  form.addEventListener('change', () => sayNeeds(form))
  form.addEventListener('input', () => sayNeeds(form))
  sayNeeds(form)
}

export function focusOnScale(form: ParentNode, name: string): void {
  const scale = form.querySelector<HTMLFieldSetElement>(`[data-scale="${name}"]`)
  if (!scale) return
  unfold(scale)
  const details = scale.closest('details')
  if (details) details.open = true
  ;(chosenIn(scale) ?? radiosOf(scale)[0])?.focus()
  scale.scrollIntoView({ block: 'nearest' })
}

function radiosOf(scale: HTMLElement): HTMLInputElement[] {
  return [...scale.querySelectorAll<HTMLInputElement>('input[type=radio]')]
}

function chosenIn(scale: HTMLElement): HTMLInputElement | undefined {
  return radiosOf(scale).find(({ checked }) => checked)
}

/** "✓ Confirmed · change", so that what is asked next is in sight. */
function fold(scale: HTMLFieldSetElement): void {
  const chosen = chosenIn(scale)
  const steps = scale.querySelector<HTMLElement>('.steps')
  if (!chosen || !steps || steps.hidden) return
  const line = scale.ownerDocument.createElement('p')
  line.className = `folded tone-${chosen.dataset['tone']}`
  const name = chosen.closest('label')?.querySelector('.name')?.cloneNode(true)
  const change = scale.ownerDocument.createElement('button')
  change.type = 'button'
  change.className = 'quiet small'
  change.textContent = 'Change'
  change.addEventListener('click', () => focusOnScale(scale.parentNode ?? scale, scale.dataset['scale'] ?? ''))
  if (name) line.append(name, ' ')
  line.append(change)
  show(scale, false)
  steps.before(line)
}

function unfold(scale: HTMLFieldSetElement): void {
  scale.querySelector('.folded')?.remove()
  show(scale, true)
}

function show(scale: HTMLElement, isShown: boolean): void {
  for (const part of scale.querySelectorAll<HTMLElement>('.steps, .hint')) part.hidden = !isShown
}

type Given = { kind: string; stance: string }

const listOf: Record<string, string> = { ratingId: 'evidence', claimRatingId: 'claimEvidence' }

function sayNeeds(form: HTMLElement): void {
  for (const scale of form.querySelectorAll<HTMLElement>('[data-scale]')) {
    const line = scale.querySelector<HTMLElement>('[data-needs-of]')
    const chosen = chosenIn(scale)
    if (!line) continue
    line.hidden = !chosen
    if (!chosen) continue
    const { label = '', needs = '', requires = 'none', tone = 'open' } = chosen.dataset
    const isMet = requires === 'none' || givenIn(form, scale.dataset['scale'] ?? '').some((one) => meets(one, chosen))
    const found = requires === 'none' ? '' : isMet ? ' You have one.' : ' None yet.'
    const sentence = `${label} needs ${needs}.${found}`
    line.className = `needs tone-${isMet ? tone : 'caution'}`
    // Said aloud once, not with each key.
    if (line.textContent !== sentence) line.textContent = sentence
  }
}

/** Whether it is of the kind that is needed; whether it counts is found when it is saved. */
function meets({ kind, stance }: Given, { dataset, form }: HTMLInputElement): boolean {
  const primary = form?.dataset['primaryKinds']?.split(' ') ?? []
  if (stance === 'context') return false
  if (stance === 'contradicts') return dataset['requires'] === 'evidence' && dataset['tone'] !== 'good'
  if (dataset['requires'] === 'primary_source') return primary.includes(kind)
  return dataset['requires'] === 'second_origin' ? kind === 'second_report' : true
}

function givenIn(form: HTMLElement, scale: string): Given[] {
  const own = inList(form, listOf[scale] ?? '')
  const shares = form.querySelector<HTMLInputElement>('input[name=claimSame]')?.checked === true
  if (scale !== 'claimRatingId') return [...own, ...asAbove(form)]
  return shares ? [...own, ...inList(form, 'evidence'), ...asAbove(form)] : own
}

function inList(form: HTMLElement, list: string): Given[] {
  const cards = form.querySelectorAll<HTMLElement>(`[data-evidence-list="${list}"] [data-evidence]`)
  return [...cards].filter(isFilledIn).map((card) => ({ kind: valueOf(card, 'kind'), stance: valueOf(card, 'stance') }))
}

function asAbove(form: HTMLElement): Given[] {
  const same = form.querySelector<HTMLInputElement>('input[name=sameAs]:checked')
  const pairs = same?.dataset['same']?.split(' ') ?? []
  return pairs.map((pair) => {
    const [kind = '', stance = ''] = pair.split(':')
    return { kind, stance }
  })
}

export function isFilledIn(card: HTMLElement): boolean {
  return ['url', 'documentId', 'quote'].some((field) => valueOf(card, field) !== '')
}

function valueOf(card: HTMLElement, field: string): string {
  const found = card.querySelector<HTMLInputElement | HTMLSelectElement>(`[name$="[${field}]"]`)
  return found?.value ?? ''
}
