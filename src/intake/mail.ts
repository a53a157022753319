import PostalMime, { type Email } from 'postal-mime'
import { parseHTML } from 'linkedom'
import { parse, serialize } from 'parse5'
import { tellLanguage } from '../extraction/language.ts'
import { blocksOf, joinBlocks } from './blocks.ts'
import { writtenDate, tidy } from './facts.ts'
import { type Facts, type Given, NotTaken, type Taken } from './taken.ts'

const deepest = 20

/** A mail: what it says, without what it quotes of the mail that it answers. */
export async function readMail({ bytes }: Given): Promise<Taken> {
  const mail = await open(bytes)
  const written = wordsOf(mail)
  const { text, quoted } = withoutAnswered(written)
  if (text === '') throw new NotTaken('There is no text in this mail. Import its attachments instead')
  const attached = mail.attachments.map(({ filename, mimeType }) => filename ?? mimeType)
  return {
    text,
    facts: factsOf(mail, text),
    leftOut: quoted,
    remarks: attached.length === 0 ? [] : [`Attachments, not imported: ${attached.join(', ')}`],
  }
}

async function open(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, { maxNestingDepth: deepest })
  } catch {
    throw new NotTaken('This mail can’t be read. Save it again from your mail program, as .eml')
  }
}

/** The plain words, if there are any; a mail that has only HTML is read as a page. */
function wordsOf({ text, html }: Email): string {
  const plain = text?.replace(/\r\n?/g, '\n').trim() ?? ''
  if (plain !== '') return plain
  return html === undefined
    ? ''
    : joinBlocks(blocksOf(parseHTML(serialize(parse(html.slice(0, 2_000_000)))).document.body))
}

/** Lines that begin with “>”, the line that announces them, and the signature below “-- ”. */
function withoutAnswered(written: string): { text: string; quoted: string[] } {
  const [own = '', ...signature] = written.split(/\n-- ?\n/)
  const quoted: string[] = []
  const kept: string[] = []
  for (const line of own.split('\n')) {
    if (/^\s*>/.test(line)) {
      const announcing = kept.findLastIndex((one) => one.trim() !== '')
      if (/(?:wrote|writes|schrieb|écrit|escribió|пишет|написал\p{L}*)\s*:\s*$/iu.test(kept[announcing] ?? '')) {
        quoted.push(...kept.splice(announcing))
      }
      quoted.push(line.replace(/^[\s>]+/, ''))
    } else kept.push(line)
  }
  return {
    text: kept
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
    quoted: [quoted.join('\n'), signature.join('\n')].map((block) => block.trim()).filter((block) => block !== ''),
  }
}

function factsOf(mail: Email, text: string): Facts {
  const title = tidy(mail.subject ?? '').replace(/^(?:(?:re|fwd?|aw|wg|sv|tr)\s*:\s*)+/i, '')
  const from = tidy(mail.from?.name ?? '') || (mail.from?.address ?? '')
  // As its sender's clock had it: "Thu, 07 Oct 2021 01:30:00 +0300" is the 7th.
  const published = writtenDate(mail.headers.find(({ key }) => key === 'date')?.value ?? '')
  const language = tellLanguage(text)
  const isRelease = /\b(?:press release|news release|for immediate release|communiqu)/i.test(
    `${title}\n${text.slice(0, 500)}`,
  )
  return {
    ...(title !== '' && { title }),
    ...(from !== '' && { publisher: from }),
    ...(published !== undefined && { published }),
    ...(language !== 'und' && { language }),
    ...(isRelease && { kind: 'press_release' as const }),
  }
}
