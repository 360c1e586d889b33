import { describe, expect, it } from 'vitest'
import { findCareLeaver } from '../../../db/queries/care-leavers'
import { findMatch } from '../../../db/queries/matches'
import { stopMatch } from '../../../src/commands/matches/end-match'
import { sendMessageToChampion } from '../../../src/commands/matches/report-progress'
import type { CareLeaver } from '../../../src/domain/care-leaver'
import { paths } from '../../../src/paths'
import { testDatabase } from '../../support/database'
import { givenPublished, givenSignedIn, acting, givenIntroduction } from '../../support/givens'
import { createWorld, DAY } from '../../support/world'
import { givenChampion } from './steps'

async function anIntroduction() {
  const world = createWorld(testDatabase())
  const champion = await givenChampion(world)
  const { id } = await givenPublished(world, champion, { title: 'Kitchen assistant' })
  const introduction = await givenIntroduction(world, id)
  const person = () => findCareLeaver(world.db, introduction.careLeaver.id) as Promise<CareLeaver>
  const state = async () => (await findMatch(world.db, introduction.matchId))?.state
  return { world, champion, ...introduction, opportunityId: id, person, state }
}

describe('an introduction', () => {
  it('shows what was shared and nothing else', async () => {
    const { champion, reference, careLeaver, matchId } = await anIntroduction()
    const html = await champion.text(paths.champion.introduction(reference))
    for (const shared of [
      'Rob',
      'they/them',
      'I am good with my hands.',
      'One named person to go to',
      'Grace Okoro',
    ]) {
      expect(html).toContain(shared)
    }
    expect(html).toContain('This is all <bdi>Rob</bdi> chose to share')
    for (const kept of [
      'Robin',
      'Marsh',
      '2005',
      careLeaver.id,
      matchId,
      careLeaver.caseReference,
      'Likes trees',
      'Maidstone',
    ]) {
      expect(html).not.toContain(kept)
    }
  })

  it('is recorded each time it is looked at, where the person can see it', async () => {
    const { world, champion, reference, careLeaver } = await anIntroduction()
    await champion.get(paths.champion.home)
    await champion.get(paths.champion.introduction(reference))
    const views = await world.db.query
      .selectFrom('view_event')
      .selectAll()
      .where('actor_id', '=', champion.id)
      .execute()
    expect(views).toMatchObject([{ care_leaver_id: careLeaver.id, what: 'introduction' }])
  })

  it('carries messages both ways', async () => {
    const { world, champion, reference, account, matchId, person } = await anIntroduction()
    await champion.post(paths.champion.message(reference), { body: 'Hello Rob, shall we meet on Tuesday?' })
    await sendMessageToChampion(acting(world, account.id), await person(), matchId, 'Yes, at two.')
    const html = await champion.text(paths.champion.introduction(reference))
    expect(html).toContain('Hello Rob, shall we meet on Tuesday?')
    expect(html).toContain('Yes, at two.')
    expect(html).not.toContain('Marsh')
  })

  it('sends a message once when it is posted twice', async () => {
    const { world, champion, reference } = await anIntroduction()
    for (const _again of [1, 2])
      await champion.post(paths.champion.message(reference), { body: 'Hello' }, 'e'.repeat(32))
    expect(await world.db.query.selectFrom('message').select('id').execute()).toHaveLength(1)
  })

  it('goes from interview to offered to started', async () => {
    const { world, champion, reference, state } = await anIntroduction()
    world.wait(3 * DAY)
    await champion.signIn(champion.email)
    await champion.post(paths.champion.report(reference), { kind: 'interview' })
    expect(await state()).toBe('interview')
    await champion.post(paths.champion.report(reference), { kind: 'offer' })
    expect(await state()).toBe('offered')
    await champion.post(paths.champion.report(reference), {
      kind: 'start',
      'startedOn-day': '25',
      'startedOn-month': '11',
      'startedOn-year': '2026',
    })
    expect(await state()).toBe('started')
    const html = await champion.text(paths.champion.introduction(reference))
    expect(html).toContain('25 November 2026')
    expect(html).not.toContain('Tell us how it goes')
  })

  it('ends with "did not start", and leads home', async () => {
    const { champion, reference, state } = await anIntroduction()
    const told = await champion.post(paths.champion.report(reference), {
      kind: 'not-start',
      code: 'other-offer',
    })
    expect(told.headers.get('location')).toBe(paths.champion.home)
    expect(await state()).toBe('did-not-start')
    expect((await champion.get(paths.champion.introduction(reference))).status).toBe(404)
  })
})

