import type { Abroad } from '../abroad-articles.ts'

/** Our own, with gold written before they were run: days, addressees and who passed it on. */
export const westernArticles: Abroad[] = [
  {
    language: 'de',
    text: 'Der Haushalt ist beschlossen. „Wir haben lange gerungen“, sagte Finanzministerin Ute Brandt am Dienstag der Zeitung „Nordkurier“. Laut der Zeitung sagte Oppositionsführer Jan Peters, dass er klagen werde. Die Abstimmung sei gültig, erklärte die Präsidentin.',
    gold: [
      ['Wir haben lange gerungen', 'Ute Brandt', { date: '2026-11-24', to: 'Nordkurier' }],
      ['dass er klagen werde', 'Jan Peters', { through: 'der Zeitung' }],
      ['Die Abstimmung sei gültig', '[die Präsidentin]'],
    ],
  },
  {
    language: 'de',
    text: 'Im Prozess um den Brand in der Halle sagte der Zeuge Emil Roth am Montag, dass die Tür verschlossen gewesen sei. „Ich habe den Rauch gerochen“, sagte er. Der Angeklagte schwieg. Nach Angaben des Gerichts fällt das Urteil im Januar.',
    gold: [
      ['dass die Tür verschlossen gewesen sei', 'Emil Roth', { date: '2026-11-23' }],
      ['Ich habe den Rauch gerochen', 'Emil Roth'],
      ['fällt das Urteil im Januar', '[des Gerichts]'],
    ],
  },
  {
    language: 'de',
    text: 'Die Löhne steigen im kommenden Jahr, berichtet die Nachrichtenagentur Nordpress unter Berufung auf Verhandlungskreise. Gewerkschafterin Lena Voss sagte Journalisten am Mittwoch, sie sei zufrieden.',
    gold: [
      ['Die Löhne steigen im kommenden Jahr', '[Verhandlungskreise]', { through: 'Nordpress' }],
      ['sie sei zufrieden', 'Lena Voss', { date: '2026-11-25', to: 'Journalisten' }],
    ],
  },
  {
    language: 'fr',
    text: '« Le budget est adopté », a déclaré mardi la ministre Claire Dumas à l’agence Nordpresse. Selon le journal, le député Louis Perrin a affirmé qu’il saisirait la justice. « Nous verrons », a répondu la ministre.',
    gold: [
      ['Le budget est adopté', 'Claire Dumas', { date: '2026-11-24', to: 'Nordpresse' }],
      ['qu’il saisirait la justice', 'Louis Perrin', { through: 'le journal' }],
      ['Nous verrons', '[la ministre]'],
    ],
  },
  {
    language: 'fr',
    text: 'Le témoin Émile Roux a expliqué lundi au tribunal que la porte était fermée. L’accusé a gardé le silence. Les salaires augmenteront en janvier, a indiqué l’agence Nordpresse, citant des négociateurs.',
    gold: [
      ['que la porte était fermée', 'Émile Roux', { date: '2026-11-23', to: 'tribunal' }],
      ['Les salaires augmenteront en janvier', '[des négociateurs]', { through: 'l’agence Nordpresse' }],
    ],
  },
  {
    language: 'fr',
    text: 'L’entraîneur Hugo Blanc a dit mercredi aux journalistes que l’équipe était fatiguée. « Nous avons trop voyagé », a-t-il ajouté. Le club a annoncé que le contrat serait prolongé.',
    gold: [
      ['que l’équipe était fatiguée', 'Hugo Blanc', { date: '2026-11-25', to: 'journalistes' }],
      ['Nous avons trop voyagé', 'Hugo Blanc'],
      ['que le contrat serait prolongé', '[Le club]'],
    ],
  },
  {
    language: 'es',
    text: '“El presupuesto está aprobado”, dijo el martes la ministra Clara Gómez a la agencia Norpress. Según el diario, el diputado Luis Prado afirmó que acudirá a los tribunales. “Ya veremos”, respondió la ministra.',
    gold: [
      ['El presupuesto está aprobado', 'Clara Gómez', { date: '2026-11-24', to: 'Norpress' }],
      ['que acudirá a los tribunales', 'Luis Prado', { through: 'el diario' }],
      ['Ya veremos', '[la ministra]'],
    ],
  },
  {
    language: 'es',
    text: 'El testigo Emilio Rojas explicó el lunes al tribunal que la puerta estaba cerrada. El acusado guardó silencio. Los salarios subirán en enero, informó la agencia Norpress, citando a los negociadores.',
    gold: [
      ['que la puerta estaba cerrada', 'Emilio Rojas', { date: '2026-11-23', to: 'tribunal' }],
      ['Los salarios subirán en enero', '[los negociadores]', { through: 'la agencia Norpress' }],
    ],
  },
  {
    language: 'es',
    text: 'El entrenador Hugo Blanco dijo el miércoles a los periodistas que el equipo estaba cansado. “Hemos viajado demasiado”, añadió. El club anunció que prolongará el contrato.',
    gold: [
      ['que el equipo estaba cansado', 'Hugo Blanco', { date: '2026-11-25', to: 'periodistas' }],
      ['Hemos viajado demasiado', 'Hugo Blanco'],
      ['que prolongará el contrato', '[El club]'],
    ],
  },
]
