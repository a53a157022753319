import path from 'node:path'
import { type Config, ConfigError, readConfig } from '../config.ts'
import { Failure } from './failure.ts'

/** The root of this checkout, whatever the current directory. */
export const root = path.join(import.meta.dirname, '../..')

/** The settings of this checkout's desk. Throws Failure. */
export function readSettings(): Config {
  try {
    const config = readConfig(process.env, path.join(root, '.env'))
    const { originals } = config
    return typeof originals === 'object' && 'folder' in originals
      ? { ...config, originals: { folder: path.resolve(root, originals.folder) } }
      : config
  } catch (error) {
    throw error instanceof ConfigError ? new Failure(error.message) : error
  }
}
