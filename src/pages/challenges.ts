import { type Request, type RequestHandler, type Response, Router } from 'express'
import type { Config } from '../config.ts'
import { findOptionalSurvivor } from '../claims/queries.ts'
import type { Database } from '../database/connect.ts'
import { listEvents } from '../history/queries.ts'
import { Refused } from '../refused.ts'
import { answer, changed, permit, showOnce, wantsJson } from '../web/answer.ts'
import { button, press } from '../web/form-kinds.ts'
import { begin, parseQuery, readId, receive } from '../web/forms.ts'
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
  addedWordsForm,
  ChallengeFilters,
  challengeForm,
  firstLookForm,
  LookAtWords,
  newChallenge,
  redactionForm,
  reopeningForm,
  resolutionForm,
} from '../challenges/schema.ts'
import { findTarget, kindsOf, rooms, type Target } from '../challenges/targets.ts'
import { sayKind } from '../challenges/words.ts'

/** Readers report errors and follow the decision; the newsroom reviews and decides. */
export function challengeRoutes(db: Database, { baseUrl, ownVerdicts }: Config, reception: Reception): Router {
  const routes = Router()

  for (const room of rooms) {
    routes.get(`/${room}/:id/challenge`, neverKept, async (req, res) => {
      const target = { room, id: readId(req.params.id) }
      await showForm(req, res, target, reception.makeStamp(target))
    })

    routes.post(`/${room}/:id/challenges`, neverKept, async (req, res) => {
      const sentTo = { room, id: readId(req.params.id) }
      const target = await findTargetNow(db, sentTo)
      const address = req.ip ?? ''
      const asked = { ...challengeForm.about(), schema: newChallenge(room) }
      const given = await receive(req, asked, (sent) => {
        if (target.id !== sentTo.id) throw new Refused({ form: mergedMeanwhile })
        return reception.takeIn(target, { ...sent, address })
      })
      if (!given.ok) return showForm(req, res, target, reception.keepStamp(target, given.values['stamp']))
      const { id, secret } = given.result
      const link = baseUrl + followPath(id, secret)
      showOnce(req, res, 'challenges/received', { id, link, url: challengePath(id) })
    })
  }

  routes.get('/challenges', async (req, res) => {
    const filters = parseQuery(ChallengeFilters, req.query)
    const page = paged(await listChallenges(db, req.viewer, filters), req, filters.limit)
    const toLookAt = await listToLookAt(db, req.viewer)
    answer(req, res, 'challenges/index', { filters, challenges: page.rows, next: page.next, toLookAt })
  })

  routes.get('/challenges/:id', async (req, res) => {
    await showChallenge(req, res, readId(req.params.id))
  })

  routes.get('/challenges/:id/follow/:secret', neverKept, async (req, res) => {
    await showFollowed(req, res)
  })

  routes.post('/challenges/:id/follow/:secret/words', neverKept, async (req, res) => {
    const followed = readFollowed(req)
    await findFollowed(db, followed)
    const given = await receive(req, addedWordsForm.about(), (data) => addWords(db, { ...followed, ...data }))
    if (!given.ok) return showFollowed(req, res)
    leadBack(req, res, followed)
  })

  routes.post('/challenges/:id/follow/:secret/withdrawal', neverKept, async (req, res) => {
    const followed = readFollowed(req)
    await findFollowed(db, followed)
    const given = await receive(req, press, () => withdrawChallenge(db, followed))
    if (!given.ok) return showFollowed(req, res)
    leadBack(req, res, followed)
  })

  routes.post('/challenges/:id/first-look', async (req, res) => {
    const { id: by } = permit(req, 'look at challenges')
    const id = readId(req.params.id)
    await findChallenge(db, req.viewer, id)
    const given = await receive(req, firstLookForm.about(`challenge-${id}`), (data) =>
      lookAtChallenge(db, id, { ...data, by }),
    )
    if (!given.ok) return showChallenge(req, res, id)
    changed(req, res, challengePath(id), { notice: 'Your decision is saved.' })
  })

  routes.post('/challenges/:id/words/:wordId/first-look', async (req, res) => {
    const { id: by } = permit(req, 'look at challenges')
    const id = readId(req.params.id)
    const wordId = readId(req.params.wordId)
    await findChallenge(db, req.viewer, id)
    const given = await receive(req, button(LookAtWords), (data) => lookAtWords(db, { id, wordId, ...data, by }))
    if (!given.ok) return showChallenge(req, res, id)
    changed(req, res, challengePath(id), { notice: 'Your decision on these words is saved.' })
  })

  routes.post('/challenges/:id/resolution', async (req, res) => {
    const { id: by } = permit(req, 'resolve challenges')
    const id = readId(req.params.id)
    await findChallenge(db, req.viewer, id)
    const given = await receive(req, resolutionForm.about(`challenge-${id}`), (data) =>
      resolveChallenge(db, id, { ...data, ownVerdicts, by }),
    )
    if (!given.ok) return showChallenge(req, res, id)
    changed(req, res, challengePath(id), { notice: 'Decided. Readers see how, and why.' })
  })

  routes.post('/challenges/:id/reopening', async (req, res) => {
    const { id: by } = permit(req, 'resolve challenges')
    const id = readId(req.params.id)
    await findChallenge(db, req.viewer, id)
    const given = await receive(req, reopeningForm.about(`challenge-${id}`), (data) =>
      reopenChallenge(db, id, { ...data, by }),
    )
    if (!given.ok) return showChallenge(req, res, id)
    changed(req, res, challengePath(id), { notice: 'The challenge is open again.' })
  })

  routes.post('/challenges/:id/redaction', async (req, res) => {
    const { id: by } = permit(req, 'redact challenges')
    const id = readId(req.params.id)
    await findChallenge(db, req.viewer, id)
    const given = await receive(req, redactionForm.about(`challenge-${id}`), (data) =>
      redactChallenge(db, id, { ...data, by }),
    )
    if (!given.ok) return showChallenge(req, res, id)
    changed(req, res, challengePath(id), { notice: 'The words are removed. Readers see that they were, and why.' })
  })

  /** Unpublished things cannot be challenged, whoever asks. */
  async function showForm(req: Request, res: Response, target: Target, stamp: string) {
    const kinds = kindsOf[target.room].map((value) => ({ value, label: sayKind(value, target.room) }))
    const form = begin(challengeForm.about(), { stamp })
    const data = { target: await findTarget(db, null, target), kinds, form }
    answer(req, res, 'challenges/new', data, undefined, () => ({ openedWith: stamp }))
  }

  async function showChallenge(req: Request, res: Response, id: number) {
    const { shown, unseen } = await findChallenge(db, req.viewer, id)
    const { events } = shown ? await listEvents(db, req.viewer, { challengeId: id }) : { events: [] }
    const isOwn = !ownVerdicts && req.viewer !== null && (await isOnVerdictOf(db, id, req.viewer.id))
    // Somebody decided meanwhile, so there is no form left for a comparison.
    if (shown && req.sentForm && !offers(shown.state, req.sentForm.name)) delete req.sentForm.conflict
    answer(req, res, 'challenges/show', { challenge: shown, unseen, events, isOwn })
  }

  async function showFollowed(req: Request, res: Response) {
    answer(req, res, 'challenges/follow', { challenge: await findFollowed(db, readFollowed(req)) })
  }

  return routes
}

