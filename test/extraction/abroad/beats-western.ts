import type { Abroad } from '../abroad-articles.ts'

/** Two each in German, French and Spanish, of beats unlike each other, with gold written before they were run. */
export const beatsWestern: Abroad[] = [
  {
    language: 'de',
    text: `Stralsund – Die Rettungsschwimmer an der Ostsee schlagen Alarm. An 14 von 40 Türmen fehle in diesem Sommer Personal, teilte die Wasserwacht am Montag mit. „Wir können nicht jeden Strandabschnitt absichern“, sagte Landesleiterin Wiebke Harms der Deutschen Presse-Agentur. Besonders auf Hiddensee sei die Lage ernst. Das Innenministerium in Schwerin verwies auf die Gemeinden: Diese seien für die Badesicherheit zuständig.

Der Bürgermeister und die Kurdirektorin von Binz erklärten, dass man Zimmer für Freiwillige bereitstellen wolle. Harms begrüßte das. „Ein Bett löst aber noch keinen Dienstplan“, schränkte sie ein. Nach Einschätzung des Tourismusverbands kommen in diesem Jahr rund zwei Millionen Gäste auf die Inseln. Wie viele Unfälle es im vergangenen Sommer gab, konnte ein Sprecher nicht sagen.`,
    gold: [
      ['An 14 von 40 Türmen fehle in diesem Sommer Personal', '[die Wasserwacht]', { date: '2026-11-23' }],
      ['Wir können nicht jeden Strandabschnitt absichern', 'Wiebke Harms', { to: 'Deutschen Presse-Agentur' }],
      ['Besonders auf Hiddensee sei die Lage ernst', 'Wiebke Harms'],
      ['Diese seien für die Badesicherheit zuständig', '[Das Innenministerium]'],
      ['dass man Zimmer für Freiwillige bereitstellen wolle', '[Der Bürgermeister und die Kurdirektorin von Binz]'],
      ['Ein Bett löst aber noch keinen Dienstplan', 'Wiebke Harms'],
      ['kommen in diesem Jahr rund zwei Millionen Gäste auf die Inseln', '[Tourismusverbands]'],
    ],
  },
  {
    language: 'de',
    text: `Was macht ein Gletscher, wenn er stirbt? „Er wird laut“, sagt die Glaziologin Franziska Obermoser und lacht. Seit elf Jahren misst sie am Vernagtferner im Ötztal. Damals, erzählt sie, habe man im August noch auf Schnee gestanden. Heute laufe man über Schutt.

Obermoser und ihr Kollege Tarek Nasser haben nun im Fachblatt „Cryosphere“ gezeigt, dass das Eis dort dreimal so schnell schwindet wie in den Neunzigerjahren. Die Studie kommt zu dem Schluss, dass der Ferner bis 2040 verschwunden sein wird. Der Glaziologe Beat Zurbriggen von der Universität Freiburg, der nicht beteiligt war, hält die Zahlen für belastbar. „Man hätte sich gewünscht, dass sie sich irren“, so Zurbriggen. Laut Nasser ist vor allem der Sommerregen schuld. Er selbst werde weitermessen, bis es nichts mehr zu messen gebe, sagt er.`,
    gold: [
      ['Er wird laut', 'Franziska Obermoser'],
      ['habe man im August noch auf Schnee gestanden|Damals habe man im August noch auf Schnee gestanden', '[sie]'],
      ['Heute laufe man über Schutt', '[sie]|Franziska Obermoser'],
      [
        'dass das Eis dort dreimal so schnell schwindet wie in den Neunzigerjahren',
        '[Obermoser und ihr Kollege Tarek Nasser]',
      ],
      ['dass der Ferner bis 2040 verschwunden sein wird', '[Die Studie]'],
      ['Man hätte sich gewünscht, dass sie sich irren', 'Beat Zurbriggen'],
      ['ist vor allem der Sommerregen schuld', 'Tarek Nasser'],
      ['Er selbst werde weitermessen, bis es nichts mehr zu messen gebe', '[er]|Tarek Nasser'],
    ],
  },
  {
    language: 'fr',
    text: `Le tribunal correctionnel de Quimper a relaxé jeudi l’ancien directeur de la criée, Yann Le Goff, poursuivi pour faux. La présidente, Maëlle Corre, a estimé que les bordereaux litigieux ne prouvaient « aucune intention frauduleuse ». Le parquet avait requis dix-huit mois avec sursis.

À la barre, le prévenu avait soutenu qu’il signait « ce qu’on lui tendait ». Son avocate, Me Solenn Riou, a salué une décision « courageuse ». « On a jeté un homme en pâture pendant trois ans », a-t-elle lancé à la sortie de l’audience. Les mareyeurs, parties civiles, ont fait savoir par la voix de leur conseil qu’ils feraient appel. D’après une source judiciaire, une seconde enquête vise toujours la coopérative. Le maire quitte la salle avant la fin et son adjointe a déclaré que la ville ne commenterait pas le jugement.`,
    gold: [
      ['que les bordereaux litigieux ne prouvaient « aucune intention frauduleuse »', 'Maëlle Corre'],
      ['qu’il signait « ce qu’on lui tendait »', '[le prévenu]'],
      ['une décision « courageuse »|courageuse', 'Solenn Riou|Me Solenn Riou'],
      ['On a jeté un homme en pâture pendant trois ans', 'Solenn Riou|Me Solenn Riou'],
      ['qu’ils feraient appel', '[Les mareyeurs]'],
      ['une seconde enquête vise toujours la coopérative', '[une source judiciaire]'],
      ['que la ville ne commenterait pas le jugement', '[son adjointe]'],
    ],
  },
  {
    language: 'fr',
    text: `Battus à domicile, les Grenoblois n’avaient pas envie de s’attarder. « On a fait cadeau de la première mi-temps », a pesté l’entraîneur Driss Belkacem au micro de Nordsport. Le technicien a reconnu s’être trompé de composition. Interrogé sur son avenir, il a assuré ne pas y penser.

Le capitaine Lucas Ferrand et le gardien Ibrahima Sow ont promis que l’équipe réagirait dès samedi. « Il faut qu’on se parle », résume Sow. Selon L’Écho des Alpes, le président envisagerait de vendre le club à un fonds danois. « Des bêtises », balaie l’intéressé. Le fonds, lui, confirme des discussions : « Nous regardons plusieurs dossiers en France », indique son porte-parole, Mikkel Dahl. La ligue a rappelé que toute vente devait lui être soumise avant le 31 janvier.`,
    gold: [
      ['On a fait cadeau de la première mi-temps', 'Driss Belkacem', { to: 'Nordsport' }],
      ['s’être trompé de composition', '[Le technicien]|Driss Belkacem'],
      ['ne pas y penser', '[il]|Driss Belkacem'],
      ['que l’équipe réagirait dès samedi', '[Le capitaine Lucas Ferrand et le gardien Ibrahima Sow]'],
      ['Il faut qu’on se parle', 'Ibrahima Sow'],
      ['le président envisagerait de vendre le club à un fonds danois', 'L’Écho des Alpes'],
      ['Des bêtises', '[l’intéressé]|[le président]'],
      ['Nous regardons plusieurs dossiers en France', 'Mikkel Dahl'],
      ['que toute vente devait lui être soumise avant le 31 janvier', '[La ligue]'],
    ],
  },
  {
    language: 'es',
    text: `BOGOTÁ (Norpress) — El Gobierno y la guerrilla del Cauca retomarán las conversaciones en enero, anunció este miércoles el alto comisionado, Hernán Quiroga. “No habrá cese del fuego previo”, advirtió. Según el comunicado conjunto, la primera ronda se celebrará en La Habana.

El ministro de Defensa y el comandante del Ejército aseguraron que las operaciones continuarán. La senadora opositora Pilar Arango tachó el anuncio de “rendición”. Un funcionario que pidió no ser identificado dijo a esta agencia que México será garante. “Lo sabremos cuando haya algo firmado”, comentó, por su parte, el obispo de Popayán, monseñor Efraín Lasso. De acuerdo con la Defensoría del Pueblo, 3.200 personas han huido de sus casas desde octubre. Quiroga insistió en que el proceso “no tiene fecha de caducidad”.`,
    gold: [
      [
        'El Gobierno y la guerrilla del Cauca retomarán las conversaciones en enero',
        'Hernán Quiroga',
        { date: '2026-11-25' },
      ],
      ['No habrá cese del fuego previo', 'Hernán Quiroga'],
      ['la primera ronda se celebrará en La Habana', '[el comunicado conjunto]'],
      ['que las operaciones continuarán', '[El ministro de Defensa y el comandante del Ejército]'],
      ['el anuncio de “rendición”|rendición', 'Pilar Arango'],
      ['que México será garante', '[Un funcionario]', { to: 'esta agencia' }],
      ['Lo sabremos cuando haya algo firmado', 'Efraín Lasso'],
      ['3.200 personas han huido de sus casas desde octubre', '[la Defensoría del Pueblo]'],
      ['que el proceso “no tiene fecha de caducidad”', 'Hernán Quiroga'],
    ],
  },
  {
    language: 'es',
    text: `Los vecinos de Valdelatorre llevan once días sin agua potable y ayer perdieron la paciencia. “Me ducho en casa de mi hija, que vive a veinte kilómetros”, cuenta Remedios Cano, de 78 años, con un cubo en la mano. El alcalde, Fermín Ojeda, sostiene que la avería está “prácticamente resuelta”. La empresa concesionaria lo desmiente: faltan piezas que no llegarán hasta diciembre.

En la plaza, la presidenta de la asociación vecinal recordó que ya habían avisado en marzo. “Nadie nos cogió el teléfono”, lamentó. Ojeda respondió que el aviso nunca entró en el registro. La Junta, a través de su delegada, Inés Barroso, ha prometido tres camiones cisterna más. Un informe al que ha tenido acceso este periódico señala que el 60% de las tuberías son de fibrocemento. “Aquí no se va nadie”, gritaba un joven subido a la fuente.`,
    gold: [
      ['Me ducho en casa de mi hija, que vive a veinte kilómetros', 'Remedios Cano'],
      ['que la avería está “prácticamente resuelta”', 'Fermín Ojeda'],
      ['faltan piezas que no llegarán hasta diciembre', '[La empresa concesionaria]'],
      ['que ya habían avisado en marzo', '[la presidenta de la asociación vecinal]'],
      ['Nadie nos cogió el teléfono', '[la presidenta de la asociación vecinal]'],
      ['que el aviso nunca entró en el registro', 'Fermín Ojeda'],
      ['tres camiones cisterna más', '[La Junta]|Inés Barroso'],
      ['que el 60% de las tuberías son de fibrocemento', '[Un informe]'],
      ['Aquí no se va nadie', '[un joven]'],
    ],
  },
]
