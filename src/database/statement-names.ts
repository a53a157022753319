import { createHash } from 'node:crypto'

/** Each connection keeps prepared statements in memory, so their number is limited. */
const mostNames = 300
const mostSeen = 2000

/**
 * Names the statements that recur, so that the database parses and plans each only once; that was most of its work. A
 * statement that occurs once (a list of ids of another length) is not worth a name; pg takes an empty one as unnamed.
 */
export function nameStatements(): (statement: { sql: string; args: unknown[] }) => string {
  const names = new Map<string, string>()
  const seen = new Set<string>()
  return ({ sql, args }) => {
    // BEGIN and the like parse quickly, and must be understood in a failed transaction.
    if (args.length === 0) return ''
    const known = names.get(sql)
    if (known !== undefined || names.size >= mostNames) return known ?? ''
    if (!seen.has(sql)) {
      if (seen.size >= mostSeen) seen.clear()
      seen.add(sql)
      return ''
    }
    seen.delete(sql)
    // A hash of its text, since another process that uses the same embedded engine must give the same name.
    const name = `on_record_${createHash('sha256').update(sql).digest('hex').slice(0, 40)}`
    names.set(sql, name)
    return name
  }
}
