import type { Desk } from './desk.ts'

// ── A story that nobody has worked on yet: the rules suggest its statements ──────────────────────────────────────

export function bringInFerryStory(desk: Desk) {
  return desk.bringIn({
    title: 'Night ferry to Halden Island stops in November, operator says',
    publisher: 'Meridian Wire',
    authors: 'Clara Voss',
    url: 'https://example.org/meridian/night-ferry',
    published: '2021-10-22',
    kind: 'article',
    suggest: true,
    text: [
      'The night ferry to Halden Island will make its last crossing on November 14, the operator Nordline said on Thursday. “We have lost money on every trip since March,” Nordline’s director, Ines Brandvik, told reporters at the terminal. “Nobody can run a ship on that.”',
      'Local radio reports that the crews were told in a letter last week. According to the island’s council, half of the 900 islanders use the boat to get to work.',
      'The transport ministry said in a statement that it had not been asked for help. Brandvik denied this: she had written to the minister twice in September, she said.',
      'Two people familiar with the talks, who asked not to be named because no contract has been signed, said that a rival company would take over the line. The rival’s spokesman declined to comment.',
      'The subsidy reportedly ran to 2 million a year. Asked whether the island would be cut off in winter, Brandvik replied that “nobody will be left behind”.',
    ].join('\n\n'),
  })
}

// ── Two reports on the ferry that have it from each other ────────────────────────────────────────────────────────

export async function annotateSale(desk: Desk) {
  const onRadio = {
    title: 'Night ferry to be sold to a shipyard abroad',
    publisher: 'Halden Radio',
    url: 'https://example.org/halden-radio/ferry-sale',
    published: '2021-10-23',
    kind: 'broadcast' as const,
    text: 'The night ferry is to be sold to a shipyard abroad, the Island Courier reports. Nordline did not answer our questions on Saturday.',
  }
  const inPrint = {
    title: 'What becomes of the night ferry',
    publisher: 'Island Courier',
    url: 'https://example.org/island-courier/ferry-sale',
    published: '2021-10-23',
    kind: 'article' as const,
    text: 'A shipyard abroad is to buy the night ferry, Halden Radio reported. The harbour office knows nothing of a sale.',
  }
  const radioId = await desk.bringIn(onRadio)
  const courierId = await desk.bringIn(inPrint)

  const asHeard = {
    quote: 'The night ferry is to be sold to a shipyard abroad',
    mode: 'indirect' as const,
    hops: [{ naming: 'named' as const, source: 'Island Courier', sourceKind: 'outlet' as const, cue: 'reports' }],
  }
  const heard = await desk.record(radioId, asHeard)
  const printed = await desk.record(courierId, {
    quote: 'A shipyard abroad is to buy the night ferry',
    mode: 'indirect',
    hops: [{ naming: 'named', source: 'Halden Radio', sourceKind: 'outlet', cue: 'reported', upstreamId: heard.id }],
  })
  // Only now is there something that the first can be found to rest on: the circle closes.
  await desk.mend(heard.id, { ...asHeard, hops: asHeard.hops.map((hop) => ({ ...hop, upstreamId: printed.id })) })
  const asserts = (statement: { id: number }) => ({ statement, stance: 'asserts' as const })
  const claimId = await desk.claim(
    'Nordline is selling its night ferry to a shipyard abroad',
    ['Halden ferry'],
    [asserts(heard), asserts(printed)],
  )
  const invented = 'This report was written for a demonstration: the island, its ferry and both newsrooms are invented.'
  for (const documentId of [radioId, courierId]) {
    await desk.note({ documentId }, { kind: 'context', visibility: 'public', body: invented })
  }
  return { documentIds: [radioId, courierId], claimId }
}
