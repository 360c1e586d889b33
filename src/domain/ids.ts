/** Ids are 128-bit random, as 32 hexadecimal characters; the brand keeps one noun's id out of another's place. */
type Branded<Name extends string> = string & { readonly __noun: Name }

export type AccountId = Branded<'account'>
export type OrganisationId = Branded<'organisation'>
export type CareLeaverId = Branded<'care-leaver'>
export type PledgeId = Branded<'pledge'>
export type OpportunityId = Branded<'opportunity'>
export type InterestId = Branded<'interest'>
export type MatchId = Branded<'match'>
export type CheckTaskId = Branded<'check-task'>
export type ChampionAskId = Branded<'ask'>
export type MentorId = Branded<'mentor'>
export type MentorRequestId = Branded<'mentor-request'>
export type MentorChoiceId = Branded<'mentor-choice'>
export type RoundId = Branded<'round'>
export type RuleSetId = Branded<'rule-set'>
export type SavedSearchId = Branded<'saved-search'>
export type ShareId = Branded<'share'>
export type SuggestionId = Branded<'round-suggestion'>
