import type { MentorRequestId } from '../../../src/domain/ids'
import { MENTOR_KINDS } from '../../../src/domain/mentor'
import { MENTOR_HELP } from '../../../src/domain/mentor-request'
import type { Person } from './people'
import type { World } from './world'

const REQUESTS = 8

/** A few young people who wait for a mentor or befriender, for up to three weeks. */
export function addMentorRequests(world: World, people: readonly Person[]): void {
  const { chance, calendar, rows, history } = world
  const asking = chance.some(
    people.filter(({ account, isShowcase }) => account?.activeSince && !isShowcase),
    REQUESTS,
  )
  for (const [index, person] of asking.entries()) {
    const id = chance.id() as MentorRequestId
    const at = calendar.moment(1 + index * 2)
    rows.add('mentor_request', {
      id,
      care_leaver_id: person.id,
      kind: MENTOR_KINDS[index % 2] ?? 'mentor',
      languages: JSON.stringify(index % 3 === 0 ? ['english'] : []),
      help: JSON.stringify(chance.some(MENTOR_HELP, chance.between(1, 3))),
      state: 'open',
      state_since: at,
      version: history.record(`mentor-request:${id}`, [
        { at, by: person.account?.id ?? 'system', action: 'mentor-request.ask', to: 'open' },
      ]),
      created_at: at,
    })
  }
}
