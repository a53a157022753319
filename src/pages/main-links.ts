const rooms = [
  { path: '/desk', word: 'Desk', isForAll: false },
  { path: '/documents', word: 'Documents', isForAll: true },
  { path: '/statements', word: 'Statements', isForAll: true },
  { path: '/claims', word: 'Claims', isForAll: true },
  { path: '/sources', word: 'Sources', isForAll: true },
  { path: '/notes', word: 'Notes', isForAll: false },
]

/** The ways to everything, for the head of each page, and which of them one has taken. */
export function mainLinks(pathHere: string, isSignedIn: boolean) {
  return rooms
    .filter(({ isForAll }) => isForAll || isSignedIn)
    .map(({ path, word }) => ({
      path,
      word,
      current: pathHere === path ? 'page' : pathHere.startsWith(`${path}/`) ? 'true' : undefined,
    }))
}
