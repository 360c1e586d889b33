import { type Topic, TOPICS } from '../../domain/taxonomy'
import type { Candidate, Opening } from '../candidate'
import { anyBit, countBits, maskOf } from '../decision'
import { factor } from '../rule'
import { inWords, TOPIC_WORDS } from '../words'

type InterestFacts = { known: 'both' | 'not-said' | 'no-topics'; shared: Topic[] }

/** Points by the number of things in common. An offer that is all about what somebody likes has the whole. */
const POINTS_BY_SHARED = [0, 70, 90] as const
const NEUTRAL = 50
const WHOLE = 100

/** Points by how many topics are shared, twice over: when others of the offer are not shared, and when none is left. */
const POINTS = Uint8Array.from({ length: 2 * (TOPICS.length + 1) }, (_, at) =>
  at > TOPICS.length ? WHOLE : (POINTS_BY_SHARED[at] ?? WHOLE),
)

/** What somebody likes, and what an opening is about, as bits of the topics. */
export const likedTopics = ({ profile }: Candidate): number => maskOf(TOPICS, profile.likes?.topics ?? [])
export const openingTopics = ({ topics }: Opening): number => maskOf(TOPICS, topics)

export function interestPoints(liked: number, topics: number): number {
  if (liked === 0 || topics === 0) return NEUTRAL
  const shared = liked & topics
  const isAllShared = 1 - anyBit(topics & ~liked)
  return POINTS[countBits(shared) + isAllShared * (TOPICS.length + 1)] as number
}

/** How much of what the offer is about the person said they like. Not having said counts neither way. */
export const interests = factor<InterestFacts>({
  id: 'interests',
  name: 'What they like',
  measure(candidate, opening) {
    const liked = candidate.profile.likes?.topics ?? []
    const points = interestPoints(likedTopics(candidate), openingTopics(opening))
    if (opening.topics.length === 0) return { points, facts: { known: 'no-topics', shared: [] } }
    if (liked.length === 0) return { points, facts: { known: 'not-said', shared: [] } }
    const shared = opening.topics.filter((topic) => liked.includes(topic))
    return { points, facts: { known: 'both', shared } }
  },
  explain({ facts }, reader) {
    const isTheirs = reader === 'young-person'
    const topics = inWords(facts.shared.slice(0, 2).map((topic) => TOPIC_WORDS[topic]))
    if (facts.shared.length > 0) return isTheirs ? `You like ${topics}.` : `Likes ${topics}.`
    if (facts.known === 'no-topics')
      return isTheirs ? 'This could suit many people.' : 'The offer names no topics.'
    if (facts.known === 'not-said')
      return isTheirs ? 'You have not told us yet what you like.' : 'Has not said what they like.'
    return isTheirs ? 'This could be something new for you.' : 'Not among the things they said they like.'
  },
})
