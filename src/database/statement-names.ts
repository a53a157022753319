import { createHash } from 'node:crypto'

/** Each connection keeps what it prepared in memory, so there is an end to it. */
const mostNames = 300
const mostSeen = 2000

/**
 * Names the statements that come again, so that the database reads and plans each once and not with every request; most
 * of its work was that. Whatever comes once only (a list of ids of another length) is not worth a name,
 * and goes without, as pg understands an empty one.
 */
export function nameStatements(): (statement: { sql: string; args: unknown[] }) => string {
  const names = new Map<string, string>()
  const seen = new Set<string>()
  return ({ sql, args }) => {
    // BEGIN and the like are quick to read, and must be understood where a transaction has failed.
    if (args.length === 0) return ''
    const known = names.get(sql)
    if (known !== undefined || names.size >= mostNames) return known ?? ''
    if (!seen.has(sql)) {
      if (seen.size >= mostSeen) seen.clear()
      seen.add(sql)
      return ''
    }
    seen.delete(sql)
    // Of its words, since another process that uses the same embedded engine must give the same name.
    const name = `on_record_${createHash('sha256').update(sql).digest('hex').slice(0, 40)}`
    names.set(sql, name)
    return name
  }
}
