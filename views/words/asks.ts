import type { AskCannotCode, AskedFor, AskState } from '../../src/domain/champion-ask'
import { DISTRICTS } from '../../src/domain/taxonomy'
import { KIND, OUTCOME } from './labels'

/** “Training in Swale”, “Something for money, anywhere in Kent”. */
export function askedForText({ kind, outcome, district }: AskedFor): string {
  const what = kind === null ? `Something for ${OUTCOME[outcome].toLowerCase()}` : KIND[kind]
  return district === null ? `${what}, anywhere in Kent` : `${what} in ${DISTRICTS[district]}`
}

export const ASK_STATE: Record<AskState, string> = {
  open: 'Waits for them',
  posted: 'Posted',
  cannot: 'Cannot just now',
  withdrawn: 'Taken back',
  lapsed: 'No answer in eight weeks',
}

/** Why an organisation has nothing just now. */
export const ASK_CANNOT: Record<AskCannotCode, string> = {
  'no-time': 'Nobody has the time just now',
  'not-our-work': 'It is not something we do',
  'no-money': 'There is no money for it',
  later: 'We can, but later',
  other: 'Another reason',
}
