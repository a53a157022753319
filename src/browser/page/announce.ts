let status: HTMLElement | undefined

/** Says a short sentence to whoever cannot see what changed; what everybody is to be told is a toast. */
export function announce(sentence: string): void {
  if (!status) {
    status = document.createElement('p')
    status.setAttribute('role', 'status')
    status.className = 'visually-hidden'
    document.body.append(status)
  }
  status.textContent = sentence
}
