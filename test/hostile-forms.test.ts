import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { crawl } from './support/crawl.ts'
import { openDemoDesk } from './support/desk.ts'
import { signIn } from './support/world.ts'

/*
 * Every form that an admin comes by in the demo newsroom is sent with what no person would send. It may be refused or, where
 * it asks for nothing, done; it never breaks the desk, and nothing comes back as markup.
 */
const marker = '"><script>alert(1)</script>'
const hostile: Record<string, string> = {
  'nothing at all': '',
  'markup and quotes': `${marker}'; DROP TABLE "Statement"; --`,
  'more than any field takes': 'ж𝒳'.repeat(3_000),
  'numbers out of all bounds': '99999999999999999999',
  'below zero and no whole': '-1.5e309',
  'signs that turn the line round': '\u202e\u2066\ufeff\u00ad[] […] \u0301',
  'half a character': '\ud800',
  'a NUL': 'a\u0000b',
}
/** Where the caller would be signed out by its own doing. */
const endsSession = /\/session\/end|\/sessions\/|\/disabling/

type Form = { action: string; names: string[] }

const desk = await openDemoDesk()
after(() => desk.close())
const admin = await signIn(desk.app, desk.accounts.find(({ role }) => role === 'admin') ?? assert.fail('no admin'))
const forms = await findForms()

/** The forms of the pages that links lead to: of forms that are alike the first. */
async function findForms(): Promise<Map<string, Form>> {
  const found = new Map<string, Form>()
  for await (const { page, $ } of crawl(admin, { from: ['/'], mostAlike: 5 })) {
    for (const form of $('form[method=post]').get()) {
      const action = $(form).attr('action') ?? page
      const names = $(form)
        .find('[name]')
        .map((_, field) => $(field).attr('name'))
        .get()
        .filter((name) => name !== 'once')
      const like = action.replace(/\d+/g, '1')
      if (!endsSession.test(action) && !found.has(like)) found.set(like, { action, names: [...new Set(names)] })
    }
  }
  return found
}

async function send(form: Form, fields: [string, string][]): Promise<void> {
  const body = fields.map(([name, value]) => `${encodeURIComponent(name)}=${encode(value)}`).join('&')
  const { status, text } = await admin.post(form.action).type('form').send(body)
  const sent = `${form.action} with ${body.slice(0, 300)}`
  assert.ok(status < 500 && status !== 401, `${sent} was answered ${status}`)
  assert.ok(!text.includes(marker), `${sent} came back as markup`)
}

/** As a program would that knows nothing of UTF-8: half a character is sent as it is. */
function encode(value: string): string {
  return value.isWellFormed() ? encodeURIComponent(value) : '%ED%A0%80'
}

test('the newsroom has forms of every kind', () => {
  assert.ok(forms.size >= 45, `${forms.size} kinds: ${[...forms.keys()].join(' ')}`)
})

for (const [what, value] of Object.entries(hostile)) {
  test(`no form breaks with ${what}`, async () => {
    for (const form of forms.values())
      await send(
        form,
        form.names.map((name) => [name, value]),
      )
  })
}

test('no form breaks when a field is sent twice, as a list, or as what it is not', async () => {
  for (const form of forms.values()) {
    await send(
      form,
      form.names.flatMap((name): [string, string][] => [
        [name, 'a'],
        [name, 'b'],
      ]),
    )
    await send(
      form,
      form.names.flatMap((name): [string, string][] => [
        [`${name}[]`, 'a'],
        [`${name}[x][y]`, 'b'],
        ['__proto__[admin]', 'true'],
      ]),
    )
  }
})
