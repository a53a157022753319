import { changeable, changeKey, forgetOwnKeys, ownKeys } from './own-keys.ts'
import { tell, warn } from './toasts.ts'

const name = 'on-record-keys'

/** Whether letters without a modifier do something at the desk: as chosen in this browser. */
export function areKeysOn(): boolean {
  try {
    return localStorage.getItem(name) !== 'off'
  } catch {
    return true // where a browser keeps nothing, nothing was switched off
  }
}

function keep(isOn: boolean): void {
  try {
    if (isOn) localStorage.removeItem(name)
    else localStorage.setItem(name, 'off')
    tell(isOn ? 'Letters are keys at the desk again.' : 'Letters are no keys any more in this browser.')
  } catch {
    warn('This browser keeps no settings: the keys stay on. Allow this site to store data, then try again.')
  }
}

/** The box on one's account page; it is of use, and shown, only with a script. */
function offerSetting(page: Document): void {
  const box = page.querySelector<HTMLInputElement>('[data-keys-setting] input')
  if (!box) return
  box.checked = areKeysOn()
  box.addEventListener('change', () => {
    keep(box.checked)
    box.checked = areKeysOn()
  })
  const section = box.closest<HTMLElement>('[data-keys-setting]')
  if (section) section.hidden = false
  offerOwnKeys(page)
}

/** Each key by itself; what can't be one is said beside it, and the key stays as it was. */
function offerOwnKeys(page: Document): void {
  const list = page.querySelector<HTMLElement>('[data-own-keys]')
  if (!list) return
  const boxes = Object.entries(changeable).map(([usual, does], i) => {
    const id = `own-key-${i}`
    const field = page.createElement('div')
    field.className = 'own-key'
    const label = page.createElement('label')
    label.htmlFor = id
    label.textContent = does
    const input = page.createElement('input')
    Object.assign(input, { id, size: 1, maxLength: 1, autocomplete: 'off', autocapitalize: 'off', spellcheck: false })
    const problem = page.createElement('p')
    problem.className = 'error'
    problem.id = `${id}-error`
    const show = () => (input.value = ownKeys()[usual] ?? usual)
    const say = (why: string | undefined) => {
      problem.textContent = why ?? ''
      input.toggleAttribute('aria-invalid', why !== undefined)
      if (why === undefined) input.removeAttribute('aria-describedby')
      else input.setAttribute('aria-describedby', problem.id)
    }
    input.addEventListener('focus', () => input.select())
    input.addEventListener('change', () => {
      const why = changeKey(usual, input.value)
      say(why)
      if (why !== undefined) return
      show()
      tell(`${does}: the key is “${input.value}”.`)
    })
    field.append(input, label, problem)
    show()
    return { field, show, say }
  })
  const usual = page.createElement('button')
  usual.type = 'button'
  usual.className = 'quiet'
  usual.textContent = 'Use the usual keys'
  usual.addEventListener('click', () => {
    const why = forgetOwnKeys()
    for (const box of boxes) {
      box.say(undefined)
      box.show()
    }
    if (why) warn(why)
    else tell('The keys are the usual ones again.')
  })
  list.replaceChildren(...boxes.map(({ field }) => field))
  list.after(usual)
}

offerSetting(document)
