import type pg from 'pg'
import { CannotOpen } from './cannot-open.ts'
import { troubleOf } from './trouble.ts'

/*
 * Prisma sends and reads times without a zone, and the server takes them to be in its own. Connections now set UTC; the
 * data of a desk whose server had another zone until then would be read hours off: docs/decisions/times.md.
 */

type Queryable = { query: pg.Pool['query'] }

/** Throws CannotOpen if stored times were written in a zone other than UTC. `client` has the server's default zone. */
export async function refuseOtherTimes(client: Queryable): Promise<void> {
  if (!(await isThere(client, '"Event"')) || (await isMarked(client))) return
  const { rows } = await client.query<{ any: boolean }>('SELECT EXISTS (SELECT FROM "Account") AS "any"')
  if (!rows[0]?.any) return

  const zone = await zoneOfServer(client)
  const hours = zone ? undefined : ((await hoursOfSessions(client)) ?? (await hoursAhead(client)))
  if (zone === undefined && hours === undefined) return
  const how = zone === undefined ? `about ${hours} hours off` : `in the time zone of its server, ${zone}`
  throw new CannotOpen(
    `The times in this database were written ${how}, not in UTC. To read them as UTC would be wrong by hours, so the desk ` +
      'does not start. docs/decisions/times.md says how to put them right.',
  )
}

/** Records that the times are in UTC, so that later starts need not check. */
export async function markTimes(db: Queryable): Promise<void> {
  try {
    if (await isMarked(db)) return
    await db.query('INSERT INTO "TimesInUtc" ("since") VALUES (now()) ON CONFLICT DO NOTHING')
  } catch (error) {
    if (troubleOf(error) !== 'reads only') throw error
  }
}

async function isMarked(db: Queryable): Promise<boolean> {
  if (!(await isThere(db, '"TimesInUtc"'))) return false
  return ((await db.query('SELECT FROM "TimesInUtc"')).rowCount ?? 0) > 0
}

async function isThere(db: Queryable, table: string): Promise<boolean> {
  const { rows } = await db.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [table])
  return rows[0]?.there === true
}

/** The zone that connections have used until now, unless it has always been the same as UTC. */
async function zoneOfServer(client: Queryable): Promise<string | undefined> {
  const { rows } = await client.query<{ zone: string; differs: boolean }>(`
    SELECT current_setting('TimeZone') AS "zone", EXISTS (
      SELECT FROM generate_series(timestamp '2020-01-01', (now() AT TIME ZONE 'UTC') + interval '1 year', interval '1 week') t
      WHERE t AT TIME ZONE current_setting('TimeZone') <> t AT TIME ZONE 'UTC') AS "differs"`)
  return rows[0]?.differs ? rows[0].zone : undefined
}

/**
 * A session's JSON has the time of its end by the desk's own clock; its column "begunAt" was written like all times. If
 * nobody came back later, the two are a few minutes apart, so the rest of the difference is the zone's.
 */
async function hoursOfSessions(client: Queryable): Promise<number | undefined> {
  if (!(await hasColumn(client, 'session', 'begunAt'))) return undefined
  const { rows } = await client.query<{ hours: number }>(`
    SELECT round(extract(epoch FROM "begunAt" - "made") / 900)::float8 / 4 AS "hours" FROM (
      SELECT "begunAt", ("sess" #>> '{cookie,expires}')::timestamptz
        - ("sess" #>> '{cookie,originalMaxAge}')::float8 * interval '1 millisecond' AS "made"
      FROM "session" WHERE "accountId" IS NOT NULL AND "seenAt" = "begunAt" AND NOT EXISTS (
        -- Of sessions from before there was that column it says when it was made.
        SELECT FROM _prisma_migrations m WHERE m.migration_name = '20261124150000_accounts'
          AND "begunAt" BETWEEN m.started_at - interval '1 second' AND m.finished_at + interval '1 second')) s
    WHERE abs(extract(epoch FROM "begunAt" - "made")) > 450 LIMIT 1`)
  return rows[0]?.hours
}

/** Events cannot be in the future; ten minutes allow for clocks that differ. */
async function hoursAhead(client: Queryable): Promise<number | undefined> {
  const { rows } = await client.query<{ hours: number | null }>(`
    SELECT ceil(extract(epoch FROM max("createdAt") - now()) / 3600)::float8 AS "hours" FROM "Event"
    HAVING max("createdAt") > now() + interval '10 minutes'`)
  return rows[0]?.hours ?? undefined
}

async function hasColumn(client: Queryable, table: string, column: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = $1 AND column_name = $2`,
    [table, column],
  )
  return (rowCount ?? 0) > 0
}
