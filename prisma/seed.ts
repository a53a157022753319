import type { Database } from '../src/database/connect.ts'
import { sendToReview } from '../src/review/publishing.ts'
import { sendClaimToReview } from '../src/claims/publishing.ts'
import { publishVerdict, returnVerdict } from '../src/verdicts/verdicts.ts'
import { challenge, upholdChallenge } from './demo/challenges.ts'
import { deskOf } from './demo/desk.ts'
import { annotateSale, bringInFerryStory } from './demo/ferry.ts'
import { judge, judgeAgain, stateClaims } from './demo/findings.ts'
import { annotate, describeSources, engageStaff, shareOut } from './demo/newsroom.ts'
import { annotateBroadcast, annotateCommunique, annotateWire } from './demo/talks.ts'

/*
 * The demo newsroom: three short documents about the talks on Afghanistan in Moscow in October 2021 and three about a
 * ferry, with the work of an editor and a reviewer on them. The texts were written for it. The ferry, everything said
 * about it, the outlets and their unnamed sources are invented. What named people did in Moscow, and the few words
 * quoted from them, are as they were reported at the time.
 */
export type DemoAccount = { name: string; email: string; role: string; password: string }

/** Nothing is fetched for the demo: its links are made up, or lead to sites that have nothing to do with it. */
async function askNobody(db: Database): Promise<void> {
  await db.snapshot.deleteMany()
  await db.job.deleteMany({ where: { kind: 'keep_link' } })
}

/** Fills an empty database through the domain functions, so that it contains only what a real desk could contain. */
export async function seedDemo(db: Database): Promise<{ accounts: DemoAccount[] }> {
  const staff = await engageStaff(db)
  const editor = deskOf(db, staff.editor)
  const reviewer = deskOf(db, staff.reviewer)

  const communique = await annotateCommunique(editor)
  const broadcast = await annotateBroadcast(editor)
  const wire = await annotateWire(editor, communique, broadcast)
  const claims = await stateClaims(editor, communique, broadcast, wire)
  const { disputed, waiting, others } = await judge(editor, communique, wire, claims)
  await annotate(editor, reviewer, { communique, broadcast, wire, claims })
  await describeSources(db, staff.editor)

  await reviewer.publish(communique)
  await reviewer.publish(wire, { claimIds: Object.values(claims), verdictIds: [disputed, ...others] })
  await sendToReview(db, { documentId: broadcast.documentId, by: staff.editor })
  await bringInFerryStory(editor)
  const sale = await annotateSale(editor)
  for (const documentId of sale.documentIds) await reviewer.publish({ documentId })
  await sendClaimToReview(db, { claimId: sale.claimId, by: staff.editor })
  const unnamed = 'The interview was on the radio: name the station, and give the recording as evidence.'
  await returnVerdict(db, { verdictId: waiting, reason: unnamed, by: staff.reviewer })
  const second = await judgeAgain(reviewer, wire, disputed)
  const { decided } = await challenge(db, staff, { wire, claims, disputed })
  await publishVerdict(db, { verdictId: second, by: staff.admin, ownVerdicts: false })
  await upholdChallenge(db, decided, staff.reviewer)
  await shareOut(db, staff, claims.attended)
  await askNobody(db)
  return { accounts: staff.accounts }
}
