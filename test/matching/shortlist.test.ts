import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CareLeaverId, OpportunityId, OrganisationId } from '../../src/domain/ids'
import { assess } from '../../src/matching/eligibility'
import { shortlistOpenings, shortlistPeople } from '../../src/matching/shortlist'
import {
  aCandidate,
  anOpening,
  anyCandidate,
  anyOpening,
  aRecord,
  context,
  mayWork,
} from '../support/matching'

const called = (id: string) => ({ id: id as CareLeaverId })

describe('people for an opening', () => {
  it('come by answer, then fit, then waiting, then id', () => {
    const people = [
      aCandidate({ ...called('check'), facts: aRecord({ rightToWork: null }), waitingSince: '2025-01-01' }),
      aCandidate({ ...called('ask'), district: 'unknown', waitingSince: '2025-01-01' }),
      aCandidate({ ...called('b'), waitingSince: '2026-01-02' }),
      aCandidate({ ...called('a'), waitingSince: '2026-01-02' }),
      aCandidate({ ...called('longest'), waitingSince: '2026-01-01' }),
      aCandidate({
        ...called('fits'),
        profile: { likes: { topics: ['cooking-food'], words: '' } },
        waitingSince: '2026-05-24',
      }),
    ]
    const { rows } = shortlistPeople(people, anOpening(), context)
    expect(rows.map(({ id }) => id)).toEqual(['fits', 'longest', 'a', 'b', 'ask', 'check'])
  })

  it('leave out the not eligible, counted once under the first rule that says no', () => {
    const people = [
      aCandidate(called('in')),
      aCandidate({ ...called('no'), consideration: 'no', dateOfBirth: '1990-01-01' }),
      aCandidate({ ...called('old'), dateOfBirth: '1990-01-01' }),
      aCandidate({ ...called('older'), dateOfBirth: '1980-01-01' }),
      aCandidate({ ...called('blocked'), blockedOrganisations: ['organisation-1' as OrganisationId] }),
    ]
    const { rows, count, leftOut } = shortlistPeople(people, anOpening(), context)
    expect(rows.map(({ id }) => id)).toEqual(['in'])
    expect(count).toBe(1)
    expect(leftOut).toEqual([
      { ruleId: 'consideration', count: 1 },
      { ruleId: 'not-told', count: 1 },
      { ruleId: 'age-on-start-date', count: 2 },
    ])
  })

  it('show nobody who has not said yes to being considered', () => {
    const { rows, leftOut } = shortlistPeople(
      [aCandidate({ consideration: 'not-asked' })],
      anOpening(),
      context,
    )
    expect(rows).toEqual([])
    expect(leftOut).toEqual([{ ruleId: 'consideration', count: 1 }])
  })

  it('stop at the limit and still say how many there are', () => {
    const people = ['a', 'b', 'c'].map((id) => aCandidate(called(id)))
    const { rows, count } = shortlistPeople(people, anOpening(), context, { limit: 2 })
    expect(rows.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(count).toBe(3)
  })

  it('carry nothing of a permission to work', () => {
    const { rows } = shortlistPeople(
      [aCandidate({ facts: mayWork('limited-work', '2026-12-24') })],
      anOpening(),
      context,
    )
    expect(JSON.stringify(rows)).not.toMatch(/limited|2026-12-24|permission/)
  })

  it('do not depend on the order they came in, and are all accounted for', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyCandidate, { selector: ({ id }) => id, maxLength: 12 }),
        anyOpening,
        (people, opening) => {
          const shortlist = shortlistPeople(people, opening, context)
          expect(shortlistPeople([...people].reverse(), opening, context)).toEqual(shortlist)
          const leftOut = shortlist.leftOut.reduce((sum, { count }) => sum + count, 0)
          expect(shortlist.count + leftOut).toBe(people.length)
          expect(shortlist.rows.map(({ eligibility }) => eligibility.answer)).not.toContain('not-eligible')
        },
      ),
    )
  })

  it('leave the candidates and the opening as they were', () => {
    fc.assert(
      fc.property(fc.array(anyCandidate, { maxLength: 3 }), anyOpening, (people, opening) => {
        const before = JSON.stringify([people, opening])
        shortlistPeople(people, opening, context)
        expect(JSON.stringify([people, opening])).toBe(before)
      }),
    )
  })
})

describe('openings for a person', () => {
  it('come by answer, fit and id, without those that are not for them', () => {
    const opening = (id: string, rest: Parameters<typeof anOpening>[0]) =>
      anOpening({ ...rest, id: id as OpportunityId })
    const { rows, leftOut } = shortlistOpenings(
      aCandidate({ profile: { likes: { topics: ['music'], words: '' } } }),
      [
        opening('b', {}),
        opening('a', {}),
        opening('music', { topics: ['music'] }),
        opening('old', { minAge: 40, maxAge: 60 }),
        opening('check', { topics: ['music'], dbsLevel: 'enhanced' }),
      ],
      context,
    )
    expect(rows.map(({ id }) => id)).toEqual(['music', 'a', 'b', 'check'])
    expect(leftOut).toEqual([{ ruleId: 'age-on-start-date', count: 1 }])
  })
})

describe('the answer of a pair', () => {
  it('is the heaviest of the verdicts', () => {
    const order = ['eligible', 'not-enough-information', 'needs-check', 'not-eligible']
    fc.assert(
      fc.property(anyCandidate, anyOpening, (candidate, opening) => {
        const { answer, verdicts } = assess(candidate, opening, context)
        expect(order.indexOf(answer)).toBe(
          Math.max(...verdicts.map(({ verdict }) => order.indexOf(verdict.answer))),
        )
      }),
    )
  })

  it('is yes for the builders’ pair', () => {
    expect(assess(aCandidate(), anOpening(), context).answer).toBe('eligible')
  })
})
