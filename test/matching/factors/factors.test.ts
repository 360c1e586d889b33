import { describe, expect, it } from 'vitest'
import type { Goal, Support, Topic } from '../../../src/domain/taxonomy'
import type { Candidate, Opening } from '../../../src/matching/candidate'
import { covenantOutcome } from '../../../src/matching/factors/covenant-outcome'
import { earlierOffers } from '../../../src/matching/factors/earlier-offers'
import { goals } from '../../../src/matching/factors/goals'
import { interests } from '../../../src/matching/factors/interests'
import { supportFit } from '../../../src/matching/factors/support-fit'
import { travelEase } from '../../../src/matching/factors/travel-ease'
import { waitingTime } from '../../../src/matching/factors/waiting-time'
import type { Factor } from '../../../src/matching/rule'
import { aCandidate, anOpening, context } from '../../support/matching'

const points = (factor: Factor, candidate: Candidate, opening: Opening = anOpening()) =>
  factor.measure(candidate, opening, context).points

const liking = (...topics: Topic[]) => aCandidate({ profile: { likes: { topics, words: '' } } })
const wanting = (...wanted: Goal[]) => aCandidate({ profile: { goals: { goals: wanted, words: '' } } })
const asking = (...supports: Support[]) => aCandidate({ profile: { support: { supports, words: '' } } })

describe('interests', () => {
  const four = anOpening({ topics: ['animals', 'music', 'science', 'building'] })

  it.each([
    ['has not said', aCandidate(), four, 50],
    ['the offer names none', liking('music'), anOpening({ topics: [] }), 50],
    ['none in common', liking('languages'), four, 0],
    ['one of four', liking('music'), four, 70],
    ['two of four', liking('music', 'animals'), four, 90],
    ['three of four', liking('music', 'animals', 'science'), four, 100],
    ['all there is', liking('music'), anOpening({ topics: ['music'] }), 100],
  ])('%s', (_what, candidate, opening, expected) => {
    expect(points(interests, candidate, opening)).toBe(expected)
  })
})

describe('goals', () => {
  it.each([
    ['has not said', aCandidate(), 50],
    ['a job for who wants a job', wanting('get-a-job'), 100],
    ['a job for who wants to earn and learn', wanting('earn-and-learn'), 60],
    ['a job for who wants a home', wanting('find-a-home'), 0],
    ['the best of several', wanting('find-a-home', 'earn-and-learn', 'get-a-job'), 100],
  ])('%s', (_what, candidate, expected) => {
    expect(points(goals, candidate)).toBe(expected)
  })
})

describe('the Covenant’s outcomes', () => {
  it.each([
    ['not known', aCandidate(), 50],
    ['wanted', wanting('get-a-job'), 100],
    ['not wanted', wanting('manage-money'), 0],
    ['wanted by a like', liking('business-office'), 100],
    ['one of two that could meet', wanting('find-a-home'), 50],
  ])('%s', (what, candidate, expected) => {
    const opening = what.startsWith('one of two')
      ? anOpening({ outcomes: ['independent-living', 'health'] })
      : anOpening()
    expect(points(covenantOutcome, candidate, opening)).toBe(expected)
  })
})

describe('the trip', () => {
  const livingAt = (km: number, distanceKmMax: number | null) =>
    aCandidate({ profile: { travel: { distanceKmMax, cellEast: 615 - km, cellNorth: 158 } } })

  it.each([
    ['remote', aCandidate({ district: 'unknown' }), anOpening({ isRemote: true }), 100],
    ['half of what they said', livingAt(10, 20), anOpening(), 100],
    ['all of what they said', livingAt(20, 20), anOpening(), 70],
    ['more than they said', livingAt(21, 20), anOpening(), 10],
    ['10 km and they did not say', livingAt(10, null), anOpening(), 100],
    ['20 km and they did not say', livingAt(20, null), anOpening(), 70],
    ['21 km and they did not say', livingAt(21, null), anOpening(), 10],
    ['the same district', aCandidate(), anOpening(), 80],
    ['the next district', aCandidate({ district: 'E07000114' }), anOpening(), 60],
    ['the other end of Kent', aCandidate({ district: 'E07000107' }), anOpening(), 10],
    ['not known', aCandidate({ district: 'unknown' }), anOpening(), 50],
    ['outside Kent', aCandidate({ district: 'outside-kent' }), anOpening(), 50],
  ])('%s', (_what, candidate, opening, expected) => {
    expect(points(travelEase, candidate, opening)).toBe(expected)
  })
})

describe('support', () => {
  const offering = anOpening({ supports: ['quiet-space', 'extra-time'] })

  it.each([
    ['none asked for', asking(), 50],
    ['none of it offered', asking('equipment'), 50],
    ['half of it offered', asking('equipment', 'quiet-space'), 75],
    ['all of it offered', asking('extra-time', 'quiet-space'), 100],
  ])('%s', (_what, candidate, expected) => {
    expect(points(supportFit, candidate, offering)).toBe(expected)
  })

  it('names no support to a broker', () => {
    const measured = supportFit.measure(asking('quiet-space'), offering, context)
    expect(supportFit.explain(measured, 'broker')).toBe('Offers the support asked for.')
    expect(supportFit.explain(measured, 'young-person')).toBe('They offer a quiet space.')
  })
})

describe('waiting', () => {
  it.each([
    ['not waiting', null, 0],
    ['since today', '2026-11-22', 0],
    ['since a day to come', '2026-12-01', 0],
    ['13 weeks', '2026-08-23', 50],
    ['a day less than 26 weeks', '2026-05-25', 99],
    ['26 weeks', '2026-05-24', 100],
    ['two years', '2024-11-22', 100],
  ])('%s', (_what, waitingSince, expected) => {
    expect(points(waitingTime, aCandidate({ waitingSince }))).toBe(expected)
  })
})

describe('earlier offers', () => {
  it.each([
    [0, 100],
    [1, 75],
    [4, 0],
    [9, 0],
  ])('%i earlier', (earlierProposals, expected) => {
    expect(points(earlierOffers, aCandidate({ earlierProposals }))).toBe(expected)
  })
})
