import type { z } from 'zod'
import { createAccount, makePassword, NewAccount } from '../src/accounts/accounts.ts'
import { linkClaim } from '../src/claims/claims.ts'
import { LinkedClaim } from '../src/claims/schema.ts'
import type { Axis, ClaimStance, Role } from '../src/database/client/enums.ts'
import type { Database } from '../src/database/connect.ts'
import { importDocument } from '../src/documents/documents.ts'
import { NewDocument } from '../src/documents/schema.ts'
import { publishDocument, sendToReview } from '../src/review/publishing.ts'
import { Publication } from '../src/review/schema.ts'
import { editSource } from '../src/sources/edit.ts'
import { type NoteTarget, replyTo, resolveThread, writeNote } from '../src/notes/notes.ts'
import { NewNote, NewReply } from '../src/notes/schema.ts'
import { EditedSource } from '../src/sources/schema.ts'
import { type HopField, NewStatement } from '../src/statements/schema.ts'
import { recordStatement } from '../src/statements/statements.ts'
import { NewVerdict } from '../src/verdicts/schema.ts'
import { giveVerdict, publishVerdict, type Target } from '../src/verdicts/verdicts.ts'
import { changeInBulk, previewBulk } from '../src/work/bulk.ts'
import { markForRecheck } from '../src/work/recheck.ts'
import { BulkAsk, ChangedWork } from '../src/work/schema.ts'
import { changeWork } from '../src/work/work.ts'

/*
 * The demo newsroom: three short documents about the talks on Afghanistan in Moscow in October 2021, and what an editor
 * and a reviewer made of them. The texts were written for it, the two outlets and their unnamed sources are invented;
 * what named people did and the few words they are quoted with are as they were reported at the time.
 */

export type DemoAccount = { name: string; email: string; role: string; password: string }

/** Fills an empty database through the domain functions, so that it holds nothing which a real desk could not hold. */
export async function seedDemo(db: Database): Promise<{ accounts: DemoAccount[] }> {
  const staff = await engageStaff(db)
  const editor = deskOf(db, staff.editor)
  const reviewer = deskOf(db, staff.reviewer)

  const communique = await annotateCommunique(editor)
  const broadcast = await annotateBroadcast(editor)
  const wire = await annotateWire(editor, communique, broadcast)
  const claims = await stateClaims(editor, communique, broadcast, wire)
  const { disputed, others } = await judge(editor, communique, wire, claims)
  await annotate(editor, reviewer, { communique, broadcast, wire, claims })
  await describeSources(db, staff.editor)

  await reviewer.publish(communique)
  await reviewer.publish(wire, { claimIds: Object.values(claims), verdictIds: [disputed, ...others] })
  await sendToReview(db, { documentId: broadcast.documentId, by: staff.editor })
  await bringInFerryStory(editor)
  const second = await judgeAgain(reviewer, wire, disputed)
  await publishVerdict(db, { verdictId: second, by: staff.admin, ownVerdicts: false })
  await shareOut(db, staff, claims.attended)
  return { accounts: staff.accounts }
}

async function engageStaff(db: Database) {
  const engage = async (name: string, email: string, role: Role) => {
    const account = { name, email, role, password: makePassword() }
    const { id } = await createAccount(db, { ...NewAccount.parse(account), by: null })
    return { id, account }
  }
  const editor = await engage('Hanna Lindqvist', 'hanna@example.org', 'editor')
  const reviewer = await engage('Samuel Adeyemi', 'samuel@example.org', 'reviewer')
  const admin = await engage('Mireille Costa', 'mireille@example.org', 'admin')
  return {
    accounts: [editor.account, reviewer.account, admin.account],
    editor: editor.id,
    reviewer: reviewer.id,
    admin: admin.id,
  }
}

