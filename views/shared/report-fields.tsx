import { type MatchState, NOT_STARTED_CODES, nextMatchState } from '../../src/domain/match'
import { DateInput, Radios, Select } from '../govuk'
import { errorOf, type FieldErrors, valueOf, type Values } from './errors'
import { NOT_STARTED } from '../words/states'
import { choices } from './choices'
import { dayBoxes } from './day-boxes'

const KINDS = {
  interview: 'Interview or taster',
  offer: 'Offered a place',
  start: 'Started',
  'not-start': 'Did not start',
} as const
type Kind = keyof typeof KINDS

/** What can be reported from here. */
export const reportsFrom = (state: MatchState): Kind[] =>
  (Object.keys(KINDS) as Kind[]).filter((kind) => nextMatchState(state, kind) !== undefined)

export type ReportFieldsProps = { state: MatchState; values: Values; errors: FieldErrors }

/** What happened since the introduction: facts only. Not folded away: radios that unfold break ARIA's rules. */
export function ReportFields({ state, values, errors }: ReportFieldsProps) {
  const kinds = reportsFrom(state)
  return (
    <>
      <Radios
        name="kind"
        legend="What happened?"
        legendSize="s"
        value={valueOf(values, 'kind')}
        error={errorOf(errors, 'kind')}
        items={kinds.map((kind) => ({ value: kind, text: KINDS[kind] }))}
      />
      <DateInput
        name="startedOn"
        legend="If they started: on which day?"
        legendSize="s"
        hint="For example, 27 3 2027"
        values={dayBoxes(values, 'startedOn')}
        error={errorOf(errors, 'startedOn')}
      />
      <Select
        name="code"
        label="If they did not start: why?"
        labelSize="s"
        hint="This ends the introduction: you no longer see them here"
        items={[{ value: '', text: 'Choose why' }, ...choices(NOT_STARTED_CODES, NOT_STARTED)]}
        value={valueOf(values, 'code')}
        error={errorOf(errors, 'code')}
      />
    </>
  )
}
