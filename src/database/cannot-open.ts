/** Why there is no database to work with, in a sentence for whoever starts the desk. */
export class CannotOpen extends Error {}
