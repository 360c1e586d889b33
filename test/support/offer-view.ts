import type { OpportunityId } from '../../src/domain/ids'
import { type OfferView, toPreview } from '../../src/policy/views'
import { anOpening } from './matching'

/** A published public offer as it is shown, from Highways. */
export function anOfferView(values: Partial<OfferView> = {}): OfferView {
  const opening = anOpening({ visibility: 'public' })
  return {
    ...toPreview(opening, { id: opening.organisationId, name: 'Highways' }, '2027-03-01'),
    id: '0123456789abcdef0123456789abcdef' as OpportunityId,
    publishedAt: '2026-07-01T23:30:00.000Z',
    ...values,
  }
}
