export const PLEDGE_STATES = [
  'intent',
  'agreed',
  'live',
  'delivered',
  'partly-delivered',
  'lapsed',
  'withdrawn',
] as const
export type PledgeState = (typeof PLEDGE_STATES)[number]

export type PledgeAction = 'agree' | 'go-live' | 'deliver' | 'deliver-partly' | 'lapse' | 'withdraw'

/** Every move a pledge can make. A move that is not here does not exist. */
const MOVES: Record<PledgeState, Partial<Record<PledgeAction, PledgeState>>> = {
  intent: { agree: 'agreed', withdraw: 'withdrawn', lapse: 'lapsed' },
  agreed: {
    'go-live': 'live',
    deliver: 'delivered',
    'deliver-partly': 'partly-delivered',
    lapse: 'lapsed',
    withdraw: 'withdrawn',
  },
  live: {
    deliver: 'delivered',
    'deliver-partly': 'partly-delivered',
    lapse: 'lapsed',
    withdraw: 'withdrawn',
  },
  delivered: {},
  'partly-delivered': { deliver: 'delivered' },
  lapsed: { agree: 'agreed' },
  withdrawn: {},
}

export function nextPledgeState(from: PledgeState, action: PledgeAction): PledgeState | undefined {
  return MOVES[from][action]
}

/** Every pledge is looked at again after a year, in days. */
export const REVIEW_DAYS = 365
