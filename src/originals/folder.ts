import { randomUUID } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
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
        if (await isThere(file)) return
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
        throw new NotKept(`The original can’t be read from ${folder} (${codeOf(error)})`, { cause: error })
      }
    },
    async *list() {
      for (const name of await namesIn(folder)) {
        for (const rest of await namesIn(path.join(folder, name))) yield* listed(folder, name, rest)
      }
    },
    remove: (name) => fs.rm(path.join(folder, isHash(name) ? path.relative(folder, fileOf(name)) : name)),
  }
}

async function* listed(folder: string, name: string, rest: string): AsyncGenerator<Listed> {
  const sha256 = `${name}${rest}`
  const at = await fs.stat(path.join(folder, name, rest)).then(
    ({ mtime }) => mtime,
    () => undefined, // renamed or removed meanwhile
  )
  if (at === undefined) return
  if (isHash(sha256)) yield { name: sha256, sha256, at }
  else if (name === 'incoming') yield { name: `incoming/${rest}`, sha256: undefined, at }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await fs.readdir(folder)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return []
    throw error
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
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    const sentence = `The disk of ${folder} is full, so that the original can’t be kept. Nothing was imported`
    return new NotKept(`${sentence}. Ask whoever runs this desk to free some space, and try again`, {
      isFull: true,
      cause: error,
    })
  }
  const sentence = `The original can’t be kept in ${folder} (${code}). Nothing was imported`
  return new NotKept(`${sentence}. Ask whoever runs this desk to look at ORIGINALS_DIR`, { cause: error })
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : String(error)
}
