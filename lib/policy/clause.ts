/** The edition of the policy that clause numbers refer to: the date of its revision. */
export const POLICY_EDITION = '2024-02-14';

/** Canonical form of a clause: section, (n), circled number, (kana), as in `7.2(1)③(エ)`. */
export const CLAUSE_PATTERN = /^\d+(\.\d+)?(\(\d+\))?[①-⑳]?(\([ア-ン]\))?$/;
