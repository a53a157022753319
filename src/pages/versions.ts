import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import type { Config } from '../config.ts'
import type { Database } from '../database/connect.ts'
import { readAddress } from '../documents/reading-bytes.ts'
import { NotText } from '../documents/text.ts'
import { fetchingOf } from '../fetching/setting.ts'
import { NotFetched } from '../fetching/fetch.ts'
import { NotTaken } from '../intake/taken.ts'
import { removeUnnamed } from '../originals/keep.ts'
import { storeOf } from '../originals/stores.ts'
import { may } from '../policy.ts'
import { Refused } from '../refused.ts'
import { answer, changed, permit } from '../web/answer.ts'
import { readId, receive, submit } from '../web/forms.ts'
import { formatCount } from '../words/dates.ts'
import { findAgain, findChanges, findVersions } from '../versions/queries.ts'
import { decideFoundText } from '../versions/refetch.ts'
import { foundTextForm, passageForm, versionForm } from '../versions/schema.ts'
import { reopenPassage, settlePassage } from '../versions/settling.ts'
import { addVersion, takeBackVersion } from '../versions/versions.ts'

/** Later texts of a document, what they changed, and what an editor decides about it. */
export function versionRoutes(db: Database, config: Config): Router {
  const routes = Router()
  const { maxTextBytes } = config
  const fetching = fetchingOf(config)
  const store = storeOf(config)

  routes.get('/documents/:id/versions', async (req, res) => {
    await showVersions(req, res, readId(req.params.id))
  })

  routes.post('/documents/:id/versions', async (req, res) => {
    const { id: by } = permit(req, 'import documents')
    const documentId = readId(req.params.id)
    const { document } = await findVersions(db, req.viewer, documentId)
    const given = await receive(req, versionForm.about(`document-${documentId}`), async ({ text }) => {
      // What is fetched here, nobody has read.
      const later =
        text.trim() === ''
          ? await fetchAgain(document.url)
          : { text, method: 'pasted' as const, mayCorrect: may(req.viewer, 'correct what is published') }
      return addVersion(db, { documentId, ...later, maxTextBytes, store, by })
    })
    if (!given.ok) return showVersions(req, res, documentId)
    const { number, unsettled } = given.result
    const path = `/documents/${documentId}/versions`
    if (number === null) {
      return changed(req, res, path, {
        number,
        notice: 'The text is the same as the one stored last. Nothing was stored.',
      })
    }
    const open = unsettled > 0 ? `${formatCount(unsettled, 'passage')} to decide about.` : 'No passage to decide about.'
    changed(req, res, `${path}/${number}/changes`, { number, notice: `Stored as version ${number}. ${open}` })
  })

  routes.post('/documents/:id/found-text', async (req, res) => {
    const { id: by } = permit(req, 'import documents')
    const documentId = readId(req.params.id)
    await findVersions(db, req.viewer, documentId)
    const mayCorrect = may(req.viewer, 'correct what is published')
    const given = await receive(req, foundTextForm.about(`document-${documentId}`), (data) =>
      decideFoundText(db, { documentId, ...data, mayCorrect, maxTextBytes, store, by }),
    )
    if (!given.ok) return showVersions(req, res, documentId)
    const { number } = given.result
    const path = `/documents/${documentId}/versions`
    if (number === null) return changed(req, res, path, { number, notice: 'Decided. Nothing was stored.' })
    changed(req, res, `${path}/${number}/changes`, { number, notice: `Stored as version ${number}.` })
  })

  routes.get('/documents/:id/versions/:number/changes', async (req, res) => {
    await showChanges(req, res)
  })

  routes.post('/documents/:id/versions/:number/removal', async (req, res) => {
    const { id: by } = permit(req, 'import documents')
    const { id: documentId, number } = asked(req)
    const given = await submit(z.unknown(), req.body, () => takeBackVersion(db, { documentId, number, by }))
    if (!given.ok) throw new Refused({ version: Object.values(given.errors).flat().join('. ') })
    // The version is gone already: what stays of its bytes is for `on-record originals sweep`.
    for (const original of given.result.originals) {
      await removeUnnamed(db, storeOf(config), original).catch((error: unknown) =>
        req.log.warn(error, `The original ${original} could not be removed`),
      )
    }
    changed(req, res, `/documents/${documentId}/versions`, { notice: `Version ${number} is removed.` })
  })

  routes.post('/documents/:id/versions/:number/passages/:passage', async (req, res) => {
    const { id: by } = permit(req, 'edit statements')
    const { id: documentId, number } = asked(req)
    const passage = readId(req.params.passage)
    const { passages } = await findChanges(db, req.viewer, { id: documentId, number })
    const isPublic = passages.find(({ id }) => id === passage)?.isPublic ?? false
    const given = await receive(req, passageForm.about(`passage-${passage}`), (data) => {
      if (data.settlement === 'withdrawn') {
        permit(req, isPublic ? 'withdraw published statements' : 'withdraw statements')
      }
      return settlePassage(db, { documentId, number, passage }, { ...data, by })
    })
    if (!given.ok) return showChanges(req, res)
    changed(req, res, placeOf(documentId, number, passage), { notice: 'Decided. “Reopen” undoes this.' })
  })

  routes.post('/documents/:id/versions/:number/passages/:passage/reopening', async (req, res) => {
    const { id: by } = permit(req, 'edit statements')
    const { id: documentId, number } = asked(req)
    const passage = readId(req.params.passage)
    await reopenPassage(db, { documentId, number, passage }, { by })
    changed(req, res, placeOf(documentId, number, passage), { notice: 'Open again.' })
  })

  return routes

  async function showVersions(req: Request, res: Response, id: number): Promise<void> {
    const page = await findVersions(db, req.viewer, id)
    const again = may(req.viewer, 'import documents') ? await findAgain(db, id) : null
    answer(req, res, 'versions/index', { ...page, again })
  }

  async function showChanges(req: Request, res: Response): Promise<void> {
    answer(req, res, 'versions/changes', await findChanges(db, req.viewer, asked(req)))
  }

  async function fetchAgain(url: string | null) {
    if (url === null) throw new Refused({ text: 'The document has no address. Paste its text as it is now' })
    try {
      const { fields, originalName, original: bytes, exchange } = await readAddress(url, maxTextBytes, fetching)
      const original = bytes && { bytes, ...(exchange && { exchange }) }
      return { text: fields.text, method: 'fetched' as const, originalName, ...(original && { original }) }
    } catch (error) {
      if (error instanceof NotText || error instanceof NotTaken || error instanceof NotFetched) {
        throw new Refused({ text: `${error.message}. Paste its text as it is now instead` })
      }
      throw error
    }
  }
}

function asked(req: Request) {
  return { id: readId(req.params['id']), number: readId(req.params['number']) }
}

function placeOf(documentId: number, number: number, passage: number): string {
  return `/documents/${documentId}/versions/${number}/changes#passage-${passage}`
}
