import type { Database } from '../../src/database/connect.ts'
import { askForReading } from '../../src/documents/readings.ts'
import { readingThread, readNext } from '../../src/suggestions/reader.ts'
import { giveVerdictOn, makeDocument, recordOn, stateClaim, type TestAccount } from './world.ts'

/*
 * A wire story as it comes on a bad night: people and bodies with long names, a German and an Arabic one, what reached the
 * page through others, who denies and who doubts. The town, the dam and everybody in it are invented.
 */

const commission = 'Joint Commission for the Regulation of the Waters of the Upper Velde and Its Tributaries'
const engineer = 'Hannelore Freifrau von Strombeck-Lützelburg'
const reader = 'ليلى حداد'

const paragraphs = [
  'Three towns below the Veldmark dam were told on Thursday to be ready to leave, after its wall had moved for the fourth day.',
  `The water board said in a notice that Merrow, Stane and Oberlinden had to be ready to leave within six hours.`,
  `“The wall has moved by nine millimetres since Sunday,” ${engineer}, the dam’s chief engineer, told reporters in Merrow. “The spillway is shut and the siren on the eastern slope does not work.”`,
  `The ${commission} denied that the wall had moved at all. It said that its own instruments had shown no change since the spring, and that the board had read a broken gauge.`,
  `${reader}, who looks after the gauges at Merrow, said that nobody had read them since the storm. “They hang in the water like dead fish,” she added.`,
  'Upland Radio reported that an engineer who asked not to be named had told it the drains under the wall had been blocked for two years.',
  'The mayor of Stane, Tobias Ferrant, doubted that the drains had anything to do with it. “A drain does not push a wall,” he told the Valley Post.',
  'According to the Valley Post, the interior minister, Ilse Maren Quandt, had told a closed meeting of mayors that soldiers would knock at every door before dark. Her spokesman declined to comment.',
  'Merrow’s hospital moved forty patients in the afternoon. A nurse on the second floor said the lifts had failed at noon and that the last patients were carried down the stairs.',
  'A spokeswoman for the railway said no train would run between Merrow and Oberlinden before Saturday. She did not say who would pay for the buses.',
  `“We warned them in March, in May and again in August,” ${engineer} said late on Thursday. Her letters, which the Valley Post has seen, speak of water behind the lining.`,
  `The ${commission} answered that the letters had never reached it. It was told of the water only this week, it said.`,
  'In Oberlinden people carried chairs and dogs up to the school on the hill. Few believed the wall would break, and fewer said so aloud.',
  'The minister for the environment, Paul-Henri d’Estienne-Marchetti, warned that the valley had to expect more rain on Friday. Forecasters expect forty millimetres in a day.',
  'A farmer from Stane said he would stay with his animals. “Water has come before,” he said, “and it has gone.”',
  'The board will read its instruments again at midnight and publish what they show, its director said.',
]

export const damStory = {
  title: 'Three towns below the Veldmark dam told to be ready to leave, water board says after four days of movement',
  publisher: 'Upland Wire Service and Picture Agency',
  url: 'https://upland.example/2024/veldmark-dam',
  published: '2024-10-17',
  text: paragraphs.join('\n\n'),
}

const named = (source: string, cue: string, more = {}) => ({ naming: 'named' as const, source, cue, ...more })

/** The statements in the order of the text. */
const recorded = {
  notice: {
    quote: 'Merrow, Stane and Oberlinden had to be ready to leave within six hours',
    mode: 'indirect',
    hops: [named('Veldmark water board', 'said', { medium: 'a notice', sourceKind: 'organisation' })],
  },
  wall: {
    quote: 'The wall has moved by nine millimetres since Sunday',
    hops: [named(engineer, 'told', { addressee: 'reporters', place: 'Merrow' })],
  },
  siren: {
    quote: 'The spillway is shut and the siren on the eastern slope does not work',
    hops: [named(engineer, 'told', { addressee: 'reporters', place: 'Merrow' })],
  },
  denied: {
    quote: 'the wall had moved at all',
    mode: 'indirect',
    hops: [named(commission, 'denied', { sourceKind: 'organisation' })],
  },
  gauges: { quote: 'nobody had read them since the storm', mode: 'indirect', hops: [named(reader, 'said')] },
  drains: {
    quote: 'the drains under the wall had been blocked for two years',
    mode: 'indirect',
    hops: [
      { naming: 'described', description: 'an engineer who asked not to be named', cue: 'told' },
      named('Upland Radio', 'reported', { sourceKind: 'outlet' }),
    ],
  },
  doubted: {
    quote: 'the drains had anything to do with it',
    mode: 'indirect',
    hops: [named('Tobias Ferrant', 'doubted')],
  },
  soldiers: {
    quote: 'soldiers would knock at every door before dark',
    mode: 'indirect',
    hops: [
      named('Ilse Maren Quandt', 'told', { addressee: 'a closed meeting of mayors' }),
      named('Valley Post', 'According to', { sourceKind: 'outlet' }),
    ],
  },
} as const

export type DamStory = Awaited<ReturnType<typeof makeDamStory>>

/**
 * The story at its desk: eight statements, of which one makes three claims, with verdicts of every colour; the rest is
 * suggested and not decided.
 */
export async function makeDamStory(db: Database, { by }: { by: TestAccount }) {
  const { id } = await makeDocument(db, { ...damStory, by: by.id })
  const ids: Partial<Record<keyof typeof recorded, number>> = {}
  for (const [name, given] of Object.entries(recorded)) {
    const { id: statementId } = await recordOn(db, id, { ...structuredClone(given), by: by.id })
    ids[name as keyof typeof recorded] = statementId
  }
  const statements = ids as Record<keyof typeof recorded, number>
  const claim = async (statementId: number, sentence: string, stance: 'asserts' | 'denies' | 'doubts' = 'asserts') =>
    (await stateClaim(db, statementId, { sentence, stance, by: by.id })).id
  const claims = {
    moved: await claim(statements.wall, 'The wall of the Veldmark dam moved between 13 and 17 October 2024'),
    spillway: await claim(statements.siren, 'The spillway of the Veldmark dam was shut on 17 October 2024'),
    siren: await claim(statements.siren, 'The siren on the eastern slope of the Veldmark dam did not work'),
    ready: await claim(statements.siren, 'Nobody below the Veldmark dam could be warned by siren on 17 October 2024'),
    drains: await claim(statements.drains, 'The drains under the Veldmark dam were blocked from 2022 to 2024'),
  }
  await stateClaim(db, statements.denied, { claimId: claims.moved, stance: 'denies', by: by.id })
  await stateClaim(db, statements.doubted, { claimId: claims.drains, stance: 'doubts', by: by.id })
  const said = async (statementId: number, rating: string) =>
    (await giveVerdictOn(db, { statementId }, { by: by.id, rating })).id
  const found = async (claimId: number, rating: string) =>
    (await giveVerdictOn(db, { claimId }, { by: by.id, rating })).id
  const verdicts = [
    await said(statements.wall, 'confirmed'),
    await said(statements.siren, 'confirmed'),
    await said(statements.denied, 'confirmed'),
    await said(statements.gauges, 'misquoted'),
    await found(claims.moved, 'true'),
    await found(claims.spillway, 'true'),
    await found(claims.siren, 'false'),
  ]
  const thread = readingThread()
  await askForReading(db, { documentId: id, by: by.id })
  await readNext(db, thread, undefined, id)
  await thread.end()
  return { documentId: id, statements, claims, verdicts }
}
