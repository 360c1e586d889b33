import { TRAVEL_KM } from '../../src/domain/care-leaver'
import { CAPACITIES, type Mentor, MENTOR_KINDS } from '../../src/domain/mentor'
import {
  DISTRICT_CODES,
  DISTRICTS,
  LANGUAGE_CODES,
  LANGUAGES,
  TOPICS,
  WEEK_TIMES,
} from '../../src/domain/taxonomy'
import { paths } from '../../src/paths'
import { Button, CharacterCount, Checkboxes, ErrorSummary, Radios, Select, TextInput } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { choices } from '../shared/choices'
import { errorLinks, errorOf, type FieldErrors, valueOf, type Values, valuesOf } from '../shared/errors'
import { TOPIC, WEEK_TIME } from '../words/labels'
import { HOW_FAR, MENTOR_KIND } from './words'

export type DetailsPageProps = { mentor: Mentor | null; values: Values; errors: FieldErrors }

/** What somebody who wants to help tells about themselves. */
export function DetailsPage({ mentor, values, errors }: DetailsPageProps) {
  const title = mentor ? 'What they tell about themselves' : 'Add a mentor or befriender'
  const field = (name: string) => ({ name, value: valueOf(values, name), error: errorOf(errors, name) })
  const group = (name: string) => ({ name, values: valuesOf(values, name), error: errorOf(errors, name) })
  return (
    <Page
      title={title}
      hasErrors={errors.length > 0}
      back={
        mentor
          ? { href: paths.mentoring.mentor(mentor.id), text: 'Their record' }
          : { href: paths.mentoring.mentors, text: 'Mentors' }
      }
    >
      <ErrorSummary errors={errorLinks(errors)} />
      <h1 class="govuk-heading-l">{title}</h1>
      <Form action={mentor ? paths.mentoring.details(mentor.id) : paths.mentoring.mentors}>
        <Radios
          {...field('kind')}
          legend="What do they want to be?"
          items={choices(MENTOR_KINDS, MENTOR_KIND)}
        />
        <TextInput
          {...field('firstName')}
          label="First name"
          hint="A young person who is offered a choice reads this name, and no other"
        />
        <TextInput {...field('familyName')} label="Family name" />
        <Select
          {...field('district')}
          label="District they live in"
          items={[{ value: '', text: 'Choose one' }, ...choices(DISTRICT_CODES, DISTRICTS)]}
        />
        <Radios
          {...field('travelKmMax')}
          legend="How far do they go to meet somebody?"
          items={[
            ...TRAVEL_KM.map((km) => ({ value: String(km), text: HOW_FAR[km] ?? '' })),
            { value: 'not-said', text: 'They did not say' },
          ]}
        />
        <Checkboxes
          {...group('languages')}
          legend="Languages they speak"
          isSmall
          items={choices(LANGUAGE_CODES, LANGUAGES)}
        />
        <Checkboxes
          {...group('topics')}
          legend="What they like or know about"
          isSmall
          items={choices(TOPICS, TOPIC)}
        />
        <Checkboxes
          {...group('weekTimes')}
          legend="When are they free?"
          isSmall
          items={choices(WEEK_TIMES, WEEK_TIME)}
        />
        <Radios
          {...field('capacity')}
          legend="How many young people at once?"
          items={CAPACITIES.map((count) => ({ value: String(count), text: String(count) }))}
        />
        <CharacterCount
          {...field('about')}
          label="A sentence about themselves"
          hint="A young person who is offered a choice reads this. No family name, no address."
          maxLength={400}
        />
        <Button>Save</Button>
      </Form>
    </Page>
  )
}
