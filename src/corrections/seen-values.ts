/** The values of a thing that readers see, by field, in words; nothing that they may not see. */
export type Seen = Record<string, string>
