import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CareLeaverId, OpportunityId } from '../../../src/domain/ids'
import { FIRST_RULE_SET } from '../../../src/domain/rule-set/first-rule-set'
import type { RuleSet } from '../../../src/domain/rule-set/rule-set'
import type { Candidate, Opening } from '../../../src/matching/candidate'
import { compareRuleSets } from '../../../src/matching/cohort/compare-rule-sets'
import { assess } from '../../../src/matching/eligibility'
import { aCandidate, anOpening, anyRuleSet, context } from '../../support/matching'
import { anyCohort } from '../columns/cohorts'

const day = context.today

const asMembers = (people: readonly Candidate[]) =>
  people.map((candidate) => ({ candidate, eet: 'in' as const }))

const compare = (people: readonly Candidate[], openings: readonly Opening[], after: RuleSet) =>
  compareRuleSets({ members: asMembers(people), openings, day }, FIRST_RULE_SET, after)

/** The answers before and after, by asking the rules one pair at a time. */
function changedOneByOne(people: readonly Candidate[], openings: readonly Opening[], after: RuleSet) {
  return people.flatMap((candidate, person) =>
    openings.flatMap((opening) => {
      const [from, to] = [FIRST_RULE_SET, after].map(
        (ruleSet) => assess(candidate, opening, { today: day, ruleSet }).answer,
      )
      return from === to ? [] : [{ person, from, to }]
    }),
  )
}

describe('comparing two rule sets', () => {
  it('finds every answer that changes, and for whom', () => {
    fc.assert(
      fc.property(anyCohort, anyRuleSet, ({ people, openings }, after) => {
        const changed = changedOneByOne(people, openings, after)
        const { moves, gaining, losing } = compare(people, openings, after)
        for (const { from, to, pairs } of moves) {
          expect(pairs).toBe(changed.filter((one) => one.from === from && one.to === to).length)
        }
        expect(moves.reduce((sum, { pairs }) => sum + pairs, 0)).toBe(changed.length)
        const offersBy = (list: { person: number; offers: number }[]) =>
          people.map((_, person) => list.find((one) => one.person === person)?.offers ?? 0)
        const countOf = (which: 'from' | 'to') =>
          people.map(
            (_, person) =>
              changed.filter((one) => one.person === person && one[which] === 'not-eligible').length,
          )
        expect(offersBy(gaining)).toEqual(countOf('from'))
        expect(offersBy(losing)).toEqual(countOf('to'))
      }),
    )
  })

  it('changes nothing when they say the same', () => {
    fc.assert(
      fc.property(anyCohort, ({ people, openings }) => {
        const same = compare(people, openings, { ...FIRST_RULE_SET, version: '2026-2' })
        expect(same).toMatchObject({ moves: [], gaining: [], losing: [], listsChanged: 0 })
        expect(same.suggested.after).toEqual(same.suggested.before)
      }),
    )
  })

  it('shows whom other weights bring into the first ten', () => {
    const waiting = Array.from({ length: 11 }, (_, number) =>
      aCandidate({
        id: `person-${number}` as CareLeaverId,
        district: number === 10 ? 'E07000113' : 'E07000106',
        // The last waits longest, and likes nothing of the offer.
        waitingSince: number === 10 ? '2026-01-01' : '2026-11-20',
        profile: { likes: { topics: [number === 10 ? 'music' : 'cooking-food'], words: '' } },
      }),
    )
    const offer = anOpening({ id: 'offer-1' as OpportunityId, isRemote: true, topics: ['cooking-food'] })
    const byWaiting: RuleSet = {
      ...FIRST_RULE_SET,
      weights: { ...FIRST_RULE_SET.weights, interests: 0, goals: 0, 'waiting-time': 60 },
    }
    const { listsChanged, lists, suggested } = compare(waiting, [offer], byWaiting)
    expect([listsChanged, lists]).toEqual([1, 1])
    const inSwale = (when: 'before' | 'after') =>
      suggested[when].district.find(({ group }) => group === 'E07000113')
    expect([inSwale('before'), inSwale('after')]).toEqual([
      { group: 'E07000113', people: 1, placed: 0 },
      { group: 'E07000113', people: 1, placed: 1 },
    ])
  })
})
