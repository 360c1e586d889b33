import { describe, expect, it } from 'vitest'
import type { Opening } from '../../../src/matching/candidate'
import { permissionOutlasts } from '../../../src/matching/rules/permission-outlasts'
import { rightToWork } from '../../../src/matching/rules/right-to-work'
import { aCandidate, anOpening, aRecord, context, mayWork } from '../../support/matching'

const nobodysPermission = aRecord({ rightToWork: null })

const paidJob = anOpening()
const apprenticeship = anOpening({ kind: 'apprenticeship' })
const paidVolunteering = anOpening({ kind: 'volunteering', pay: 'wage', needsRightToWork: false })
const tickedEvent = anOpening({ kind: 'event', pay: 'unpaid' })
const unpaid = (kind: Opening['kind'], isCharityOrPublicBody: boolean) =>
  anOpening({ kind, pay: 'expenses', needsRightToWork: false, isCharityOrPublicBody })

describe('the right to work', () => {
  it.each([
    ['a paid job', paidJob, 'needs-check'],
    ['an apprenticeship', apprenticeship, 'needs-check'],
    ['paid volunteering', paidVolunteering, 'needs-check'],
    ['anything ticked as needing it', tickedEvent, 'needs-check'],
    ['volunteering for a charity or public body', unpaid('volunteering', true), 'eligible'],
    ['unpaid work experience with a public body', unpaid('work-experience', true), 'eligible'],
    ['volunteering for a business', unpaid('volunteering', false), 'needs-check'],
    ['unpaid work experience with a business', unpaid('work-experience', false), 'needs-check'],
    ['training', unpaid('training', false), 'eligible'],
    ['a discount', unpaid('discount', false), 'eligible'],
  ])('%s, for somebody who may only volunteer', (_what, opening, answer) => {
    const verdict = rightToWork.check(aCandidate({ facts: mayWork('volunteering-only') }), opening, context)
    expect(verdict.answer).toBe(answer)
  })

  it.each([
    ['any work', mayWork('any-work'), 'eligible'],
    ['limited work', mayWork('limited-work'), 'needs-check'],
    ['volunteering only', mayWork('volunteering-only'), 'needs-check'],
    ['not known', mayWork('not-known'), 'needs-check'],
    ['nothing on record', nobodysPermission, 'needs-check'],
  ])('%s, for a paid job', (_what, facts, answer) => {
    expect(rightToWork.check(aCandidate({ facts }), paidJob, context).answer).toBe(answer)
  })

  it('tells the adviser what is on record, and the young person nothing they could be pointed at for', () => {
    const verdict = rightToWork.check(aCandidate({ facts: mayWork('volunteering-only') }), paidJob, context)
    expect(rightToWork.explain(verdict, 'adviser')).toContain('volunteering only')
    expect(rightToWork.explain(verdict, 'young-person')).toBe(
      'We need to check with you that you can do this kind of work.',
    )
  })
})

describe('a permission that ends', () => {
  it.each([
    ['the day before the end', '2027-06-29', { endsOn: '2027-06-30' }, 'needs-check'],
    ['on the last day', '2027-06-30', { endsOn: '2027-06-30' }, 'eligible'],
    ['before a job without an end starts', '2027-01-10', {}, 'needs-check'],
    ['on the day a job without an end starts', '2027-01-11', {}, 'eligible'],
    ['a day short of a year of apprenticeship', '2028-01-10', { kind: 'apprenticeship' }, 'needs-check'],
    ['after a year of apprenticeship', '2028-01-11', { kind: 'apprenticeship' }, 'eligible'],
    ['yesterday, for a job without dates', '2026-11-21', { startsOn: null }, 'needs-check'],
    [
      'long before, for what is not work',
      '2020-01-01',
      { kind: 'event', pay: 'unpaid', needsRightToWork: false },
      'eligible',
    ],
    ['never', null, { kind: 'apprenticeship' }, 'eligible'],
  ] as const)('%s', (_when, until, opening, answer) => {
    const candidate = aCandidate({ facts: mayWork('any-work', until) })
    expect(permissionOutlasts.check(candidate, anOpening(opening), context).answer).toBe(answer)
  })

  it('tells its day to the adviser alone', () => {
    const candidate = aCandidate({ facts: mayWork('any-work', '2027-03-03') })
    const verdict = permissionOutlasts.check(candidate, anOpening({ endsOn: '2027-06-30' }), context)
    expect(permissionOutlasts.explain(verdict, 'adviser')).toBe(
      'Permission to work is on record until 3 March 2027; this needs 30 June 2027.',
    )
    expect(permissionOutlasts.explain(verdict, 'broker')).toBe('Needs a check by the adviser.')
  })
})
