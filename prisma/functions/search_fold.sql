-- How words are made alike before they are stored or asked for, here alone: without case, accents, marks of writing and
-- signs; letters that are no letter with an accent, but are typed without their stroke, too. What the server's locale
-- knows of Cyrillic and Greek is not relied on. Chinese and Japanese have no spaces: each sign is a word there.
CREATE OR REPLACE FUNCTION "search_fold"(given text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN left(regexp_replace(regexp_replace(
  -- Most texts have none of these letters, and looking for each of them is what takes longest.
  CASE WHEN given ~ '[Ѐ-ЯҐӘҒҚҢӨҰҮҺΆ-ΫłøđðħıŁØĐÐĦςßẞæÆœŒ]' THEN replace(replace(replace(translate(
      lower(regexp_replace(normalize(left(given, 200000), NFKD), '[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe00-\ufe0f\ufe20-\ufe2f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]', '', 'g')),
      'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЄІЂЃЅЈЉЊЋҐӘҒҚҢӨҰҮҺΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩłøđðħıŁØĐÐĦς', 'абвгдежзийклмнопрстуфхцчшщъыьэюяєіђѓѕјљњћґәғқңөұүһαβγδεζηθικλμνξοπρστυφχψωloddhiloddhσ'),
      'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe')
    ELSE lower(regexp_replace(normalize(left(given, 200000), NFKD), '[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe00-\ufe0f\ufe20-\ufe2f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]', '', 'g'))
  END,
  '[\u0001-/:-@\[-`{-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7\u2000-\u206f\u2190-\u2bff\u3000-\u3004\u3008-\u3020\u3030]+', ' ', 'g'),
  '([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff])', ' \1 ', 'g'), 150000);
