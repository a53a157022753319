-- Where each part of a long text but the first begins.
ALTER TABLE "StoredText" ADD COLUMN "partStarts" INTEGER[] NOT NULL DEFAULT '{}';

-- Texts that are here already are cut as src/anchoring/parts.ts cuts those that come: 40,000 code points and 400
-- paragraphs at most, at a paragraph, else after a line, a sentence or a word.
DO $$
DECLARE
  long record;
  paragraph record;
  starts int[];
  begins int;
  many int;
  ends int;
  shown text;
  mark text;
BEGIN
  FOR long IN
    SELECT "id", "content" FROM "StoredText"
    WHERE "codePoints" > 40000 OR ("codePoints" - char_length(replace("content", E'\n\n', ''))) / 2 >= 400
  LOOP
    starts := '{}';
    begins := 0;
    many := 0;
    FOR paragraph IN
      SELECT words, char_length(words) AS length,
        (sum(char_length(words) + 2) OVER (ORDER BY place ROWS UNBOUNDED PRECEDING))::int - char_length(words) - 2 AS start
      FROM unnest(string_to_array(long."content", E'\n\n')) WITH ORDINALITY AS p(words, place)
      ORDER BY place
    LOOP
      IF many > 0 AND (many = 400 OR paragraph.start + paragraph.length - begins > 40000) THEN
        begins := paragraph.start;
        starts := starts || begins;
        many := 0;
      END IF;
      many := many + 1;
      WHILE paragraph.start + paragraph.length - begins > 40000 LOOP
        shown := substr(paragraph.words, begins - paragraph.start + 1, 40000);
        ends := 0;
        FOREACH mark IN ARRAY ARRAY[E'\n', '. ', ' '] LOOP
          IF ends = 0 AND strpos(shown, mark) > 0 THEN
            ends := char_length(shown) - strpos(reverse(shown), reverse(mark)) + 1;
          END IF;
        END LOOP;
        begins := begins + CASE WHEN ends = 0 THEN 40000 ELSE ends END;
        starts := starts || begins;
        many := 1;
      END LOOP;
    END LOOP;
    UPDATE "StoredText" SET "partStarts" = starts WHERE "id" = long."id";
  END LOOP;
END
$$;
