import type pg from 'pg'

const verdictsOn = (column: string, target: string) => `(
  SELECT json_agg(json_build_object(
    'id', v.id, 'axis', v.axis, 'reasons', v.reasons, 'state', v.state, 'withdrawnReason', v."withdrawnReason",
    'createdAt', v."createdAt", 'publishedAt', v."publishedAt",
    'rating', (SELECT json_build_object('slug', slug, 'label', label, 'meaning', meaning, 'tone', tone)
      FROM "Rating" WHERE id = v."ratingId"),
    'account', (SELECT name FROM "Account" WHERE id = v."accountId"),
    'reply', (SELECT json_build_object('askedOn', "askedOn", 'answeredOn', "answeredOn", 'words', words)
      FROM "Reply" WHERE "verdictId" = v.id),
    'evidence', (SELECT json_agg(json_build_object(
        'kind', e.kind, 'stance', e.stance, 'title', e.title, 'quote', e.quote, 'url', e.url,
        'archiveUrl', e."archiveUrl", 'seenOn', e."seenOn", 'reliability', e.reliability, 'start', e.start,
        'document', (SELECT json_build_object('id', d.id, 'title', d.title)
          FROM "Version" ev JOIN "Document" d ON d.id = ev."documentId" WHERE ev.id = e."versionId"))
        ORDER BY e.position)
      FROM "Evidence" e WHERE e."verdictId" = v.id)
  ) ORDER BY v.id DESC)
  FROM "Verdict" v WHERE v."${column}" = ${target} AND v.state = 'published')`

const elsewhere = (id: string) => `(
  SELECT json_build_object('id', o.id, 'words', o.words, 'state', o.state,
    'document', json_build_object('id', od.id, 'title', od.title, 'state', od.state))
  FROM "Statement" o JOIN "Version" ov ON ov.id = o."versionId" JOIN "Document" od ON od.id = ov."documentId"
  WHERE o.id = ${id})`

const notesOn = (column: string, target: string) => `(
  SELECT json_agg(json_build_object('id', n.id, 'kind', n.kind, 'visibility', n.visibility, 'body', n.body,
    'createdAt', n."createdAt", 'account', a.name) ORDER BY n.id)
  FROM "Note" n JOIN "Account" a ON a.id = n."accountId" WHERE n."${column}" = ${target} AND n.visibility = 'public')`

/** What someone would write who wanted a reader's page in one query: the rows that the desk's page shows, as JSON. */
const sql = `
SELECT d.id, d.title, d.kind, d.authors, d.url, d."publishedOn", d."publishedPrecision", d.language, d.state,
  d."publishedAt", d.revision, p.id AS "publisherId", p.name AS publisher,
  v.number, v."fetchedAt", v.method, t.content, t.sha256, t."codePoints",
  ${notesOn('documentId', 'd.id')} AS notes,
  (SELECT json_agg(json_build_object('id', twin.id, 'title', twin.title)) FROM "Document" twin
    WHERE twin."textId" = d."textId" AND twin.id <> d.id AND twin.state IN ('published', 'corrected')) AS "alsoIn",
  (SELECT json_agg(json_build_object('action', e.action, 'before', e.before, 'after', e.after,
      'createdAt', e."createdAt", 'account', a.name) ORDER BY e.id DESC)
    FROM (SELECT * FROM "Event" WHERE "documentId" = d.id
      AND action IN ('document_published', 'statement_published', 'claim_published', 'verdict_published')
      ORDER BY id DESC LIMIT 25) e
    LEFT JOIN "Account" a ON a.id = e."accountId") AS events,
  (SELECT json_agg(json_build_object(
    'id', s.id, 'words', s.words, 'mode', s.mode, 'act', s.act, 'polarity', s.polarity, 'state', s.state,
    'withdrawnReason', s."withdrawnReason", 'publishedAt', s."publishedAt", 'revision', s.revision,
    'answers', ${elsewhere('s."answersId"')},
    'spans', (SELECT json_agg(json_build_object('start', start, 'end', "end") ORDER BY position)
      FROM "Span" WHERE "statementId" = s.id),
    'hops', (SELECT json_agg(json_build_object(
        'id', h.id, 'naming', h.naming, 'description', h.description, 'anonymityReason', h."anonymityReason",
        'knowledgeBasis', h."knowledgeBasis", 'cue', h.cue, 'addressee', h.addressee, 'place', h.place,
        'medium', h.medium, 'saidOn', h."saidOn", 'saidPrecision', h."saidPrecision",
        'spokenLanguage', h."spokenLanguage", 'translated', h.translated, 'translatedBy', h."translatedBy",
        'source', (SELECT json_build_object('id', id, 'name', name, 'kind', kind) FROM "Source" WHERE id = h."sourceId"),
        'addresseeSource', (SELECT json_build_object('id', id, 'name', name) FROM "Source" WHERE id = h."addresseeSourceId"),
        'mediumDocument', (SELECT json_build_object('id', id, 'title', title, 'state', state)
          FROM "Document" WHERE id = h."mediumDocumentId"),
        'upstream', ${elsewhere('h."upstreamId"')},
        'verdicts', ${verdictsOn('hopId', 'h.id')}) ORDER BY h.position)
      FROM "Hop" h WHERE h."statementId" = s.id),
    'claims', (SELECT json_agg(json_build_object('stance', sc.stance, 'id', c.id, 'sentence', c.sentence,
        'state', c.state, 'verdicts', ${verdictsOn('claimId', 'c.id')}) ORDER BY c.id)
      FROM "StatementClaim" sc JOIN "Claim" c ON c.id = sc."claimId"
      WHERE sc."statementId" = s.id AND c.state IN ('published', 'corrected')),
    'verdicts', ${verdictsOn('statementId', 's.id')},
    'notes', ${notesOn('statementId', 's.id')}) ORDER BY s.id)
    FROM "Statement" s WHERE s."versionId" = v.id AND s.state = 'published') AS statements
FROM "Version" v
JOIN "Document" d ON d.id = v."documentId"
JOIN "Source" p ON p.id = d."publisherId"
JOIN "StoredText" t ON t.id = v."textId"
WHERE v.id = $1 AND d.state IN ('published', 'corrected')`

export async function fetchByHand(pool: pg.Pool, versionId: number): Promise<{ statements: object[] }> {
  const { rows } = await pool.query<{ statements: object[] }>(sql, [versionId])
  const [row] = rows
  if (!row) throw new Error(`There is no published version ${versionId}`)
  return row
}
