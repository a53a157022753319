import { randomBytes } from 'node:crypto'
import express, { type Express } from 'express'
import helmet from 'helmet'
import type { Logger } from 'pino'
import { manageAccountRoutes } from './accounts/admin/routes.ts'
import { type GuessLimits, guessLimits, limitGuesses } from './accounts/guesses.ts'
import { ownAccountRoutes } from './accounts/own/routes.ts'
import { accountRoutes } from './accounts/routes.ts'
import { openSignInBook } from './accounts/sign-in-book.ts'
import { annotationBodies } from './annotations/requests/received.ts'
import { annotationRoutes, forPrograms, nameContainer, tagRefusals } from './annotations/routes.ts'
import { operations } from './api/openapi.ts'
import { apiRoutes } from './api/routes.ts'
import { type ChallengeLimits, challengeLimits, openReception } from './challenges/reception.ts'
import { challengeRoutes } from './pages/challenges.ts'
import { checkRoutes } from './pages/check.ts'
import { claimRoutes } from './pages/claims.ts'
import type { Config } from './config.ts'
import type { OpenDatabase } from './database/connect.ts'
import { documentRoutes } from './pages/documents.ts'
import { draftRoutes } from './drafts/routes.ts'
import { embedRoutes } from './embeds/routes.ts'
import { feedRoutes } from './feeds/routes.ts'
import { frontRoutes } from './pages/front.ts'
import { activityRoutes } from './history/routes.ts'
import { importRoutes } from './pages/importing.ts'
import { importsRoutes } from './pages/imports.ts'
import { versionRoutes } from './pages/versions.ts'
import { originalRoutes } from './pages/originals.ts'
import { leadOnMergedClaims, mergeRoutes } from './pages/merging.ts'
import { noteRoutes, whoIsHere, whoIsMentioned } from './pages/notes.ts'
import { helpers } from './pages/helpers.ts'
import { pictureRoutes } from './pictures/routes.ts'
import { provenanceRoutes } from './provenance/routes.ts'
import { ratingRoutes } from './ratings/routes.ts'
import { reviewRoutes } from './pages/review.ts'
import { searchRoutes } from './search/routes.ts'
import { sitemapRoutes } from './sitemaps/routes.ts'
import { sourceRoutes } from './pages/sources.ts'
import { statementRoutes } from './pages/statements.ts'
import { suggestionRoutes } from './pages/suggestions.ts'
import { topicRoutes } from './pages/topics.ts'
import { undoRoutes } from './pages/undo.ts'
import { verdictRoutes } from './pages/verdicts.ts'
import { tellWithdrawn } from './pages/withdrawn.ts'
import { queueRoutes } from './pages/queue.ts'
import { watchedFeedRoutes } from './pages/watched-feeds.ts'
import { workRoutes } from './pages/work.ts'
import { queryOf } from './words/addresses.ts'
import { datesInJson } from './words/partial-date.ts'
import { assets } from './web/assets.ts'
import { bearers, refuseBadTokens } from './accounts/requests/bearer.ts'
import { readBodies, readFileForm, readFilesForm, whoMaySend } from './web/bodies.ts'
import { dataAddresses } from './web/data-address.ts'
import { acrossOrigins } from './web/cross-origin.ts'
import { showError } from './web/errors.ts'
import { forWhom, variesByWhom } from './web/for-whom.ts'
import { formFields } from './web/form-fields.ts'
import { refuseOnFullDisk } from './web/full-disk.ts'
import { healthRoutes } from './web/health.ts'
import { keptWords } from './drafts/requests/kept-words.ts'
import { addressesOnly, noNullCharacter, nothingHere, tellMethods, readableBodiesOnly } from './web/methods.ts'
import { noteRefusals } from './accounts/requests/note-refusals.ts'
import { notices } from './web/notices.ts'
import { onlyOnce } from './drafts/requests/only-once.ts'
import { openPages, pageCache, type Pages } from './web/page-cache.ts'
import { compressAnswers } from './web/packing.ts'
import { useViews } from './web/render.ts'
import { limitRequests } from './web/request-limit.ts'
import { sameOriginOnly } from './web/same-origin.ts'
import { sessions, whoAsks } from './accounts/requests/session.ts'
import { knownFormsOnly, knownParametersOnly } from './web/known-parameters.ts'
import { contentSecurity } from './web/security.ts'
import { stamps } from './web/stamp.ts'

export type Deps = {
  config: Config
  database: OpenDatabase
  log: Logger
  /** Signs the cookies; random if nobody needs to stay signed in after a restart. */
  secret?: string
  /** The secret of the link to /setup, while there is no account. */
  setupToken?: string | undefined
  /** Off for tests and measurements that need every page made anew. */
  cachePages?: boolean
  /** The cache itself, for a test that inspects it. */
  pages?: Pages
  /** Limits for password guesses, for tests. */
  guessing?: Partial<GuessLimits>
  /** Limits for challenges, for tests. */
  challenging?: Partial<ChallengeLimits>
  /** Tells the background reader of suggestions that there is something to read. */
  wakeReader?: () => void
  /** Tells the queue that there is something to do in the background. */
  wakeQueue?: () => void
}

