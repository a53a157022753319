declare module 'html-encoding-sniffer' {
  type Hints = { transportLayerEncodingLabel?: string; defaultEncoding?: string; xml?: boolean }
  /** The encoding's name as the Encoding Standard writes it. */
  function sniff(bytes: Uint8Array, hints?: Hints): string
  export = sniff
}
