import type { OpportunityKind } from '../../domain/opportunity'
import type { Opening } from '../candidate'
import { type Answer, type Reader, type Resolver, type Verdict, rule } from '../rule'
import { type Trip, tripArea, tripOf } from '../trip'

type Finding =
  | 'no-trip'
  | 'within-reach'
  | 'too-far'
  | 'too-far-with-help'
  | 'next-area-but-short-trips'
  | 'further'
  | 'outside-kent'
  | 'home-not-known'
  | 'place-not-given'
type TravelFacts = { finding: Finding }
type TravelVerdict = Verdict<TravelFacts>

/** Help that is given anywhere in the county: without a place of its own it is not far from anybody. */
const COUNTY_WIDE_KINDS: readonly OpportunityKind[] = ['discount', 'money-help', 'housing-help', 'advice']

const ASK: Partial<Record<Finding, Resolver>> = {
  'too-far-with-help': 'young-person',
  'next-area-but-short-trips': 'young-person',
  further: 'adviser',
  'outside-kent': 'adviser',
}

const WORDS: Record<Finding, Record<Reader, string>> = {
  'no-trip': {
    'young-person': 'You do not have to travel for this.',
    adviser: 'No travel is needed.',
    broker: 'No travel is needed.',
  },
  'within-reach': {
    'young-person': 'You can get to this from where you live.',
    adviser: 'Within reach of where they live.',
    broker: 'Within reach of where they live.',
  },
  'too-far': {
    'young-person': 'This is further than you said you can go. You can change that.',
    adviser: 'Further than they said they can go.',
    broker: 'Further than they said they can go.',
  },
  'too-far-with-help': {
    'young-person': 'This is further than you said, but they help with travel. Tell us if that works.',
    adviser: 'Further than they said they can go, but travel help is offered. Ask them.',
    broker: 'Further than they said they can go, but travel help is offered. Ask them.',
  },
  'next-area-but-short-trips': {
    'young-person': 'This is in the next area to yours. Tell us if you can get there.',
    adviser: 'In the next district, and they can only make short trips. Ask them.',
    broker: 'In the next district, and they can only make short trips. Ask them.',
  },
  further: {
    'young-person': 'This may be a long way for you. We will ask how you would travel.',
    adviser: 'Some districts away. Ask how they would travel.',
    broker: 'Some districts away. Ask how they would travel.',
  },
  'outside-kent': {
    'young-person': 'You live outside Kent. We will ask how you would travel.',
    adviser: 'Lives outside Kent. Ask how they would travel.',
    broker: 'Lives outside Kent. Ask how they would travel.',
  },
  'home-not-known': {
    'young-person': 'Tell us which area you live in, so we know if you can get there.',
    adviser: 'Ask which district they live in.',
    broker: 'The district is not known yet. Ask before ruling it out.',
  },
  'place-not-given': {
    'young-person': 'This does not say where it is. We will ask.',
    adviser: 'Ask the champion where this takes place.',
    broker: 'Ask the champion where this takes place.',
  },
}

function isTravelHelped(opening: Opening): boolean {
  return opening.travelHelp.trim() !== '' || opening.supports.includes('travel-practice')
}

/** By distance where both are known; a short trip is within reach even when nobody said how far they can go. */
function findByDistance({ length, traveller }: Trip, opening: Opening): Finding | undefined {
  if (length === 'not-known') return undefined
  if (length === 'short') return 'within-reach'
  if (traveller === 'not-said') return undefined
  if (length === 'within-reach') return 'within-reach'
  return isTravelHelped(opening) ? 'too-far-with-help' : 'too-far'
}

function findByArea({ home, traveller }: Trip, opening: Opening): Finding {
  const area = tripArea(home, opening.district)
  if (area === 'place-not-given') return COUNTY_WIDE_KINDS.includes(opening.kind) ? 'no-trip' : area
  if (area === 'same-district') return 'within-reach'
  if (area !== 'neighbouring') return area
  return traveller === 'short-trips' ? 'next-area-but-short-trips' : 'within-reach'
}

function find(trip: Trip, opening: Opening): Finding {
  if (opening.isRemote) return 'no-trip'
  return findByDistance(trip, opening) ?? findByArea(trip, opening)
}

/** All of an opening that the rule on the trip looks at: where this text is the same, so is every answer. */
export function travelKey(opening: Opening): string {
  const { isRemote, district, kind } = opening
  return [isRemote, district, isTravelHelped(opening), COUNTY_WIDE_KINDS.includes(kind)].join()
}

export function travelAnswer(trip: Trip, opening: Opening): Answer {
  return verdictOn({ finding: find(trip, opening) }).answer
}

function verdictOn(facts: TravelFacts): TravelVerdict {
  const { finding } = facts
  if (finding === 'no-trip' || finding === 'within-reach') return { answer: 'eligible', facts }
  if (finding === 'too-far') return { answer: 'not-eligible', by: 'young-person', facts }
  if (finding === 'home-not-known') {
    return { answer: 'not-enough-information', by: 'young-person', missing: 'person.district', facts }
  }
  if (finding === 'place-not-given') {
    return { answer: 'not-enough-information', by: 'champion', missing: 'opportunity.place', facts }
  }
  return { answer: 'needs-check', by: ASK[finding] ?? 'adviser', facts }
}

/**
 * Whether the person could get there. Only their own limit says no; a home that is unknown or outside Kent is a
 * question. No distance is kept or spoken: a few of them would point at a home.
 */
export const travel = rule<TravelFacts>({
  id: 'travel',
  sentence: 'No further than the young person said they can go.',
  check(candidate, opening, context) {
    return verdictOn({ finding: find(tripOf(candidate, opening, context), opening) })
  },
  explain: ({ facts }, reader) => WORDS[facts.finding][reader],
})
