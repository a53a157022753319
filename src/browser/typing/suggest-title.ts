/** While a text is pasted, the empty title shows what it will be: the first line. */
export function suggestTitle(page: Document): void {
  const text = page.querySelector<HTMLTextAreaElement>('#import-form #text')
  const title = page.querySelector<HTMLInputElement>('#import-form #title')
  if (!text || !title) return
  const show = () => {
    const lines = text.value.slice(0, 10_000).split('\n')
    const first = lines.map((line) => line.replace(/^\s*#{1,6}\s+/, '').trim()).find((line) => line !== '')
    title.placeholder = first?.slice(0, 200) ?? ''
  }
  text.addEventListener('input', show)
  show()
}
