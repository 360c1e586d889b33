import { describe, expect, it } from 'vitest'
import { MODEL_OFFERS } from '../../../src/matching/coverage/model-offers'
import type { WhyUnmatched } from '../../../src/matching/coverage/unmatched'
import { changeText, nothingFitsText, obstacleLines, reasonText } from '../../../views/team/coverage/words'

const travel = { ruleId: 'travel', count: 79, alone: 64 }
const times = { ruleId: 'availability', count: 25, alone: 0 }
const age = { ruleId: 'age-on-start-date', count: 25, alone: 0 }

const byTravel: WhyUnmatched = { reason: 'travel', offers: 79, ofKinds: 'wanted', obstacles: [travel, times] }
const bySeveral: WhyUnmatched = { reason: 'several', offers: 25, ofKinds: 'wanted', obstacles: [age, times] }
const byRefusing: WhyUnmatched = {
  reason: 'do-not-suggest',
  offers: 0,
  ofKinds: 'not-refused',
  obstacles: [],
}
const byNoOffer: WhyUnmatched = { reason: 'no-such-offer', offers: 0, ofKinds: 'not-refused', obstacles: [] }

describe('why nothing fits somebody', () => {
  it('is the rule that alone stops most, with how many', () => {
    expect(reasonText(byTravel)).toBe('64 of 79 offers of the kinds they want are stopped by this alone')
    expect(reasonText({ ...byTravel, ofKinds: 'not-refused' })).toBe(
      '64 of 79 offers of kinds they did not refuse are stopped by this alone',
    )
    expect(reasonText({ ...byTravel, offers: 1, obstacles: [{ ...travel, count: 1, alone: 1 }] })).toBe(
      '1 of 1 offer of the kinds they want is stopped by this alone',
    )
  })

  it('says so where no rule alone stops any', () => {
    expect(reasonText(bySeveral)).toBe(
      'two or more stop each of 25 offers of the kinds they want, most often age on the start date',
    )
    expect(reasonText({ ...bySeveral, offers: 1 })).toBe(
      'two or more stop the only offer of the kinds they want, one of them age on the start date',
    )
    expect(reasonText(byRefusing)).toBe('they refused every kind')
    expect(reasonText(byNoOffer)).toBe('')
    expect(nothingFitsText(byTravel)).toBe('Nothing that leads to what they want fits.')
    expect(nothingFitsText(byRefusing)).toBe('Nothing fits.')
  })

  it('is told whole for one person, rule by rule', () => {
    expect(obstacleLines(byTravel)).toEqual([
      'Travel: 79 of 79 offers, 64 by itself',
      'Times: 25 of 79 offers',
    ])
  })
})

describe('what would help most', () => {
  const model = MODEL_OFFERS.findIndex(
    ({ kind, district }) => kind === 'training' && district === 'E07000113',
  )

  it('is an offer, with how many it is for', () => {
    expect(changeText(byTravel, { model, people: 5 })).toBe(
      'a new offer, Training in Swale, for 5 people on the list',
    )
    expect(changeText(byTravel, { model, people: 1 })).toBe('a new offer, Training in Swale')
  })

  it('is what to find out first where no offer would help', () => {
    expect(changeText(byTravel, null)).toBe('ask how far they can travel')
    // Nobody can change how old they are.
    expect(changeText(bySeveral, null)).toBe('ask when they are free')
    expect(changeText(byRefusing, null)).toBe('ask which kinds they would hear of')
    expect(changeText(byNoOffer, null)).toContain('with their adviser')
  })
})
