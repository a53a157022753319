import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayOf, writtenDate } from '../../src/intake/dates.ts'
import { namesOf } from '../../src/intake/facts.ts'
import { isFurniture } from '../../src/intake/furniture.ts'
import { headlineOf, tellKind } from '../../src/intake/kind.ts'

test('a day is read as people write it, in their language and script', () => {
  const lines: [line: string, day: string | undefined, language?: string][] = [
    ['Fri 14 May 2021 at 18:05', '2021-05-14'],
    ['Publié le 9 février 2023 à 22h41', '2023-02-09'],
    ['Paris, le 1er mars 2023', '2023-03-01'],
    ['Madrid - 9 de febrero de 2023 - 23:05 CET', '2023-02-09'],
    ['9. Februar 2023, 22:41 Uhr', '2023-02-09'],
    ['13:47 07.10.2021', '2021-10-07'],
    ['7 октября 2021 года', '2021-10-07'],
    ['14 grudnia 2022, 18:20', '2022-12-14'],
    ['Publicerad 14 dec 2022 kl 18.20', '2022-12-14'],
    ['2022年12月14日 20:15', '2022-12-14'],
    ['2022년 12월 14일', '2022-12-14'],
    ['١٤ فبراير ٢٠٢٣', '2023-02-14'],
    ['14 tháng 12 năm 2022', '2022-12-14'],
    ['2022. december 14.', '2022-12-14'],
    ['2022/12/14', '2022-12-14'],
    ['Dezember 2022', '2022-12'],
    // Two days, unless the page's language tells.
    ['7/10/2021', undefined],
    ['7/10/2021', undefined, 'en'],
    ['7/10/2021', '2021-10-07', 'en-GB'],
    ['7/10/2021', '2021-10-07', 'fr'],
    ['7/10/2021', '2021-07-10', 'en-US'],
    ['7/10/2021', '2021-07-10', 'en-PH'],
    ['7/10/2021', undefined, 'en-CA'],
    ['Published 2021-7-9 12:00', '2021-07-09'],
    ['Sept. 9, 2021', '2021-09-09'],
    ['Marathon 12, 2021', undefined],
    ['Mayor 10 2021', undefined],
    ['Room 12, floor 2023', undefined],
  ]
  for (const [line, day, language] of lines) assert.equal(writtenDate(line, language), day, line)
  const days = {
    '2021-7-7 12:00': '2021-07-07',
    '2021/10/7': '2021-10-07',
    '20211007': '2021-10-07',
    '2021-10': '2021-10',
  }
  for (const [said, day] of Object.entries(days)) assert.equal(dayOf(said), day, said)
})

test('the names of a byline are told from roles, and keep their full stops', () => {
  assert.deepEqual(namesOf('Par Élodie Marchand et Luc Petit'), ['Élodie Marchand', 'Luc Petit'])
  assert.deepEqual(namesOf('Автор: Анна Ким и Олег С.'), ['Анна Ким', 'Олег С.'])
  assert.deepEqual(namesOf('作者：李明'), ['李明'])
  assert.deepEqual(namesOf('By Oleh S.'), ['Oleh S.'])
  assert.deepEqual(namesOf('Barry Nock, Senior Reporter.'), ['Barry Nock'])
})

test('a document says of what kind it is, in its title, its address, or above it', () => {
  const text = 'The quay will be closed.'
  assert.equal(tellKind({ title: 'Пресс-релиз: причал', text }), 'press_release')
  assert.equal(tellKind({ title: 'Quay closed', lines: ['Press release No. 114'], text }), 'press_release')
  assert.equal(tellKind({ title: 'x', url: 'https://port.example/press-releases/9', text }), 'press_release')
  assert.equal(tellKind({ title: 'Communiqué de presse', text }), 'press_release')
  assert.equal(tellKind({ title: 'Joint Communiqué of the ministers', text }), 'communique')
  assert.equal(tellKind({ title: 'Annual Report 2021', text }), 'report')
  assert.equal(tellKind({ title: 'x', url: 'https://t.me/port/12', text }), 'post')
  assert.equal(tellKind({ title: 'Ministers press for release of crew', text }), undefined)
  assert.equal(headlineOf(['BC-QUAY-CLOSURE/1', 'URGENT', '', 'Quay closed']), 'Quay closed')
  assert.equal(headlineOf(['COVID-19', 'What now']), 'COVID-19')
  assert.equal(headlineOf(['PRESS RELEASE', 'For immediate release', '', 'Переговоры']), 'Переговоры')
})

