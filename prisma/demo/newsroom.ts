import { createAccount, makePassword, NewAccount } from '../../src/accounts/accounts.ts'
import type { Role } from '../../src/database/client/enums.ts'
import type { Database } from '../../src/database/connect.ts'
import { editSource } from '../../src/sources/edit.ts'
import { EditedSource } from '../../src/sources/schema.ts'
import { changeInBulk, previewBulk } from '../../src/work/bulk.ts'
import { markForRecheck } from '../../src/recheck/recheck.ts'
import { BulkAsk, ChangedWork } from '../../src/work/schema.ts'
import { changeWork } from '../../src/work/work.ts'
import type { Desk } from './desk.ts'
import type { Claims } from './findings.ts'
import type { Broadcast, Communique, Wire } from './talks.ts'
import type { z } from 'zod'

export async function engageStaff(db: Database) {
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
export async function shareOut(
  db: Database,
  staff: { editor: number; reviewer: number; admin: number },
  claimId: number,
) {
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

// ── Notes and sources ────────────────────────────────────────────────────────────────────────────────────────────

type Newsroom = { communique: Communique; broadcast: Broadcast; wire: Wire; claims: Claims }

export async function annotate(editor: Desk, reviewer: Desk, { communique, broadcast, wire, claims }: Newsroom) {
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

export async function describeSources(db: Database, by: number) {
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
