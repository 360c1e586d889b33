import { describe, expect, it } from 'vitest'
import type { MentorId } from '../../src/domain/ids'
import type { Mentor } from '../../src/domain/mentor'
import { languages } from '../../src/matching/rules/languages'
import { shortlistMentors } from '../../src/matching/shortlist'
import { toMentorOpening } from '../../src/matching/mentor-opening'
import { aMentor } from '../support/mentors'
import { aCandidate, anOpening, context } from '../support/matching'

const mentorOf = (id: string, overrides: Partial<Mentor> = {}): Mentor => ({
  ...aMentor({ district: 'E07000106', weekTimes: ['weekends', 'weekday-evenings'] }),
  id: id as MentorId,
  stage: 'approved',
  stageSince: '2026-11-01T10:00:00.000Z',
  pausedFrom: null,
  peopleMatched: 0,
  peopleMet: 0,
  timeEndedAt: null,
  references: 2,
  dbsRenewOn: '2029-06-01',
  version: 1,
  ...overrides,
})

const cook = aCandidate({
  consideration: 'not-asked',
  languagesAsked: ['arabic', 'english'],
  profile: { likes: { topics: ['cooking-food'], words: '' }, 'free-times': { times: ['weekends'] } },
})

describe('mentors for somebody who asked', () => {
  it('are ranked by the rules and factors of offers, whoever shares most first', () => {
    const others = mentorOf('b', { topics: ['science'] })
    const list = shortlistMentors(cook, [others, mentorOf('a')], context)
    expect(list.rows.map(({ id, eligibility }) => [id, eligibility.answer])).toEqual([
      ['a', 'eligible'],
      ['b', 'eligible'],
    ])
    expect(list.rows[0]?.score.total).toBeGreaterThan(list.rows[1]?.score.total ?? 100)
  })

  it('leave out whoever speaks none of the languages, counted under that rule', () => {
    const list = shortlistMentors(cook, [mentorOf('a', { languages: ['polish'] })], context)
    expect(list.rows).toEqual([])
    expect(list.leftOut).toEqual([{ ruleId: 'languages', count: 1 }])
  })

  it('need one time in common, and a check when they were said no to before', () => {
    const never = mentorOf('a', { weekTimes: ['weekday-days'] })
    expect(shortlistMentors(cook, [never], context).leftOut).toEqual([{ ruleId: 'availability', count: 1 }])
    const history = [{ opportunityId: 'a' as never, state: 'declined' as const }]
    const [row] = shortlistMentors({ ...cook, history }, [mentorOf('a')], context).rows
    expect(row?.eligibility.answer).toBe('needs-check')
  })

  it('are the same whatever order they come in', () => {
    const list = ['c', 'a', 'b'].map((id) => mentorOf(id))
    const forwards = shortlistMentors(cook, list, context)
    expect(shortlistMentors(cook, list.toReversed(), context)).toEqual(forwards)
  })
})

describe('languages asked for', () => {
  const opening = toMentorOpening(mentorOf('a', { languages: ['arabic'] }), cook)
  it.each([
    [['arabic', 'english'], opening, 'eligible', 'You both speak Arabic.'],
    [[], opening, 'eligible', 'You did not ask for a language.'],
    [['dari'], opening, 'not-eligible', 'They do not speak a language you asked for.'],
    [
      ['dari'],
      { ...opening, languages: [] },
      'not-enough-information',
      'We will ask which languages they speak.',
    ],
  ] as const)('%s', (asked, { languages: spoken = [], ...of }, answer, sentence) => {
    const verdict = languages.check(
      { ...cook, languagesAsked: [...asked] },
      { ...of, languages: [...spoken] },
      context,
    )
    expect(verdict.answer).toBe(answer)
    expect(languages.explain(verdict, 'young-person')).toBe(sentence)
  })

  it('say nothing of an offer when nothing was asked for', () => {
    expect(languages.check(aCandidate(), anOpening(), context).answer).toBe('eligible')
  })
})
