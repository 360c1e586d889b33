import type { RoundOffer } from '../../../db/queries/rounds'
import type { RoundState } from '../../../src/domain/round'
import type { AllocationRule } from '../../../src/matching/allocate/round'
import type { Grouping } from '../../../src/matching/cohort/cohort'
import type { HomeDistrict, StatutoryCategory } from '../../../src/domain/taxonomy'
import type { TagColour } from '../../govuk'
import { titleWithPlace } from '../../shared/offer-words'
import { CATEGORY, districtName } from '../../words/labels'

export const RULE_NAME: Record<AllocationRule, string> = {
  'band-by-band': 'Band by band',
  'deferred-acceptance': 'Everybody asks for their best fit',
  'person-proposing': 'Everybody asks in their own order',
  'most-placed': 'Most people placed',
  'best-fit': 'Greatest fit',
}

export const RULE_HINT: Record<AllocationRule, string> = {
  'band-by-band':
    'The usual rule. Most people of band 1 and the best fit among them, then band 2 with what is left, then band 3.',
  'deferred-acceptance':
    'Each asks for what fits best. An offer keeps those of the earliest band, then the best fit. Nobody and no offer would both rather have each other.',
  'person-proposing': 'The same, but people who put offers in an order of their own ask in that order.',
  'most-placed': 'As many people as possible, among those ways the most of band 1, then the best fit.',
  'best-fit': 'The greatest fit in all, whoever gets it. To compare with: it ignores who needs it most.',
}

export const ROUND_STATE: Record<RoundState, { text: string; colour: TagColour }> = {
  opened: { text: 'Being worked out', colour: 'blue' },
  computed: { text: 'Choose a rule', colour: 'yellow' },
  chosen: { text: 'Being worked through', colour: 'teal' },
  closed: { text: 'Closed', colour: 'grey' },
  withdrawn: { text: 'Withdrawn', colour: 'grey' },
}

export const GROUPING: Record<Grouping, string> = {
  'statutory-category': 'Statutory category',
  'age-band': 'Age',
  district: 'District',
  eet: 'Education, employment or training',
}

const EET_GROUP: Readonly<Record<string, string>> = {
  in: 'In it',
  'not-in': 'Not in it',
  'not-known': 'Not known',
}

export function groupText(grouping: Grouping, group: string): string {
  switch (grouping) {
    case 'statutory-category':
      return CATEGORY[group as StatutoryCategory]
    case 'district':
      return districtName(group as HomeDistrict)
    case 'eet':
      return EET_GROUP[group] ?? group
    case 'age-band':
      return group.charAt(0).toUpperCase() + group.slice(1)
  }
}

/** A count that may not be told. */
export const protectedText = (count: number | null): string =>
  count === null ? 'kept back' : count.toLocaleString('en-GB')

export const numberText = (count: number | bigint): string => count.toLocaleString('en-GB')

/** What a rule is about, where it says no or asks. */
export const OBSTACLE: Readonly<Record<string, string>> = {
  consideration: 'Whether they may be suggested',
  'not-told': 'An organisation that is not to be told',
  'already-answered': 'Already answered, on it or placed by it',
  'do-not-suggest': 'A kind they do not want',
  definition: 'Its definition of care leaver',
  'age-on-start-date': 'Its ages on the start date',
  'right-to-work': 'The right to work is to be checked',
  qualification: 'The qualification it asks for',
  'background-check': 'A background check',
  travel: 'How far they can travel, or where they live',
  availability: 'When they are free',
}

/**
 * What a broker decided in place of what the rule gave.
 * @param given what the rule gave
 * @param has what they have now
 */
export function changeText(given: RoundOffer | undefined, has: RoundOffer | undefined): string {
  const before = given ? `“${titleWithPlace(given)}”` : 'no place'
  return has
    ? `A broker gave them this; the rule gave ${before}.`
    : `The rule gave ${before}: a broker dropped it, or gave it to somebody else.`
}
