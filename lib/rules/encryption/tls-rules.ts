/**
 * Encryption on the line. 5.3④ asks it of every line, so these rules look at every zone; 7.1(13)② repeats it for
 * networks that carry confidential information.
 */
export const IN_TRANSIT = ['7.1(13)②', '5.3④', '5.3③', '7.1(16)①'] as const;
/** Where people and systems from outside come in as well. */
export const IN_TRANSIT_OF_ENTRANCES = [...IN_TRANSIT, '7.2(2)④'] as const;
/** Where information is handed out by the service itself. */
export const IN_TRANSIT_OF_STORES = ['7.1(13)②', '5.3④', '3(2)⑦', '7.1(16)①'] as const;
/** Which ciphers and versions. */
export const CIPHERS = ['7.1(16)②', '7.1(13)②', '5.3④'] as const;
