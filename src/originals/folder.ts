import { randomUUID } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import { hashOf } from './hash.ts'
import { isHash, type Listed, NotKept, type Store } from './store.ts'

/** Files in a folder, such as `3f/9a…`. Each is written beside, brought to the disk and then renamed. */
export function folderStore(folder: string): Store {
  const incoming = path.join(folder, 'incoming')
  const fileOf = (sha256: string) => path.join(folder, sha256.slice(0, 2), sha256.slice(2))

  return {
    async put(sha256, bytes) {
      const file = fileOf(sha256)
      const part = path.join(incoming, randomUUID())
      try {
        if (await isWhole(file, sha256)) return
        await fs.mkdir(incoming, { recursive: true, mode: 0o700 })
        await fs.mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
        await writeThrough(part, bytes)
        await fs.rename(part, file)
        await syncFolder(path.dirname(file))
      } catch (error) {
        await fs.rm(part, { force: true }).catch(() => undefined)
        throw whyNotKept(error, folder)
      }
    },
    has: (sha256) => isThere(fileOf(sha256)),
    async get(sha256) {
      try {
        return await fs.readFile(fileOf(sha256))
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return undefined
        throw new NotKept(`The original can’t be read (${codeOf(error)})`, { why: 'lost', cause: error })
      }
    },
    async *list() {
      for (const name of await namesIn(folder)) {
        for (const rest of /^[0-9a-f]{2}$/.test(name) ? await namesIn(path.join(folder, name)) : [])
          yield* listed(folder, name, rest)
      }
    },
    remove: (sha256) => fs.rm(fileOf(sha256), { force: true }),
    async removeHalves(before, tell) {
      let removed = 0
      for (const name of await namesIn(incoming)) {
        if (!uuid.test(name)) continue
        try {
          const half = path.join(incoming, name)
          const stat = await fs.lstat(half)
          if (!stat.isFile() || stat.mtime >= before) continue
          await fs.rm(half, { force: true })
          removed++
        } catch (error) {
          tell(error)
        }
      }
      return removed
    },
    async reach(to) {
      const { R_OK, W_OK, X_OK } = fs.constants
      try {
        // What is only read may be on a disk that can't be written to; what is not there yet is made.
        if (to === 'read' && (await fs.stat(folder).catch(() => undefined))) return await fs.access(folder, R_OK | X_OK)
        await fs.mkdir(incoming, { recursive: true, mode: 0o700 })
        await fs.access(incoming, R_OK | W_OK)
      } catch (error) {
        const sentence = `No original can be kept or read (${codeOf(error)})`
        throw new NotKept(sentence, { why: 'away', cause: new Error(`They would be in ${folder}`, { cause: error }) })
      }
    },
  }
}

/** As `put` names what it writes. */
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

async function* listed(folder: string, name: string, rest: string): AsyncGenerator<Listed> {
  const sha256 = `${name}${rest}`
  if (!isHash(sha256)) return
  const stat = await fs.lstat(path.join(folder, name, rest)).catch(() => undefined) // removed meanwhile
  if (stat?.isFile()) yield { sha256, at: stat.mtime }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await fs.readdir(folder)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return []
    throw error
  }
}

/** Damaged, it is written anew. */
async function isWhole(file: string, sha256: string): Promise<boolean> {
  try {
    return hashOf(await fs.readFile(file)) === sha256
  } catch {
    return false
  }
}

async function isThere(file: string): Promise<boolean> {
  try {
    await fs.access(file)
    return true
  } catch {
    return false
  }
}

async function writeThrough(file: string, bytes: Uint8Array): Promise<void> {
  const opened = await fs.open(file, 'wx', 0o600)
  try {
    await opened.writeFile(bytes)
    await opened.sync()
  } finally {
    await opened.close()
  }
}

/** The new name is on the disk, too. */
async function syncFolder(folder: string): Promise<void> {
  const opened = await fs.open(folder, 'r')
  try {
    await opened.sync()
  } finally {
    await opened.close()
  }
}

function whyNotKept(error: unknown, folder: string): NotKept {
  const code = codeOf(error)
  const cause = new Error(`Originals can’t be kept in ${folder}`, { cause: error })
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    const sentence = 'The disk is full, so that the original can’t be kept. Nothing was imported'
    return new NotKept(`${sentence}. Ask the people who run this desk to free some space, and try again`, {
      why: 'full',
      cause,
    })
  }
  const sentence = `The original can’t be kept (${code}). Nothing was imported`
  return new NotKept(`${sentence}. Ask the people who run this desk to look at ORIGINALS_DIR`, {
    why: 'unwritable',
    cause,
  })
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : String(error)
}
