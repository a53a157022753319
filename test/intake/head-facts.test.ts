import assert from 'node:assert/strict'
import { test } from 'node:test'
import { factsInHead } from '../../src/intake/head-lines.ts'
import { factsOfPlain } from '../../src/intake/plain-facts.ts'

test('a file’s day and authors are those that its readers see above the text', () => {
  const report = ['Cranes of the port', 'Ana Berg and Ida Holm', 'Working paper 4, March 2024', 'The cranes are old.']
  assert.deepEqual(factsInHead(report, { title: 'Cranes of the port' }), {
    authors: ['Ana Berg', 'Ida Holm'],
    published: '2024-03',
  })
  assert.deepEqual(factsInHead(['By Ana Berg | 7 October 2021', 'The quay will close.']), {
    authors: ['Ana Berg'],
    published: '2021-10-07',
  })
  const release = ['Port of Westhaven', 'Pier Street 4', 'PRESS RELEASE', '8 October 2021', 'Quay 3 closes']
  assert.deepEqual(factsInHead(release, { title: 'Quay 3 closes' }), {
    published: '2021-10-08',
    publisher: 'Port of Westhaven',
  })
})

test('a title, a place, a year and a sentence above a text are no facts about it', () => {
  assert.deepEqual(
    factsInHead(['The strike of 4 May 1926', 'New Quay', '2021'], { title: 'The strike of 4 May 1926' }),
    {},
  )
  const sentence = 'On 7 October 2021 the harbour master closed the quay without a word to anybody.'
  assert.deepEqual(factsInHead(['Quay closed', sentence, '9 October 2021'], { title: 'Quay closed' }), {})
  assert.deepEqual(factsInHead(['Quay closed', 'Updated 9 October 2021']), {})
  assert.deepEqual(factsInHead(['Port', 'Harbour Office and Pilot Service'], { title: 'Port' }), {})
})

test('what a text is about is listed below its title as who wrote it is, and is no author', () => {
  const seas = ['Three warm seas', 'North Sea, Black Sea and Red Sea', '3 May 2021']
  assert.equal(factsInHead(seas, { title: 'Three warm seas' }).authors, undefined)
  const cities = ['Three cold cities', 'New Harbour, Saint Olaf and Port Ellis']
  const text = `${cities.join('\n\n')}\n\nIt snowed for nine days in New\nHarbour.`
  assert.equal(factsInHead(cities, { title: 'Three cold cities', text }).authors, undefined)
  const written = ['Three cold cities', 'Ana Berg, Ida Holm and Olu Ade']
  const signed = `${written.join('\n\n')}\n\nIt snowed for nine days.\n\nAna Berg is a reporter in Harle.`
  assert.deepEqual(factsInHead(written, { title: 'Three cold cities', text: signed }).authors, [
    'Ana Berg',
    'Ida Holm',
    'Olu Ade',
  ])
})

test('an outlet stands beside its day, also behind who wrote for it; a place does not become one', () => {
  const published = '2026-02-18'
  assert.deepEqual(factsInHead(['Brücke gesperrt', 'Ilmtaler Anzeiger, 18.02.2026'], { title: 'Brücke gesperrt' }), {
    published,
    publisher: 'Ilmtaler Anzeiger',
  })
  assert.deepEqual(factsInHead(['Quay closed', 'By Ana Berg | Port Gazette, 18 February 2026']), {
    published,
    authors: ['Ana Berg'],
    publisher: 'Port Gazette',
  })
  assert.deepEqual(factsInHead(['Quay closed', 'Lisbon, 18 February 2026']), { published })
})

test('sentences with a day, titles that begin as bylines do and speakers are no facts about a text', () => {
  assert.deepEqual(factsInHead(['The bridge', 'On 3 May 2019 the bridge fell.'], { title: 'The bridge' }), {})
  assert.deepEqual(factsInHead(['Ana Berg', 'Born 3 May 1950 in Lisbon'], { title: 'Ana Berg' }), {})
  assert.deepEqual(
    factsInHead(['Di Maio Resigns Again', 'The hall was empty.'], { title: 'Di Maio Resigns Again' }),
    {},
  )
  assert.deepEqual(factsInHead(['Royal warrants', 'By Royal Appointment'], { title: 'Royal warrants' }), {})
  const talk = 'Author: The book took ten years.\nPublisher: It was worth it.\nAuthor: Was it?'
  assert.deepEqual(factsOfPlain(talk), {})
  const spelt = 'NATO (North Atlantic Treaty Organization) - founded after the war - has a new hall.'
  assert.equal(factsOfPlain(spelt).publisher, undefined)
  const places = 'The quay is closed.\n\n(Reporting by Ana Berg in Lisbon and Ida Holm in Porto; Editing by Olu Ade)'
  assert.deepEqual(factsOfPlain(places).authors, ['Ana Berg', 'Ida Holm'])
})

test('a plain text names its agency in the dateline, its reporters below, its facts in fields above', () => {
  const wire =
    'Quay closed\n\nWESTHAVEN, Oct 7 (Coast Wire) - The quay will close.\n\n(Reporting by Ana Berg and Ida Holm; Editing by Olu Ade)\n'
  assert.deepEqual(factsOfPlain(wire), { publisher: 'Coast Wire', authors: ['Ana Berg', 'Ida Holm'] })
  assert.equal(factsOfPlain('WESTHAVEN, October 7. /Coast Wire/. The quay will close.').publisher, 'Coast Wire')
  const fields =
    'The Archive’s e-text\n\nTitle: Letters from the quay\nAuthor: Ana Berg\nLanguage: English\n\nDear Ida,'
  assert.deepEqual(factsOfPlain(fields), {
    title: 'Letters from the quay',
    authors: ['Ana Berg'],
    language: 'en',
  })
  assert.equal(factsOfPlain('REPORT OF THE HARBOUR COMMISSION\n\nWe sat for a year.').kind, 'report')
  // One field may be somebody’s own words, and brackets stand in sentences, too.
  assert.deepEqual(factsOfPlain('Notes\n\nSource: my aunt, on the phone.\n\nThe EU (or most of it) - agreed.'), {})
})
