import { all, ld, type Shape, three, two } from './shapes.ts'

const paragraphs = all.map((text) => `<p>${text}</p>`).join('\n')
const article = (more: object) => ld({ '@type': 'NewsArticle', headline: 'Quay closed', ...more })

/** Pages that say in unusual places what they are called, who wrote and who publishes them; and what stands beside that. */
export const headShapes: Shape[] = [
  {
    name: 'data that name the company, where title and meta name the outlet',
    html: `<html lang=en><head><title>Quay closed – Port Gazette</title><meta property="og:site_name" content="Port Gazette">${article({ publisher: { name: 'Gazette Holding Ltd' } })}</head><body><h1>Quay closed</h1>${paragraphs}</body></html>`,
    keep: all,
    facts: { publisher: 'Port Gazette' },
  },
  {
    name: 'data that name the outlet, where only meta name the site otherwise',
    html: `<html lang=en><head><title>Quay closed</title><meta property="og:site_name" content="portgazette.example">${article({ publisher: { name: 'Port Gazette' } })}</head><body><h1>Quay closed</h1>${paragraphs}</body></html>`,
    keep: all,
    facts: { publisher: 'Port Gazette' },
  },
  {
    name: 'a ministry as its author, whose name has a preposition',
    html: `<html lang=en><head>${article({ author: { '@type': 'GovernmentOrganization', name: 'Department for Quays and Piers' } })}</head><body><h1>Quay closed</h1>${paragraphs}</body></html>`,
    keep: all,
    facts: { authors: ['Department for Quays and Piers'] },
  },
  {
    name: 'data signed by the outlet, where readers see a name among times and buttons',
    html: `<html lang=en><head>${article({ author: { name: 'Port Gazette' }, publisher: { name: 'Port Gazette' } })}</head><body><h1>Quay closed</h1><div data-component="byline-block"><div><time>7 hours ago</time><button>NOISE-save</button><span>Ana Berg</span><div>Port Gazette, Westhaven</div></div></div>${paragraphs}</body></html>`,
    keep: all,
    facts: { authors: ['Ana Berg'], publisher: 'Port Gazette' },
  },
  {
    name: 'a title after its site, beside a heading in large letters',
    html: `<html><head><title>Port Gazette :: Quay closed</title></head><body><a href=/>Front page</a><hr><font size=5><b>Quay closed</b></font><br>By Ana Berg<br><br>${all.join('<br><br>')}</body></html>`,
    keep: all,
    facts: { title: 'Quay closed', publisher: 'Port Gazette', authors: ['Ana Berg'] },
  },
  {
    name: 'a title that is only the site’s, as its picture says',
    html: `<html><head><title>Port Gazette</title></head><body><img src=l.gif alt="Port Gazette"><table><tr><td><a href=/><b>NOISE-menu of the site</b></a></td></tr><tr><td><b>The quay is closed</b></td></tr><tr><td>${paragraphs}</td></tr></table></body></html>`,
    keep: all,
    facts: { title: 'The quay is closed', publisher: 'Port Gazette' },
  },
  {
    name: 'a title with an address for a site, whose name stands at the head of the page',
    html: `<html lang=en><head><title>Quay closed | port.example</title></head><body><div><p class="header__service-title">Ministry of Ports</p></div><main><h1>Quay closed</h1>${paragraphs}</main></body></html>`,
    keep: all,
    facts: { publisher: 'Ministry of Ports' },
  },
  {
    name: 'a standfirst apart from the article, and a name beside a time without a space',
    html: `<html lang=en><body><h1>Storm: live</h1><div class=standfirst><p>${three}</p></div><div class=box><p>Sums</p></div><div class=posts>${all
      .slice(0, 2)
      .map((text) => `<div class=post><p><time>12:04</time><span>Ana Berg</span></p><p>${text}</p></div>`)
      .join('')}</div></body></html>`,
    keep: [three, '12:04 Ana Berg', two],
    facts: {},
  },
  {
    name: 'cards of other stories among its paragraphs, a picture that is a link, a biography',
    html: `<html lang=en><body><article><h1>Quay closed</h1>${paragraphs}<div class=bookmark><a href=/x><div>NOISE-card</div><div>The NOISE-other quay is to be sold, the council said.</div></a></div><article class=teaser><a href=/y><h3>NOISE-teaser of a tunnel</h3><p>NOISE-how it ate a whole budget.</p></a></article><a href=/full.jpg><figure><img src=s.jpg><figcaption>The quay on Tuesday, from the north</figcaption></figure></a><p>${two.replace('Nobody', 'Not one of us')}</p></article><div class="writer__name">x</div><p class="post-author__bio">NOISE-bio Ana keeps bees and writes on ports.</p></body></html>`,
    keep: [...all, 'The quay on Tuesday, from the north'],
    facts: {},
  },
  {
    name: 'a line of copyright in a box without a name',
    html: `<html lang=en><body><div><h1>Quay closed</h1>${paragraphs}</div><div>© NOISE-Port Gazette, 2021. A link must be given to whoever uses this.</div></body></html>`,
    keep: all,
    facts: {},
  },
  {
    name: 'a gallery of pictures with its author in its data',
    html: `<html lang=en><head>${ld({ '@type': 'ImageGallery', name: 'Quay closed', author: 'Ana Berg' })}</head><body><h1>Quay closed</h1>${paragraphs}</body></html>`,
    keep: all,
    facts: { authors: ['Ana Berg'] },
  },
  {
    name: 'a day in its sentences, a series in its title, an author with the family name first and a card',
    html: `<html lang=en><head><title>Quay - day two</title>${article({ author: { '@type': 'Person', name: 'Berg, Ana' } })}</head><body><article><h1>Quay</h1><p>Source: a letter of 3 May</p><p>Published 7 October 2021</p><p>The storm of <time datetime="1987-10-15">15 October 1987</time> was no worse.</p>${paragraphs}</article></body></html>`,
    keep: all,
    facts: { authors: ['Ana Berg'], published: '2021-10-07', publisher: undefined },
  },
  {
    name: 'a title that begins as bylines do in Italian, beside a card with a writer of another story',
    html: `<html lang=en><body><h1>Di Maio Resigns Again</h1>${paragraphs}<aside><a rel=author href=/b>Ida Holm</a></aside></body></html>`,
    keep: all,
    facts: { authors: undefined },
  },
]
