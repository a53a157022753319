import { CannotOpen } from './cannot-open.ts'
import { isDiskFull } from './disk.ts'

type SystemError = NodeJS.ErrnoException

/**
 * What the operating system refused while a data directory was opened, in words that help the person who starts the
 * desk.
 */
export function whyNotOpened(error: unknown, dataDir: string): unknown {
  if (!(error instanceof Error) || error instanceof CannotOpen) return error
  const { code = '', message, errno } = error as SystemError
  const told = `${code} ${message}`
  if (/EMFILE|ENFILE|too many open files/i.test(told)) {
    return new CannotOpen(
      'There are no file descriptors left to open the database with. Allow more (ulimit -n), 1024 at least.',
    )
  }
  if (/out of memory|allocat|ENOMEM|ERR_WORKER_OUT_OF_MEMORY/i.test(told)) {
    return new CannotOpen(
      `There is not enough memory to open the database (${message}). Allow the desk 1000 MB or more.`,
    )
  }
  if (/ENOSPC|EDQUOT|No space left|quota exceeded/i.test(told) || isFullAndBroke(message, dataDir)) {
    return new CannotOpen(`The disk that ${dataDir} is on is full. Free some space, at least 100 MB, and start again.`)
  }
  const kept = [
    'EROFS',
    'EACCES',
    'EPERM',
    'ENOENT',
    'ENOTDIR',
    'EEXIST',
    'EIO',
    'ELOOP',
    'ENAMETOOLONG',
    'EISDIR',
    'EINVAL',
  ]
  if (errno !== undefined && kept.includes(code)) {
    return new CannotOpen(
      `The data directory ${dataDir} cannot be written to (${message}). Set DATA_DIR to a directory that this user may write to.`,
    )
  }
  return error
}

/** PGlite does not say why it gave up. */
function isFullAndBroke(message: string, dataDir: string): boolean {
  return /PGlite|Aborted|database ended/.test(message) && isDiskFull(dataDir)
}
