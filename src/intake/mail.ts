import PostalMime, { type Attachment, type Email } from 'postal-mime'
import { parseHTML } from 'linkedom'
import { parse, serialize } from 'parse5'
import { tellLanguage } from '../extraction/language.ts'
import { type Block, blocksOf, joinBlocks } from './blocks.ts'
import { writtenDate } from './dates.ts'
import { familyNameLast, tidy } from './facts.ts'
import { factsInHead } from './head-lines.ts'
import { isDeeper } from './limits.ts'
import { isFurniture, leavesList } from './furniture.ts'
import { tellKind } from './kind.ts'
import { type Facts, type Given, NotTaken, type Taken } from './taken.ts'

const deepest = 20
/** Levels of a mail's page. An answer to an answer adds three; taking them apart takes the square of it and more. */
const deepestPage = 400

/** A mail: what it says, without what it quotes of the mail that it answers; or the mail that it forwards. */
export function readMail({ bytes }: Given): Promise<Taken> {
  return readNested(bytes, 0)
}

async function readNested(bytes: Uint8Array, depth: number): Promise<Taken> {
  const mail = await open(bytes)
  const attachedMail = depth < mostPassedOn ? await mailIn(mail, depth) : undefined
  if (attachedMail) return attachedMail
  const { words: written, dropped } = wordsOf(mail)
  const inner = passedOnIn(written)
  const forwarded = inner && isForwarded(mail, inner) ? inner : undefined
  const own = inner && !forwarded ? withoutAnswered(inner.before) : withoutAnswered(forwarded?.words ?? written)
  if (own.text === '') throw new NotTaken('There is no text in this mail. Import its attachments instead')
  const aside = forwarded ? [forwarded.before] : inner ? [inner.whole] : []
  const attached = mail.attachments.filter((one) => !isPictureWithin(one)).map(nameOfAttached)
  return {
    text: own.text,
    facts: factsOf(mail, own.text, forwarded),
    leftOut: [...own.quoted, ...aside, ...dropped].filter((block) => block !== ''),
    remarks: attached.length === 0 ? [] : [`Attachments, not imported: ${attached.join(', ')}`],
  }
}

/** In letters: somebody who passes a mail on says no more of it. */
const longestCover = 300
/** A mail in a mail in a mail: deeper than anybody passes on. */
const mostPassedOn = 4

/**
 * A mail that passes another on as its one attachment gives that one, unless it says something of its own, or there is
 * nothing in the other.
 */
async function mailIn(mail: Email, depth: number): Promise<Taken | undefined> {
  const [attached, ...more] = mail.attachments.filter((one) => !isPictureWithin(one))
  if (attached?.mimeType !== 'message/rfc822' || more.length > 0) return undefined
  const cover = wordsOf(mail).words
  if (cover.length > longestCover || saysSomething(cover)) return undefined
  const { content } = attached
  const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content)
  try {
    const taken = await readNested(bytes, depth + 1)
    return { ...taken, leftOut: [...taken.leftOut, ...(cover === '' ? [] : [cover])] }
  } catch (error) {
    if (cover !== '' && error instanceof NotTaken) return undefined
    throw error
  }
}

/** The picture of a signature, say: no attachment to whoever reads the mail. */
function isPictureWithin({ mimeType, disposition, related, contentId }: Attachment): boolean {
  const isShown = disposition === 'inline' || related === true || (disposition === null && contentId !== undefined)
  return isShown && mimeType.startsWith('image/')
}

function nameOfAttached({ filename, mimeType }: Attachment): string {
  return filename ?? mimeType
}

const fewestWordsSaid = 6
const ofAttachment =
  /attach|enclosed|forward|below|fyi|see |anbei|anhang|angehängt|weitergeleitet|ci-joint|pièce jointe|adjunt|allegat|inoltr|anex|bijlage|bijgevoegd|bifoga|vedlagt|приложен|прилага|вложен|пересыла|مرفق/iu

/** Beside "See attached" and a name, a sentence that somebody may be quoted with. */
function saysSomething(cover: string): boolean {
  return cover
    .split(/(?<=[.!?…。！？؟])\s+|\n+/u)
    .some(
      (sentence) =>
        /[.!?…。！？؟]["”’»)]*$/u.test(sentence) &&
        sentence.split(/\s+/).length >= fewestWordsSaid &&
        !ofAttachment.test(sentence),
    )
}

async function open(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, { maxNestingDepth: deepest })
  } catch {
    throw new NotTaken('This mail can’t be read. Save it again from your mail program, as .eml')
  }
}

