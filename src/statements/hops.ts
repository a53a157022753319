import type { Prisma, SourceKind } from '../database/client/client.ts'
import type { Db } from '../database/connect.ts'
import type { By } from '../history/events.ts'
import { Refused } from '../refused.ts'
import { chooseSource, findOptionalStanding } from '../sources/sources.ts'
import { isSeen } from '../visible/rows.ts'
import { suggestStatements } from './queries.ts'
import type { HopField } from './schema.ts'

/** A hop with its sources found or created; `id` if it existed before. */
export type PlacedHop = { id?: number | undefined } & Omit<
  Prisma.HopUncheckedCreateWithoutStatementInput,
  'id' | 'position'
>

/** Drops the empty steps of a form, and finds or creates the sources of the others. */
export async function placeHops(
  tx: Db,
  { hops, documentId, by }: { hops: HopField[]; documentId: number } & By,
): Promise<PlacedHop[]> {
  const placed: PlacedHop[] = []
  for (const [position, hop] of hops.entries()) {
    if (isEmpty(hop)) continue
    placed.push(await placeHop(tx, { hop, field: `hops.${position}`, documentId, by }))
  }
  return placed
}

/** The typed names, to be found or created. */
export function namesIn(hops: HopField[]): string[] {
  return hops
    .filter(({ naming, sourceId }) => naming !== 'unstated' && sourceId === undefined)
    .map(({ source }) => source)
    .filter(Boolean)
}

/** Replaces a statement's chain by the one sent. A hop that moves keeps its row, and with it its verdicts and notes. */
export async function replaceHops(tx: Db, { statementId, hops }: { statementId: number; hops: PlacedHop[] }) {
  const before = await tx.hop.findMany({
    where: { statementId },
    include: { _count: { select: { verdicts: true, notes: true } } },
  })
  const kept = new Set(hops.map((hop) => hop.id))
  const dropped = before.filter((hop) => !kept.has(hop.id))
  const judged = dropped.find((hop) => hop._count.verdicts > 0)
  if (judged) {
    throw new Refused({
      hops: `Step ${judged.position + 1} has a verdict, which would be lost with it. Keep the step, and mend what it says`,
    })
  }
  const noted = dropped.find((hop) => hop._count.notes > 0)
  if (noted) {
    throw new Refused({
      hops: `Step ${noted.position + 1} has notes, which would be lost with it. Keep the step, and mend what it says`,
    })
  }
  await tx.hop.deleteMany({ where: { id: { in: dropped.map((hop) => hop.id) } } })

  // Positions are unique, so existing hops first move out of the way.
  await tx.hop.updateMany({ where: { statementId }, data: { position: { increment: 1000 } } })
  const own = new Set(before.map((hop) => hop.id))
  for (const [position, { id, ...hop }] of hops.entries()) {
    if (id !== undefined && own.has(id)) await tx.hop.update({ where: { id }, data: { ...hop, position } })
    else await tx.hop.create({ data: { ...hop, position, statementId } })
  }
}

function isEmpty(hop: HopField): boolean {
  return hop.naming !== 'unstated' && !hop.source && !hop.sourceId && !hop.description && !hop.cue
}

type Placed = { hop: HopField; field: string; documentId: number }

async function placeHop(tx: Db, { hop, field, documentId, by }: Placed & By): Promise<PlacedHop> {
  return {
    id: hop.id,
    naming: hop.naming,
    ...(await placeSpeaker(tx, { hop, field, by })),
    anonymityReason: hop.anonymityReason || null,
    knowledgeBasis: hop.knowledgeBasis || null,
    cue: hop.cue || null,
    addressee: hop.addressee || null,
    addresseeSourceId: await checkSource(tx, hop.addresseeSourceId, `${field}.addresseeSourceId`),
    place: hop.place || null,
    medium: hop.medium || null,
    mediumDocumentId: await checkDocument(tx, hop.mediumDocumentId, `${field}.mediumDocumentId`),
    saidOn: hop.said?.on ?? null,
    saidPrecision: hop.said?.precision ?? null,
    spokenLanguage: checkLanguage(hop.spokenLanguage, `${field}.spokenLanguage`),
    translated: hop.translated,
    translatedBy: hop.translatedBy || null,
    upstreamId: await placeUpstream(tx, { hop, field: `${field}.upstream`, documentId }),
  }
}

async function placeSpeaker(tx: Db, { hop, field, by }: { hop: HopField; field: string } & By) {
  if (hop.naming === 'unstated') return { sourceId: null, description: null, bodyShown: false }

  const isNamed = hop.source !== '' || hop.sourceId !== undefined
  if (hop.naming === 'named' && !isNamed) {
    throw new Refused({ [`${field}.source`]: 'Say who, or choose “described” or “not stated”' })
  }
  if (hop.naming === 'described' && hop.description === '') {
    throw new Refused({ [`${field}.description`]: 'Give the description as printed, such as “a top UN official”' })
  }
  const source = isNamed
    ? await chooseSource(tx, {
        name: hop.source,
        kind: hop.sourceKind,
        role: hop.role,
        sourceId: hop.sourceId,
        field: `${field}.source`,
        by,
      })
    : null
  if (hop.naming === 'named') return { sourceId: source?.id ?? null, description: null, bodyShown: false }
  if (hop.bodyShown) checkBody(source, `${field}.bodyShown`)
  return { sourceId: source?.id ?? null, description: hop.description, bodyShown: hop.bodyShown }
}

function checkBody(source: { name: string; kind: SourceKind } | null, field: string): void {
  if (source === null) {
    throw new Refused({ [field]: 'Say which organisation they belong to, or leave this unticked' })
  }
  if (!isSeen('body', source)) {
    throw new Refused({
      [field]: `“${source.name}” is not an organisation, government or group, so showing it would tell readers who the source is. Leave this unticked, or say which organisation they belong to`,
    })
  }
}

async function checkSource(tx: Db, id: number | undefined, field: string): Promise<number | null> {
  if (id === undefined) return null
  const source = await findOptionalStanding(tx, id)
  if (source) return source.id
  throw new Refused({ [field]: `There is no source ${id}` })
}

async function checkDocument(tx: Db, id: number | undefined, field: string): Promise<number | null> {
  if (id === undefined) return null
  if (await tx.document.findUnique({ where: { id }, select: { id: true } })) return id
  throw new Refused({ [field]: `There is no document ${id}` })
}

/** The statement that a step was taken from, by its number or by words that only one statement elsewhere has. */
async function placeUpstream(tx: Db, { hop, field, documentId }: Placed): Promise<number | null> {
  const { upstream, upstreamId } = hop
  const [, number] = /^#?(\d{1,9})(?!\d)/.exec(upstream) ?? []
  const id = upstreamId ?? (number === undefined ? undefined : Number(number))
  if (id !== undefined) {
    if (await tx.statement.findUnique({ where: { id }, select: { id: true } })) return id
    throw new Refused({ [field]: `There is no statement ${id} that this could come from` })
  }
  if (upstream === '') return null

  const found = await suggestStatements(tx, { q: upstream, elsewhereThan: documentId })
  const [only] = found
  if (!only) throw new Refused({ [field]: 'No statement in another document has these words. Try fewer of them' })
  if (found.length === 1) return only.id
  throw new Refused(
    { [field]: 'Several statements have these words: choose which one this was taken from' },
    { [field]: found.map(({ id, label }) => ({ value: String(id), label })) },
  )
}

function checkLanguage(tag: string, field: string): string | null {
  if (tag === '') return null
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null
  } catch {
    throw new Refused({ [field]: `“${tag}” is not a language code. Write ru, ar, pt-BR, …` })
  }
}
