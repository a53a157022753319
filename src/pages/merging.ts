import { type ErrorRequestHandler, type Request, type Response, Router } from 'express'
import createError from 'http-errors'
import { findOptionalSurvivor } from '../claims/queries.ts'
import type { Database } from '../database/connect.ts'
import { id as idField } from '../words/fields.ts'
import { countPairs } from '../same/kin.ts'
import { findSurvivorId } from '../same/survivor.ts'
import { compareWaiting } from '../same/pairs.ts'
import { may } from '../policy.ts'
import { answer, changed, leadOn, permit } from '../web/answer.ts'
import { begin, type Form, parse, readId, receive, submit, type Values } from '../web/forms.ts'
import { isMissing } from '../web/errors.ts'
import { paged } from '../web/paging.ts'
import { claims } from '../merging/claims.ts'
import type { Mergeable, Side } from '../merging/kind.ts'
import { mergeThings } from '../merging/merge.ts'
import { decidePair, listPairs } from '../merging/pairs.ts'
import { findMergePlan } from '../merging/plan.ts'
import {
  mergeForm,
  type MergeInto,
  mergeIntoForm,
  PairFilters,
  SeveralAsked,
  SeveralDecision,
  severalForm,
} from '../merging/schema.ts'
import { mergeSeveral, planSeveral } from '../merging/several.ts'
import { sources } from '../merging/sources.ts'
import { findMergeTarget, isThere } from '../merging/target.ts'
import { topics } from '../merging/topics.ts'
import { undoMerge } from '../merging/undo.ts'

/** Registered before the routes of the things themselves, whose addresses have numbers where these have words. */
export function mergeRoutes(db: Database): Router {
  const routes = Router()
  for (const kind of [sources, topics, claims]) {
    pairRoutes(db, kind, routes)
    severalRoutes(db, kind, routes)
    routesOf(db, kind, routes)
  }
  return routes
}

function pairRoutes(db: Database, kind: Mergeable, routes: Router): void {
  const list = `/${kind.many}/duplicates`

  routes.get(list, async (req, res) => {
    permit(req, kind.edit)
    const filters = parse(PairFilters, req.query)
    const page = paged(await listPairs(db, kind, filters), req, filters.limit)
    const { waiting } = await countPairs(db, kind)
    const { one, many } = kind
    answer(req, res, 'merging/duplicates', { one, many, filters, pairs: page.rows, next: page.next, waiting })
  })

  routes.post(`/${kind.many}/comparisons`, async (req, res) => {
    permit(req, kind.edit)
    await compareWaiting(db, kind, 500)
    changed(req, res, list, { notice: 'Compared.' })
  })

  routes.post(`${list}/:id/dismissal`, async (req, res) => {
    const { id: by } = permit(req, kind.edit)
    await decidePair(db, kind, { pairId: readId(req.params.id), isDifferent: true, by })
    changed(req, res, list, { notice: 'Kept as two. They will not be suggested again.' })
  })

  routes.post(`${list}/:id/reopening`, async (req, res) => {
    const { id: by } = permit(req, kind.edit)
    await decidePair(db, kind, { pairId: readId(req.params.id), isDifferent: false, by })
    changed(req, res, list, { notice: 'They are suggested again.' })
  })
}

/** Several that were ticked in their list. */
function severalRoutes(db: Database, kind: Mergeable, routes: Router): void {
  const { one, many, called } = kind
  const address = `/${many}/merge`

  routes.get(address, async (req, res) => {
    permit(req, kind.edit)
    const { only, stays } = parse(SeveralAsked, req.query)
    if (only.length === 0) {
      const form = begin(severalForm.about(many), {})
      return answer(req, res, 'merging/several', { one, many, called, plan: null, form })
    }
    await showSeveral(req, res, only, stays)
  })

  routes.post(address, async (req, res) => {
    const { id: by } = permit(req, kind.edit)
    const permitSeen = () => void permit(req, kind.editSeen)
    const merged = await receive(req, severalForm.about(many), (sent) =>
      mergeSeveral(db, kind, { ...sent, permitSeen, by }),
    )
    if (!merged.ok) {
      const sent = SeveralDecision.pick({ survivorId: true, seen: true }).safeParse(merged.values)
      const ids = sent.data?.seen.map(({ id }) => id) ?? []
      if (req.sentForm?.status === 409) req.sentForm = askToLookAgain(req.sentForm)
      return showSeveral(req, res, ids, sent.data?.survivorId)
    }
    const { survivorId, name, count } = merged.result
    changed(req, res, `/${many}/${survivorId}`, {
      notice: `Merged: ${count} ${many} are “${name}” from now on. Each merge can be undone below.`,
    })
  })

  async function showSeveral(req: Request, res: Response, ids: number[], stays: number | undefined) {
    const asked = { ids, stays, maySeen: may(req.viewer, kind.editSeen) }
    const plan = await submit(SeveralAsked, { only: ids }, () => planSeveral(db, kind, asked))
    if (!plan.ok && !req.sentForm) req.sentForm = { ...plan, name: severalForm.about(many).name }
    const data = { one, many, called, plan: plan.ok ? plan.result : null }
    answer(req, res, 'merging/several', { ...data, form: begin(severalForm.about(many), {}) }, undefined, () => ({
      shown: plan.ok ? presentSeveral(address, plan.result) : null,
    }))
  }
}

