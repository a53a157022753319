let status: HTMLElement | undefined

/** For screen readers only: says what others can see. A message for everybody is a toast. */
export function announce(sentence: string): void {
  if (!status) {
    status = document.createElement('p')
    status.setAttribute('role', 'status')
    status.className = 'visually-hidden'
    document.body.append(status)
  }
  status.textContent = sentence
}
