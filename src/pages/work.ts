import { type Request, type Response, Router } from 'express'
import { listColleagues } from '../accounts/queries.ts'
import { countToLookAt } from '../challenges/challenges.ts'
import type { Database } from '../database/connect.ts'
import { may } from '../policy.ts'
import { answer, changed, permit, wantsJson } from '../web/answer.ts'
import { begin, type Form, parse, parseQuery, readId, receive, submit } from '../web/forms.ts'
import { formatCount } from '../words/dates.ts'
import {
  changeInBulk,
  findBulkChange,
  findBulkOwner,
  findUndoable,
  listBulkChanges,
  previewBulk,
  undoBulk,
} from '../work/bulk.ts'
import { isNarrowed, writeFilters } from '../work/filters.ts'
import { presentBulk, presentDesk } from '../work/presentation.ts'
import { countViews, countWork, findWork, listClaimsOfWork, listTopicNames, listWork } from '../work/queries.ts'
import { listChanges } from '../recheck/queries.ts'
import { markForRecheck } from '../recheck/recheck.ts'
import { settleByHand } from '../recheck/settling.ts'
import { deleteFilter, listSavedFilters, renameFilter, restoreFilter, saveFilter } from '../work/saved-filters.ts'
import {
  Back,
  BulkAsk,
  BulkDone,
  bulkForm,
  ChangesQuery,
  DeskQuery,
  Filters,
  listForm,
  listNameForm,
  NewSavedFilter,
  recheckForm,
  Ticked,
  views,
  workForm,
} from '../work/schema.ts'
import { listWaiting } from '../work/waiting.ts'
import { viewWords } from '../work/words.ts'
import { changeNotice, changeWork } from '../work/work.ts'

/** How many things of a bulk change are listed individually. */
const mostShown = 100

