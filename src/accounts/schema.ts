import { z } from 'zod'
import { valuesOf } from '../words/labels.ts'
import { Role, TokenScope } from '../database/client/enums.ts'
import { readTypedDate } from '../words/typed-date.ts'
import { changedKeys, deskKeys, findKeyProblems, mapKeys } from '../words/desk-keys.ts'
import { id, onwards, revision, ticked } from '../words/fields.ts'
import { defineForm } from '../web/form-kinds.ts'
import { firstShown, secret, unwritten } from '../words/asked.ts'

/** Characters that no database stores and nobody types: a person did not send a form that contains one. */
const plain = /^[^\p{Cc}]*$/u
const leaveOut = 'Leave out line breaks and control characters'

export const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'At most 254 characters')
  .pipe(z.email('Write an e-mail address, such as ana@example.org'))

/** At sign-in any words are accepted: they are looked up, not stored. */
export const typedEmail = z.string().trim().toLowerCase().max(1000).regex(plain, leaveOut)

export const name = z
  .string()
  .trim()
  .min(1, 'Write the name as colleagues know it')
  .max(100, 'At most 100 characters')
  .regex(plain, leaveOut)

export const passwordLeast = 12

export const password = secret(
  z
    .string()
    .min(passwordLeast, 'At least 12 characters: a few words in a row are easy to remember and hard to guess')
    .max(1000, 'At most 1000 characters'),
)

/** An existing password, as somebody types it: it is checked, not chosen. */
export const typedPassword = secret(z.string().max(1000))

export const NewInvitation = z.object({
  email,
  name: z.string().trim().max(100, 'At most 100 characters').regex(plain, leaveOut).default(''),
  role: firstShown(z.enum(Role), 'editor'),
})
export type NewInvitation = z.output<typeof NewInvitation>
export const inviteForm = defineForm('invite', NewInvitation)

export const AcceptedInvitation = z.object({ name, password })
export type AcceptedInvitation = z.output<typeof AcceptedInvitation>
export const invitationForm = defineForm('invitation', AcceptedInvitation)

export const NewPassword = z.object({ password })
export const newPasswordForm = defineForm('new-password', NewPassword)

/** The password being typed, and whose it will be. */
export const TriedPassword = z.object({
  password: z.string().max(1000).catch(''),
  email: z.string().max(254).catch(''),
  name: z.string().max(100).catch(''),
})

export const ChangedAccount = z.object({ name, role: firstShown(z.enum(Role), 'editor'), revision })
export type ChangedAccount = z.output<typeof ChangedAccount>
export const accountForm = defineForm('account', ChangedAccount)

export const OwnName = z.object({ name, revision })
export type OwnName = z.output<typeof OwnName>
export const ownNameForm = defineForm('own-name', OwnName)

export const OwnPassword = z.object({
  present: typedPassword.min(1, 'Write the password you sign in with now'),
  password,
})
export type OwnPassword = z.output<typeof OwnPassword>
export const ownPasswordForm = defineForm('own-password', OwnPassword)

/** As somebody typed it; an empty field is the usual key again. */
const typedKey = ({ usual }: { usual: string }) =>
  z
    .string()
    .trim()
    .toLowerCase()
    .max(10, 'One letter')
    .default('')
    .transform((typed) => typed || usual)

const typedKeys = mapKeys(deskKeys, typedKey)

/** Whether letters act at the desk, and which: only those that are not the usual ones are kept. */
export const OwnKeys = z
  .object({ letters: ticked, usual: unwritten(ticked), keys: z.preprocess((keys) => keys ?? {}, z.object(typedKeys)) })
  .transform(({ letters, usual, keys }, context) => {
    const problems = usual ? {} : findKeyProblems(keys)
    for (const [name, message] of Object.entries(problems))
      context.addIssue({ code: 'custom', path: ['keys', name], message })
    return { lettersAct: letters, ownKeys: usual ? {} : changedKeys(keys) }
  })
export type OwnKeys = z.output<typeof OwnKeys>
export const ownKeysForm = defineForm('own-keys', OwnKeys)

/** Where a sign-in leads, and the secret of the first start. */
export const SignInQuery = z.object({ next: onwards('/desk') })
export const SetupQuery = z.object({ token: z.string().max(200).catch('') })

/** The cursor of an account's history. */
export const AccountQuery = z.object({ before: id.optional() })

const day = 24 * 60 * 60 * 1000

export const NewToken = z
  .object({
    name: z.string().trim().min(1, 'Say what it is for').max(100, 'At most 100 characters').regex(plain, leaveOut),
    scopes: z.preprocess(
      (value) => (value === undefined || value === '' ? [] : [value].flat()),
      z.array(z.enum(TokenScope)).min(1, 'Choose what it may do').max(10),
    ),
    lasts: firstShown(
      z.preprocess(
        (value) => (typeof value === 'number' ? String(value) : value || undefined),
        z.enum(valuesOf('TokenLifetime')).optional(),
      ),
      '90',
    ),
    until: z.string().trim().max(40, 'Write the day as 12 March 2027').default(''),
  })
  .transform(({ name, scopes, lasts, until }, context) => {
    const refuse = (field: string, message: string) => {
      context.addIssue({ code: 'custom', path: [field], message })
      return z.NEVER
    }
    const byDate = lasts === 'date' || (lasts === undefined && until !== '')
    if (!byDate && until !== '') return refuse('until', 'Choose “until a date” above, or leave the date empty')
    if (!byDate) return { name, scopes, expiresAt: new Date(Date.now() + Number(lasts ?? 90) * day) }

    const lastDay = readTypedDate(until)
    if (lastDay.is !== 'date' || lastDay.iso.length < 10) return refuse('until', 'Write the day as 12 March 2027')
    const expiresAt = new Date(Date.parse(`${lastDay.iso}T00:00:00Z`) + day)
    if (expiresAt.getTime() <= Date.now()) return refuse('until', 'Choose a day that is not over yet')
    if (expiresAt.getTime() > Date.now() + 366 * day) return refuse('until', 'At most a year from now')
    return { name, scopes, expiresAt }
  })
export type NewToken = z.output<typeof NewToken>
export const tokenForm = defineForm('token', NewToken)
