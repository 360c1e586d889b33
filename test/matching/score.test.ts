import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scorePair } from '../../src/matching/score'
import { aCandidate, anOpening, anyCandidate, anyOpening, context } from '../support/matching'

describe('the score of a pair', () => {
  it('is the worked example of the README', () => {
    const sam = aCandidate({
      profile: { likes: { topics: ['cooking-food'], words: '' }, goals: { goals: ['get-a-job'], words: '' } },
      waitingSince: '2026-08-23',
      earlierProposals: 1,
    })
    const score = scorePair(sam, anOpening(), context)
    expect(
      score.byFactor.map(({ factorId, points, contribution }) => [factorId, points, contribution]),
    ).toEqual([
      ['interests', 70, 18],
      ['goals', 100, 20],
      ['covenant-outcome', 100, 10],
      ['travel-ease', 80, 12],
      ['support-fit', 50, 5],
      ['waiting-time', 50, 7],
      ['earlier-offers', 75, 4],
    ])
    expect(score).toMatchObject({ total: 76, weightsVersion: '2026-1' })
  })

  it('is made of whole points that add up to it exactly', () => {
    fc.assert(
      fc.property(anyCandidate, anyOpening, (candidate, opening) => {
        const { total, byFactor } = scorePair(candidate, opening, context)
        expect(byFactor.reduce((sum, { contribution }) => sum + contribution, 0)).toBe(total)
        expect(total).toBeGreaterThanOrEqual(0)
        expect(total).toBeLessThanOrEqual(100)
        for (const { points, weight, contribution } of byFactor) {
          expect(Number.isInteger(points) && points >= 0 && points <= 100).toBe(true)
          expect(Number.isInteger(contribution)).toBe(true)
          expect(Math.abs(contribution - (points * weight) / 100)).toBeLessThan(1)
        }
      }),
    )
  })

  it('never changes with what the adviser recorded, an age or a category: it does not even look', () => {
    const sealed = aCandidate()
    for (const field of [
      'facts',
      'dateOfBirth',
      'statutoryCategory',
      'blockedOrganisations',
      'history',
    ] as const) {
      Object.defineProperty(sealed, field, {
        get() {
          throw new Error(`A factor read ${field}`)
        },
      })
    }
    fc.assert(
      fc.property(
        anyCandidate,
        anyOpening,
        ({ profile, district, waitingSince, earlierProposals }, opening) => {
          const candidate = Object.assign(sealed, { profile, district, waitingSince, earlierProposals })
          expect(() => scorePair(candidate, opening, context)).not.toThrow()
        },
      ),
    )
  })

  it('never changes with the right to work', () => {
    fc.assert(
      fc.property(anyCandidate, anyCandidate, anyOpening, (one, other, opening) => {
        const changed = { ...one, facts: { ...one.facts, rightToWork: other.facts.rightToWork } }
        expect(scorePair(changed, opening, context)).toEqual(scorePair(one, opening, context))
      }),
    )
  })

  it('never falls because somebody asks for support', () => {
    fc.assert(
      fc.property(anyCandidate, anyOpening, (candidate, opening) => {
        const { support: _asked, ...silent } = candidate.profile
        const without = scorePair({ ...candidate, profile: silent }, opening, context).total
        expect(scorePair(candidate, opening, context).total).toBeGreaterThanOrEqual(without)
      }),
    )
  })
})
