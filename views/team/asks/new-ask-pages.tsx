import type { Askable } from '../../../db/queries/champion-asks'
import {
  ASK_DISTRICTS,
  ASK_WORDS_MAX,
  askAgainDay,
  type AskedFor,
  type AskedForFields,
  askQuery,
  toAskFields,
} from '../../../src/domain/champion-ask'
import type { Day } from '../../../src/domain/dates'
import { OPPORTUNITY_KINDS } from '../../../src/domain/opportunity'
import { COVENANT_OUTCOMES, DISTRICTS } from '../../../src/domain/taxonomy'
import { paths } from '../../../src/paths'
import { Button, CharacterCount, Checkboxes, ErrorSummary, Select } from '../../govuk'
import { Form } from '../../layout/form'
import { Page } from '../../layout/page'
import { errorLinks, errorOf, type FieldErrors, valueOf, type Values } from '../../shared/errors'
import { askedForText } from '../../words/asks'
import { KIND, ORGANISATION_KIND, OUTCOME } from '../../words/labels'
import { dayText } from '../../words/times'

const TITLE = 'Ask the champions'
const BACK = { href: paths.team.coverage, text: 'Wanted and offered' }

export type AskForPageProps = { fields: AskedForFields; word: string; errors: FieldErrors }

/** First: what is missing, and where. */
export function AskForPage({ fields, word, errors }: AskForPageProps) {
  return (
    <Page title={TITLE} hasErrors={errors.length > 0} back={BACK}>
      <ErrorSummary errors={errorLinks(errors)} />
      <h1 class="govuk-heading-l">{TITLE}</h1>
      {word ? (
        <p>
          Young people look for “{word}” and find nothing. Which kind of offer would that be? The message
          names the word.
        </p>
      ) : (
        <p>Choose what is missing, then who to ask. You see every message before it is sent.</p>
      )}
      <form action={paths.team.newAsk} method="get">
        {word ? <input type="hidden" name="word" value={word} /> : null}
        <Select
          name="what"
          label="What to ask for"
          hint="A kind of offer, or what it should help with"
          value={fields.what}
          error={errorOf(errors, 'what')}
          items={[
            { value: '', text: 'Choose one' },
            ...OPPORTUNITY_KINDS.map((value) => ({ value, text: KIND[value] })),
            ...COVENANT_OUTCOMES.map((value) => ({ value, text: `Helps with: ${OUTCOME[value]}` })),
          ]}
        />
        <Select
          name="district"
          label="Where"
          value={fields.district}
          items={[
            { value: '', text: 'Anywhere in Kent' },
            ...ASK_DISTRICTS.map((value) => ({ value, text: DISTRICTS[value] })),
          ]}
        />
        <input type="hidden" name="chosen" value="what" />
        <Button>Choose who to ask</Button>
      </form>
    </Page>
  )
}

export type AskWhomPageProps = {
  asked: AskedFor
  word: string
  askable: readonly Askable[]
  today: Day
  chosen: readonly string[]
  errors: FieldErrors
}

const canBeAsked = ({ isOpen, lastAskedOn }: Askable, today: Day) =>
  !isOpen && (lastAskedOn === null || askAgainDay(lastAskedOn) <= today)

/** Second: which organisations. Those that have posted such a thing before come first. */
export function AskWhomPage(props: AskWhomPageProps) {
  const { asked, word, askable, today, chosen, errors } = props
  const free = askable.filter((one) => canBeAsked(one, today))
  return (
    <Page title={TITLE} hasErrors={errors.length > 0} back={BACK}>
      <ErrorSummary errors={errorLinks(errors)} />
      <span class="govuk-caption-l">{TITLE}</span>
      <h1 class="govuk-heading-l">{askedForText(asked)}</h1>
      <p>
        <a href={`${paths.team.newAsk}${askQuery({ word })}`}>Ask for something else</a>
      </p>
      {free.length === 0 ? (
        <p class="wm-empty">
          There is nobody to ask: every organisation with somebody who can sign in was asked for this already,
          or there is none. A manager can invite champions.
        </p>
      ) : (
        <form action={paths.team.newAsk} method="get">
          <Hidden {...props} />
          <input type="hidden" name="chosen" value="organisations" />
          <Checkboxes
            name="organisations"
            legend="Whom to ask"
            legendSize="m"
            hint="You see each message before it is sent, and can change its words"
            isSmall
            values={chosen}
            error={errorOf(errors, 'organisations')}
            items={free.map(({ id, name, kind, hasPosted }) => ({
              value: id,
              text: <bdi>{name}</bdi>,
              hint: `${ORGANISATION_KIND[kind]}${hasPosted ? '. Has posted this before' : ''}`,
            }))}
          />
          <Button>See the messages</Button>
        </form>
      )}
      <AskedAlready askable={askable.filter((one) => !canBeAsked(one, today))} />
    </Page>
  )
}

const Hidden = ({ asked, word }: Pick<AskWhomPageProps, 'asked' | 'word'>) => (
  <>
    {Object.entries({ ...toAskFields(asked), ...(word ? { word } : {}) }).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
)

/** Nobody is asked for the same twice in a fortnight. */
function AskedAlready({ askable }: { askable: readonly Askable[] }) {
  if (askable.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">Asked for this already</h2>
      <ul class="govuk-list govuk-list--bullet">
        {askable.map(({ name, isOpen, lastAskedOn }) => {
          if (lastAskedOn === null) return null
          return (
            <li>
              <bdi>{name}</bdi>: asked on {dayText(lastAskedOn)},{' '}
              {isOpen
                ? 'and it still stands'
                : `and can be asked again from ${dayText(askAgainDay(lastAskedOn))}`}
            </li>
          )
        })}
      </ul>
    </>
  )
}

export type AskWordsPageProps = {
  asked: AskedFor
  word: string
  chosen: readonly Askable[]
  /** The words for each, under `words-` and its id. */
  values: Values
  errors: FieldErrors
}

export const wordsField = (id: string) => `words-${id}`

/** Third: the message to each, to read, change and send. */
export function AskWordsPage({ asked, word, chosen, values, errors }: AskWordsPageProps) {
  const whomHref = `${paths.team.newAsk}${askQuery({ ...toAskFields(asked), word })}`
  return (
    <Page title={TITLE} hasErrors={errors.length > 0} back={{ href: whomHref, text: 'Whom to ask' }}>
      <ErrorSummary errors={errorLinks(errors)} />
      <span class="govuk-caption-l">{TITLE}</span>
      <h1 class="govuk-heading-l">{askedForText(asked)}</h1>
      <p>
        Each message stands on the home page of everybody who posts for the organisation, as asked by the 18+
        team. Below it is a link to post one. Name nobody, and do not say how many people want it.
      </p>
      <Form action={paths.team.asks}>
        <Hidden asked={asked} word={word} />
        {chosen.map(({ id, name, hasPosted }) => (
          <>
            <input type="hidden" name="organisations" value={id} />
            <CharacterCount
              name={wordsField(id)}
              label={
                <>
                  To <bdi>{name}</bdi>
                </>
              }
              labelSize="m"
              hint={hasPosted ? 'They have posted this before' : undefined}
              rows={10}
              maxLength={ASK_WORDS_MAX}
              value={valueOf(values, wordsField(id))}
              error={errorOf(errors, wordsField(id))}
            />
          </>
        ))}
        <Button>{chosen.length === 1 ? 'Send' : `Send all ${chosen.length}`}</Button>
      </Form>
    </Page>
  )
}
