/** Stored with what was decided by the rules, so that an old answer is read with the rules it was made with. */
export const RULES_VERSION = '2026-1'
