import zlib from 'node:zlib'

/** A line of a made PDF: in points from the left and from the foot of a page. */
export type PdfLine = { x: number; y: number; size?: number; isBold?: boolean; text: string }

type Drawn = {
  /** How often it is packed. */
  times?: number
  /** What else its description says. */
  head?: string
  /** How the page names it: it is object 5. */
  named?: string
  /** What stands in the file beside it, as objects 6, 7 … */
  beside?: string[]
}

/** A PDF of one page whose drawing is packed, once or more often. */
export function packPdf(drawing: Uint8Array, { times = 1, head = '', named = '5 0 R', beside = [] }: Drawn = {}) {
  return writePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [4 0 R] /Count 1 >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${named} /Resources << /Font << /F1 3 0 R >> >> >>`,
    packedStream(drawing, { times, head }),
    ...beside,
  ])
}

/** A stream as an object of a PDF has it. */
export function packedStream(bytes: Uint8Array, { times = 1, head = '' } = {}): string {
  let packed: Uint8Array = bytes
  for (let i = 0; i < times; i++) packed = zlib.deflateSync(packed, { level: 9 })
  const filters = Array.from({ length: times }, () => '/FlateDecode').join(' ')
  const written = Buffer.from(packed).toString('latin1')
  return `<< /Length ${packed.length} /Filter [${filters}] ${head} >>\nstream\n${written}\nendstream`
}

/** A PDF with these pages, in Helvetica and its bold letters, as the simplest programs write it. */
export function makePdf(pages: PdfLine[][], { title = '' } = {}): Uint8Array {
  const objects: string[] = []
  const add = (body: string) => objects.push(body)
  add('<< /Type /Catalog /Pages 2 0 R >>')
  const kids = pages.map((_, i) => `${5 + 2 * i} 0 R`)
  add(`<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages.length} >>`)
  for (const font of ['Helvetica', 'Helvetica-Bold'])
    add(`<< /Type /Font /Subtype /Type1 /BaseFont /${font} /Encoding /WinAnsiEncoding >>`)
  for (const [i, lines] of pages.entries()) {
    const words = lines.map(
      ({ x, y, size = 12, isBold = false, text }) =>
        `BT /F${isBold ? 2 : 1} ${size} Tf ${x} ${y} Td (${escaped(text)}) Tj ET`,
    )
    const stream = words.join('\n')
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${6 + 2 * i} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>`,
    )
    add(`<< /Length ${Buffer.byteLength(stream, 'latin1')} >>\nstream\n${stream}\nendstream`)
  }
  if (title !== '') add(`<< /Title (${escaped(title)}) /CreationDate (D:20240227213000+02'00') >>`)

  return writePdf(objects, title === '' ? '' : ` /Info ${objects.length} 0 R`)
}

function writePdf(objects: string[], info = ''): Uint8Array {
  let file = '%PDF-1.4\n'
  const at = objects.map((body, i) => {
    const begin = file.length
    file += `${i + 1} 0 obj\n${body}\nendobj\n`
    return begin
  })
  const table = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
  file += at.map((begin) => `${String(begin).padStart(10, '0')} 00000 n \n`).join('')
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${info} >>\nstartxref\n${table}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}

/** A PDF that a password that nobody knows locks. */
export function lockPdf(pdf: Uint8Array): Uint8Array {
  const key = '<0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef>'
  const lock = `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >> /ID [<00> <00>]`
  return Buffer.from(Buffer.from(pdf).toString('latin1').replace('/Root 1 0 R', `/Root 1 0 R ${lock}`), 'latin1')
}

function escaped(text: string): string {
  return text.replaceAll(/[()\\]/g, (mark) => `\\${mark}`)
}
