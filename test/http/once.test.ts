import { describe, expect, it } from 'vitest'
import { randomId } from '../../src/auth/secrets'
import { testDatabase } from '../support/database'
import { givenSignedIn, givenYoungPerson } from '../support/givens'
import { createWorld } from '../support/world'

/** A database whose commits wait for each other, so that nobody can have read what another wrote. */
function meetingDatabase() {
  const db = testDatabase()
  let [expected, arrived] = [1, 0]
  let open = () => {}
  let all = Promise.resolve()
  return {
    query: db.query,
    async commit(statements: Parameters<typeof db.commit>[0]) {
      arrived += 1
      if (arrived >= expected) open()
      await all
      return db.commit(statements)
    },
    /** Lets no commit through until so many have arrived. */
    meet(count: number) {
      ;[expected, arrived] = [count, 0]
      all = new Promise((resolve) => {
        open = resolve
      })
    },
  }
}

describe('a form sent four times at the same moment', () => {
  it.each([
    ['/manage/organisations', { name: 'Harbour Trust', kind: 'charity' }],
    ['/manage/accounts/invite', { role: 'broker', name: 'Alex Field', email: 'alex@kent.gov.uk' }],
  ])('gets one answer, though the first to arrive uses up the name: %s', async (path, fields) => {
    const db = meetingDatabase()
    const manager = await givenSignedIn(createWorld(db), 'manager')
    const key = randomId()
    db.meet(4)
    const answers = await Promise.all(Array.from({ length: 4 }, () => manager.post(path, fields, key)))
    const said = answers.map(({ status, headers }) => `${status} ${headers.get('location')}`)
    expect([...new Set(said)]).toEqual([expect.stringMatching(/^303 /)])
  })
})

describe('a form that ends the session it was sent in', () => {
  it('gets the same answer when it is sent again, and another body under its key is refused', async () => {
    const { post } = await givenYoungPerson(createWorld(testDatabase()))
    const key = randomId()
    const close = (fields = {}) => post('/my/information/close', fields, key)
    const answers = [await close(), await close()]
    expect(answers.map(({ status, headers }) => [status, headers.get('location')])).toEqual([
      [303, '/'],
      [303, '/'],
    ])
    expect((await close({ more: 'another body' })).status).toBe(422)
  })
})
