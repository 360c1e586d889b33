import fc from 'fast-check'
import { CONSIDERATIONS } from '../../src/domain/care-leaver'
import type { CareLeaverId, OpportunityId, OrganisationId } from '../../src/domain/ids'
import { PAIR_STANDINGS } from '../../src/domain/match'
import {
  CARE_LEAVER_DEFINITIONS,
  DBS_LEVELS,
  OPPORTUNITY_KINDS,
  PAYS,
  QUALIFICATION_LEVELS,
} from '../../src/domain/opportunity'
import {
  FACTOR_IDS,
  PARAMETER_NAMES,
  type ParameterName,
  PARAMETERS,
  type RuleSet,
} from '../../src/domain/rule-set/rule-set'
import {
  COVENANT_OUTCOMES,
  DISTRICT_CODES,
  GOALS,
  LOCAL_OFFER_HEADINGS,
  STATUTORY_CATEGORIES,
  SUPPORTS,
  TOPICS,
  WEEK_TIMES,
} from '../../src/domain/taxonomy'
import type { Candidate, MatchingContext, Opening } from '../../src/matching/candidate'
import { FIRST_RULE_SET } from '../../src/domain/rule-set/first-rule-set'

const TODAY = '2026-11-22'
export const context: MatchingContext = { today: TODAY, ruleSet: FIRST_RULE_SET }

/** Somebody whom every rule lets through to `anOpening()`: each test changes only what it is about. */
export function aCandidate(overrides: Partial<Candidate> = {}): Candidate {
  return {
    id: 'person-1' as CareLeaverId,
    dateOfBirth: '2005-06-15',
    statutoryCategory: 'former-relevant',
    district: 'E07000106',
    consideration: 'yes',
    waitingSince: '2026-10-11',
    profile: {},
    facts: aRecord(),
    history: [],
    earlierProposals: 0,
    blockedOrganisations: [],
    ...overrides,
  }
}

/** What an adviser has recorded: a British citizen with GCSEs and no DBS check. */
export function aRecord(overrides: Partial<Candidate['facts']> = {}): Candidate['facts'] {
  return {
    rightToWork: { status: 'any-work', until: null, source: 'passport', checkedOn: '2026-09-01' },
    qualificationLevel: 2,
    dbsLevel: null,
    dbsIssuedOn: null,
    availableFrom: null,
    ...overrides,
  }
}

/** Somebody's right to work as the adviser found it. */
export function mayWork(
  status: NonNullable<Candidate['facts']['rightToWork']>['status'],
  until: string | null = null,
): Candidate['facts'] {
  return aRecord({ rightToWork: { status, until, source: 'share code', checkedOn: '2026-09-01' } })
}

/** A paid kitchen job in Canterbury with few rules. */
export function anOpening(overrides: Partial<Opening> = {}): Opening {
  return {
    id: 'opportunity-1' as OpportunityId,
    organisationId: 'organisation-1' as OrganisationId,
    isCharityOrPublicBody: true,
    kind: 'job',
    title: 'Kitchen assistant',
    summary: 'Help in a school kitchen',
    description: 'Help in a school kitchen',
    whatYouWillDo: 'Prepare food and wash up',
    topics: ['cooking-food', 'people-customers'],
    outcomes: ['employment-education-training'],
    heading: 'employment',
    criteria: [],
    qualificationLevel: 0,
    places: 2,
    startsOn: '2027-01-11',
    endsOn: null,
    closesOn: '2026-12-18',
    hours: '20 hours a week',
    weekTimes: ['weekday-days'],
    pay: 'wage',
    payText: '£12.60 an hour',
    travelHelp: '',
    minAge: 18,
    maxAge: 25,
    definition: 'any-care-experience',
    needsRightToWork: true,
    dbsLevel: 'none',
    supports: [],
    visibility: 'public',
    priority: 'none',
    priorityUntil: null,
    isRemote: false,
    placeOfWork: 'A school in Canterbury',
    town: 'Canterbury',
    district: 'E07000106',
    cellEast: 615,
    cellNorth: 158,
    ...overrides,
  }
}

const day = (from: string, to: string) =>
  fc
    .date({ min: new Date(`${from}T00:00:00Z`), max: new Date(`${to}T00:00:00Z`), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))

const some = <T>(list: readonly T[], maxLength = 4) => fc.uniqueArray(fc.constantFrom(...list), { maxLength })

const anyRightToWork = fc.option(
  fc.record({
    status: fc.constantFrom('any-work', 'limited-work', 'volunteering-only', 'not-known' as const),
    until: fc.option(day('2026-01-01', '2029-01-01')),
    source: fc.constant('share code'),
    checkedOn: fc.constant('2026-09-01'),
  }),
)

