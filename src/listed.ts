/** A form's numbered fields arrive as an array or, where there are many, as an object; nothing at all is an empty list. */
export function listed(value: unknown): unknown[] {
  return value && typeof value === 'object' ? Object.values(value) : []
}
