import { makeSecret } from '../../src/accounts/secrets.ts'
import { addWords, receiveChallenge } from '../../src/challenges/challenges.ts'
import { lookAtChallenge, lookAtWords, resolveChallenge } from '../../src/challenges/decisions.ts'
import { challengeLimits } from '../../src/challenges/reception.ts'
import { FirstLook, newChallenge, Resolution } from '../../src/challenges/schema.ts'
import type { Target } from '../../src/challenges/targets.ts'
import type { Database } from '../../src/database/connect.ts'
import type { Claims } from './findings.ts'
import type { Wire } from './talks.ts'

type Staff = { editor: number; reviewer: number }

/** What readers say is wrong: one is decided, one is open, and nobody has looked at the third. */
export async function challenge(db: Database, staff: Staff, { wire, claims, disputed }: Challenged) {
  const decided = await send(
    db,
    { room: 'verdicts', id: disputed },
    {
      body: 'You write that you found nobody but Russian media. Our own reporter sat in the third row of that briefing, and we broadcast the announcement the same evening. Ask us for the notes.',
      shows: 'https://northbank.example/programmes/2021-10-07-evening',
      name: 'Northbank Radio, foreign desk',
    },
  )
  await open(db, decided.id, staff.editor)

  const wording = await send(
    db,
    { room: 'claims', id: claims.recognised },
    {
      body: 'Who is “Moscow” in this sentence? The foreign ministry and the Kremlin said different things that week. As it stands the claim can’t be checked, because it is two claims.',
    },
  )
  await open(db, wording.id, staff.editor)
  await addWords(db, { ...wording, body: 'To be clear: I think that both of them were quoted rightly.' })
  const added = await db.challengeWord.findFirstOrThrow({ where: { challengeId: wording.id } })
  await lookAtWords(db, { id: wording.id, wordId: added.id, decision: 'show', by: staff.editor })

  await send(
    db,
    { room: 'statements', id: wire.details.id },
    {
      kind: 'speaker',
      body: 'I listened to the recording. The envoy hands over at that point, and somebody from his department answers.',
      shows: 'The recording that you give as evidence, from 11:40 on',
      name: 'M. Sandoval',
    },
  )
  return { decided: decided.id }
}

/** Once the second verdict is out there is something to tell. */
export async function upholdChallenge(db: Database, id: number, by: number) {
  const { revision } = await db.challenge.findUniqueOrThrow({ where: { id } })
  const resolution = Resolution.parse({
    revision,
    outcome: 'upheld',
    reason:
      'They sent us the notes, and read them to us over the telephone. The announcement is in them, with the hour.',
    changed: 'A new verdict on the statement takes the place of this one: it is corroborated.',
  })
  await resolveChallenge(db, id, { ...resolution, ownVerdicts: false, by })
}

type Challenged = { wire: Wire; claims: Claims; disputed: number }

async function send(
  db: Database,
  target: Target,
  words: { body: string; kind?: string; shows?: string; name?: string },
) {
  const secret = makeSecret()
  const { stamp: _, subject: __, ...sent } = newChallenge(target.room).parse(words)
  const { id } = await receiveChallenge(db, target, { ...sent, secret, mostWaiting: challengeLimits.waiting })
  return { id, secret }
}

async function open(db: Database, id: number, by: number) {
  const { revision } = await db.challenge.findUniqueOrThrow({ where: { id } })
  await lookAtChallenge(db, id, { ...FirstLook.parse({ revision, decision: 'open' }), by })
}
