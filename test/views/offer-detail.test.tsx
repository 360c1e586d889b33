import { describe, expect, it } from 'vitest'
import { CARE_LEAVER_DEFINITIONS } from '../../src/domain/opportunity'
import { toPreview } from '../../src/policy/views'
import { OfferDetail } from '../../views/shared/offer-detail'
import { anOpening } from '../support/matching'

const shown = (values: Parameters<typeof anOpening>[0]) =>
  String(
    <OfferDetail
      offer={toPreview(anOpening(values), { id: anOpening().organisationId, name: 'Highways' }, '2027-01-01')}
    />,
  )

describe('what an offer says of itself', () => {
  it('says whom it means, for each definition of a care leaver', () => {
    const sentences = CARE_LEAVER_DEFINITIONS.map((definition) =>
      /For people aged[^<]*/.exec(shown({ definition }))?.[0].trim(),
    )
    expect(new Set(sentences).size).toBe(CARE_LEAVER_DEFINITIONS.length)
    expect(sentences[1]).toContain('as the law defines it')
  })

  it('gives one day for what takes one day', () => {
    const text = shown({ startsOn: '2027-01-12', endsOn: '2027-01-12' })
    expect(text).toContain('12 January 2027')
    expect(text).not.toContain('12 January 2027 to')
  })
})
