import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse, serialize } from 'parse5'
import { refuseBareSigns } from '../../src/intake/limits.ts'
import { readPage } from '../../src/intake/page.ts'
import { readPasted } from '../../src/intake/pasted.ts'
import { openShadows } from '../../src/intake/shadows.ts'
import { NotTaken } from '../../src/intake/taken.ts'
import { besideShapes } from './beside-shapes.ts'
import { headShapes } from './head-shapes.ts'
import { keptShapes } from './kept-shapes.ts'
import { shapes } from './shapes.ts'
import { storyShapes } from './story-shapes.ts'

for (const { name, html, mediaType, keep, count, facts } of [
  ...shapes,
  ...headShapes,
  ...besideShapes,
  ...keptShapes,
  ...storyShapes,
]) {
  test(`the article is found in ${name}`, () => {
    const bytes = typeof html === 'string' ? Buffer.from(html) : html
    const taken = readPage({
      bytes,
      name: 'page.html',
      url: 'https://port.example/news/1',
      ...(mediaType !== undefined && { mediaType }),
    })
    const blocks = taken.text.split(/\n+/)
    for (const paragraph of keep) assert.ok(blocks.includes(paragraph), `${paragraph}\n is not in\n${taken.text}`)
    if (count !== undefined) assert.equal(taken.text.split('\n\n').length, count, taken.text)
    assert.deepEqual(taken.text.match(/NOISE-\w+/g) ?? [], [])
    for (const [key, value] of Object.entries(facts))
      assert.deepEqual(taken.facts[key as keyof typeof facts], value, key)
  })
}

const pasted = (html: string) => readPasted({ bytes: Buffer.from(html), name: '' }).text

test('a formatted text is pasted whole, with headings, lists, quotes and tables in lines of their own', () => {
  const chrome = `<meta charset='utf-8'><html><body><!--StartFragment--><h2>Quay closed</h2><nav><p>By Ida Holm</p></nav><p>The quay is <b>sink</b>ing,<br>she said.</p>
    <blockquote><p>Nobody unloads here.</p></blockquote><ul><li>crane one</li><li>crane two</li></ul><table><tr><td>Pier</td><td>cm</td></tr><tr><td>4</td><td>2.5</td></tr></table><script>alert(1)</script><!--EndFragment--></body></html>`
  const whole =
    'Quay closed\n\nBy Ida Holm\n\nThe quay is sinking,\nshe said.\n\nNobody unloads here.\n\ncrane one\ncrane two\n\nPier\tcm\n4\t2.5'
  assert.equal(pasted(chrome), whole)
  const item = (bullet: string, words: string) =>
    `<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${bullet}<span>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${words}<o:p></o:p></p>`
  const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head><body lang=EN-GB><!--StartFragment--><p class=MsoNormal>The minister\r\nwrote:<o:p></o:p></p>${item('·', 'No ship')}${item('2.', 'No crane')}<p class=MsoNormal>That is all.</p>${item('·', 'Another list')}</body></html>`
  assert.equal(pasted(word), 'The minister wrote:\n\nNo ship\nNo crane\n\nThat is all.\n\nAnother list')
  assert.equal(
    pasted('<b id="docs-internal-guid-1"><p dir="ltr"><span>One.</span></p><br><p><span>Two.</span></p></b>'),
    'One.\n\nTwo.',
  )
  assert.throws(() => pasted('<img src=x onerror=alert(1)>'), NotTaken)
  assert.throws(() => pasted('<div>'.repeat(200) + 'deep'), NotTaken)
})

test('slots are filled as browsers fill them', () => {
  const drawn = (html: string) => {
    const tree = parse(html)
    openShadows(tree)
    return /<body>(.*)<\/body>/.exec(serialize(tree))?.[1]
  }
  const root = (inside: string, mode = 'shadowrootmode=open') => `<template ${mode}>${inside}</template>`
  assert.equal(
    drawn(`<port-note>${root('<p><slot>Nobody said so.</slot></p>')}It moves.</port-note>`),
    '<port-note><p><slot>It moves.</slot></p></port-note>',
  )
  assert.equal(
    drawn(
      `<port-note>${root('<slot name="a">One.</slot><slot name="a">Two.</slot>')}<b slot="a">It moves.</b></port-note>`,
    ),
    '<port-note><slot name="a"><b slot="a">It moves.</b></slot><slot name="a">Two.</slot></port-note>',
  )
  const left = `<port-note>${root('Card', 'shadowroot="open"')}It moves.</port-note>`
  assert.equal(drawn(left), left)
})

test('a page of code is no page of bare signs, nor is one with signs in its attributes', () => {
  const code = `<pre title="${'&lt;'.repeat(200_000)}">${'List&lt;T> '.repeat(50_001)}</pre>`
  assert.doesNotThrow(() => refuseBareSigns(parse(code)))
  assert.throws(() => refuseBareSigns(parse('&lt;'.repeat(200_000))), NotTaken)
})
