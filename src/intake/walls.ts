/** In letters: what stands in an article's place is shorter. */
const longestWall = 600
const ask = 'Open it in your browser, copy the article and paste it'

const needsScripts =
  /\b(?:enable|turn on|activate|allow) java ?script\b|\bjava ?script (?:is (?:disabled|required|not enabled)|aktivieren)|\b(?:activez|activer) java ?script|\b(?:habilit\p{L}*|activ\p{L}*) java ?script|(?:включ\p{L}*|необходим) java ?script/iu
const asksForPerson =
  /\b(?:(?:you[’']re|you are) not a robot|are you a robot|checking (?:if the site connection is secure|your browser before)|verify (?:that )?you are (?:a )?human|unusual traffic from your)\b/i
const asksForLogin =
  /\b(?:(?:log|sign) ?in to (?:continue|read|view|your account)|(?:forgot|forgotten) (?:your )?password|passwort vergessen|mot de passe oublié|olvid\p{L}* (?:su|tu|la) contraseña|забыли пароль)/iu
const isMissing =
  /^(?:(?:error )?404\b|(?:page|seite) (?:not|nicht) (?:found|gefunden)|page introuvable|página no encontrada|страница не найдена)/i

/** Why what was found in a page only stands in an article's place, as a sentence with what to do; undefined if it is one. */
export function whyWalled(parsed: () => Document, text: string, url?: string): string | undefined {
  if (text.length > longestWall) return undefined
  const document = parsed()
  const heads = ['title', 'h1'].map((name) => document.querySelector(name)?.textContent.trim() ?? '')
  const said = [...heads, document.body.textContent.length < 5 * longestWall ? document.body.textContent : text]
  const says = (words: RegExp) => said.some((one) => words.test(one))
  const next = nextOf(document, url)
  if (next !== undefined && text.length < 200) return `The page only leads on to ${next}. Give that address`
  if (heads.some((head) => isMissing.test(head))) return 'The page says that there is no such page. Look at the address'
  if (says(asksForPerson)) return `The page asks whether a person reads it. ${ask}`
  if (document.querySelector('input[type="password" i]') && says(asksForLogin)) {
    return `The page asks for a login first. ${ask}`
  }
  if (needsScripts.test(text)) return `There is no article in this page: scripts would have to load it. ${ask}`
  return undefined
}

/** Where a page sends its readers by itself, at once. */
function nextOf(document: Document, url: string | undefined): string | undefined {
  const said = document.querySelector('meta[http-equiv="refresh" i]')?.getAttribute('content') ?? ''
  const [, to] = /^\s*[0-5](?:\.\d+)?\s*[;,]\s*url\s*=\s*["']?([^\s"']{1,1000})/i.exec(said) ?? []
  const next = to === undefined ? null : URL.parse(to, url)
  // A page may come again by itself.
  return next && /^https?:$/.test(next.protocol) && next.href !== url ? next.href : undefined
}

const forSubscribers =
  /\b(?:subscribe (?:now )?to (?:continue|keep|read|unlock)|(?:to|and) (?:continue|keep) reading|this (?:article|story) is for subscribers|nur für abonnent|réservé (?:à nos|aux) abonnés|exclusiv\p{L} para suscriptores|только для подписчиков)/iu
/** In letters: longer ones are whole, whatever their site offers beside them. */
const longestTeaser = 1500

/** Whether what stands beside a short text says that subscribers read on. */
export function isTeaser(text: string, leftOut: readonly string[]): boolean {
  return text.length < longestTeaser && leftOut.some((block) => block.length < 300 && forSubscribers.test(block))
}