/** The plain words, if there are any; a mail that has only HTML is read as a page. */
function wordsOf({ text, html }: Email): { words: string; dropped: string[] } {
  const plain = text?.replace(/\r\n?/g, '\n').trim() ?? ''
  if (plain !== '' || html === undefined) return { words: plain, dropped: [] }
  const tree = parse(html.slice(0, 2_000_000))
  if (isDeeper(tree, deepestPage)) {
    throw new NotTaken(
      'This mail is nested too deeply to be read. Copy its words from your mail program and paste them',
    )
  }
  const { body } = parseHTML(serialize(tree)).document
  markAnswered(body)
  const blocks = blocksOf(body)
  const dropped = new Set(blocks.filter((block) => isFurniture(block.text, block.linked)))
  for (const block of footOf(blocks, dropped)) dropped.add(block)
  return {
    words: joinBlocks(blocks.filter((block) => !dropped.has(block))),
    dropped: [...dropped].map((block) => block.text),
  }
}

/**
 * The address of who sends it, and the like, below the last way out of its list. A letter may have that above everything,
 * and may go on below it.
 */
function footOf(blocks: readonly Block[], dropped: ReadonlySet<Block>): Block[] {
  const wayOut = blocks.findLastIndex((block) => dropped.has(block) && leavesList.test(block.text))
  const foot = wayOut === -1 ? [] : blocks.slice(wayOut + 1)
  const isBelowText = blocks.slice(0, Math.max(0, wayOut)).some((block) => !dropped.has(block))
  const isFoot = foot.every((block) => dropped.has(block) || !mayBeSaid(block))
  return isFoot && isBelowText && foot.length <= mostInFoot ? foot : []
}

/** In blocks. */
const mostInFoot = 6
/** In letters. */
const longestInFoot = 100
const fewestWordsOfSentence = 4

