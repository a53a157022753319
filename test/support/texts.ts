import fc from 'fast-check'

const paragraphs = [
  'Port Ansel will close its old harbour.',
  '“It’s over,” she said — and left.',
  'Ο λιμένας κλείνει τον Δεκέμβριο.',
  'قال المتحدث إن الميناء سيغلق في ديسمبر',
  'הנמל ייסגר בדצמבר',
  'The crane 🏗️ fell; nobody was hurt 👩🏽‍🚒👨‍👩‍👧‍👦.',
  'Zoe\u0308 and x\u0302 and Việt Nam',
  '𝔄 𝒽𝒶𝓇𝒷𝑜𝓊𝓇 𐐷',
]

/** Texts of every kind, whether or not newsrooms get them: scripts, emoji, combining marks, any code point. */
export const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.constantFrom(...paragraphs, '\n\n', ' '), { maxLength: 12 }).map((parts) => parts.join('')),
)

/** The same, with unpaired surrogates, which a JavaScript string may contain. */
export const anyString = fc.oneof(
  anyText,
  fc.array(fc.constantFrom('\uD83D', '\uDE00', 'a', '😀', ' '), { maxLength: 40 }).map((parts) => parts.join('')),
)
