import assert from 'node:assert/strict'
import { test } from 'node:test'
import { authorsInProperties, namesOf } from '../../src/intake/facts.ts'
import { factsInHead } from '../../src/intake/head-lines.ts'
import { tellKind } from '../../src/intake/kind.ts'
import { readPage } from '../../src/intake/page.ts'
import { factsOfPlain } from '../../src/intake/plain-facts.ts'
import { all } from './shapes.ts'

/* What looks like an author, a publisher or a title, and is none: a wrong one is worse than none. */

const paragraphs = all.map((text) => `<p>${text}</p>`).join('')

function factsOf(html: string, url?: string) {
  return readPage({ bytes: Buffer.from(html), name: 'page.html', ...(url !== undefined && { url }) }).facts
}

test('a theme, a picture and whoever made the site are no authors of a page', () => {
  const page = (meta: string) =>
    factsOf(`<html><head>${meta}</head><body><h1>Quay closed</h1>${paragraphs}</body></html>`)
  for (const name of [
    'web_author',
    'theme-author',
    'og:image:author',
    'book:author',
    'web-author',
    'cXenseParse:no-author',
  ])
    assert.equal(page(`<meta name="${name}" content="Joomla Berg">`).authors, undefined, name)
  for (const name of ['cXenseParse:author', 'article.author'])
    assert.deepEqual(page(`<meta name="${name}" content="Ana Berg">`).authors, ['Ana Berg'], name)
})

test('the end of a title is a site where its address or page says so, in whatever letters', () => {
  const page = (title: string, url?: string, more = '') => {
    const heading = title.split(' - ')[0] ?? ''
    const { title: found, publisher } = factsOf(
      `<html><head><title>${title}</title><meta property="og:title" content="${title}"></head><body>${more}<h1>${heading}</h1>${paragraphs}</body></html>`,
      url,
    )
    return [found, publisher]
  }
  const sites: [title: string, url: string | undefined, more?: string][] = [
    ['Grève - Libération', 'https://www.liberation.fr/1'],
    ['Talks end - NRK', 'https://nrk.no/1'],
    ['Переговоры - Медуза', 'https://meduza.io/1'],
    ['المفاوضات - الجزيرة', 'https://aljazeera.net/1', '<a href="/"><img alt="الجزيرة"></a>'],
    ['Quay closed - Coast Wire', undefined, '<div class=logo>Coast Wire</div>'],
    ['Quay closed - Ash End Watch', undefined, '<footer>© 2021 Ash End Watch. All rights reserved</footer>'],
    ['Quay closed - Port Gazette', undefined],
  ]
  for (const [title, url, more] of sites) assert.deepEqual(page(title, url, more), title.split(' - '), title)
  const wholes: [title: string, url: string, more?: string][] = [
    ['Storm hits - Coast roads closed', 'https://coastwire.example/1'],
    ['Attacks of 2015 - A city remembers', 'https://citylab.example/1'],
    ['Covid - How the press failed', 'https://wire.example/1'],
    ['Covid - Bad News', 'https://wire.example/1'],
    ['Quay closed - What now', 'https://wire.example/1', '<header><a>What now</a></header>'],
    ['Quay closed - Daily Life', 'https://wire.example/1', '<nav><a href="/daily-life">Daily Life</a></nav>'],
  ]
  for (const [title, url, more] of wholes) assert.deepEqual(page(title, url, more), [title, undefined], title)
})

test('what stands before a colon or a dash in a title is no site by that alone', () => {
  for (const title of [
    'Press release: Bridge closed',
    'Interview: Ana Berg',
    'Minister Ana Berg: We will rebuild',
    'News: Bridge closed',
    'Questions and answers: Ferries to Ash End',
    'Port of Lisbon: Strike ends',
    'Analysis - Strike ends',
  ]) {
    const heading = title.split(/: | - /)[1] ?? ''
    const { title: found, publisher } = factsOf(
      `<html><head><title>${title}</title></head><body><h2>${heading}</h2>${paragraphs}</body></html>`,
      'https://port.example/1',
    )
    assert.deepEqual([found, publisher], [title, undefined])
  }
})

test('a title of one word with a number in it is no name of a file', () => {
  for (const title of ['COVID-19', 'MH17', 'Agenda_2030'])
    assert.equal(
      factsOf(`<html><head><title>${title}</title></head><body><h2>What it costs</h2>${paragraphs}</body></html>`)
        .title,
      title,
    )
})

test('a link with the letters of the address is no site’s name unless it leads to the front page', () => {
  const page = (link: string) =>
    factsOf(
      `<html><head><title>Quay closed | storm.example</title></head><body>${link}<h1>Quay closed</h1>${paragraphs}</body></html>`,
    )
  assert.equal(page('<p><a href="/topics/storm">Storm</a></p>').publisher, 'storm.example')
  assert.equal(page('<p><a href="/">Storm</a></p>').publisher, 'Storm')
})

