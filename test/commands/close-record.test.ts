import { describe, expect, it } from 'vitest'
import { findCareLeaver } from '../../db/queries/care-leavers'
import { findLiveMentorRequest, listMentorChoices } from '../../db/queries/mentor-requests'
import { findMentor } from '../../db/queries/mentors'
import { addInterest, setInterestState } from '../../db/statements/interests'
import { randomId } from '../../src/auth/secrets'
import { closeRecord } from '../../src/commands/care-leavers/close-record'
import type { CareLeaver } from '../../src/domain/care-leaver'
import type { InterestId, MentorRequestId } from '../../src/domain/ids'
import { testDatabase } from '../support/database'
import {
  acting,
  givenAccount,
  givenCareLeaver,
  givenOrganisation,
  givenPublished,
  givenSignedIn,
  givenYoungPerson,
} from '../support/givens'
import { givenMentor } from '../support/mentors'
import { createWorld } from '../support/world'

describe('closing a record', () => {
  it('ends what is open however much there was after it', async () => {
    const world = createWorld(testDatabase())
    const { id: organisationId } = await givenOrganisation(world)
    const owner = await givenAccount(world, 'champion', { organisationId })
    const account = await givenAccount(world, 'care-leaver')
    const person = await givenCareLeaver(world, { accountId: account.id })
    const [wanted, other] = [
      await givenPublished(world, { id: owner.id, organisationId }),
      await givenPublished(world, { id: owner.id, organisationId }),
    ]
    const interest = (opportunityId: typeof wanted.id, minute: number) => ({
      id: randomId() as InterestId,
      careLeaverId: person.id,
      opportunityId,
      words: '',
      recordedBy: account.id,
      answerDueOn: '2026-11-30',
      createdAt: `2026-11-20T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00.000Z`,
    })
    const open = interest(wanted.id, 0)
    const since = Array.from({ length: 120 }, (_, index) => interest(other.id, index + 1))
    await world.db.commit([
      addInterest(world.db, open),
      ...since.flatMap((one) => [
        addInterest(world.db, one),
        setInterestState(world.db, one.id, { state: 'withdrawn', version: 1 }),
      ]),
    ])
    const careLeaver = (await findCareLeaver(world.db, person.id)) as CareLeaver
    expect(await closeRecord(acting(world, account.id), careLeaver)).toBe('committed')
    const left = await world.db.query
      .selectFrom('interest')
      .select('id')
      .where('state', '=', 'open')
      .execute()
    expect(left).toEqual([])
  })

  it.each(['offered', 'matched'] as const)(
    'gives the places of mentors back when one was %s',
    async (state) => {
      const world = createWorld(testDatabase())
      const coordinator = await givenSignedIn(world, 'coordinator')
      const young = await givenYoungPerson(world, { name: 'Robin' })
      await young.post('/my/talk', { kind: 'mentor', languages: ['english'], help: ['confidence'] })
      const request = await findLiveMentorRequest(world.db, young.person.id)
      const mentor = await givenMentor(world, { languages: ['english'] })
      const offered = await coordinator.post(`/mentoring/requests/${request?.id}/offer`, {
        mentors: [mentor],
        reason: 'Fits',
      })
      expect(offered.status).toBe(303)
      const [choice] = await listMentorChoices(world.db, request?.id as MentorRequestId)
      if (state === 'matched') await young.post('/my/talk/pick', { pick: choice?.id ?? '' })
      expect(await findMentor(world.db, mentor)).toMatchObject({ peopleMatched: 1 })
      expect((await findLiveMentorRequest(world.db, young.person.id))?.state).toBe(state)

      const careLeaver = (await findCareLeaver(world.db, young.person.id)) as CareLeaver
      expect(await closeRecord(acting(world, young.account.id), careLeaver)).toBe('committed')
      expect(await findMentor(world.db, mentor)).toMatchObject({ peopleMatched: 0 })
      expect(await findLiveMentorRequest(world.db, young.person.id)).toBeUndefined()
    },
  )
})