/** The newsroom's work: the desk's lists, assignees and due dates. */
export function workRoutes(db: Database): Router {
  const routes = Router()

  routes.get('/desk', async (req, res) => {
    const viewer = permit(req, 'take work')
    const { after, ...filters } = parse(DeskQuery, req.query)
    const query = writeFilters(filters)
    const [{ works, next }, counts, lists, colleagues, topics, undoable, challenges] = await Promise.all([
      listWork(db, viewer, filters, after),
      countViews(db, viewer),
      listSavedFilters(db, { accountId: viewer.id }),
      listColleagues(db),
      listTopicNames(db),
      findUndoable(db, viewer),
      countToLookAt(db),
    ])
    // A list that fits on this page, or is read whole, is already counted.
    const isAll = after === undefined && next === null
    const total = isAll
      ? String(works.length)
      : isNarrowed(filters) || filters.view === 'all'
        ? await countWork(db, viewer, filters)
        : counts[filters.view]
    const data = {
      filters,
      query,
      isNarrowed: isNarrowed(filters),
      works,
      total,
      next: next === null ? null : `/desk?${query}&after=${next}`,
      tabs: views.map((view) => ({
        view,
        path: `/desk?view=${view}`,
        label: viewWords[view],
        count: counts[view],
        isHere: view === filters.view,
      })),
      ...lists,
      colleagues,
      topics,
      undoable,
      challenges,
    }
    const opens = filters.view === 'mine' && !data.isNarrowed && after === undefined && !wantsJson(req)
    const waiting = opens && req.viewer ? await listWaiting(db, req.viewer) : []
    answer(req, res, 'desk/index', data, undefined, () => ({ ...presentDesk(data), waiting }))
  })

  routes.get('/desk/changes', async (req, res) => {
    permit(req, 'take work')
    const { before } = parseQuery(ChangesQuery, req.query)
    const { changes, next } = await listChanges(db, before)
    answer(req, res, 'desk/changes', { changes, next: next === null ? null : `/desk/changes?before=${next}` })
  })

  routes.get('/desk/bulk', async (req, res) => {
    permit(req, 'change many at once')
    if (req.query['action'] === 'merge') return res.redirect(302, await mergingOf(db, parse(Ticked, req.query)))
    await showBulk(req, res, req.query)
  })

  routes.post('/desk/bulk', async (req, res) => {
    const viewer = permit(req, 'change many at once')
    const given = await submit(BulkDone, req.body, (ask) => {
      permitAction(req, ask)
      return changeInBulk(db, viewer, ask)
    })
    if (!given.ok) return showBulk(req, res, req.body, given)
    const { id, count, summary } = given.result
    changed(req, res, `/bulk/${id}`, { id, notice: `${formatCount(count, 'thing')} ${summary}.` })
  })

  routes.get('/bulk/:id', async (req, res) => {
    const viewer = permit(req, 'change many at once')
    const change = await findBulkChange(db, readId(req.params.id), { most: mostShown })
    const mayUndo =
      change.undoneAt === null &&
      (change.accountId === viewer.id || may(req.viewer, 'undo what others changed at once'))
    answer(req, res, 'desk/changed', { change, mayUndo })
  })

  routes.post('/bulk/:id/undo', async (req, res) => {
    const { id: by } = permit(req, 'change many at once')
    const { id, accountId } = await findBulkOwner(db, readId(req.params.id))
    if (accountId !== by) permit(req, 'undo what others changed at once')
    const { putBack, leftAlone } = await undoBulk(db, id, { by })
    const rest =
      leftAlone === 0 ? '' : ` ${formatCount(leftAlone, 'thing')} left alone: somebody changed what it was since.`
    changed(req, res, `/bulk/${id}`, { notice: `${formatCount(putBack, 'thing')} put back as before.${rest}` })
  })

  routes.get('/desk/filters', async (req, res) => {
    const { id: accountId } = permit(req, 'save filters')
    const { query } = parse(NewSavedFilter.pick({ query: true }), req.query)
    answer(req, res, 'desk/filters', {
      ...(await listSavedFilters(db, { accountId })),
      form: begin(listForm.about(), { query }),
    })
  })

  routes.post('/desk/filters', async (req, res) => {
    const { id: accountId } = permit(req, 'save filters')
    const given = await receive(req, listForm.about(), (data) => saveFilter(db, { ...data, accountId }))
    if (!given.ok) return answer(req, res, 'desk/filters', await listSavedFilters(db, { accountId }))
    const { id, name, query } = given.result
    changed(req, res, `/desk?${query}`, { id, notice: `The list is saved as “${name}”.` })
  })

  routes.post('/desk/filters/:id', async (req, res) => {
    const { id: accountId } = permit(req, 'save filters')
    const id = readId(req.params.id)
    const given = await receive(req, listNameForm.about(`list-${id}`), (data) =>
      renameFilter(db, id, { ...data, accountId }),
    )
    if (!given.ok) return answer(req, res, 'desk/filters', await listSavedFilters(db, { accountId }))
    changed(req, res, '/desk/filters', { notice: `It is named “${given.result.name}” now.` })
  })

  routes.post('/desk/filters/:id/removal', async (req, res) => {
    const { id: accountId } = permit(req, 'save filters')
    const { name } = await deleteFilter(db, readId(req.params.id), { accountId })
    changed(req, res, '/desk/filters', { notice: `“${name}” is deleted. It can be brought back below.` })
  })

  routes.post('/desk/filters/:id/restoration', async (req, res) => {
    const { id: accountId } = permit(req, 'save filters')
    const { name } = await restoreFilter(db, readId(req.params.id), { accountId })
    changed(req, res, '/desk/filters', { notice: `“${name}” is back.` })
  })

  routes.get('/work/:id', async (req, res) => {
    const viewer = permit(req, 'take work')
    const work = await findWork(db, viewer, readId(req.params.id))
    answer(req, res, 'desk/work', { work, back: work.path })
  })

  routes.post('/work/:id', async (req, res) => {
    const viewer = permit(req, 'take work')
    const id = readId(req.params.id)
    const { back } = parse(Back, req.body ?? {})
    const given = await receive(req, workForm.about(`work-${id}`), (data) =>
      changeWork(db, id, { ...data, by: viewer.id }),
    )
    if (!given.ok) return answer(req, res, 'desk/work', { work: await findWork(db, viewer, id), back })
    changed(req, res, back, { notice: changeNotice(given.result) })
  })

  routes.post('/work/:id/recheck', async (req, res) => {
    const viewer = permit(req, 'take work')
    const id = readId(req.params.id)
    const { back } = parse(Back, req.body ?? {})
    const given = await receive(req, recheckForm.about(`work-${id}`), ({ reason }) =>
      markForRecheck(db, id, { reason, by: viewer.id }),
    )
    if (!given.ok) return answer(req, res, 'desk/work', { work: await findWork(db, viewer, id), back })
    changed(req, res, back, { notice: 'It is under “Needs a second look” now, with your reason.' })
  })

  routes.post('/work/:id/settlement', async (req, res) => {
    const { id: by } = permit(req, 'take work')
    const { back } = parse(Back, req.body ?? {})
    await settleByHand(db, readId(req.params.id), { by })
    changed(req, res, back, { notice: 'It still holds: nobody needs to look again.' })
  })

  return routes

  /** What would change; shown again if the form has errors or things have changed. */
  async function showBulk(req: Request, res: Response, input: unknown, failed?: Form): Promise<void> {
    const viewer = permit(req, 'change many at once')
    const { digest: _, ...asked } = (input ?? {}) as Record<string, unknown>
    const filters = parse(Filters, asked)
    const form = await submit(BulkAsk, asked, (ask) => {
      permitAction(req, ask)
      return previewBulk(db, viewer, ask)
    })
    const { action, only } = BulkAsk.pick({ action: true, only: true }).safeParse(pick(asked)).data ?? { only: [] }
    const [total, colleagues, topics, recent] = await Promise.all([
      only.length > 0 ? String(only.length) : countWork(db, viewer, filters),
      listColleagues(db),
      listTopicNames(db),
      listBulkChanges(db),
    ])
    const data = {
      filters,
      query: writeFilters(filters),
      action: action ?? null,
      only: only.join(','),
      total,
      plan: form.ok ? shorten(form.result) : null,
      colleagues,
      topics,
      recent,
    }
    const shown = () => presentBulk({ ...data, asked })
    const bad = failed ?? (form.ok ? undefined : form)
    if (bad) req.sentForm = { ...(bad.stored ? askToLookAgain(bad) : bad), name: bulkForm.about().name }
    answer(req, res, 'desk/bulk', { ...data, form: begin(bulkForm.about(), asked) }, undefined, shown)
  }
}

