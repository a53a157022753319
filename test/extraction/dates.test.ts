import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findDates } from '../../src/extraction/dates.ts'

// A Friday.
const published = '2021-10-08'

const told: [phrase: string, iso: string, precision: string][] = [
  ['on October 7', '2021-10-07', 'day'],
  ['on Oct. 7', '2021-10-07', 'day'],
  ['on 7 October', '2021-10-07', 'day'],
  ['on April 14, 2017', '2017-04-14', 'day'],
  ['on Monday', '2021-10-04', 'day'],
  ['Friday morning', '2021-10-08', 'day'],
  ['last Friday', '2021-10-01', 'day'],
  ['yesterday', '2021-10-07', 'day'],
  ['last week', '2021-W39', 'week'],
  ['earlier this week', '2021-W40', 'week'],
  ['earlier this month', '2021-10', 'month'],
  ['last month', '2021-09', 'month'],
  ['in August', '2021-08', 'month'],
  ['in March 2019', '2019-03', 'month'],
  ['earlier this year', '2021', 'year'],
  ['in 2017', '2017', 'year'],
  ['last year', '2020', 'year'],
  ['last spring', '2021-03', 'season'],
  ['three days ago', '2021-10-05', 'day'],
  ['two weeks ago', '2021-W38', 'week'],
  ['a fortnight ago', '2021-W38', 'week'],
  ['on Thursday, September 2', '2021-09-02', 'day'],
  ['on Tuesday, 7 September', '2021-09-07', 'day'],
  ['on 2021-09-30', '2021-09-30', 'day'],
  ['late last month', '2021-09', 'month'],
]

for (const [phrase, iso, precision] of told) {
  test(`“${phrase}” in an article of ${published} is ${iso}`, () => {
    const [date] = findDates(`He said so ${phrase}.`, published)
    assert.deepEqual([date?.iso, date?.precision], [iso, precision])
  })
}

test('a December day in an article of January was last month', () => {
  assert.equal(findDates('on December 30', '2022-01-03')[0]?.iso, '2021-12-30')
})

test('without the day of publication only full dates are told', () => {
  assert.deepEqual(findDates('on Monday', undefined), [])
  assert.equal(findDates('on May 2, 2020', undefined)[0]?.iso, '2020-05-02')
})

test('a day that the calendar does not have is not a date', () => {
  assert.deepEqual(findDates('on February 30', published), [])
})
