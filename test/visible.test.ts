import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import ts from 'typescript'
import { seen } from '../src/visible/conditions.ts'
import { isSeen } from '../src/visible/rows.ts'
import { type Kind, kinds, type Rule, rules } from '../src/visible/rules.ts'
import { viewOf, writeSql } from '../src/visible/views.ts'
import { addAnyThings } from './support/any-newsroom.ts'
import { openTestDatabase } from './support/database.ts'

const root = path.join(import.meta.dirname, '..')

test('the condition, the predicate and the view of each kind of thing let the same through', async (t) => {
  const database = await openTestDatabase()
  t.after(() => database.close())
  for (const seed of [1, 2, 3]) await addAnyThings(database.db, seed)

  for (const kind of kinds) {
    const { table } = rules[kind]
    // The model of each table; one shape fits none of the generated types, and the rule says which columns it has.
    const model = (database.db as unknown as Record<string, Model>)[table.charAt(0).toLowerCase() + table.slice(1)]
    assert.ok(model, table)
    const all = await model.findMany({ include: includeOf(kind) })
    const byPredicate = keysOf(all.filter((row) => isSeen(kind, row as never)))
    const byCondition = keysOf(await model.findMany({ where: seen[kind] }))
    const { rows } = await database.pool.query<Row>(`SELECT * FROM "${viewOf(kind)}"`)
    const byView = keysOf(rows)

    assert.deepEqual(byCondition, byView, `${kind}: the condition and the view`)
    assert.deepEqual(byPredicate, byView, `${kind}: the predicate and the view`)
    assert.ok(byView.length > 0, `${kind}: some are seen`)
    assert.ok(byView.length < all.length, `${kind}: some are not`)
  }
})

test('whether readers see one thing is looked up for it, and not worked out for all', async (t) => {
  const database = await openTestDatabase()
  t.after(() => database.close())
  for (const kind of kinds) {
    const view = viewOf(kind)
    const key = kind === 'claimTopic' || kind === 'statementClaim' ? 'claimId' : 'id'
    // Nobody has counted the rows of an embedded database, and a plan for few would read many.
    const { rows } = await database.pool.query<{ 'QUERY PLAN': string }>(
      `EXPLAIN SELECT FROM "${view}" WHERE "${key}" = 5`,
    )
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
    assert.doesNotMatch(plan, /hashed SubPlan/, view)
  }
})

test('every kind has its condition, its predicate and its view', () => {
  assert.deepEqual([...kinds].sort(), Object.keys(rules).sort())
  assert.deepEqual(Object.keys(seen).sort(), Object.keys(rules).sort())
})

test('a row of which too little was asked is no row that readers may see, but a fault', () => {
  assert.throws(() => isSeen('statement', { state: 'published' } as never), /“version” was not asked of a row/)
})

test('the views and functions in prisma are those that the rules make', () => {
  const made = writeSql()
  for (const { file, sql } of made)
    assert.equal(fs.readFileSync(path.join(root, 'prisma', file), 'utf8'), sql, `${file}: run \`npm run views\``)
  const there = fs.globSync(['views/public_*.sql', 'functions/is_public_*.sql'], { cwd: path.join(root, 'prisma') })
  assert.deepEqual(there.sort(), made.map(({ file }) => file).sort(), 'run `npm run views`')
})

test('nothing else compares a state with those in which things are public', () => {
  const places = [
    ...fs.globSync('src/**/*.ts', { cwd: root }).filter(isOurs).flatMap(comparisonsInCode),
    ...fs.globSync('views/**/*.ejs', { cwd: root }).flatMap(comparisonsInView),
    ...fs.globSync('prisma/{functions/*,triggers}.sql', { cwd: root }).filter(isOurs).flatMap(comparisonsInSql),
  ]
  assert.deepEqual(places, [], 'ask src/visible, or the views and functions that it makes')
})

test('a comparison is found wherever it hides', () => {
  const found = [
    `if (row.state === 'published') go()`,
    `if ('corrected' === state) go()`,
    `const isOut = ['published', 'corrected'].includes(document.state)`,
    `db.claim.findMany({ where: { state: 'published' } })`,
    `const open = { state: { in: ['published', 'corrected'] } } satisfies Prisma.ClaimWhereInput`,
    'db.$queryRaw`SELECT FROM "Claim" WHERE "state" = \'published\'`',
    `switch (statement.state) { case 'published': go() }`,
    `new Set(['published', 'corrected']).has(claim.state)`,
  ]
  for (const code of found) assert.equal(comparisons('a.ts', code).length > 0, true, code)
  const left = [
    `tx.claim.updateMany({ where: { id }, data: { state: 'published' } })`,
    `const states = ['draft', 'in_review', 'published', 'corrected', 'withdrawn']`,
    `if (name === 'published') day()`,
  ]
  for (const code of left) assert.deepEqual(comparisons('a.ts', code), [], code)
})

