type Piece = { statementIds: readonly number[]; opens: { id: number; tone: string } | null | undefined }

/** Pieces of text side by side: within one statement that holds others, or by themselves. */
export type Run<P> = { outer: { id: number; tone: string } | null; pieces: P[] }

/**
 * A paragraph's pieces, with those of a statement that holds shorter ones together, so that its line can run below them
 * all. A longer statement that shorter ones cover wholly has no piece of its own, and no line.
 */
export function nestPieces<P extends Piece>(pieces: readonly P[]): Run<P>[] {
  const runs: { id: number | undefined; pieces: P[] }[] = []
  for (const piece of pieces) {
    const id = piece.statementIds.at(-1)
    const last = runs.at(-1)
    if (id !== undefined && last?.id === id) last.pieces.push(piece)
    else runs.push({ id, pieces: [piece] })
  }
  return runs.flatMap(({ id, pieces }): Run<P>[] => {
    const own = pieces.find(({ opens }) => opens?.id === id)?.opens
    const holdsOthers = pieces.some(({ opens }) => opens && opens.id !== id)
    if (own && holdsOthers) return [{ outer: own, pieces }]
    return pieces.map((piece) => ({ outer: null, pieces: [piece] }))
  })
}
