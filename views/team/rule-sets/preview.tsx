import type { CareLeaverId } from '../../../src/domain/ids'
import { protectCounts } from '../../../src/domain/small-numbers'
import { GROUPINGS, type Grouping } from '../../../src/matching/cohort/cohort'
import type { RuleSetComparison } from '../../../src/matching/cohort/compare-rule-sets'
import { paths } from '../../../src/paths'
import { Details, Table } from '../../govuk'
import { countText } from '../../words/times'
import { GROUPING, groupText, numberText, protectedText } from '../rounds/words'
import { ANSWER_WORDS } from './words'

type Named = { id: CareLeaverId; name: string; offers: number }

/** What a change would do today. */
export type Preview = {
  people: number
  offers: number
  comparison: RuleSetComparison
  /** Those it changes most for, by name. */
  gaining: readonly Named[]
  losing: readonly Named[]
}

export function PreviewOfChange({ preview }: { preview: Preview | 'too-big' }) {
  if (preview === 'too-big') {
    return (
      <p class="wm-empty">
        There are too many people and offers to work out here what it would change. Look at it where the
        service has a machine of its own.
      </p>
    )
  }
  const { people, offers, comparison } = preview
  return (
    <section aria-labelledby="preview">
      <h2 class="govuk-heading-m" id="preview">
        What it would do today
      </h2>
      <p>
        For {countText(people, 'person', 'people')} who may be suggested and wait, and{' '}
        {countText(offers, 'live offer', 'live offers')}.
      </p>
      <Who
        title="Could be suggested for more"
        all={comparison.gaining.length}
        named={preview.gaining}
        more="more"
      />
      <Who
        title="Could be suggested for less"
        all={comparison.losing.length}
        named={preview.losing}
        more="fewer"
      />
      <Moves comparison={comparison} />
      <p>
        The first ten change in {numberText(comparison.listsChanged)} of{' '}
        {countText(comparison.lists, 'list', 'lists')}.
      </p>
      {GROUPINGS.map((grouping) => (
        <Suggested grouping={grouping} comparison={comparison} />
      ))}
    </section>
  )
}

type WhoProps = { title: string; all: number; named: readonly Named[]; more: 'more' | 'fewer' }

function Who({ title, all, named, more }: WhoProps) {
  return (
    <>
      <h3 class="govuk-heading-s">
        {title}: {countText(all, 'person', 'people')}
      </h3>
      {named.length === 0 ? null : (
        <Details summary={all > named.length ? `The ${named.length} it changes most for` : 'Who'}>
          <ul class="govuk-list govuk-list--bullet">
            {named.map(({ id, name, offers }) => (
              <li>
                <a href={paths.team.person(id)}>
                  <bdi>{name}</bdi>
                </a>
                : {countText(offers, `offer ${more}`, `offers ${more}`)}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  )
}

function Moves({ comparison: { moves } }: { comparison: RuleSetComparison }) {
  if (moves.length === 0) return <p>No answer changes for any person and offer.</p>
  return (
    <Table
      caption="Answers that change"
      captionSize="s"
      head={[{ text: 'Now' }, { text: 'Then' }, { text: 'People and offers', isNumeric: true }]}
      rows={moves.map(({ from, to, pairs }) => [ANSWER_WORDS[from], ANSWER_WORDS[to], numberText(pairs)])}
    />
  )
}

function Suggested({ grouping, comparison }: { grouping: Grouping; comparison: RuleSetComparison }) {
  const { before, after } = comparison.suggested
  const people = protectCounts(before[grouping].map((one) => one.people))
  const was = protectCounts(before[grouping].map(({ placed }) => placed))
  const is = protectCounts(after[grouping].map(({ placed }) => placed))
  if (people.length === 0) return null
  return (
    <Details summary={`Among the first ten of any offer, by ${GROUPING[grouping].toLowerCase()}`}>
      <Table
        label={GROUPING[grouping]}
        firstCellIsHeader
        head={[
          { text: GROUPING[grouping] },
          { text: 'People', isNumeric: true },
          { text: 'Now', isNumeric: true },
          { text: 'Then', isNumeric: true },
        ]}
        rows={before[grouping].map(({ group }, index) => [
          groupText(grouping, group),
          protectedText(people[index] ?? null),
          protectedText(was[index] ?? null),
          protectedText(is[index] ?? null),
        ])}
      />
    </Details>
  )
}
