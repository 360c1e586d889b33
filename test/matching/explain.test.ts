import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assess } from '../../src/matching/eligibility'
import {
  bestReasons,
  explainEligibility,
  explainScore,
  whatYouWouldNeed,
  whyItCouldSuit,
} from '../../src/matching/explain'
import { FACTOR_IDS, RULE_IDS } from '../../src/domain/rule-set/rule-set'
import { FACTORS } from '../../src/matching/factors/index'
import type { Answer, Reader } from '../../src/matching/rule'
import { ALL_RULES, RULES } from '../../src/matching/rules/index'
import { scorePair } from '../../src/matching/score'
import {
  aCandidate,
  anOpening,
  anyCandidate,
  anyOpening,
  aRecord,
  context,
  mayWork,
} from '../support/matching'

const READERS: readonly Reader[] = ['young-person', 'adviser', 'broker']

/** No acronyms, no words of the office, nothing that points at a past. */
const NOT_FOR_YOUNG_PEOPLE =
  /\b(NEET|EET|UASC|PA|DBS|KCC|RTW|18\+)\b|immigration|asylum|status|visa|eligib|adviser|broker|champion|statutory|category|undefined|null/i
const A_DATE =
  /\d{4}-\d{2}-\d{2}|\d{1,2} (January|February|March|April|May|June|July|August|September|October|November|December)/

/** The same pairs each time, and enough of them to meet every finding of every rule. */
const PAIRS = fc.sample(fc.tuple(anyCandidate, anyOpening), { seed: 2026, numRuns: 1500 })

function sentencesFor(reader: Reader): Set<string> {
  const lines = PAIRS.flatMap(([candidate, opening]) => [
    ...explainEligibility(assess(candidate, opening, context), reader),
    ...explainScore(scorePair(candidate, opening, context), reader),
  ])
  return new Set(lines.map(({ sentence }) => sentence))
}

const wordsIn = (sentence: string) => sentence.split(/\s+/).length

describe('every rule and factor', () => {
  it('is on the list that the rule set goes by, in the same order', () => {
    expect(ALL_RULES.map(({ id }) => id)).toEqual(RULE_IDS)
    expect(FACTORS.map(({ id }) => id)).toEqual(FACTOR_IDS)
  })

  it('says what it asks in a plain sentence', () => {
    for (const { sentence } of RULES) expect(wordsIn(sentence)).toBeLessThanOrEqual(25)
  })

  it('gives the answers it is known for', () => {
    const given = new Map<string, Set<Answer>>()
    for (const [candidate, opening] of PAIRS) {
      for (const { ruleId, verdict } of assess(candidate, opening, context).verdicts) {
        given.set(ruleId, (given.get(ruleId) ?? new Set()).add(verdict.answer))
      }
    }
    expect(Object.fromEntries([...given].map(([id, answers]) => [id, [...answers].sort()]))).toEqual({
      consideration: ['eligible', 'not-eligible', 'not-enough-information'],
      'not-told': ['eligible', 'not-eligible'],
      'already-answered': ['eligible', 'needs-check', 'not-eligible'],
      'do-not-suggest': ['eligible', 'not-eligible'],
      definition: ['eligible', 'not-eligible'],
      'age-on-start-date': ['eligible', 'not-eligible', 'not-enough-information'],
      'right-to-work': ['eligible', 'needs-check'],
      'permission-outlasts': ['eligible', 'needs-check'],
      qualification: ['eligible', 'not-eligible', 'not-enough-information'],
      'background-check': ['eligible', 'needs-check'],
      travel: ['eligible', 'needs-check', 'not-eligible', 'not-enough-information'],
      availability: ['eligible', 'needs-check', 'not-eligible'],
    })
  })

  it('can say each of its answers to each reader in a sentence', () => {
    for (const reader of READERS) {
      expect([...sentencesFor(reader)].filter((sentence) => !/^[A-Z].*[a-z0-9]\.$/.test(sentence))).toEqual(
        [],
      )
    }
  })

  it('speaks to the young person in short and plain words', () => {
    const sentences = [...sentencesFor('young-person')]
    expect(sentences.filter((sentence) => wordsIn(sentence) >= 25)).toEqual([])
    expect(sentences.filter((sentence) => NOT_FOR_YOUNG_PEOPLE.test(sentence))).toEqual([])
  })

  it('names who can resolve whatever is neither yes nor no, and what is missing', () => {
    fc.assert(
      fc.property(anyCandidate, anyOpening, (candidate, opening) => {
        for (const { verdict } of assess(candidate, opening, context).verdicts) {
          if (verdict.answer === 'needs-check') expect(verdict.by).toBeDefined()
          if (verdict.answer === 'not-enough-information')
            expect([verdict.by, verdict.missing]).not.toContain(undefined)
        }
      }),
    )
  })
})

