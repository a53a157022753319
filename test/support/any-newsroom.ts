import { createHash } from 'node:crypto'
import type { Prisma } from '../../src/database/client/client.ts'
import type { Database } from '../../src/database/connect.ts'
import { publicActions } from '../../src/visible/rules.ts'

/*
 * A newsroom with every kind of thing in every state that the database allows, combined at random, including
 * combinations that no desk reaches.
 */

/** Reproducible random numbers (mulberry32). */
export function chance(seed: number) {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const pick = <T>(of: readonly T[]): T => of[Math.floor(next() * of.length)] as T
  return { next, pick, often: (share: number) => next() < share }
}

const at = new Date('2024-03-12T10:00:00Z')
const publication = ['draft', 'in_review', 'published', 'published', 'corrected', 'withdrawn'] as const

/** Adds some of every kind, on each other and on existing things. */
export async function addAnyThings(db: Database, seed: number): Promise<void> {
  const { pick, often } = chance(seed)
  const many = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i))
  const idOf = ({ id }: { id: number }) => id
  const id = { select: { id: true } } as const

  const gone = (state: string) => (state === 'withdrawn' ? { withdrawnReason: 'Gone', withdrawnAt: at } : {})
  const account = await db.account.create({
    data: {
      email: `any${seed}@coastwire.example`,
      name: 'Any One',
      handle: `any-${seed}`,
      role: 'editor',
      passwordHash: '-',
    },
  })
  const accountId = account.id
  const sources = (
    await db.source.createManyAndReturn({
      data: many(25, (i) => ({
        name: `Any ${seed}-${i}`,
        folded: `any ${seed}-${i}`,
        kind: pick(['person', 'organisation', 'outlet', 'government', 'group', 'document'] as const),
      })),
      ...id,
    })
  ).map(idOf)
  const contents = many(6, (i) => `Any text ${i} of ${seed}.`)
  const texts = (
    await db.storedText.createManyAndReturn({
      data: contents.map((content) => ({
        content,
        sha256: createHash('sha256').update(content).digest('hex'),
        codePoints: content.length,
      })),
      ...id,
    })
  ).map(idOf)
  const documents = (
    await db.document.createManyAndReturn({
      data: many(12, (i) => {
        const state = pick(publication)
        return {
          title: `Any ${i}`,
          kind: 'article' as const,
          language: 'en',
          publisherId: sources[i % 6] ?? 0,
          textId: texts[Math.floor(i / 6)] ?? 0,
          state,
          ...gone(state),
        }
      }),
      ...id,
    })
  ).map(idOf)
  const versions = (
    await db.version.createManyAndReturn({
      data: documents.flatMap((documentId) =>
        [1, 2].map((number) => ({ documentId, number, textId: pick(texts), method: 'pasted' as const })),
      ),
      ...id,
    })
  ).map(idOf)
  const statements = await db.$transaction(async (tx) => {
    const made = await tx.statement.createManyAndReturn({
      data: many(30, () => {
        const state = pick(['draft', 'ready', 'published', 'published', 'withdrawn'] as const)
        return { versionId: pick(versions), words: 'Any', mode: 'direct' as const, state, ...gone(state) }
      }),
      ...id,
    })
    const ids = made.map(idOf)
    await tx.span.createMany({ data: ids.map((statementId) => ({ statementId, position: 0, start: 0, end: 3 })) })
    return ids
  })
  const hops = (
    await db.hop.createManyAndReturn({
      data: statements.flatMap((statementId) =>
        many(pick([0, 1, 2]), (position) => {
          const naming = pick(['named', 'described', 'described', 'unstated'] as const)
          const sourceId = naming === 'named' || (naming === 'described' && often(0.7)) ? pick(sources) : null
          return {
            statementId,
            position,
            naming,
            sourceId,
            description: naming === 'described' ? 'an official' : null,
            bodyShown: naming === 'described' && sourceId !== null && often(0.5),
          }
        }),
      ),
      ...id,
    })
  ).map(idOf)
  const claims = (
    await db.claim.createManyAndReturn({
      data: many(12, (i) => {
        const state = pick(publication)
        return { sentence: `Any claim ${i}`, state, ...gone(state) }
      }),
      ...id,
    })
  ).map(idOf)
  const topics = (
    await db.topic.createManyAndReturn({
      data: many(8, (i) => ({ name: `Any ${seed}-${i}`, folded: `any ${seed}-${i}` })),
      ...id,
    })
  ).map(idOf)
  await db.claimTopic.createMany({
    data: many(10, () => ({ claimId: pick(claims), topicId: pick(topics) })),
    skipDuplicates: true,
  })
  await db.statementClaim.createMany({
    data: many(25, () => ({ statementId: pick(statements), claimId: pick(claims) })),
    skipDuplicates: true,
  })
  const verdicts = await addVerdicts()
  await addNotes()
  await addChallenges()
  await db.annotation.createMany({
    data: many(6, (i) => ({
      name: `any-${seed}-${i}`,
      kind: 'Annotation' as const,
      content: {},
      accountId,
      publishedAt: often(0.5) ? at : null,
    })),
  })
  await addEvents()
  await db.correction.createMany({
    data: many(12, () => {
      const kind = pick(['document', 'statement', 'claim'])
      if (kind === 'claim') return { reason: 'Any', claimId: pick(claims) }
      return {
        reason: 'Any',
        documentId: pick(documents),
        ...(kind === 'statement' && { statementId: pick(statements) }),
      }
    }),
  })
  await addMerges()

  async function addVerdicts() {
    const attribution = await db.rating.findFirstOrThrow({ where: { axis: 'attribution' } })
    const accuracy = await db.rating.findFirstOrThrow({ where: { axis: 'accuracy' } })
    const on = [
      ...statements.slice(0, 12).map((statementId) => ({ statementId, axis: 'attribution' as const })),
      ...hops.slice(0, 12).map((hopId) => ({ hopId, axis: 'attribution' as const })),
      ...claims.map((claimId) => ({ claimId, axis: 'accuracy' as const })),
    ]
    const given = await db.verdict.createManyAndReturn({
      data: on.map((target) => {
        const state = pick(['draft', 'published', 'published', 'withdrawn'] as const)
        const ratingId = target.axis === 'attribution' ? attribution.id : accuracy.id
        return { ...target, ratingId, reasons: 'Any', accountId, state, ...gone(state) }
      }),
      ...id,
    })
    await db.evidence.createMany({
      data: given.flatMap(({ id: verdictId }) =>
        many(2, (position) => ({
          ...{ verdictId, position, kind: 'transcript' as const, stance: 'supports' as const, title: 'Any' },
          ...(often(0.7)
            ? { versionId: pick(versions), start: 0, end: 3, quote: 'Any' }
            : { url: 'https://coastwire.example/any' }),
        })),
      ),
    })
    await db.reply.createMany({ data: given.map(({ id: verdictId }) => ({ verdictId, askedOn: at })) })
    return given.map(idOf)
  }

  async function addNotes() {
    for (const target of many(40, () => anyTarget())) {
      const isPublic = often(0.6)
      await db.note.create({
        data: {
          ...{ kind: 'comment', body: 'Any', accountId, ...target },
          ...('versionId' in target && { words: 'Any', spans: { create: { position: 0, start: 0, end: 3 } } }),
          visibility: isPublic ? 'public' : 'internal',
          publishedAt: isPublic ? at : null,
        },
      })
    }
  }

  function anyTarget() {
    return pick([
      () => ({ documentId: pick(documents) }),
      () => ({ versionId: pick(versions) }),
      () => ({ statementId: pick(statements) }),
      () => ({ hopId: pick(hops) }),
      () => ({ claimId: pick(claims) }),
      () => ({ sourceId: pick(sources) }),
    ])()
  }

  async function addChallenges() {
    for (let i = 0; i < 8; i++) {
      const state = pick(['waiting', 'open', 'not_published'] as const)
      const looked = state === 'waiting' ? {} : { lookedAt: at, lookedById: accountId }
      await db.challenge.create({
        data: {
          ...{ kind: 'wording', claimId: pick(claims), challenged: 'Any', body: 'Any', state, ...looked },
          secretHash: createHash('sha256').update(`${seed} ${i}`).digest('hex'),
          ...(state === 'open' && { openedAt: at }),
          ...(state === 'not_published' && { unpublishedReason: 'Any' }),
          words: {
            create: [{ body: 'Any' }, { body: 'Any', shown: true, lookedAt: at, lookedById: accountId }],
          },
        },
      })
    }
  }

  async function addEvents() {
    const challenges = (await db.challenge.findMany(id)).map(idOf)
    const maybe = <T>(of: readonly T[], share = 0.3) => (often(share) ? pick(of) : null)
    await db.event.createMany({
      data: many(120, (): Prisma.EventCreateManyInput => ({
        action: often(0.9) ? pick(publicActions) : 'statement_edited',
        documentId: maybe(documents),
        statementId: maybe(statements),
        claimId: maybe(claims),
        verdictId: maybe(verdicts),
        challengeId: maybe(challenges, 0.1),
        sourceId: maybe(sources, 0.05),
        topicId: maybe(topics, 0.05),
        noteId: null,
        subjectId: maybe([accountId], 0.05),
      })),
    })
  }

  async function addMerges() {
    for (let i = 0; i < 6; i++) {
      const [mergedId, survivorId] = [sources[i + 15] ?? 0, sources[i] ?? 0]
      await db.sourceMerge.create({ data: { mergedId, survivorId, moved: {}, undoneAt: often(0.4) ? at : null } })
      if (often(0.4)) await db.source.update({ where: { id: mergedId }, data: { mergedIntoId: survivorId } })
    }
    for (let i = 0; i < 4; i++) {
      const [mergedId, survivorId] = [topics[i + 4] ?? 0, topics[i] ?? 0]
      await db.topicMerge.create({ data: { mergedId, survivorId, moved: {}, undoneAt: often(0.4) ? at : null } })
      if (often(0.5)) await db.topic.update({ where: { id: mergedId }, data: { mergedIntoId: survivorId } })
    }
    const half = Math.floor(claims.length / 2)
    for (let i = 0; i < half; i++) {
      const [mergedId, survivorId] = [claims[i + half] ?? 0, claims[i] ?? 0]
      await db.claimMerge.create({ data: { mergedId, survivorId, moved: {}, undoneAt: often(0.4) ? at : null } })
      if (often(0.5)) await db.claim.update({ where: { id: mergedId }, data: { mergedIntoId: survivorId } })
    }
  }
}
