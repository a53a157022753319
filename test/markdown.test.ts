import assert from 'node:assert/strict'
import { test } from 'node:test'
import { load } from 'cheerio'
import fc from 'fast-check'
import { listHandles, renderMarkdown } from '../src/notes/markdown.ts'
import { firstLine } from '../src/notes/presentation.ts'

const allowed: Record<string, string[]> = {
  p: [],
  br: [],
  em: [],
  strong: [],
  a: ['href', 'rel'],
  ul: [],
  ol: ['start'],
  li: [],
  blockquote: [],
  code: [],
  pre: [],
}

/** Reads HTML as a browser does, and fails on anything in it that a note may not hold. */
function assertHarmless(html: string, of: string): void {
  const $ = load(html, null, false)
  for (const element of $('*').toArray()) {
    if (!('attribs' in element)) assert.fail(`${element.type} from ${of}`)
    const attributes = allowed[element.name]
    assert.ok(attributes, `<${element.name}> from ${of}`)
    for (const [name, value] of Object.entries(element.attribs)) {
      assert.ok(attributes.includes(name), `${name} on <${element.name}> from ${of}`)
      if (name === 'start') assert.match(value, /^\d+$/)
      if (name !== 'href') continue
      // As browsers do: what they leave out of an address cannot hide what it is.
      const bare = value.replace(/[\t\n\r]/g, '').trim()
      assert.match(bare, /^(https?:\/\/|mailto:|\/(?![/\\]))/i, of)
      assert.equal(element.attribs['rel'], 'noopener nofollow ugc')
    }
  }
  assert.equal($('a a').length, 0, `a link within a link from ${of}`)
}

test('a note may have links, emphasis, lists, quotes and code', () => {
  const html = renderMarkdown(
    'See [the *minutes*](https://council.example/minutes) and /claims/3.\n\n> as **printed**\n\n2. `one`\n3. two\n\n- a\n  - b\n\n```\n<b>\n```',
  )
  const $ = load(html, null, false)
  assert.equal($('a[href="https://council.example/minutes"] em').text(), 'minutes')
  assert.equal($('blockquote strong').text(), 'printed')
  assert.equal($('ol').attr('start'), '2')
  assert.equal($('ul ul li').text(), 'b')
  assert.equal($('pre code').text(), '<b>\n')
  assertHarmless(html, 'a plain note')
})

test('an address becomes a link, a picture becomes the link to it, and a path of ours stays here', () => {
  const $ = load(
    renderMarkdown(
      'https://levels.example/2024 ![the quay](https://img.example/q.jpg) [claim](/claims/3) [![x](https://a.example/x.png)](https://b.example/) <ida@coastwire.example>',
    ),
    null,
    false,
  )
  assert.deepEqual(
    $('a')
      .toArray()
      .map((a) => [a.attribs['href'], $(a).text()]),
    [
      ['https://levels.example/2024', 'https://levels.example/2024'],
      ['https://img.example/q.jpg', 'the quay'],
      ['/claims/3', 'claim'],
      ['https://b.example/', 'x'],
      ['mailto:ida@coastwire.example', 'ida@coastwire.example'],
    ],
  )
  assert.equal($('img').length, 0)
})

