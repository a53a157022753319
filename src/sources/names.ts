/** A name without case, accents and doubled spaces: how names are compared and found. */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[\s\u00A0]+/g, ' ')
    .replace(/[’‘`´]/g, "'")
    .trim()
}
