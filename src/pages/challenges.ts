import { type Request, type RequestHandler, type Response, Router } from 'express'
import type { Config } from '../config.ts'
import type { Database } from '../database/connect.ts'
import { listEvents } from '../history/queries.ts'
import { answer, askAgain, changed, permit, showOnce, wantsJson } from '../web/answer.ts'
import { blankForm, type Form, ofForm, parse, readId, submit } from '../web/forms.ts'
import { paged } from '../web/paging.ts'
import { addWords, withdrawChallenge } from '../challenges/challenges.ts'
import {
  isOnVerdictOf,
  lookAtChallenge,
  lookAtWords,
  redactChallenge,
  reopenChallenge,
  resolveChallenge,
} from '../challenges/decisions.ts'
import {
  challengePath,
  findChallenge,
  findFollowed,
  followPath,
  listChallenges,
  listToLookAt,
} from '../challenges/queries.ts'
import type { Reception } from '../challenges/reception.ts'
import {
  AddedWords,
  ChallengeFilters,
  FirstLook,
  LookAtWords,
  newChallenge,
  Nothing,
  Redaction,
  Reopening,
  Resolution,
} from '../challenges/schema.ts'
import { findTarget, kindsOf, rooms, type Target } from '../challenges/targets.ts'
import { sayKind } from '../challenges/words.ts'

