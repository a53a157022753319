import { createHmac } from 'node:crypto'
import { isSameSecret } from './same-secret.ts'

/** What a form carries in its field `once`, with its page's number: who was given it where. */
export type Stamp = {
  accountId: number
  /** The page it stands on. */
  page: string
  /** Where it is sent to, and which of the page's forms with that address it is. */
  action: string
  part: number
  /** Empty where its words are never kept: it asks for a password, asks nothing, or says so by data-no-draft. */
  title: string
}

export type Stamps = {
  /** The number is the page's, another each time it is made; by `action` and `part` its forms are told apart. */
  make(stamp: Stamp, number: string): string
  read(field: unknown): Stamp | undefined
}

/** Signed, so that nobody's words are kept as another's. */
export function stamps(secret: string): Stamps {
  const sign = (text: string) => createHmac('sha256', secret).update(`form ${text}`).digest('base64url').slice(0, 22)

  return {
    make({ accountId, page, action, part, title }, number) {
      const fields = [number, accountId, page, action, part, title]
      const text = Buffer.from(JSON.stringify(fields)).toString('base64url')
      return `${text}.${sign(text)}`
    },

    read(field) {
      if (typeof field !== 'string') return undefined
      const [text = '', signature = ''] = field.split('.')
      if (!isSameSecret(signature, sign(text))) return undefined
      const fields = JSON.parse(Buffer.from(text, 'base64url').toString()) as [
        string,
        number,
        string,
        string,
        number,
        string,
      ]
      const [, accountId, page, action, part, title] = fields
      return { accountId, page, action, part, title }
    },
  }
}
