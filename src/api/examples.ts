import { whoMay, operations } from './openapi.ts'
import type { Operation } from '../web/operation.ts'

/** Each operation with a command that can be typed as it stands, by room. */
export function listExamples({ baseUrl }: { baseUrl: string }) {
  const rooms = Map.groupBy(operations, ({ path }) => path.split('/')[1] || 'front')
  return [...rooms].map(([room, all]) => ({
    room,
    operations: all.map((operation) => ({
      method: operation.method,
      path: operation.path,
      summary: operation.summary,
      who: whoMay(operation.may),
      command: commandFor(operation, baseUrl),
    })),
  }))
}

const invented: Record<string, string> = {
  room: 'claims',
  secret: 'SECRET',
  name: 'statement-1',
  token: 'SECRET-OF-THE-LINK',
}

function commandFor({ method, path, may, type, example, body }: Operation, baseUrl: string): string {
  const address = baseUrl + path.replace(/:(\w+)/g, (_, name: string) => invented[name] ?? '1')
  const asked = path === '/oembed' ? `${address}?url=${encodeURIComponent(`${baseUrl}/claims/1`)}` : address
  const parts = [
    'curl',
    ...(method === 'GET' ? [] : [`-X ${method}`]),
    `-H 'Accept: ${type}'`,
    ...(may === null ? [] : [`-H "Authorization: Bearer $TOKEN"`]),
    ...(['PUT', 'DELETE'].includes(method) ? [`-H 'If-Match: "ETAG-OF-WHAT-YOU-SAW"'`] : []),
    ...(body ? [`-H 'Content-Type: application/json'`, `-d '${JSON.stringify(example).replaceAll("'", '’')}'`] : []),
    `'${asked}'`,
  ]
  return parts.join(' \\\n  ')
}
