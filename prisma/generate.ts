import { spawnSync } from 'node:child_process'
import path from 'node:path'

/*
 * Prisma's CLI downloads a native schema engine before every command, even before `generate`, which never runs it.
 * Naming any existing file as that engine avoids the download, so a machine with nothing but a registry can generate.
 */
const { status } = spawnSync('prisma', ['generate', '--config', path.join(import.meta.dirname, 'prisma.config.ts')], {
  stdio: ['ignore', process.argv.includes('--verbose') ? 'inherit' : 'ignore', 'inherit'],
  env: {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  },
})
process.exit(status ?? 1)
