import { test } from 'node:test'
import { seedDemo } from '../prisma/seed.ts'
import { openTestDatabase } from './support/database.ts'
const d = await openTestDatabase()
test('x', async () => { try { console.log(await seedDemo(d.db)); console.log(await d.db.statement.findMany({select:{id:true,words:true,state:true}})) } finally { await d.close() } })
