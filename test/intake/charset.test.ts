import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodePage } from '../../src/intake/charset.ts'

/** A text in an encoding of one or two bytes for a letter. */
function inBytes(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding)
  const bytesOf = new Map<string, number[]>()
  for (let lead = 0xff; lead >= 0x80; lead--) {
    bytesOf.set(decoder.decode(Uint8Array.of(lead)), [lead])
    for (let trail = 0x40; trail <= 0xff; trail++)
      bytesOf.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
  }
  for (let ascii = 0; ascii < 0x80; ascii++) bytesOf.set(String.fromCharCode(ascii), [ascii])
  return Uint8Array.from([...text].flatMap((letter) => bytesOf.get(letter) ?? assert.fail(`${letter} in ${encoding}`)))
}

const page = (words: string, lang = '') =>
  `<html${lang}><head><title>x</title></head><body><p>${words}</p></body></html>`

test('a page that does not say its letters is read by the words that they make', () => {
  const written: [encoding: string, words: string, lang?: string][] = [
    ['shift_jis', '港の職員によると、北の岸壁は月曜日まで閉鎖されるという。'],
    ['euc-jp', '港の職員によると、北の岸壁は月曜日まで閉鎖されるという。'],
    ['euc-jp', '港の職員によると、北の岸壁は月曜日まで閉鎖されるという。', ' lang="ja"'],
    ['euc-kr', '항만 관계자는 북쪽 부두가 월요일까지 폐쇄된다고 밝혔다.'],
    ['gbk', '港口的工作人员说，北码头在下周一之前不会开放，渔民要等到月底。'],
    ['gbk', '港口的工作人员说，北码头在下周一之前不会开放，渔民要等到月底。', ' lang="en"'],
    ['big5', '港口的工作人員說，北碼頭在下週一之前不會開放，漁民要等到月底。'],
    ['windows-1252', 'Le port fermé près de la forêt où l’été à Genève fut très agréable, où même l’âne était gâté.'],
    ['windows-1251', 'Начальник порта сказал журналистам, что северный причал закрыт до понедельника.'],
    ['koi8-r', 'Начальник порта сказал журналистам, что северный причал закрыт до понедельника.'],
    ['windows-1256', 'قال مدير الميناء للصحفيين يوم الثلاثاء إن الرصيف الشمالي مغلق.', ' lang="ar"'],
    ['windows-1250', 'Přístav zůstane zavřený do pondělí, řekl velitel novinářům; rybáři čekají déle, než se zdálo.'],
    ['windows-1252', 'Der Hafen bleibt für Wochen geschlossen, erklärte die Behörde am Montag überraschend in Köln.'],
    [
      'windows-1252',
      'El año pasado la señora Núñez pidió más cañones; “mañana”, dijo, “será aún más difícil”.',
      ' lang="es"',
    ],
    ['koi8-r', 'Начальник порта сказал журналистам, что северный причал закрыт до понедельника.', ' lang="ru"'],
    ['windows-1253', 'Ο λιμενάρχης είπε στους δημοσιογράφους ότι η προβλήτα θα μείνει κλειστή.', ' lang="el"'],
  ]
  for (const [encoding, words, lang] of written) {
    assert.equal(decodePage(inBytes(page(words, lang), encoding)), page(words, lang), `${encoding}${lang ?? ''}`)
  }
})

test('one byte that is no letter spoils no other in UTF-8', () => {
  const cut = (words: string, byte: number) => {
    const [before = '', after = ''] = page(words).split('#')
    return Buffer.concat([Buffer.from(before), Uint8Array.of(byte), Buffer.from(after)])
  }
  const french = 'À Besançon, le port est ferm#.'
  const russian = 'Начальник порта сказал журналистам, что северный прич#'
  for (const mediaType of ['text/html; charset=utf-8', undefined]) {
    assert.equal(decodePage(cut(french, 0xe9), mediaType), page(french.replace('#', '\uFFFD')))
    assert.equal(decodePage(cut(russian, 0xd0), mediaType), page(russian.replace('#', '\uFFFD')))
  }
})

test('a page that says its letters is believed', () => {
  const said = page('où').replace('<title>', '<meta charset="iso-8859-1"><title>')
  assert.equal(decodePage(inBytes(said, 'windows-1252')), said)
})
