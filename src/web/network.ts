import { isIPv6 } from 'node:net'

/** An IPv6 address counts as its /64, which is one subscriber; an IPv4 address written as IPv6 counts as IPv4. */
export function networkOf(address: string): string {
  const [bare = ''] = address.split('%')
  if (!isIPv6(bare)) return bare
  const { hostname } = new URL(`http://[${bare}]`)
  const [head = '', tail] = hostname.slice(1, -1).split('::')
  const groups = head.split(':').filter(Boolean)
  const after = tail === undefined ? [] : tail.split(':').filter(Boolean)
  const all = [
    ...groups,
    ...Array<string>(tail === undefined ? 0 : 8 - groups.length - after.length).fill('0'),
    ...after,
  ]
  if (all.slice(0, 6).join(':') === '0:0:0:0:0:ffff') {
    const [high = 0, low = 0] = all.slice(6).map((group) => parseInt(group, 16))
    return [high >> 8, high & 255, low >> 8, low & 255].join('.')
  }
  return `${all.slice(0, 4).join(':')}::/64`
}
