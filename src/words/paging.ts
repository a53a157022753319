/** The number of rows on a page of a list. */
export const pageSize = 25

/** The number of rows in a table that people look through. */
export const listSize = 50

/** The most rows that a program gets at once. */
export const pageLimit = 200

/** Lists are counted, and sorted by what no index has, up to here. */
export const mostCounted = 10_000
