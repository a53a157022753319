-- The form in which names are compared and found: foldName of src/anchoring/fold.ts. After a change here, recompute the
-- stored names: docs/decisions/folding.md.
CREATE OR REPLACE FUNCTION "fold_name"(given text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN given !~ '[^ -~]'
  -- Most names have only these characters.
  THEN btrim(regexp_replace(regexp_replace(replace(translate(lower(given COLLATE "C"), '`', ''''), '"', ''''''),
    ' +', ' ', 'g'), ' ?-[ -]*', '-', 'g'), ' ')
  ELSE btrim(regexp_replace(regexp_replace(
  fold_case(replace(translate(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
    normalize(regexp_replace(regexp_replace(regexp_replace(given,
      '[\u00a8\u00af\u00b8\u02d8-\u02dc\u037a\u0385\u1fc0\u1fc1\u1fcd-\u1fcf\u1fdd-\u1fdf\u1fed\u1fee\u2017\u203e\u309b\u309c\ufc5e-\ufc63\ufe49-\ufe4c\ufe70\ufe72\ufe74\ufe76\ufe78\ufe7a\ufe7c\ufe7e\uffe3]', '', 'g'),
      -- Before decomposing, because a lone accent becomes a space and an accent then.
      '[''`\u00b4\u02b9\u02bb-\u02bf\u02ca\u02cb\u0384\u055a\u05f3\u1fbd\u1fbf\u1ffd\u1ffe\u2018-\u201b\u2032\u2035\u2039\u203a\u275b\u275c\u275f\ua78c]', '''', 'g'), '["\u00ab\u00bb\u02ba\u02dd\u02ee\u05f4\u201c-\u201f\u2033\u2036\u275d\u275e\u2760\u2e42\u300c-\u300f\u301d-\u301f\U0001f676-\U0001f678]', '''''', 'g'), NFKD),
    '[\u00ad\u034f\u061c\u0640\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0300-\u036f\u0483-\u0489\u0653-\u0655\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f]', '', 'g'),
    '[''`\u00b4\u02b9\u02bb-\u02bf\u02ca\u02cb\u0384\u055a\u05f3\u1fbd\u1fbf\u1ffd\u1ffe\u2018-\u201b\u2032\u2035\u2039\u203a\u275b\u275c\u275f\ua78c]', '''', 'g'), '["\u00ab\u00bb\u02ba\u02dd\u02ee\u05f4\u201c-\u201f\u2033\u2036\u275d\u275e\u2760\u2e42\u300c-\u300f\u301d-\u301f\U0001f676-\U0001f678]', '''''', 'g'),
    '[\-\u00ac\u02d7\u058a\u05be\u1400\u1806\u2010-\u2015\u2043\u2212\u2e3a\u2e3b\u2e40]', '-', 'g'),
    '[\u0001-\u0020\u007f-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u2800\u3000]', ' ', 'g'), '⁄∕。、،؛؟', '//.,,;?'), '⋯', '...')),
  ' +', ' ', 'g'), ' ?-[ -]*', '-', 'g'), ' ') END;
