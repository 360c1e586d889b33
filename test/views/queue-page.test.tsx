import { describe, expect, it } from 'vitest'
import type { QueueItem } from '../../db/queries/queue'
import { QueuePage } from '../../views/team/queue-page'

const TODAY = '2026-11-25'

const item = (what: string, of: Partial<QueueItem>): QueueItem => ({
  kind: 'interest',
  id: what,
  what,
  about: 'Robin',
  turn: '18+ team',
  since: '2026-11-24T09:00:00.000Z',
  dueOn: null,
  ...of,
})

const page = (items: readonly QueueItem[], turn = '18+ team') =>
  (<QueuePage items={items} kept={0} today={TODAY} turn={turn} page={1} />).toString()

/** The names of the items in the order in which they stand on the page; its link says each once more. */
const orderOn = (html: string) => [...new Set([...html.matchAll(/Interest: (\w+)/g)].map(([, what]) => what))]

describe('the queue of the team', () => {
  it('puts what is late before what is not, each in the order it came', () => {
    const html = page([
      item('promised', { dueOn: '2026-11-25', since: '2026-11-01T09:00:00.000Z' }),
      item('overdue', { dueOn: '2026-11-24' }),
      item('fiveDays', { since: '2026-11-20T09:00:00.000Z' }),
      item('sixDays', { since: '2026-11-19T09:00:00.000Z' }),
    ])
    expect(orderOn(html)).toEqual(['overdue', 'sixDays', 'promised', 'fiveDays'])
    expect(html).toContain('(2 late)')
  })

  it('says by when something was promised beside how long it has waited', () => {
    const html = page([item('overdue', { dueOn: '2026-11-24', since: '2026-11-17T09:00:00.000Z' })])
    expect(html).toContain('due Tuesday 24 November, waiting 8 days')
  })

  it('gives a champion a fortnight, and shows one turn at a time', () => {
    const items = [
      item('ours', {}),
      item('fortnight', { turn: 'champion', since: '2026-11-11T09:00:00.000Z' }),
      item('longer', { turn: 'champion', since: '2026-11-10T09:00:00.000Z' }),
    ]
    const html = page(items, 'champion')
    expect(orderOn(html)).toEqual(['longer', 'fortnight'])
    expect(html).toContain('(1 late)')
  })
})
