import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import net, { type AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/**
 * Starts a program that has to be told its port, and waits, for minutes if need be, until it `answers` there. Somebody
 * else may take a free port before the program does; then it ends, and another port is tried.
 */
export async function onFreePort(
  start: (port: number) => ChildProcess,
  answers: (port: number) => Promise<boolean>,
): Promise<{ port: number; process: ChildProcess }> {
  for (let tries = 1; tries <= 10; tries++) {
    const port = await freePort()
    const process = start(port)
    const hasEnded = () => process.exitCode !== null || process.signalCode !== null
    for (let looks = 0; looks < 3000 && !hasEnded(); looks++) {
      if (await answers(port)) return { port, process }
      await wait(100)
    }
    process.kill('SIGKILL')
  }
  throw new Error('It ends, whatever its port is, or answers nowhere')
}

/** Whether anything takes connections there. */
export async function isListening(port: number): Promise<boolean> {
  const socket = net.connect(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
