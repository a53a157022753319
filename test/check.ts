import { spawn } from 'node:child_process'
import os from 'node:os'
import path from 'node:path'

/* Types, rules and format, beside each other on as many processors as there are; what one has to say is said when it ends. */
const left = [
  ['eslint', '.', '--max-warnings', '0'],
  ['tsc', '--noEmit'],
  ['prettier', '--check', '.'],
]
const work = async () => {
  for (let check = left.shift(); check; check = left.shift()) await run(check)
}
await Promise.all(Array.from({ length: Math.min(left.length, os.availableParallelism()) }, work))

function run([command = '', ...args]: string[]): Promise<void> {
  const begin = performance.now()
  const child = spawn(command, args, { cwd: path.join(import.meta.dirname, '..'), stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  const listen = (chunk: Buffer) => (said += chunk.toString())
  child.stdout.on('data', listen)
  child.stderr.on('data', listen)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      const seconds = ((performance.now() - begin) / 1000).toFixed(0)
      console.log(`${said}${code === 0 ? '✔' : '✖'} ${[command, ...args].join(' ')} – ${seconds} seconds`)
      if (code !== 0) process.exitCode = 1
      resolve()
    })
  })
}
