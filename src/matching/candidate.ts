import type { EligibilityFacts, Consideration, Profile } from '../domain/care-leaver'
import type { Day } from '../domain/dates'
import type { CareLeaverId, OpportunityId, OrganisationId } from '../domain/ids'
import type { PairStanding } from '../domain/match'
import type { HomeDistrict, Language, StatutoryCategory } from '../domain/taxonomy'
import type { OpportunityContent } from '../domain/opportunity'
import type { RuleSet } from '../domain/rule-set/rule-set'

/** All that the engine may know of a person. Health, ethnicity, faith, sexuality and disability have no place here. */
export type Candidate = {
  id: CareLeaverId
  dateOfBirth: Day
  statutoryCategory: StatutoryCategory
  district: HomeDistrict
  consideration: Consideration
  waitingSince: Day | null
  profile: Profile
  facts: EligibilityFacts
  /** How this person stands to opportunities they were matched with before. */
  history: { opportunityId: OpportunityId; state: PairStanding }[]
  /** How many proposals this person has had, whatever came of them. */
  earlierProposals: number
  /** Organisations that must not be told about this person. */
  blockedOrganisations: OrganisationId[]
  /** The languages they asked to speak with a mentor or befriender. */
  languagesAsked?: Language[]
}

/** All that the engine may know of an opportunity. */
export type Opening = OpportunityContent & {
  id: OpportunityId
  organisationId: OrganisationId
  /** Whether the organisation is a charity or public body, where anyone may volunteer. */
  isCharityOrPublicBody: boolean
  /** What a mentor or befriender speaks; an offer has no language of its own. */
  languages?: Language[]
}

/** What a decision depends on besides the pair. The engine has no clock of its own. */
export type MatchingContext = { today: Day; ruleSet: RuleSet }

/** Asking for an offer is a yes to being considered for that one. */
export function consideredFor<Person extends Candidate>(
  person: Person,
  interest: object | undefined,
): Person {
  return interest ? { ...person, consideration: 'yes' } : person
}
