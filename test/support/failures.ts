import { inspect } from 'node:util'
import type { TestEvent } from 'node:test/reporters'

/** A reporter of what failed alone, to be read when everything else has scrolled away. */
// eslint-disable-next-line no-restricted-syntax -- how Node's test runner finds a reporter
export default async function* failures(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const { type, data } of events) {
    if (type !== 'test:fail') continue
    const place = [data.file, data.line].filter((part) => part !== undefined).join(':')
    yield `✖ ${data.name} (${place})\n${inspect(data.details.error, { depth: 5 }).replaceAll(/^/gm, '  ')}\n`
  }
}
