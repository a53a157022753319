import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Router } from 'express'
import { listRoutes } from '../src/web/methods.ts'
import { openTestDesk } from './support/desk.ts'
import {
  giveVerdictOn,
  makeAccount,
  makeDocument,
  noteOn,
  recordOn,
  signIn,
  stateClaim,
  visitor,
} from './support/world.ts'

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
  'GET /about/fetching': 'anyone',

  // feeds
  'GET /feed.atom': 'anyone',
  'GET /topics/:id/feed.atom': 'anyone',
  'GET /sources/:id/feed.atom': 'anyone',
  'GET /feed.json': 'anyone',
  'GET /topics/:id/feed.json': 'anyone',
  'GET /sources/:id/feed.json': 'anyone',

  // embeds
  'GET /embed/claims/:id': 'anyone',
  'GET /claims/:id/picture.png': 'anyone',
  'GET /statements/:id/picture.png': 'anyone',
  'GET /oembed': 'anyone',

  // sitemaps
  'GET /robots.txt': 'anyone',
  'GET /opensearch.xml': 'anyone',
  'GET /.well-known/security.txt': 'anyone',
  'GET /favicon.ico': 'anyone',
  'GET /sitemap.xml': 'anyone',
  'GET /sitemaps/:room/:part.xml': 'anyone',

  // api
  'GET /openapi.json': 'anyone',
  'GET /claim-reviews': 'anyone',
  'GET /about/api': 'anyone',
  // search
  'GET /search': 'anyone',
  'GET /search.atom': 'anyone',
  'GET /search.csv': 'anyone',
  'GET /search.jsonl': 'anyone',

  // work
  'GET /desk': 'editor',
  'GET /desk/bulk': 'editor',
  'POST /desk/bulk': 'editor',
  'GET /bulk/:id': 'editor',
  'POST /bulk/:id/undo': 'editor',
  'GET /desk/changes': 'editor',
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
  'GET /documents/suggestions': 'editor',
  'GET /documents/new': 'editor',
  'POST /documents': 'editor',
  'POST /documents/intake': 'editor',
  'POST /documents/intake/formatted': 'editor',
  'GET /imports': 'editor',
  'POST /imports': 'editor',
  'GET /imports/:id': 'editor',
  'POST /imports/:id/retries': 'editor',
  'GET /watched-feeds': 'editor',
  'POST /watched-feeds': 'editor',
  'POST /watched-feeds/:id/look': 'editor',
  'POST /watched-feeds/:id/pause': 'editor',
  'POST /watched-feeds/:id/removal': 'editor',
  'GET /originals/:id': 'editor',
  'GET /originals/:id/view': 'editor',
  'GET /originals/:id/file': 'editor',
  'GET /originals/:id/warc': 'editor',
  'POST /originals/:id/drawing': 'editor',
  'POST /snapshots/:id/again': 'editor',
  'GET /queue': 'admin',
  'POST /queue/:id/retry': 'admin',
  'GET /documents/:id': 'anyone',
  'GET /documents/:id/desk': 'editor',
  'POST /documents/:id/statements': 'editor',
  'POST /documents/:id/arrangement': 'editor',
  'POST /documents/:id/copies/:otherId/undo': 'editor',
  'POST /documents/:id/undo': 'editor',
  'POST /documents/:id/redo': 'editor',
  'GET /documents/:id/edit': 'editor',
  'POST /documents/:id': 'editor',
  'POST /documents/:id/notes': 'editor',
  'GET /documents/:id/versions': 'anyone',
  'POST /documents/:id/versions': 'editor',
  'POST /documents/:id/found-text': 'editor',
  'GET /documents/:id/versions/:number/changes': 'anyone',
  'POST /documents/:id/versions/:number/removal': 'editor',
  'POST /documents/:id/versions/:number/passages/:passage': 'editor',
  'POST /documents/:id/versions/:number/passages/:passage/reopening': 'editor',
  'GET /documents/:id/versions/:number': 'anyone',
  'GET /documents/:id/versions/:number/text': 'anyone',

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
  'GET /statements/:id/provenance': 'anyone',
  'GET /statements/:id/edit': 'editor',
  'POST /statements/:id': 'editor',
  'POST /statements/:id/arrangement': 'editor',
  'POST /statements/:id/withdrawal': 'editor',
  'POST /statements/:id/restoration': 'editor',
  'GET /statements/:id/check': 'editor',
  'POST /statements/:id/check': 'editor',
  'POST /statements/:id/claims': 'editor',
  'POST /statements/:id/claims/:claimId/removal': 'editor',
  'POST /statements/:id/verdicts': 'editor',
  'POST /statements/:id/notes': 'editor',

  // suggestions
  'GET /documents/:id/reading': 'editor',
  'POST /documents/:id/readings': 'editor',
  'POST /documents/:id/desk/changes': 'editor',
  'POST /documents/:id/acceptances': 'editor',
  'GET /suggestions': 'admin',
  'POST /suggestions/shown': 'editor',
  'POST /suggestions/:id/acceptance': 'editor',
  'POST /suggestions/:id/dismissal': 'editor',
  'POST /suggestions/:id/reopening': 'editor',

  // claims
  'GET /claims': 'anyone',
  'GET /claims/suggestions': 'editor',
  'GET /claims/:id': 'anyone',
  'GET /claims/:id/verdicts': 'anyone',
  'GET /claims/:id/provenance': 'anyone',
  'GET /claims/:id/edit': 'editor',
  'GET /claims/duplicates': 'editor',
  'POST /claims/comparisons': 'editor',
  'POST /claims/duplicates/:id/dismissal': 'editor',
  'POST /claims/duplicates/:id/reopening': 'editor',
  'GET /claims/merge': 'editor',
  'POST /claims/merge': 'editor',
  'GET /claims/:id/merge': 'editor',
  'POST /claims/:id/merge': 'editor',
  'POST /claims/merges/:id/undo': 'editor',
  'POST /claims/:id': 'editor',
  'POST /claims/:id/review': 'editor',
  'POST /claims/:id/return': 'reviewer',
  'POST /claims/:id/publication': 'reviewer',
  'POST /claims/:id/withdrawal': 'reviewer',
  'POST /claims/:id/verdicts': 'editor',
  'POST /claims/:id/notes': 'editor',

  // pictures
  'GET /claims/:id/graph': 'anyone',
  'GET /claims/:id/graph.svg': 'anyone',
  'GET /claims/:id/timeline': 'anyone',
  'GET /claims/:id/timeline.svg': 'anyone',
  'GET /sources/:id/graph': 'anyone',
  'GET /sources/:id/graph.svg': 'anyone',
  'GET /sources/:id/timeline': 'anyone',
  'GET /sources/:id/timeline.svg': 'anyone',
  'GET /topics/:id/graph': 'anyone',
  'GET /topics/:id/graph.svg': 'anyone',

  // topics
  'GET /topics': 'anyone',
  'GET /topics/suggestions': 'editor',
  'GET /topics/duplicates': 'editor',
  'POST /topics/comparisons': 'editor',
  'POST /topics/duplicates/:id/dismissal': 'editor',
  'POST /topics/duplicates/:id/reopening': 'editor',
  'POST /topics/merges/:id/undo': 'editor',
  'GET /topics/:id': 'anyone',
  'GET /topics/:id/edit': 'editor',
  'POST /topics/:id': 'editor',
  'GET /topics/merge': 'editor',
  'POST /topics/merge': 'editor',
  'GET /topics/:id/merge': 'editor',
  'POST /topics/:id/merge': 'editor',

  // verdicts
  'POST /verdicts/:id/publication': 'reviewer',
  'POST /verdicts/:id/return': 'reviewer',
  'POST /verdicts/:id/withdrawal': 'reviewer',

  // notes
  'GET /notes': 'editor',
  'GET /notes/colleagues': 'editor',
  'POST /notes/acknowledgements': 'editor',
  'GET /notes/:id': 'anyone',
  'POST /notes/:id/acknowledgement': 'editor',
  'POST /notes/:id/replies': 'editor',
  'GET /notes/:id/edit': 'editor',
  'POST /notes/:id': 'editor',
  'POST /notes/:id/withdrawal': 'editor',
  'POST /notes/:id/publication': 'reviewer',
  'POST /notes/:id/resolution': 'editor',
  'POST /notes/:id/reopening': 'editor',

  // annotations
  'GET /annotations/': 'anyone',
  'OPTIONS /annotations/': 'anyone',
  'POST /annotations/': 'editor',
  'GET /annotations/:name': 'anyone',
  'OPTIONS /annotations/:name': 'anyone',
  'PUT /annotations/:name': 'editor',
  'DELETE /annotations/:name': 'editor',
  'POST /annotations/:name/publication': 'reviewer',

  // challenges
  'GET /statements/:id/challenge': 'anyone',
  'POST /statements/:id/challenges': 'anyone',
  'GET /claims/:id/challenge': 'anyone',
  'POST /claims/:id/challenges': 'anyone',
  'GET /verdicts/:id/challenge': 'anyone',
  'POST /verdicts/:id/challenges': 'anyone',
  'GET /challenges': 'anyone',
  'GET /challenges/:id': 'anyone',
  'GET /challenges/:id/follow/:secret': 'anyone',
  'POST /challenges/:id/follow/:secret/words': 'anyone',
  'POST /challenges/:id/follow/:secret/withdrawal': 'anyone',
  'POST /challenges/:id/first-look': 'editor',
  'POST /challenges/:id/words/:wordId/first-look': 'editor',
  'POST /challenges/:id/resolution': 'reviewer',
  'POST /challenges/:id/reopening': 'reviewer',
  'POST /challenges/:id/redaction': 'admin',

  // ratings
  'GET /ratings': 'admin',
  'POST /ratings': 'admin',
  'GET /ratings/:id/edit': 'admin',
  'POST /ratings/:id': 'admin',
  'POST /ratings/:id/position': 'admin',
  'POST /ratings/:id/retirement': 'admin',

  // sources
  'GET /sources': 'anyone',
  'GET /sources/suggestions': 'editor',
  'GET /sources/duplicates': 'editor',
  'POST /sources/comparisons': 'editor',
  'POST /sources/duplicates/:id/dismissal': 'editor',
  'POST /sources/duplicates/:id/reopening': 'editor',
  'GET /sources/:id': 'anyone',
  'GET /sources/:id/edit': 'editor',
  'POST /sources/:id': 'editor',
  'POST /sources/:id/notes': 'editor',
  'GET /sources/merge': 'editor',
  'POST /sources/merge': 'editor',
  'GET /sources/:id/merge': 'editor',
  'POST /sources/:id/merge': 'editor',
  'POST /merges/:id/undo': 'editor',

  // drafts
  'GET /drafts': 'editor',
  'POST /drafts': 'editor',
  'GET /drafts/:id': 'editor',
  'POST /drafts/:id/removal': 'editor',
  'POST /drafts/:id/restoration': 'editor',

  // history
  'GET /activity': 'editor',

  // accounts
  'GET /account': 'editor',
  'POST /account': 'editor',
  'POST /account/keys': 'editor',
  'POST /account/password': 'editor',
  'POST /account/sessions/end': 'editor',
  'POST /account/sessions/end-everywhere': 'editor',
  'POST /account/sessions/:id/end': 'editor',
  'GET /account/tokens': 'editor',
  'POST /account/tokens': 'editor',
  'POST /account/tokens/:id/revocation': 'editor',
  'GET /accounts': 'admin',
  'GET /accounts/:id': 'admin',
  'POST /accounts/:id': 'admin',
  'POST /accounts/:id/disabling': 'admin',
  'POST /accounts/:id/enabling': 'admin',
  'POST /accounts/:id/reset': 'admin',
  'POST /accounts/:id/sessions/end': 'admin',
  'POST /accounts/:id/sessions/end-everywhere': 'admin',
  'GET /sign-ins': 'admin',
  'POST /accounts/:id/sessions/:number/end': 'admin',
  'POST /accounts/:id/tokens/:tokenId/revocation': 'admin',
  'POST /invitations': 'admin',
  'POST /invitations/:id/revocation': 'admin',
  'GET /invitation/:token': 'anyone',
  'POST /invitation/:token': 'anyone',
  'GET /reset/:token': 'anyone',
  'POST /reset/:token': 'anyone',
  'GET /session': 'anyone',
  'POST /session': 'anyone',
  'POST /password-strength': 'anyone',
  'GET /setup': 'anyone',
  'POST /setup': 'anyone',
  'POST /session/end': 'anyone',
}