/** The changes are listed below: there is nothing to compare. */
function askToLookAgain({ stored: _, conflict: __, ...form }: Form): Form {
  const sentence = 'This list changed after you looked. Below is what would change now: look again, then change it'
  return { ...form, errors: { form: [sentence] } }
}

/** Where the claims that were ticked become one. Lists tick the work on things. */
async function mergingOf(db: Database, { only }: Ticked): Promise<string> {
  const ids = await listClaimsOfWork(db, only)
  return `/claims/merge?${new URLSearchParams(ids.map((id) => ['only', String(id)]))}`
}

/** A bulk change of the things themselves takes the right to change one of them. */
function permitAction(req: Request, { action }: BulkAsk): void {
  if (action === 'tag') permit(req, 'edit claims')
  if (action === 'review') permit(req, 'ask for review')
}

function pick({ action, only }: Record<string, unknown>) {
  return { action, only }
}

type Plan = Awaited<ReturnType<typeof previewBulk>>

/** As much of it as a page shows, and the total. */
function shorten(plan: Plan) {
  if (!plan) return null
  const { changes, leftOut, ...rest } = plan
  return {
    ...rest,
    total: changes.length,
    changes: changes.slice(0, mostShown).map(({ title, before, after, path }) => ({ title, before, after, path })),
    leftOut: leftOut.map(({ why, titles }) => ({ why, total: titles.length, titles: titles.slice(0, mostShown) })),
  }
}
