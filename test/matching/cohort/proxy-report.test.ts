import { describe, expect, it } from 'vitest'
import type { CareLeaverId, OpportunityId } from '../../../src/domain/ids'
import { FIRST_RULE_SET } from '../../../src/domain/rule-set/first-rule-set'
import type { Member } from '../../../src/matching/cohort/cohort'
import { proxyReport } from '../../../src/matching/cohort/proxy-report'
import { aCandidate, anOpening, context } from '../../support/matching'

const DOVER = 'E07000108'
const SWALE = 'E07000113'

const member = (number: number, district: typeof DOVER | typeof SWALE, isWaiting = true): Member => ({
  candidate: aCandidate({
    id: `person-${number}` as CareLeaverId,
    district,
    ...(isWaiting ? {} : { waitingSince: null }),
  }),
  eet: 'in',
})

// Twelve of Dover wait for one offer there; three of Swale do not wait.
const members = [
  ...Array.from({ length: 12 }, (_, number) => member(number, DOVER)),
  ...Array.from({ length: 3 }, (_, number) => member(12 + number, SWALE, false)),
]
const openings = [anOpening({ id: 'offer-1' as OpportunityId, district: DOVER })]
const came = members.map((_, person) =>
  person === 0 ? ('placed' as const) : person === 12 ? ('offered' as const) : undefined,
)
const looked = { members, openings, came, day: context.today, ruleSet: FIRST_RULE_SET }

describe('the report on who is reached', () => {
  it('counts each step among everybody of a group who may be suggested', () => {
    expect(proxyReport({ ...looked, pairsMax: 1000 }).district).toEqual([
      { group: DOVER, people: 12, waiting: 12, suggested: 10, offered: 1, placed: 1 },
      { group: SWALE, people: 3, waiting: 0, suggested: 0, offered: 1, placed: 0 },
    ])
  })

  it('says nothing of lists that are too many to look at', () => {
    expect(proxyReport({ ...looked, pairsMax: 11 }).district[0]).toMatchObject({ suggested: null, placed: 1 })
  })
})
