import { createHmac } from 'node:crypto'
import { isSameSecret } from './same-secret.ts'

/**
 * The contents of a form's field `once`, together with its page's number: the account and the form it was issued for.
 */
export type Stamp = {
  accountId: number
  /** The page that contains the form. */
  page: string
  /** Which of the page's forms it is: "verdict@claim-7"; empty for one that is only a button. */
  form: string
  /** The form's action. */
  action: string
  /** Empty if its words are never kept: it asks for a password, asks nothing, or has data-no-draft. */
  title: string
}

export type Stamps = {
  /** The number is drawn for each page; `form` and `action` tell its forms apart. */
  make(stamp: Stamp, number: string): string
  read(field: unknown): Stamp | undefined
}

/** Signed, so that nobody's words are kept as another person's. */
export function stamps(secret: string): Stamps {
  const sign = (text: string) => createHmac('sha256', secret).update(`form ${text}`).digest('base64url').slice(0, 22)

  return {
    make({ accountId, page, form, action, title }, number) {
      const fields = [number, accountId, page, form, action, title]
      const text = Buffer.from(JSON.stringify(fields)).toString('base64url')
      return `${text}.${sign(text)}`
    },

    read(field) {
      if (typeof field !== 'string') return undefined
      const [text = '', signature = ''] = field.split('.')
      if (!isSameSecret(signature, sign(text))) return undefined
      const fields = JSON.parse(Buffer.from(text, 'base64url').toString()) as Fields
      const [, accountId, page, form, action, title] = fields
      // A page that was open while the desk was updated: its forms had no names.
      if (typeof action === 'number') return { accountId, page, form: `${form}#${action}`, action: form, title }
      return { accountId, page, form, action, title }
    },
  }
}

type Fields = [number: string, accountId: number, page: string, form: string, action: string | number, title: string]