test('what pages put between paragraphs is told from sentences that use the same words', () => {
  const furniture = [
    'Read more: Bridge tolls to double',
    'Lire aussi : Les tarifs du bac augmentent',
    'Читайте также: Посол вернулся',
    'اقرأ أيضا: خمس دول توقع',
    'Already a subscriber? Log in.',
    'Leave a Reply',
    'Advertisement',
    '3 min read',
    '1 / 4',
    'Подписывайтесь на наш канал',
    'Subscribe now to read the whole story.',
    'Sign up for our newsletter to get the news every morning.',
    'Log in to your account to continue reading.',
    'Your email address will not be published.',
    'We and our 800 partners use cookies to store what you do.',
    'Follow us on Telegram and like us on Facebook!',
    'Our standards: The Thomson Reuters Trust Principles.',
    '© 2021 Coast Wire Ltd. All rights reserved.',
    'You can unsubscribe from this list at any time.',
    'Coast Wire is free. To help us, consider becoming a free or paid subscriber.',
    'Подписывайтесь на наш канал, чтобы знать больше.',
    'اشترك في قناتنا على تلغرام ليصلك كل جديد.',
    'Abonnieren Sie jetzt jeden Tag unseren Newsletter.',
    '4,1 K likes 12 replies',
  ]
  const sentences = [
    'Related talks were held in March, officials said.',
    'More on this than on anything else depends the vote.',
    '“We and our partners use cookies to store what you do,” the notice said.',
    'He told the crowd to sign up for the army.',
    'Share prices fell by a third.',
    'Advertisement spending rose 4 percent.',
    'Comments by the minister were removed.',
    '“Subscribe now,” he shouted.',
    'По теме высказались двое.',
    'Emails to the ministry were not answered.',
    'Shares on the exchange fell on Monday.',
    'Comments on the draft were due on Monday.',
    'Comments on the draft',
    'Loading of grain at the port stopped on Monday.',
    'Register offices across the country closed on Monday.',
    'Register offices closed',
    'He refused to continue reading the statement.',
    'Our standards have slipped since 2019.',
    'Listen to the recording of his call.',
    'Already a member of the union, Finland voted on Monday.',
    'Back to the top of the table went the club.',
    'You are here because of the war.',
    'Users could not unsubscribe, the regulator said.',
    'Visitors had to accept all cookies, the court found.',
    'The treaty leaves all rights reserved to the Crown.',
    'He said that the agency broke its own trust principles.',
    'She bought 40,000 shares in the port',
    'Watch the price: it doubles on Monday.',
    'Популярное – не значит хорошее, сказал он.',
    'Подписаться на это не решился никто из них.',
    'اشترك الوزير في الاجتماع يوم الاثنين.',
    'Folgen hatte der Streik am Montag keine.',
    'Assine quem quiser, disse ele na segunda-feira.',
    '相关新闻他都读过，但他没有回答记者的问题。',
    '© was the mark he pressed into every pot he made.',
    'Listen: nobody is going to help you, she tells her crew each year.',
    'We use cookies in the bakery course as the first exercise.',
    'Get vaccinated before our summer newsletters reach you.',
    'Más información: la policía dará una rueda de prensa a las 10.',
    'Mehr dazu: Am Montag entscheidet der Rat.',
    'По теме: суд отложил заседание на месяц.',
  ]
  assert.deepEqual(
    furniture.filter((block) => !isFurniture(block)),
    [],
  )
  assert.deepEqual(
    sentences.filter((block) => isFurniture(block)),
    [],
  )
  assert.ok(isFurniture('Listen to the recording of his call.', 0.9))
  assert.ok(isFurniture('Mehr dazu: Am Montag entscheidet der Rat.', 0.4))
})
