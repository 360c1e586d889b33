import { addDays } from '../../../src/domain/dates'
import type { AskedFor, AskState } from '../../../src/domain/champion-ask'
import type { ChampionAskId } from '../../../src/domain/ids'
import { byKey, type Scene } from './scene'

type Cast = {
  key: string
  organisation: string
  asked: AskedFor
  state: Extract<AskState, 'open' | 'cannot' | 'posted'>
}

const DISTRICT = 'E07000106'

const ASKS: readonly Cast[] = [
  {
    key: 'of-champion',
    organisation: 'highways',
    asked: { kind: 'training', outcome: null, district: DISTRICT },
    state: 'open',
  },
  {
    key: 'of-champion-too',
    organisation: 'highways',
    asked: { kind: null, outcome: 'finance', district: null },
    state: 'open',
  },
  {
    key: 'of-stranger',
    organisation: 'libraries',
    asked: { kind: 'mentoring', outcome: null, district: DISTRICT },
    state: 'open',
  },
  {
    key: 'of-partner',
    organisation: 'harbour',
    asked: { kind: 'event', outcome: null, district: DISTRICT },
    state: 'open',
  },
  {
    key: 'refused',
    organisation: 'highways',
    asked: { kind: 'discount', outcome: null, district: DISTRICT },
    state: 'cannot',
  },
  {
    key: 'met',
    organisation: 'highways',
    asked: { kind: 'job', outcome: null, district: DISTRICT },
    state: 'posted',
  },
]

const ENDED_BY = { cannot: ['champion', 'ask.decline'], posted: ['broker', 'ask.settle'] } as const

/** What the team asked of departments and partners, some of it answered. */
export function addAsks({ rows, map, chance, canaries, today, daysAgo, told }: Scene): void {
  for (const { key, organisation, asked, state } of ASKS) {
    const id = chance.id() as ChampionAskId
    const by = byKey(map.accounts, 'broker').id
    const sent = { action: 'ask.send', at: daysAgo(20), by, to: 'open' }
    const [who, action] = state === 'open' ? [] : ENDED_BY[state]
    const ended = who && { action, at: daysAgo(2), by: byKey(map.accounts, who).id, from: 'open', to: state }
    rows.add('champion_ask', {
      ...asked,
      id,
      organisation_id: byKey(map.organisations, organisation).id,
      words: canaries.sentence({ column: 'champion_ask.words', of: key, id, room: 1000 }),
      state,
      cannot_code: state === 'cannot' ? 'other' : null,
      cannot_words:
        state === 'cannot'
          ? canaries.sentence({ column: 'champion_ask.cannot_words', of: key, id, room: 300 })
          : '',
      opportunity_id: state === 'posted' ? byKey(map.offers, 'published').id : null,
      asked_by: by,
      asked_at: daysAgo(20),
      asked_on: addDays(today, -20),
      lapses_on: addDays(today, 36),
      ended_at: ended ? ended.at : null,
      version: told(`ask:${id}`, sent, ...(ended ? [ended] : [])),
    })
    map.asks.push({ key, id, organisation, isOpen: state === 'open' })
  }
}
