import type { Format } from './format.ts'
import type { Given, Taken } from './taken.ts'

/** Call it in a thread that can be ended: `readInThread`. */
export type Reader = (given: Given) => Taken | Promise<Taken>

/** What reads a format or what was pasted, loaded when the first of its kind comes. */
export async function readerOf(format: Format | 'pasted'): Promise<Reader> {
  switch (format) {
    case 'page':
      return (await import('./page.ts')).readPage
    case 'pasted':
      return (await import('./pasted.ts')).readPasted
    case 'pdf':
      return (await import('./pdf.ts')).readPdf
    case 'docx':
      return (await import('./office.ts')).readDocx
    case 'odt':
      return (await import('./office.ts')).readOdt
    case 'mail':
      return (await import('./mail.ts')).readMail
  }
}
