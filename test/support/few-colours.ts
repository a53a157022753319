import zlib from 'node:zlib'
import type { Browser } from 'playwright-core'

/** A screenshot as a PNG with its 256 most frequent colours: half the size, and no visible difference on a page of text. */
export async function inFewColours(browser: Browser, png: Buffer): Promise<Buffer> {
  const { width, height, rgba } = await decode(browser, png)
  const colours = Array.from({ length: width * height }, (_, i) => rgba.readUIntBE(i * 4, 3))
  const counts = new Map<number, number>()
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  const palette = [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, 256)
    .map(([colour]) => colour)
  const indexes = new Map([...counts.keys()].map((colour) => [colour, nearest(palette, colour)]))

  const rows = Buffer.alloc(height * (width + 1))
  for (const [i, colour] of colours.entries()) {
    rows[Math.floor(i / width) * (width + 1) + 1 + (i % width)] = indexes.get(colour) ?? 0
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    png.subarray(0, 8),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    chunk('IDAT', zlib.deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

async function decode(browser: Browser, png: Buffer) {
  const page = await browser.newPage()
  const { width, height, data } = await page.evaluate(
    async (source) => {
      const image = new Image()
      image.src = source
      await image.decode()
      const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height })
      const context = canvas.getContext('2d')
      context?.drawImage(image, 0, 0)
      const pixels = context?.getImageData(0, 0, image.width, image.height).data ?? []
      const pieces = Array.from(pixels, (value) => String.fromCharCode(value))
      return { width: image.width, height: image.height, data: btoa(pieces.join('')) }
    },
    `data:image/png;base64,${png.toString('base64')}`,
  )
  await page.close()
  return { width, height, rgba: Buffer.from(data, 'base64') }
}

function channels(colour: number): number[] {
  return [colour >> 16, (colour >> 8) & 255, colour & 255]
}

function nearest(palette: number[], colour: number): number {
  const distances = palette.map((other) => {
    const [one, two] = [channels(colour), channels(other)]
    return one.reduce((sum, value, i) => sum + (value - (two[i] ?? 0)) ** 2, 0)
  })
  return distances.indexOf(Math.min(...distances))
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(zlib.crc32(body))
  return Buffer.concat([length, body, sum])
}
