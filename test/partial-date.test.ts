import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { PartialDateField, readPartialDate, writePartialDate } from '../src/words/partial-date.ts'

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
    'There is no date “2021-13-45”. Write it as 2021-10-07, 2021-10 or 2021',
  )
})
