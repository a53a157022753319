/** A script that PostgreSQL refused, with PostgreSQL's message and the position. */
export class ScriptFailed extends Error {
  /** PostgreSQL's. */
  readonly code: string

  constructor(message: string, { code, cause }: { code: string; cause: Error }) {
    super(message, { cause })
    this.code = code
  }
}
