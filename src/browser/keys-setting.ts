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
}

offerSetting(document)
