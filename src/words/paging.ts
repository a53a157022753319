/** So many rows stand on a page of a list. */
export const pageSize = 25
