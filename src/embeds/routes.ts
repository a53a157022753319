import { type Response, Router } from 'express'
import createError from 'http-errors'
import { findOptionalSurvivor } from '../claims/queries.ts'
import type { Config } from '../config.ts'
import type { Database } from '../database/connect.ts'
import { findToldRecheck } from '../recheck/told.ts'
import { answer, gone } from '../web/answer.ts'
import { parseQuery, readId } from '../web/forms.ts'
import { inFrames } from '../web/security.ts'
import { quoted } from '../words/quoted.ts'
import { asOembed, asXml, claimAt } from './oembed.ts'
import { findClaimCard, findOptionalGoneCard, findStatementCard } from './queries.ts'
import { drawShared, type Shared } from './share-picture.ts'
import { OembedQuery } from './schema.ts'

const unchecked = { label: 'Not checked yet', tone: 'open' } as const

/** Claims on other sites: a page for a frame, and the oEmbed answer that says how to frame it. */
export function embedRoutes(db: Database, config: Config): Router {
  const routes = Router()

  routes.get('/embed/claims/:id', async (req, res) => {
    const id = readId(req.params.id)
    const withdrawn = await findOptionalGoneCard(db, id)
    const claim = withdrawn ? null : await findClaimCard(db, id)
    inFrames(res)
    if (withdrawn) {
      const told = { what: 'claim', reason: withdrawn.withdrawnReason }
      return gone(req, res, 'embeds/withdrawn', { ...told, claim: withdrawn })
    }
    const recheck = await findToldRecheck(db, 'claim', id)
    answer(req, res, 'embeds/claim', { claim, checkedAgain: recheck?.since ?? null })
  })

  routes.get('/claims/:id/picture.png', async (req, res) => {
    const { id, sentence, reports, against, verdict } = await findClaimCard(db, readId(req.params.id))
    const rating = verdict?.rating ?? unchecked
    const who = reports === null ? [] : [reports]
    await sendPicture(res, { name: `Claim ${id}`, question: 'Is it true?', text: sentence, who, against, rating })
  })

  routes.get('/statements/:id/picture.png', async (req, res) => {
    const { id, words, who, rating = unchecked } = await findStatementCard(db, readId(req.params.id))
    const text = quoted(words)
    await sendPicture(res, {
      name: `Statement ${id}`,
      question: 'Did they say it?',
      text,
      who: [who],
      against: [],
      rating,
    })
  })

  async function sendPicture(res: Response, shared: Omit<Shared, 'newsroom' | 'host'>): Promise<void> {
    const { newsroom, baseUrl } = config
    const png = await drawShared({ ...shared, newsroom, host: new URL(baseUrl).host })
    res.set('Cache-Control', 'public, max-age=300').type('image/png').send(png)
  }

  routes.get('/oembed', async (req, res) => {
    const { url, format, dnt: _, ...room } = parseQuery(OembedQuery, req.query)
    if (format !== 'json' && format !== 'xml') {
      throw createError(501, 'oEmbed is answered as json or xml: leave the format out, or ask for one of the two')
    }
    const id = claimAt(url, config)
    if (id === undefined) throw createError(404, `Only claims can be embedded: ${config.baseUrl}/claims/…`)
    const lasting = (await findOptionalSurvivor(db, null, id)) ?? id
    const oembed = asOembed(await findClaimCard(db, lasting), config, room)
    if (format === 'json') res.json(oembed)
    else sendXml(res, asXml(oembed))
  })

  return routes
}

function sendXml(res: Response, xml: string): void {
  res.type('text/xml').send(xml)
}
