import type { AccountState } from '../../src/domain/account'
import type {
  DeclineCode,
  InterestState,
  MatchState,
  NotStartedCode,
  NotThisTimeCode,
  OutcomeResult,
} from '../../src/domain/match'
import type { ShownState } from '../../src/domain/opportunity'
import type { PledgeState } from '../../src/domain/pledge'

// What has become of each thing, and why, as people read it.

export const OPPORTUNITY_STATE: Record<ShownState, string> = {
  draft: 'Draft',
  submitted: 'With the 18+ team',
  'changes-requested': 'Changes asked for',
  published: 'Live',
  paused: 'Paused',
  full: 'Full',
  closed: 'Closed',
  expired: 'Closed by date',
  withdrawn: 'Withdrawn',
  archived: 'Archived',
}

export const PLEDGE_STATE: Record<PledgeState, string> = {
  intent: 'Statement of intent',
  agreed: 'Agreed',
  live: 'Live',
  delivered: 'Delivered',
  'partly-delivered': 'Partly delivered',
  lapsed: 'Lapsed',
  withdrawn: 'Withdrawn',
}

export const ACCOUNT_STATE: Record<AccountState, string> = {
  invited: 'Invited',
  active: 'Active',
  suspended: 'Suspended',
  closed: 'Closed',
}

export const MATCH_STATE: Record<MatchState, string> = {
  suggested: 'Suggested',
  proposed: 'Waiting for their answer',
  accepted: 'They said yes',
  introduced: 'Introduced',
  interview: 'Interview or taster',
  offered: 'Offered a place',
  started: 'Started',
  completed: 'Completed',
  'did-not-start': 'Did not start',
  'ended-early': 'Ended early',
  'declined-by-young-person': 'They said no',
  'declined-by-provider': 'The provider said no',
  withdrawn: 'Withdrawn',
  expired: 'No answer by the date',
  superseded: 'Took another place',
}

export const INTEREST_STATE: Record<InterestState, string> = {
  open: 'Waiting for an answer',
  proposed: 'Proposed',
  kept: 'Kept for later',
  'not-this-time': 'Not this time',
  withdrawn: 'Withdrawn',
}

export const NOT_THIS_TIME: Record<NotThisTimeCode, string> = {
  full: 'All the places are taken',
  closed: 'It has closed',
  'rules-not-met': 'Its rules do not fit yet',
  'better-fit-elsewhere': 'Something else fits better',
  'waiting-for-a-check': 'A check has to be done first',
  'asked-not-to': 'They asked us not to',
}

export const DECLINE: Record<DeclineCode, string> = {
  'too-far': 'It is too far',
  'wrong-time': 'The times do not work for me',
  'not-for-me': 'It is not for me',
  'found-something-else': 'I have found something else',
  'pay-or-cost': 'The pay or the cost',
  'not-ready': 'I am not ready yet',
  'need-more-support': 'I would need more support',
  'rather-not-say': 'I would rather not say',
}

export const NOT_STARTED: Record<NotStartedCode, string> = {
  'changed-their-mind': 'They changed their mind',
  'not-reached': 'We could not reach them',
  'other-offer': 'They took another offer',
  'checks-not-passed': 'A check was not passed in time',
  'dates-did-not-work': 'The dates did not work',
  'we-could-not-go-ahead': 'We could not go ahead',
}

export const OUTCOME_RESULT: Record<OutcomeResult, string> = {
  'going-well': 'Going well',
  'going-with-support': 'Going on, with support',
  ended: 'It has ended',
  'not-reached': 'Could not reach them',
}
