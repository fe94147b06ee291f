/** What a log holds is seen by whoever looks after the system, and not only by who may see the records. */
export const CONTENTS_OF_LOGS = {
  clauses: ['7.1(6)②', '7.2(1)①'],
  // The clause asks for the measures that are needed; to look for a fault somebody may need the contents for a while.
  duty: 'should',
  appliesTo: { zones: ['my-number'], orConfidentialityAtLeast: 2 },
} as const;
