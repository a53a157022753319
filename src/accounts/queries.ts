import type { Db } from '../database/connect.ts'

/** Who can sign in now, by name: whom something can be given to, and who can be mentioned. */
export function listColleagues(db: Db) {
  return db.account.findMany({
    where: { disabledAt: null },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, handle: true, role: true },
  })
}
