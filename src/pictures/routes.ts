import { type Request, type Response, Router } from 'express'
import type { Config } from '../config.ts'
import type { Database } from '../database/connect.ts'
import { answer, leadOn } from '../web/answer.ts'
import { parse, readId } from '../web/forms.ts'
import { asFile, contentSecurityOfFile, inPage, type Picture } from './picture.ts'
import { presentGraph, presentTimeline } from './presentation.ts'
import { findGraph, findTimeline } from './pictures.ts'
import { Download } from './schema.ts'
import { findOptionalAddress, findSubject, type Kind, kinds, type PictureOf } from './subjects.ts'

/** Pictures of claims, sources and topics: each a page with its table, and a file to download. */
export function pictureRoutes(db: Database, config: Config): Router {
  const routes = Router()

  for (const kind of kinds) {
    routes.get(`/${kind}/:id/graph`, async (req, res) => {
      const subject = await findReadable(req, res, kind, 'graph')
      if (!subject) return
      const { draw, ...graph } = await findGraph(db, req.viewer, subject)
      const data = { subject: headOf(subject), ...graph }
      answer(req, res, 'pictures/graph', data, undefined, () => ({ svg: inPage(draw()), ...presentGraph(data) }))
    })

    routes.get(`/${kind}/:id/graph.svg`, async (req, res) => {
      const subject = await findReadable(req, res, kind, 'graph.svg')
      if (!subject) return
      sendFile(req, res, (await findGraph(db, req.viewer, subject)).draw(), `${kind}-${subject.id}-who-told-whom`)
    })

    if (kind === 'topics') continue
    routes.get(`/${kind}/:id/timeline`, async (req, res) => {
      const subject = await findReadable(req, res, kind, 'timeline')
      if (!subject) return
      const { draw, ...timeline } = await findTimeline(db, req.viewer, subject)
      const data = { subject: headOf(subject), ...timeline }
      answer(req, res, 'pictures/timeline', data, undefined, () => ({ svg: inPage(draw()), ...presentTimeline(data) }))
    })

    routes.get(`/${kind}/:id/timeline.svg`, async (req, res) => {
      const subject = await findReadable(req, res, kind, 'timeline.svg')
      if (!subject) return
      sendFile(req, res, (await findTimeline(db, req.viewer, subject)).draw(), `${kind}-${subject.id}-over-time`)
    })
  }

  /** Returns nothing if the user was redirected from a merged thing. */
  async function findReadable(req: Request<{ id: string }>, res: Response, kind: Kind, tail: string) {
    const id = readId(req.params.id)
    const address = await findOptionalAddress(db, req.viewer, kind, id)
    if (address === undefined) return findSubject(db, req.viewer, kind, id)
    leadOn(req, res, `${address}/${tail}`)
    return undefined
  }

  function sendFile(req: Request, res: Response, picture: Picture, name: string): void {
    const { download } = parse(Download, req.query)
    if (download) res.attachment(`${name}.svg`)
    res.set('Content-Security-Policy', contentSecurityOfFile)
    res.type('image/svg+xml').send(asFile(picture, config.baseUrl))
  }

  return routes
}

function headOf({ kind, id, name, path }: PictureOf) {
  return { kind, id, name, path }
}
