import { pairOf, type Pack } from './pack.ts'

const words = (list: string) => list.split(' ')
const participles = words(
  'déclaré affirmé dit indiqué précisé expliqué ajouté annoncé assuré estimé souligné rappelé répondu confirmé écrit ' +
    'averti regretté promis prévenu raconté demandé insisté reconnu lancé nié dénoncé déploré martelé réagi révélé rapporté ' +
    'appelé exhorté certifié martelé alerté argué avancé évoqué ironisé tranché balayé nuancé tempéré renchéri abondé glissé plaisanté averti laissé confirmé juré témoigné pointé ' +
    'jugé conclu détaillé admis soutenu répliqué rétorqué prétendu résumé commenté plaidé confié montré découvert constaté établi',
)

export const french: Pack = {
  language: 'fr',
  verbs: [
    ...participles.flatMap((one) => [`a ${one}`, `ont ${one}`, `avait ${one}`]),
    ...words(
      'dit disent déclare affirme affirment assure indique précise explique ajoute annonce assure assurent estime estiment souligne ' +
        'rappelle répond confirme prévient raconte demande insiste expliquait disait affirmait écrit poursuit ' +
        'demanda demandèrent répondit répondirent lança ajouta murmura cria expliqua affirma déclara fit reprit ' +
        'juge jugent confie témoigne dénonce déplore redoute craint craignent croit croient pense pensent promet soutient ' +
        'répliquent répondent conclut regrette jure prétend révèle reconnaît reconnaissent rapporte rapportent justifie',
    ),
    'a-t-on appris',
    'd’ajouter',
    'de conclure',
    'd’insister',
    'a fait savoir',
    'ont fait savoir',
    'a fait valoir',
  ],
  verbsToo: `(?:a|ont|avait|avaient) (?:(?:de son côté|de leur côté|pour sa part|également|aussi|par ailleurs|toutefois|cependant|ensuite|déjà|ainsi|en outre|en revanche|néanmoins|\\p{Ll}+ment)) (?:${participles.join('|')})`,
  nounsBehind: '(?:le|la|du|de|une|un|sa|son|ma|ce|cette|sans|en)',
  inverted: new RegExp(
    `(?:(?:a-t-|ont-|avait-)(ils?|elles?|on) (?:\\p{Ll}{2,20} )?\\p{Ll}{2,20}(?<=é|i|u|t|is)(?!\\p{L})|\\p{Ll}{3,20}-(?:t-)?(ils?|elles?|on)(?!\\p{L}))`,
    'iu',
  ),
  anyVerb:
    '(?!(?:sur|dans|pour|comme|entre|contre|notre|cette|votre|une|est|et|titre|autre|mais|dont|avant|quand|œuvre|livre|film|texte|dite|dit-on|ce|que|les|des|le|de|ne|se)(?!\\p{L}))' +
    "(?:(?:[sl][’']est |s[’']|se |l[’']a |a |ont |avait |avaient )?(?:\\p{Ll}+ment )?\\p{Ll}{2,}(?:e|ent|t|d|é|ée|és|i|u|is))",
  times:
    '(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|aujourd’hui|ensuite|aussi|également|encore|notamment|à son tour|pour sa part)(?: matin| soir)?',
  neverSource:
    /^(?:les |le |l’|l')?(?:jours?|saisons?|heures?|cas|circonstances|besoins?|goûts|envies|années?|mois|régions|moments?)$/iu,
  // A small word right before an article is a verb, unless it is a preposition: “le maire quitte la salle”.
  finite:
    '(?:a|ont|avait|avaient|est|sont|était|étaient|fut|furent|va|vont|peut|doit|' +
    '(?!(?:contre|entre|outre|comme|toute?|tous|toutes|pendant|durant|devant|avant|moyennant|suivant|quand|dont|dans)(?!\\p{L}))' +
    '\\p{Ll}{2,}(?:e|ent|t|nd|rd)(?= (?:la|le|les|un|une|son|sa|ses|leurs?|ce|cette) ))',
  oblique: "(?:(?:me|te|lui|leur|nous|vous)(?!\\p{L})|[mt][’'])",
  toWhom:
    "(?:à |au |aux |devant )(?:l[’']\\p{Lu}{2,8}|(?:la |le |l[’'])?(?:presse|agence \\p{Lu}[\\p{L}-]+|journalistes?)|\\p{Lu}[\\p{L}-]+(?: \\p{Lu}[\\p{L}-]+)?)(?!\\p{L})",
  relative: '(?:qui|dont|où|que|qu’|à laquelle|auquel|auxquelles|consulté)',
  particles: words(
    'ensuite puis enfin aussi également alors finalement mais et or ainsi pourtant cependant toutefois hier aujourd’hui ' +
      'ici maintenant désormais déjà toujours souvent parfois',
  ),
  goesOn: '(?:\\p{Ll}+(?:é|ée|és|ées)|parue?s?|rendue?s?|qui|dont|par|dans|du|des)(?!\\p{L})',
  dropsPronouns: false,
  several: /^(?:ont|avaient) |(?<!i)ent$/u,
  that: "(?:que |qu[’']|si )",
  infinitive:
    "(?:(?:ne (?:pas|plus|rien|jamais) |n[’'])?(?:avoir|être|vouloir|pouvoir|devoir) |s[’']être |" +
    "(?:se |ne (?:pas|plus|rien|jamais) (?:s[’']|se |y |en |le |la |l[’'])?)\\p{Ll}+(?:er|ir|re|oir)(?!\\p{L}))",
  inserted:
    'lui|elle|eux|elles|de (?:son|leur) côté|pour (?:sa|leur) part|à son tour|en revanche|quant à (?:lui|elle|eux|elles)',
  saidBefore: /C[’'](?:est|était) ce qu(?:e |[’'])(?=\p{L})/u,
  bareClause: false,
  according: [
    'selon',
    'd’après',
    'au dire de',
    'aux dires de',
    "d'après",
    'à en croire',
    'de l’avis de',
    'aux yeux de',
  ],
  accordingAfter: [],
  nationality:
    /^(?:français|allemand|italien|espagnol|portugais|britannique|américain|russe|ukrainien|polonais|chinois|japonais|israélien|palestinien|libanais|syrien|irakien|iranien|saoudien|égyptien|marocain|algérien|tunisien|sénégalais|ivoirien|malien|turc|turque|grec|belge|suisse|canadien|québécois|indien|brésilien|européen)(?:ne|e)?s?$/u,
  judging:
    '(?:a|ont|avait) (?:qualifié|jugé|taxé|traité)|qualifie|juge|dénonce|dénoncent|(?:a|ont) (?:dénoncé|fustigé|salué|évoqué)',
  prepositions: 'après|avant|pendant|lors|dans|sur|avec|pour|contre|en|à|au|aux|devant|depuis|malgré|face',
  but: 'mais|or|et',
  soTheySay: 'mais (?:moi )?je|selon (?:ses|leurs) (?:propres )?(?:mots|termes)|a-t-(?:il|elle) (?:dit|déclaré)',
  quotedBy: 'cité(?:e|s|es)? (?:par|dans)',
  citing: ['citant', 'qui citent', 'qui cite', 'en citant'],
  adding: [
    ...words('ajoutant précisant affirmant soulignant expliquant assurant promettant estimant rappelant indiquant'),
    'tout en assurant',
    'tout en précisant',
    'avant d’ajouter',
    'avant de préciser',
    'avant d’assurer',
  ],
  inTheEyesOf: 'Pour',
  bodies: { verb: /appris$/u, before: "(?:de(?= source)|auprès d(?:e(?! l)|[’'])|dans l[’']entourage d(?:e|u|[’']))" },
  asides:
    "(?:par|en|lors|devant|dans|à) (?!(?:le|la|les|l[’'])(?!\\p{L}))(?:\\p{Ll}+ ){1,4}?(?<!(?:de|en|à|par|avec) )(?=(?:le|la|les|un|une) \\p{Ll})",
  to: '(?:à |au |aux |devant )(?<who>(?:la |le |l’)?(?:\\p{Lu}{2,8}|agence|journal|quotidien|magazine|chaîne|radio|journalistes|reporters|députés|tribunal|juges|enquêteurs)(?: (?:« ?[^«»]{1,40}»|\\p{Lu}[\\p{L}-]+)){0,3})(?!\\p{L})',
  days: [
    ...['lundi Monday', 'mardi Tuesday', 'mercredi Wednesday', 'jeudi Thursday', 'vendredi Friday'].map(pairOf),
    ...['samedi Saturday', 'dimanche Sunday', 'hier yesterday'].map(pairOf),
  ],
  months: words('janvier février mars avril mai juin juillet août septembre octobre novembre décembre'),
  inTheirWords: "(?:selon|d[’']après) (lui|elle|eux|elles)",
  talking: 's’entretient|parle|rencontre|rencontré',
  interview: {
    asks: 'Question|Q|Journaliste|Animateur|Animatrice',
    answers: 'Réponse|R',
    called: '(?:[Ee]ntretien|[Ii]nterview|INTERVIEW|ENTRETIEN|[Pp]ropos recueillis)',
  },
  acts: [
    [/demand(?:é|e|ent)$/u, 'asks'],
    [/répond(?:u|ent)?$|répliqué|rétorqué/u, 'answers'],
    [/averti|prévenu|prévient/u, 'warns'],
    [/prom(?:is|et)$/u, 'promises'],
    [/confirm/u, 'confirms'],
    [/ nié$|^nie$/u, 'denies'],
  ],
  pronouns: words('il elle ils elles on'),
  articles: words(
    'deux trois quatre cinq le la les un une des plusieurs certains quelques sources ma mon mes son sa ses leur leurs mme m.',
  ).concat('l’', "l'"),
  inside: words('de du des la le les d et van von à').concat('d’', "d'", 'l’', "l'"),
  smallNouns: true,
  dialogue: 'comma',
  titlesInMarks: true,
  stops: words(
    'devant dans lors lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd’hui ce cette en sur que qui après avant ' +
      'pour par au aux avec vers dimanche mais sans depuis',
  ),
  offices: [],
}
