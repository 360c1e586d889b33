import type { Support } from '../../domain/taxonomy'
import { factor } from '../rule'
import { inWords, SUPPORT_WORDS } from '../words'

type SupportFacts = { met: Support[]; fit: 'all' | 'some' | 'none' | 'none-asked' }

const NEUTRAL = 50

/**
 * How much of the support asked for the offer already has. It starts at the neutral value and only goes up: asking
 * for support often goes with a disability, so it must never put anybody behind those who asked for none.
 */
export const supportFit = factor<SupportFacts>({
  id: 'support-fit',
  name: 'Support',
  measure(candidate, opening) {
    const asked = candidate.profile.support?.supports ?? []
    if (asked.length === 0) return { points: NEUTRAL, facts: { met: [], fit: 'none-asked' } }
    const met = asked.filter((support) => opening.supports.includes(support))
    const points = NEUTRAL + Math.round((NEUTRAL * met.length) / asked.length)
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
