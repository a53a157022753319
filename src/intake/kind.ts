import type { DocumentKind } from '../database/client/enums.ts'

/* Which kind of document it is, as far as it says so itself. */

/** What may name the kind: the title, the address, and short lines that stand with the title, such as a heading above it. */
export type Clues = { title?: string | undefined; url?: string | undefined; lines?: readonly string[]; text: string }

const release =
  /\b(?:press|news|media)[- ]?(?:release|statement)s?\b|\bfor immediate release\b|\b(?:presse|medien)(?:mitteilung|information|aussendung|erklärung)(?:en)?\b|communiqués? de presse|comunicados? de (?:prensa|imprensa)|notas? de (?:prensa|imprensa)|comunicat[oi] stampa|persbericht|press?e?meddelelser?|pressmeddelande|tisková zpráva|(?:informacja|komunikat) pras[oó]w[ay]|sajtóközlemény|basın (?:açıklaması|bülteni|duyurusu)|(?<!\p{L})прес+-?(?:релиз|реліз)|заявление для прессы|بيان صحفي|بلاغ صحفي|新闻稿|新闻公报|プレスリリース|報道発表|보도자료/iu
const communique =
  /\bcommuniqu[eé](?!\p{L})|\b(?:joint|final|common) (?:statement|declaration)\b|\bdéclaration (?:commune|conjointe)\b|\bdeclaración conjunta\b|\bgemeinsame erklärung\b|\bdichiarazione congiunta\b|коммюнике|комюніке|совместное заявление|спільна заява|بيان (?:مشترك|ختامي)|联合(?:公报|声明)|共同声明|공동성명/iu
const statement = /^(?:official )?statement (?:by|of|from|on|regarding|concerning)\b/iu
const transcript =
  /\btranscripts?\b|\btranskript\b|\bwortprotokoll\b|\btrascrizione\b|\btranscripción\b|\bverbatim\b|стенограмма|стенограма|\b(?:press|media|news) (?:briefing|conference|availability|gaggle)\b.*\bby\b|\b(?:remarks|briefing|interview)\b.*\b(?:press|media|news) (?:briefing|conference|availability|gaggle)\b|\b(?:press|media|news) (?:briefing|conference|gaggle) by\b/iu
const report =
  /\b(?:annual|final|interim|quarterly|special|research|technical|status|progress|evaluation|audit|monitoring) report\b|\bworking paper\b|\bwhite ?paper\b|\bpolicy brief\b|\b(?:jahres|abschluss|zwischen|prüf)bericht\b|\brapport (?:annuel|final|d’enquête)\b|\binforme (?:anual|final)\b|\b(?:gransknings|års|slut|del|utrednings|forsknings)rapport(?:en)?\b|\b(?:års|slutt|under)(?:rapport|søkelsesrapport)\b|годовой отчёт|годовой доклад|^report (?:(?:of|by|to|on) the\b|(?:no\.? ?|nr\.? ?|# ?)\d|\d+(?:[/-]\d+)*(?:$|[:.–—|] | [–—|-] ))/iu
const broadcast = /\b(?:podcast|radio broadcast|tv broadcast|broadcast transcript)\b/iu

const postHosts =
  /(?:^|\.)(?:twitter\.com|x\.com|t\.me|telegram\.me|facebook\.com|instagram\.com|threads\.(?:net|com)|bsky\.app|truthsocial\.com|vk\.com|weibo\.(?:com|cn)|tiktok\.com|gab\.com|mastodon\.\w+)$/

/** Letters of a title or a line in which its kind is looked for. */
const longestHead = 500

export function tellKind({ title = '', url = '', lines = [], text }: Clues): DocumentKind | undefined {
  const address = URL.parse(url)
  if (address && postHosts.test(address.hostname)) return 'post'
  const path = address ? address.pathname.replaceAll(/[-_/]+/g, ' ') : ''
  const heads = [title, ...lines].map((head) => head.slice(0, longestHead))
  const said = (words: RegExp) => heads.some((head) => words.test(head))
  if (said(release)) return 'press_release'
  if (said(communique)) return 'communique'
  if (said(transcript) || isSpoken(text)) return 'transcript'
  if (broadcast.test(heads[0] ?? '')) return 'broadcast'
  if (said(report)) return 'report'
  if (release.test(path) || statement.test(heads[0] ?? '') || release.test(text.slice(0, 300))) return 'press_release'
  return undefined
}

const speaker =
  /^(?:Q|A|Question|Answer|Frage|Antwort|Вопрос|Ответ|\p{Lu}[\p{Lu}\p{M}.’' -]{2,50})(?:,[^:\n]{2,40})?:(?=\s)/u
const fewestTurns = 4

/** Most paragraphs begin with who speaks, in capitals as transcripts have it, and at least two speak. */
function isSpoken(text: string): boolean {
  const paragraphs = text.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== '')
  const speakers = paragraphs.flatMap((paragraph) => speaker.exec(paragraph)?.[0] ?? [])
  return speakers.length >= Math.max(fewestTurns, paragraphs.length / 2) && new Set(speakers).size >= 2
}

/** A longer first line is a paragraph, not a headline. */
const longestHeadline = 150
/** What stands above a headline, and is none. */
const aboveHeadline =
  /^(?:(?:press|news|media)[- ]?(?:release|statement)(?: no\W.*)?|for immediate release|embargo\w*\b.*|(?:presse|medien)mitteilung|communiqué de presse|comunicado de prensa|nota de prensa|comunicato stampa|пресс-релиз|draft|confidential|interview|(?:interview )?transcript|urgent|bulletin|refile)$/iu
/** What agencies file a story under: "BC-QUAY-CLOSURE/1". */
const slug = /^\p{Lu}{2,}(?:(?:-[\p{Lu}\d()]+){1,5}\/[\p{Lu}\d() ]{0,20}|(?:-[\p{Lu}\d()]+){2,5})$/u

/** The first of these lines that can be a headline, if the first paragraph does not come before it. */
export function headlineOf(lines: readonly string[]): string | undefined {
  const found = lines
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .find(
      (line) =>
        /[\p{L}\p{N}]/u.test(line) && !aboveHeadline.test(line.replace(/(?<![.:!])[.:!]+$/, '')) && !slug.test(line),
    )
  return found !== undefined && found.length <= longestHeadline ? found : undefined
}
