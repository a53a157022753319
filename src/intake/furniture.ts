/* What pages put among the paragraphs of an article, known by its words where no class names it. */

const longest = 220

/**
 * Ways to other stories: "Read more: …", "Lire aussi : …". Only with a sign after them, or as all that stands there:
 * "Related talks were held" is a sentence.
 */
const otherStories = `^[^\\p{L}\\p{N}]*(?:${[
  "read (?:more|also|next|on)|also (?:read|on|see)|see also|more (?:on|about) this(?: story| topic)?|more stories|people are also reading|you (?:may|might)(?: also)? (?:like|be interested)|related(?: (?:stories|articles|content|coverage|news|topics|reading))?|recommended(?: (?:stories|for you|reading))?|most (?:read|popular|viewed)|trending(?: now)?|don[’']t miss|watch(?: now| more)?|listen(?: now)?|up next|editors?[’'] picks",
  'lire (?:aussi|également)|à lire(?: aussi| également)?|voir aussi|sur le même (?:sujet|thème)|pour aller plus loin|les plus lus',
  'mehr zum thema|lesen sie (?:auch|mehr)|mehr dazu|auch interessant|das könnte sie (?:auch )?interessieren|weiterlesen|meistgelesen|siehe auch',
  'lea también|lee también|leer más|le puede interesar|más información|te puede interesar|más leídas|noticias? relacionadas?|vea también',
  'leggi anche|leggi di più|potrebbe interessarti|ti potrebbe interessare|i più letti|approfondimenti?',
  'leia (?:também|mais)|veja (?:também|mais)|saiba mais|mais lidas',
  'lees (?:ook|meer|verder)|meer over|bekijk ook|läs (?:också|mer|även)|les (?:også|mer)|læs (?:også|mere)|lue (?:myös|lisää)',
  'czytaj (?:też|także|więcej|również)|zobacz (?:też|także|również)|čtěte (?:také|více)|přečtěte si|citește și|citiți și|olvassa el',
  'читайте (?:также|ещё|еще|по теме)|читать (?:также|далее|ещё)|смотрите также|по теме|материалы по теме|ещё по теме|самое читаемое|популярное',
  'читайте (?:також|ще)|дивіться також|за темою|прочетете (?:още|и)|прочитајте',
  'ayrıca okuyun|ilgili haberler|haberin devamı|اقرأ (?:أيضا|أيضًا|المزيد|كذلك)|شاهد (?:أيضا|أيضًا)|مواضيع ذات صلة|الأكثر قراءة|بیشتر بخوانید|مطالب مرتبط|קראו (?:גם|עוד)|ראו גם',
  '相关(?:新闻|阅读|报道|链接)|延伸阅读|推荐阅读|関連(?:記事|ニュース)|あわせて読みたい|관련기사',
].join('|')})`
const asAWay = new RegExp(`${otherStories}(?:(?: \\S+){0,2}\\s*[:：»>→|]|\\s[–—]\\s|[^\\p{L}\\p{N}]*$)`, 'iu')
/** With words before the sign, or a dash for it, a sentence may begin so. */
const asAWayAtOnce = new RegExp(`${otherStories}\\s*[:：»>→|]`, 'iu')

