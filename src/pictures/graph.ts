import type { ClaimStance } from '../database/client/enums.ts'
import { findCircles } from './circles.ts'
import type { DrawnStatement } from './queries.ts'
import { type Stop, wayOf } from './ways.ts'

export type GraphNode = Omit<Stop, 'cue'> & {
  /** Why it stands out: "the only origin". */
  mark: string | null
  inCircle: boolean
}
export type GraphEdge = {
  from: string
  to: string
  /** How it was passed on: "told", "reports". */
  cues: string[]
  /** The passages that came this way, by id, and the stance of each towards the claim of the picture. */
  statementIds: number[]
  stances: ClaimStance[]
  inCircle: boolean
}
export type Graph = { nodes: GraphNode[]; edges: GraphEdge[] }

type Link = { from: Stop; to: Stop }
type Way = { statement: DrawnStatement; stops: Stop[]; links: Link[] }

/** The chains of reports of several statements, merged into one graph of people and documents. */
export function makeGraph(
  statements: DrawnStatement[],
  all: Map<number, DrawnStatement>,
  claimId: number | null,
): Graph {
  const ways = statements.map((statement): Way => {
    const stops = wayOf(statement, all)
    const links = stops.slice(1).flatMap((to, i) => {
      const from = stops[i]
      return from && from.key !== to.key ? [{ from, to }] : []
    })
    return { statement, stops, links }
  })
  const circular = findCircularLinks(ways, claimId)
  const marks = findOnlyOrigins(statements, claimId)

  const nodes = new Map<string, GraphNode>()
  const edges = new Map<string, GraphEdge>()
  for (const { statement, stops, links } of ways) {
    for (const { cue: _cue, ...stop } of stops) {
      if (!nodes.has(stop.key)) nodes.set(stop.key, { ...stop, mark: marks.get(stop.key) ?? null, inCircle: false })
    }
    for (const { from, to } of links) {
      const key = linkKey({ from, to })
      const inCircle = circular.has(key)
      const edge = edges.get(key) ?? { from: from.key, to: to.key, cues: [], statementIds: [], stances: [], inCircle }
      edges.set(key, edge)
      if (from.cue && !edge.cues.includes(from.cue)) edge.cues.push(from.cue)
      if (edge.statementIds.at(-1) !== statement.id) {
        edge.statementIds.push(statement.id)
        edge.stances.push(stanceOf(statement, claimId))
      }
      if (inCircle) for (const { key } of [from, to]) Object.assign(nodes.get(key) ?? {}, { inCircle })
    }
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()] }
}

/** If several claims are drawn, a passage counts as asserting unless it asserts none of them. */
export function stanceOf({ claims }: DrawnStatement, claimId: number | null): ClaimStance {
  return drawnStance(claims.filter(({ id }) => claimId === null || id === claimId).map(({ stance }) => stance))
}

/** The stance in which an arrow is drawn: as an assertion, if any passage asserts. */
export function drawnStance(stances: ClaimStance[]): ClaimStance {
  if (stances.length === 0 || stances.includes('asserts')) return 'asserts'
  return stances.includes('denies') ? 'denies' : 'doubts'
}

/** Two who have it from each other are a circle only if it is about one claim. */
function findCircularLinks(ways: Way[], claimId: number | null): Set<string> {
  const groups = new Map<string, Way[]>()
  for (const way of ways) {
    const claims = way.statement.claims.filter(({ id }) => claimId === null || id === claimId)
    const keys = claims.length > 0 ? claims.map(({ id }) => `claim ${id}`) : [`statement ${way.statement.id}`]
    for (const key of keys) groups.set(key, [...(groups.get(key) ?? []), way])
  }
  const circular = new Set<string>()
  for (const group of groups.values()) {
    const links = group.flatMap((way) => way.links)
    const circles = findCircles(links.map(({ from, to }) => [from.key, to.key] as const))
    if (circles.size === 0) continue
    for (const { from, to } of links) {
      const circle = circles.get(from.key)
      if (circle !== undefined && circle === circles.get(to.key)) circular.add(linkKey({ from, to }))
    }
  }
  return circular
}

function linkKey({ from, to }: Link): string {
  return `${from.key}\n${to.key}`
}

/** The sources from which all reports of a claim come; in a picture of many claims, a single report does not count. */
function findOnlyOrigins(statements: DrawnStatement[], claimId: number | null): Map<string, string> {
  const claimsOf = new Map<string, Set<number>>()
  for (const { claims, origin } of statements) {
    if (origin === null) continue
    const key = `s:${origin.id}`
    for (const { id, stance, counts } of claims) {
      if (stance !== 'asserts' || counts?.origins !== 1 || counts.circularReports > 0) continue
      if (claimId === null ? counts.reports < 2 : id !== claimId) continue
      claimsOf.set(key, (claimsOf.get(key) ?? new Set()).add(id))
    }
  }
  return new Map(
    [...claimsOf].map(([key, { size }]) => [
      key,
      claimId !== null
        ? 'the only origin'
        : size === 1
          ? 'the only origin of a claim'
          : `the only origin of ${size} claims`,
    ]),
  )
}
