import { OPPORTUNITY_KINDS, QUALIFICATION_LEVELS } from '../../../src/domain/opportunity'
import { COVENANT_OUTCOMES, LOCAL_OFFER_HEADINGS, TOPICS } from '../../../src/domain/taxonomy'
import { CharacterCount, Checkboxes, Radios, Select, Textarea, TextInput } from '../../govuk'
import { errorOf, valueOf, valuesOf } from '../../shared/errors'
import { HEADING, KIND, OUTCOME, QUALIFICATION, TOPIC } from '../../words/labels'
import { choices } from '../../shared/choices'
import type { FieldsProps } from './fields'

export function BasicsFields({ values, errors }: FieldsProps) {
  return (
    <>
      <Select
        name="kind"
        label="What kind of offer is it?"
        labelSize="s"
        items={[{ value: '', text: 'Choose a kind' }, ...choices(OPPORTUNITY_KINDS, KIND)]}
        value={valueOf(values, 'kind')}
        error={errorOf(errors, 'kind')}
      />
      <TextInput
        name="title"
        label="Title"
        labelSize="s"
        hint="Say what it is, in everyday words. For example: Kitchen helper at a primary school"
        value={valueOf(values, 'title')}
        error={errorOf(errors, 'title')}
      />
      <CharacterCount
        name="summary"
        label="Summary"
        labelSize="s"
        hint="One or two sentences that make somebody want to read on"
        rows={3}
        maxLength={200}
        value={valueOf(values, 'summary')}
        error={errorOf(errors, 'summary')}
      />
      <Checkboxes
        name="outcomes"
        legend="What does it help with?"
        legendSize="s"
        hint="The five outcomes of the Covenant. Choose all that fit"
        items={choices(COVENANT_OUTCOMES, OUTCOME)}
        values={valuesOf(values, 'outcomes')}
        error={errorOf(errors, 'outcomes')}
      />
      <Radios
        name="heading"
        legend="Which part of the Local Offer does it belong to?"
        legendSize="s"
        hint="The council has to publish what there is for care leavers under these headings"
        items={choices(LOCAL_OFFER_HEADINGS, HEADING)}
        value={valueOf(values, 'heading')}
        error={errorOf(errors, 'heading')}
      />
    </>
  )
}

export function DoingFields({ values, errors }: FieldsProps) {
  return (
    <>
      <CharacterCount
        name="whatYouWillDo"
        label="What will people do?"
        labelSize="s"
        hint="Write to them: “You will…”. Say what the first day is like"
        rows={6}
        maxLength={2000}
        value={valueOf(values, 'whatYouWillDo')}
        error={errorOf(errors, 'whatYouWillDo')}
      />
      <CharacterCount
        name="description"
        label="What else should they know?"
        labelSize="s"
        hint="Who they will be with, what the place is like, what it can lead to. Short sentences, no letters that only your team knows"
        rows={6}
        maxLength={3000}
        value={valueOf(values, 'description')}
        error={errorOf(errors, 'description')}
      />
      <Checkboxes
        name="topics"
        legend="What is it about?"
        legendSize="s"
        hint="Young people say what they like from this list, so this is how they meet. Choose up to three if you can"
        items={choices(TOPICS, TOPIC)}
        values={valuesOf(values, 'topics')}
        error={errorOf(errors, 'topics')}
        isSmall
      />
      <TextInput
        name="alsoCalled"
        label="What else do people call it? (optional)"
        labelSize="s"
        hint="Words somebody might search for, with commas between. For example: barista, coffee shop. They are not shown"
        value={valueOf(values, 'alsoCalled')}
        error={errorOf(errors, 'alsoCalled')}
      />
    </>
  )
}

export function CriteriaFields({ values, errors }: FieldsProps) {
  return (
    <>
      <Textarea
        name="criteria"
        label="What is essential?"
        labelSize="s"
        hint="One thing a line, up to 10. Only what nobody can do without, and what you could tick: “Can lift 10 kg”, not “team player”. Leave it empty if nothing is"
        rows={6}
        value={valueOf(values, 'criteria')}
        error={errorOf(errors, 'criteria')}
      />
      <Radios
        name="qualificationLevel"
        legend="Which qualification do people need?"
        legendSize="s"
        items={choices(QUALIFICATION_LEVELS, QUALIFICATION)}
        value={valueOf(values, 'qualificationLevel')}
        error={errorOf(errors, 'qualificationLevel')}
      />
    </>
  )
}
