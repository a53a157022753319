import { AsyncLocalStorage } from 'node:async_hooks'
import type { SqlQuery, Transaction } from '@prisma/driver-adapter-utils'
import { PrismaPg } from '@prisma/adapter-pg'

/** An additional statement for the first transaction that changes something; without it, that cannot commit. */
export type TakenAlong = {
  statement(): SqlQuery
  /** Why, if the statement wrote nothing and the transaction was rolled back. */
  refusal(): Error
  isCommitted: boolean
  /** The event of the change, if there is one. */
  eventId: number | null
}

const within = new AsyncLocalStorage<TakenAlong | undefined>()

/**
 * Adds this statement to the first change that `work` makes in the database, however it is written and in whichever
 * room.
 */
export function takingAlong<T>(along: TakenAlong, work: () => T): T {
  return within.run(along, work)
}

/** For work that is separate from the submission, or whose parts are idempotent: adds nothing to its changes. */
export function apart<T>(work: () => T): T {
  return within.run(undefined, work)
}

/** The first event is the subject of the work. */
export function noteEvent(id: number): void {
  const along = within.getStore()
  if (along && !along.isCommitted) along.eventId ??= id
}

/** Prisma's adapter; every commit passes through it. */
export class TakingAdapter extends PrismaPg {
  override async connect() {
    const adapter = await super.connect()
    const start = adapter.startTransaction.bind(adapter)
    const [queryRaw, executeRaw] = [adapter.queryRaw.bind(adapter), adapter.executeRaw.bind(adapter)]
    const byItself = async <T>(run: (tx: Transaction) => Promise<T>): Promise<T> => {
      const tx = watched(await start())
      try {
        const result = await run(tx)
        await tx.executeRaw(bare('COMMIT'))
        return result
      } catch (error) {
        await tx.executeRaw(bare('ROLLBACK')).catch(() => undefined)
        throw error
      } finally {
        await tx.commit() // returns the connection to the pool
      }
    }
    adapter.startTransaction = async (level) => watched(await start(level))
    adapter.queryRaw = (query) => (takesAlong(query) ? byItself((tx) => tx.queryRaw(query)) : queryRaw(query))
    adapter.executeRaw = (query) => (takesAlong(query) ? byItself((tx) => tx.executeRaw(query)) : executeRaw(query))
    return adapter
  }
}

function watched(tx: Transaction): Transaction {
  const along = within.getStore()
  if (!along) return tx
  const [queryRaw, executeRaw] = [tx.queryRaw.bind(tx), tx.executeRaw.bind(tx)]
  let hasChanged = false
  // An event noted by an earlier attempt was rolled back with it.
  if (!along.isCommitted) along.eventId = null
  tx.queryRaw = (query) => {
    hasChanged ||= isChange(query)
    return queryRaw(query)
  }
  tx.executeRaw = async (query) => {
    hasChanged ||= isChange(query)
    if (query.sql !== 'COMMIT' || !hasChanged || along.isCommitted) return executeRaw(query)
    try {
      if ((await executeRaw(along.statement())) === 0) throw along.refusal()
    } catch (error) {
      // Prisma treats it as a failed COMMIT, which ends a transaction by itself.
      await executeRaw(bare('ROLLBACK')).catch(() => undefined)
      throw error
    }
    const done = await executeRaw(query)
    along.isCommitted = true
    return done
  }
  return tx
}

function takesAlong(query: SqlQuery): boolean {
  const along = within.getStore()
  return along !== undefined && !along.isCommitted && isChange(query)
}

/** A SELECT changes nothing, though it may contain such words. */
function isChange({ sql }: SqlQuery): boolean {
  return /\b(INSERT|UPDATE|DELETE|MERGE)\b/i.test(sql) && !/^\s*SELECT\b/i.test(sql)
}

function bare(sql: string): SqlQuery {
  return { sql, args: [], argTypes: [] }
}
