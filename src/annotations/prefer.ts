import { splitOutsideQuotes } from '../web/negotiation.ts'

/*
 * Which form of the container a client prefers, by the header Prefer (RFC 7240) with the addresses of the Linked Data
 * Platform and of Web Annotation.
 */

export const ldp = 'http://www.w3.org/ns/ldp#'
const oa = 'http://www.w3.org/ns/oa#'

export type Preference = { minimal: boolean; addressesOnly: boolean }

/** Undefined if the header says nothing about it, or contradicts itself. */
export function preferenceOf(header: string | undefined): Preference | undefined {
  const { include, omit } = readRepresentation(header ?? '')
  const minimal =
    include.has(`${ldp}PreferMinimalContainer`) || omit.has(`${ldp}PreferContainment`) || isEmptied(omit, include)
  const addresses = include.has(`${oa}PreferContainedIRIs`) || isOnly(omit, `${oa}PreferContainedDescriptions`)
  const descriptions = include.has(`${oa}PreferContainedDescriptions`) || isOnly(omit, `${oa}PreferContainedIRIs`)
  if ((addresses && descriptions) || !(minimal || addresses || descriptions)) return undefined
  return { minimal, addressesOnly: addresses }
}

/** Neither addresses nor descriptions are wanted. */
function isEmptied(omit: Set<string>, include: Set<string>): boolean {
  const both = [`${oa}PreferContainedIRIs`, `${oa}PreferContainedDescriptions`]
  return both.every((one) => omit.has(one) && !include.has(one))
}

/** Of the two ways to list what is contained, this one alone is unwanted. */
function isOnly(omit: Set<string>, unwanted: string): boolean {
  const both = [`${oa}PreferContainedIRIs`, `${oa}PreferContainedDescriptions`]
  return both.every((one) => omit.has(one) === (one === unwanted))
}

/** The parameters of `return=representation`, in any order. Other preferences in the header are ignored. */
function readRepresentation(header: string): { include: Set<string>; omit: Set<string> } {
  for (const preference of splitOutsideQuotes(header, ',')) {
    const [first, ...parameters] = splitOutsideQuotes(preference, ';').map(readPair)
    if (first?.name !== 'return' || first.value.toLowerCase() !== 'representation') continue
    const named = (name: string) =>
      new Set(parameters.filter((one) => one.name === name).flatMap(({ value }) => value.split(/\s+/).filter(Boolean)))
    return { include: named('include'), omit: named('omit') }
  }
  return { include: new Set(), omit: new Set() }
}

function readPair(text: string): { name: string; value: string } {
  const at = text.indexOf('=')
  const [name, value] = at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
  return { name: name.trim().toLowerCase(), value: value.trim().replace(/^"|"$/g, '') }
}
