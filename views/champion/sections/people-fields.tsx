import {
  CARE_LEAVER_DEFINITIONS,
  DBS_LEVELS,
  PRIORITIES,
  VISIBILITIES,
} from '../../../src/domain/opportunity'
import { SUPPORTS } from '../../../src/domain/taxonomy'
import { Checkboxes, Radios, TextInput } from '../../govuk'
import { errorOf, valueOf, valuesOf } from '../../shared/errors'
import { DBS, DEFINITION, PRIORITY, SUPPORT, VISIBILITY } from '../../words/labels'
import { choices } from '../../shared/choices'
import { DayField } from './facts-fields'
import type { FieldsProps } from './fields'

export function ChecksFields({ values, errors }: FieldsProps) {
  return (
    <>
      <TextInput
        name="minAge"
        label="Youngest age on the first day"
        labelSize="s"
        width={2}
        inputmode="numeric"
        value={valueOf(values, 'minAge')}
        error={errorOf(errors, 'minAge')}
      />
      <TextInput
        name="maxAge"
        label="Oldest age on the first day"
        labelSize="s"
        width={2}
        inputmode="numeric"
        value={valueOf(values, 'maxAge')}
        error={errorOf(errors, 'maxAge')}
      />
      <Radios
        name="definition"
        legend="Who counts as a care leaver for this?"
        legendSize="s"
        items={choices(CARE_LEAVER_DEFINITIONS, DEFINITION)}
        value={valueOf(values, 'definition')}
        error={errorOf(errors, 'definition')}
      />
      <Radios
        name="needsRightToWork"
        legend="Do people need the right to work in the UK?"
        legendSize="s"
        hint="Needed for a job or anything like one. Most visits, events and courses do not need it. The 18+ team does the check"
        items={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No' },
        ]}
        value={valueOf(values, 'needsRightToWork')}
        error={errorOf(errors, 'needsRightToWork')}
      />
      <Radios
        name="dbsLevel"
        legend="Does the young person need a criminal record (DBS) check?"
        legendSize="s"
        hint="Most do not. Work with children, or with adults who need care, usually does"
        items={choices(DBS_LEVELS, DBS)}
        value={valueOf(values, 'dbsLevel')}
        error={errorOf(errors, 'dbsLevel')}
      />
    </>
  )
}

export function SupportFields({ values, errors }: FieldsProps) {
  return (
    <Checkboxes
      name="supports"
      legend="What can people count on?"
      legendSize="s"
      hint="Tick only what you are sure of. None is an answer too"
      items={choices(SUPPORTS, SUPPORT)}
      values={valuesOf(values, 'supports')}
      error={errorOf(errors, 'supports')}
    />
  )
}

export function AudienceFields(props: FieldsProps) {
  const { values, errors } = props
  return (
    <>
      <Radios
        name="visibility"
        legend="Who can see it?"
        legendSize="s"
        items={choices(VISIBILITIES, VISIBILITY)}
        value={valueOf(values, 'visibility')}
        error={errorOf(errors, 'visibility')}
      />
      <Radios
        name="priority"
        legend="Who goes first?"
        legendSize="s"
        items={choices(PRIORITIES, PRIORITY)}
        value={valueOf(values, 'priority')}
        error={errorOf(errors, 'priority')}
      />
      <DayField
        {...props}
        name="priorityUntil"
        legend="If care leavers come first: until when?"
        hint="For example, 27 3 2027. Leave it empty if you chose anything else"
      />
    </>
  )
}
