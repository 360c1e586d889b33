import type { Opening } from '../candidate'
import { type Reader, factor } from '../rule'
import { type Area, type Trip, tripArea, tripOf } from '../trip'

type Ease =
  'remote' | 'short' | 'within-reach' | 'far' | 'same-district' | 'next-district' | 'further' | 'not-known'
type TravelEaseFacts = { ease: Ease }

/** Three wide bands of distance and no finer: points for many offers must not add up to where somebody lives. */
const POINTS: Record<Ease, number> = {
  remote: 100,
  short: 100,
  'within-reach': 70,
  far: 10,
  'same-district': 80,
  'next-district': 60,
  further: 10,
  'not-known': 50,
}

const BY_AREA: Record<Area, Ease> = {
  'same-district': 'same-district',
  neighbouring: 'next-district',
  further: 'further',
  'outside-kent': 'not-known',
  'home-not-known': 'not-known',
  'place-not-given': 'not-known',
}

const WORDS: Record<Ease, Record<Reader, string>> = {
  remote: {
    'young-person': 'You can do this from home.',
    adviser: 'Can be done from home.',
    broker: 'Can be done from home.',
  },
  short: { 'young-person': 'It is a short trip for you.', adviser: 'A short trip.', broker: 'A short trip.' },
  'within-reach': {
    'young-person': 'It is not too far for you.',
    adviser: 'A longer trip, but not too far.',
    broker: 'A longer trip, but not too far.',
  },
  far: { 'young-person': 'It is a long trip for you.', adviser: 'A long trip.', broker: 'A long trip.' },
  'same-district': {
    'young-person': 'It is in your area.',
    adviser: 'In the same district.',
    broker: 'In the same district.',
  },
  'next-district': {
    'young-person': 'It is in the next area to yours.',
    adviser: 'In the next district.',
    broker: 'In the next district.',
  },
  further: {
    'young-person': 'It is some way from your area.',
    adviser: 'Some districts away.',
    broker: 'Some districts away.',
  },
  'not-known': {
    'young-person': 'We do not know yet how far this is for you.',
    adviser: 'The trip is not known.',
    broker: 'The trip is not known.',
  },
}

function easeOf({ length, home }: Trip, opening: Opening): Ease {
  if (opening.isRemote) return 'remote'
  return length === 'not-known' ? BY_AREA[tripArea(home, opening.district)] : length
}

export const easePoints = (trip: Trip, opening: Opening): number => POINTS[easeOf(trip, opening)]

/** How easy the trip would be. */
export const travelEase = factor<TravelEaseFacts>({
  id: 'travel-ease',
  name: 'The trip',
  measure(candidate, opening, context) {
    const ease = easeOf(tripOf(candidate, opening, context), opening)
    return { points: POINTS[ease], facts: { ease } }
  },
  explain: ({ facts }, reader) => WORDS[facts.ease][reader],
})
