/** A sentence where somebody else acts before somebody speaks: what is said, and the whole phrase of whoever says it. */
export const joinedClauses: readonly (readonly [text: string, words: string, speaker: string])[] = [
  ['أيد البرلمان القانون، وقال علي حسن إن القرار تاريخي.', 'القرار تاريخي', 'علي حسن'],
  ['سجل الفريق الهدف، وقالت سارة حسن إن الفوز مستحق.', 'الفوز مستحق', 'سارة حسن'],
  ['احتج العمال على القرار، وقالت الشركة إن المصنع مفتوح.', 'المصنع مفتوح', 'الشركة'],
  ['كشف الوزير الخطة بينما أكد المدير أن العمل بدأ.', 'العمل بدأ', 'المدير'],
  ['قال الوزير وأكد أن الطريق مغلق اليوم.', 'الطريق مغلق اليوم', 'الوزير'],
  ['قال المتحدث، وزير النقل السابق، إن الطريق مغلق.', 'الطريق مغلق', 'المتحدث'],
  ['La policía detuvo al hombre y afirmó el abogado que era inocente.', 'era inocente', 'el abogado'],
  ['La policía detuvo al hombre y afirmó que era inocente.', 'era inocente', 'La policía'],
  ['Ana llegó tarde y Pedro dijo que no importaba.', 'no importaba', 'Pedro'],
  ['El alcalde criticó el plan y la ministra dijo que el puerto cerraría.', 'el puerto cerraría', 'la ministra'],
  [
    'El portavoz de la Policía y la Guardia Civil dijo que no importaba.',
    'no importaba',
    'El portavoz de la Policía y la Guardia Civil',
  ],
  ['Le maire a quitté la salle et la ministre a déclaré que le port fermerait.', 'le port fermerait', 'la ministre'],
  ['Le maire a quitté la salle et a déclaré que le port fermerait.', 'le port fermerait', 'Le maire'],
  ['Le maire et la ministre ont déclaré que le port fermerait.', 'le port fermerait', 'Le maire et la ministre'],
  ['Полиция задержала мужчину и сообщила, что он признался.', 'он признался', 'Полиция'],
  ['Полиция задержала мужчину и министр сообщил, что он признался.', 'он признался', 'министр'],
  ['Жена генерала задержала вора и сообщила, что он признался.', 'он признался', 'Жена генерала'],
  [
    'Der Bürgermeister verließ den Saal und die Ministerin sagte, dass der Hafen schließe.',
    'der Hafen schließe',
    'die Ministerin',
  ],
  [
    'Der Minister kritisierte den Plan und die Sprecherin sagte, dass der Hafen schließe.',
    'der Hafen schließe',
    'die Sprecherin',
  ],
  // Two people, or two offices of one, in one subject.
  [
    'Der Trainer und die Kapitänin sagten, dass die Halle leer sei.',
    'die Halle leer sei',
    'Der Trainer und die Kapitänin',
  ],
  [
    'Die Richterin Ute Brandt und ihr Kollege Jan Peters betonten, dass der Saal zu klein sei.',
    'der Saal zu klein sei',
    'Die Richterin Ute Brandt und ihr Kollege Jan Peters',
  ],
  [
    'Polizei und Feuerwehr teilten am Montag mit, dass niemand verletzt wurde.',
    'niemand verletzt wurde',
    'Polizei und Feuerwehr',
  ],
  [
    'Norwegen, Schweden und Dänemark erklärten, dass sie ihre Häfen öffnen.',
    'sie ihre Häfen öffnen',
    'Norwegen, Schweden und Dänemark',
  ],
  [
    'Le gardien Paul Roche et la capitaine ont assuré que le match serait rejoué.',
    'le match serait rejoué',
    'Le gardien Paul Roche et la capitaine',
  ],
  [
    'Le président du conseil et ministre a assuré que la gare resterait ouverte.',
    'la gare resterait ouverte',
    'Le président du conseil et ministre',
  ],
  [
    'El rector de la Universidad y la decana explicaron que el curso empezaría tarde.',
    'el curso empezaría tarde',
    'El rector de la Universidad y la decana',
  ],
  ['Ana Torres y Luis Prado contaron que la casa estaba vacía.', 'la casa estaba vacía', 'Ana Torres y Luis Prado'],
  ['Тренер и врач сказали, что игрок здоров.', 'игрок здоров', 'Тренер и врач'],
  [
    'Губернатор Олег Носов и глава района заверили, что дорогу починят.',
    'дорогу починят',
    'Губернатор Олег Носов и глава района',
  ],
  // What the one before does is told in the present.
  ['Le préfet visite le chantier et la maire a annoncé que le pont serait fermé.', 'le pont serait fermé', 'la maire'],
  ['Der Minister geht und die Sprecherin sagte, dass der Hafen schließe.', 'der Hafen schließe', 'die Sprecherin'],
]
