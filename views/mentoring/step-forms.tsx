import {
  DBS_WORKFORCES,
  type Mentor,
  MENTOR_DBS_LEVELS,
  REFERENCE_SETTINGS,
  REFERENCES_WANTED,
  type StepAction,
  STOP_REASONS,
} from '../../src/domain/mentor'
import { paths } from '../../src/paths'
import { Button, CharacterCount, Checkboxes, DateInput, Details, Radios, TextInput } from '../govuk'
import { Form } from '../layout/form'
import { choices } from '../shared/choices'
import { dayBoxes } from '../shared/day-boxes'
import { errorOf, type FieldErrors, valueOf, type Values } from '../shared/errors'
import { DBS_LEVEL, SETTING, stepText, STOP_REASON, WORKFORCE } from './words'

type Typed = { values: Values; errors: FieldErrors }

const fieldsOf = ({ values, errors }: Typed) => ({
  field: (name: string) => ({ name, value: valueOf(values, name), error: errorOf(errors, name) }),
  day: (name: string) => ({ name, values: dayBoxes(values, name), error: errorOf(errors, name) }),
})

/** The one step that comes next, with what is kept of it. */
export function StepForm({ mentor, step, ...typed }: Typed & { mentor: Mentor; step: StepAction }) {
  const { field, day } = fieldsOf(typed)
  const count = step === 'take-reference' ? `, ${mentor.references + 1} of ${REFERENCES_WANTED}` : ''
  return (
    <section class="wm-box">
      <h2 class="govuk-heading-m">
        {step === 'renew-dbs' ? 'The new check' : `Next: ${stepText(step, mentor)}${count}`}
      </h2>
      <Form action={paths.mentoring.step(mentor.id)}>
        <input type="hidden" name="step" value={step} />
        {step === 'take-reference' ? <Reference {...typed} /> : null}
        {step === 'clear-dbs' || step === 'renew-dbs' ? <Check {...typed} /> : null}
        <DateInput {...day('onDay')} legend="On which day?" legendSize="s" />
        <CharacterCount
          {...field('words')}
          label="Note, if one is needed"
          hint="Never the number of a certificate, and nothing a certificate says"
          maxLength={500}
        />
        <Button>Record it</Button>
      </Form>
    </section>
  )
}

function Reference(typed: Typed) {
  const { field } = fieldsOf(typed)
  return (
    <>
      <Radios
        {...field('setting')}
        legend="Where does the referee know them from?"
        hint="The two references are from two settings"
        items={choices(REFERENCE_SETTINGS, SETTING)}
      />
      <TextInput
        {...field('knownYears')}
        label="For how many years?"
        hint="Two or more"
        width={2}
        inputmode="numeric"
      />
      <Checkboxes
        name="notFamily"
        legend="Family"
        values={valueOf(typed.values, 'notFamily') ? ['yes'] : []}
        error={errorOf(typed.errors, 'notFamily')}
        items={[{ value: 'yes', text: 'The referee is not family' }]}
      />
    </>
  )
}

function Check(typed: Typed) {
  const { field, day } = fieldsOf(typed)
  return (
    <>
      <Radios {...field('dbsLevel')} legend="Level" items={choices(MENTOR_DBS_LEVELS, DBS_LEVEL)} />
      <Radios {...field('dbsWorkforce')} legend="Workforce" items={choices(DBS_WORKFORCES, WORKFORCE)} />
      <DateInput {...day('issuedOn')} legend="Issued on" legendSize="s" />
      <DateInput {...day('renewOn')} legend="To be renewed by" legendSize="s" />
    </>
  )
}

/** A pause or the end, folded away: it is not what somebody comes for most days. */
export function StopForm({ mentor, mayPause, ...typed }: Typed & { mentor: Mentor; mayPause: boolean }) {
  const { field } = fieldsOf(typed)
  const isOpen = typed.errors.some(({ field: name }) => ['stop', 'reason', 'stopWords'].includes(name))
  return (
    <Details summary={mayPause ? 'Pause or end' : 'End'} isOpen={isOpen}>
      <Form action={paths.mentoring.stop(mentor.id)}>
        <Radios
          {...field('stop')}
          legend="Which?"
          items={[
            ...(mayPause ? [{ value: 'pause', text: 'Pause: they may go on later' }] : []),
            { value: 'end', text: 'End: they no longer help' },
          ]}
        />
        <Radios {...field('reason')} legend="Why?" items={choices(STOP_REASONS, STOP_REASON)} />
        <CharacterCount {...field('stopWords')} label="Note, if one is needed" maxLength={500} />
        <Button variant="warning">Record it</Button>
      </Form>
    </Details>
  )
}
