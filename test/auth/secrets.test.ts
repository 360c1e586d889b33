import { describe, expect, it } from 'vitest'
import { rememberOpened } from '../../src/auth/remember-opened'
import { createSecrets, randomId } from '../../src/auth/secrets'

describe('an id', () => {
  it('is 128 bits in hexadecimal, and never drawn twice', () => {
    const ids = Array.from({ length: 1_000 }, randomId)
    expect(ids.filter((id) => !/^[0-9a-f]{32}$/.test(id))).toEqual([])
    expect(new Set(ids).size).toBe(1_000)
  })
})

describe('secrets that remember what they opened', () => {
  function aMemory() {
    const inner = createSecrets(['a key of this test only, long enough'])
    let [time, opened] = [Date.parse('2026-11-23T10:00:00Z'), 0]
    const counting = {
      ...inner,
      open: (sealed: string) => {
        opened += 1
        return inner.open(sealed)
      },
    }
    const secrets = rememberOpened(counting, () => new Date(time))
    return { secrets, opened: () => opened, wait: (milliseconds: number) => (time += milliseconds) }
  }

  it('open a text once, and anew when it was sealed anew', async () => {
    const { secrets, opened } = aMemory()
    const sealed = await secrets.seal('any work')
    expect([await secrets.open(sealed), await secrets.open(sealed), opened()]).toEqual([
      'any work',
      'any work',
      1,
    ])
    expect([await secrets.open(await secrets.seal('any work')), opened()]).toEqual(['any work', 2])
  })

  it('forget all of it after ten minutes', async () => {
    const { secrets, opened, wait } = aMemory()
    const sealed = await secrets.seal('any work')
    await secrets.open(sealed)
    wait(599_999)
    await secrets.open(sealed)
    expect(opened()).toBe(1)
    wait(1)
    await secrets.open(sealed)
    expect(opened()).toBe(2)
  })

  it('refuse each time what was not sealed by this service', async () => {
    const { secrets, opened } = aMemory()
    const foreign = await createSecrets(['another key that this service has not']).seal('any work')
    for (let time = 0; time < 2; time += 1)
      await expect(secrets.open(foreign)).rejects.toThrow('Sealed with a key')
    expect(opened()).toBe(2)
  })
})
