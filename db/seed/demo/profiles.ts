import {
  PROFILE_QUESTIONS,
  type Profile,
  type ProfileQuestion,
  TRAVEL_KM,
} from '../../../src/domain/care-leaver'
import { OPPORTUNITY_KINDS } from '../../../src/domain/opportunity'
import { GOALS, type HomeDistrict, SUPPORTS, TOPICS, WEEK_TIMES } from '../../../src/domain/taxonomy'
import { helperOf, type Person } from './people'
import type { Staff } from './staff'
import { GOAL_WORDS, LIKE_WORDS, SUPPORT_WORDS } from './words'
import type { World } from './world'

const PROFILED = 0.7

const DISTANCES = [...TRAVEL_KM, 8, 16, null] as const

/** What somebody told the service: seven in ten said something, and nobody said everything. */
export function drawProfile(world: World, district: HomeDistrict): Profile {
  const { chance } = world
  if (!chance.happens(PROFILED)) return {}
  const profile: Profile = {}
  if (chance.happens(0.92))
    profile.likes = { topics: chance.some(TOPICS, chance.between(1, 5)), words: maybe(world, LIKE_WORDS) }
  if (chance.happens(0.85))
    profile.goals = { goals: chance.some(GOALS, chance.between(1, 3)), words: maybe(world, GOAL_WORDS) }
  if (chance.happens(0.7)) profile.travel = drawTravel(world, district)
  if (chance.happens(0.65)) profile['free-times'] = { times: chance.some(WEEK_TIMES, chance.between(1, 3)) }
  if (chance.happens(0.45)) {
    profile.support = {
      supports: chance.some(SUPPORTS, chance.between(1, 3)),
      words: maybe(world, SUPPORT_WORDS),
    }
  }
  if (chance.happens(0.12))
    profile['not-suggest'] = { kinds: chance.some(OPPORTUNITY_KINDS, chance.between(1, 2)) }
  return profile
}

function maybe({ chance }: World, sentences: readonly string[]): string {
  return chance.happens(0.3) ? chance.pick(sentences) : ''
}

/** A few chose to keep the square they start from: the middle of a town in their district. */
function drawTravel({ chance, towns }: World, district: HomeDistrict): Profile['travel'] & object {
  const near = [...towns.values()].filter((town) => town.district === district)
  const town = near.length > 0 && chance.happens(0.15) ? chance.pick(near) : undefined
  return {
    distanceKmMax: chance.pick(DISTANCES),
    cellEast: town?.cellEast ?? null,
    cellNorth: town?.cellNorth ?? null,
  }
}

/** One row for each answer, by the person or by their adviser with their words. */
export function addProfileRows(world: World, staff: Staff, people: readonly Person[]): void {
  for (const person of people) {
    const own = person.account?.activeSince ? person.account.id : null
    const by = own ?? helperOf(world, staff, person)
    for (const question of PROFILE_QUESTIONS) {
      const answer = person.profile[question]
      if (!answer) continue
      world.rows.add('profile_answer', {
        care_leaver_id: person.id,
        question,
        answer: JSON.stringify(answer),
        answered_at: world.calendar.moment(world.chance.between(0, 200)),
        answered_by: by,
        their_words: own ? '' : wordsOf(question),
      })
    }
  }
}

/** What an adviser notes when they type for somebody. */
function wordsOf(question: ProfileQuestion): string {
  return question === 'travel' || question === 'free-times'
    ? 'Told me on the phone.'
    : 'We went through this together.'
}
