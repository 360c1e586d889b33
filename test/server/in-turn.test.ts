import { describe, expect, it } from 'vitest'
import { inTurn } from '../../src/in-turn'
import type { LogLine } from '../../src/log'

describe('what the timer does', () => {
  it('goes on with the next when one fails, and tells of it without its words', async () => {
    const done: string[] = []
    const lines: LogLine[] = []
    await inTurn((line) => lines.push(line), 'scheduled.fault', [
      () => Promise.reject(new Error('Jo Bloggs')),
      async () => done.push('drained'),
      async () => done.push('kept'),
    ])
    expect(done).toEqual(['drained', 'kept'])
    expect(lines).toMatchObject([{ level: 'error', event: 'scheduled.fault' }])
    expect(JSON.stringify(lines)).not.toContain('Bloggs')
  })
})