test('a heading, a rule and HTML stay the words that were typed', () => {
  const $ = load(renderMarkdown('# Loud\n\nLoud\n====\n\n---\n\n<b>bold</b> & <img src=x>'), null, false)
  assert.equal($('h1, hr, b, img').length, 0)
  assert.match($.text(), /# Loud/)
  assert.match($.text(), /<b>bold<\/b> & <img src=x>/)
})

const lineOf = (body: string) => firstLine({ body, withdrawnAt: null })

test('in a list a note is its first line, without marks and with the characters that were typed', () => {
  const lines: [string, string][] = [
    ['Who else\nwas *there*?\n\nAsk again.', 'Who else was there?'],
    ['Broken  \nhere', 'Broken'],
    ['- `a < b` & "c"\n- d', 'a < b & "c"'],
    ['> as **printed**\n\nYes', 'as printed'],
    ['Fish &amp; chips, &amp;lt; by [name](https://a.example)', 'Fish & chips, &lt; by name'],
    ['```\nfirst\n```', 'first'],
    ['<b>bold</b>', '<b>bold</b>'],
    ['[x]: https://a.example', 'A note'],
    ['😀'.repeat(141), `${'😀'.repeat(139)}…`],
  ]
  for (const [body, line] of lines) assert.equal(lineOf(body), line)
})

const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)><script>1</script></svg>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<a href="javascript:alert(1)">x</a>',
  '<p style="position:fixed" onclick=alert(1)>x</p>',
  '<!--><img src=x onerror=alert(1)>-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<textarea><script>alert(1)</script></textarea>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<form action=//evil.example><button>x</button></form>',
  '<base href="//evil.example/">',
  '<meta http-equiv=refresh content="0;url=//evil.example">',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x]( javascript:alert(1))',
  '[x](<java\tscript:alert(1)>)',
  '[x](java&#10;script:alert(1))',
  '[x](&#x6A;avascript:alert(1))',
  '[x](javascript&colon;alert(1))',
  '[x](\u0001javascript:alert(1))',
  '[x](\\javascript:alert(1))',
  '[x](javascript://example.org/%0aalert(1))',
  '[x](vbscript:msgbox(1))',
  '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '[x](file:///etc/passwd)',
  '[x](blob:https://desk.example.org/1)',
  '[x](//evil.example)',
  '[x](/\\evil.example)',
  '[x](</\t/evil.example>)',
  '[x](/&#9;/evil.example)',
  '[x](\\\\evil.example)',
  '[x](http:evil.example)',
  '[x](#top "onmouseover=alert(1)")',
  '[x](https://a.example/"onmouseover="alert(1))',
  '[x](https://a.example "\\"><script>alert(1)</script>")',
  '[x][y]\n\n[y]: javascript:alert(1)',
  '[x][y]\n\n[y]: <data:text/html,x> "t"',
  '![x](javascript:alert(1))',
  '![x](https://a.example/x.svg "x" onerror=alert(1))',
  '![<script>alert(1)</script>](https://a.example)',
  '[a [b](https://b.example) c](https://c.example)',
  '[![a](https://a.example)](https://b.example)',
  '<javascript:alert(1)>',
  '<data:text/html,x>',
  'www.a.example"onmouseover=alert(1)',
  'https://a.example/<script>alert(1)</script>',
  '`<script>alert(1)</script>`',
  '```html onload=alert(1)\n<script>alert(1)</script>\n```',
  '```"><script>alert(1)</script>\n```',
  '**<b onclick=alert(1)>**x</b>',
  '> <script>\n> alert(1)\n> </script>',
  '- <style>*{display:none}</style>',
  '@<script>alert(1)</script>',
  '\u0000<script\u0000>alert(1)</script>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '\u202E[evil](https://a.example)\u202C',
  'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞',
  '\uD800 lone surrogate \uDC00',
]

for (const markdown of hostile) {
  test(`nothing but words comes of ${JSON.stringify(markdown).slice(0, 90)}`, () => {
    assertHarmless(renderMarkdown(markdown), markdown)
    assertLine(lineOf(markdown))
  })
}

function assertLine(line: string): void {
  assert.ok(line !== '' && [...line].length <= 140 && !line.includes('\n'), line)
}

const long: Record<string, string> = {
  'ten thousand quotes': '>'.repeat(10_000),
  'ten thousand quotes with spaces': '> '.repeat(5_000),
  'ten thousand brackets': '['.repeat(5_000) + ']'.repeat(5_000),
  'ten thousand pictures': '!['.repeat(5_000),
  'lists in lists': '- '.repeat(5_000),
  'numbered lists in lists': '1. '.repeat(3_333),
  'quotes in lists': '> - '.repeat(2_500),
  'lines that go deeper': Array.from({ length: 140 }, (_, i) => `${' '.repeat(i)}- a`).join('\n'),
  emphasis: '*a **a '.repeat(1_428),
  'emphasis of two kinds': '*a_ '.repeat(2_500),
  backticks: Array.from({ length: 140 }, (_, i) => '`'.repeat(i)).join(' '),
  'open angles': '<'.repeat(10_000),
  mentions: '@a '.repeat(3_333),
  hyphens: `@${'a-'.repeat(5_000)}`,
  words: 'word '.repeat(2_000),
}

for (const [what, markdown] of Object.entries(long)) {
  test(`${what} are shown`, () => {
    const html = renderMarkdown(markdown)
    assertLine(lineOf(markdown))
    // Nothing that a line reads is kept from what the page read.
    assertLine(lineOf(`${markdown}.`))
    assertHarmless(html, what)
  })
}

test('a mention shows the colleague’s name, whatever that is; a handle of nobody stays as typed', () => {
  const mentioned = [{ handle: 'ana-costa', name: 'Ana <b onclick=x>Costa</b>' }]
  const html = renderMarkdown('@ana-costa, @Ana-Costa and @nobody: see `@ana-costa`, x@ana-costa.example', mentioned)
  const $ = load(html, null, false)
  assert.equal($('strong').length, 2)
  assert.equal($('strong').first().text(), 'Ana <b onclick=x>Costa</b>')
  assert.match($.text(), /@nobody/)
  assert.equal($('code').text(), '@ana-costa')
  assertHarmless(html, 'a name with HTML in it')
})

test('mentions are found in words, not in code, links or addresses', () => {
  assert.deepEqual(
    listHandles('@ana-costa, (@edda) *@søren-öst*? `@code` [@link](https://a.example) mail@house.example @ana-costa'),
    ['ana-costa', 'edda', 'søren-öst'],
  )
})

test('whatever is typed, only what a note may hold comes out', () => {
  const bits = fc.constantFrom(
    ...['<', '>', '"', "'", '&', '[', ']', '(', ')', '!', '*', '_', '`', '#', '\n', '\n\n', '    ', '> ', '- ', '1. '],
    ...['script', 'img src=x onerror=1', 'a href=', 'javascript:', 'data:', 'https://a.example', '//b.example', '/x'],
    ...[
      '&#106;',
      '&Tab;',
      '&colon;',
      '\\',
      '\t',
      '\u0000',
      '\u202E',
      '[x]: ',
      '<!--',
      '-->',
      '<svg',
      '</',
      '@ana-costa',
    ],
  )
  const note = fc.array(fc.oneof(bits, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 60 })
  fc.assert(
    fc.property(note, (parts) => {
      const markdown = parts.join('')
      assertHarmless(renderMarkdown(markdown, [{ handle: 'ana-costa', name: '<i>"Ana\'&' }]), markdown)
    }),
    { numRuns: 500 },
  )
})
