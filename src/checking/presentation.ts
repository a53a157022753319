import type { ClaimStance } from '../database/client/enums.ts'
import type { OfferedClaim } from '../claims/offers.ts'
import { hasGiven } from '../verdicts/presentation.ts'
import { offer } from '../words/labels.ts'
import { fieldOf } from '../web/field.ts'
import type { Form } from '../web/forms.ts'

type Page = {
  statement: { verdicts: { id: number }[]; claims: { id: number; stance: ClaimStance }[] }
  claims: { linked: OfferedClaim[]; offers: OfferedClaim[] }
  above: { evidence: { kind: string; stance: string }[] } | null
}

const unchecked = { label: 'Not checked', tone: 'open' } as const

/** The form of a whole check, as its page shows it: what is chosen in it, and what is open since somebody filled it in. */
export function presentCheck(form: Form, { statement, claims, above }: Page) {
  const { values, stored } = form
  const has = (...names: string[]) => names.some((name) => values[name] !== undefined && values[name] !== '')
  const isBad = (...starts: string[]) =>
    Object.keys(form.errors).some((name) => starts.some((one) => name.startsWith(one)))
  const isFilled = (list: string) => hasGiven(form, list)
  const linkedId = values['linkedId'] ?? claims.linked[0]?.id
  const shown = [...claims.linked, ...claims.offers]
  return {
    supersedesId: values['supersedesId'] ?? statement.verdicts[0]?.id ?? '',
    /** Of each claim on the page the verdict that would be taken the place of; what a refused form brings says more. */
    seen: [
      ...new Set([
        ...shown.flatMap(({ id, newestVerdictId }) => (newestVerdictId === null ? [] : [`${id}:${newestVerdictId}`])),
        ...[values['seen'] ?? []].flat().map(String),
      ]),
    ],
    standing: [stored?.['itsEvidence'] ?? [], stored?.['claimItsEvidence'] ?? []].flat().map(String),
    sameAs: fieldOf(form, 'sameAs', { prefix: 'check' }),
    isSame: has('sameAs'),
    sameKinds: above?.evidence.map(({ kind, stance }) => `${kind}:${stance}`).join(' ') ?? '',
    linked: claims.linked.map((claim) => ({
      ...claim,
      stance: statement.claims.find(({ id }) => id === claim.id)?.stance ?? 'asserts',
      rating: claim.verdict ?? unchecked,
      isChosen: isNumber(linkedId, claim.id),
    })),
    offers: claims.offers.map((claim) => ({ ...claim, isChosen: isNumber(values['claimId'], claim.id) })),
    isNoneChosen: !claims.offers.some(({ id }) => isNumber(values['claimId'], id)),
    stances: offer('ClaimStance').map(({ value, label }) => ({ value, label: `${label} it` })),
    opens: {
      said:
        has('ratingId', 'reasons', 'sameAs') ||
        isFilled('evidence') ||
        isBad('ratingId', 'reasons', 'evidence', 'sameAs'),
      topics: has('topics') || isBad('topics'),
      reasons: has('claimReasons', 'claimSame') || isFilled('claimEvidence') || isBad('claimReasons', 'claimEvidence'),
      note: has('note') || isBad('note'),
    },
  }
}

/** As a form sends it, or a program. */
function isNumber(value: unknown, id: number): boolean {
  return value === id || value === String(id)
}
