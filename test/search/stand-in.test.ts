import { describe, expect, it } from 'vitest'
import {
  IndexFault,
  type IndexAnswer,
  type IndexFaultReason,
  type IndexQuestion,
  type SearchIndex,
} from '../../src/search/search-index'
import { withStandIn } from '../../src/search/stand-in'

const QUESTION = {} as IndexQuestion
const answered = (total: number): IndexAnswer => ({
  ids: [],
  total,
  totalWithAllWords: total,
  counts: { kinds: {}, outcomes: {}, districts: {}, isPaid: 0, isRemote: 0 },
  unknown: [],
  isExact: true,
  isStandIn: false,
})

/** An engine that answers 1, a stand-in that answers 2, and a clock that stands still until it is moved. */
function aPair() {
  let time = 0
  let fault: IndexFaultReason | null = null
  let takes = 5
  let asked = 0
  const reasons: IndexFaultReason[] = []
  const index: SearchIndex = {
    isNeverBehind: false,
    async find() {
      asked += 1
      time += takes
      if (fault) throw new IndexFault(fault)
      return answered(1)
    },
  }
  const standIn: SearchIndex = { isNeverBehind: true, find: async () => answered(2) }
  const both = withStandIn({
    index,
    standIn,
    now: () => time,
    onFault: (reason) => void reasons.push(reason),
  })
  const find = async () => {
    const { total, isStandIn } = await both.find(QUESTION)
    expect(isStandIn).toBe(total === 2)
    return total
  }
  return {
    both,
    find,
    reasons,
    asked: () => asked,
    breaks: (reason: IndexFaultReason | null) => void (fault = reason),
    answersIn: (milliseconds: number) => void (takes = milliseconds),
    wait: (milliseconds: number) => void (time += milliseconds),
  }
}

describe('an engine with a stand-in', () => {
  it('answers while it is well', async () => {
    const { find, asked } = aPair()
    expect([await find(), await find()]).toEqual([1, 1])
    expect(asked()).toBe(2)
  })

  it('is stood in for at once, and left alone after two faults, for half a minute', async () => {
    const { find, asked, breaks, wait, both, reasons } = aPair()
    breaks('unreachable')
    expect([await find(), await find(), await find(), await find()]).toEqual([2, 2, 2, 2])
    expect(asked()).toBe(2)
    expect(both.isResting()).toBe(true)
    expect(reasons).toEqual(['unreachable', 'unreachable'])
    breaks(null)
    wait(29_000)
    expect([await find(), asked()]).toEqual([2, 2])
    wait(1_000)
    expect([await find(), await find(), asked()]).toEqual([1, 1, 4])
    expect(both.isResting()).toBe(false)
  })

  it('is left alone after one late answer: a page waits once', async () => {
    const { find, asked, breaks } = aPair()
    breaks('late')
    expect([await find(), await find(), asked()]).toEqual([2, 2, 1])
  })

  it('is left alone after two slow answers, which still count', async () => {
    const { find, asked, answersIn } = aPair()
    answersIn(151)
    expect([await find(), await find(), await find(), asked()]).toEqual([1, 1, 2, 2])
  })

  it('is tried by one after its rest, and rests again when that fails', async () => {
    const { find, asked, breaks, wait } = aPair()
    breaks('late')
    await find()
    wait(30_000)
    expect([await find(), await find(), asked()]).toEqual([2, 2, 2])
    wait(30_000)
    breaks(null)
    expect([await find(), asked()]).toEqual([1, 3])
  })

  it('forgets one fault when the next answer is well', async () => {
    const { find, asked, breaks } = aPair()
    for (const reason of ['refused', null, 'refused', null] as const) {
      breaks(reason)
      await find()
    }
    expect(asked()).toBe(4)
  })

  it('does not hide a fault of ours', async () => {
    const broken: SearchIndex = {
      isNeverBehind: false,
      find: async () => Promise.reject(new TypeError('ours')),
    }
    const both = withStandIn({ index: broken, standIn: broken, now: () => 0, onFault: () => {} })
    await expect(both.find(QUESTION)).rejects.toThrow(TypeError)
  })
})
