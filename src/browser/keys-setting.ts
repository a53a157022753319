const name = 'on-record-keys'

/** Whether letters without a modifier do something at the desk: as chosen in this browser. */
export function areKeysOn(): boolean {
  return localStorage.getItem(name) !== 'off'
}

/** The box on one's account page; it is of use, and shown, only with a script. */
function offerSetting(page: Document): void {
  const box = page.querySelector<HTMLInputElement>('[data-keys-setting] input')
  if (!box) return
  box.checked = areKeysOn()
  box.addEventListener('change', () => {
    if (box.checked) localStorage.removeItem(name)
    else localStorage.setItem(name, 'off')
  })
  const section = box.closest<HTMLElement>('[data-keys-setting]')
  if (section) section.hidden = false
}

offerSetting(document)
