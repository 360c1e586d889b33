import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assess } from '../../src/matching/eligibility'
import { fromEvidence, toEvidence } from '../../src/matching/evidence'
import { explainEligibility, explainScore } from '../../src/matching/explain'
import { withoutPermission } from '../../src/matching/permission'
import { scorePair } from '../../src/matching/score'
import { aCandidate, anOpening, anyCandidate, anyOpening, context, mayWork } from '../support/matching'

describe('the evidence stored with a match', () => {
  it('explains the match again with no candidate at hand', () => {
    fc.assert(
      fc.property(anyCandidate, anyOpening, (candidate, opening) => {
        const eligibility = assess(candidate, opening, context)
        const score = scorePair(candidate, opening, context)
        const stored = fromEvidence(toEvidence(eligibility, score))
        expect(stored).toEqual({ eligibility: withoutPermission(eligibility), score })
        if (!stored) return
        expect(explainEligibility(stored.eligibility, 'broker')).toEqual(
          explainEligibility(eligibility, 'broker'),
        )
        expect(explainScore(stored.score, 'young-person')).toEqual(explainScore(score, 'young-person'))
      }),
    )
  })

  it('keeps the answer of the pair', () => {
    fc.assert(
      fc.property(anyCandidate, anyOpening, (candidate, opening) => {
        const eligibility = assess(candidate, opening, context)
        expect(withoutPermission(eligibility).answer).toBe(eligibility.answer)
      }),
    )
  })

  it('holds no birth date and nothing of a permission', () => {
    const candidate = aCandidate({ dateOfBirth: '2004-02-03', facts: mayWork('limited-work', '2026-12-24') })
    const opening = anOpening()
    const json = toEvidence(assess(candidate, opening, context), scorePair(candidate, opening, context))
    expect(json).not.toMatch(/2004-02-03|2026-12-24|limited|volunteering-only|permission/)
  })

  it.each(['', 'not JSON', 'null', '[]', '{"version":2,"eligibility":{},"score":{}}', '{"version":1}'])(
    'is not read out of %j',
    (json) => {
      expect(fromEvidence(json)).toBeUndefined()
    },
  )
})