type Row = Record<string, unknown>
type Model = { findMany(query: object): Promise<Row[]> }

/** By its id; what has none by the two that it links. */
function keysOf(rows: Row[]): string[] {
  const keyOf = (row: Row) => JSON.stringify(row['id'] ?? [row['statementId'] ?? row['topicId'], row['claimId']])
  return rows.map(keyOf).sort()
}

/** All that a rule asks of a row beyond its own columns. */
function includeOf(kind: Kind): object | undefined {
  if (kind === 'source') return { searchEntry: true }
  const related = relationsOf(rules[kind].isSeen)
  return Object.keys(related).length > 0 ? related : undefined
}

function relationsOf(rule: Rule): Record<string, object | true> {
  if ('all' in rule) return Object.assign({}, ...rule.all.map(relationsOf)) as Record<string, object>
  if ('any' in rule) return Object.assign({}, ...rule.any.map(relationsOf)) as Record<string, object>
  if ('on' in rule) return { [rule.by]: nested(rule.on) }
  return 'some' in rule ? { [rule.relation]: nested(rule.some) } : {}
}

function nested(kind: Kind): object | true {
  const include = includeOf(kind)
  return include ? { include } : true
}

function isOurs(file: string): boolean {
  return !/^src\/(database\/client|visible|extraction)\/|^prisma\/functions\/is_public_/.test(file)
}

function comparisonsInCode(file: string): string[] {
  return comparisons(file, fs.readFileSync(path.join(root, file), 'utf8'))
}

const inSql = /("?state"?\s*(=|<>|!=|IN\b|IS (NOT )?DISTINCT FROM|= ANY)|CASE)[^;]{0,80}'(published|corrected)'/i
const isPublicState = (text: string) => text === 'published' || text === 'corrected'

/** Where a piece of TypeScript asks whether a state is one of those in which things are public. */
function comparisons(file: string, code: string): string[] {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const tell = (node: ts.Node) => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart())
    found.push(`${file}:${line + 1}`)
  }
  const look = (node: ts.Node) => {
    if (ts.isTemplateExpression(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
      if (inSql.test(node.getText())) tell(node)
    }
    if (ts.isStringLiteral(node) && isPublicState(node.text) && isCompared(node)) tell(node)
    node.forEachChild(look)
  }
  look(source)
  return found
}

function isCompared(node: ts.StringLiteral): boolean {
  const { parent } = node
  if (ts.isCaseClause(parent)) return /state/i.test(parent.parent.parent.expression.getText())
  if (ts.isBinaryExpression(parent)) {
    const isEquality = /^[!=]==?$/.test(parent.operatorToken.getText())
    return isEquality && /state|visibility/i.test(parent.getText().replace(node.getText(), ''))
  }
  if (ts.isArrayLiteralExpression(parent)) {
    const of = parent.elements.map((element) => element.getText())
    const isList = of.length > 2 && of.some((text) => text.includes('draft'))
    return !isList && /\.(includes|has|indexOf)\(|\bin:/.test(around(parent))
  }
  return ts.isPropertyAssignment(parent) && parent.name.getText() === 'state' && isCondition(parent)
}

function around(node: ts.Node): string {
  let outer = node
  for (let i = 0; i < 4 && !ts.isStatement(outer.parent) && !ts.isVariableDeclaration(outer.parent); i++)
    outer = outer.parent
  return outer.getText()
}

/** What is written is no condition, nor is what a page is given. */
function isCondition(property: ts.Node): boolean {
  for (let node = property.parent; !ts.isSourceFile(node); node = node.parent) {
    if (ts.isPropertyAssignment(node) && /^(data|create|update)$/.test(node.name.getText())) return false
    if (ts.isPropertyAssignment(node) && /^(where|AND|OR|NOT|some|none|every|is)$/.test(node.name.getText()))
      return true
    if (ts.isSatisfiesExpression(node)) return /WhereInput/.test(node.type.getText())
    if (ts.isArrowFunction(node) || ts.isFunctionDeclaration(node))
      return /WhereInput/.test(node.getText().split('{')[0] ?? '')
  }
  return false
}

function comparisonsInView(file: string): string[] {
  const lines = fs.readFileSync(path.join(root, file), 'utf8').split('\n')
  const compared =
    /(state|visibility)\s*[!=]==?\s*'(published|corrected)'|'(published|corrected)'\s*[!=]==?|\[\s*'(published|corrected)'[^\]]*\]\.includes/
  return lines.flatMap((line, i) => (compared.test(line) ? [`${file}:${i + 1}`] : []))
}

function comparisonsInSql(file: string): string[] {
  const sql = fs.readFileSync(path.join(root, file), 'utf8').replace(/--.*$/gm, '')
  return [...sql.matchAll(/'(published|corrected)'/g)].map(
    ({ index }) => `${file}:${sql.slice(0, index).split('\n').length}`,
  )
}