describe('what a broker reads', () => {
  it('holds no date of anybody', () => {
    fc.assert(
      fc.property(anyCandidate, anyOpening, (candidate, opening) => {
        const lines = explainEligibility(assess(candidate, opening, context), 'broker')
        expect(lines.map(({ sentence }) => sentence).join(' ')).not.toMatch(A_DATE)
      }),
    )
  })

  it('is the same for any two ages with the same answer', () => {
    fc.assert(
      fc.property(anyCandidate, anyCandidate, anyOpening, (candidate, other, opening) => {
        const one = explainEligibility(assess(candidate, opening, context), 'broker')
        const aged = { ...candidate, dateOfBirth: other.dateOfBirth }
        const two = explainEligibility(assess(aged, opening, context), 'broker')
        const ageLine = (lines: typeof one) => lines.find(({ ruleId }) => ruleId === 'age-on-start-date')
        if (ageLine(one)?.answer === ageLine(two)?.answer) expect(two).toEqual(one)
      }),
    )
  })

  it('is the same for a limited permission, none, one that ends too soon, and nothing on record', () => {
    const facts = [
      mayWork('limited-work'),
      mayWork('limited-work', '2026-12-01'),
      mayWork('volunteering-only', '2028-01-01'),
      mayWork('not-known'),
      mayWork('any-work', '2026-12-01'),
      aRecord({ rightToWork: null }),
    ]
    const read = facts.map((recorded) => {
      const eligibility = assess(aCandidate({ facts: recorded }), anOpening(), context)
      return explainEligibility(eligibility, 'broker')
    })
    for (const lines of read) expect(lines).toEqual(read[0])
    expect(read[0]?.[0]).toEqual({
      answer: 'needs-check',
      ruleId: 'right-to-work',
      sentence: 'Ask the adviser to check the right to work.',
      by: 'adviser',
    })
  })

  it('is one of two pictures, whatever the permission', () => {
    fc.assert(
      fc.property(anyCandidate, anyCandidate, anyCandidate, anyOpening, (candidate, two, three, opening) => {
        const pictures = [candidate, two, three].map(({ facts: { rightToWork } }) => {
          const eligibility = assess(
            { ...candidate, facts: { ...candidate.facts, rightToWork } },
            opening,
            context,
          )
          return JSON.stringify(explainEligibility(eligibility, 'broker'))
        })
        expect(new Set(pictures).size).toBeLessThanOrEqual(2)
      }),
    )
  })
})

describe('the lines', () => {
  it('put what decided first', () => {
    const lines = explainEligibility(
      assess(
        aCandidate({
          consideration: 'not-asked',
          facts: aRecord({ rightToWork: null }),
          profile: { 'not-suggest': { kinds: ['job'] } },
        }),
        anOpening(),
        context,
      ),
      'adviser',
    )
    expect(lines.slice(0, 4).map(({ answer }) => answer)).toEqual([
      'not-eligible',
      'needs-check',
      'not-enough-information',
      'eligible',
    ])
  })

  it('tell the young person what they would need, and nothing else', () => {
    const eligibility = assess(
      aCandidate({ facts: aRecord({ qualificationLevel: 1 }) }),
      anOpening({ qualificationLevel: 2 }),
      context,
    )
    expect(whatYouWouldNeed(eligibility).map(({ sentence }) => sentence)).toEqual([
      'This asks for GCSEs at grade 4 or above. We can help you work towards that.',
    ])
    expect(whatYouWouldNeed(assess(aCandidate(), anOpening(), context))).toEqual([])
  })

  it('stand for a rule that is no longer in use', () => {
    const eligibility = {
      answer: 'eligible' as const,
      verdicts: [{ ruleId: 'old', verdict: { answer: 'eligible' as const, facts: {} } }],
    }
    expect(explainEligibility(eligibility, 'adviser')[0]?.sentence).toContain('no longer in use')
  })
})

describe('the reasons', () => {
  const cook = aCandidate({
    profile: { likes: { topics: ['cooking-food'], words: '' }, goals: { goals: ['get-a-job'], words: '' } },
    waitingSince: '2026-05-01',
  })

  it('are the factors that add most', () => {
    const reasons = bestReasons(scorePair(cook, anOpening(), context), 'broker', 2)
    expect(reasons.map(({ sentence }) => sentence)).toEqual([
      'A step towards their goal: get a job.',
      'Likes cooking and food.',
    ])
  })

  it('leave out what is not known', () => {
    const unknown = aCandidate({ district: 'unknown', waitingSince: null, earlierProposals: 4 })
    expect(bestReasons(scorePair(unknown, anOpening(), context), 'broker', 3)).toEqual([])
    expect(whyItCouldSuit(scorePair(unknown, anOpening(), context))).toBe(
      'This could be something new for you.',
    )
  })

  it('give the young person one line about the offer, not about whose turn it is', () => {
    expect(whyItCouldSuit(scorePair(cook, anOpening(), context))).toBe('This can help you get a job.')
    const onlyWaiting = aCandidate({ district: 'unknown', waitingSince: '2025-01-01' })
    expect(whyItCouldSuit(scorePair(onlyWaiting, anOpening(), context))).toBe(
      'This could be something new for you.',
    )
  })
})
