let status: HTMLElement | undefined

/** Announces a short sentence to screen readers. */
export function announce(sentence: string): void {
  if (!status) {
    status = document.createElement('p')
    status.setAttribute('role', 'status')
    status.className = 'visually-hidden'
    document.body.append(status)
  }
  status.textContent = sentence
}
