import { Router } from 'express'
import type { Config } from '../config.ts'
import { answer } from '../web/answer.ts'
import { kindsOfProblems } from '../web/problem.ts'
import { listExamples } from './examples.ts'
import { describeApi } from './openapi.ts'
import { languages, listRecipes } from './recipes.ts'

/** The description of the API: for programs, and for people who write them. */
export function apiRoutes(config: Config): Router {
  const routes = Router()
  const description = describeApi(config)

  routes.get('/openapi.json', (_req, res) => {
    res.json(description)
  })

  routes.get('/about/api', (req, res) => {
    const { requestsPerMinute } = config
    answer(req, res, 'api', {
      rooms: listExamples(config),
      recipes: listRecipes(config),
      languages,
      requestsPerMinute,
      kindsOfProblems,
    })
  })

  return routes
}
