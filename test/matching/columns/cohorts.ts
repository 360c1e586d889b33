import fc from 'fast-check'
import { TRAVEL_KM } from '../../../src/domain/care-leaver'
import { addDays, type Day } from '../../../src/domain/dates'
import type { CareLeaverId, OpportunityId, OrganisationId } from '../../../src/domain/ids'
import type { CareLeaverDefinition, QualificationLevel } from '../../../src/domain/opportunity'
import { PAIR_STANDINGS } from '../../../src/domain/match'
import { GOALS, TOPICS } from '../../../src/domain/taxonomy'
import type { Candidate, MatchingContext, Opening } from '../../../src/matching/candidate'
import { anyCandidate, anyOpening, anyRuleSet, context } from '../../support/matching'

export type Cohort = { people: Candidate[]; openings: Opening[]; context: MatchingContext }

const { today } = context

/** Few days, so that what is compared is often equal, or a day apart. */
const STARTS: readonly Day[] = [addDays(today, -1), today, addDays(today, 1), '2027-02-28', '2028-02-29']
const ENDS: readonly Day[] = ['2027-02-28', '2027-06-30', '2028-02-29', '2028-11-21']
const AGES = [16, 17, 18, 20, 21, 22, 25, 26, 30, 31]

const yearsBefore = (day: Day, years: number): Day => `${Number(day.slice(0, 4)) - years}${day.slice(4)}`

const dayNear = (...days: readonly Day[]) =>
  fc
    .tuple(fc.constantFrom(...days), fc.integer({ min: -1, max: 1 }))
    .map(([day, count]) => addDays(day, count))

/** A birth whose birthday decides, or nearly; some are on 29 February. */
const birth = fc.oneof(
  fc
    .tuple(dayNear(...STARTS, addDays(today, 180)), fc.constantFrom(...AGES))
    .map(([day, age]) => yearsBefore(day, age)),
  fc.constantFrom('2000-02-29', '2004-02-29', '2008-02-29'),
)

/** Squares near to each other, so that a trip is often about as long as somebody can go. */
const cell = fc.option(
  fc.record({ cellEast: fc.integer({ min: 600, max: 640 }), cellNorth: fc.integer({ min: 150, max: 170 }) }),
)
const NO_CELL = { cellEast: null, cellNorth: null }

const travel = fc
  .tuple(
    cell,
    fc.option(fc.oneof(fc.constantFrom(...TRAVEL_KM), fc.integer({ min: 1, max: 30 })), { freq: 8 }),
  )
  .map(([home, distanceKmMax]) => ({ ...(home ?? NO_CELL), distanceKmMax }))

const opportunityId = (index: number) => `opportunity-${index}` as OpportunityId
const organisationId = (index: number) => `organisation-${index}` as OrganisationId

const history = fc.array(
  fc.record({
    opportunityId: fc.nat({ max: 12 }).map((index) => opportunityId(5 * index)),
    state: fc.constantFrom(...PAIR_STANDINGS),
  }),
  { maxLength: 4 },
)

/** People on the edges of the rules, with everything that few have. */
const edgyPerson: fc.Arbitrary<Candidate> = fc
  .record({
    person: anyCandidate,
    dateOfBirth: birth,
    travel: fc.option(travel, { freq: 6 }),
    until: fc.option(dayNear(...STARTS, ...ENDS, addDays(today, 365), addDays('2027-02-28', 365))),
    dbsIssuedOn: fc.option(dayNear(yearsBefore(today, 3))),
    availableFrom: fc.option(dayNear(...STARTS, ...ENDS)),
    waitingSince: fc.option(fc.constantFrom(today, addDays(today, -30), addDays(today, -182))),
    likes: fc.subarray([...TOPICS], { maxLength: 6 }),
    goals: fc.subarray([...GOALS], { maxLength: 3 }),
    history: fc.option(history, { freq: 2, nil: [] }),
    blockedOrganisations: fc.option(fc.subarray([0, 1, 2].map(organisationId)), { freq: 2, nil: [] }),
    // Most say yes: a no hides what every other rule says.
    consideration: fc.constantFrom(
      'yes' as const,
      'yes' as const,
      'yes' as const,
      'no' as const,
      'not-asked' as const,
    ),
  })
  .map(({ person, until, dbsIssuedOn, availableFrom, travel, likes, goals, ...rest }) => ({
    ...person,
    ...rest,
    facts: {
      ...person.facts,
      dbsIssuedOn,
      availableFrom,
      rightToWork: person.facts.rightToWork && { ...person.facts.rightToWork, until },
    },
    profile: {
      ...person.profile,
      ...(travel ? { travel } : {}),
      likes: { topics: likes, words: '' },
      goals: { goals, words: '' },
    },
  }))

/** Openings on the edges of the rules. */
const edgyOpening: fc.Arbitrary<Opening> = fc
  .record({
    opening: anyOpening,
    organisationId: fc.nat({ max: 4 }).map(organisationId),
    startsOn: fc.option(fc.constantFrom(...STARTS)),
    endsOn: fc.option(fc.constantFrom(...ENDS)),
    minAge: fc.constantFrom(16, 16, 18, 21),
    definition: fc.constantFrom<CareLeaverDefinition[]>(
      'any-care-experience',
      'any-care-experience',
      'former-relevant',
    ),
    qualificationLevel: fc.constantFrom<QualificationLevel[]>(0, 0, 1, 2, 3),
    maxAge: fc.constantFrom(17, 21, 25, 30, 30, 30),
    isRemote: fc.constantFrom(false, false, false, true),
    travelHelp: fc.constantFrom('', '', ' ', 'We pay for the bus'),
    cell: fc.option(cell, { freq: 6 }),
  })
  .map(({ opening, cell, ...rest }) => ({ ...opening, ...rest, ...(cell ?? NO_CELL) }))

/** People and openings with ids of their own, in no order of id. */
const withIds = ({ people, openings, context }: Cohort): Cohort => ({
  people: people.map((person, index) => ({ ...person, id: `person-${(7 * index) % 401}` as CareLeaverId })),
  openings: openings.map((opening, index) => ({ ...opening, id: opportunityId((5 * index) % 61) })),
  context,
})

/** A few people and a few openings. */
export const anyCohort: fc.Arbitrary<Cohort> = fc
  .record({
    people: fc.array(edgyPerson, { maxLength: 8 }),
    openings: fc.array(edgyOpening, { maxLength: 8 }),
    context: fc.oneof(
      fc.constant(context),
      anyRuleSet.map((ruleSet) => ({ today, ruleSet })),
    ),
  })
  .map(withIds)

/** Two hundred and fifty people and 60 openings, the same each time: enough to meet every finding. */
export function largeCohort(): Cohort {
  return withIds({
    people: fc.sample(edgyPerson, { seed: 2026, numRuns: 250 }),
    openings: fc.sample(edgyOpening, { seed: 2026, numRuns: 60 }),
    context,
  })
}