/** A heading, a sentence, an item of a list, an afterthought. */
function mayBeSaid({ text, kind }: Block): boolean {
  const isSentence = /[.!?…:。！？؟।۔]["”’»)\]]*$/u.test(text) && text.split(/\s+/).length >= fewestWordsOfSentence
  return (
    isSentence || text.length > longestInFoot || /^(?:h[1-6]|li|blockquote)$/.test(kind) || /^P\.? ?S\b/i.test(text)
  )
}

/** What it quotes of the mail that it answers, as a mail of plain words has it. */
function markAnswered(body: Element): void {
  for (const quoted of body.querySelectorAll(
    'blockquote[type="cite"], blockquote.gmail_quote, .yahoo_quoted blockquote',
  )) {
    if (quoted.parentElement?.closest('blockquote') || passedOnIn(joinBlocks(blocksOf(quoted)))) continue
    const lines = joinBlocks(blocksOf(quoted)).split('\n')
    quoted.textContent = ''
    const kept = body.ownerDocument.createElement('pre')
    kept.textContent = lines.map((line) => `> ${line}`).join('\n')
    quoted.append(kept)
  }
}

/** Another mail within a mail, as programs copy it: some fields of its head, and what follows them. */
type PassedOn = { before: string; whole: string; words: string; fields: ReadonlyMap<string, string>; isMarked: boolean }

const fieldNames = {
  from: 'from|von|de|da|от|від|från|fra|van|od|kimden|من',
  date: 'date|sent|datum|gesendet|envoyé|fecha|enviado(?: el)?|data|inviato|дата|отправлено|skickat|sendt|dato|verzonden|wysłano|tarih|تاريخ',
  subject: 'subject|betreff|objet|asunto|oggetto|assunto|тема|ämne|emne|onderwerp|temat|konu|الموضوع',
  to: 'to|an|à|para|a|кому|till|til|aan|do|kime|إلى|cc|копия|reply-to',
}
const fieldLine = new RegExp(
  `^\\W{0,3}(?:${Object.entries(fieldNames)
    .map(([name, words]) => `(?<${name}>${words})`)
    .join('|')})\\s?:\\*?\\s+(?<value>\\S.*)$`,
  'iu',
)
const isMark =
  /^\W*(?:forwarded message|begin forwarded message|original message|weitergeleitete nachricht|ursprüngliche nachricht|message transféré|message d[’']origine|mensaje (?:reenviado|original)|messaggio inoltrato|пересылаемое сообщение|пересланное сообщение|исходное сообщение)\W*$/iu
const saysForwarded = /forward|weitergeleitet|transféré|reenviado|inoltrato|пересыл|пересла/iu
const fewestFields = 3

function passedOnIn(written: string): PassedOn | undefined {
  const lines = written.split('\n')
  let end: number
  for (let at = 0; at < lines.length; at = end + 1) {
    end = at
    if (/^\s*>/.test(lines[at] ?? '')) continue
    const fields = new Map<string, string>()
    for (; end < lines.length; end++) {
      const found = fieldLine.exec(lines[end] ?? '')?.groups
      if (!found) break
      const name = ['from', 'date', 'subject', 'to'].find((one) => found[one] !== undefined) ?? ''
      if (!fields.has(name)) fields.set(name, tidy(found['value'] ?? ''))
    }
    if (fields.size < fewestFields || !fields.has('from')) continue
    const above = lines.slice(0, at).findLastIndex((one) => one.trim() !== '')
    const isMarked = isMark.test(lines[above] ?? '')
    const start = isMarked ? above : at
    const text = (some: string[]) => some.join('\n').trim()
    return {
      before: text(lines.slice(0, start).filter((one) => !/^[-_–—\s]+$/.test(one) || one === '')),
      whole: text(lines.slice(start)),
      words: text(lines.slice(end)),
      fields,
      isMarked: isMarked && saysForwarded.test(lines[above] ?? ''),
    }
  }
  return undefined
}

/** It passes another mail on, with no more than a few words of its own; otherwise it answers it. */
function isForwarded({ subject = '' }: Email, { before, words, isMarked }: PassedOn): boolean {
  if (words === '') return false
  const isSaid = isMarked || /^\s*(?:fwd?|wg|tr|rv|i|vb|vs|пересл)\s*:/i.test(subject)
  return before === '' || (isSaid && before.length <= Math.max(300, words.length / 4))
}

const announces = /(?:wrote|writes|schrieb|écrit|escribió|пишет|написал\p{L}*)\s*:\s*$/iu

/** What a program puts above a signature, and a mailing list above what it says of itself. */
const signatureMark = /\n-- ?\n|\n_{20,}\n(?=(?:[^\n]*\n){0,3}[^\n]*(?:mailing list|unsubscribe|listinfo))/i

/** Lines that begin with “>”, the line that announces them, and the signature below “-- ”. */
function withoutAnswered(written: string): { text: string; quoted: string[] } {
  const [own = '', ...signature] = written.split(signatureMark)
  const quoted: string[] = []
  const kept: string[] = []
  let lastWritten = -1
  for (const line of own.split('\n')) {
    if (!/^\s*>/.test(line)) {
      if (line.trim() !== '') lastWritten = kept.length
      kept.push(line)
      continue
    }
    if (announces.test((kept[lastWritten] ?? '').slice(-60))) {
      for (const one of kept.splice(lastWritten)) quoted.push(one)
      lastWritten = kept.findLastIndex((one) => one.trim() !== '')
    }
    quoted.push(line.replace(/^[\s>]+/, ''))
  }
  return {
    text: kept
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
    quoted: [quoted.join('\n'), signature.join('\n')].map((block) => block.trim()).filter((block) => block !== ''),
  }
}

/** `"Ana Berg" <ana@…>` and `Ana Berg [mailto:ana@…]` have a name. */
function nameIn(sender: string): string {
  const [name = ''] = sender.split(/<|\[mailto:/)
  return inOrder(tidy(name.replaceAll(/["']/g, ''))) || sender
}

/** Offices list people as "Berg, Ana"; "Coast Wire, Inc." and "Berg, MP" are no such names. */
function inOrder(name: string): string {
  return /^\p{Lu}[\p{L}’' -]+, \p{Lu}\p{Ll}[\p{L}’' .-]*$/u.test(name) && !isNoGivenName.test(name)
    ? familyNameLast(name)
    : name
}

const isNoGivenName = /, (?:inc|ltd|llc|plc|gmbh|corp|co|jr|sr|phd|esq|dr|prof)\b/i

function factsOf(mail: Email, text: string, forwarded: PassedOn | undefined): Facts {
  const inner = (name: string) => forwarded?.fields.get(name)
  const title = tidy(inner('subject') ?? mail.subject ?? '').replace(
    /^(?:(?:re|fwd?|aw|wg|sv|tr|rv|vs|vb|odp|пересл|отв)\s*:\s*)+/i,
    '',
  )
  const sender = inner('from') === undefined ? undefined : nameIn(inner('from') ?? '')
  const from = sender ?? (inOrder(tidy(mail.from?.name ?? '')) || (mail.from?.address ?? ''))
  // As its sender's clock had it: "Thu, 07 Oct 2021 01:30:00 +0300" is the 7th.
  const sent = mail.headers.find(({ key }) => key === 'date')?.value ?? ''
  const published = writtenDate(inner('date') ?? sent) ?? writtenDate(sent)
  const language = tellLanguage(text)
  const kind = tellKind({ title, text })
  const { authors } = factsInHead(text.split('\n'), { title })
  return {
    ...(title !== '' && { title }),
    ...(authors !== undefined && { authors }),
    ...(from !== '' && { publisher: from }),
    ...(published !== undefined && { published }),
    ...(language !== 'und' && { language }),
    ...(kind !== undefined && { kind }),
  }
}
