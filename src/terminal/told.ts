/** A sentence for whoever gave the command, instead of what a program would print. */
export class Told extends Error {}
