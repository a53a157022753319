import type { Abroad } from '../abroad-articles.ts'

/** Five each in German, French and Spanish, as papers write, with gold written before they were run. */
export const papersWestern: Abroad[] = [
  {
    language: 'de',
    text: `Im Prozess um den Einsturz einer Turnhalle in Rottweil hat ein Gutachter die Bauaufsicht belastet. Die Behörde habe schon 2021 von Rissen gewusst, sagte der Statiker Bernd Ohlinger am Mittwoch vor dem Landgericht. Niemand sei den Hinweisen nachgegangen. Man habe sich darauf verlassen, dass die Firma nachbessere.

Der frühere Amtsleiter bestritt das. Er habe die Akte „nie auf dem Tisch gehabt“, ließ er über seine Anwältin Ines Kahl mitteilen. Kahl nannte das Gutachten „lückenhaft“. Ob das Verfahren noch in diesem Jahr endet, ist nach Angaben einer Gerichtssprecherin offen.`,
    gold: [
      ['Die Behörde habe schon 2021 von Rissen gewusst', 'Bernd Ohlinger', { date: '2026-11-25' }],
      ['Niemand sei den Hinweisen nachgegangen', 'Bernd Ohlinger'],
      ['Man habe sich darauf verlassen, dass die Firma nachbessere', 'Bernd Ohlinger'],
      ['Er habe die Akte „nie auf dem Tisch gehabt“', '[er]|[Der frühere Amtsleiter]'],
      ['das Gutachten „lückenhaft“', 'Ines Kahl'],
      ['Ob das Verfahren noch in diesem Jahr endet, ist offen', '[einer Gerichtssprecherin]'],
    ],
  },
  {
    language: 'de',
    text: `Die Autobranche schlägt Alarm. „Ohne günstigeren Strom verlieren wir jedes Jahr Zehntausende Arbeitsplätze“, sagte Verbandspräsidentin Gesine Rautenberg der „Süddeutschen Zeitung“ (Freitag). Das sei keine Drohung, sondern eine Rechnung. Laut einer Umfrage des Ifo-Instituts wollen 38 Prozent der Zulieferer Stellen streichen.

Das Wirtschaftsministerium wies den Vorwurf der Untätigkeit zurück. Man arbeite „mit Hochdruck“ an einem Brückenstrompreis, hieß es aus dem Haus von Minister Arne Possehl (SPD). Der Ökonom Friedhelm Grau warnte indes davor, „mit der Gießkanne“ zu fördern: Wer allen helfe, helfe am Ende niemandem. IG-Metall-Chefin Tamara Beck forderte, die Länder müssten sich beteiligen.`,
    gold: [
      [
        'Ohne günstigeren Strom verlieren wir jedes Jahr Zehntausende Arbeitsplätze',
        'Gesine Rautenberg',
        { to: 'Süddeutschen Zeitung' },
      ],
      ['Das sei keine Drohung, sondern eine Rechnung', 'Gesine Rautenberg'],
      ['wollen 38 Prozent der Zulieferer Stellen streichen', '[Umfrage]'],
      ['Man arbeite „mit Hochdruck“ an einem Brückenstrompreis', '[Haus von Minister Arne Possehl]'],
      ['„mit der Gießkanne“ zu fördern', 'Friedhelm Grau'],
      ['Wer allen helfe, helfe am Ende niemandem', 'Friedhelm Grau'],
      ['die Länder müssten sich beteiligen', 'Tamara Beck'],
    ],
  },
  {
    language: 'de',
    text: `Russland ist nach Angaben aus dem Kreml zu weiteren Gesprächen bereit. „Unsere Unterhändler stehen in Kontakt“, zitierte die Staatsagentur Tass am Dienstag Außenamtssprecher Oleg Wassin. Einen Termin gebe es aber noch nicht. Ein ranghoher EU-Diplomat sagte der Nachrichtenagentur Reuters, man rechne nicht vor Januar mit einem Treffen.

Kiew zeigte sich skeptisch. „Moskau spielt auf Zeit“, schrieb Präsidentenberater Taras Hnatiuk auf der Plattform X. Nach ukrainischer Darstellung wurden in der Nacht 43 Drohnen abgefangen. Die Angaben ließen sich zunächst nicht unabhängig überprüfen. Wie die BBC unter Berufung auf zwei Regierungsbeamte berichtete, erwägt London neue Sanktionen.`,
    gold: [
      ['Russland ist zu weiteren Gesprächen bereit', '[Kreml]'],
      ['Unsere Unterhändler stehen in Kontakt', 'Oleg Wassin', { through: 'Tass', date: '2026-11-24' }],
      ['Einen Termin gebe es aber noch nicht', 'Oleg Wassin'],
      ['man rechne nicht vor Januar mit einem Treffen', '[Ein ranghoher EU-Diplomat]', { to: 'Reuters' }],
      ['Moskau spielt auf Zeit', 'Taras Hnatiuk'],
      ['wurden in der Nacht 43 Drohnen abgefangen', '[ukrainischer Darstellung]'],
      ['erwägt London neue Sanktionen', '[zwei Regierungsbeamte]', { through: 'BBC' }],
    ],
  },
  {
    language: 'de',
    text: `Nach 22 Jahren schließt das Programmkino „Lichtblick“ in Görlitz. Die Besucherzahlen hätten sich seit der Pandemie halbiert, begründete Betreiberin Wiebke Saalfeld den Schritt. Auch die Miete sei gestiegen. „Ich habe jede Nacht gerechnet. Es geht nicht mehr“, sagt sie und schaut auf die leeren Sitze.

Die Stadt bedauerte die Entscheidung; man habe Hilfe angeboten, so Kulturamtsleiter Udo Frenzel. Saalfeld will davon nichts wissen. „Angeboten hat mir hier niemand etwas“, erwidert sie. Stammgast Horst Pietsch, der seit der Eröffnung kommt, findet: „Eine Stadt ohne Kino ist keine Stadt.“ Der Vermieter war für eine Stellungnahme zunächst nicht zu erreichen.`,
    gold: [
      ['Die Besucherzahlen hätten sich seit der Pandemie halbiert', 'Wiebke Saalfeld'],
      ['Auch die Miete sei gestiegen', 'Wiebke Saalfeld'],
      ['Ich habe jede Nacht gerechnet. Es geht nicht mehr', 'Wiebke Saalfeld'],
      ['man habe Hilfe angeboten', 'Udo Frenzel'],
      ['Angeboten hat mir hier niemand etwas', 'Wiebke Saalfeld'],
      ['Eine Stadt ohne Kino ist keine Stadt.', 'Horst Pietsch'],
    ],
  },
  {
    language: 'de',
    text: `Der Förster Lutz Tolksdorf betreut 1.200 Hektar im Harz. Ein Gespräch über Käfer und Geduld.

– Herr Tolksdorf, wie viele Bäume haben Sie verloren?

– Etwa zwei Drittel. Das Forstamt sagt, es sei nur die Hälfte, aber ich habe gezählt.

– Was pflanzen Sie jetzt?

– Eichen, Ahorn, ein paar Douglasien. Mein Vorgänger meinte immer, die Fichte komme von allein.`,
    gold: [
      ['Herr Tolksdorf, wie viele Bäume haben Sie verloren?', '[questioner]'],
      ['Etwa zwei Drittel. Das Forstamt sagt, es sei nur die Hälfte, aber ich habe gezählt.', 'Lutz Tolksdorf'],
      ['es sei nur die Hälfte', '[Das Forstamt]', { through: 'Tolksdorf' }],
      ['Was pflanzen Sie jetzt?', '[questioner]'],
      [
        'Eichen, Ahorn, ein paar Douglasien. Mein Vorgänger meinte immer, die Fichte komme von allein.',
        'Lutz Tolksdorf',
      ],
      ['die Fichte komme von allein', '[Mein Vorgänger]', { through: 'Tolksdorf' }],
    ],
  },
  {
    language: 'fr',
    text: `Jugé depuis lundi par le tribunal correctionnel de Nanterre, l’ancien maire de Puteaux-sur-Loire n’a rien concédé. « Je n’ai pas touché un centime », a-t-il martelé à la barre, assurant avoir « toujours agi dans l’intérêt de la commune ». La procureure, Élise Grandval, a requis trois ans de prison. « On ne peut pas plaider l’étourderie quand on signe quarante fois », a-t-elle ironisé.

Selon l’accusation, le préjudice s’élèverait à 1,3 million d’euros. L’avocat de la défense, Me Karim Bensaïd, a dénoncé « un dossier construit sur des rumeurs ». Le jugement sera rendu le 14 janvier, a fait savoir le tribunal.`,
    gold: [
      ['Je n’ai pas touché un centime', '[il]|[l’ancien maire]'],
      ['avoir « toujours agi dans l’intérêt de la commune »', '[il]|[l’ancien maire]'],
      ['On ne peut pas plaider l’étourderie quand on signe quarante fois', 'Élise Grandval'],
      ['le préjudice s’élèverait à 1,3 million d’euros', '[l’accusation]'],
      ['« un dossier construit sur des rumeurs »', 'Karim Bensaïd'],
      ['Le jugement sera rendu le 14 janvier', '[le tribunal]'],
    ],
  },
  {
    language: 'fr',
    text: `Le sidérurgiste Valmetal va supprimer 620 postes en Lorraine, rapporte « Le Quotidien de l’Est », citant deux sources syndicales. La direction, contactée par l’AFP, n’a pas souhaité commenter. « C’est une catastrophe annoncée », a réagi Fabrice Muller, délégué CGT du site de Hayange. D’après lui, les salariés n’ont été prévenus que mardi.

Le ministre de l’Industrie, Étienne Roussel, a estimé sur France Info que « rien n’était joué ». L’État, a-t-il ajouté, « mettra la main à la poche s’il le faut ». À Bruxelles, on indique de source diplomatique que les quotas d’acier seront revus au printemps.`,
    gold: [
      [
        'Le sidérurgiste Valmetal va supprimer 620 postes en Lorraine',
        '[deux sources syndicales]',
        { through: 'Le Quotidien de l’Est' },
      ],
      ['C’est une catastrophe annoncée', 'Fabrice Muller'],
      ['les salariés n’ont été prévenus que mardi', 'Fabrice Muller'],
      ['que « rien n’était joué »', 'Étienne Roussel'],
      ['L’État « mettra la main à la poche s’il le faut »', 'Étienne Roussel'],
      ['que les quotas d’acier seront revus au printemps', '[source diplomatique]'],
    ],
  },
  {
    language: 'fr',
    text: `L’armée libanaise s’est déployée vendredi dans trois villages frontaliers, a rapporté l’agence officielle Ani. Le retrait israélien est « effectif », a assuré un responsable de la Finul, sous le couvert de l’anonymat. Le ministère de la Défense israélien a de son côté affirmé que ses troupes resteraient sur deux collines « aussi longtemps que nécessaire ».

Beyrouth y voit une violation de l’accord. « Un cessez-le-feu ne se négocie pas colline par colline », a lancé le premier ministre, Samir Khoury, cité par le quotidien « L’Orient ». Au moins quatre personnes auraient été blessées, indique-t-on de source hospitalière. Paris a appelé « toutes les parties à la retenue ».`,
    gold: [
      ['L’armée libanaise s’est déployée vendredi dans trois villages frontaliers', '[Ani]'],
      ['Le retrait israélien est « effectif »', '[un responsable de la Finul]'],
      [
        'que ses troupes resteraient sur deux collines « aussi longtemps que nécessaire »',
        '[Le ministère de la Défense israélien]',
      ],
      ['Un cessez-le-feu ne se négocie pas colline par colline', 'Samir Khoury', { through: 'L’Orient' }],
      ['Au moins quatre personnes auraient été blessées', '[source hospitalière]'],
      ['« toutes les parties à la retenue »', '[Paris]'],
    ],
  },
  {
    language: 'fr',
    text: `Il a fallu neuf ans à la romancière Agathe Villiers pour terminer son livre. « J’ai jeté trois versions, confie-t-elle dans sa cuisine de Saint-Malo. La quatrième s’est écrite toute seule. » Son éditeur, Luc Prévost, se souvient d’un manuscrit confus. « Mais il y avait une voix », dit-il.

À en croire les libraires, le roman s’arrache déjà. Pour la critique Nadia Ferhat, c’est « le livre de la rentrée ». « Je ne lis pas les articles », balaie l’intéressée. Elle explique vouloir désormais écrire pour le théâtre.`,
    gold: [
      ['J’ai jeté trois versions La quatrième s’est écrite toute seule.', 'Agathe Villiers'],
      ['Mais il y avait une voix', 'Luc Prévost'],
      ['le roman s’arrache déjà', '[les libraires]'],
      ['c’est « le livre de la rentrée »', 'Nadia Ferhat'],
      ['Je ne lis pas les articles', '[l’intéressée]|Agathe Villiers'],
      ['vouloir désormais écrire pour le théâtre', 'Agathe Villiers'],
    ],
  },
  {
    language: 'fr',
    text: `Le juge d’instruction a confronté hier les deux frères. Le procès-verbal, que nous avons consulté, restitue l’échange.

— Où étiez-vous le soir du 3 mars ? demande le juge Armand Leroy.

— Chez ma mère, répond Mathieu Corbin. Elle vous le dira.

— Votre frère affirme que vous étiez au garage.

— Il ment, lâche Corbin.

Entendu plus tard, un voisin a déclaré avoir vu « une camionnette blanche ».`,
    gold: [
      ['Où étiez-vous le soir du 3 mars ?', 'Armand Leroy'],
      ['Chez ma mère Elle vous le dira.', 'Mathieu Corbin'],
      ['Votre frère affirme que vous étiez au garage.', '?|Armand Leroy|[questioner]'],
      ['que vous étiez au garage', '[Votre frère]'],
      ['Il ment', 'Mathieu Corbin'],
      ['avoir vu « une camionnette blanche »', '[un voisin]'],
    ],
  },
  {
    language: 'es',
    text: `El Supremo ha ratificado la condena de seis años al constructor Eladio Barrientos. «Nunca pagué a nadie», había repetido el empresario durante la vista. La sala considera, sin embargo, que las anotaciones de su agenda «no admiten otra lectura». Según la sentencia, a la que ha tenido acceso este diario, los sobres salían cada mes de una caja fuerte en Majadahonda.

El letrado de la defensa, Gonzalo Urrutia, adelantó que acudirá al Constitucional: «Se ha condenado a mi cliente por unas iniciales». La Fiscalía declinó hacer comentarios. A juicio de la acusación popular, el fallo «cierra una etapa».`,
    gold: [
      ['Nunca pagué a nadie', '[el empresario]|Eladio Barrientos'],
      ['que las anotaciones de su agenda «no admiten otra lectura»', '[La sala]'],
      ['los sobres salían cada mes de una caja fuerte en Majadahonda', '[la sentencia]'],
      ['que acudirá al Constitucional', 'Gonzalo Urrutia'],
      ['Se ha condenado a mi cliente por unas iniciales', 'Gonzalo Urrutia'],
      ['el fallo «cierra una etapa»', '[la acusación popular]'],
    ],
  },
  {
    language: 'es',
    text: `BUENOS AIRES.- El ministro de Economía, Ramiro Escalante, aseguró este martes que la inflación de noviembre «va a empezar con uno». "No hay atraso cambiario", insistió en diálogo con Radio Mitre, y agregó que las reservas crecieron por cuarto mes consecutivo.

Las consultoras no comparten el optimismo. "El dato de alimentos es muy malo", advirtió la economista Lucila Ferrari, directora de Eco Plata. De acuerdo con su relevamiento, la carne subió 6,2% en tres semanas. Desde la Casa Rosada señalaron que el Presidente "respalda el rumbo". El dólar blue, en tanto, cerró a 1.540 pesos.`,
    gold: [
      ['que la inflación de noviembre «va a empezar con uno»', 'Ramiro Escalante', { date: '2026-11-24' }],
      ['No hay atraso cambiario', 'Ramiro Escalante'],
      ['que las reservas crecieron por cuarto mes consecutivo', 'Ramiro Escalante'],
      ['El dato de alimentos es muy malo', 'Lucila Ferrari'],
      ['la carne subió 6,2% en tres semanas', '[relevamiento]'],
      ['que el Presidente "respalda el rumbo"', '[la Casa Rosada]'],
    ],
  },
  {
    language: 'es',
    text: `La canciller colombiana, Paola Medrano, acusó el lunes a Caracas de «dar refugio» a jefes guerrilleros. El Gobierno venezolano rechazó la acusación en un comunicado y afirmó que se trata de «una nueva calumnia». «Que muestren una sola prueba», retó el vicepresidente Néstor Guanipa, según recogió la cadena Telesur.

Un alto funcionario de la ONU dijo a la agencia EFE, bajo condición de anonimato, que ambas partes mantienen «canales discretos». Medrano, por su parte, no descartó llamar a consultas al embajador. “Colombia no va a romper relaciones”, matizó. El diario El Espectador reveló que hubo una reunión secreta en Panamá.`,
    gold: [
      ['de «dar refugio» a jefes guerrilleros', 'Paola Medrano'],
      ['que se trata de «una nueva calumnia»', '[El Gobierno venezolano]'],
      ['Que muestren una sola prueba', 'Néstor Guanipa', { through: 'Telesur' }],
      ['que ambas partes mantienen «canales discretos»', '[Un alto funcionario de la ONU]', { to: 'EFE' }],
      ['llamar a consultas al embajador', 'Paola Medrano'],
      ['Colombia no va a romper relaciones', 'Paola Medrano'],
      ['que hubo una reunión secreta en Panamá', '[El Espectador]'],
    ],
  },
  {
    language: 'es',
    text: `El Levante se despidió de la Copa ante un Segunda. «Nos ha faltado alma», lamentó su técnico, Íñigo Artola, en la sala de prensa. «No tengo excusas —añadió—, y la afición no las merece». El capitán, Rubén Vela, pidió perdón: “Hemos hecho el ridículo, así de claro”.

Preguntado por su futuro, Artola respondió que «eso lo decide el club». Fuentes de la entidad consultadas por este periódico niegan, de momento, que se busque un relevo. El héroe local, un panadero de 31 años, no se lo creía. «Mañana entro a las cuatro a amasar», contaba entre risas Pedro Lahoz.`,
    gold: [
      ['Nos ha faltado alma', 'Íñigo Artola'],
      ['No tengo excusas y la afición no las merece', 'Íñigo Artola'],
      ['Hemos hecho el ridículo, así de claro', 'Rubén Vela'],
      ['que «eso lo decide el club»', 'Íñigo Artola'],
      ['que se busque un relevo', '[Fuentes de la entidad]'],
      ['Mañana entro a las cuatro a amasar', 'Pedro Lahoz'],
    ],
  },
  {
    language: 'es',
    text: `La escritora Carmen Olmedo presentó ayer en Oviedo su última novela ante un público escaso.

—Escribo porque no sé callarme —dijo al empezar—. Mi madre sostiene que es un defecto de familia.

—¿Y el final? —preguntó un lector.

—El final es mentira, como todos —respondió Olmedo, y la sala rio.

Para el crítico Julián Pardo, la obra es «un ajuste de cuentas». La editorial precisó que habrá una segunda edición antes de Navidad.`,
    gold: [
      ['Escribo porque no sé callarme Mi madre sostiene que es un defecto de familia.', 'Carmen Olmedo'],
      ['que es un defecto de familia', '[Mi madre]', { through: 'Olmedo' }],
      ['¿Y el final?', '[un lector]'],
      ['El final es mentira, como todos', 'Carmen Olmedo'],
      ['la obra es «un ajuste de cuentas»', 'Julián Pardo'],
      ['que habrá una segunda edición antes de Navidad', '[La editorial]'],
    ],
  },
]
