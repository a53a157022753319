import fs from 'node:fs'
import path from 'node:path'
import { writeSql } from '../src/visible/views.ts'

/** Writes the files that src/visible/rules.ts defines, and removes those that it no longer does. */
const folders = [path.join(import.meta.dirname, 'views'), path.join(import.meta.dirname, 'functions')]
for (const folder of folders) {
  fs.mkdirSync(folder, { recursive: true })
  for (const name of fs.readdirSync(folder).filter((name) => /^(is_)?public_/.test(name)))
    fs.rmSync(path.join(folder, name))
}
const made = writeSql()
for (const { file, sql } of made) fs.writeFileSync(path.join(import.meta.dirname, file), sql)
console.log(`Written: ${made.length} views and functions of what readers may see.`)
