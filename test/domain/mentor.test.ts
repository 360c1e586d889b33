import { describe, expect, it } from 'vitest'
import {
  MENTOR_ACTIONS,
  MENTOR_STAGES,
  mayMatch,
  mayRenew,
  nextMentorStage,
  nextStep,
} from '../../src/domain/mentor'

const standing = { stage: 'applied', pausedFrom: null, peopleMatched: 0, references: 0 } as const

describe('the record of a mentor', () => {
  it('reaches approved by one way alone, which passes every step', () => {
    const way: string[] = []
    let at: Parameters<typeof nextStep>[0] = standing
    for (let count = 0; count < 20 && at.stage !== 'approved'; count += 1) {
      const action = nextStep(at)
      if (!action) break
      way.push(action)
      const stage = nextMentorStage(at, action)
      if (stage) at = { ...at, stage, references: at.references + Number(action === 'take-reference') }
    }
    expect(way).toEqual([
      'check-identity',
      'interview',
      'take-reference',
      'take-reference',
      'request-dbs',
      'clear-dbs',
      'train',
      'approve',
    ])
    const ways = MENTOR_STAGES.filter((stage) => nextMentorStage({ ...standing, stage }, 'approve'))
    expect(ways).toEqual(['trained'])
  })

  it('goes back after a pause to where it was, or waits for somebody again', () => {
    const paused = { ...standing, stage: 'paused', pausedFrom: 'supervised' } as const
    expect(nextMentorStage({ ...paused, peopleMatched: 1 }, 'resume')).toBe('supervised')
    expect(nextMentorStage(paused, 'resume')).toBe('approved')
  })

  it('renews a check from wherever it counts, and never as what somebody waits for', () => {
    const checked = { ...standing, dbsRenewOn: '2027-01-15' }
    const ways = MENTOR_STAGES.filter((stage) => mayRenew({ ...checked, stage }, '2027-01-14'))
    expect(ways).toEqual(['trained', 'approved', 'matched', 'supervised', 'paused'])
    expect(mayRenew({ ...checked, stage: 'approved' }, '2027-01-15')).toBe(false)
    expect(MENTOR_STAGES.filter((stage) => nextStep({ ...standing, stage }) === 'renew-dbs')).toEqual([])
  })

  it('ends once, and nothing follows', () => {
    const ended = { ...standing, stage: 'ended' } as const
    expect(MENTOR_ACTIONS.filter((action) => nextMentorStage(ended, action))).toEqual([])
    expect(MENTOR_STAGES.filter(mayMatch)).toEqual(['approved', 'matched', 'supervised'])
  })
})
