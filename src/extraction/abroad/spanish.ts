import { pairOf, type Pack } from './pack.ts'

const words = (list: string) => list.split(' ')

export const spanish: Pack = {
  language: 'es',
  verbs: words(
    'dijo dijeron dice dicen afirmó afirmaron afirma declaró declararon declara aseguró aseguraron asegura señaló señalaron ' +
      'señala explicó explicaron explica añadió añade anunció anunciaron anuncia indicó indicaron indica advirtió advirtieron ' +
      'advierte informó informaron reconoció reconoce subrayó destacó precisó respondió respondieron pidió pidieron añadieron confirmó confirmaron denunció ' +
      'prometió preguntó contó relató insistió sostuvo escribió apuntó comentó negó',
  ).concat('ha dicho', 'ha asegurado', 'ha afirmado', 'ha declarado', 'ha explicado', 'ha anunciado'),
  times: '(?:(?:el |este )?(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)|ayer|hoy|después)',
  oblique: '(?:me|te|nos|os|le|les)(?!\\p{L})',
  nobody: 'se',
  particles: words(
    'también finalmente además luego después entonces posteriormente asimismo así ahora aquí allí siempre ya tampoco ' +
      'igualmente anteriormente previamente pero y e incluso ayer hoy',
  ),
  goesOn: '(?:\\p{Ll}+(?:ad[oa]s?|id[oa]s?)|que|en|por)(?!\\p{L})',
  dropsPronouns: true,
  that: '(?:que|si) ',
  bareClause: false,
  according: ['según', 'de acuerdo con'],
  accordingAfter: [],
  citing: ['citando a', 'que cita a', 'que citó a'],
  adding: words('añadiendo precisando afirmando subrayando explicando asegurando'),
  to: '(?:a |al |ante )(?<who>(?:la |el |los |las )?(?:agencia|diario|periódico|revista|cadena|radio|periodistas|reporteros|diputados|tribunal|jueces|medios)(?: (?:«[^«»]{1,40}»|\\p{Lu}[\\p{L}-]+)){0,3})(?!\\p{L})',
  days: [
    ...['lunes Monday', 'martes Tuesday', 'miércoles Wednesday', 'jueves Thursday', 'viernes Friday'].map(pairOf),
    ...['sábado Saturday', 'domingo Sunday', 'ayer yesterday', 'hoy today'].map(pairOf),
  ],
  months: words('enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'),
  pronouns: words('él ella ellos ellas'),
  articles: words('el la los las un una unos unas varios varias su sus'),
  inside: words('de del la las los el y van von'),
  smallNouns: true,
  stops: words(
    'ante en durante el lunes martes miércoles jueves viernes sábado domingo ayer hoy este esta a al que quien tras para por con ' +
      'sobre desde pero sin',
  ).filter((word) => word !== 'el'),
  offices: [],
}
