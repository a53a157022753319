-- The name that a sender proposes (Slug) may have underscores, which are kept.
ALTER TABLE "Annotation" DROP CONSTRAINT "Annotation_name";
-- A name is the end of an address, and those of the desk's own statements and notes are theirs.
ALTER TABLE "Annotation" ADD CONSTRAINT "Annotation_name" CHECK (
  "name" ~ '^[A-Za-z0-9_][A-Za-z0-9_-]{0,99}$' AND "name" !~ '^(statement|note)-[0-9]+$'
);
