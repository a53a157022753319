import { createHash } from 'node:crypto'
import fc from 'fast-check'
import type { Db } from '../../src/database/connect.ts'

/*
 * Newsrooms for derived values: few people and texts, so that ways meet, cross and run in circles. Numbers select from
 * the lists of existing things, modulo their length.
 */

const state = fc.constantFrom('draft', 'published', 'published', 'published', 'corrected', 'withdrawn')
const verdicts = fc.array(
  fc.record({ rating: fc.nat(8), state: fc.constantFrom('draft', 'published', 'published', 'withdrawn') }),
  { maxLength: 3 },
)

const step = fc.record({
  naming: fc.constantFrom('named', 'named', 'named', 'described', 'unstated'),
  source: fc.nat(4),
  upstream: fc.option(fc.nat(11)),
  verdicts,
})

export const anyChains = fc.record({
  documents: fc.uniqueArray(
    fc.record({
      publisher: fc.nat(4),
      text: fc.nat(3),
      formerText: fc.option(fc.nat(3)),
      day: fc.option(fc.integer({ min: 1, max: 3 })),
      state,
    }),
    { minLength: 1, maxLength: 7, size: 'max', selector: ({ publisher, text }) => publisher * 4 + text },
  ),
  copies: fc.uniqueArray(fc.record({ earlier: fc.nat(5), further: fc.nat(5), undone: fc.boolean() }), {
    maxLength: 3,
    selector: ({ earlier, further }) => `${earlier} ${further}`,
  }),
  statements: fc.array(
    fc.record({
      version: fc.nat(13),
      words: fc.nat(3),
      state: fc.constantFrom('draft', 'ready', 'published', 'published', 'published', 'published', 'withdrawn'),
      steps: fc.array(step, { maxLength: 3, size: 'max' }),
      links: fc.uniqueArray(
        fc.record({ claim: fc.nat(2), stance: fc.constantFrom('asserts', 'asserts', 'denies', 'doubts') }),
        { maxLength: 2, selector: ({ claim }) => claim },
      ),
      verdicts,
    }),
    { minLength: 1, maxLength: 12, size: 'max' },
  ),
  claims: fc.array(fc.record({ state, topics: fc.uniqueArray(fc.nat(2), { maxLength: 2 }), verdicts }), {
    minLength: 3,
    maxLength: 3,
  }),
})

type Chains = typeof anyChains extends fc.Arbitrary<infer T> ? T : never
type Verdicts = Chains['claims'][number]['verdicts']

/** Some have a passage as it stands, some nearly, some not at all. */
const texts = [
  'The quay was closed at noon on Tuesday, as in spring.',
  'The quay was closed at noon on Monday. Why?',
  'Why? The quay is open.',
  'Nothing of the kind.',
]
const passages = ['The quay was closed at noon on Tuesday', 'The quay was closed at once', 'Why?', 'Nothing']

const at = new Date('2024-03-12T10:00:00Z')
const idOf = ({ id }: { id: number }) => id
const idsOf = (rows: { id: number }[]) => rows.map(idOf)

