/* What pages put among the paragraphs of an article, known by its words where no class names it. */

const longest = 220

/**
 * Ways to other stories: "Read more: …", "Lire aussi : …". Only with a sign after them, or as all that stands there:
 * "Related talks were held" is a sentence.
 */
const otherStories = new RegExp(
  `^[^\\p{L}\\p{N}]*(?:${[
    "read (?:more|also|next|on)|also (?:read|on|see)|see also|more (?:on|about) this(?: story| topic)?|more stories|you (?:may|might)(?: also)? (?:like|be interested)|related(?: (?:stories|articles|content|coverage|news|topics|reading))?|recommended(?: (?:stories|for you|reading))?|most (?:read|popular|viewed)|trending(?: now)?|don[’']t miss|watch(?: now| more)?|listen(?: now)?|up next|editors?[’'] picks",
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
  ].join('|')})(?:(?: \\S+){0,2}\\s*[:：»>→|]|\\s[–—]\\s|[^\\p{L}\\p{N}]*$)`,
  'iu',
)

/** What asks readers to do something for the page, and what the page says of itself: all that stands in its block. */
const wholly = new RegExp(
  [
    '(?:please )?(?:subscribe|sign up|register|log ?in|sign in)\\b(?! (?:by|in)\\b).{0,140}|already (?:a |an )?(?:subscriber|member|registered).*',
    'follow (?:us|me|\\p{Lu}\\S+(?: \\p{Lu}\\S+)?) on\\b.*|(?:like|join|find) us on\\b.*|download (?:our|the) app\\b.*|copy link.{0,30}|pin it',
    'scroll down for .*|share or comment\\b.*|(?:share|tweet|e-?mail|print|save|listen|comment)s?(?: (?:this|on|via|to|link|article|story|page)\\b.{0,40})?',
    'leave a (?:reply|comment)|post a comment|add a comment|view (?:all )?comments?|comments? ?(?:\\(\\d+\\)|are closed\\.?)?|\\d+ comments?|join the (?:conversation|discussion)|your e-?mail address will not be published\\b.*|log in to (?:post|comment).*',
    '(?:advertisement|advertising|sponsored(?: content)?|ad|article continues (?:below|after).*|story continues (?:below|after).*|continue reading(?: below)?|scroll (?:down )?to continue.*|skip (?:to|past) .*|loading\\b.*|anzeige|werbung|publicité|publicidad|pubblicità|publicidade|advertentie|annons|annonce|reklama?|реклама|إعلان|広告|广告)[.…]*',
    '(?:updated?|modified|last updated|posted|published)? ?\\d+ (?:seconds?|minutes?|mins?|hours?|days?|weeks?) ago|\\d+[- ]min(?:ute)?s? (?:read|listen|de lecture|de lectura|lesezeit)\\W*|(?:reading time|lesezeit|temps de lecture)\\b.{0,20}|\\d{1,3} ?(?:\\/|of) ?\\d{1,3}',
    '(?:you are here|back to (?:the )?top|back to (?:the )?index|open image in (?:gallery|modal)|view (?:in )?(?:gallery|fullscreen|image)|(?:click|tap) to (?:enlarge|expand|zoom).*|print this page)\\b.{0,40}',
    'our standards\\b.*',
    '.{0,80}\\b[\\d.,]+ ?[KkMm]? (?:boosts|likes|retweets|reposts|favou?rites|views|shares|replies|reactions|bookmarks)\\b.{0,60}(?<![.!?])',
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
  /subscribe (?:for \S?\d|now|today|to (?:read|continue|keep|our))|sign up (?:for|to) our|\b(?:in|to) your inbox\b|our (?:free |daily |weekly |morning )+newsletters?\b|\bunsubscribe\b|free or paid subscriber|reader-supported publication|\bto (?:continue|keep) reading\b|limit of free articles|free articles? (?:left|remaining|this month)|view (?:this (?:e-?mail|message) )?in (?:your )?browser|you(?: are|’re|'re) receiving this (?:e-?mail|message|newsletter)|no longer wish to receive|update your (?:e-?mail )?preferences|\bwe (?:and our (?:\d+ )?partners )?use (?:technologies|cookies)|we value your privacy|accept (?:all )?cookies|this (?:site|website) uses cookies|all rights reserved|все права защищены|tous droits réservés|alle rechte vorbehalten|todos los derechos reservados|جميع الحقوق محفوظة|版权所有|trust principles/iu
const quoted = /["“”„«»「」]/u

/** Whether a block is furniture of its page. It is left out where an editor can put it back, so a doubt is for the text. */
export function isFurniture(text: string): boolean {
  if (text.length > longest) return false
  return otherStories.test(text) || wholly.test(text) || (!quoted.test(text) && somewhere.test(text))
}
