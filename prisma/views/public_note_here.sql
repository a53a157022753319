-- Made from src/visible/rules.ts by `npm run views`.
CREATE OR REPLACE VIEW "public_note_here" AS
SELECT t."id"
FROM "Note" t
WHERE t."visibility" IN ('public');
