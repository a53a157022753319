import { all, one, type Shape, three, two } from './shapes.ts'

const [, , , four = ''] = all
const paragraphs = all.map((text) => `<p>${text}</p>`).join('\n')
const heading = '<h1>Quay closed</h1>'
const body = (inside: string) => `<html lang=en><head><title>Quay closed</title></head><body>${inside}</body></html>`

/** Sentences and lists that say what a page's furniture says. */
const sentences = [
  'Users who tried to <a href=/x>unsubscribe</a> from the service were charged again, the regulator found.',
  'Die Bürger können sich bis Freitag beim <a href=/x>Amt</a> abmelden, teilte die Stadt mit.',
  'The ministry said residents should get in touch with the hotline at help@ministry.example.',
  'The minister refused to talk to us, and his office did not answer questions sent to presse@bmi.example.',
]
const headings = [
  'Teilen auf Zeit',
  'Compartir en Madrid: una noche',
  'Envoyer par la Russie',
  '3 new posts',
  '会員限定の終わり',
]
const plain = (html: string) => html.replaceAll(/<[^>]+>/g, '')

/** What looks like something beside an article, and is part of it. */
export const keptShapes: Shape[] = [
  {
    name: 'sentences and headings with the words of furniture',
    html: body(
      `<article>${heading}${sentences.map((text) => `<p>${text}</p>`).join('')}${headings.map((text) => `<h2>${text}</h2>${paragraphs}`).join('')}</article>`,
    ),
    keep: [...sentences.map(plain), ...headings],
    facts: {},
  },
  {
    name: 'lists below an advertisement and below what is most viewed',
    html: body(
      `<article>${heading}<p>${one}</p><p>Advertisement</p><ul><li>Ten people are dead</li><li>Two ships are lost</li></ul><p>${two}</p><div><p>Most viewed</p><ul><li>The film of the harbour</li><li>The film of the storm</li></ul></div><p>${three}</p></article>`,
    ),
    keep: ['Ten people are dead', 'Two ships are lost', 'The film of the harbour', one, two, three],
    facts: {},
  },
  {
    name: 'words and paragraphs in elements whose names have a box’s word in them',
    html: body(
      `<div>${heading}<p>Shares in <share-price>Quay Holdings</share-price> fell, and <sponsor-name>Nordic Bank</sponsor-name> left.</p><p>${one}</p><paywall-content><p>${two}</p><p>${three}</p></paywall-content></div>`,
    ),
    keep: ['Shares in Quay Holdings fell, and Nordic Bank left.', one, two, three],
    facts: {},
  },
  {
    name: 'an article in an element that is named for its menu, beside longer links',
    html: body(
      `<app-layout-with-menu>${paragraphs}</app-layout-with-menu><div>${'<p>Nobody said anything of it for years, and then they did.</p>'.repeat(14)}</div>`,
    ),
    keep: all,
    facts: {},
  },
  {
    name: 'a quote pulled to a side whose words lie apart in a longer paragraph',
    html: body(
      `<article>${heading}<p>${one}</p><blockquote class="pull-right">The harbour master told reporters the quay would sink.</blockquote><p>${two}</p><p>${three}</p><p>${four}</p></article>`,
    ),
    keep: [...all, 'The harbour master told reporters the quay would sink.'],
    facts: {},
  },
  {
    name: 'a pulled quote with its speaker, as long as the paragraph that says it',
    html: body(
      `<article>${heading}<p>${one}</p><div class=pullquote>${three} — Ines Okoro</div><p>${two}</p><p>${three}</p><div class="non-subscriber-notice"><p>NOISE-offer of a week.</p></div><p>${four}</p></article>`,
    ),
    keep: all,
    count: 4,
    facts: {},
  },
  {
    name: 'its only h1 below the article',
    html: body(`<div><h2>Storm hits</h2><p>WESTHAVEN</p>${paragraphs}</div><div><h1>About us</h1></div>`),
    keep: ['Storm hits', 'WESTHAVEN', ...all],
    facts: {},
  },
  {
    name: 'a correction in the next cell of a table of a layout',
    html: body(
      `<table><tr><td>${heading}${all.join('<br><br>')}</td><td><p>Correction: the quay was closed on Monday.</p></td></tr></table>`,
    ),
    keep: [...all, 'Correction: the quay was closed on Monday.'],
    facts: {},
  },
  {
    name: 'a statement that stands in the foot of its page',
    html: body(`<header>Ministry</header><div>Statement</div><footer>${paragraphs}</footer>`),
    keep: all,
    facts: {},
  },
  {
    name: 'a list of times that only lead to posts',
    html: body(
      `<article>${heading}<ul><li><a href="/p/1">10:45</a></li><li><a href="/p/2">10:15</a></li></ul>${paragraphs}</article>`,
    ),
    keep: all,
    count: 4,
    facts: {},
  },
]
