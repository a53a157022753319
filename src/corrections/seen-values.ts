/** What readers see of a thing, field by field, in words; nothing that they may not see. */
export type Seen = Record<string, string>
