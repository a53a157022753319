/* Short articles of our own in other languages, with what should be suggested of them: written before they were run. */

/** The words as printed, and who said them: a name, or a description in square brackets. */
export type Gold = [words: string, speaker: string, more?: More]
/** When they were said, to whom, and who passed them on: what the mention has in it. */
export type More = { date?: string; to?: string; through?: string }
export type Abroad = { language: 'de' | 'fr' | 'es' | 'ru' | 'ar'; text: string; gold: Gold[] }
/** A Thursday: when the articles with days in them were published. */
export const publishedOn = '2026-11-26'

export const abroadArticles: Abroad[] = [
  {
    language: 'de',
    text: 'Der Kai bleibt geschlossen. „Wir werden das alles noch einmal prüfen“, sagte Verkehrsministerin Anna Berg am Montag in Kiel. Sie fügte hinzu, dass die Arbeiten bis Mai dauern würden. Laut Polizei wurden drei Schiffe beschädigt.',
    gold: [
      ['Wir werden das alles noch einmal prüfen', 'Anna Berg'],
      ['dass die Arbeiten bis Mai dauern würden', 'Anna Berg'],
      ['wurden drei Schiffe beschädigt', '[Polizei]'],
    ],
  },
  {
    language: 'de',
    text: 'Der Hafenmeister Jens Thomsen sagte, der nördliche Kai sei um vier Zentimeter gesunken. „Niemand darf dort anlegen“, warnte er. Ein Sprecher der Werft erklärte, dass niemand entlassen werde.',
    gold: [
      ['der nördliche Kai sei um vier Zentimeter gesunken', 'Jens Thomsen'],
      ['Niemand darf dort anlegen', 'Jens Thomsen'],
      ['dass niemand entlassen werde', '[Ein Sprecher der Werft]'],
    ],
  },
  {
    language: 'de',
    text: 'Am Dienstag sagte Bürgermeister Karl Holm: „Die Stadt hat kein Geld für eine neue Brücke.“ Die Opposition widersprach. „Das Geld ist da“, so Maria Lenz, „man muss es nur ausgeben wollen.“',
    gold: [
      ['Die Stadt hat kein Geld für eine neue Brücke.', 'Karl Holm'],
      ['Das Geld ist da man muss es nur ausgeben wollen.', 'Maria Lenz'],
    ],
  },
  {
    language: 'de',
    text: 'Nach Angaben der Feuerwehr brach der Brand kurz nach Mitternacht aus. Eine Zeugin berichtete, dass sie zwei Knalle gehört habe. „Dann war alles still“, sagte sie. Die Ursache ist unklar, teilte die Polizei mit.',
    gold: [
      ['brach der Brand kurz nach Mitternacht aus', '[Feuerwehr]'],
      ['dass sie zwei Knalle gehört habe', '[Eine Zeugin]'],
      ['Dann war alles still', '[sie]'],
      ['Die Ursache ist unklar', '[die Polizei]'],
    ],
  },
  {
    language: 'de',
    text: 'Die Gewerkschaft forderte am Freitag, dass die Löhne um acht Prozent steigen. „Ein Angebot unter sechs Prozent nehmen wir nicht an“, betonte Verhandlungsführerin Petra Sommer. Die Reederei antwortete, sie werde bis Juni kein neues Angebot vorlegen.',
    gold: [
      ['dass die Löhne um acht Prozent steigen', '[Die Gewerkschaft]'],
      ['Ein Angebot unter sechs Prozent nehmen wir nicht an', 'Petra Sommer'],
      ['sie werde bis Juni kein neues Angebot vorlegen', '[Die Reederei]'],
    ],
  },
  {
    language: 'de',
    text: 'Einem Bericht zufolge war die Anlage seit Jahren nicht gewartet worden. Das Ministerium bestätigte, dass die letzte Prüfung 2019 stattfand. „So etwas darf nicht noch einmal geschehen“, sagte der Abgeordnete Tim Vogel.',
    gold: [
      ['war die Anlage seit Jahren nicht gewartet worden', '[Einem Bericht]'],
      ['dass die letzte Prüfung 2019 stattfand', '[Das Ministerium]'],
      ['So etwas darf nicht noch einmal geschehen', 'Tim Vogel'],
    ],
  },
  {
    language: 'fr',
    text: '« Nous allons reconstruire le port avant l’hiver », a déclaré lundi la ministre de la Mer, Anne Leroy. Elle a précisé que les travaux coûteraient douze millions d’euros. Selon la police, trois bateaux ont été endommagés.',
    gold: [
      ['Nous allons reconstruire le port avant l’hiver', '[la ministre de la Mer]'],
      ['que les travaux coûteraient douze millions d’euros', '[Elle]'],
      ['trois bateaux ont été endommagés', '[la police]'],
    ],
  },
  {
    language: 'fr',
    text: 'Le maire Paul Girard a affirmé que la ville n’avait plus d’argent. « C’est faux », répond Claire Martin, « les comptes le montrent ». L’entreprise a annoncé qu’elle fermerait son usine en mai.',
    gold: [
      ['que la ville n’avait plus d’argent', 'Paul Girard'],
      ['C’est faux les comptes le montrent', 'Claire Martin'],
      ['qu’elle fermerait son usine en mai', '[L’entreprise]'],
    ],
  },
  {
    language: 'fr',
    text: 'Le capitaine Jean Morel se souvient de la nuit du naufrage. « L’eau est montée en dix minutes », raconte-t-il. D’après les secours, onze personnes étaient à bord. « Personne n’a vu venir la vague », assure un pêcheur du port.',
    gold: [
      ['L’eau est montée en dix minutes', '[il]'],
      ['onze personnes étaient à bord', '[les secours]'],
      ['Personne n’a vu venir la vague', '[un pêcheur du port]'],
    ],
  },
  {
    language: 'fr',
    text: 'Le juge Marc Aubert a expliqué : « Le dossier sera rouvert si de nouveaux témoins se présentent. » L’avocate de la famille, Sophie Renard, estime que la décision arrive trop tard. La décision sera contestée, selon Le Monde.',
    gold: [
      ['Le dossier sera rouvert si de nouveaux témoins se présentent.', 'Marc Aubert'],
      ['que la décision arrive trop tard', '[L’avocate de la famille]'],
      ['La décision sera contestée', 'Le Monde'],
    ],
  },
  {
    language: 'fr',
    text: '« Il faut agir maintenant », a insisté le président Luc Bernard devant les députés. « Sinon, nous perdrons dix ans », a-t-il ajouté. Les syndicats ont répondu que les salaires devaient d’abord augmenter.',
    gold: [
      ['Il faut agir maintenant', 'Luc Bernard'],
      ['Sinon, nous perdrons dix ans', 'Luc Bernard'],
      ['que les salaires devaient d’abord augmenter', '[Les syndicats]'],
    ],
  },
  {
    language: 'fr',
    text: 'Selon des sources proches du dossier, le contrat a été signé en mars. Le ministère de la Défense a confirmé que deux navires seraient livrés. « Nous n’avons rien à cacher », dit Hélène Fabre, porte-parole du groupe.',
    gold: [
      ['le contrat a été signé en mars', '[des sources proches du dossier]'],
      ['que deux navires seraient livrés', '[Le ministère de la Défense]'],
      ['Nous n’avons rien à cacher', 'Hélène Fabre'],
    ],
  },
  {
    language: 'es',
    text: '«Vamos a reconstruir el puerto antes del invierno», dijo el lunes la ministra Ana Torres. La ministra añadió que las obras costarían doce millones de euros. Según la policía, tres barcos resultaron dañados.',
    gold: [
      ['Vamos a reconstruir el puerto antes del invierno', 'Ana Torres'],
      ['que las obras costarían doce millones de euros', '[La ministra]'],
      ['tres barcos resultaron dañados', '[la policía]'],
    ],
  },
  {
    language: 'es',
    text: 'El alcalde Juan Pérez aseguró que el ayuntamiento no tiene dinero. “Eso es mentira”, respondió Marta Ruiz, “las cuentas lo demuestran”. La empresa anunció que cerrará su fábrica en mayo.',
    gold: [
      ['que el ayuntamiento no tiene dinero', 'Juan Pérez'],
      ['Eso es mentira las cuentas lo demuestran', 'Marta Ruiz'],
      ['que cerrará su fábrica en mayo', '[La empresa]'],
    ],
  },
  {
    language: 'es',
    text: 'El capitán Luis Vega recordó la noche del naufragio. “El agua subió en diez minutos”, explicó. Según fuentes de la investigación, once personas iban a bord. “Nadie vio venir la ola”, afirma un pescador del puerto.',
    gold: [
      ['El agua subió en diez minutos', 'Luis Vega'],
      ['once personas iban a bord', '[fuentes de la investigación]'],
      ['Nadie vio venir la ola', '[un pescador del puerto]'],
    ],
  },
  {
    language: 'es',
    text: 'La jueza Carmen Soto explicó: “El caso se reabrirá si aparecen nuevos testigos”. El abogado de la familia dijo que la decisión llega tarde. La decisión será recurrida, según El País.',
    gold: [
      ['El caso se reabrirá si aparecen nuevos testigos', 'Carmen Soto'],
      ['que la decisión llega tarde', '[El abogado de la familia]'],
      ['La decisión será recurrida', 'El País'],
    ],
  },
  {
    language: 'es',
    text: '“Hay que actuar ahora”, insistió el presidente Carlos Mora ante los diputados. “Si no, perderemos diez años”, añadió. Los sindicatos respondieron que primero deben subir los salarios.',
    gold: [
      ['Hay que actuar ahora', 'Carlos Mora'],
      ['Si no, perderemos diez años', 'Carlos Mora'],
      ['que primero deben subir los salarios', '[Los sindicatos]'],
    ],
  },
  {
    language: 'es',
    text: 'El Ministerio de Defensa confirmó que se entregarán dos buques. “No tenemos nada que ocultar”, señaló Elena Gil, portavoz del grupo. De acuerdo con Reuters, el contrato se firmó en marzo.',
    gold: [
      ['que se entregarán dos buques', '[El Ministerio de Defensa]'],
      ['No tenemos nada que ocultar', 'Elena Gil'],
      ['el contrato se firmó en marzo', 'Reuters'],
    ],
  },
]