/** Everything that a request passes through, in order. Nothing listens yet. */
export function createApp({
  config,
  database,
  log,
  secret = newSecret(),
  setupToken,
  cachePages = true,
  pages = openPages(),
  guessing,
  challenging,
  wakeReader = () => {},
  wakeQueue = () => {},
}: Deps): Express {
  const { db, pool } = database
  const app = express()
  const files = assets()
  // Before everything that uses the database, so that monitoring gets an answer even while that is away.
  const withoutDatabase = [files.routes, healthRoutes(database)]
  const guesses = limitGuesses(pool, { ...guessLimits, ...guessing })
  const book = openSignInBook(db, log)
  const rooms = [
    frontRoutes(db),
    feedRoutes(db, config),
    embedRoutes(db, config),
    sitemapRoutes(db, config),
    apiRoutes(config),
    workRoutes(db),
    importRoutes(db, config, wakeReader),
    importsRoutes(db, wakeQueue),
    watchedFeedRoutes(db, wakeQueue),
    queueRoutes(db, wakeQueue),
    originalRoutes(db, config, wakeQueue),
    versionRoutes(db, config),
    documentRoutes(db),
    reviewRoutes(db, config),
    statementRoutes(db),
    checkRoutes(db),
    suggestionRoutes(db, wakeReader),
    undoRoutes(db),
    mergeRoutes(db),
    claimRoutes(db),
    topicRoutes(db),
    verdictRoutes(db, config),
    provenanceRoutes(db),
    noteRoutes(db),
    annotationRoutes(db, config),
    challengeRoutes(db, config, openReception(db, pool, secret, { ...challengeLimits, ...challenging })),
    pictureRoutes(db, config),
    searchRoutes(db, config),
    ratingRoutes(db),
    sourceRoutes(db),
    draftRoutes(db),
    activityRoutes(db),
    accountRoutes(db, { config, guesses, book, secret, setupToken }),
    ownAccountRoutes(db, config, { guesses, book }),
    manageAccountRoutes(db, config, { guesses, book }),
  ]

  app.disable('x-powered-by').set('etag', 'weak').set('query parser', 'extended').set('trust proxy', config.trustProxy)
  app.set('json replacer', datesInJson)
  const everything = [...withoutDatabase, ...rooms]
  app.locals['rooms'] = everything
  app.locals['desk'] = { baseUrl: config.baseUrl, newsroom: config.newsroom }
  useViews(app, {
    cache: config.environment !== 'development',
    locals: { ...helpers, assets: files.root, newsroom: config.newsroom, baseUrl: config.baseUrl },
  })

  app.use((req, res, next) => {
    req.log = log
    req.viewer = null
    req.bearsToken = false
    req.hasSession = false
    if (req.method === 'GET') res.locals['asData'] = queryOf(req.originalUrl) || '?'
    res.locals['pathHere'] = req.path
    res.vary('Accept')
    next()
  })
  app.use(forWhom)
  app.use(helmet(contentSecurity(config)))
  app.use(acrossOrigins(config.baseUrl), compressAnswers(), addressesOnly)
  app.use(...withoutDatabase, dataAddresses(everything))
  app.use(variesByWhom, noteRefusals(book))
  app.use('/annotations', forPrograms)
  app.use(nameContainer(config))
  app.use(bearers(db), notices(config, secret), sessions(config, database, secret), whoAsks(db, config))
  app.use(limitRequests(config), refuseBadTokens)
  if (cachePages) app.use(pageCache(pool, pages))
  app.use(sameOriginOnly(config.baseUrl))
  app.use(whoMaySend(operations))
  app.use('/annotations', annotationBodies)
  app.use('/documents/intake', readFileForm)
  app.use('/imports', readFilesForm)
  app.use(noNullCharacter, readableBodiesOnly, readBodies(config))
  app.use(whoIsMentioned(db), whoIsHere(db))
  app.use(refuseOnFullDisk(database))
  app.use(formFields(stamps(secret)), keptWords(db), onlyOnce(db, secret))
  app.use(tellMethods(everything), knownFormsOnly(operations), knownParametersOnly(operations))
  app.use(...rooms)
  app.use(leadOnMergedClaims(db), tellWithdrawn(db))
  app.use(nothingHere(everything))
  app.use('/annotations', tagRefusals(db, config))
  app.use(showError)
  return app
}

export function newSecret(): string {
  return randomBytes(32).toString('hex')
}
