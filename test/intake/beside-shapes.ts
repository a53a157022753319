import { all, ld, one, type Shape, three, two } from './shapes.ts'

const [, , , four = ''] = all
const paragraphs = all.map((text) => `<p>${text}</p>`).join('\n')
const heading = '<h1>Quay closed</h1>'
const body = (inside: string) => `<html lang=en><head><title>Quay closed</title></head><body>${inside}</body></html>`

/** What stands beside an article, or looks as if it did. */
export const besideShapes: Shape[] = [
  {
    name: 'columns of a table of a layout, with tides and small advertisements in line breaks',
    html: body(
      `<table><tr><td><a href=/a>Front</a></td><td><font size=5><b>Quay closed</b></font><br>By Ana Berg<br><br>${all.join('<br><br>')}</td><td><b>Tides</b><br>High 04:12, NOISE-low at ten in the morning.<br>NOISE-boat, two oars, to a good home.</td></tr></table>`,
    ),
    keep: all,
    facts: {},
  },
  {
    name: 'a pulled quote that stands nowhere else, and two that do, one of them shortened',
    html: body(
      `<article>${heading}<p>${one}</p><div class=pullquote><p>A quay that moves is a boat nobody ordered.</p></div><p>${two}</p><div class="pull-quote NOISE">“Nobody is going to unload NOISE-not a ship on something that moves”</div><aside class=pullquote><p>${two.slice(0, 60)}</p></aside><p>${three}</p><p>${four}</p></article>`,
    ).replace('NOISE-not ', ''),
    keep: [...all, 'A quay that moves is a boat nobody ordered.'],
    count: 5,
    facts: {},
  },
  {
    name: 'what subscribers read, in boxes that say so, among an offer',
    html: body(
      `<div class=wrap>${heading}<div class="subscriber-preview"><p>${one}</p></div><div class="subscriber-only"><p>${two}</p></div><div class="subscribe-box"><p>NOISE-offer for a month.</p></div><div class="subscriber-only"><p>${three}</p><p>${four}</p></div></div>`,
    ),
    keep: all,
    facts: {},
  },
  {
    name: 'times of a live blog that lead to their posts',
    html: body(
      `<article>${heading}<ul><li><a href="#b">16.02 NOISE-contents</a></li></ul><div><p><a href="#b"><time>16.02 CEST</time></a></p><p>${one}</p></div><div><p><a href="#a">08:41</a></p><p>${two}</p></div><div>3 new updates</div><p>${three}</p><p>${four}</p></article>`,
    ),
    keep: ['16.02 CEST', '08:41', ...all],
    count: 6,
    facts: {},
  },
  {
    name: 'speakers in a list of definitions, above the words of the station',
    html: body(
      `<main>${heading}<div><button>Play</button></div><dl><dt>KARIN FRYK, PRESENTER</dt><dd>Why is the quay closed?</dd><dt>INES OKORO</dt><dd>Because it moves.</dd><dt>FRYK</dt><dd>It moves?</dd><dt>OKORO</dt><dd>By a hand a day.</dd></dl></main><footer><p>NOISE-radio is funded by those who listen to it, and by nobody else.</p></footer>`,
    ),
    keep: ['KARIN FRYK, PRESENTER', 'Why is the quay closed?', 'INES OKORO', 'Because it moves.', 'It moves?'],
    count: 8,
    facts: {},
  },
  {
    name: 'a rubric above its heading, and a list below a label in a box without links',
    html: body(
      `<article><p class=over>The NOISE-rubric of Sunday</p>${heading}<p>${one}</p><div><p>People are also reading…</p><ul><li>NOISE-diner to close after so many years</li><li>NOISE-tunnel opens</li></ul></div><p>${two}</p><p>What the port asks for:</p><ul><li>a crane that does not lean</li><li>two winters</li></ul><p>${three}</p><p>${four}</p></article>`,
    ),
    keep: [...all, 'a crane that does not lean', 'two winters'],
    facts: {},
  },
  {
    name: 'elements with names of their own, some of them drawn from templates in slots',
    html: body(
      `<site-header><template shadowrootmode=open><nav>NOISE-menu</nav><slot></slot></template></site-header><story-page>${heading}<story-body><template shadowrootmode=open><p>${one}</p><slot><p>NOISE-fallback of a slot that is filled.</p></slot><p>${four}</p></template><p>${two}</p><story-promo><p>NOISE-promo for two crowns a week</p></story-promo><p>${three}</p></story-body></story-page><template><p>NOISE-card of a list</p></template><site-footer><p>NOISE-pier three is where we are.</p></site-footer>`,
    ),
    keep: all,
    count: 4,
    facts: {},
  },
  {
    name: 'what asks readers for something, in several languages',
    html: body(
      `<article>${heading}<p>Temps de lecture : 2 min. NOISE-</p><p>${one}</p><ul><li>Partager sur Facebook</li><li>Per NOISE-Mail</li></ul><p>${two}</p><p>Sie können den NOISE-Newsletter <a href=/x>hier</a> abbestellen.</p><p>Have you a story for us? Get in touch with the desk at NOISE-desk@port.example.</p><p>Do you work at the port? Write to us at NOISE-tips@port.example.</p><p>ここから先は会員限定です。残り NOISE-420 文字</p><p>${three}</p><p>${four}</p></article>`,
    )
      .replace('2 min. NOISE-', '2 min.')
      .replace('<li>Per NOISE-Mail</li>', '<li>Envoyer par mail</li>'),
    keep: all,
    count: 4,
    facts: {},
  },
  {
    name: 'a title that is a file’s, and a heading of the second rank',
    html: `<html><head><title>quay_final2</title></head><body><h2>The quay is closed</h2><p>By Ana Berg</p>${paragraphs}</body></html>`,
    keep: all,
    facts: { title: 'The quay is closed', authors: ['Ana Berg'] },
  },
  {
    name: 'a site before a colon, whose name stands above the heading',
    html: `<html><head><title>Ash End Watch: Quay closed</title></head><body><div><p><a href=/>Ash End Watch</a></p></div><div><h3>Quay closed</h3>${paragraphs}</div></body></html>`,
    keep: all,
    facts: { title: 'Quay closed', publisher: 'Ash End Watch' },
  },
  {
    name: 'a title that ends as one with a site does, and nothing says that it is a site',
    html: `<html lang=en><head><title>Quay closed - What now</title><meta property="og:title" content="Quay closed - What now"></head><body>${heading}${paragraphs}</body></html>`,
    keep: all,
    facts: { title: 'Quay closed - What now', publisher: undefined },
  },
  {
    name: 'the same title where the head of the page says that it is one',
    html: `<html lang=en><head><title>Quay closed - What Now</title><meta property="og:title" content="Quay closed - What Now"></head><body><header><a href=/>What Now</a></header>${heading}${paragraphs}</body></html>`,
    keep: all,
    facts: { title: 'Quay closed', publisher: 'What Now' },
  },
  {
    name: 'an address for a site whose letters are those of its name',
    html: `<html lang=en><head><title>Quay closed | westhaven-post.example</title></head><body><div><a href=/>Westhaven Post</a></div>${heading}${paragraphs}</body></html>`,
    keep: all,
    facts: { title: 'Quay closed', publisher: 'Westhaven Post' },
  },
  {
    name: 'an author beside what they do, and one in a field of a program',
    html: body(`${heading}<p class=author-line><img alt=""> Ana Berg <span>Harbour reporter</span></p>${paragraphs}`),
    keep: all,
    facts: { authors: ['Ana Berg'] },
  },
  {
    name: 'an author in a field that a program names after itself',
    html: body(`${heading}${paragraphs}`).replace(
      '<title>',
      '<meta name="cXenseParse:author" content="Ana Berg"><title>',
    ),
    keep: all,
    facts: { authors: ['Ana Berg'] },
  },
  {
    name: 'an institute with a preposition as its author',
    html: body(
      `${ld({ '@type': 'Article', headline: 'Quay closed', author: 'Institute for Harbours' })}${heading}${paragraphs}`,
    ),
    keep: all,
    facts: { authors: ['Institute for Harbours'] },
  },
]
