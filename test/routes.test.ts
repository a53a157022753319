import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Router } from 'express'
import { listRoutes } from '../src/web/methods.ts'
import { openTestDesk } from './support/desk.ts'
import { giveVerdictOn, makeAccount, makeDocument, recordOn, signIn, stateClaim, visitor } from './support/world.ts'

/*
 * Every route, and whom it lets in. Those below are refused (401 for readers, 403 for accounts), those from there up are
 * answered otherwise: with the page, with a form to mend, or with "not found". A route without a row fails the first test.
 */
const ranks = ['anyone', 'editor', 'reviewer', 'admin'] as const
type Rank = (typeof ranks)[number]

const table: Record<string, Rank> = {
  // web
  'GET /assets/:version/*path': 'anyone',
  'GET /healthz': 'anyone',
  'GET /readyz': 'anyone',

  // front
  'GET /': 'anyone',
  'GET /about/method': 'anyone',

  // work
  'GET /desk': 'editor',
  'GET /desk/bulk': 'editor',
  'POST /desk/bulk': 'editor',
  'GET /bulk/:id': 'editor',
  'POST /bulk/:id/undo': 'editor',
  'GET /desk/filters': 'editor',
  'POST /desk/filters': 'editor',
  'POST /desk/filters/:id': 'editor',
  'POST /desk/filters/:id/removal': 'editor',
  'POST /desk/filters/:id/restoration': 'editor',
  'GET /work/:id': 'editor',
  'POST /work/:id': 'editor',
  'POST /work/:id/recheck': 'editor',
  'POST /work/:id/settlement': 'editor',

  // documents
  'GET /documents': 'anyone',
  'GET /documents/new': 'editor',
  'POST /documents': 'editor',
  'GET /documents/:id': 'anyone',
  'GET /documents/:id/desk': 'editor',
  'POST /documents/:id/statements': 'editor',
  'POST /documents/:id/arrangement': 'editor',
  'POST /documents/:id/undo': 'editor',
  'POST /documents/:id/redo': 'editor',
  'GET /documents/:id/edit': 'editor',
  'POST /documents/:id': 'editor',
  'POST /documents/:id/notes': 'editor',
  'GET /documents/:id/versions/:number': 'anyone',

  // review
  'POST /documents/:id/review': 'editor',
  'POST /documents/:id/return': 'reviewer',
  'GET /documents/:id/publication': 'reviewer',
  'POST /documents/:id/publication': 'reviewer',
  'POST /documents/:id/withdrawal': 'reviewer',

  // statements
  'GET /statements': 'anyone',
  'GET /statements/suggestions': 'editor',
  'GET /statements/:id': 'anyone',
  'GET /statements/:id/edit': 'editor',
  'POST /statements/:id': 'editor',
  'POST /statements/:id/arrangement': 'editor',
  'POST /statements/:id/withdrawal': 'editor',
  'POST /statements/:id/restoration': 'editor',
  'POST /statements/:id/claims': 'editor',
  'POST /statements/:id/claims/:claimId/removal': 'editor',
  'POST /statements/:id/verdicts': 'editor',
  'POST /statements/:id/notes': 'editor',

  // suggestions
  'GET /documents/:id/reading': 'editor',
  'POST /documents/:id/readings': 'editor',
  'POST /documents/:id/acceptances': 'editor',
  'POST /suggestions/:id/acceptance': 'editor',
  'POST /suggestions/:id/dismissal': 'editor',
  'POST /suggestions/:id/reopening': 'editor',

  // claims
  'GET /claims': 'anyone',
  'GET /claims/suggestions': 'editor',
  'GET /claims/:id': 'anyone',
  'GET /claims/:id/verdicts': 'anyone',
  'GET /claims/:id/edit': 'editor',
  'POST /claims/:id': 'editor',
  'POST /claims/:id/publication': 'reviewer',
  'POST /claims/:id/withdrawal': 'reviewer',
  'POST /claims/:id/verdicts': 'editor',
  'POST /claims/:id/notes': 'editor',
  'GET /topics/:id': 'anyone',

  // verdicts
  'POST /verdicts/:id/publication': 'reviewer',
  'POST /verdicts/:id/withdrawal': 'reviewer',

  // sources
  'GET /sources': 'anyone',
  'GET /sources/:id': 'anyone',
  'GET /sources/:id/edit': 'editor',
  'POST /sources/:id': 'editor',
  'POST /sources/:id/notes': 'editor',

  // history
  'GET /activity': 'editor',

  // accounts
  'GET /session': 'anyone',
  'POST /session': 'anyone',
  'GET /setup': 'anyone',
  'POST /setup': 'anyone',
  'POST /session/end': 'anyone',
}

const { app, db, close } = await openTestDesk()
after(close)
const editor = await makeAccount(db, 'editor')
const document = await makeDocument(db)
const statement = await recordOn(db, document.id)
const claim = await stateClaim(db, statement.id)
const verdict = await giveVerdictOn(db, { statementId: statement.id }, { by: editor.id })
const callers = {
  anyone: visitor(app),
  editor: await signIn(app, editor),
  reviewer: await signIn(app, await makeAccount(db, 'reviewer')),
  admin: await signIn(app, await makeAccount(db, 'admin')),
}

/** A thing of each kind, so that it is the role and not the number that decides; others have the number 1. */
const things: Record<string, number> = {
  documents: document.id,
  statements: statement.id,
  claims: claim.id,
  verdicts: verdict.id,
  sources: document.publisherId,
}

test('every route has a row that says whom it lets in, and every row a route', () => {
  const routes = listRoutes(app.locals['rooms'] as Router[]).map(({ method, path }) => `${method} ${path}`)
  assert.deepEqual(Object.keys(table).sort(), [...new Set(routes)].sort())
})

for (const [route, least] of Object.entries(table)) {
  const [method = '', path = ''] = route.split(' ')
  const [, room = ''] = path.split('/')
  const address = path.replace(/:(\w+)/g, (_, name: string) =>
    String(name === 'id' ? (things[room] ?? 1) : name === 'claimId' ? claim.id : 1),
  )
  for (const rank of ranks) {
    const isLetIn = ranks.indexOf(rank) >= ranks.indexOf(least)
    test(`${rank} ${isLetIn ? 'is let in at' : 'is refused at'} ${route}`, async () => {
      // Signing out would leave the others without a session.
      const caller = path === '/session/end' ? visitor(app) : callers[rank]
      const { status } = await (method === 'GET' ? caller.get(address) : caller.post(address).send({})).set({
        Accept: 'application/json',
      })
      if (isLetIn) assert.ok(status < 500 && status !== 401 && status !== 403, `it answered ${status}`)
      else assert.equal(status, rank === 'anyone' ? 401 : 403)
    })
  }
}
