/** A script that PostgreSQL refused, in PostgreSQL's own words and with the place. */
export class ScriptFailed extends Error {
  /** PostgreSQL's. */
  readonly code: string

  constructor(message: string, { code, cause }: { code: string; cause: Error }) {
    super(message, { cause })
    this.code = code
  }
}
