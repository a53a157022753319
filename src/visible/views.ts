import { type Kind, kinds, type Rule, rules } from './rules.ts'

/**
 * The SQL for what readers may see, as files of prisma/: for each kind of thing a view `public_…` of the visible rows
 * and, if the state alone decides, a function `is_public_…` that takes a state. `npm run views` writes them.
 */
export function writeSql(): { file: string; sql: string }[] {
  return kinds.flatMap((kind) => [
    { file: `views/${viewOf(kind)}.sql`, sql: `${origin}\n${writeView(kind)};\n` },
    ...writeStateFunction(kind),
  ])
}

const origin = '-- Made from src/visible/rules.ts by `npm run views`.'

/** Its name in SQL: "public_named_step". */
export function viewOf(kind: Kind): string {
  return `public_${kind.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`
}

const withoutId = ['claimTopic', 'statementClaim'] as readonly Kind[]

function writeView(kind: Kind): string {
  const { table, columns, isSeen } = rules[kind]
  const shown = [...(withoutId.includes(kind) ? [] : ['id']), ...columns].map((column) => `t."${column}"`)
  // A thing's mandatory parents are joined in this order: the functions that read the view do not let joins be
  // reordered.
  const parts = 'all' in isSeen ? isSeen.all : [isSeen]
  const joins = parts.flatMap((part) => ('on' in part ? [part] : []))
  const conditions = parts.filter((part) => !('on' in part)).map((part) => toSql(part, 't'))
  return [
    `CREATE OR REPLACE VIEW "${viewOf(kind)}" AS`,
    `SELECT ${shown.join(', ')}`,
    `FROM "${table}" t`,
    ...joins.map(({ on, by }) => `JOIN "${viewOf(on)}" "${by}" ON "${by}"."id" = t."${by}Id"`),
    ...(conditions.length > 0 ? [`WHERE ${conditions.join('\n  AND ')}`] : []),
  ].join('\n')
}

function writeStateFunction(kind: Kind): { file: string; sql: string }[] {
  const { states, isSeen } = rules[kind]
  const decides = 'all' in isSeen ? isSeen.all.find((part) => 'is' in part) : isSeen
  if (states === undefined || !decides || !('is' in decides)) return []
  const name = `is_${viewOf(kind)}`
  const head = `CREATE OR REPLACE FUNCTION "${name}"(state "${states}") RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE`
  return [{ file: `functions/${name}.sql`, sql: `${origin}\n${head}\nRETURN state IN (${listOf(decides.is)});\n` }]
}

/**
 * A rule in SQL. With `= ANY (ARRAY[…])` the database looks other things up by their index for each row. With `=` it may
 * choose to gather all that readers see first, which takes a hundred times as long for one row, and does so where nobody
 * has counted the rows.
 */
function toSql(rule: Rule, row: string): string {
  if ('all' in rule) return `(${rule.all.map((part) => toSql(part, row)).join(' AND ')})`
  if ('any' in rule) return `(${rule.any.map((part) => toSql(part, row)).join(' OR ')})`
  if ('on' in rule)
    return `EXISTS (SELECT FROM "${viewOf(rule.on)}" o WHERE o."id" = ANY (ARRAY[${row}."${rule.by}Id"]))`
  if ('some' in rule)
    return `EXISTS (SELECT FROM "${viewOf(rule.some)}" o WHERE o."${rule.by}" = ANY (ARRAY[${row}."id"]))`
  if ('isSet' in rule) return `${row}."${rule.column}" IS ${rule.isSet ? 'NOT NULL' : 'NULL'}`
  return `${row}."${rule.column}" IN (${listOf(rule.is)})`
}

function listOf(values: readonly (string | boolean)[]): string {
  return values.map((value) => (typeof value === 'boolean' ? String(value) : `'${value}'`)).join(', ')
}
