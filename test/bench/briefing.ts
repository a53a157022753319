import type { Database } from '../../src/database/connect.ts'
import { documentPath } from '../../src/words/addresses.ts'
import { giveVerdictOn, makeAccount, makeDocument, noteOn, publish, recordOn, stateClaim } from '../support/world.ts'

export const statementCount = 20

/** A published report of a briefing with twenty statements, as much of everything on them as a busy page has. */
export async function makeBriefing(db: Database): Promise<string> {
  const { id: by } = await makeAccount(db, 'reviewer')
  const sentences = Array.from({ length: statementCount }, (_, n) => sentence(n))
  const document = await makeDocument(db, { by, text: sentences.map(paragraph).join('\n\n') })

  const claimIds: number[] = []
  const verdictIds: number[] = []
  for (const [n, quote] of sentences.entries()) {
    const statement = await recordOn(db, document.id, { by, quote, hops: chain(n) })
    if (n % 2 === 0) {
      const claim = await stateClaim(db, statement.id, { by, sentence: `It is so that ${quote}`, topics: 'Harbour' })
      claimIds.push(claim.id)
      if (n % 4 === 0)
        verdictIds.push((await giveVerdictOn(db, { claimId: claim.id }, { by, evidence: [recording] })).id)
    }
    if (n % 3 === 0)
      verdictIds.push((await giveVerdictOn(db, { statementId: statement.id }, { by, evidence: [recording] })).id)
    if (n % 5 === 0) await noteOn(db, { statementId: statement.id }, { by, visibility: 'public' })
  }
  await publish(db, document.id, { claimIds, verdictIds, by })
  return documentPath(document)
}

const recording = {
  kind: 'recording' as const,
  title: 'The recording',
  url: 'https://portansel.example/briefing',
  quote: 'the quay',
}

function sentence(n: number): string {
  return `the quay had moved by ${n + 4} centimetres since ${2000 + n} and would not hold another winter`
}

function paragraph(quote: string, n: number): string {
  return (
    `At the weekly briefing the mayor was asked once more about berth ${n + 1}. Engineers measure it every morning. ` +
    `Okafor told reporters that ${quote}, which nobody in the hall disputed. The port handles forty ships a week.`
  )
}

function chain(n: number) {
  const origin = { source: 'Lena Okafor', cue: 'told', addressee: 'reporters', place: 'Port Ansel', said: '2024-03-12' }
  if (n % 3 === 0) return [origin]
  const relay = n % 3 === 1 ? { source: 'Ansel Radio', sourceKind: 'outlet' as const, cue: 'reports' } : unnamed
  return [origin, relay]
}

const unnamed = { naming: 'described' as const, description: 'local media', cue: 'report' }
