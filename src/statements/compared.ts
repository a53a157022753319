import { indexText } from '../anchoring/code-points.ts'
import { compareTexts } from '../anchoring/compared.ts'
import { compareQuotation, type QuotationKind } from '../anchoring/quotation.ts'
import { reanchor } from '../anchoring/reanchor.ts'
import type { Db } from '../database/connect.ts'
import { say } from '../words/labels.ts'
import type { Statement } from './presentation.ts'
import { recordedFirst } from '../documents/recorded-first.ts'

type Asked = Pick<Statement, 'words' | 'steps'>

/** The statement's words beside those of each statement that a step took them from, as this viewer may see it. */
export function compareSteps({ words, steps }: Asked) {
  return steps.flatMap(({ id, number, who, translated, upstream }) => {
    if (!upstream) return []
    // Two languages have no words in common: that a step is a translation is said by hand.
    const { kinds, pieces } = translated ? { kinds: [], pieces: [] } : compareQuotation(upstream.words, words)
    const told: (QuotationKind | 'translated')[] = translated ? ['translated'] : kinds
    return [
      {
        id,
        number,
        who,
        upstream,
        words,
        kinds: told,
        told: told.map((kind) => say('Quotation', kind)).join(' · '),
        pieces,
      },
    ]
  })
}

/** Where a step names a stored document and no statement in it: the passage of that document that is most like it. */
export async function findLikelyPassages(db: Db, { words, steps }: Asked) {
  const asked = steps.filter(({ upstream, mediumDocument, translated }) => mediumDocument && !upstream && !translated)
  const found = await Promise.all(
    asked.map(async ({ id, number, mediumDocument }) => {
      const version = await db.version.findFirst({
        where: { documentId: mediumDocument?.id ?? 0 },
        orderBy: recordedFirst,
        select: { text: { select: { content: true } } },
      })
      if (!version || !mediumDocument) return []
      const text = version.text.content
      const { place, score } = reanchor(compareTexts(words, text), { start: 0, end: indexText(words).length })
      if (!place) return []
      return [
        {
          id,
          number,
          document: mediumDocument,
          start: place.start,
          words: indexText(text).slice(place.start, place.end),
          score,
        },
      ]
    }),
  )
  return found.flat()
}
