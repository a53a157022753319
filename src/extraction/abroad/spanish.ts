import { pairOf, type Pack } from './pack.ts'

const words = (list: string) => list.split(' ')

export const spanish: Pack = {
  language: 'es',
  verbs: words(
    'dijo dijeron dice dicen afirmó afirmaron afirma declaró declararon declara aseguró aseguraron asegura señaló señalaron ' +
      'señala explicó explicaron explica añadió añade anunció anunciaron anuncia indicó indicaron indica advirtió advirtieron ' +
      'advierte informó informaron reconoció reconoce subrayó destacó precisó respondió respondieron pidió pidieron añadieron confirmó confirmaron denunció ' +
      'prometió preguntó contó contaron relató insistió sostuvo escribió apuntó comentó negó replicó criticó lamentó admitió sostiene ' +
      'cree creen opina opinan considera consideran cuenta cuentan sugiere sugieren estima estiman calcula recuerda ' +
      'subraya insiste defiende defendió recalcó alegó argumentó vaticinan vaticina prevé temen teme denuncia denuncian promete ' +
      'pide piden exige exigió apunta matiza matizó avisó avisa reveló revela constató concluyó concluye señalaba decía decían ' +
      'afirman aseguran señalan explican añaden anuncian indican advierten sostienen reconocen subrayan cuentan sugirió protesta ' +
      'agregó agregaron agrega adelantó adelantaron adelanta niegan negaron contaba contaban zanjó remachó remarcó enfatizó recordó recordaron admitieron admite ' +
      'admiten pronosticó detalló detalla relata relataron reclamó reclamaron reiteró ratificó aclaró acotó manifestaron reprochó apostilló bromeó ironizó ' +
      'apuntan apuntaron concretó defienden destacan destacaron deslizó dejó claro narró rechaza lanzó escribe resumió resume comunicó comunicaron ' +
      'expuso expone trasladó interpretó opinó creía pensaba piensa aventuró auguró avanza avanzó alertó alertaron alerta sentenció estimó calculó ' +
      'explicaba aseguraba niega manifestó expresó celebró resaltó respondía supo grita gritó exclamó murmuró susurró contesta contestó',
  ).concat(
    ...words(
      'dicho asegurado afirmado declarado explicado anunciado señalado indicado confirmado reconocido denunciado advertido informado admitido negado pedido',
    ).flatMap((one) => [`ha ${one}`, `han ${one}`, `había ${one}`]),
    'considera probado',
    'dejó claro',
    'hizo saber',
  ),
  nounsBehind: '(?:el|la|su|una|un|mi|de|del|sin|en|esta|esa)',
  anyVerb:
    '(?!(?:una|para|que|sobre|entre|ante|este|esta|ese|esa|desde|durante|como|donde|cuando|de|la|las|todavía|había(?! \\p{Ll}+[dt]o(?!\\p{L}))|tanto|mientras|incluso|siempre|obra|serie|película|frase|canción|novela|otra|ahora|contra|hasta|mediante|fuera|sea|era|es)(?!\\p{L}))' +
    '(?:se |me |le |les |nos )?(?:ha |han |había |habían )?\\p{Ll}{2,}(?:ó|ió|aba|aban|ía|ían|aron|ieron|ado|ido|a|e|an|en|uvo|ijo)',
  times:
    '(?:(?:el |este )?(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)|ayer|hoy|después|también|por su parte)',
  neverSource:
    /^(?:el |la |los |las )?(?:días?|temporadas?|horas?|casos?|circunstancias|necesidad(?:es)?|gustos?|años?|mes(?:es)?|momentos?|zonas|épocas?)$/iu,
  finite:
    '\\p{Ll}{2,}(?:ó|aron|ieron|tuvo|dujo|puso)|hizo|vino|pudo|quiso|hubo|trajo|dio|vio|fue|fueron|ha|han|había|habían|es|son|está|están|estaba|tiene',
  oblique: '(?:me|te|nos|os|le|les)(?!\\p{L})',
  nobody: 'se',
  toWhom:
    '(?:a|al|ante) (?:(?:los|las|la|el) )?(?:medios|prensa|periodistas|agencia \\p{Lu}[\\p{L}-]+|diario \\p{Lu}[\\p{L}-]+|\\p{Lu}[\\p{L}-]+(?: \\p{Lu}[\\p{L}-]+)?)(?!\\p{L})',
  relative: '(?:(?:a|en|de|con) (?:la|el|los|las) que|al que|del que|que|quien|quienes|cuyo|cuya|donde)',
  particles: words(
    'también finalmente además luego después entonces posteriormente asimismo así ahora aquí allí siempre ya tampoco ' +
      'igualmente anteriormente previamente pero y e incluso ayer hoy',
  ),
  goesOn: '(?:\\p{Ll}+(?:ad[oa]s?|id[oa]s?)|que|en|por)(?!\\p{L})',
  dropsPronouns: true,
  inserted: 'por su (?:parte|lado)|a su vez|en cambio|sin embargo|en tanto|por otra parte|además',
  several: /^(?:han|habían) |n$/u,
  that: '(?:que|si) ',
  infinitive: '(?:no )?(?:haber|estar|ser|tener|poder) ',
  saidBefore: /(?:Así lo|Eso|Esto) (?=\p{L})/u,
  bareClause: false,
  bodies: { verb: /(?:aron|ieron|an|en|eron)$/u, before: '(?:desde|fuentes de)' },
  nationality:
    /^(?:venezolan|colombian|mexican|argentin|chilen|peruan|cuban|bolivian|ecuatorian|brasileñ|panameñ|hondureñ|salvadoreñ|dominican|español|catal[aá]n|vasc|galleg|andaluz|valencian|madrileñ|franc[eé]s|alem[aá]n|italian|portugu[eé]s|británic|estadounidens|american|rus|ucranian|polac|chin|japon[eé]s|israel[ií]|palestin|iran[ií]|turc|grieg|marroqu[ií]|europe)(?:[oae]s?|es|s)?$/u,
  judging: 'calificó|calificaron|califica|tildó|tildaron|tachó|tacharon|definió|describió|tilda|tacha|criticó|denunció',
  prepositions: 'tras|después|antes|durante|en|con|por|para|contra|ante|desde|a|al|sobre|frente',
  but: 'pero|sino|mas|aunque',
  soTheySay: 'pero yo|según sus (?:propias )?palabras',
  quotedBy: 'citad[oa]s? (?:por|en)',
  according: [
    'según',
    'al decir de',
    'según recogió',
    'según recoge',
    'de acuerdo a',
    'a ojos de',
    'de acuerdo con',
    'a juicio de',
    'en opinión de',
    'a decir de',
    'en palabras de',
    'según ha podido saber',
    'según pudo saber',
  ],
  accordingAfter: [],
  citing: ['citando a', 'que cita a', 'que citó a'],
  adding: words('añadiendo precisando afirmando subrayando explicando asegurando recordando prometiendo'),
  inTheEyesOf: 'Para',
  asides:
    '(?:por|en|desde|durante|ante|tras) (?!(?:el|la|los|las|un|una)(?!\\p{L}))(?:\\p{Ll}+ ){1,4}?(?<!(?:de|en|a|por|con) )(?=(?:el|la|los|las|un|una) \\p{Ll})|(?:por|en|desde|durante|ante|tras|entre|con) (?:\\p{Ll}+ ){1,4}?(?<!(?:de|en|a|por|con|la|el) )(?=\\p{Lu}\\p{Ll}+ \\p{Lu})',
  to: '(?:a |al |ante )(?<who>(?:la |el |los |las )?(?:agencia|diario|periódico|revista|cadena|radio|periodistas|reporteros|diputados|tribunal|jueces|medios)(?: (?:«[^«»]{1,40}»|\\p{Lu}[\\p{L}-]+)){0,3})(?!\\p{L})',
  days: [
    ...['lunes Monday', 'martes Tuesday', 'miércoles Wednesday', 'jueves Thursday', 'viernes Friday'].map(pairOf),
    ...['sábado Saturday', 'domingo Sunday', 'ayer yesterday', 'hoy today'].map(pairOf),
  ],
  months: words('enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'),
  inTheirWords: 'según (él|ella|ellos|ellas)|(?:a|en) (su) (?:juicio|opinión|entender)',
  talking: 'habl(?:a|ó|amos|ado)|convers(?:a|ó|amos|ado)',
  interview: {
    asks: 'PREGUNTA|Pregunta|P|Periodista|Entrevistador|Entrevistadora',
    answers: 'RESPUESTA|Respuesta|R',
    called: '(?:[Ee]ntrevista|[Cc]onversación|ENTREVISTA)',
  },
  acts: [
    [/pregunt/u, 'asks'],
    [/respond|contest|replicó/u, 'answers'],
    [/advirt|advert|avis/u, 'warns'],
    [/promet/u, 'promises'],
    [/confirm/u, 'confirms'],
    [/neg(?:ó|ado)$|^niega/u, 'denies'],
  ],
  pronouns: words('él ella ellos ellas'),
  articles: words(
    'dos tres cuatro cinco el la los las un una unos unas varios varias su sus mi mis algunos algunas fuentes este esta ese esa',
  ),
  inside: words('de del la las los el y van von'),
  smallNouns: true,
  dialogue: 'dashes',
  titlesInMarks: true,
  stops: words(
    'ante en durante el lunes martes miércoles jueves viernes sábado domingo ayer hoy a al que quien tras para por con ' +
      'sobre desde pero sin',
  ).filter((word) => word !== 'el'),
  offices: [],
}
