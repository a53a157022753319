type Link = readonly [from: string, to: string]

/** For each node in a circle the number of its circle: nodes that lead to each other share one. */
export function findCircles(links: readonly Link[]): Map<string, number> {
  const back = Map.groupBy(links, ([, to]) => to)
  const circles = new Map<string, number>()
  const seen = new Set<string>()
  let count = 0
  // Kosaraju's algorithm: the node finished last reaches all of its circle, and backwards from it nothing else is
  // reached.
  for (const last of inOrderOfLeaving(links).reverse()) {
    if (seen.has(last)) continue
    const circle = [last]
    seen.add(last)
    for (const one of circle) {
      for (const [before] of back.get(one) ?? []) {
        if (seen.has(before)) continue
        seen.add(before)
        circle.push(before)
      }
    }
    if (circle.length > 1) for (const one of circle) circles.set(one, count)
    if (circle.length > 1) count++
  }
  return circles
}

function inOrderOfLeaving(links: readonly Link[]): string[] {
  const next = Map.groupBy(links, ([from]) => from)
  const left: string[] = []
  const entered = new Set<string>()
  for (const start of next.keys()) {
    // Not recursive: a trail may be longer than the stack is deep.
    const open = entered.has(start) ? [] : [{ one: start, at: 0 }]
    entered.add(start)
    for (let top = open.at(-1); top; top = open.at(-1)) {
      const to = next.get(top.one)?.[top.at++]?.[1]
      if (to === undefined) {
        left.push(top.one)
        open.pop()
      } else if (!entered.has(to)) {
        entered.add(to)
        open.push({ one: to, at: 0 })
      }
    }
  }
  return left
}
