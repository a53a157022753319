import ipaddr from 'ipaddr.js'

/** Addresses and networks inside, that whoever runs the desk lets it ask: 10.1.2.3 or 10.0.0.0/8. */
export type Allowed = (address: string) => boolean

/** Throws on what is neither an address nor a network. */
export function allowing(networks: readonly string[]): Allowed {
  const ranges = networks.map((network) =>
    network.includes('/') ? ipaddr.parseCIDR(network) : wholeAddress(ipaddr.process(network)),
  )
  return (address) => {
    if (!ipaddr.isValid(address)) return false
    const ip = ipaddr.process(address)
    return ranges.some((range) => range[0].kind() === ip.kind() && ip.match(range))
  }
}

function wholeAddress(ip: ipaddr.IPv4 | ipaddr.IPv6): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  return [ip, ip.kind() === 'ipv4' ? 32 : 128]
}

/**
 * Whether an address is somebody's on the public internet. IPv4 inside IPv6 (mapped, compatible, NAT64, 6to4) is judged
 * as what it leads to.
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const ip = ipaddr.process(address)
  if (ip.kind() === 'ipv4') return ip.range() === 'unicast'

  const bytes = ip.toByteArray()
  const range = (ip as ipaddr.IPv6).range()
  if (range === 'unspecified' || range === 'loopback') return false
  const isCompatible = bytes.slice(0, 12).every((byte) => byte === 0)
  if (isCompatible || range === 'rfc6052') return isPublic(bytes.slice(12).join('.'))
  if (range === '6to4') return isPublic(bytes.slice(2, 6).join('.'))
  return range === 'unicast' && ((bytes[0] ?? 0) & 0xe0) === 0x20
}
