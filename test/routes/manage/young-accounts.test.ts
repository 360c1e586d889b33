import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../support/database'
import { givenSignedIn, givenYoungPerson } from '../../support/givens'
import { createWorld } from '../../support/world'

describe('a young person’s account', () => {
  it.each(['suspend', 'reinstate', 'reassign'])(
    'does not exist for a manager who tries to %s it',
    async (verb) => {
      const world = createWorld(testDatabase())
      const manager = await givenSignedIn(world, 'manager')
      const { account, get } = await givenYoungPerson(world)
      const colleague = await givenYoungPerson(world)
      const fields = { reason: 'By mistake', to: colleague.account.id }
      expect((await manager.post(`/manage/accounts/${account.id}/${verb}`, fields)).status).toBe(404)
      expect((await get('/my')).status).toBe(200)
    },
  )
})
