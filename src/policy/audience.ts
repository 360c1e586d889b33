import type { Role } from '../domain/account'
import type { OrganisationId } from '../domain/ids'
import type { Visitor } from './permissions'

/** Which published offers somebody may find. Public ones anybody may. */
export type OfferAudience = {
  seesCareLeaversOnly: boolean
  /** A poster sees the care-leavers-only offers of their own organisation. */
  organisationId: OrganisationId | null
}

/** What a young person sees, whoever looks for them. */
export const YOUNG_PEOPLE: OfferAudience = { seesCareLeaversOnly: true, organisationId: null }

const SEES_CARE_LEAVERS_ONLY: readonly (Role | Visitor)[] = [
  'care-leaver',
  'adviser',
  'broker',
  'manager',
  'coordinator',
]

/** Offers for care leavers only are for young people, those who help them, and the poster's own organisation. */
export function audienceOf(
  reader: { role: Role; organisationId: OrganisationId | null } | null,
): OfferAudience {
  return {
    seesCareLeaversOnly: SEES_CARE_LEAVERS_ONLY.includes(reader?.role ?? 'visitor'),
    organisationId: reader?.organisationId ?? null,
  }
}
