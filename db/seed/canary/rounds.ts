import type { OpportunityId, RoundId, SuggestionId } from '../../../src/domain/ids'
import { ALLOCATION_RULES, toRound } from '../../../src/matching/allocate/round'
import { BANDS_VERSION } from '../../../src/matching/cohort/bands'
import { placeUnder } from '../../../src/matching/cohort/place-cohort'
import { toParts } from '../../../src/matching/cohort/stored-round'
import { RULES_VERSION } from '../../../src/matching/rules/version'
import { WEIGHTS_VERSION } from '../../../src/matching/weights'
import { byKey, type Scene } from './scene'

/** A round that is being worked through: everybody but the last of its people is suggested for a place. */
const PEOPLE = ['first', 'stranger', 'other'] as const
const OFFERS = ['edited', 'colleagues'] as const

export function addRounds({ rows, map, chance, canaries, today, daysAgo, told }: Scene): void {
  const id = chance.id() as RoundId
  const offers = OFFERS.map((key) => byKey(map.offers, key)).sort((one, other) =>
    one.id < other.id ? -1 : 1,
  )
  const round = toRound(
    {
      person: Int32Array.from([0, 0, 1, 1, 2]),
      opportunity: Int32Array.from([0, 1, 0, 1, 0]),
      fit: Int32Array.from([700, 600, 650, 400, 300]),
      rank: Int32Array.from([2, 1, 0, 0, 0]),
    },
    { places: Int32Array.from([1, 1]), bands: Int32Array.from([1, 1, 2]) },
  )
  const broker = byKey(map.accounts, 'broker')
  const subject = `round:${id}`
  rows.add('round', {
    id,
    state: 'chosen',
    opened_by: broker.id,
    day: today,
    districts: '[]',
    wait_weeks_min: 0,
    takes_unclear: 0,
    seed: chance.id(),
    progress: 100,
    bands_version: BANDS_VERSION,
    rules_version: RULES_VERSION,
    weights_version: WEIGHTS_VERSION,
    computed_at: daysAgo(1),
    rule: 'band-by-band',
    rule_reason: canaries.sentence({ column: 'round.rule_reason', of: 'round', id }),
    created_at: daysAgo(1),
    version: told(
      subject,
      { action: 'round.open', at: daysAgo(1), by: broker.id, to: 'opened' },
      { action: 'round.compute', at: daysAgo(1), by: broker.id, from: 'opened', to: 'computed' },
      { action: 'round.choose', at: daysAgo(1), by: broker.id, from: 'computed', to: 'chosen' },
    ),
  })
  offers.forEach((offer, number) => {
    rows.add('round_opportunity', {
      round_id: id,
      number,
      opportunity_id: offer.id as OpportunityId,
      places: round.places[number] as number,
    })
  })
  PEOPLE.forEach((key, number) => {
    rows.add('round_person', {
      round_id: id,
      number,
      reference: chance.id(),
      care_leaver_id: byKey(map.people, key).id,
      band: round.bands[number] as number,
    })
  })
  toParts(round).forEach((pairs, part) => rows.add('round_pairs', { round_id: id, part, pairs }))
  map.rounds.push({ key: 'round', id })
  for (const rule of ALLOCATION_RULES) {
    const { placements, report } = placeUnder(round, rule)
    const groups = { 'statutory-category': [], 'age-band': [], district: [], eet: [] }
    rows.add('round_result', {
      round_id: id,
      rule,
      placements: JSON.stringify(placements),
      report: JSON.stringify({ ...report, groups, changes: 0 }),
    })
    if (rule !== 'band-by-band') continue
    placements.forEach((opportunity, person) => {
      if (opportunity === -1) return
      const suggestion = chance.id() as SuggestionId
      map.suggestions.push({ key: `of ${PEOPLE[person]}`, id: suggestion, person: PEOPLE[person] as string })
      rows.add('round_suggestion', {
        id: suggestion,
        round_id: id,
        person,
        opportunity,
        state: 'waiting',
        match_id: null,
        version: 1,
      })
    })
  }
}
