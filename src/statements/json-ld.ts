import type { Quotation, WithContext } from 'schema-dts'
import type { Desk } from '../config.ts'
import { describeDocument } from '../documents/json-ld.ts'
import { describeSource } from '../sources/json-ld.ts'
import type { StatementLine } from './presentation.ts'

type Told = Pick<StatementLine, 'id' | 'words' | 'line' | 'speaker' | 'saidOn' | 'document'>

/** An attributed passage as schema.org's Quotation: the speaker, the date, and the document. */
export function describeQuotation(desk: Desk, statement: Told): WithContext<Quotation> {
  const { id, words, line, speaker, saidOn, document } = statement
  const url = `${desk.baseUrl}/statements/${id}`
  return {
    '@context': 'https://schema.org',
    '@type': 'Quotation',
    '@id': url,
    url,
    text: words,
    description: line,
    inLanguage: document.language,
    ...(speaker && { creator: describeSource(desk, speaker) }),
    ...(saidOn !== null && { dateCreated: saidOn }),
    isPartOf: describeDocument(desk, document),
  }
}