/** The addresses that keep another one, or leave one out. */
function presentSeveral(address: string, { survivor, goes, sides }: Awaited<ReturnType<typeof planSeveral>>) {
  const link = (ids: number[], stays: number) =>
    `${address}?${new URLSearchParams([...ids.map((id) => ['only', String(id)]), ['stays', String(stays)]])}`
  const ids = sides.map(({ id }) => id)
  return {
    canMerge: goes.every(({ conflicts }) => conflicts.length === 0),
    facts: knownOf(survivor),
    goes: goes.map(({ thing, ...rest }) => ({
      ...rest,
      thing,
      facts: knownOf(thing),
      keepHref: link(ids, thing.id),
      leaveOutHref: goes.length < 2 ? null : link(without(ids, thing.id), survivor.id),
    })),
  }
}

/** The facts that say something, where several things stand below each other. */
function knownOf({ facts }: Side) {
  return facts.filter(({ value }) => value !== 'nothing')
}

function without(ids: number[], id: number): number[] {
  return ids.filter((other) => other !== id)
}

/** The page shows how they are now: there is nothing to compare. */
function askToLookAgain({ stored: _, conflict: __, ...form }: Form): Form {
  const sentence = 'One of them was changed after you opened this page. Check again, then merge them'
  return { ...form, errors: { form: [sentence] } }
}

function routesOf(db: Database, kind: Mergeable, routes: Router): void {
  const merge = `/${kind.many}/:id/merge` as const

  routes.get(merge, async (req, res) => {
    permit(req, kind.edit)
    const id = readId(req.params.id)
    const survivorId = await findSurvivorId(db, kind, id)
    if (survivorId !== undefined) return leadOn(req, res, `/${kind.many}/${survivorId}/merge`)
    const { name } = await kind.find(db, id)
    if (req.query['into'] === undefined && req.query['intoId'] === undefined) {
      return answer(req, res, 'merging/merge', data({ id, name }, {}))
    }
    const find = (typed: MergeInto) => findMergeTarget(db, kind, req.viewer, id, typed)
    const found = await receive(req, mergeIntoForm.about(`${kind.one}-${id}`), find, req.query)
    if (!found.ok) return answer(req, res, 'merging/merge', data({ id, name }, {}))
    const plan = await findMergePlan(db, kind, id, found.result.id)
    answer(req, res, 'merging/merge', data({ id, name }, { plan, told: found.result.told }))
  })

  routes.post(merge, async (req, res) => {
    const { id: by } = permit(req, kind.edit)
    const id = readId(req.params.id)
    const { name } = await kind.find(db, id)
    const permitSeen = () => void permit(req, kind.editSeen)
    const merged = await receive(req, mergeForm.about(`${kind.one}-${id}`), (sent) =>
      mergeThings(db, kind, id, { ...sent, permitSeen, by }),
    )
    if (!merged.ok) return showAgain(req, res, { id, name }, merged.values)
    changed(req, res, `/${kind.many}/${merged.result.survivorId}`, {
      id: merged.result.id,
      notice: `Merged: “${name}” is “${merged.result.name}” from now on. It can be undone below.`,
    })
  })

  routes.post(`${kind.undoneAt}/:id/undo`, async (req, res) => {
    const { id: by } = permit(req, kind.edit)
    const permitSeen = () => void permit(req, kind.editSeen)
    const { mergedId, lost } = await undoMerge(db, kind, { mergeId: readId(req.params.id), permitSeen, by })
    const notice = [`Undone: they are two ${kind.many} again`, ...lost].map((sentence) => `${sentence}.`).join(' ')
    changed(req, res, `/${kind.many}/${mergedId}`, { notice })
  })

  /** The preview again, with the present values; without it if the form does not identify a second thing. */
  async function showAgain(req: Request, res: Response, thing: Head, values: Values) {
    const survivorId = idField.safeParse(values['survivorId'])
    const hasTwo = survivorId.success && survivorId.data !== thing.id && (await isThere(db, kind, survivorId.data))
    const plan = hasTwo ? await findMergePlan(db, kind, thing.id, survivorId.data) : null
    answer(req, res, 'merging/merge', data(thing, { plan }))
  }

  function data(thing: Head, shown: { plan?: object | null; told?: string | null }) {
    const { one, many, called, suggestedAt, intoHint } = kind
    const form = begin((shown.plan ? mergeForm : mergeIntoForm).about(`${one}-${thing.id}`), {})
    return { one, many, called, suggestedAt, intoHint, [one]: thing, thing, plan: null, told: null, form, ...shown }
  }
}

/**
 * Redirects any address of a merged claim that a room did not find: its page, its frame on other sites, its picture.
 * Readers are redirected only if they had seen the claim; a form sent there is not applied to another claim.
 */
export function leadOnMergedClaims(db: Database): ErrorRequestHandler {
  return async (error: unknown, req, res, next) => {
    const [, before, digits, after] = /^((?:\/embed)?\/claims\/)(\d{1,9})(?:-[^/]*)?(\/.*)?$/.exec(req.path) ?? []
    if (digits === undefined || !isMissing(error)) return next(error)
    const survivorId = await findOptionalSurvivor(db, req.viewer, Number(digits))
    if (survivorId === undefined) return next(error)
    if (req.method === 'GET' || req.method === 'HEAD') return leadOn(req, res, `${before}${survivorId}${after ?? ''}`)
    next(createError(409, `This claim was merged into claim ${survivorId}. Open that one, and send your words there`))
  }
}

type Head = { id: number; name: string }