/** If a claim was merged since its form was opened, the words come back in the form of the claim that it is now. */
async function findTargetNow(db: Database, target: Target): Promise<Target> {
  const survivorId = target.room === 'claims' ? await findOptionalSurvivor(db, null, target.id) : undefined
  const now = { ...target, id: survivorId ?? target.id }
  await findTarget(db, null, now)
  return now
}

const mergedMeanwhile =
  'This claim was merged into one that says the same. Your words are still below: send them again if they are right of this one, too'

/** A stamp belongs to one reader, and an address with a secret to nobody else. */
const neverKept: RequestHandler<Record<string, string>> = (_req, res, next) => {
  res.set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' })
  next()
}

function readFollowed({ params }: Request) {
  return { id: readId(params['id']), secret: String(params['secret']) }
}

/** Without a notice, which would need a cookie; the page itself says what was done. */
function leadBack(req: Request, res: Response, { id, secret }: { id: number; secret: string }): void {
  if (wantsJson(req)) res.json({ url: followPath(id, secret) })
  else res.redirect(303, followPath(id, secret))
}

/** Whether the page of a challenge in this state has the form of that name. */
function offers(state: string, name = ''): boolean {
  if (name.startsWith('first-look@')) return state === 'waiting'
  if (name.startsWith('resolution@')) return state === 'open'
  return !name.startsWith('reopening@') || !['waiting', 'open', 'withdrawn'].includes(state)
}
