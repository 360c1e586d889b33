import type { OpportunityContent } from '../../../src/domain/opportunity'
import type { Support, Topic } from '../../../src/domain/taxonomy'
import type { OrganisationKey } from './organisations'

/** What a kind of offer leaves usual; a text says it only when it is different. */
type Unusual = Partial<
  Pick<
    OpportunityContent,
    | 'pay'
    | 'outcomes'
    | 'heading'
    | 'weekTimes'
    | 'minAge'
    | 'maxAge'
    | 'definition'
    | 'needsRightToWork'
    | 'dbsLevel'
    | 'qualificationLevel'
    | 'visibility'
    | 'priority'
    | 'places'
  >
>

/** An offer as its champion wrote it, once for every town it is posted in. */
export type OfferText = Unusual & {
  title: string
  /** Who posts it; with several towns they take turns. */
  by: readonly [OrganisationKey, ...OrganisationKey[]]
  /** One posting for each. Empty when it is remote. */
  towns: readonly string[]
  /** Place of work in words; `{town}` is filled in. */
  at: string
  summary: string
  description: string
  whatYouWillDo: string
  criteria: readonly string[]
  hours: string
  payText: string
  travelHelp?: string
  supports: readonly Support[]
  topics: readonly Topic[]
  /** How long it lasts from its first day, in days; absent when it has no end. */
  lastsDays?: number
}
