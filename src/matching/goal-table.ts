import { type LocalOfferHeading, type CovenantOutcome, type Goal, type Topic } from '../domain/taxonomy'
import type { OpportunityKind } from '../domain/opportunity'

type GoalRow = {
  /** Kinds of offer that are a step towards the goal. */
  kinds: readonly OpportunityKind[]
  /** What the offer is about: its heading in the Local Offer, or an outcome it helps. */
  about: readonly (LocalOfferHeading | CovenantOutcome)[]
  /** The Covenant's outcomes that somebody with this goal wants. */
  outcomes: readonly CovenantOutcome[]
}

/** What each goal asks of an offer. The table is the whole of the method; changing it needs a decision record. */
export const GOAL_TABLE: Record<Goal, GoalRow> = {
  'get-a-job': {
    kinds: ['job', 'guaranteed-interview', 'apprenticeship'],
    about: ['employment'],
    outcomes: ['employment-education-training'],
  },
  'earn-and-learn': {
    kinds: ['apprenticeship'],
    about: ['employment', 'education-training'],
    outcomes: ['employment-education-training'],
  },
  'try-work': {
    kinds: ['work-experience', 'insight-day', 'volunteering'],
    about: ['employment'],
    outcomes: ['employment-education-training'],
  },
  'go-to-college': {
    kinds: ['training', 'advice', 'money-help'],
    about: ['education-training'],
    outcomes: ['employment-education-training'],
  },
  'go-to-university': {
    kinds: ['insight-day', 'mentoring', 'advice', 'money-help'],
    about: ['education-training'],
    outcomes: ['employment-education-training'],
  },
  'meet-people': {
    kinds: ['befriending', 'mentoring', 'event', 'volunteering'],
    about: ['relationships', 'participation'],
    outcomes: ['health', 'safety-security'],
  },
  'feel-better': {
    kinds: ['befriending', 'event', 'discount', 'advice'],
    about: ['health-well-being', 'health'],
    outcomes: ['health'],
  },
  'manage-money': {
    kinds: ['money-help', 'advice', 'discount', 'training'],
    about: ['finance'],
    outcomes: ['finance'],
  },
  'find-a-home': {
    kinds: ['housing-help', 'advice', 'money-help'],
    about: ['accommodation', 'independent-living'],
    outcomes: ['independent-living', 'safety-security'],
  },
  'help-others': {
    kinds: ['volunteering', 'event'],
    about: ['participation'],
    outcomes: ['health'],
  },
}

/** Outcomes that somebody who likes a thing may want too. Most likes say nothing of an outcome. */
export const TOPIC_OUTCOMES: Partial<Record<Topic, CovenantOutcome>> = {
  'money-skills': 'finance',
  'home-skills': 'independent-living',
  'sport-fitness': 'health',
  'nature-outdoors': 'health',
  'business-office': 'employment-education-training',
}
