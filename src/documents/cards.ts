import { mostCards, type Part, type PartAsked, pathOfPart } from './parts.ts'

/** The cards on one page of a part: all of them, unless there are very many. */
export function pageOfCards<S extends { id: number }>(all: S[], { cards, statement }: PartAsked) {
  const count = Math.max(1, Math.ceil(all.length / mostCards))
  const at = all.findIndex(({ id }) => id === statement)
  const wanted = cards ?? Math.floor(Math.max(at, 0) / mostCards) + 1
  const number = Math.min(wanted, count)
  const from = (number - 1) * mostCards
  const statements = all.slice(from, from + mostCards)
  const told = {
    cards: number,
    pagesOfCards: count,
    firstCard: from + 1,
    lastCard: from + statements.length,
    statementsHere: all.length,
  }
  return { number, count, isThere: wanted <= count, statements, told }
}

type Cards = ReturnType<typeof pageOfCards>

/** The addresses of the neighbouring parts and pages of cards; null if there are none. */
export function pathsOfParts(path: string, part: Part, cards: Cards) {
  const partPath = (number: number) => (1 <= number && number <= part.count ? pathOfPart(path, { part: number }) : null)
  const cardsPath = (number: number) =>
    1 <= number && number <= cards.count ? pathOfPart(path, { part: part.number, cards: number }) : null
  return {
    path: pathOfPart(path, { part: part.number, cards: cards.number }),
    /** The query for the addresses of this page's forms, so that they return to it. */
    query: pathOfPart('', { part: part.number, cards: cards.number }),
    home: path,
    previous: partPath(part.number - 1),
    next: partPath(part.number + 1),
    previousCards: cardsPath(cards.number - 1),
    nextCards: cardsPath(cards.number + 1),
  }
}

/** The address of the page that has a statement's card, if it is another one. */
export function pathElsewhere(path: string, part: Part, cards: Cards, place: number): string | undefined {
  const number = Math.floor(place / mostCards) + 1
  return number === cards.number ? undefined : pathOfPart(path, { part: part.number, cards: number })
}