const anyProfile = fc.record(
  {
    likes: fc.record({ topics: some(TOPICS), words: fc.constant('') }),
    goals: fc.record({ goals: some(GOALS), words: fc.constant('') }),
    travel: fc
      .tuple(
        fc.option(fc.integer({ min: 1, max: 60 })),
        fc.option(fc.tuple(fc.integer({ min: 540, max: 640 }), fc.integer({ min: 120, max: 180 }))),
      )
      .map(([distanceKmMax, cell]) => ({
        distanceKmMax,
        cellEast: cell?.[0] ?? null,
        cellNorth: cell?.[1] ?? null,
      })),
    'free-times': fc.record({ times: some(WEEK_TIMES) }),
    support: fc.record({ supports: some(SUPPORTS), words: fc.constant('') }),
    'not-suggest': fc.record({ kinds: some(OPPORTUNITY_KINDS, 2) }),
  },
  { requiredKeys: [] },
)

/** Any person the types allow, within the years that matter. */
export const anyCandidate: fc.Arbitrary<Candidate> = fc.record({
  id: fc.uuid().map((id) => id as CareLeaverId),
  dateOfBirth: day('1998-01-01', '2011-01-01'),
  statutoryCategory: fc.constantFrom(...STATUTORY_CATEGORIES),
  district: fc.constantFrom(...DISTRICT_CODES, 'outside-kent' as const, 'unknown' as const),
  consideration: fc.constantFrom(...CONSIDERATIONS),
  waitingSince: fc.option(day('2025-06-01', TODAY)),
  profile: anyProfile,
  facts: fc.record({
    rightToWork: anyRightToWork,
    qualificationLevel: fc.option(fc.integer({ min: 0, max: 6 })),
    dbsLevel: fc.option(fc.constantFrom(...DBS_LEVELS)),
    dbsIssuedOn: fc.option(day('2020-01-01', TODAY)),
    availableFrom: fc.option(day('2026-06-01', '2028-06-01')),
  }),
  history: fc.array(
    fc.record({
      opportunityId: fc.constantFrom('opportunity-1' as OpportunityId, 'opportunity-2' as OpportunityId),
      state: fc.constantFrom(...PAIR_STANDINGS),
    }),
    { maxLength: 2 },
  ),
  earlierProposals: fc.integer({ min: 0, max: 9 }),
  blockedOrganisations: some(['organisation-1' as OrganisationId, 'organisation-2' as OrganisationId], 1),
})

/** Any opening the types allow. */
export const anyOpening: fc.Arbitrary<Opening> = fc
  .record({
    id: fc.constantFrom(
      'opportunity-1' as OpportunityId,
      'opportunity-2' as OpportunityId,
      'opportunity-3' as OpportunityId,
    ),
    organisationId: fc.constantFrom('organisation-1' as OrganisationId, 'organisation-2' as OrganisationId),
    isCharityOrPublicBody: fc.boolean(),
    kind: fc.constantFrom(...OPPORTUNITY_KINDS),
    topics: some(TOPICS),
    outcomes: some(COVENANT_OUTCOMES),
    heading: fc.constantFrom(...LOCAL_OFFER_HEADINGS),
    qualificationLevel: fc.constantFrom(...QUALIFICATION_LEVELS),
    startsOn: fc.option(day('2026-06-01', '2027-12-31')),
    endsOn: fc.option(day('2027-12-31', '2029-01-01')),
    weekTimes: some(WEEK_TIMES),
    pay: fc.constantFrom(...PAYS),
    travelHelp: fc.constantFrom('', 'We pay for the bus'),
    minAge: fc.integer({ min: 16, max: 18 }),
    maxAge: fc.integer({ min: 21, max: 30 }),
    definition: fc.constantFrom(...CARE_LEAVER_DEFINITIONS),
    needsRightToWork: fc.boolean(),
    dbsLevel: fc.constantFrom(...DBS_LEVELS),
    supports: some(SUPPORTS),
    isRemote: fc.boolean(),
    district: fc.option(fc.constantFrom(...DISTRICT_CODES)),
    cell: fc.option(fc.tuple(fc.integer({ min: 540, max: 640 }), fc.integer({ min: 120, max: 180 }))),
  })
  .map(({ cell, ...rest }) =>
    anOpening({ ...rest, cellEast: cell?.[0] ?? null, cellNorth: cell?.[1] ?? null }),
  )

/** Any numbers that a manager may set, with weights that sum to 100. */
export const anyRuleSet: fc.Arbitrary<RuleSet> = fc
  .record({
    parameters: fc.record(
      Object.fromEntries(
        PARAMETER_NAMES.map((name) => [
          name,
          fc.integer({ min: PARAMETERS[name].min, max: PARAMETERS[name].max }),
        ]),
      ) as Record<ParameterName, fc.Arbitrary<number>>,
    ),
    cuts: fc.array(fc.nat({ max: 100 }), {
      minLength: FACTOR_IDS.length - 1,
      maxLength: FACTOR_IDS.length - 1,
    }),
  })
  .map(({ parameters, cuts }) => {
    const ends = [0, ...cuts.sort((one, other) => one - other), 100]
    const weights = FACTOR_IDS.map((id, at) => [id, (ends[at + 1] as number) - (ends[at] as number)])
    return {
      ...FIRST_RULE_SET,
      version: '2026-2',
      parameters,
      weights: Object.fromEntries(weights) as RuleSet['weights'],
    }
  })
