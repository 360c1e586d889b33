import { describe, expect, it } from 'vitest'
import type { OpportunityId, OrganisationId } from '../../../src/domain/ids'
import type { Candidate } from '../../../src/matching/candidate'
import { alreadyAnswered } from '../../../src/matching/rules/already-answered'
import { doNotSuggest } from '../../../src/matching/rules/do-not-suggest'
import { notTold } from '../../../src/matching/rules/not-told'
import { aCandidate, anOpening, context } from '../../support/matching'

describe('the list of places not to tell', () => {
  const blocked = aCandidate({ blockedOrganisations: ['organisation-1' as OrganisationId] })

  it('keeps the person from that organisation and from no other', () => {
    expect(notTold.check(blocked, anOpening(), context).answer).toBe('not-eligible')
    const elsewhere = anOpening({ organisationId: 'organisation-2' as OrganisationId })
    expect(notTold.check(blocked, elsewhere, context).answer).toBe('eligible')
  })

  it('tells a broker nothing of who asked or why', () => {
    const verdict = notTold.check(blocked, anOpening(), context)
    expect(notTold.explain(verdict, 'broker')).toBe('Cannot be suggested for this organisation.')
    expect(notTold.explain(verdict, 'young-person')).toBe(
      'You asked us not to tell this organisation about you.',
    )
  })
})

describe('kinds not to suggest', () => {
  it.each([
    ['job', 'not-eligible'],
    ['event', 'eligible'],
  ] as const)('with %s on the list the answer for a job is %s', (kind, answer) => {
    const candidate = aCandidate({ profile: { 'not-suggest': { kinds: [kind] } } })
    expect(doNotSuggest.check(candidate, anOpening(), context).answer).toBe(answer)
  })
})

describe('what has happened between the two', () => {
  const history = (...states: Candidate['history'][number]['state'][]) =>
    aCandidate({
      history: states.map((state) => ({ opportunityId: 'opportunity-1' as OpportunityId, state })),
    })

  it.each([
    ['nothing', history(), 'eligible', 'none'],
    ['a live match', history('live'), 'not-eligible', 'live'],
    ['a place', history('placed'), 'not-eligible', 'placed'],
    ['an earlier no', history('declined'), 'needs-check', 'declined'],
    ['a no and then a place', history('declined', 'placed'), 'not-eligible', 'placed'],
    ['a place and then a no', history('placed', 'declined'), 'not-eligible', 'placed'],
    ['an end that was not their no', history('ended'), 'needs-check', 'ended'],
    ['an end and a no', history('ended', 'declined'), 'needs-check', 'declined'],
    ['a no and now a live match', history('declined', 'live'), 'not-eligible', 'live'],
  ])('%s', (_what, candidate, answer, state) => {
    expect(alreadyAnswered.check(candidate, anOpening(), context)).toMatchObject({ answer, facts: { state } })
  })

  it('does not carry a no over to another offer', () => {
    const other = anOpening({ id: 'opportunity-2' as OpportunityId })
    expect(alreadyAnswered.check(history('declined'), other, context).answer).toBe('eligible')
  })

  it('says that somebody said no only when they did', () => {
    const said = (state: Candidate['history'][number]['state']) =>
      alreadyAnswered.explain(alreadyAnswered.check(history(state), anOpening(), context), 'young-person')
    expect(said('declined')).toContain('You said no')
    expect(said('ended')).not.toContain('said no')
  })

  it('lets somebody who said no change their mind', () => {
    expect(alreadyAnswered.check(history('declined'), anOpening(), context).by).toBe('young-person')
  })
})
