import type { Desk } from './desk.ts'
import type { Broadcast, Communique, Wire } from './talks.ts'

// ── What is claimed, and what was found ──────────────────────────────────────────────────────────────────────────

export async function stateClaims(desk: Desk, communique: Communique, broadcast: Broadcast, wire: Wire) {
  const asserts = (statement: { id: number }) => ({ statement, stance: 'asserts' as const })
  const denies = (statement: { id: number }) => ({ statement, stance: 'denies' as const })
  const doubts = (statement: { id: number }) => ({ statement, stance: 'doubts' as const })
  const talks = 'Moscow format'
  return {
    invited: await desk.claim(
      'Russia invited the Taliban to the talks in Moscow on 20 October 2021',
      [talks, 'Taliban'],
      [asserts(wire.invitation), asserts(wire.answer), asserts(broadcast.invitation)],
    ),
    attended: await desk.claim(
      'A Taliban delegation took part in the talks in Moscow on 20 October 2021',
      [talks, 'Taliban'],
      [asserts(communique.attendance), doubts(wire.doubt), doubts(broadcast.diplomat)],
    ),
    recognised: await desk.claim(
      'Moscow treats the Taliban as the government of Afghanistan',
      ['Recognition', 'Taliban'],
      [denies(wire.recognition), asserts(wire.deFacto), doubts(communique.reality), denies(broadcast.recognition)],
    ),
    donors: await desk.claim(
      'The participants agreed to hold a donor conference for Afghanistan',
      [talks, 'Humanitarian aid'],
      [asserts(wire.donors), doubts(communique.donors)],
    ),
    aid: await desk.claim(
      'Russia will deliver the aid it promised to Afghanistan',
      ['Humanitarian aid'],
      [asserts(wire.aid)],
    ),
    origins: await desk.claim('The Moscow format began in 2017', [talks], [asserts(wire.origins)]),
  }
}

export type Claims = Awaited<ReturnType<typeof stateClaims>>

/** The editor's verdicts: those to be published, the one that a colleague will dispute, and one that is sent back to them. */
export async function judge(desk: Desk, communique: Communique, wire: Wire, claims: Claims) {
  const inCommunique = (quote: string, stance: 'supports' | 'contradicts') => ({
    kind: 'official_document' as const,
    stance,
    title: 'The communiqué',
    documentId: communique.documentId,
    quote,
  })

  const disputed = await desk.judge({ statementId: wire.invitation.id }, 'relayed-only', {
    reasons:
      'The story has this from “Russian media” and names none of them. We found no recording of the briefing, so all we can say is that others reported it.',
  })
  const relay = await desk.judge({ hopId: await desk.findLastHop(wire.invitation) }, 'unverified', {
    reasons:
      'Which outlets are meant is not said, and the wire’s desk could not tell us. Nobody has shown us the reports.',
  })
  const inclusive = await desk.judge({ statementId: wire.inclusive.id }, 'confirmed', {
    reasons:
      'The words are in the communiqué, and mean there what they mean here. The story leaves out how it goes on.',
    evidence: [inCommunique('a truly inclusive government', 'supports')],
  })
  const donors = await desk.judge({ statementId: wire.donors.id }, 'misquoted', {
    reasons: 'The communiqué says “proposed”. The story turns a proposal to the United Nations into something agreed.',
    evidence: [inCommunique('They proposed that the United Nations convene a donor conference soon', 'contradicts')],
    askedOn: '2021-10-22',
    answeredOn: '2021-10-23',
    reply: 'Meridian Wire: Our editor shortened the sentence and lost the difference. We are sending out a correction.',
  })
  const details = await desk.judge({ statementId: wire.details.id }, 'confirmed', {
    reasons: 'We heard the recording. He says it in Russian; the translation is close.',
    evidence: [
      {
        kind: 'recording',
        title: 'Sound recording of the briefing, from the eleventh minute',
        url: 'https://example.org/recordings/briefing-2021-10-07',
        archiveUrl: 'https://example.org/archive/briefing-2021-10-07',
        seen: '2021-10-21',
        reliability: 'Complete and unedited; the voice is known to us',
      },
      {
        kind: 'translation',
        stance: 'context',
        title: 'Our translator’s note on these words',
        url: 'https://example.org/notes/translation-briefing',
      },
    ],
  })

  const invited = await desk.judge({ claimId: claims.invited }, 'true', {
    reasons: 'The envoy announced it, and a delegation came. Nobody has denied that it was asked to.',
    evidence: [inCommunique('a delegation of the interim Afghan government was led by Abdul Salam Hanafi', 'supports')],
  })
  const attended = await desk.judge({ claimId: claims.attended }, 'true', {
    reasons: 'The host names the head of the delegation, and photographs show him in the hall.',
    evidence: [
      inCommunique('a delegation of the interim Afghan government was led by Abdul Salam Hanafi', 'supports'),
      {
        kind: 'other',
        title: 'Photographs of the opening',
        url: 'https://example.org/pictures/opening-2021-10-20',
        seen: '2021-10-21',
      },
    ],
  })
  const recognised = await desk.judge({ claimId: claims.recognised }, 'missing-context', {
    reasons:
      'Both are said in Moscow. In law it has not recognised them, and says so; in practice it deals with them as with those who rule. A headline that has one without the other misleads.',
    evidence: [inCommunique('irrespective of the official recognition of the new Afghan government', 'supports')],
  })
  const agreedToHold = await desk.judge({ claimId: claims.donors }, 'mostly-false', {
    reasons: 'There is a proposal to the United Nations. There is no agreement to hold anything, nor a date.',
    evidence: [inCommunique('They proposed that the United Nations convene a donor conference soon', 'contradicts')],
  })
  const origins = await desk.judge({ claimId: claims.origins }, 'mostly-true', {
    reasons: 'The consultations have had this name and their wider circle since 2017. The six had met before.',
    evidence: [
      {
        kind: 'data',
        title: 'A list of the meetings and who was at each',
        url: 'https://example.org/data/moscow-format-meetings',
        seen: '2021-10-21',
        reliability: 'Made by a university; we checked two entries of it',
      },
    ],
  })
  const aid = await desk.judge({ claimId: claims.aid }, 'unproven', {
    reasons: 'A promise. When the story ran nothing had been sent; we shall look again when something is.',
  })
  const waiting = await desk.judge({ statementId: wire.sanctions.id }, 'relayed-only', {
    reasons: 'Draft: “reportedly” hides who reported it. Find the interview of 4 October before this goes out.',
  })

  return {
    disputed,
    waiting,
    others: [relay, inclusive, donors, details, invited, attended, recognised, agreedToHold, origins, aid],
  }
}

/** The verdict they did not agree on: the reviewer has found a second source since the first one was published. */
export function judgeAgain(desk: Desk, wire: Wire, supersedesId: number) {
  return desk.judge({ statementId: wire.invitation.id }, 'corroborated', {
    supersedesId,
    reasons:
      'The first finding was right on the wire story alone. A second newsroom, which had its own reporter in the room, has the same announcement from the same day; it does not rest on Russian media.',
    evidence: [
      {
        kind: 'second_report',
        title: 'A reporter’s notes of the briefing of 7 October',
        url: 'https://northbank.example/notes/briefing-2021-10-07',
        publisher: 'Northbank Radio',
        seen: '2021-10-22',
        reliability: 'Notes taken in the room, read to us over the telephone',
      },
    ],
  })
}
