import type { Abroad } from '../abroad-articles.ts'

/** Our own, of eight beats, with gold written before they were run. */
export const freshSpanish: Abroad[] = [
  {
    language: 'es',
    text: `LA PAZ (EFE).- Al menos siete personas murieron y otras quince resultaron heridas al despeñarse un autobús en la carretera a los Yungas, informaron este domingo fuentes policiales. El accidente ocurrió de madrugada, según el comandante departamental, coronel Wilder Quispe. «El conductor perdió el control en una curva», precisó el oficial.

Los heridos fueron trasladados a hospitales de la ciudad. Tres de ellos se encuentran graves, de acuerdo con el Ministerio de Salud. «Oí gritos y corrí hacia el barranco», relató a los medios un campesino de la zona.`,
    gold: [
      [
        'Al menos siete personas murieron y otras quince resultaron heridas al despeñarse un autobús en la carretera a los Yungas',
        '[fuentes policiales]',
      ],
      ['El accidente ocurrió de madrugada', 'Wilder Quispe'],
      ['El conductor perdió el control en una curva', '[el oficial]'],
      ['Tres de ellos se encuentran graves', '[el Ministerio de Salud]'],
      ['Oí gritos y corrí hacia el barranco', '[un campesino de la zona]', { to: 'los medios' }],
    ],
  },
  {
    language: 'es',
    text: `El Gobierno no descarta adelantar las elecciones. Así lo dejó caer ayer el ministro de la Presidencia, Joaquín Llorente, en los pasillos del Congreso. «Nadie ha tomado esa decisión, pero tampoco la hemos enterrado», dijo. La oposición le acusó de jugar con los plazos.

«Si quieren urnas, que lo digan», espetó la portavoz popular, Marta Echevarría. A su juicio, el presidente «se ha quedado solo». Llorente replicó que los presupuestos saldrán adelante. Fuentes de Moncloa aseguran que la fecha «no está sobre la mesa». El lehendakari, por su parte, pidió que no se mezclen los calendarios.`,
    gold: [
      ['Nadie ha tomado esa decisión, pero tampoco la hemos enterrado', 'Joaquín Llorente'],
      ['Si quieren urnas, que lo digan', 'Marta Echevarría'],
      ['el presidente «se ha quedado solo»', 'Marta Echevarría'],
      ['que los presupuestos saldrán adelante', 'Joaquín Llorente'],
      ['que la fecha «no está sobre la mesa»', '[Fuentes de Moncloa]'],
      ['que no se mezclen los calendarios', '[El lehendakari]'],
    ],
  },
  {
    language: 'es',
    text: `La Audiencia de Sevilla ha condenado a nueve años de prisión al exconcejal Rafael Montero. La sentencia considera probado que cobró comisiones de al menos tres constructoras. «Actuó movido por el ánimo de lucro», señalan los magistrados en el fallo.

Su abogado, Ignacio Peral, anunció que recurrirá ante el Supremo. «No hay una sola prueba directa», sostuvo a las puertas del juzgado. La fiscal Teresa Vidal había pedido doce años. Un testigo protegido declaró durante el juicio que había visto «sobres con dinero» en el despacho. «Yo solo hacía mi trabajo», se defendió Montero.`,
    gold: [
      ['que cobró comisiones de al menos tres constructoras', '[La sentencia]'],
      ['Actuó movido por el ánimo de lucro', '[los magistrados]'],
      ['que recurrirá ante el Supremo', 'Ignacio Peral'],
      ['No hay una sola prueba directa', 'Ignacio Peral'],
      ['doce años', 'Teresa Vidal'],
      ['que había visto «sobres con dinero» en el despacho', '[Un testigo protegido]'],
      ['Yo solo hacía mi trabajo', 'Rafael Montero'],
    ],
  },
  {
    language: 'es',
    text: `El Rayo sumó su quinta derrota seguida y la grada estalló. «Entiendo el enfado, yo también estaría enfadado», admitió el técnico, Gonzalo Iriarte, nada más terminar el encuentro. Preguntado por su futuro, fue tajante: «No voy a dimitir». El vasco cree que el equipo «compite» y que los resultados llegarán.

El presidente no quiso echar más leña al fuego. «Gonzalo tiene contrato y tiene mi confianza», zanjó Emilio Prats. Más duro fue el capitán. «Nos falta sangre», lamentó Sergio Luna, que salió llorando del campo. Según ha podido saber este diario, el club ya ha sondeado a dos entrenadores.`,
    gold: [
      ['Entiendo el enfado, yo también estaría enfadado', 'Gonzalo Iriarte'],
      ['No voy a dimitir', 'Gonzalo Iriarte'],
      ['que el equipo «compite» y que los resultados llegarán', '[El vasco]'],
      ['Gonzalo tiene contrato y tiene mi confianza', 'Emilio Prats'],
      ['Nos falta sangre', 'Sergio Luna'],
      ['el club ya ha sondeado a dos entrenadores', '[este diario]'],
    ],
  },
  {
    language: 'es',
    text: `La aerolínea Altavia dejará de volar a Montevideo en marzo. La compañía atribuyó la decisión a «la caída sostenida de la demanda» en un comunicado remitido a la CNMV. «Es una medida dolorosa pero necesaria», escribió su consejera delegada, Lucía Ferrer, en una carta a los empleados a la que ha tenido acceso EL PAÍS.

Los sindicatos temen despidos. «Nos enteramos por la prensa», criticó Andrés Cobo, de Comisiones Obreras. El ministro uruguayo de Turismo, Pablo Rienzi, dijo que buscará «alternativas» y afirmó que ya habló con otras dos empresas. Las acciones subirán, vaticinan los analistas.`,
    gold: [
      ['la caída sostenida de la demanda', '[La compañía]'],
      ['Es una medida dolorosa pero necesaria', 'Lucía Ferrer'],
      ['Nos enteramos por la prensa', 'Andrés Cobo'],
      ['que buscará «alternativas»', 'Pablo Rienzi'],
      ['que ya habló con otras dos empresas', 'Pablo Rienzi'],
      ['Las acciones subirán', '[los analistas]'],
    ],
  },
  {
    language: 'es',
    text: `A sus 78 años, la pintora Consuelo Arana prepara su mayor retrospectiva. Recibe en su estudio de Cuenca, entre botes y gatos.

PREGUNTA. ¿Le asusta verse en un museo?

RESPUESTA. Me da risa. Mi padre decía que pintar era perder el tiempo.

P. ¿Y qué le habría dicho él hoy?

R. Que cuánto cobro.

P. Ha rechazado usted dos premios nacionales.

R. Tres. Pero del primero no se enteró nadie.`,
    gold: [
      ['¿Le asusta verse en un museo?', '[PREGUNTA]'],
      ['Me da risa. Mi padre decía que pintar era perder el tiempo.', 'Consuelo Arana'],
      ['que pintar era perder el tiempo', '[Mi padre]'],
      ['¿Y qué le habría dicho él hoy?', '[P]'],
      ['Que cuánto cobro.', 'Consuelo Arana'],
      ['Ha rechazado usted dos premios nacionales.', '[P]'],
      ['Tres. Pero del primero no se enteró nadie.', 'Consuelo Arana'],
    ],
  },
  {
    language: 'es',
    text: `Los pulpos sueñan, o al menos eso parece. Un equipo de la Universidad de Vigo ha observado cambios de color mientras los animales duermen. «No podemos saber qué sueñan, pero sí que su cerebro está activo», explica la bióloga Uxía Baltar, autora principal del trabajo.

El estudio, publicado en «Marine Mind», sugiere que hay dos fases de sueño. «Es fascinante», opina por correo electrónico el neurocientífico británico Alan Reed, que no participó en la investigación. Baltar cuenta que la idea surgió por casualidad: «Vi a uno ponerse rojo a las tres de la mañana». Para Reed, harán falta más animales.`,
    gold: [
      ['No podemos saber qué sueñan, pero sí que su cerebro está activo', 'Uxía Baltar'],
      ['que hay dos fases de sueño', '[El estudio]'],
      ['Es fascinante', 'Alan Reed'],
      ['que la idea surgió por casualidad', 'Uxía Baltar'],
      ['Vi a uno ponerse rojo a las tres de la mañana', 'Uxía Baltar'],
      ['harán falta más animales', 'Alan Reed'],
    ],
  },
  {
    language: 'es',
    text: `El pueblo lleva nueve días sin agua potable.

—Aquí nos lavamos con garrafas —dice Remedios Casado, de 71 años—. Y los políticos, de veraneo.

El alcalde, Fermín Soria, asegura que la avería quedará resuelta el viernes. «Ya está encargada la pieza», señala. Los vecinos no le creen.

—¡Eso dijo la semana pasada! —grita un hombre desde el balcón.

La Confederación Hidrográfica, consultada por este periódico, afirma que el pozo está contaminado. Soria lo niega.`,
    gold: [
      ['Aquí nos lavamos con garrafas Y los políticos, de veraneo.', 'Remedios Casado'],
      ['que la avería quedará resuelta el viernes', 'Fermín Soria'],
      ['Ya está encargada la pieza', 'Fermín Soria'],
      ['¡Eso dijo la semana pasada!', '[un hombre]'],
      ['que el pozo está contaminado', '[La Confederación Hidrográfica]'],
    ],
  },
]

