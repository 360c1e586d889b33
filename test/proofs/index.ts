import type { Proof } from './proof'
import { canary } from './canary'
import { codes } from './codes'
import { crossSite } from './cross-site'
import { faults } from './faults'
import { fuzz } from './fuzz'
import { kill } from './kill'
import { race } from './race'
import { resend } from './resend'
import { roles } from './roles'
import { sessions } from './session-contract'
import { searchFaults } from './search-faults'
import { starts } from './starts'
import { withdrawals } from './withdrawals'

/** Every proof, in the order in which `npm run prove` runs them. */
export const PROOFS: readonly Proof[] = [
  starts,
  roles,
  canary,
  crossSite,
  fuzz,
  race,
  resend,
  kill,
  sessions,
  codes,
  faults,
  searchFaults,
  withdrawals,
]