/** Written when the rules were done for those above, and not looked at since. */
export const laterArticles: Abroad[] = [
  {
    language: 'de',
    text: 'Der Strom fiel in der Nacht zum Donnerstag aus. „Wir arbeiten mit Hochdruck an einer Lösung“, sagte ein Sprecher der Stadtwerke. Innenministerin Lea Krüger kündigte an, dass der Bund helfen werde. Gegen Mittag seien die meisten Haushalte wieder versorgt gewesen, teilte der Netzbetreiber mit.',
    gold: [
      ['Wir arbeiten mit Hochdruck an einer Lösung', '[ein Sprecher der Stadtwerke]'],
      ['dass der Bund helfen werde', 'Lea Krüger'],
      ['Gegen Mittag seien die meisten Haushalte wieder versorgt gewesen', '[der Netzbetreiber]'],
    ],
  },
  {
    language: 'de',
    text: 'Laut einer Studie der Universität Bremen steigt der Meeresspiegel schneller als erwartet. „Uns bleiben zwanzig Jahre“, warnt der Forscher Ole Hansen. Die Landesregierung erklärte, sie nehme die Ergebnisse ernst.',
    gold: [
      ['steigt der Meeresspiegel schneller als erwartet', '[einer Studie der Universität Bremen]'],
      ['Uns bleiben zwanzig Jahre', 'Ole Hansen'],
      ['sie nehme die Ergebnisse ernst', '[Die Landesregierung]'],
    ],
  },
  {
    language: 'de',
    text: 'Trainer Uwe Brandt zeigte sich enttäuscht. „Das war zu wenig“, sagte Brandt nach dem Spiel. „Wir müssen uns bei den Fans entschuldigen.“ Der Verein teilte am Sonntag mit, dass der Vertrag nicht verlängert werde.',
    gold: [
      ['Das war zu wenig', 'Uwe Brandt'],
      ['Wir müssen uns bei den Fans entschuldigen.', 'Uwe Brandt'],
      ['dass der Vertrag nicht verlängert werde', '[Der Verein]'],
    ],
  },
  {
    language: 'fr',
    text: 'La grève continue à la raffinerie. « Nous ne reprendrons pas le travail sans garanties », prévient Nadia Cohen, déléguée syndicale. La direction a indiqué mardi que les discussions reprendraient jeudi. Selon le ministère, les stocks sont suffisants.',
    gold: [
      ['Nous ne reprendrons pas le travail sans garanties', 'Nadia Cohen'],
      ['que les discussions reprendraient jeudi', '[La direction]'],
      ['les stocks sont suffisants', '[le ministère]'],
    ],
  },
  {
    language: 'fr',
    text: 'Le procureur a ouvert une enquête. Un témoin a raconté que la voiture roulait trop vite. « Elle n’a pas freiné », a-t-il dit. L’avocat Pierre Duval, interrogé hier, a répondu : « Mon client est innocent. »',
    gold: [
      ['que la voiture roulait trop vite', '[Un témoin]'],
      ['Elle n’a pas freiné', '[il]'],
      ['Mon client est innocent.', 'Pierre Duval'],
    ],
  },
  {
    language: 'fr',
    text: '« La récolte sera mauvaise », explique le vigneron Yves Lambert. Les prix, selon lui, vont doubler. La chambre d’agriculture estime que la sécheresse a détruit un tiers des vignes.',
    gold: [
      ['La récolte sera mauvaise', 'Yves Lambert'],
      ['Les prix vont doubler', '[lui]'],
      ['que la sécheresse a détruit un tiers des vignes', '[La chambre d’agriculture]'],
    ],
  },
  {
    language: 'es',
    text: 'La huelga continúa en la refinería. “No volveremos al trabajo sin garantías”, advirtió Nadia Cano, delegada sindical. La dirección informó el martes de que las conversaciones seguirán el jueves. Según el ministerio, las reservas son suficientes.',
    gold: [
      ['No volveremos al trabajo sin garantías', 'Nadia Cano'],
      ['que las conversaciones seguirán el jueves', '[La dirección]'],
      ['las reservas son suficientes', '[el ministerio]'],
    ],
  },
  {
    language: 'es',
    text: 'La fiscalía abrió una investigación. Un testigo declaró que el coche iba demasiado rápido. “No frenó”, dijo. El abogado Pedro Durán respondió ayer: “Mi cliente es inocente”.',
    gold: [
      ['que el coche iba demasiado rápido', '[Un testigo]'],
      ['No frenó', '[Un testigo]'],
      ['Mi cliente es inocente', 'Pedro Durán'],
    ],
  },
  {
    language: 'es',
    text: '“La cosecha será mala”, explica el viticultor Jorge Lima. Los precios se duplicarán, según la cooperativa. El ministro de Agricultura, Raúl Peña, reconoció que la sequía ha destruido un tercio de las viñas.',
    gold: [
      ['La cosecha será mala', 'Jorge Lima'],
      ['Los precios se duplicarán', '[la cooperativa]'],
      ['que la sequía ha destruido un tercio de las viñas', '[El ministro de Agricultura]'],
    ],
  },
]