/** Two more, never seen before the rules were done. */
export const laterSpanish: Abroad[] = [
  {
    language: 'es',
    text: `El Ayuntamiento de Gijón prohibirá los coches de más de quince años a partir de enero. «No es un castigo, es salud pública», defendió este lunes la concejala de Movilidad, Ana Belmonte. La medida afecta a unos 22.000 vehículos, según datos municipales.

Los talleres han puesto el grito en el cielo. «Nos llevan a la ruina», protesta Luis Cueto, presidente de la patronal. Cueto sostiene que nadie les ha consultado. Belmonte recuerda que hubo seis reuniones y subraya que habrá ayudas. «El que no se enteró es porque no quiso», remata.`,
    gold: [
      ['No es un castigo, es salud pública', 'Ana Belmonte'],
      ['La medida afecta a unos 22.000 vehículos', '[datos municipales]'],
      ['Nos llevan a la ruina', 'Luis Cueto'],
      ['que nadie les ha consultado', 'Luis Cueto'],
      ['que hubo seis reuniones', 'Ana Belmonte'],
      ['que habrá ayudas', 'Ana Belmonte'],
      ['El que no se enteró es porque no quiso', 'Ana Belmonte'],
    ],
  },
  {
    language: 'es',
    text: `El presidente colombiano ordenó suspender los bombardeos, confirmó a Reuters un alto funcionario. «La tregua empieza hoy a medianoche», dijo el funcionario, que pidió el anonimato. La guerrilla no se ha pronunciado.

En Caquetá, la noticia se recibió con cautela. «Ya nos han engañado otras veces», advirtió la líder indígena Flor Muñoz. De acuerdo con la ONU, más de 4.000 personas han huido de sus casas este mes. El ministro de Defensa, Hernán Rojas, escribió en su cuenta de X: «Cumpliremos si ellos cumplen».`,
    gold: [
      ['El presidente colombiano ordenó suspender los bombardeos', '[un alto funcionario]', { to: 'Reuters' }],
      ['La tregua empieza hoy a medianoche', '[el funcionario]'],
      ['Ya nos han engañado otras veces', 'Flor Muñoz'],
      ['más de 4.000 personas han huido de sus casas este mes', '[la ONU]'],
      ['Cumpliremos si ellos cumplen', 'Hernán Rojas'],
    ],
  },
]
