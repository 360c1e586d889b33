import type { OpportunityContent, OpportunityKind } from '../../../src/domain/opportunity'
import type { OfferText } from './offer-text'
import { ADVICE } from './offers/advice'
import { APPRENTICESHIPS } from './offers/apprenticeships'
import { BEFRIENDING } from './offers/befriending'
import { DISCOUNTS } from './offers/discounts'
import { EVENTS } from './offers/events'
import { GUARANTEED_INTERVIEWS } from './offers/guaranteed-interviews'
import { HOUSING_HELP } from './offers/housing-help'
import { INSIGHT_DAYS } from './offers/insight-days'
import { JOBS } from './offers/jobs'
import { MENTORING } from './offers/mentoring'
import { MONEY_HELP } from './offers/money-help'
import { TRAINING } from './offers/training'
import { VOLUNTEERING } from './offers/volunteering'
import { WORK_EXPERIENCE } from './offers/work-experience'

type Usual = Pick<OpportunityContent, 'pay' | 'heading' | 'outcomes'> & {
  texts: readonly OfferText[]
  /** Fewest and most places. */
  places: readonly [number, number]
  /** Whether it begins on a day, for everybody at once. */
  hasStart: boolean
  /** How often a match is made on it, next to the other kinds. */
  matched: number
}

/** What is usual for each kind, and the texts of that kind. */
export const OFFER_KINDS: Record<OpportunityKind, Usual> = {
  'work-experience': {
    texts: WORK_EXPERIENCE,
    pay: 'expenses',
    heading: 'employment',
    outcomes: ['employment-education-training'],
    places: [2, 6],
    hasStart: true,
    matched: 4,
  },
  apprenticeship: {
    texts: APPRENTICESHIPS,
    pay: 'wage',
    heading: 'employment',
    outcomes: ['employment-education-training'],
    places: [1, 4],
    hasStart: true,
    matched: 4,
  },
  job: {
    texts: JOBS,
    pay: 'wage',
    heading: 'employment',
    outcomes: ['employment-education-training', 'finance'],
    places: [1, 5],
    hasStart: false,
    matched: 4,
  },
  'guaranteed-interview': {
    texts: GUARANTEED_INTERVIEWS,
    pay: 'wage',
    heading: 'employment',
    outcomes: ['employment-education-training'],
    places: [2, 6],
    hasStart: false,
    matched: 3,
  },
  'insight-day': {
    texts: INSIGHT_DAYS,
    pay: 'expenses',
    heading: 'employment',
    outcomes: ['employment-education-training'],
    places: [6, 15],
    hasStart: true,
    matched: 1.5,
  },
  training: {
    texts: TRAINING,
    pay: 'free-to-you',
    heading: 'education-training',
    outcomes: ['employment-education-training'],
    places: [6, 14],
    hasStart: true,
    matched: 4,
  },
  mentoring: {
    texts: MENTORING,
    pay: 'free-to-you',
    heading: 'relationships',
    outcomes: ['safety-security', 'employment-education-training'],
    places: [3, 8],
    hasStart: false,
    matched: 3,
  },
  befriending: {
    texts: BEFRIENDING,
    pay: 'free-to-you',
    heading: 'relationships',
    outcomes: ['health', 'safety-security'],
    places: [3, 10],
    hasStart: false,
    matched: 2,
  },
  volunteering: {
    texts: VOLUNTEERING,
    pay: 'expenses',
    heading: 'participation',
    outcomes: ['employment-education-training', 'health'],
    places: [3, 12],
    hasStart: false,
    matched: 3,
  },
  event: {
    texts: EVENTS,
    pay: 'free-to-you',
    heading: 'participation',
    outcomes: ['health', 'safety-security'],
    places: [20, 60],
    hasStart: true,
    matched: 1,
  },
  discount: {
    texts: DISCOUNTS,
    pay: 'free-to-you',
    heading: 'health-well-being',
    outcomes: ['finance', 'health'],
    places: [40, 200],
    hasStart: false,
    matched: 1,
  },
  'money-help': {
    texts: MONEY_HELP,
    pay: 'free-to-you',
    heading: 'accommodation',
    outcomes: ['finance'],
    places: [10, 60],
    hasStart: false,
    matched: 1.5,
  },
  'housing-help': {
    texts: HOUSING_HELP,
    pay: 'free-to-you',
    heading: 'accommodation',
    outcomes: ['independent-living'],
    places: [4, 20],
    hasStart: false,
    matched: 2,
  },
  advice: {
    texts: ADVICE,
    pay: 'free-to-you',
    heading: 'participation',
    outcomes: ['safety-security'],
    places: [20, 60],
    hasStart: false,
    matched: 1.5,
  },
}
