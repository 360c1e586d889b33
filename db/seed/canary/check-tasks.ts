import type { CheckTurn } from '../../../src/domain/check-task'
import type { CareLeaverId, CheckTaskId, OpportunityId } from '../../../src/domain/ids'
import { byKey, type Scene } from './scene'

const CHECKS = [
  { key: 'of-adviser', person: 'first', turn: 'adviser', isOpen: true },
  { key: 'of-person', person: 'first', turn: 'young-person', isOpen: true },
  { key: 'of-team', person: 'stranger', turn: 'team', isOpen: true },
  { key: 'answered', person: 'first', turn: 'adviser', isOpen: false },
  { key: 'of-champion', person: null, turn: 'champion', isOpen: true },
] as const satisfies readonly { key: string; person: string | null; turn: CheckTurn; isOpen: boolean }[]

const RULES = {
  adviser: 'right-to-work',
  'young-person': 'travel',
  team: 'travel',
  champion: 'age-on-start-date',
}

/** What was asked of everybody who can be asked, and an answer with words of its own. */
export function addCheckTasks({ rows, map, chance, canaries, daysAgo }: Scene): void {
  const broker = byKey(map.accounts, 'broker')
  const offer = byKey(map.offers, 'published')
  for (const { key, person, turn, isOpen } of CHECKS) {
    const id = chance.id() as CheckTaskId
    rows.add('check_task', {
      id,
      care_leaver_id: person === null ? null : (byKey(map.people, person).id as CareLeaverId),
      opportunity_id: offer.id as OpportunityId,
      rule: RULES[turn],
      turn,
      state: isOpen ? 'open' : 'answered',
      words:
        isOpen || person === null ? '' : canaries.sentence({ column: 'check_task.words', of: person, id }),
      asked_by: broker.id,
      asked_at: daysAgo(2),
      answered_by: isOpen ? null : broker.id,
      answered_at: isOpen ? null : daysAgo(1),
    })
    map.checks.push({ key, id, person, offer: offer.key, turn, isOpen })
  }
}
