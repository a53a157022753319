import type { Desk, Hop } from './desk.ts'

// ── The ministry's communiqué ────────────────────────────────────────────────────────────────────────────────────

const participants: Hop = { naming: 'named', source: 'Participants of the Moscow format', sourceKind: 'group' }
const ministry: Hop = { naming: 'named', source: 'Russian Foreign Ministry', sourceKind: 'government' }
const kabulov: Hop = { naming: 'named', source: 'Zamir Kabulov', spokenLanguage: 'ru', translated: true }
const lavrov: Hop = { naming: 'named', source: 'Sergey Lavrov' }

export async function annotateCommunique(desk: Desk) {
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

// ── The broadcaster's report, which is still in review ───────────────────────────────────────────────────────────

export async function annotateBroadcast(desk: Desk) {
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

export type Communique = Awaited<ReturnType<typeof annotateCommunique>>
export type Broadcast = Awaited<ReturnType<typeof annotateBroadcast>>

export async function annotateWire(desk: Desk, communique: Communique, broadcast: Broadcast) {
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

export type Wire = Awaited<ReturnType<typeof annotateWire>>
