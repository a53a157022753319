import { pairOf, type Pack } from './pack.ts'

const words = (list: string) => list.split(' ')

export const german: Pack = {
  language: 'de',
  verbs: words(
    'sagte sagt sagten sagen erklärte erklärt erklärten erklären betonte betont betonten teilte teilten mitteilte ' +
      'berichtete berichtet berichteten warnte warnt warnten forderte fordert forderten kündigte kündigten ankündigte ' +
      'versicherte versichert behauptete behauptet behaupteten meinte meint meinten schrieb schreibt schrieben ' +
      'bestätigte bestätigt bestätigten antwortete antworteten fragte fragten erzählte erzählt ergänzte fügte ' +
      'kritisierte klagte beteuerte bekräftigte räumte räumten wiederholte unterstrich',
  ).concat('hat gesagt', 'hat erklärt'),
  afterQuotation: /so (?=\p{L})/u,
  times: '(?:am \\p{Lu}\\p{Ll}+|gestern|heute|zuvor|zuletzt)',
  oblique: '(?:mir|dir|ihm|ihnen|uns|euch)(?!\\p{L})',
  particles: words(
    'außerdem dann später zudem trotzdem danach dabei daraufhin anschließend schließlich dennoch allerdings deshalb daher ' +
      'ferner weiter weiterhin zugleich gleichzeitig darauf nun jetzt damals vorher hier dort auch aber und doch wiederum ' +
      'immerhin hingegen dagegen zunächst inzwischen mittlerweile tatsächlich zwar wie',
  ),
  outlets: words('Spiegel Stern Focus Bild Zeit Welt Tagesspiegel Standard Kurier'),
  dropsPronouns: false,
  that: '(?:dass|ob)',
  bareClause: true,
  according: ['laut', 'nach angaben von', 'nach angaben', 'nach den worten von', 'gemäß'],
  accordingAfter: ['zufolge'],
  inTheirWords: 'wie(?= [^,.;:!?]{2,60} (?:berichtete?|meldete?|schreibt|schrieb|mitteilte?)(?:[,.]|$))',
  citing: ['unter Berufung auf', 'mit Verweis auf', 'unter Hinweis auf'],
  to: '(?:gegenüber |im Gespräch mit |in einem Interview mit )?(?<who>(?:(?:der|dem|den|einer|einem) )(?:(?:Zeitung|Tageszeitung|Nachrichtenagentur|Agentur|Magazin|Sender|Blatt|Portal)(?: (?:„[^“”]{1,40}[“”]|\\p{Lu}[\\p{L}-]+))?|Deutschen Presse-Agentur|dpa)|(?:den )?(?:Journalisten|Reportern|Abgeordneten))(?!\\p{L})',
  days: [
    ...['Montag Monday', 'Dienstag Tuesday', 'Mittwoch Wednesday', 'Donnerstag Thursday', 'Freitag Friday'].map(pairOf),
    ...['Samstag Saturday', 'Sonnabend Saturday', 'Sonntag Sunday', 'gestern yesterday', 'heute today'].map(pairOf),
  ],
  months: words('Januar Februar März April Mai Juni Juli August September Oktober November Dezember'),
  pronouns: words('er sie es man'),
  articles: words('der die das den dem des ein eine einer eines mehrere viele seine ihre sein ihr'),
  inside: words('von van der des und für zu zum zur de'),
  smallNouns: false,
  titlesInMarks: true,
  stops: words(
    'am im in an auf bei vor nach gegenüber zu mit dass ob noch nun auch jedoch dazu heute gestern zugleich weiter mit ' +
      'während nicht aber hinzu mit an ein',
  ),
  officeEnds:
    /(?:führer|schafter|sprecher|minister|präsident|chef|leiter|direktor|meister|anwält|experte|forscher|richter|ärzt|rät)(?:in)?$|(?:vorsitzende|beauftragte|abgeordnete)r?$|(?:anwalt|expertin|arzt|rat)$|(?:gesetz|ordnung|bericht|studie|umfrage|vertrag|urteil|statistik)(?:e?n|s)?$/iu,
  offices: words(
    'Ministerin Minister Präsidentin Präsident Kanzlerin Kanzler Sprecherin Sprecher Bürgermeisterin Bürgermeister ' +
      'Leiterin Leiter Chefin Chef Direktorin Direktor Polizei Regierung Behörde Ministerium Hafenmeister Richterin ' +
      'Richter Anwältin Anwalt Professorin Professor Abgeordnete Abgeordneter Ingenieurin Ingenieur Fischer Zeugin Zeuge ' +
      'Polizeisprecher Polizeisprecherin Außenminister Außenministerin Verkehrsminister Verkehrsministerin Innenminister ' +
      'Feuerwehr Gewerkschaft Stadt Staatsanwaltschaft Herr Frau Dr Alle Niemand Leute Viele Einige Manche Keiner Jemand Jeder Andere Beide Menschen ' +
      'Experten Kritiker Kritikern Anwohner Anwohnern Zeugen Augenzeugen Verfassung Angaben Medien Behörden Ermittler Ermittlern',
  ),
}
