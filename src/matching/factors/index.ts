import type { Factor } from '../rule'
import { covenantOutcome } from './covenant-outcome'
import { earlierOffers } from './earlier-offers'
import { goals } from './goals'
import { interests } from './interests'
import { supportFit } from './support-fit'
import { travelEase } from './travel-ease'
import { waitingTime } from './waiting-time'

/** Every soft factor, in the order in which they are read. */
export const FACTORS: readonly Factor[] = [
  interests,
  goals,
  covenantOutcome,
  travelEase,
  supportFit,
  waitingTime,
  earlierOffers,
]
