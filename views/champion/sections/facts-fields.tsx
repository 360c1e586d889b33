import { PAYS } from '../../../src/domain/opportunity'
import { WEEK_TIMES } from '../../../src/domain/taxonomy'
import { Checkboxes, DateInput, Radios, TextInput } from '../../govuk'
import { errorOf, valueOf, valuesOf } from '../../shared/errors'
import { PAY, WEEK_TIME } from '../../words/labels'
import { choices } from '../../shared/choices'
import { dayBoxes } from '../../shared/day-boxes'
import type { FieldsProps } from './fields'

export function DatesFields(props: FieldsProps) {
  const { values, errors } = props
  return (
    <>
      <TextInput
        name="places"
        label="How many places are there?"
        labelSize="s"
        width={3}
        inputmode="numeric"
        value={valueOf(values, 'places')}
        error={errorOf(errors, 'places')}
      />
      <DayField
        {...props}
        name="startsOn"
        legend="First day"
        hint="For example, 27 3 2027. Leave it empty if there is no fixed day"
      />
      <DayField
        {...props}
        name="endsOn"
        legend="Last day"
        hint="Leave it empty if it does not end, or is one day"
      />
      <DayField
        {...props}
        name="closesOn"
        legend="Closing day"
        hint="The last day on which people can ask about it. Without one it closes 90 days after it is published"
      />
      <TextInput
        name="hours"
        label="Hours"
        labelSize="s"
        hint="For example: 10am to 3pm, three days a week"
        value={valueOf(values, 'hours')}
        error={errorOf(errors, 'hours')}
      />
      <Checkboxes
        name="weekTimes"
        legend="When in the week is it?"
        legendSize="s"
        items={choices(WEEK_TIMES, WEEK_TIME)}
        values={valuesOf(values, 'weekTimes')}
        error={errorOf(errors, 'weekTimes')}
      />
    </>
  )
}

type DayFieldProps = FieldsProps & { name: string; legend: string; hint: string }

export function DayField({ values, errors, name, legend, hint }: DayFieldProps) {
  return (
    <DateInput
      name={name}
      legend={legend}
      legendSize="s"
      hint={hint}
      values={dayBoxes(values, name)}
      error={errorOf(errors, name)}
    />
  )
}

export function WhereFields({ values, errors }: FieldsProps) {
  return (
    <>
      <Radios
        name="isRemote"
        legend="Where does it take place?"
        legendSize="s"
        value={valueOf(values, 'isRemote')}
        error={errorOf(errors, 'isRemote')}
        items={[
          { value: 'no', text: 'People go somewhere' },
          { value: 'yes', text: 'Online or from home', hint: 'Then you can leave the rest empty' },
        ]}
      />
      <TextInput
        name="placeOfWork"
        label="Name and address of the place"
        labelSize="s"
        hint="As people should see it. For example: Maidstone depot, Forstal Road"
        value={valueOf(values, 'placeOfWork')}
        error={errorOf(errors, 'placeOfWork')}
      />
      <TextInput
        name="place"
        label="Its town or postcode"
        labelSize="s"
        hint="We use it to say how far away it is. We keep the district, the nearest town and a square of 1 km, not the postcode"
        width={20}
        value={valueOf(values, 'place')}
        error={errorOf(errors, 'place')}
      />
    </>
  )
}

export function PayFields({ values, errors }: FieldsProps) {
  return (
    <>
      <Radios
        name="pay"
        legend="Are people paid?"
        legendSize="s"
        items={choices(PAYS, PAY)}
        value={valueOf(values, 'pay')}
        error={errorOf(errors, 'pay')}
      />
      <TextInput
        name="payText"
        label="What do people get, in plain words?"
        labelSize="s"
        hint="For example: £12.60 an hour. Or: not paid, lunch and travel covered"
        value={valueOf(values, 'payText')}
        error={errorOf(errors, 'payText')}
      />
      <TextInput
        name="travelHelp"
        label="How do you help people get there?"
        labelSize="s"
        hint="For example: we pay the bus fare on the day. Leave it empty if you cannot help"
        value={valueOf(values, 'travelHelp')}
        error={errorOf(errors, 'travelHelp')}
      />
    </>
  )
}
