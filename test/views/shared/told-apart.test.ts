import { describe, expect, it } from 'vitest'
import type { OpportunityId } from '../../../src/domain/ids'
import type { OfferView } from '../../../src/policy/views'
import { tellApart } from '../../../views/shared/told-apart'
import { anOfferView } from '../../support/offer-view'

const FROM = { title: 'Ranger week', organisationName: 'Country Parks', town: 'Deal', startsOn: '2027-01-04' }

/** What each of some offers says beside its title, in their order. */
function apart(...offers: Partial<OfferView>[]): (string | undefined)[] {
  const views = offers.map((values, index) =>
    anOfferView({ ...FROM, isRemote: false, ...values, id: String(index) as OpportunityId }),
  )
  const told = tellApart(views)
  return views.map(({ id }) => told.get(id))
}

describe('offers of one name from one organisation', () => {
  it('are told apart by where they are', () => {
    expect(apart({}, { town: 'Dover' }, { isRemote: true })).toEqual(['Deal', 'Dover', 'online or from home'])
  })

  it('are told apart by when they start, where the place is the same', () => {
    expect(apart({}, { startsOn: '2027-01-18' }, { title: 'ranger week', startsOn: '2027-02-01' })).toEqual([
      'starts 4 January 2027',
      'starts 18 January 2027',
      'starts 1 February 2027',
    ])
  })

  it('are told apart by several things, where one alone does not do it', () => {
    expect(apart({}, { town: 'Dover' }, { startsOn: '2027-01-18' })).toEqual([
      'Deal, starts 4 January 2027',
      'Dover, starts 4 January 2027',
      'Deal, starts 18 January 2027',
    ])
  })

  it('are told apart by pay and closing day in the end, and by nothing where all is the same', () => {
    expect(apart({ payText: '£12 an hour' }, { payText: 'Travel paid' })).toEqual([
      '£12 an hour',
      'Travel paid',
    ])
    expect(apart({ closesOn: '2026-12-24' }, { closesOn: '2026-12-29' })).toEqual([
      'closes 24 December 2026',
      'closes 29 December 2026',
    ])
    expect(apart({}, {})).toEqual([undefined, undefined])
  })

  it('are no others: another title, or the same from somebody else, stands for itself', () => {
    expect(apart({}, { organisationName: 'Highways', town: 'Dover' }, { title: 'Ranger day' })).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
})