/** Writes them as rows, each kind in one command. */
export async function makeChains(db: Db, { documents, copies, statements, claims }: Chains): Promise<void> {
  const { id: accountId } = await db.account.create({
    data: { email: 'any@coastwire.example', name: 'Any', handle: 'any', role: 'editor', passwordHash: '-' },
  })
  const named = (count: number) => Array.from({ length: count }, (_, i) => ({ name: `Any ${i}`, folded: `any ${i}` }))
  const sourceIds = idsOf(
    await db.source.createManyAndReturn({ data: named(5).map((name) => ({ ...name, kind: 'outlet' as const })) }),
  )
  const topicIds = idsOf(await db.topic.createManyAndReturn({ data: named(3) }))
  const textIds = idsOf(
    await db.storedText.createManyAndReturn({
      data: texts.map((content) => ({ content, sha256: sha256(content), codePoints: content.length })),
    }),
  )
  const documentIds = idsOf(
    await db.document.createManyAndReturn({
      data: documents.map((document) => ({
        ...{ title: 'Any', kind: 'article', language: 'en' },
        publisherId: nth(sourceIds, document.publisher),
        textId: nth(textIds, document.text),
        ...(document.day !== null && { publishedOn: new Date(`2024-03-0${document.day}`), publishedPrecision: 'day' }),
        ...stateOf(document.state),
      })),
    }),
  )
  const versionIds = idsOf(
    await db.version.createManyAndReturn({
      data: documents.flatMap(({ text, formerText }, i) =>
        [formerText ?? text, text].map((of, j) => ({
          ...{ documentId: nth(documentIds, i), number: j + 1, textId: nth(textIds, of), method: 'pasted' as const },
        })),
      ),
    }),
  )
  await db.documentCopy.createMany({
    data: copies.flatMap(({ earlier, further, undone }) => {
      const [earlierId, laterId] = [documentIds[earlier], documentIds[earlier + further + 1]]
      if (earlierId === undefined || laterId === undefined) return []
      return [{ earlierId, laterId, likeness: 0.9, undoneAt: undone ? at : null }]
    }),
  })
  const statementIds = idsOf(
    await db.statement.createManyAndReturn({
      data: statements.map(({ version, words, state }) => ({
        ...{ versionId: nth(versionIds, version), words: nth(passages, words), mode: 'direct' },
        ...stateOf(state),
      })),
    }),
  )
  await db.span.createMany({
    data: statementIds.map((statementId) => ({ statementId, position: 0, start: 0, end: 3 })),
  })
  const steps = statements.flatMap(({ steps }) => steps)
  const hopIds = idsOf(
    await db.hop.createManyAndReturn({
      data: statements.flatMap(({ steps }, i) =>
        steps.map(({ naming, source, upstream }, position) => ({
          ...{ statementId: nth(statementIds, i), position, naming },
          sourceId: naming === 'unstated' ? null : nth(sourceIds, source),
          description: naming === 'described' ? 'an official' : null,
          upstreamId: upstream === null || upstream % statements.length === i ? null : nth(statementIds, upstream),
        })),
      ),
    }),
  )
  const claimIds = idsOf(
    await db.claim.createManyAndReturn({ data: claims.map(({ state }) => ({ sentence: 'Any', ...stateOf(state) })) }),
  )
  await db.claimTopic.createMany({
    data: claims.flatMap(({ topics }, i) =>
      topics.map((topic) => ({ claimId: nth(claimIds, i), topicId: nth(topicIds, topic) })),
    ),
  })
  await db.statementClaim.createMany({
    data: statements.flatMap(({ links }, i) =>
      links.map(({ claim, stance }) => ({ statementId: nth(statementIds, i), claimId: nth(claimIds, claim), stance })),
    ),
  })
  const on = [
    ...steps.map(({ verdicts }, i) => ({ verdicts, target: { hopId: nth(hopIds, i), axis: 'attribution' } as const })),
    ...statements.map(({ verdicts }, i) => ({
      verdicts,
      target: { statementId: nth(statementIds, i), axis: 'attribution' } as const,
    })),
    ...claims.map(({ verdicts }, i) => ({
      verdicts,
      target: { claimId: nth(claimIds, i), axis: 'accuracy' } as const,
    })),
  ]
  await giveVerdicts(db, on, accountId)
}

type Target = { axis: 'attribution' | 'accuracy'; hopId?: number; statementId?: number; claimId?: number }

/** Each supersedes the one before it on the same thing. */
async function giveVerdicts(db: Db, on: { verdicts: Verdicts; target: Target }[], accountId: number) {
  const ratings = await db.rating.findMany({ orderBy: { id: 'asc' } })
  let last = on.map((): number | null => null)
  for (const turn of [0, 1, 2]) {
    const given = on.flatMap(({ verdicts, target }, i) => {
      const verdict = verdicts[turn]
      return verdict ? [{ i, target, verdict }] : []
    })
    const ids = idsOf(
      await db.verdict.createManyAndReturn({
        data: given.map(({ i, target, verdict }) => ({
          ...target,
          ratingId: nth(idsOf(ratings.filter(({ axis }) => axis === target.axis)), verdict.rating),
          ...{ reasons: 'Any', accountId, supersedesId: last[i] ?? null },
          ...stateOf(verdict.state),
        })),
      }),
    )
    last = last.map((before, i) => ids[given.findIndex((one) => one.i === i)] ?? before)
  }
}

/** A state, with the columns that the database requires for it. */
function stateOf<T extends string>(state: T) {
  return { state, ...(state === 'withdrawn' && { withdrawnReason: 'Gone', withdrawnAt: at }) }
}

const sha256 = (words: string) => createHash('sha256').update(words).digest('hex')

function nth<T>(list: T[], n: number): T {
  const found = list[n % list.length]
  if (found === undefined) throw new Error('The list is empty')
  return found
}
