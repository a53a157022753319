import fs from 'node:fs'
import path from 'node:path'
import { drawSchema } from './schema-drawing.ts'

/* `npm run schema-picture` writes docs/schema.svg; test/schema-picture.test.ts fails if it is out of date. */
const root = path.join(import.meta.dirname, '..')
const file = path.join(root, 'docs/schema.svg')
fs.writeFileSync(file, drawSchema(fs.readFileSync(path.join(root, 'prisma/schema.prisma'), 'utf8')))
console.log(path.relative(process.cwd(), file))
