import { announce } from '../page/announce.ts'
import { focusOnScale } from './check-scale.ts'
import { combobox, type Offer } from '../typing/combobox.ts'
import { fetchData } from '../typing/while-typing.ts'

type Found = {
  id: number
  sentence: string
  about: string
  hasWords: boolean
  verdict: { label: string; tone: string; on: string } | null
  newestVerdictId: number | null
}

const signs: Record<string, string> = { good: '✓', caution: '!', bad: '✕', open: '?' }

/** One field for the claim: those that were checked come first, with what was found; what is typed may be a new one. */
export function claimPicker(form: HTMLElement, words: string): void {
  const known = form.querySelector<HTMLInputElement>('input[name=known]')
  const sentence = form.querySelector<HTMLTextAreaElement>('textarea[name=sentence]')
  const around = known?.closest<HTMLElement>('.field')
  const ofSentence = sentence?.closest<HTMLElement>('.field')
  if (!known || !sentence || !around || !ofSentence) return
  const page = form.ownerDocument

  const id = page.createElement('input')
  id.type = 'hidden'
  id.name = 'claimId'
  id.value = form.querySelector<HTMLInputElement>('[data-offered] input:checked')?.value ?? ''
  const offered = form.querySelector('[data-offered] input:checked')?.closest('label')?.querySelector('span')
  if (id.value !== '' && known.value === '') known.value = offered?.firstChild?.textContent?.trim() ?? ''
  form.querySelector('[data-offered]')?.remove()
  // Which of several is meant, where the server asks that, is chosen among its own.
  if (!form.querySelector('[data-claim-picker] fieldset.choices')) around.append(id)
  around.classList.add('combobox')
  const label = around.querySelector('label')
  if (label) label.textContent = 'Find a claim, or write a new one'
  const showSentence = () => (ofSentence.hidden = sentence.value === '' && !ofSentence.querySelector('.error'))
  showSentence()

  const goOn = () => focusOnScale(form, 'claimRatingId')
  const pick = ({ id: number, sentence: said, verdict, newestVerdictId }: Found) => {
    id.value = String(number)
    known.value = said
    sentence.value = ''
    showSentence()
    if (newestVerdictId !== null) {
      const seen = page.createElement('input')
      seen.type = 'hidden'
      seen.name = 'seen'
      seen.value = `${number}:${newestVerdictId}`
      around.append(seen)
    }
    announce(verdict ? `Picked. It was checked before: ${verdict.label}.` : 'Picked. Nobody has checked it yet.')
    goOn()
  }
  const write = (typed: string) => {
    id.value = ''
    known.value = ''
    sentence.value = typed
    showSentence()
    announce('A new claim.')
    goOn()
  }

  combobox(known, {
    label: 'Claims',
    async find(typed, signal): Promise<Offer[]> {
      const query = new URLSearchParams({ q: typed, like: words })
      const found = id.value === '' ? await fetchData<Found[]>(`/claims/suggestions?${query}`, signal) : undefined
      const offerOf = (one: Found): Offer => ({
        text: one.sentence,
        detail: one.about,
        beside: one.verdict
          ? { text: `${signs[one.verdict.tone] ?? ''} ${one.verdict.label}`, tone: one.verdict.tone }
          : undefined,
        group: one.verdict ? 'Checked before' : 'Not checked yet',
        pick: () => pick(one),
      })
      const isNew = typed.length > 2 && id.value === ''
      if (!isNew) return (found ?? []).map(offerOf)
      const detail = 'Write it as one full sentence'
      const anew = { text: `New claim: “${typed}”`, detail, pick: () => write(typed) }
      // What only is like the words typed comes after them: nobody should pick it unseen.
      const having = (found ?? []).filter(({ hasWords }) => hasWords)
      const alike = (found ?? []).filter(({ hasWords }) => !hasWords)
      return [...having.map(offerOf), anew, ...alike.map((one) => ({ ...offerOf(one), group: 'Like these words' }))]
    },
    typed: () => (id.value = ''),
  })
}
