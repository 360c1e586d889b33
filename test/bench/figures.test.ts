import { describe, expect, it } from 'vitest'
import { alternate, ratios } from './alternate'
import { figureOf, lineOf } from './figures'

describe('a figure', () => {
  it('is the median of its rounds, with the lowest and the highest', () => {
    expect(figureOf('page', '%', [12, 9, 30, 11, 10], { atLeast: 10 })).toEqual({
      figure: 'page',
      unit: '%',
      value: 11,
      min: 9,
      max: 30,
      goal: '>= 10',
      met: true,
    })
  })

  it('says when its goal is missed, and nothing where there is none', () => {
    expect(lineOf(figureOf('scan', '×', [3], { atMost: 2 }))).toContain('goal <= 2: not met')
    expect(lineOf(figureOf('scan', '×', [3]))).not.toContain('goal')
  })
})

describe('measuring two sides', () => {
  it('takes turns, and drops the first round', async () => {
    const turns: string[] = []
    const side = (name: string, value: number) => async () => {
      turns.push(name)
      return turns.length <= 2 ? 1000 : value
    }
    const measured = await alternate({ ours: side('ours', 1), theirs: side('theirs', 4) })
    expect(turns.slice(0, 4)).toEqual(['ours', 'theirs', 'ours', 'theirs'])
    expect(ratios(measured.ours, measured.theirs, 100)).toEqual(Array.from({ length: 15 }, () => 25))
  })
})
