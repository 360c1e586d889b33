import {
  addMentorChoice,
  addMentorRequest,
  setMentorChoiceState,
  setMentorRequestState,
} from '../../../db/statements/mentor-requests'
import { addMentorStep } from '../../../db/statements/mentors'
import { randomId } from '../../../src/auth/secrets'
import { addDays } from '../../../src/domain/dates'
import type { AccountId, MentorChoiceId, MentorId, MentorRequestId } from '../../../src/domain/ids'
import { detailsValues } from '../../../src/routes/mentoring/mentor.forms'
import { aMentor, mentorRows, STEPS } from '../../support/mentors'
import { type County, dayBoxes } from '../county'
import { type DeedKind, rows, told } from './deed'

async function aMentorRecord(county: County, steps: number) {
  const by = await county.account('coordinator')
  const id = randomId() as MentorId
  const given = { id, steps, by: by.id as AccountId, at: county.now() }
  await county.make(`mentor:${id}`, 1, mentorRows(county.db, given))
  return { id, by, path: `/mentoring/mentors/${id}` }
}

/** Somebody who asked, with the mentor on offer to them, or picked. */
async function aRequest(county: County, state: 'open' | 'offered' | 'matched') {
  const { id: mentorId, by } = await aMentorRecord(county, STEPS.length)
  const person = await county.youngPerson()
  const id = randomId() as MentorRequestId
  const { db } = county
  const at = county.now()
  const asked = { kind: 'mentor', languages: [], help: [] } as const
  const choice = {
    id: randomId() as MentorChoiceId,
    requestId: id,
    mentorId,
    holdUntil: addDays(county.today(), 5),
    reason: '',
    evidence: '{}',
    offeredBy: by.id as AccountId,
    createdAt: at,
  }
  await county.make(`mentor-request:${id}`, 1, [
    addMentorRequest(db, { ...asked, languages: [], help: [], id, careLeaverId: person.id, createdAt: at }),
    ...(state === 'open' ? [] : [addMentorChoice(db, choice)]),
    ...(state === 'matched' ? [setMentorChoiceState(db, choice.id, 'chosen')] : []),
    setMentorRequestState(db, id, { state, since: at, version: 1 }),
  ])
  const effects = (verb: string) => told(county, `mentor-request:${id}`, `mentor-request.${verb}`)
  return { id, mentorId, coordinator: by, young: person.account, effects }
}

export const MENTORING_DEEDS: readonly DeedKind[] = [
  {
    route: 'POST /mentoring/mentors',
    async make(county) {
      const familyName = `Marlow ${randomId()}`
      const fields = detailsValues(aMentor({ familyName })) as Record<string, string>
      const by = await county.account('coordinator')
      return {
        by,
        path: '/mentoring/mentors',
        fields,
        effects: rows(county, 'mentor', 'family_name', familyName),
      }
    },
  },
  {
    route: 'POST /mentoring/mentors/:id/details',
    async make(county) {
      const { id, by, path } = await aMentorRecord(county, 0)
      const fields = detailsValues(aMentor()) as Record<string, string>
      return { by, path: `${path}/details`, fields, effects: told(county, `mentor:${id}`, 'mentor.write') }
    },
  },
  {
    route: 'POST /mentoring/mentors/:id/step',
    async make(county) {
      const { id, by, path } = await aMentorRecord(county, 0)
      const fields = { step: 'check-identity', ...dayBoxes('onDay', county.today()) }
      const effects = told(county, `mentor:${id}`, 'mentor.check-identity')
      return { by, path: `${path}/step`, fields, effects }
    },
  },
  {
    route: 'POST /mentoring/mentors/:id/stop',
    async make(county) {
      const { id, by, path } = await aMentorRecord(county, 0)
      const fields = { stop: 'end', reason: 'other', stopWords: '' }
      return { by, path: `${path}/stop`, fields, effects: told(county, `mentor:${id}`, 'mentor.end') }
    },
  },
  {
    route: 'POST /mentoring/mentors/:id/resume',
    async make(county) {
      const { id, by, path } = await aMentorRecord(county, STEPS.length)
      await county.db.commit([
        addMentorStep(county.db, {
          id: randomId(),
          mentorId: id,
          stage: 'paused',
          reason: 'away',
          onDay: county.today(),
          checkedBy: by.id as AccountId,
          createdAt: county.now(),
        }),
      ])
      return {
        by,
        path: `${path}/resume`,
        fields: {},
        effects: told(county, `mentor:${id}`, 'mentor.resume'),
      }
    },
  },
  {
    route: 'POST /my/talk',
    async make(county) {
      const { id, account } = await county.youngPerson()
      const fields = { kind: 'mentor', languages: ['english'], help: [] }
      return {
        by: account,
        path: '/my/talk',
        fields,
        effects: rows(county, 'mentor_request', 'care_leaver_id', id),
      }
    },
  },
  {
    route: 'POST /my/talk/withdraw',
    async make(county) {
      const { young, effects } = await aRequest(county, 'offered')
      return { by: young, path: '/my/talk/withdraw', fields: {}, effects: effects('withdraw') }
    },
  },
  {
    route: 'POST /my/talk/pick',
    async make(county) {
      const { young, effects } = await aRequest(county, 'offered')
      return { by: young, path: '/my/talk/pick', fields: { pick: 'none' }, effects: effects('pick-none') }
    },
  },
  {
    route: 'POST /my/talk/end',
    async make(county) {
      const { young, effects } = await aRequest(county, 'matched')
      return { by: young, path: '/my/talk/end', fields: { endCode: 'other' }, effects: effects('end') }
    },
  },
  {
    route: 'POST /mentoring/requests/:id/offer',
    async make(county) {
      const { id, mentorId, coordinator, effects } = await aRequest(county, 'open')
      const fields = { mentors: [mentorId], reason: 'They like the same things' }
      return { by: coordinator, path: `/mentoring/requests/${id}/offer`, fields, effects: effects('offer') }
    },
  },
  {
    route: 'POST /mentoring/requests/:id/end',
    async make(county) {
      const { id, coordinator, effects } = await aRequest(county, 'matched')
      const fields = { endCode: 'other' }
      return { by: coordinator, path: `/mentoring/requests/${id}/end`, fields, effects: effects('end') }
    },
  },
]
