import type { Eligibility } from './eligibility'
import { withoutPermission } from './permission'
import type { Score } from './score'

/** What a match was decided on. With it the sentences can be made again when the person's record is long gone. */
export type MatchEvidence = { eligibility: Eligibility; score: Score }

/** Raised when the shape changes; a reader of old rows then knows what it has before it. */
const EVIDENCE_VERSION = 1

/** The JSON to store with a match. Nothing in it says more of a permission to work than "checked" or "ask". */
export function toEvidence(eligibility: Eligibility, score: Score): string {
  return JSON.stringify({ version: EVIDENCE_VERSION, eligibility: withoutPermission(eligibility), score })
}

/** Reads what `toEvidence` wrote; undefined when the text is something else. */
export function fromEvidence(json: string): MatchEvidence | undefined {
  const stored = parse(json) as Partial<MatchEvidence & { version: number }> | null | undefined
  if (stored?.version !== EVIDENCE_VERSION || !stored.eligibility || !stored.score) return undefined
  return { eligibility: stored.eligibility, score: stored.score }
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