/** What asks readers to do something for the page, and what the page says of itself: all that stands in its block. */
const wholly = new RegExp(
  [
    '(?:please )?(?:(?:subscribe|sign up|log ?in|sign in)\\b(?! (?:by|in)\\b)|register(?= (?:to|for|now|today|here|with|free|or|via)\\b|\\W*$)).{0,140}|already (?:a |an )?(?:subscriber|member|registered).*',
    'follow (?:us|me|\\p{Lu}\\S+(?: \\p{Lu}\\S+)?) on\\b.*|(?:like|join|find) us on\\b.*|download (?:our|the) app\\b.*|copy link.{0,30}|pin it',
    'scroll down for .*|share or comment\\b.*|(?:share|tweet|e-?mail|print|save|listen|comment)(?:s|(?: (?:this|on|via|to|link|article|story|page)\\b.{0,40})?)',
    'leave a (?:reply|comment)|post a comment|add a comment|view (?:all )?comments?|comments? ?(?:\\(\\d+\\)|are closed\\.?)?|\\d+ comments?|join the (?:conversation|discussion)|your e-?mail address will not be published\\b.*|log in to (?:post|comment).*',
    '(?:advertisement|advertising|sponsored(?: content)?|ad|article continues (?:below|after).*|story continues (?:below|after).*|continue reading(?: below)?|scroll (?:down )?to continue.*|skip (?:to|past) .*|loading(?: \\S+){0,3}|anzeige|werbung|publicité|publicidad|pubblicità|publicidade|advertentie|annons|annonce|reklama?|реклама|إعلان|広告|广告)[.…]*',
    '(?:updated?|modified|last updated|posted|published)? ?\\d+ (?:seconds?|minutes?|mins?|hours?|days?|weeks?) ago|\\d+[- ]min(?:ute)?s? (?:read|listen|de lecture|de lectura|lesezeit)\\W*|(?:reading time|lesezeit|temps de lecture)\\b.{0,20}|\\d{1,3} ?(?:\\/|of) ?\\d{1,3}',
    '(?:you are here|back to (?:the )?top|back to (?:the )?index|open image in (?:gallery|modal)|view (?:in )?(?:gallery|fullscreen|image)|(?:click|tap) to (?:enlarge|expand|zoom).*|print this page)\\b.{0,40}',
    'our standards ?(?::.*)?',
    '(?:copyright|privacy|cookie) (?:policy|notice|statement)(?: ?[|·•] ?[^|·•]{1,30}){0,8}',
    '\\d+ new updates?',
    '(?:partager|envoyer|teilen|weiterleiten|compartir|enviar|condividi|invia|compartilhar|поделиться|отправить|udostępnij|delen|dela|شارك|مشاركة)(?: (?:cet article|diesen artikel|este artículo|esta noticia|questo articolo|este artigo|esta notícia|dit artikel|هذا المقال|هذا الخبر))?(?: (?:sur|par|via|auf|per|mit|en|por|su|in|no|через|на|w|op|med|på|على) ?(?:facebook|twitter|x|whats ?app|telegram|linked ?in|pinterest|reddit|messenger|instagram|bluesky|mastodon|threads|vk|вконтакте|e-?mail|mail|courriel|correo(?: electrónico)?|фейсбук\\p{L}*|твиттер\\p{L}*|فيسبوك|تويتر|واتساب|تلغرام))?',
    '(?:©|ⓒ|copyright (?:©|\\(c\\)|\\d{4})).*',
    '.{0,80}\\b[\\d.,]+ ?[KkMm]? (?:boosts|likes|retweets|reposts|favou?rites|bookmarks)\\b.{0,60}(?<![.!?])|[\\d.,]+ ?[KkMm]? (?:views|shares|replies|reactions)\\b(?:\\W*[\\d.,]+ .{0,60})?(?<![.!?])',
    '(?:подпис(?:ывайтесь|аться)|підпис(?:уйтесь|атися)|следите за|присоединяйтесь|اشترك|تابعونا|تابعنا)(?!\\p{L}).{0,100}',
    '(?:abonnieren|melden) sie\\b.{0,120}newsletter.*|(?:inscrivez|abonnez)-vous\\b.{0,140}|suscr[ií]b(?:a|e)te\\b.{0,140}|síguenos\\b.{0,140}|(?:iscriviti|assine|schrijf je in)\\b.{0,140}|suivez[- ]nous\\b.{0,80}|folgen sie uns\\b.{0,80}',
    '(?:tags?|topics?|filed under|categories|category|archivado en|schlagworte|mots-clés|etiquetas|теги|метки|posted in|tagged(?: with)?) ?(?::.{0,120})?(?<![.!?])',
  ]
    .map((pattern) => `^(?:${pattern})$`)
    .join('|'),
  'iu',
)