const { app, db, close } = await openTestDesk()
after(close)
const editor = await makeAccount(db, 'editor')
const reviewer = await makeAccount(db, 'reviewer')
const admin = await makeAccount(db, 'admin')
const document = await makeDocument(db)
const statement = await recordOn(db, document.id)
const claim = await stateClaim(db, statement.id)
const verdict = await giveVerdictOn(db, { statementId: statement.id }, { by: editor.id })
const callers = {
  anyone: visitor(app),
  editor: await signIn(app, editor),
  reviewer: await signIn(app, reviewer),
  admin: await signIn(app, admin),
}

/** A thing of each kind, so that it is the role and not the number that decides; others have the number 1. */
const things: Record<string, number> = {
  documents: document.id,
  statements: statement.id,
  claims: claim.id,
  verdicts: verdict.id,
  sources: document.publisherId,
  // Somebody else's, and no session of the callers themselves: they would be out.
  accounts: (await makeAccount(db, 'editor')).id,
  account: 4711,
}

const noteBy = async ({ id: by }: { id: number }) => (await noteOn(db, { statementId: statement.id }, { by })).id
/** Of notes everybody has one of their own: nobody may edit a colleague’s. */
const ownNotes = {
  anyone: await noteBy(editor),
  editor: await noteBy(editor),
  reviewer: await noteBy(reviewer),
  admin: await noteBy(admin),
}

