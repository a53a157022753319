import fs from 'node:fs'
import path from 'node:path'
import type { Express, NextFunction, Request, Response, Router } from 'express'
import type pg from 'pg'
import { listRoutes } from '../../src/web/methods.ts'

/*
 * What all tests together reached: which changing routes succeeded, whether each left an event at least once, and which
 * events there were. test/run.ts compares that with the existing routes and events.
 */

export type Reached = { routes: string[]; succeeded: string[]; told: string[]; actions: string[] }

/** Where each desk of a whole run records it; nowhere when a file runs by itself. */
const folder = process.env['ON_RECORD_REACHED']

const reading = ['GET', 'HEAD', 'OPTIONS']

type Handle = (req: Request, res: Response, next: NextFunction) => void

/** Records for each changing request whether it left an event. Call it before the first; `close` writes the file. */
export function noteReached(app: Express, pool: pg.Pool): { close(): Promise<void> } {
  if (folder === undefined) return { close: async () => {} }
  const succeeded = new Set<string>()
  const told = new Set<string>()
  const pending = new Set<Promise<void>>()
  let under = 0
  const lastEvent = async () => {
    const { rows } = await pool.query<{ id: number | null }>('SELECT max("id") AS id FROM "Event"')
    return rows[0]?.id ?? 0
  }

  const wrapped = app as unknown as { handle: Handle }
  const handle = wrapped.handle.bind(app)
  wrapped.handle = (req, res, next) => {
    if (reading.includes(req.method)) return handle(req, res, next)
    const alone = ++under === 1
    void lastEvent()
      .catch(() => null) // a test took the database away
      .then((before) => {
        res.on('close', () => {
          under--
          const { route } = req as { route?: { path: string } }
          if (!route || before === null || !(res.statusCode === 303 || Math.floor(res.statusCode / 100) === 2)) return
          const name = `${req.method} ${route.path}`
          succeeded.add(name)
          // With several at once, the owner of an event is unknown.
          if (!alone || under > 0) return
          const asked = lastEvent().then(
            (after) => void (after > before && told.add(name)),
            () => {},
          )
          pending.add(asked)
          void asked.finally(() => pending.delete(asked))
        })
        handle(req, res, next)
      })
  }

  return {
    async close() {
      await Promise.all(pending)
      const { rows } = await pool
        .query<{ action: string }>('SELECT DISTINCT "action" FROM "Event"')
        .catch(() => ({ rows: [] }))
      const reached: Reached = {
        routes: listRoutes(app.locals['rooms'] as Router[]).map(({ method, path }) => `${method} ${path}`),
        succeeded: [...succeeded],
        told: [...told],
        actions: rows.map(({ action }) => action),
      }
      const name = `${process.pid}-${process.hrtime.bigint()}.json`
      fs.writeFileSync(path.join(folder, name), JSON.stringify(reached))
    },
  }
}

/** What is missing, in sentences: nothing if each changing route has left an event, or has a reason to leave none. */
export function missingIn(from: string, actions: readonly string[], without: Record<string, string>): string[] {
  const all = fs.readdirSync(from).map((name) => JSON.parse(fs.readFileSync(path.join(from, name), 'utf8')) as Reached)
  const union = (of: keyof Reached) => new Set(all.flatMap((reached) => reached[of]))
  const [routes, succeeded, told, seen] = [union('routes'), union('succeeded'), union('told'), union('actions')]
  const changing = [...routes].filter((route) => !reading.includes(route.split(' ')[0] ?? ''))
  return [
    ...changing.filter((route) => !succeeded.has(route)).map((route) => `No test saw ${route} succeed.`),
    ...changing
      .filter((route) => succeeded.has(route) && !told.has(route) && !(route in without))
      .map((route) => `${route} succeeded and left no event.`),
    ...Object.keys(without)
      .filter((route) => !routes.has(route))
      .map((route) => `${route} is no route, and needs no place among those that leave no event.`),
    ...actions.filter((action) => !seen.has(action)).map((action) => `No test came to the event ${action}.`),
  ].sort()
}

/** Changing routes that leave no event, each with its reason. */
export const withoutEvent: Record<string, string> = {
  'POST /session': 'coming in stands among the sign-ins',
  'POST /session/end': 'nor is going told',
  'POST /password-strength': 'it judges a password and changes nothing',
  'POST /account/keys': 'which keys somebody presses is their own affair',
  'POST /documents/intake': 'nothing is imported before somebody has looked at what was found',
  'POST /documents/intake/formatted': 'it tells the words of what is pasted and stores nothing',
  'POST /imports': 'each document that comes of it is told',
  'POST /watched-feeds': 'who watches which feed stands on their page; each document that comes is told',
  'POST /watched-feeds/:id/look': 'each document that comes of it is told',
  'POST /watched-feeds/:id/pause': 'it changes nothing that is recorded',
  'POST /watched-feeds/:id/removal': 'it changes nothing that is recorded',
  'POST /queue/:id/retry': 'what comes of it is told',
  'POST /imports/:id/retries': 'each document that comes of it is told',
  'POST /documents/:id/arrangement': 'the form is shown again with other steps',
  'POST /statements/:id/arrangement': 'the form is shown again with other steps',
  'POST /documents/:id/desk/changes': 'it asks which parts of the page are others now, and changes nothing',
  'POST /documents/:id/readings': 'it asks for suggestions; what is made of them is told',
  'POST /suggestions/shown': 'what is shown changes nothing that is stored of a text',
  'POST /claims/comparisons': 'it looks for likely pairs; what is made of them is told',
  'POST /sources/comparisons': 'it looks for likely pairs; what is made of them is told',
  'POST /topics/comparisons': 'it looks for likely pairs; what is made of them is told',
  'POST /notes/:id/acknowledgement': 'a mark of one’s own: read',
  'POST /notes/acknowledgements': 'a mark of one’s own: read',
  'POST /drafts': 'words that are not sent are one’s own',
  'POST /drafts/:id/removal': 'words that are not sent are one’s own',
  'POST /drafts/:id/restoration': 'words that are not sent are one’s own',
  'POST /desk/filters': 'a list of one’s own',
  'POST /desk/filters/:id': 'a list of one’s own',
  'POST /desk/filters/:id/removal': 'a list of one’s own',
  'POST /desk/filters/:id/restoration': 'a list of one’s own',
}