/** Who has what until when; one thing is to be looked at again. */
async function shareOut(db: Database, staff: { editor: number; reviewer: number; admin: number }, claimId: number) {
  const admin = { id: staff.admin }
  const ask = { view: 'unassigned', action: 'assign', assignTo: '@hanna-lindqvist' }
  const { digest } = (await previewBulk(db, admin, BulkAsk.parse(ask))) ?? { digest: '' }
  await changeInBulk(db, admin, { ...BulkAsk.parse(ask), digest })

  const inTwoDays = new Date(Date.now() + 2 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
  const ferry = await db.work.findFirstOrThrow({ where: { state: 'draft', documentId: { not: null } } })
  const due = ChangedWork.parse({ revision: ferry.revision, due: inTwoDays, priority: 'high' })
  await changeWork(db, ferry.id, { ...due, by: staff.editor })
  const doubtful = await db.work.findUniqueOrThrow({ where: { claimId } })
  const reason = 'A second list of who took part has come out: compare it with ours.'
  await markForRecheck(db, doubtful.id, { reason, by: staff.reviewer })
}

type Hop = Partial<z.input<typeof HopField>>
type Recorded = Omit<Partial<z.input<typeof NewStatement>>, 'hops'> & { hops?: Hop[] }
type Judged = Omit<Partial<z.input<typeof NewVerdict>>, 'ratingId'>
type Desk = ReturnType<typeof deskOf>

/** What one person does at the desk, with what they would type. */
function deskOf(db: Database, by: number) {
  return {
    async bringIn(document: z.input<typeof NewDocument>) {
      const maxTextBytes = 1024 * 1024
      const arrival = { ...NewDocument.parse(document), method: 'pasted' as const, maxTextBytes, by }
      return (await importDocument(db, arrival)).documentId
    },

    record(documentId: number, { hops = [], ...statement }: Recorded) {
      return recordStatement(db, { ...NewStatement.parse({ ...statement, hops }), documentId, by })
    },

    async claim(sentence: string, topics: string[], [first, ...others]: [Stated, ...Stated[]]) {
      const link = ({ statement, stance }: Stated, claim: z.input<typeof LinkedClaim>) =>
        db.$transaction((tx) =>
          linkClaim(tx, { ...LinkedClaim.parse({ ...claim, stance }), statementId: statement.id, by }),
        )
      const { id: claimId } = await link(first, { sentence, topics })
      for (const other of others) await link(other, { claimId })
      return claimId
    },

    async judge(target: Target, rating: string, verdict: Judged) {
      const axis: Axis = 'claimId' in target ? 'accuracy' : 'attribution'
      const { id: ratingId } = await db.rating.findUniqueOrThrow({ where: { axis_slug: { axis, slug: rating } } })
      return (await giveVerdict(db, target, { ...NewVerdict.parse({ ...verdict, ratingId }), by })).id
    },

    note(target: NoteTarget, note: Partial<z.input<typeof NewNote>>) {
      return writeNote(db, target, { ...NewNote.parse(note), by })
    },

    resolve(noteId: number) {
      return resolveThread(db, noteId, { by, allow: () => {} })
    },

    reply(noteId: number, reply: z.input<typeof NewReply>) {
      return replyTo(db, noteId, { ...NewReply.parse(reply), by })
    },

    async publish({ documentId }: { documentId: number }, chosen: { claimIds?: number[]; verdictIds?: number[] } = {}) {
      const { revision } = await db.document.findUniqueOrThrow({ where: { id: documentId } })
      return publishDocument(db, { ...Publication.parse({ revision, ...chosen }), documentId, by, ownVerdicts: false })
    },

    async findSource(name: string) {
      return (await db.source.findFirstOrThrow({ where: { name } })).id
    },

    async findLastHop({ id: statementId }: { id: number }) {
      return (await db.hop.findFirstOrThrow({ where: { statementId }, orderBy: { position: 'desc' } })).id
    },
  }
}

type Stated = { statement: { id: number }; stance: ClaimStance }

// ── The ministry's communiqué ────────────────────────────────────────────────────────────────────────────────────

const participants: Hop = { naming: 'named', source: 'Participants of the Moscow format', sourceKind: 'group' }
const ministry: Hop = { naming: 'named', source: 'Russian Foreign Ministry', sourceKind: 'government' }
const kabulov: Hop = { naming: 'named', source: 'Zamir Kabulov', spokenLanguage: 'ru', translated: true }
const lavrov: Hop = { naming: 'named', source: 'Sergey Lavrov' }

async function annotateCommunique(desk: Desk) {
  const documentId = await desk.bringIn({
    title: 'Communiqué on the third meeting of the Moscow format',
    publisher: 'Russian Foreign Ministry',
    publisherKind: 'government',
    url: 'https://example.org/ministry/communique-2021-10-20',
    published: '2021-10-20',
    kind: 'communique',
    text: [
      'The third meeting of the Moscow format on Afghanistan took place in Moscow on 20 October 2021. Envoys of ten countries of the region took part; a delegation of the interim Afghan government was led by Abdul Salam Hanafi.',
      'The participants hold that dealings with Afghanistan have to reckon with “the new reality”, which is that the Taliban are in power, “irrespective of the official recognition of the new Afghan government by the international community”.',
      'They urged the authorities in Kabul to form “a truly inclusive government that adequately reflects the interests of all major ethno-political forces in the country”.',
      'They proposed that the United Nations convene a donor conference soon, and asked that those whose troops were in the country for the past 20 years carry the main burden.',
      'After the second meeting, in 2018, the sides “agreed to continue consultations within the framework of this mechanism”. The ministry notes that they have kept to it.',
    ].join('\n\n'),
  })
  const there = { ...participants, place: 'Moscow', said: '2021-10-20' }

  const attendance = await desk.record(documentId, {
    quote: 'a delegation of the interim Afghan government was led by Abdul Salam Hanafi',
    mode: 'indirect',
  })
  const reality = await desk.record(documentId, {
    quote:
      'dealings with Afghanistan have to reckon with “the new reality”, which is that the Taliban are in power, “irrespective of the official recognition of the new Afghan government by the international community”',
    mode: 'mixed',
    hops: [{ ...there, cue: 'hold' }],
  })
  const inclusive = await desk.record(documentId, {
    quote:
      'a truly inclusive government that adequately reflects the interests of all major ethno-political forces in the country',
    mode: 'direct',
    hops: [{ ...there, cue: 'urged', addressee: 'the authorities in Kabul' }],
  })
  const donors = await desk.record(documentId, {
    quote: 'that the United Nations convene a donor conference soon',
    mode: 'indirect',
    hops: [{ ...there, cue: 'proposed' }],
  })
  await desk.record(documentId, {
    quote: 'agreed to continue consultations within the framework of this mechanism',
    mode: 'direct',
    act: 'promises',
    hops: [{ ...participants, said: '2018', medium: 'in an earlier communiqué' }],
  })
  return { documentId, attendance, reality, inclusive, donors }
}

// ── A story that nobody has worked on yet: the rules suggest its statements ──────────────────────────────────────

function bringInFerryStory(desk: Desk) {
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

// ── The broadcaster's report, which is still in review ───────────────────────────────────────────────────────────

async function annotateBroadcast(desk: Desk) {
  const documentId = await desk.bringIn({
    title: 'Moscow asks the Taliban to the table, and keeps them at arm’s length',
    publisher: 'Eastgate Television',
    authors: 'Noor Haddad',
    url: 'https://example.org/eastgate/moscow-table',
    published: '2021-10-08',
    kind: 'broadcast',
    text: [
      'The Taliban are on the guest list for talks in Moscow later this month. The Kremlin’s envoy, Zamir Kabulov, announced it on Thursday in front of the cameras.',
      'Not everyone believes it. “They may never board the plane,” said a Western diplomat who has read the invitations and who would not be named because the talks were not his to announce.',
      'Nor does a seat at the table mean an embassy. In September the foreign minister, Sergey Lavrov, said recognition was “not on the table”. On Russian soil the movement remains banned as a terrorist group.',
    ].join('\n\n'),
  })

  const invitation = await desk.record(documentId, {
    quote: 'The Taliban are on the guest list for talks in Moscow later this month',
    mode: 'indirect',
    hops: [{ ...kabulov, cue: 'announced', place: 'Moscow', said: '2021-10-07', medium: 'in front of the cameras' }],
  })
  const diplomat = await desk.record(documentId, {
    quote: 'They may never board the plane',
    mode: 'direct',
    hops: [
      {
        naming: 'described',
        description: 'a Western diplomat',
        cue: 'said',
        knowledgeBasis: 'has read the invitations',
        anonymityReason: 'the talks were not his to announce',
      },
    ],
  })
  const recognition = await desk.record(documentId, {
    quote: 'recognition was “not on the table”',
    mode: 'mixed',
    act: 'denies',
    hops: [{ ...lavrov, cue: 'said', said: '2021-09' }],
  })
  await desk.record(documentId, {
    quote: 'the movement remains banned as a terrorist group',
    mode: 'indirect',
    unfinished: true,
  })
  return { documentId, invitation, diplomat, recognition }
}

// ── The wire story ───────────────────────────────────────────────────────────────────────────────────────────────

type Communique = Awaited<ReturnType<typeof annotateCommunique>>
type Broadcast = Awaited<ReturnType<typeof annotateBroadcast>>

async function annotateWire(desk: Desk, communique: Communique, broadcast: Broadcast) {
  const documentId = await desk.bringIn({
    title: 'Ten countries urge the Taliban in Moscow to share power',
    publisher: 'Meridian Wire',
    authors: 'Clara Voss, Idris Malik',
    url: 'https://example.org/meridian/moscow-talks',
    published: '2021-10-21',
    kind: 'article',
    text: [
      'Ten countries have urged the Taliban to form “a truly inclusive government”, the Russian Foreign Ministry said in a final communiqué after talks in Moscow on Wednesday. The envoys agreed to hold a donor conference under the United Nations, the ministry said.',
      'The meeting began with a surprise two weeks ago. Russian media reported that Zamir Kabulov, the Kremlin’s envoy to Afghanistan, had told reporters in Moscow on October 7 that the Taliban would be asked to come.',
      'Journalists from Russian agencies asked him whether the movement would sit at one table with China, India, Iran and Pakistan. It would, he replied. Whom it would send, he did not specify.',
      'A Western diplomat doubted that the Taliban would travel at all, Eastgate Television reported.',
      'Russia had said that it would send the aid it had promised and that the details were “being worked out”, Kabulov told reporters.',
      'Help is urgent: Afghanistan’s plight was getting worse by the day, a top UN official with sight of the aid convoys, who was not allowed to speak in public, warned on October 6.',
      'Recognition is another matter. Moscow would reportedly not “exclude” that the UN sanctions on the Taliban be looked at again, Kabulov said on October 4. “But at this stage,” he said, “we believe it is not expedient to rush.”',
      'Sergey Lavrov, the foreign minister, told reporters at the United Nations in New York in September that recognition “at the present juncture is not on the table”. Dmitry Peskov, who speaks for the Kremlin, said on Wednesday that the Taliban led the country “de facto”.',
      'The Moscow format dates from 2017. It grew out of meetings of six countries.',
    ].join('\n\n'),
  })
  const inCommunique = { ...ministry, medium: 'in a final communiqué', mediumDocumentId: communique.documentId }
  const toReporters = {
    ...kabulov,
    addressee: 'reporters',
    place: 'Moscow',
    said: '2021-10-07',
    medium: 'at a briefing',
  }

  const inclusive = await desk.record(documentId, {
    quote: 'a truly inclusive government',
    mode: 'direct',
    hops: [
      { ...participants, cue: 'urged', addressee: 'the Taliban', place: 'Moscow', said: '2021-10-20' },
      { ...inCommunique, cue: 'said', upstreamId: communique.inclusive.id },
    ],
  })
  const donors = await desk.record(documentId, {
    quote: 'The envoys agreed to hold a donor conference under the United Nations',
    mode: 'indirect',
    hops: [{ ...inCommunique, cue: 'said', said: '2021-10-20', upstreamId: communique.donors.id }],
  })

  const invitation = await desk.record(documentId, {
    quote: 'the Taliban would be asked to come',
    mode: 'indirect',
    hops: [
      { ...toReporters, cue: 'told', translatedBy: 'Meridian Wire' },
      { naming: 'described', description: 'Russian media', cue: 'reported' },
    ],
  })
  const question = await desk.record(documentId, {
    quote: 'whether the movement would sit at one table with China, India, Iran and Pakistan',
    mode: 'indirect',
    act: 'asks',
    hops: [
      {
        naming: 'described',
        description: 'journalists from Russian agencies',
        cue: 'asked',
        addressee: 'him',
        addresseeSourceId: await desk.findSource('Zamir Kabulov'),
        spokenLanguage: 'ru',
        translated: true,
      },
    ],
  })
  // “It would” says little by itself: what he answered are the words he was asked.
  const answer = await desk.record(documentId, {
    quote: 'the movement would sit at one table with China, India, Iran and Pakistan […] It would',
    mode: 'indirect',
    act: 'answers',
    answersId: question.id,
    hops: [{ ...toReporters, addressee: 'journalists from Russian agencies', cue: 'replied' }],
  })
  await desk.record(documentId, {
    quote: 'Whom it would send',
    mode: 'indirect',
    act: 'declines',
    polarity: 'negative',
    hops: [{ ...toReporters, addressee: '', cue: 'did not specify' }],
  })
  const doubt = await desk.record(documentId, {
    quote: 'that the Taliban would travel at all',
    mode: 'indirect',
    hops: [
      { naming: 'described', description: 'a Western diplomat', cue: 'doubted' },
      {
        naming: 'named',
        source: 'Eastgate Television',
        sourceKind: 'outlet',
        cue: 'reported',
        upstreamId: broadcast.diplomat.id,
      },
    ],
  })

  const aid = await desk.record(documentId, {
    quote: 'it would send the aid it had promised and that the details were “being worked out”',
    mode: 'mixed',
    act: 'promises',
    hops: [
      { naming: 'named', source: 'Russia', sourceKind: 'government', cue: 'said' },
      { ...toReporters, cue: 'told' },
    ],
  })
  const details = await desk.record(documentId, {
    quote: 'being worked out',
    mode: 'direct',
    hops: [{ ...toReporters, cue: 'told' }],
  })
  await desk.record(documentId, {
    quote: 'Afghanistan’s plight was getting worse by the day',
    mode: 'indirect',
    act: 'warns',
    hops: [
      {
        naming: 'described',
        description: 'a top UN official',
        source: 'United Nations',
        sourceKind: 'organisation',
        cue: 'warned',
        said: '2021-10-06',
        knowledgeBasis: 'with sight of the aid convoys',
        anonymityReason: 'not allowed to speak in public',
      },
    ],
  })

  const sanctions = await desk.record(documentId, {
    quote: 'Moscow would […] not “exclude” that the UN sanctions on the Taliban be looked at again',
    mode: 'mixed',
    hops: [
      { ...kabulov, cue: 'said', said: '2021-10-04' },
      { naming: 'unstated', cue: 'reportedly' },
    ],
  })
  await desk.record(documentId, {
    quote: 'But at this stage […] we believe it is not expedient to rush',
    mode: 'direct',
    hops: [{ ...kabulov, cue: 'said', said: '2021-10-04' }],
  })
  const recognition = await desk.record(documentId, {
    quote: 'recognition “at the present juncture is not on the table”',
    mode: 'mixed',
    act: 'denies',
    hops: [{ ...lavrov, cue: 'told', addressee: 'reporters', place: 'New York', said: '2021-09' }],
  })
  const deFacto = await desk.record(documentId, {
    quote: 'the Taliban led the country “de facto”',
    mode: 'mixed',
    act: 'confirms',
    hops: [
      {
        naming: 'named',
        source: 'Dmitry Peskov',
        cue: 'said',
        said: '2021-10-20',
        spokenLanguage: 'ru',
        translated: true,
      },
    ],
  })
  const origins = await desk.record(documentId, { quote: 'The Moscow format dates from 2017', mode: 'indirect' })

  return {
    documentId,
    inclusive,
    donors,
    invitation,
    answer,
    doubt,
    aid,
    details,
    sanctions,
    recognition,
    deFacto,
    origins,
  }
}

// ── What is claimed, and what was found ──────────────────────────────────────────────────────────────────────────

type Wire = Awaited<ReturnType<typeof annotateWire>>

async function stateClaims(desk: Desk, communique: Communique, broadcast: Broadcast, wire: Wire) {
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

type Claims = Awaited<ReturnType<typeof stateClaims>>

/** The editor's verdicts: those to be published, the one that a colleague will dispute, and one that waits. */
async function judge(desk: Desk, communique: Communique, wire: Wire, claims: Claims) {
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
  await desk.judge({ statementId: wire.sanctions.id }, 'relayed-only', {
    reasons: 'Draft: “reportedly” hides who reported it. Find the interview of 4 October before this goes out.',
  })

  return {
    disputed,
    others: [relay, inclusive, donors, details, invited, attended, recognised, agreedToHold, origins, aid],
  }
}

/** The verdict they did not agree on: the reviewer has found a second source since the first one was published. */
function judgeAgain(desk: Desk, wire: Wire, supersedesId: number) {
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

// ── Notes and sources ────────────────────────────────────────────────────────────────────────────────────────────

type Newsroom = { communique: Communique; broadcast: Broadcast; wire: Wire; claims: Claims }

async function annotate(editor: Desk, reviewer: Desk, { communique, broadcast, wire, claims }: Newsroom) {
  const invented =
    'This text was written for a demonstration. What named people did, and the words in quotation marks, are as they were reported in October 2021; the rest, unnamed sources included, is invented.'
  for (const { documentId } of [communique, broadcast, wire]) {
    await editor.note({ documentId }, { kind: 'context', visibility: 'public', body: invented })
  }
  await reviewer.note(
    { statementId: wire.donors.id },
    {
      kind: 'correction',
      visibility: 'public',
      body: 'Meridian Wire has announced a correction: the envoys proposed a conference, they did not agree to hold one.',
    },
  )
  await editor.note(
    { claimId: claims.recognised },
    {
      kind: 'context',
      visibility: 'public',
      body: 'To recognise a government is an act in law. States often deal for years with rulers whom they have not recognised.',
    },
  )

  const { id: statementId } = wire.invitation
  const ask = '@samuel-adeyemi, do you know anyone who was at the briefing? As it stands we have only the relay.'
  const reply = 'I do, and I asked. They are sending their notes: let us publish as it is now, and judge again then.'
  const question = await editor.note({ statementId }, { kind: 'question', body: ask })
  await reviewer.reply(question.id, { body: reply })
  const plight = await reviewer.note(
    { documentId: wire.documentId },
    {
      kind: 'question',
      quote: 'Afghanistan’s plight was getting worse by the day',
      body: '@hanna-lindqvist, are these *his* words, or how the reporter sums them up?',
    },
  )
  await editor.reply(plight.id, { body: 'The reporter’s: I recorded them as reported speech.' })
  await reviewer.resolve(plight.id)
  await reviewer.note(
    { documentId: broadcast.documentId },
    {
      kind: 'question',
      body: 'Not yet: the sentence about the ban is unfinished. Is it the broadcaster’s own voice, or a lawyer’s?',
    },
  )
  await editor.note(
    { sourceId: await editor.findSource('Zamir Kabulov') },
    { body: 'Speaks Russian to the press in Moscow; always note who translated.' },
  )
}

async function describeSources(db: Database, by: number) {
  const known: Record<string, Partial<z.input<typeof EditedSource>>> = {
    'Zamir Kabulov': {
      description: 'Russian diplomat, the Kremlin’s envoy to Afghanistan',
      aliases: ['Kabulov', 'Замир Кабулов'],
      roles: [{ title: 'Ambassador to Afghanistan', since: '2004', until: '2009' }, { title: 'Envoy to Afghanistan' }],
    },
    'Sergey Lavrov': {
      description: 'Russian diplomat and politician',
      aliases: ['Sergei Lavrov', 'Сергей Лавров'],
      roles: [{ title: 'Foreign minister', since: '2004-03' }],
    },
    'Dmitry Peskov': { description: 'Speaks for the Kremlin', aliases: ['Дмитрий Песков'] },
    'Russian Foreign Ministry': { aliases: ['Ministry of Foreign Affairs of the Russian Federation', 'МИД России'] },
    Russia: { aliases: ['Russian Federation', 'Moscow'], wikidataId: 'Q159' },
    'Meridian Wire': { description: 'A news agency, invented for this demonstration' },
    'Eastgate Television': { description: 'A broadcaster, invented for this demonstration' },
  }
  for (const [name, edited] of Object.entries(known)) {
    const { id, kind, revision } = await db.source.findFirstOrThrow({ where: { name } })
    await editSource(db, id, { ...EditedSource.parse({ name, kind, revision, ...edited }), by })
  }
}
