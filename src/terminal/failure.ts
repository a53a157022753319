/** A failure with a sentence for the person who gave the command, printed in place of a stack trace. */
export class Failure extends Error {}