describe('an introduction: asking again', () => {
  it.each([
    [{}, 'Choose what happened'],
    [{ kind: 'start' }, 'Enter the day they started'],
    [
      { kind: 'start', 'startedOn-day': '31', 'startedOn-month': '2', 'startedOn-year': '2026' },
      'as a real date',
    ],
    [
      { kind: 'start', 'startedOn-day': '1', 'startedOn-month': '3', 'startedOn-year': '2027' },
      'must be today or before',
    ],
    [{ kind: 'not-start' }, 'Choose why they did not start'],
  ])('%o', async (fields, message) => {
    const { champion, reference, state } = await anIntroduction()
    const response = await champion.post(paths.champion.report(reference), fields)
    expect(response.status).toBe(422)
    expect(await response.text()).toContain(message)
    expect(await state()).toBe('introduced')
  })

  it('does not send an empty message', async () => {
    const { champion, reference } = await anIntroduction()
    const response = await champion.post(paths.champion.message(reference), { body: '  ' })
    expect([response.status, (await response.text()).includes('Write a message')]).toEqual([422, true])
  })
})

describe('an introduction: refusing', () => {
  it('is as if it had never been once the person stops', async () => {
    const { world, champion, reference, account, matchId, person, opportunityId } = await anIntroduction()
    await champion.post(paths.champion.message(reference), { body: 'Hello' })
    expect(await stopMatch(acting(world, account.id), await person(), matchId)).toBe('committed')
    expect((await champion.get(paths.champion.introduction(reference))).status).toBe(404)
    expect((await champion.post(paths.champion.message(reference), { body: 'Are you there?' })).status).toBe(
      404,
    )
    expect((await champion.post(paths.champion.report(reference), { kind: 'interview' })).status).toBe(404)
    for (const path of [
      paths.champion.home,
      paths.champion.opportunity(opportunityId),
      paths.champion.history(opportunityId),
    ]) {
      expect(await champion.text(path)).not.toContain('Somebody said yes')
      expect(await champion.text(path)).not.toContain('Rob')
    }
  })

  it('closes by itself when the share ends', async () => {
    const { world, champion, reference } = await anIntroduction()
    world.wait(70 * DAY)
    await champion.signIn(champion.email)
    expect((await champion.get(paths.champion.introduction(reference))).status).toBe(404)
    expect(await champion.text(paths.champion.home)).not.toContain('Somebody said yes')
  })

  it('is only for the champion it was shared with', async () => {
    const { world, champion, reference } = await anIntroduction()
    const colleague = await givenSignedIn(world, 'champion', { organisationId: champion.organisationId })
    const stranger = await givenChampion(world, 'Libraries')
    for (const other of [colleague, stranger]) {
      expect((await other.get(paths.champion.introduction(reference))).status).toBe(404)
      expect((await other.post(paths.champion.message(reference), { body: 'Hello' })).status).toBe(404)
      expect((await other.post(paths.champion.report(reference), { kind: 'interview' })).status).toBe(404)
      expect(await other.text(paths.champion.home)).not.toContain('Somebody said yes')
    }
    const seen = await world.db.query
      .selectFrom('view_event')
      .select('id')
      .where('actor_id', 'in', [colleague.id, stranger.id])
      .execute()
    expect(seen).toEqual([])
  })

  it.each(['care-leaver', 'adviser', 'broker'] as const)('is no place for a %s', async (role) => {
    const { world, reference } = await anIntroduction()
    const other = await givenSignedIn(world, role)
    expect((await other.get(paths.champion.introduction(reference))).status).toBe(403)
    expect((await other.post(paths.champion.report(reference), { kind: 'interview' })).status).toBe(403)
    expect((await other.post(paths.champion.message(reference), { body: 'Hello' })).status).toBe(403)
  })
})
