import { type Request, type Response, Router } from 'express'
import type { Config } from '../config.ts'
import type { Database } from '../database/connect.ts'
import { atomType } from '../feeds/atom.ts'
import { answer } from '../web/answer.ts'
import { parseQuery, refusedQuery } from '../web/forms.ts'
import { sendPieces } from '../web/rows.ts'
import { csv, jsonLines, writeHits } from './export.ts'
import { searchPath } from './facets.ts'
import { writeFeed } from './feed.ts'
import { findMeaning } from './meaning.ts'
import { explainLanguage } from './language.ts'
import { Search } from './schema.ts'
import { search } from './search.ts'

export function searchRoutes(db: Database, config: Config): Router {
  const routes = Router()

  routes.get('/search', async (req, res) => {
    const asked = parseQuery(Search, req.query)
    const { next, ...found } = await search(db, req.viewer, asked)
    answer(req, res, 'search/show', {
      asked,
      ...found,
      next: next === null ? null : searchPath({ ...asked, after: next }),
      first: searchPath({ ...asked, after: undefined }),
      files: filesOf(asked),
      language: explainLanguage(found.facets),
    })
  })

  routes.get('/search.atom', async (req, res) => {
    const asked = parseQuery(Search, req.query)
    const { problems, tsquery } = await findMeaning(db, null, asked)
    refuseUnread(problems)
    res.type(atomType).send(await writeFeed(db, config, asked, tsquery))
  })

  routes.get('/search.csv', (req, res) => sendHits(req, res, csv))
  routes.get('/search.jsonl', (req, res) => sendHits(req, res, jsonLines))

  async function sendHits(req: Request, res: Response, shape: typeof csv) {
    const { problems, tsquery } = await findMeaning(db, req.viewer, parseQuery(Search, req.query))
    refuseUnread(problems)
    await sendPieces(req, res, shape, () => writeHits(db, req.viewer, { tsquery, baseUrl: config.baseUrl, shape }))
  }

  return routes
}

/** The page and its data tell what could not be read; a file has no place for it, and would look like the right answer. */
function refuseUnread(problems: string[]): void {
  if (problems.length > 0) throw refusedQuery({ q: problems })
}

/** The addresses of the complete results, whatever page is shown. */
function filesOf({ q, kind }: Search) {
  const [atom, csv, jsonl] = ['.atom', '.csv', '.jsonl'].map((form) => searchPath({ q, kind }, form))
  return { atom, csv, jsonl }
}
