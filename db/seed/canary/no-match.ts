import { addDays } from '../../../src/domain/dates'
import { byKey, type Scene } from './scene'

/** Somebody of the team has looked for everybody who can be suggested, and found nothing. */
export function addNoMatches({ rows, map, canaries, today, daysAgo, told }: Scene): void {
  const broker = byKey(map.accounts, 'broker')
  for (const { key, id, consideration } of map.people) {
    if (consideration !== 'yes') continue
    rows.add('no_match', {
      care_leaver_id: id,
      version: told(`no-match:${id}`, {
        action: 'no-match.record',
        at: daysAgo(3),
        by: broker.id,
        code: 'too-far',
      }),
      code: 'too-far',
      words: canaries.sentence({ column: 'no_match.words', of: key, id }),
      recorded_on: addDays(today, -3),
      look_again_on: addDays(today, 25),
      recorded_by: broker.id,
    })
  }
}
