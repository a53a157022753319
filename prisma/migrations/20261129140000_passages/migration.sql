-- A passage has words: […] alone, spaces and what is not seen are none. What was stored so before stays until after.sql has
-- withdrawn it; a verdict tells for ever what it rested on. None is checked here, so that no desk is kept from opening.
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_words" CHECK (
  "state" = 'withdrawn' OR regexp_replace("words", '\[[ \u00a0]*(…|\.[ \u00a0]*\.[ \u00a0]*\.)[ \u00a0]*\]|[\u0001-\u0020\u007f-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u2800\u3000\u00ad\u034f\u061c\u0640\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed]+', '', 'g') <> ''
) NOT VALID;
ALTER TABLE "Note" ADD CONSTRAINT "Note_words" CHECK (
  "words" IS NULL OR "withdrawnAt" IS NOT NULL OR regexp_replace("words", '\[[ \u00a0]*(…|\.[ \u00a0]*\.[ \u00a0]*\.)[ \u00a0]*\]|[\u0001-\u0020\u007f-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u2800\u3000\u00ad\u034f\u061c\u0640\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed]+', '', 'g') <> ''
) NOT VALID;
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_words" CHECK (
  "versionId" IS NULL OR ("quote" IS NOT NULL AND regexp_replace("quote", '\[[ \u00a0]*(…|\.[ \u00a0]*\.[ \u00a0]*\.)[ \u00a0]*\]|[\u0001-\u0020\u007f-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u2800\u3000\u00ad\u034f\u061c\u0640\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed]+', '', 'g') <> '')
) NOT VALID;
