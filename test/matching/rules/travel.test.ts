import { describe, expect, it } from 'vitest'
import type { Candidate } from '../../../src/matching/candidate'
import { travel } from '../../../src/matching/rules/travel'
import { aCandidate, anOpening, context } from '../../support/matching'

/** Somebody that many kilometres west of the kitchen in Canterbury. */
const livingAt = (km: number, distanceKmMax: number | null, overrides: Partial<Candidate> = {}) =>
  aCandidate({ profile: { travel: { distanceKmMax, cellEast: 615 - km, cellNorth: 158 } }, ...overrides })

const saying = (distanceKmMax: number | null, district: Candidate['district']) =>
  aCandidate({ district, profile: { travel: { distanceKmMax, cellEast: null, cellNorth: null } } })

const answer = (candidate: Candidate, opening = anOpening()) => travel.check(candidate, opening, context)

describe('by distance, when both are known', () => {
  it.each([
    ['as far as they said', livingAt(12, 12), 'eligible'],
    ['one kilometre further', livingAt(13, 12), 'not-eligible'],
    ['a short trip when they did not say', livingAt(10, null, { district: 'unknown' }), 'eligible'],
  ])('%s', (_what, candidate, expected) => {
    expect(answer(candidate).answer).toBe(expected)
  })

  it.each([{ travelHelp: 'We pay for the bus' }, { supports: ['travel-practice'] as const }])(
    'asks when it is too far but there is help: %o',
    (help) => {
      const opening = anOpening({ ...help, supports: [...(help.supports ?? [])] })
      expect(answer(livingAt(13, 12), opening)).toMatchObject({ answer: 'needs-check', by: 'young-person' })
    },
  )
})

describe('by district, when the distance is not known', () => {
  it.each([
    ['the same', aCandidate(), 'eligible'],
    ['a neighbour', aCandidate({ district: 'E07000114' }), 'eligible'],
    ['a neighbour, for somebody who can go 10 km', saying(10, 'E07000114'), 'eligible'],
    ['a neighbour, for somebody who can go 9 km', saying(9, 'E07000114'), 'needs-check'],
    ['the other end of Kent', aCandidate({ district: 'E07000107' }), 'needs-check'],
    ['not known how far, a long way off', livingAt(40, null, { district: 'E07000107' }), 'needs-check'],
  ])('%s', (_what, candidate, expected) => {
    expect(answer(candidate).answer).toBe(expected)
  })

  it('does not drop somebody outside Kent or of no known district', () => {
    expect(answer(aCandidate({ district: 'outside-kent' }))).toMatchObject({
      answer: 'needs-check',
      by: 'adviser',
    })
    expect(answer(aCandidate({ district: 'unknown' }))).toMatchObject({
      answer: 'not-enough-information',
      by: 'young-person',
      missing: 'person.district',
    })
  })
})

describe('when there is no place to go to', () => {
  const nowhere = { district: null, cellEast: null, cellNorth: null }

  it('is open to everybody when it is remote', () => {
    expect(
      answer(aCandidate({ district: 'unknown' }), anOpening({ ...nowhere, isRemote: true })).answer,
    ).toBe('eligible')
  })

  it('is open to everybody when it is help given anywhere', () => {
    expect(
      answer(aCandidate({ district: 'unknown' }), anOpening({ ...nowhere, kind: 'discount' })).answer,
    ).toBe('eligible')
  })

  it('asks the champion when a place is missing', () => {
    expect(answer(aCandidate(), anOpening(nowhere))).toMatchObject({
      answer: 'not-enough-information',
      by: 'champion',
      missing: 'opportunity.place',
    })
  })
})
