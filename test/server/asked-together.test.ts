import { describe, expect, it } from 'vitest'
import { askedTogether } from '../../src/asked-together'

describe('what is asked together', () => {
  it('is asked once for all who asked before, and again for whoever asks after that', async () => {
    let truth = 'before'
    let asked = 0
    const ask = askedTogether(async () => {
      asked += 1
      return truth
    })
    const early = [ask(), ask()]
    truth = 'changed meanwhile'
    expect(await Promise.all(early)).toEqual(['changed meanwhile', 'changed meanwhile'])
    truth = 'changed again'
    expect([await ask(), asked]).toEqual(['changed again', 2])
  })

  it('is not joined once the question is put, though its answer is still to come', async () => {
    const answers: ((answer: string) => void)[] = []
    const ask = askedTogether(() => new Promise<string>((resolve) => answers.push(resolve)))
    const turn = () => new Promise((resolve) => setImmediate(resolve))
    const first = ask()
    await turn()
    const second = ask()
    await turn()
    expect(answers).toHaveLength(2)
    answers[0]?.('old')
    answers[1]?.('new')
    expect([await first, await second]).toEqual(['old', 'new'])
  })

  it('fails for all, and not for whoever asks next', async () => {
    let fault: Error | undefined = new Error('locked')
    const ask = askedTogether(async () => {
      if (fault) throw fault
      return 'well'
    })
    const [one, other] = await Promise.allSettled([ask(), ask()])
    expect([one.status, other.status]).toEqual(['rejected', 'rejected'])
    fault = undefined
    expect(await ask()).toBe('well')
  })
})
