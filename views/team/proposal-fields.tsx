import type { Day } from '../../src/domain/dates'
import { CharacterCount, DateInput } from '../govuk'
import { errorOf, type FieldErrors, valueOf, type Values } from '../shared/errors'

export type ProposalFieldsProps = {
  /** The usual last day of the hold. */
  holdUntil: Day
  /** Whether the form was sent and is shown again: then what was typed stands in the boxes of the day. */
  isAgain: boolean
  values: Values
  errors: FieldErrors
}

/** What a broker writes to put somebody to an offer: why, what they say to them, and until when the place is held. */
export function ProposalFields({ holdUntil, isAgain, values, errors }: ProposalFieldsProps) {
  const [year = '', month = '', day = ''] = holdUntil.split('-')
  const typed = (name: string, standing: string) => (isAgain ? valueOf(values, name) : standing)
  return (
    <>
      <CharacterCount
        name="reason"
        label="Why you propose this"
        hint="For the record. The person can read it if they ask for their data."
        maxLength={1000}
        rows={3}
        value={valueOf(values, 'reason')}
        error={errorOf(errors, 'reason')}
      />
      <CharacterCount
        name="wordsToPerson"
        label="What you want to say to them"
        hint="Optional. They read it with the offer."
        maxLength={1000}
        rows={3}
        value={valueOf(values, 'wordsToPerson')}
        error={errorOf(errors, 'wordsToPerson')}
      />
      <DateInput
        name="holdUntil"
        legend="Hold the place until"
        hint="Five working days is usual; 28 days at most"
        values={{
          day: typed('holdUntil-day', String(Number(day))),
          month: typed('holdUntil-month', String(Number(month))),
          year: typed('holdUntil-year', year),
        }}
        error={errorOf(errors, 'holdUntil')}
      />
    </>
  )
}
