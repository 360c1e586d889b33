import { type Profile, type ProfileQuestion, TRAVEL_KM } from '../../src/domain/care-leaver'
import { OPPORTUNITY_KINDS } from '../../src/domain/opportunity'
import { GOALS, SUPPORTS, TOPICS, WEEK_TIMES } from '../../src/domain/taxonomy'
import { CharacterCount, Checkboxes, Radios, TextInput } from '../govuk'
import { GOAL, KIND, SUPPORT, TOPIC, WEEK_TIME } from '../words/labels'
import { isolated } from '../words/names'
import { errorOf, type FieldErrors, valueOf, type Values, valuesOf } from './errors'

/** Each question as it is asked, why we ask, and what stands over its text box. */
export const QUESTION: Record<ProfileQuestion, { title: string; why: string; words?: string }> = {
  likes: {
    title: 'What do you like?',
    why: 'So we can find offers you would enjoy.',
    words: 'Anything else you like?',
  },
  goals: {
    title: 'What would you like to happen?',
    why: 'So we can find offers that help you get there.',
    words: 'In your own words',
  },
  travel: {
    title: 'How far can you go?',
    why: 'So what you can get to comes first. We suggest something further away only if they help with travel, or if we do not know how far it is.',
  },
  'free-times': { title: 'When are you free?', why: 'So the times work for you.' },
  support: {
    title: 'What would help you?',
    why: 'So we can ask for it before you start. You do not have to say why.',
    words: 'Anything else that would help?',
  },
  'not-suggest': {
    title: 'What should we not suggest?',
    why: 'We will leave these out. You can still look at them yourself.',
  },
}

const WORDS_MAX = 500

export type AnswerFieldsProps = { question: ProfileQuestion; values: Values; errors: FieldErrors }

/** The fields of one question, for the young person and for an adviser who writes for them. */
export function AnswerFields({ question, values, errors }: AnswerFieldsProps) {
  const { title, why, words } = QUESTION[question]
  if (question === 'travel') return <TravelFields values={values} errors={errors} />
  return (
    <>
      <Checkboxes
        name="choices"
        legend={title}
        legendSize="l"
        isPageHeading
        hint={`${why} Tick as many as you like, or none.`}
        values={valuesOf(values, 'choices')}
        error={errorOf(errors, 'choices')}
        items={ITEMS[question]}
      />
      {words ? (
        <CharacterCount
          name="words"
          label={words}
          maxLength={WORDS_MAX}
          rows={3}
          value={valueOf(values, 'words')}
          error={errorOf(errors, 'words')}
        />
      ) : null}
    </>
  )
}

const itemsOf = <T extends string>(list: readonly T[], words: Record<T, string>) =>
  list.map((value) => ({ value, text: words[value] }))

const ITEMS: Record<Exclude<ProfileQuestion, 'travel'>, { value: string; text: string }[]> = {
  likes: itemsOf(TOPICS, TOPIC),
  goals: itemsOf(GOALS, GOAL),
  'free-times': itemsOf(WEEK_TIMES, WEEK_TIME),
  support: itemsOf(SUPPORTS, SUPPORT),
  'not-suggest': itemsOf(OPPORTUNITY_KINDS, KIND),
}

function TravelFields({ values, errors }: Omit<AnswerFieldsProps, 'question'>) {
  const { title, why } = QUESTION.travel
  return (
    <>
      <Radios
        name="distance"
        legend={title}
        legendSize="l"
        isPageHeading
        hint={why}
        value={valueOf(values, 'distance')}
        error={errorOf(errors, 'distance')}
        items={[
          ...TRAVEL_KM.map((km) => ({ value: String(km), text: `About ${milesOf(km)} miles` })),
          { value: 'any', text: 'Anywhere in Kent' },
        ]}
      />
      <TextInput
        name="from"
        label="Where from?"
        labelSize="s"
        hint="A town or postcode. We turn it into a rough area and forget what you typed. Leave it empty to keep what we have."
        autocomplete="off"
        width={20}
        value={valueOf(values, 'from')}
        error={errorOf(errors, 'from')}
      />
    </>
  )
}

/** What was answered before, as the values of the form. */
export function fromAnswer(question: ProfileQuestion, profile: Profile): Values {
  const { likes, goals, travel, support } = profile
  const values: Record<ProfileQuestion, Values> = {
    likes: { choices: likes?.topics ?? [], words: likes?.words ?? '' },
    goals: { choices: goals?.goals ?? [], words: goals?.words ?? '' },
    travel: { distance: travel ? String(travel.distanceKmMax ?? 'any') : '' },
    'free-times': { choices: profile['free-times']?.times ?? [] },
    support: { choices: support?.supports ?? [], words: support?.words ?? '' },
    'not-suggest': { choices: profile['not-suggest']?.kinds ?? [] },
  }
  return values[question]
}

/**
 * An answer in words, for a summary; null when it was not given.
 * @param reader whether whoever reads it gave it, or reads what somebody else gave
 */
export function answerText(
  question: ProfileQuestion,
  profile: Profile,
  reader: 'you' | 'they',
): string | null {
  if (question === 'travel') return travelText(profile, reader)
  const values = fromAnswer(question, profile)
  const texts = new Map(ITEMS[question].map(({ value, text }) => [value, text]))
  const said = [
    ...valuesOf(values, 'choices').map((value) => texts.get(value) ?? value),
    valueOf(values, 'words') && isolated(valueOf(values, 'words')),
  ]
  return said.filter(Boolean).join(', ') || null
}

const milesOf = (km: number) => Math.round(km * 0.621)

function travelText({ travel }: Profile, reader: 'you' | 'they'): string | null {
  if (!travel) return null
  const distance =
    travel.distanceKmMax === null ? 'Anywhere in Kent' : `About ${milesOf(travel.distanceKmMax)} miles`
  return travel.cellEast === null ? distance : `${distance}, from a rough area ${reader} gave us`
}