/** The same anywhere in a block in which nobody is quoted. */
const somewhere =
  /subscribe (?:for \S?\d|now|today|to (?:read|continue|keep|our))|sign up (?:for|to) our|\b(?:in|to) your inbox\b|our (?:free |daily |weekly |morning )+newsletters?\b|\bunsubscribe\b|free or paid subscriber|reader-supported publication|\bto (?:continue|keep) reading\b|limit of free articles|free articles? (?:left|remaining|this month)|view (?:this (?:e-?mail|message) )?in (?:your )?browser|you(?: are|’re|'re) receiving this (?:e-?mail|message|newsletter)|no longer wish to receive|update your (?:e-?mail )?preferences|\bwe (?:and our (?:\d+ )?partners )?use (?:technologies|cookies)|we value your privacy|accept (?:all )?cookies|this (?:site|website) uses cookies|all rights reserved|все права защищены|tous droits réservés|alle rechte vorbehalten|todos los derechos reservados|جميع الحقوق محفوظة|版权所有|trust principles|^[^\p{L}\p{N}]*(?:ここから先は.{0,20}限定|この記事は(?:有料|会員限定)|(?:会員限定|有料会員限定|付费阅读|유료회원|회원 전용)[^\p{L}\p{N}]*$)/iu
/** Whoever may leave a mailing list is told so with a link. */
export const leavesList =
  /unsubscribe|abbestellen|abmelden|désabonner|désinscri|darse de baja|cancelar (?:la )?suscripción|disiscriv|annulla l[’']iscrizione|отписаться|відписатися|uitschrijven|afmelden|avregistrera|إلغاء الاشتراك/iu
/** A sentence that tells readers how: news of people who leave a service, or take a car off a register, has the words as well. */
const tellsHow =
  /\b(?:[Yy]ou|[Yy]our|[Cc]lick|[Kk]licken|[Cc]liquez|[Hh]aga clic|[Ff]ai clic|[Cc]lique)\b|(?:^|\s)(?:здесь|[Вв]ы|[Вв]аш\p{L}*|тут|[Вв]и)(?!\p{L})|\b(?:Ihre[nmr]?|votre|vos|su correo|tu correo|uw|je|Sie (?:können|möchten)|(?:können|möchten|[Ww]enn|[Ff]alls) Sie|vous pouvez|[Ss]i vous|puede darse|[Uu] kunt|kunt u)\b/u
const ofMail =
  /e-?mail|correo|courriel|newsletter|\blist|liste|address|adresse|messages?\b|рассылк|розсилк|письм|\bhere\b|\bhier\b|\bici\b|aquí|\bqui\b/iu
const quoted = /["“”„«»「」]/u

/**
 * What of it is a whole sentence must speak to whoever reads the page, from its first word: news reports with the same
 * words that shares on an exchange fell, that offices of a register closed, or that users could not unsubscribe.
 */
const spoken = new RegExp(
  [
    '(?:please )?subscribe (?!to\\b(?!.*\\b(?:our|your|newsletter|reading|read)\\b)).*',
    '(?:please )?(?:sign up|register|log ?in|sign in) (?:to|for|now|today|here|with|or|below)\\b.*\\b(?:our|your|you|newsletters?|inbox|reading|comments?)\\b.*',
    'already (?:a |an |our )?(?:subscriber|member|registered) ?\\?.*|your e-?mail address will not be published\\b.*|log in to (?:post|comment)\\b.*',
    '(?:follow|like|join|find) (?:us|me|\\p{Lu}\\S+(?: \\p{Lu}\\S+)?) on (?:facebook|twitter|x|instagram|telegram|youtube|whatsapp|linkedin|tiktok|threads|bluesky|mastodon|google|social)\\b.*|download our app\\b.*',
    '(?:article|story) continues (?:below|after)\\b.*|(?:click|tap) to (?:enlarge|expand|zoom)\\b.*|comments? are closed\\W*|our standards ?:.*',
    '(?:подписывайтесь|підписуйтесь|присоединяйтесь)(?!\\p{L}).*|(?:اشترك|تابعنا|تابعونا)(?!\\p{L}).*(?:قنات|نشرت|صفحت|فيسبوك|تويتر|تلغرام|تيليغرام|يوتيوب|واتساب).*',
    '(?:abonnieren|melden) sie\\b.{0,120}newsletter.*|(?:inscrivez|abonnez)-vous\\b.*|suscr[ií]b(?:a|e)te\\b.*|síguenos\\b.*|(?:iscriviti|schrijf je in)\\b.*|suivez[- ]nous\\b.*|folgen sie uns\\b.*',
    "you(?: are|’re|'re)? receiv(?:e|ed|ing) (?:this|our) (?:e-?mail|newsletter|message)\\b.*|privacy (?:notice|policy) ?: .*\\b(?:newsletters?|e-?mails?|your|our)\\b.*",
    "(?:you can |to )?unsubscribe\\b.*|you(?: are|’re|'re) receiving\\b.*|(?:if you )?no longer wish to receive\\b.*|update your (?:e-?mail )?preferences\\b.*|view (?:this (?:e-?mail|message) )?in (?:your )?browser.*",
    "you(?: have|’ve|'ve)? .*free articles?\\b.*|(?:to )?(?:join our|(?:get|receive) (?:the|our|all|more|an?|your|this|these|daily|weekly|free|breaking|news|stories|updates|exclusive|top)) .*\\bnewsletters?\\b.*|(?:to )?(?:get|receive) .*\\byour inbox\\b.*|.*\\b(?:free or paid subscriber|unsubscribe at any time)\\W*",
    '(?:we|this (?:site|website)) (?:and our .*)?uses? (?:technologies|cookies)\\b(?=.*\\b(?:you|your|partners|consent|(?:web)?sites?|traffic|experience|preferences)\\b).*|we value your privacy\\b.*|(?:please )?accept (?:all )?cookies\\b.*',
    '(?:to )?(?:continue|keep) reading, .*|(?:create|start|choose|get) (?:a|an|your)\\b.*\\bto (?:continue|keep) reading\\b.*',
    '.*(?:©|\\(c\\)|copyright\\b).*(?:rights reserved|все права защищены|droits réservés|rechte vorbehalten|derechos reservados|جميع الحقوق محفوظة|版权所有).*',
    '(?:reading time|lesezeit|lesedauer|temps de lecture|tiempo de lectura|tempo di lettura|tempo de leitura|время чтения)\\W*\\d+.{0,12}',
    '(?:[^.!?]{0,100}\\? )?(?:please )?(?:(?:write|e-?mail|talk|speak) to us|(?:e-?mail|contact|tip) us|get in touch|let us know|send (?:us )?(?:your )?(?:tips?|photos|pictures|stories)|schreiben sie uns|écrivez[- ]nous|escríb[ae]nos|scriveteci|escreva[- ]nos)\\b.{0,60}\\S@\\S+\\.\\S+',
    '\\W*(?:all rights reserved|все права защищены|tous droits réservés|alle rechte vorbehalten|todos los derechos reservados|جميع الحقوق محفوظة|版权所有)\\b.{0,60}|.*版权所有.*',
  ]
    .map((pattern) => `^(?:${pattern})$`)
    .join('|'),
  'iu',
)
/** Whose the words are, as a sentence says it: before a year or a name. */
const owned = /^(?:[©ⓒ]|[Cc]opyright (?:©|\([Cc]\)|(?=\d{4})))\s*(?:\d{4}|[\p{Lu}\p{Lo}])/u
/** Ways to other stories that begin sentences as well, where no link is in them. */
const beginsSentences =
  /^[^\p{L}\p{N}]*(?:listen|watch|trending|recommended|related|see also|up next|most (?:read|popular|viewed)|voir aussi|mehr (?:dazu|zum thema)|siehe auch|auch interessant|más información|vea también|approfondiment[oi]|saiba mais|veja (?:também|mais)|meer over|bekijk ook|по теме|за темою|популярное|смотрите также|дивіться також)(?!\p{L})/iu
const sentenceEnd = /(?<!\.\.)[.!?。！？؟।۔]["”’»)\]]*$/u
const fewestWords = 5
/** Of letters in scripts that put no space between words. */
const fewestUnspaced = 10
const mostlyLinked = 0.5

/** Some words and an end, not all of them a way elsewhere. */
function isSentence(text: string, linked: number): boolean {
  if (linked > mostlyLinked || !sentenceEnd.test(text)) return false
  const unspaced = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0
  return text.split(/\s+/).length >= fewestWords || unspaced >= fewestUnspaced
}

/** A label of ways to other stories that begins no sentence. */
export function leadsElsewhere(text: string): boolean {
  return text.length <= longest && asAWay.test(text) && !beginsSentences.test(text)
}

/**
 * Whether a block is furniture of its page; `linked` says how much of it is in links, from 0 to 1. It is left out where
 * an editor can put it back, so a doubt is for the text.
 */
export function isFurniture(text: string, linked = 0): boolean {
  if (text.length > longest) return false
  if (isSentence(text, linked)) {
    if (linked > 0 && leavesList.test(text) && tellsHow.test(text) && ofMail.test(text) && !quoted.test(text))
      return true
    const isWay = asAWayAtOnce.test(text) && (linked > 0 || !beginsSentences.test(text))
    return isWay || (!quoted.test(text) && (owned.test(text) || spoken.test(text)))
  }
  return asAWay.test(text) || wholly.test(text) || (!quoted.test(text) && somewhere.test(text))
}
