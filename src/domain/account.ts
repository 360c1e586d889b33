import type { Instant } from './dates'
import type { AccountId, CareLeaverId, OrganisationId } from './ids'

export const ROLES = [
  'care-leaver',
  'champion',
  'partner',
  'adviser',
  'broker',
  'manager',
  'coordinator',
] as const
export type Role = (typeof ROLES)[number]

/** Everybody who has an account for their work. */
export const STAFF_ROLES = ['champion', 'partner', 'adviser', 'broker', 'manager', 'coordinator'] as const
export type StaffRole = (typeof STAFF_ROLES)[number]

export const ACCOUNT_STATES = ['invited', 'active', 'suspended', 'closed'] as const
export type AccountState = (typeof ACCOUNT_STATES)[number]

export type Account = {
  id: AccountId
  email: string
  name: string
  role: Role
  organisationId: OrganisationId | null
  state: AccountState
  version: number
}

/** A session ends after so many minutes without a page, but on a device that somebody says is theirs alone. */
export const IDLE_MINUTES = 30

/** Who is acting, as read from the session on this request. */
export type Actor = {
  id: AccountId
  role: Role
  name: string
  organisationId: OrganisationId | null
  careLeaverId: CareLeaverId | null
  sessionId: string
  /** When a code was last given; actions that need a fresh one compare it with the clock. */
  assuredAt: Instant
  /** Signed in on a phone or computer they said is theirs alone. */
  isOwnDevice: boolean
}

/** The service itself, for what changes by time alone. */
export const SYSTEM_ACTOR_ID = 'system' as AccountId

/** The one spelling of a mail address that is stored and compared. */
export function normaliseEmail(email: string): string {
  return email.trim().toLowerCase()
}

/** The one spelling of a person's name for comparing: case, accents, spaces and marks do not matter. */
export function normaliseName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
