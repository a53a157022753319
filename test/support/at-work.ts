import { makeAccount, makeDocument, recordOn, signIn, stateClaim } from './world.ts'
import { openTestDesk } from './desk.ts'

/** Two editors and a reviewer, signed in, and what tests ask of the work that stands on their desk. */
export async function openNewsroomAtWork() {
  const { app, db, close } = await openTestDesk()
  const accounts = {
    editor: await makeAccount(db, 'editor'),
    colleague: await makeAccount(db, 'editor', { name: 'Ines Vidal', email: 'ines@coastwire.example' }),
    reviewer: await makeAccount(db, 'reviewer'),
  }
  const browsers = {
    editor: await signIn(app, accounts.editor),
    colleague: await signIn(app, accounts.colleague),
    reviewer: await signIn(app, accounts.reviewer),
  }

  const workOf = (of: { documentId: number } | { claimId: number }) => db.work.findFirstOrThrow({ where: of })
  const recheckOf = async (of: { documentId: number } | { claimId: number }) => (await workOf(of)).recheckReason
  const actionsOn = async (of: { documentId: number } | { claimId: number }) =>
    (await db.event.findMany({ where: of, orderBy: { id: 'asc' } })).map(({ action }) => action)

  /** A document with one statement that makes one claim. */
  async function makeClaim(given: { topics?: string; sentence?: string; title?: string; publisher?: string } = {}) {
    const { topics, sentence, ...document } = given
    const { id: documentId } = await makeDocument(db, document)
    const statement = await recordOn(db, documentId)
    const { id: claimId } = await stateClaim(db, statement.id, {
      ...(topics && { topics }),
      ...(sentence && { sentence }),
    })
    return { documentId, statementId: statement.id, hopId: statement.hops[0]?.id ?? 0, claimId }
  }

  async function desk(query: string, browser = browsers.editor) {
    const { body } = await browser.get(`/desk?${query}`).set({ Accept: 'application/json' }).expect(200)
    return body as {
      works: { id: number; title: string; path: string; documentId: number | null }[]
      total: string
      next: string | null
    }
  }
  const titlesAt = async (query: string, browser = browsers.editor) =>
    (await desk(query, browser)).works.map(({ title }) => title)

  return { app, db, close, accounts, browsers, workOf, recheckOf, actionsOn, makeClaim, desk, titlesAt }
}
