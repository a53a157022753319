import type { Abroad } from '../abroad-articles.ts'

/** Our own, of eight beats, with gold written before they were run. */
export const freshGerman: Abroad[] = [
  {
    language: 'de',
    text: `WESSELING (dpa) – Nach dem Brand in einem Chemielager ist die Warnung an die Bevölkerung aufgehoben worden. Messungen hätten keine erhöhten Schadstoffwerte ergeben, teilte der Rhein-Erft-Kreis am Sonntagmorgen mit. Vier Feuerwehrleute wurden laut Polizei leicht verletzt.

»Es hätte viel schlimmer ausgehen können«, sagte Kreisbrandmeister Holger Imdahl der Deutschen Presse-Agentur. Man habe die Tanks bis in die Nacht gekühlt. Zur Ursache wollte sich ein Sprecher der Staatsanwaltschaft nicht äußern. Die Ermittlungen stünden noch ganz am Anfang, hieß es.`,
    gold: [
      ['Messungen hätten keine erhöhten Schadstoffwerte ergeben', '[der Rhein-Erft-Kreis]'],
      ['Vier Feuerwehrleute wurden leicht verletzt', '[Polizei]'],
      ['Es hätte viel schlimmer ausgehen können', 'Holger Imdahl'],
      ['Man habe die Tanks bis in die Nacht gekühlt', 'Holger Imdahl'],
      ['Die Ermittlungen stünden noch ganz am Anfang', '?'],
    ],
  },
  {
    language: 'de',
    text: `Im Streit um die Grundsteuer hat Finanzsenator Ulrich Maas eine Nachbesserung in Aussicht gestellt. „Wir werden niemanden im Regen stehen lassen“, so der Senator am Mittwoch im Abgeordnetenhaus. Die Hebesätze würden Anfang des Jahres überprüft.

Die Opposition reagierte mit Spott. „Das ist“, rief die Fraktionsvorsitzende Henrike Dost, „ein Offenbarungseid.“ Dost zufolge müssen manche Eigentümer das Vierfache zahlen. Maas wies das zurück: Es gebe nur wenige Härtefälle, betonte er. In einem Schreiben des Ministeriums, das dieser Zeitung vorliegt, heißt es, die Länder hätten „genügend Spielraum“.`,
    gold: [
      ['Wir werden niemanden im Regen stehen lassen', 'Ulrich Maas'],
      ['Die Hebesätze würden Anfang des Jahres überprüft', 'Ulrich Maas'],
      ['Das ist ein Offenbarungseid', 'Henrike Dost'],
      ['müssen manche Eigentümer das Vierfache zahlen', 'Henrike Dost'],
      ['Es gebe nur wenige Härtefälle', 'Ulrich Maas'],
      ['die Länder hätten „genügend Spielraum“', '[Schreiben des Ministeriums]'],
    ],
  },
  {
    language: 'de',
    text: `Vor dem Landgericht Kassel hat am Montag der Prozess gegen einen früheren Notar begonnen. Die Anklage wirft ihm vor, mehr als zwei Millionen Euro veruntreut zu haben. Er habe das Geld „nur vorübergehend“ entnommen, ließ der 58-Jährige über seinen Anwalt erklären.

„Mein Mandant hat jeden Cent zurückzahlen wollen“, sagte Verteidiger Tobias Krey in einer Verhandlungspause. Richterin Sabine Althoff machte deutlich, dass sie mit einem langen Verfahren rechne. Eine Zeugin schilderte, wie sie vergeblich auf ihr Erbe gewartet habe. „Ich habe ihm vertraut“, sagte die Rentnerin unter Tränen. Nach Überzeugung der Staatsanwaltschaft flossen die Gelder in ein Hotelprojekt auf Rügen.`,
    gold: [
      ['mehr als zwei Millionen Euro veruntreut zu haben', '[Die Anklage]'],
      ['Er habe das Geld „nur vorübergehend“ entnommen', '[der 58-Jährige]'],
      ['Mein Mandant hat jeden Cent zurückzahlen wollen', 'Tobias Krey'],
      ['dass sie mit einem langen Verfahren rechne', 'Sabine Althoff'],
      ['wie sie vergeblich auf ihr Erbe gewartet habe', '[Eine Zeugin]'],
      ['Ich habe ihm vertraut', '[die Rentnerin]'],
      ['flossen die Gelder in ein Hotelprojekt auf Rügen', '[der Staatsanwaltschaft]'],
    ],
  },
  {
    language: 'de',
    text: `Nach dem 1:4 gegen Arminia war die Laune im Keller. „So kannst du in dieser Liga kein Spiel gewinnen“, schimpfte Trainer Marco Pelz. Seine Mannschaft habe „alles vermissen lassen“. Auf die Frage, ob er um seinen Job fürchte, antwortete Pelz: „Das müssen Sie andere fragen.“

Sportdirektor Jürgen Abt stellte sich vor den Coach. „Marco ist und bleibt unser Trainer“, versicherte er dem „Kicker“. Kapitän Leon Wirtz gab zu: „Wir haben die Fans enttäuscht.“ Ob Stürmer Diallo am Samstag spielen kann, ist offen. Er habe muskuläre Probleme, sagte Pelz.`,
    gold: [
      ['So kannst du in dieser Liga kein Spiel gewinnen', 'Marco Pelz'],
      ['Seine Mannschaft habe „alles vermissen lassen“', 'Marco Pelz'],
      ['Das müssen Sie andere fragen.', 'Marco Pelz'],
      ['Marco ist und bleibt unser Trainer', 'Jürgen Abt', { to: 'Kicker' }],
      ['Wir haben die Fans enttäuscht.', 'Leon Wirtz'],
      ['Er habe muskuläre Probleme', 'Marco Pelz'],
    ],
  },
  {
    language: 'de',
    text: `Der Maschinenbauer Kolbe rechnet mit einem schwierigen Jahr. Der Auftragseingang sei im dritten Quartal um elf Prozent gesunken, teilte das Unternehmen am Donnerstag in Heilbronn mit. Vorstandschefin Anja Rehm sprach von einer „Durststrecke“, die bis zum Sommer dauern könne. Entlassungen schloss sie aus.

Analysten zeigten sich überrascht. „Wir hatten mit einem kleineren Minus gerechnet“, schreibt Peter Hamann von der Hauck-Bank in einer Studie. Wie das „Handelsblatt“ unter Berufung auf Unternehmenskreise berichtet, soll das Werk in Polen verkauft werden. Ein Konzernsprecher wollte dies nicht kommentieren: Zu Spekulationen äußere man sich grundsätzlich nicht.`,
    gold: [
      [
        'Der Auftragseingang sei im dritten Quartal um elf Prozent gesunken',
        '[das Unternehmen]',
        { date: '2026-11-26' },
      ],
      ['Wir hatten mit einem kleineren Minus gerechnet', 'Peter Hamann'],
      ['soll das Werk in Polen verkauft werden', '[Unternehmenskreise]', { through: 'Handelsblatt' }],
      ['Zu Spekulationen äußere man sich grundsätzlich nicht', '[Ein Konzernsprecher]'],
    ],
  },
  {
    language: 'de',
    text: `Die Regisseurin Mascha Lindner hat drei Jahre an ihrem neuen Film gearbeitet. Ein Gespräch über Herkunft, Scham und das Warten.

**Frau Lindner, Ihr Film spielt in einem Dorf in der Uckermark. Warum gerade dort?**

Weil ich dort aufgewachsen bin. Ich wollte zeigen, wie laut die Stille sein kann.

**Ihre Eltern kommen im Film nicht gut weg.**

Meine Mutter hat gesagt, sie erkenne sich nicht wieder. Das war für mich das schönste Kompliment.

**Haben Sie Angst vor den Kritiken?**

Natürlich. Aber ich lese sie nicht mehr.`,
    gold: [
      ['Frau Lindner, Ihr Film spielt in einem Dorf in der Uckermark. Warum gerade dort?', '[questioner]'],
      ['Weil ich dort aufgewachsen bin. Ich wollte zeigen, wie laut die Stille sein kann.', 'Mascha Lindner'],
      ['Ihre Eltern kommen im Film nicht gut weg.', '[questioner]'],
      [
        'Meine Mutter hat gesagt, sie erkenne sich nicht wieder. Das war für mich das schönste Kompliment.',
        'Mascha Lindner',
      ],
      ['sie erkenne sich nicht wieder', '[Meine Mutter]'],
      ['Haben Sie Angst vor den Kritiken?', '[questioner]'],
      ['Natürlich. Aber ich lese sie nicht mehr.', 'Mascha Lindner'],
    ],
  },
  {
    language: 'de',
    text: `Hummeln können offenbar zählen. Das berichten Forscher der Universität Bielefeld im Fachblatt „Current Insects“. „Dass ein so kleines Gehirn dazu in der Lage ist, hat uns verblüfft“, sagt die Biologin Carla Westphal, die die Studie geleitet hat. Die Tiere hätten gelernt, drei von vier Punkten zu unterscheiden.

Andere Fachleute mahnen zur Vorsicht. „Zählen ist ein großes Wort“, meint etwa der Verhaltensforscher Ruben Adler vom Max-Planck-Institut in Jena. Möglicherweise reagierten die Insekten bloß auf die Menge der Farbe. Westphal hält dagegen: „Genau das haben wir ausgeschlossen.“ Der Studie zufolge lag die Trefferquote bei 82 Prozent.`,
    gold: [
      ['Hummeln können offenbar zählen', '[Forscher der Universität Bielefeld]'],
      ['Dass ein so kleines Gehirn dazu in der Lage ist, hat uns verblüfft', 'Carla Westphal'],
      ['Die Tiere hätten gelernt, drei von vier Punkten zu unterscheiden', 'Carla Westphal'],
      ['Zählen ist ein großes Wort', 'Ruben Adler'],
      ['Möglicherweise reagierten die Insekten bloß auf die Menge der Farbe', 'Ruben Adler'],
      ['Genau das haben wir ausgeschlossen.', 'Carla Westphal'],
      ['lag die Trefferquote bei 82 Prozent', '[Der Studie]'],
    ],
  },
  {
    language: 'de',
    text: `Das Freibad in Oberlungwitz bleibt im nächsten Sommer zu. Das hat der Stadtrat am Dienstagabend mit neun zu sieben Stimmen beschlossen. Die Sanierung koste mindestens 1,8 Millionen Euro, erläuterte Bauamtsleiter Frank Uhlig. „Das Geld haben wir schlicht nicht.“

Auf den Zuschauerbänken wurde es laut. „Und wo sollen unsere Kinder schwimmen lernen?“, fragte eine Mutter. Bürgermeister Thomas Hübsch (parteilos) versprach, er werde mit der Nachbargemeinde sprechen. Nach Ansicht von Rainer Fuchs, der das Bad 30 Jahre lang betreut hat, ist das Becken „noch zu retten“. Uhlig sieht das anders.`,
    gold: [
      ['Die Sanierung koste mindestens 1,8 Millionen Euro', 'Frank Uhlig'],
      ['Das Geld haben wir schlicht nicht.', 'Frank Uhlig'],
      ['Und wo sollen unsere Kinder schwimmen lernen?', '[eine Mutter]'],
      ['er werde mit der Nachbargemeinde sprechen', 'Thomas Hübsch'],
      ['ist das Becken „noch zu retten“', 'Rainer Fuchs'],
    ],
  },
]

