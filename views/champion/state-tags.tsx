import type { ShownState } from '../../src/domain/opportunity'
import type { PledgeState } from '../../src/domain/pledge'
import { Tag } from '../govuk'
import { OPPORTUNITY_STATE, PLEDGE_STATE } from '../words/states'
import { PLEDGE_COLOUR, STATE_COLOUR } from './words'

export function OpportunityTag({ state }: { state: ShownState }) {
  return <Tag colour={STATE_COLOUR[state]}>{OPPORTUNITY_STATE[state]}</Tag>
}

export function PledgeTag({ state }: { state: PledgeState }) {
  return <Tag colour={PLEDGE_COLOUR[state]}>{PLEDGE_STATE[state]}</Tag>
}
