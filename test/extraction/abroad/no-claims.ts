/** In five languages: a noun that somebody promises, wants or confirms is no claim, and its subject is none either. */
export const noClaims: Record<string, string[]> = {
  de: [
    'Der Bürgermeister, Karl Holm, kündigte am Montag eine Reform an.',
    'Die Firma, die das Haus baut, kündigte Entlassungen an.',
    'Nach dem Unfall, bei dem zwei Menschen starben, forderte Anna Berg strengere Regeln.',
    'Das Essen war kalt, fügte Salz hinzu und ging.',
    'Er nahm das Brot, erklärte den Weg und ging.',
    'Am Ende, so die Regel, gewinnt die Bank.',
    'Der Zug hielt, so der Fahrer es wollte, in Bonn.',
    'Am Freitag, dem letzten Tag, bestätigte der Sprecher den Termin.',
  ],
  fr: [
    'La ministre, Anne Leroy, a promis une loi.',
    'Le maire de Brest, Paul Orlov, a annoncé une réforme des retraites pour la rentrée.',
    'Selon les jours, le marché ouvre à huit heures.',
    'L’avocat, Me Roux, a demandé l’acquittement.',
    'Le groupe, qui emploie mille personnes, a annoncé la suppression de cent postes.',
  ],
  es: [
    'La ministra, Ana Torres, prometió una ley de vivienda.',
    'Según el día, el mercado abre a las ocho.',
    'El alcalde, Fermín Soria, anunció ayer una reforma, el segundo cambio del año.',
    'Tras el accidente, en el que murieron dos personas, pidió la ministra nuevas reglas.',
  ],
  ru: [
    'Министр транспорта, Олег Ветров, пообещал новый закон.',
    'После аварии, в которой погибли двое, потребовал министр новых правил.',
    'Министр, который вчера приехал в город, объявил о реформе.',
    'Иван Мор вошёл в дом и сел у окна.\n\n— Ты идёшь?\n\nОн молчал долго и смотрел на дорогу.\n\n— Иду.\n\n— А зачем?\n\n— Надо.',
    'Иван Мор вошёл в дом и сел у окна.\n\n— Ты идёшь?\n\n— Иду.\n\n— А зачем?\n\n— Надо.',
  ],
  ar: [
    'وعد وزير النقل، سامر الحداد، بقانون جديد.',
    'أعلن الوزير، سامر الحداد، إصلاحا جديدا للتقاعد.',
    'أكد الرئيس، خلال زيارته إلى المدينة، دعم المزارعين.',
    'أيد البرلمان القانون، وعلم الجميع أن الطريق مغلق.',
    'احتج العمال على القرار، ثم عرف المدير أن المصنع مغلق.',
    'سجل الفريق الهدف، ودافع الحارس عن مرماه.',
  ],
}
