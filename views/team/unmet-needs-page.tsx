import type { TeamSynonym } from '../../db/queries/unfound-words'
import type { UnmetNeedCount } from '../../db/queries/unmet-needs'
import { askQuery } from '../../src/domain/champion-ask'
import { searchQuery, searchOf } from '../../src/domain/search'
import { DISTRICTS } from '../../src/domain/taxonomy'
import { paths } from '../../src/paths'
import { Button, ErrorSummary, Select, Table, TextInput } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { errorLinks, errorOf, type FieldErrors, valueOf, type Values } from '../shared/errors'
import { KIND } from '../words/labels'
import { dayText } from '../words/times'

type Need = UnmetNeedCount & { offersNow: number }

/** Demand that nothing met, the most first: what to ask the champions for. It holds nobody's name. */
export type UnmetNeedsPageProps = {
  needs: readonly Need[]
  days: number
  /** Single words that no offer has, with how many people typed them. */
  words: readonly { word: string; people: number }[]
  synonyms: readonly TeamSynonym[]
  values: Values
  errors: FieldErrors
}

export function UnmetNeedsPage(props: UnmetNeedsPageProps) {
  const { needs, days, errors } = props
  return (
    <Page
      title="Looked for and not found"
      hasErrors={errors.length > 0}
      back={{ href: paths.team.home, text: 'Waiting' }}
      isWide
    >
      <ErrorSummary errors={errorLinks(errors)} />
      <div class="wm-dense">
        <h1 class="govuk-heading-l">Looked for and not found</h1>
        <p>
          Young people who find nothing can tell us what they looked for. These are the last {days} days.
          Nobody’s name is kept, so one person may stand behind several.
        </p>
        {needs.length === 0 ? (
          <p class="wm-empty">Nobody has told us of anything that was missing.</p>
        ) : (
          <>
            <Table
              label="Looked for and not found"
              head={[
                { text: 'Kind of offer' },
                { text: 'Where' },
                { text: 'Times', isNumeric: true },
                { text: 'Last on' },
                { text: 'Offers now', isNumeric: true },
                { text: 'Action' },
              ]}
              rows={needs.map((need) => [
                kindOf(need),
                placeOf(need),
                need.count,
                dayText(need.lastOn),
                <a href={`${paths.browse}${searchFor(need)}`}>{need.offersNow}</a>,
                <AskFor need={need} />,
              ])}
            />
          </>
        )}
        <Words {...props} />
      </div>
    </Page>
  )
}

const searchFor = ({ kind, district }: Need) =>
  searchQuery({
    ...searchOf(''),
    kinds: kind === null ? [] : [kind],
    districts: district === null ? [] : [district],
  })

const kindOf = ({ kind }: Need) => (kind === null ? 'Any kind' : KIND[kind])
const placeOf = ({ district }: Need) => (district === null ? 'Anywhere' : DISTRICTS[district])
/** Where no kind was named, it is chosen on the way. */
function AskFor({ need }: { need: Need }) {
  const { kind, district } = need
  return (
    <a href={`${paths.team.newAsk}${askQuery({ what: kind ?? '', district: district ?? '' })}`}>
      Ask the champions
      <span class="govuk-visually-hidden">
        {' '}
        for {kindOf(need)}, {placeOf(need)}
      </span>
    </a>
  )
}

/** Never who typed them, and never fewer than three people: a word can be a person. */
function Words({ words, synonyms, values, errors }: UnmetNeedsPageProps) {
  return (
    <>
      <h2 class="govuk-heading-m">Words that found nothing</h2>
      {words.length === 0 ? (
        <p class="wm-empty">
          No word was typed by three people in the last 30 days without an offer having it. Others are not
          shown, and are forgotten after 30 days.
        </p>
      ) : (
        <>
          <ul class="govuk-list govuk-list--bullet">
            {words.map(({ word, people }) => (
              <li>
                “{word}”: {people} people.{' '}
                <a href={`${paths.team.newAsk}${askQuery({ word })}`}>
                  Ask the champions<span class="govuk-visually-hidden"> for {word}</span>
                </a>
              </li>
            ))}
          </ul>
          <Form action={paths.team.synonyms}>
            <Select
              name="word"
              label="When somebody types"
              items={words.map(({ word }) => ({ value: word, text: word }))}
              value={valueOf(values, 'word')}
              error={errorOf(errors, 'word')}
            />
            <TextInput
              name="means"
              label="look for"
              hint="Words that offers have. For example: coffee shop"
              value={valueOf(values, 'means')}
              error={errorOf(errors, 'means')}
            />
            <Button variant="secondary">Add as a synonym</Button>
          </Form>
        </>
      )}
      {synonyms.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">What we say words mean</h2>
          <ul class="govuk-list">
            {synonyms.map((synonym) => (
              <li>
                <Synonym {...synonym} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function Synonym({ word, means }: TeamSynonym) {
  return (
    <Form action={paths.team.removeSynonym}>
      <input type="hidden" name="word" value={word} />“{word}” is looked for as “{means}”.{' '}
      <button type="submit" class="wm-link-button">
        Take away<span class="govuk-visually-hidden">: {word}</span>
      </button>
    </Form>
  )
}
