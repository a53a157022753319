import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { z } from 'zod'
import { DayField, PartialDateField, readPartialDate, writePartialDate } from '../src/words/partial-date.ts'
import { readTypedDate, sayIso } from '../src/words/typed-date.ts'
import { submit } from '../src/web/forms.ts'

test('a date is kept as far as it is known: the day, the month or the year', () => {
  assert.deepEqual(readPartialDate('2021-10-07'), { on: new Date('2021-10-07T00:00:00Z'), precision: 'day' })
  assert.deepEqual(readPartialDate('2021-10'), { on: new Date('2021-10-01T00:00:00Z'), precision: 'month' })
  assert.deepEqual(readPartialDate('2021'), { on: new Date('2021-01-01T00:00:00Z'), precision: 'year' })
})

test('a day that no calendar has is refused', () => {
  for (const text of ['2021-13-45', '2021-02-29', '2021-00', '2021-10-00', '2021-04-31', '0000', '0000-01-01']) {
    assert.equal(readPartialDate(text), undefined, text)
  }
  assert.ok(readPartialDate('2020-02-29'))
  assert.ok(readPartialDate('0001-01-01'))
})

test('anything but a date is refused', () => {
  for (const text of [
    '',
    'yesterday',
    '7 October 2021',
    '2021-1-7',
    '20211007',
    '2021-10-07T10:00',
    ' 2021',
    '12021',
  ]) {
    assert.equal(readPartialDate(text), undefined, text)
  }
  fc.assert(
    fc.property(fc.string(), (text) => {
      const date = readPartialDate(text)
      if (date) assert.equal(writePartialDate(date.on, date.precision), text)
    }),
  )
})

test('a date that was read is written as it was', () => {
  const day = fc.date({
    min: new Date('0001-01-01T00:00:00Z'),
    max: new Date('9999-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(day, fc.constantFrom(4, 7, 10), (date, length) => {
      const text = date.toISOString().slice(0, length)
      const read = readPartialDate(text)
      assert.ok(read)
      assert.equal(writePartialDate(read.on, read.precision), text)
    }),
  )
})

test('a date left empty in a form is no date, and a wrong one is answered with how to write it', () => {
  assert.equal(PartialDateField.parse(''), null)
  assert.equal(PartialDateField.parse('  '), null)
  assert.equal(PartialDateField.parse(undefined), null)
  assert.equal(PartialDateField.parse(' 2021-10 ')?.precision, 'month')

  const wrong = PartialDateField.safeParse('2021-13-45')
  assert.equal(
    wrong.error?.issues[0]?.message,
    'There is no date “2021-13-45”. Write it as 7 October 2021, October 2021 or 2021',
  )
})

test('dates are understood as people write them, as precisely as they are written', () => {
  const now = new Date('2026-03-01T23:30:00Z')
  const written: Record<string, string[]> = {
    '2021-10-07': [
      ...['7 October 2021', '7 Oct 2021', '07 oct. 2021', '7th of October, 2021', 'Thursday, 7 October 2021'],
      ...['October 7, 2021', 'Oct 7th 2021', '7.10.2021', '07. 10. 2021', '2021/10/7', '2021-10-07', '7-Oct-2021'],
    ],
    '2021-10': ['October 2021', 'oct 2021', '2021-10', '10/2021', '10.2021', 'October of 2021'],
    '2021': ['2021', ' 2021 '],
    '2021-12-31': ['31/12/2021', '12/31/2021', '31-12-2021'],
    '2021-03-03': ['03/03/2021'],
    '2021-09-02': ['2 Sept 2021', '2 SEP 2021'],
    '2020-02-29': ['29.2.2020'],
    '2026-03-01': ['today'],
    '2026-02-28': ['Yesterday'],
    '2026-03-02': ['tomorrow'],
  }
  for (const [iso, texts] of Object.entries(written)) {
    for (const text of texts) assert.deepEqual(readTypedDate(text, now), { is: 'date', iso }, text)
  }
  assert.deepEqual(readTypedDate('03/04/2021'), { is: 'either', isos: ['2021-04-03', '2021-03-04'] })
  assert.deepEqual(['2021-10-07', '2021-10', '0987'].map(sayIso), ['7 October 2021', 'October 2021', '0987'])
})

test('what is no date, or lacks its year, is answered with what to write', () => {
  for (const [text, why] of [
    ['7 October', /Which year/],
    ['7.10.21', /Which year.*all four digits/],
    ['29.2.2021', /There is no date “29\.2\.2021”/],
    ['31 June 2021', /Write it as 7 October 2021/],
    ['13/13/2021', /There is no date/],
    ['7 Octember 2021', /There is no date/],
    ['constructor', /There is no date/],
  ] as const) {
    const typed = readTypedDate(text)
    assert.match(typed.is === 'unclear' ? typed.why : JSON.stringify(typed), why)
  }
  fc.assert(
    fc.property(fc.string(), (text) => readTypedDate(text).is !== 'date' || readTypedDate(text.trim()).is === 'date'),
  )
})

test('a form asks which day is meant where a date may be two, and keeps the fields that it has', async () => {
  const schema = z.object({ seen: DayField, since: PartialDateField })
  const form = await submit(schema, { seen: '03/04/2021', since: 'Oct 2021' }, () => Promise.resolve())
  assert.ok(!form.ok)
  assert.deepEqual(form.errors, { seen: ['Which day is “03/04/2021”: 3 April 2021 or 4 March 2021?'] })
  assert.deepEqual(
    form.choices['seen']?.map(({ value, label }) => [value, label]),
    [
      ['2021-04-03', '3 April 2021'],
      ['2021-03-04', '4 March 2021'],
    ],
  )
  assert.match(DayField.safeParse('October 2021').error?.issues[0]?.message ?? '', /no day.*7 October 2021/)
})
