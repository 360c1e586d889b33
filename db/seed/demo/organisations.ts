import type { OrganisationKind } from '../../../src/domain/organisation'

/** Invented organisations of every kind. None is a real firm, charity, college, trust or councillor. */
export const ORGANISATIONS = {
  highways: { name: 'Highways and Transport', kind: 'department', champions: 3 },
  libraries: { name: 'Libraries, Registration and Archives', kind: 'department', champions: 3 },
  'country-parks': { name: 'Country Parks', kind: 'department', champions: 2 },
  'adult-care': { name: 'Adult Social Care', kind: 'department', champions: 3 },
  education: { name: 'Education and Skills', kind: 'department', champions: 2 },
  'public-health': { name: 'Public Health', kind: 'department', champions: 2 },
  finance: { name: 'Finance and Payroll', kind: 'department', champions: 1 },
  technology: { name: 'Technology Services', kind: 'department', champions: 1 },
  'trading-standards': { name: 'Trading Standards', kind: 'department', champions: 0 },
  property: { name: 'Property and Estates', kind: 'department', champions: 0 },
  pettifer: { name: 'Councillor Marion Pettifer', kind: 'elected-member', champions: 1 },
  blythe: { name: 'Councillor Idris Blythe', kind: 'elected-member', champions: 1 },
  'darent-vale': { name: 'Darent Vale Borough Council', kind: 'district-council', champions: 2 },
  'stour-marsh': { name: 'Stour and Marsh District Council', kind: 'district-council', champions: 2 },
  'isle-coast': { name: 'Isle and Coast District Council', kind: 'district-council', champions: 1 },
  oakhurst: { name: 'Oakhurst Surfacing', kind: 'supplier', champions: 1 },
  chalkline: { name: 'Chalkline Buses', kind: 'supplier', champions: 2 },
  brightwell: { name: 'Brightwell Facilities', kind: 'supplier', champions: 1 },
  applegate: { name: 'Applegate Catering', kind: 'supplier', champions: 1 },
  hopfield: { name: 'Hopfield Stores', kind: 'signatory', champions: 2 },
  tidewrack: { name: 'Tidewrack Hotels', kind: 'signatory', champions: 1 },
  chalkstream: { name: 'Chalkstream Water', kind: 'signatory', champions: 1 },
  harbourlight: { name: 'Harbourlight Trust', kind: 'charity', champions: 2 },
  kestrel: { name: 'Kestrel Community Gardens', kind: 'charity', champions: 1 },
  'second-kettle': { name: 'The Second Kettle', kind: 'charity', champions: 1 },
  fernhollow: { name: 'Fernhollow Youth Trust', kind: 'charity', champions: 2 },
  'weald-coast': { name: 'Weald and Coast College', kind: 'college', champions: 2 },
  'stour-vale': { name: 'Stour Vale College', kind: 'college', champions: 1 },
  'white-cliffs': { name: 'White Cliffs Hospitals NHS Trust', kind: 'nhs-trust', champions: 2 },
  orchard: { name: 'Orchard Community Health NHS Trust', kind: 'nhs-trust', champions: 1 },
} as const satisfies Record<string, { name: string; kind: OrganisationKind; champions: number }>

export type OrganisationKey = keyof typeof ORGANISATIONS

export const ORGANISATION_KEYS = Object.keys(ORGANISATIONS) as OrganisationKey[]

/** The part of a partner's mail address after the @. All of them end in the reserved `.example`. */
export function mailDomain(key: OrganisationKey): string {
  const { kind } = ORGANISATIONS[key]
  return kind === 'department' || kind === 'elected-member' ? 'kent.example' : `${key}.example`
}
