/** Why the database cannot be opened, in a sentence for the person who starts the desk. */
export class CannotOpen extends Error {}
