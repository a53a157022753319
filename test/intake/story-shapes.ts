import { all, ld, type Shape, three, two } from './shapes.ts'

const [one = '', , , four = ''] = all
const paragraphs = all.map((text) => `<p>${text}</p>`).join('\n')
const heading = '<h1>Quay closed</h1>'
const page = (inside: string, head = '') =>
  `<html lang=en><head><title>Quay closed</title>${head}</head><body>${inside}</body></html>`

/** Pages whose article stands behind a wall, below the name of a blog, or before the beginnings of others. */
export const storyShapes: Shape[] = [
  {
    name: 'paragraphs in a box named after the wall that would hide them, above the wall’s offer',
    html: page(
      `<article>${heading}<p>${one}</p><div class=paywall><p>${two}</p><p>${three}</p></div><div class=paywall-fade><p>${one.replace('Tuesday', 'Friday')}</p></div><div class=paywall><p>Subscribe to unlock NOISE-all, for nine crowns a month, and read on.</p><a href=/x>Go</a></div></article>`,
      ld({
        '@type': 'NewsArticle',
        headline: 'Quay closed',
        isAccessibleForFree: false,
        hasPart: { isAccessibleForFree: false, cssSelector: '.paywall' },
      }),
    ),
    keep: [one, two, three, one.replace('Tuesday', 'Friday')],
    facts: {},
  },
  {
    name: 'a wall of one sentence that asks for nothing by name, with a way to pay',
    html: page(
      `<article>${heading}${paragraphs}<div class=paywall-box><p>The work behind NOISE-stories such as this one costs us far more than you would think.</p><a href=/pay>Go on</a></div></article>`,
    ),
    keep: all,
    facts: {},
  },
  {
    name: 'a blog that has its own name in the highest heading',
    html: page(
      `<h1 class=site-title><a href="/">Notes from a Pier</a></h1><article class=post><h2 class=entry-title>Quay closed</h2>${paragraphs}</article>`,
    ).replace('<title>Quay closed', '<title>Quay closed | Notes from a Pier'),
    keep: all,
    facts: { title: 'Quay closed', publisher: 'Notes from a Pier' },
  },
  {
    name: 'a heading that leads to the front page, above sections without articles',
    html: page(
      `<h1><a href="/">Quay closed</a></h1><div>${paragraphs}</div><h2>What now</h2><p>${four} Nobody had.</p>`,
    ),
    keep: all,
    facts: { title: 'Quay closed' },
  },
  {
    name: 'the beginning of the next story after its article',
    html: page(
      `<main><article>${heading}${paragraphs}</article><article><h2><a href=/next>Ferry sold</a></h2>${all.map((text) => `<p>NOISE-next ${text.replaceAll('quay', 'ferry')}</p>`).join('')}</article></main>`,
    ),
    keep: all,
    count: 4,
    facts: {},
  },
  {
    name: 'posts in articles of their own, whose headings lead to them or nowhere',
    html: page(
      `<main><article>${heading}<p>${one}</p><p>${four} They will ask again.</p></article><article id=a><h2><a href="#a">Costs</a></h2><p>${three}</p></article><article><h2>Danger</h2><p>${two}</p></article></main>`,
    ),
    keep: [one, three, two],
    facts: {},
  },
  {
    name: 'a headline without an end between its heading and its text, named beside its class',
    html: page(
      `<article>${heading}<div data-gu-name=standfirst><p>Engineers will measure how far it sank</p></div>${paragraphs}<p><b>Privacy Notice:</b> NOISE-newsletters may have words about charities in them.</p></article><p>Copyright policy | NOISE-disclaimers | Feedback</p>`,
    ),
    keep: ['Engineers will measure how far it sank', ...all],
    count: 5,
    facts: {},
  },
  {
    name: 'a name below its heading, beside what newsrooms call whoever writes',
    html: page(
      `<div><div>${heading}<p><span>Ana Berg</span> <span>Transport correspondent</span></p>${paragraphs}</div><aside><b>Ida Holm</b><i>editor</i></aside></div>`,
    ),
    keep: all,
    facts: { authors: ['Ana Berg'] },
  },
  {
    name: 'a name below its heading, beside something else',
    html: page(`<div>${heading}<p><span>North Quay</span> <span>Open on Sundays</span></p>${paragraphs}</div>`),
    keep: all,
    facts: { authors: undefined },
  },
  {
    name: 'an outlet whose name has one capital letter',
    html: page(`${heading}${paragraphs}`).replace('<title>Quay closed', '<title>Quay closed — Портовый вестник'),
    keep: all,
    facts: { publisher: 'Портовый вестник' },
  },
  {
    name: 'an outlet whose article has a small letter in one place',
    html: page(`${heading}${paragraphs}`, '<meta property="og:site_name" content="the Pier">').replace(
      '<title>Quay closed',
      '<title>Quay closed | The Pier',
    ),
    keep: all,
    facts: { publisher: 'The Pier' },
  },
  ...[
    { name: 'posts with pages of their own, below what calls itself live', head: '', title: 'Quay hearing live' },
    {
      name: 'posts with pages below the page’s own address',
      head: '<link rel=canonical href="https://port.example/hearing">',
      title: 'Quay hearing',
    },
  ].map(({ name, head, title }): Shape => ({
    name,
    html: page(
      `<main><article><h1>${title}</h1><p>${one}</p><p>${four} They will ask again, and they will wait.</p></article>${[two, three].map((text, i) => `<article><h2><a href="/hearing/${i}">Update ${i} from the hall</a></h2><p>${text}</p></article>`).join('')}</main>`,
      head,
    ),
    keep: [one, two, three],
    facts: {},
  })),
  {
    name: 'a blog without articles whose name leads to its own address',
    html: page(
      `<h1><a rel=home href="https://pier.example/x">Notes from a Pier</a></h1><div><h2 class=post-title>Quay closed</h2>${paragraphs}</div>`,
    ).replace('<title>Quay closed', '<title>Quay closed | Notes from a Pier'),
    keep: all,
    facts: { title: 'Quay closed', publisher: 'Notes from a Pier' },
  },
]
