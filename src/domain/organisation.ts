import type { Day } from './dates'
import type { OrganisationId } from './ids'

/** An open list by law: corporate parenting is widening (Children's Wellbeing and Schools Act 2026). */
export const ORGANISATION_KINDS = [
  'department',
  'elected-member',
  'district-council',
  'supplier',
  'signatory',
  'charity',
  'college',
  'nhs-trust',
] as const
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number]

const PUBLIC_OR_CHARITABLE: readonly OrganisationKind[] = [
  'department',
  'elected-member',
  'district-council',
  'charity',
  'college',
  'nhs-trust',
]

/** Where anyone may volunteer, at any stage of an asylum claim. */
export const isCharityOrPublicBody = (kind: OrganisationKind): boolean => PUBLIC_OR_CHARITABLE.includes(kind)

export type Organisation = {
  id: OrganisationId
  name: string
  kind: OrganisationKind
  covenantSignedOn: Day | null
  version: number
}

/** People of the council's own departments are champions; people of any other organisation are partners. */
export function posterRole(kind: OrganisationKind): 'champion' | 'partner' {
  return kind === 'department' || kind === 'elected-member' ? 'champion' : 'partner'
}