/** Readers say that something is wrong, and follow what comes of it; the newsroom looks at it and decides. */
export function challengeRoutes(db: Database, { baseUrl, ownVerdicts }: Config, reception: Reception): Router {
  const routes = Router()

  for (const room of rooms) {
    routes.get(`/${room}/:id/challenge`, neverKept, async (req, res) => {
      const target = { room, id: readId(req.params.id) }
      await showForm(req, res, target, blankForm({ stamp: reception.makeStamp(target) }), answer)
    })

    routes.post(`/${room}/:id/challenges`, neverKept, async (req, res) => {
      const target = { room, id: readId(req.params.id) }
      await findTarget(db, null, target)
      const address = req.ip ?? ''
      const form = await submit(newChallenge(room), req.body, (sent) => reception.takeIn(target, { ...sent, address }))
      if (!form.ok) {
        const stamp = reception.keepStamp(target, form.values['stamp'])
        return showForm(req, res, target, { ...form, values: { ...form.values, stamp } }, askAgain)
      }
      const { id, secret } = form.result
      const link = baseUrl + followPath(id, secret)
      showOnce(req, res, 'challenges/received', { id, link, url: challengePath(id) })
    })
  }

  routes.get('/challenges', async (req, res) => {
    const filters = parse(ChallengeFilters, req.query)
    const page = paged(await listChallenges(db, req.viewer, filters), req)
    const toLookAt = await listToLookAt(db, req.viewer)
    answer(req, res, 'challenges/index', { filters, challenges: page.rows, next: page.next, toLookAt })
  })

  routes.get('/challenges/:id', async (req, res) => {
    await showChallenge(req, res, readId(req.params.id), blankForm(), answer)
  })

  routes.get('/challenges/:id/follow/:secret', neverKept, async (req, res) => {
    await showFollowed(req, res, blankForm(), answer)
  })

  routes.post('/challenges/:id/follow/:secret/words', neverKept, async (req, res) => {
    const followed = readFollowed(req)
    await findFollowed(db, followed)
    const form = await submit(AddedWords, req.body, (data) => addWords(db, { ...followed, ...data }))
    if (!form.ok) return showFollowed(req, res, form, askAgain)
    leadBack(req, res, followed)
  })

  routes.post('/challenges/:id/follow/:secret/withdrawal', neverKept, async (req, res) => {
    const followed = readFollowed(req)
    await findFollowed(db, followed)
    const form = await submit(Nothing, req.body, () => withdrawChallenge(db, followed))
    if (!form.ok) return showFollowed(req, res, form, askAgain)
    leadBack(req, res, followed)
  })

  routes.post('/challenges/:id/first-look', async (req, res) => {
    const { id: by } = permit(req, 'look at challenges')
    const id = readId(req.params.id)
    await findChallenge(db, req.viewer, id)
    const form = await submit(FirstLook, req.body, (data) => lookAtChallenge(db, id, { ...data, by }))
    if (!form.ok) return showChallenge(req, res, id, ofForm(form, 'first-look'), askAgain)
    changed(req, res, challengePath(id), { notice: 'Your first look is written down.' })
  })

  routes.post('/challenges/:id/words/:wordId/first-look', async (req, res) => {
    const { id: by } = permit(req, 'look at challenges')
    const id = readId(req.params.id)
    const wordId = readId(req.params.wordId)
    await findChallenge(db, req.viewer, id)
    const form = await submit(LookAtWords, req.body, (data) => lookAtWords(db, { id, wordId, ...data, by }))
    if (!form.ok) return showChallenge(req, res, id, ofForm(form, `words-${wordId}`), askAgain)
    changed(req, res, challengePath(id), { notice: 'Your look at these words is written down.' })
  })

  routes.post('/challenges/:id/resolution', async (req, res) => {
    const { id: by } = permit(req, 'resolve challenges')
    const id = readId(req.params.id)
    await findChallenge(db, req.viewer, id)
    const form = await submit(Resolution, req.body, (data) => resolveChallenge(db, id, { ...data, ownVerdicts, by }))
    if (!form.ok) return showChallenge(req, res, id, ofForm(form, 'resolution'), askAgain)
    changed(req, res, challengePath(id), { notice: 'It is decided. Readers see how, and why.' })
  })

  routes.post('/challenges/:id/reopening', async (req, res) => {
    const { id: by } = permit(req, 'resolve challenges')
    const id = readId(req.params.id)
    await findChallenge(db, req.viewer, id)
    const form = await submit(Reopening, req.body, (data) => reopenChallenge(db, id, { ...data, by }))
    if (!form.ok) return showChallenge(req, res, id, ofForm(form, 'reopening'), askAgain)
    changed(req, res, challengePath(id), { notice: 'The decision is taken back.' })
  })

  routes.post('/challenges/:id/redaction', async (req, res) => {
    const { id: by } = permit(req, 'redact challenges')
    const id = readId(req.params.id)
    await findChallenge(db, req.viewer, id)
    const form = await submit(Redaction, req.body, (data) => redactChallenge(db, id, { ...data, by }))
    if (!form.ok) return showChallenge(req, res, id, ofForm(form, 'redaction'), askAgain)
    changed(req, res, challengePath(id), { notice: 'The words are removed. Readers see that they were, and why.' })
  })

  /** What is not public is not challenged, whoever asks. */
  async function showForm(req: Request, res: Response, target: Target, form: Form, show: typeof askAgain) {
    const kinds = kindsOf[target.room].map((value) => ({ value, label: sayKind(value, target.room) }))
    show(req, res, 'challenges/new', { target: await findTarget(db, null, target), kinds, form })
  }

  async function showChallenge(req: Request, res: Response, id: number, form: Form, show: typeof askAgain) {
    const { shown, unseen } = await findChallenge(db, req.viewer, id)
    const { events } = shown ? await listEvents(db, req.viewer, { challengeId: id }) : { events: [] }
    const isGone = form.conflict !== undefined && shown !== null && !offers(shown.state, form.values['form'])
    const placed = isGone ? withoutPlace(form) : { form, left: [] }
    const isOwn = !ownVerdicts && req.viewer !== null && (await isOnVerdictOf(db, id, req.viewer.id))
    show(req, res, 'challenges/show', { challenge: shown, unseen, events, isOwn, ...placed })
  }

  async function showFollowed(req: Request, res: Response, form: Form, show: typeof askAgain) {
    show(req, res, 'challenges/follow', { challenge: await findFollowed(db, readFollowed(req)), form })
  }

  return routes
}

/** A stamp is one reader's, and an address with a secret is nobody else's. */
const neverKept: RequestHandler<Record<string, string>> = (_req, res, next) => {
  res.set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' })
  next()
}

function readFollowed({ params }: Request) {
  return { id: readId(params['id']), secret: String(params['secret']) }
}

/** Without a word beside it, which would take a cookie; the page says what was done. */
function leadBack(req: Request, res: Response, { id, secret }: { id: number; secret: string }): void {
  if (wantsJson(req)) res.json({ url: followPath(id, secret) })
  else res.redirect(303, followPath(id, secret))
}

/** Whether the page of a challenge in this state has the form of that name. */
function offers(state: string, form: unknown): boolean {
  if (form === 'first-look') return state === 'waiting'
  if (form === 'resolution') return state === 'open'
  return form !== 'reopening' || !['waiting', 'open', 'withdrawn'].includes(state)
}

/** Somebody decided meanwhile, so that the form is not on the page: what was typed is shown there by itself. */
function withoutPlace({ conflict: _, ...form }: Form) {
  const { reason, changed } = form.values
  return { form, left: [reason, changed].filter((words) => typeof words === 'string' && words !== '') }
}
