import { type MatchState, NOT_STARTED_CODES, nextMatchState } from '../../src/domain/match'
import { DateInput, Radios } from '../govuk'
import { errorOf, type FieldErrors, valueOf, type Values } from '../shared/errors'
import { NOT_STARTED } from '../words/labels'
import { choices } from './sections/choices'
import { dayBoxes } from './sections/day-boxes'

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

/** What happened since the introduction: facts only. */
export function ReportFields({ state, values, errors }: ReportFieldsProps) {
  const more = {
    interview: undefined,
    offer: undefined,
    start: <Started values={values} errors={errors} />,
    'not-start': <Why values={values} errors={errors} />,
  }
  return (
    <Radios
      name="kind"
      legend="What happened?"
      legendSize="s"
      value={valueOf(values, 'kind')}
      error={errorOf(errors, 'kind')}
      items={reportsFrom(state).map((kind) => ({ value: kind, text: KINDS[kind], conditional: more[kind] }))}
    />
  )
}

type Part = Pick<ReportFieldsProps, 'values' | 'errors'>

function Started({ values, errors }: Part) {
  return (
    <DateInput
      name="startedOn"
      legend="First day"
      hint="For example, 27 3 2027"
      values={dayBoxes(values, 'startedOn')}
      error={errorOf(errors, 'startedOn')}
    />
  )
}

function Why({ values, errors }: Part) {
  return (
    <Radios
      name="code"
      legend="Why did they not start?"
      hint="This ends the introduction: you no longer see them here"
      items={choices(NOT_STARTED_CODES, NOT_STARTED)}
      value={valueOf(values, 'code')}
      error={errorOf(errors, 'code')}
      isSmall
    />
  )
}
