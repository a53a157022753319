import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'

const folder = path.join(import.meta.dirname, '../docs/decisions')
const read = (name: string) => fs.readFileSync(path.join(folder, name), 'utf8')
const files = fs.readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md')

/** A decision's title, date and status, which its first lines say. */
function headOf(name: string) {
  const [title = '', , dated = ''] = read(name).split('\n')
  const [, date, status] = /^(\d{4}-\d{2}-\d{2}) · (.+)$/.exec(dated) ?? []
  return { name, title: title.replace(/^# /, ''), date, status }
}

test('each decision has its date and says whether it is in force', () => {
  for (const name of files) {
    const { date, status } = headOf(name)
    assert.ok(date, `${name} should have its date and status on its third line: 2026-11-29 · in force`)
    assert.match(status ?? '', /^(in force\b|superseded by \[)/, name)
    for (const [, by = ''] of (status ?? '').matchAll(/\]\(([^)]+)\)/g)) assert.ok(files.includes(by), `${name}: ${by}`)
  }
})

test('the list of decisions has each of them, as its own file has it, by date', () => {
  const listed = read('README.md')
    .split('\n')
    .map((line) => /^\| (\S+) +\| \[(.+)\]\(([^)]+\.md)\) +\| (.+?) +\|$/.exec(line))
    .filter((row) => row !== null)
    .map(([, date, title, name, status]) => ({ name, title, date, status }))
  const wanted = files.map(headOf)
  assert.deepEqual(listed.map((row) => JSON.stringify(row)).sort(), wanted.map((row) => JSON.stringify(row)).sort())
  assert.deepEqual(
    listed.map(({ date }) => date),
    listed.map(({ date }) => date).sort(),
  )
})
