import { describe, expect, it } from 'vitest'
import type { OrganisationId } from '../../src/domain/ids'
import { audienceOf, YOUNG_PEOPLE } from '../../src/policy/audience'
import { isStaffAddress } from '../../src/policy/staff-address'

describe('who may find what is for care leavers only', () => {
  const organisationId = 'organisation-1' as OrganisationId

  it.each([
    ['care-leaver', true],
    ['adviser', true],
    ['broker', true],
    ['manager', true],
    ['champion', false],
    ['partner', false],
  ] as const)('%s: everybody’s %s', (role, seesCareLeaversOnly) => {
    expect(audienceOf({ role, organisationId })).toEqual({ seesCareLeaversOnly, organisationId })
  })

  it('is nobody who is not signed in', () => {
    expect(audienceOf(null)).toEqual({ seesCareLeaversOnly: false, organisationId: null })
    expect(audienceOf({ role: 'care-leaver', organisationId: null })).toEqual(YOUNG_PEOPLE)
  })
})

describe('an address of staff', () => {
  it.each([
    ['ada@kent.gov.uk', true],
    ['Ada@KENT.GOV.UK', true],
    ['ada@kent.gov.uk.example', false],
    ['ada@mail.kent.gov.uk', false],
    ['kent.gov.uk@mail.example', false],
  ])('%s: %s', (email, isStaff) => {
    expect(isStaffAddress(email, ['kent.gov.uk', 'medway.gov.uk'])).toBe(isStaff)
  })
})
