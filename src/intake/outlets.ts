/*
 * What outlets are called. Only words that mean little else count: "daily", "press", "post" and "sun" stand in titles,
 * addresses and people's names as well, and a wrong publisher is worse than none.
 */

const agencies = new Set(
  'reuters afp bbc cnn nbc cbs npr pbs tass interfax xinhua bloomberg politico kyodo yonhap kcna dpa ansa efe'.split(
    ' ',
  ),
)

/** The last word of "Port Gazette", "Ilmtaler Anzeiger" and "Göteborgs Tidning"; of "Ilmzeitung" it is the end. */
const lastOfOutlet =
  /^(?:gazette|herald|tribune|telegraph|chronicle|guardian|observer|courier|newspaper|\p{L}*zeitung|\p{L}*anzeiger|\p{L}*kurier|\p{L}*rundschau|tage?blatt|\p{L}*tidning(?:en)?|\p{L}*tidende|\p{L}*dagblad(?:et)?|gazeta|dziennik|вестник|газета|известия|\p{Script=Han}{2,}(?:日报|日報|时报|時報))$/iu
/** The first of "Heraldo de Puerto", after its article. */
const firstOfOutlet =
  /^(?:quotidien|écho|diario|periódico|gaceta|heraldo|corriere|gazzetta|giornale|jornal|folha|صحيفة|جريدة|وكالة)$/iu
const article = /^(?:the|die|der|das|le|la|les|el|il|lo|o|a) |^l[’']/iu

/** These languages write only the first word of a name with a capital letter. */
const isPlainInName = /^(?:вестник|газета|известия|tidning(?:en)?|tidende|dagblad(?:et)?)$/u

const mostWords = 5

/** Whether it is called as outlets are, each of its longer words with a capital letter. */
export function isOutletName(name: string): boolean {
  const words = name.replace(article, '').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  if (
    words.length === 0 ||
    words.length > mostWords ||
    words.some((word, i) => /^\p{Ll}.{3}/u.test(word) && !(i > 0 && isPlainInName.test(word)))
  )
    return false
  if (words.some((word) => agencies.has(word.toLowerCase()))) return true
  const isMore = words.length > 1 || article.test(name)
  const [first = '', last = ''] = [words[0], words.at(-1)]
  return (isMore && (lastOfOutlet.test(last) || firstOfOutlet.test(first))) || /^\p{Lu}\p{L}{2,}zeitung$/u.test(name)
}

const body =
  /\b(?:institute?|authority|university|ministry|department|council|office|agency|trust|commission|committee|company|ltd|plc|inc|press|news|service|group|bank|union|association|party)\b/iu

export function isBodyName(name: string): boolean {
  return body.test(name)
}
