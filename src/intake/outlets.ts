import { outletWords } from '../extraction/lexicon/source-words.ts'

/* What outlets and bodies are called: a name in a title or above a text is theirs, if it has one of these words. */

const outletElsewhere =
  /(?:zeitung|anzeiger|bote|kurier|blatt|nachrichten|rundschau|presse|tidning(?:en)?|dagblad(?:et)?|tidende|avisen?|posten|gazeta|dziennik|вестник|газета|известия|правда|новости|вести|газетт?а|quotidien|dépêche|écho|nouvelles|diario|periódico|gaceta|heraldo|noticias|corriere|gazzetta|giornale|notizie|jornal|folha|新聞|新报|新報|日报|日報|时报|時報|صحيفة|جريدة|وكالة)(?!\p{L})/iu

export function isOutletName(name: string): boolean {
  const words = name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return words.some((word) => outletWords.has(word)) || outletElsewhere.test(name)
}

const body =
  /\b(?:institute?|authority|university|ministry|department|council|office|agency|trust|commission|committee|company|ltd|plc|inc|press|news|service|group|bank|union|association|party)\b/iu

export function isBodyName(name: string): boolean {
  return body.test(name)
}