test('days, rubrics, places and people beside a day are no outlets', () => {
  for (const line of [
    'Sun, 10 Oct 2021',
    'Press release, 7 October 2021',
    'Media Contact: Ana Berg, 7 October 2021',
    'Photo: Reuters, 7 October 2021',
    'Ana Post, 7 October 2021',
    'Fox River, Wisconsin, 7 October 2021',
    'Town House, Station Road, 7 October 2021',
    'Weekly Report, 7 October 2021',
    'Verbote, 7. Oktober 2021',
    'Neue Angebote | 7. Oktober 2021',
    'Bonnes nouvelles, 7 octobre 2021',
    'Правда ли это, 7 октября 2021',
  ])
    assert.equal(factsInHead(['Quay closed', line], { title: 'Quay closed' }).publisher, undefined, line)
  for (const name of ['Ilmtaler Anzeiger', 'Westhaven Courier', 'El Heraldo', 'Reuters', 'Morgenzeitung'])
    assert.equal(factsInHead(['x y', `${name}, 7 October 2021`], { title: 'x y' }).publisher, name)
})

test('an agency in the dateline of a text keeps it from a line above', () => {
  const wire = (above: string) =>
    factsOfPlain(`Quay closed\n\n${above}\n\nLISBON, Oct 7 (Coast Wire) - The quay will close.\n`)
  assert.equal(wire('Daily report, 7 October 2021').publisher, 'Coast Wire')
  assert.equal(wire('Port Gazette, 7 October 2021').publisher, 'Coast Wire')
})

test('a place or a rubric before the name of an author is no author', () => {
  const page = (byline: string) =>
    factsOf(`<html><body><h1>Quay closed</h1><div class="byline">${byline}</div>${paragraphs}</body></html>`).authors
  assert.deepEqual(page('7 October 2021<br>New York<br><a>Ana Berg</a>'), ['Ana Berg'])
  assert.deepEqual(page('7 October 2021<br>World Politics<br><span>Ana Berg</span>'), ['Ana Berg'])
  assert.equal(page('7 October 2021<br>New York<br>Ana Berg'), undefined)
})

test('somebody whose family name is a body’s is a person, and who they work for is none', () => {
  assert.deepEqual(namesOf('By Max School in London'), ['Max School'])
  assert.deepEqual(namesOf('By David College in Rome'), ['David College'])
  assert.deepEqual(namesOf('By Peter Union at City Hall'), ['Peter Union'])
  assert.deepEqual(namesOf('By Tom School for Coast Wire'), ['Tom School'])
  assert.deepEqual(namesOf('Ana Berg, Office for National Statistics'), ['Ana Berg'])
  assert.deepEqual(namesOf('National Office for Quays'), ['National Office for Quays'])
  assert.deepEqual(namesOf('Doctors without Borders'), ['Doctors without Borders'])
})

test('authors stay authors where the text names them, or where they are of one family', () => {
  const authors = (names: string, text: string) =>
    factsInHead(['Three cold cities', names], {
      title: 'Three cold cities',
      text: `Three cold cities\n\n${names}\n\n${text}`,
    }).authors
  const two = 'Ana Berg and Ida Holm'
  assert.deepEqual(authors(two, 'Our reporter Ana Berg was on board.'), ['Ana Berg', 'Ida Holm'])
  assert.deepEqual(authors(two, 'Contributions from Ana Berg.'), ['Ana Berg', 'Ida Holm'])
  assert.equal(authors('Ana Berg, Ida Berg and Olu Berg', '')?.length, 3)
})

test('a number behind a name in a file’s properties does not throw the author away', () => {
  assert.deepEqual(authorsInProperties('Team Investigativ 2026'), ['Team Investigativ'])
  assert.deepEqual(authorsInProperties('Ana Berg 2'), ['Ana Berg'])
  for (const name of ['Laptop 7', 'PORT-4F3K', 'user-12', 'Dell Laptop 7'])
    assert.deepEqual(authorsInProperties(name), [], name)
})

test('a headline that begins with "Report" and counts something is no report', () => {
  const text = 'The quay will be closed.'
  for (const title of ['Report 3 killed in raid', 'Report 1,200 jobs at risk', 'Report 40 % of ships late'])
    assert.equal(tellKind({ title, text }), undefined, title)
  for (const title of ['Report 12', 'Report No. 4', 'Report 3/2021: Quays', 'Report 7 – The quay'])
    assert.equal(tellKind({ title, text }), 'report', title)
})