/** Two more, never seen before the rules were done. */
export const laterGerman: Abroad[] = [
  {
    language: 'de',
    text: `Die Bahn will die Strecke zwischen Hof und Plauen früher als geplant wieder freigeben. Die Arbeiten seien „weitgehend abgeschlossen“, sagte ein Bahnsprecher am Freitag auf Anfrage. Ab dem 3. Dezember sollen die Züge wieder rollen.

Der Fahrgastverband bleibt skeptisch. „Uns wurde schon dreimal ein Termin genannt“, kritisierte dessen Vorsitzender Matthias Oelsner. Nach Darstellung des Verbands fielen seit August mehr als 900 Züge aus. Das Verkehrsministerium in München verwies auf den Konzern: Dort liege die Verantwortung. Oelsner ärgert vor allem die Kommunikation. „Man erfährt alles aus der Zeitung“, klagt er.`,
    gold: [
      ['Die Arbeiten seien „weitgehend abgeschlossen“', '[ein Bahnsprecher]'],
      ['Uns wurde schon dreimal ein Termin genannt', 'Matthias Oelsner'],
      ['fielen seit August mehr als 900 Züge aus', '[des Verbands]'],
      ['Dort liege die Verantwortung', '[Das Verkehrsministerium in München]'],
      ['Man erfährt alles aus der Zeitung', 'Matthias Oelsner'],
    ],
  },
  {
    language: 'de',
    text: `Die Sängerin Jette Brodersen hat ihre Tournee abgesagt. „Meine Ärzte haben mir geraten, eine Pause zu machen“, schrieb sie am Montag auf Instagram. Es tue ihr unendlich leid. Ihr Management erklärte, bereits gekaufte Karten behielten ihre Gültigkeit.

Veranstalter Klaas Meinert sagte dem NDR, der Schaden gehe „in die Hunderttausende“. Er hoffe nun auf die Versicherung. Wie aus dem Umfeld der Sängerin zu hören ist, leidet sie seit Wochen unter Stimmproblemen. „Gesundheit geht vor“, findet Fan Lisa Otte aus Husum, die drei Karten gekauft hatte.`,
    gold: [
      ['Meine Ärzte haben mir geraten, eine Pause zu machen', 'Jette Brodersen'],
      ['Es tue ihr unendlich leid', 'Jette Brodersen'],
      ['bereits gekaufte Karten behielten ihre Gültigkeit', '[Ihr Management]'],
      ['der Schaden gehe „in die Hunderttausende“', 'Klaas Meinert'],
      ['Er hoffe nun auf die Versicherung', 'Klaas Meinert'],
      ['leidet sie seit Wochen unter Stimmproblemen', '[dem Umfeld der Sängerin]'],
      ['Gesundheit geht vor', 'Lisa Otte'],
    ],
  },
]
