/** A script that PostgreSQL refused, in PostgreSQL's own words and with the place. */
export class ScriptFailed extends Error {}
