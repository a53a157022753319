import type { Facts } from '../../src/intake/taken.ts'

/** A page as newsrooms make them: what of it is the article, and what is not. Words in capitals beginning with NOISE are not. */
export type Shape = {
  name: string
  html: string | Uint8Array
  mediaType?: string
  keep: string[]
  /** How many paragraphs there are, where one too many would tell. */
  count?: number
  /** Undefined for what the page does not say. */
  facts: { [key in keyof Facts]?: Facts[key] | undefined }
}

export const one =
  'The harbour master told reporters on Tuesday that the northern quay would stay closed until engineers had measured how far it sank in the storm.'
export const two =
  '“Nobody is going to unload a ship on something that moves,” said Ines Okoro, who has run the port since 2017.'
export const three =
  'According to a spokesman for the ministry, who did not want to be named, the repairs will cost about 14 million crowns and take two winters.'
const four = 'Fishermen said they had heard nothing.'
export const all = [one, two, three, four]
const paragraphs = all.map((text) => `<p>${text}</p>`).join('\n')

export const ld = (data: object) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`

const russian = [
  'Посланник сообщил журналистам во вторник, что переговоры продолжатся в Москве, несмотря на зиму и отсутствие согласия между сторонами.',
  '«Мы никуда не торопимся», – сказал он, отвечая на вопрос о сроках, которые накануне называли российские газеты и телеканалы.',
]

const chinese = [
  '港务局长周二对记者表示，在工程师测量出北码头在风暴中下沉了多少之前，码头将继续关闭。',
  '“没有人会在会移动的东西上卸货，”自2017年起管理港口的伊内斯说。',
  '渔民们表示，他们没有听到任何消息，也不知道什么时候可以回来工作。',
]
const arabic = [
  'قال مدير الميناء للصحفيين يوم الثلاثاء إن الرصيف الشمالي سيبقى مغلقا حتى يقيس المهندسون مدى هبوطه في العاصفة.',
  '«لن يفرغ أحد سفينة على شيء يتحرك»، قالت إينيس أوكورو التي تدير الميناء منذ عام 2017.',
]

/** Bytes in Windows' Cyrillic. */
function inCyrillic(text: string): Uint8Array {
  const letters = new Map(
    Array.from({ length: 256 }, (_, i) => [new TextDecoder('windows-1251').decode(Uint8Array.of(i)), i] as const),
  )
  return Uint8Array.from([...text].map((letter) => letters.get(letter) ?? 63))
}

export const shapes: Shape[] = [
  {
    name: 'a page without html, head or body',
    html: `<!doctype html><title>Quay closed – Port Gazette</title><h1>Quay closed</h1>${paragraphs}`,
    keep: all,
    facts: { title: 'Quay closed' },
  },
  {
    name: 'paragraphs between line breaks, in a table of a layout',
    html: `<html><body><table width=800><tr><td width=120><a href=/a>Home</a><br><a href=/b>NOISE-menu</a></td><td><font size=4><b>Quay closed</b></font><br><br>${all.join('<br><br>')}</td></tr></table></body></html>`,
    keep: all,
    facts: {},
  },
  {
    name: 'data in a graph, among breadcrumbs and an organisation',
    html: `<html lang=en-GB><head>${ld({
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'Organization', name: 'Harbour News Group' },
        { '@type': 'BreadcrumbList', itemListElement: [] },
        {
          '@type': ['NewsArticle', 'ReportageNewsArticle'],
          headline: 'Quay closed &amp; measured',
          datePublished: '2024-02-27T23:40:00-05:00',
          author: [
            { '@type': 'Person', name: 'Ida Holm' },
            { '@type': 'Person', name: 'Tomas Reyes' },
          ],
          publisher: { '@type': 'Organization', name: 'Port Gazette' },
        },
      ],
    })}<link rel=canonical href="/2024/quay"><title>x</title></head><body><main><article><h1>Quay closed &amp; measured</h1>${paragraphs}</article></main></body></html>`,
    keep: all,
    facts: {
      title: 'Quay closed & measured',
      authors: ['Ida Holm', 'Tomas Reyes'],
      publisher: 'Port Gazette',
      published: '2024-02-27',
      language: 'en-GB',
      url: 'https://port.example/2024/quay',
      kind: 'article',
    },
  },
  {
    name: 'facts in meta elements only',
    html: `<html lang=en><head><meta property="og:title" content="Quay closed | Port Gazette"><meta property="og:site_name" content="Port Gazette"><meta name="author" content="Holm, Ida; Reyes, Tomas"><meta name="date" content="2024-02-27"><title>Quay closed | Port Gazette</title></head><body><div id=content><h1>Quay closed</h1>${paragraphs}</div><div class="related-links"><ul><li><a href=/1>NOISE-related one</a><li><a href=/2>NOISE-related two</a></ul></div></body></html>`,
    keep: all,
    facts: {
      title: 'Quay closed',
      authors: ['Ida Holm', 'Tomas Reyes'],
      publisher: 'Port Gazette',
      published: '2024-02-27',
    },
  },
  {
    name: 'facts that only readers see',
    html: `<html lang=en><head><title>Port Gazette: Quay closed</title></head><body><header><a href=/>Port Gazette</a></header><main><h1>Quay closed</h1><div class="byline">By Ida Holm and Tomas Reyes</div><div class="article-date">Tuesday, 27 February 2024, 9:40 pm</div>${paragraphs}</main><footer>NOISE-footer. All rights reserved.</footer></body></html>`,
    keep: all,
    facts: { title: 'Quay closed', authors: ['Ida Holm', 'Tomas Reyes'], published: '2024-02-27' },
  },
  {
    name: 'drawn by a script, with the text in its data',
    html: `<html><head>${ld({ '@type': 'NewsArticle', headline: 'Quay closed', articleBody: all.join('\n\n') })}</head><body><div id=root></div><script src=/app.js></script></body></html>`,
    keep: all,
    facts: { title: 'Quay closed', language: 'en' },
  },
  {
    name: 'broken data',
    html: `<html><head><script type="application/ld+json"><!-- {"@type":"NewsArticle","headline":"Quay closed","author":"Ida Holm",} --></script></head><body><article><h1>Quay closed</h1>${paragraphs}</article></body></html>`,
    keep: all,
    facts: { title: 'Quay closed', authors: ['Ida Holm'] },
  },
  {
    name: 'a live blog',
    html: `<html lang=en><body><h1>Storm: live</h1><div class=live>${all
      .map(
        (text, i) =>
          `<article class=post id=p${i}><h3>1${i}:4${i}</h3><p>${text}</p><div class="share-bar"><a href=#>NOISE-share</a></div></article>`,
      )
      .join('')}</div></body></html>`,
    keep: [...all, '11:41', '12:42'],
    facts: { title: 'Storm: live' },
  },
  {
    name: 'an interview with labels',
    html: `<html lang=en><body><article><h1>“It moves”</h1><dl><dt>Port Gazette:</dt><dd>Is the quay safe for the ships that are waiting outside?</dd><dt>Ines Okoro:</dt><dd>${two}</dd><dt>Port Gazette:</dt><dd>Who will pay for what has to be done now?</dd><dt>Ines Okoro:</dt><dd>${three}</dd></dl></article></body></html>`,
    keep: [
      'Is the quay safe for the ships that are waiting outside?',
      two,
      'Who will pay for what has to be done now?',
      three,
      'Ines Okoro:',
    ],
    facts: {},
  },
  {
    name: 'lists, a table, a block quote and a caption inside the article',
    html: `<html lang=en><body><main><article><h1>Quay closed</h1><p>${one}</p><ul><li>The northern quay is closed.</li><li>The fish market is open.</li></ul><h2>What it costs</h2><table><thead><tr><th>Part</th><th>Crowns</th></tr></thead><tbody><tr><td>Piles</td><td>9 million</td></tr><tr><td>Cranes</td><td>5 million</td></tr></tbody></table><blockquote><p>${two}</p></blockquote><figure><img src=q.jpg><figcaption>The quay on Monday. Photograph: Port Gazette</figcaption></figure><p>${three}</p></article></main></body></html>`,
    keep: [
      one,
      'The northern quay is closed.',
      'The fish market is open.',
      'What it costs',
      'Piles\t9 million',
      two,
      'The quay on Monday. Photograph: Port Gazette',
      three,
    ],
    facts: { title: 'Quay closed' },
  },
  {
    name: 'a newsletter, an advertisement and a pull quote among the paragraphs',
    html: `<html lang=en><body><div class=page><article><h1>Quay closed</h1><p>${one}</p><div class="newsletter-signup"><p>NOISE-letter: get our stories each morning, free of charge.</p></div><p>${two}</p><div class="ad-slot"><p>NOISE-ad: boots for every weather.</p></div><aside class="pullquote">NOISE-pull nobody unloads</aside><p>${three}</p><p>${four}</p></article></div></body></html>`,
    keep: all,
    facts: {},
  },
  {
    name: 'a cookie banner larger than the article',
    html: `<html lang=en><body><div id="cookie-banner" role=dialog>${'<p>NOISE-cookie: we and our 812 partners store what you do here, for purposes that you may look up.</p>'.repeat(12)}</div><main><h1>Quay closed</h1>${paragraphs}</main></body></html>`,
    keep: all,
    facts: {},
  },
  {
    name: 'comments longer than the article',
    html: `<html lang=en><body><article><h1>Quay closed</h1>${paragraphs}</article><section id=comments><h2>NOISE-comments</h2>${Array.from({ length: 30 }, (_, i) => `<div class=comment><p>NOISE-comment ${i}: I have said for years that this quay would sink, and nobody listened to me then.</p></div>`).join('')}</section></body></html>`,
    keep: all,
    facts: {},
  },
  {
    name: 'an article whose class speaks of comments, which are longer',
    html: `<html lang=en><body><article class="post comments-open share-buttons"><h1>Quay closed</h1>${paragraphs}</article><section class="comments">${Array.from({ length: 40 }, (_, i) => `<p>NOISE-comment ${i}: I have said for years that this quay would sink, and nobody listened to me then.</p>`).join('')}</section></body></html>`,
    keep: all,
    facts: {},
  },
  {
    name: 'short paragraphs, each in boxes of its own',
    html: `<html lang=en><body><div class=c><div class=h><h1>Quay closed</h1></div>${all.map((text) => `<div class=row><div class=col><div class=text><p>${text}</p></div></div></div>`).join('')}</div></body></html>`,
    keep: all,
    facts: {},
  },
  {
    name: 'Cyrillic of Windows, with a language that the template claims',
    html: inCyrillic(
      `<html lang="en"><head><meta charset="windows-1251"><title>Переговоры</title></head><body><article><h1>Переговоры</h1>${russian.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`,
    ),
    keep: russian,
    facts: { title: 'Переговоры', language: 'ru' },
  },
  {
    name: 'letters as the server says, where the page does not',
    html: Uint8Array.from(
      Buffer.from(
        `<html><body><article><h1>Caf\u00e9</h1><p>${one} Caf\u00e9.</p><p>${three}</p></article></body></html>`,
        'latin1',
      ),
    ),
    mediaType: 'text/html; charset=ISO-8859-1',
    keep: [`${one} Café.`, three],
    facts: { title: 'Café' },
  },
  {
    name: 'Chinese, without a space, each paragraph in a box of its own',
    html: `<html lang="zh-CN"><body><h1>码头关闭</h1>${chinese.map((text) => `<div class=row><div><p>${text}</p></div></div>`).join('')}<footer><a href=/>NOISE-foot</a></footer></body></html>`,
    keep: chinese,
    facts: { title: '码头关闭' },
  },
  {
    name: 'Arabic, with a byline and a date in a line above',
    html: `<html lang="ar" dir="rtl"><head><meta property="article:published_time" content="2024-02-27T08:00:00+03:00"></head><body><nav><a href=/>NOISE-nav</a></nav><article><h1>إغلاق الرصيف</h1>${arabic.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`,
    keep: arabic,
    facts: { language: 'ar', published: '2024-02-27' },
  },
  {
    name: 'questions in bold, and answers of two words',
    html: `<html lang=en><body><article><h1>“It moves”</h1><p>${one}</p><p><strong>Will it close?</strong></p><p>“Yes.”</p><p><b>For good?</b></p><p>${two}</p><p>${three}</p></article></body></html>`,
    keep: [one, 'Will it close?', '“Yes.”', 'For good?', two, three],
    facts: {},
  },
  {
    name: 'a press release of an authority',
    html: `<html lang=en><head><title>Press releases | Port Authority</title></head><body><nav><ul><li><a href=/>NOISE-nav</a></ul></nav><div class="content"><p class="date">27.02.2024</p><h1>Statement on the northern quay</h1>${paragraphs}<p>Contact: press@port.example</p></div></body></html>`,
    keep: all,
    facts: { title: 'Statement on the northern quay', published: '2024-02-27' },
  },
  {
    name: 'soft hyphens, no-break spaces and invisible joiners',
    html: `<html lang=en><body><article><h1>Quay closed</h1><p>${one.replace('harbour', 'har&shy;bour').replace('engineers', 'engi&#8203;neers')}</p><p>${two}</p><p>${three}</p></article></body></html>`,
    keep: [one, two, three],
    facts: {},
  },
  {
    name: 'paragraphs with links to other stories inside',
    html: `<html lang=en><body><article><h1>Quay closed</h1><p>${one}</p><p>It was the <a href=/1>third time in ten years</a> that <a href=/2>part of the port</a> had to be closed.</p><p>${two}</p><p><a href=/3>NOISE-more: what the storm did to the town</a></p><p>${three}</p></article></body></html>`,
    keep: [one, 'It was the third time in ten years that part of the port had to be closed.', two, three],
    facts: {},
  },
  {
    name: 'a post with its handle, in divs without paragraphs',
    html: `<html lang=en><head>${ld({ '@type': 'SocialMediaPosting', headline: 'Port Authority on the quay', author: { name: 'Port Authority' }, datePublished: '2024-02-27' })}</head><body><div class=post><div class=name>Port Authority</div><div class=words>${one}<br>${two}</div></div></body></html>`,
    keep: [one, two],
    facts: { published: '2024-02-27', kind: 'post' },
  },
  {
    name: 'quotation marks that only the browser draws, and text that it hides',
    html: `<html lang=en><body><article><h1>Quay closed</h1><p>${one}</p><p><q>It moves,</q> she said. <span hidden>NOISE-hidden</span><span style="display: none">NOISE-style</span></p><p>${three}</p></article></body></html>`,
    keep: [one, '“It moves,” she said.', three],
    facts: {},
  },
  {
    name: 'data of other stories before its own, and authors, publisher and dates in pieces',
    html: `<html lang=en><head>${ld({ '@type': 'ItemList', itemListElement: [{ '@type': 'NewsArticle', headline: 'Another story', author: 'NOISE-author', datePublished: '2019-01-01' }] })}${ld(
      {
        '@graph': [
          {
            '@type': 'NewsArticle',
            headline: 'Quay closed',
            datePublished: 'Feb 27, 2024 8:00 EET',
            author: { name: ['Ida Holm', 'Tomas Reyes'] },
            publisher: { '@id': '#port' },
          },
          { '@type': 'Organization', '@id': '#port', name: 'Port Gazette' },
        ],
      },
    )}</head><body><h1>Quay closed</h1><article>${paragraphs}</article></body></html>`,
    keep: all,
    facts: {
      title: 'Quay closed',
      authors: ['Ida Holm', 'Tomas Reyes'],
      publisher: 'Port Gazette',
      published: '2024-02-27',
    },
  },
  {
    name: 'microdata of two authors',
    html: `<html><body><div itemscope itemtype="http://schema.org/NewsArticle"><h1 itemprop=headline>Quay closed</h1><span itemprop=author itemscope><span itemprop=name>Ida Holm</span></span><span itemprop=author itemscope><span itemprop=name>Tomas S.</span></span><span itemprop=publisher itemscope><meta itemprop=name content="Port Gazette"></span><div itemprop=articleBody>${paragraphs}</div></div></body></html>`,
    keep: all,
    facts: { title: 'Quay closed', authors: ['Ida Holm', 'Tomas S.'], publisher: 'Port Gazette' },
  },
  {
    name: 'a site whose name only the title has, and its dates in one line, the later one first',
    html: `<html lang=en><head><title>Quay closed | Port Gazette</title></head><body><main><h1>Quay closed</h1><div><span>By Ida Holm</span></div><p>Updated: March 2, 2024 · Published: February 27, 2024</p>${paragraphs}</main></body></html>`,
    keep: all,
    facts: { title: 'Quay closed', authors: ['Ida Holm'], publisher: 'Port Gazette', published: '2024-02-27' },
  },
  {
    name: 'furniture of a page, known by its words, and what stands after the article',
    html: `<html lang=en><body><main><article><h1>Quay closed</h1><p>${one}</p><p><b>Also read:</b> <a href=/1>NOISE-other story</a></p><p>${two}</p><div><p>Get NOISE-letter in your inbox every weekday.</p></div><p>${three}</p><p>Follow us on NOISE-network.</p><p>${four}</p></article><div><h2>About NOISE-author</h2><p>Ida has covered NOISE-port since 2009 and lives near it, they say.</p></div></main></body></html>`,
    keep: all,
    facts: {},
  },
  {
    name: 'a quote shown again in larger letters',
    html: `<html lang=en><body><article><h1>Quay closed</h1><p>${one}</p><blockquote class="c-large"><p>“Nobody is going to unload a ship on something that moves”</p></blockquote><p>${two}</p><blockquote><p>${three}</p></blockquote></article></body></html>`,
    keep: [one, two, three],
    facts: {},
    count: 3,
  },
  {
    name: 'numbers of notes, and the ways back from them',
    html: `<html lang=en><body><article><h1>Quay closed</h1><p>${one.replace('Tuesday', 'Tuesday<sup><a href="#n1">1</a></sup>')}</p><p>${two}</p><p>${three}</p><ol class=footnotes><li id=n1>It was 27 February. <a href="#r1">↩</a></li></ol></article></body></html>`,
    keep: [one, two, three, 'It was 27 February.'],
    facts: {},
  },
  {
    name: 'letters that say ISO-8859-1 and are UTF-8',
    html: Uint8Array.from(
      Buffer.from(`<html><head><meta charset=iso-8859-1></head><body><h1>Café</h1><p>${two}</p><p>${three}</p>`),
    ),
    mediaType: 'text/html; charset=ISO-8859-1',
    keep: [two, three],
    facts: { title: 'Café' },
  },
  {
    name: 'Cyrillic of Windows that says nothing of itself',
    html: inCyrillic(
      `<html><body><h1>Переговоры</h1>${russian.map((text) => `<p>${text}</p>`).join('')}</body></html>`,
    ),
    keep: russian,
    facts: { title: 'Переговоры', language: 'ru' },
  },
  {
    name: 'a conference in which capitals name who speaks',
    html: `<html lang=en><body><main><h1>Remarks at the port</h1><p>MASTER OKORO: It moves.</p><p>Q: Since when?</p><p>MASTER OKORO: Since the storm of last winter.</p><p>Q: Who pays?</p><p>MASTER OKORO: That is for the ministry to say.</p></main></body></html>`,
    keep: ['MASTER OKORO: It moves.', 'Q: Since when?', 'Q: Who pays?'],
    facts: { kind: 'transcript' },
  },
  {
    name: 'a broadcast',
    html: `<html lang=en><head>${ld({ '@type': 'RadioEpisode', name: 'Who owns the quay?', datePublished: '2024-02-27' })}</head><body><main><h1>Who owns the quay?</h1>${paragraphs}</main></body></html>`,
    keep: all,
    facts: { title: 'Who owns the quay?', published: '2024-02-27', kind: 'broadcast' },
  },
  {
    name: 'a communiqué, a day in numbers and a site only in the title',
    html: `<html lang=en><head><title>Joint Communiqué on the quay - Port Ministry</title></head><body><div id=main><h1>Joint Communiqué on the quay</h1><div>2024-02-27 19:45</div>${paragraphs}</div></body></html>`,
    keep: all,
    facts: { kind: 'communique', publisher: 'Port Ministry', published: '2024-02-27' },
  },
  {
    name: 'a journal',
    html: `<html lang=en><head><meta name=citation_title content="On quays"><meta name=citation_author content="Holm, Ida"><meta name=citation_author content="Reyes, Tomas"><meta name=citation_journal_title content="Review of Ports"><meta name=citation_publication_date content="2024/02/27"></head><body><article><h1>On quays</h1>${paragraphs}</article></body></html>`,
    keep: all,
    facts: {
      authors: ['Ida Holm', 'Tomas Reyes'],
      publisher: 'Review of Ports',
      published: '2024-02-27',
      kind: 'report',
    },
  },
  {
    name: 'each paragraph in a section of its own, all alike, and a letter’s form after them',
    html: `<html lang=en><body><div class=page><div class=row><div class=box><div class=text><h1>Quay closed</h1></div></div></div>${[one, three, four].map((text) => `<div class=section><div class=row><div class=box><p class=text>${text}</p></div></div></div>`).join('')}<div class="section last"><div class=row><h4>Want more?</h4><p>Sign up to our NOISE-list and get a letter every Friday.</p></div></div></div></body></html>`,
    keep: [one, three, four],
    facts: {},
  },
  {
    name: 'paragraphs and headings that are links, and a quote that the text speaks about afterwards',
    html: `<html lang=en><body><article><h1>Quay closed</h1><p>${one}</p><a href="#s1"><h2>What they say</h2></a><a href="/letter"><p>The letter, sent on Friday, asks the council to close the quay.</p></a><blockquote>“We will never sell the crane.”</blockquote><p>Asked what “We will never sell the crane” meant, he left.</p><p>${two}</p></article></body></html>`,
    keep: [
      one,
      'What they say',
      'The letter, sent on Friday, asks the council to close the quay.',
      '“We will never sell the crane.”',
      'Asked what “We will never sell the crane” meant, he left.',
      two,
    ],
    facts: {},
  },
  {
    name: 'sections about what boxes are called for as well',
    html: `<html lang=en><body><article><h1>Quay closed</h1><p>${one}</p>${[
      'unrelated-costs',
      'promoted-to-captain',
      'social-security',
      'advertising-standards',
      'donation-figures',
    ]
      .map(
        (name) => `<section class="${name}"><p>What was said of ${name} is <a href=/x>in the letter</a>.</p></section>`,
      )
      .join(
        '',
      )}<div class="social-share"><p>NOISE-share is all.</p></div><div class="relatedArticles"><p>NOISE-other quays sank.</p></div><div class="donation-appeal"><p>NOISE-give to us today.</p><a href=/give>Give</a></div><p>${two}</p></article></body></html>`,
    keep: [
      one,
      'What was said of unrelated-costs is in the letter.',
      'What was said of promoted-to-captain is in the letter.',
      'What was said of social-security is in the letter.',
      'What was said of advertising-standards is in the letter.',
      'What was said of donation-figures is in the letter.',
      two,
    ],
    facts: {},
  },
]
