import { describe, expect, it } from 'vitest'
import { findRuleSet } from '../../../db/queries/rule-sets'
import { FIRST_RULE_SET } from '../../../src/domain/rule-set/first-rule-set'
import { ruleValues, weightsValues } from '../../../src/routes/team/rule-sets/rule-set.forms'
import { testDatabase } from '../../support/database'
import { givenSignedIn } from '../../support/givens'
import { givenRuleSet } from '../../support/rule-sets'
import { createWorld } from '../../support/world'

async function aScene() {
  const world = createWorld(testDatabase())
  const manager = await givenSignedIn(world, 'manager', { name: 'Mo Field' })
  const broker = await givenSignedIn(world, 'broker')
  const at = world.now().toISOString()
  const aChange = (isSubmitted = false) => givenRuleSet(world.db, { draftedBy: manager.id, at, isSubmitted })
  return { world, manager, broker, aChange }
}

const sent = (values: object) => values as Record<string, string>

describe('the rules and weights', () => {
  it('are shown with what they rest on, to the team alone', async () => {
    const { world, broker } = await aScene()
    const html = await broker.text('/team/rules')
    expect(html).toContain('Immigration, Asylum and Nationality Act 2006')
    expect(html).toContain('31 January 2027')
    expect(html).not.toContain('Prepare a change: why?')
    const adviser = await givenSignedIn(world, 'adviser')
    expect((await adviser.get('/team/rules')).status).toBe(403)
  })

  it('say when a review is overdue, to whoever can do something about it', async () => {
    const { world, manager, broker } = await aScene()
    expect(await manager.text('/manage')).not.toContain('overdue')
    world.setTime('2027-02-01T09:00:00Z')
    const later = await givenSignedIn(world, 'manager')
    expect(await later.text('/manage')).toContain('2 reviews overdue')
    expect(await later.text('/team/rules')).toContain(
      '2 rules should have been looked at again: Right to work, How long a permission lasts',
    )
    expect(await later.text('/team')).toContain('Review of a rule: Immigration, Asylum')
    expect(broker.id).not.toBe(later.id)
  })
})

describe('preparing a change', () => {
  it('asks why', async () => {
    const { manager } = await aScene()
    const answer = await manager.post('/team/rules', { reason: ' ' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Write why the rules should change')
  })

  it.each([
    [{ 'start-within-days': '0' }, 'must be a whole number from 1 to 730'],
    [{ 'start-within-days': 'soon' }, 'must be a whole number from 1 to 730'],
    [{ title: '' }, 'Enter the law, guidance or terms it rests on'],
    [{ 'asOf-year': '2027' }, 'Enter the day whose wording you looked at'],
    [{ 'reviewOn-year': '2031' }, 'Enter a day after today and within three years'],
    [{ 'reviewOn-day': '31', 'reviewOn-month': '2' }, 'Enter a day after today and within three years'],
  ])('keeps what was typed when it is wrong: %o', async (wrong, message) => {
    const { manager, aChange } = await aScene()
    const path = `/team/rules/${await aChange()}/rule/age-on-start-date`
    const answer = await manager.post(
      path,
      sent({ ...ruleValues(FIRST_RULE_SET, 'age-on-start-date'), 'reviewOn-year': '2027', ...wrong }),
    )
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain(message)
    expect(html).toContain('Error:')
    for (const typed of Object.values(wrong)) if (typed) expect(html).toContain(`value="${typed}"`)
  })

  it('refuses weights that do not sum to 100, and says what they sum to', async () => {
    const { world, manager, aChange } = await aScene()
    const id = await aChange()
    const answer = await manager.post(
      `/team/rules/${id}/weights`,
      sent({ ...weightsValues(FIRST_RULE_SET), interests: '26' }),
    )
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('The weights sum to 101. They have to sum to 100')
    expect((await findRuleSet(world.db, id))?.ruleSet.weights.interests).toBe(25)
  })

  it('is for whoever started it alone', async () => {
    const { world, aChange } = await aScene()
    const other = await givenSignedIn(world, 'manager')
    const id = await aChange()
    const answer = await other.post(`/team/rules/${id}/weights`, sent(weightsValues(FIRST_RULE_SET)))
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('Only whoever prepares this change can do that')
  })

  it('cannot be sent on while it says what is in force', async () => {
    const { world, manager } = await aScene()
    const at = world.now().toISOString()
    const id = await givenRuleSet(world.db, { draftedBy: manager.id, at, values: FIRST_RULE_SET })
    expect((await manager.post(`/team/rules/${id}/submit`)).status).toBe(409)
  })

  it('is over once it is sent on: its pages are gone', async () => {
    const { manager, aChange } = await aScene()
    const id = await aChange(true)
    expect((await manager.get(`/team/rules/${id}/weights`)).status).toBe(404)
    expect((await manager.get(`/team/rules/${id}/rule/nonsense`)).status).toBe(404)
  })
})

describe('deciding on a change', () => {
  it('asks for a decision and a reason', async () => {
    const { broker, aChange } = await aScene()
    const answer = await broker.post(`/team/rules/${await aChange(true)}/decide`, {})
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('Choose what to do with the change')
    expect(html).toContain('Write why, for the record')
  })

  it('sends it back to be changed again', async () => {
    const { world, broker, manager, aChange } = await aScene()
    const id = await aChange(true)
    await broker.post(`/team/rules/${id}/decide`, {
      decision: 'send-back',
      words: 'Say which law',
      seen: '2',
    })
    expect((await findRuleSet(world.db, id))?.state).toBe('draft')
    expect((await manager.get(`/team/rules/${id}/weights`)).status).toBe(200)
  })

  it('is not for whoever prepared it, who has no button for it either', async () => {
    const { manager, aChange } = await aScene()
    const id = await aChange(true)
    expect(await manager.text(`/team/rules/${id}`)).not.toContain('Your decision')
    const answer = await manager.post(`/team/rules/${id}/decide`, {
      decision: 'approve',
      words: 'Fine',
      seen: '2',
    })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('a colleague has to look at it')
  })

  it('is not of a change that was changed since the page was opened', async () => {
    const { world, broker, manager, aChange } = await aScene()
    const id = await aChange(true)
    const other = await givenSignedIn(world, 'broker')
    const html = await broker.text(`/team/rules/${id}`)
    const seen = /name="seen" value="(\d+)"/.exec(html)?.[1] ?? ''
    await other.post(`/team/rules/${id}/decide`, { decision: 'send-back', words: 'More', seen })
    await manager.post(`/team/rules/${id}/weights`, sent(weightsValues(FIRST_RULE_SET)))
    await manager.post(`/team/rules/${id}/submit`)
    const answer = await broker.post(`/team/rules/${id}/decide`, { decision: 'approve', words: 'Fine', seen })
    expect(answer.status).toBe(409)
    expect((await findRuleSet(world.db, id))?.state).toBe('submitted')
  })
})
