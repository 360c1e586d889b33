import { type Support, SUPPORTS } from '../../domain/taxonomy'
import type { Candidate, Opening } from '../candidate'
import { countBits, maskOf } from '../decision'
import { factor } from '../rule'
import { inWords, SUPPORT_WORDS } from '../words'

type SupportFacts = { met: Support[]; fit: 'all' | 'some' | 'none' | 'none-asked' }

const NEUTRAL = 50

/** What is asked for, and what is offered, as bits of the supports. */
export const askedSupports = ({ profile }: Candidate): number =>
  maskOf(SUPPORTS, profile.support?.supports ?? [])
export const offeredSupports = ({ supports }: Opening): number => maskOf(SUPPORTS, supports)

/** By how many are asked for, and of these how many are offered. */
const SIZES = SUPPORTS.length + 1
const POINTS = Uint8Array.from({ length: SIZES * SIZES }, (_, at) => {
  const asked = Math.floor(at / SIZES)
  return asked === 0 ? NEUTRAL : NEUTRAL + Math.round((NEUTRAL * (at % SIZES)) / asked)
})

export function supportPoints(asked: number, offered: number): number {
  if (asked === 0) return NEUTRAL
  return POINTS[countBits(asked) * SIZES + countBits(asked & offered)] as number
}

/**
 * How much of the support asked for the offer already has. It starts at the neutral value and only goes up: asking
 * for support often goes with a disability, so it must never put anybody behind those who asked for none.
 */
export const supportFit = factor<SupportFacts>({
  id: 'support-fit',
  name: 'Support',
  measure(candidate, opening) {
    const asked = candidate.profile.support?.supports ?? []
    const points = supportPoints(askedSupports(candidate), offeredSupports(opening))
    if (asked.length === 0) return { points, facts: { met: [], fit: 'none-asked' } }
    const met = asked.filter((support) => opening.supports.includes(support))
    return {
      points,
      facts: { met, fit: met.length === asked.length ? 'all' : met.length > 0 ? 'some' : 'none' },
    }
  },
  explain({ facts }, reader) {
    if (reader === 'young-person') {
      if (facts.fit === 'none-asked') return 'You can ask for support at any time.'
      if (facts.fit === 'none') return 'We will ask them about the support you want.'
      return `They offer ${inWords(facts.met.slice(0, 2).map((support) => SUPPORT_WORDS[support]))}.`
    }
    if (facts.fit === 'none-asked') return 'No support was asked for.'
    if (facts.fit === 'none') return 'The support asked for is not on the offer: ask the champion.'
    if (reader === 'broker')
      return facts.fit === 'all' ? 'Offers the support asked for.' : 'Offers some of the support asked for.'
    return `Offers support they asked for: ${inWords(facts.met.map((support) => SUPPORT_WORDS[support]))}.`
  },
})
