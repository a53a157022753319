import { type Request, Router } from 'express'
import type { Config } from '../config.ts'
import type { Database } from '../database/connect.ts'
import {
  findHere,
  findIntake,
  findOptionalIntake,
  type FoundIntake,
  keepPasted,
  likeText,
  offersFor,
  originalOf,
  readFormatted,
  takeIn,
} from '../documents/intakes.ts'
import { findOptionalLastPublisher } from '../documents/queries.ts'
import { FormattedText, importForm, intakeForm, type NewDocument, NewDocumentQuery } from '../documents/schema.ts'
import { fetchingOf } from '../fetching/setting.ts'
import { storeOf } from '../originals/stores.ts'
import { may } from '../policy.ts'
import { answer, changed, permit } from '../web/answer.ts'
import { begin, parse, receive, type Values } from '../web/forms.ts'
import { formatCount } from '../words/dates.ts'
import { importText } from '../versions/versions.ts'

/** `wake` tells the background reader that there is something to read. */
export function importRoutes(db: Database, config: Config, wake: () => void): Router {
  const routes = Router()
  const { maxTextBytes } = config
  const fetching = fetchingOf(config)
  const store = storeOf(config)

  routes.get('/documents/new', async (req, res) => {
    const { id } = permit(req, 'import documents')
    const { intake } = parse(NewDocumentQuery, req.query)
    const found = intake === undefined ? undefined : await findIntake(db, id, intake)
    answer(req, res, 'documents/new', await begun(db, id, found))
  })

  /** Fetches a page, or reads a file; nothing is imported before somebody has looked at what was found. */
  routes.post('/documents/intake', async (req, res) => {
    const { id: by } = permit(req, 'import documents')
    const given = await receive(req, intakeForm.about(), ({ address }) =>
      takeIn(db, {
        ...{ address, file: req.files?.[0], maxTextBytes, fetching, by },
        tell: (why) => req.log.info({ notRead: why }, 'A page or a file could not be read'),
      }),
    )
    if (!given.ok) return answer(req, res, 'documents/new', await begun(db, by))
    const { id, fields, leftOut, remarks, mends } = given.result
    const found = { id, fields, leftOut, remarks, mends, ...(await findHere(db, given.result)) }
    changed(req, res, `/documents/new?intake=${id}`, { ...found, notice: noticeOf(given.result) })
  })

  /** For the script that pastes: what was pasted stays in the form, and nothing is stored. */
  routes.post('/documents/intake/formatted', async (req, res) => {
    permit(req, 'import documents')
    res.json(await readFormatted(parse(FormattedText, req.body).html))
  })

  routes.post('/documents', async (req, res) => {
    const { id: by } = permit(req, 'import documents')
    const given = await receive(req, importForm.about(), async ({ intakeId, mends: _, ...data }) => {
      const isNew = intakeId === undefined && !req.is('json')
      if (isNew && (offersFor(data.text).length > 0 || (await likeText(db, data.text)).length > 0)) {
        return { waits: await keepPasted(db, { by, text: data.text, fields: pastedFields(req, data) }) }
      }
      const original = await originalOf(db, { by, intakeId })
      const method = req.is('json') ? ('program' as const) : ('pasted' as const)
      const mayCorrect = may(req.viewer, 'correct what is published')
      const imported = await importText(db, { ...data, method, ...original, maxTextBytes, store, mayCorrect, by })
      return { ...imported, isRead: data.suggest }
    })
    if (!given.ok) {
      const found = await foundBefore(db, req, by)
      const here = found ? await findHere(db, found) : nothingHere
      return answer(req, res, 'documents/new', { isAsLastTime: false, found, ...here })
    }

    if ('waits' in given.result) {
      const notice = 'Nothing is imported yet. Look at what was seen in the text, then import it.'
      return changed(req, res, `/documents/new?intake=${given.result.waits}`, { notice })
    }
    wake()
    const { documentId, outcome, alsoIn, copies, isRead } = given.result
    const notice = {
      new: isRead
        ? 'Imported. Suggestions will appear here in a moment.'
        : 'Imported. Select the first statement in its text.',
      shared: `Imported. Its text was here already, in document ${alsoIn.join(', ')}: both share it.`,
      version: 'Imported as a new version. The versions before it stay, and what is recorded stays where it is.',
      known: 'This text from this publisher or address was here already. This is it; nothing was stored twice.',
    }[outcome]
    const linked = copies.map(({ id, title }) => `document ${id}, “${title}”`).join(' and ')
    const told = linked === '' ? notice : `${notice} It is nearly the text of ${linked}: linked as copies.`
    const place = outcome === 'version' ? 'versions' : 'desk'
    changed(req, res, `/documents/${documentId}/${place}`, { id: documentId, notice: told, outcome, copies })
  })

  return routes
}

const nothingHere = { atAddress: null, like: [] }

/** The page with a form that begins with what was found, or with what is likely. */
async function begun(db: Database, viewerId: number, found?: FoundIntake) {
  const publisher = found ? undefined : await findOptionalLastPublisher(db, viewerId)
  const likely = { kind: 'article', suggest: true, ...(publisher !== undefined && { publisher }) }
  const values = found ? { ...likely, ...valuesOf(found) } : likely
  const here = found ? await findHere(db, found) : nothingHere
  return { form: begin(importForm.about(), values), isAsLastTime: publisher !== undefined, found, ...here }
}

/** What the form begins with. */
function valuesOf({ id, fields }: FoundIntake): Values {
  const { authors, ...others } = fields
  return { ...others, authors: Array.isArray(authors) ? authors.map(String).join(', ') : '', intakeId: id }
}

/** What was typed beside a text, for the form when it is shown again; empty fields are found again after the mends. */
function pastedFields(
  req: Request,
  { suggest, authors, kind, publisherId, publisherKind }: Omit<NewDocument, 'mends'>,
) {
  const typed = req.body as Record<string, unknown>
  const words = (value: unknown) => (typeof value === 'string' ? value : '')
  const asTyped = ['title', 'publisher', 'published', 'language', 'url'].map((name) => [name, words(typed[name])])
  const chosen = { suggest, authors, kind, publisherKind, ...(publisherId !== undefined && { publisherId }) }
  return { ...Object.fromEntries(asTyped), ...chosen } as Record<string, unknown>
}

function noticeOf({ fields }: FoundIntake): string {
  const paragraphs = String(fields.text).split('\n\n').length
  return `Found ${formatCount(paragraphs, 'paragraph')}. Nothing is imported yet.`
}

/** The same for a form that came back with errors. */
function foundBefore(db: Database, req: Request, by: number): Promise<FoundIntake | null> {
  const id = Number((req.body as { intakeId?: unknown }).intakeId)
  return findOptionalIntake(db, by, id)
}
