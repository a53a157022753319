import { ourScripts } from '../../src/database/migrate.ts'
import type { Scripts } from '../../src/database/scripts.ts'

/** The last migration that was applied by what wrote its row afterwards, and with which functions had no files. */
const last = '20261126161000_search_sight'

/** What a desk of then had: migrations and nothing else. */
export const ofBefore: Scripts = {
  migrations: ourScripts.migrations.filter(({ name }) => name <= last),
  text: [],
  after: [],
}

/** A document that such a desk stored, in words that its functions made alike. */
export const oldRows = `
  INSERT INTO "StoredText" ("sha256", "codePoints", "content")
    SELECT encode(sha256(convert_to(t, 'UTF8')), 'hex'), length(t), t FROM (VALUES ('Œuvre, ŁÓDŹ and 東京.')) v(t);
  INSERT INTO "Source" ("name", "folded", "kind") VALUES ('Ørsted Press', 'orsted press', 'organisation');
  INSERT INTO "Document" ("title", "kind", "publisherId", "language", "textId")
    SELECT 'Ærlig talt', 'article', s."id", 'en', t."id" FROM "Source" s, "StoredText" t;
  INSERT INTO "Version" ("documentId", "number", "textId", "method") SELECT "id", 1, "textId", 'program' FROM "Document";`
