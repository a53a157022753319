import { Prisma } from './client/client.ts'

/**
 * What keeps the database from doing what it was asked, and says nothing of what that was: it cannot be reached, only reads
 * (a standby), has no more room on its disk, or is busy for longer than one waits.
 */
export type Trouble = 'away' | 'reads only' | 'disk full' | 'busy'

/** PostgreSQL's codes, each or by the class that they begin with; a pooler says most of its own trouble as 08P01. */
const codes: [begin: string, trouble: Trouble][] = [
  ['25006', 'reads only'],
  ['53100', 'disk full'],
  ['53300', 'away'],
  ['53', 'busy'], // out of memory, or of some other thing that is given back
  ['57014', 'busy'], // took longer than statement_timeout
  ['25P03', 'busy'],
  ['25P04', 'busy'],
  ['55P03', 'busy'], // waited for a lock for longer than lock_timeout
  ['40001', 'busy'],
  ['40P01', 'busy'],
  ['08', 'away'],
  ['57P', 'away'],
  ['58', 'away'],
  ['28', 'away'], // lets nobody in under the name or the password that it was given
  ['3D000', 'away'],
]
/** Prisma's own. */
const prismaCodes: Record<string, Trouble> = {
  ...{ P1000: 'away', P1001: 'away', P1002: 'away', P1003: 'away', P1008: 'away', P1010: 'away', P1011: 'away' },
  ...{ P1017: 'away', P2037: 'away', P2024: 'busy', P2028: 'busy', P2034: 'busy' },
}
/** The operating system's, when a connection is made or breaks. */
const socketCodes = [
  ...['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN'],
  ...['EHOSTUNREACH', 'EHOSTDOWN', 'ENETUNREACH', 'ENETDOWN', 'EADDRNOTAVAIL'],
]
/** Of statements written by hand Prisma only says that they failed; why is in what its driver says. */
const awayKinds = [
  ...['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections', 'TlsConnectionError'],
  ...['DatabaseDoesNotExist', 'DatabaseAccessDenied', 'AuthenticationFailed'],
]
/** For these the driver has words only. */
const awayWords =
  /^(timeout expired|timeout exceeded when trying to connect|Connection terminated|Client (has encountered a connection|was closed)|The server does not support SSL)/

/** Which trouble an error tells of, if it tells of any. */
export function troubleOf(error: unknown): Trouble | undefined {
  if (!(error instanceof Error)) return undefined
  if (error instanceof Prisma.PrismaClientInitializationError || awayWords.test(error.message)) return 'away'
  const { code = '', syscall } = error as NodeJS.ErrnoException
  if (error instanceof AggregateError) return firstTrouble(error.errors)
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'disk full'
  // What comes of connecting (a socket that is not there, no more file descriptors) concerns no file.
  if (socketCodes.includes(code) || syscall === 'connect' || syscall === 'getaddrinfo') return 'away'

  const { kind = '', originalCode = '' } = driverCause(error)
  return (
    troubleByCode(originalCode || code) ??
    (awayKinds.includes(kind) ? 'away' : undefined) ??
    prismaCodes[code] ??
    troubleOf(error.cause)
  )
}

/** What the database's driver says of an error: its kind, and PostgreSQL's own code where it has one. */
export function driverCause(error: Error): { kind?: string; originalCode?: string } {
  const isKnown = error instanceof Prisma.PrismaClientKnownRequestError
  const fromDriver = isKnown
    ? error.meta?.['driverAdapterError']
    : error.name === 'DriverAdapterError'
      ? error
      : undefined
  const { cause } = (fromDriver ?? {}) as { cause?: { kind?: string; originalCode?: string } }
  return cause ?? {}
}

function troubleByCode(code: string): Trouble | undefined {
  if (!/^[0-9A-Z]{5}$/.test(code)) return undefined
  return codes.find(([begin]) => code.startsWith(begin))?.[1]
}

/** A host with several addresses fails once for each. */
function firstTrouble(errors: unknown[]): Trouble | undefined {
  return errors.map(troubleOf).find((trouble) => trouble !== undefined)
}
