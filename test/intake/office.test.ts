import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { endThread } from '../../src/intake/thread.ts'
import { main, makeDocx, paragraph, relations, run } from './a-docx.ts'
import { read } from './reading.ts'

after(endThread)

test('a Word document gives its paragraphs as they stand after the changes in it, with title and author', async () => {
  const changed = `<w:ins w:id="1" w:author="a">${run('clearly ')}</w:ins><w:del w:id="2" w:author="a"><w:r><w:delText>never </w:delText></w:r></w:del>`
  const row = `<w:tr><w:tc>${paragraph(run('Greens'))}</w:tc><w:tc>${paragraph(run('118'))}</w:tc></w:tr>`
  const core = `<cp:coreProperties xmlns:cp="x" xmlns:dc="y" xmlns:dcterms="z"><dc:creator>Ida Holm</dc:creator><dcterms:created>2024-02-27T21:30:00Z</dcterms:created></cp:coreProperties>`
  const docx = makeDocx(
    `${paragraph(run('On the quay'), 'Heading1')}${paragraph(run('The en') + run('voy said ') + changed + run('that talks go on.'))}<w:tbl>${row}</w:tbl>${paragraph(run('“We stand by it,” he told reporters.'))}`,
    { 'docProps/core.xml': strToU8(core) },
  )
  const { text, facts } = await read(docx, 'quay.docx')
  assert.equal(text, 'The envoy said clearly that talks go on.\n\nGreens\t118\n\n“We stand by it,” he told reporters.')
  assert.deepEqual(facts, { title: 'On the quay', authors: ['Ida Holm'], published: '2024-02-27', language: 'en' })
})

test('an OpenDocument text gives its paragraphs, its notes at the end, without what was deleted', async () => {
  const office = 'urn:oasis:names:tc:opendocument:xmlns'
  const content = `<office:document-content xmlns:office="${office}:office:1.0" xmlns:text="${office}:text:1.0"><office:body><office:text><text:tracked-changes><text:p>GONE</text:p></text:tracked-changes><text:h text:outline-level="1">On the quay</text:h><text:p>The envoy<text:s/>said<text:note><text:note-body><text:p>A NOTE</text:p></text:note-body></text:note> “yes”.<text:line-break/>Nobody else did.</text:p><text:list><text:list-item><text:p>One thing</text:p></text:list-item><text:list-item><text:p>Another</text:p></text:list-item></text:list></office:text></office:body></office:document-content>`
  const odt = zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8(content),
  })
  const { text, facts } = await read(odt, 'quay')
  assert.match(text, /^The envoy said “yes”\.\nNobody else did\.\n\nOne thing\nAnother\n\nA NOTE$/)
  assert.equal(facts.title, 'On the quay')
})

test('a Word document without a list of styles has its title, and no numbers of notes in its sentences', async () => {
  const note = `<w:footnotes xmlns:w="${main}"><w:footnote w:id="2">${paragraph(run('Minutes, item 4.'))}</w:footnote></w:footnotes>`
  const related = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="f" Type="${relations}/footnotes" Target="footnotes.xml"/></Relationships>`
  const docx = makeDocx(
    `${paragraph(run('PRESS RELEASE'))}${paragraph(run('Quay closed'), 'Title')}${paragraph(`${run('It moves')}<w:r><w:footnoteReference w:id="2"/></w:r>${run(', she said.')}`)}`,
    {
      'word/footnotes.xml': strToU8(note),
      'word/_rels/document.xml.rels': strToU8(related),
      'docProps/core.xml': strToU8('<c xmlns:dc="y"><dc:creator>Microsoft Office User</dc:creator></c>'),
    },
  )
  const { text, facts } = await read(docx, 'quay.docx')
  assert.equal(text, 'PRESS RELEASE\n\nQuay closed\n\nIt moves, she said.\n\nMinutes, item 4.')
  assert.deepEqual(facts, { title: 'Quay closed', language: 'en', kind: 'press_release' })
})

test('machines and accounts that saved a file are not its authors', async () => {
  const by = async (creator: string) => {
    const core = strToU8(`<c xmlns:dc="y"><dc:creator>${creator}</dc:creator></c>`)
    return (
      await read(
        makeDocx(paragraph(run('Quay')) + paragraph(run('The quay is closed.')), { 'docProps/core.xml': core }),
        'a.docx',
      )
    ).facts.authors
  }
  for (const name of ['Laptop 7', 'esaare', 'user-12', 'Microsoft Office User']) assert.equal(await by(name), undefined)
  assert.deepEqual(await by('Ida Holm'), ['Ida Holm'])
  assert.deepEqual(await by('Institute for Harbours'), ['Institute for Harbours'])
})
