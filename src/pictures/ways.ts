import type { DrawnStatement } from './queries.ts'

/** A stop of the words on their way: a source, somebody who is not named, or a document. */
export type Stop = {
  /** Equal for the same stop: "s:12", "d:7", "u:7:0:a top official". */
  key: string
  kind: 'source' | 'unnamed' | 'document'
  name: string
  /** The kind of source, or the document's publisher. */
  detail: string
  path: string | null
  /** The source itself, or the publisher of the document. */
  sourceId: number | null
  /** The word with which it passes them on: "told". */
  cue: string | null
}

export const inOwnVoice = 'in its own voice'
export const printedFirst = 'printed it first'

type Hop = DrawnStatement['hops'][number]
type ById = Map<number, DrawnStatement>

/**
 * The way of a statement's words from the origin outwards, through every document that is stored here. As in the
 * derived values, the first step taken from another statement decides, and stands for that statement's publication
 * unless it names somebody else.
 */
export function wayOf(statement: DrawnStatement, byId: ById, met: readonly number[] = []): Stop[] {
  const { hops } = statement
  const at = hops.findIndex(({ upstreamId }) => upstreamId !== null && byId.has(upstreamId))
  const way = at < 0 ? [] : wayUpstream(hops[at], byId, [...met, statement.id])
  for (const [i, hop] of hops.entries()) {
    if (i < at) continue
    if (i === at) followOn(way, hop)
    else goTo(way, stopAt(hop, statement))
    const { mediumDocument } = hop
    if (i !== at && mediumDocument && mediumDocument.id !== statement.document.id) {
      goTo(way, documentStop(mediumDocument))
    }
  }
  const { publisher } = statement.document
  if (isCopy(statement) && at < 0) goTo(way, { ...sourceStop(statement.origin), cue: printedFirst })
  goTo(way, { ...sourceStop(publisher), cue: hops.length === 0 ? inOwnVoice : null })
  goTo(way, documentStop(statement.document))
  return way
}

/** Wire copy: its own voice is the word of whoever printed it first. */
function isCopy(
  statement: DrawnStatement,
): statement is DrawnStatement & { origin: DrawnStatement['document']['publisher'] } {
  const { origin, hops, document } = statement
  return origin !== null && origin.id !== document.publisher.id && hops.every(({ naming }) => naming !== 'named')
}

/** A trail that returns to a statement ends with its document: the circle is closed there. */
function wayUpstream(hop: Hop | undefined, byId: ById, met: readonly number[]): Stop[] {
  const upstream = byId.get(hop?.upstreamId ?? 0)
  if (!upstream) return []
  return met.includes(upstream.id) ? [documentStop(upstream.document)] : wayOf(upstream, byId, met)
}

function followOn(way: Stop[], hop: Hop): void {
  const last = way.at(-1)
  const isMet = hop.naming !== 'named' || way.some(({ sourceId }) => sourceId === hop.source?.id)
  if (last && isMet) last.cue = hop.cue
  else if (hop.source) goTo(way, { ...sourceStop(hop.source), cue: hop.cue })
}

/** The same name twice in a row counts once, even with its own document in between. */
function goTo(way: Stop[], stop: Stop): void {
  const last = way.at(-1)
  const isOn = last && (last.key === stop.key || (stop.kind === 'source' && last.sourceId === stop.sourceId))
  if (!isOn || last.kind === 'unnamed') way.push(stop)
  else last.cue ??= stop.cue
}

function stopAt(hop: Hop, { document }: DrawnStatement): Stop {
  const { naming, source, description, cue, position } = hop
  if (naming === 'named' && source) return { ...sourceStop(source), cue }
  const name = description ?? 'someone not named'
  return {
    // Two people described alike may not be the same, but within one step of one text they count as one.
    key: `u:${document.id}:${position}:${name}`,
    kind: 'unnamed',
    name,
    detail: naming === 'described' ? 'not named' : 'not stated',
    path: source?.path ?? null,
    sourceId: null,
    cue,
  }
}

function sourceStop({ id, name, kind, path }: DrawnStatement['document']['publisher']): Stop {
  return { key: `s:${id}`, kind: 'source', name, detail: kind, path, sourceId: id, cue: null }
}

function documentStop(document: {
  id: number
  title: string
  path: string
  publisher: { id: number; name: string }
}): Stop {
  const { id, title, path, publisher } = document
  return {
    key: `d:${id}`,
    kind: 'document',
    name: title,
    detail: publisher.name,
    path,
    sourceId: publisher.id,
    cue: null,
  }
}
