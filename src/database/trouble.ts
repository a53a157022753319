import { Prisma } from './client/client.ts'

/**
 * Why the database cannot do its work, independently of the query: it cannot be reached, is read-only (a standby), has
 * no room on its disk, or is busy for longer than the desk waits.
 */
export type Trouble = 'away' | 'reads only' | 'disk full' | 'busy'

/** PostgreSQL's codes, in full or by their class; a pooler reports most of its own trouble as 08P01. */
const codes: [begin: string, trouble: Trouble][] = [
  ['25006', 'reads only'],
  ['53100', 'disk full'],
  ['53300', 'away'],
  ['53', 'busy'], // out of memory, or of another resource that will be released
  ['57014', 'busy'], // exceeded statement_timeout
  ['25P03', 'busy'],
  ['25P04', 'busy'],
  ['55P03', 'busy'], // exceeded lock_timeout
  ['40001', 'busy'],
  ['40P01', 'busy'],
  ['08', 'away'],
  ['57P', 'away'],
  ['58', 'away'],
  ['28', 'away'], // refuses the name or the password
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
/** For raw queries Prisma only says that they failed; its driver's error has the reason. */
const awayKinds = [
  ...['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections', 'TlsConnectionError'],
  ...['DatabaseDoesNotExist', 'DatabaseAccessDenied', 'AuthenticationFailed'],
]
/** For these the driver has only a message. */
const awayWords =
  /^(timeout expired|timeout exceeded when trying to connect|Connection terminated|Client (has encountered a connection|was closed)|The server does not support SSL)/

/** The trouble that an error reports, if any. */
export function troubleOf(error: unknown): Trouble | undefined {
  if (!(error instanceof Error)) return undefined
  if (error instanceof Prisma.PrismaClientInitializationError || awayWords.test(error.message)) return 'away'
  const { code = '', syscall } = error as NodeJS.ErrnoException
  if (error instanceof AggregateError) return firstTrouble(error.errors)
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'disk full'
  // Errors of connecting (a missing socket, no more file descriptors) are not about a file.
  if (socketCodes.includes(code) || syscall === 'connect' || syscall === 'getaddrinfo') return 'away'

  const { kind = '', originalCode = '' } = driverCause(error)
  return (
    troubleByCode(originalCode || code) ??
    (awayKinds.includes(kind) ? 'away' : undefined) ??
    prismaCodes[code] ??
    troubleOf(error.cause)
  )
}

/** The driver's own description of an error: its kind, and PostgreSQL's code if it has one. */
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
