import type { OpportunityId, RoundId, SuggestionId } from '../../../src/domain/ids'
import { FIRST_RULE_SET } from '../../../src/domain/rule-set/first-rule-set'
import { ALLOCATION_RULES, toRound } from '../../../src/matching/allocate/round'
import { BANDS_VERSION } from '../../../src/matching/cohort/bands'
import { placeUnder } from '../../../src/matching/cohort/place-cohort'
import { toParts } from '../../../src/matching/cohort/stored-round'
import { byKey, type Scene } from './scene'

const PEOPLE = ['first', 'stranger', 'other'] as const
/** Neither has a match with any of them, so that either place can be proposed to whoever the lot gives it. */
const OFFERS = ['edited', 'other-partners-only'] as const

/** One round that is being worked through, everybody but its last suggested for a place, and one to choose a rule for. */
export function addRounds(scene: Scene): void {
  addRound(scene, 'round')
  addRound(scene, 'compared')
}

function addRound(scene: Scene, key: 'round' | 'compared'): void {
  const { rows, map, chance, canaries, today, daysAgo, told } = scene
  const isChosen = key === 'round'
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
    state: isChosen ? 'chosen' : 'computed',
    opened_by: broker.id,
    day: today,
    districts: '[]',
    wait_weeks_min: 0,
    takes_unclear: 0,
    seed: chance.id(),
    progress: 100,
    bands_version: BANDS_VERSION,
    rules_version: FIRST_RULE_SET.version,
    weights_version: FIRST_RULE_SET.version,
    computed_at: daysAgo(1),
    rule: isChosen ? 'band-by-band' : null,
    rule_reason: isChosen ? canaries.sentence({ column: 'round.rule_reason', of: key, id }) : '',
    created_at: daysAgo(1),
    version: told(
      subject,
      { action: 'round.open', at: daysAgo(1), by: broker.id, to: 'opened' },
      { action: 'round.compute', at: daysAgo(1), by: broker.id, from: 'opened', to: 'computed' },
      ...(isChosen
        ? [{ action: 'round.choose', at: daysAgo(1), by: broker.id, from: 'computed', to: 'chosen' }]
        : []),
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
  PEOPLE.forEach((person, number) => {
    rows.add('round_person', {
      round_id: id,
      number,
      reference: chance.id(),
      care_leaver_id: byKey(map.people, person).id,
      band: round.bands[number] as number,
    })
  })
  toParts(round).forEach((pairs, part) => rows.add('round_pairs', { round_id: id, part, pairs }))
  map.rounds.push({ key, id })
  for (const rule of ALLOCATION_RULES) {
    const { placements, report } = placeUnder(round, rule)
    const groups = { 'statutory-category': [], 'age-band': [], district: [], eet: [] }
    rows.add('round_result', {
      round_id: id,
      rule,
      placements: JSON.stringify(placements),
      report: JSON.stringify({ ...report, groups, changes: 0 }),
    })
    if (!isChosen || rule !== 'band-by-band') continue
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
