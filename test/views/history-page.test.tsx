import { describe, expect, it } from 'vitest'
import type { HistoryRow } from '../../db/queries/audit'
import { HistoryPage } from '../../views/shared/history-page'

const row = (of: Partial<HistoryRow>): HistoryRow => ({
  at: '2026-11-24T09:00:00.000Z',
  action: 'match.start',
  actorId: 'robin',
  actorRole: 'broker',
  actorName: 'Robin',
  fromState: null,
  toState: null,
  code: null,
  words: null,
  version: 1,
  ...of,
})

const page = (of: Partial<HistoryRow>) =>
  (<HistoryPage title="Gardener" rows={[row(of)]} back="/team" actorId="alex" />).toString()

describe('everything that has happened', () => {
  it('names a state only where what was done does not say it', () => {
    expect(page({ action: 'match.start', toState: 'started' })).not.toContain('Started: started')
    expect(page({ action: 'interest.answer', toState: 'declined' })).toContain('Interest answered: declined')
  })

  it('says why below what', () => {
    expect(page({ words: 'The van is mended' })).toMatch(/Started<div[^>]*>The van is mended/)
  })
})
