import { pairOf, type Pack } from './pack.ts'

const words = (list: string) => list.split(' ')

export const german: Pack = {
  language: 'de',
  verbs: words(
    'sagte sagt sagten sagen erklärte erklärt erklärten erklären betonte betont betonten teilte teilten mitteilte ' +
      'berichtete berichtet berichteten warnte warnt warnten forderte fordert forderten kündigte kündigten ankündigte ' +
      'versicherte versichert behauptete behauptet behaupteten meinte meint meinten schrieb schreibt schrieben ' +
      'bestätigte bestätigt bestätigten antwortete antworteten fragte fragten erzählte erzählt ergänzte fügte ' +
      'kritisierte klagte beteuerte bekräftigte räumte räumten wiederholte unterstrich ' +
      'erläuterte erläutert versprach verspricht gab gibt rief schimpfte schilderte schildert bat beklagte beklagt klagt ' +
      'fordern warnen warnten mahnte mahnt mahnen argumentierte argumentiert entgegnete konterte bemerkte meldete meldet meldeten ' +
      'vermutet vermutete glaubt glaubte hofft hoffte prophezeite prognostizierte urteilte ' +
      'befürchtet befürchtete warnte mahnten rechtfertigte hob hoben sieht sehen erwartet erwarten rechnet stellte stellten legte räumt gestand beschwerte ' +
      'widersprach widersprechen hält mahnen findet finden fand fragt fragen antwortet antworten kündigt kündigen teilt ergänzt wirft warf warfen ' +
      'versichern behaupten vermuten kritisiert kritisieren unterstreicht bekräftigt wiederholt beteuert räumen erzählen ' +
      'verteidigte erinnerte präzisierte bilanzierte jubelte scherzte erwiderte verkündete verkündet berichten melden schreiben betonen ließ mutmaßte kommentierte',
  ).concat(
    ...words(
      'gesagt erklärt mitgeteilt berichtet betont angekündigt versichert gewarnt bestätigt behauptet gefordert geschrieben herausgefunden nachgewiesen festgestellt gezeigt',
    ).flatMap((one) => [`hat ${one}`, `hatte ${one}`, `haben ${one}`]),
    ...['machte deutlich', 'machte klar', 'stellte klar', 'ließ mitteilen', 'ließ wissen', 'heißt es', 'hieß es'],
  ),
  verbsToo:
    '(?:kommt|kommen|kam|kamen) zu(?: dem|m) (?:Schluss|Ergebnis)|(?:hat|haben|hatte|hatten) (?!(?:nicht|nie|niemand)(?!\\p{L}))(?:[^,.;:!?„“»«]{1,60} )?(?:gesagt|erklärt|mitgeteilt|berichtet|betont|angekündigt|versichert|gewarnt|bestätigt|behauptet|gefordert|eingeräumt|vorgeworfen|klargestellt|herausgefunden|nachgewiesen|festgestellt|gezeigt)',
  afterQuotation: /so (?=\p{L})/u,
  anyVerb:
    '(?!(?:nicht|ist|hat|mit|seit|statt|sonst|jetzt|fast|erst|selbst|heute|bereits|recht|leicht|weit|damit|samt|sowie|später|läuft|heißt|kommt|geht|steht|beginnt|endet|zeigt|gilt)(?!\\p{L}))' +
    '(?:\\p{Ll}{2,}(?:te|ten|t)|rief|riefen|schrie|schrien|sprach|gab|hielt|fand|fanden|bat|wies|schrieb)',
  times: '(?:am \\p{Lu}\\p{Ll}+|gestern|heute|zuvor|zuletzt|etwa|dazu|weiter|dann|auch|jedoch|ebenfalls|daraufhin)',
  neverSubject:
    /^(?:(?:den|dem|des|einen|einem|eines|keinen|seinen|ihren|meinen)(?!\p{L})|(?:Salz|Zucker|Pfeffer|Wasser|Milch|Mehl|Butter|Öl|Essig|Wein|Bier|Geld|Luft|Licht|Zeit|Holz|Sand|Eis|Kaffee|Tee|Brot|Honig|Senf)$|(?:die|der|das|eine|ein) (?:Regel|Idee|Theorie|Hoffnung|Devise|Motto|Plan|Gedanke|Annahme|Vermutung|Legende|Sage|Tradition|Brauch)$)/u,
  finite:
    '(?<=\\p{Lu}[\\p{L}-]* )(?:\\p{Ll}{2,}(?:te|ten)|ist|sind|war|waren|hat|haben|wird|werden|ging|gingen|kam|kamen|verließ|verließen|nahm|nahmen|stand|blieb|fuhr|begann|schloss|verlor|gewann|trat|traf|zog|schwieg|lief|sah|lag)',
  oblique: '(?:mir|dir|ihm|ihnen|uns|euch)(?!\\p{L})',
  toWhom:
    '(?:dem|der) (?:„[^“”]{1,40}[“”]|»[^«]{1,40}«|\\p{Lu}{2,6}(?!\\p{L})|(?:Nachrichtenagentur|Agentur|Zeitung) (?:„[^“”]{1,40}[“”]|\\p{Lu}\\p{L}+))',
  relative: '(?:der|die|das|den|dem|dessen|deren)',
  particles: words(
    'außerdem dann später zudem trotzdem danach dabei daraufhin anschließend schließlich dennoch allerdings deshalb daher ' +
      'ferner weiter weiterhin zugleich gleichzeitig darauf nun jetzt etwa damals vorher hier dort auch aber und doch wiederum ' +
      'immerhin hingegen dagegen zunächst inzwischen mittlerweile tatsächlich zwar wie',
  ),
  outlets: words('Spiegel Stern Focus Bild Zeit Welt Tagesspiegel Standard Kurier'),
  dropsPronouns: false,
  several: /^(?:haben|hatten) |n$/u,
  that: '(?:dass|ob)',
  bareClause: true,
  // „Er habe …“: a form of the first subjunctive, or the second where that has none of its own.
  reported:
    /(?<!\p{L})(?:sei(?:en)?|habe|werde|könne|müsse|wolle|solle|dürfe|gebe|gehe|komme|stehe|liege|bleibe|brauche|wisse|tue|lasse|halte|nehme|sehe|mache|bestehe|äußere|helfe|bekomme|verliere|finde|fehle|führe|zahle|trage|schaffe|ziehe|treffe|zeige|verstehe|erwarte|hoffe|glaube|fordere|suche|rechne|arbeite|spreche|gelte|setze|stelle|bringe|bedeute|beginne|ende|drohe|dauere|koste|kenne|denke|fühle|laufe|fahre|spiele|gehöre|biete|reiche|schade|sterbe|falle|wachse|steige|sinke|nutze|plane|prüfe|unterstütze|verfüge|verfolge|rede|lüge|leide|lehne|kämpfe|hänge|heiße|gewinne|erhalte|entstehe|übernehme|verlasse|vertraue|hätten|würden|stünden|wären|könnten|müssten|dürften|gäbe|gäben|gingen|blieben|kämen)(?!\p{L})/u,
  saidBefore: /(?:Das|Dies) (?=\p{Ll})/u,
  according: [
    'laut',
    'gemäß',
    'nach den worten von',
    'nach den worten',
    ...words(
      'angaben ansicht überzeugung einschätzung meinung auffassung darstellung aussage informationen berechnungen erkenntnissen',
    ).flatMap((noun) => [`nach ${noun} von`, `nach ${noun}`]),
    'nach angaben aus',
    'nach informationen aus',
    'aus sicht von',
    'aus sicht',
  ],
  accordingInside: /^(?:laut|nach)/iu,
  accordingAfter: ['zufolge'],
  inTheirWords:
    'wie(?= [^,.;:!?]{2,60} (?:berichtete?|meldete?|schreibt|schrieb|mitteilte?)(?:[,.]|$))|wie aus(?= [^,.;:!?]{2,60} (?:zu hören ist|zu erfahren war|verlautete|hervorgeht|bekannt wurde),)',
  accordingTo:
    'nach ((?!eigen|erst|vorläufig|bisherig|neue|jüngst|bisherig|letzt)\\p{Ll}{3,}(?:er|en|em) (?:angaben|darstellung|informationen|einschätzung|ansicht|auffassung|meinung|lesart|berechnungen))',
  judging:
    'nannten?|nennt|nennen|bezeichneten?|bezeichnet|bezeichnen|kritisierten?|kritisiert|lobte|lobt|geißelte|würdigte',
  prepositions:
    'nach|vor|bei|am|im|in|auf|an|mit|wegen|trotz|während|für|gegen|zum|zur|unter|aus|seit|angesichts|anlässlich',
  but: 'aber|doch|sondern|jedoch',
  soTheySay: 'aber ich|doch ich|so wörtlich|wie (?:er|sie) (?:sagte?|sagt)',
  quoting: ['zitierte', 'zitiert', 'zitierten', 'zitieren'],
  quoterFirst: true,
  quotedBy: 'zitiert von',
  citing: ['unter Berufung auf', 'mit Verweis auf', 'unter Hinweis auf'],
  to: '(?:(?:dem|der) (?<paper>„[^“”]{1,40}[“”]|»[^«]{1,40}«|\\p{Lu}{2,6})(?!\\p{L})|(?:gegenüber |im Gespräch mit |in einem Interview mit )?(?<who>(?:(?:der|dem|den|einer|einem) )(?:(?:Zeitung|Tageszeitung|Nachrichtenagentur|Agentur|Magazin|Sender|Blatt|Portal)(?: (?:„[^“”]{1,40}[“”]|\\p{Lu}[\\p{L}-]+))?|Deutschen Presse-Agentur|dpa)|(?:den )?(?:Journalisten|Reportern|Abgeordneten))(?!\\p{L}))',
  days: [
    ...['Montag Monday', 'Dienstag Tuesday', 'Mittwoch Wednesday', 'Donnerstag Thursday', 'Freitag Friday'].map(pairOf),
    ...['Samstag Saturday', 'Sonnabend Saturday', 'Sonntag Sunday', 'gestern yesterday', 'heute today'].map(pairOf),
  ],
  months: words('Januar Februar März April Mai Juni Juli August September Oktober November Dezember'),
  bodies: { verb: /^(?:heißt|hieß) es$/u, before: '(?:in|im|aus|von|vonseiten|bei)' },
  talking: 'sprachen?|spricht|sprechen|gesprochen|unterhalten',
  interview: {
    asks: 'Frage|F|Reporter|Reporterin|Moderator|Moderatorin|Interviewer|Interviewerin',
    answers: 'Antwort|A',
    called: '(?:Interview|Gespräch|Fragen)',
  },
  acts: [
    [/frag(?:t|te|ten)$/u, 'asks'],
    [/antwortete?n?$|entgegnete|erwiderte/u, 'answers'],
    [/^(?:warn|mahn)/u, 'warns'],
    [/^(?:versprach|verspricht)/u, 'promises'],
    [/^bestätig/u, 'confirms'],
  ],
  pronouns: words('er sie es man'),
  articles: words(
    'der die das den dem des ein eine einer eines einem einen zwei drei vier mehrere zahlreiche einige meine mein meiner dessen deren viele seine ihre sein ihr',
  ),
  inside: words('von van der des und für zu zum zur de'),
  smallNouns: false,
  titlesInMarks: true,
  stops: words(
    'am im in an auf unter aus bei vor nach gegenüber zu mit dass ob noch nun auch jedoch dazu heute gestern zugleich weiter mit ' +
      'während nicht aber hinzu mit an ein',
  ),
  agentEnds:
    /^(?!(?:Peter|Walter|Günte?r|Günther|Werner|Dieter|Rainer|Reiner|Holger|Alexander|Oliver|Xaver|Karin|Kathrin|Katrin|Kerstin|Martin|Kevin|Robin|Edwin|Jasmin|Benjamin|Armin|Valentin|Justin|Konstantin|Christin|Viktor|Victor|Hector|Gregor|Theodor|Volker|Jennifer|Esther|Vincent|Laurent|Berlin|Stettin|Schwerin|Putin|Harbin|Dublin|Turin|Hannover|Münster|Xavier|Javier|Didier|Olivier)$)\p{Lu}\p{Ll}{2,}(?:ger|ker|ler|ner|ter|der|fer|ier|uer|ber|per|in|tor|sor|ist|ent|ant|eur|chef|gast|mann|frau|mutter|vater|schüler|star|profi|coach|wirt|kunde)$|^Fan$/u,
  officeEnds:
    /(?:führer|schafter|sprecher|minister|präsident|chef|leiter|direktor|meister|anwält|experte|forscher|richter|ärzt|rät)(?:in)?$|(?:vorsitzende|beauftragte|abgeordnete)r?$|(?:anwalt|expertin|arzt|rat)$|(?:gesetz|ordnung|bericht|(?<!^ka)plan|kalender|tabelle|regel|studie|umfrage|vertrag|urteil|statistik)(?:e?n|s)?$/iu,
  offices: words(
    'Kapitän Stürmer Torwart Fan Ministerin Minister Präsidentin Präsident Kanzlerin Kanzler Sprecherin Sprecher Bürgermeisterin Bürgermeister ' +
      'Leiterin Leiter Chefin Chef Direktorin Direktor Polizei Regierung Behörde Ministerium Hafenmeister Richterin ' +
      'Richter Anwältin Anwalt Professorin Professor Abgeordnete Abgeordneter Ingenieurin Ingenieur Fischer Zeugin Zeuge ' +
      'Polizeisprecher Polizeisprecherin Außenminister Außenministerin Verkehrsminister Verkehrsministerin Innenminister ' +
      'Feuerwehr Gewerkschaft Stadt Staatsanwaltschaft Herr Frau Dr Alle Niemand Leute Viele Einige Manche Keiner Jemand Jeder Andere Beide Menschen ' +
      'Experten Kritiker Kritikern Anwohner Anwohnern Zeugen Augenzeugen Verfassung Angaben Medien Behörden Ermittler Ermittlern',
  ),
}