test('every route has a row that says whom it lets in, and every row a route', () => {
  const routes = listRoutes(app.locals['rooms'] as Router[]).map(({ method, path }) => `${method} ${path}`)
  assert.deepEqual(Object.keys(table).sort(), [...new Set(routes)].sort())
})

for (const [route, least] of Object.entries(table)) {
  const [method = '', path = ''] = route.split(' ')
  const [, room = ''] = path.split('/')
  for (const rank of ranks) {
    const thing = room === 'notes' ? ownNotes[rank] : (things[room] ?? 1)
    const address = path.replace(/:(\w+)/g, (_, name: string) =>
      String(name === 'id' ? thing : name === 'claimId' ? claim.id : 1),
    )
    const isLetIn = ranks.indexOf(rank) >= ranks.indexOf(least)
    test(`${rank} ${isLetIn ? 'is let in at' : 'is refused at'} ${route}`, async () => {
      // Signing out would leave the others without a session.
      const signsOut = path === '/account/sessions/end-everywhere' && rank !== 'anyone'
      const caller =
        path === '/session/end'
          ? visitor(app)
          : signsOut
            ? await signIn(app, await makeAccount(db, rank))
            : callers[rank]
      const name = method.toLowerCase() as 'get' | 'options' | 'post' | 'put' | 'delete'
      const asked = caller[name](address).set({ Accept: 'application/json' })
      const { status } = await (['get', 'options'].includes(name) ? asked : asked.send({}))
      if (isLetIn) assert.ok(status < 500 && status !== 401 && status !== 403, `it answered ${status}`)
      else assert.equal(status, rank === 'anyone' ? 401 : 403)
    })
  }
}
