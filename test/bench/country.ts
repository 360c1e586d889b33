import { Chance } from '../../db/seed/demo/chance'
import { CONSIDERATIONS, TRAVEL_KM } from '../../src/domain/care-leaver'
import { addDays, type Day } from '../../src/domain/dates'
import type { CareLeaverId, OpportunityId, OrganisationId } from '../../src/domain/ids'
import { PAIR_STANDINGS } from '../../src/domain/match'
import {
  CARE_LEAVER_DEFINITIONS,
  OPPORTUNITY_KINDS,
  PAYS,
  QUALIFICATION_LEVELS,
} from '../../src/domain/opportunity'
import {
  COVENANT_OUTCOMES,
  GOALS,
  LOCAL_OFFER_HEADINGS,
  STATUTORY_CATEGORIES,
  SUPPORTS,
  TOPICS,
  WEEK_TIMES,
} from '../../src/domain/taxonomy'
import type { Candidate, Opening } from '../../src/matching/candidate'
import { aCandidate, anOpening } from '../support/matching'

/** How many authorities England has, and the square it is drawn in, in km of the National Grid. */
const AUTHORITIES = 152
const LAND = { west: 300, east: 640, south: 100, north: 560 }
/** How far from its middle an authority reaches, in km. */
const AUTHORITY_KM = 15

type Cell = { cellEast: number; cellNorth: number }

export type Country = { people: Candidate[]; openings: Opening[] }

/**
 * A country drawn by chance, the same each time: people and offers in 152 authorities.
 * @param placed the share of people who kept a cell and said how far they can go
 */
export function drawCountry(size: { people: number; openings: number }, placed: number, today: Day): Country {
  const chance = new Chance(20_261_122)
  const middles = Array.from({ length: AUTHORITIES }, () => ({
    cellEast: chance.between(LAND.west, LAND.east),
    cellNorth: chance.between(LAND.south, LAND.north),
  }))
  const place = () => placeNear(chance, chance.pick(middles))
  return {
    people: Array.from({ length: size.people }, (_, index) =>
      drawPerson({ chance, today, openings: size.openings }, index, chance.happens(placed) ? place() : null),
    ),
    openings: Array.from({ length: size.openings }, (_, index) => drawOpening(chance, today, index, place())),
  }
}

const placeNear = (chance: Chance, { cellEast, cellNorth }: Cell): Cell => ({
  cellEast: cellEast + chance.between(-AUTHORITY_KM, AUTHORITY_KM),
  cellNorth: cellNorth + chance.between(-AUTHORITY_KM, AUTHORITY_KM),
})

const opportunityId = (index: number) => `opportunity-${index}` as OpportunityId
const organisationId = (index: number) => `organisation-${index}` as OrganisationId
const ORGANISATIONS = 2000

type Draw = { chance: Chance; today: Day; openings: number }

const CATEGORIES = [...STATUTORY_CATEGORIES, ...Array.from({ length: 12 }, () => 'former-relevant' as const)]
const CONSIDERED = [...CONSIDERATIONS, ...Array.from({ length: 20 }, () => 'yes' as const)]

function drawPerson({ chance, today, openings }: Draw, index: number, cell: Cell | null): Candidate {
  const maybe = <T>(share: number, value: () => T): T | null => (chance.happens(share) ? value() : null)
  return aCandidate({
    id: `person-${index}` as CareLeaverId,
    dateOfBirth: addDays(today, -chance.between(18 * 365, 26 * 365)),
    statutoryCategory: chance.pick(CATEGORIES),
    district: 'outside-kent',
    consideration: chance.pick(CONSIDERED),
    waitingSince: maybe(0.6, () => addDays(today, -chance.between(0, 250))),
    earlierProposals: chance.between(0, 3),
    profile: drawProfile(chance, cell),
    facts: {
      rightToWork: maybe(0.8, () => ({
        status: chance.pick(['any-work', 'any-work', 'limited-work', 'not-known'] as const),
        until: maybe(0.3, () => addDays(today, chance.between(-30, 900))),
        source: 'share code',
        checkedOn: today,
      })),
      qualificationLevel: maybe(0.7, () => chance.between(0, 3)),
      dbsLevel: maybe(0.1, () => 'enhanced' as const),
      dbsIssuedOn: addDays(today, -chance.between(0, 1500)),
      availableFrom: maybe(0.2, () => addDays(today, chance.between(0, 120))),
    },
    history: chance.happens(0.2)
      ? [
          {
            opportunityId: opportunityId(chance.between(0, openings - 1)),
            state: chance.pick(PAIR_STANDINGS),
          },
        ]
      : [],
    blockedOrganisations: chance.happens(0.03) ? [organisationId(chance.between(0, ORGANISATIONS))] : [],
  })
}

function drawProfile(chance: Chance, cell: Cell | null): Candidate['profile'] {
  return {
    likes: { topics: chance.some(TOPICS, chance.between(0, 5)), words: '' },
    goals: { goals: chance.some(GOALS, chance.between(0, 3)), words: '' },
    ...(cell ? { travel: { ...cell, distanceKmMax: chance.pick(TRAVEL_KM) } } : {}),
    'free-times': { times: chance.happens(0.45) ? chance.some(WEEK_TIMES, chance.between(1, 3)) : [] },
    support: { supports: chance.happens(0.3) ? chance.some(SUPPORTS, chance.between(1, 3)) : [], words: '' },
    'not-suggest': { kinds: chance.happens(0.08) ? chance.some(OPPORTUNITY_KINDS, 2) : [] },
  }
}

function drawOpening(chance: Chance, today: Day, index: number, cell: Cell): Opening {
  const startsOn = addDays(today, chance.between(-20, 120))
  return anOpening({
    ...cell,
    id: opportunityId(index),
    organisationId: organisationId(chance.between(0, ORGANISATIONS)),
    isCharityOrPublicBody: chance.happens(0.5),
    kind: chance.pick(OPPORTUNITY_KINDS),
    topics: chance.some(TOPICS, chance.between(1, 3)),
    outcomes: chance.some(COVENANT_OUTCOMES, chance.between(1, 2)),
    heading: chance.pick(LOCAL_OFFER_HEADINGS),
    qualificationLevel: chance.happens(0.6) ? 0 : chance.pick(QUALIFICATION_LEVELS),
    startsOn: chance.happens(0.7) ? startsOn : null,
    endsOn: chance.happens(0.4) ? addDays(startsOn, chance.between(1, 400)) : null,
    weekTimes: chance.some(WEEK_TIMES, chance.between(0, 2)),
    pay: chance.pick(PAYS),
    minAge: chance.pick([16, 18, 18, 18, 21]),
    maxAge: chance.pick([21, 25, 25, 25, 30]),
    definition: chance.pick(CARE_LEAVER_DEFINITIONS),
    needsRightToWork: chance.happens(0.2),
    dbsLevel: chance.happens(0.9) ? 'none' : 'enhanced',
    supports: chance.some(
      SUPPORTS.filter((support) => support !== 'travel-practice'),
      chance.between(0, 3),
    ),
    district: null,
  })
}
