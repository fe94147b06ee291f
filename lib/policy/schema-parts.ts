/** Pieces of JSON Schema that the files which people write have in common. */
export const TEXT = { type: 'string', minLength: 1, pattern: '\\S' } as const;
/** A day, YYYY-MM-DD. */
export const DAY = { type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' } as const;
