import { pairOf, type Pack } from './pack.ts'

const words = (list: string) => list.split(' ')
const participles = words(
  'déclaré affirmé dit indiqué précisé expliqué ajouté annoncé assuré estimé souligné rappelé répondu confirmé écrit ' +
    'averti regretté promis prévenu raconté demandé insisté reconnu',
)

export const french: Pack = {
  language: 'fr',
  verbs: [
    ...participles.flatMap((one) => [`a ${one}`, `ont ${one}`, `avait ${one}`]),
    ...words(
      'dit disent déclare affirme affirment indique précise explique ajoute annonce assure assurent estime estiment souligne ' +
        'rappelle répond confirme prévient raconte demande insiste expliquait disait affirmait écrit poursuit',
    ),
  ],
  inverted: new RegExp(
    `(?:(?:a-t-|ont-|avait-)(ils?|elles?|on) (?:${participles.join('|')})|(?:dit|explique|ajoute|affirme|assure|estime|précise|poursuit|raconte)-(?:t-)?(ils?|elles?|on))`,
    'iu',
  ),
  times: '(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|aujourd’hui|ensuite)(?: matin| soir)?',
  oblique: "(?:(?:me|te|lui|leur|nous|vous)(?!\\p{L})|[mt][’'])",
  particles: words(
    'ensuite puis enfin aussi également alors finalement mais et or ainsi pourtant cependant toutefois hier aujourd’hui ' +
      'ici maintenant désormais déjà toujours souvent parfois',
  ),
  goesOn: '(?:\\p{Ll}+(?:é|ée|és|ées)|parue?s?|rendue?s?|qui|dont|par|dans|du|des)(?!\\p{L})',
  dropsPronouns: false,
  that: "(?:que |qu[’']|si )",
  bareClause: false,
  according: ['selon', 'd’après', "d'après"],
  accordingAfter: [],
  citing: ['citant', 'qui cite', 'en citant'],
  adding: words('ajoutant précisant affirmant soulignant expliquant assurant'),
  to: '(?:à |au |aux |devant )(?<who>(?:la |le |l’)?(?:agence|journal|quotidien|magazine|chaîne|radio|journalistes|reporters|députés|tribunal|juges|enquêteurs)(?: (?:« ?[^«»]{1,40}»|\\p{Lu}[\\p{L}-]+)){0,3})(?!\\p{L})',
  days: [
    ...['lundi Monday', 'mardi Tuesday', 'mercredi Wednesday', 'jeudi Thursday', 'vendredi Friday'].map(pairOf),
    ...['samedi Saturday', 'dimanche Sunday', 'hier yesterday'].map(pairOf),
  ],
  months: words('janvier février mars avril mai juin juillet août septembre octobre novembre décembre'),
  pronouns: words('il elle ils elles on'),
  articles: words('le la les un une des plusieurs son sa ses leur leurs mme m.').concat('l’', "l'"),
  inside: words('de du des la le les d et van von à').concat('d’', "d'", 'l’', "l'"),
  smallNouns: true,
  stops: words(
    'devant dans lors lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd’hui ce cette en sur que qui après avant ' +
      'pour par au aux avec vers dimanche mais sans depuis',
  ),
  offices: [],
}
