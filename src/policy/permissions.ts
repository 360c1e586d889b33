import type { Role } from '../domain/account'

/** Anybody who is not signed in. */
export type Visitor = 'visitor'

const EVERYONE = [
  'visitor',
  'care-leaver',
  'champion',
  'partner',
  'adviser',
  'broker',
  'manager',
  'coordinator',
] as const
const SIGNED_IN = [
  'care-leaver',
  'champion',
  'partner',
  'adviser',
  'broker',
  'manager',
  'coordinator',
] as const
const POSTERS = ['champion', 'partner'] as const
const TEAM = ['broker', 'manager'] as const

/**
 * Who may do what: the one table. What is in scope for an actor (own, caseload, organisation, live share) is part of
 * each query; which fields are shown is in views.ts. Documents and the generated route test are made from this.
 */
export const PERMISSIONS = {
  'health.read': EVERYONE,
  'page.read': EVERYONE,
  'demo.use': EVERYONE,
  'session.start': EVERYONE,
  'session.end-own': SIGNED_IN,
  'invitation.accept': EVERYONE,
  'account.read-own': SIGNED_IN,
  'opportunity.browse': EVERYONE,
  'place.set-own': EVERYONE,
  'alerts.turn-off': EVERYONE,

  'profile.read-own': ['care-leaver'],
  'profile.change-own': ['care-leaver'],
  'consideration.change-own': ['care-leaver'],
  'opportunity.save': ['care-leaver'],
  'search.save': ['care-leaver'],
  'search.forget': ['care-leaver'],
  'unmet-need.tell': ['care-leaver'],
  'interest.record-own': ['care-leaver'],
  'interest.withdraw-own': ['care-leaver'],
  'request.read-own': ['care-leaver'],
  'match.read-own': ['care-leaver'],
  'match.answer-own': ['care-leaver'],
  'share.end-own': ['care-leaver'],
  'check.answer-own': ['care-leaver'],
  'message.send-own': ['care-leaver'],
  'not-told.read-own': ['care-leaver'],
  'not-told.change-own': ['care-leaver'],
  'mentor-request.read-own': ['care-leaver'],
  'mentor-request.change-own': ['care-leaver'],
  'record.read-own': ['care-leaver'],
  'record.download-own': ['care-leaver'],
  'record.close-own': ['care-leaver'],

  'pledge.read-own': POSTERS,
  'pledge.change-own': POSTERS,
  'opportunity.read-own': POSTERS,
  'opportunity.write-own': POSTERS,
  'opportunity.import-own': POSTERS,
  'ask.read-own': POSTERS,
  'ask.answer-own': POSTERS,
  'introduction.read': POSTERS,
  'introduction.report': POSTERS,
  'message.send-share': POSTERS,

  'caseload.read': ['adviser'],
  'care-leaver.read-caseload': ['adviser'],
  'care-leaver.invite': ['adviser'],
  'profile.change-caseload': ['adviser'],
  'interest.record-caseload': ['adviser'],
  'match.answer-caseload': ['adviser'],
  'fact.record-caseload': ['adviser'],
  'check.answer-caseload': ['adviser'],
  'not-told.change-caseload': ['adviser'],

  'queue.read': TEAM,
  'unmet-need.read': TEAM,
  'synonym.change': TEAM,
  'coverage.read': TEAM,
  'ask.read': TEAM,
  'ask.send': TEAM,
  'no-match.read': TEAM,
  'no-match.record': ['broker'],
  'opportunity.review': TEAM,
  'opportunity.read-all': TEAM,
  'opportunity.import-for': TEAM,
  'pledge.agree': TEAM,
  'shortlist.read': TEAM,
  'interest.answer': TEAM,
  'check.ask': TEAM,
  'round.read': TEAM,
  'round.open': ['broker'],
  'round.decide': ['broker'],
  'fairness.read': TEAM,
  'rule-set.read': TEAM,
  'rule-set.write': ['manager'],
  'rule-set.decide': TEAM,
  'match.read': TEAM,
  'match.propose': ['broker'],
  'match.change': ['broker'],
  'outcome.record': TEAM,
  'history.read': TEAM,
  'account.invite-poster': TEAM,

  'mentor.read': ['coordinator'],
  'mentor.write': ['coordinator'],
  'mentor.check': ['coordinator'],
  'mentor-request.read': ['coordinator'],
  'mentor-request.offer': ['coordinator'],

  'organisation.manage': ['manager'],
  'account.manage': ['manager'],
  'care-leaver.import': ['manager'],
  'work.reassign': ['manager'],
  'setting.change': ['manager'],
  'search.mend': ['manager'],
} as const satisfies Record<string, readonly (Role | Visitor)[]>

export type Permission = keyof typeof PERMISSIONS

/** Whether a role holds a permission. */
export function can(role: Role | Visitor, permission: Permission): boolean {
  return (PERMISSIONS[permission] as readonly (Role | Visitor)[]).includes(role)
}
