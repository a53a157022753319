import sniff from 'html-encoding-sniffer'

/**
 * A page's bytes as text: by its byte-order mark, then what the server said, then what the page says, then as UTF-8 if
 * they are, and otherwise as Windows' Western letters, as browsers do.
 */
export function decodePage(bytes: Uint8Array, mediaType?: string): string {
  const said = /;\s*charset\s*=\s*["']?([\w.:-]+)/i.exec(mediaType ?? '')?.[1]
  const encoding = sniff(bytes, {
    ...(said !== undefined && { transportLayerEncodingLabel: said }),
    defaultEncoding: isUtf8(bytes) ? 'UTF-8' : 'windows-1252',
  })
  // A page that says UTF-8 of letters that are not is believed less than its letters.
  const isWrong = encoding === 'UTF-8' && !isUtf8(bytes)
  return decoderOf(isWrong ? 'windows-1252' : encoding, bytes).decode(bytes)
}

/** Some names of encodings stand for none that is safe to read (`replacement`), or that is known here. */
function decoderOf(encoding: string, bytes: Uint8Array): TextDecoder {
  try {
    return new TextDecoder(encoding)
  } catch {
    return new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'windows-1252')
  }
}

export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
